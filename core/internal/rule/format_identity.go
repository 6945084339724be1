package rule

import (
	"bytes"
	"encoding/base64"
)

// identityFormats are sign-in: single sign-on tickets, framework sessions,
// identity providers.
var identityFormats = []Format{
	secretFormat("identity.cas", "ticket", "a CAS single sign-on ticket", `(?:ST|PT|TGT|PGT|PGTIOU|TGC|LT)-\d{1,40}-[A-Za-z0-9_-]{12,256}(?:-[A-Za-z0-9.-]+)?`, "ST-", "PT-", "TGT-", "PGT-", "PGTIOU-", "TGC-", "LT-").where(casTicket),
	secretFormat("identity.saml", "saml", "a SAML response in base64", `(?:PHNhbWxw|PD94bWwg|PHNhbWwy|PFJlc3Bvbn|PHNhbWw6|PEFzc2Vyd|PEVuY3J5cHRlZEFz|PG5zM|PHQ6UmVxdWVzdFNlY3VyaXR5|PFJlcXVlc3RTZWN1cml0eVRva2VuUm)[A-Za-z0-9+/%]{100,}={0,2}`,
		"PHNhbWxw", "PD94bWwg", "PHNhbWwy", "PFJlc3Bvbn", "PHNhbWw6", "PEFzc2Vyd", "PEVuY3J5cHRlZEFz", "PG5zM", "PHQ6UmVxdWVzdFNlY3VyaXR5", "PFJlcXVlc3RTZWN1cml0eVRva2VuUm").where(samlMessage),
	secretFormat("identity.kerberos", "ticket", "a Kerberos or SPNEGO sign-in blob", `(?:YI[IGHJK]|o[YRI][A-Z])[A-Za-z0-9+/]{40,}={0,2}`, "YII", "YIG", "YIH", "YIJ", "YIK", "oYG", "oYH", "oYI", "oRQ", "oRU", "oII").where(kerberosBlob),
	secretFormat("identity.kerberos-raw", "ticket", "a Kerberos sign-in blob", `YHs[A-Za-z0-9+/]{40,}={0,2}`, "YHs").where(kerberosBlob),
	secretFormat("identity.negotiate", "ticket", "a sign-in blob behind the word that announces it", `Negotiate ((?:YI|YH|oY|oR|oI|Tl)[A-Za-z0-9+/]{20,}={0,2})`, "Negotiate ").within(8192),
	secretFormat("identity.ntlm", "ticket", "an NTLM sign-in message", `TlRMTVNTUA[AB-D][A-Za-z0-9+/]{10,}={0,2}`, "TlRMTVNTUA").where(varied),
	secretFormat("identity.django", "session", "a Django signed session", `(?:\.?eJ|eyJ|e30)[\w-]{0,}:[A-Za-z0-9]{6}:[\w-]{27,43}`, append(eachOf("eJ", urlsafe64), ".eJ", "eyJ", "e30")...).within(8192),
	secretFormat("identity.flask", "session", "a Flask signed session", `(?:\.?eJ|eyJ)[\w-]{6,}\.[\w-]{6}\.[\w-]{27}`, append(eachOf("eJ", urlsafe64), ".eJ", "eyJ")...).within(8192),
	secretFormat("identity.express", "session", "an Express signed session id", `s(?::|%3A)(?:[\w-]{16,128}|j(?::|%3A)[^\s"';]{2,200}?)\.[A-Za-z0-9+/%]{42,60}=?`, append(eachOf("s:", urlsafe64), "s%3A")...),
	innerFormat("identity.rails", "session", "a Rails encrypted session", `(?:[A-Za-z0-9+/]|%2[BbFf]){16,}(?:=|%3[Dd]){0,2}--(?:[A-Za-z0-9+/]|%2[BbFf]){16}--(?:[A-Za-z0-9+/]|%2[BbFf]){22}(?:==|%3[Dd]%3[Dd])`, "--").within(8192),
	innerFormat("identity.rails-signed", "session", "a Rails signed cookie", `(?:[A-Za-z0-9+/]|%2[BbFf]){24,}(?:=|%3[Dd]){0,2}--(?:[0-9a-f]{64}|[0-9a-f]{40})`, "--").within(8192).where(railsSigned),
	secretFormat("identity.laravel", "session", "a Laravel encrypted cookie", `eyJpdiI6[A-Za-z0-9+/=%]{80,}`, "eyJpdiI6"),
	secretFormat("identity.aspnet", "session", "an ASP.NET Core protected cookie", `CfDJ8[\w-]{40,}`, "CfDJ8"),
	secretFormat("identity.paseto", "token", "a PASETO token", `v[1-4]\.(?:local|public)\.[\w-]{30,}(?:\.[\w-]+)?`, "v1.local.", "v2.local.", "v3.local.", "v4.local.", "v1.public.", "v2.public.", "v3.public.", "v4.public.").within(4096),
	secretFormat("identity.fernet", "token", "a Fernet token", `gAAAAA[\w-]{60,}={0,2}`, "gAAAAA").where(func(value []byte) bool { return noZeros(value[len("gAAAAA"):]) }),
	secretFormat("identity.iron", "session", "a sealed iron-session cookie", `Fe26\.2\*[\w*.~-]{60,}`, "Fe26.2*").within(4096),
	secretFormat("identity.entra", "token", "a Microsoft Entra refresh token or code", `[01]\.A[\w-]{15,}\.(?:[\w-]{50,}|Ag[\w-]{20,})(?:\.[\w-]+)*`, "0.A", "1.A").within(4096).where(mixedCase),
	secretFormat("identity.msa-code", "token", "a Microsoft account authorization code or refresh token", `M\.[CR]\d{1,4}_[A-Z0-9]{2,6}\.[\w.!*$-]{30,}`, "M.C", "M.R"),
	secretFormat("identity.msa", "token", "a Microsoft account access token", `Ew[A-Za-z0-9+/]{100,}={0,2}`, eachOf("Ew", letters+digits+"+/")...).where(mixedCase),
	innerFormat("identity.okta", "token", "an Okta API token", `00[\w-]{40}`, "00").where(mixedCase),
	innerFormat("identity.duo-activation", "token", "a code that makes a device the second factor of an account at Duo", `[A-Za-z0-9]{20}-YXBpL[\w-]{15,60}`, "-YXBpL"),
	secretFormat("identity.stytch", "token", "a Stytch secret", `secret-(?:live|test)-[\w-]{27,40}={0,2}`, "secret-live-", "secret-test-"),
	secretFormat("identity.ory-token", "token", "an Ory access, refresh or code token", `ory_(?:at|rt|ac|lo)_[\w-]{40,}\.[\w-]{40,}`, "ory_at_", "ory_rt_", "ory_ac_", "ory_lo_"),
	secretFormat("identity.ory-session", "session", "an Ory session token", `ory_(?:st|pat|wak|apikey)_[A-Za-z0-9]{20,64}`, "ory_st_", "ory_pat_", "ory_wak_", "ory_apikey_"),
	secretFormat("identity.auth0-state", "token", "an Auth0 sign-in transaction", `h[KX]F[A-Za-z][\w-]{60,}`, "hKF", "hXF").where(mixedCase),
	secretFormat("identity.par", "token", "a pushed authorization request", `urn:ietf:params:oauth:request_uri:([\w.~:-]{6,})`, "urn:ietf:params:oauth:request_uri:").where(varied),
	secretFormat("identity.par-escaped", "token", "a pushed authorization request", `urn%3[Aa]ietf%3[Aa]params%3[Aa]oauth%3[Aa]request_uri%3[Aa]([\w.~-]{6,})`, "urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A", "urn%3aietf%3aparams%3aoauth%3arequest_uri%3a").where(varied),
	secretFormat("identity.sapisidhash", "signature", "a Google session proof", `SAPISID(?:1P|3P)?HASH \d{9,11}_([0-9a-f]{40})`, "SAPISIDHASH ", "SAPISID1PHASH ", "SAPISID3PHASH "),
	secretFormat("identity.phoenix", "session", "a signed token of Phoenix", `SFMyNTY\.[\w-]{10,}\.[\w-]{43}`, "SFMyNTY.").within(8192),
	secretFormat("identity.duo", "credential", "a signed step of a Duo sign-in", `(?:TX|APP|AUTH)(?:\||%7C)[A-Za-z0-9+/=%]{16,}(?:\||%7C)([0-9a-f]{40,128})`, "TX|", "APP|", "AUTH|", "TX%7C", "APP%7C", "AUTH%7C"),
	secretFormat("identity.view-state", "token", "the state of a form of ASP.NET", `wE(?:PDw|dA)[A-Za-z0-9+/]{60,}={0,2}`, "wEPDw", "wEdAA", "wEdAB", "wEdAC", "wEdAD").within(1 << 20),
	secretFormat("identity.clerk-browser", "token", "a Clerk browser token", `dvb_[A-Za-z0-9]{20,40}`, "dvb_").where(mixedCase),
}

