package decode

import (
	"bytes"
	"math/bits"
)

// Base64 and hex have no sign of their own in a text. They are found by their
// digits: a run is the longest stretch of base64's, in either alphabet, and hex
// is a stretch of its own inside of one. Most runs are words, names, ids and
// random tokens, and hold nothing. What a run holds begins anywhere in it, since
// a path or a prefix looks like digits too, so it is judged from the digits,
// at each of the four places where a group of four can begin, and decoded only
// where enough of it would be printable in a row.
const (
	// minRun is the shortest run that is looked at: eight bytes.
	minRun = 11
	// minHex is the shortest stretch of hex.
	minHex = 16
	// shortRun is up to where two printable groups are sign enough. Random
	// digits have them once in 400 places, and four once in 150,000.
	shortRun   = 48
	fewGroups  = 2
	manyGroups = 4
	// longRun is from where six are asked for: pictures.
	longRun    = 2 << 10
	longGroups = 6
	// printableHex is how many printable bytes in a row hex must hold.
	printableHex = 8
)

// packed finds what base64 and hex in t hold.
func (a *Arena) packed(t *Text, fn func(*Text)) {
	b := t.B
	from := 0 // what is before belongs to no run that was not seen
	// A run of minRun has a digit at i wherever it stands, if no stretch of
	// minRun is stepped over.
	for i := minRun - 1; i < len(b); {
		// In prose there is a blank or the like among eight bytes.
		if none := undigits(word(b, i-7)); none != 0 {
			from = i - bits.LeadingZeros64(none)>>3 + 1
			i = from - 1 + minRun
			continue
		}
		s := i + 1
		for s > from && un64[b[s-1]] != 0xFF {
			s--
		}
		if s > from || s == i+1 {
			if i-s+1 < minRun {
				from = s
				i = s - 1 + minRun
				continue
			}
		}
		e := digitsEnd(b, i+1)
		if e-s >= minRun && !IsUUID(b[s:e]) {
			if a.Digits != nil {
				a.Digits(t, s, e)
			}
			// The rest of its lines is looked for only behind a line that may be a
			// first one: behind each line of a picture it would take the square.
			w := e
			if isLine(e-s) && a.textual(b, s, e) {
				w = wrapped(b, s, e)
			}
			if w > e {
				a.try(t, Base64, s, padding(b, w), fn)
				e = w
			} else {
				a.run(t, s, e, fn)
			}
		}
		from = e
		i = e - 1 + minRun
	}
}

// IsUUID tells whether a value is a UUID and nothing else (RFC 9562 4): the most
// frequent of all runs, and one that holds nothing.
func IsUUID(b []byte) bool {
	if len(b) != 36 || b[8] != '-' || b[13] != '-' || b[18] != '-' || b[23] != '-' {
		return false
	}
	for i, c := range b {
		if unhex[c] > 15 && i != 8 && i != 13 && i != 18 && i != 23 {
			return false
		}
	}
	return true
}

// undigits marks, by the high bit of its byte, each byte of w that is below
// the lowest digit or past ASCII.
func undigits(w uint64) uint64 { return (^((w | highs) - '+'*lows) | w) & highs }

// textual tells whether the base64 that begins with the line b[s:e] holds text
// or something compressed. Of what is compressed one line is too little to tell:
// the codes of deflate can take all of it.
func (a *Arena) textual(b []byte, s, e int) bool {
	if a.HoldsCompressed(b[s:min(len(b), s+maxHead64)]) {
		return true
	}
	n := 0
	for ; s+4 <= e; s += 4 {
		if !printable64(b, s) {
			n = 0
		} else if n++; n == manyGroups {
			return true
		}
	}
	return false
}

// run takes the run of digits b[s:e].
func (a *Arena) run(t *Text, s, e int, fn func(*Text)) {
	b := t.B
	if s > 0 && (b[s-1] < ' ' || b[s-1] >= 0xC0) && int(b[s]) == padding(b, e)-s-1 {
		s++ // in a binary format the first digit is the length of what follows
	}
	s, cut := behindEscape(b, s)
	if cut || s+minRun > e || goesOn(b, e) {
		return // where the escape is undone all is read
	}
	if c := a.compressed64(b[s:e]); c != None {
		a.try(t, Base64, s, PathEnd(b, s, padding(b, e)), fn)
		if c != Deflate {
			return
		}
		// A deflate stream has no mark of its own: a path can look like one.
	}
	if fields64(b, s, e) {
		a.try(t, Base64, s, padding(b, e), fn)
		return
	}
	if p, c := a.headed64(b, s, e); c != None {
		a.try(t, Base64, p, PathEnd(b, p, padding(b, e)), fn)
		if c != Deflate {
			e = p
		}
	}
	if e-s >= minHex {
		a.hex(t, s, e, fn)
	}
	a.text64(t, s, e, fn)
}

