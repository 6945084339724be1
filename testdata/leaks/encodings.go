package main

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"strings"
)

// An encoding is one way to write a text. open encodings are those a reader of
// the format undoes as a matter of course; the others hide the text.
type encoding struct {
	name string
	open bool
	f    func(r rng, s string) string
}

var encodings = []encoding{
	{"percent upper", true, func(r rng, s string) string { return percentSome(r, s, "%%%02X") }},
	{"percent lower", true, func(r rng, s string) string { return percentSome(r, s, "%%%02x") }},
	{"percent double", true, func(r rng, s string) string {
		return strings.ReplaceAll(percentSome(r, s, "%%%02X"), "%", "%25")
	}},
	{"percent plus", true, func(r rng, s string) string {
		return strings.ReplaceAll(percentSome(r, s, "%%%02X"), "%20", "+")
	}},
	{`json \u`, true, func(r rng, s string) string { return escapeSome(r, quoteJSON(s), `\u%04x`) }},
	{`json \/`, true, func(_ rng, s string) string { return strings.ReplaceAll(quoteJSON(s), "/", `\/`) }},
	{"entity named", true, func(_ rng, s string) string { return entityNamed(s) }},
	{"entity decimal", true, func(r rng, s string) string { return escapeSome(r, html.EscapeString(s), "&#%d;") }},
	{"entity hex", true, func(r rng, s string) string { return escapeSome(r, html.EscapeString(s), "&#x%x;") }},
	{`js \x`, true, func(r rng, s string) string { return escapeSome(r, quoteJSON(s), `\x%02x`) }},
	{`js \u`, true, func(r rng, s string) string { return escapeSome(r, quoteJSON(s), `\u%04X`) }},
	{"base64", false, func(_ rng, s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }},
	{"base64 bare", false, func(_ rng, s string) string { return base64.RawStdEncoding.EncodeToString([]byte(s)) }},
	{"base64url", false, func(_ rng, s string) string { return base64.URLEncoding.EncodeToString([]byte(s)) }},
	{"base64url bare", false, func(_ rng, s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }},
	{"base64 shifted", false, func(r rng, s string) string {
		return base64.StdEncoding.EncodeToString([]byte(r.chars('a', r.between(1, 5)) + ":" + s + ";" + r.chars('a', r.between(0, 4))))
	}},
	{"base64url shifted", false, func(r rng, s string) string {
		return base64.RawURLEncoding.EncodeToString([]byte(r.chars('a', r.between(1, 5)) + "|" + s + "|" + r.chars('a', r.between(0, 4))))
	}},
	{"hex", false, func(_ rng, s string) string { return hex.EncodeToString([]byte(s)) }},
	{"hex upper", false, func(_ rng, s string) string { return strings.ToUpper(hex.EncodeToString([]byte(s))) }},
	{"gzip base64", false, func(_ rng, s string) string { return base64.StdEncoding.EncodeToString([]byte(gzipped(s))) }},
	{"zlib base64", false, func(_ rng, s string) string { return base64.StdEncoding.EncodeToString([]byte(zlibbed(s))) }},
	{"deflate base64", false, func(_ rng, s string) string { return base64.StdEncoding.EncodeToString([]byte(deflated(s))) }},
}

// encode applies n encodings on top of each other.
func encode(r rng, p piece, n int, allowed func(encoding) bool) piece {
	last := ""
	for range n {
		e := pick(r, encodings)
		for !allowed(e) || e.name == last {
			e = pick(r, encodings)
		}
		last = e.name
		own := r.fork()
		p = p.encoded(e.name, func(s string) string { return e.f(own, s) })
	}
	return p
}

func anyEncoding(encoding) bool    { return true }
func openEncoding(e encoding) bool { return e.open }

// percentComponent is encodeURIComponent.
func percentComponent(s string) string {
	return percentBytes(s, "%%%02X", func(c byte) bool {
		return strings.IndexByte(uppers+lowers+digits+"-_.!~*'()", c) < 0
	})
}

// percentForm is application/x-www-form-urlencoded.
func percentForm(s string) string {
	return strings.ReplaceAll(percentBytes(s, "%%%02X", func(c byte) bool {
		return strings.IndexByte(uppers+lowers+digits+"-_.*", c) < 0
	}), "%20", "+")
}

// percentSome encodes what must be, and a few characters that need not be.
func percentSome(r rng, s, format string) string {
	first := true
	return percentBytes(s, format, func(c byte) bool {
		if strings.IndexByte(uppers+lowers+digits+"-_.", c) < 0 {
			return true
		}
		extra := first || r.chance(5)
		first = false
		return extra
	})
}

func percentBytes(s, format string, must func(byte) bool) string {
	var b strings.Builder
	for i := range len(s) {
		if must(s[i]) {
			fmt.Fprintf(&b, format, s[i])
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// escapeSome writes some letters and digits of s that are part of no escape as
// a numeric escape. A text without any is left as it is.
func escapeSome(r rng, s, format string) string {
	var b strings.Builder
	rest := 0 // bytes of an escape still to copy
	plain := 0
	for i := range len(s) {
		c := s[i]
		switch {
		case rest > 0:
			rest--
			b.WriteByte(c)
		case c == '\\':
			rest = 1
			if i+1 < len(s) && s[i+1] == 'u' {
				rest = 5
			}
			b.WriteByte(c)
		case c == '&':
			rest = max(strings.IndexByte(s[i:], ';'), 0)
			b.WriteByte(c)
		case strings.IndexByte(uppers+lowers+digits+"-_=/+", c) >= 0 && (plain == 0 || r.chance(25)):
			fmt.Fprintf(&b, format, c)
			plain++
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// entityNamed escapes as browsers and templates do, and a few more characters
// by their HTML5 names.
func entityNamed(s string) string {
	s = html.EscapeString(s)
	s = strings.NewReplacer("&#34;", "&quot;", "&#39;", "&apos;", "=", "&equals;", "/", "&sol;", "+", "&plus;", "_", "&lowbar;", ".", "&period;").Replace(s)
	return s
}

// quoteJSON is the inside of a JSON string.
func quoteJSON(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic("internal error: a string is always JSON")
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(b.String(), "\n"), `"`), `"`)
}

// quoteJS is the inside of a JavaScript string in the given quotes.
func quoteJS(quote byte) func(string) string {
	return func(s string) string {
		s = strings.ReplaceAll(quoteJSON(s), `\"`, `"`)
		s = strings.ReplaceAll(s, string(quote), `\`+string(quote))
		if quote == '`' {
			s = strings.ReplaceAll(s, "${", `\${`)
		}
		return strings.ReplaceAll(s, "</", `<\/`)
	}
}

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

func zlibbed(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

func deflated(s string) string {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		panic("internal error: the default level exists")
	}
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}
