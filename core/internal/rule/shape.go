package rule

// The rules that neither a name nor a vendor's format tells, but what a value
// is made of or the syntax it stands in.
var (
	JWT        = &Rule{"shape.jwt", "the signature of a JSON Web Token: without it the token is worthless", "jwt", Secret, Any}
	JWE        = &Rule{"shape.jwe", "an encrypted JSON Web Token: whoever has it can use it", "jwt", Secret, Any}
	JWK        = &Rule{"shape.jwk", "the private part of a JSON Web Key", "key", Secret, Any}
	Bearer     = &Rule{"shape.bearer", "a token behind the word that announces it", "token", Secret, Any}
	Basic      = &Rule{"shape.basic", "a user name and password in base64", "credential", Secret, Any}
	UserInfo   = &Rule{"shape.userinfo", "a password written into a URL", "password", Secret, Any}
	SignedPath = &Rule{"shape.signed-path", "what signs an address, behind the time up to which that holds", "signature", Secret, Any}
	AuthInfo   = &Rule{"shape.auth-param", "a proof or nonce of an HTTP authentication scheme", "credential", Secret, Any}
	Card       = &Rule{"shape.card", "a payment card number with a right check digit", "card", Secret, Any}
	Member     = &Rule{"shape.member", "one of several secrets, by the name they stand under", "secret", Secret, Strong}
	Fragment   = &Rule{"shape.fragment", "a key in the fragment of a link: it opens what the link leads to", "key", Secret, Strong}
	Hidden     = &Rule{"shape.password-input", "the value of a password field", "password", Secret, Any}
	Assert     = &Rule{"shape.saml", "the signature or the encrypted part of a SAML assertion", "saml", Secret, Any}
	Email      = &Rule{"shape.email", "an e-mail address", "email", Personal, Any}
	User       = &Rule{"shape.user", "a user name sent with a proof of it", "user", Personal, Any}
	DSN        = &Rule{"shape.dsn", "a Sentry DSN: public by design", "key", Publishable, Any}
	Body       = &Rule{"shape.body", "a body that could not be inspected", "body", Secret, Any}
	IPv4       = &Rule{"shape.ipv4", "an IP address", "ip", Personal, Any}
)

// What is said of bodies where all of them go.
var (
	RequestBody  = &Rule{"body.request", "the body of a request", "body", Secret, Any}
	ResponseBody = &Rule{"body.response", "the body of a response", "body", Secret, Any}
	FormField    = &Rule{"body.field", "what was sent in the field of a form", "body", Secret, Any}
	Message      = &Rule{"body.message", "a message of a WebSocket or an event stream", "body", Secret, Any}
)
