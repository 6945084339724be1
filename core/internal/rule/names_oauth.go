package rule

// oauthNames are the parameters and members of OAuth 2.0, its extensions,
// OAuth 1.0 and OpenID Connect.
var oauthNames = []Names{
	{Rule{"oauth.access-token", "an OAuth access token: whoever has it can act as the user", "token", Secret, Token}, Param | Key, []string{
		"access_token", "accessToken", "access-token", "oauth_token", "oauth_access_token", "bearer_token", "bearerToken", "authToken", "auth_token", "authtoken", "auth-token", "token", "subject_token", "actor_token",
		"registration_access_token", "logout_token", "oauthToken", "AccessToken", "jwt", "id_token", "idToken", "id-token", "id_token_hint", "idtoken", "IdToken", "aura.token", "flowToken", "sft", "PPFT"}},
	{Rule{"oauth.refresh-token", "an OAuth refresh token: whoever has it can get new tokens", "token", Secret, Token}, Param | Key, []string{"refresh_token", "refreshToken", "refresh-token", "RefreshToken", "offline_token"}},
	{Rule{"oauth.code", "an authorization code: it can be turned into a token", "code", Secret, Code}, Param, []string{"code", "auth_code", "authcode", "authorization_code", "oobCode", "interaction_code"}},
	{Rule{"oauth.code-key", "an authorization code: it can be turned into a token", "code", Secret, Token}, Key, []string{"authorization_code", "authorizationCode", "auth_code", "authCode", "oauthCode", "oauth_code", "oobCode", "interaction_code", "interactionCode"}},
	{Rule{"oauth.device-code", "a device code: whoever has it gets the token", "code", Secret, Token}, Param | Key, []string{"device_code", "deviceCode", "auth_req_id"}},
	{Rule{"oauth.user-code", "a code that the user types to let a device in", "code", Secret, Code}, Param | Key, []string{"user_code", "userCode"}},
	{Rule{"oauth.state", "the state that ties a sign-in to its browser", "state", Secret, Token}, Param, []string{"state", "oauth_state", "auth_state", "authState", "ctx", "wctx", "RelayState"}},
	{Rule{"oauth.state-key", "the state that ties a sign-in to its browser", "state", Secret, Token}, Key, []string{"oauth_state", "oauthState", "auth_state", "stateToken", "stateHandle", "interactionHandle", "interaction_handle", "RelayState", "wctx"}},
	{Rule{"oauth.state-param", "a handle of a running sign-in", "state", Secret, Token}, Param, []string{"stateToken", "stateHandle", "interaction_handle", "execution", "lt", "request_uri"}},
	{Rule{"oauth.nonce", "a nonce that ties a token to its request", "nonce", Secret, Token}, Param | Key, []string{"nonce", "oauth_nonce", "openid.response_nonce", "paymentMethodNonce", "payment_method_nonce"}},
	{Rule{"oauth.verifier", "the secret half of PKCE", "secret", Secret, Token}, Param | Key, []string{"code_verifier", "codeVerifier", "oauth_verifier", "pkce_verifier", "pkceVerifier"}},
	{Rule{"oauth.client-secret", "the secret of an application", "secret", Secret, Any}, Param | Key, []string{"client_secret", "clientSecret", "client-secret", "app_secret", "appSecret", "consumer_secret", "consumerSecret", "oauth_token_secret", "SECRET_HASH", "SECRET_BLOCK"}},
	{Rule{"oauth.assertion", "a signed statement that stands for a password", "jwt", Secret, Token}, Param | Key, []string{"client_assertion", "clientAssertion", "assertion", "request", "response", "client_info_token", "dpop", "dpop_proof"}},
	{Rule{"oauth.signature", "a signature over a request", "signature", Secret, Token}, Param | Key, []string{"oauth_signature", "openid.sig", "PASSWORD_CLAIM_SIGNATURE"}},
	{Rule{"oauth.recovery", "a token that opens an account without a password", "token", Secret, Token}, Param | Key, []string{"recovery_token", "recoveryToken", "activationToken", "activation_token", "reset_password_token", "confirmation_token", "unlock_token", "invitation_token", "token_hash", "magic", "magic_token", "magicToken", "__clerk_ticket", "reset_token", "resetToken", "verification_token", "verificationToken", "email_token", "invite_token", "inviteToken", "invite", "share_token"}},
}
