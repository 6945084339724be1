package rule

// segmentNames are the segments of a URL's path that stand before a token.
// What stands behind a verb opens what it names; behind the name of a
// collection (segment.token, kinds session and webhook) ids are just ids.
var segmentNames = []Names{
	{Rule{"segment.reset", "a link that opens an account without its password", "token", Secret, Token}, Segment, []string{
		"reset", "resets", "reset-password", "reset_password", "resetpassword", "password-reset", "password_reset", "passwordreset", "password-resets", "password_resets", "set-password", "set_password", "setpassword", "new-password", "change-password", "change_password", "choose-password", "update-password", "forgot",
		"forgot-password", "forgot_password", "forgotpassword", "recover", "recovery", "recover-account", "account-recovery", "recover-password", "unlock", "unlock-account", "lost-password", "lostpassword", "password", "passwd", "pwreset", "resetpw",
		"passwort-vergessen", "passwort-zuruecksetzen", "kennwort-vergessen", "mot-de-passe-oublie", "reinitialisation", "reinitialiser", "restablecer-contrasena", "restablecer", "recuperar", "recuperar-contrasena", "redefinir-senha", "recuperar-senha", "reimposta-password", "wachtwoord-vergeten", "wachtwoord-resetten", "odzyskaj-haslo", "reset-hasla", "sifremi-unuttum", "zapomenute-heslo", "glemt-passord", "glomt-losenord",
	}},
	{Rule{"segment.verify", "a link that confirms an address or an account", "token", Secret, Token}, Segment, []string{
		"verify", "verify-email", "verify_email", "verifyemail", "verification", "verifications", "verify-account", "verify-device", "email-verification", "email_verification", "confirm", "confirmation", "confirmations", "confirm-email", "confirm_email", "confirm-account", "confirm-registration", "email-confirm", "email-confirmation",
		"activate", "activation", "activations", "activate-account", "account-activation", "validate", "validate-email", "registration", "change-email", "email-change", "change_email", "email_change", "optin", "double-opt-in",
		"bestaetigen", "bestaetigung", "aktivieren", "aktivierung", "freischalten", "confirmer", "activer", "confirmar", "activar", "ativar", "verificar", "conferma", "attiva", "bevestigen", "activeren", "aktywacja", "potwierdz", "potvrdit", "onayla", "aktivasyon",
	}},
	{Rule{"segment.invite", "an invitation: whoever has it can accept it", "token", Secret, Token}, Segment, []string{
		"invite", "invites", "shared_invite", "invitation", "invitations", "accept-invite", "accept_invite", "accept-invitation", "accept_invitation", "join", "join-team", "join-org", "team-invite", "org-invite", "enroll", "enroll-*", "enroll_*", "enrollment", "claim", "redeem", "einladung", "einladungen", "invitacion", "convite", "invito", "uitnodiging", "zaproszenie",
	}},
	{Rule{"segment.link", "a link that signs in or opens what it leads to", "token", Secret, Token}, Segment, []string{
		"magic", "magic-link", "magiclink", "magic_link", "magic-login", "login-link", "email-login", "passwordless", "autologin", "auto-login", "one-time-login", "onetime", "unsubscribe", "unsub", "opt-out", "optout", "share", "shared", "shares", "share-link", "sharing", "shared-link", "public-link", "secret-link", "download-link",
		"preview-link", "signed", "multipass",
	}},
	{Rule{"segment.page", "a link to a page of one person: it opens without signing in", "token", Secret, Strong}, Segment, []string{
		"accept", "decline", "rsvp", "sign", "esign", "signature", "signup", "register", "onboard", "onboarding", "welcome", "approve", "approval", "deactivate", "guest", "private", "secure", "feed", "feeds", "rss", "ical", "ics", "calendar", "cal", "edit", "qr", "cn", "checkouts", "checkout", "calendars", "impersonate",
	}},
	{Rule{"segment.code", "a code of a sign-in", "code", Secret, Token}, Segment, []string{
		"code", "otp", "totp", "2fa", "mfa", "device-code", "user-code", "auth-code", "oob",
	}},
	{Rule{"segment.token", "a token in a path", "token", Secret, Token}, Segment, []string{
		"token", "tokens", "access-token", "access_token", "accesstoken", "access-tokens", "refresh-token", "refresh_token", "api-token", "api-tokens", "auth", "oauth", "oauth2", "authenticate", "callback", "sso", "login", "log_in", "log-in", "signin", "sign-in", "sign_in", "apikey", "api-key", "api_key", "api-keys", "apikeys", "key", "secret",
		"secrets", "jwt", "bearer", "feed-token", "authorize", "logout", "tokenpluginfile.php", "websocket",
	}},
	{Rule{"segment.session", "a session in a path", "session", Secret, Token}, Segment, []string{
		"session", "sessions", "sid", "sessionid", "session-id", "session_id", "jsessionid", "user-sessions", "pubsub",
	}},
	{Rule{"segment.flow", "a sign-in or a page that is handed over in a path", "session", Secret, Strong}, Segment, []string{
		"flow", "login_flow", "login-flow", "handoff", "snapshots-delete", "l", "ott", "launch",
	}},
	{Rule{"segment.webhook", "a webhook's address: whoever has it can post to it", "webhook", Secret, Token}, Segment, []string{
		"webhook", "webhooks", "hook", "hooks", "IncomingWebhook", "incoming-webhook", "incoming_webhook", "incoming-webhooks", "webhookb2", "wpush", "inline2",
	}},
	{Rule{"segment.service", "the address of a service or a workflow: whoever has it can call it", "webhook", Secret, Strong}, Segment, []string{
		"services", "workflows", "triggers", "cron", "direct", "push", "guest-carts",
	}},
}
