package rule

var harmlessNameExamples = map[string]example{
	"harmless.trace":      {[]string{"X-Request-Id", "traceId", "X-B3-TraceId", "Postman-Token"}, []string{"X-Session-Id", "X-Postman-Api-Token"}},
	"harmless.version":    {[]string{"ETag", "sha256"}, []string{"etags"}},
	"harmless.key-id":     {[]string{"kid", "publicKey", "x5t"}, []string{"key", "privateKey"}},
	"harmless.digest":     {[]string{"Sec-WebSocket-Key", "DPoP-Nonce", "X-Amz-Checksum-Crc32"}, []string{"X-API-Key"}},
	"harmless.header":     {[]string{"Access-Control-Allow-Credentials", "surrogate-key", "Sec-CH-UA"}, []string{"X-Auth-Token"}},
	"harmless.protocol":   {[]string{"token_type", "expires_in", "code_challenge"}, []string{"token", "code_verifier"}},
	"harmless.signed-url": {[]string{"X-Amz-Credential", "X-Amz-Expires", "sv"}, []string{"X-Amz-Signature", "sig"}},
	"harmless.connection": {[]string{"AccountName", "SharedAccessKeyName"}, []string{"AccountKey", "SharedAccessKey"}},
	"harmless.paging":     {[]string{"nextPageToken", "continuationToken", "$skiptoken"}, []string{"token"}},
	"harmless.analytics":  {[]string{"gclid", "utm_source", "_", "ad_ord"}, []string{"sid", "order"}},
	"harmless.count":      {[]string{"max_tokens", "completion_tokens", "csrfHeaderName"}, []string{"token", "csrfToken"}},
	"public.key":          {[]string{"publishableKey", "siteKey"}, []string{"secretKey"}},
}
