package rule

var cookieNameExamples = map[string]example{
	"cookie.session":           {[]string{"connect.sid", "phpsessid", "JSESSIONID.a1b2c3d4", "PrestaShop-0f1e2d"}, []string{"acme", "theme"}},
	"cookie.sign-in":           {[]string{".ASPXAUTH", ".AspNetCore.CookiesC1", "wordpress_logged_in_0f1e", "__Secure-next-auth.session-token.0"}, []string{".AspNetCore.Culture", "wordpress_test_cookie"}},
	"cookie.token":             {[]string{"access_token", "JWT", "sb-abcdefgh-auth-token"}, []string{"token_count"}},
	"cookie.remember-me":       {[]string{"remember-me", "remember_web_59ba36add", "seraph.rememberme.cookie"}, []string{"remembered"}},
	"cookie.csrf":              {[]string{"XSRF-TOKEN", "csrftoken", ".AspNetCore.Antiforgery.9TtSrW0hzOs"}, []string{"csrf_seen"}},
	"cookie.oauth-state":       {[]string{"auth_verification", ".AspNetCore.Correlation.oidc.x9", "mod_auth_openidc_state_a1"}, []string{"statement"}},
	"cookie.identity-provider": {[]string{"ESTSAUTHPERSISTENT", "SAPISID", "__Secure-1PSIDTS", "keycloak_identity_legacy"}, []string{"okta_user_lang"}},
	"cookie.gateway":           {[]string{"MRHSession", "SMSESSION", "_shibsession_64656661", "AWSELBAuthSessionCookie-0"}, []string{"SMCHALLENGE", "AWSELB"}},
	"cookie.product":           {[]string{"user_session", "d", "cloud.session.token"}, []string{"dd"}},
	"cookie.signed-access":     {[]string{"CloudFront-Signature", "cloudfront-policy"}, []string{"CloudFront-Region"}},
	"cookie.balancer":          {[]string{"AWSALB", "BIGipServerpool_web_443", "__cflb"}, []string{"AWSELBAuthSessionCookie-0", "NSC_AAAC"}},
	"cookie.bot-check":         {[]string{"cf_clearance", "incap_ses_885_2345", "bm_sz"}, []string{"CF_Authorization"}},
	"cookie.analytics":         {[]string{"_ga", "_ga_ABC123", "mp_0f1e_mixpanel", "_hjSessionUser_12"}, []string{"_garden"}},
	"cookie.device":            {[]string{"_device_id", "browserid"}, []string{"BrowserIdle"}},
	"cookie.user":              {[]string{"dotcom_user", "c_user", "TWID"}, []string{"user_session", "user_timezone"}},
	"cookie.csrf-like":         {[]string{"acme_csrf", "acme-xsrf-token"}, []string{"_csrf", "acme"}},
	"cookie.session-like":      {[]string{"_acme_session", "acme.sid", "SESS0f1e2d", "__Host-acme"}, []string{"_ses", "acme_sessions_seen"}},
}
