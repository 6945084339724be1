package detect

import (
	"bytes"
	"encoding/binary"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

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
	k = skipRemark(b, k)
	for k < len(b) && (b[k] == ' ' || b[k] == '\t') {
		k++
	}
	if k >= len(b) {
		return 0
	}
	if !quoted {
		var opens bool
		if k, opens = declaredAs(b, i, k); opens {
			return d.taken(t, k+1, closing(b, k, 0), r, true, p)
		}
	}
	if b[k] == '(' && k == j+1 && !quoted && !p.code {
		k = behindRemark(b, k)
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
	case "│"[0]:
		if !bytes.HasPrefix(b[k:], []byte("│")) {
			return 0
		}
		return d.boxed(t, i, k, r, p)
	case '-':
		if k+1 == len(b) || b[k+1] != '>' || p.code || k == 0 || b[k-1] != ' ' {
			return 0
		}
		k++
	case '|':
		if bytes.HasPrefix(b[k:], []byte("|s:")) {
			return d.serialized(t, k, r, p) // of a session of PHP's
		}
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
	if k = skipRemark(b, k); k >= len(b) {
		return 0
	}
	if bytes.HasPrefix(b[k:], []byte("Some(")) {
		if k = skipSpace(b, k+len("Some("), len(b)); k >= len(b) {
			return 0
		}
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
	if b[k] == '\\' && b[space-1] == '=' && !p.code {
		k = joinedLine(b, k)
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
		if b[k] == '<' && k+1 < len(b) && b[k+1]|0x20 >= 'a' && b[k+1]|0x20 <= 'z' {
			return d.shown(t, k, r, p) // Heslo: <b>x
		}
		if bytes.IndexByte(b[space:k], '\n') < 0 {
			k = declared(b, k) // no block of Python begins there
		}
	}
	if b[k] == '[' && isCharacters(b[k:]) {
		return 0
	}
	if b[k] == '{' && b[space-1] == '=' && !quoted && k+1 < len(b) && (b[k+1] == '"' || b[k+1] == '\'') {
		k++ // password={"…"} of JSX
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
	if b[space-1] == '=' && i > 0 && b[i-1] == ';' && connects(b[:i]) {
		p.request = true // a person wrote it
		if b[k] == '{' {
			if end := k + indexAny(b[k:min(len(b), k+maxSigned)], "}\n"); end < len(b) && b[end] == '}' {
				return d.taken(t, k+1, end, r, true, p) // PWD={x;y} of ODBC
			}
		} else if b[k] != '"' && b[k] != '\'' {
			return d.taken(t, k, k+indexAny(b[k:min(len(b), k+maxSigned)], ";\"'\r\n"), r, true, p)
		}
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
		if next, ok := bytes.CutPrefix(b[min(len(b), end+1):], []byte(` -> "`)); ok && !p.code {
			from := len(b) - len(next)
			d.taken(t, from, closing(b, from-1, 0), r, true, p) // what a plan of Terraform's makes of it
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

// skipRemark passes blanks and a remark of a program that begins at k: /* … */.
func skipRemark(b []byte, k int) int {
	start := skipSpace(b, k, min(len(b), k+4))
	if start+1 >= len(b) || b[start] != '/' || b[start+1] != '*' {
		return k
	}
	end := bytes.Index(b[start:min(len(b), start+maxSigned)], []byte("*/"))
	if end < 0 {
		return k
	}
	return skipSpace(b, start+end+2, len(b))
}

// declaredAs gives where the sign stands behind a name that ends before k, where a notation
// has more between: Dim name As String = "x", [name:protected] => x of PHP; or, and then it
// tells so, the quote that opens the value: (name . "x") of Lisp, {name,<<"x">>} of Erlang.
func declaredAs(b []byte, i, k int) (at int, opens bool) {
	rest := b[k:min(len(b), k+maxDeclared)]
	switch {
	case len(rest) < 4 || i == 0:
	case rest[0] == '.' && rest[1] == ' ' && rest[2] == '"' && b[k-1] == ' ' && b[i-1] == '(':
		return k + 2, true
	case b[i-1] == '{' && bytes.HasPrefix(rest, []byte(",<<\"")):
		return k + len(",<<"), true
	case b[k-1] == ' ' && bytes.HasPrefix(rest, []byte("As ")):
		if eq := bytes.IndexByte(rest, '='); eq > 0 && isWord(bytes.TrimSpace(rest[len("As "):eq])) {
			return k + eq, false
		}
	case b[i-1] == '[' && rest[0] == ':':
		if end := bytes.IndexByte(rest, ']'); end > 0 && bytes.HasPrefix(bytes.TrimLeft(rest[end+1:], " "), []byte("=>")) {
			return k + end + 1 + bytes.IndexByte(rest[end+1:], '='), false
		}
	}
	return k, false
}

// connects tells whether a text ends with the begin of a connection string, which says where
// it leads.
func connects(b []byte) bool {
	var buf [maxSigned]byte
	low := lower(buf[:0], b[max(0, len(b)-maxSigned/2):])
	return count(low, serverWords[:]) > 0
}

// serverWords are what stands before the host in a connection string, in small letters.
var serverWords = [...]string{"server=", "data source=", "datasource=", "host=", "driver=", "dsn=", "endpoint="}

// maxDeclared bounds how far behind a name the sign may stand.
const maxDeclared = 48

// behindRemark gives where the colon stands behind a remark in brackets that begins at k,
// Security token (case-sensitive): x, or k.
func behindRemark(b []byte, k int) int {
	if end := k + indexAny(b[k:min(len(b), k+maxSpare)], ")\n"); end+2 < len(b) && b[end] == ')' && b[end+1] == ':' {
		return end + 1
	}
	return k
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
	return k+1 < len(b) && b[k] == b[q] && b[k-1] != '\\' && class[b[k+1]] == word && k > q+1 && !judge.Placeholder(b[q+1:k])
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
			if label := t.B[k+i : min(len(t.B), k+i+maxDeclared)]; end > 3 && len(label) > 3 && isUpper(label[0]) && isLower(label[1:max(1, indexAny(label, " :"))]) && bytes.IndexByte(label, ':') > 0 {
				return end // \nPublic key: …
			}
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
		return b[i-1] == ':' || bytes.HasSuffix(before, []byte("checksum/")) || i > 1 && (b[i-2] == '"' || b[i-2] == '\'') // of a page: "/reset-password":
	}
	before = before[bytes.LastIndexAny(before, " \"'\n")+1:]
	return bytes.Contains(before, []byte("arn:aws")) || bytes.HasPrefix(before, []byte("urn:"))
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
	if judge.HoldsPlaceholder(t.B[start:end]) {
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
	return r.Kind == "nonce" && (p.link || inTag(b, i) && loads(b, i))
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

var bareStops = func() (t [256]bool) {
	for i := 0; i <= ' '; i++ {
		t[i] = true
	}
	for _, c := range "\"'<>`\\(){}[],;|&" {
		t[c] = true
	}
	return t
}()

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
	if literal && i > 0 && t.B[i-1] == '\'' && r.Treat == rule.Secret && r.Judge == rule.Any && d.doubled(t, i, j, '\'', r, p) {
		return end
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
	if r.ID == "word.named-key" && !opensByName(v) {
		return 0
	}
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed:
		ok = !fewDigits(r, v) && (judge.Password(v) || literal && p.request && !p.code && !judge.Message(v)) && !measure(r, v)
	case rule.Mixed:
		ok = judge.Mixed(v) && (!p.code || judge.Random(v) || literal && numbered(v))
	case rule.Digits:
		ok = judge.CardCode(v) || literal && len(v) < 9 && isDigits(v) && judge.Code(v)
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
