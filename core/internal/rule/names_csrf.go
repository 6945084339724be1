package rule

// csrfNames guard against forged requests.
var csrfNames = []Names{
	{Rule{"csrf.token", "a token against forged requests, tied to the session", "csrf", Secret, Token}, Param | Key, []string{
		"csrf", "csrf_token", "csrfToken", "csrf-token", "csrftoken", "_csrf", "_csrf_token", "xsrf", "xsrfToken", "xsrf_token", "_xsrf", "authenticity_token", "csrfmiddlewaretoken", "_token",
		"__RequestVerificationToken", "RequestVerificationToken", "__VIEWSTATE", "__EVENTVALIDATION", "javax.faces.ViewState", "jakarta.faces.ViewState", "com.salesforce.visualforce.ViewState", "org.apache.struts.taglib.html.TOKEN",
		"OWASP_CSRFTOKEN", "form_token", "form_key", "atl_token", "sesskey", "_wpnonce", "wpnonce", "sysparm_ck", "g_ck", "fb_dtsg", "lsd", "jazoest", "_CONFIRMATIONTOKEN", "requestDigest", "formDigestValue", "canary", "apiCanary", "logintoken", "anti_csrf", "antiForgeryToken"}},
	{Rule{"csrf.captcha", "the answer to a captcha", "token", Secret, Token}, Param | Key, []string{"g-recaptcha-response", "h-captcha-response", "cf-turnstile-response", "recaptchaToken", "captchaToken", "recaptcha_token", "captcha_token"}},
}
