package decode

import (
	"bytes"
	"math/bits"
)

// unpack undoes a packing codec. limit bounds the bytes made.
func (a *Arena) unpack(dst []byte, c Codec, src []byte, limit int) ([]byte, bool) {
	switch c {
	case Base64:
		return AppendBase64(dst, src)
	case Hex:
		return appendHex(dst, src)
	case Wide:
		return appendWide(dst, src)
	case Gzip, Zlib, Deflate:
	default:
		return dst, false
	}
	buf := bytes.NewBuffer(dst)
	err := a.press.unpack(buf, c, src, int64(limit))
	n := buf.Len() - len(dst)
	// A cut stream is read as far as it goes: what can be read can leak.
	if err != nil && n < 12 || n > limit {
		return buf.Bytes(), false
	}
	return buf.Bytes(), true
}

// Pack writes plain by a packing codec the way source does. keep is how many
// of plain's first bytes are as they were when source was unpacked: what
// stands for them is kept to the byte. joined says that source is a part of what
// dots join, as those of a JSON Web Token: such parts are base64url and are never
// padded (RFC 7515 2).
func (a *Arena) Pack(c Codec, plain []byte, keep int, source []byte, joined bool) []byte {
	switch c {
	case Base64:
		return packBase64(plain, keep, source, joined)
	case Hex:
		return packHex(plain, source)
	case Wide:
		return packWide(plain, source)
	}
	return a.press.pack(c, plain)
}

// un64 gives a base64 digit's value in either alphabet, 0xFF for what is none.
var un64 = func() (t [256]byte) {
	for i := range t {
		t[i] = 0xFF
	}
	for i := byte(0); i < 26; i++ {
		t['A'+i], t['a'+i] = i, 26+i
	}
	for i := byte(0); i < 10; i++ {
		t['0'+i] = 52 + i
	}
	t['+'], t['-'], t['/'], t['_'] = 62, 62, 63, 63
	return t
}()

// AppendBase64 decodes either alphabet, skipping line breaks and blanks. A
// last lone digit holds no whole byte and is dropped; padding ends it.
func AppendBase64(dst []byte, src []byte) ([]byte, bool) {
	if n := len(src)/4*3 + 3; cap(dst) < n {
		dst = make([]byte, 0, n)
	}
	i := 0
	for ; i+4 <= len(src) && len(dst)+3 <= cap(dst); i += 4 {
		group, n := src[i:i+4:i+4], len(dst)
		a, b, c, d := un64[group[0]], un64[group[1]], un64[group[2]], un64[group[3]]
		if (a|b|c|d)&0x80 != 0 {
			break
		}
		dst = dst[:n+3]
		out := dst[n : n+3 : n+3]
		out[0], out[1], out[2] = a<<2|b>>4, b<<4|c>>2, c<<6|d
	}
	var acc uint32
	n := 0
	for ; i < len(src); i++ {
		c := src[i]
		v := un64[c]
		if v == 0xFF {
			if c == '\n' || c == '\r' || c == ' ' || c == '\t' {
				continue
			}
			if c == '=' {
				break
			}
			return dst, false
		}
		acc = acc<<6 | uint32(v)
		if n++; n == 4 {
			dst = append(dst, byte(acc>>16), byte(acc>>8), byte(acc))
			acc, n = 0, 0
		}
	}
	switch n {
	case 2:
		dst = append(dst, byte(acc>>4))
	case 3:
		dst = append(dst, byte(acc>>10), byte(acc>>2))
	}
	return dst, true
}

// IsBase64 tells whether all of a text is base64 digits, with or without
// padding and line breaks.
func IsBase64(b []byte) bool {
	b = bytes.TrimRight(b, "\r\n")
	for n := 0; n < 2 && len(b) > 0 && b[len(b)-1] == '='; n++ {
		b = b[:len(b)-1]
	}
	for i := digitsEnd(b, 0); i < len(b); i = digitsEnd(b, i+1) {
		if b[i] != '\n' && b[i] != '\r' {
			return false
		}
	}
	return len(b) > 0
}

// digitsEnd gives where the base64 digits end that go on at i.
func digitsEnd(b []byte, i int) int {
	for ; i+8 <= len(b); i += 8 {
		if none := none64(word(b, i)); none != 0 {
			return i + bits.TrailingZeros64(none)>>3
		}
	}
	for i < len(b) && un64[b[i]] != 0xFF {
		i++
	}
	return i
}

