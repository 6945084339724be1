package detect

import (
	"bytes"
	"encoding/binary"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// The classes of bytes that the pass over a text goes by.
const (
	gap  = iota // nothing begins here
	word        // part of a name or token
	mark        // may begin something: : < @
)

var class = func() (t [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-32] = word, word
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = word
	}
	t['_'], t['-'], t['$'] = word, word, word
	t[':'], t['<'], t['@'] = mark, mark, mark
	t[wideColon[0]] = mark
	t[0xC3] = mark // of the first letters past ASCII: ñ, é
	t[0xD1] = mark // of the last of пароль
	t[0xE7] = mark // and of 密码
	return t
}()

// wideColon is the colon of Chinese and Japanese.
const wideColon = "\xEF\xBC\x9A"

// mayEndKey has what may stand behind a name, but for a blank, and behindKey what may
// stand behind that.
var mayEndKey, behindKey = func() (ends, behind [256]bool) {
	for _, c := range []byte("=:\t\"'`\\>]\x00\x01\x02\x03\x04\x05\x06\x07\x12\x1A\xD9\xDA") {
		ends[c] = true
	}
	for c := 0xA0; c <= 0xBF; c++ {
		ends[c] = true
	}
	for _, c := range []byte("=: ?|") {
		behind[c] = true
	}
	return ends, behind
}()

// endsKey tells, at little cost, whether the word B[i:j], not at the end of b, can be a
// name with a value behind it. Most words of a text are not.
func endsKey(b []byte, i, j int) bool {
	next := b[j+1]
	switch b[j] {
	case '=', ':':
		return true
	case 0, 1, 2, 3, 4, 5, 6, 7, 0x12, 0x1A, 0xD9, 0xDA:
		return true // a name in a binary format
	case '\t':
		return next > ' '
	case ' ':
		return next == '=' || next == ':' || next == ' ' || next == '?' || next == '|'
	case '"', '\'', '`':
		return next == ':' || next == '=' || next == ',' || next == ' ' || next == ']' || next == '\t' || next == '"' && j+2 < len(b) && b[j+2] == ':' || next == ';' && j+2 < len(b) && b[j+2] == 's'
	case '\\':
		return next == '"' || next == '\'' || next == '\\'
	case '>':
		return i > 0 && (b[i-1] == '<' || b[i-1] == ':' || b[i-1] == '.')
	case ']':
		return next == '=' || next == ':' || next == ' ' || next == '"' || next == '\''
	}
	// MessagePack has the length of a short string in its tag. In UTF-8 no such
	// byte stands behind a letter of ASCII.
	return b[j] >= 0xA0 && b[j] <= 0xBF
}

// minToken is the shortest word that its shape alone can tell.
const minToken = 12

// after says what may stand behind a word that is a name with a value: all but
// the bytes that are plainly.
const plainly = 1

var after = func() (t [256]uint8) {
	for _, c := range ",.;!?/()[{}+*%&|~^#<\n\r" {
		t[c] = plainly
	}
	for c := 0xC0; c < 0xD0; c++ {
		t[c] = plainly // a letter past ASCII
	}
	return t
}()

// text reads a text of no known notation, in one pass over its words: a word
// can begin a token of a known format, it can be a name before a value, or
// part of an address. Then it looks into what is encoded in it.
func (d *Detector) text(t *decode.Text, p place) {
	b := t.B
	outer := d.run
	d.run = run{}
	for i := 0; i < len(b); {
		switch class[b[i]] {
		case word:
			j := i + 1
			for j < len(b) && class[b[j]] == word {
				j++
			}
			// Most words are followed by another one, and are none of ours. With
			// a b begin the schemes of credentials, also behind a length, with a
			// digit card numbers.
			if j-i < minToken && j+1 < len(b) && b[i]|0x20 != 'b' && b[i+1]|0x20 != 'b' && (after[b[j]] == plainly || b[j] == ' ' && class[b[j+1]] == word && b[i] > '9' && (b[j+1] != 'i' && b[j+1] != 'w' || !copula(b, j))) && !rule.MayBegin(b, i) {
				if b[i] <= '9' && b[i] >= '0' && j-i >= 4 && j-i <= 8 && mayBeTyped(b, i, j) {
					d.typed(t, i, j)
				}
				i = j
				continue
			}
			i = d.word(t, i, j, p)
		case mark:
			i = d.mark(t, i, p)
		default:
			i++
		}
	}
	d.arena.Nested(t, func(c *decode.Text) { d.nested(c, p) })
	d.run = outer
}

// vain is what was looked for in a unit of some size and is not there.
type vain struct {
	size    int
	bytes   int  // that were read for a value behind a name, and are none
	scripts int  // that have no end
	urls    bool // one was too deep
}

// reach gives how far behind a name its value may reach. Where much of a unit has been
// read in vain for values, behind each of its names, what is longer is passed over.
func (d *Detector) reach() int {
	if d.vain.bytes > budgetFactor*d.vain.size+maxValue {
		return shortReach
	}
	return maxValue
}

// word looks at the word B[i:j] and returns where to go on.
func (d *Detector) word(t *decode.Text, i, j int, p place) int {
	b := t.B
	if rule.MayBegin(b, i) {
		if j < len(b) && b[j] == '(' && j-i < minToken && mayCall(b, i, j) {
			d.invoked(t, i, j)
		}
		if m, ok := rule.FormatAt(b, i); ok && !(m.Weak && (p.reports || p.harmless && p.names == rule.Key)) {
			if m.Format.Kind == "saml" {
				// A match is bounded; the message goes on to the end of its digits.
				for m.End < len(b) && (class[b[m.End]] == word || bytes.IndexByte([]byte("+/=%"), b[m.End]) >= 0) {
					m.End++
				}
				if d.saml(t, m.Start, m.End, p) {
					return max(j, m.End)
				}
			}
			d.found(t, m.Start, m.End, &m.Format.Rule)
			if m.End > i {
				return max(j, m.End)
			}
		}
		if b[i] == '-' || b[i+1]|0x20 == 'a' && b[i+2]|0x20 == 's' || b[i+1]|0x20 == 'e' && b[i+2]|0x20 == 'c' {
			if end := d.stated(t, i, j, p); end > 0 {
				return end
			}
		}
		if j-i <= len("AUTHENTICATE") {
			if end := d.verb(t, i, j); end > 0 {
				return end
			}
		}
	}
	n := j - i
	if n >= 2 && i > 0 && (b[i-1] < ' ' && b[i-1] != '\n' && b[i-1] != '\r' && b[i-1] != '\t' || b[i-1] >= 0xC0) {
		// In a binary format the first letter may be a length. In UTF-8 no letter
		// of ASCII stands behind the first byte of another one.
		if end := d.token2(t, i+1, j); end > 0 {
			return end
		}
	}
	if n >= minToken {
		if end := d.longWord(t, i, j, p); end > 0 {
			return end
		}
		if j < len(b) && b[j] == '(' && mayCall(b, i, j) {
			d.invoked(t, i, j)
		}
		if j+1 < len(b) && b[j] == ' ' {
			switch {
			case n == len("wpa_passphrase") && string(b[i:j]) == "wpa_passphrase":
				return max(j, d.operand(t, j+1, 1))
			case b[j+1] != '\'' && b[j+1] != '"' && makesSecure(b[i:j]):
				return max(j, d.operand(t, j+1, 0))
			}
		}
	}
	if n >= 5 && n <= 7 && j < len(b) && (b[j] == ' ' || b[j] == '+') {
		k := i
		if n > 5 && b[i+1]|0x20 == 'b' && i > 0 && b[i-1] < ' ' {
			k++ // in a binary format the first letter may be a length
		}
		if b[k]|0x20 == 'b' && j-k < 7 {
			if end := d.scheme(t, k, j); end > 0 {
				return end
			}
		}
	}
	if j < len(b) {
		if i > 0 && b[i-1] >= 0x80 {
			if k := pairSign(b, j); k > 0 {
				if end := d.label(t, j, k, p); end > 0 {
					return end
				}
			}
		}
		switch {
		case b[j] == ':' && (n >= 6 || n == len("X-Sid") && b[i+1] == '-') && (!p.code || i > 0 && (b[i-1] == '"' || b[i-1] == '\'')):
			if end := d.headerLine(t, i, j, p); end > 0 {
				return end
			}
		case b[j] == ' ' && j+1 < len(b) && (behindBlank[b[j+1]] || b[i] == '-'):
			if end := d.spaced(t, i, j, p); end > 0 {
				return end
			}
		}
	}
	if b[i] <= '9' && b[i] >= '0' && n >= 4 && n <= 8 && mayBeTyped(b, i, j) {
		d.typed(t, i, j)
	}
	if b[i] >= '0' && b[i] <= '9' && !p.harmless && (n == 4 || n >= 13 && n <= 19 && !(i > 2 && b[i-1] == '=' && isID(b[:i-1]))) {
		if end := d.card(t, i, j); end > 0 {
			return end
		}
	}
	if n >= 2 && n <= 64 && j+1 < len(b) && (mayEndKey[b[j]] || b[j] == ' ' && behindKey[b[j+1]]) && endsKey(b, i, j) {
		r := d.name(rule.Key, b[i:j])
		if i > 1 && b[i-1] == '.' && (r == nil || !p.code) {
			if q := d.dotted(b, i, j, p); q != nil {
				r = q
			}
		}
		if n <= 6 && (b[j] == ':' || b[j] == '=' || b[j] == ' ' && (b[j+1] == '=' || b[j+1] == '|')) {
			if q := d.phrase(b, i, j); q != nil {
				r = q // two words say more than the second
			}
		}
		if r == nil {
			switch string(b[i:j]) {
			case "methodName":
				d.xmlCall(t, j+1, p)
			case "__NUXT__":
				d.closure(t, j, p)
			case "value":
				r = d.above(b, i, j, p)
			case "tr":
				d.headed(t, j+1, p)
			case "default":
				r = d.variable(b, i, j)
			}
			if b[j] == '>' && d.asks == asksLogin && !p.request {
				if end := d.answeredElement(t, i, j); end > 0 {
					return end
				}
			}
		}
		switch {
		case r == nil:
		case r.Treat != rule.Harmless:
			if end := d.keyed(t, i, j, r, p); end > 0 {
				return end
			}
		case string(b[i:j]) == "kty":
			d.key(t, i, p)
		}
		if query := b[j] == '=' && isQuery(b, i, p); (r == nil || r.Judge == rule.Strong) && (query || !p.code && (b[j] == '=' || b[j] == ':')) {
			// A log names parameters, too; of the names of keys alone, for
			// others (state, code, hash) are words of their own.
			if r := d.name(rule.Param, b[i:j]); r != nil && r.Treat == rule.Secret && (query || r.Kind == "key") {
				if end := d.keyed(t, i, j, r, p); end > 0 {
					return end
				}
			}
		}
	}
	return j
}

