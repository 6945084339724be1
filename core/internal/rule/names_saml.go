package rule

// samlNames are SAML, WS-Federation and CAS.
var samlNames = []Names{
	{Rule{"saml.message", "a SAML message or WS-Federation token: its signatures and encrypted parts go", "saml", Secret, Any}, Param | Key, []string{"SAMLResponse", "SAMLRequest", "saml_response", "samlResponse", "saml_assertion", "samlAssertion", "wresult"}},
	{Rule{"saml.artifact", "a handle by which a SAML assertion is fetched", "saml", Secret, Token}, Param | Key, []string{"SAMLart", "saml_artifact"}},
	{Rule{"saml.signature", "the signature or the encrypted part of a SAML message", "saml", Secret, Token}, Key, []string{"SignatureValue", "CipherValue", "BinarySecurityToken"}},
	{Rule{"saml.session-index", "the identity provider's handle of the session", "session", Secret, Token}, Key, []string{"SessionIndex"}},
	{Rule{"saml.redirect-signature", "the signature of a redirect or a signed URL", "signature", Secret, Token}, Param, []string{"Signature"}},
	{Rule{"cas.ticket", "a CAS ticket: it signs its holder in", "ticket", Secret, Token}, Param, []string{"ticket", "pgtId", "pgtIou", "pgt"}},
}
