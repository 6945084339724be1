package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// value takes a whole value that stands under a name of which r speaks, nil
// where no rule does.
func (d *Detector) value(t *decode.Text, r *rule.Rule, p place) {
	if r == nil || r.Treat == rule.Harmless {
		// A number under such a name is what the name says, though one in ten
		// of sixteen digits could be a card's. A longer one is no number.
		if r == nil || len(t.B) > 24 || !isDigits(t.B) {
			p.harmless = p.harmless || r != nil
			d.inner(t, p)
		}
		return
	}
	i, j := trim(t.B, 0, len(t.B))
	if i == j {
		return
	}
	v := t.B[i:j]
	if p.cookie && structured(v) && r.Treat == rule.Secret {
		d.inner(t, p) // undone too far, its strings would end early
	}
	if r.Treat == rule.Secret && d.unescaped(t, i, j, func(c *decode.Text) { d.value(c, r, p) }) {
		return
	}
	if n, m := wrapping(v); n > 0 && !p.cookie && r.Treat == rule.Secret {
		d.sub(t, decode.None, i+n, j-m, func(c *decode.Text) { d.value(c, r, p) })
		return
	}
	switch {
	case r.Treat != rule.Secret:
		if r.Treat == rule.Personal && bytes.ContainsAny(v, "{[<") {
			d.inner(t, p)
			return
		}
		d.found(t, i, j, r)
		return
	case r.Kind == "saml" && d.assertion(t, p):
		return
	case d.token(t, i, j), d.packedToken(t, i, j):
		return
	case structured(v):
		if !p.cookie {
			d.inner(t, p)
			return
		}
	case d.public(v, r):
		return
	case isSAS(v):
		d.pairs(t, i, j, p)
		return
	case d.connection(t, i, j, true):
		return
	case hasCookieName(r, v):
		d.cookies(t, i, j, p)
		return
	case judge.URL(v) && !p.cookie && r.Judge != rule.Any:
		d.url(t, i, j, p)
		return
	}
	if k := scheme(v); k > 0 && (p.names == rule.Header || p.request || !isSaid(v, k)) {
		d.announced(t, i, k, j)
		return
	}
	if (p.cookie || r.Judge != rule.Any) && d.around(t, i, j, r) {
		return
	}
	if d.accepts(v, r, p) {
		if isProof(v) && r.Kind == "credential" {
			i += len(v) - proofLen // the id before it is that of an application
		}
		if k := nextParameter(v, ';'); k > 0 && r.Judge == rule.Token && p.names == rule.Param && !judge.Token(v) {
			j = i + k
		}
		d.found(t, i, j, r)
		d.unpackedValue(t, i, j, r, p)
	}
	// What is packed or composed inside is known for itself too, so that it
	// is found where it stands alone.
	d.inner(t, p)
}

// wrappings are the signs that people and programs put around a value.
var wrappings = [...][2]string{{"{", "}"}, {"[", "]"}, {"(", ")"}, {"<", ">"}, {"#", "#"}, {"“", "”"}, {"«", "»"}}

// wrapping gives how many bytes before and behind a token are no part of it: of a pair
// of signs around one that has none of its own, as around a GUID of Microsoft's.
func wrapping(v []byte) (before, behind int) {
	if class[v[0]] == word {
		return 0, 0
	}
	for _, pair := range wrappings {
		if !bytes.HasPrefix(v, []byte(pair[0])) || !bytes.HasSuffix(v, []byte(pair[1])) || len(v) < 8+len(pair[0])+len(pair[1]) {
			continue
		}
		in := v[len(pair[0]) : len(v)-len(pair[1])]
		for _, c := range in {
			if class[c] != word && bytes.IndexByte([]byte("-_.~+/="), c) < 0 {
				return 0, 0
			}
		}
		if !judge.Token(in) || isDigits(in) {
			return 0, 0
		}
		return len(pair[0]), len(pair[1])
	}
	return 0, 0
}

// proofLen is the length of an HMAC of SHA-256 in hex.
const proofLen = 64

// isProof tells whether a value is an id and, behind a colon, a proof made
// with a key that stays on the server: the auth of a channel of Pusher.
func isProof(v []byte) bool {
	k := len(v) - proofLen - 1
	return k >= 16 && v[k] == ':' && isWord(v[:k]) && judge.Hex(v[k+1:])
}

