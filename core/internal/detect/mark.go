package detect

import (
	"bytes"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// isUserInfo tells whether a text, of maxHead bytes at most, is base64 of a name and
// a password, or their begin.
func isUserInfo(v []byte) bool {
	var head [maxHead / 4 * 3]byte
	plain, ok := decode.AppendBase64(head[:0], bytes.TrimRight(v, "."))
	return ok && len(plain) >= 3 && decode.Readable(plain) && (len(v) == maxHead || bytes.IndexByte(plain, ':') >= 0)
}

// mark looks at a byte that can be part of an address or of markup.
func (d *Detector) mark(t *decode.Text, i int, p place) int {
	b := t.B
	switch b[i] {
	case ':':
		if i+3 < len(b) && b[i+1] == '/' && b[i+2] == '/' && i > 0 {
			start := i
			for start > 0 && (b[start-1] >= 'a' && b[start-1] <= 'z' || b[start-1] == '+' || b[start-1] >= '0' && b[start-1] <= '9') && i-start < 24 {
				start--
			}
			for start < i && b[start] < 'a' {
				start++ // it begins with a letter
			}
			end := i + 3
			if d.urls < maxURLs {
				end = urlEnd(b, start, end)
			} else if !d.vain.urls {
				d.vain.urls = true // it is read as a text
				d.arena.Skipped += int64(len(b) - i)
			}
			if at := userEnd(b, i+3); at > end {
				// A password with signs that end a URL in a text.
				d.userInfo(t, i+3, at, nil)
				return at
			}
			if end < len(b) && oddSign(b[end]) {
				end = d.beforePassword(b, i, end)
			}
			if start < i && end-i > 4 {
				d.urls++
				d.url(t, start, end, p)
				d.urls--
				return end
			}
			return i + 3
		}
		if i > 0 && i+1 < len(b) && (b[i-1] >= '0' && b[i-1] <= '9' || b[i-1] == '*') && (b[i+1]|0x20 >= 'a' && b[i+1]|0x20 <= 'z' || b[i+1] == '*') {
			if end := d.passFile(t, i); end > 0 {
				return end
			}
		}
		switch {
		case i > 0 && (b[i-1] >= 0x80 || !p.code && i+1 < len(b) && b[i+1] == ' ' && b[i-1]|0x20 >= 'a' && tieBefore(b, i) < i):
			d.label(t, i, i+1, p)
		case i > 1 && (b[i-1] == '"' || b[i-1] == '\'') && b[i-2] >= 0x80:
			d.label(t, i-1, i+1, p)
		}
		if i > 2 && b[i-1] == '*' && b[i-2] == '*' {
			d.strong(t, i, p)
		}
	case wideColon[0]:
		if i > 0 && bytes.HasPrefix(b[i:], []byte(wideColon)) {
			d.label(t, i, i+len(wideColon), p)
		}
	case '@':
		return d.email(t, i)
	case 0xE7:
		if i > 2 && b[i-1] == 0x86 {
			if end := d.accented(t, i, p); end > 0 {
				return end
			}
		}
	case 0xC3, 0xD1:
		if end := d.accented(t, i, p); end > 0 {
			return end
		}
	case '<':
		return d.tag(t, i, p)
	}
	return i + 1
}

// maxURLs is how many addresses may stand one in the path of another: each is read as a
// text once more.
const maxURLs = 6

// urlEnd gives the end of the URL at start in a text, of which i is known. A
// single quote ends it where one stands before it, because it may be part of a
// parameter; so does a quote that is written as a reference. Marks that end sentences
// and brackets are not of it.
func urlEnd(b []byte, start, i int) int {
	first := i
	quoted := start > 0 && b[start-1] == '\''
	for i < len(b) && !(mayStop[b[i]] && stopsURL(b, start, i, quoted)) {
		i++
	}
	for i > first {
		switch b[i-1] {
		case ']':
			if bytes.IndexByte(b[start:i], '[') >= 0 {
				return i
			}
		case ')':
			if bytes.IndexByte(b[start:i], '(') >= 0 {
				return i
			}
		case '.', ',', ';', '\'':
		default:
			return i
		}
		i--
	}
	return i
}

// stopsURL tells whether what may end the URL at start does so at i.
func stopsURL(b []byte, start, i int, quoted bool) bool {
	switch c := b[i]; {
	case c == '&':
		return isQuoteMark(b[i:])
	case c == '\'':
		return quoted
	case c == ')': // )] ends a picture in a link of Markdown
		return bytes.HasPrefix(b[i:], []byte(")]")) && bytes.IndexByte(b[start:i], '(') < 0
	case c >= 0x80: // else of a binary format
		return !isLetter(b, i)
	}
	return true
}

// isQuoteMark tells whether b begins with a quote that markup has written as a reference.
func isQuoteMark(b []byte) bool {
	return bytes.HasPrefix(b, []byte("&quot")) || bytes.HasPrefix(b, []byte("&#34;"))
}

// userEnd gives where the @ stands behind user:password at i, which a host
// follows, 0 where there is none. A password that is written as it is can have
// any sign, also those that end the host of a URL; then it must look like one.
func userEnd(b []byte, i int) int {
	start, at, odd := 0, 0, false
	for k := i; k < len(b) && k-i < 160; k++ {
		c := b[k]
		switch {
		case start == 0 && c == ':':
			start = k + 1
		case start == 0 && class[c] != word && c != '.' && c != '%' && c != '~' && c != ';', c <= ' ':
			return at
		case start == 0:
		case c == '@' && k > start && isHost(b[k+1:]) && (!odd || judge.Odd(b[start:k]) || hashed(b[start:k]) || encodedInfo(b[start:k])):
			at = k
		case c == '/' || c == '?' || c == '#' || urlStops[c]:
			if at > 0 && !odd || isDigits(b[start:k]) {
				return at // this ends the host, or a port
			}
			odd = true
		}
	}
	return at
}

// hashed tells whether a password is written as it is that has, of the signs that
// end a host, the number sign alone: a fragment that goes on with a host there is
// none.
func hashed(v []byte) bool {
	return bytes.IndexByte(v, '#') > 0 && !bytes.ContainsAny(v, "/?\"'<>`\\^{}| ") && judge.Typed(v, false)
}

// encodedInfo tells whether a password is percent-encoded as in a URL, where a single
// quote may stand as it is (RFC 3986 3.2.1): one that a script joins is not.
func encodedInfo(v []byte) bool {
	for i, c := range v {
		switch {
		case c == '%':
			if i+2 >= len(v) || !judge.Hex(bytes.ToLower(v[i+1:i+3])) {
				return false
			}
		case class[c] != word && strings.IndexByte(".~!&'()*+,;=:", c) < 0:
			return false
		}
	}
	return bytes.IndexByte(v, '%') >= 0 && !bytes.Contains(v, []byte("'+")) && !bytes.Contains(v, []byte("+'"))
}

// isHost tells whether a text begins with a host: what may stand behind one
// follows.
func isHost(b []byte) bool {
	n := 0
	for n < len(b) && n < 256 && (class[b[n]] == word && b[n] != '$' || b[n] == '.' || b[n] == '%') {
		n++
	}
	if n == 0 {
		return len(b) > 0 && b[0] == '['
	}
	return n == len(b) || b[n] <= ' ' || b[n] == ':' || b[n] == '/' || b[n] == '?' || b[n] == '#' || b[n] == ',' || b[n] == ';' || b[n] == ')' || urlStops[b[n]]
}

var urlStops = func() (t [256]bool) {
	for i := 0; i <= ' '; i++ {
		t[i] = true
	}
	for _, c := range "\"'<>`\\^{}|" {
		t[c] = true
	}
	return t
}()

// mayStop has besides them the bytes that end an address in some places.
var mayStop = func() [256]bool {
	t := urlStops
	t['&'], t[')'] = true, true
	for c := 0x80; c < len(t); c++ {
		t[c] = true
	}
	return t
}()

// email looks at the @ at i.
func (d *Detector) email(t *decode.Text, i int) int {
	b := t.B
	if end := d.beforeHost(t, i); end > 0 {
		return end
	}
	s, e, dot := i, i+1, 0
	for s > 0 && (class[b[s-1]] == word || b[s-1] == '.' || b[s-1] == '+') && i-s < 65 {
		s--
	}
	for e < len(b) && (class[b[e]] == word && b[e] != '_' && b[e] != '$' || b[e] == '.') && e-i < 255 {
		if b[e] == '.' {
			dot = e
		}
		e++
	}
	for e > i && b[e-1] == '.' {
		e--
	}
	if k := postsEnd(b[s:i]); k > 0 {
		if start := s + bytes.LastIndexAny(b[s:s+k], "-+.") + 1; s+k-start >= 20 && judge.Random(b[start:s+k]) {
			d.found(t, start, s+k, d.called("token"))
		}
	}
	if s == i || dot == 0 || dot == i+1 || e-dot < 3 || e-dot > 14 || b[e-1] >= '0' && b[e-1] <= '9' || judge.FileName(b[i+1:e]) && e-dot <= 4 && isAsset(b[dot+1:e]) || bytes.HasPrefix(b[e:], []byte("://")) {
		return i + 1 // also where the end of it is a scheme
	}
	d.found(t, s, e, rule.Email)
	return e
}

// postsEnd gives where the token ends in the name of a mailbox to which whoever has it can
// post as its owner, incoming+project-7-<token>-issue; 0 where it is none.
func postsEnd(name []byte) int {
	for _, end := range [...]string{"-issue", "-merge-request"} {
		if v, ok := bytes.CutSuffix(name, []byte(end)); ok {
			return len(v)
		}
	}
	return 0
}

// isAsset tells the endings of files that have an @ in their name:
// icon@2x.png.
func isAsset(ext []byte) bool {
	switch string(ext) {
	case "png", "jpg", "gif", "svg", "js", "css", "ts", "mjs", "map":
		return true
	}
	return false
}

// card looks for a payment card's number that begins with the digits B[i:j].
func (d *Detector) card(t *decode.Text, i, j int) int {
	b := t.B
	if i > 0 && (b[i-1] == '.' || b[i-1] == '-' || b[i-1] == '/' || b[i-1] == '%') {
		return 0 // behind a percent sign the first two are an escape's
	}
	for _, c := range b[i:j] {
		if c < '0' || c > '9' {
			// 4111-1111-1111-1111 is one word.
			if c != '-' {
				return 0
			}
		}
	}
	if j-i == 4 {
		if j+5 > len(b) || b[j] != ' ' {
			return 0
		}
		for j < len(b) && j-i < 24 && (b[j] == ' ' || b[j] >= '0' && b[j] <= '9') {
			j++
		}
		for b[j-1] == ' ' {
			j--
		}
		if end := i + len("4111 1111 1111 1111"); j > end && b[end] == ' ' && rule.CardNumber(b[i:end]) && rule.CardNumber(b[end+1:min(len(b), 2*end-i+1)]) {
			j = end // another one stands behind it
		}
	}
	if j < len(b) && (b[j] == '.' || class[b[j]] == word) || !rule.CardNumber(b[i:j]) || inRows(b, i, j) {
		return 0
	}
	d.found(t, i, j, rule.Card)
	return j
}

// inRows tells whether the groups of digits B[i:j] are four of a table of numbers in base
// 16: two more groups stand before or behind them, and one of these has a letter, or they
// are of numbers that follow one another. Behind a card's number can stand another one.
func inRows(b []byte, i, j int) bool {
	if j-i != len("5400 5401 5402 5403") || b[i+4] != ' ' {
		return false
	}
	groups, table := 0, true
	for k := i; k+5 < j; k += 5 {
		table = table && b[k] == b[k+5] && b[k+1] == b[k+6] && bytes.Compare(b[k:k+4], b[k+5:k+9]) < 0
	}
	next := func(k int) bool {
		if k < 0 || k+4 > len(b) || groups > 1 || !judge.Hex(b[k:k+4]) {
			return false
		}
		groups++
		table = table || !isDigits(b[k:k+4])
		return true
	}
	for k := i - 5; k >= 0 && b[k+4] <= ' ' && next(k); k -= 5 {
	}
	for k := j + 1; k < len(b) && b[k-1] <= ' ' && next(k); k += 5 {
	}
	return groups > 1 && table
}
