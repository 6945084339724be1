package main

import (
	"encoding/base64"
	"html"
	"strings"
)

// flows are entries that belong together, as sign-ins and payments make them:
// the secrets whose names only tell in their protocol.
var flows = []func(g *gen){
	flowAuthorizationCode, flowImplicit, flowDevice, flowRefresh, flowClientAssertion, flowPassword, flowSAMLPost, flowSAMLRedirect,
	flowWSFed, flowCAS, flowSignedURLs, flowPrivateJWK, flowCheckout, flowSchemes, flowKubernetes, flowDPoP, flowTOTP, flowCookieHalf, flowMagicPath,
}

func (g *gen) add(e *entry) { g.entries = append(g.entries, e) }

// bare is an entry without harmless decoration in its URL.
func (g *gen) bare(method, host string, path ...string) *entry {
	e := g.newEntry()
	e.method, e.host, e.query, e.path = method, host, nil, nil
	for _, p := range path {
		e.path = append(e.path, lit(p))
	}
	return e
}

func (g *gen) secret(kind string) (*secret, piece) { return g.told(kindNamed(kind)) }

func pairsOf(vs ...any) []pair {
	var out []pair
	for i := 0; i < len(vs); i += 2 {
		v, ok := vs[i+1].(piece)
		if !ok {
			v = lit(vs[i+1].(string))
		}
		out = append(out, pair{vs[i].(string), v})
	}
	return out
}

func fieldsOf(ps []pair) []field {
	var out []field
	for _, p := range ps {
		out = append(out, field{name: p.name, val: p.val})
	}
	return out
}

// form gives an entry a form body with its params[] copy.
func (g *gen) form(e *entry, where string, ps []pair) {
	e.method = "POST"
	e.req = &body{mime: "application/x-www-form-urlencoded", text: formBody(g, fieldsOf(ps)).at(where)}
	if g.r.chance(60) {
		e.req.params = ps
	}
}

func (g *gen) json(e *entry, where string, fs []field) {
	if g.exporter.noBodies {
		return
	}
	e.resp = &body{mime: "application/json", text: jsonObject(g, fs, false).at(where)}
}

func queryText(ps []pair) piece {
	var parts []piece
	for _, p := range ps {
		parts = append(parts, named(percentComponent(p.name)+"=", p.val.native(percentComponent)))
	}
	return join(parts, "&")
}

func flowAuthorizationCode(g *gen) {
	idp, app := "login."+g.r.expand("{brand}")+".example", g.hosts[0]
	_, state := g.secret("oauth state")
	_, nonce := g.secret("oidc nonce")
	_, code := g.secret("oauth code")
	_, verifier := g.secret("pkce verifier")
	clientID := g.keepIn("oauth public", g.r.expand("{A24}"))
	authorize := g.bare("GET", idp, "oauth2", "v1", "authorize")
	authorize.query = pairsOf("response_type", "code", "client_id", clientID, "redirect_uri", g.keepIn("oauth public", "https://"+app+"/callback/"+g.r.expand("{a6}")), "scope", "openid profile",
		"state", state, "nonce", nonce, "code_challenge", g.keepIn("oauth public", g.r.expand("{u43}")), "code_challenge_method", "S256")
	authorize.status = 302
	back := []pair{{"code", code}, {"state", state}}
	authorize.location = cat(lit("https://"+app+"/callback?"), queryText(back)).at("Location")
	g.add(authorize)
	callback := g.bare("GET", app, "callback")
	callback.query = back
	g.add(callback)
	token := g.bare("POST", idp, "oauth2", "v1", "token")
	g.form(token, "token request", pairsOf("grant_type", "authorization_code", "client_id", clientID, "code", code, "code_verifier", verifier, "redirect_uri", "https://"+app+"/callback"))
	g.tokens(token)
	g.add(token)
}

