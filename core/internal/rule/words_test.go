package rule

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWordsOfSecrets(t *testing.T) {
	for _, n := range []string{
		"myapp_auth_token", "acmeAuthToken", "vendorApiSecret", "stripeSecretKey", "user_password", "userPassword", "dbPassword", "accesstoken",
		"X-Acme-Session-Token", "initech_session_id", "sessionId", "accessToken2", "token_2", "csrf", "acmeCsrfToken", "XSRFToken", "APIKey", "myApiKey",
		"private_key", "encryptionKey", "smtp_passwd", "oauth2Token", "otp", "smsCode", "backupCodes", "recovery_codes", "cardNumber", "cvv2", "card_cvc",
		"webhookSecret", "clientSecret", "hmac", "requestSignature", "appPassword", "jwt", "user_jwt", "idTokenRaw", "credentials", "totpSeed", "passwordHash",
		"deployKey", "storage_account_key", "magicLink", "2faCode", "serviceAccountKey", "licenseKey", "bearerToken", "apitoken",
		"mytoken", "X-EBAY-SOA-SECURITY-IAFTOKEN", "privateKeyB64", "secret_base64", "unseal_keys_b64", "STRIPE_KEY", "bindPw", "doorCode", "atmPin", "krbTicket",
		"auth_tkn", "refreshTkn", "sessionIdentifier", "session_ref", "sitzungsId", "auth_value", "merchantKey", "priv_key", "loginHash", "client_sec", "GH_PAT", "x-authz",
		"securityAnswer", "hint_answer", "apiPass", "keystore_pass", "current_pass", "pw", "loginPw", "dbpw", "mdp", "zugriffsschluessel", "stoken",
		"jetonAcces", "cle_api", "claveSecreta", "chave_de_api", "codigo_verificacion", "token_acceso", "password_new", "pwOld",
		"loginTkt", "userSess", "logonTicket", "loginCookie", "mobilePin", "tanCode", "sessionReference", "MAILER_PASS", "pickupPin", "contrasenaNueva", "senhaAtual", "recoverKey", "handshakeKey", "deviceBindingKey", "kontoPin", "mobileSig",
	} {
		r := byWords(Key, []byte(n))
		require.NotNil(t, r, n)
		require.Equal(t, Secret, r.Treat, n)
	}
	for _, n := range []string{"X-Acme-Session", "X-User-Token", "X-Initech-Auth", "X-Foo-Key", "My-Signature", "X-Vendor-Sid", "KC-API-SIGN"} {
		require.NotNil(t, byWords(Header, []byte(n)), n)
	}
}

func TestWordsThatAreHarmless(t *testing.T) {
	for _, n := range []string{
		"parseToken", "tokens_used", "password_required", "token_type", "expires_in", "max_tokens", "tokenizer", "secretary", "passport", "author",
		"authority", "keyboard", "sessionStorage", "session_duration", "cookieBanner", "cookiesEnabled", "csrfHeaderName", "passwordHint", "pinned",
		"pinterest", "monkey", "hockey", "keyframes", "signup", "signal", "design", "assign", "authored_by", "compass", "bypass", "passive", "passenger",
		"tokenUrl", "tokenEndpoint", "nextPageToken", "page_token", "continuationToken", "syncToken", "public_key", "publicKey", "publishableKey",
		"tokenExpiresIn", "secretName", "completion_tokens", "promptTokens", "input_tokens", "totalTokens", "key", "keys", "code", "statusCode", "errorCode",
		"countryCode", "zipCode", "postal_code", "languageCode", "primaryKey", "foreign_key", "cacheKey", "sortKey", "partition_key", "i18nKey", "keyId",
		"sessionTimeout", "isPasswordValid", "showPassword", "getToken", "setPassword", "hasSession", "passwordStrength", "password_min_length",
		"phoneNumber", "orderNumber", "accountNumber", "hash", "contentHash", "id", "userId", "token_id_hint", "sessionCount", "auth_time", "authMethod",
		"authType", "isAuthenticated", "ticketCount", "certificate", "thumbprint", "publicKeyPem", "signatureAlgorithm", "signInUrl", "csrfParam",
		"tokenLifetime", "cookieDomain", "cookieName", "secure", "httpOnly", "sameSite", "pass", "passed", "passRate", "auth", "sid",
		"design_tokens", "cssToken", "link", "permalink", "seed", "number", "nonceLength", "otpLength", "pinCode2Length", "tokenized", "CACHE_KEY_NAME", "PUBLIC_KEY", "STRIPE_PUBLISHABLE_KEY", "base64",
		"boardingPass", "ski_pass", "path", "pattern", "compat", "clave_foranea", "token_ring", "codigo_postal", "code_postal", "answer", "faqAnswer", "secs", "stripeSec", "auth_id", "authUser", "sessionIndex",
		"tokenHash_length", "keypad", "passcount", "userkey", "barcode", "shortcode", "geocode", "parentTicket", "mailerPass", "BOARDING_PASS_URL", "supportTicket", "largeBlobs", "mapPin", "designSig", "bindingKeyName", "channelKey", "assessSess", "sensaActual", "assessionid_count", "obsession_level",
	} {
		require.Nil(t, byWords(Key, []byte(n)), n)
	}
}

func TestSplit(t *testing.T) {
	for in, want := range map[string][]string{
		"APIKey": {"api", "key"}, "x-user-token": {"x", "user", "token"}, "oauth2Token": {"oauth2", "token"}, "aB": {"a", "b"},
		"user[password]": {"user", "password"}, "": nil, "2fa_code": {"2fa", "code"}, "a.b.c.d.e.f.g.h.i.j": {"d", "e", "f", "g", "h", "i", "j"},
	} {
		var buf [maxName]byte
		var ends [maxWords + 1]int
		n, b := split([]byte(in), &buf, &ends)
		var got []string
		for i := range n {
			got = append(got, string(b[ends[i]:ends[i+1]]))
		}
		require.Equal(t, want, got, in)
	}
}
