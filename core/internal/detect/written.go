package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// Connection strings and settings in a program's strings and a page's elements: what
// stands between their names and the next ones is a value, whatever signs it has.

// maxWrittenPairs is how far the begin of such a text is from one of its names.
const maxWrittenPairs = 256

// written gives where the value at k ends, of the name at i in a program or page, where
// both stand in a text of pairs: "host=db password=x port=1", Server=a;Password=x;, the
// lines of an element. It is 0 where they do not.
func written(b []byte, i, k int) int {
	s := i
	for s > 0 && i-s < maxWrittenPairs && !opensPairs[b[s-1]] {
		s--
	}
	if s == 0 || !opensPairs[b[s-1]] {
		return 0
	}
	open, before := b[s-1], b[s:i]
	close := open
	if open == '\n' || open == '>' {
		if !inShown(b, s) {
			return 0
		}
		close = '<'
	}
	end := k
	for end < len(b) && end-k < maxSigned && b[end] != close && b[end] != '\n' {
		end++
	}
	if end == len(b) || end-k == maxSigned {
		return 0
	}
	stop := byte(0)
	if n := len(before); n > 0 {
		if before[0]|0x20 < 'a' || before[0]|0x20 > 'z' || bytes.ContainsAny(before, "(){}[]+") {
			return 0
		}
		if stop = before[n-1]; stop != ' ' && stop != ';' && stop != '.' || stop != '.' && bytes.IndexByte(before, '=') < 0 {
			return 0
		}
		for stop == '.' && n > 0 && (class[before[n-1]] == word || before[n-1] == '.') {
			n-- // spring.mail.password
		}
		if stop == '.' {
			if stop = 0; n > 0 {
				return 0
			}
		}
		if stop == ' ' {
			if t := bytes.TrimRight(before, " "); t[len(t)-1] == ';' {
				stop = ';'
			}
		}
	}
	switch {
	case stop != 0:
		return k + indexAny(b[k:end], string(stop))
	case close == '<':
		return k + len(bytes.TrimRight(b[k:end], " \r"))
	}
	return k + nextPair(b[k:end])
}

// nextPair gives where the value ends at the begin of a text of which another pair, name=,
// goes on behind a blank or a semicolon; 0 where none does.
func nextPair(v []byte) int {
	k := bytes.IndexAny(v, " ;")
	if k < 0 {
		return 0
	}
	n := k + 1
	for n < len(v) && (class[v[n]] == word || v[n] == ' ') {
		n++
	}
	if n == k+1 || n == len(v) || v[n] != '=' {
		return 0
	}
	return k
}

// opensPairs has what such a text may begin behind.
var opensPairs = func() (t [256]bool) {
	for _, c := range "\"'`>\n" {
		t[c] = true
	}
	return t
}()

// inShown tells whether the last tag before i, which is near, opens an element in which
// texts are shown as they are.
func inShown(b []byte, i int) bool {
	far := max(0, i-8*maxWrittenPairs)
	k := bytes.LastIndexByte(b[far:i], '<')
	if k < 0 {
		return false
	}
	tag := b[far+k+1 : i]
	for _, name := range [...]string{"pre", "code", "textarea", "samp", "kbd"} {
		if bytes.HasPrefix(tag, []byte(name)) {
			return bytes.IndexByte(tag, '>') > 0
		}
	}
	return false
}

// oddSign tells whether a sign that ends an address is one that passwords have and that
// no text sets behind an address.
func oddSign(c byte) bool {
	return c > ' ' && c < 0x7F && c != '"' && c != '\'' && c != '<' && c != '>'
}

// beforePassword gives where the address at i ends that a sign ends: before the parameter
// ;password= that has the sign in it, which is read for itself.
func (d *Detector) beforePassword(b []byte, i, end int) int {
	k := bytes.LastIndexByte(b[i:end], ';')
	if k < 0 {
		return end
	}
	k += i
	eq := bytes.IndexByte(b[k:end], '=')
	if eq < 3 || !isName(b[k+1:k+eq]) {
		return end
	}
	if r := d.name(rule.Key, b[k+1:k+eq]); r == nil || r.Kind != "password" {
		return end
	}
	return k
}

// beforeHost takes the password before the @ at i of an account at a machine that is said
// without a scheme: user:x@192.0.2.1, user:x@proxy.example:8080. Who has a number or a
// port behind is no e-mail address.
func (d *Detector) beforeHost(t *decode.Text, i int) int {
	b := t.B
	end := i + 1
	for end < len(b) && end-i < maxLabel && (class[b[end]] == word || b[end] == '.') {
		end++
	}
	host := b[i+1 : end]
	if len(host) < 7 || len(bytes.Trim(host, "0123456789.")) > 0 && (end+2 > len(b) || b[end] != ':' || !isDigits(b[end+1:end+2])) || bytes.IndexByte(host, '.') < 0 {
		return 0
	}
	k := i
	for k > 0 && i-k < maxChosen && b[k-1] > ' ' && bytes.IndexByte([]byte(`:"'/<>@`), b[k-1]) < 0 {
		k--
	}
	if k < 2 || b[k-1] != ':' || class[b[k-2]] != word || !judge.Typed(b[k:i], true) {
		return 0
	}
	d.found(t, k, i, rule.UserInfo)
	return i + 1
}
