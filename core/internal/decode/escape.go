package decode

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

const (
	lows  = 0x0101010101010101
	highs = 0x8080808080808080
)

// word gives the eight bytes from i on. Where the length of what is cut is the
// capacity, too, the compiler sees that nothing else is to be checked.
func word(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8 : i+8]) }

// equal marks, by the high bit of its byte, the first byte of w that is c; what it
// marks behind that may be another.
func equal(w uint64, c byte) uint64 {
	x := w ^ uint64(c)*lows
	return (x - lows) &^ x & highs
}

// appendBackslash undoes JSON and JavaScript escapes. What is no escape stays
// as it is, so a text that only looks escaped loses nothing.
func appendBackslash(dst []byte, marks []mark, src []byte, base int) ([]byte, []mark) {
	if cap(dst) < len(src) {
		dst = make([]byte, 0, len(src)+len(src)/8)
	}
	out := dst[:len(src)] // decoded text is never longer
	d, i := 0, 0
	next := markEvery
	for i < len(src) {
		// The simple ones, up to the next mark: eight bytes at a time up to the
		// next backslash, with the character behind it.
		for far := min(len(src)-9, i+markEvery); i <= far; {
			w := word(src, i)
			binary.LittleEndian.PutUint64(out[d:d+8:d+8], w)
			m := equal(w, '\\')
			if m == 0 {
				i += 8
				d += 8
				continue
			}
			k := bits.TrailingZeros64(m) >> 3
			i += k
			d += k
			c := shortEscapes[src[i+1]]
			if c == 0 {
				break
			}
			out[d] = c
			i += 2
			d++
		}
		if d >= next {
			marks = append(marks, mark{uint32(d), uint32(base + i)})
			next = d + markEvery
		}
		// One of the others, or what is too near to the end.
		if i == len(src) {
			break
		}
		r, n := rune(0), 0
		if src[i] == '\\' {
			r, n = backslash(src[i:])
		}
		switch {
		case n == 0:
			out[d] = src[i]
			i++
			d++
		case r < utf8.RuneSelf:
			out[d] = byte(r)
			d++
		default:
			d += utf8.EncodeRune(out[d:], r)
		}
		i += n
	}
	return out[:d], marks
}

// shortEscapes gives what a backslash and one more character stand for, 0 where
// that is no escape. A dollar is escaped in templates of JavaScript, in shells and in PHP,
// a colon and an equals sign in the properties of Java.
var shortEscapes = [256]byte{
	'"': '"', '\\': '\\', '/': '/', '\'': '\'', '`': '`', '$': '$', ':': ':', '=': '=', 'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f',
}

// backslash reads one escape at the start of s: the character and the bytes it
// takes, 0 where it is none. A lone surrogate becomes U+FFFD, as in
// encoding/json.
func backslash(s []byte) (rune, int) {
	if len(s) < 2 {
		return 0, 0
	}
	if c := shortEscapes[s[1]]; c != 0 {
		return rune(c), 2
	}
	switch s[1] {
	case 'x':
		if len(s) >= 4 {
			if h, ok := hexByte(s[2], s[3]); ok {
				return rune(h), 4
			}
		}
	case 'u':
		r, n := unicodeEscape(s)
		if n == 0 {
			return 0, 0
		}
		if r >= 0xD800 && r < 0xDC00 && len(s) >= n+6 && s[n] == '\\' && s[n+1] == 'u' {
			if lo, k := unicodeEscape(s[n:]); k == 6 && lo >= 0xDC00 && lo < 0xE000 {
				return (r-0xD800)<<10 + (lo - 0xDC00) + 0x10000, n + k
			}
		}
		if r >= 0xD800 && r < 0xE000 {
			r = utf8.RuneError
		}
		return r, n
	}
	return 0, 0
}