// casTicket judges the random part of a ticket, not the host behind it.
func casTicket(value []byte) bool {
	for range 2 {
		value = value[bytes.IndexByte(value, '-')+1:]
	}
	for _, part := range bytes.FieldsFunc(value, func(r rune) bool { return r == '-' || r == '_' || r == '.' }) {
		if len(part) >= 12 && random(part) {
			return true
		}
	}
	return len(value) <= 64 && mixedCase(value)
}

// samlMessage wants a response or an assertion; a request gives no access, and
// any XML in base64 begins like one.
func samlMessage(value []byte) bool {
	value = value[:min(len(value), 6000)]
	if bytes.IndexByte(value, '%') >= 0 {
		for _, pair := range [][2]string{{"%2B", "+"}, {"%2F", "/"}, {"%3D", "="}, {"%2b", "+"}, {"%2f", "/"}, {"%0A", ""}, {"%0D", ""}} {
			value = bytes.ReplaceAll(value, []byte(pair[0]), []byte(pair[1]))
		}
	}
	value = bytes.TrimRight(value, "=")
	xml := make([]byte, base64.RawStdEncoding.DecodedLen(len(value)))
	n, _ := base64.RawStdEncoding.Decode(xml, value[:len(value)&^3])
	xml = xml[:n]
	for len(xml) > 0 {
		at := bytes.IndexByte(xml, '<')
		if at < 0 || at+1 == len(xml) {
			return false
		}
		xml = xml[at+1:]
		if xml[0] == '?' || xml[0] == '!' {
			continue
		}
		name := xml[:max(0, bytes.IndexAny(xml, " \t\r\n/>"))]
		name = name[bytes.LastIndexByte(name, ':')+1:]
		switch string(name) {
		case "Response", "Assertion", "EncryptedAssertion", "ArtifactResponse",
			"RequestSecurityTokenResponse", "RequestSecurityTokenResponseCollection":
			return true
		case "Envelope":
			return bytes.Contains(xml, []byte("Assertion")) || bytes.Contains(xml, []byte("Response"))
		}
		return false
	}
	return false
}

// kerberosBlob wants the DER of a GSS-API or SPNEGO token.
func kerberosBlob(value []byte) bool {
	var der [24]byte
	if n, err := base64.StdEncoding.Decode(der[:], value[:32]); err != nil || n < 24 {
		return false
	}
	at := 2
	if der[1]&0x80 != 0 {
		at += int(der[1] & 0x7f)
	}
	if at > 6 {
		return false
	}
	switch der[0] {
	case 0x60: // a mechanism's identifier follows
		return der[at] == 0x06 && (der[at+2] == 0x2b || der[at+2] == 0x2a)
	case 0xa0, 0xa1: // a sequence follows
		return der[at] == 0x30
	}
	return false
}

// railsSigned wants base64 in front of the digest, not a file's name.
func railsSigned(value []byte) bool {
	return mixedCase(value[:max(0, bytes.LastIndex(value, []byte("--")))])
}
