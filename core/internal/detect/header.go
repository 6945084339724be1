package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// header takes one header field.
func (d *Detector) header(name []byte, t *decode.Text, p place) {
	p.names = rule.Header
	var buf [64]byte
	low := lower(buf[:0], name)
	switch string(low) {
	case "cookie":
		d.cookies(t, 0, len(t.B), p)
		return
	case "set-cookie", "set-cookie2":
		d.setCookies(t, p)
		return
	case "authorization", "proxy-authorization", "authentication-info", "proxy-authentication-info", "x-ms-authorization-auxiliary", "x-amz-authorization", "x-original-authorization", "x-forwarded-authorization":
		d.credentials(t, 0, len(t.B), true, p)
		return
	case "www-authenticate", "proxy-authenticate":
		d.credentials(t, 0, len(t.B), false, p)
		return
	case "location", "referer", "referrer", "content-location", "origin", ":path", "x-original-url", "x-rewrite-url", "x-forwarded-uri", "x-request-url":
		d.url(t, 0, len(t.B), p)
		return
	case "link":
		d.links(t, p)
		return
	case "refresh":
		if k := bytes.IndexByte(t.B, '='); k > 0 && judge.Authority(t.B[k+1:]) == 0 {
			d.url(t, k+1, len(t.B), p) // 5; URL=/verify/<token>
			return
		}
		d.text(t, p)
		return
	case "content-security-policy", "content-security-policy-report-only", "report-to":
		d.text(t, p)
		return
	case "sec-websocket-protocol":
		d.subprotocols(t, p)
		return
	}
	r := d.lookup(rule.Header, name)
	if r == nil && bytes.HasSuffix(low, []byte("cookie")) {
		d.cookies(t, 0, len(t.B), p)
		return
	}
	d.value(t, r, p)
}

// links takes the value of a Link header (RFC 8288): text reads what is an
// address by itself, and references are addresses because they stand in brackets.
func (d *Detector) links(t *decode.Text, p place) {
	for i := 0; i < len(t.B); {
		start := i + indexAny(t.B[i:], "<") + 1
		if start > len(t.B) {
			break
		}
		end := start + indexAny(t.B[start:], ">")
		if judge.Authority(t.B[start:min(end, start+40)]) == 0 {
			d.url(t, start, end, p)
		}
		i = end
	}
	p.link = true
	d.text(t, p)
}

func lower(dst, s []byte) []byte {
	if len(s) > cap(dst) {
		s = s[:cap(dst)]
	}
	for _, c := range s {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}

// cookies takes the value of a Cookie header (RFC 6265 4.2.1).
func (d *Detector) cookies(t *decode.Text, i, j int, p place) {
	for i < j {
		end := i + indexAny(t.B[i:j], ";\n")
		d.cookiePair(t, i, end, p)
		i = end + 1
	}
}

func (d *Detector) cookiePair(t *decode.Text, i, j int, p place) {
	eq := bytes.IndexByte(t.B[i:j], '=')
	name := bytes.TrimSpace(t.B[i : i+max(eq, 0)])
	if len(name) > 32 {
		d.format(t, i+bytes.IndexByte(t.B[i:], name[0]), i+eq)
	}
	// A pair without a name is all value (RFC 6265bis 5.6).
	d.cookieValue(t, i+eq+1, j, d.lookup(rule.Cookie, name), p)
}

// setCookies takes the value of a Set-Cookie header; Firefox joins several by
// a line feed.
func (d *Detector) setCookies(t *decode.Text, p place) {
	for i := 0; i < len(t.B); {
		line := i + indexAny(t.B[i:], "\n\r")
		end := i + indexAny(t.B[i:line], ";")
		d.cookiePair(t, i, end, p)
		// Old servers fold several into one line with commas, and a comma
		// also stands in Expires: a new cookie begins where a name and an
		// equals sign follow it.
		for k := end; k < line; k++ {
			if t.B[k] != ',' {
				continue
			}
			n := k + 1
			for n < line && t.B[n] == ' ' {
				n++
			}
			m := n
			for m < line && isToken(t.B[m]) {
				m++
			}
			if m > n && m < line && t.B[m] == '=' {
				stop := m + indexAny(t.B[m:line], ";")
				d.cookiePair(t, n, stop, p)
				k = stop
			}
		}
		i = line + 1
	}
}

// isToken tells whether c can stand in a token (RFC 9110 5.6.2).
func isToken(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || bytes.IndexByte([]byte("!#$%&'*+-.^_`|~"), c) >= 0
}

// indexAny is the index of the first of some bytes, len(b) where there is
// none.
func indexAny(b []byte, of string) int {
	if k := bytes.IndexAny(b, of); k >= 0 {
		return k
	}
	return len(b)
}

// credentials takes the value of Authorization and its kin (RFC 9110 11): the
// scheme word stays, what follows goes, or of parameters those that prove
// something. Of a challenge (all is false) only nonces and blobs go.
func (d *Detector) credentials(t *decode.Text, i, j int, all bool, p place) {
	i, j = trim(t.B, i, j)
	if i == j || d.unescaped(t, i, j, func(c *decode.Text) { d.credentials(c, 0, len(c.B), all, p) }) {
		return
	}
	k := i
	for k < j && isToken(t.B[k]) {
		k++
	}
	if k == j || t.B[k] != ' ' {
		switch n := scheme(t.B[i:j]); {
		case all && n > 0:
			d.announced(t, i, n, j) // the blank is written as in a form
		case all && bytes.IndexByte(t.B[i:j], '=') > 0 && hasParams(t.B[i:j]):
			d.authParams(t, i, j, all)
		case all:
			d.credential(t, i, j, rule.AuthInfo)
		}
		return
	}
	scheme := t.B[i:k]
	for k < j && t.B[k] == ' ' {
		k++
	}
	rest := t.B[k:j]
	switch {
	case bytes.EqualFold(scheme, []byte("basic")):
		if !all {
			return
		}
		d.basic(t, k, j)
	case all && bytes.EqualFold(scheme, []byte("apikey")) && isUserInfo(rest[:min(len(rest), maxHead)]):
		d.basic(t, k, j) // of Elasticsearch: id:key
	case hasParams(rest):
		d.authParams(t, k, j, all)
	case all && bytes.EqualFold(scheme, []byte("bearer")) && d.public(rest, rule.Bearer):
	case all:
		d.credential(t, k, j, rule.Bearer)
	case decode.IsBase64(rest) && len(rest) >= 16:
		d.credential(t, k, j, rule.AuthInfo)
	}
}

// hasParams tells whether credentials are a list of parameters.
func hasParams(b []byte) bool {
	eq := bytes.IndexByte(b, '=')
	if eq <= 0 || eq > 40 || eq == len(b)-1 || b[eq+1] == '=' {
		return false
	}
	for _, c := range b[:eq] {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_') {
			return false
		}
	}
	return true
}

