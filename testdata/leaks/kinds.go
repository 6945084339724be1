package main

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
)

// A kind is a family of secrets: how its values look, what names tell it, and
// what stands around it.
type kind struct {
	name   string
	tmpl   []string
	gen    func(r rng) (value string, canon []string) // instead of tmpl
	wrap   func(g *gen, v piece) piece                // what surrounds the value
	shape  bool                                       // the (wrapped) value tells itself
	short  bool                                       // guessable: only told, never hunted
	noEcho bool                                       // not hunted everywhere
	multi  bool                                       // spans lines: bodies only
	weight int                                        // share in the generic matrix, 0 = flows only
	scheme []string                                   // Authorization schemes that carry it

	headers, cookies, params, keys []string // well-known names
	stems                          []string // words that names are made of
	bareNames                      bool     // stems tell only as they are
}

// kinds is filled from the tables below; vendor formats are one kind each in
// the labels and share one entry here.
var kinds = []*kind{
	{
		name: "session", weight: 10,
		tmpl:    []string{"{h32}", "{A40}", "{uuid}", "{b43}=", "{u43}", "{H32}", "{a26}", "{h64}", "{u22}.{u27}", "{H32}.node{d2}", "{A24}-{d8}", "{b86}=="},
		headers: []string{"X-Session-Token", "X-Session-Id", "X-SFDC-Session", "X-Parse-Session-Token"},
		cookies: []string{"session", "sid", "PHPSESSID", "JSESSIONID", "sessionid", "ASP.NET_SessionId", "_gitlab_session", "user_session", "laravel_session", "KEYCLOAK_SESSION", "ory_kratos_session", "__Secure-1PSID", "__Host-session", "MoodleSession", "grafana_session", "idx", "sids", "_session_id", "SSESS{h32}", "wos-session", "SMSESSION", "DSID", "LtpaToken2", "connect.sid"},
		params:  []string{"sid", "session", "sessionid", "session_id", "jsessionid", "PHPSESSID", "sessionToken"},
		keys:    []string{"sessionToken", "sessionId", "session_id", "session_token", "SessionToken", "sessionKey"},
		stems:   []string{"session", "session token", "session id", "session key", "sess token"},
	},
	{
		name: "signed cookie", weight: 4,
		gen: func(r rng) (string, []string) {
			a, b := r.expand("{u32}"), r.expand("{b43}")
			switch r.IntN(5) {
			case 0:
				return "s:" + a + "." + b, []string{a, b} // Express
			case 1:
				a, b, c := r.expand("{b120}"), r.expand("{b16}"), r.expand("{b22}==")
				return a + "--" + b + "--" + c, []string{a, c} // Rails
			case 2:
				sig := r.expand("{u27}")
				return b64u(`{"_auth_user_id":"`+r.expand("{d6}")+`"}`) + ":" + r.expand("{A6}") + ":" + sig, []string{sig} // Django
			case 3:
				sig := r.expand("{u27}")
				return b64u(`{"user":"`+r.expand("{d6}")+`"}`) + "." + r.expand("{u6}") + "." + sig, []string{sig} // Flask
			}
			mac := r.expand("{h64}")
			inner := `{"iv":"` + r.expand("{b22}==") + `","value":"` + r.expand("{b64}") + `","mac":"` + mac + `","tag":""}`
			full := base64.StdEncoding.EncodeToString([]byte(inner))
			return full, []string{mac, full} // Laravel
		},
		cookies: []string{"connect.sid", "session", "_myapp_session", "sessionid", "laravel_session", "koa.sess", "rack.session", "XSRF-TOKEN"},
		headers: []string{"X-Session-Token"}, params: []string{"session"}, keys: []string{"sessionCookie", "session"},
		stems: []string{"session", "session cookie"},
	},
	{
		name: "bearer", weight: 10, scheme: []string{"Bearer", "Bearer", "bearer", "Token", "SSWS", "DPoP", "OAuth", "ApiKey"},
		tmpl:    []string{"{A32}", "{u43}", "{h40}", "{A64}", "{b60}==", "{u22}.{u22}", "{A20}~{A20}", "{u80}", "{h64}"},
		headers: []string{"X-Auth-Token", "X-Access-Token", "Access-Token", "X-User-Token", "X-Vault-Token", "Private-Token", "X-Subject-Token", "X-Id-Token", "X-Forwarded-Access-Token", "X-Plex-Token", "X-Guest-Token", "X-Refresh-Token", "X-Device-Token"},
		cookies: []string{"access_token", "auth_token", "token", "jwt", "auth", "remember-me", "remember_user_token", "sb-access-token", "SSO"},
		params:  []string{"access_token", "token", "auth_token", "authtoken", "accessToken", "private_token", "bearer", "auth"},
		keys:    []string{"access_token", "accessToken", "token", "authToken", "auth_token", "bearerToken", "AccessToken", "stateToken", "deviceToken", "recoveryToken"},
		stems:   []string{"auth token", "access token", "user token", "bearer token", "login token", "api token", "jwt", "auth ticket"},
	},
	{
		name: "api key", weight: 9, scheme: []string{"ApiKey", "Key"},
		tmpl:    []string{"{A32}", "{h32}", "{h40}", "{uuid}", "{A20}", "{u48}", "{b40}", "{U24}", "{h64}"},
		headers: []string{"X-API-Key", "Api-Key", "Apikey", "X-Auth-Key", "Ocp-Apim-Subscription-Key", "X-Functions-Key", "DD-API-KEY", "DD-APPLICATION-KEY", "X-RapidAPI-Key", "X-Hasura-Admin-Secret", "Fastly-Key", "X-License-Key", "X-CMC_PRO_API_KEY", "X-Redmine-API-Key", "Cf-Access-Client-Secret"},
		params:  []string{"api_key", "apikey", "api-key", "subscription-key", "app_key", "hapikey", "apiKey"},
		keys:    []string{"apiKey", "api_key", "apiSecret", "secretKey", "primaryKey", "secondaryKey", "secret", "secretAccessKey", "SecretAccessKey"},
		cookies: []string{"api_key", "apikey"},
		stems:   []string{"api key", "api secret", "secret key", "service key", "license key", "signing secret", "app secret", "admin secret", "access key", "webhook secret"},
	},
	{
		name: "vendor", weight: 26, shape: true, // tmpl from the vendors table
		scheme:  []string{"Bearer", "Token"},
		headers: []string{"X-API-Key", "X-Auth-Token", "Private-Token", "X-Vault-Token", "X-Shopify-Access-Token"},
		params:  []string{"api_key", "access_token", "key", "token"},
		keys:    []string{"apiKey", "api_key", "token", "access_token", "secret", "key"},
		cookies: []string{"token", "auth_token"},
		stems:   []string{"api key", "api token", "access token", "secret key", "token"},
	},
	{
		name: "jwt", weight: 12, shape: true, wrap: wrapJWT, tmpl: []string{"{u43}", "{u43}", "{u86}", "{u342}"},
		scheme:  []string{"Bearer", "Bearer", "JWT", "bearer"},
		headers: []string{"X-JWT-Assertion", "X-Goog-IAP-JWT-Assertion", "Cf-Access-Jwt-Assertion", "X-Amzn-Oidc-Data", "X-Id-Token", "X-Firebase-Appcheck", "X-ZUMO-AUTH"},
		cookies: []string{"CF_Authorization", "jwt", "id_token", "token", "appSession", "__session"},
		params:  []string{"id_token", "access_token", "jwt", "id_token_hint", "client_assertion", "assertion", "request", "logout_token", "token"},
		keys:    []string{"id_token", "idToken", "access_token", "accessToken", "jwt", "token", "IdToken"},
		stems:   []string{"id token", "jwt", "access token", "assertion"},
	},
	{
		name: "jwe", weight: 2, shape: true, tmpl: nil, gen: func(r rng) (string, []string) {
			cek, ct, tag := r.expand("{u342}"), r.expand("{u60-200}"), r.expand("{u22}")
			return b64u(`{"alg":"RSA-OAEP-256","enc":"A256GCM"}`) + "." + cek + "." + r.expand("{u16}") + "." + ct + "." + tag, []string{cek, ct, tag}
		},
		cookies: []string{"__Secure-next-auth.session-token", "appSession", "jweToken"},
		headers: []string{"X-Auth-Token"}, params: []string{"token", "id_token"}, keys: []string{"token", "id_token", "jwe"}, stems: []string{"token", "session token"},
		scheme: []string{"Bearer"},
	},
	{
		name: "oauth refresh token", weight: 4, tmpl: []string{"{u64}", "1//0{d1}{u60}", "0.A{u40}.{u120}", "{A48}", "v1.{u64}"},
		params: []string{"refresh_token"}, keys: []string{"refresh_token", "refreshToken", "RefreshToken"}, cookies: []string{"refresh_token", "sb-refresh-token"},
		headers: []string{"X-Refresh-Token", "X-MS-TOKEN-AAD-REFRESH-TOKEN"}, stems: []string{"refresh token"},
	},
	{
		name: "oauth client secret", weight: 3, tmpl: []string{"{A40}", "{u48}", "GOCSPX-{u28}", "{A3}8Q~{u34}", "{uuid}"},
		params: []string{"client_secret"}, keys: []string{"client_secret", "clientSecret"}, headers: []string{"X-Client-Secret"},
		stems: []string{"client secret", "oauth secret", "consumer secret"},
	},
	{name: "oauth code", tmpl: []string{"{u43}", "4/0A{u60}", "0.A{u40}.Ag{u120}", "{h40}", "{A22}"}},
	{name: "oauth state", tmpl: []string{"{u32}", "{h40}", "{uuid}", "hKF{u80}", "{A24}"}},
	{name: "oidc nonce", tmpl: []string{"{u43}", "{h32}", "{uuid}", "{ts}.{u40}"}},
	{name: "pkce verifier", tmpl: []string{"{u43}", "{u64}", "{u128}"}},
	{name: "device code", tmpl: []string{"{u40}", "{h40}", "GmRh{u60}"}},
	{name: "user code", tmpl: []string{"{L4}-{L4}", "{L8}", "{U4}-{U4}"}, short: true},
	{name: "dpop proof", tmpl: []string{"{u86}"}, wrap: wrapDPoP, shape: true},
	{name: "client assertion", tmpl: []string{"{u342}"}, wrap: wrapJWT, shape: true},
	{
		name: "csrf", weight: 6, tmpl: []string{"{A64}", "{b86}==", "{u43}", "{h40}", "{A32}", "{uuid}", "CfDJ8{u120}", "{h64}:{ms}"},
		headers: []string{"X-CSRF-Token", "X-XSRF-Token", "X-CSRFToken", "CSRF-Token", "RequestVerificationToken", "X-UserToken", "X-Okta-XsrfToken", "X-OWA-CANARY", "Atl-Token", "X-RequestDigest"},
		cookies: []string{"csrftoken", "XSRF-TOKEN", "_csrf", "atlassian.xsrf.token", "ct0", "__Host-next-auth.csrf-token", "csrf_token"},
		params:  []string{"authenticity_token", "csrfmiddlewaretoken", "_token", "_csrf", "csrf_token", "__RequestVerificationToken", "_xsrf", "atl_token", "sysparm_ck", "javax.faces.ViewState", "sesskey", "flowToken"},
		keys:    []string{"csrfToken", "csrf_token", "csrf", "xsrfToken", "g_ck", "requestDigest", "_csrf"},
		stems:   []string{"csrf token", "xsrf token", "csrf", "form token", "anti forgery token"},
	},
	{
		name: "password", weight: 8, gen: strongPassword,
		headers: []string{"CB-ACCESS-PASSPHRASE", "X-Auth-Password"}, params: []string{"password", "pwd", "passwd", "pass", "j_password", "new_password", "current_password", "password_confirmation", "pf.pass", "user[password]"},
		keys:  []string{"password", "passphrase", "newPassword", "current_password", "passwd", "pwd", "userPassword"},
		stems: []string{"password", "passphrase", "passwd", "admin password", "db password", "user password", "credential"},
	},
	{
		name: "password guessable", weight: 5, short: true, gen: guessablePassword,
		params: []string{"password", "pwd", "passwd", "pass", "j_password", "new_password", "confirm_password"},
		keys:   []string{"password", "passphrase", "newPassword", "passwd", "oldPassword"}, headers: []string{"X-Auth-Password"},
		stems: []string{"password", "passwd", "user password", "admin password"},
	},
	{
		name: "one-time code", weight: 4, short: true, tmpl: []string{"{d6}", "{d6}", "{d8}", "{U8}"},
		headers: []string{"X-OTP", "X-GitHub-OTP", "X-2FA-Code"}, params: []string{"otp", "mfa_code", "verification_code", "passcode", "totp", "otp_code", "one_time_code"},
		keys:  []string{"otp", "passCode", "mfaCode", "verificationCode", "totpCode", "one_time_password"},
		stems: []string{"otp", "otp code", "mfa code", "verification code", "passcode"}, bareNames: true,
	},
	{
		name: "totp seed", weight: 3, tmpl: []string{"{B32}", "{B16}", "{B52}"}, wrap: wrapOTPAuth,
		params: []string{"totp_secret", "secret"}, keys: []string{"totpSecret", "sharedSecret", "totp_secret", "mfaSecret", "otpauthUrl"},
		stems: []string{"totp secret", "mfa secret", "otp secret"},
	},
	{
		name: "private key", weight: 3, shape: true, multi: true, gen: privateKeyPEM, noEcho: true,
		keys: []string{"private_key", "privateKey", "key", "pem"}, params: []string{"private_key", "key"}, stems: []string{"private key", "signing key", "tls key", "ssh key"},
	},
	{
		name: "signed url", weight: 6, shape: true, tmpl: []string{"{h64}"}, wrap: wrapSignedURL,
		keys: []string{"signedUrl", "presignedUrl", "downloadUrl", "url", "uploadUrl", "href"}, params: []string{"url", "next", "redirect", "src", "file"}, stems: []string{"signed url", "download url", "file url"},
	},
	webhookKind("webhook slack", 2, "{A24}", "https://hooks.slack.com/services/T{U8}/B{U10}/", ""),
	webhookKind("webhook discord", 1, "{u68}", "https://discord.com/api/webhooks/{d18}/", ""),
	webhookKind("webhook zapier", 1, "{a24}", "https://hooks.zapier.com/hooks/catch/{d7}/", "/"),
	webhookKind("webhook telegram", 1, "AA{u33}", "https://api.telegram.org/bot{d10}:", "/sendMessage"),
	webhookKind("webhook own", 1, "{A32}", "https://{host}/webhooks/", "?v=2"),
	{
		name: "magic link", weight: 3, shape: true, tmpl: []string{"{u43}", "{h40}", "{A32}", "{uuid}", "{A20}"}, wrap: wrapMagicLink,
		keys: []string{"resetUrl", "link", "verifyLink", "inviteUrl", "url"}, params: []string{"url", "next", "continue", "link"}, stems: []string{"reset url", "invite link", "magic link"},
	},
	{
		name: "database url", weight: 3, shape: true, gen: strongPassword, wrap: wrapDatabaseURL,
		keys: []string{"DATABASE_URL", "dsn", "uri", "databaseUrl"}, params: []string{"dsn", "db", "uri"}, stems: []string{"database url", "redis url", "mongo uri", "broker url"},
	},
	{
		name: "connection string", weight: 2, shape: true, tmpl: []string{"{b86}=="}, wrap: wrapConnectionString,
		keys: []string{"connectionString", "AzureWebJobsStorage"}, params: []string{"connection_string"}, stems: []string{"connection string", "storage connection"},
	},
	{
		name: "basic credentials", weight: 3, shape: true, gen: strongPassword, wrap: wrapBasic,
		headers: []string{"Authorization", "Proxy-Authorization"}, keys: []string{"authorization", "Authorization"}, params: []string{"authorization"}, stems: []string{"authorization", "proxy authorization"}, bareNames: true,
	},
	{
		name: "cas ticket", weight: 2, shape: true, tmpl: []string{"ST-{d4}-{A32}-cas01", "TGT-{d3}-{A50}-cas02.example", "PGT-{d2}-{u60}", "PT-{d3}-{A20}"},
		params: []string{"ticket", "pgtId", "pgtIou"}, keys: []string{"ticket", "proxyTicket", "serviceTicket"}, cookies: []string{"TGC", "CASTGC"}, headers: []string{"X-CAS-Ticket"}, stems: []string{"service ticket", "auth ticket"},
	},
	{
		name: "sas token", weight: 3, shape: true, gen: func(r rng) (string, []string) { return r.expand("{b43}") + "=", nil }, wrap: wrapSAS,
		keys: []string{"SharedAccessSignature", "sasToken", "sas"}, params: []string{"sas", "sas_token"}, stems: []string{"sas token", "sas"},
	},
	{name: "payment card", weight: 3, noEcho: true, gen: paymentCard,
		keys: []string{"cardNumber", "card_number", "pan", "ccNumber"}, params: []string{"card[number]", "cardNumber", "card_number", "cc_number"}, stems: []string{"card number", "credit card number"}},
	{name: "card code", weight: 2, short: true, tmpl: []string{"{d3}", "{d4}"},
		keys: []string{"cvv", "cvc", "cvv2", "securityCode"}, params: []string{"card[cvc]", "cvv", "cvc"}, stems: []string{"cvc", "cvv"}, bareNames: true},
	{name: "jwk private", tmpl: []string{"{u342}", "{u43}", "{u171}"}},
	{name: "saml signature", tmpl: []string{"{b342}=="}},
	{name: "saml encrypted assertion", tmpl: []string{"{b600}=="}},
	{name: "ws-fed token", tmpl: []string{"{b342}=="}},
	{name: "kerberos", tmpl: []string{"YII{b400}=", "YIG{b240}=="}},
	{name: "ntlm", tmpl: []string{"TlRMTVNTUAADAAAAGAAYAH{b200}", "TlRMTVNTUAABAAAAl4II4gAA{b40}"}},
	{name: "digest response", tmpl: []string{"{h32}", "{h64}"}},
	{name: "aws signature", tmpl: []string{"{h64}"}},
	{name: "aws session token", tmpl: []string{"IQoJb3JpZ2luX2Vj{b300}==", "FwoGZXIvYXdzE{b260}="}},
	{name: "hawk mac", tmpl: []string{"{b43}="}},
	{name: "oauth1 signature", tmpl: []string{"{b27}="}},
	{name: "gcs signature", tmpl: []string{"{h512}"}},
	{name: "cloudfront signature", tmpl: []string{"{u170}__", "{u340}__"}},
	{name: "turn credential", weight: 1, tmpl: []string{"{b27}=", "{A32}"}, keys: []string{"turnPassword", "credential", "ice-pwd"}, params: []string{"turn_password"}, stems: []string{"turn password", "ice password"}},
}

