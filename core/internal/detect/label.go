package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// maxLabel is how long a label of letters past ASCII is, in bytes.
const maxLabel = 64

// label takes the value behind a label that ends at j, the sign behind which ends at
// k: of a name with letters that no word of a program has. Пароль: x, "пароль":"x".
func (d *Detector) label(t *decode.Text, j, k int, p place) int {
	b := t.B
	for n := 0; ; n++ {
		for j > 0 && (b[j-1] == ' ' || b[j-1] == '.') {
			j--
		}
		tie := tieBefore(b, j)
		if tie == j || n == maxLinks {
			break
		}
		j = tie
	}
	// One word, or two: كلمة المرور, mật khẩu.
	var r *rule.Rule
	for s, blanks := j, 0; s > 0 && j-s < maxLabel; s-- {
		c := b[s-1]
		if class[c] == word || c >= 0x80 {
			if s > 1 {
				continue
			}
			s--
		}
		if j-s >= 2 {
			name := bytes.ToLower(bytes.TrimLeft(b[s:j], " "))
			if r = d.name(rule.Key, name); r != nil && r.Treat != rule.Secret {
				r = nil
			}
		}
		if blanks++; r != nil || s == 0 || c != ' ' || blanks > 1 {
			break
		}
	}
	if r == nil {
		return 0
	}
	sign := k
	k = skipMarkup(b, k)
	if d.opensLine(b, sign, k) {
		return 0
	}
	if k < len(b) && (b[k] == '"' || b[k] == '\'') {
		return d.taken(t, k+1, closing(b, k, 0), r, true, p)
	}
	end := saidEnd(b, k)
	v := b[k:end]
	if b[sign-1] == ',' && namesValue(b, end) {
		return 0 // another one's name
	}
	if !judge.Typed(v, true) && !(judge.Token(v) && judge.Random(v)) {
		return d.taken(t, k, end, r, false, p)
	}
	if d.token(t, k, end) {
		return 0
	}
	d.found(t, k, end, r)
	return end
}

// maxTie is the length of the longest of ties, in bytes.
const maxTie = len("temporária") + len("المؤقتة")

// ties are words between the one for a password and the sign behind it.
const ties = " anda Anda baru sementara dvs este này mới của bạn là é è provisória temporária provisoria temporánea temporal " +
	"temporanea provisional nouă tymczasowe для входа to je jest es est provisoire שלך הזמנית החדשה المؤقتة الجديدة " +
	"الخاصة بك है "

// tieBefore gives where the word begins that ends at j, where it is one that may stand
// between the word for a password and the sign behind: whose, which, is. In a script
// without blanks that is a letter.
func tieBefore(b []byte, j int) int {
	if j > 0 && b[j-1] >= 0x80 {
		for _, w := range [...]string{"是", "为", "為", "は"} {
			if bytes.HasSuffix(b[:j], []byte(w)) {
				return j - len(w)
			}
		}
	}
	s := j
	for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80) && j-s < maxTie {
		s--
	}
	if s > 1 && b[s-1] == ' ' && rule.Among(ties, b[s:j]) {
		return s
	}
	return j
}

// labelled takes the text of the element behind one that names it, or the value of
// a field, where the end tag of what names it begins at i: <dt>API key</dt><dd>…</dd>,
// <label>API key</label><input value="…">.
func (d *Detector) labelled(t *decode.Text, i int, p place) {
	b := t.B
	if saysSpares(b[:i]) {
		d.spares(t, i)
	}
	// Another element must begin right behind it.
	k := i + 2 + indexAny(b[i+2:min(len(b), i+40)], ">") + 1
	for k < len(b) && b[k] <= ' ' {
		k++
	}
	if k+2 < len(b) && b[k] == ':' && b[k+1] == ' ' {
		// <b>API key</b>: x
		if r := d.labelOf(b, i); r != nil {
			d.shown(t, k+1, r, p)
		}
		return
	}
	if k+1 >= len(b) || b[k] != '<' {
		return
	}
	if string(b[i+2:min(len(b), i+8)]) == "label>" {
		k = fieldBehind(b, k)
	}
	if b[k+1] == '/' {
		return
	}
	// Or of a list of properties, and no label of a page.
	value := len(b)-k > 8 && (bytes.EqualFold(b[k:k+7], []byte("<value>")) || string(b[k:k+8]) == "<string>")
	var start, end int
	if bytes.HasPrefix(b[k:], []byte("<input ")) {
		start, end = valueOf(b, k+len("<input "))
	} else {
		k = skipMarkup(b, k)
		if k >= len(b) || b[k] == '<' || b[k-1] != '>' && b[k-1] > ' ' && b[k-1] != '"' && b[k-1] != '\'' {
			return
		}
		start, end = elementText(b, k)
		if string(b[start:end]) == "=" || string(b[start:end]) == ":" {
			// The sign has an element of its own where a program is shown in colours.
			next := end + indexAny(b[end:min(len(b), end+40)], ">") + 1
			if k = skipMarkup(b, min(next, len(b))); k >= len(b) || b[k] == '<' {
				return
			}
			start, end = elementText(b, k)
		}
	}
	if start >= end || !value && !hasDigit(b[start:min(end, start+64)]) && !likely(b[start:end]) {
		return
	}
	r := d.labelOf(b, i)
	if r == nil || !isLabel(b[i+2:]) {
		return
	}
	p.code = false
	d.taken(t, start, end, r, true, p)
}

