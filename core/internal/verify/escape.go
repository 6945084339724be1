package verify

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A codec is a way of encoding, or a set of those that are undone in one pass.
type codec uint16

const (
	percent codec = 1 << iota // %41, %u0041
	entity                    // &amp; &#65; &#x41
	slash                     // \n \" \/ \x41 \u0041 \u{41} \101
	plus                      // '+' for a space
	b64                       // either alphabet
	lines                     // base64 or hex broken into lines
	hex16
	gzipped
	zlibbed
	deflated
	quotedPrintable
	wide // UTF-16
)

func (c codec) String() string {
	var names []string
	for i, name := range [...]string{
		"percent", "entity", "backslash", "plus", "base64", "lines", "hex", "gzip", "zlib", "deflate", "quoted-printable", "UTF-16",
	} {
		if c&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}

// The lowest and the highest bit of each of 8 bytes.
const ones, highs = 0x0101010101010101, 0x8080808080808080

// word gives the eight bytes from i on. Where the length of what is cut is the
// capacity, too, the compiler sees that nothing else is to be checked.
func word(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8 : i+8]) }

// skipTo gives the offset from i on of the first byte that is x, y or z, and
// len(b) if there is none. It reads 8 bytes at a time, because Go has no vector
// instructions under wasm.
func skipTo(b []byte, i int, x, y, z byte) int {
	xs, ys, zs := ones*uint64(x), ones*uint64(y), ones*uint64(z)
	for ; i+8 <= len(b); i += 8 {
		w := word(b, i)
		// (n - ones) &^ n has its high bit set in each byte of n that is zero,
		// and perhaps in bytes above the first such; the first is all we take.
		p, q, r := w^xs, w^ys, w^zs
		if m := ((p-ones)&^p | (q-ones)&^q | (r-ones)&^r) & highs; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
	for ; i < len(b); i++ {
		if b[i] == x || b[i] == y || b[i] == z {
			break
		}
	}
	return i
}

// maxBackslashes bounds how many backslashes come off at once, which is as many
// as five strings in strings need.
const maxBackslashes = 31

// unescape appends b to dst with the escapes of the given kinds undone once,
// and tells which kinds there were.
//
// If deep is set, the backslashes before a sign like '/' all come off, however
// many strings in strings they are for. What is left out on the way differs in
// its backslashes alone, and is no loss if no secret holds one; but before the
// equals sign of quoted-printable one may be half of an escape.
func unescape(dst, b []byte, kinds codec, deep bool) (out []byte, did codec) {
	for i := 0; i < len(b); {
		next := skipTo(b, i, '%', '&', '\\')
		mark := len(dst)
		dst = append(dst, b[i:next]...)
		if kinds&plus != 0 {
			for k, c := range dst[mark:] {
				if c == '+' {
					dst[mark+k] = ' '
					did |= plus
				}
			}
		}
		if next == len(b) {
			break
		}
		rest := b[next:]
		if kinds&percent != 0 && rest[0] == '%' && len(rest) > 2 && class[rest[1]]&class[rest[2]]&isHex != 0 {
			dst = append(dst, nibble(rest[1])<<4|nibble(rest[2]))
			did |= percent
			i = next + 3
			continue
		}
		if kinds&slash != 0 && rest[0] == '\\' && len(rest) > 1 {
			k := 1
			for deep && k < maxBackslashes && k+1 < len(rest) && rest[k] == '\\' {
				k++
			}
			if c := short[rest[k]]; c != 0 && (k == 1 || c == rest[k] && c != '=') {
				dst = append(dst, c)
				did |= slash
				i = next + k + 1
				continue
			}
		}
		out, n, c := escape(dst, rest, kinds)
		if n == 0 {
			out, n = append(dst, b[next]), 1
		}
		dst = out
		did |= c
		i = next + n
	}
	return dst, did
}

// escape appends to dst what the escape at the beginning of b stands for. If
// there is none of these kinds, n and did are zero and dst is as it was.
func escape(dst, b []byte, kinds codec) (out []byte, n int, did codec) {
	switch {
	case b[0] == '%' && kinds&percent != 0:
		out, n = percented(dst, b)
		did = percent
	case b[0] == '&' && kinds&entity != 0:
		out, n = entitied(dst, b)
		did = entity
	case b[0] == '\\' && kinds&slash != 0:
		out, n = backslash(dst, b)
		did = slash
	}
	if n == 0 {
		return dst, 0, 0
	}
	return out, n, did
}

// number reads exactly digits hex digits of b from i on.
func number(b []byte, i, digits int) (r rune, ok bool) {
	if i+digits > len(b) {
		return 0, false
	}
	for _, c := range b[i : i+digits] {
		if class[c]&isHex == 0 {
			return 0, false
		}
		r = r<<4 | rune(nibble(c))
	}
	return r, true
}

// nibble gives the value of a hex digit. It has no branch, because one on random
// digits is guessed wrong half the time.
func nibble(c byte) byte { return c&15 + c>>6*9 }

// utf16Escape reads \uXXXX or %uXXXX, and its second half where it is a
// surrogate pair.
func utf16Escape(dst, b []byte) (out []byte, n int) {
	r, ok := number(b, 2, 4)
	if !ok {
		return dst, 0
	}
	n = 6
	if utf16.IsSurrogate(r) && len(b) >= 8 && b[6] == b[0] && b[7] == b[1] {
		if low, ok := number(b, 8, 4); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				r, n = pair, 12
			}
		}
	}
	return utf8.AppendRune(dst, r), n
}