func kindNamed(name string) *kind {
	for _, k := range kinds {
		if k.name == name {
			return k
		}
	}
	panic("internal error: no kind " + name)
}

// newSecret makes a secret of a kind. Its value comes from a fork, so that
// nothing else in the file depends on it.
func (g *gen) newSecret(k *kind) *secret {
	r := g.r.fork()
	label := k.name
	var value string
	var canon []string
	switch {
	case k.name == "vendor":
		v := vendors[g.vendor%len(vendors)]
		g.vendor++
		label = "vendor: " + v.name
		value, canon = templated(r, v.tmpl)
	case k.gen != nil:
		value, canon = k.gen(r)
	default:
		value, canon = templated(r, pick(r, k.tmpl))
	}
	s := &secret{ID: len(g.file.secrets) + 1, Kind: label, Value: value, Canon: append([]string{value}, canon...), Short: k.short, noEcho: k.noEcho || k.short}
	if k.name == "private key" {
		s.Canon = canon
	}
	if g.twin {
		s.Value = "REDACTED-" + strings.ReplaceAll(strings.ReplaceAll(k.name, " ", "-"), ":", "") + "-" + strconv.Itoa(s.ID)
		s.Canon = []string{s.Value}
	}
	g.file.secrets = append(g.file.secrets, s)
	return s
}