// key reads the JSON Web Key that has the name at i as an object: of its members
// those that are secret have names of one or two letters.
func (d *Detector) key(t *decode.Text, i int, p place) {
	far := max(0, i-maxKey)
	if k := bytes.LastIndexByte(t.B[far:i], '{'); k >= 0 {
		d.json(t, far+k, len(t.B), har.Any, p)
	}
}

// maxKey is how far from the start of a JSON Web Key its type may stand: behind all
// parts of a private key of RSA.
const maxKey = 8 << 10

// pairSign gives where the sign ends behind a name that ends at j, and before a value;
// 0 where none is there.
func pairSign(b []byte, j int) int {
	quoted := b[j] == '"' || b[j] == '\''
	if quoted || b[j] == ' ' {
		j++
	}
	if j < len(b) && (b[j] == ':' || b[j] == '=' || b[j] == ',' && quoted) {
		return j + 1
	}
	return 0
}

// behindBlank has what may stand behind a word and a blank where spaced looks.
var behindBlank = func() (t [256]bool) {
	for _, c := range "iw('\"" {
		t[c] = true
	}
	return t
}()

// spaced looks at the word B[i:j] before a blank.
func (d *Detector) spaced(t *decode.Text, i, j int, p place) int {
	b := t.B
	if b[i] == '-' {
		return d.option(t, i, j, p)
	}
	switch b[j+1] {
	case 'i', 'w':
		if copula(b, j) {
			return d.told(t, i, j)
		}
	case '(':
		if bytes.EqualFold(b[i:j], []byte("values")) {
			d.inserted(t, i, j, p)
		}
	case '\'', '"':
		if j-i == len("by") {
			return d.stated(t, i, j, p)
		}
		if makesSecure(b[i:j]) {
			return d.taken(t, j+2, closing(b, j+1, 0), d.name(rule.Key, []byte("password")), true, place{request: true})
		}
		if b[j+1] == '\'' || !isSetting(b[i:j]) {
			if p.code {
				return 0
			}
			return d.quotedBehind(t, i, j)
		}
		// #define DB_PASSWORD "x"; nor is what only says the name again: TXT_PSK "PSK"
		if r := d.name(rule.Key, b[i:j]); r != nil && r.Treat == rule.Secret && !bytes.HasSuffix(b[i:j], b[j+2:closing(b, j+1, 0)]) {
			p.request, p.code = true, false
			return d.taken(t, j+2, closing(b, j+1, 0), r, true, p)
		}
	}
	return 0
}

// dotted gives the rule for a name that is joined by dots and ends with the word
// B[i:j]: javax.faces.ViewState, and acme.mfa.code where no member of an object is meant.
func (d *Detector) dotted(b []byte, i, j int, p place) *rule.Rule {
	for i > 0 && j-i < 64 && (class[b[i-1]] == word || b[i-1] == '.') {
		i--
	}
	if p.code {
		return rule.Listed(rule.Key, b[i:j])
	}
	return d.name(rule.Key, b[i:j])
}

// token2 takes the token of a known format, or the JSON Web Token, that begins
// at i in the word that ends at j.
func (d *Detector) token2(t *decode.Text, i, j int) int {
	if t.B[i] == 'e' && j < len(t.B) && t.B[j] == '.' {
		if end := d.jwt(t, i); end > 0 {
			return end
		}
	}
	return d.format(t, i, j)
}

// format takes the token of a known format that begins at i in the word that
// ends at j.
func (d *Detector) format(t *decode.Text, i, j int) int {
	if !rule.MayBegin(t.B, i) {
		return 0
	}
	m, ok := rule.FormatAt(t.B, i)
	if !ok || bytes.HasSuffix(t.B[:i], []byte("REDACTED-")) {
		return 0 // the word is one of ours, with letters behind it
	}
	if m.Format.ID == "payment.mode-key" && isStripeID(t.B[m.Start:m.End], t.B[:i]) {
		return 0
	}
	d.found(t, m.Start, m.End, &m.Format.Rule)
	return max(j, m.End)
}

// isStripeID tells whether what looks like a key of some mode is the id of a thing of
// Stripe's, with the sort of it before it: ent_test_61….
func isStripeID(v, before []byte) bool {
	k := bytes.IndexByte(v, '_') + 1
	n := len(before)
	return n > len("sk_") && before[n-1] == '_' && class[before[n-3]] == word && class[before[n-4]] == word && v[k] == '6' && v[k+1]-'0' < 10
}

// joined takes the token that a script joins to "Bearer ", of which the closing
// quote is at k: "Bearer " + "…".
func (d *Detector) joined(t *decode.Text, k int) int {
	b := t.B
	k++
	plus := false
	for ; k < len(b) && (b[k] == ' ' || b[k] == '+' && !plus); k++ {
		plus = plus || b[k] == '+'
	}
	if !plus || k >= len(b) || b[k] != '"' && b[k] != '\'' {
		return 0
	}
	end := closing(b, k, 0)
	k++
	if k >= end || !judge.Token(b[k:end]) || !judge.Random(b[k:end]) {
		return 0
	}
	if !d.token(t, k, end) {
		d.found(t, k, end, d.name(rule.Header, []byte("Authorization")))
	}
	return end
}

// scheme looks for a credential behind the word Basic or Bearer at B[i:j].
func (d *Detector) scheme(t *decode.Text, i, j int) int {
	b := t.B
	if j-i == len("bearer") && j+1 < len(b) && (b[j+1] == '"' || b[j+1] == '\'') {
		return d.joined(t, j+1)
	}
	// Most such words are others. In a run of digits of base64 each would be asked
	// for what follows to its end.
	isBasic := j-i == len("basic")
	if isBasic && b[j-1]|0x20 != 'c' || !isBasic && b[j-1]|0x20 != 'r' {
		return 0
	}
	end := credentialEnd(b[:min(len(b), j+1+maxHead)], j+1)
	if head := b[j+1 : end]; isBasic && !isUserInfo(head) || !isBasic && len(head) == maxHead && !judge.Random(head) {
		return 0
	}
	if end-j-1 == maxHead {
		limit := len(b)
		if d.reach() < maxValue {
			limit = min(limit, j+shortReach)
		}
		end = credentialEnd(b[:limit], end)
		if d.vain.bytes += end - j; end == limit && limit < len(b) {
			d.arena.Skipped += int64(end - j)
			return 0
		}
	}
	for b[end-1] == '.' {
		end-- // the end of a sentence
	}
	v := b[j+1 : end]
	switch {
	case len(v) < 8 || scheme(b[i:end]) == 0:
		return 0
	case isBasic:
	case !judge.Random(v), bytes.IndexByte(bytes.TrimRight(v, "="), '=') > 0:
		return 0 // token_type=Bearer status=200: what has a name is judged by it
	}
	d.vain.bytes -= min(d.vain.bytes, len(v))
	d.announced(t, i, j+1-i, end)
	return end
}