// unicodeEscape reads \uXXXX or \u{X…}.
func unicodeEscape(s []byte) (rune, int) {
	if len(s) >= 6 && s[2] != '{' {
		hi, ok1 := hexByte(s[2], s[3])
		lo, ok2 := hexByte(s[4], s[5])
		if ok1 && ok2 {
			return rune(hi)<<8 | rune(lo), 6
		}
		return 0, 0
	}
	if len(s) >= 5 && s[2] == '{' {
		var r rune
		for k := 3; k < len(s) && k < 10; k++ {
			if s[k] == '}' {
				// Below 0x80 a character takes one byte, and so on: the
				// decoded form is never longer than the escape.
				if k > 3 && r <= utf8.MaxRune {
					return r, k + 1
				}
				return 0, 0
			}
			h := unhex[s[k]]
			if h > 15 {
				return 0, 0
			}
			r = r<<4 | rune(h)
		}
	}
	return 0, 0
}

// appendPercent undoes percent-encoding, and + for a space where form is set.
func appendPercent(dst []byte, marks []mark, src []byte, base int, form bool) ([]byte, []mark) {
	if cap(dst) < len(src) {
		dst = make([]byte, 0, len(src)+len(src)/8)
	}
	next := len(dst) + markEvery
	for i := 0; i < len(src); {
		c := src[i]
		if c == '%' && i+2 < len(src) {
			if h, ok := hexByte(src[i+1], src[i+2]); ok {
				dst = append(dst, h)
				i += 3
				if len(dst) >= next {
					marks = append(marks, mark{uint32(len(dst)), uint32(base + i)})
					next = len(dst) + markEvery
				}
				continue
			}
		}
		if c == '+' && form {
			c = ' '
		}
		dst = append(dst, c)
		i++
	}
	return dst, marks
}

// appendEntity undoes HTML character references.
func appendEntity(dst []byte, marks []mark, src []byte, base int) ([]byte, []mark) {
	if cap(dst) < len(src) {
		dst = make([]byte, 0, len(src)+len(src)/8)
	}
	next := len(dst) + markEvery
	for i := 0; i < len(src); {
		k := bytes.IndexByte(src[i:], '&')
		if k < 0 {
			return append(dst, src[i:]...), marks
		}
		dst = append(dst, src[i:i+k]...)
		i += k
		r, n := entity(src[i:])
		if n == 0 {
			dst = append(dst, '&')
			i++
			continue
		}
		dst = utf8.AppendRune(dst, r)
		i += n
		if len(dst) >= next {
			marks = append(marks, mark{uint32(len(dst)), uint32(base + i)})
			next = len(dst) + markEvery
		}
	}
	return dst, marks
}

// entities are the named references that stand for characters of credentials
// and of the syntax around them. The full list has 2,231; letters and signs
// beyond ASCII are of no use to hide a token that is ASCII.
var entities = map[string]rune{
	"quot": '"', "QUOT": '"', "amp": '&', "AMP": '&', "lt": '<', "LT": '<', "gt": '>', "GT": '>', "apos": '\'', "nbsp": 0xA0,
	"excl": '!', "num": '#', "dollar": '$', "percnt": '%', "lpar": '(', "rpar": ')', "ast": '*', "midast": '*', "plus": '+',
	"comma": ',', "period": '.', "sol": '/', "colon": ':', "semi": ';', "equals": '=', "quest": '?', "commat": '@',
	"lsqb": '[', "lbrack": '[', "bsol": '\\', "rsqb": ']', "rbrack": ']', "Hat": '^', "lowbar": '_', "UnderBar": '_',
	"grave": '`', "DiacriticalGrave": '`', "lcub": '{', "lbrace": '{', "verbar": '|', "vert": '|', "VerticalLine": '|',
	"q": '"', "a": '&', "s": '\'', "l": '<', "g": '>', // of the state that Angular hands to its pages
	"rcub": '}', "rbrace": '}', "Tab": '\t', "NewLine": '\n', "hyphen": 0x2010, "dash": 0x2010,
	"shy": 0xAD, "ZeroWidthSpace": 0x200B, "zwnj": 0x200C, "zwj": 0x200D,
}

