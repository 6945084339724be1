package verify

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// Base64 and hex have no beginning one could search for, so they are found by
// their characters: a run is the longest stretch of base64's, and hex is the
// longest stretch of its own within it.
const (
	minRun = 12 // base64 of an encoded secret: 8 bytes, and 1 for the escape
	minHex = 2 * minSecret

	// shortRun is the length up to which a run is decoded for the slightest
	// sign of ASCII in it.
	shortRun = 48
)

// class tells what a byte may be.
//
// The first three bits find ASCII in base64 without decoding it. Of the 24 bits
// in four characters those with the weights 1<<23, 1<<15 and 1<<7 are zero if
// the bytes are ASCII, and they are one bit each of the first three characters.
var class = func() (t [256]byte) {
	for c := range 256 {
		v := value[c]
		if v >= 0 {
			t[c] |= isBase64
			if v&32 == 0 {
				t[c] |= ascii1
			}
			if v&8 == 0 {
				t[c] |= ascii2
			}
			if v&2 == 0 {
				t[c] |= ascii3
			}
		}
		if '0' <= c && c <= '9' {
			t[c] |= isDigit | isHex
		}
		if l := c | 0x20; 'a' <= l && l <= 'f' && c < 0x80 {
			t[c] |= isHex
		}
	}
	return t
}()

const (
	ascii1 = 1 << iota
	ascii2
	ascii3
	isBase64
	isHex
	isDigit
)

// value gives what a character is worth in base64, of either alphabet, or -1.
var value = func() (t [256]int8) {
	for c := range t {
		t[c] = -1
	}
	for i, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
		t[c] = int8(i)
	}
	t['-'], t['_'] = 62, 63
	return t
}()

// lineBreak gives the length of the line break that b begins with, written in
// any of the ways in which it may come before it is decoded itself, with the
// indentation behind it.
func lineBreak(b []byte) (n int) {
	for n < len(b) {
		k := oneBreak(b[n:])
		if k == 0 {
			break
		}
		n += k
	}
	for n > 0 && n < len(b) {
		if b[n] == ' ' || b[n] == '\t' {
			n++
		} else if c, k := control(b[n:]); c == '\t' {
			n += k
		} else {
			break
		}
	}
	return n
}

// oneBreak gives the length of the one character of a line break that b begins
// with.
func oneBreak(b []byte) int {
	switch b[0] {
	case '\n', '\r':
		return 1
	case '\\':
		if c, n := control(b); c == '\n' || c == '\r' {
			return n
		}
	case '%':
		if len(b) > 2 && b[1] == '0' && (b[2]|0x20 == 'a' || b[2]|0x20 == 'd') {
			return 3
		}
	case '&':
		for _, s := range [...]string{"&#10;", "&#13;", "&#xA;", "&#xD;", "&#xa;", "&#xd;"} {
			if len(b) >= len(s) && string(b[:len(s)]) == s {
				return len(s)
			}
		}
	}
	return 0
}

// control reads a control character that b begins with, escaped by a backslash
// or, where strings are in strings, by several.
func control(b []byte) (c byte, n int) {
	for n < len(b) && b[n] == '\\' {
		n++
	}
	if n == 0 || n == len(b) {
		return 0, 0
	}
	switch b[n] {
	case 'n', 'r', 't':
		return short[b[n]], n + 1
	case 'u', 'x':
		digits := 2
		if b[n] == 'u' {
			digits = 4
		}
		if r, ok := number(b, n+1, digits); ok && r < ' ' {
			return byte(r), n + 1 + digits
		}
	}
	return 0, 0
}

// notBase64 has the high bit of each byte of w that is not base64's. The sums
// stay within their bytes, because none is over 0x7f before.
func notBase64(w uint64) uint64 {
	x := w &^ highs
	lower := x | 0x20*ones
	letters := (lower + (0x80-'a')*ones) &^ (lower + (0x80-'z'-1)*ones)
	digits := (x + (0x80-'/')*ones) &^ (x + (0x80-'9'-1)*ones) // and '/', which is before '0'
	signs := (x ^ '+'*ones + 0x7f*ones) & (x ^ '-'*ones + 0x7f*ones) & (x ^ '_'*ones + 0x7f*ones)
	return (^(letters|digits)&signs | w) & highs
}

