package judge

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Token tells whether a value that stands under a telling name can be a
// token: not a word, a flag, a sentence, a date, an address or a program's
// identifier.
func Token(v []byte) bool {
	n := len(v)
	if n < 6 || n > 1<<20 || bytes.IndexByte(v, ' ') >= 0 || isDate(v) || isURL(v) || resource(v) || measured(v) || masked(v) || formatted(v) || catalogued(v, false) {
		return false
	}
	var letters, digits, upper, other, high int
	for _, c := range v {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z':
			letters++
		case c >= 'A' && c <= 'Z':
			letters++
			upper++
		case c >= 0x80:
			high++
		case c < 0x20 || c == '(' || c == ')' || c == '{' || c == '<' || c == '>' || c == ';' || c == '"' || c == '[':
			return Odd(v)
		default:
			other++
		}
	}
	switch {
	case high > 0:
		seen := Visible(v)
		return len(seen) < n && Token(seen)
	case letters == 0 && other == 0:
		return n >= 8 && !(Timestamp(v) && n < 16)
	case letters == 0:
		return n >= 16 && !isOID(v)
	case v[0] == '0' && isHexNumber(v):
		return false
	case digits == 0:
		return Random(v) || n >= 16 && shuffled(v, told)
	case upper == letters && digits <= 2 && bytes.Count(v, []byte("_")) >= 2:
		return false // a constant
	case isAddress(v), slug(v):
		return false
	}
	return n >= 8 && (digits >= 2 || n >= 12)
}

// resource tells whether a value is the name of a resource, by which it is found and not
// opened: arn:aws:…, users/7/avatar.webp, ~/.aws/credentials, a contract of Ethereum, an
// address of a network; or of a part of a document: #/definitions/Credentials.
func resource(v []byte) bool {
	switch v[0] {
	case '0':
		return len(v) == 42 && v[1] == 'x' && Hex(bytes.ToLower(v[2:]))
	case '#':
		return v[1] == '/' && bytes.IndexByte(v[2:], '/') > 0 && bytes.IndexByte(v[1:], '#') < 0
	case '/':
		return false
	case '~':
		return v[1] == '/' && isAddress(v[1:])
	case '.':
		return bytes.HasPrefix(v, []byte("./")) || bytes.HasPrefix(v, []byte("../"))
	}
	return bytes.HasPrefix(v, []byte("arn:aws")) || bytes.IndexByte(v, '/') > 0 && FileName(v) || isNetwork(v)
}

// isOID tells whether a value is the numbers by which a sort of thing is known all over
// the world (X.660): 1.2.840.113549.1.9.6.
func isOID(v []byte) bool {
	run := 0
	for _, c := range v {
		if run++; c == '.' {
			run = 0
		} else if c < '0' || c > '9' || run > 7 {
			return false
		}
	}
	return v[0] <= '2' && v[1] == '.' && bytes.Count(v, []byte(".")) > 3
}

// measured tells whether a value says how something is to be written, or which version
// of it is meant, rather than being it: 4-digit, 32-byte, base64-encoded, glib-2.0.
func measured(v []byte) bool {
	rest := bytes.TrimLeft(v, "0123456789")
	if n := len(v) - len(rest); n > 0 {
		return n <= 4 && len(rest) > 4 && rest[0] == '-' && isWord(rest[1:]) && hasWord(rest[1:])
	}
	return bytes.HasSuffix(v, []byte("-encoded")) || versioned(v)
}

// masked tells whether somebody has taken the most of a value out before: ****a1b2.
func masked(v []byte) bool {
	return len(v) <= 32 && (bytes.Contains(v, []byte("***")) || bytes.Contains(v, []byte("...")))
}

// blanks are the words that other tools leave in the place of what they take out, and
// those that programs write where they have no value.
var blanks = SetOf("redacted filtered masked hidden removed scrubbed sanitized sanitised obfuscated censored omitted stripped null undefined nil nan none")

