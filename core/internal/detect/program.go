package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// What stands between a name and its value in programs: a type, a call, another
// string that it is put together with. All of these are asked where a name of a
// secret was met.

// maxType is how long the type of a variable may be.
const maxType = 40

// declared gives where the value begins of a variable of which the type is at k:
// password: String = "x". Where there is none it is k.
func declared(b []byte, k int) int {
	n := k
	for n < len(b) && n-k < maxType && (class[b[n]] == word && b[n] != '-' || bytes.IndexByte([]byte(" &.<>?[]|:'"), b[n]) >= 0) {
		n++
	}
	if n == k || n+1 >= len(b) || b[n] != '=' {
		return k
	}
	for n++; n < len(b) && b[n] == ' '; n++ {
	}
	if n >= len(b) || b[n] != '"' && b[n] != '\'' && b[n] != '`' {
		return k
	}
	if end := closing(b, n, 0); end < len(b) && b[end] != b[n] {
		return k // a password can have these signs
	}
	return n
}

// wraps are calls whose argument is the value, written in another way, or a value that
// may be missing.
var wraps = [...]string{"atob", "window.atob", "Buffer.from", "base64_decode", "base64.b64decode", "b64decode", "Some", "Just", "Optional", "String", "str", "bytes"}

// wrapped gives where the quote is that opens the argument of such a call at k, or
// behind what a program has in the value's place and that which it takes where that
// is missing: process.env.TOKEN || "x". It is 0 where there is none.
func wrapped(b []byte, k int) int {
	n := k
	for n < len(b) && n-k < 2*maxType && (class[b[n]] == word || b[n] == '.') {
		n++
	}
	if n == k || n+2 >= len(b) {
		return 0
	}
	if b[n] == '(' {
		for _, name := range &wraps {
			if string(b[k:n]) == name && (b[n+1] == '"' || b[n+1] == '\'') {
				return n + 1
			}
		}
		return 0
	}
	for n < len(b) && b[n] == ' ' {
		n++
	}
	if n+2 >= len(b) || b[n] != b[n+1] || b[n] != '|' && b[n] != '?' {
		return 0
	}
	for n += 2; n < len(b) && b[n] == ' '; n++ {
	}
	if n >= len(b) || b[n] != '"' && b[n] != '\'' {
		return 0
	}
	return n
}

// compared takes the random value that a name is compared with, of which the sign is at
// k: if (token === "x").
func (d *Detector) compared(t *decode.Text, k int, r *rule.Rule, p place) int {
	b := t.B
	for k < len(b) && (b[k] == '=' || b[k] == ' ') {
		k++
	}
	if k >= len(b) || b[k] != '"' && b[k] != '\'' {
		return 0
	}
	end := closing(b, k, 0)
	if v := b[k+1 : end]; r.Treat != rule.Secret || !judge.Token(v) || !judge.Random(v) {
		return 0
	}
	return d.taken(t, k+1, end, r, true, p)
}

// maxStrings is how many strings a value may be put together of.
const maxStrings = 64

// concatenated takes a value that is put together of strings, of which the first opens
// at q and ends at end: "abc" + "def". It goes as one string.
func (d *Detector) concatenated(t *decode.Text, q, end int, r *rule.Rule, p place) int {
	b := t.B
	if r.Treat != rule.Secret {
		return 0
	}
	var value []byte
	last := end
	for n := 0; n < maxStrings; n++ {
		k := last + 1
		plus := false
		for k < len(b) && k-last < 80 && (b[k] <= ' ' || b[k] == '+' && !plus) {
			plus = plus || b[k] == '+'
			k++
		}
		if !plus || k >= len(b) || b[k] != b[q] {
			break
		}
		if value == nil {
			value = append(value, b[q+1:end]...)
		}
		last = closing(b, k, 0)
		value = append(value, b[k+1:last]...)
	}
	if value == nil || !d.accepts(value, r, place{names: rule.Key, code: p.code}) {
		return 0
	}
	d.emit(t, q+1, last, r, d.canonical(value), "")
	return last
}

// quotedBehind takes the value in quotes behind the word B[i:j], where that names a
// secret and no sign ties them: with API key "x".
func (d *Detector) quotedBehind(t *decode.Text, i, j int) int {
	b := t.B
	r := d.speaks(b, i, j)
	if r == nil {
		return 0
	}
	end := closing(b, j+1, 0)
	if end >= len(b) || b[end] != b[j+1] {
		return 0
	}
	v := b[j+2 : end]
	if isCalled(b, i, j+2, end) || !told(r, v) && !(r.Kind == "password" && judge.Shuffled(v)) || d.token(t, j+2, end) {
		return 0
	}
	d.found(t, j+2, end, r)
	return end
}

// isCalled tells whether the quoted B[k:end] behind the word at i is what something is
// called: key 'a' in secret 'b', or a secret that there is none of.
func isCalled(b []byte, i, k, end int) bool {
	return bytes.HasSuffix(b[:i], []byte("' in ")) || isMissed(b[k:end], b[end:])
}