// runEnd gives the end of the base64 that goes on at i.
func runEnd(b []byte, i int) int {
	for ; i+8 <= len(b); i += 8 {
		if none := notBase64(word(b, i)); none != 0 {
			return i + bits.TrailingZeros64(none)>>3
		}
	}
	for i < len(b) && class[b[i]]&isBase64 != 0 {
		i++
	}
	return i
}

// runs looks at what the runs of base64 and hex in view hold.
func (v *Verifier) runs(view []byte) (found bool) {
	// A run of minRun characters has one at i wherever i comes to lie, if no
	// stretch of minRun is stepped over. What is before start is known not to
	// belong to a run that has not been looked at.
	start := 0
	for i := minRun - 1; i < len(view); {
		at := i
		w := word(view, at-7)
		none := sparse(w) // is cheaper, and enough in text
		if none == 0 {
			none = notBase64(w)
		}
		if none == 0 { // the other four
			at -= 4
			none = notBase64(word(view, at-7))
		}
		if none != 0 {
			start = at - bits.LeadingZeros64(none)>>3 + 1
			i = start - 1 + minRun
			continue
		}
		end := runEnd(view, i+1)
		next := end
		if start > 0 && mayEnd[view[start-1]] && v.afterEscape(view, start, end) {
			return true
		}
		if end < len(view) && mayBreak[view[end]] && goesOn(view, end) {
			mark := len(v.arena)
			next, found = v.joined(view, start, end)
			v.arena = v.arena[:mark]
		} else {
			found = v.run(view[start:end])
		}
		if found {
			return true
		}
		start = next
		i = next + minRun - 1
	}
	return false
}

// mayEnd has the bytes before a run that afterEscape is for, and mayBreak those that
// lineBreak begins with.
var mayEnd, mayBreak = func() (before, behind [256]bool) {
	for c := range 256 {
		before[c] = c == '%' || c == '\\' || c < ' ' || c >= 0x80
		behind[c] = c == '%' || c == '\\' || c == '&' || c == '\n' || c == '\r'
	}
	return before, behind
}()

// afterEscape looks at deflate that begins not with its run but behind an escape
// that looks like part of it, as it does in "SAMLRequest%3DfZJ", or behind a length
// of one byte in a binary format: mayEnd has what is then before the run. All else is
// found wherever in its run it begins.
func (v *Verifier) afterEscape(view []byte, start, end int) (found bool) {
	n := 2 // a length, and what begins behind it
	if c := view[start-1]; c == '%' || c == '\\' {
		var buf [64]byte
		_, n, _ = escape(buf[:0], view[start-1:], percent|slash)
	}
	from := start - 1 + n
	if n == 0 || end-from < minRun || compressionIn64(view[from:end]) == 0 {
		return false
	}
	if goesOn(view, end) {
		mark := len(v.arena)
		_, found = v.joined(view, from, end)
		v.arena = v.arena[:mark]
		return found
	}
	return v.inflateBase64(view[from:end], true)
}

// goesOn tells whether base64 that a line break interrupts at end goes on
// behind it.
func goesOn(view []byte, end int) bool {
	n := lineBreak(view[end:])
	return n > 0 && end+n < len(view) && class[view[end+n]]&isBase64 != 0
}

// joined looks at the run that begins at start and, once the line break at end
// is taken out, goes on behind it. It gives the end of it all.
func (v *Verifier) joined(view []byte, start, end int) (next int, found bool) {
	mark := len(v.arena)
	for {
		// What follows a line break may be something new, and deflate has to be
		// tried where it begins.
		if end-start >= minRun && v.inflateBase64(view[start:end], true) {
			return end, true
		}
		v.arena = append(v.arena, view[start:end]...)
		start = end + lineBreak(view[end:])
		if start == end || start == len(view) || class[view[start]]&isBase64 == 0 {
			break
		}
		end = runEnd(view, start)
	}
	return end, v.visit(v.arena[mark:], lines)
}