// authParams takes name=value or name="value", joined by commas.
func (d *Detector) authParams(t *decode.Text, i, j int, all bool) {
	for i < j {
		for i < j && (t.B[i] == ' ' || t.B[i] == ',' || t.B[i] == '&') {
			i++
		}
		eq := i + indexAny(t.B[i:j], "=,")
		if eq >= j || t.B[eq] == ',' {
			// A lone word among parameters is a token of its own.
			if eq-i >= 16 && all {
				d.found(t, i, eq, rule.AuthInfo)
			}
			i = eq + 1
			continue
		}
		var buf [64]byte
		name := bytes.TrimSpace(lower(buf[:0], t.B[i:eq]))
		// Another scheme may follow a comma: Digest a=b, Basic realm=c.
		if k := bytes.LastIndexByte(name, ' '); k >= 0 {
			name = name[k+1:]
		}
		start := eq + 1
		var end int
		if start < j && t.B[start] == '"' {
			start++
			end = start
			for end < j && t.B[end] != '"' {
				if t.B[end] == '\\' {
					end++
				}
				end++
			}
			end = min(end, j)
			i = end + 1
		} else {
			end = start + indexAny(t.B[start:j], ",&")
			i = end
		}
		if start < end {
			d.authParam(t, name, start, end, all)
		}
	}
}

func (d *Detector) authParam(t *decode.Text, name []byte, i, j int, all bool) {
	switch string(name) {
	case "realm", "algorithm", "qop", "nc", "uri", "charset", "userhash", "stale", "domain", "headers", "signedheaders", "created", "expires",
		"error", "error_description", "scope", "resource_metadata", "authorization_uri", "resource", "service", "as_uri", "oauth_timestamp", "oauth_consumer_key",
		"oauth_signature_method", "oauth_version", "oauth_callback", "version", "client", "sentry_version", "sentry_client", "sentry_timestamp", "ts", "title":
		return
	case "username":
		d.found(t, i, j, rule.User)
		return
	case "credential":
		// <key id>/<date>/<region>/<service>/aws4_request
		d.found(t, i, i+indexAny(t.B[i:j], "/"), rule.AuthInfo)
		return
	case "nonce", "cnonce", "nextnonce", "opaque", "response", "rspauth", "signature", "mac", "token", "oauth_token", "oauth_signature",
		"oauth_nonce", "oauth_verifier", "sentry_key", "sentry_secret", "data", "s2s", "sid", "jwt", "key", "apikey", "secret", "password":
		d.credential(t, i, j, rule.AuthInfo)
		return
	}
	if v := t.B[i:j]; all && !d.token(t, i, j) && (judge.Random(v) || judge.Token(v)) {
		d.found(t, i, j, rule.AuthInfo)
	}
}

// isVersioned tells whether a name begins with its version and a dot: v4.channel.k8s.io.
func isVersioned(v []byte) bool {
	return len(v) < 32 && v[0] == 'v' && isDigits(v[1:1+indexAny(v[1:], ".")])
}

// subprotocols takes Sec-WebSocket-Protocol (RFC 6455 11.3.4), a list of
// names into which some APIs put a token.
func (d *Detector) subprotocols(t *decode.Text, p place) {
	said := false // an earlier name announces a token
	for i := 0; i < len(t.B); {
		end := i + indexAny(t.B[i:], ",")
		a, b := trim(t.B, i, end)
		v := t.B[a:b]
		if k := bytes.Index(v, []byte("eyJ")); k >= 0 && d.token(t, a+k, b) {
			// A JSON Web Token behind a prefix: its signature is gone.
			said = true
		} else if k := bytes.LastIndexByte(v, '.'); bytes.Contains(v, []byte(".bearer.")) && k > 0 && !d.token(t, a, b) {
			d.found(t, a+k+1, b, rule.Bearer)
		} else if !d.token(t, a, b) {
			if k := bytes.LastIndexAny(v, ".-_|"); said && judge.Token(v) && !isVersioned(v) || judge.Random(v) && len(v) >= 24 && !bytes.Contains(v, []byte("graphql")) {
				d.found(t, a, b, rule.Bearer)
			} else if k > 0 && len(v)-k > 20 && judge.Random(v[k+1:]) {
				d.found(t, a+k+1, b, rule.Bearer)
			}
		}
		var buf [64]byte
		low := lower(buf[:0], v)
		said = said || bytes.Contains(low, []byte("token")) || bytes.Contains(low, []byte("bearer")) || bytes.Contains(low, []byte("auth")) || bytes.Contains(low, []byte("jwt"))
		i = end + 1
	}
	d.text(t, p)
}