// goesOn tells whether an escape of a digit of base64, or of padding, stands
// behind a run that ends at e: &plus; %2F \u003d, or one that is itself escaped:
// %252F &amp;plus;.
func goesOn(b []byte, e int) bool {
	r, n := layers(b[e:])
	return n > 0 && r < 0x80 && (un64[r] != 0xFF || r == '=')
}

// behindEscape gives where a run begins that was thought to begin at s, behind the
// digits of an escape that are like its own: %3D, %253D, \n. It tells whether the
// escape stands for one of the run's.
func behindEscape(b []byte, s int) (start int, digit bool) {
	if s == 0 || b[s-1] != '%' && b[s-1] != '\\' {
		return s, false
	}
	r, n := layers(b[s-1:])
	if n == 0 {
		return s, false
	}
	return s + n - 1, r < 0x80 && un64[r] != 0xFF
}

// layers reads the escape that b begins with, and where it stands for the sign of
// another one, that one: the character in the end, and the bytes of all, 0 where
// there is none.
func layers(b []byte) (r rune, n int) {
	r, n = escaped(b)
	if n < 2 {
		return 0, 0
	}
	var buf [maxEscape]byte
	for r == '%' || r == '&' || r == '\\' {
		buf[0] = byte(r)
		next, more := escaped(buf[:1+copy(buf[1:], b[n:])])
		if more < 2 {
			break
		}
		r, n = next, n+more-1
	}
	return r, n
}

// maxEscape is how long a digit is, at most, that is escaped several times.
const maxEscape = 32

// escaped reads the escape that b begins with, of whatever codec: the character
// and the bytes it takes, 0 where there is none.
func escaped(b []byte) (rune, int) {
	if len(b) < 3 {
		return 0, 0
	}
	switch b[0] {
	case '%':
		if h, ok := hexByte(b[1], b[2]); ok {
			return rune(h), 3
		}
	case '&':
		return entity(b)
	case '\\':
		return backslash(b)
	}
	return 0, 0
}

// text64 finds the text that digits hold as base64.
func (a *Arena) text64(t *Text, s, e int, fn func(*Text)) {
	b := t.B
	need := manyGroups
	switch n := e - s; {
	case n <= shortRun:
		need = fewGroups
	case n > longRun:
		need = longGroups
	}
	var done [4]int // by the place in a group of four: up to where it was read
	inside := 0     // up to where some text reaches
	for i := s; i+4 <= e; i++ {
		if (i-s)&3 == 0 && i > s {
			// Of need groups in a row, one is among the first four places of
			// every so many.
			if i += 4*(need-1) - 4; i+4 > e {
				return
			}
		}
		at := (i - s) & 3
		if i < done[at] || !printable64(b, i) {
			continue
		}
		first, last := i, i+4
		for first-4 >= max(s, done[at]) && printable64(b, first-4) {
			first -= 4
		}
		for last+4 <= e && printable64(b, last) {
			last += 4
		}
		done[at] = last
		n := (last - first) / 4
		if n < need || first < inside && n < 2*longGroups {
			continue
		}
		start, end := textStart(b, s, first, last), textEnd(b, last, e)
		if k := PathEnd(b, start, end); k >= last-1 {
			end = k // its slash may be the last digit that is printable
		}
		if start+minRun > end {
			continue
		}
		a.try(t, Base64, start, end, fn)
		done[at] = end
		inside = max(inside, end)
	}
}

// textStart says where base64 begins whose printable groups begin at first, in
// the run that begins at s. A path or prefix before it ends in one of the signs
// that are digits too, and can be printable itself by chance.
func textStart(b []byte, s, first, last int) int {
	if first == s {
		return s
	}
	for k := first; k <= first+8 && k+minRun <= last; k += 4 {
		if isSeparator(b[k-1]) {
			return k
		}
	}
	if (first-s)%4 == 0 {
		// Bytes before the text, which may say what it is.
		return s
	}
	return first
}

// textEnd says where base64 ends whose printable groups end at last, in the run
// that ends at e: there, unless the rest of a path follows, which is no text.
func textEnd(b []byte, last, e int) int {
	if e-last <= 3 {
		// These digits stand for the highest bits, which begin no character.
		if end := padding(b, e); end > e || last == e || !isSeparator(b[last]) {
			return end
		}
		return last
	}
	for k := last + 4; k+8 <= e && k < last+40; k += 4 {
		if printable64(b, k) && printable64(b, k+4) {
			return padding(b, e)
		}
	}
	for _, n := range [...]int{0, 2, 3} {
		if isSeparator(b[last+n]) {
			return last + n
		}
	}
	return padding(b, e)
}

// isSeparator tells the digits that also stand between the parts of a path or
// a composed name.
func isSeparator(c byte) bool { return c == '/' || c == '-' || c == '_' || c == '+' }

