package verify

import "math/bits"

// Quoted-printable (RFC 2045 6.7) writes a byte as =41, and ends a line that goes on
// with an equals sign. Encoders write capitals, so that =ab is a value behind a name.

// quoted looks at what view holds where it is quoted-printable. Each stretch around
// its escapes is looked at by itself: as far to either side as a secret may reach, and
// to the end of the base64 there.
func (v *Verifier) quoted(view []byte) (found bool) {
	for i := nextEquals(view, 0); i < len(view); {
		if i+2 >= len(view) || dullEquals[view[i+1]] || !v.quotes(view[i:]) {
			i = nextEquals(view, i+1)
			continue
		}
		// What is escaped right before was left out for what it stands for alone.
		first := i
		for first >= 3 && view[first-3] == '=' && class[view[first-2]]&class[view[first-1]]&isHex != 0 {
			first -= 3
		}
		start := min(first, v.back(view, i, max(i-v.far, 0)))
		for start > 0 && runsOn(view[start-1]) {
			start--
		}
		mark := len(v.arena)
		buf, limit := append(v.arena, view[start:first]...), i+v.far
		for i = first; i < len(view) && (i < limit || runsOn(view[i]) || view[i] == '='); {
			if view[i] == '=' {
				if c, n := quotedByte(view[i:]); n > 0 {
					if c >= 0 {
						buf = append(buf, byte(c))
					}
					i += n
					limit = max(limit, i+v.far)
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

// dullEquals has what an equals sign begins no escape before.
var dullEquals = func() (t [256]bool) {
	for c := range t {
		t[c] = class[c]&isHex == 0 && c != '\\' && c >= ' '
	}
	return t
}()

// quotes tells whether b begins with an escape that encoders write, of something that
// encodes a secret: of a line's end, or of a byte that is no letter and no digit,
// unless all of a text is escaped. A number behind a name (w=300) looks like another
// one.
func (v *Verifier) quotes(b []byte) bool {
	if len(b) < 3 || class[b[1]]&class[b[2]]&isHex == 0 && b[1] != '\\' && b[1] >= ' ' {
		return false
	}
	c, n := quotedByte(b)
	return n > 0 && (c < 0 || c == '=' || v.alpha[c] && (class[c]&isBase64 == 0 || c == '+' || c == '/' || len(b) > n && b[n] == '='))
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

// quotedByte reads the escape that b begins with: the byte it stands for, -1
// where that is the end of a line that goes on, and how long it is, 0 where there is
// none.
// In a piece that is looked at as it stands the line's end is an escape of JSON.
func quotedByte(b []byte) (c, n int) {
	if r, ok := number(b, 1, 2); ok && b[1] < 'a' && b[2] < 'a' {
		return int(r), 3
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
			return -1, n + 1
		}
		return 0, 0
	}
	if end('\n', 'n') {
		return -1, n
	}
	return 0, 0
}