// maxHead is how much of a credential shows what it is.
const maxHead = 128

// credentialEnd gives the end of the credential (RFC 9110 11.2) that goes on at i. A
// dollar within a word is none of a template's, and the word is one all the same.
func credentialEnd(b []byte, i int) int {
	for i < len(b) && (class[b[i]] == word && (b[i] != '$' || class[b[i-1]] == word && i+1 < len(b) && class[b[i+1]] == word) || b[i] == '.' || b[i] == '~' || b[i] == '+' || b[i] == '/' || b[i] == '=') {
		i++
	}
	return i
}

// isUserInfo tells whether a text, of maxHead bytes at most, is base64 of a name and
// a password, or their begin.
func isUserInfo(v []byte) bool {
	var head [maxHead / 4 * 3]byte
	plain, ok := decode.AppendBase64(head[:0], bytes.TrimRight(v, "."))
	return ok && len(plain) >= 3 && decode.Readable(plain) && (len(v) == maxHead || bytes.IndexByte(plain, ':') >= 0)
}

// isQuery tells whether a name at i stands in a query or form.
func isQuery(b []byte, i int, p place) bool {
	if i == 0 {
		return p.query
	}
	switch b[i-1] {
	case '?', '&':
		return true
	case ';':
		return p.path || i >= 5 && string(b[i-5:i]) == "&amp;"
	case '[':
		// card[cvc]
		k := i - 1
		for k > 0 && class[b[k-1]] == word {
			k--
		}
		return k < i-1 && isQuery(b, k, p)
	}
	return false
}

// longWord looks for tokens that are told by their shape.
func (d *Detector) longWord(t *decode.Text, i, j int, p place) int {
	b := t.B
	if b[i] == 'R' && judge.Placeholder(b[i:j]) {
		d.sink.Placeholder(b[i:j])
		return j
	}
	if b[i] == 'U' && bytes.HasPrefix(b[i:j], []byte("UEsDB")) && !d.gone {
		d.sink.Passed("archive", decode.RunEnd(b, i)-i) // a zip
	}
	if b[i] == 'e' && j < len(b) && b[j] == '.' {
		if end := d.jwt(t, i); end > 0 {
			return end
		}
		if end := d.tail(t, i, j); end > 0 {
			return end
		}
	}
	if j+4 < len(b) && b[j] == ' ' && b[j+1] == 'a' && b[j+2] == 's' {
		if end := d.ahead(t, i, j); end > 0 {
			return end
		}
	}
	if j-i >= 16 {
		if m, ok := rule.FormatIn(b, i, j); ok && !(m.Format.Infix == "==" && (p.harmless || p.names == rule.Header || d.arena.HoldsCompressed(b[m.Start:m.End]))) {
			d.found(t, m.Start, m.End, &m.Format.Rule)
			return max(j, m.End)
		}
	}
	if (j-i >= 16 || !p.code && (hasDigit(b[i:j]) || j < len(b) && (b[j] == '/' || b[j] == '+'))) && i > 1 && (b[i-1] == ' ' || b[i-1] == '>' || !p.code && (isGlue(b[i-1]) || b[i-1] >= 0x80)) {
		if end := d.behind(t, i, p); end > 0 {
			return end
		}
	}
	if j-i >= 16 && i > 4 && j < len(b) && b[i-1] == b[j] && (b[i-2] == '(' || b[i-2] == ' ' || b[i-2] == '|' || b[i-2] == '?') && (b[j] == '"' || b[j] == '\'' || b[j] == '`') {
		if end := d.handed(t, i, j); end > 0 {
			return end
		}
	}
	// A token can be glued to a prefix: key-ghp_…, id_token-eyJ….
	if j-i <= 1024 && !(p.harmless && p.names == rule.Header) {
		for k := i + 1; k+8 < j; k++ {
			if c := b[k-1]; c == '-' || c == '_' || c == '$' {
				if end := d.format(t, k, j); end > 0 {
					return end
				}
			}
		}
	}
	return 0
}

// mark looks at a byte that can be part of an address or of markup.
func (d *Detector) mark(t *decode.Text, i int, p place) int {
	b := t.B
	switch b[i] {
	case ':':
		if i+3 < len(b) && b[i+1] == '/' && b[i+2] == '/' && i > 0 {
			start := i
			for start > 0 && (b[start-1] >= 'a' && b[start-1] <= 'z' || b[start-1] == '+' || b[start-1] >= '0' && b[start-1] <= '9') && i-start < 24 {
				start--
			}
			for start < i && b[start] < 'a' {
				start++ // it begins with a letter
			}
			end := i + 3
			if d.urls < maxURLs {
				end = urlEnd(b, start, end)
			} else if !d.vain.urls {
				d.vain.urls = true // it is read as a text
				d.arena.Skipped += int64(len(b) - i)
			}
			if at := userEnd(b, i+3); at > end {
				// A password with signs that end a URL in a text.
				d.userInfo(t, i+3, at, nil)
				return at
			}
			if end < len(b) && oddSign(b[end]) {
				end = d.beforePassword(b, i, end)
			}
			if start < i && end-i > 4 {
				d.urls++
				d.url(t, start, end, p)
				d.urls--
				return end
			}
			return i + 3
		}
		if i > 0 && i+1 < len(b) && (b[i-1] >= '0' && b[i-1] <= '9' || b[i-1] == '*') && (b[i+1]|0x20 >= 'a' && b[i+1]|0x20 <= 'z' || b[i+1] == '*') {
			if end := d.passFile(t, i); end > 0 {
				return end
			}
		}
		switch {
		case i > 0 && (b[i-1] >= 0x80 || !p.code && i+1 < len(b) && b[i+1] == ' ' && b[i-1]|0x20 >= 'a' && tieBefore(b, i) < i):
			d.label(t, i, i+1, p)
		case i > 1 && (b[i-1] == '"' || b[i-1] == '\'') && b[i-2] >= 0x80:
			d.label(t, i-1, i+1, p)
		}
		if i > 2 && b[i-1] == '*' && b[i-2] == '*' {
			d.strong(t, i, p)
		}
	case wideColon[0]:
		if i > 0 && bytes.HasPrefix(b[i:], []byte(wideColon)) {
			d.label(t, i, i+len(wideColon), p)
		}
	case '@':
		return d.email(t, i)
	case 0xE7:
		if i > 2 && b[i-1] == 0x86 {
			if end := d.accented(t, i, p); end > 0 {
				return end
			}
		}
	case 0xC3, 0xD1:
		if end := d.accented(t, i, p); end > 0 {
			return end
		}
	case '<':
		return d.tag(t, i, p)
	}
	return i + 1
}

// maxURLs is how many addresses may stand one in the path of another: each is read as a
// text once more.
const maxURLs = 6

// urlEnd gives the end of the URL at start in a text, of which i is known. A
// single quote ends it where one stands before it, because it may be part of a
// parameter; so does a quote that is written as a reference. Marks that end sentences
// and brackets are not of it.
func urlEnd(b []byte, start, i int) int {
	first := i
	quoted := start > 0 && b[start-1] == '\''
	for i < len(b) && !(mayStop[b[i]] && stopsURL(b, start, i, quoted)) {
		i++
	}
	for i > first {
		switch b[i-1] {
		case ']':
			if bytes.IndexByte(b[start:i], '[') >= 0 {
				return i
			}
		case ')':
			if bytes.IndexByte(b[start:i], '(') >= 0 {
				return i
			}
		case '.', ',', ';', '\'':
		default:
			return i
		}
		i--
	}
	return i
}

// stopsURL tells whether what may end the URL at start does so at i.
func stopsURL(b []byte, start, i int, quoted bool) bool {
	switch c := b[i]; {
	case c == '&':
		return isQuoteMark(b[i:])
	case c == '\'':
		return quoted
	case c == ')': // )] ends a picture in a link of Markdown
		return bytes.HasPrefix(b[i:], []byte(")]")) && bytes.IndexByte(b[start:i], '(') < 0
	case c >= 0x80: // else of a binary format
		return !isLetter(b, i)
	}
	return true
}

// isQuoteMark tells whether b begins with a quote that markup has written as a reference.
func isQuoteMark(b []byte) bool {
	return bytes.HasPrefix(b, []byte("&quot")) || bytes.HasPrefix(b, []byte("&#34;"))
}

