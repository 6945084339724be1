package decode

import (
	"unicode/utf16"
	"unicode/utf8"
)

// minWide is how many characters of ASCII, in two bytes each, tell UTF-16.
const minWide = 6

// wide tells whether bytes are UTF-16 that begins as text of ASCII, with a mark of
// its order (RFC 2781 3.2) or without one.
func wide(b []byte) bool {
	if len(b) > 2 && b[0]^b[1] == 0xFE^0xFF && (b[0] == 0xFE || b[0] == 0xFF) {
		b = b[2:]
	}
	if len(b) < 2*minWide {
		return false
	}
	high := 1 // the byte of each two that is zero
	if b[0] == 0 {
		high = 0
	}
	for i := 0; i < 2*minWide; i += 2 {
		if c := b[i+1-high]; b[i+high] != 0 || c >= 0x7F || c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// bigFirst tells whether the high byte of each two is the first.
func bigFirst(src []byte) bool { return src[0] == 0 || src[0] == 0xFE }

func appendWide(dst, src []byte) ([]byte, bool) {
	if len(src)%2 != 0 || len(src) == 0 {
		return dst, false
	}
	low := 0
	if bigFirst(src) {
		low = 1
	}
	last := rune(0)
	for i := 0; i < len(src); i += 2 {
		r := rune(src[i+low]) | rune(src[i+1-low])<<8
		if both := utf16.DecodeRune(last, r); both != utf8.RuneError {
			dst = utf8.AppendRune(dst[:len(dst)-3], both)
			r = 0
		} else {
			dst = utf8.AppendRune(dst, r)
		}
		last = r
	}
	return dst, true
}

func packWide(plain, source []byte) []byte {
	out := make([]byte, 0, 2*len(plain))
	put := func(u rune) {
		if bigFirst(source) {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	for len(plain) > 0 {
		r, n := utf8.DecodeRune(plain)
		plain = plain[n:]
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			put(high)
			r = low
		}
		put(r)
	}
	return out
}