// run looks at what a run holds. It is not itself looked at: that was done with
// the view it stands in.
func (v *Verifier) run(b []byte) (found bool) {
	return v.compressed(b) || v.base64(b) || v.hex(b)
}

// compressed looks for what may be compressed data in base64: deflate, which
// nothing announces, where the run begins, or behind a slash as part of a path; gzip
// and zlib anywhere.
func (v *Verifier) compressed(b []byte) (found bool) {
	if v.inflateBase64(b, true) {
		return true
	}
	if bytes.HasPrefix(b, []byte("iVBORw0KGgo")) {
		return false // a PNG: what is compressed in it are megabytes of pixels
	}
	for i := 0; i+minRun <= len(b); i += 8 {
		w := word(b, i)
		slash := w ^ '/'*ones
		if headless(w, word(b, i+1)) && (slash-ones)&^slash&highs == 0 {
			continue
		}
		for k := i; k < i+8 && k+minRun <= len(b); k++ {
			if string(b[k:k+4]) == "H4sI" || b[k] == 'e' && zlibHead(b[k+1], b[k+2]) {
				if v.inflateBase64(b[k:], false) {
					return true
				}
			}
			if b[k] == '/' && behindName(b, k) && k+1+minRun <= len(b) && v.inflateBase64(b[k+1:], true) {
				return true
			}
		}
	}
	return false
}

// behindName tells whether the slash at k ends a name in small letters, as segments
// of paths are. Base64 has few of those.
func behindName(b []byte, k int) bool {
	if k < 3 {
		return false
	}
	for _, c := range b[k-3 : k] {
		if !('a' <= c && c <= 'z' || c == '-' || c == '_') {
			return false
		}
	}
	return true
}

// headless tells that no byte of w, next being the bytes behind each, begins the
// base64 of gzip, "H4", or of zlib: 'e' and a letter up to 'N'.
func headless(w, next uint64) bool {
	// Zero bytes are found as in skipTo, with some besides.
	h, four := w^'H'*ones, next^'4'*ones
	e, letter := w^'e'*ones, next&(0xf0*ones)^0x40*ones
	return ((h-ones)&^h&(four-ones)&^four|(e-ones)&^e&(letter-ones)&^letter)&highs == 0
}

// zlibHead tells whether "e" and these two characters are base64 of a usual head
// of zlib: 78, and 01, 5E, 9C or DA. Two bits of the third belong to what follows.
func zlibHead(c, d byte) bool {
	switch d := value[d] >> 2; c {
	case 'A':
		return d == 0x01&15
	case 'F':
		return d == 0x5E&15
	case 'J':
		return d == 0x9C&15
	case 'N':
		return d == 0xDA&15
	}
	return false
}

// inflateBase64 looks at what b holds if it is compressed data in base64. raw
// tells whether it may be deflate without a head.
func (v *Verifier) inflateBase64(b []byte, raw bool) (found bool) {
	c := compressionIn64(b)
	return c != 0 && (raw || c != deflated) && v.inflate(b, b64, c)
}

// compressionIn64 tells what kind of compressed data b, in base64, begins like.
func compressionIn64(b []byte) codec {
	if len(b) < minRun {
		return 0
	}
	// The first byte has the kind of deflate's first block in two of its bits.
	switch value[b[1]]>>5 | value[b[0]]&1<<1 {
	case 0: // a length and its complement, a head of zlib, or zeros
		var head [6]byte
		if c := decode64(head[:0], b[:8]); c[0]&0x8f != 8 && c[1] != ^c[3] && c[0]|c[2] != 0 && c[1]|c[3] != 0 {
			return 0
		}
	case 3: // none
		if b[0] != '/' && string(b[:4]) != "H4sI" && value[b[1]]&15|value[b[2]]>>2 != 0 {
			return 0
		}
	}
	var head [24]byte
	return compression(decode64(head[:0], b[:min(len(b), 32)]))
}

