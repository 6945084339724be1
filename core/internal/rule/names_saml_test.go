package rule

var samlNameExamples = map[string]example{
	"saml.response":       {[]string{"SAMLResponse", "samlresponse"}, []string{"SAMLRequest"}},
	"saml.request":        {[]string{"SAMLRequest", "saml_request"}, []string{"SAMLEncoding"}},
	"saml.artifact":       {[]string{"SAMLart", "saml_artifact"}, []string{"SAMLResponse"}},
	"saml.relay-state":    {[]string{"RelayState", "relay_state"}, []string{"RelayStates"}},
	"saml.xml-signature":  {[]string{"SignatureValue", "ds:SignatureValue", "CipherValue"}, []string{"SignatureMethod"}},
	"saml.session-index":  {[]string{"SessionIndex", "samlp:SessionIndex"}, []string{"SessionNotOnOrAfter"}},
	"saml.security-token": {[]string{"BinarySecurityToken", "wsse:BinarySecurityToken"}, []string{"SecurityTokenReference"}},
	"saml.wsse-nonce":     {[]string{"wsse:Nonce", "o:Nonce"}, []string{"wsse:Username"}},
	"saml.ws-federation":  {[]string{"wresult", "WRESULT"}, []string{"wreply"}},
	"saml.ws-context":     {[]string{"wctx", "WCTX"}, []string{"wct"}},
	"saml.cas-ticket":     {[]string{"ticket", "pgtId", "pgtIou"}, []string{"ticket_id", "service"}},
	"saml.execution":      {[]string{"execution", "Execution"}, []string{"executionTime", "executions"}},
	"saml.cas-ticket-key": {[]string{"serviceTicket", "cas:proxyGrantingTicket"}, []string{"ticket"}},
	"saml.kerberos":       {[]string{"spnegoToken", "kerberos_ticket"}, []string{"kerberosRealm"}},
}