// isLetter tells whether the byte at i, past ASCII, can be one of UTF-8: behind
// or before another such byte.
func isLetter(b []byte, i int) bool {
	if b[i] < 0xC0 {
		return i > 0 && b[i-1] >= 0x80
	}
	return i+1 < len(b) && b[i+1] >= 0x80 && b[i+1] < 0xC0
}

// userEnd gives where the @ stands behind user:password at i, which a host
// follows, 0 where there is none. A password that is written as it is can have
// any sign, also those that end the host of a URL; then it must look like one.
func userEnd(b []byte, i int) int {
	start, at, odd := 0, 0, false
	for k := i; k < len(b) && k-i < 160; k++ {
		c := b[k]
		switch {
		case start == 0 && c == ':':
			start = k + 1
		case start == 0 && class[c] != word && c != '.' && c != '%' && c != '~' && c != ';', c <= ' ':
			return at
		case start == 0:
		case c == '@' && k > start && isHost(b[k+1:]) && (!odd || judge.Odd(b[start:k]) || hashed(b[start:k]) || encodedInfo(b[start:k])):
			at = k
		case c == '/' || c == '?' || c == '#' || urlStops[c]:
			if at > 0 && !odd || isDigits(b[start:k]) {
				return at // this ends the host, or a port
			}
			odd = true
		}
	}
	return at
}

// hashed tells whether a password is written as it is that has, of the signs that
// end a host, the number sign alone: a fragment that goes on with a host there is
// none.
func hashed(v []byte) bool {
	return bytes.IndexByte(v, '#') > 0 && !bytes.ContainsAny(v, "/?\"'<>`\\^{}| ") && judge.Typed(v, false)
}

// encodedInfo tells whether a password is percent-encoded as in a URL, where a single
// quote may stand as it is (RFC 3986 3.2.1): one that a script joins is not.
func encodedInfo(v []byte) bool {
	for i, c := range v {
		switch {
		case c == '%':
			if i+2 >= len(v) || !judge.Hex(bytes.ToLower(v[i+1:i+3])) {
				return false
			}
		case class[c] != word && strings.IndexByte(".~!&'()*+,;=:", c) < 0:
			return false
		}
	}
	return bytes.IndexByte(v, '%') >= 0 && !bytes.Contains(v, []byte("'+")) && !bytes.Contains(v, []byte("+'"))
}

// isHost tells whether a text begins with a host: what may stand behind one
// follows.
func isHost(b []byte) bool {
	n := 0
	for n < len(b) && n < 256 && (class[b[n]] == word && b[n] != '$' || b[n] == '.' || b[n] == '%') {
		n++
	}
	if n == 0 {
		return len(b) > 0 && b[0] == '['
	}
	return n == len(b) || b[n] <= ' ' || b[n] == ':' || b[n] == '/' || b[n] == '?' || b[n] == '#' || b[n] == ',' || b[n] == ';' || b[n] == ')' || urlStops[b[n]]
}

var urlStops = func() (t [256]bool) {
	for i := 0; i <= ' '; i++ {
		t[i] = true
	}
	for _, c := range "\"'<>`\\^{}|" {
		t[c] = true
	}
	return t
}()

// mayStop has besides them the bytes that end an address in some places.
var mayStop = func() [256]bool {
	t := urlStops
	t['&'], t[')'] = true, true
	for c := 0x80; c < len(t); c++ {
		t[c] = true
	}
	return t
}()

// email looks at the @ at i.
func (d *Detector) email(t *decode.Text, i int) int {
	b := t.B
	if end := d.beforeHost(t, i); end > 0 {
		return end
	}
	s, e, dot := i, i+1, 0
	for s > 0 && (class[b[s-1]] == word || b[s-1] == '.' || b[s-1] == '+') && i-s < 65 {
		s--
	}
	for e < len(b) && (class[b[e]] == word && b[e] != '_' && b[e] != '$' || b[e] == '.') && e-i < 255 {
		if b[e] == '.' {
			dot = e
		}
		e++
	}
	for e > i && b[e-1] == '.' {
		e--
	}
	if s == i || dot == 0 || dot == i+1 || e-dot < 3 || e-dot > 14 || b[e-1] >= '0' && b[e-1] <= '9' || judge.FileName(b[i+1:e]) && e-dot <= 4 && isAsset(b[dot+1:e]) || bytes.HasPrefix(b[e:], []byte("://")) {
		return i + 1 // also where the end of it is a scheme
	}
	d.found(t, s, e, rule.Email)
	return e
}

// isAsset tells the endings of files that have an @ in their name:
// icon@2x.png.
func isAsset(ext []byte) bool {
	switch string(ext) {
	case "png", "jpg", "gif", "svg", "js", "css", "ts", "mjs", "map":
		return true
	}
	return false
}

// card looks for a payment card's number that begins with the digits B[i:j].
func (d *Detector) card(t *decode.Text, i, j int) int {
	b := t.B
	if i > 0 && (b[i-1] == '.' || b[i-1] == '-' || b[i-1] == '/' || b[i-1] == '%') {
		return 0 // behind a percent sign the first two are an escape's
	}
	for _, c := range b[i:j] {
		if c < '0' || c > '9' {
			// 4111-1111-1111-1111 is one word.
			if c != '-' {
				return 0
			}
		}
	}
	if j-i == 4 {
		if j+5 > len(b) || b[j] != ' ' {
			return 0
		}
		for j < len(b) && j-i < 24 && (b[j] == ' ' || b[j] >= '0' && b[j] <= '9') {
			j++
		}
		for b[j-1] == ' ' {
			j--
		}
		if end := i + len("4111 1111 1111 1111"); j > end && b[end] == ' ' && rule.CardNumber(b[i:end]) && rule.CardNumber(b[end+1:min(len(b), 2*end-i+1)]) {
			j = end // another one stands behind it
		}
	}
	if j < len(b) && (b[j] == '.' || class[b[j]] == word) || !rule.CardNumber(b[i:j]) || inRows(b, i, j) {
		return 0
	}
	d.found(t, i, j, rule.Card)
	return j
}

// inRows tells whether the groups of digits B[i:j] are four of a table of numbers in base
// 16: two more groups stand before or behind them, and one of these has a letter, or they
// are of numbers that follow one another. Behind a card's number can stand another one.
func inRows(b []byte, i, j int) bool {
	if j-i != len("5400 5401 5402 5403") || b[i+4] != ' ' {
		return false
	}
	groups, table := 0, true
	for k := i; k+5 < j; k += 5 {
		table = table && b[k] == b[k+5] && b[k+1] == b[k+6] && bytes.Compare(b[k:k+4], b[k+5:k+9]) < 0
	}
	next := func(k int) bool {
		if k < 0 || k+4 > len(b) || groups > 1 || !judge.Hex(b[k:k+4]) {
			return false
		}
		groups++
		table = table || !isDigits(b[k:k+4])
		return true
	}
	for k := i - 5; k >= 0 && b[k+4] <= ' ' && next(k); k -= 5 {
	}
	for k := j + 1; k < len(b) && b[k-1] <= ' ' && next(k); k += 5 {
	}
	return groups > 1 && table
}

// maxValue bounds how far the end of a value is looked for.
const maxValue = 64 << 10