// missed are what such a sentence goes on with.
var missed = [...]string{" not found", " is forbidden", " already exists"}

// isMissed tells whether v is the name of a secret rather than one, of which a sentence
// says behind its quote that there is none: secret "db-7x2k9" not found.
func isMissed(v, rest []byte) bool {
	rest = bytes.TrimLeft(rest, "\\\"'`")
	if count(rest[:min(len(rest), 16)], missed[:]) == 0 {
		return false
	}
	k := bytes.IndexByte(v, '-')
	return k > 1 && isLower(v[:k]) && bytes.Equal(v, bytes.ToLower(v))
}

// bracketed gives the end of a value in brackets at k, token=[x], 0 where that is a list.
func bracketed(b []byte, k int) int {
	for n := k + 1; n < len(b) && n-k < maxSigned; n++ {
		switch b[n] {
		case ']':
			if n+1 < len(b) && bytes.IndexByte([]byte("+*?{"), b[n+1]) >= 0 {
				return 0 // of a pattern
			}
			return n
		case '"', '\'', ',', '[', '{', ' ', '\n', '(':
			return 0
		}
	}
	return 0
}

// secretName gives the rule for a name, where it is of a secret.
func (d *Detector) secretName(name []byte) *rule.Rule {
	r := d.lookup(rule.Key, name)
	if r == nil || r.Treat != rule.Secret {
		return nil
	}
	return r
}

// whose gives the rule for the name that an UPDATE of SQL says behind its word value,
// B[i:j]: SET value = 'x' WHERE name = 'password'.
func (d *Detector) whose(b []byte, j int) *rule.Rule {
	rest := b[j:min(len(b), j+300)]
	rest = rest[:indexAny(rest, "\n;")]
	k := bytes.Index(rest, []byte(" WHERE "))
	if k < 0 {
		if k = bytes.Index(rest, []byte(" where ")); k < 0 {
			return nil
		}
	}
	rest = rest[k:]
	q := bytes.IndexByte(rest, '\'')
	if q < 0 || bytes.IndexByte(rest[:q], '=') < 0 {
		return nil
	}
	return d.secretName(rest[q+1 : q+1+indexAny(rest[q+1:], "'")])
}

// isCharacters tells whether a text begins with the characters that a pattern allows:
// secret:[a-zA-Z0-9/_]+.
func isCharacters(b []byte) bool {
	for _, class := range [...]string{"[a-z", "[A-Z", "[0-9", "[^", "[\\w"} {
		if bytes.HasPrefix(b, []byte(class)) {
			return true
		}
	}
	return false
}

// computed tells whether what stands at k is no text but an expression, whatever else
// is around it: config['password'], cfg.get("secret"), session?.token, Optional[bytes],
// and where a password, which may have such signs, is not meant, sessionId! and token?.
func computed(b []byte, k int, r *rule.Rule) bool {
	if b[k] == '(' && k+1 < len(b) {
		k++ // around an expression
	}
	n, member := k, false
	for n < len(b) && n-k < 2*maxType {
		switch s := memberSign(b[n:]); {
		case s > 0:
			member = member || n > k
			n += s
			continue
		case class[b[n]] == word && b[n] != '-':
			n++
			continue
		}
		break
	}
	name, named := b[k:n], judge.Named(b[k:n]) || member && isIdentifier(b[k:k+1])
	if n+1 < len(b) && len(name) > 1 {
		switch b[n] {
		case '(', '[':
			if named || isLetters(bytes.Map(inLowerName, name)) {
				return enclosed(b, n, member, named && (r.Judge == rule.Token || bytes.ContainsAny(name, "._:")))
			}
		case '<':
			// A type of types: Result<T>.
			m := n + 1
			for m < len(b) && class[b[m]] == word {
				m++
			}
			return named && m > n+1 && m < len(b) && name[0]-'A' < 26 && b[n+1]-'A' < 26 && bytes.IndexByte([]byte(">[,<"), b[m]) >= 0
		case '!', '?':
			return string(name) == "String" || named && r.Judge == rule.Token && bytes.IndexByte([]byte(",;):"), b[n+1]) >= 0
		}
	}
	q := bytes.Index(name, []byte("?."))
	return named && q > 0 && q+2 < len(name) && !isDigits(name[q+2:q+3])
}

// inLowerName leaves out the signs of a name whose letters are all small.
func inLowerName(c rune) rune {
	if c == '.' || c == '_' {
		return -1
	}
	return c
}

// memberSign gives how many bytes the sign takes by which programs ask for a member, with
// which b begins: . ?. :: ->
func memberSign(b []byte) int {
	switch {
	case b[0] == '.':
		return 1
	case len(b) > 1 && (b[0] == '?' && b[1] == '.' || b[0] == ':' && b[1] == ':' || b[0] == '-' && b[1] == '>'):
		return 2
	}
	return 0
}