// templated expands a template; of a long random part, either half is a leak.
func templated(r rng, t string) (string, []string) {
	s, from, to := r.expandSpan(t)
	if to-from < 40 || strings.Contains(t, "{uuid}") {
		return s, nil
	}
	mid := (from + to) / 2
	return s, []string{s[from:mid], s[mid:to]}
}

// told plants a secret of a kind and gives it with its surroundings.
func (g *gen) told(k *kind) (*secret, piece) {
	s := g.newSecret(k)
	v := piece{s.Value, []mark{{sec: s, role: told}}}
	if k.wrap != nil {
		v = k.wrap(g, v)
	}
	s.full = &v
	return s, v
}

// echoed is a copy of a secret for a place that does not tell it.
func (g *gen) echoed(s *secret) piece {
	v := piece{s.Value, []mark{{sec: s, role: echo}}}
	if s.full != nil && g.r.chance(30) {
		v = *s.full
		v.marks = v.each(func(m *mark) {
			if m.sec != nil {
				m.role = echo
			}
			m.place, m.chain = "", nil
			if m.keep != nil {
				m.keep = &keep{m.keep.Class, m.keep.Value}
			}
		})
	}
	return v
}

func b64u(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }

// strongPassword is what a password manager makes.
func strongPassword(r rng) (string, []string) {
	const special = `!#$%&()*+,-./:;<=>?@[]^_{|}~"'\`
	set := uppers + lowers + digits + special + special
	var b strings.Builder
	b.WriteByte(uppers[r.IntN(26)])
	for range r.between(14, 22) {
		b.WriteByte(set[r.IntN(len(set))])
	}
	b.WriteString(r.expand("{A3}"))
	s := b.String()
	return s, []string{s[:len(s)/2], s[len(s)/2:]}
}

func guessablePassword(r rng) (string, []string) {
	word := pick(r, []string{"hunter", "dragon", "summer", "letmein", "welcome", "monkey", "Spring", "Winter", "coffee", "qwerty", "iloveyou", "Passw0rd"})
	return word + pick(r, []string{r.expand("{d1}"), r.expand("{d2}"), "20" + r.expand("{d2}"), r.expand("{d2}!"), "@" + r.expand("{d3}")}), nil
}

func privateKeyPEM(r rng) (string, []string) {
	label := pick(r, []string{"RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
	var b strings.Builder
	var canon []string
	b.WriteString("-----BEGIN " + label + "-----\n")
	for range r.between(4, 14) {
		line := r.expand("{b64}")
		b.WriteString(line + "\n")
		canon = append(canon, line[:20], line[20:40], line[40:60])
	}
	b.WriteString(r.expand("{b42}==") + "\n-----END " + label + "-----\n")
	return b.String(), canon
}

// paymentCard is a number with a right Luhn digit, bare or in groups.
func paymentCard(r rng) (string, []string) {
	n := pick(r, []string{"4", "51", "53", "2221", "6011"})
	n += r.expand("{d" + strconv.Itoa(15-len(n)) + "}")
	sum := 0
	for i := range 15 {
		d := int(n[14-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	n += strconv.Itoa((10 - sum%10) % 10)
	if r.chance(30) {
		sep := pick(r, []string{" ", "-"})
		return n[:4] + sep + n[4:8] + sep + n[8:12] + sep + n[12:], []string{n}
	}
	return n, nil
}

func (g *gen) keepIn(class, value string) piece {
	return piece{value, []mark{{keep: &keep{class, value}}}}
}

func wrapJWT(g *gen, sig piece) piece {
	r := g.r
	head := pick(r, []string{`{"alg":"RS256","typ":"JWT","kid":"%s"}`, `{"typ":"JWT","alg":"HS256","x-kid":"%s"}`, `{"kid":"%s","alg":"ES256"}`})
	claims := fmt.Sprintf(`{"iss":"https://%s/","sub":"auth0|%s","aud":["%s"],"iat":%s,"exp":%s,"scope":"openid profile","azp":"%s"}`,
		r.expand("{host}"), r.expand("{h24}"), r.expand("{uuid}"), r.expand("{ts}"), r.expand("{ts}"), r.expand("{A24}"))
	return cat(g.keepIn("jwt header", b64u(fmt.Sprintf(head, r.expand("{u20}")))), lit("."), g.keepIn("jwt claims", b64u(claims)), lit("."), sig)
}

func wrapDPoP(g *gen, sig piece) piece {
	r := g.r
	head := fmt.Sprintf(`{"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}}`, r.expand("{u43}"), r.expand("{u43}"))
	claims := fmt.Sprintf(`{"jti":"%s","htm":"POST","htu":"https://%s/token","iat":%s}`, r.uuid(), r.expand("{host}"), r.expand("{ts}"))
	return cat(g.keepIn("jwt header", b64u(head)), lit("."), g.keepIn("jwt claims", b64u(claims)), lit("."), sig)
}

func wrapOTPAuth(g *gen, seed piece) piece {
	if g.r.chance(50) {
		return seed
	}
	return cat(lit("otpauth://totp/"+g.r.expand("{brand}:{email}")+"?secret="), seed, lit("&issuer="+g.r.expand("{brand}")+"&period=30"))
}

func wrapSignedURL(g *gen, sig piece) piece {
	r := g.r
	path := g.keepIn("object path", r.expand("/exports/{word}/{A12}/report.pdf"))
	switch r.IntN(3) {
	case 0:
		return cat(lit(r.expand("https://{brand}-data.s3.eu-west-1.amazonaws.com")), path, lit("?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date="),
			g.keepIn("signing date", r.expand("2024{d4}T{d6}Z")), lit("&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature="), sig)
	case 1:
		return cat(lit(r.expand("https://storage.googleapis.com/{brand}-bucket")), path, lit("?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Date="),
			g.keepIn("signing date", r.expand("2024{d4}T{d6}Z")), lit("&X-Goog-Expires=600&X-Goog-SignedHeaders=host&X-Goog-Signature="), sig)
	}
	return cat(lit(r.expand("https://cdn.{brand}.example")), path, lit("?Expires="), g.keepIn("signing date", r.expand("17{d8}")), lit("&Signature="), sig, lit("&Key-Pair-Id="+r.expand("K{U13}")))
}

// webhookKind is a URL that lets whoever has it post.
func webhookKind(name string, weight int, tmpl, before, after string) *kind {
	return &kind{
		name: name, weight: weight, shape: true, tmpl: []string{tmpl},
		wrap: func(g *gen, v piece) piece { return cat(lit(g.r.expand(before)), v, lit(after)) },
		keys: []string{"webhookUrl", "webhook", "slack_url", "url"}, params: []string{"url", "webhook"}, stems: []string{"webhook url", "webhook", "callback url", "hook url"},
	}
}

func wrapMagicLink(g *gen, v piece) piece {
	r := g.r
	base := "https://" + r.expand("{host}")
	switch r.IntN(5) {
	case 0:
		return cat(lit(base+"/reset-password?token="), v)
	case 1:
		return cat(lit(base+"/users/password/edit?reset_password_token="), v, lit("&locale=en"))
	case 2:
		return cat(lit(base+"/invite/"), v)
	case 3:
		return cat(lit(base+"/#/verify-email?oobCode="), v, lit("&lang=en"))
	}
	return cat(lit(base+"/auth/magic/"), v, lit("?next=%2Fhome"))
}

func wrapDatabaseURL(g *gen, pass piece) piece {
	r := g.r
	host := g.keepIn("database host", r.expand("db-{a8}.{brand}.internal"))
	enc := pass.native(percentComponent)
	return pick(r, []func() piece{
		func() piece {
			return cat(lit("postgres://"+r.expand("{word}_rw")+":"), enc, lit("@"), host, lit(":5432/"+r.expand("{word}")))
		},
		func() piece {
			return cat(lit("mongodb+srv://"+r.expand("{word}")+":"), enc, lit("@"), host, lit("/"+r.expand("{word}")+"?retryWrites=true"))
		},
		func() piece { return cat(lit("rediss://default:"), enc, lit("@"), host, lit(":6380/0")) },
		func() piece {
			return cat(lit("amqps://"+r.expand("{word}")+":"), enc, lit("@"), host, lit("/vhost"))
		},
	})()
}

func wrapConnectionString(g *gen, key piece) piece {
	r := g.r
	if r.chance(50) {
		return cat(lit("DefaultEndpointsProtocol=https;AccountName="), g.keepIn("account name", r.expand("{brand}store{a6}")), lit(";AccountKey="), key, lit(";EndpointSuffix=core.windows.net"))
	}
	return cat(lit("Endpoint=sb://"), g.keepIn("account name", r.expand("{brand}-{a6}.servicebus.windows.net")), lit("/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey="), key)
}

func wrapBasic(g *gen, pass piece) piece {
	user := g.r.expand("{word}-svc")
	return cat(g.keepIn("scheme", "Basic "), named(user+":", pass).encoded("base64", func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }))
}

func wrapSAS(g *gen, sig piece) piece {
	r := g.r
	return cat(lit("sv=2022-11-02&ss=b&srt=sco&sp=rl&se="), g.keepIn("signing date", r.expand("2025-0{d1}-1{d1}T0{d1}:{d2}:00Z")), lit("&spr=https&sig="), sig.native(percentComponent))
}
