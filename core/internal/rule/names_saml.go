package rule

// samlNames are the parameters and keys of SAML, WS-Federation, CAS, Kerberos
// and other single sign-on protocols. The SAML messages themselves are taken
// apart: only their signatures and encrypted parts go.
var samlNames = []Names{
	{Rule{"saml.response", "a SAML answer: whoever has it can sign in as the user", "saml", Secret, Any}, Param | Key, []string{
		"SAMLResponse", "saml_response", "saml-response", "SAMLAssertion", "saml_assertion", "samlResponseXml",
	}},
	{Rule{"saml.request", "a SAML request: its signature can be replayed", "saml", Secret, Any}, Param | Key, []string{
		"SAMLRequest", "saml_request", "saml-request",
	}},
	{Rule{"saml.artifact", "a SAML artifact: it can be changed into the user's sign-in", "saml", Secret, Any}, Param | Key, []string{
		"SAMLart", "saml_artifact", "saml-artifact",
	}},
	{Rule{"saml.relay-state", "the state of a SAML sign-in: it may hold a token", "state", Secret, Token}, Param | Key, []string{
		"RelayState", "relay_state", "relay-state",
	}},
	{Rule{"saml.xml-signature", "the signature or the encrypted part of a SAML assertion", "saml", Secret, Token}, Key, []string{
		"SignatureValue", "ds:SignatureValue", "dsig:SignatureValue", "CipherValue", "xenc:CipherValue", "e:CipherValue", "EncryptedAssertion", "EncryptedKey",
	}},
	{Rule{"saml.session-index", "the session at the identity provider that a SAML assertion speaks of", "session", Secret, Any}, Key, []string{
		"SessionIndex", "samlp:SessionIndex", "saml2p:SessionIndex", "session_index", "saml_session_index",
	}},
	{Rule{"saml.security-token", "a security token of a SOAP message: whoever has it can act as the user", "token", Secret, Any}, Key, []string{
		"BinarySecurityToken", "wsse:BinarySecurityToken", "o:BinarySecurityToken", "RequestedSecurityToken", "trust:RequestedSecurityToken", "t:RequestedSecurityToken",
		"wst:RequestedSecurityToken", "BinarySecret", "trust:BinarySecret", "t:BinarySecret", "wst:BinarySecret",
	}},
	{Rule{"saml.wsse-nonce", "the nonce of a password digest in a SOAP message", "nonce", Secret, Any}, Key, []string{
		"wsse:Nonce", "wsu:Nonce", "o:Nonce",
	}},
	{Rule{"saml.ws-federation", "a WS-Federation token: whoever has it can sign in as the user", "saml", Secret, Any}, Param, []string{
		"wresult", "wresultptr",
	}},
	{Rule{"saml.ws-context", "the state of a WS-Federation sign-in: it may hold a token", "state", Secret, Token}, Param | Key, []string{
		"wctx",
	}},
	{Rule{"saml.cas-ticket", "a CAS ticket: it signs the user in once", "ticket", Secret, Token}, Param, []string{
		"ticket", "pgtId", "pgtIou", "pgt", "lt", "serviceTicket", "service_ticket", "proxyTicket", "cas_ticket", "login_ticket", "loginTicket", "session_ticket", "sso_ticket", "auth_ticket", "authTicket",
	}},
	{Rule{"saml.execution", "the state of a sign-in that a form carries", "ticket", Secret, Token}, Param, []string{
		"execution",
	}},
	{Rule{"saml.cas-ticket-key", "a ticket of a single sign-on: it signs the user in", "ticket", Secret, Token}, Key, []string{
		"serviceTicket", "service_ticket", "cas:proxyGrantingTicket", "proxyGrantingTicket", "pgtIou", "authTicket", "auth_ticket", "grantingTicket", "ticketGrantingTicket", "loginTicket", "login_ticket",
		"cas:proxyTicket", "sessionTicket", "session_ticket", "sso_ticket",
	}},
	{Rule{"saml.kerberos", "a Kerberos ticket or NTLM answer: it signs the user in", "ticket", Secret, Token}, Param | Key, []string{
		"kerberosTicket", "kerberos_ticket", "krb5_ticket", "spnego_token", "spnegoToken", "gssapi_token", "negotiateToken", "ntlm_response", "ntlmResponse", "AP_REQ",
	}},
}
