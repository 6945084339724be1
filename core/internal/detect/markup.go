package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// maxTag bounds how far a tag's end is looked for, behind a value that may be long;
// maxAttrs how many attributes are read of it.
const (
	maxTag   = 16 << 10
	maxAttrs = 128
)

// attr is an attribute of a tag: name and value as ranges of the text.
type attr struct{ n1, n2, v1, v2 int }

// tag looks at the < at i: a field whose name and value are attributes of
// their own (input, meta, button, param), or an element whose name tells what
// its text is. It returns where to go on; what the tag holds besides is read
// as text.
func (d *Detector) tag(t *decode.Text, i int, p place) int {
	b := t.B
	s := i + 1
	if s < len(b) && b[s] == '/' {
		d.labelled(t, i, p)
		return s
	}
	j := s
	for j < len(b) && (class[b[j]] == word || b[j] == ':' || b[j] == '.') {
		j++
	}
	if j == s || j >= len(b) || b[j] > ' ' && b[j] != '/' {
		if j < len(b) && b[j] == '>' {
			d.alone(t, j+1)
			if b[j-1] == '0' && isPosition(b[s:j]) {
				d.soapCall(t, i, p)
			}
		}
		return i + 1
	}
	name := b[s:j]
	var attrs [24]attr
	n, end := attributes(b, j, &attrs)
	if end < 0 {
		return i + 1
	}
	if k := bytes.LastIndexByte(name, ':'); k >= 0 {
		name = name[k+1:]
	}
	d.field(t, attrs[:n], p)
	if string(name) == "tr" {
		d.headed(t, end, p)
	}
	for _, a := range attrs[:n] {
		if saysSpares(b[a.v1:a.v2]) {
			for _, a := range attrs[:n] {
				d.spareCodes(t, a.v1, a.v2)
			}
			d.spares(t, end)
			break
		}
	}
	d.alone(t, end)
	if string(name) == "script" && end < len(b) && (b[end] == '[' || b[end] == '{' && isData(b, attrs[:n])) {
		// Of a flattened document the text around a value does not tell what it is.
		if stop := d.endOfScript(b, end); stop > 0 {
			p.code = false
			d.content(t, end, end+stop, nil, p)
			return end + stop
		}
	}
	// <wsse:Password Type="…">secret</wsse:Password>
	if b[end-2] != '/' {
		if r := d.name(rule.Key, name); r != nil && r.Treat != rule.Harmless && !sample(b, name) {
			start, stop := elementText(b, end)
			if q := p; !isStray(b, start, stop) {
				q.code = false
				d.taken(t, start, stop, r, true, q)
			}
		} else {
			d.named(t, name, attrs[:n], end, p)
		}
	}
	return i + 1
}

// maxHeading is how far before an element the words may stand that say what is in it.
const maxHeading = 400

// maxSpared is how far before a code alone on a page the words may stand that say what it is for.
const maxSpared = 160

// minPhrase is how long a dozen of words is.
const minPhrase = 12*len("abc ") - 1

// phraseWords and seedWords are what a page says of the words that a key is made from, and
// of the seed of one-time codes.
var (
	phraseWords = [...]string{"phrase", "mnemonic", "seed", "recover", "backup", "wallet"}
	seedWords   = [...]string{"key", "authenticat", "secret", "2fa", "totp", "otp", "two-factor", "manual"}
)

// alone takes the text of the element that begins at i, where it is nothing but the words
// that a key is made from, or a seed in groups, and the page says so before it.
func (d *Detector) alone(t *decode.Text, i int) {
	b := t.B
	var r *rule.Rule
	end := i
	switch {
	case i+19 > len(b):
		return
	case b[i+4] == ' ' && b[i+9] == ' ' && b[i+14] == ' ':
		if end = i + indexAny(b[i:min(len(b), i+160)], "<"); isGrouped(b[i:end]) && heads(b[:i], seedWords[:]) {
			r = d.called("otp_secret")
		}
	case class[b[i]] == word && opensCode(b[i:]):
		// Save your recovery code: <code>…</code>
		var buf [maxSpared]byte
		if near := lower(buf[:0], b[max(0, i-maxSpared):i]); bytes.Contains(near, []byte("code")) && count(near, spareWords[:]) > 0 {
			end, r = i+indexAny(b[i:], "<"), d.called("backup_code")
		}
	case b[i] >= 'a' && b[i] <= 'z' && bytes.IndexByte(b[i:min(len(b), i+minPhrase)], '<') < 0:
		if end = phraseEnd(b, i, i); end > i && b[min(end, len(b)-1)] == '<' && !isSpoken(b[i:end]) && heads(b[:i], phraseWords[:]) {
			r = d.called("mnemonic")
		}
	}
	if r != nil {
		d.found(t, i, end, r)
	}
}