// tokens is a token response.
func (g *gen) tokens(e *entry) {
	_, access := g.secret(pick(g.r, []string{"jwt", "bearer"}))
	_, refresh := g.secret("oauth refresh token")
	_, id := g.secret("jwt")
	g.json(e, "token response", []field{{name: "token_type", val: g.keepIn("token metadata", `"Bearer"`), raw: true}, {name: "expires_in", val: g.keepIn("token metadata", g.r.expand("3{d3}")), raw: true},
		{name: "access_token", val: access}, {name: "refresh_token", val: refresh}, {name: "id_token", val: id}, {name: "scope", val: g.keepIn("token metadata", g.r.expand("openid {word}:{a8}"))}})
}

func flowImplicit(g *gen) {
	e := g.bare("GET", g.hosts[0], "callback")
	_, access := g.secret(pick(g.r, []string{"jwt", "bearer"}))
	_, id := g.secret("jwt")
	_, state := g.secret("oauth state")
	e.fragment = queryText(pairsOf("access_token", access, "token_type", "Bearer", "expires_in", "3600", "id_token", id, "state", state, "session_state", g.keepIn("session state", g.r.expand("{uuid}")))).at("fragment")
	g.add(e)
}

func flowDevice(g *gen) {
	host := "login." + g.r.expand("{brand}") + ".example"
	_, device := g.secret("device code")
	_, user := g.secret("user code")
	e := g.bare("POST", host, "oauth2", "device", "code")
	g.form(e, "device request", pairsOf("client_id", g.keepIn("oauth public", g.r.expand("{A24}")), "scope", "openid"))
	g.json(e, "device response", []field{{name: "device_code", val: device}, {name: "user_code", val: user}, {name: "verification_uri", val: g.keepIn("path", "https://"+host+"/activate/"+g.r.expand("{a6}"))}, {name: "interval", val: lit("5"), raw: true}})
	g.add(e)
	poll := g.bare("POST", host, "oauth2", "token")
	g.form(poll, "device poll", pairsOf("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", device, "client_id", "tv"))
	g.tokens(poll)
	g.add(poll)
}

func flowRefresh(g *gen) {
	e := g.bare("POST", g.hosts[1], "oauth", "token")
	_, refresh := g.secret("oauth refresh token")
	_, secret := g.secret("oauth client secret")
	g.form(e, "token request", pairsOf("grant_type", "refresh_token", "refresh_token", refresh, "client_id", g.keepIn("oauth public", g.r.expand("{A24}")), "client_secret", secret))
	g.tokens(e)
	g.add(e)
}

func flowClientAssertion(g *gen) {
	e := g.bare("POST", g.hosts[1], "oauth2", "token")
	_, assertion := g.secret("client assertion")
	_, subject := g.secret("jwt")
	g.form(e, "token request", pairsOf("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange", "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", assertion, "subject_token", subject))
	g.add(e)
}

func flowPassword(g *gen) {
	e := g.bare("POST", g.hosts[0], "login")
	_, pass := g.secret(pick(g.r, []string{"password", "password guessable", "password guessable"}))
	_, csrf := g.secret("csrf")
	user := g.keepIn("e-mail", g.r.expand("{email}"))
	if g.r.chance(50) {
		g.form(e, "sign-in form", pairsOf("username", user, "password", pass, "csrf_token", csrf, "remember", "1"))
	} else {
		e.req = &body{mime: "application/json", text: jsonObject(g, []field{{name: "username", val: user}, {name: "password", val: pass}, {name: "csrfToken", val: csrf}}, false).at("sign-in json")}
	}
	_, sid := g.secret("session")
	e.setCookies = append(e.setCookies, cookie{pair{"session", sid.at("set-cookie")}, cookieAttrs[0]}, cookie{pair{"lang", g.keepIn("locale cookie", "en-GB").at("set-cookie")}, "Path=/"})
	g.add(e)
	mfa := g.bare("POST", g.hosts[0], "login", "mfa")
	_, otp := g.secret("one-time code")
	mfa.reqCookies = append(mfa.reqCookies, cookie{pair: pair{"session", sid.at("cookie")}})
	mfa.req = &body{mime: "application/json", text: jsonObject(g, []field{{name: "otp", val: otp}, {name: "rememberDevice", val: lit("true"), raw: true}}, false).at("sign-in json")}
	g.add(mfa)
}