// nextParameter gives where a value ends that another parameter stands behind, of a
// path (;name=) or a form (&name=), 0 where none does.
func nextParameter(v []byte, sign byte) int {
	k := bytes.IndexByte(v, sign)
	if k < 0 {
		return 0
	}
	n := k + 1
	for n < len(v) && class[v[n]] == word {
		n++
	}
	if n == k+1 || n == len(v) || v[n] != '=' {
		return 0
	}
	return k
}

// unpackedValue takes the text that a value is as base64 under the same name: the
// data of a Secret of Kubernetes. It is known for itself, too.
func (d *Detector) unpackedValue(t *decode.Text, i, j int, r *rule.Rule, p place) {
	if v := t.B[i:j]; len(v) < 8 || len(v) > 4096 || p.names != rule.Key || p.address || t.Codec.Packs() || !decode.IsBase64(v) {
		return
	}
	d.sub(t, decode.Base64, i, j, func(c *decode.Text) {
		if len(c.B) >= 4 && decode.Readable(c.B) && !structured(c.B) && !(bytes.IndexByte(c.B, '&') > 0 && isForm(c.B) && isFormName(c.B)) {
			d.value(c, r, p)
		}
	})
}

// isFormName tells whether a text begins with a name as a form writes it, and no sign
// of a password before the first & or equals sign.
func isFormName(b []byte) bool {
	for _, c := range b[:indexAny(b, "&=")] {
		if class[c] != word && c != '%' && c != '[' && c != ']' && c != '.' && c != '+' {
			return false
		}
	}
	return true
}

// packedToken takes a JSON Web Token in base64, as the data of a Secret of
// Kubernetes holds it.
func (d *Detector) packedToken(t *decode.Text, i, j int) (taken bool) {
	if !bytes.HasPrefix(t.B[i:j], []byte("ZXlK")) || !decode.IsBase64(t.B[i:j]) {
		return false
	}
	d.sub(t, decode.Base64, i, j, func(c *decode.Text) { taken = d.token(c, 0, len(c.B)) })
	return taken
}

// around takes a value that has a JSON Web Token in it: what stands before and
// behind it is judged for itself, because it can sign the whole.
func (d *Detector) around(t *decode.Text, i, j int, r *rule.Rule) bool {
	k := bytes.Index(t.B[i:j], []byte("eyJ"))
	if k < 0 {
		return false
	}
	end := d.jwt(t, i+k)
	if end == 0 {
		return false
	}
	for _, x := range [...][2]int{{i, i + k}, {end, j}} {
		if x[0] < x[1] && judge.Token(bytes.Trim(t.B[x[0]:x[1]], besides)) {
			d.found(t, x[0], x[1], r)
		}
	}
	return true
}

// structured tells whether a value is JSON, whole or cut. A password can begin
// like it.
func structured(v []byte) bool {
	if v[0] != '{' && v[0] != '[' {
		return false
	}
	last := v[len(v)-1]
	if v[0] == '{' && len(v) > 1 && class[v[1]] == word && bytes.IndexByte(v, ':') < 0 {
		return false // what Jenkins has encrypted
	}
	return last == '}' || last == ']' || bytes.Contains(v, []byte(`":`))
}

// public tells whether all of a value is a key that is public by design,
// whatever its name says, and reports it.
func (d *Detector) public(v []byte, r *rule.Rule) bool {
	if r.Kind == "key" && len(v) == pointLen && v[0] == 'B' && v[1]-'A' < 16 && decode.IsBase64(v) {
		d.kept(d.called("siteKey")) // by which a server of push messages is known (RFC 8292)
		return true
	}
	if len(v) == 66 && v[1] == '_' && v[0] >= '2' && v[0] <= '4' && isKey(v[2:]) && r.ID != "oauth.refresh-token" {
		d.kept(d.called("siteKey")) // of Gigya
		return true
	}
	if r.ID == "key.plain" && isMeasured(v) {
		d.kept(d.called("siteKey")) // of a page, at mPulse
		return true
	}
	if !rule.MayBegin(v, 0) {
		return false
	}
	m, ok := rule.FormatAt(v, 0)
	if !ok || m.Format.Treat != rule.Publishable || m.End != len(v) {
		return false
	}
	d.kept(&m.Format.Rule)
	return true
}

