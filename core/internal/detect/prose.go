package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// What people and programs write for people to read: sentences that tell a
// secret, header lines in logs, command lines, labels with a value beside them.

// copula tells whether "is" or "was" stands behind the blank at j.
func copula(b []byte, j int) bool {
	if j+4 >= len(b) {
		return false
	}
	switch b[j+1] {
	case 'i':
		return b[j+2] == 's' && (b[j+3] == ' ' || b[j+3] == ':')
	case 'w':
		return b[j+2] == 'a' && b[j+3] == 's' && (b[j+4] == ' ' || b[j+4] == ':')
	}
	return false
}

// phrase gives the rule for a name of several words that ends with B[i:j]:
// API key, verification code.
func (d *Detector) phrase(b []byte, i, j int) *rule.Rule {
	var buf [64]byte
	if i < 2 || b[i-1] != ' ' || !needsMore(b[i:j]) {
		return nil
	}
	s := i - 1
	for s > 0 && class[b[s-1]] == word && i-s < 24 {
		s--
	}
	if s == i-1 {
		return nil
	}
	name := append(buf[:0], b[s:j]...)
	name[i-1-s] = '_'
	r := d.name(rule.Key, name)
	if r == nil || r.Treat != rule.Secret {
		return nil
	}
	return r
}

// needsMore tells the words that name a secret only behind another word.
func needsMore(w []byte) bool {
	if len(w) > 6 {
		return false
	}
	switch string(w) {
	case "key", "Key", "KEY", "keys", "Keys", "code", "Code", "CODE", "codes", "Codes", "id", "Id", "ID", "pin", "PIN", "number", "Number", "link", "seed", "cookie", "hash", "phrase":
		return true
	}
	return false
}

// speaks gives the rule for the word B[i:j] of a sentence, alone or with the
// word before it.
func (d *Detector) speaks(b []byte, i, j int) *rule.Rule {
	if j-i < 2 || j-i > 32 {
		return nil
	}
	r := d.phrase(b, i, j)
	if r == nil {
		if r = d.name(rule.Key, b[i:j]); r != nil && (r.Treat != rule.Secret || r.Judge == rule.Strong) {
			return nil
		}
	}
	return r
}

// told takes the value in "the password is …", where the name is B[i:j].
func (d *Detector) told(t *decode.Text, i, j int) int {
	b := t.B
	r := d.speaks(b, i, j)
	if r == nil {
		return 0
	}
	k := j + 3
	if b[j+1] == 'w' {
		k++
	}
	k = skipMarkup(b, k)
	end := k
	for end < len(b) && end-k < 256 && b[end] > ' ' && b[end] != '<' && b[end] != '"' && b[end] != '\'' && b[end] != '`' {
		end++
	}
	for end > k && bytes.IndexByte([]byte(".,;:)"), b[end-1]) >= 0 {
		end--
	}
	if end == k {
		return 0
	}
	v := b[k:end]
	ok := false
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed:
		ok = len(v) >= 4 && judge.Password(v) && bytes.ContainsAny(v, "0123456789")
	case rule.Code:
		ok = len(v) >= 4 && judge.Code(v) && bytes.ContainsAny(v, "0123456789")
	default:
		ok = judge.Token(v) && judge.Random(v)
	}
	if !ok || d.token(t, k, end) {
		return 0
	}
	d.found(t, k, end, r)
	return end
}

// skipMarkup passes blanks, a colon, a quote and start tags.
func skipMarkup(b []byte, k int) int {
	for n := 0; k < len(b) && n < 40; n++ {
		switch {
		case b[k] <= ' ' || b[k] == ':' || b[k] == '"' || b[k] == '\'' || b[k] == '`':
			k++
		case b[k] == '<' && k+1 < len(b) && b[k+1]|0x20 >= 'a' && b[k+1]|0x20 <= 'z':
			stop := bytes.IndexByte(b[k:min(len(b), k+200)], '>')
			if stop < 0 {
				return k
			}
			k += stop + 1
		default:
			return k
		}
	}
	return k
}

// typed looks at the digits B[i:j] behind a blank: a code that a sentence says
// is one. Your login code: 482913; 482913 is your code.
func (d *Detector) typed(t *decode.Text, i, j int) {
	b := t.B
	if !isDigits(b[i:j]) {
		return
	}
	k := i - 1
	for k > 0 && (b[k-1] == ' ' || b[k-1] == ':') {
		k--
	}
	s := k
	for s > 0 && class[b[s-1]] == word && k-s < 24 {
		s--
	}
	if r := d.speaks(b, s, k); r != nil && r.Judge == rule.Code {
		d.found(t, i, j, r)
		return
	}
	near := b[max(0, i-60):min(len(b), j+60)]
	if !bytes.Contains(near, []byte("ode")) && !bytes.Contains(near, []byte("digo")) && !bytes.Contains(near, []byte("PIN")) {
		return
	}
	if codeOf(b[max(0, i-60):i], true) || codeOf(b[j:min(len(b), j+60)], false) {
		d.found(t, i, j, d.name(rule.Key, []byte("otp")))
	}
}