// samlResponse is the XML of an assertion: who, for whom and how long is what
// support reads; the signature is what a thief needs.
func (g *gen) samlResponse(encrypted bool) piece {
	r := g.r
	_, sig := g.secret("saml signature")
	parts := []piece{
		lit(`<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_` + r.expand("{h32}") + `" Version="2.0" IssueInstant="2024-05-01T10:00:00Z" Destination="`), g.keepIn("saml destination", "https://"+r.expand("{host}/saml/acs/{a8}")), lit(`"><saml:Issuer>`),
		g.keepIn("saml issuer", "https://"+r.expand("idp.{brand}.example/{a10}")), lit(`</saml:Issuer><samlp:Status><samlp:StatusCode Value="`), g.keepIn("saml status", "urn:oasis:names:tc:SAML:2.0:status:Success"), lit(`"/></samlp:Status>`),
	}
	if encrypted {
		_, cipher := g.secret("saml encrypted assertion")
		parts = append(parts, lit(`<saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"><xenc:CipherData><xenc:CipherValue>`), cipher, lit(`</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion></samlp:Response>`))
		// The signature of the outer message.
		parts = append(parts[:4], append([]piece{lit(`</saml:Issuer><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>`), sig, lit(`</ds:SignatureValue></ds:Signature><samlp:Status><samlp:StatusCode Value="`)}, parts[5:]...)...)
		return cat(parts...)
	}
	parts = append(parts, lit(`<saml:Assertion ID="_`+r.expand("{h32}")+`" Version="2.0"><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference><ds:DigestValue>`+r.expand("{b43}")+`=</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>`), sig,
		lit(`</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>`), g.keepIn("certificate", r.expand("MII{b300}=")), lit(`</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">`),
		g.keepIn("saml name id", r.expand("{email}")), lit(`</saml:NameID></saml:Subject><saml:Conditions NotBefore="`), g.keepIn("saml conditions", r.expand("2024-05-01T0{d1}:{d2}:{d2}.{d3}Z")), lit(`" NotOnOrAfter="2024-05-01T23:00:00Z"><saml:AudienceRestriction><saml:Audience>`),
		g.keepIn("saml audience", "urn:"+r.expand("{brand}:sp:{a8}")), lit(`</saml:Audience></saml:AudienceRestriction></saml:Conditions></saml:Assertion></samlp:Response>`))
	return cat(parts...)
}

func toBase64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

func flowSAMLPost(g *gen) {
	resp := g.samlResponse(g.r.chance(30)).encoded("base64", toBase64)
	_, relay := g.secret("oauth state")
	if !g.exporter.noBodies {
		e := g.bare("GET", "idp."+g.r.expand("{brand}")+".example", "sso")
		e.resp = &body{mime: "text/html", text: cat(lit(`<html><body onload="document.forms[0].submit()"><form method="post" action="https://`+g.hosts[0]+`/saml/acs"><input type="hidden" name="SAMLResponse" value="`), resp.native(html.EscapeString),
			lit(`"/><input type="hidden" name="RelayState" value="`), relay, lit(`"/></form></body></html>`)).at("saml hidden input")}
		g.add(e)
	}
	acs := g.bare("POST", g.hosts[0], "saml", "acs")
	g.form(acs, "saml post", pairsOf("SAMLResponse", resp, "RelayState", relay))
	_, sid := g.secret("session")
	acs.setCookies = append(acs.setCookies, cookie{pair{"JSESSIONID", sid.at("set-cookie")}, cookieAttrs[1]})
	g.add(acs)
}

func flowSAMLRedirect(g *gen) {
	deflate := func(s string) string { return toBase64(deflated(s)) }
	_, sig := g.secret("saml signature")
	e := g.bare("GET", g.hosts[0], "saml", "slo")
	request := cat(lit(`<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_`+g.r.expand("{h32}")+`"><saml:Issuer>`), g.keepIn("saml issuer", "https://"+g.r.expand("{host}/sp/{a10}")), lit(`</saml:Issuer></samlp:AuthnRequest>`)).encoded("deflate base64", deflate)
	e.query = pairsOf("SAMLRequest", request, "SigAlg", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "Signature", sig)
	g.add(e)
	back := g.bare("GET", g.hosts[0], "saml", "acs")
	back.query = pairsOf("SAMLResponse", g.samlResponse(false).encoded("deflate base64", deflate))
	g.add(back)
}

