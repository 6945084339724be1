package rule

// cloudNames are signed URLs and the keys of cloud accounts.
var cloudNames = []Names{
	{Rule{"cloud.signature", "the signature of a signed URL: with it the URL opens", "signature", Secret, Token}, Param | Key, []string{
		"X-Amz-Signature", "X-Goog-Signature", "x-oss-signature", "q-signature", "x-cos-signature", "X-Obs-Signature", "temp_url_sig", "__gda__", "hdnts", "hdnea", "hdntl", "OSSSignature", "SharedAccessSignature",
		"sas", "sas_token", "sasToken", "sas_signature", "urlSignature", "url_signature",
	}},
	{Rule{"cloud.plain-signature", "a signature: with it the signed URL or message is taken for genuine", "signature", Secret, Token}, Param | Key, []string{
		"signature", "sig", "x-signature", "hmac", "saml_signature", "signedBlob", "request_signature", "requestSignature",
	}},
	{Rule{"cloud.sign-param", "the signature of a signed URL: with it the URL opens", "signature", Secret, Token}, Param, []string{
		"sign", "Policy", "urlsig", "url_sig", "hash_signature", "_signature", "x-sig", "md5sig", "lsig", "signed",
	}},
	{Rule{"cloud.sign-key", "the signature of a request: it can be replayed", "signature", Secret, Strong}, Key, []string{
		"sign", "paySign", "user_hash", "userHash",
	}},
	{Rule{"cloud.upload-session", "the handle of an upload: whoever has it can go on with it", "token", Secret, Token}, Param, []string{
		"upload_id", "uploadId", "upload_session", "upload_key",
	}},
	{Rule{"cloud.session-token", "a temporary credential of a cloud account", "token", Secret, Token}, Param | Key, []string{
		"X-Amz-Security-Token", "X-Goog-Iam-Authorization-Token", "x-oss-security-token", "x-cos-security-token", "x-obs-security-token", "X-Acs-Security-Token", "security-token", "security_token", "aws_session_token", "awsSessionToken",
		"AWS_SECURITY_TOKEN", "sts_token", "stsToken", "federationToken", "SigninToken", "webIdentityToken", "web_identity_token",
	}},
	{Rule{"cloud.secret-key", "the secret key of a cloud account", "key", Secret, Token}, Param | Key, []string{
		"SecretAccessKey", "secret_access_key", "aws_secret_access_key", "awsSecretAccessKey", "AccountKey", "account_key", "storageAccountKey", "storage_account_key", "SharedAccessKey", "shared_access_key", "sharedKey", "shared_key",
		"AccessKeySecret", "access_key_secret", "aws_secret_key", "awsSecretKey", "s3SecretKey", "s3_secret_key", "hmac_secret", "hmacSecret", "hmacKey", "hmac_key", "tempUrlKey",
	}},
	{Rule{"cloud.key-id", "the id of a cloud account's key: half of a credential", "key", Secret, Token}, Param | Key, []string{
		"AWSAccessKeyId", "AccessKeyId", "access_key_id", "aws_access_key_id", "OSSAccessKeyId", "q-ak", "aws_access_key", "awsAccessKey",
	}},
	{Rule{"cloud.key-pair", "one of the two keys of a cloud resource: whoever has it can use the resource as its owner", "key", Secret, Strong}, Key, []string{
		"key1", "key2",
	}},
	{Rule{"cloud.resource-key", "the key of a cloud resource: whoever has it can use the resource as its owner", "key", Secret, Token}, Key, []string{
		"primaryKey", "secondaryKey", "primaryMasterKey", "secondaryMasterKey", "primaryReadonlyMasterKey", "secondaryReadonlyMasterKey", "primarySharedKey", "secondarySharedKey", "adminKey",
		"functionKey", "functionKeys", "systemKeys", "Ocp-Apim-Subscription-Key",
	}},
	{Rule{"cloud.cluster", "the credentials of a cluster or a registry", "credential", Secret, Token}, Key, []string{
		"client-key-data", "clientKeyData", "kubeconfig", "kube_config", ".dockerconfigjson", ".dockercfg", "registrytoken", "registry_token", "registryPassword", "clusterToken", "join_token", "joinToken", "bootstrap_token", "bootstrapToken",
		"clusterAuthToken", "service_account_token", "serviceAccountToken", "unseal_key", "keys_base64", "recovery_keys_base64", "unseal_keys_b64", "unseal_keys_hex", "root_token", "wrapping_token",
	}},
}
