package detect

import (
	"bytes"
	"strings"

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
	if of := i - len(" de "); of > 0 && (string(b[of:i]) == " de " || string(b[of:i]) == " di ") {
		s = of // chave de API
	}
	for range 2 {
		from := s
		for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80) && i-s < 24 {
			s--
		}
		if s == from || s > 0 && b[s-1] == '<' {
			return nil // nor is an attribute one with its element: <LauncherItem key="x">
		}
		name := append(buf[:0], b[s:j]...)
		for k, c := range name {
			if c == ' ' {
				name[k] = '_'
			}
		}
		if r := d.name(rule.Key, name); r != nil && r.Treat == rule.Secret {
			return r
		}
		if s == 0 || b[s-1] != ' ' {
			return nil
		}
		s-- // one time code
	}
	return nil
}

// needsMore tells the words that name a secret only behind another word.
func needsMore(w []byte) bool {
	if len(w) > 6 {
		return false
	}
	switch string(w) {
	case "key", "Key", "KEY", "keys", "Keys", "code", "Code", "CODE", "codes", "Codes", "id", "Id", "ID", "pin", "PIN", "number", "Number", "link", "seed", "cookie", "hash", "phrase", "API", "Api", "pass", "Pass", "answer":
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
		if r = d.name(rule.Key, b[i:j]); r != nil && (r.Treat != rule.Secret || r.Judge == rule.Strong && r.ID != "word.possible") {
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
		if b[i] == 'G' && j-i == len("G-482913") && b[i+1] == '-' {
			d.typed(t, i+2, j) // G-482913 is your Google verification code
		}
		return 0
	}
	k := j + 3
	if b[j+1] == 'w' {
		k++
	}
	k = skipMarkup(b, k)
	end := saidEnd(b, k)
	if end == k {
		return 0
	}
	if r.Kind == "card" && isDigits(b[k:end]) {
		for end+1 < len(b) && (b[end] == ' ' || b[end] == '-') && b[end+1]-'0' < 10 && end-k < maxCardText {
			end += 2 + len(b[end+2:min(len(b), end+maxCardText)]) - len(bytes.TrimLeft(b[end+2:min(len(b), end+maxCardText)], "0123456789"))
		}
	}
	v := b[k:end]
	ok := r.Kind == "card" && (judge.CardCode(v) || end-k > minToken)
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed, rule.Mixed:
		ok = ok || len(v) >= 4 && judge.Password(v) && (bytes.ContainsAny(v, "0123456789") || judge.Random(v) || b[k-1] == '`' && judge.Shuffled(v))
	case rule.Code:
		ok = len(v) >= 4 && judge.Code(v) && bytes.ContainsAny(v, "0123456789")
	case rule.Digits:
		ok = judge.CardCode(v)
	default:
		ok = judge.Token(v) && judge.Random(v)
	}
	if !ok || d.token(t, k, end) {
		return 0
	}
	d.found(t, k, end, r)
	return end
}

// maxCardText is how long the number of a card is, at most, in groups.
const maxCardText = 24