// none64 marks, by the high bit of its byte, each byte of w that is no base64
// digit. The sums stay within their bytes, since none is over 0x7F before.
func none64(w uint64) uint64 {
	x := w &^ highs
	lower := x | 0x20*lows
	letters := (lower + (0x80-'a')*lows) &^ (lower + (0x80-'z'-1)*lows)
	digits := (x + (0x80-'/')*lows) &^ (x + (0x80-'9'-1)*lows) // and the slash before 0
	signs := (x ^ '+'*lows + 0x7F*lows) & (x ^ '-'*lows + 0x7F*lows) & (x ^ '_'*lows + 0x7F*lows)
	return (^(letters|digits)&signs | w) & highs
}

const (
	stdDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	urlDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
)

func packBase64(plain []byte, keep int, source []byte, joined bool) []byte {
	digits := stdDigits
	if bytes.ContainsAny(source, "-_") {
		digits = urlDigits
	}
	// Where there was nothing to pad it cannot be seen whether the encoder does.
	// A source without padding that shows no sign of an alphabet is taken for
	// base64url: its digits are right in URLs and headers, and readers of the
	// standard alphabet rarely go without padding.
	padded := bytes.IndexByte(source, '=') >= 0
	if !padded && digits == stdDigits {
		if countDigits(source)%4 == 0 && !joined {
			padded = true
		} else if !bytes.ContainsAny(source, "+/") {
			digits = urlDigits
		}
	}
	width := lineWidth(source)
	whole := keep / 3 * 4 // digits of source that stay
	out := make([]byte, 0, len(plain)/3*4+len(source)/16+16)
	n := 0 // digits written
	i := 0
	for i < len(source) && n < whole {
		if un64[source[i]] != 0xFF {
			n++
		}
		out = append(out, source[i])
		i++
	}
	brk := []byte("\n")
	if bytes.Contains(source, []byte("\r\n")) {
		brk = []byte("\r\n")
	}
	put := func(c byte) {
		if width > 0 && n > 0 && n%width == 0 {
			out = append(out, brk...)
		}
		out = append(out, c)
		n++
	}
	// Where the kept part ended behind a line break of its own, put would
	// break again.
	out = bytes.TrimRight(out, "\r\n")
	rest := plain[keep/3*3:]
	for ; len(rest) >= 3; rest = rest[3:] {
		put(digits[rest[0]>>2])
		put(digits[rest[0]<<4&63|rest[1]>>4])
		put(digits[rest[1]<<2&63|rest[2]>>6])
		put(digits[rest[2]&63])
	}
	switch len(rest) {
	case 1:
		put(digits[rest[0]>>2])
		put(digits[rest[0]<<4&63])
	case 2:
		put(digits[rest[0]>>2])
		put(digits[rest[0]<<4&63|rest[1]>>4])
		put(digits[rest[1]<<2&63])
	}
	if padded {
		for k := len(rest); k > 0 && k < 3; k++ {
			out = append(out, '=')
		}
	}
	return out
}

// Packed gives the range of source that plain[i:j] is packed in. exact is false
// where that is not known, because bits of all of plain are in each byte.
func Packed(c Codec, source []byte, i, j int) (from, to int, exact bool) {
	switch c {
	case Hex:
		return 2 * i, 2 * j, true
	case Base64:
		first, last := i*4/3, (j*4+2)/3-1 // digits
		n := 0
		for k, c := range source {
			if un64[c] == 0xFF {
				continue
			}
			if n == first {
				from = k
			}
			if n == last {
				return from, k + 1, true
			}
			n++
		}
		return from, len(source), true
	}
	return 0, len(source), false
}

func countDigits(b []byte) (n int) {
	for _, c := range b {
		if un64[c] != 0xFF {
			n++
		}
	}
	return n
}

// lineWidth is the number of digits in source's first line, 0 where there is
// only one line.
func lineWidth(source []byte) int {
	k := bytes.IndexByte(source, '\n')
	if k < 0 {
		return 0
	}
	return countDigits(source[:k])
}

func appendHex(dst []byte, src []byte) ([]byte, bool) {
	if len(src)%2 != 0 {
		return dst, false
	}
	for i := 0; i+1 < len(src); i += 2 {
		h, ok := hexByte(src[i], src[i+1])
		if !ok {
			return dst, false
		}
		dst = append(dst, h)
	}
	return dst, true
}

func packHex(plain, source []byte) []byte {
	digits := "0123456789abcdef"
	for _, c := range source {
		if c >= 'A' && c <= 'F' {
			digits = "0123456789ABCDEF"
			break
		}
	}
	out := make([]byte, 0, 2*len(plain))
	for _, b := range plain {
		out = append(out, digits[b>>4], digits[b&15])
	}
	return out
}
