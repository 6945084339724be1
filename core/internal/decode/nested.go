package decode

import (
	"bytes"
	"unicode/utf8"
)

const (
	// minRun is the shortest run of digits that is tried as packed text: 15
	// bytes. A shorter one holds no secret that is looked for everywhere
	// together with an encoding of its own.
	minRun = 20
	// smallText is up to where a text is decoded whole instead of around its
	// escapes: the bounds of what belongs together are a guess.
	smallText = 4 << 10
	// maxDepth is how many codecs may stand one inside another.
	maxDepth = 10
)

// Nested calls fn for each stretch of t that is itself written in some
// encoding, decoded one step. fn may call Nested again. Stretches that the
// budget or the depth did not allow are added to a.Skipped.
func (a *Arena) Nested(t *Text, fn func(*Text)) {
	if len(t.B) < 4 {
		return
	}
	if t.Depth() >= maxDepth {
		a.Skipped += int64(len(t.B))
		return
	}
	a.escaped(t, '%', Percent, fn)
	a.escaped(t, '&', Entity, fn)
	a.escaped(t, '\\', Backslash, fn)
	a.packed(t, fn)
}

// escaped finds the stretches that hold escapes of one codec.
func (a *Arena) escaped(t *Text, sign byte, c Codec, fn func(*Text)) {
	b := t.B
	for i, from := 0, 0; i < len(b); {
		k := bytes.IndexByte(b[i:], sign)
		if k < 0 {
			return
		}
		i += k
		if !isEscape(b[i:], c) {
			i++
			continue
		}
		start, end := bounds(b, c, from, i)
		a.try(t, c, start, end, fn)
		i, from = end, end
	}
}

func (a *Arena) try(t *Text, c Codec, start, end int, fn func(*Text)) {
	child, ok := a.Decode(t, c, start, end)
	if !ok {
		a.Skipped += int64(end - start)
		return
	}
	fn(child)
	a.Release(child)
}

func isEscape(b []byte, c Codec) bool {
	switch c {
	case Percent:
		if len(b) < 3 {
			return false
		}
		_, ok := hexByte(b[1], b[2])
		return ok
	case Entity:
		_, n := entity(b)
		return n > 0
	default:
		_, n := backslash(b)
		return n > 0
	}
}

// bounds says how far around the escape at i its text reaches, not before
// from: to the characters that cannot stand inside unescaped.
func bounds(b []byte, c Codec, from, i int) (int, int) {
	if c == Backslash {
		return literal(b, from, i)
	}
	if len(b) <= smallText {
		return from, len(b)
	}
	stop := &percentStops
	if c == Entity {
		stop = &entityStops
	}
	s := i
	for s > from && !stop[b[s-1]] {
		s--
	}
	e := i + 1
	for e < len(b) && !stop[b[e]] {
		e++
	}
	return s, e
}

var percentStops = func() (t [256]bool) {
	for i := 0; i <= ' '; i++ {
		t[i] = true
	}
	for _, c := range "\"<>`\\" {
		t[c] = true
	}
	return t
}()

var entityStops = func() (t [256]bool) {
	for _, c := range "<>\"" {
		t[c] = true
	}
	return t
}()

// literal gives the inside of the string literal around the escape at i: from
// the last quote that is not escaped itself to the next of its kind, or the
// line where there is none.
func literal(b []byte, from, i int) (int, int) {
	s, quote := i, byte(0)
	for s > from {
		c := b[s-1]
		if c == '\n' {
			break
		}
		if c == '"' || c == '\'' || c == '`' {
			n := 0
			for s-2-n >= from && b[s-2-n] == '\\' {
				n++
			}
			if n%2 == 0 {
				quote = c
				break
			}
		}
		s--
	}
	e := i
	for e < len(b) {
		c := b[e]
		if c == '\\' && e+1 < len(b) {
			e += 2
			continue
		}
		if c == '\n' || c == quote || quote == 0 && (c == '"' || c == '\'' || c == '`') {
			break
		}
		e++
	}
	return s, e
}

// packed finds the runs of base64 or hex digits that unpack to text.
func (a *Arena) packed(t *Text, fn func(*Text)) {
	b := t.B
	from := 0
	for i := minRun - 1; i < len(b); {
		if un64[b[i]] == 0xFF {
			i += minRun
			continue
		}
		s := i
		for s > from && un64[b[s-1]] != 0xFF {
			s--
		}
		e := i + 1
		for e < len(b) && un64[b[e]] != 0xFF {
			e++
		}
		if e-s >= minRun {
			e = wrapped(b, s, e)
			a.run(t, s, e, fn)
		}
		from = e
		i = e + minRun
	}
}

// wrapped extends a run over line breaks, where its lines are long and even
// as encoders make them.
func wrapped(b []byte, s, e int) int {
	width := e - s
	if width < 60 || width > 100 {
		return e
	}
	for {
		n := e
		for n < len(b) && (b[n] == '\r' || b[n] == '\n') {
			n++
		}
		if n == e || n-e > 2 {
			return e
		}
		m := n
		for m < len(b) && un64[b[m]] != 0xFF {
			m++
		}
		if m == n || m-n > width {
			return e
		}
		e = m
		if m-n < width {
			return e
		}
	}
}

