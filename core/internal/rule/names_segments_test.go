package rule

var segmentNameExamples = map[string]example{
	"segment.reset":   {[]string{"reset", "reset-password", "PASSWORD_RESET"}, []string{"presets"}},
	"segment.verify":  {[]string{"verify-email", "confirm", "ACTIVATE"}, []string{"verified"}},
	"segment.invite":  {[]string{"invite", "invitations", "JOIN"}, []string{"joined"}},
	"segment.link":    {[]string{"magic-link", "share", "unsubscribe"}, []string{"shareholders"}},
	"segment.page":    {[]string{"rsvp", "ONBOARDING", "private"}, []string{"welcomed", "pages"}},
	"segment.code":    {[]string{"otp", "MFA"}, []string{"codes"}},
	"segment.token":   {[]string{"token", "sso", "CALLBACK"}, []string{"tokenizer"}},
	"segment.session": {[]string{"session", "SESSIONS"}, []string{"sessionize"}},
	"segment.flow":    {[]string{"flow", "handoff"}, []string{"flows", "launches"}},
	"segment.webhook": {[]string{"hooks", "webhooks"}, []string{"hooked"}},
	"segment.service": {[]string{"services", "workflows"}, []string{"service"}},
}