// entity reads one character reference at the start of s.
func entity(s []byte) (rune, int) {
	if len(s) < 3 {
		return 0, 0
	}
	if s[1] == '#' {
		i, base := 2, rune(10)
		if s[2] == 'x' || s[2] == 'X' {
			i, base = 3, 16
		}
		for i+1 < len(s) && s[i] == '0' && unhex[s[i+1]] < byte(base) && i < 32 {
			i++ // of which there may be any number
		}
		first, r := i, rune(0)
		for ; i < len(s) && i < first+8; i++ {
			h := rune(unhex[s[i]])
			if h >= base {
				break
			}
			r = r*base + h
		}
		// A surrogate or NUL stands for U+FFFD (HTML 13.2.5.80), three bytes.
		if i == first || r > utf8.MaxRune || r == 0 || r >= 0xD800 && r < 0xE000 {
			return 0, 0
		}
		if i < len(s) && s[i] == ';' {
			i++
		} else if r < ' ' || i+2 < len(s) && (isCut(s[i:]) || s[i] == '\\' && (s[i+1] == 'u' || s[i+1] == 'x')) {
			return 0, 0 // &#3&#x34;; is a reference cut by another one, &#34%3B one within an escape
		}
		return r, i
	}
	for i := 1; i < len(s) && i < 20; i++ {
		if s[i] == ';' {
			if r, ok := entities[string(s[1:i])]; ok {
				return r, i + 1
			}
			return 0, 0
		}
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return 0, 0
		}
	}
	return 0, 0
}

// isCut tells whether s begins with a percent-encoded byte, of which another
// escape may stand for a digit: %3B, %&#51;B, %3\x42.
func isCut(s []byte) bool {
	return s[0] == '%' && (isEscape(s, Percent) || s[1] == '&' || s[1] == '\\' || unhex[s[1]] < 16 && (s[2] == '&' || s[2] == '\\'))
}

// Escape writes plain by c the way source, a stretch written by c, does it:
// what stands there as itself stays itself, what is escaped there is escaped
// the same way. It is for the escaping codecs.
func Escape(dst []byte, c Codec, plain, source []byte) []byte {
	bare := true
	for _, b := range plain {
		bare = bare && unreserved(b)
	}
	if bare {
		return append(dst, plain...) // as placeholders are
	}
	switch c {
	case Percent, Form:
		digits := "0123456789ABCDEF"
		if lowerPercent(source) {
			digits = "0123456789abcdef"
		}
		for _, b := range plain {
			switch {
			case unreserved(b):
				dst = append(dst, b)
			case b == ' ' && c == Form:
				dst = append(dst, '+')
			case b == '=' && !padsPlainly(source):
				dst = append(dst, '%', '3', digits[0xD])
			case b > ' ' && b < 0x7F && b != '%' && b != '"' && b != '&' && !(b == '+' && c == Form) && bytes.IndexByte(source, b) >= 0:
				dst = append(dst, b)
			default:
				dst = append(dst, '%', digits[b>>4], digits[b&15])
			}
		}
		return dst
	case Entity:
		for _, b := range plain {
			switch b {
			case '"':
				dst = append(dst, "&quot;"...)
			case '\'':
				dst = append(dst, "&#39;"...)
			case '&':
				dst = append(dst, "&amp;"...)
			case '<':
				dst = append(dst, "&lt;"...)
			case '>':
				dst = append(dst, "&gt;"...)
			default:
				dst = append(dst, b)
			}
		}
		return dst
	case Backslash:
		slash := bytes.IndexByte(plain, '/') >= 0 && bytes.Contains(source, []byte(`\/`))
		for _, b := range plain {
			switch {
			case b == '"' || b == '\\' || b == '/' && slash:
				dst = append(dst, '\\', b)
			case b == '\n':
				dst = append(dst, '\\', 'n')
			case b == '\r':
				dst = append(dst, '\\', 'r')
			case b == '\t':
				dst = append(dst, '\\', 't')
			case b < 0x20:
				dst = append(dst, '\\', 'u', '0', '0', "0123456789abcdef"[b>>4], "0123456789abcdef"[b&15])
			default:
				dst = append(dst, b)
			}
		}
		return dst
	}
	return append(dst, plain...)
}

// padsPlainly tells whether base64 is padded by the sign itself in a
// percent-encoded text: it also stands behind names there.
func padsPlainly(source []byte) bool {
	if bytes.Contains(source, []byte("%3D")) || bytes.Contains(source, []byte("%3d")) {
		return false
	}
	for i, c := range source {
		if c == '=' && (i+1 == len(source) || source[i+1] == '=' || source[i+1] == '&' || source[i+1] <= ' ') {
			return true
		}
	}
	return false
}