// base64 looks at the ASCII that b decodes to at any of the four offsets at
// which the true base64 may begin within it. That is enough, because a secret
// that is in base64 and in nothing else has been found by then, and every other
// code is ASCII. Where a secret is not, an encoded one may not be either, and
// the whole is decoded.
//
// Random bytes look like ASCII for a while, so in a long run it takes a stretch
// of four quartets. In a short one two are enough: an encoded secret has them
// even if it begins and ends within others.
func (v *Verifier) base64(b []byte) (found bool) {
	if v.foreign {
		for offset := range 4 {
			if v.base64At(b[offset:], true) {
				return true
			}
		}
		return false
	}
	stretch := 16
	if len(b) <= shortRun {
		stretch = 8
	}
	var done [4]int // the end of the last stretch at each offset
	for i := 0; i+4 <= len(b); i += 8 {
		// A stretch has a quartet that begins in one of the first four of these
		// eight characters; one of 16 has also the two behind it.
		if stretch == 16 {
			i = skipBinary(b, i)
		}
		bad := notASCII(worth(load(b, i)), worth(load(b, i+8)))
		for offset := range 4 {
			at := i + offset
			if bad>>(8*offset)&1 != 0 || at < done[offset] || at+4 > len(b) || !asciiAt(b[at:]) {
				continue
			}
			start, end := at, at+4
			for start >= 4 && asciiAt(b[start-4:]) {
				start -= 4
			}
			for end+4 <= len(b) && asciiAt(b[end:]) {
				end += 4
			}
			done[offset] = end
			// The quartets beside may begin or end what is looked for.
			if end-start >= stretch && v.base64At(b[max(start-4, offset):min(end+4, len(b))], false) {
				return true
			}
		}
	}
	return false
}

// skipBinary goes on from i, eight characters at a time, to where three quartets
// in a row may be ASCII, or to near the end.
func skipBinary(b []byte, i int) int {
	if i+8 > len(b) {
		return i
	}
	w := worth(word(b, i))
	for ; i+16 <= len(b); i += 8 {
		next := worth(word(b, i+8))
		bad := notASCII(w, next)
		if bad |= bad>>32 | notASCII(next, 0); uint32(bad) != ones&0xffffffff {
			break
		}
		w = next
	}
	return i
}

// notASCII does what asciiAt does for the quartets at each of eight characters,
// with more behind them, given as what they are worth: the lowest bit of a byte
// of the outcome is set if what begins there is not ASCII. The signs of base64
// are in none, but '-', '/' and '_' are taken for what may be.
func notASCII(w, next uint64) uint64 {
	return (w>>5 | (w>>8|next<<56)>>3 | (w>>16|next<<48)>>1) & ones
}

// worth gives, in the low six bits of each byte, what letters and digits are
// worth in base64.
func worth(w uint64) uint64 {
	letter := (w + (0x80-'A')*ones) & highs >> 7
	lower := (w + (0x80-'a')*ones) & highs >> 7
	return w + 4*ones + 59*letter - 6*lower
}

// asciiAt tells whether four characters may be the base64 of ASCII. It has one
// branch where three would be guessed wrong half the time.
func asciiAt(b []byte) bool {
	b = b[:4]
	return class[b[0]]&ascii1|class[b[1]]&ascii2|class[b[2]]&ascii3 == ascii1|ascii2|ascii3
}

// base64At looks at what b decodes to, all of it or only where it may itself encode
// something.
func (v *Verifier) base64At(b []byte, whole bool) (found bool) {
	mark := len(v.arena)
	v.arena = decode64(v.arena, b)
	view := v.arena[mark:]
	if whole || v.encodes(view) {
		found = v.visit(view, b64)
	}
	v.arena = v.arena[:mark]
	return found
}

// encodes tells whether there is anything in view that could be decoded: an escape, or
// as much base64 as a secret makes. Chance makes text of a few letters out of a token,
// but seldom such a text.
func (v *Verifier) encodes(view []byte) bool {
	row := 0
	for i, c := range view {
		if class[c]&isBase64 != 0 {
			if row++; row == minSecret*8/6 {
				return true
			}
			continue
		}
		row = 0
		if i+1 < len(view) && (lead[c] > 1 && v.dull[view[i+1]]&lead[c] == 0 || c == '=' && v.quotes(view[i:])) {
			return true
		}
	}
	return false
}