// isMeasured tells whether a value is five groups of five capitals and digits, by which
// mPulse knows the page that it measures. A license is so, too, and is called one.
func isMeasured(v []byte) bool {
	for i, c := range v {
		if i%6 == 5 && c != '-' || i%6 != 5 && c-'0' >= 10 && !isUpper(c) {
			return false
		}
	}
	return len(v) == 29
}

// pointLen is the length of a point of P-256 in base64, written in full: its first byte
// is 4.
const pointLen = 87

// isSAS tells whether a value is a shared access signature of Azure: a query
// of which the signature alone is secret.
func isSAS(v []byte) bool {
	return len(v) < 2048 && isForm(v) && (bytes.Contains(v, []byte("&sig=")) || bytes.HasPrefix(v, []byte("sig="))) && bytes.Contains(v, []byte("se="))
}

// connection takes a connection string, name=value joined by semicolons, of
// which the key or password alone is secret, and tells whether it is one. certain says
// that it can be nothing else.
func (d *Detector) connection(t *decode.Text, i, j int, certain bool) bool {
	v := t.B[i:j]
	if len(v) > 2048 || bytes.IndexByte(v, ';') < 0 || bytes.IndexByte(v, '=') < 0 {
		return false
	}
	seen := false
	for i < j {
		end := i + indexAny(t.B[i:j], ";")
		eq := bytes.IndexByte(t.B[i:end], '=')
		if eq < 0 && judge.Placeholder(bytes.TrimSpace(t.B[i:end])) {
			i = end + 1 // of an earlier run
			continue
		}
		if eq < 2 || eq > 40 {
			return seen
		}
		r := d.lookup(rule.Key, bytes.TrimSpace(t.B[i:i+eq]))
		if r != nil && r.Treat == rule.Secret && d.accepts(t.B[i+eq+1:end], r, place{names: rule.Key, request: certain}) {
			d.found(t, i+eq+1, end, r)
			seen = true
		}
		i = end + 1
	}
	return seen
}

// accepts tells whether a value under r's name is secret.
func (d *Detector) accepts(v []byte, r *rule.Rule, p place) bool {
	if p.cookie && r.Kind == "cookie" && len(v) <= 2 || bytes.HasPrefix(v, []byte("credentialsJSON:")) || jwtHead(v) || !p.cookie && isSID(r, v) || p.cookie && len(v) > 1 && judge.Few(v) && !isDigits(v) {
		return false // auth=true: whatever a cookie is called, a yes signs nobody in
	}
	if p.address && !p.cookie && isDigits(v) && counted(r, v) || (r == rule.AnyCookie || r == rule.SettingCookie) && (judge.Choice(v) || judge.Consent(v)) || r == rule.SettingCookie && judge.Plain(v) {
		return false
	}
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed:
		if fewDigits(r, v) {
			return false
		}
		told := p.cookie || (p.request || p.names != rule.Key) && !judge.Message(v)
		return (told || judge.Password(v)) && !measure(r, v)
	case rule.Mixed:
		return p.cookie || p.request && len(v) > 3 && !isFlag(v) && !judge.Message(v) || judge.Mixed(v)
	case rule.Code:
		return judge.Code(v) || r.ID == "otp.passcode" && p.request && len(v) > 3 && !isFlag(v) && !judge.Message(v) || r.ID == "csrf.short" && isShort(v, p.request || p.names != rule.Key)
	case rule.Digits:
		return judge.CardCode(v) || len(v) < 9 && isDigits(v) && judge.Code(v) // some call the code of a sign-in so
	case rule.Strong:
		if r.ID == "word.named-key" && !opensByName(v) {
			return false
		}
		return judge.Token(v) && judge.Random(v) && !isGrain(r, v) && !isApp(v) || r.ID == "csrf.random" && isNonce(v)
	case rule.Grant:
		return judge.Grant(v)
	case rule.Phrase:
		return judge.Token(v) || judge.Phrase(v)
	default:
		v = undated(r, v)
		if r.Kind == "seed" && isGrouped(v) {
			return true
		}
		if k := bytes.IndexByte(v, ' '); k > 0 && k <= maxScheme {
			// Some scheme and a token.
			if rest := v[max(k, bytes.LastIndexByte(v, ';'))+1:]; judge.Token(rest) && judge.Random(rest) {
				return true
			}
		}
		if first := v[:indexAny(v, " ")]; len(first) >= minToken && len(first) < len(v) && judge.Random(first) && judge.Random(v[len(first)+1:]) && judge.Token(v[len(first)+1:]) {
			return true // in two parts
		}
		if p.request && !p.address && isDigits(v) && ((r.ID == "oauth.token" || r.ID == "oauth.code-key") && len(v) == 6 || r.Kind == "token" && d.asks == asksLogin && len(v) > 5 && len(v) < 9) {
			return true // a code of a second factor
		}
		if r.Kind == "secret" && !p.code && judge.Typed(v, false) && bytes.ContainsAny(v, "!#$%^*?~") {
			return true // which somebody has thought of
		}
		// Behind a semicolon can stand another parameter.
		return judge.Token(v) || r.Kind == "ticket" && isTicket(v) || p.names == rule.Header && r.Kind == "csrf" && judge.Code(v) || p.request && isChosen(v, r) || !p.code && judge.Shuffled(v) || (p.request || r.Kind == "credential") && !p.code && judge.Sent(v) || p.names != rule.Key && judge.Token(v[:indexAny(v, ";")])
	}
}