// skipMarkup passes blanks, a colon, a quote and start tags.
func skipMarkup(b []byte, k int) int {
	for n := 0; k < len(b) && n < 40; n++ {
		switch {
		case b[k] <= ' ' || b[k] == ':' || b[k] == '"' || b[k] == '\'' || b[k] == '`':
			k++
		case quoteMark(b[k:]) > 0:
			k += quoteMark(b[k:])
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

// quoteMark gives how many bytes a mark of a printed quote takes that b begins with,
// or a blank of one: “ ” „ ‘ ’ ‚ « ».
func quoteMark(b []byte) int {
	switch {
	case len(b) > 2 && b[0] == 0xE2 && b[1] == 0x80 && (b[2] >= 0x98 && b[2] <= 0x9F || b[2] == 0xAF):
		return 3
	case len(b) > 1 && b[0] == 0xC2 && (b[1] == 0xAB || b[1] == 0xBB || b[1] == 0xA0):
		return 2
	}
	return 0
}

// untilQuote gives the end of what stands before a mark of a printed quote.
func untilQuote(v []byte) int {
	for k := range v {
		if quoteMark(v[k:]) > 0 {
			return k
		}
	}
	return len(v)
}

// behind takes the random value at i behind a word that says what it is and signs
// alone: got token …, session id is …, | token | … |.
func (d *Detector) behind(t *decode.Text, i int, p place) int {
	b := t.B
	k := i
	if b[i-1] == '>' && p.code {
		if k = beforeTags(b, i); k == 0 || b[k-1] != ':' && (k < 3 || quoteMark(b[k-3:k]) != 3) {
			return 0 // a page has headings that name no value
		}
	}
	for n := 0; ; n++ {
		for far := k; k > 0 && far-k < 12; k-- {
			if k > 2 && quoteMark(b[k-3:k]) == 3 {
				k -= 2
			} else if k > 1 && quoteMark(b[k-2:k]) == 2 {
				k--
			} else if !isGlue(b[k-1]) {
				break
			}
		}
		if n == maxLinks {
			break
		}
		link := linkBefore(b, k)
		if link == k {
			break
		}
		k = link
	}
	s := k
	for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80) && k-s < 33 {
		s--
	}
	switch string(b[s:k]) {
	case "provided", "given", "received", "supplied", "expired":
		// Incorrect API key provided: …
		for k = s; k > 0 && b[k-1] == ' '; {
			k--
		}
		for s = k; s > 0 && class[b[s-1]] == word && k-s < 33; {
			s--
		}
	}
	if bytes.HasPrefix(b[k:], []byte("-----")) && bytes.EqualFold(b[s:k], []byte("signature")) {
		return 0 // of a commit or a package, which anyone may check
	}
	if s > 0 && (b[s-1] == '+' || b[s-1] == '/') {
		return 0 // the end of a line of base64, or of a path
	}
	if bytes.IndexByte(b[k:i], '\n') >= 0 {
		title := s
		for title > 0 && (class[b[title-1]] == word || b[title-1] == '.') {
			title--
		}
		if title > 0 && (b[title-1] == ',' || b[title-1] == ';' || b[title-1] == '/') {
			return 0 // of the last column, and the first cell below; of a file
		}
	}
	r := d.speaks(b, s, k)
	if r == nil && k > s && b[k-1] >= 0x80 {
		r = d.lastLetters(b[s:k])
	}
	if r == nil || r.Judge == rule.Code || isPageNonce(r, b, i, p) || judge.Random(b[s:k]) {
		return 0 // the end of a random value is no name
	}
	end := d.bareEnd(b, i)
	if d.exhausted(i, end) {
		return 0
	}
	end = i + untilQuote(b[i:end])
	if b[i-1] >= 0x80 {
		// In a script without blanks the sentence may go on right behind it.
		if k := bytes.IndexFunc(b[i:end], func(c rune) bool { return c >= 0x80 }); k > 0 {
			end = i + k
		}
	}
	for end > i && (b[end-1] == '.' || b[end-1] == ':') {
		end--
	}
	v := bytes.TrimRight(b[i:end], "*") // in bold
	end = i + len(v)
	if isPointer(b, k, i, end) || isSet(v) || k < i && tallies(b, s, k, r) || namesValue(b, end) && end < len(b) && b[end] != ':' {
		return 0
	}
	told := len(v) >= 16 && judge.Token(v) && judge.Random(v) || r.Kind == "password" && !p.code && r.Judge == rule.Any && judge.Password(v) && judge.Typed(v, k < i-1)
	if !told || p.code && (end < len(b) && (b[end] == '(' || b[end] == '[') || operates(v, r) || refers(v, b[s:k], r)) || computed(b, i, r) || jwtHead(v) || isMissed(v, b[end:]) || d.token(t, i, end) {
		return 0
	}
	d.found(t, i, end, r)
	return end
}

// isPointer tells whether what stands between a word that ends at k and B[i:end] is the
// sign of a pointer: FILE *out, Key* key. A word in bold has one behind it, too.
func isPointer(b []byte, k, i, end int) bool {
	between := string(b[k:i])
	return (between == " *" || between == "* ") && (end == len(b) || b[end] != '*')
}

// isSet tells whether a word behind another one is itself a name that is given a value:
// pass --with-x=no, pass hint=0. That value is judged by it.
func isSet(v []byte) bool {
	k := bytes.IndexByte(v, '=')
	if k < 4 || k+1 == len(v) || v[k+1] == '=' || len(v)-k >= minToken && !isNaming(v[:k]) {
		return false
	}
	for _, c := range v[:k] {
		if class[c] != word {
			return false
		}
	}
	return true
}

// isNaming tells whether what stands before an equals sign is a name rather than a token
// that ends with it.
func isNaming(v []byte) bool { return !judge.Token(v) || judge.Worded(v) }

// lastLetters gives the rule for the last letters of a text in a script that sets no
// blanks between words.
func (d *Detector) lastLetters(w []byte) *rule.Rule {
	for n, k := 0, len(w); k > 0 && n < 8; k-- {
		if w[k-1] < 0xE3 {
			if w[k-1] < 0x80 {
				break
			}
			continue
		}
		n++
		if r := d.secretName(w[k-1:]); n > 1 && r != nil {
			return r
		}
	}
	return nil
}

// accents are words for a password that have a letter past ASCII, of which 0xC3, 0xD1 or
// 0xE7 is the first byte, cut there, and words that one stands behind.
var accents = [...]struct{ before, behind string }{
	{"ontrase", "\xB1a"}, {"enha ", "\xA9"}, {"l", "\xB6senord"}, {"L", "\xB6senord"}, {"ot d'acc", "\xA8s"},
	{"парол", "\x8C"}, {"Парол", "\x8C"}, {"\xE5\xAF\x86", "\xA0\x81"}, {"\xE5\xAF\x86", "\xA2\xBC"},
}

// accentAfter and accentBefore have what stands right beside the first byte: most of
// such letters have other neighbours.
var accentAfter, accentBefore = func() (after, before [256]bool) {
	for _, w := range accents {
		after[w.before[len(w.before)-1]], before[w.behind[0]] = true, true
	}
	return after, before
}()

// accented takes the value behind such a word, of which the letter past ASCII is at i:
// nothing else in a sentence like contraseña es x, or senha é x, stands out.
func (d *Detector) accented(t *decode.Text, i int, p place) int {
	b := t.B
	if i == 0 || i+2 >= len(b) || !accentAfter[b[i-1]] || !accentBefore[b[i+1]] {
		return 0
	}
	for k := range accents {
		w := &accents[k]
		end := i + 1 + len(w.behind)
		if i < len(w.before) || end >= len(b) || string(b[i+1:end]) != w.behind || string(b[i-len(w.before):i]) != w.before {
			continue
		}
		if start := i - len(w.before); b[end] == '=' || b[end] == '"' || b[end] == '\'' || b[end] == '>' {
			if end+1 < len(b) && (start == 0 || b[start-1] < 0x80) {
				return d.keyed(t, start, end, d.called("password"), p)
			}
		}
		if b[end] != ' ' {
			continue
		}
		if w.behind == "\xA9" {
			end = i - 1 // the word is a copula
		}
		return d.statedBehind(t, i-len(w.before), end, false, p)
	}
	return 0
}

// maxLinks is how many words may tie a value to its name: has been changed to.
const maxLinks = 4

// linkBefore gives where the word begins that ends at k, with the blank before it, where
// it is one that ties a value to what it is.
func linkBefore(b []byte, k int) int {
	for _, w := range [...]string{"是", "为", "為", "は"} {
		if bytes.HasSuffix(b[:k], []byte(w)) {
			return k - len(w)
		}
	}
	s := k
	for s > 0 && k-s < maxLink && (class[b[s-1]] == word || b[s-1] >= 0x80) {
		s--
	}
	if s == 0 || s == k || b[s-1] != ' ' || !isLink(b[s:k]) {
		return k
	}
	return s - 1
}

// beforeTags gives where the tags begin that end at i, and the blanks before them.
func beforeTags(b []byte, i int) int {
	for n := 0; n < 3 && i > 0 && b[i-1] == '>'; n++ {
		k := bytes.LastIndexByte(b[max(0, i-maxStatement):i], '<')
		if k < 0 {
			return i
		}
		i = len(bytes.TrimRight(b[:max(0, i-maxStatement)+k], " \r\n\t"))
	}
	return i
}

// ahead takes the random value B[i:j] before the words that say what it is: use …
// as your token.
func (d *Detector) ahead(t *decode.Text, i, j int) int {
	b := t.B
	rest, ok := bytes.CutPrefix(b[j:min(len(b), j+64)], []byte(" as "))
	if !ok {
		return 0
	}
	var words [5][]byte
	n := fields(words[:], rest[:indexAny(rest, "\n<.,;")], false)
	for _, w := range words[:n] {
		s := bytes.Index(b[j:], w) + j
		r := d.speaks(b, s, s+len(w))
		if r == nil || r.Judge == rule.Code {
			continue
		}
		v := b[i:j]
		if !(judge.Token(v) && judge.Random(v)) && !(r.Kind == "password" && judge.Typed(v, false)) || d.token(t, i, j) {
			return 0
		}
		d.found(t, i, j, r)
		return j
	}
	return 0
}

// saidEnd gives where a value ends that a sentence says, which begins at k: before the
// marks that end a sentence.
func saidEnd(b []byte, k int) int {
	end := k
	for end < len(b) && end-k < maxSigned && b[end] > ' ' && b[end] != '<' && b[end] != '"' && b[end] != '\'' && b[end] != '`' {
		end++
	}
	if end-k == maxSigned {
		end = runEnd(b, end)
	}
	end = k + untilQuote(b[k:end])
	for _, stop := range [...]string{"，", "。", "、", "；"} {
		if n := bytes.Index(b[k:end], []byte(stop)); n > 0 {
			end = k + n
		}
	}
	if n := bytes.Index(b[k:end], []byte(`\n`)); n > 0 && b[k+n-1] != '\\' {
		end = k + n // the text is one in quotes
	}
	for end > k && bytes.IndexByte([]byte(".,;:)"), b[end-1]) >= 0 {
		end--
	}
	return end
}

// runEnd gives where the digits of base64 and the signs of tokens end that go on at i: a
// value that is longer than what is looked at is one to its end.
func runEnd(b []byte, i int) int {
	most := min(len(b), i+maxValue)
	for i < most && (class[b[i]] == word || strings.IndexByte("+/=.~%", b[i]) >= 0) {
		i++
	}
	return i
}

// phraseEnd gives where the words end that begin at k, where they are as many as a key is
// made from; otherwise it is end.
func phraseEnd(b []byte, k, end int) int {
	words, stop := 0, k
	for n := k; n < len(b) && words < 24; {
		s := n
		for n < len(b) && b[n] >= 'a' && b[n] <= 'z' {
			n++
		}
		if n == s || n < len(b) && b[n] > ' ' && bytes.IndexByte([]byte("\"'`.,;<"), b[n]) < 0 {
			break
		}
		if words++; words%3 == 0 {
			stop = n
		}
		if n >= len(b) || b[n] != ' ' {
			break
		}
		n++
	}
	if judge.Phrase(b[k:stop]) {
		return stop
	}
	return end
}

// told tells whether a value that no sign ties to its name, of which r speaks, is
// one rather than the next word.
func told(r *rule.Rule, v []byte) bool {
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed, rule.Mixed:
		return len(v) >= 4 && judge.Password(v) && (judge.Typed(v, true) || judge.Odd(v) || judge.Words(v) || judge.Random(v))
	case rule.Code:
		return len(v) >= 4 && judge.Code(v) && hasDigit(v)
	case rule.Digits:
		return isDigits(v) && judge.CardCode(v)
	}
	return judge.Token(v) && (judge.Random(v) || judge.Shuffled(v))
}

// valueOf gives the value attribute of the tag of which the attributes begin at i.
func valueOf(b []byte, i int) (start, end int) {
	var attrs [24]attr
	n, _ := attributes(b, i, &attrs)
	for _, a := range attrs[:n] {
		if string(b[a.n1:a.n2]) == "value" {
			return a.v1, a.v2
		}
	}
	return 0, 0
}

// inProse tells whether the word at i stands in the text of an element, among
// words and no signs of a program.
func inProse(b []byte, i int) bool {
	k := i
	for k > 0 && i-k < 160 && (class[b[k-1]] == word || b[k-1] == ' ' || b[k-1] == ',' || b[k-1] == '.' || b[k-1] >= 0x80) {
		k--
	}
	if k == 0 || b[k-1] != '>' {
		return false
	}
	open := bytes.LastIndexByte(b[max(0, k-200):k], '<')
	if open < 0 {
		return false
	}
	open += max(0, k-200) + 1
	return b[open] == '/' || b[open]|0x20 >= 'a' && b[open]|0x20 <= 'z'
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