func percented(dst, b []byte) (out []byte, n int) {
	if r, ok := number(b, 1, 2); ok {
		return append(dst, byte(r)), 3
	}
	if len(b) > 1 && b[1] == 'u' {
		return utf16Escape(dst, b)
	}
	return dst, 0
}

// backslash reads the escapes of JSON, JavaScript, C and their kin.
func backslash(dst, b []byte) (out []byte, n int) {
	if len(b) < 2 {
		return dst, 0
	}
	if c := short[b[1]]; c != 0 {
		return append(dst, c), 2
	}
	switch c := b[1]; c {
	case 'u':
		if len(b) > 2 && b[2] == '{' {
			return braced(dst, b)
		}
		return utf16Escape(dst, b)
	case 'U':
		if r, ok := number(b, 2, 8); ok {
			return utf8.AppendRune(dst, r), 10
		}
	case 'x':
		return hexEscapes(dst, b)
	case '0', '1', '2', '3':
		if len(b) >= 4 && b[2]&^7 == '0' && b[3]&^7 == '0' {
			return append(dst, (c-'0')<<6|(b[2]-'0')<<3|(b[3]-'0')), 4
		}
		if c == '0' {
			return append(dst, 0), 2
		}
	case '\n': // a line that goes on
		return dst, 2
	case '\r':
		if len(b) > 2 && b[2] == '\n' {
			return dst, 3
		}
		return dst, 2
	}
	return dst, 0
}

// short gives what a backslash and one character stand for, or 0. All ASCII that
// is not a letter or a digit stands for itself, but for '%' and '&', which rather
// begin an escape: "\%6E" is "\n" in a URL.
var short = func() (t [256]byte) {
	for c := ' '; c < 0x7f; c++ {
		if class[c]&isBase64 == 0 || strings.ContainsRune("/+-_", c) {
			t[c] = byte(c)
		}
	}
	t['%'], t['&'] = 0, 0
	t['b'], t['f'], t['n'], t['r'], t['t'], t['v'] = '\b', '\f', '\n', '\r', '\t', '\v'
	return t
}()

// braced reads \u{41}.
func braced(dst, b []byte) (out []byte, n int) {
	for end := 4; end < len(b) && end <= 9; end++ {
		if b[end] == '}' {
			if r, ok := number(b, 3, end-3); ok {
				return utf8.AppendRune(dst, r), end + 1
			}
			break
		}
	}
	return dst, 0
}

// hexEscapes reads \xXX. Past ASCII that is a code point in JavaScript and a
// byte in C and Python, so it is a byte where it and those behind it are UTF-8.
func hexEscapes(dst, b []byte) (out []byte, n int) {
	var row [utf8.UTFMax]byte
	k := 0
	for ; k < len(row) && len(b) >= 4*k+4 && b[4*k] == '\\' && b[4*k+1] == 'x'; k++ {
		r, ok := number(b, 4*k+2, 2)
		if !ok {
			break
		}
		row[k] = byte(r)
	}
	if k == 0 {
		return dst, 0
	}
	if r, size := utf8.DecodeRune(row[:k]); r != utf8.RuneError {
		return append(dst, row[:size]...), 4 * size
	}
	return utf8.AppendRune(dst, rune(row[0])), 4
}

// entitied reads the references of HTML and XML.
func entitied(dst, b []byte) (out []byte, n int) {
	if len(b) < 3 {
		return dst, 0
	}
	if b[1] != '#' {
		for end := 2; end < len(b) && end <= 10; end++ {
			if b[end] == ';' {
				if s := entities[string(b[1:end])]; s != "" {
					return append(dst, s...), end + 1
				}
				break
			}
		}
		return dst, 0
	}
	i, base, digit := 2, rune(10), byte(isDigit)
	if b[2]|0x20 == 'x' {
		i, base, digit = 3, 16, isHex
	}
	first, r := i, rune(0)
	for i < len(b) && class[b[i]]&digit != 0 && i-first < 10 {
		if r <= utf8.MaxRune {
			r = r*base + rune(nibble(b[i]))
		}
		i++
	}
	if i == first {
		return dst, 0
	}
	if i < len(b) && b[i] == ';' {
		i++
	}
	return utf8.AppendRune(dst, r), i
}

// entities are the names for ASCII and for Latin-1, which is what encoders
// write. Other names stand for characters that no token holds.
var entities = func() map[string]string {
	m := map[string]string{"Tab": "\t", "NewLine": "\n"}
	ascii := strings.Fields(`quot " QUOT " amp & AMP & apos ' lt < LT < gt > GT > excl ! num # dollar $
		percnt % lpar ( rpar ) ast * midast * plus + comma , period . sol / colon : semi ; equals = quest ? commat @
		lsqb [ lbrack [ bsol \ rsqb ] rbrack ] Hat ^ lowbar _ UnderBar _ lcub { lbrace { rcub } rbrace }
		verbar | vert | VerticalLine |`)
	for i := 0; i < len(ascii); i += 2 {
		m[ascii[i]] = ascii[i+1]
	}
	m["grave"] = "`"
	for i, name := range strings.Fields(`nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
		deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
		Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
		ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
		agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
		eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`) {
		m[name] = string(rune(0xA0 + i))
	}
	return m
}()
