package rule

// oauthNames are the parameters and keys of OAuth, OpenID Connect and the
// sign-in flows of identity providers.
var oauthNames = []Names{
	{Rule{"oauth.access-token", "an access token: whoever has it can act as the user", "token", Secret, Token}, Param | Key, []string{
		"access_token", "accessToken", "access-token", "oauth_access_token", "oauthAccessToken", "user_access_token", "userAccessToken", "page_access_token",
		"bearer_token", "bearerToken", "bearer", "provider_token", "providerToken", "app_access_token", "tenant_access_token", "dpop", "dpop_proof",
	}},
	{Rule{"oauth.token", "a token: whoever has it can act as the user", "token", Secret, Token}, Param | Key, []string{
		"token", "токен", "令牌", "トークン", "토큰", "jwt", "authToken", "auth_token", "auth-token", "user_token", "userToken", "client_token", "clientToken", "service_token", "serviceToken", "x-auth-token", "x-access-token", "jweToken", "jwtToken", "jwt_token",
		"token_value", "tokenValue", "raw_token", "rawToken", "share_token", "shareToken", "download_token", "downloadToken", "upload_token", "uploadToken", "file_token", "embed_token", "embedToken", "view_token", "preview_token", "guest_token", "guestToken", "autoStartToken", "qrStartToken",
	}},
	{Rule{"oauth.token-param", "a token in an address: whoever has it can act as the user", "token", Secret, Token}, Param, []string{
		"auth", "tk", "tok", "at", "authorization", "private_token", "feed_token", "rss_token", "job_token", "X-Plex-Token", "__clerk_db_jwt", "tempauth",
	}},
	{Rule{"oauth.refresh-token", "a refresh token: whoever has it gets new access tokens for as long as it lasts", "token", Secret, Token}, Param | Key, []string{
		"refresh_token", "refreshToken", "refresh-token", "oauth_refresh_token", "offline_token", "offlineToken", "provider_refresh_token", "foci_refresh_token",
	}},
	{Rule{"oauth.id-token", "an ID token: it proves to services who the user is", "jwt", Secret, Token}, Param | Key, []string{
		"id_token", "idToken", "id-token", "id_token_hint", "idTokenHint", "logout_token", "logoutToken", "identity_token", "identityToken", "firebase_id_token", "id_token_jwt",
	}},
	{Rule{"oauth.authorization-code", "an authorization code: it can be changed into tokens", "code", Secret, Grant}, Param, []string{
		"code", "auth_code", "authcode", "oauth_code", "authorization_code", "interaction_code", "session_code", "duo_code", "oobCode", "oob_code", "exchange_code", "js_code",
	}},
	{Rule{"oauth.code-key", "an authorization code: it can be changed into tokens", "code", Secret, Token}, Key, []string{
		"authorization_code", "authorizationCode", "auth_code", "authCode", "oauth_code", "oauthCode", "interaction_code", "interactionCode", "oobCode", "oob_code",
	}},
	{Rule{"oauth.random", "a random value that goes with a sign-in: it may stand for it", "code", Secret, Strong}, Key, []string{
		"code", "state", "ticket", "*ticket", "refresh", "resume", "pass_token", "kek", "dek", "cek", "access", "theme_token", "ctx", "captcha", "sessionInfo", "paymentData", "TokInfo", "temporaryProof", "LoginResult", "AuthenticateResult", "LogonResult", "login_flow_context", "deviceBinding", "StateContext", "transId", "magic", "argument", "authBlob", "authzBlob", "credBlob", "sessionBlob", "tokenBlob", "sessionGuard",
	}},
	{Rule{"oauth.state", "the state of a sign-in: it ties the answer to the browser that asked", "state", Secret, Token}, Param, []string{
		"state", "oauth_state", "oidc_state", "auth_state", "authState", "login_state",
	}},
	{Rule{"oauth.state-key", "the state of a sign-in: it ties the answer to the browser that asked", "state", Secret, Token}, Key, []string{
		"oauth_state", "oauthState", "oauth2State", "oidcState", "oidc_state", "auth_state", "authState", "login_state", "loginState", "stateHash",
	}},
	{Rule{"oauth.nonce", "a nonce: it ties a token to the request for it", "nonce", Secret, Token}, Param | Key, []string{
		"nonce", "oidc_nonce", "oidcNonce", "oauthNonce", "c_nonce", "oauth_nonce", "openid.response_nonce",
	}},
	{Rule{"oauth.code-verifier", "the PKCE secret: with the code it gets tokens", "secret", Secret, Token}, Param | Key, []string{
		"code_verifier", "codeVerifier", "code-verifier", "pkce_verifier", "pkceVerifier", "pkceCodeVerifier", "pkce_code_verifier", "co_verifier",
	}},
	{Rule{"oauth.client-secret", "an OAuth client secret: whoever has it can pose as the application", "secret", Secret, Any}, Param | Key, []string{
		"client_secret", "clientSecret", "client-secret", "app_secret", "appSecret", "app-secret", "consumer_secret", "consumerSecret", "oauth_client_secret", "oauthClientSecret", "SECRET_HASH", "secretHash",
	}},
	{Rule{"oauth.client-assertion", "a signed statement that stands for a sign-in", "jwt", Secret, Token}, Param | Key, []string{
		"client_assertion", "clientAssertion", "assertion", "jwt_assertion", "software_statement", "client_attestation", "client_attestation_pop",
	}},
	{Rule{"oauth.request-object", "a signed request or answer of a sign-in", "jwt", Secret, Token}, Param, []string{
		"request", "response", "request_uri", "requestUri",
	}},
	{Rule{"oauth.exchange-token", "a token given in exchange for another", "token", Secret, Token}, Param | Key, []string{
		"subject_token", "subjectToken", "actor_token", "actorToken", "requested_token", "requestedToken", "on_behalf_of_token", "delegation_token", "registration_access_token", "registrationAccessToken",
	}},
	{Rule{"oauth.device-code", "the secret of a device sign-in: it can be changed into tokens", "code", Secret, Token}, Param | Key, []string{
		"device_code", "deviceCode", "auth_req_id", "authReqId",
	}},
	{Rule{"oauth.user-code", "the short code of a device sign-in", "code", Secret, Code}, Param | Key, []string{
		"user_code", "userCode",
	}},
	{Rule{"oauth.one", "an OAuth 1 token or proof", "token", Secret, Token}, Param | Key, []string{
		"oauth_token", "oauthToken", "oauth_token_secret", "oauthTokenSecret", "oauth_verifier", "oauthVerifier", "token_secret", "tokenSecret",
	}},
	{Rule{"oauth.one-signature", "the signature of an OAuth 1 or OpenID request", "signature", Secret, Token}, Param | Key, []string{
		"oauth_signature", "openid.sig", "openid.assoc_handle", "openid.mac_key", "openid.enc_mac_key",
	}},
	{Rule{"oauth.flow", "the handle of a sign-in under way: whoever has it can go on with it", "state", Secret, Token}, Param | Key, []string{
		"stateToken", "state_token", "stateHandle", "state_handle", "interactionHandle", "interaction_handle", "flowToken", "flow_token", "sFT", "PPFT", "sCtx", "login_challenge", "loginChallenge", "consent_challenge",
		"logout_challenge", "login_verifier", "consent_verifier", "oktaStateToken", "authenticationFlowToken", "transactionToken", "transaction_token", "loginFlowToken", "mfa_pending_token",
		"authenticatorToken",
	}},
	{Rule{"oauth.flow-param", "the handle of a sign-in under way: whoever has it can go on with it", "state", Secret, Token}, Param, []string{
		"ctx", "StateContext", "threeDSSessionData", "MD", "ST1", "ST2",
	}},
	{Rule{"oauth.recovery", "a token that recovers or activates an account", "token", Secret, Token}, Param | Key, []string{
		"recovery_token", "recoveryToken", "activation_token", "activationToken", "reset_password_token", "resetPasswordToken", "reset_token", "resetToken", "password_reset_token", "passwordResetToken",
		"confirmation_token", "confirmationToken", "unlock_token", "unlockToken", "verification_token", "verificationToken", "email_token", "emailToken", "magic_token", "magicToken",
		"magic_link_token", "magicLinkToken", "token_hash", "tokenHash", "invitation_token", "invitationToken", "invite_token", "inviteToken", "login_token", "loginToken",
		"email_verification_token", "emailVerificationToken", "change_token", "unsubscribe_token", "changePasswordId",
	}},
	{Rule{"oauth.invite", "a code that lets someone in", "code", Secret, Token}, Param, []string{
		"invite", "invitation", "invite_code", "invitation_code", "magic", "magic_link", "activation_code", "reset_code", "reset_key", "rp_key", "unlock_code",
	}},
	{Rule{"oauth.step", "what a link carries that confirms, resets or shares: it opens what the link leads to", "token", Secret, Strong}, Param, []string{
		"verify", "confirm", "reset", "activate", "activation", "activation_key", "unsubscribe", "unsub", "preview", "share", "private", "access", "access_code", "accesscode", "passkey", "authz", "captcha", "user_key", "userkey", "rss_key", "TL", "sidt", "launch", "sst", "oas", "__cf_chl_tk", "__cf_chl_f_tk", "__cf_chl_rt_tk",
	}},
	{Rule{"oauth.link", "a signed message or key that opens what the link leads to", "ticket", Secret, Token}, Param, []string{
		"sso", "sso_token", "ssoToken", "bewit", "rlkey", "resourcekey", "MTID", "__clerk_ticket", "__clerk_status_ticket", "handoff_token", "handoffToken",
	}},
}