// isSpoken tells whether words are those of a sentence: it has one that no list of words
// for keys has.
func isSpoken(b []byte) bool {
	for w := range bytes.FieldsSeq(b) {
		if rule.Among(" the and was for with you your are not that this from have has its our but they what will ", w) {
			return true
		}
	}
	return false
}

// opensCode tells whether a text begins with a random code that an end tag stands behind.
func opensCode(b []byte) bool {
	n := 0
	for n < len(b) && n < 2*maxSpare && class[b[n]] == word {
		n++
	}
	v := b[:n]
	return n >= minCode && n < len(b) && b[n] == '<' && hasDigit(v) && judge.Random(v) && !judge.ResourceID(v)
}

// minCode is how long a code to recover an account by is, at least, that stands alone.
const minCode = 12

// heads tells whether one of some words stands in the end of b.
func heads(b []byte, words []string) bool {
	var buf [maxHeading]byte
	return count(lower(buf[:0], b[max(0, len(b)-maxHeading):]), words) > 0
}

// maxEndless is how many scripts without an end are looked at: each is as long as what
// is left of its page.
const maxEndless = 16

// endOfScript gives how far behind i the script ends, -1 where it does not.
func (d *Detector) endOfScript(b []byte, i int) int {
	if d.vain.scripts == maxEndless {
		return -1
	}
	stop := bytes.Index(b[i:], []byte("</script"))
	if stop < 0 {
		d.vain.scripts++
	}
	return stop
}

// isData tells whether a script is no program but JSON.
func isData(b []byte, attrs []attr) bool {
	for _, a := range attrs {
		if string(b[a.n1:a.n2]) == "type" {
			return string(b[a.v1:a.v2]) == "application/json"
		}
	}
	return false
}

// sample tells whether an element is HTML's own for a piece of a program
// (HTML 4.5.15), of which the name is no name of its text: <code> anywhere but in
// a document that says that it is another XML.
func sample(b, name []byte) bool {
	if len(name) != len("code") || !bytes.EqualFold(name, []byte("code")) {
		return false
	}
	head := b[:min(len(b), 600)]
	return !bytes.Contains(head, []byte("<?xml")) && !bytes.Contains(head, []byte("xmlns")) || bytes.Contains(head, []byte("html"))
}

// attributes parses a tag from behind its name (HTML 13.1.2.3) and returns how
// many attributes it has and where it ends.
func attributes(b []byte, i int, attrs *[24]attr) (n, end int) {
	limit, last := min(len(b), i+maxTag), min(len(b), i+maxTag+maxValue)
	for read := 0; i < limit && read < maxAttrs; {
		c := b[i]
		switch {
		case c == '>':
			return n, i + 1
		case c == '<':
			return n, -1
		case c <= ' ' || c == '/' || c == '=' || c == '"' || c == '\'' || c == '\\':
			i++
			continue
		}
		var a attr
		a.n1 = i
		for i < limit && b[i] > ' ' && b[i] != '=' && b[i] != '>' && b[i] != '/' {
			i++
		}
		a.n2 = i
		for i < limit && b[i] <= ' ' {
			i++
		}
		if i < limit && b[i] == '=' {
			i++
			for i < limit && b[i] <= ' ' {
				i++
			}
			slashes := 0
			for i+slashes < limit && b[i+slashes] == '\\' {
				slashes++
			}
			if q := i + slashes; q < limit && (b[q] == '"' || b[q] == '\'') {
				a.v1 = q + 1
				if a.v1+1 < limit && b[a.v1] == b[q] && b[a.v1+1] > ' ' && b[a.v1+1] != '>' && b[a.v1+1] != '/' {
					a.v1++ // in the cell of a table quotes are doubled
				}
				k := bytes.IndexByte(b[a.v1:min(len(b), a.v1+maxValue)], b[q])
				if k < 0 {
					return n, -1
				}
				a.v2 = a.v1 + k
				i = a.v2 + 1
				for s := 0; s < slashes && a.v2 > a.v1 && b[a.v2-1] == '\\'; s++ {
					a.v2--
				}
				limit = max(limit, min(last, i+maxTag))
			} else {
				a.v1 = i
				for i < limit && b[i] > ' ' && b[i] != '>' {
					i++
				}
				a.v2 = i
			}
		}
		if read++; n < len(attrs) {
			attrs[n] = a
			n++
		}
	}
	return n, -1
}