// Blank tells whether a value is what another tool has left of one, or none at all, or has
// still to be filled in: ***, [REDACTED], xxxx-xxxx, undefined, {{token}}, <YOUR_KEY>.
func Blank(v []byte) bool {
	const signs = "*•·…._-#%$=<>[](){} "
	word := bytes.Trim(v, signs)
	switch {
	case len(v) < 3 || len(v) > 64:
		return false
	case len(word) == 0:
		// One sign, and nothing but brackets around it: a password can be of signs alone.
		stars := bytes.Trim(v, "<>[](){}")
		_, n := utf8.DecodeRune(stars)
		return n > 0 && len(stars) >= 3*n && len(bytes.ReplaceAll(stars, stars[:n], nil)) == 0
	case word[0]|0x20 == 'x':
		return len(word) >= 6 && len(bytes.Trim(word, "xX-")) == 0
	case strings.IndexByte("<{$%", v[0]) >= 0 && strings.IndexByte(">}%", v[len(v)-1]) >= 0:
		return isWord(bytes.Map(func(r rune) rune {
			if strings.ContainsRune("_-. ", r) {
				return -1
			}
			return r
		}, word)) && hasWord(bytes.ToLower(word))
	}
	return len(word) <= len("obfuscated") && blanks()[string(bytes.ToLower(word))] || string(v) == "[object Object]"
}

// versioned tells whether a value is a name and a version or year of it: glib-2.0,
// inter-v13, winter-2026.
func versioned(v []byte) bool {
	if rest := v[bytes.LastIndexByte(v, ':')+1:]; len(rest) > 1 && (rest[0] == '^' || rest[0] == '~') {
		return len(bytes.Trim(rest[1:], "0123456789.")) == 0 // as a package asks for another one: npm:^1.2.0
	}
	k := bytes.LastIndexByte(v, '-')
	if k < 3 || k+2 >= len(v) || len(v)-k > 12 || !isWord(v[:k]) {
		return false
	}
	rest := bytes.TrimPrefix(v[k+1:], []byte("v"))
	return len(bytes.Trim(rest, "0123456789.")) == 0 && (bytes.IndexByte(rest, '.') >= 0 || len(rest) <= 3 && v[k+1] == 'v' || len(rest) == 4 && rest[0] == '2' && rest[1] == '0')
}

// Visible gives a text without the characters that nobody sees, soft hyphens and those
// of no width, and with a letter of ASCII for a wide one: pages and chats write long
// tokens so.
func Visible(v []byte) []byte {
	for _, c := range v {
		if c >= 0x80 {
			return bytes.Map(visible, v)
		}
	}
	return v
}

func visible(r rune) rune {
	switch {
	case r > 0xFF00 && r < 0xFF5F:
		return r - 0xFEE0
	case r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r == 0x2060, r == 0xFEFF:
		return -1
	}
	return r
}

// Hex tells whether all of a value is digits of base 16, in letters of one case.
func Hex(v []byte) bool {
	var upper, lower bool
	for _, c := range v {
		switch {
		case c >= '0' && c <= '9':
		case c >= 'a' && c <= 'f':
			lower = true
		case c >= 'A' && c <= 'F':
			upper = true
		default:
			return false
		}
	}
	return len(v) > 0 && !(upper && lower)
}

// isHexNumber tells whether a value is a number that a program writes in base
// 16, of 64 bits at most.
func isHexNumber(v []byte) bool {
	if len(v) > 18 || v[1] != 'x' && v[1] != 'X' {
		return false
	}
	for _, c := range v[2:] {
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return true
}

// Odd tells whether a value with signs that also make programs and markup is a
// password all the same: short, of all classes of characters, and without the
// marks of a template or a call.
func Odd(v []byte) bool {
	if len(v) > 64 || !Random(v) {
		return false
	}
	var upper, lower, digits, signs int
	for _, c := range v {
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= '0' && c <= '9':
			digits++
		case c <= ' ' || c >= 0x7F:
			return false
		default:
			signs++
		}
	}
	classes := 0
	for _, n := range [...]int{upper, lower, digits} {
		if n > 0 {
			classes++
		}
	}
	return signs >= 6-classes && classes >= 2 && !Template(v) && !arrow(v) && !hasWord(v)
}

// Sent tells whether a value that a person or program sent is a password, though
// it has signs that also make programs: short, random, without a blank and
// without the marks of a template or a function.
func Sent(v []byte) bool {
	return len(v) <= 64 && Random(v) && bytes.IndexByte(v, ' ') < 0 && strongSigns(v) && !Template(v) && !arrow(v) && !isAddress(v) && !isURL(v) && !(v[0] == '~' && resource(v)) && !formatted(v) && v[0] != '<' && v[0] != '{' && v[0] != '['
}