func flowWSFed(g *gen) {
	e := g.bare("POST", g.hosts[0], "_trust")
	_, sig := g.secret("ws-fed token")
	x := cat(lit(`<t:RequestSecurityTokenResponse xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust"><t:RequestedSecurityToken><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" Issuer="`), g.keepIn("saml issuer", "http://sts."+g.r.expand("{brand}.example/{a10}")),
		lit(`"><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>`), sig, lit(`</ds:SignatureValue></ds:Signature></saml:Assertion></t:RequestedSecurityToken></t:RequestSecurityTokenResponse>`))
	g.form(e, "ws-fed form", pairsOf("wa", "wsignin1.0", "wresult", x))
	g.add(e)
}

func flowCAS(g *gen) {
	_, ticket := g.secret("cas ticket")
	e := g.bare("GET", g.hosts[0], "app")
	e.query = pairsOf("ticket", ticket)
	g.add(e)
	v := g.bare("GET", "cas."+g.r.expand("{brand}")+".example", "serviceValidate")
	v.query = pairsOf("service", "https://"+g.hosts[0]+"/app", "ticket", ticket)
	g.add(v)
}

func flowSignedURLs(g *gen) {
	r := g.r
	_, sig := g.secret("aws signature")
	_, token := g.secret("aws session token")
	s3 := g.bare("GET", r.expand("{brand}-files.s3.eu-west-1.amazonaws.com"), "exports")
	s3.path = append(s3.path, g.keepIn("object path", r.expand("{word}-{A10}.csv")).at("path"))
	s3.query = pairsOf("X-Amz-Algorithm", "AWS4-HMAC-SHA256", "X-Amz-Date", g.keepIn("signing date", r.expand("2024{d4}T{d6}Z")), "X-Amz-Expires", "900", "X-Amz-Security-Token", token, "X-Amz-SignedHeaders", "host", "X-Amz-Signature", sig)
	g.add(s3)
	_, gsig := g.secret("gcs signature")
	gcs := g.bare("GET", "storage.googleapis.com", r.expand("{brand}-bucket"), r.expand("{a10}.zip"))
	gcs.query = pairsOf("X-Goog-Algorithm", "GOOG4-RSA-SHA256", "X-Goog-Date", g.keepIn("signing date", r.expand("2024{d4}T{d6}Z")), "X-Goog-Expires", "600", "X-Goog-SignedHeaders", "host", "X-Goog-Signature", gsig)
	g.add(gcs)
	_, csig := g.secret("cloudfront signature")
	cf := g.bare("GET", r.expand("d{a13}.cloudfront.net"), "video", r.expand("{a10}.m3u8"))
	cf.query = pairsOf("Expires", g.keepIn("signing date", r.expand("17{d8}")), "Signature", csig, "Key-Pair-Id", g.keepIn("key pair id", r.expand("K{U13}")))
	g.add(cf)
	s, v := g.secret("bearer")
	az := g.bare("GET", r.expand("{brand}store.blob.core.windows.net"), "container", r.expand("{a10}.pdf"))
	s.Kind = "azure sas signature"
	az.query = pairsOf("sv", "2022-11-02", "sr", "b", "sp", "r", "se", g.keepIn("signing date", r.expand("2025-0{d1}-1{d1}T0{d1}:{d2}:00Z")), "sig", v)
	g.add(az)
}