// field judges value= or content= by name=, id= or the like.
func (d *Detector) field(t *decode.Text, attrs []attr, p place) {
	b := t.B
	var value *attr
	password := false
	for k := range attrs {
		a := &attrs[k]
		switch string(b[a.n1:a.n2]) {
		case "value", "content", "VALUE", "CONTENT", "Value":
			value = a
		case "type", "TYPE":
			password = bytes.EqualFold(b[a.v1:a.v2], []byte("password"))
		case "data-clipboard-text":
			if v := b[a.v1:a.v2]; isKey(v) {
				d.found(t, a.v1, a.v2, d.called("token"))
			}
		default:
			if p.code && bytes.HasPrefix(b[a.n1:a.n2], []byte("data-")) {
				d.settings(t, a.v1, a.v2)
			}
		}
	}
	if value == nil || value.v1 >= value.v2 {
		return
	}
	if password && b[value.v1] == '{' && b[value.v1-1] == '=' && b[value.v2-1] == '}' {
		return // an expression of JSX
	}
	if password {
		d.found(t, value.v1, value.v2, rule.Hidden)
		return
	}
	named := false
	for k := range attrs {
		a := &attrs[k]
		if isTokenName(b[a.v1:a.v2], b[value.v1:value.v2]) {
			d.found(t, a.v1, a.v2, d.name(rule.Param, []byte("csrf_token")))
			return
		}
		switch string(b[a.n1:a.n2]) {
		case "name", "id", "property", "Property", "itemprop", "key", "NAME", "ID", "Name", "http-equiv", "field", "data-name":
			named = true
			r := d.name(rule.Param, b[a.v1:a.v2])
			if r == nil {
				r = d.name(rule.Key, b[a.v1:a.v2])
			}
			if r == nil || r.Treat != rule.Secret && r.Treat != rule.Personal {
				continue
			}
			v := value
			d.sub(t, decode.Entity, v.v1, v.v2, func(c *decode.Text) {
				q := p
				q.names, q.code = rule.Param, false
				if r.Treat == rule.Secret && r.Judge == rule.Any && !judge.Password(c.B) && r.Kind != "saml" {
					return
				}
				d.value(c, r, q)
			})
			return
		}
	}
	if !named && len(attrs) > 0 {
		d.settingBefore(t, attrs[0].n1, *value, p)
	}
}

// settingBefore takes the value of a field without a name, whose tag has its first attribute at
// i, where the tag before it has the path of a setting:
// <div data-path="MAIL/transport_smtp_password"><input value="…">.
func (d *Detector) settingBefore(t *decode.Text, i int, value attr, p place) {
	b := t.B
	open := bytes.LastIndexByte(b[max(0, i-maxType):i], '<') + max(0, i-maxType)
	if open < 2 || b[open] != '<' || b[open-1] != '>' {
		return
	}
	end := len(bytes.TrimRight(b[:open-1], "\"'\\"))
	if end == open-1 {
		return
	}
	start := end
	for start > 0 && end-start < maxType && class[b[start-1]] == word {
		start--
	}
	if start == 0 || b[start-1] != '/' && b[start-1] != '.' {
		return
	}
	if r := d.secretName(b[start:end]); r != nil {
		p.names, p.code = rule.Param, false
		d.sub(t, decode.Entity, value.v1, value.v2, func(c *decode.Text) { d.value(c, r, p) })
	}
}

// settings takes an attribute that has a connection string. The page around it is a
// program, in which a password with signs would be an expression.
func (d *Detector) settings(t *decode.Text, i, j int) {
	if v := t.B[i:j]; bytes.IndexByte(v, ';') > 0 && bytes.IndexByte(v, '=') > 0 && v[0] != '{' && v[0] != '[' {
		d.sub(t, decode.Entity, i, j, func(c *decode.Text) { d.connection(c, 0, len(c.B), false) })
	}
}

// isNamed tells the elements whose text is the value of what an attribute names:
// SAML attributes, text areas, the settings of Java, Android and .NET.
func isNamed(name []byte) bool {
	var buf [12]byte
	switch string(lower(buf[:0], name)) {
	case "attribute", "textarea", "update", "property", "entry", "param", "parameter", "string", "setting", "item", "variable", "var", "field", "env":
		return true
	}
	return false
}

// isControl tells the elements of HTML of which the name attribute names what is filled
// in there, or the element itself (HTML 4.10, 4.8), and their text is another thing.
func isControl(name []byte) bool {
	var buf [8]byte
	if len(name) > len(buf) {
		return false
	}
	return rule.Among(" a button details fieldset form frame iframe img input label map meta object output select slot ", lower(buf[:0], name))
}