// hex finds the stretches of hex in the run b[s:e] that hold text or something
// compressed.
func (a *Arena) hex(t *Text, s, e int, fn func(*Text)) {
	b := t.B
	for i := s; i+minHex <= e; {
		// From the end: what is no digit there lets all before it be passed.
		k := i + minHex - 1
		for k >= i && unhex[b[k]] < 16 {
			k--
		}
		if k >= i {
			i = k + 1
			continue
		}
		q := i + minHex
		for q < e && unhex[b[q]] < 16 {
			q++
		}
		a.hexStretch(t, i, q, fn)
		i = q
	}
}

// hexStretch takes a stretch of hex, which may begin or end with a digit that
// is none of it.
func (a *Arena) hexStretch(t *Text, s, e int, fn func(*Text)) {
	for odd := range 2 {
		p, q := s+odd, e-(e-s-odd)%2
		row := 0
		for k := p; k < q; k += 2 {
			// The first digit of a printable byte is 2 to 7.
			if b := t.B[k]; b < '2' || b > '7' {
				row = 0
				continue
			}
			if row++; row == printableHex {
				break
			}
		}
		if row == printableHex || a.compressedHex(t.B[p:q]) {
			a.try(t, Hex, p, q, fn)
			return
		}
	}
}

// printable64 tells whether the four base64 digits from i on stand for three
// printable bytes of ASCII.
func printable64(b []byte, i int) bool {
	group := b[i : i+4 : i+4]
	if groupOf[group[0]]&first64 == 0 || groupOf[group[1]]&second64 == 0 {
		return false
	}
	x := groupOf[group[2]]
	return x&third64High != 0 || x&third64Low != 0 && groupOf[group[3]]&fourth64 != 0
}

// The digits of a printable group. A printable byte is 0x20 to 0x7F: of the
// first, six bits are in the first digit; of the second, four in the second
// digit; of the third, two in the third digit and the rest in the fourth.
const (
	first64     = 1 << iota // 8 to 31
	second64                // its low four bits 2 to 7
	third64High             // its low two bits 1: 0x40 and on
	third64Low              // its low two bits 0: below 0x40
	fourth64                // 32 and on: 0x20 and on
)

var groupOf = func() (t [256]uint8) {
	for c, v := range un64 {
		if v == 0xFF {
			continue
		}
		if v >= 8 && v < 32 {
			t[c] |= first64
		}
		if low := v & 15; low >= 2 && low <= 7 {
			t[c] |= second64
		}
		switch v & 3 {
		case 0:
			t[c] |= third64Low
		case 1:
			t[c] |= third64High
		}
		if v >= 32 {
			t[c] |= fourth64
		}
	}
	return t
}()

// isLine tells whether encoders make lines of so many digits.
func isLine(width int) bool { return width >= 60 && width <= 100 }

// wrapped extends the run b[s:e], a line, over line breaks, where its lines are
// even.
func wrapped(b []byte, s, e int) int {
	width := e - s
	for {
		n := e
		for n < len(b) && (b[n] == '\r' || b[n] == '\n') {
			n++
		}
		if n == e || n-e > 2 {
			return e
		}
		m := digitsEnd(b, n)
		if m == n || m-n > width || bytes.HasPrefix(b[n:m], []byte("--")) {
			return e // two hyphens begin the boundary of a message's parts
		}
		last := padding(b, m) // a name has an equals sign behind it, too
		if m-n < width && (e-s == width && width%4 != 0 || last < len(b) && !behindLines[b[last]]) {
			return e // a word with something behind it is no line, nor what follows a group that is cut
		}
		e = m
		if m-n < width {
			return e
		}
	}
}

// behindLines are what can stand behind the last line of base64.
var behindLines = func() (t [256]bool) {
	for i := range ' ' {
		t[i] = true
	}
	for _, c := range "\"'`<\\&)]},;" {
		t[c] = true
	}
	return t
}()

// PathEnd gives the end of the base64 b[s:e] where it is a segment of a path and others
// follow, whose letters are digits too: a word of small letters, or one and a number.
func PathEnd(b []byte, s, e int) int {
	end := e
	for {
		k := s + bytes.LastIndexByte(b[s:e], '/')
		if k < s+minRun {
			return end
		}
		small, number := true, true
		for _, c := range b[k+1 : e] {
			small = small && (c >= 'a' && c <= 'z' || c == '-' || c == '_')
			number = number && c >= '0' && c <= '9'
		}
		switch {
		case small && e-k > 4:
			end = k
		case !number || end < e:
			return end
		}
		e = k
	}
}

// RunEnd gives the end of the base64 run that goes on at i, padding included.
func RunEnd(b []byte, i int) int {
	return padding(b, digitsEnd(b, i))
}

func padding(b []byte, e int) int {
	for n := 0; n < 2 && e < len(b) && b[e] == '='; n++ {
		e++
	}
	return e
}
