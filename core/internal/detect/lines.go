package detect

import (
	"bytes"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

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
	if string(name) == "Content-Disposition" {
		return d.formPart(t, i, p)
	}
	r := d.name(rule.Header, name)
	if r == nil || r.Treat != rule.Secret {
		return 0
	}
	family := r.ID == "header.authorization" || r.ID == "header.cookie"
	if q := d.name(rule.Key, name); !family && (bytes.IndexByte(name, '-') < 0 || q != nil && q.ID != "word.named-key") {
		return 0
	}
	k := j + 1
	for k < len(b) && b[k] == ' ' {
		k++
	}
	end, most := k, d.reach()
	for end < len(b) && end-k < most && (b[end] != '\n' && b[end] != '\r' || r.ID == "header.cookie" && folds(b, end)) && b[end] != '<' && !(quoted && b[end] == quote) {
		end++
	}
	v := b[k:end]
	d.vain.bytes += len(v)
	if len(v) == most && most < maxValue {
		d.arena.Skipped += int64(len(v))
	}
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
	case sp < 0 && !judge.Token(v) && !(r.Judge == rule.Code && judge.Code(v)):
		return 0
	}
	d.vain.bytes -= len(v)
	d.sub(t, decode.None, k, end, func(c *decode.Text) { d.header(name, c, p) })
	return end
}

// formPart takes the part of a form of which the header begins at i, in a text that
// does not begin as one, and gives where it ends.
func (d *Detector) formPart(t *decode.Text, i int, p place) int {
	b := t.B[:min(len(t.B), i+d.reach())]
	gap := bytes.Index(b[i:min(len(b), i+maxHeader)], []byte("\n\r\n"))
	if gap < 0 {
		gap = bytes.Index(b[i:min(len(b), i+maxHeader)], []byte("\n\n"))
	}
	if gap < 0 {
		return 0
	}
	end := bytes.Index(b[i+gap+2:], []byte("\n--"))
	if end < 0 {
		d.vain.bytes += len(b) - i
		return 0
	}
	end += i + gap + 2
	d.part(t, i, end, p)
	return end
}

// maxHeader is how long the header of a part of a form may be.
const maxHeader = 512

// folds tells whether the line that ends at i goes on in the next one, as the fields
// of headers could (RFC 9112 5.2): between two cookies.
func folds(b []byte, i int) bool {
	if b[i] == '\n' && i > 0 && b[i-1] == '\r' {
		i--
	}
	rest := bytes.TrimPrefix(bytes.TrimPrefix(b[i:min(len(b), i+3)], []byte("\r")), []byte("\n"))
	return i > 0 && b[i-1] == ';' && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t')
}