// arrow tells whether a value has the sign of a function, behind a bracket or a
// name that nothing but a sign of a program stands before.
func arrow(v []byte) bool {
	k := bytes.Index(v, []byte("=>"))
	if k < 1 {
		return k == 0
	}
	s := k
	for s > 0 && (v[s-1] == '_' || v[s-1] == '$' || v[s-1]|0x20 >= 'a' && v[s-1]|0x20 <= 'z') {
		s--
	}
	return v[k-1] == ')' || s < k && (s == 0 || bytes.IndexByte([]byte("(,=: ;{["), v[s-1]) >= 0)
}

// Template tells whether a value is to be filled in: ${name}, {{name}},
// <%= name %>. A password can have such signs around what is no name.
func Template(v []byte) bool {
	for _, mark := range [...][2]string{{"${", "}"}, {"{{", "}}"}, {"<%", "%>"}} {
		k := bytes.Index(v, []byte(mark[0]))
		if k < 0 {
			continue
		}
		name := v[k+len(mark[0]):]
		if end := bytes.Index(name, []byte(mark[1])); end >= 0 && isName(bytes.TrimLeft(name[:end], " =-#&!")) {
			return true
		}
	}
	return variables(v)
}

// isName tells whether a text begins with the name of a variable and goes on as
// what can be asked of it: a member, an index, a call, a filter.
func isName(v []byte) bool {
	if len(v) == 0 || !isWord(v[:1]) && v[0] != '_' && v[0] != '$' {
		return false
	}
	for i, c := range v {
		if (c < '0' || c > '9') && !isWord(v[i:i+1]) && bytes.IndexByte([]byte("_$.-[]()'\" |:?/,+="), c) < 0 {
			return false
		}
	}
	return true
}

// isWord tells whether a text is letters of ASCII alone.
func isWord(v []byte) bool {
	for _, c := range v {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return len(v) > 0
}

// Code tells whether a value can be a short code that a person types, or a
// longer token: 482913, WDJB-MJHT, 0a1b2c.
func Code(v []byte) bool {
	n := len(v)
	if n < 3 || isDate(v) || isURL(v) || measured(v) || fromTo(v) || constant(v) || bytes.HasPrefix(v, []byte("pin-sha256")) || bytes.HasPrefix(v, []byte("SHA256:")) {
		return false
	}
	digits, upper, lower := 0, 0, 0
	for _, c := range v {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= 'a' && c <= 'z':
			lower++
		case c == '-' || c == ' ' || c == '_':
		default:
			return Token(v)
		}
	}
	if lower == 0 && digits > 0 && n <= 24 {
		return true
	}
	if lower == 0 && upper >= 6 && n <= 16 && bytes.IndexByte(v, '_') < 0 && bytes.IndexByte(v, ' ') < 0 {
		return true
	}
	return digits > 0 && lower > 0 && n <= 12 && bytes.IndexByte(v, ' ') < 0 || Token(v)
}

// constant tells whether a value is the name of an error or a state: words in capitals and
// numbers, joined by underscores, DRM_KEY_EXPIRED_6012.
func constant(v []byte) bool {
	words := 0
	for part := range bytes.SplitSeq(v, []byte("_")) {
		letters := bytes.TrimRight(part, "0123456789")
		if len(letters) > 0 && len(letters) < len(part) || len(part) == 0 {
			return false
		}
		for _, c := range letters {
			if c < 'A' || c > 'Z' {
				return false
			}
		}
		if len(letters) > 2 {
			words++
		}
	}
	return words > 1
}

// CardCode tells whether a value can be the security code of a payment card: three
// digits or four, behind which nothing goes on that is of a word or a number, or what
// a page has encrypted.
func CardCode(v []byte) bool {
	n := 0
	for n < len(v) && v[n] >= '0' && v[n] <= '9' {
		n++
	}
	if n == 3 || n == 4 {
		return n == len(v) || !isWord(v[n:n+1]) && v[n] != '_' && v[n] != '.' && !isDate(v)
	}
	return Token(v) && Random(v)
}

// Grant tells whether a value can be a code that is exchanged for tokens or
// typed to sign in: as Code, but of digits alone not the three of an HTTP
// status or the seven of an id.
func Grant(v []byte) bool {
	for _, c := range v {
		if c < '0' || c > '9' {
			return Code(v)
		}
	}
	return len(v) >= 4 && len(v) != 7 && Code(v)
}