// keyed looks for the value that belongs to the name B[i:j], of which r
// speaks: name="value", "name": "value", name=value, <name>value<, and
// f("name", "value"). It returns where to go on, 0 where there is none.
func (d *Detector) keyed(t *decode.Text, i, j int, r *rule.Rule, p place) int {
	b := t.B
	k, quoted := j, false
	doubled := i > 1 && b[i-1] == '"' && b[i-2] == '"' // as in the cell of a table (RFC 4180)
	element := i > 0 && k < len(b) && b[k] == '>' && opensTag(b, i)
	if element {
		if sample(b, b[i:j]) {
			return 0
		}
		start, end := elementText(b, k+1)
		if isStray(b, start, end) {
			return 0
		}
		if p.code && i > 1 && class[b[i-2]] == word && b[i-1] == '<' && !bytes.HasPrefix(b[end:], []byte("</")) {
			return 0 // a type of a type: Promise<PrivateKey>
		}
		const child = "<value>"
		if len(b)-end > len(child) && bytes.EqualFold(b[end:end+len(child)], []byte(child)) && len(bytes.TrimSpace(b[start:end])) == 0 {
			start, end = elementText(b, end+len(child))
		}
		p.code = false // the text of an element that its name tells is no program's
		return d.taken(t, start, end, r, true, p)
	}
	if b[k] < ' ' && b[k] != '\t' && b[k] != '\n' && b[k] != '\r' || b[k] >= 0x80 {
		return d.field2(t, k, r, p)
	}
	for k < len(b) && b[k] == '\\' {
		k++
	}
	if k < len(b) && (b[k] == '"' || b[k] == '\'' || b[k] == '`') {
		quoted = true
		k++
		if k < len(b) && b[k] == '"' && (doubled || b[k-1] == '"' && k+1 < len(b) && b[k+1] == ':') {
			doubled = true
			k++
		}
	}
	for k < len(b) && (b[k] == ']' || b[k] == ')') {
		k++
	}
	for k < len(b) && (b[k] == ' ' || b[k] == '\t') {
		k++
	}
	if k >= len(b) {
		return 0
	}
	if b[j] == '\t' && b[k] != '=' && b[k] != ':' {
		return d.tabbed(t, i, k, r, p)
	}
	if quoted && b[k] == ';' {
		return d.serialized(t, k, r, p)
	}
	if b[k] == '?' && k+1 < len(b) && b[k+1] == '=' {
		k++ // of make
	}
	comma := b[k] == ','
	if b[k] == '=' && j-i == len("auth") && r.ID == "key.auth" && k+3 < len(b) {
		// auth=("ann", "x") of Python
		if at := skipSpace(b, k+1, len(b)-2); b[at] == '(' && (b[at+1] == '"' || b[at+1] == '\'') {
			d.handedOver(t, at, signIn)
			return 0
		}
	}
	switch b[k] {
	case '|':
		if p.code || quoted && b[k-1] != ' ' || k+1 < len(b) && b[k+1] == '|' {
			return 0
		}
		return d.piped(t, i, k, r, p)
	case '=':
		if k+1 < len(b) && b[k+1] == '=' {
			return d.compared(t, k, r, p)
		}
		if k+1 < len(b) && b[k+1] == '>' {
			k++
		}
	case ':':
		if k+1 < len(b) && b[k+1] == ':' || inName(b, i) {
			return 0
		}
		if k+1 < len(b) && b[k+1] == '=' {
			k++
		}
	case ',':
		// f("name", "value"): the quote behind the name closes one before it,
		// and does not end a text that the name is the last word of.
		for i > 0 && (b[i-1] == '.' || class[b[i-1]] == word) {
			i-- // spring.mail.password
		}
		if !quoted || i == 0 || b[i-1] != '"' && b[i-1] != '\'' && b[i-1] != '`' {
			return 0
		}
	default:
		return 0
	}
	if quoted && b[k] == ':' && bytes.HasSuffix(bytes.TrimRight(b[max(0, i-8):i], "\"'`\\ "), []byte("case")) {
		return 0 // what a program does in this case
	}
	if !quoted && tallies(b, i, k, r) {
		return 0
	}
	k++
	space := k
	for k < len(b) && (b[k] == ' ' || b[k] == '\t' || k-space < 40 && (b[k] == '\n' || b[k] == '\r') && b[space-1] != '=') {
		k++
	}
	if k >= len(b) {
		return 0
	}
	if k > space && bytes.HasPrefix(b[k:], []byte("data: ")) {
		k += len("data: ") // the next line of an event
		if k >= len(b) {
			return 0
		}
	}
	if k > space && b[k-1] <= ' ' && !quoted && d.opensLine(b, space, k) {
		return 0
	}
	if b[i] == '$' && b[space-1] == ':' && (b[k] >= 'A' && b[k] <= 'Z' || b[k] == '[') {
		return 0 // GraphQL declares a variable: $password: String!
	}
	if b[space-1] == '>' && bytes.HasPrefix(b[k:], []byte("string(")) {
		// PHP shows the type and length of a value before it.
		if n := bytes.IndexByte(b[k:min(len(b), k+20)], ')'); n > 0 && k+n+2 < len(b) && b[k+n+1] == ' ' {
			k += n + 2
		}
	}
	if b[space-1] == ':' && !p.code && (b[k] == '|' || b[k] == '>') {
		k = blockScalar(b, k)
	}
	if b[space-1] == ':' && !quoted {
		if b[k] == '*' && k+2 < len(b) && b[k+1] == '*' && b[k+2] == ' ' {
			return d.shown(t, k+2, r, p) // **Password:** x
		}
		if b[k] == '<' && k+1 < len(b) && b[k+1] == '/' {
			return d.behindTag(t, k, r, p)
		}
		if b[k] == '<' && k+1 < len(b) && b[k+1]|0x20 >= 'a' && b[k+1]|0x20 <= 'z' && r.Judge == rule.Any {
			return d.shown(t, k, r, p) // Heslo: <b>x
		}
		if bytes.IndexByte(b[space:k], '\n') < 0 {
			k = declared(b, k) // no block of Python begins there
		}
	}
	if b[k] == '[' && isCharacters(b[k:]) {
		return 0
	}
	if b[k] == '[' && quoted && k+1 < len(b) && (b[k+1] == '"' || b[k+1] == '\\') {
		k++ // the first of a list of JSON
	}
	if b[k] == '[' && b[space-1] == '=' && !p.code {
		if end := bracketed(b, k); end > 0 && told(r, b[k+1:end]) {
			return d.taken(t, k+1, end, r, true, p)
		}
	}
	if k+1 < len(b) && (b[k+1] == '"' || b[k+1] == '\'') && bytes.IndexByte([]byte("@bBrRuU"), b[k]) >= 0 && !goesOn(b, k+1, p) && (k+3 >= len(b) || b[k+2] != b[k+1] || class[b[k+3]] == gap && b[k+3] != '%') {
		k++ // @"…" of C#, b'…' of Python
	}
	if b[space-1] == ':' && !p.code && (b[k] == '&' || b[k] == '!') {
		k = nodeProperty(b, k)
	}
	if b[space-1] == '=' && !p.code && isSetting(b[i:j]) && !bytes.HasPrefix(b[k:], []byte("0x")) {
		p.request = true // a person wrote it
	}
	if doubled {
		if v := b[k:min(len(b), k+maxValue)]; bytes.HasPrefix(bytes.TrimLeft(v, `\\`), []byte(`""`)) {
			start := len(v) - len(bytes.TrimLeft(v, `\\`)) + 2
			end := start + indexAny(v[start:], `"`)
			for end > start && start > 2 && v[end-1] == '\\' {
				end--
			}
			return d.taken(t, k+start, k+end, r, true, p)
		}
	}
	if bytes.HasPrefix(bytes.TrimLeft(b[k:min(len(b), k+8)], "\"'`\\"), []byte("-----BE")) {
		return 0 // a block of PEM is known by its own lines
	}
	slashes := 0
	for k+slashes < len(b) && b[k+slashes] == '\\' {
		slashes++
	}
	if q := k + slashes; q < len(b) && (b[q] == '"' || b[q] == '\'' || b[q] == '`') && (quoted || comma || doubled || !goesOn(b, q, p)) {
		if p.code && !quoted && b[space-1] == ':' && slashes == 0 && closesThrown(b, i, q) {
			return 0
		}
		if space == k && !quoted && (b[space-1] == '=' && closes(b, i, q, slashes) || b[space-1] == ':' && closesLabel(b, i, q, p)) {
			return 0
		}
		if doubled && q+1 < len(b) && b[q] == '"' && b[q+1] == '"' {
			q++
		}
		if !doubled && q+3 < len(b) && b[q+1] == b[q] && b[q+2] == b[q] && b[q+3] > ' ' {
			q += 2 // """x""" of TOML and Python
		}
		end := closing(b, q, slashes)
		if comma && (namesValue(b, end) || isListed(b, i, q, end, r) || p.code && r.Judge == rule.Code && !hasDigit(b[q+1:end]) && !judge.Scrambled(b[q+1:end], 4)) {
			return 0
		}
		if p.code && r.Judge != rule.Any && isClass(b[q+1:end], b[i:j]) {
			return 0
		}
		if far := d.concatenated(t, q, end, r, p); far > 0 {
			return far
		}
		return d.taken(t, q+1, end, r, true, p)
	}
	if q := wrapped(b, k); q > 0 && !comma {
		return d.taken(t, q+1, closing(b, q, 0), r, true, p)
	}
	if b[k] == '/' && (p.code || k+1 < len(b) && b[k+1] == '*') {
		return 0 // a comment or a pattern
	}
	if comma {
		return 0 // what stands behind a list's comma has no name
	}
	end := d.bareEnd(b, k)
	query := b[space-1] == '=' && isQuery(b, i, p)
	if query && (r.Judge == rule.Token || r.Judge == rule.Strong) && !bytes.HasPrefix(b[k:], []byte("eyJ")) {
		for end < len(b) && b[end] == '|' && end-k < maxSigned {
			end++ // it may be put together of parts
			for end < len(b) && !bareStops[b[end]] && end-k < maxSigned {
				end++
			}
		}
	}
	if b[k] == 'R' && judge.Placeholder(b[k:end]) {
		d.found(t, k, end, r) // of an earlier run, whatever stands behind it
		return end
	}
	if r.Judge == rule.Phrase {
		end = phraseEnd(b, k, end)
	}
	if r.Judge == rule.Any && !p.code && end < len(b) && b[end] == ' ' {
		if line := k + indexAny(b[k:min(len(b), k+maxSigned)], "\r\n"); judge.Words(b[k:line]) {
			end = line
		}
	}
	if r.Judge == rule.Token && !p.code && end < len(b) && b[end] == '|' {
		if far := d.bareEnd(b, end+1); isWord(b[end+1:far]) && judge.Random(b[end+1:far]) {
			end = far // what signs it
		}
	}
	if d.exhausted(k, end) {
		return 0
	}
	if !query && (b[k] == '$' && (isName(b[k+1:end]) || end == k+2 && isDigits(b[k+1:end])) || b[k] == '{' && bytes.HasPrefix(b[k+1:], b[i:j]) || computed(b, k, r)) {
		return 0 // a variable of a shell, a template or a query, or an expression
	}
	if !p.code && end < len(b) && b[end] > ' ' && !query && !(quoted && isDigits(b[k:end]) && bytes.IndexByte([]byte(",}]"), b[end]) >= 0) {
		// A password in a configuration or a log may have any sign.
		far, most := end, maxSigned
		for far < len(b) && far-k < most && b[far] > ' ' {
			if far++; far-k == maxSigned {
				// The last escape may be cut.
				last := far - maxEscaped
				if _, ok := decode.Escaped(b[k : last+indexAny(b[last:far], "\\%&")]); ok {
					most = maxWritten
				}
			}
		}
		if far-k == maxWritten {
			far = end // of so much more the begin says nothing
		}
		for far > k && (b[far-1] == ',' || b[far-1] == ';') {
			far--
		}
		if far > k && b[far-1] == '}' && bytes.IndexByte(b[k:far], '{') < 0 && inBraces(b, i) {
			far-- // {enabled: true, password: x}
		}
		if r.Judge == rule.Any || r.Judge == rule.Mixed {
			end = k + d.pairEnd(t, k, far, b[max(0, i-1)])
		} else if v := d.canonical(b[k:far]); r.Judge == rule.Token && (judge.Odd(v) || end == k && judge.Token(v) || isSAS(v)) {
			end = far
		}
	}
	if n := plainEnd(b[k:end]); n >= minToken && n < end-k && r.Judge != rule.Any && judge.Token(b[k:k+n]) && judge.Random(b[k:k+n]) {
		end = k + n // in a script without blanks the sentence goes on right behind it
	}
	if query || !p.code {
		// A short code in a query is none of a program's names where it has a digit.
		return d.taken(t, k, end, r, !p.code || r.Judge == rule.Code && hasDigit(b[k:end]), p)
	}
	if (r.Judge == rule.Any || r.Judge == rule.Measured || r.Judge == rule.Mixed) && betweenTags(b, i, k, end) && judge.Typed(b[k:end], true) {
		return d.taken(t, k, end, r, true, p)
	}
	if (r.Judge == rule.Any || r.Judge == rule.Measured || r.Judge == rule.Mixed) && space == k && b[space-1] == '=' {
		if end := written(b, i, k); end > k && !judge.Named(b[k:end]) {
			p.code, p.request = false, true
			return d.taken(t, k, end, r, false, p)
		}
	}
	// In a program a bare word is a name, unless it can be nothing but a
	// token.
	bare := b[k:end]
	if q := indexAny(bare, "?"); q >= minToken {
		bare = bare[:q] // the query behind a parameter of a path
	}
	if end < len(b) && (b[end] == '(' || b[end] == '[') || bytes.IndexByte(bare, '.') >= 0 || bytes.Contains(bytes.TrimRight(bare, "="), []byte("==")) && !(b[space-1] == '=' && inTag(b, i)) || operates(bare, r) || refers(bare, b[i:j], r) {
		if r.Judge != rule.Code || !isDigits(b[k:end]) || end-k < 4 || end-k > 8 || isSetting(b[i:j]) && end < len(b) && (b[end] == ';' || b[end] == ',') {
			return 0
		}
	}
	return d.taken(t, k, end, r, false, p)
}