// hex looks at what the stretches of hex in b decode to. A stretch may begin or
// end with a digit that is not part of it.
func (v *Verifier) hex(b []byte) (found bool) {
	for i := minHex - 1; i < len(b); {
		start := i
		for start >= 0 && start > i-minHex && class[b[start]]&isHex != 0 {
			start--
		}
		if start > i-minHex && start >= 0 {
			i = start + minHex
			continue
		}
		start++
		end := i + 1
		for end < len(b) && class[b[end]]&isHex != 0 {
			end++
		}
		for odd := range 2 {
			mark := len(v.arena)
			buf := v.arena
			for k := start + odd; k+1 < end; k += 2 {
				buf = append(buf, nibble(b[k])<<4|nibble(b[k+1]))
			}
			v.arena = buf
			if v.visitHex(buf[mark:]) || v.compressedHex(buf[mark:]) {
				return true
			}
			v.arena = v.arena[:mark]
		}
		i = end + minHex
	}
	return false
}

// visitHex visits a view that was hex. Nearly every such view is a hash or an
// id, which holds nothing that could be decoded again. Only the matcher needs to
// see it, unless it has enough ASCII for an encoded secret, as in base64.
func (v *Verifier) visitHex(view []byte) (found bool) {
	if v.foreign || asciiRow(view) {
		return v.visit(view, hex16)
	}
	v.budget -= len(view)
	v.pool -= len(view)
	v.push(hex16)
	if v.match(view) {
		return true
	}
	v.depth--
	return false
}

// asciiRow tells whether b may have as much ASCII in a row as an encoded secret
// is long. Such a row holds one group of four that begins at a multiple of four.
func asciiRow(b []byte) bool {
	for ; len(b) >= 4; b = b[4:] {
		if binary.LittleEndian.Uint32(b)&0x80808080 == 0 {
			return true
		}
	}
	return false
}

// compressedHex looks for compressed data in b, which was hex, as compressed
// does in base64.
func (v *Verifier) compressedHex(b []byte) (found bool) {
	if c := compression(b); c != 0 && v.inflate(b, hex16, c) {
		return true
	}
	for i := 1; ; i++ {
		i = skipTo(b, i, 0x1f, 0x78, 0x78)
		if i >= len(b) {
			return false
		}
		if c := compression(b[i:]); (c == gzipped || c == zlibbed) && v.inflate(b[i:], hex16, c) {
			return true
		}
	}
}

// decode64 appends what b, all of it base64 of either alphabet, decodes to. A
// single character at the end is left out.
func decode64(dst, b []byte) []byte {
	for len(b) >= 4 {
		w := uint32(value[b[0]])<<18 | uint32(value[b[1]])<<12 | uint32(value[b[2]])<<6 | uint32(value[b[3]])
		dst = append(dst, byte(w>>16), byte(w>>8), byte(w))
		b = b[4:]
	}
	if len(b) >= 2 {
		dst = append(dst, byte(value[b[0]])<<2|byte(value[b[1]])>>4)
	}
	if len(b) == 3 {
		dst = append(dst, byte(value[b[1]])<<4|byte(value[b[2]])>>2)
	}
	return dst
}

// compression tells what kind of compressed data b begins like, if any.
func compression(b []byte) codec {
	switch {
	case len(b) < 8:
		return 0
	case b[0] == 0x1f && b[1] == 0x8b && b[2] == 8:
		return gzipped
	case b[0]&0x8f == 8 && binary.BigEndian.Uint16(b)%31 == 0:
		return zlibbed
	case (b[3]|b[5] == 0 || b[2]|b[4] == 0) && isWide(b):
		return wide
	case deflateHead(b):
		return deflated
	}
	return 0
}