// Password tells whether a value under a name that means a password can be
// one, in a text that also holds labels and messages about passwords. A label
// is a sentence, a word that is itself about passwords, or a word with one
// capital.
func Password(v []byte) bool {
	n := len(v)
	if n < 3 || n > 512 {
		return n > 512 && !(n > 4096 && bytes.Count(v, []byte(",")) > n/16) && Random(v) // nor a list of words
	}
	if v[0] == '<' && v[n-1] == '>' || Template(v) || v[0] == '*' && bytes.Count(v, []byte("*")) >= n-4 || v[0] == '0' && n <= 10 && isHexNumber(v) || n <= 5 && v[0] == '{' && v[1] >= '0' && v[1] <= '9' && v[2] == '}' {
		return false
	}
	if k := bytes.Index(v, []byte("</")); k >= 0 && bytes.IndexByte(v[k:], '>') > 2 && isWord(v[k+2:k+bytes.IndexByte(v[k:], '>')]) && !Odd(v) {
		return false
	}
	if ideographic(v) && !ended(v) || lengths(v) || fromTo(v) || formatted(v) || catalogued(v, true) {
		return false
	}
	low := bytes.ToLower(v)
	label := bytes.TrimRight(bytes.TrimSuffix(v, []byte(`\n`)), "*:") // as a form has it behind the name of a field
	for _, w := range labels {
		if bytes.Contains(low, w) && !Random(label) {
			return false
		}
	}
	var lower, upper, digits, other, spaces, ascii int
	for i, c := range v {
		if c < 0x80 {
			ascii++
		}
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			if i > 0 {
				upper++
			}
		case c >= '0' && c <= '9':
			digits++
		case c == ' ':
			spaces++
		case c >= 0x80:
			lower++
		case c == '\n':
			return false
		default:
			other++
		}
	}
	switch {
	case spaces >= 1:
		return ended(v) || Words(v) || grouped(v) || spaces < 4 && hasTyped(v)
	case v[0] == '#' && other == 1 || v[0] == '.' && other == 1 || isURL(v) || v[0] == '/' && !Random(v):
		return false
	case digits == 0 && other == 0:
		// Letters alone: camelCase names, words. Of those of another script nothing
		// tells one from a label.
		return ascii > 0 && (Random(v) || n >= 8 && shuffled(v, told) || n >= 8 && lower == n && ascii == n && Scrambled(v, 6))
	case digits == 0 && (Words(v) || threeWords(v) || Mingled(v) && shuffled(v, told) || Shuffled(v) && n >= 16):
		return true
	case digits == 0:
		return n >= 8 && strongSigns(v) && (ascii == n && len(v)-len(label) < 2 || strongSigns(label)) && !shortened(v)
	}
	return true
}

// hasTyped tells whether one of a few words is such as people make passwords of and texts
// have not, or two have letters and a digit.
func hasTyped(v []byte) bool {
	low := bytes.ToLower(v)
	for _, w := range labels {
		if bytes.Contains(low, w) {
			return false // it speaks of passwords
		}
	}
	n := 0
	for w := range bytes.FieldsSeq(v) {
		if bytes.IndexFunc(w, func(c rune) bool { return c >= 0x80 }) >= 0 {
			return false // of other letters neither says anything
		}
		if Typed(w, false) || Random(w) {
			return true
		}
		if Typed(w, true) {
			n++
		}
	}
	return n > 1
}

// ideographic tells whether half or more of a text is characters of scripts that
// write a sentence without blanks, or of others that take three bytes.
func ideographic(v []byte) bool {
	wide := 0
	for i, c := range v {
		if c >= 0xE2 && c < 0xF0 || c == 0xE0 || c == 0xE1 && i+1 < len(v) && v[i+1] < 0xB0 {
			wide += 3 // also of Thai and Hindi; with 0xE1 begin letters of Vietnamese, too
		}
	}
	return wide*2 >= len(v)
}