// maxSigned bounds how long a bare value with signs in it may be, maxWritten how
// long it may be where it is written with escapes.
const (
	maxSigned  = 256
	maxWritten = 8 * maxSigned
	maxEscaped = 32 // how long a character is, written with escapes that are escaped
)

// plainEnd gives where the first letter past ASCII stands in b.
func plainEnd(b []byte) int {
	for i, c := range b {
		if c >= 0x80 {
			return i
		}
	}
	return len(b)
}

// opensLine tells whether another name begins the line at k, which is not the one that a
// name ends before space: Password:, newline, user=ann. Behind a colon it is one that is
// known, before an equals sign any that is not indented; a token can end with that.
func (d *Detector) opensLine(b []byte, space, k int) bool {
	n := k
	for n < len(b) && class[b[n]] == word {
		n++
	}
	if n+1 >= len(b) || b[n] != '=' && b[n] != ':' || bytes.IndexByte(b[space:k], '\n') < 0 {
		return false
	}
	return d.name(rule.Key, b[k:n]) != nil || b[n] == '=' && b[k-1] == '\n' && b[n+1] > ' ' && b[n+1] != '=' && n-k > 3 && n-k < maxType && isNaming(b[k:n])
}

// isClass tells whether a value is a class of a style sheet that was made from its name:
// secret:"_secret_1oa8v_70".
func isClass(v, name []byte) bool {
	k := bytes.Index(v, name)
	return k > 0 && v[k-1] == '_' && k+len(name) < len(v) && v[k+len(name)] == '_' && len(v)-len(name) <= 32
}

// opensTag tells whether the name at i is an element's, <ns:name> or <db.name>, and not
// a class in a style sheet: .name>b.
func opensTag(b []byte, i int) bool {
	k := i
	for k > 0 && i-k < 80 && (b[k-1] == ':' || b[k-1] == '.' || k < i && class[b[k-1]] == word) {
		k--
	}
	return k > 0 && b[k-1] == '<'
}

// inBraces tells whether a brace is open before i in its line: a map of YAML.
func inBraces(b []byte, i int) bool {
	line := b[max(0, i-maxSigned):i]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	return bytes.LastIndexByte(line, '{') > bytes.LastIndexByte(line, '}')
}

// goesOn tells whether what a quote opens at q goes on behind the next one, as the value
// of no program does: the quote is a sign of a password's.
func goesOn(b []byte, q int, p place) bool {
	if p.code {
		return false
	}
	k := q + 1 + indexAny(b[q+1:min(len(b), q+maxSigned)], string(b[q:q+1])+"\n")
	return k+1 < len(b) && b[k] == b[q] && b[k-1] != '\\' && class[b[k+1]] == word && k > q+1
}

// pairEnd gives where a password with signs in it ends: before the next pair of a
// form or of parameters, name=value behind & or ;, or of settings, behind the escape of a
// line's end. A password can look like one more pair, so its name is one that the rules
// know, or yet another pair follows, or the sign is that by which the password's own name
// is joined to what is before it, or what is written as in a form has others for its own.
func (d *Detector) pairEnd(t *decode.Text, k, far int, before byte) int {
	v := t.B[k:far]
	first := len(v)
	for i := 0; i < len(v); {
		n := indexAny(v[i:], "&;\\")
		if i += n + 1; i >= len(v) {
			break
		}
		end := i - 1
		if v[end] == '\\' {
			if v[i] != 'n' && !bytes.HasPrefix(v[i:], []byte(`r\n`)) {
				continue
			}
			i += bytes.IndexByte(v[i:], 'n') + 1
		}
		eq := bytes.IndexByte(v[i:min(len(v), i+40)], '=')
		if eq < 3 || !isName(v[i:i+eq]) || i+eq+3 >= len(v) || v[i+eq+1] == '=' {
			continue
		}
		if first < len(v) || v[end] == before || v[end] == '\\' || v[end] == '&' && isJoint(t, k, k+end) || d.name(rule.Param, v[i:i+eq]) != nil || d.name(rule.Key, v[i:i+eq]) != nil {
			return min(first, end)
		}
		first = end
	}
	return len(v)
}

