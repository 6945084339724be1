package rule

var headerNameExamples = map[string]example{
	"header.authorization":      {[]string{"authorization", "Proxy-Authorization", "X-ZUMO-AUTH"}, []string{"Authentication-Control"}},
	"header.registry-auth":      {[]string{"X-Registry-Auth", "x-registry-config"}, []string{"X-Registry-Name"}},
	"header.auth-info":          {[]string{"Authentication-Info", "PROXY-AUTHENTICATION-INFO"}, []string{"WWW-Authenticate"}},
	"header.cookie":             {[]string{"Cookie", "set-cookie"}, []string{"Cookie-Policy"}},
	"header.proof":              {[]string{"DPoP", "OAuth-Client-Attestation"}, []string{"DPoP-Nonce"}},
	"header.signature":          {[]string{"Signature", "X-Hub-Signature-256", "stripe-signature"}, []string{"Signature-Input"}},
	"header.websocket-protocol": {[]string{"Sec-WebSocket-Protocol", "SEC-WEBSOCKET-PROTOCOL"}, []string{"Sec-WebSocket-Extensions"}},
	"header.api-key":            {[]string{"X-API-Key", "DD-API-KEY", "x-honeycomb-team"}, []string{"Sec-WebSocket-Key", "Surrogate-Key"}},
	"header.secret":             {[]string{"X-Client-Secret", "cf-access-client-secret"}, []string{"Cf-Access-Client-Id"}},
	"header.access-token":       {[]string{"X-Auth-Token", "x-refresh-token"}, []string{"X-Token-Type", "X-Atlassian-Token"}},
	"header.gateway-jwt":        {[]string{"Cf-Access-Jwt-Assertion", "X-MS-TOKEN-AAD-ID-TOKEN", "x-ms-token-google-access-token"}, []string{"X-MS-Token-", "X-MS-Version"}},
	"header.cloud-token":        {[]string{"X-Amz-Security-Token", "x-vault-token"}, []string{"X-Vault-Wrap-TTL", "X-Amz-Date"}},
	"header.vendor-token":       {[]string{"Private-Token", "X-Figma-Token", "x-plex-token"}, []string{"X-Plex-Product"}},
	"header.session":            {[]string{"X-Parse-Session-Token", "x-sfdc-session"}, []string{"X-Sfdc-Request-Id"}},
	"header.session-id":         {[]string{"X-Session-Id", "sessionid"}, []string{"X-Session-Count", "X-Request-Id"}},
}