// isWide tells whether b begins as text of ASCII does in UTF-16: every other byte is
// zero, behind a mark of which one that is, or none.
func isWide(b []byte) bool {
	low := uint32(b[3])<<8 | uint32(b[5])<<16 | uint32(b[7])<<24
	high := uint32(b[2])<<8 | uint32(b[4])<<16 | uint32(b[6])<<24
	switch binary.BigEndian.Uint16(b) {
	case 0xFFFE:
		return low == 0 && high != 0
	case 0xFEFF:
		return high == 0 && low != 0
	}
	return (low|uint32(b[1]) == 0) != (high|uint32(b[0]) == 0)
}

// narrow appends to the arena what the text of UTF-16 that is read holds.
func (v *Verifier) narrow() {
	low, last := 0, rune(0)
	for first := true; ; first = false {
		var pair [2]byte
		if n, _ := v.inf.in.Read(pair[:]); n < 2 {
			return
		}
		if first && (pair[0] == 0 || pair[0] == 0xFE) {
			low = 1
		}
		r := rune(pair[low]) | rune(pair[1-low])<<8
		if both := utf16.DecodeRune(last, r); both != utf8.RuneError {
			v.arena = utf8.AppendRune(v.arena[:len(v.arena)-len(string(utf8.RuneError))], both)
		} else {
			v.arena = utf8.AppendRune(v.arena, r)
		}
		last = r
	}
}

// deflateHead tells whether b may be the beginning of a deflate stream that
// holds text. Every token looks a little like one, and trying them all with the
// real thing would take longer than everything else.
func deflateHead(b []byte) bool {
	if len(b) < 4 {
		return false
	}
	low := load(b, 0)
	take := func(n uint) (x uint64) {
		x = low & (1<<n - 1)
		low >>= n
		return x
	}
	take(1)
	switch take(2) {
	case 0: // stored: a length and its complement
		return len(b) >= 5 && binary.LittleEndian.Uint16(b[1:]) == ^binary.LittleEndian.Uint16(b[3:])
	case 1: // the fixed code
		return fixedText(low)
	case 2: // a code of its own: the code for its lengths must be complete
		literals, distances := take(5), take(5)
		if literals > 29 || distances > 29 {
			return false
		}
		count, sum := int(take(4))+4, 0
		for i := range count {
			if i == 14 { // 3+14+14*3 = 59 bits are used up
				low = load(b, 7) >> 3
			}
			if n := take(3); n > 0 {
				sum += 1 << (7 - n)
			}
		}
		return sum == 1<<7
	}
	return false
}

// fixedText tells whether bits, in the fixed code of deflate, begin with five
// bytes of text, or with fewer and a repetition of them.
func fixedText(bits uint64) bool {
	take := func(n uint) (x uint64) { // codes come high bit first
		for ; n > 0; n-- {
			x = x<<1 | bits&1
			bits >>= 1
		}
		return x
	}
	more := false // the byte before begins a character that wants another
	for i := range 5 {
		symbol := take(7)
		if symbol < 0x18 { // 256 to 279: the end, or a repetition
			if symbol > 8 {
				bits >>= (symbol - 5) / 4 // the rest of the length
			}
			return symbol > 0 && take(5) < uint64(i)
		}
		symbol = symbol<<1 | take(1)
		var literal byte
		switch {
		case symbol < 0xC0:
			literal = byte(symbol - 0x30)
		case symbol < 0xC8: // 280 to 287: a long repetition
			return i > 0
		default:
			literal = byte(symbol<<1 | take(1))
		}
		switch {
		case literal >= 0xC0:
			more = true
		case literal >= 0x80 && i == 0,
			literal < 0x80 && more,
			literal < ' ' && literal != '\n' && literal != '\r' && literal != '\t':
			return false
		default:
			more = false
		}
	}
	return true
}

// A source gives flate its input, and takes it out of base64 as it is asked for:
// most of what looks like compressed data is not, and ends after a few bytes.
type source struct {
	rest   []byte
	base64 bool
	buf    [48]byte // what has been decoded and not been read: buf[at:end]
	at     int
	end    int
}