// opensByName tells whether a value under the name of a key of something is a secret: of hex
// and of small letters is what finds something, too.
func opensByName(v []byte) bool {
	if isKey(v) {
		return true
	}
	digits := 0
	for _, c := range v {
		if c-'0' < 10 {
			digits++
		} else if !isUpper(c) {
			return false
		}
	}
	return len(v) >= 20 && digits > 4 && digits < len(v)/2 && judge.Random(v) && !judge.ResourceID(v)
}

// isGrouped tells whether a value is a seed of one-time codes as people are shown it to
// type it: base32 in groups of four, jbsw y3dp ehpk 3pxp.
func isGrouped(v []byte) bool {
	if len(v) < 19 || len(v) > 160 {
		return false
	}
	for i, c := range v {
		if i%5 == 4 && c != ' ' && c != '-' || i%5 != 4 && c|0x20-'a' >= 26 && c-'2' >= 6 {
			return false
		}
	}
	return hasDigit(v)
}

// maxScheme is how long what stands before a token may be that says how it is used,
// as in XBL3.0 x=….
const maxScheme = 8

// isChosen tells whether a value that was sent under the name of a secret is one that
// somebody has thought of: words and digits, and a capital or a letter past ASCII, which
// the names of resources have not.
func isChosen(v []byte, r *rule.Rule) bool {
	if r.ID == "key.signing" || r.ID == "key.webhook" {
		return judge.Mixed(v)
	}
	return r.Kind == "secret" && bytes.IndexFunc(v, func(c rune) bool { return c >= 0x80 || c >= 'A' && c <= 'Z' }) >= 0 && judge.Mixed(v)
}

// fewDigits tells whether a value under the name of a card's number has too few digits
// for one, and is none that was encrypted: a pan is also what a camera does.
func fewDigits(r *rule.Rule, v []byte) bool {
	if r.ID != "payment.card" || judge.Random(v) {
		return false
	}
	n := 0
	for _, c := range v {
		if c-'0' < 10 {
			n++
		}
	}
	return n < 8
}

// isSID tells whether a value under a name like that of a session names another thing:
// one of Twilio's, or of LiveKit's, RM_3opJYjxB93ox; an account of Windows, S-1-5-21-…; or
// a search that began at some time, 1795820000.58376.
func isSID(r *rule.Rule, v []byte) bool {
	if r.ID == "saml.execution" {
		return judge.ResourceID(v) // of a step of Keycloak's
	}
	if r.Kind == "ticket" || r.ID == "oauth.random" {
		return isCase(v)
	}
	if r.Kind != "session" || len(v) < 3 {
		return false
	}
	if k := bytes.IndexByte(v, ':'); k > 0 && isDigits(v[:k]) && bytes.IndexByte(v[k:], '#') > 0 && len(bytes.Trim(v[k+1:], "0123456789-#=,:")) == 0 {
		return true // how far a replica of Cosmos DB is: 0:-1#8058580
	}
	dot := bytes.IndexByte(v, '.')
	return bytes.HasPrefix(v, []byte("S-1-5-")) || isTwilio(v) || isUpper(v[0]) && isUpper(v[1]) && len(v) < 18 && v[2] == '_' ||
		dot > 0 && judge.Timestamp(v[:dot]) && isDigits(v[:dot]) && isDigits(v[dot+1:])
}