// fieldBehind gives where the field is that belongs to a label behind which k is the next
// tag: others may stand around it. Where there is none, or another label before it, it is k.
func fieldBehind(b []byte, k int) int {
	near := b[k:min(len(b), k+maxField)]
	if at := bytes.Index(near, []byte("<input ")); at >= 0 && !bytes.Contains(near[:at], []byte("<label")) {
		return k + at
	}
	return k
}

// maxField bounds how far behind its label a field is looked for.
const maxField = 300

// likely tells whether a text without a digit can be what its label says.
func likely(v []byte) bool {
	if bytes.IndexByte(v, ' ') >= 0 {
		return judge.Words(v)
	}
	return len(v) <= maxSigned && (judge.Random(v) || judge.Shuffled(v) || judge.Odd(v))
}

// maxElement is how long the names of elements are that hold a label: th, strong,
// property.
const maxElement = 8

// isLabel tells whether the element of which the name begins b can hold the label of
// another one. One that is called by several words says itself what its text is, as
// token_type does, and so does a type.
func isLabel(b []byte) bool {
	for k, c := range b[:min(len(b), maxElement+1)] {
		switch {
		case c == '>' || c == ' ':
			return string(b[:k]) != "type"
		case class[c] != word || c == '_' || c == '-' || k > 1 && (c^b[k-1])&0x20 != 0 && c > '9':
			return false
		}
	}
	return bytes.HasPrefix(b, []byte("ParameterKey>"))
}

// labelOf gives the rule for the text of an element that ends at i.
func (d *Detector) labelOf(b []byte, i int) *rule.Rule {
	j := i
	for j > 0 && (b[j-1] == ':' || b[j-1] == ' ') && i-j < 3 {
		j--
	}
	member := j > 2 && b[j-1] == ']' && (b[j-2] == '\'' || b[j-2] == '"')
	if member {
		j -= 2 // $_COOKIE['PHPSESSID']
	}
	if j == 0 || class[b[j-1]] != word && b[j-1] < 0x80 {
		return nil
	}
	var buf [40]byte
	s := j
	for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80 || b[s-1] == ' ' || b[s-1] == '.') {
		if s--; j-s >= len(buf) {
			dot := bytes.LastIndexByte(b[s:j], '.')
			if dot < 0 {
				return nil
			}
			return d.secretName(b[s+dot+1 : j]) // the last of many
		}
	}
	if s == 0 || b[s-1] != '>' && b[s-1] != '*' && !member || j-s < 3 {
		return nil
	}
	// A page of a server's shows header fields as CGI has them (RFC 3875 4.1.18).
	name := append(buf[:0], bytes.TrimPrefix(bytes.TrimSpace(b[s:j]), []byte("HTTP_"))...)
	for k, c := range name {
		if c == ' ' {
			name[k] = '_'
		}
	}
	if judge.Random(name) {
		return nil
	}
	return d.secretName(name)
}

// behindTag takes the value that a page shows behind a label with a colon, of which the
// end tag is at k: <b>API key:</b> x.
func (d *Detector) behindTag(t *decode.Text, k int, r *rule.Rule, p place) int {
	b := t.B
	for n := 0; n < 2 && k+1 < len(b) && b[k] == '<' && b[k+1] == '/'; n++ {
		stop := bytes.IndexByte(b[k:min(len(b), k+40)], '>')
		if stop < 0 {
			return 0
		}
		k += stop + 1
	}
	return d.shown(t, k, r, p)
}

// strong takes the value behind a label in bold of Markdown, of which the colon is at i:
// **API key**: x.
func (d *Detector) strong(t *decode.Text, i int, p place) {
	if r := d.labelOf(t.B, i-2); r != nil {
		d.shown(t, i+1, r, p)
	}
}

// shown takes a value that a page shows at k, where it is nothing but one.
func (d *Detector) shown(t *decode.Text, k int, r *rule.Rule, p place) int {
	b := t.B
	k = skipMarkup(b, k)
	if rest, ok := bytes.CutPrefix(b[k:], []byte("&nbsp;")); ok {
		k = skipMarkup(b, len(b)-len(rest))
	}
	end := saidEnd(b, k)
	if v := b[k:end]; r.Treat != rule.Secret || !told(r, v) {
		return 0
	}
	p.code = false
	return d.taken(t, k, end, r, true, p)
}