func lowerPercent(source []byte) bool {
	for i := 0; i+2 < len(source); i++ {
		if source[i] == '%' {
			if a, b := source[i+1], source[i+2]; a >= 'a' && a <= 'f' || b >= 'a' && b <= 'f' {
				return true
			}
		}
	}
	return false
}

func unreserved(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_' || b == '.' || b == '~'
}

func hexByte(a, b byte) (byte, bool) {
	h, l := unhex[a], unhex[b]
	return h<<4 | l, h|l < 16
}

// unhex gives a hex digit's value, 0xFF for what is none.
var unhex = func() (t [256]byte) {
	for i := range t {
		t[i] = 0xFF
	}
	for i := byte(0); i < 10; i++ {
		t['0'+i] = i
	}
	for i := byte(0); i < 6; i++ {
		t['a'+i], t['A'+i] = 10+i, 10+i
	}
	return t
}()

// Escaped tells by which escaping codec a short value is still written, if by
// any. Of several, the outermost is one by which every sign of the value makes
// sense: inside, an escape may be cut by the escapes around it. Percent-encoding
// comes last, for around the others it would have encoded their signs. Backslashes
// that are no escapes are the value's own, and so are those beside them, unless
// another escape may cut them: a writer of escapes would have doubled them.
func Escaped(v []byte) (Codec, bool) {
	best, least := None, true
	own := false
	for _, x := range [...]struct {
		sign byte
		c    Codec
	}{{'\\', Backslash}, {'&', Entity}, {'%', Percent}} {
		n, sound, cut := escapes(v, x.sign, x.c)
		if n > 0 && sound {
			return x.c, true
		}
		// Where none does, one that no other cuts.
		if n > 0 && (best == None || least && !cut) {
			own = x.c == Backslash && !cut
			best, least = x.c, cut
		} else if n > 0 {
			own = false
		}
	}
	return best, best != None && !own
}

// escapes counts the escapes of a codec, and tells whether every sign of it
// begins one, and whether another escape stands for a part of one.
func escapes(v []byte, sign byte, c Codec) (n int, sound, cut bool) {
	sound = true
	asked, pem := false, false
	for i := 0; i < len(v); {
		k := bytes.IndexByte(v[i:], sign)
		if k < 0 {
			break
		}
		i += k
		size := 0
		switch c {
		case Percent:
			if isEscape(v[i:], c) {
				size = 3
			}
		case Entity:
			if _, size = entity(v[i:]); size > 0 && v[i+size-1] != ';' {
				sound = false
			}
		default:
			// A password can have a backslash before a letter, and no secret
			// has a line break but a key in PEM.
			if _, size = backslash(v[i:]); size == 2 && bytes.IndexByte([]byte("bfnrt"), v[i+1]) >= 0 {
				if !asked {
					asked, pem = true, bytes.Contains(v, []byte("-----BEGIN"))
				}
				if !pem {
					size = 0
				}
			}
			cut = cut || size == 0 && cutByEntity(v[i:])
		}
		if size == 0 {
			sound = false
			i++
			continue
		}
		n++
		i += size
	}
	return n, sound, cut
}

// cutByEntity tells whether a backslash and the begin of its escape stand before a
// character reference, which stands for the rest: \x&#52;1.
func cutByEntity(v []byte) bool {
	k := 1
	if k < len(v) && (v[k] == 'x' || v[k] == 'u') {
		for k++; k < len(v) && k < len(`\u000`) && unhex[v[k]] < 16; k++ {
		}
	}
	if k >= len(v) || v[k] != '&' {
		return false
	}
	_, n := entity(v[k:])
	return n > 0
}

// Unescape appends what src is when c, an escaping codec, is undone.
func Unescape(dst []byte, c Codec, src []byte) []byte {
	switch c {
	case Backslash:
		var out []byte
		out, _ = appendBackslash(nil, nil, src, 0)
		return append(dst, out...)
	case Percent, Form:
		dst, _ = appendPercent(dst, nil, src, 0, c == Form)
	case Entity:
		dst, _ = appendEntity(dst, nil, src, 0)
	default:
		dst = append(dst, src...)
	}
	return dst
}
