package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// body takes the text of a request or response; packed says that it is in base64.
// mime is often missing or wrong, so that it only decides where the text itself
// does not.
func (d *Detector) body(t *decode.Text, mime []byte, packed, request bool) {
	p := place{names: rule.Key, request: request}
	mime = bytes.ToLower(mime)
	if packed {
		d.binary(t, mime, p)
		return
	}
	if what := media(nil, mime); what != "" && len(t.B) > 256 && !decode.Readable(t.B[:64]) {
		d.uninspected(what, t, len(t.B))
		return
	}
	if i, j := trim(t.B, 0, len(t.B)); j-i >= 32 && j-i <= 128 && !request {
		if v := t.B[i:j]; isKey(v) && !judge.HoldsPlaceholder(v) && !packsText(v) && !d.arena.HoldsCompressed(v) || j-i == 32 && i > 0 && t.B[i-1] == '"' && judge.Token(v) && judge.Random(v) {
			d.found(t, i, j, rule.Member) // the answer to who asks for a token alone
			return
		}
	}
	if i, j := trim(t.B, 0, len(t.B)); (d.asks == asksLogin || j-i < 64 && isTicket(t.B[i:j])) && !request && j-i <= maxPlain && j > i && t.B[i] != '{' && t.B[i] != '<' {
		d.answeredPlain(t, i, j)
	}
	if !request && bytes.HasPrefix(t.B, []byte("//OK[")) {
		d.remoteAnswer(t)
	}
	if request && len(t.B) > 8 && len(t.B) < maxLength && t.B[1] == '|' && t.B[3] == '|' {
		d.remote(t, p)
	}
	d.content(t, 0, len(t.B), mime, p)
}

// packsText tells whether a value is base64 of text, or of what an earlier run has left a
// placeholder in.
func packsText(v []byte) bool {
	var buf [128]byte
	plain, ok := decode.AppendBase64(buf[:0], v)
	return ok && (decode.Readable(plain) || judge.HoldsPlaceholder(plain))
}

// carried takes what a request or response carries: a body, a form's field, a
// message. look looks into it, also where all of it goes: what is secret there
// may stand elsewhere alone. packed says that it is in base64.
func (d *Detector) carried(r *rule.Rule, t *decode.Text, packed bool, look func()) {
	if d.inside || len(bytes.TrimSpace(t.B)) == 0 {
		look()
		return
	}
	if d.policy.Bodies && judge.Placeholders(t.B, d.sink.Placeholder) {
		return // of an earlier run, and in no encoding whatever is said of it
	}
	c := d.enter()
	look()
	if !d.leave(c, r, false) {
		return
	}
	unpacked := false
	if packed {
		d.sub(t, decode.Base64, 0, len(bytes.TrimRight(t.B, "\r\n")), func(b *decode.Text) {
			unpacked = true
			d.goes(b, 0, len(b.B), r, r.Reason, "")
		})
	}
	if !unpacked {
		d.goes(t, 0, len(t.B), r, r.Reason, "")
	}
}

// carrying is how it was when the detector came upon something carried.
type carrying struct {
	outermost bool
	skipped   int64
	whole     int
}

// enter begins something carried. What stands inside of it is a part of it.
func (d *Detector) enter() carrying {
	c := carrying{!d.inside, d.arena.Skipped, d.whole}
	if c.outermost {
		d.inside, d.gone = true, d.policy.Bodies
	}
	return c
}

// leave ends what enter began, and tells whether all of it is to go, under r.
// nothing says that it is none after all.
func (d *Detector) leave(c carrying, r *rule.Rule, nothing bool) bool {
	if !c.outermost {
		return false
	}
	d.inside, d.gone = false, false
	if nothing {
		return false
	}
	if d.policy.Bodies {
		d.arena.Skipped = c.skipped
		return true
	}
	if d.whole == c.whole {
		d.sink.Kept(r)
	}
	return false
}

// uninspected takes a text that nothing is known of but what it is; size is that
// in the file. Where such bodies go, those of one sort count as one secret.
func (d *Detector) uninspected(what string, t *decode.Text, size int) {
	switch {
	case d.gone:
	case d.policy.Uninspected:
		d.whole++
		d.goes(t, 0, len(t.B), rule.Body, "uninspected "+what, "")
	default:
		d.sink.Passed(what, size)
	}
}

// prefixes are what servers put before JSON so that it does not run as a
// script.
var prefixes = [...]string{")]}',", ")]}'", "while(1);", "while (1);", "for(;;);", "for (;;);", "{}&&", "/**/", "throw 1;", "\xEF\xBB\xBF"}

