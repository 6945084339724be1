package rule

// segmentNames are the segments of a path that stand before a token.
var segmentNames = []Names{
	{Rule{"segment.reset", "a link that opens an account without its password", "token", Secret, Token}, Segment, []string{
		"reset", "reset-password", "reset_password", "resetpassword", "password-reset", "password_reset", "passwordreset", "set-password", "recover", "recovery", "unlock", "forgot", "forgot-password", "change-password"}},
	{Rule{"segment.verify", "a link that confirms an address or an account", "token", Secret, Token}, Segment, []string{"verify", "verify-email", "verify_email", "verification", "confirm", "confirmation", "confirm-email", "activate", "activation", "email-verification", "validate"}},
	{Rule{"segment.invite", "an invitation: whoever has it can accept it", "token", Secret, Token}, Segment, []string{"invite", "invites", "invitation", "invitations", "accept-invite", "join", "magic", "magic-link", "magiclink", "magic_link", "unsubscribe", "share", "shared"}},
	{Rule{"segment.token", "a token in a path", "token", Secret, Token}, Segment, []string{"token", "tokens", "access-token", "auth", "oauth", "callback", "sso", "login", "signin", "otp", "apikey", "api-key", "key", "secret", "jwt"}},
	{Rule{"segment.session", "a session in a path", "session", Secret, Token}, Segment, []string{"session", "sessions", "sid"}},
	{Rule{"segment.webhook", "a webhook's address: whoever has it can post to it", "webhook", Secret, Token}, Segment, []string{"webhook", "webhooks", "hook", "hooks", "services", "workflows", "triggers", "IncomingWebhook", "webhookb2"}},
}
