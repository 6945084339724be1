package rule

var cloudNameExamples = map[string]example{
	"cloud.signature":       {[]string{"X-Amz-Signature", "x-goog-signature", "temp_url_sig"}, []string{"X-Amz-SignedHeaders"}},
	"cloud.plain-signature": {[]string{"signature", "hmac", "Signature"}, []string{"signatureAlgorithm"}},
	"cloud.sign-param":      {[]string{"sign", "Policy", "URLSIG"}, []string{"SigAlg"}},
	"cloud.sign-key":        {[]string{"sign", "Sign"}, []string{"signs", "signed"}},
	"cloud.upload-session":  {[]string{"upload_id", "uploadId"}, []string{"upload"}},
	"cloud.session-token":   {[]string{"X-Amz-Security-Token", "aws_session_token"}, []string{"X-Amz-Date"}},
	"cloud.secret-key":      {[]string{"SecretAccessKey", "aws_secret_access_key", "AccountKey"}, []string{"AccessKeyId"}},
	"cloud.key-id":          {[]string{"AWSAccessKeyId", "accessKeyId"}, []string{"Key-Pair-Id"}},
	"cloud.resource-key":    {[]string{"primaryKey", "secondaryKey"}, []string{"key", "keyName"}},
	"cloud.key-pair":        {[]string{"key1", "key2"}, []string{"key11", "key"}},
	"cloud.cluster":         {[]string{"client-key-data", ".dockerconfigjson", "KUBECONFIG"}, []string{"client-certificate-data"}},
}