// isJoint tells whether the & at i, in a value that begins at k, joins two pairs of a
// form: those of a value would be escapes, as others of its signs are.
func isJoint(t *decode.Text, k, i int) bool {
	if t.Codec == decode.Percent || t.Codec == decode.Form {
		start, end := t.Source(i, i+1)
		from, to := t.Source(k, i)
		return end-start == 1 && to-from > i-k
	}
	k += indexAny(t.B[k:i], "%")
	return k+2 < i && isHex(t.B[k+1:k+3])
}

// namesValue tells whether the string that ends at end is a key: what stands behind
// another string's comma is then no value of that one.
func namesValue(b []byte, end int) bool {
	for n := 0; end < len(b) && n < 16; n++ {
		switch b[end] {
		case '"', '\'', '\\', ' ', '\t':
			end++
		default:
			return b[end] == ':'
		}
	}
	return false
}

// betweenTags tells whether a name at i and its bare value B[k:end] are what a page
// shows, and no program: behind a tag, or the begin of a comment, and before the
// next one; or all of an attribute.
func betweenTags(b []byte, i, k, end int) bool {
	if isAttribute(b, i) {
		rest := bytes.TrimLeft(b[end:min(len(b), end+8)], " \r\n")
		return len(rest) > 0 && rest[0] == b[i-1]
	}
	for i > 0 && k-i < 80 && (class[b[i-1]] == word || b[i-1] == ' ') {
		i--
	}
	before := i > 0 && b[i-1] == '>' && inTag(b, i-1) || bytes.HasSuffix(bytes.TrimRight(b[max(0, i-8):i], "- "), []byte("<!"))
	behind := bytes.TrimLeft(b[end:min(len(b), end+8)], " .\r\n")
	return before && (bytes.HasPrefix(behind, []byte("<")) || bytes.HasPrefix(behind, []byte("--")))
}

// run is a stretch of a text without a sign that ends a bare value, and how
// many names were met in it.
type run struct{ end, names int }

// maxNames bounds how many names of one run are asked for their values: each
// value reaches to the end of the run, so that a megabyte of token=token=…
// would take minutes.
const maxNames = 32

// exhausted tells whether too many names of a run were asked for their values to ask for
// B[k:end], too, and notes that it is passed over.
func (d *Detector) exhausted(k, end int) bool {
	if d.run.names <= maxNames || end-k <= shortReach {
		return false
	}
	d.arena.Skipped += int64(end - k)
	return true
}

// shortReach is how long a value may be behind any number of names.
const shortReach = 1 << 10

// bareEnd gives where the bare value at k ends.
func (d *Detector) bareEnd(b []byte, k int) int {
	// Where the run was cut at maxValue, its end is no value's end.
	if k < d.run.end && (d.run.end-k > maxValue/16 || d.run.end == len(b) || bareStops[b[d.run.end]]) {
		d.run.names++
		return d.run.end
	}
	end := k
	for end < len(b) && end-k < maxValue && !bareStops[b[end]] {
		end++
	}
	d.run = run{end: end}
	return end
}

// inName tells whether the name at i is a part of another one: of a resource of Amazon,
// arn:aws:secretsmanager:eu-west-1:1:secret:db-5UOuR4, did:key:z6Mk…, checksum/secret.
func inName(b []byte, i int) bool {
	if i == 0 || b[i-1] != ':' && b[i-1] != '/' {
		return false
	}
	before := b[max(0, i-100):i]
	if b[i-1] == '/' || bytes.HasSuffix(before, []byte("did:")) {
		return b[i-1] == ':' || bytes.HasSuffix(before, []byte("checksum/"))
	}
	return bytes.Contains(before[bytes.LastIndexAny(before, " \"'\n")+1:], []byte("arn:aws"))
}

// isName tells whether a text can be the name of a variable.
func isName(b []byte) bool {
	for _, c := range b {
		if class[c] != word || c == '-' || c == '$' || c >= '0' && c <= '9' {
			return false
		}
	}
	return len(b) > 0
}

// elementText gives the text of an XML element from behind its start tag,
// inside of a CDATA section where it is one.
func elementText(b []byte, i int) (start, end int) {
	limit := min(len(b), i+maxValue)
	const open = "<![CDATA["
	if bytes.HasPrefix(b[i:], []byte(open)) {
		i += len(open)
		if k := bytes.Index(b[i:limit], []byte("]]>")); k >= 0 {
			return i, i + k
		}
		return i, limit
	}
	return i, i + indexAny(b[i:limit], "<")
}

// isStray tells whether no end tag stands behind the text B[start:end] of an element, which
// goes on as no value does: what was taken for its tag only says what is to be put there,
// <user>:<password>@host.
func isStray(b []byte, start, end int) bool {
	if bytes.HasPrefix(b[end:], []byte("</")) || bytes.HasPrefix(b[end:], []byte("]]>")) {
		return false
	}
	v := bytes.TrimSpace(b[start:end])
	return bytes.IndexByte(v, '\n') >= 0 && !decode.IsBase64(v) || bytes.IndexByte(v, ' ') >= 0 && (bytes.IndexByte(v, '"') >= 0 || len(v) > maxSigned)
}

// field2 takes the value that stands behind a name in a binary format.
func (d *Detector) field2(t *decode.Text, k int, r *rule.Rule, p place) int {
	start, end := binaryString(t.B, k)
	if bytes.Contains(t.B[start:end], []byte("REDACTED-")) {
		return 0 // taken out before; the length in front of it is not its own
	}
	if stop := d.jwt(t, start); stop > 0 {
		return stop
	}
	return d.taken(t, start, end, r, true, p)
}

// binaryString gives the string that begins with its tag or length at k:
// protobuf (a tag, a length as varint), MessagePack (both in one byte, or a
// length behind it), BSON (a length of four bytes behind the end of the name).
// Where no length fits it is what is printable.
func binaryString(b []byte, k int) (start, end int) {
	fits := func(s, n int) bool {
		if n < 3 || n > len(b)-s {
			return false
		}
		for _, c := range b[s : s+n] {
			if c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F {
				return false
			}
		}
		return true
	}
	if n, w := binary.Uvarint(b[k+1:]); w > 0 && n < maxValue && fits(k+1+w, int(n)) {
		return k + 1 + w, k + 1 + w + int(n)
	}
	switch c := b[k]; {
	case c >= 0xA0 && c <= 0xBF && fits(k+1, int(c&0x1F)):
		return k + 1, k + 1 + int(c&0x1F)
	case c == 0xD9 && k+1 < len(b) && fits(k+2, int(b[k+1])):
		return k + 2, k + 2 + int(b[k+1])
	case c == 0xDA && k+2 < len(b) && fits(k+3, int(binary.BigEndian.Uint16(b[k+1:]))):
		return k + 3, k + 3 + int(binary.BigEndian.Uint16(b[k+1:]))
	case c == 0 && k+5 < len(b):
		if n := binary.LittleEndian.Uint32(b[k+1:]); n < maxValue && fits(k+5, int(n)-1) {
			return k + 5, k + 4 + int(n)
		}
	}
	start = k
	for start < len(b) && start-k < 8 && (b[start] < ' ' || b[start] >= 0x7F) {
		start++
	}
	end = start
	for end < len(b) && end-start < maxValue && b[end] >= ' ' && b[end] < 0x7F {
		end++
	}
	return start, end
}

// isPageNonce tells whether r speaks of the nonce by which a page lets its own
// scripts run (CSP 3): the value at i is an attribute's, or in a Link header.
func isPageNonce(r *rule.Rule, b []byte, i int, p place) bool {
	return r.Kind == "nonce" && (p.link || p.code && inTag(b, i) && loads(b, i))
}

// loads tells whether the tag that i stands in is one of a script or a style.
func loads(b []byte, i int) bool {
	rest := b[bytes.LastIndexByte(b[:i], '<')+1:]
	for _, name := range [...]string{"script", "style", "link"} {
		if len(rest) > len(name) && bytes.EqualFold(rest[:len(name)], []byte(name)) {
			return true
		}
	}
	return false
}

// inTag tells whether i stands inside of a tag, as an attribute does.
func inTag(b []byte, i int) bool {
	for k := i - 1; k >= 0 && i-k < 300; k-- {
		if b[k] == '<' {
			return true
		}
		if b[k] == '>' {
			return false
		}
	}
	return false
}

// isAttribute tells whether what begins at i is the value of an attribute of a tag.
func isAttribute(b []byte, i int) bool {
	return i > 1 && (b[i-1] == '"' || b[i-1] == '\'') && b[i-2] == '=' && inTag(b, i-2)
}

// numbered tells whether a value is a word with a number of two digits or more, as
// people make passwords and programs no names.
func numbered(v []byte) bool {
	n := 0
	for _, c := range v {
		if c-'0' < 10 {
			n++
		}
	}
	return n > 1 && judge.Typed(v, false)
}