// enclosed tells whether arguments or an index stand at k, up to the bracket that ends
// the value: a string, a small number in square brackets, a type, or, where bare says that
// they count, names. member says that what is called is a member of something, which
// takes any string and any names.
func enclosed(b []byte, k int, member, bare bool) bool {
	open := b[k]
	n := k + 1
	for n < len(b) && n-k < 2*maxType && b[n] != open+2 && b[n] != ')' && b[n] != '\n' {
		n++
	}
	in := b[k+1 : n]
	if n < len(b) && b[n] == '\n' {
		return member && open == '(' // the arguments go on in the next line
	}
	if n >= len(b) || b[n] != ')' && b[n] != ']' {
		return false
	}
	end := n + 1
	if end < len(b) && class[b[end]] == word {
		return false
	}
	if text := bytes.Trim(in, "\\\"'"); len(text) < len(in) {
		return member || judge.Named(text) || open == '(' && isNumbers(text)
	}
	in = bytes.TrimLeft(in, "$\\&@*")
	few := len(in) < 3 && isDigits(in)
	if open == '[' && (few || judge.Named(in)) {
		return true
	}
	return bare && (len(in) == 0 || few || judge.Named(in) || member && isLetters(bytes.Trim(in, " _,.$")))
}

// isListed tells whether a quoted name at i and the string B[q+1:end] behind its comma are
// two of a list of names: others stand before and behind, and the second is one by its
// words.
func isListed(b []byte, i, q, end int, r *rule.Rule) bool {
	before := bytes.TrimRight(b[max(0, i-maxType):max(0, i-1)], " \t\r\n")
	behind := bytes.TrimLeft(b[min(len(b), end+1):min(len(b), end+maxType)], " \t\r\n")
	if len(before) < 2 || before[len(before)-1] != ',' || before[len(before)-2] != b[q] || len(behind) == 0 || behind[0] != ',' {
		return false
	}
	v := b[q+1 : end]
	return judge.Worded(v) && (r.Kind != "password" || bytes.Count(v, []byte("_")) > 1) || r.Judge != rule.Any && !judge.Random(v)
}

// isNumbers tells whether a text is numbers between dots: 1.2.840.113549.1.9.7.
func isNumbers(v []byte) bool {
	return bytes.IndexByte(v, '.') > 0 && len(bytes.Trim(v, "0123456789.")) == 0
}

// operates tells whether a bare value in a program has signs of operators between its
// names: null!=e?e:-1, t??n, !off. A password may have some of them.
func operates(v []byte, r *rule.Rule) bool {
	if len(v) == 0 || v[0] == '!' && isLetters(v[1:]) {
		return true
	}
	k := bytes.IndexByte(v, '?')
	chosen, unequal := k > 0 && bytes.IndexByte(v[k:], ':') > 0, bytes.Contains(v, []byte("!="))
	if r.Judge != rule.Token && r.Judge != rule.Strong {
		return chosen && unequal
	}
	return v[0] == '!' || v[len(v)-1] == '!' || chosen || unequal || k > 0 && (k+1 == len(v) || v[k+1] == '?' || v[k+1] == '.')
}

// isLetters tells whether a text is letters of ASCII alone.
func isLetters(v []byte) bool {
	for _, c := range v {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return len(v) > 0
}

// refers tells whether a bare value in a program can be a name: it is not random, of
// which a dollar is no sign but in a password, or ends with the word that the name it
// stands under ends with, as variables and types do: privateKey: testRSA2048PrivateKey.
func refers(v, name []byte, r *rule.Rule) bool {
	dollar := bytes.IndexByte(v, '$') >= 0
	typed := r.Kind == "password" // by a person, who takes any sign and word
	if dollar && !typed {
		v = bytes.ReplaceAll(v, []byte("$"), []byte("_"))
	}
	if !judge.Random(v) || r.Kind == "csrf" && isDigits(v) || bytes.HasPrefix(v, []byte("null/*")) {
		return true
	}
	if rest, ok := bytes.CutPrefix(v, name); ok && len(rest) > 0 && class[rest[0]] != word && rest[0] != '=' || ok && bytes.HasPrefix(rest, []byte("-")) {
		return true // code+168
	}
	v, name = bytes.TrimRight(v, "_$0123456789"), bytes.TrimRight(name, "_$0123456789")
	s := len(name)
	for s > 0 && name[s-1] >= 'a' && name[s-1] <= 'z' {
		s--
	}
	if s > 0 && len(name)-s > 1 && name[s-1] >= 'A' && name[s-1] <= 'Z' {
		s--
	}
	k := len(v) - (len(name) - s)
	if typed && !dollar || len(name)-s < 3 || k < 1 || !isIdentifier(v) || !bytes.EqualFold(v[k:], name[s:]) {
		return false
	}
	return v[k] < 'a' && isLower(v[k+1:]) || v[k-1] == '_' || v[k-1] == '$'
}

// isIdentifier tells whether a value is the letters, digits and underscores of a name.
func isIdentifier(v []byte) bool {
	for _, c := range v {
		if class[c] != word || c == '-' {
			return false
		}
	}
	return v[0] > '9'
}
