package rule

// cookieNames are the cookies of which more can be said than that all cookies
// go. Every value goes, whatever the cookie is for: the reason tells support
// what is missing.
var cookieNames = []Names{
	{Rule{"cookie.session", "a session cookie: whoever has it is signed in as the user", "session", Secret, Any}, Cookie, []string{
		"connect.sid", "session", "session.sig", "session_id", "session-token", "koa.sess", "koa.sess.sig", "koa:sess", "koa:sess.sig", "PHPSESSID", "JSESSIONID", "JSESSIONID.*",
		"JSESSIONIDSSO", "ASP.NET_SessionId", "ASPSESSIONID*", ".AspNetCore.Session", "laravel_session", "ci_session", "CAKEPHP", "symfony", "_session_id", "_session",
		"sessionid", "sessid", "sid", "rack.session",
		"MoodleSession*", "PrestaShop-*", "frontend", "wp_woocommerce_session_*", "_secure_session_id", "_shopify_essential", "appSession", "__session", "rails_session", "flask_session",
		"beaker.session.id", "play_session", "grafana_session", "splunkd_*", "session_id_*", "R_SESS", "argocd.token", "jweToken",
		"openshift-session-token", "vmware-api-session-id", "roundcube_sessid", "roundcube_sessauth", "oc_sessionPassphrase", "ZM_AUTH_TOKEN", "ZM_ADMIN_AUTH_TOKEN",
		"_zendesk_shared_session", "_zendesk_session", "intercom-session-*",
	}},
	{Rule{"cookie.sign-in", "a sign-in cookie: whoever has it is signed in as the user", "session", Secret, Any}, Cookie, []string{
		".ASPXAUTH", ".ASPXFORMSAUTH", ".ASPXROLES", ".AspNet.ApplicationCookie", ".AspNet.ExternalCookie", ".AspNetCore.Cookies*", ".AspNetCore.Identity.*", ".AspNet.*",
		"FedAuth", "FedAuth1", "rtFa", "SPOIDCRL", "next-auth.session-token*", "__Secure-next-auth.session-token*", "authjs.session-token*",
		"__Secure-authjs.session-token*", "better-auth.session_token", "better-auth.session_data", "wordpress_logged_in_*", "wordpress_sec_*", "user_credentials",
		"nc_token", "steamLoginSecure", "EPIC_BEARER_TOKEN",
	}},
	{Rule{"cookie.token", "a token kept in a cookie: whoever has it can act as the user", "token", Secret, Any}, Cookie, []string{
		"access_token", "accessToken", "access-token", "refresh_token", "refreshToken", "refresh-token", "id_token", "idToken", "id-token", "token", "jwt", "jwt_token", "auth", "auth-token", "authToken",
		"authorization", "bearer", "SSO", "sso_token", "user_token", "api_token", "api_key", "apikey", "token_v2", "login_token",
		"sb-*-auth-token", "sb-access-token", "sb-refresh-token", "CognitoIdentityServiceProvider.*", "amplify-*",
	}},
	{Rule{"cookie.remember-me", "a remember-me cookie: it signs the user in again", "token", Secret, Any}, Cookie, []string{
		"remember-me", "remember_me", "rememberme", "remember_token", "remember_web_*", "remember_user_token", "remember_*_token", "_identity", "seraph.rememberme.cookie",
		"ondemand.autologin", "KEYCLOAK_REMEMBER_ME", "glide_user", "known_sign_in", "autologin", "auth0-mf", "auth0-mf_compat", "glide_mfa_remembered_browser", "mfa_remember*",
	}},
	{Rule{"cookie.csrf", "the cookie half of a guard against forged requests", "csrf", Secret, Any}, Cookie, []string{
		"XSRF-TOKEN", "_csrf", "_csrf-frontend", "_csrf-backend", "csrftoken", "csrf_token", "csrf-token", "csrf_cookie", "csrf_cookie_name", "csrf", "xsrf", "_xsrf", "x-csrf-token", "csrf_token_*",
		"__RequestVerificationToken*", ".AspNetCore.Antiforgery.*", "next-auth.csrf-token", "__Host-next-auth.csrf-token", "authjs.csrf-token", "__Host-authjs.csrf-token",
		"atlassian.xsrf.token", "atlassian.account.xsrf.token", "sap-XSRF_*", "X-OWA-CANARY", "_oauth2_proxy_csrf", "splunkweb_csrf_token_*", "form_key", "ct0", "esctx",
		"esctx-*",
	}},
	{Rule{"cookie.oauth-state", "the state of a sign-in under way", "state", Secret, Any}, Cookie, []string{
		".AspNetCore.Correlation.*", ".AspNetCore.OpenIdConnect.Nonce.*", "OpenIdConnect.nonce.*", "okta-oauth-nonce", "okta-oauth-state", "okta-oauth-redirect-params",
		"oktaStateToken", "a0:state", "auth_verification", "next-auth.state", "next-auth.nonce", "next-auth.pkce.code_verifier", "__Secure-next-auth.state", "authjs.state",
		"authjs.pkce.code_verifier", "__Secure-next-auth.pkce.code_verifier", "__Secure-authjs.pkce.code_verifier", "_shibstate_*", "mod_auth_openidc_state_*",
		"KC_RESTART", "KC_STATE_CHECKER", "oauth_state", "oauth2_state", "oidc_state", "oidc_nonce", "pkce_verifier", "code_verifier", "state", "nonce",
	}},
	{Rule{"cookie.identity-provider", "the session at an identity provider: it signs the user in everywhere", "session", Secret, Any}, Cookie, []string{
		"idx", "xids", "DT", "sids", "okta-token-storage*", "auth0", "auth0_compat", "a0_users:sess", "a0_users:sess.sig", "a0:session",
		"ESTSAUTH", "ESTSAUTHPERSISTENT", "ESTSAUTHLIGHT", "SignInStateCookie", "CCState", "x-ms-RefreshTokenCredential*", "MSPAuth", "MSPProf", "RPSSecAuth", "RPSTAuth", "WLSSC",
		"MSISAuth*", "OIDCAuthCookie", "AppServiceAuthSession*", "StaticWebAppsAuthCookie", "HSID", "SSID", "APISID", "SAPISID", "LSID", "OSID", "SIDCC", "__Secure-1PSID*",
		"__Secure-3PSID*", "__Secure-1PAPISID", "__Secure-3PAPISID", "__Secure-OSID", "__Host-GAPS", "ACSID", "SACSID", "__client", "__clerk_db_jwt", "__session_*",
		"wos-session", "stytch_session", "stytch_session_jwt", "DS", "DSR", "ory_kratos_session", "ory_session_*", "KEYCLOAK_SESSION*", "KEYCLOAK_IDENTITY*",
		"AUTH_SESSION_ID*", "authelia_session", "authentik_session", "saml_session", "studio.crowd.tokenkey", "crowd.token_key",
	}},
	{Rule{"cookie.gateway", "the session at a single sign-on gateway or VPN: it opens what is behind it", "session", Secret, Any}, Cookie, []string{
		"PF", "PF.PERSISTENT", "PA.*", "iPlanetDirectoryPro", "SMSESSION", "SMIDENTITY", "ObSSOCookie", "OAMAuthnCookie*", "OAM_ID", "LtpaToken*", "LtpaToken", "DomAuthSessId",
		"MYSAPSSO2", "SAP_SESSIONID_*", "PS_TOKEN", "_shibsession_*", "shib_idp_session", "shib_idp_session_ss", "SimpleSAMLSessionID", "SimpleSAMLAuthToken", "TGC", "CASTGC",
		"MOD_AUTH_CAS", "MOD_AUTH_CAS_S", "mod_auth_openidc_session*", "_oauth2_proxy", "_oauth2_proxy_*", "_pomerium", "_pomerium_*", "_forward_auth", "CF_Authorization", "CF_AppSession",
		"CF_Session", "vses2", "MRHSession", "LastMRH_Session", "F5_ST", "DSID", "DSSignInURL", "SVPNCOOKIE", "webvpn", "webvpnlogin", "NSC_AAAC", "NSC_TMAS", "NSC_TASS", "CtxsAuthId",
		"GCP_IAAP_AUTH_TOKEN_*", "GCP_IAP_UID", "AWSELBAuthSessionCookie*", "aws-creds", "__Host-grv_app_session", "teleport*",
	}},
	{Rule{"cookie.product", "the session of a known product: whoever has it is signed in as the user", "session", Secret, Any}, Cookie, []string{
		"user_session", "__Host-user_session_same_site", "_gh_sess", "saved_user_sessions", "_gitlab_session", "cloud.session.token", "tenant.session.token", "aws-waf-token",
		"customer.account.session.token", "glide_user_session", "glide_session_store", "glide_user_activity", "sid_Client", "clientSrc", "d", "li_at", "auth_token", "kdt",
		"xs", "reddit_session", "sp_dc", "sp_key", "NetflixId", "SecureNetflixId", "at-main", "sess-at-main", "x-main", "at-acb*", "sess-at-acb*", "cart", "hubspotapi*",
	}},
	{Rule{"cookie.signed-access", "signed access to files: whoever has it can fetch them", "signature", Secret, Any}, Cookie, []string{
		"CloudFront-Policy", "CloudFront-Signature", "CloudFront-Key-Pair-Id", "Cloud-CDN-Cookie", "hdnts", "hdntl", "hdnea", "edge-cache-cookie",
	}},
	{Rule{"cookie.balancer", "keeps a browser on one server; some name an internal address", "cookie", Secret, Any}, Cookie, []string{
		"AWSALB", "AWSALBCORS", "AWSALBTG", "AWSALBTGCORS", "AWSALBAPP-*", "AWSELB", "AWSELBCORS", "ARRAffinity", "ARRAffinitySameSite", "BIGipServer*", "glide_user_route", "lidc", "__cflb",
		"amlbcookie", "nlbi_*", "x-ms-gateway-slice", "stsservicecookie", "ROUTEID", "SERVERID", "X-Mapping-*", "X-Oracle-BMC-LBS-Route", "GCLB", "NSC_*", "INGRESSCOOKIE",
	}},
	{Rule{"cookie.bot-check", "a bot manager's mark: identifies the browser and that it passed the check", "cookie", Secret, Any}, Cookie, []string{
		"cf_clearance", "__cf_bm", "_cfuvid", "__cfruid", "__cfwaitingroom*", "cf_chl_*", "ak_bmsc", "bm_*", "_abck", "incap_ses_*", "visid_incap_*", "datadome", "_px3", "_px2", "_pxhd", "_pxvid",
		"_pxde", "reese84", "TS01*", "AEC", "__stripe_mid", "__stripe_sid", "KP_UIDz*", "aws-waf-*", "fpc", "___utmvc",
	}},
	{Rule{"cookie.analytics", "analytics or advertising: identifies the browser", "cookie", Secret, Any}, Cookie, []string{
		"_ga", "_ga_*", "_gid", "_gat", "_gat_*", "_gcl_*", "__utm*", "_fbp", "_fbc", "fr", "datr", "sb", "_hj*", "amplitude_id_*", "AMP_*", "mp_*_mixpanel", "ph_*_posthog", "hubspotutk",
		"__hstc", "__hssc", "__hssrc", "intercom-id-*", "intercom-device-id-*", "_dd_s", "optimizelyEndUserId", "AMCV_*", "AMCVS_*", "s_vi", "s_ecid", "dtCookie", "rxVisitor", "rxvt", "dtPC", "dtSa",
		"ajs_anonymous_id", "_shopify_y", "_shopify_s", "_clck", "_clsk", "MUID", "_uetsid", "_uetvid", "IDE", "NID", "1P_JAR", "DV", "_pin_unauth", "_ttp", "_scid", "_rdt_uuid", "_pk_id*", "_pk_ses*",
		"_vwo_*", "_mkto_trk", "personalization_id", "guest_id", "bcookie", "bscookie", "visitor_id*", "_sp_id*", "_sp_ses*", "buid", "vuid", "mbox", "kndctr_*", "_parsely_*", "_lr_*",
	}},
	{Rule{"cookie.device", "identifies a device or browser to the service", "cookie", Secret, Any}, Cookie, []string{
		"_device_id", "device_id", "deviceId", "did", "did_compat", "ClientId", "BrowserId", "BrowserId_sec", "session-id", "ubid-main", "ubid-acb*", "b", "visitorId", "uuid",
	}},
	{Rule{"cookie.user", "names the user", "user", Secret, Any}, Cookie, []string{
		"dotcom_user", "c_user", "twid", "ds_user_id", "ajs_user_id", "aws-userInfo", "autocomplete", "disco", "oid", "user_id", "userid", "username", "user", "uid", "login", "email", "sap-usercontext",
	}},
	// Last, for their wildcards are wide.
	{Rule{"cookie.csrf-like", "its name says that it guards against forged requests", "csrf", Secret, Any}, Cookie, []string{
		"*_csrf", "*-csrf", "*csrftoken", "*csrf_token", "*csrf-token", "*xsrf-token", "*xsrf_token",
	}},
	{Rule{"cookie.session-like", "its name says that it is a session: whoever has it may be signed in as the user", "session", Secret, Any}, Cookie, []string{
		"*_session", "*-session", "*.session", "*_sess", "*_sessid", "*sessionid", "*session_id", "*session-id", "*sessiontoken", "*session_token", "*session-token", "*.sid", "SESS*", "SSESS*",
		"__Host-*", "__Secure-*",
	}},
}
