package detect

import (
	"bytes"

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
	for _, c := range []byte("=:\t\"'`\\>],|\x00\x01\x02\x03\x04\x05\x06\x07\x12\x1A\xD9\xDA") {
		ends[c] = true
	}
	for c := 0xA0; c <= 0xBF; c++ {
		ends[c] = true
	}
	for _, c := range []byte("=: ?|.-A\xE2") {
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
		switch next {
		case '=', ':', ' ', '?', '|':
			return true
		case '.': // (name . "x")
			return j+3 < len(b) && b[j+2] == ' ' && b[j+3] == '"' && i > 0 && b[i-1] == '('
		case '-': // Map(name -> x)
			return j+3 < len(b) && b[j+2] == '>' && b[j+3] == ' '
		case 'A': // Dim name As String = "x"
			return j+3 < len(b) && b[j+2] == 's' && b[j+3] == ' '
		}
		return bytes.HasPrefix(b[j+1:], []byte("│")) // of a table that is drawn
	case ',': // {name,<<"x">>}
		return next == '<' && i > 0 && b[i-1] == '{'
	case '|': // name|s:20:"x"
		return next == 's' && j+2 < len(b) && b[j+2] == ':'
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
	outer, list := d.run, d.codeList
	d.run, d.codeList = run{}, spareList{}
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
			if j-i < minToken && j+1 < len(b) && b[i]|0x20 != 'b' && b[i+1]|0x20 != 'b' && !(b[i+1] == '-' && b[i] == 'G') && (after[b[j]] == plainly || b[j] == ' ' && class[b[j+1]] == word && b[i] > '9' && (b[j+1] != 'i' && b[j+1] != 'w' || !copula(b, j))) && !rule.MayBegin(b, i) {
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
	d.run, d.codeList = outer, list
}

// vain is what was looked for in a unit of some size and is not there.
type vain struct {
	size      int
	bytes     int  // that were read for a value behind a name, and are none
	scripts   int  // that have no end
	variables int  // of GraphQL that were looked for
	urls      bool // one was too deep
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
		if j-i == len("VALUES") && b[i] == 'V' && j < len(b) && (b[j] == '\n' || b[j] == '\r') {
			if k := skipSpace(b, j, len(b)); k < len(b) && b[k] == '(' {
				d.inserted(t, i, k, p)
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
	if n == len("G-482913") && b[i] == 'G' && b[i+1] == '-' && isDigits(b[i+2:j]) && d.codes(b, i, j) {
		d.found(t, i+2, j, d.called("otp")) // Your code is G-482913
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
			if r.ID == "otp.backup" && !p.code {
				d.spares(t, j)
			}
			if end := d.keyed(t, i, j, r, p); end > 0 {
				return end
			}
		case string(b[i:j]) == "kty":
			d.key(t, i, p)
		}
		if query := b[j] == '=' && isQuery(b, i, p); (r == nil || r.Judge == rule.Strong) && (query || !p.code && (b[j] == '=' || b[j] == ':')) {
			// A log names parameters, too; of the names of keys alone, for
			// others (state, code, hash) are words of their own.
			if r := d.name(rule.Param, b[i:j]); r != nil && r.Treat == rule.Secret && (query || r.Kind == "key" && !isPublic(b[:i])) {
				if end := d.keyed(t, i, j, r, p); end > 0 {
					return end
				}
			}
		}
	}
	return j
}

// isPublic tells whether a text ends with the word that says of a key behind it that it is
// no secret: Public key: x, db.public.key=x.
func isPublic(b []byte) bool {
	const word = "public"
	b = bytes.TrimRight(b, " ._-+")
	return len(b) >= len(word) && bytes.EqualFold(b[len(b)-len(word):], []byte(word))
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
		} else if !p.code && behindRemark(b, j+1) > j+1 {
			// Security token (case-sensitive): x
			if r := d.speaks(b, i, j); r != nil {
				return d.keyed(t, i, j, r, p)
			}
		}
	case '\'', '"':
		if j-i == len("by") {
			return d.stated(t, i, j, p)
		}
		if makesSecure(b[i:j]) {
			return d.taken(t, j+2, closing(b, j+1, 0), d.called("password"), true, place{request: true})
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
	if i > 3 && b[i-1] == '/' && !p.path {
		if end := d.relative(t, i, j); end > 0 {
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
	if (j-i >= 16 || !p.code && (hasDigit(b[i:j]) || j < len(b) && (b[j] == '/' || b[j] == '+'))) && i > 1 && (b[i-1] == ' ' || b[i-1] == '>' || b[i-1] >= 0x80 || !p.code && isGlue(b[i-1]) || b[i-1] == '[' && b[i-2] == ' ' && j < len(b) && b[j] == ']') {
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

// isLetter tells whether the byte at i, past ASCII, can be one of UTF-8: behind
// or before another such byte.
func isLetter(b []byte, i int) bool {
	if b[i] < 0xC0 {
		return i > 0 && b[i-1] >= 0x80
	}
	return i+1 < len(b) && b[i+1] >= 0x80 && b[i+1] < 0xC0
}

func isDigits(v []byte) bool {
	for _, c := range v {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(v) > 0
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