// joinedLine gives where a value goes on of which the line ends at k with a backslash, as
// in properties, shells and files of make; k where none does.
func joinedLine(b []byte, k int) int {
	n := k + 1
	for n < len(b) && b[n] == '\r' {
		n++
	}
	if n >= len(b) || b[n] != '\n' {
		return k
	}
	if n = skipSpace(b, n, len(b)); n == len(b) {
		return k
	}
	return n
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

// nodeProperty gives where a scalar of YAML begins behind its anchor or tag at k.
func nodeProperty(b []byte, k int) int {
	n := k + 1
	for n < len(b) && (class[b[n]] == word || b[n] == '!') {
		n++
	}
	if n+1 >= len(b) || b[n] != ' ' || b[n+1] <= ' ' {
		return k
	}
	return n + 1
}

// above gives the rule for the name that stands in the line above the word value,
// B[i:j]:
//
//   - name: DB_PASSWORD
//     value: secret
func (d *Detector) above(b []byte, i, j int, p place) *rule.Rule {
	if r := d.beside(b, i); r != nil {
		return r
	}
	member := b[j] == '"' && j+1 < len(b) && b[j+1] == ':'
	if (p.code || b[j] != ':') && !member {
		if sign := skipSpace(b, j, len(b)); sign < len(b) && b[sign] == '=' {
			return d.whose(b, j)
		}
		return nil
	}
	line := bytes.LastIndexByte(b[max(0, i-40):i], '\n')
	if line < 0 {
		return nil
	}
	end := max(0, i-40) + line
	start := max(0, end-80)
	start += bytes.LastIndexByte(b[start:end], '\n') + 1
	above := bytes.TrimLeft(bytes.TrimSpace(b[start:end]), "- {\"")
	name, ok := bytes.CutPrefix(above, []byte("name"))
	if !ok {
		if name, ok = bytes.CutPrefix(above, []byte("key")); !ok {
			return nil
		}
	}
	if name = bytes.TrimPrefix(name, []byte(`"`)); len(name) == 0 || name[0] != ':' {
		return nil
	}
	r := d.name(rule.Key, bytes.Trim(name[1:], " \"',\r"))
	if r == nil || r.Treat != rule.Secret {
		return nil
	}
	return r
}

// variable gives the rule for the name of the variable of Terraform that the word
// default, B[i:j], gives a value to:
//
//	variable "db_password" {
//	  default = "secret"
func (d *Detector) variable(b []byte, i, j int) *rule.Rule {
	const opens = "variable "
	if b[j] != ' ' {
		return nil
	}
	before := b[max(0, i-maxBlock):i]
	k := bytes.LastIndex(before, []byte(opens))
	if k < 0 || bytes.IndexByte(before[k:], '}') >= 0 {
		return nil
	}
	name := before[k+len(opens):]
	return d.secretName(bytes.Trim(name[:indexAny(name, "{\n")], " \"\\"))
}

// maxBlock is how much of a block is read for its name.
const maxBlock = 400

// beside gives the rule for the name that stands before the word value at i in an
// object that no walk has come upon: {"name":"password","value":"…"}, its quotes
// however written.
func (d *Detector) beside(b []byte, i int) *rule.Rule {
	// From the end: the quote of the key, the comma, the name, a colon, its key.
	k := skipBack(b, i, " \"'\\")
	if k == i || k == 0 || b[k-1] != ',' {
		return nil
	}
	end := skipBack(b, k-1, " \"'\\")
	start := end
	for start > 0 && end-start < 48 && (class[b[start-1]] == word || b[start-1] == '.') {
		start--
	}
	if start == end {
		return nil
	}
	k = skipBack(b, start, " \"'\\")
	if k == start || k == 0 || b[k-1] != ':' {
		return nil
	}
	k = skipBack(b, k-1, " \"'\\")
	key := k
	for key > 0 && k-key < 16 && class[b[key-1]] == word {
		key--
	}
	switch string(b[key:k]) {
	case "name", "Name", "key", "Key", "field", "id", "label", "type":
	default:
		return nil
	}
	r := d.name(rule.Key, b[start:end])
	if r == nil || r.Treat != rule.Secret {
		return nil
	}
	return r
}

// skipBack gives where the signs begin that end at i.
func skipBack(b []byte, i int, signs string) int {
	for i > 0 && strings.IndexByte(signs, b[i-1]) >= 0 {
		i--
	}
	return i
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

// tallies tells whether the name at i, behind which a colon stands at k, is a word that
// a log tells what was done with: --- PASS: TestToken/step2, Cache restored from key: x;
// or of which there is a fingerprint: Release GPG key: 9554F04D…. Tests that passed are
// told one a line.
func tallies(b []byte, i, k int, r *rule.Rule) bool {
	if b[k] != ':' {
		return false
	}
	switch before := b[max(0, i-maxType):i]; r.Kind {
	case "password":
		if string(b[i:k]) != "PASS" || bytes.HasSuffix(before, []byte("--- ")) {
			return bytes.HasSuffix(before, []byte("--- "))
		}
		behind := b[k:min(len(b), k+maxLine)]
		behind = behind[min(len(behind), indexAny(behind, "\n")+1):]
		return isOutcome(behind) || isOutcome(lineAbove(b, i))
	case "key":
		line := b[k:min(len(b), k+2*maxType)]
		line = line[:indexAny(line, "\r\n")]
		before = before[bytes.LastIndexByte(before, '\n')+1:]
		return bytes.HasSuffix(before, []byte("GPG ")) || bytes.HasSuffix(before, []byte("PGP ")) || bytes.Contains(before, []byte("ache ")) || bytes.Contains(line, []byte("-cache-"))
	}
	return false
}

// isOutcome tells whether a line says how a test ended.
func isOutcome(line []byte) bool {
	for _, w := range [...]string{"PASS: ", "FAIL: ", "SKIP: ", "XFAIL: ", "ERROR: ", "Running "} {
		if bytes.HasPrefix(line, []byte(w)) {
			return true
		}
	}
	return false
}

// lineAbove gives the line above that of b[i].
func lineAbove(b []byte, i int) []byte {
	above := b[max(0, i-maxLine):i]
	end := bytes.LastIndexByte(above, '\n')
	if end < 0 {
		return nil
	}
	above = above[:end]
	return above[bytes.LastIndexByte(above, '\n')+1:]
}