// codeOf tells whether the part of a sentence before or behind a number says
// that it is somebody's code: "Your code is", "ist Ihr Bestätigungscode". Codes
// of places, errors and goods prove nothing.
func codeOf(b []byte, before bool) bool {
	if before {
		b = b[bytes.LastIndexAny(b, ".!?\n")+1:]
	} else if end := bytes.IndexAny(b, ".!?\n"); end >= 0 {
		b = b[:end]
	}
	b = bytes.ToLower(b)
	yours, code, is := false, false, false
	for _, w := range bytes.Fields(b) {
		w = bytes.Trim(w, ",;:()\"'<>")
		switch string(w) {
		case "your", "ihr", "dein", "votre", "ton", "su", "tu":
			// Behind a number only "is your" ties the two.
			if !before && !is {
				return false
			}
			yours = true
		case "is", "ist", "lautet", "est", "es":
			is = true
		default:
			if otherCode(w) {
				return false
			}
			if bytes.HasSuffix(w, []byte("code")) || string(w) == "código" || string(w) == "codigo" || string(w) == "pin" {
				code = code || yours
			}
		}
	}
	return code && (is || bytes.HasSuffix(bytes.TrimRight(b, " "), []byte(":")))
}

// otherCodes begin the words for codes that open nothing.
var otherCodes = [...]string{
	"post", "zip", "error", "fehler", "erreur", "status", "exit", "country", "area", "promo", "product", "currency", "discount", "source",
	"refer", "order", "bestell", "track", "coupon", "voucher", "gutschein", "rabatt", "customer", "kunden", "item",
}

// otherCode tells whether a word is one of those.
func otherCode(w []byte) bool {
	for i := range otherCodes {
		if bytes.HasPrefix(w, []byte(otherCodes[i])) {
			return true
		}
	}
	return false
}

// behind takes the random value at i behind a blank and the word that says
// what it is: got token …, session id is …, Negotiate ….
func (d *Detector) behind(t *decode.Text, i int) int {
	b := t.B
	k := i - 1
	for n := 0; ; n++ {
		for k > 0 && (b[k-1] == ' ' || b[k-1] == ':' || b[k-1] == '\'' || b[k-1] == '"') && i-k < 8 {
			k--
		}
		if n == 0 && k > 3 && (string(b[k-3:k]) == " is" || k > 4 && string(b[k-4:k]) == " was") {
			k = bytes.LastIndexByte(b[:k], ' ')
			continue
		}
		break
	}
	s := k
	for s > 0 && class[b[s-1]] == word && k-s < 33 {
		s--
	}
	r := d.speaks(b, s, k)
	if r == nil || r.Judge == rule.Code {
		return 0
	}
	end := d.bareEnd(b, i)
	for end > i && (b[end-1] == '.' || b[end-1] == ':') {
		end--
	}
	if v := b[i:end]; !judge.Token(v) || !judge.Random(v) || d.token(t, i, end) {
		return 0
	}
	d.found(t, i, end, r)
	return end
}

// headerLine takes the header field that the name B[i:j] begins in a log, a
// message or a command: to the end of the line, or of the quotes around it.
func (d *Detector) headerLine(t *decode.Text, i, j int, p place) int {
	b := t.B
	quote := byte(0)
	if i > 0 {
		quote = b[i-1]
	}
	quoted := quote == '"' || quote == '\''
	if p.code && !quoted || i > 0 && !quoted && quote > ' ' || j+1 >= len(b) {
		return 0
	}
	name := b[i:j]
	r := d.name(rule.Header, name)
	if r == nil || r.Treat != rule.Secret {
		return 0
	}
	family := r.ID == "header.authorization" || r.ID == "header.cookie"
	if !family && (bytes.IndexByte(name, '-') < 0 || d.name(rule.Key, name) != nil) {
		return 0
	}
	k := j + 1
	for k < len(b) && b[k] == ' ' {
		k++
	}
	end := k
	for end < len(b) && end-k < maxValue && b[end] != '\n' && b[end] != '\r' && b[end] != '<' && !(quoted && b[end] == quote) {
		end++
	}
	v := b[k:end]
	if !family {
		// The rest of the line may be another thing.
		end = k + scheme(v)
		for end < len(b) && b[end] > ' ' && !(quoted && b[end] == quote) {
			end++
		}
		v = b[k:end]
	} else if sp := bytes.IndexByte(v, ' '); sp > 0 && r.ID == "header.authorization" && !hasParams(v[sp+1:]) {
		end = k + sp + 1
		end += indexAny(b[end:k+len(v)], " ")
		if !judge.Token(b[k+sp+1 : end]) {
			return 0
		}
		v = b[k:end]
	}
	if len(v) < 6 || bytes.IndexByte([]byte("{[$%\"'`"), v[0]) >= 0 || bytes.Contains(v, []byte("${")) || bytes.Contains(v, []byte("{{")) {
		return 0
	}
	eq := bytes.IndexByte(v, '=')
	switch sp := bytes.IndexByte(v, ' '); {
	case r.Kind == "cookie" && eq <= 0:
		return 0
	case sp > 0 && eq < 0 && bytes.IndexByte(v[sp+1:], ' ') >= 0:
		return 0 // a sentence
	case sp < 0 && !judge.Token(v):
		return 0
	}
	d.sub(t, decode.None, k, end, func(c *decode.Text) { d.header(name, c, p) })
	return end
}