// content takes B[i:j], a text in some notation.
func (d *Detector) content(t *decode.Text, i, j int, mime []byte, p place) {
	b := t.B
	i = skipSpace(b, i, j)
	for _, prefix := range prefixes {
		if bytes.HasPrefix(b[i:j], []byte(prefix)) {
			i = skipSpace(b, i+len(prefix), j)
			i = skipLength(b, i, j)
		}
	}
	if i >= j {
		return
	}
	switch {
	case b[i] == '{' || b[i] == '[':
		if b[i] == '[' && p.request && i+1 < j && b[i+1] == '"' {
			d.event(t, i+1, j, p) // ["login","ann","x"]
		}
		d.values(t, i, j, mime, p)
	case bytes.HasPrefix(mime, []byte("multipart/")) || isParts(b[i:j]):
		d.multipart(t, i, j, p)
	case bytes.HasPrefix(mime, []byte("text/event-stream")) || bytes.HasPrefix(b[i:j], []byte("data:")) || bytes.HasPrefix(b[i:j], []byte("event:")):
		d.events(t, i, j, p)
	case bytes.Contains(mime, []byte("urlencoded")):
		d.pairs(t, i, j, p)
		if !isForm(b[i:j]) {
			p.query = true
			d.text2(t, i, j, p)
		}
	case p.request && isForm(b[i:j]):
		d.pairs(t, i, j, p)
		p.query = false
		d.text2(t, i, j, p)
	case b[i] == '"' && len(mime) > 0 && bytes.Contains(mime, []byte("json")):
		d.values(t, i, j, mime, p)
	default:
		if k := callback(b[i:j]); k > 0 {
			d.values(t, i+k, j, mime, p)
			return
		}
		p.code = isCode(b[i:j], mime)
		if !p.code && (d.mail(t, i, j, p) || d.table(t, i, j, p)) {
			return
		}
		d.text2(t, i, j, p)
	}
}

// isParts tells whether a text is one of several parts with headers of their own.
func isParts(b []byte) bool {
	if len(b) < 2 || b[0] != '-' || b[1] != '-' {
		return false
	}
	k := bytes.Index(b[:min(len(b), 400)], []byte("ontent-"))
	return k > 1 && b[k-2] == '\n'
}

// maxDigits is how many digits the length of an answer has, at most.
const maxDigits = 9

// skipLength passes a line with the length of the JSON behind it, as Google's batchexecute
// has before each of its answers.
func skipLength(b []byte, i, j int) int {
	k := i
	for k < j && k-i < maxDigits && b[k]-'0' < 10 {
		k++
	}
	if next := skipSpace(b, k, j); k > i && k < j && b[k] == '\n' && next < j && (b[next] == '[' || b[next] == '{') {
		return next
	}
	return i
}

func skipSpace(b []byte, i, j int) int {
	for i < j && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t') {
		i++
	}
	return i
}

// callback gives where the JSON begins in JSONP: name({ … }).
func callback(b []byte) int {
	for i, c := range b[:min(len(b), 100)] {
		switch {
		case c == '(' && i > 0:
			k := skipSpace(b, i+1, len(b))
			if k < len(b) && (b[k] == '{' || b[k] == '[') {
				return k
			}
			return 0
		case !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c == '.'):
			return 0
		}
	}
	return 0
}

// isCode tells whether bare words in a text are names of a program rather
// than values.
func isCode(b, mime []byte) bool {
	for _, m := range [...]string{"javascript", "ecmascript", "html", "css", "typescript"} {
		if bytes.Contains(mime, []byte(m)) {
			// What says that it is a page and has no tag is a message of a server.
			if m != "html" {
				return bytes.ContainsAny(b[:min(len(b), 2000)], "(){};\"'")
			}
			return bytes.IndexByte(b[:min(len(b), 4000)], '<') >= 0 || count(b[:min(len(b), 2000)], codeSigns[:]) >= 2
		}
	}
	if bytes.Contains(mime, []byte("yaml")) || bytes.Contains(mime, []byte("form-data")) {
		return false
	}
	head := b[:min(len(b), 2000)]
	if bytes.HasPrefix(mime, []byte("text/plain")) && !isPage(head) {
		// A program that is shown as what it is. Letters, logs and scripts of a
		// shell, whose values stand bare, have a sign or two.
		return count(b[:min(len(b), 4000)], sourceSigns[:]) >= 4
	}
	return head[0] == '<' || count(head, codeSigns[:]) >= 2
}