// ended tells whether a value of three words at most ends as people end a password, with
// digits and perhaps a sign: a label ends with a word, or with how many there may be
// (6-20).
func ended(v []byte) bool {
	end := len(bytes.TrimRight(v, "!?#*"))
	k := len(bytes.TrimRight(v[:end], "0123456789"))
	if end-k < 2 || len(v)-end > 2 || k < 3 || bytes.Count(v, []byte(" ")) > 2 || bytes.ContainsAny(v, ":,") {
		return false
	}
	c := v[k-1]
	return c == ' ' || c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// Words tells whether a value is four words of small letters or up to eight, and perhaps a
// number or two, with one sign between them: a password that was made from a list of words
// (Diceware). In a sentence some would be there to join the others.
func Words(v []byte) bool {
	k := smallLetters(v)
	if k < 3 || k == len(v) || v[k] != ' ' && v[k] != '-' || len(v) > 80 {
		return false // as nearly all are
	}
	n := 0
	for sign := v[k]; ; k = smallLetters(v) {
		if digits := len(v) - len(bytes.TrimLeft(v, "0123456789")); k == 0 && n > 0 && digits > 0 && digits < 5 && (digits == len(v) || v[digits] == sign) {
			if digits == len(v) {
				break
			}
			v = v[digits+1:]
			continue
		}
		if k < 3 || k > 9 || k < len(v) && v[k] != sign || joiningSet()[string(v[:k])] {
			return false
		}
		n++
		if k == len(v) {
			break
		}
		v = v[k+1:]
	}
	return n >= 4 && n <= 8
}

// threeWords tells whether a value is three words of small letters with a hyphen between,
// and none of them one that the parts of a page are called by: as above, but of fewer.
func threeWords(v []byte) bool {
	n := 0
	for w := range bytes.SplitSeq(v, []byte("-")) {
		if n++; len(w) < 4 || len(w) > 9 || smallLetters(w) < len(w) || partsSet()[string(w)] || joiningSet()[string(w)] {
			return false
		}
	}
	return n == 3
}

// partsSet has words that the parts of a page are called by.
var partsSet = SetOf(" text input field form label icon icons button hidden visible group control wrapper container item items list page modal dialog panel block body header footer title error errors message hint help link links slash lock outline solid toggle view user users login signin sign auth account policy strength reset change forgot show hide default primary secondary small large inner outer left right light dark type name value class style box row column section content settings option options menu main test data must contain least more than characters letters digits symbols long short ")

// smallLetters is how many small letters of ASCII a text begins with.
func smallLetters(v []byte) int {
	for i, c := range v {
		if c < 'a' || c > 'z' {
			return i
		}
	}
	return len(v)
}

// joiningSet has words that join others to a sentence, or say what somebody is to do; of two
// letters there are too many to list.
var joiningSet = SetOf(" the your you and for with this that not new please must can cannot are was has have will from here again same use any but did how its may our out set too who why yes need " +
	"least than then when what which more only been also into does should could log sign forgot forgotten reset change choose type confirm repeat show hide remember create update strength weak strong account user username login email secret " +
	"los las por para una con sus est les des une vous pas sur votre mot der die das und ein eine ist sie mit bitte nicht oder het een van voor niet det den och att med til per non che del uma seu sua ")

// grouped tells whether a value is four groups or more of four letters and digits, as a
// password that a program has made is shown: abcd EFGH 1234 ijkl.
func grouped(v []byte) bool {
	for i, c := range v {
		if (i%5 == 4) != (c == ' ') || c != ' ' && !isWord(v[i:i+1]) && (c < '0' || c > '9') {
			return false
		}
	}
	return len(v) > 18 && len(v)%5 == 4
}

// lengths tells whether a value says how long one may be, in a script without blanks or
// behind one: 6-20位.
func lengths(v []byte) bool {
	rest := bytes.TrimLeft(v, "0123456789")
	if len(rest) == len(v) || len(rest) == 0 || rest[0] != '-' && rest[0] != '~' {
		return false
	}
	unit := bytes.TrimLeft(rest[1:], "0123456789")
	return len(unit) < len(rest)-1 && len(unit) > 0 && (unit[0] >= 0x80 || unit[0] == ' ')
}

// Mixed tells whether a value can be a password under a name that means other
// things as well: six characters or more, letters among them, and a digit or a
// sign that is none of a path's or a name's.
func Mixed(v []byte) bool {
	letters, others := 0, 0
	for _, c := range v {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80:
			letters++
		case c >= '0' && c <= '9' || bytes.IndexByte([]byte("!#$%&*+=?@^~|"), c) >= 0:
			others++
		}
	}
	return len(v) >= 6 && letters >= 3 && others > 0 && !isAddress(v) && !isDate(v) && Password(v)
}