// option takes the value of a command's option B[i:j]: --password secret,
// -u user:secret, --cookie 'a=b'.
func (d *Detector) option(t *decode.Text, i, j int, p place) int {
	b := t.B
	name := bytes.TrimLeft(b[i:j], "-")
	if j-i-len(name) > 2 || len(name) == 0 || i > 0 && b[i-1] > ' ' {
		return 0
	}
	if v := b[i+1 : j]; v[0] == 'p' && len(v) > 4 && (bytes.Contains(b[max(0, i-60):i], []byte("mysql")) || bytes.Contains(b[max(0, i-60):i], []byte("mariadb"))) {
		// mysql -pSECRET; -port and the like do not hold a digit.
		if bytes.ContainsAny(v, "0123456789") {
			d.found(t, i+2, j, d.name(rule.Key, []byte("password")))
			return j
		}
	}
	k := j + 1
	if k >= len(b) {
		return 0
	}
	end := k
	if b[k] == '\'' || b[k] == '"' {
		end = closing(b, k, 0)
		k++
	} else {
		for end < len(b) && b[end] > ' ' && b[end] != '\\' && b[end] != '<' {
			end++
		}
	}
	if k >= end {
		return 0
	}
	switch string(name) {
	case "u", "user", "proxy-user", "U":
		colon := bytes.IndexByte(b[k:end], ':')
		if colon < 1 || colon+1 >= end-k || bytes.IndexByte([]byte("/$<{%"), b[k+colon+1]) >= 0 || bytes.IndexByte(b[k:end], ' ') >= 0 {
			return 0
		}
		d.found(t, k+colon+1, end, rule.UserInfo)
		return end
	case "b", "cookie":
		if bytes.IndexByte(b[k:end], '=') < 1 {
			return 0
		}
		d.cookies(t, k, end, p)
		return end
	}
	if len(name) < 3 {
		return 0
	}
	r := d.name(rule.Key, name)
	if r == nil || r.Treat != rule.Secret || b[k] == '-' {
		return 0
	}
	p.code = false
	return d.taken(t, k, end, r, true, p)
}

// labelled takes the text of the element behind one that names it, of which the
// end tag begins at i: <dt>API key</dt><dd>…</dd>.
func (d *Detector) labelled(t *decode.Text, i int, p place) {
	b := t.B
	// Another element must begin right behind it.
	k := i + 2 + indexAny(b[i+2:min(len(b), i+40)], ">") + 1
	for k < len(b) && b[k] <= ' ' {
		k++
	}
	if k+1 >= len(b) || b[k] != '<' || b[k+1] == '/' {
		return
	}
	k = skipMarkup(b, k)
	if k >= len(b) || b[k] == '<' || b[k-1] != '>' && b[k-1] > ' ' || !hasDigit(b[k:min(len(b), k+64)]) {
		return
	}
	j := i
	for j > 0 && (b[j-1] == ':' || b[j-1] == ' ') && i-j < 3 {
		j--
	}
	if j == 0 || class[b[j-1]] != word {
		return
	}
	var buf [40]byte
	s := j
	for s > 0 && (class[b[s-1]] == word || b[s-1] == ' ') {
		if s--; j-s >= len(buf) {
			return
		}
	}
	if s == 0 || b[s-1] != '>' || j-s < 3 {
		return
	}
	name := append(buf[:0], bytes.TrimSpace(b[s:j])...)
	for k, c := range name {
		if c == ' ' {
			name[k] = '_'
		}
	}
	r := d.name(rule.Key, name)
	if r == nil || r.Treat != rule.Secret {
		return
	}
	start, end := elementText(b, k)
	p.code = false
	d.taken(t, start, end, r, true, p)
}

// hasDigit tells whether a digit stands in the text of an element that begins
// with b.
func hasDigit(b []byte) bool {
	for _, c := range b {
		if c >= '0' && c <= '9' {
			return true
		}
		if c == '<' {
			break
		}
	}
	return false
}

// blockScalar gives where the text of a block of YAML begins, the sign of which
// is at k.
func blockScalar(b []byte, k int) int {
	n := k + 1
	for n < len(b) && (b[n] == '-' || b[n] == '+' || b[n] == ' ' || b[n] >= '1' && b[n] <= '9') {
		n++
	}
	if n >= len(b) || b[n] != '\n' && b[n] != '\r' {
		return k
	}
	for n < len(b) && b[n] <= ' ' {
		n++
	}
	if n >= len(b) {
		return k
	}
	return n
}

// isSetting tells whether a name is written as settings of an environment are.
func isSetting(name []byte) bool {
	for _, c := range name {
		if c >= 'a' && c <= 'z' {
			return false
		}
	}
	return len(name) > 0
}