func flowPrivateJWK(g *gen) {
	if g.exporter.noBodies {
		return
	}
	e := g.bare("GET", g.hosts[1], "keys", "export")
	_, d := g.secret("jwk private")
	_, p := g.secret("jwk private")
	k := []field{{name: "kty", val: lit("RSA")}, {name: "kid", val: g.keepIn("public key", g.r.expand("{u27}"))}, {name: "n", val: g.keepIn("public key", g.r.expand("{u342}"))}, {name: "e", val: lit("AQAB")}, {name: "d", val: d}, {name: "p", val: p}}
	e.resp = &body{mime: "application/json", text: cat(lit(`{"keys":[`), jsonObject(g, k, false), lit(`]}`)).at("jwk")}
	g.add(e)
	pub := g.bare("GET", g.hosts[1], ".well-known", "jwks.json")
	pub.resp = &body{mime: "application/json", text: cat(lit(`{"keys":[`), jsonObject(g, []field{{name: "kty", val: lit("EC")}, {name: "crv", val: lit("P-256")}, {name: "kid", val: g.keepIn("public key", g.r.expand("{u27}"))}, {name: "x", val: g.keepIn("public key", g.r.expand("{u43}"))}, {name: "y", val: g.keepIn("public key", g.r.expand("{u43}"))}}, false), lit(`]}`)).at("jwks")}
	g.add(pub)
}

func flowCheckout(g *gen) {
	e := g.bare("POST", "api."+g.r.expand("{brand}")+".example", "v1", "payment_methods")
	_, card := g.secret("payment card")
	_, cvc := g.secret("card code")
	if g.r.chance(50) {
		g.form(e, "checkout form", pairsOf("type", "card", "card[number]", card, "card[cvc]", cvc, "card[exp_month]", "12", "key", g.keepIn("publishable key", g.r.expand("pk_live_{A24}"))))
	} else {
		e.req = &body{mime: "application/json", text: jsonObject(g, []field{{name: "orderId", val: g.keepIn("resource id", g.r.expand("ord-{a12}"))}, {name: "cardNumber", val: card}, {name: "cvv", val: cvc}, {name: "amount", val: lit("1999"), raw: true}}, false).at("checkout json")}
	}
	_, cs := g.told(&kind{name: "stripe client secret", tmpl: []string{"pi_{A24}_secret_{A25}"}})
	g.json(e, "checkout response", []field{{name: "id", val: g.keepIn("resource id", g.r.expand("pm_{A24}"))}, {name: "client_secret", val: cs}})
	g.add(e)
}

// flowSchemes is one request for each Authorization scheme with parameters.
func flowSchemes(g *gen) {
	r := g.r
	auth := func(v piece) {
		e := g.bare(pick(r, []string{"GET", "POST"}), g.hosts[2], "api", pick(r, words))
		e.addRequestHeader("Authorization", v.at("Authorization header"))
		g.add(e)
	}
	_, kerberos := g.secret("kerberos")
	auth(cat(g.keepIn("scheme", "Negotiate "), kerberos))
	_, ntlm := g.secret("ntlm")
	auth(cat(g.keepIn("scheme", "NTLM "), ntlm))
	_, digest := g.secret("digest response")
	auth(cat(g.keepIn("scheme", "Digest "), lit(`username="`), g.keepIn("digest user", r.expand("{word}.{a6}")), lit(`", realm="`), g.keepIn("realm", r.expand("{brand} {word} {a6}")), lit(`", nonce="`+r.expand("{h32}")+`", uri="/api", qop=auth, nc=00000001, cnonce="`+r.expand("{h16}")+`", response="`), digest, lit(`"`)))
	_, sig := g.secret("aws signature")
	auth(cat(g.keepIn("scheme", "AWS4-HMAC-SHA256 "), lit("Credential="+r.expand("AKIA{B16}")), g.keepIn("credential scope", r.expand("/2024{d4}/eu-west-1/{word}/aws4_request")), lit(", "), g.keepIn("signed headers", "SignedHeaders=host;x-amz-date"), lit(", Signature="), sig))
	_, mac := g.secret("hawk mac")
	auth(cat(g.keepIn("scheme", "Hawk "), lit(`id="`+r.expand("{a10}")+`", ts="`), g.keepIn("timestamp", r.expand("{ts}")), lit(`", nonce="`+r.expand("{A6}")+`", mac="`), mac, lit(`"`)))
	_, o1 := g.secret("oauth1 signature")
	_, tok := g.secret("bearer")
	auth(cat(g.keepIn("scheme", "OAuth "), lit(`oauth_consumer_key="`), g.keepIn("consumer key", r.expand("{A20}")), lit(`", oauth_token="`), tok.native(percentComponent), lit(`", oauth_signature_method="HMAC-SHA1", oauth_signature="`), o1.native(percentComponent), lit(`", oauth_version="1.0"`)))
	info := g.bare("GET", g.hosts[2], "api", "me")
	_, next := g.secret("digest response")
	info.addResponseHeader("Authentication-Info", cat(lit(`rspauth="`), next, lit(`", qop=auth`)).at("response header"))
	g.add(info)
}