// Phrase tells whether a value is words that a key is made from (BIP 39): a dozen,
// or up to twice as many in steps of three, of small letters.
func Phrase(v []byte) bool {
	words, n := 1, 0
	for _, c := range v {
		switch {
		case c == ' ' && n >= 3:
			words++
			n = 0
		case c >= 'a' && c <= 'z' && n < 8:
			n++
		default:
			return false
		}
	}
	return n >= 3 && words >= 12 && words <= 24 && words%3 == 0
}

// Message tells whether a value is a sentence about a password, of four words
// or more: a label, or what is wrong with the one that was given. A passphrase
// has words of its own.
func Message(v []byte) bool {
	if bytes.Count(v, []byte(" ")) < 3 {
		return false
	}
	low := bytes.ToLower(v)
	for _, w := range [...]string{"your password", "your passphrase", "must be", "must have", "must contain", " required", "not match", "characters", "too short", "too weak", "is invalid", "is incorrect", "not valid", "please "} {
		if bytes.Contains(low, []byte(w)) {
			return true
		}
	}
	return false
}

// labels are words that say that a text is about passwords rather than one.
var labels = [][]byte{
	[]byte("password"), []byte("passwort"), []byte("kennwort"), []byte("contrase"), []byte("mot de passe"), []byte("wachtwoord"),
	[]byte("senha"), []byte("parola"), []byte("required"), []byte("invalid"), []byte("must "), []byte("enter"), []byte("field"),
	[]byte("input"), []byte("placeholder"), []byte("changeit"), []byte("hidden"), []byte("undefined"), []byte("null"), []byte("true"), []byte("false"),
}

// Timestamp tells whether digits are a Unix time of this century, in seconds,
// milliseconds, microseconds or nanoseconds.
func Timestamp(v []byte) bool {
	switch len(v) {
	case 10, 13, 16, 19:
		return v[0] == '1' && v[1] >= '0' && v[1] <= '9' || v[0] == '2' && v[1] <= '3'
	}
	return false
}

// isURL tells whether a value begins as an absolute URL: with a scheme, or two, or
// with one behind a name, as connection strings do.
func isURL(v []byte) bool {
	for i, c := range v[:max(min(len(v), 16)-2, 0)] {
		if c == ':' && v[i+1] == '/' && v[i+2] == '/' {
			return i > 0
		}
		if !inScheme[c] {
			return false // an address in an element or in quotes
		}
	}
	return false
}

// inScheme has what may stand before the :// of a URL: a scheme, or a name and a scheme.
var inScheme = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte("+-.:_=", byte(c)) >= 0
	}
	return t
}()

// Authority gives where the host begins in a URL: behind the first ://, 0 where
// there is none.
func Authority(v []byte) int {
	// bytes.Index has no fast way in WebAssembly, and this is asked of every
	// value.
	for i := 0; i+3 <= len(v); i++ {
		k := bytes.IndexByte(v[i:], ':')
		if k < 0 {
			return 0
		}
		if i += k; i+3 <= len(v) && v[i+1] == '/' && v[i+2] == '/' {
			return i + 3
		}
	}
	return 0
}

// URL tells whether a value is a URL: absolute, or a path with a query or with a
// parameter of its own.
func URL(v []byte) bool {
	return isURL(v) || len(v) > 1 && v[0] == '/' && (bytes.IndexByte(v, '?') > 0 || matrix(v)) && bytes.IndexByte(v, ' ') < 0
}

// matrix tells whether a path has a parameter of its own, ;name=value, behind
// characters that a path is made of.
func matrix(v []byte) bool {
	name := 0 // where one begins
	for i, c := range v {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.':
		case c == ';':
			name = i + 1
		case c == '=':
			return name > 2 && i > name+1
		case name > 0 || c != '/' && c != '%' && c != '~' && c != '!' && c != ':' && c != '@' && c != '+':
			return false
		}
	}
	return false
}