// isPage tells whether a text begins as a page does, whatever is said of it.
func isPage(b []byte) bool {
	return len(b) > 14 && (bytes.EqualFold(b[:14], []byte("<!doctype html")) || bytes.EqualFold(b[:5], []byte("<html")))
}

// codeSigns are what programs of a page have in them; sourceSigns what those of
// any language have, where values stand in quotes, and prose has not.
var (
	codeSigns   = [...]string{"function", "=>", "var ", "const ", "let ", "return", "){", "();", "@media", "use strict", "this."}
	sourceSigns = [...]string{
		"\nimport ", "\nfrom ", "\nexport const ", "\nexport declare ", "\nexport interface ", "\nexport class ", "\nexport function ", "\ndef ", "\nclass ", "\nfunc ", "\npackage ", "\ntype ", "\n#include", "\nconst ", "\nfunction ",
		"self.", "this.", " := ", "=>", "){", ") {", "();", "});", "):\n", " */", "->", "  return ", "if err", "\n/**", "\n * ", "\ndeclare ", "\nexport type ", "\ninterface ", "?: ", "readonly ", "\n    def ", "\"\"\"\n",
	}
)

// count tells how many of the signs stand in b.
func count(b []byte, signs []string) int {
	n := 0
	for _, s := range signs {
		if bytes.Contains(b, []byte(s)) {
			n++
		}
	}
	return n
}

// values takes one JSON value after another, and what stands between them as
// text: NDJSON, SignalR's record separators, the tail of JSONP, a body that
// was cut.
func (d *Detector) values(t *decode.Text, i, j int, mime []byte, p place) {
	b := t.B
	p.harmless = false // what stands in it has names of its own
	for n := 0; i < j; n++ {
		end := d.json(t, i, j, har.Any, p)
		if end >= j {
			return
		}
		if end == i {
			break
		}
		next := end
		for next < j && (b[next] <= ' ' || b[next] == ',' || b[next] == ';' || b[next] == ')') {
			next++
		}
		if next >= j {
			return
		}
		if bytes.IndexByte([]byte(`=:\&%`), b[next]) >= 0 && end-i < 256 {
			// ["token"]=> "x" is no JSON, and "token":"x"} the rest of some: its name
			// is told by what stands behind. {\" and {&quot; are some with escapes.
			break
		}
		i = skipLength(b, next, j)
		if b[i] != '{' && b[i] != '[' {
			break
		}
	}
	// A cut string begins with a quote that would hide what follows it; its name
	// stands before it, as that of what follows a remark.
	if i < j && (b[i] == '"' || b[i] == '/') {
		i = nameOfCut(b, i)
	}
	p.code = isCode(b[i:j], mime)
	d.text2(t, i, j, p)
}

// nameOfCut gives where the name begins of the value at i.
func nameOfCut(b []byte, i int) int {
	k := i
	for k > 0 && (b[k-1] <= ' ' || b[k-1] == ':') {
		k--
	}
	if k == 0 || k == i || b[k-1] != '"' {
		return i
	}
	if q := bytes.LastIndexByte(b[max(0, k-66):k-1], '"'); q >= 0 {
		return max(0, k-66) + q
	}
	return i
}

// events takes an event stream (HTML 9.2): the data fields are contents.
func (d *Detector) events(t *decode.Text, i, j int, p place) {
	for i < j {
		end := i + indexAny(t.B[i:j], "\r\n")
		if far := spreadData(t.B, i, end, j); far > end {
			if k := i + len("data:"); !d.table(t, skipSpace(t.B, k, far), far, p) {
				d.text2(t, i, far, p)
			}
			i = far
			continue
		}
		if rest, ok := bytes.CutPrefix(t.B[i:end], []byte("data:")); ok {
			d.content(t, end-len(rest), end, nil, p)
		} else if end > i {
			d.text2(t, i, end, p)
		}
		i = end + 1
	}
}

// spreadData gives where the last data field of an event ends that the one at B[i:end]
// begins, where several together are a document or a table and none is one alone.
func spreadData(b []byte, i, end, j int) int {
	const field = "data:"
	first, ok := bytes.CutPrefix(b[i:end], []byte(field))
	first = bytes.TrimSpace(first)
	if !ok || len(first) == 0 {
		return 0
	}
	if last := first[len(first)-1]; (first[0] == '{' || first[0] == '[') && (last == '}' || last == ']') {
		return 0 // all of a document
	}
	far := end
	for {
		next := far
		for next < j && next-far < 2 && (b[next] == '\r' || b[next] == '\n') && (next == far || b[next] != b[far]) {
			next++
		}
		if next == far || !bytes.HasPrefix(b[next:j], []byte(field)) {
			return far
		}
		far = next + indexAny(b[next:j], "\r\n")
	}
}

