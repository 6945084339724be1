package verify

import "math/bits"

// Quoted-printable (RFC 2045 6.7) writes a byte as =41, and ends a line that goes on
// with an equals sign. Encoders write capitals, so that =ab is a value behind a name.

// quoted looks at what view holds where it is quoted-printable. Each stretch around
// its escapes is looked at by itself: as far to either side as a secret may reach.
func (v *Verifier) quoted(view []byte) (found bool) {
	for i := nextEquals(view, 0); i < len(view); {
		if !v.quotes(view[i:]) {
			i = nextEquals(view, i+1)
			continue
		}
		start := v.back(view, i, max(i-v.far, 0))
		mark := len(v.arena)
		buf := append(v.arena, view[start:i]...)
		for limit := i + v.far; i < len(view) && i < limit; {
			if view[i] == '=' {
				if c, n := v.printable(view[i:]); n > 0 {
					if c != 0 {
						buf = append(buf, c)
					}
					i += n
					limit = i + v.far
					continue
				}
			} else if v.stop[view[i]] {
				break
			}
			buf = append(buf, view[i])
			i++
		}
		v.arena = buf
		found = v.visit(buf[mark:], quotedPrintable)
		v.arena = v.arena[:mark]
		if found {
			return true
		}
		i = nextEquals(view, i)
	}
	return false
}

// quotes tells whether b begins with an escape that encoders write: of a line's end,
// or of a byte that is no letter and no digit, unless all of a text is escaped. A
// number behind a name (w=300) looks like another one.
func (v *Verifier) quotes(b []byte) bool {
	if len(b) < 3 || class[b[1]]&class[b[2]]&isHex == 0 && b[1] != '\\' && b[1] >= ' ' {
		return false
	}
	c, n := v.printable(b)
	return n > 0 && (c == 0 || class[c]&isBase64 == 0 || c == '+' || c == '/' || len(b) > n && b[n] == '=')
}

// nextEquals is skipTo for the equals sign alone.
func nextEquals(b []byte, i int) int {
	for ; i+8 <= len(b); i += 8 {
		w := word(b, i) ^ '='*ones
		if m := (w - ones) &^ w & highs; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
	for ; i < len(b) && b[i] != '='; i++ {
	}
	return i
}

// printable reads the escape that b begins with: the byte it stands for, 0 where
// that is the end of a line that goes on, and how long it is, 0 where there is none
// or nothing that encodes a secret has what it stands for. In a piece that is
// looked at as it stands the line's end is an escape of JSON.
func (v *Verifier) printable(b []byte) (c byte, n int) {
	if r, ok := number(b, 1, 2); ok && b[1] < 'a' && b[2] < 'a' {
		if c = byte(r); c != 0 && v.alpha[c] {
			return c, 3
		}
		return 0, 0
	}
	n = 1
	for n < len(b) && n <= maxBackslashes && b[n] == '\\' {
		n++
	}
	end := func(raw, escaped byte) bool {
		if n < len(b) && (n == 1 && b[n] == raw || n > 1 && b[n] == escaped) {
			n++
			return true
		}
		return false
	}
	slashes := n - 1
	if end('\r', 'r') {
		for range slashes {
			if n == len(b) || b[n] != '\\' {
				return 0, 0
			}
			n++
		}
		if n < len(b) && (slashes == 0 && b[n] == '\n' || slashes > 0 && b[n] == 'n') {
			return 0, n + 1
		}
		return 0, 0
	}
	if end('\n', 'n') {
		return 0, n
	}
	return 0, 0
}