// Placeholder tells whether a value is one of our placeholders.
func Placeholder(v []byte) bool {
	rest, ok := bytes.CutPrefix(v, []byte("REDACTED-"))
	if !ok {
		return false
	}
	k := bytes.LastIndexByte(rest, '-')
	if k < 1 || k == len(rest)-1 {
		return false
	}
	for _, c := range rest[:k] {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	for _, c := range rest[k+1:] {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// HoldsPlaceholder tells whether what an earlier run has put in the place of something
// may stand in a text.
func HoldsPlaceholder(v []byte) bool { return bytes.Contains(v, []byte("REDACTED-")) }

// Placeholders calls fn with each placeholder of a value that consists of them
// and signs, and tells whether it does: what is left of a composed value that
// an earlier run took apart.
func Placeholders(v []byte, fn func(placeholder []byte)) bool {
	for pass := range 2 {
		n := 0
		for i := 0; i < len(v); {
			if c := v[i]; !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80) {
				i++
				continue
			}
			if v[i] != 'R' {
				return false
			}
			j := i
			for j < len(v) && (v[j] == '-' || v[j] >= '0' && v[j] <= '9' || v[j]|0x20 >= 'a' && v[j]|0x20 <= 'z') {
				if j > i && v[j] == 'R' && bytes.HasPrefix(v[j:], []byte("REDACTED-")) {
					break // two with nothing between
				}
				j++
			}
			for j > i && v[j-1] == '-' {
				j--
			}
			if !Placeholder(v[i:j]) {
				return false
			}
			if pass == 1 {
				fn(v[i:j])
			}
			n++
			i = j
		}
		if n == 0 {
			return false
		}
	}
	return true
}

// TookApart tells whether an earlier run has taken what is secret out of a value:
// one of our placeholders stands in it, and nothing beside it can be a token.
func TookApart(v []byte) bool {
	const mark = "REDACTED-"
	seen := false
	for {
		k := bytes.Index(v, []byte(mark))
		rest := v
		if k >= 0 {
			rest = v[:k]
			// The name of what has gone stays before it.
			if n := len(rest); n > 0 && (rest[n-1] == '=' || rest[n-1] == ':') {
				for n--; n > 0 && (isWord(rest[n-1:n]) || rest[n-1] == '_' || rest[n-1] == '-'); n-- {
				}
				rest = rest[:n]
			}
		}
		if len(rest) >= 16 || Token(rest) || Random(rest) {
			return false
		}
		if k < 0 {
			return seen
		}
		end := k + len(mark)
		for end < len(v) && (v[end] >= 'a' && v[end] <= 'z') {
			end++
		}
		if end < len(v) && v[end] == '-' {
			end++
		}
		for end < len(v) && v[end] >= '0' && v[end] <= '9' {
			end++
		}
		if !Placeholder(v[k:end]) {
			return false
		}
		seen = true
		v = v[end:]
	}
}

// ResourceID tells whether a value is shaped like the ids of resources: a
// UUID, a number, 24 hex digits (MongoDB), 26 of Crockford's base 32 (ULID).
func ResourceID(v []byte) bool {
	digits, hexes, upper, lower := 0, 0, 0, 0
	for i, c := range v {
		switch {
		case c >= '0' && c <= '9':
			digits++
			hexes++
		case c >= 'a' && c <= 'f':
			hexes++
			lower++
		case c >= 'A' && c <= 'F':
			hexes++
			upper++
		case c >= 'A' && c <= 'Z':
			upper++
		case c == '-':
			if len(v) != 36 || i != 8 && i != 13 && i != 18 && i != 23 {
				return false
			}
		default:
			return false
		}
	}
	n := len(v)
	return digits == n || n == 36 && hexes == 32 || n == 24 && hexes == 24 || n == 26 && lower == 0
}

// FileName tells whether a path segment ends as a file does.
func FileName(v []byte) bool {
	k := bytes.LastIndexByte(v, '.')
	if k < 1 || len(v)-k > 6 || len(v)-k < 3 {
		return false
	}
	for _, c := range v[k+1:] {
		if c < 'a' || c > 'z' {
			if c < '0' || c > '9' {
				return false
			}
		}
	}
	return true
}

const (
	maxPlain = 64
	// A date has eight digits in a row, a telephone number more.
	maxPlainDigits = 8
)

// Plain tells whether a value is as programs name one of a few things: words and
// numbers without anything random in them, a date, a time, a list of those.
func Plain(v []byte) bool {
	if len(v) > maxPlain || Random(v) {
		return false
	}
	digits := 0
	for i, c := range v {
		switch {
		case c >= '0' && c <= '9':
			if digits++; digits > maxPlainDigits && (i+1 == len(v) || v[i+1] < '0' || v[i+1] > '9') && !Timestamp(v[i+1-digits:i+1]) {
				return false
			}
			continue
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		case c == ' ' || c == '-' || c == '_' || c == '.' || c == ',' || c == ':' || c == '/' || c == '+' || c == '*' || c == '(' || c == ')':
		default:
			return false
		}
		digits = 0
	}
	return true
}

// Few tells whether a value is one of so few that it says nothing about anybody:
// yes or no, nothing, one letter, a number below a hundred.
func Few(v []byte) bool {
	switch string(v) {
	case "true", "false", "True", "False", "TRUE", "FALSE", "yes", "no", "on", "off", "YES", "NO", "Yes", "No", "ON", "OFF", "null", "none", "undefined":
		return true
	}
	return len(v) < 2 || len(v) == 2 && v[0] >= '0' && v[0] <= '9' && v[1] >= '0' && v[1] <= '9'
}

// Choice tells whether a value is a setting that whoever guesses it has nothing by:
// one of few, two characters, a count of up to three digits, a size, a version, a
// language, a list of nothing, or a word that programs call their choices by.
func Choice(v []byte) bool {
	if v = bytes.TrimLeft(v, "~^"); len(v) <= 2 || Few(v) { // as a package asks for another one
		return true
	}
	if len(v) > len("comfortable") {
		return false
	}
	v = bytes.TrimSuffix(v, []byte("px"))
	if len(v) > 1 && v[0] == 'v' && v[1]-'0' < 10 {
		v = v[1:]
	}
	digits, signs := 0, 0
	for _, c := range v {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' || c == 'x':
			signs++
		}
	}
	if digits+signs == len(v) && v[0] != '.' && v[0] != 'x' {
		return signs == 0 && digits <= 3 || signs > 0 && signs <= 3 && len(v) <= 9
	}
	switch string(bytes.ToLower(v)) {
	case "%7b%7d", "%5b%5d", "accepted", "accept", "dismissed", "dismiss", "allow", "allowed", "deny", "denied", "granted", "rejected", "enabled", "disabled",
		"open", "closed", "collapsed", "expanded", "visible", "hidden", "grid", "list", "table", "card", "compact", "comfortable", "inline", "asc", "desc", "left", "right", "auto", "light", "dark", "system",
		"desktop", "mobile", "tablet", "control", "treatment", "variant", "default", "guest", "anonymous", "done", "seen", "shown", "supported", "complete", "completed", "deleted", "deleteme", "delete me", "expired", "all", "wysiwyg", "small", "medium", "large":
		return true
	}
	return len(v) == 5 && (v[2] == '-' || v[2] == '_') && isWord(v[:2]) && isWord(v[3:])
}

// Typed tells whether a value behind a word of a sentence or a command is a
// password rather than the next word: letters, and two digits or a sign that no
// word has, and none of the names of hashes, encodings and protocols. firm says
// that its place speaks for it, so that one digit will do, and letters past ASCII of
// scripts that set blanks.
func Typed(v []byte, firm bool) bool {
	letters, digits, signs := 0, 0, 0
	for _, c := range v {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		case c >= '0' && c <= '9':
			digits++
		case bytes.IndexByte([]byte("!#$%&*+=?@^~|"), c) >= 0:
			signs++
		case c >= 0x80 && c < 0xE2 && firm:
			letters++
		case c != '-' && c != '_' && c != '.':
			return false
		}
	}
	if len(v) < 5 || letters < 2 || digits == 0 || digits == 1 && signs == 0 && (!firm || letters < 4) || isAddress(v) || isDate(v) || slug(v) || versioned(v) || catalogued(v, false) || bytes.Contains(v, []byte("%0A")) {
		return false
	}
	low := bytes.ToLower(v)
	for _, name := range [...]string{"sha", "md5", "base", "pbkdf2", "utf", "aes", "hs2", "rs2", "es2", "argon", "rfc", "oauth2", "x509", "http", "varchar", "nvarchar", "char", "string", "int", "min", "max", "len"} {
		if bytes.HasPrefix(low, []byte(name)) {
			return false
		}
	}
	return true
}
