package rule

var sessionNameExamples = map[string]example{
	"session.token":          {[]string{"sessionToken", "session_key"}, []string{"sessionTimeout"}},
	"session.id":             {[]string{"sessionId", "JSESSIONID", "connect.sid"}, []string{"sessionCount"}},
	"session.cold-fusion":    {[]string{"CFTOKEN", "cftoken"}, []string{"cfid"}},
	"session.sid":            {[]string{"sid", "SESSION"}, []string{"side"}},
	"session.key":            {[]string{"session", "SECRET_BLOCK"}, []string{"sessions", "side"}},
	"session.cookie":         {[]string{"cookie", "setCookie"}, []string{"cookies", "cookieName"}},
	"session.connection":     {[]string{"connectionToken", "connection_token"}, []string{"connectionId"}},
	"session.impersonation":  {[]string{"impersonation_token", "sudoToken"}, []string{"impersonated"}},
	"session.product":        {[]string{"ICSID", "xsauth", "sap-wd-secure-id"}, []string{"sn", "xsauthor"}},
	"session.captcha":        {[]string{"g-recaptcha-response", "captchaToken"}, []string{"captchaType"}},
	"session.captcha-header": {[]string{"X-Recaptcha-Token", "x-turnstile-token"}, []string{"X-Captcha-Type"}},
}