// opensWord tells whether the text of an element that begins at i is one word, as long as
// a token is.
func opensWord(b []byte, i int) bool {
	end := i
	for end < len(b) && end-i < minToken && class[b[end]] == word {
		end++
	}
	return end-i == minToken
}

// named judges the text of an element by its name attribute, and, where its own name says
// that it is a setting, by its id.
func (d *Detector) named(t *decode.Text, element []byte, attrs []attr, i int, p place) {
	b := t.B
	setting := isNamed(element)
	for _, a := range attrs {
		told := setting
		switch string(b[a.n1:a.n2]) {
		case "name", "Name", "key", "x:Key":
			if !told && isControl(element) {
				continue
			}
		case "id":
			if !told && !opensWord(b, i) {
				continue
			}
		default:
			told = false
			// <span class="two-factor-secret">
			if !p.code || !opensWord(b, i) || string(b[a.n1:a.n2]) != "class" && !bytes.HasPrefix(b[a.n1:a.n2], []byte("data-")) {
				continue
			}
		}
		name := b[a.v1:a.v2]
		if k := bytes.Index(name, []byte("faces.ViewState:")); k >= 0 {
			name = name[:k+len("faces.ViewState")] // <update id="j_id1:jakarta.faces.ViewState:0">
			name = name[bytes.IndexByte(name, ':')+1:]
		}
		r := d.name(rule.Key, name)
		if len(name) < a.v2-a.v1 {
			r = d.name(rule.Param, name)
		} else if last := lastName(name); r == nil && last != nil {
			r = d.name(rule.Key, last)
		}
		if r == nil || r.Treat == rule.Harmless {
			continue
		}
		// The text may stand in a child: <AttributeValue>.
		for n := 0; told && n < 2 && i < len(b); n++ {
			k := skipSpace(b, i, len(b))
			if k+1 < len(b) && b[k] == '<' && b[k+1] != '!' {
				close := bytes.IndexByte(b[k:min(len(b), k+maxTag)], '>')
				if close < 0 {
					return
				}
				i = k + close + 1
			}
		}
		start, stop := elementText(b, i)
		if v := bytes.TrimSpace(b[start:stop]); !told && !judge.Random(v) && !(r.Judge == rule.Any && judge.Mixed(v)) {
			return // a page says something of it
		}
		if r.Kind == "state" && start < stop {
			d.found(t, start, stop, r) // of numbers, or of whatever the server likes
			return
		}
		p.code = false
		d.taken(t, start, stop, r, true, p)
		return
	}
}

// saml takes a SAML message apart where B[i:j] is one.
func (d *Detector) saml(t *decode.Text, i, j int, p place) (seen bool) {
	c := decode.None
	if bytes.IndexByte(t.B[i:j], '%') >= 0 {
		c = decode.Form
	}
	d.sub(t, c, i, j, func(x *decode.Text) { seen = d.assertion(x, p) })
	return seen
}

// assertion takes a SAML message or a WS-Federation token, packed as the
// binding has it or plain: without its signatures and encrypted parts it
// proves nothing, and what it says stays. It tells whether it could be read.
func (d *Detector) assertion(t *decode.Text, p place) bool {
	seen := false
	look := func(x *decode.Text) {
		seen = true
		for _, name := range [...]string{"SignatureValue", "CipherValue"} {
			for i := 0; ; {
				k := bytes.Index(x.B[i:], []byte(name))
				if k < 0 {
					break
				}
				i += k + len(name)
				open := i + indexAny(x.B[i:], ">")
				if x.B[i-len(name)-1] == '/' || open >= len(x.B) {
					continue
				}
				end := open + 1 + indexAny(x.B[open+1:], "<")
				if end > open+1 {
					d.found(x, open+1, end, rule.Assert)
				}
			}
		}
		q := p
		q.code, q.names = true, rule.Key
		d.text(x, q)
	}
	b := bytes.TrimSpace(t.B)
	if len(b) > 0 && b[0] == '<' {
		look(t)
		return seen
	}
	d.arena.Nested(t, func(c *decode.Text) {
		if bytes.HasPrefix(bytes.TrimSpace(c.B), []byte("<")) {
			look(c)
			return
		}
		d.arena.Compressed(c, func(z *decode.Text) {
			if bytes.HasPrefix(bytes.TrimSpace(z.B), []byte("<")) {
				look(z)
			}
		})
	})
	return seen
}