func (s *source) ReadByte() (byte, error) {
	if !s.base64 {
		if len(s.rest) == 0 {
			return 0, io.EOF
		}
		c := s.rest[0]
		s.rest = s.rest[1:]
		return c, nil
	}
	if s.at == s.end {
		n := min(len(s.rest), 64)
		s.at, s.end = 0, len(decode64(s.buf[:0], s.rest[:n]))
		s.rest = s.rest[n:]
		if s.end == 0 {
			return 0, io.EOF
		}
	}
	s.at++
	return s.buf[s.at-1], nil
}

func (s *source) Read(p []byte) (n int, err error) {
	for n < len(p) && err == nil {
		if p[n], err = s.ReadByte(); err == nil {
			n++
		}
	}
	if n > 0 {
		err = nil
	}
	return n, err
}

// next gives the next byte, and zero at the end, which no head goes beyond.
func (s *source) next() byte {
	c, err := s.ReadByte()
	if err != nil {
		return 0
	}
	return c
}

func (s *source) skip(n int) {
	for ; n > 0; n-- {
		if _, err := s.ReadByte(); err != nil {
			return
		}
	}
}

// gzipHead reads the head of a member of gzip, and tells whether there is one.
func (s *source) gzipHead() bool {
	if s.next() != 0x1f || s.next() != 0x8b || s.next() != 8 {
		return false
	}
	flags := s.next()
	s.skip(6)
	if flags&4 != 0 {
		n := int(s.next())
		s.skip(n | int(s.next())<<8)
	}
	if flags&8 != 0 { // a name
		for s.next() != 0 {
		}
	}
	if flags&16 != 0 { // a comment
		for s.next() != 0 {
		}
	}
	if flags&2 != 0 {
		s.skip(2)
	}
	return true
}

// An inflater holds what is reused between inflations.
type inflater struct {
	in  source
	out io.ReadCloser
}

// inflate looks at what b holds, which by is hex or base64 of data compressed
// by kind; hex has been decoded. What can be read counts, whether or not the
// data are whole.
func (v *Verifier) inflate(b []byte, by, kind codec) (found bool) {
	if v.budget <= 0 || v.pool <= 0 || v.depth+2 > maxDepth {
		v.skipped += int64(len(b))
		return false
	}
	mark := len(v.arena)
	limit := min(v.budget, v.pool, 64*len(b)+64<<10)
	in := &v.inf.in
	in.rest, in.base64, in.at, in.end = b, by == b64, 0, 0
	switch kind {
	case gzipped:
		for in.gzipHead() && v.inflateOne(mark+limit) {
			in.skip(8) // a checksum and a length; another member may follow
		}
	case zlibbed:
		in.skip(1)
		if in.next()&0x20 != 0 {
			in.skip(4) // a preset dictionary's checksum
		}
		v.inflateOne(mark + limit)
	case wide:
		v.narrow()
	default:
		v.inflateOne(mark + limit)
	}
	read := len(b) - len(in.rest)
	v.budget -= read
	v.pool -= read
	in.rest = nil
	v.push(by)
	if v.visit(v.arena[mark:], kind) {
		return true
	}
	v.depth--
	v.arena = v.arena[:mark]
	return false
}

// inflateOne appends to the arena what one deflate stream holds, until that is
// limit bytes long. It tells whether the stream came to its own end.
func (v *Verifier) inflateOne(limit int) (whole bool) {
	if v.inf.out == nil {
		v.inf.out = flate.NewReader(&v.inf.in)
	} else if err := v.inf.out.(flate.Resetter).Reset(&v.inf.in, nil); err != nil {
		panic("internal error: " + err.Error())
	}
	buf := v.arena
	for {
		if len(buf) >= limit {
			v.skipped += 1 + int64(len(v.inf.in.rest))
			break
		}
		if cap(buf)-len(buf) < 512 {
			buf = append(buf, make([]byte, 4096)...)[:len(buf)]
		}
		n, err := v.inf.out.Read(buf[len(buf):min(cap(buf), limit)])
		buf = buf[:len(buf)+n]
		if err != nil {
			whole = err == io.EOF
			break
		}
	}
	v.arena = buf
	return whole
}
