package rule

// csrfNames are the tokens by which a site tells its own forms from forged
// ones.
var csrfNames = []Names{
	{Rule{"csrf.token", "a token against forged requests: with the session it lets one act as the user", "csrf", Secret, Token}, Param | Key, []string{
		"csrf", "*csrf", "*xsrf", "csrf_token", "csrfToken", "csrf-token", "_csrf", "_csrf_token", "csrfmiddlewaretoken", "csrf_test_name", "csrfKey", "csrf_key", "_csrf_key", "_csrf_id", "fwcsrf", "csrfNonce", "csrf_nonce",
		"xsrf", "_xsrf", "xsrf_token", "xsrfToken", "xsrf-token", "authenticity_token", "authenticityToken", "anti_csrf_token", "antiCsrfToken", "anticsrf", "anti_csrf", "antiForgeryToken", "antiforgery_token", "__csrf_magic", "YII_CSRF_TOKEN",
		"_csrfToken", "_csrf-frontend", "_csrf-backend", "x-csrf-token", "x-xsrf-token", "x-csrftoken", "csrf_hash", "csrfHash", "loginCsrfParam", "OWASP_CSRFTOKEN", "OWASP-CSRFTOKEN",
	}},
	{Rule{"csrf.form", "the token of a form: with the session it lets one send the form as the user", "csrf", Secret, Token}, Param | Key, []string{
		"_token", "form_token", "modhash", "vote_hash", "authURL", "phx-static", "phx-session", "formToken", "form_key", "formkey", "_wpnonce", "_ajax_nonce", "wpnonce", "wp_nonce", "wpApiNonce", "_nonce", "ajax_nonce", "security_nonce", "org.apache.struts.taglib.html.TOKEN", "struts.token",
		"__RequestVerificationToken", "RequestVerificationToken", "crumb", "Jenkins-Crumb", ".crumb", "posting_token", "securitytoken", "my_post_key", "edit_token",
		"wpEditToken", "wpLoginToken", "crumbValue", "crumb-value", "data[_Token][key]", "_Token[key]", "form_hash", "formhash", "post_key", "request_token", "requestToken", "closedpostboxesnonce", "samplepermalinknonce", "getpermalinknonce", "_inline_edit",
	}},
	{Rule{"csrf.short", "a short token against forged requests: with the session it lets one act as the user", "csrf", Secret, Code}, Param | Key, []string{
		"sesskey",
	}},
	{Rule{"csrf.vendor", "a vendor's token against forged requests: with the session it lets one act as the user", "csrf", Secret, Token}, Param | Key, []string{
		"atl_token", "atlToken", "atl-token", "ajs-atl-token", "g_ck", "sysparm_ck", "_CONFIRMATIONTOKEN", "aura.token", "fb_dtsg", "fb_dtsg_ag", "dtsg", "lsd", "jazoest", "apiCanary", "canary", "canaryToken", "sCanary", "requestDigest", "__REQUESTDIGEST",
		"formDigestValue", "FormDigest", "SYNCHRONIZER_TOKEN", "ct0", "SNlM0e", "bili_jct", "X-OWA-CANARY",
	}},
	{Rule{"csrf.random", "a token against forged requests, where it is random: with the session it lets one act as the user", "csrf", Secret, Strong}, Param | Key, []string{
		"dsc", "security",
	}},
	{Rule{"csrf.view-state", "the state of a form, signed by the server: it may hold data of the session", "state", Secret, Any}, Param, []string{
		"__VIEWSTATE", "__VIEWSTATE1", "__VIEWSTATE2", "__VIEWSTATE3", "__EVENTVALIDATION", "__PREVIOUSPAGE", "javax.faces.ViewState", "jakarta.faces.ViewState", "com.salesforce.visualforce.ViewState",
		"com.salesforce.visualforce.ViewStateMAC", "com.salesforce.visualforce.ViewStateCSRF", "javax.faces.ClientWindow", "__VSTATE",
	}},
	{Rule{"csrf.view-state-key", "the state of a form, signed by the server: it may hold data of the session", "state", Secret, Token}, Key, []string{
		"__VIEWSTATE", "__EVENTVALIDATION", "__PREVIOUSPAGE", "javax.faces.ViewState", "jakarta.faces.ViewState", "com.salesforce.visualforce.ViewState", "com.salesforce.visualforce.ViewStateMAC", "com.salesforce.visualforce.ViewStateCSRF",
	}},
	{Rule{"csrf.header", "a token against forged requests: with the session it lets one act as the user", "csrf", Secret, Token}, Header, []string{
		"X-CSRF-Token", "X-XSRF-Token", "X-CSRFToken", "X-XSRFToken", "X-CSRF-Header", "X-CSRF", "X-XSRF", "CSRF-Token", "XSRF-Token", "X-CSRF-JWT", "RequestVerificationToken", "X-RequestVerificationToken", "X-Request-Verification-Token", "__RequestVerificationToken",
		"X-OWA-CANARY", "Canary", "X-RequestDigest", "Atl-Token", "X-WP-Nonce", "X-Magento-Form-Key", "X-Form-Key", "X-UserToken", "X-Okta-XsrfToken", "X-FB-LSD", "X-FB-Dtsg", "X-Authenticity-Token", "Jenkins-Crumb", ".crumb", "X-Crumb", "X-GitLab-CSRF", "requesttoken",
		"X-Ajax-Token", "X-Anti-Forgery-Token", "AntiForgeryToken", "OWASP-CSRFTOKEN", "anti-csrftoken-a2z", "X-B2C-CSRF", "X-Sap-Csrf-Token", "X-HubSpot-CSRF-*",
	}},
}
