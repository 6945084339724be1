package rule

// sessionNames are the parameters and keys that carry a session.
var sessionNames = []Names{
	{Rule{"session.token", "a session token: whoever has it is signed in as the user", "session", Secret, Token}, Param | Key, []string{
		"sessionToken", "session_token", "session-token", "SessToken", "session_jwt", "sessionJwt", "session_secret", "sessionSecret", "session_key", "sessionKey", "session_cookie", "sessionCookie",
		"user_session", "userSession", "auth_session", "authSession", "login_session", "loginSession", "session_handle", "sessionHandle", "session_data", "sessionData", "x-session-token", "remember_me", "rememberMe", "sessionRef", "spnego", "tgc", "sitzung", "sessao", "sessão", "sesion", "sesión", "sessione", "SMSESSION", "iPlanetDirectoryPro", "ObSSOCookie", "OAMAuthnCookie", "LtpaToken", "LtpaToken2", "npsso", "SESSDATA", "resumeid", "UIDARUBA", "stok", "ubus_rpc_session",
	}},
	{Rule{"session.id", "a session id: many services take it for the sign-in itself", "session", Secret, Token}, Param | Key, []string{
		"sessionId", "session_id", "session-id", "sessid", "sess_id", "jsessionid", "PHPSESSID", "ASPSESSIONID", "ASP.NET_SessionId", "connect.sid", "cfid", "user_session_id", "userSessionId",
		"auth_session_id", "authSessionId", "web_session_id", "idSessao", "idSessione", "idSesion", "idSitzung", "идентификатор_сессии", "X-Session-Id", "SAP_SESSIONID", "sap-contextid", "sap-sessionid", "SERVERSESSIONID", "http_session_id", "httpSessionId",
	}},
	{Rule{"session.cold-fusion", "half of a session of ColdFusion: with its number it is the session", "session", Secret, Code}, Param | Key, []string{
		"CFTOKEN",
	}},
	{Rule{"session.sid", "a session id in the address: whoever has it can take over the session", "session", Secret, Token}, Param, []string{
		"sid", "session", "sess", "s_id", "SessionGuid", "gsessionid", "osCsid", "zenid", "sesid", "OTRSAgentInterface", "OTRSCustomerInterface", "OTOBOAgentInterface", "OTOBOCustomerInterface", "ZnunyAgentInterface", "ssid", "usid",
	}},
	{Rule{"session.key", "a session or the state of a sign-in challenge: whoever has it can go on with it", "session", Secret, Token}, Key, []string{
		"Session", "sid", "X-Sid", "sess", "X-Sess", "ChallengeSession", "challenge_session", "SECRET_BLOCK", "PASSWORD_CLAIM_SECRET_BLOCK", "PASSWORD_CLAIM_SIGNATURE",
	}},
	{Rule{"session.cookie", "a cookie, where it is random: it may keep someone signed in", "cookie", Secret, Strong}, Param | Key, []string{
		"cookie", "setCookie", "set_cookie", "set-cookie", "cookieValue", "cookie_value", "cookieHeader", "cookie_header", "portal-userauthcookie", "prelogin-cookie", "userauthcookie",
	}},
	{Rule{"session.connection", "a connection token: whoever has it can join the live connection", "session", Secret, Token}, Param | Key, []string{
		"connectionToken", "connection_token", "socket_token", "socketToken", "websocket_token", "websocketToken", "ws_token", "wsToken", "realtime_token", "realtimeToken", "ably_token", "secretSocketId",
	}},
	{Rule{"session.product", "the session, or the mark of one, of a known product, where it is random", "session", Secret, Strong}, Param | Key, []string{
		"_sn", "SRN", "ICSID", "xsauth", "sap-wd-secure-id", "ur_Z", "OAM_REQ", "encquery", "encreply", "wxsid", "pass_ticket", "azt", "FormDataStr", "DSIDFormDataStr", "flowExecutionKey", "j_salt", "STAID", "authcookie", "outCookie", "nsp", "nsp_str",
	}},
	{Rule{"session.impersonation", "a token by which support or an administrator acts as the user", "session", Secret, Token}, Param | Key, []string{
		"impersonation_token", "impersonationToken", "impersonate_token", "sudo_token", "sudoToken", "switch_user_token",
	}},
	{Rule{"session.captcha", "the answer to a captcha: good for one request", "token", Secret, Token}, Param | Key, []string{
		"captchaResp", "g-recaptcha-response", "h-captcha-response", "cf-turnstile-response", "frc-captcha-solution", "recaptchaToken", "recaptcha_token", "recaptcha_response", "recaptchaResponse", "gRecaptchaResponse",
		"captchaToken", "captcha_token", "captcha_response", "captchaResponse", "hcaptcha_token", "hcaptchaToken", "turnstileToken", "turnstile_token", "captcha_key", "x-recaptcha-token", "captchaSolution", "gcaptcha_response",
	}},
	{Rule{"session.captcha-header", "the answer to a captcha: good for one request", "token", Secret, Token}, Header, []string{
		"X-Recaptcha-Token", "X-Captcha-Token", "X-Turnstile-Token", "X-Hcaptcha-Token", "X-Captcha-Response", "X-Captcha-Key", "X-Recaptcha-Response",
	}},
}