func flowKubernetes(g *gen) {
	e := g.bare("GET", g.hosts[3], "api", "v1", "exec")
	e.scheme, e.status = "wss", 101
	_, tok := g.secret(pick(g.r, []string{"bearer", "jwt"}))
	enc := tok.withoutKeeps(false).encoded("base64url", b64u)
	e.addRequestHeader("Sec-WebSocket-Protocol", cat(lit("base64url.bearer.authorization.k8s.io."), enc, lit(", v4.channel.k8s.io")).at("Sec-WebSocket-Protocol"))
	g.add(e)
}

func flowDPoP(g *gen) {
	e := g.bare("POST", g.hosts[1], "oauth2", "token")
	_, proof := g.secret("dpop proof")
	_, tok := g.secret("jwt")
	e.addRequestHeader("DPoP", proof.at("request header"))
	e.addRequestHeader("Authorization", cat(g.keepIn("scheme", "DPoP "), tok).at("Authorization header"))
	g.add(e)
}

func flowTOTP(g *gen) {
	if g.exporter.noBodies {
		return
	}
	e := g.bare("POST", g.hosts[0], "mfa", "enroll")
	e.use("!path") // what is put behind it is told
	s := g.newSecret(kindNamed("totp seed"))
	seed := piece{s.Value, []mark{{sec: s, role: told}}}
	g.json(e, "totp enrolment", []field{{name: "factor", val: lit("totp")}, {name: "sharedSecret", val: seed}, {name: "qr", val: cat(lit(g.r.expand("otpauth://totp/{brand}:{email}?secret=")), seed, lit("&digits=6"))}})
	g.add(e)
}

// flowCookieHalf signs a session cookie and shows its first half elsewhere.
func flowCookieHalf(g *gen) {
	id, sig := g.newSecret(&kind{name: "signed cookie, id", tmpl: []string{"{u32}"}}), g.newSecret(&kind{name: "signed cookie, signature", tmpl: []string{"{b43}"}})
	e := g.bare("GET", g.hosts[0], "dashboard")
	v := cat(lit("s:"), piece{id.Value, []mark{{sec: id, role: told}}}, lit("."), piece{sig.Value, []mark{{sec: sig, role: told}}})
	e.reqCookies = append(e.reqCookies, cookie{pair: pair{"connect.sid", v.native(percentComponent).at("cookie")}})
	g.add(e)
	half := g.bare("GET", g.hosts[0], "presence")
	half.path = append(half.path, piece{id.Value, []mark{{sec: id, role: echo, place: "url path"}}})
	g.add(half)
	if !g.exporter.noBodies {
		log := g.bare("GET", g.hosts[0], "log")
		log.resp = &body{mime: "text/plain", text: cat(lit("joined room "), piece{id.Value, []mark{{sec: id, role: echo}}}, lit(" from "+g.r.expand("{ip}")+"\n")).at("response text log")}
		g.add(log)
	}
}

// flowMagicPath opens links whose last segment is the secret.
func flowMagicPath(g *gen) {
	for _, path := range []string{"users/password/reset", "account/verify-email", "teams/invite", "auth/magic"} {
		e := g.bare("GET", g.hosts[0], strings.Split(path, "/")...)
		k := &kind{name: "link token", tmpl: []string{"{u43}", "{h40}", "{A24}", "{uuid}"}}
		s := g.newSecret(k)
		e.path = append(e.path, piece{s.Value, []mark{{sec: s, role: told, place: "url path"}}})
		g.add(e)
	}
}