func isDigits(v []byte) bool {
	for _, c := range v {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(v) > 0
}

var bareStops = func() (t [256]bool) {
	for i := 0; i <= ' '; i++ {
		t[i] = true
	}
	for _, c := range "\"'<>`\\(){}[],;|&" {
		t[c] = true
	}
	return t
}()

// closes tells whether the quote at q, right behind name= of which the name
// begins at i, closes the text that the name stands in rather than opening a
// value: "/a?nonce=" + n.
func closes(b []byte, i, q, slashes int) bool {
	if q+1 >= len(b) || bytes.IndexByte([]byte("+.,;) \n"), b[q+1]) < 0 {
		return false
	}
	k := i
	for k > max(0, i-256) && b[k-1] != '\n' && b[k-1] != b[q] {
		k--
	}
	return k > 0 && b[k-1] == b[q] && opensString(b[:k-1])
}

// opensString tells whether a quote behind what a program has before it opens a string:
// behind a sign that wants one, and not behind what stands in one.
func opensString(before []byte) bool {
	before = bytes.TrimRight(before, " \t\n")
	if len(before) == 0 || bytes.IndexByte([]byte("(=+,:[{?&|!<>;}"), before[len(before)-1]) >= 0 {
		return true
	}
	return bytes.HasSuffix(before, []byte("return")) || bytes.HasSuffix(before, []byte("case")) || bytes.HasSuffix(before, []byte("throw"))
}

// closesLabel tells whether the quote at q, right behind name: of which the name begins
// at i, closes the label of a field in a program: t("label","Password:"),n?a("b").
func closesLabel(b []byte, i, q int, p place) bool {
	return p.code && i > 0 && b[i-1] == b[q] && q+1 < len(b) && bytes.IndexByte([]byte("+.,;)]}"), b[q+1]) >= 0
}

// closesThrown tells whether the quote at q closes the text that a program throws or
// gives back, of which the last word is the name at i: throw"wrong password: "+h.
func closesThrown(b []byte, i, q int) bool {
	s := i
	for s > max(0, i-maxSentence) && b[s-1] != b[q] && b[s-1] != '\n' {
		s--
	}
	if s == 0 || b[s-1] != b[q] || q+1 >= len(b) || bytes.IndexByte([]byte("+,;)}"), b[q+1]) < 0 {
		return false
	}
	before := bytes.TrimRight(b[max(0, s-8):s-1], " ")
	return bytes.HasSuffix(before, []byte("throw")) || bytes.HasSuffix(before, []byte("return")) || bytes.HasSuffix(before, []byte("+")) || bytes.HasSuffix(before, []byte("("))
}

// closing finds the end of the quoted value that opens at q behind some
// backslashes: the same quote behind as many.
func closing(b []byte, q, slashes int) int {
	end := min(len(b), q+1+maxValue)
	for k := q + 1; k < end; k++ {
		switch b[k] {
		case b[q]:
			n := 0
			for k-1-n > q && b[k-1-n] == '\\' {
				n++
			}
			if n == slashes || n < slashes || slashes == 0 && n%2 == 0 {
				return k - min(n, slashes)
			}
		case '\n':
			if b[q] != '`' && slashes == 0 {
				return k
			}
		}
	}
	return end
}

// isColour tells whether what stands under tan is no code of a bank: a program has the
// colour, written in letters and digits or as the number that it is.
func isColour(v []byte, p place) bool {
	return isDigits(v) && len(v) == len("13808780") || p.code && !isDigits(v)
}

// hasControl tells whether a value has a control character that no text has: in the
// bytes that base64 and hex hold, a name stands by chance before what is none.
func hasControl(v []byte) bool {
	for _, c := range v {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return true
		}
	}
	return false
}

// withoutBreaks leaves out the line breaks and tabs around B[i:j] that a program writes with
// a backslash.
func withoutBreaks(b []byte, i, j int) (int, int) {
	for j-i > 4 && b[j-2] == '\\' && b[j-3] != '\\' && strings.IndexByte("nrt", b[j-1]) >= 0 {
		j -= 2
	}
	for j-i > 4 && b[i] == '\\' && strings.IndexByte("nrt", b[i+1]) >= 0 {
		i += 2
	}
	return i, j
}

// taken judges the value B[i:j] of a name that stands before it in a text.
func (d *Detector) taken(t *decode.Text, i, j int, r *rule.Rule, literal bool, p place) int {
	end := j
	i, j = trim(t.B, i, j)
	i, j = withoutBreaks(t.B, i, j)
	if i >= j {
		return 0
	}
	v := t.B[i:j]
	if (j == len(t.B) || t.B[j] == ';') && bytes.IndexByte(v, '&') > 0 {
		v = withoutEntity(v) // what the semicolon ends is a reference
		j = i + len(v)
	}
	if k := nextParameter(v, '?'); k >= 16 && r.Judge == rule.Token {
		end, j, v = i+k, i+k, v[:k] // the query behind a parameter of the path
	}
	if p.code && len(v) > 2 && v[0] == '+' && v[len(v)-1] == '+' {
		return 0 // 'password:'+value+'…': the quotes close and open what is around
	}
	if structured(v) || v[0] == '<' && bytes.IndexByte(v, '>') > 0 || bytes.HasPrefix(v, []byte("\\\"")) && bytes.IndexByte(v[2:], '"') >= 0 {
		return 0
	}
	if r.Treat != rule.Secret {
		if r.Treat == rule.Publishable {
			d.found(t, i, j, r)
		} else if literal && !p.code && (r.Kind == "phone" || !bytes.ContainsAny(v, "()")) && !bytes.ContainsAny(v, "{}") {
			d.found(t, i, j, r)
		}
		return 0
	}
	if judge.URL(v) || isPageNonce(r, t.B, i, p) || t.Codec.Packs() && hasControl(v) {
		return 0
	}
	if d.unescaped(t, i, j, func(c *decode.Text) {
		if d.taken(c, 0, len(c.B), r, literal, p) == 0 {
			end = 0
		}
	}) {
		return end
	}
	if k := scheme(v); k > 0 {
		if judge.Template(v[k:]) || isSaid(v, k) || p.code && bytes.HasPrefix(v[k:], []byte("${")) {
			return 0
		}
		d.announced(t, i, k, j)
		return end
	}
	if d.token(t, i, j) || d.public(v, r) || r.Kind == "saml" && d.saml(t, i, j, p) {
		return end
	}
	if jwtHead(v) {
		return 0 // cut where a dot is written in another way
	}
	if isSAS(v) {
		d.pairs(t, i, j, p)
		return end
	}
	if d.connection(t, i, j, true) {
		return end
	}
	if hasCookieName(r, v) {
		if !literal || p.code {
			return 0
		}
		d.cookies(t, i, j, p)
		return end
	}
	if p.harmless && r.Judge == rule.Strong {
		return 0 // the name of the whole says more than such a one inside
	}
	d.spoken = spoken{}
	if isDigits(v) && (counted(r, v) || !d.signingIn(r, t.B, i, j)) && (t.Codec.Packs() || bytes.IndexByte(t.B[addressStart(t.B, i):i], '?') >= 0) {
		return 0
	}
	ok := false
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed:
		ok = !fewDigits(r, v) && (judge.Password(v) || literal && p.request && !p.code && !judge.Message(v)) && !measure(r, v)
	case rule.Mixed:
		ok = judge.Mixed(v) && (!p.code || judge.Random(v) || literal && numbered(v))
	case rule.Digits:
		ok = judge.CardCode(v)
	case rule.Code:
		ok = judge.Code(v) && (literal || judge.Random(v) || isDigits(v)) && !(r.ID == "otp.tan" && isColour(v, p)) || r.ID == "csrf.short" && isShort(v, false)
	case rule.Grant:
		ok = judge.Grant(v) && (literal || judge.Random(v) || isDigits(v))
	case rule.Phrase:
		ok = judge.Token(v) || judge.Phrase(v)
	default:
		v := undated(r, v)
		ok = !isSID(r, v) && (judge.Token(v) && (r.Judge != rule.Strong || judge.Random(v) && !isGrain(r, v) || r.ID == "csrf.random" && isNonce(v)) || literal && p.request && isChosen(v, r) || r.Kind == "credential" && literal && (!p.code || isAttribute(t.B, i)) && judge.Sent(v))
	}
	if !ok {
		return 0
	}
	d.found(t, i, j, r)
	d.sub(t, decode.None, i, j, func(c *decode.Text) {
		d.arena.Nested(c, func(n *decode.Text) { d.nested(n, p) })
	})
	return end
}
