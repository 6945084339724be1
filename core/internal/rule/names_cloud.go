package rule

// cloudNames are signed URLs and the keys of cloud accounts.
var cloudNames = []Names{
	{Rule{"cloud.signature", "the signature of a signed URL: with it the URL opens", "signature", Secret, Token}, Param | Key, []string{
		"X-Amz-Signature", "x-amz-signature", "X-Goog-Signature", "sig", "temp_url_sig", "q-signature", "x-oss-signature", "hdnts", "hdnea", "hmac", "signature", "x-signature", "OSSSignature", "SharedAccessSignature", "sas_token", "sasToken"}},
	{Rule{"cloud.sign-param", "the signature of a signed URL: with it the URL opens", "signature", Secret, Token}, Param, []string{"sign", "Policy", "urlsig", "url_sig", "hash_signature"}},
	{Rule{"cloud.session-token", "a temporary credential of a cloud account", "token", Secret, Token}, Param | Key, []string{"X-Amz-Security-Token", "x-amz-security-token", "security-token", "securityToken", "SecurityToken", "aws_session_token", "awsSessionToken"}},
	{Rule{"cloud.secret-key", "the secret key of a cloud account", "key", Secret, Token}, Param | Key, []string{"SecretAccessKey", "secretAccessKey", "secret_access_key", "aws_secret_access_key", "awsSecretAccessKey", "AccountKey", "account_key", "SharedAccessKey", "sharedKey"}},
	{Rule{"cloud.key-id", "the id of a cloud account's key", "key", Secret, Token}, Param | Key, []string{"AWSAccessKeyId", "AccessKeyId", "accessKeyId", "access_key_id", "aws_access_key_id", "OSSAccessKeyId", "q-ak"}},
	{Rule{"cloud.kubeconfig", "a key of a cluster", "key", Secret, Token}, Key, []string{"client-key-data", "kubeconfig", ".dockerconfigjson", "identitytoken"}},
}