// isCase tells whether what is called a ticket is the number of a case at a help desk:
// INC0048211, OPS-4821, zendesk/ticket/48211.
func isCase(v []byte) bool {
	v = v[bytes.LastIndexByte(v, '/')+1:]
	rest := bytes.TrimLeft(v, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	rest = bytes.TrimPrefix(rest, []byte("-"))
	return len(v)-len(rest) < 9 && len(rest) > 0 && len(rest) < 9 && isDigits(rest)
}

// isTwilio tells whether a value names a thing of Twilio's: an account, a service.
func isTwilio(v []byte) bool {
	return len(v) == 34 && isUpper(v[0]) && isUpper(v[1]) && judge.Hex(v[2:])
}

// isGrain tells whether a value under the name of a seed is a UUID: from such a one
// chances of an experiment are made and no keys.
func isGrain(r *rule.Rule, v []byte) bool {
	return r.ID == "otp.random-seed" && len(v) == 36 && judge.ResourceID(v)
}

// isApp tells whether a value is the id of an app at WeChat, which stands under names of
// keys.
func isApp(v []byte) bool {
	return len(v) == len("wx0123456789abcdef") && v[0] == 'w' && v[1] == 'x'
}

// isShort tells whether a value is the key of a session as Moodle makes it: ten
// letters and digits, of which all can be letters. Where nothing else says so it has
// several capitals, which the names of a program have not.
func isShort(v []byte, told bool) bool {
	upper := 0
	for _, c := range v {
		if class[c] != word || c == '_' || c == '-' || c == '$' {
			return false
		}
		if c >= 'A' && c <= 'Z' {
			upper++
		}
	}
	return len(v) == 10 && (told || upper > 2)
}

// isNonce tells whether a value is ten digits of base 16, as the nonces of WordPress
// are.
func isNonce(v []byte) bool { return len(v) == 10 && judge.Hex(v) && judge.Code(v) }

// hasCookieName tells whether a value under a key that means a cookie has the
// cookie's name in it, which stays.
func hasCookieName(r *rule.Rule, v []byte) bool {
	if r.ID != "session.cookie" {
		return false
	}
	v = v[:indexAny(v, ";")]
	eq := bytes.IndexByte(v, '=')
	if eq < 1 || len(bytes.TrimRight(v[eq:], "=")) == 0 || bytes.ContainsAny(v, " \"'()[]{}<>\n") {
		return false
	}
	for _, c := range v[:eq] {
		if class[c] != word && c != '.' {
			return false
		}
	}
	return true
}

// undated leaves out the date that some write behind a token of a form:
// 0x…,24 Nov 2026 10:11:12 -0000.
func undated(r *rule.Rule, v []byte) []byte {
	if r.Kind == "csrf" {
		v = bytes.TrimSuffix(v, []byte("-☃")) // of Slack
	}
	if r.Kind == "csrf" && bytes.IndexByte(v, ' ') > 0 {
		return v[:indexAny(v, ",")]
	}
	return v
}

// counted tells whether a number in an address is the id of something rather than
// what r's name says: whoever can count comes upon it, so it opens nothing.
func counted(r *rule.Rule, v []byte) bool {
	switch {
	case r.Judge == rule.Typed:
		return true
	case r.Judge != rule.Token:
		return false
	}
	return len(v) < 15 && (r.Kind == "session" || r.Kind == "key" || r.Kind == "signature")
}

// isFlag tells whether a value is a word for yes, no or nothing.
func isFlag(v []byte) bool {
	for _, w := range [...]string{"true", "false", "none", "null", "undefined"} {
		if bytes.EqualFold(v, []byte(w)) {
			return true
		}
	}
	return false
}

// unescaped undoes one layer of escapes of B[i:j], where it has one, and calls
// fn with what they hide: a value is judged by what it is, not by how it is
// written. It tells whether it did.
func (d *Detector) unescaped(t *decode.Text, i, j int, fn func(*decode.Text)) bool {
	v := t.B[i:j]
	c, ok := decode.Escaped(v)
	if !ok || c == decode.Percent && (judge.URL(v) || isPairs(v) && (isSAS(v) || !isSAS(d.canonical(v)))) {
		return false // what is encoded are the parts of a URL or of a form
	}
	child, ok := d.arena.Decode(t, c, i, j)
	if !ok {
		return false
	}
	if ok = !noText(child.B) && !(c == decode.Backslash && brokenWord(v, child.B)); ok {
		fn(child)
	}
	d.arena.Release(child)
	return ok
}

// isPairs tells whether a value is a form with a value that is not empty.
func isPairs(v []byte) bool {
	eq := bytes.IndexByte(v, '=')
	if eq < 2 || eq+1 == len(v) || v[eq+1] == '=' || v[eq+1] == '&' || len(v) == eq+4 && bytes.EqualFold(v[eq+1:], []byte("%3D")) {
		return false // padding, all of it or a part written as it is
	}
	return isForm(v)
}

// announced takes the credential B[i+k:j] behind an announcing word of k
// bytes, its blank included.
func (d *Detector) announced(t *decode.Text, i, k, j int) {
	if t.B[i]|0x20 == 'b' && k == len("basic ") {
		d.basic(t, i+k, j)
		return
	}
	d.credential(t, i+k, j, rule.Bearer)
}

// credential takes all of B[i:j] as what r says, but for the readable parts of
// a token that has some.
func (d *Detector) credential(t *decode.Text, i, j int, r *rule.Rule) {
	if d.unescaped(t, i, j, func(c *decode.Text) { d.credential(c, 0, len(c.B), r) }) {
		return
	}
	if v := t.B[i:j]; bytes.HasPrefix(v, []byte("${")) && bytes.IndexByte(v, '}') == len(v)-1 && judge.Template(v) || len(v) > 3 && v[0] == '$' && isLower(bytes.Map(inLowerName, v[1:])) {
		return // to be filled in
	}
	if !d.token(t, i, j) {
		d.found(t, i, j, r)
		d.unpackedValue(t, i, j, r, place{names: rule.Key})
	}
}

// basic takes the credentials of the Basic scheme (RFC 7617): all of it, and
// the password for itself, because it may stand elsewhere alone.
func (d *Detector) basic(t *decode.Text, i, j int) {
	if d.unescaped(t, i, j, func(c *decode.Text) { d.basic(c, 0, len(c.B)) }) {
		return
	}
	d.found(t, i, j, rule.Basic)
	d.sub(t, decode.Base64, i, j, func(c *decode.Text) {
		colon := bytes.IndexByte(c.B, ':')
		if colon < 0 {
			return
		}
		d.found(c, colon+1, len(c.B), rule.UserInfo)
		if isNoPassword(c.B[colon+1:]) && judge.Random(c.B[:colon]) && !judge.ResourceID(c.B[:colon]) {
			d.found(c, 0, colon, rule.Basic)
		}
	})
}

// isNoPassword tells what stands in the place of a password where the name before it
// is a key.
func isNoPassword(v []byte) bool {
	return string(v) == "X" || string(v) == "x" || string(v) == "x-oauth-basic" || string(v) == "api_token"
}

// measure tells whether a value is the size of something rather than what r's
// name says.
func measure(r *rule.Rule, v []byte) bool {
	return (r.Judge == rule.Measured || r.Judge == rule.Typed) && len(v) <= 4 && isDigits(v)
}

// scheme gives how many bytes an announcing word at the start of a value
// takes.
func scheme(v []byte) int {
	for _, word := range [...]string{"Bearer ", "Token ", "Basic ", "DPoP ", "SSWS ", "JWT ", "OAuth ", "ApiKey "} {
		n := len(word) - 1
		// In a form a blank is a plus.
		if len(v) > n+7 && bytes.EqualFold(v[:n], []byte(word[:n])) && (v[n] == ' ' || v[n] == '+') && bytes.IndexByte(v[len(word):], ' ') < 0 {
			return len(word)
		}
	}
	return 0
}

// isSaid tells whether a value is the word token and, from k on, another one: Token
// caducado.
func isSaid(v []byte, k int) bool {
	for _, c := range v[k:] {
		if c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x80 {
			return false
		}
	}
	return v[0]|0x20 == 't' && !judge.Random(v[k:]) && !judge.Shuffled(v[k:])
}

// inner looks into a value of which nothing is known by name.
func (d *Detector) inner(t *decode.Text, p place) {
	i, j := trim(t.B, 0, len(t.B))
	if j-i < 3 {
		return
	}
	if c := t.B[i]; c == 'C' || c == 'S' {
		d.stomp(t)
	}
	switch c := t.B[i]; {
	case c == '{' || c == '[' || isParts(t.B[i:j]):
		d.content(t, i, j, nil, p)
	case bytes.IndexByte(t.B[i:j], '&') > 0 && isPairs(t.B[i:j]):
		if !d.escapedURL(t, i, j, p) {
			d.pairs(t, i, j, p)
			d.text(t, p)
		}
	case judge.URL(t.B[i:j]) && d.escapedURL(t, i, j, p):
	case judge.URL(t.B[i:j]) && bytes.IndexByte(t.B[i:j], ' ') < 0 && bytes.IndexByte(t.B[i:j], '\n') < 0:
		d.url(t, i, j, p)
	case bytes.IndexByte(t.B[i:min(j, i+maxTitles)], '\n') > 0 && !p.code && d.table(t, skipSpace(t.B, 0, i), len(t.B), p):
	default:
		d.text(t, p)
	}
}

// escapedURL takes a URL that is written with the escapes of a program or of
// markup, which hide what its parts are, and tells whether it is one.
// Percent-encoding is a URL's own.
func (d *Detector) escapedURL(t *decode.Text, i, j int, p place) bool {
	c := decode.Backslash
	switch v := t.B[i:j]; {
	case bytes.IndexByte(v, '\\') >= 0:
	case bytes.Contains(v, []byte("&#")) || bytes.Contains(v, []byte("&amp;")):
		c = decode.Entity
	default:
		return false
	}
	child, ok := d.arena.Decode(t, c, i, j)
	if !ok {
		return false
	}
	changed := !bytes.Equal(child.B, t.B[i:j])
	if changed {
		d.inner(child, p)
	}
	d.arena.Release(child)
	return changed
}

// nested looks into what was decoded from a stretch of another text.
func (d *Detector) nested(t *decode.Text, p place) {
	b := bytes.TrimSpace(t.B)
	if len(b) < 3 {
		return
	}
	if t.Codec.Packs() {
		p.code = b[0] == '<' || len(b) > 1000 && count(b[:min(len(b), 2000)], codeSigns[:]) > 3 // of a worker in a program
		p.names = rule.Key
		// A name says what a value is, and of a text in it nothing.
		p.harmless = p.harmless && !decode.Readable(b[:min(len(b), 32)])
		if !t.Codec.Compresses() && d.arena.Marked(t.B) {
			d.arena.Nested(t, func(z *decode.Text) { d.nested(z, p) })
			return // the bytes themselves are no text
		}
		if d.packets(t, p) {
			return
		}
	}
	if (t.Codec.Packs() || bytes.HasPrefix(b, []byte("Content-"))) && d.mail(t, 0, len(t.B), p) {
		return
	}
	if b[0] == '{' || b[0] == '[' {
		i, j := trim(t.B, 0, len(t.B))
		d.content(t, i, j, nil, p)
		return
	}
	if isForm(b) && !(t.Codec.Packs() && hasControl(b)) {
		d.pairs(t, 0, len(t.B), p)
		p.query = true
	}
	if t.Codec.Compresses() || t.Codec.Packs() && bytes.HasPrefix(b, []byte("--")) || isParts(b) {
		d.content(t, 0, len(t.B), nil, p) // a body of its own
		return
	}
	if !p.code && bytes.IndexByte(b[:min(len(b), maxTitles)], '\n') > 0 && d.table(t, skipSpace(t.B, 0, len(t.B)), len(t.B), p) {
		return
	}
	d.text(t, p)
}

// cookieValue takes a cookie's value: all of it goes, but for the few cookies
// that are settings. What stands inside is known for itself as well.
func (d *Detector) cookieValue(t *decode.Text, i, j int, r *rule.Rule, p place) {
	p.cookie, p.names = true, rule.Key
	i, j = trim(t.B, i, j)
	if i == j {
		return
	}
	d.sub(t, decode.None, i, j, func(c *decode.Text) { d.value(c, r, p) })
}

// message takes a WebSocket message or an event.
func (d *Detector) message(t *decode.Text, p place) {
	// Socket.IO puts a packet type, a namespace and an acknowledgement id before
	// the JSON.
	i, space := 0, false
	for i < len(t.B) && i < 48 && (t.B[i] >= '0' && t.B[i] <= '9' || t.B[i] == '-' || t.B[i] == '/' || t.B[i] == ',' || space && class[t.B[i]] == word) {
		space = space || t.B[i] == '/' && i > 0
		i++
	}
	if i < len(t.B) && (t.B[i] == '{' || t.B[i] == '[') {
		if t.B[i] == '[' {
			d.event(t, i+1, len(t.B), p)
		}
		d.content(t, i, len(t.B), nil, p)
		return
	}
	if len(t.B) >= 24 && decode.IsBase64(t.B) && !isHex(t.B) && d.format(t, 0, len(t.B)) == 0 {
		d.binary(t, nil, p)
		return
	}
	d.stomp(t)
	d.content(t, 0, len(t.B), nil, p)
}

// stomp takes the password of a frame of STOMP that signs in (STOMP 1.2).
func (d *Detector) stomp(t *decode.Text) {
	b := t.B
	if !bytes.HasPrefix(b, []byte("CONNECT")) && !bytes.HasPrefix(b, []byte("STOMP")) {
		return
	}
	const name = "\npasscode:"
	if k := bytes.Index(b, []byte(name)); k > 0 {
		k += len(name)
		if end := k + indexAny(b[k:], "\r\n\x00"); end > k {
			d.credential(t, k, end, d.called("password"))
		}
	}
}

// isHex tells whether a message is bytes in hex, whose digits are some of base64.
func isHex(b []byte) bool {
	b = bytes.TrimPrefix(b, []byte("0x"))
	for _, c := range b {
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return len(b)%2 == 0
}

// binary takes a text that is bytes in base64.
func (d *Detector) binary(t *decode.Text, mime []byte, p place) {
	// A line break behind the last line stays where it is.
	end := len(bytes.TrimRight(t.B, "\r\n"))
	d.sub(t, decode.Base64, 0, end, func(b *decode.Text) {
		if d.arena.Compressed(b, func(z *decode.Text) { d.content(z, 0, len(z.B), mime, p) }) {
			return
		}
		if decode.Readable(b.B[:min(len(b.B), 64)]) {
			d.content(b, 0, len(b.B), mime, p)
			return
		}
		if what := media(b.B, mime); what != "" {
			d.uninspected(what, b, len(t.B))
			return
		}
		// Names and lengths of a binary format are not known; its printable
		// runs are read as text.
		p.code = false
		if !d.packets(b, p) {
			d.text(b, p)
		}
	})
}

// media names the formats that hold nothing for a reader of text.
func media(b, mime []byte) string {
	for _, m := range [...]struct{ prefix, what string }{
		{"\x89PNG", "image"}, {"\xFF\xD8\xFF", "image"}, {"GIF8", "image"}, {"RIFF", "media"}, {"wOFF", "font"}, {"wOF2", "font"},
		{"\x00\x01\x00\x00", "font"}, {"OTTO", "font"}, {"OggS", "media"}, {"ID3", "media"}, {"\x1A\x45\xDF\xA3", "media"},
		{"\x00\x00\x01\x00", "image"}, {"\x00asm", "wasm"}, {"%PDF", "pdf"}, {"PK\x03\x04", "archive"},
	} {
		if bytes.HasPrefix(b, []byte(m.prefix)) {
			return m.what
		}
	}
	for _, m := range [...]struct{ prefix, what string }{
		{"image/svg", ""}, {"image/", "image"}, {"font/", "font"}, {"video/", "media"}, {"audio/", "media"},
		{"application/font", "font"}, {"application/x-font", "font"}, {"application/wasm", "wasm"},
	} {
		if bytes.HasPrefix(mime, []byte(m.prefix)) {
			return m.what
		}
	}
	return ""
}

// param takes the value of a parameter of some name, which may be
// percent-encoded.
func (d *Detector) param(t *decode.Text, name []byte, r *rule.Rule, p place) {
	c := decode.None
	if bytes.IndexByte(t.B, '%') >= 0 && !judge.URL(t.B) {
		// A URL that is not encoded itself has encoded parts.
		c = decode.Form
		if outer, ok := decode.Escaped(t.B); ok && outer != decode.Percent {
			c = decode.None // other escapes stand around these
		}
	}
	d.sub(t, c, 0, len(t.B), func(v *decode.Text) { d.paramValue(v, name, r, p) })
}