// RunEnd gives the end of the base64 run that goes on at i, padding included.
func RunEnd(b []byte, i int) int {
	for i < len(b) && un64[b[i]] != 0xFF {
		i++
	}
	return padding(b, i)
}

// RunStart gives the start of the base64 run that b[i] stands in.
func RunStart(b []byte, i int) int {
	for i > 0 && un64[b[i-1]] != 0xFF {
		i--
	}
	return i
}

func padding(b []byte, e int) int {
	for n := 0; n < 2 && e < len(b) && b[e] == '='; n++ {
		e++
	}
	return e
}

// maxStarts is how many places of one run are tried as the start of packed
// text: a path or a prefix may stand before it and look like digits.
const maxStarts = 12

// run tries one run of digits.
func (a *Arena) run(t *Text, s, e int, fn func(*Text)) {
	b := t.B
	if isHex(b[s:e]) && (e-s)%2 == 0 {
		var head [16]byte
		h, _ := appendHex(head[:0], b[s:min(e, s+32)])
		if k := judgeHead(h); k != opaque {
			a.unpacked(t, Hex, s, e, k, fn)
		}
		return
	}
	end := padding(b, e)
	tries := 0
	for p := s; e-p >= minRun && tries < maxStarts; p++ {
		if p > s && p-s > 3 && !isSeparator(b[p-1]) {
			continue
		}
		tries++
		k := head64(b[p:e])
		if k == opaque && p == s && e-s >= 60 && (s == 0 || b[s-1] == '=') && inflates(b[p:min(e, p+400)]) {
			k = deflated
		}
		if k != opaque {
			a.unpacked(t, Base64, p, end, k, fn)
			return
		}
	}
}

func isSeparator(c byte) bool { return c == '/' || c == '-' || c == '_' || c == '+' }

func isHex(b []byte) bool {
	for _, c := range b {
		if unhex[c] > 15 {
			return false
		}
	}
	return true
}

// A guess is what the head of unpacked bytes looks like.
type guess uint8

const (
	opaque guess = iota
	readable
	gzipped
	zlibbed
	deflated
)

func head64(b []byte) guess {
	var head [24]byte
	h, ok := AppendBase64(head[:0], b[:min(len(b), 28)])
	if !ok {
		return opaque
	}
	return judgeHead(h)
}

func judgeHead(h []byte) guess {
	if len(h) < 3 {
		return opaque
	}
	if h[0] == 0x1F && h[1] == 0x8B && h[2] == 8 {
		return gzipped
	}
	if h[0] == 0x78 && (int(h[0])<<8|int(h[1]))%31 == 0 && (h[1] == 0x01 || h[1] == 0x5E || h[1] == 0x9C || h[1] == 0xDA) {
		return zlibbed
	}
	if Readable(h) {
		return readable
	}
	return opaque
}

// Readable tells whether the head of some bytes is text.
func Readable(h []byte) bool {
	plain := 0
	for i := 0; i < len(h); {
		c := h[i]
		if c < utf8.RuneSelf {
			if c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0x7F {
				return false
			}
			plain++
			i++
			continue
		}
		r, n := utf8.DecodeRune(h[i:])
		if r == utf8.RuneError {
			if len(h)-i < utf8.UTFMax && !utf8.FullRune(h[i:]) {
				break
			}
			return false
		}
		i += n
	}
	return plain*4 >= len(h)*3
}

// inflates tells whether base64 digits hold a raw deflate stream of text, as
// the SAML redirect binding has it.
func inflates(b []byte) bool {
	buf := make([]byte, 0, len(b))
	packed, ok := AppendBase64(buf, b)
	// The block type is in bits 1 and 2: stored text would be readable, 3 is
	// no type.
	if !ok || len(packed) < 32 || packed[0]&6 != 2 && packed[0]&6 != 4 {
		return false
	}
	text, _ := unpack(nil, Deflate, packed, 1<<20)
	return len(text) >= 32 && Readable(text[:32])
}

// unpacked decodes a run and what is compressed in it.
func (a *Arena) unpacked(t *Text, c Codec, s, e int, k guess, fn func(*Text)) {
	if k == readable {
		a.try(t, c, s, e, fn)
		return
	}
	inner := map[guess]Codec{gzipped: Gzip, zlibbed: Zlib, deflated: Deflate}[k]
	a.try(t, c, s, e, func(p *Text) {
		a.try(p, inner, 0, len(p.B), fn)
	})
}

// Compressed calls fn with what is compressed in t's bytes, if they are so.
func (a *Arena) Compressed(t *Text, fn func(*Text)) bool {
	var c Codec
	switch judgeHead(t.B[:min(len(t.B), 16)]) {
	case gzipped:
		c = Gzip
	case zlibbed:
		c = Zlib
	default:
		return false
	}
	a.try(t, c, 0, len(t.B), fn)
	return true
}