// isQuotedPrintable tells whether header fields say that what follows them is
// quoted-printable (RFC 2045 6.1).
func isQuotedPrintable(headers []byte) bool {
	k := bytes.Index(headers, []byte("ransfer-"))
	return k >= 0 && bytes.Contains(headers[k:min(len(headers), k+60)], []byte("quoted-printable"))
}

// mail takes a message (RFC 5322) whose body is quoted-printable, and tells
// whether it is one.
func (d *Detector) mail(t *decode.Text, i, j int, p place) bool {
	b := t.B[i:j]
	head, gap := bytes.Index(b, []byte("\r\n\r\n")), 4
	if head < 0 {
		head, gap = bytes.Index(b, []byte("\n\n")), 2
	}
	if head < 0 || head > 16<<10 || !isQuotedPrintable(b[:head]) {
		return false
	}
	d.text2(t, i, i+head, p)
	d.sub(t, decode.Quoted, i+head+gap, j, func(v *decode.Text) { d.content(v, 0, len(v.B), nil, p) })
	return true
}

// multipart takes multipart/form-data (RFC 7578) and its kin.
func (d *Detector) multipart(t *decode.Text, i, j int, p place) {
	b := t.B
	line := i + indexAny(b[i:j], "\r\n")
	boundary := b[i:line]
	if len(boundary) < 4 || !bytes.HasPrefix(boundary, []byte("--")) {
		d.text2(t, i, j, p)
		return
	}
	for i < j {
		// The headers of a part end at an empty line.
		next := bytes.Index(b[i+len(boundary):j], boundary)
		end := j
		if next >= 0 {
			end = i + len(boundary) + next
		}
		d.part(t, i+len(boundary), end, p)
		if next < 0 {
			return
		}
		i = end
	}
}

// fieldName gives the name that a part's Content-Disposition has (RFC 7578 4.2), without the
// charset of one that is written with escapes (RFC 8187): name*=UTF-8'en'x.
func fieldName(headers []byte) []byte {
	for _, parameter := range [...]string{"name=", "name*="} {
		for i := 0; ; {
			k := bytes.Index(headers[i:], []byte(parameter))
			if k < 0 {
				break
			}
			start := i + k
			i = start + len(parameter)
			if start == 0 || headers[start-1] != ' ' && headers[start-1] != ';' && headers[start-1] != '\t' {
				continue // filename=
			}
			// A page shows the quotes as references.
			name := bytes.TrimPrefix(bytes.TrimPrefix(headers[i:], []byte(`"`)), []byte("&quot;"))
			name = name[:indexAny(name, "\"&;\r\n")]
			if parameter == "name*=" {
				name = name[bytes.LastIndexByte(name, '\'')+1:]
			}
			return name
		}
	}
	return nil
}

func (d *Detector) part(t *decode.Text, i, j int, p place) {
	b := t.B
	head, gap := bytes.Index(b[i:j], []byte("\r\n\r\n")), 4
	if head < 0 {
		head, gap = bytes.Index(b[i:j], []byte("\n\n")), 2
	}
	if head < 0 {
		d.text2(t, i, j, p)
		return
	}
	headers := b[i : i+head]
	i += head + gap
	for j > i && (b[j-1] == '\n' || b[j-1] == '\r') {
		j--
	}
	var r *rule.Rule
	if name := fieldName(headers); len(name) > 0 {
		r = d.parameter(d.canonical(name))
	}
	p.names = rule.Param
	if i >= j {
		return
	}
	if isQuotedPrintable(headers) {
		p.names = rule.Key
		d.sub(t, decode.Quoted, i, j, func(v *decode.Text) {
			if r != nil && r.Treat == rule.Secret {
				d.value(v, r, p)
				return
			}
			d.content(v, 0, len(v.B), nil, p)
		})
		return
	}
	if r != nil && r.Treat == rule.Secret && !bytes.Contains(headers, []byte("filename=")) {
		d.sub(t, decode.None, i, j, func(v *decode.Text) { d.value(v, r, p) })
		return
	}
	d.sub(t, decode.None, i, j, func(v *decode.Text) {
		p.names = rule.Key
		d.content(v, 0, len(v.B), nil, p)
	})
}
