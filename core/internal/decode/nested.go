package decode

import (
	"bytes"
	"compress/flate"
	"io"
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
	if t.Codec == Base64 || t.Codec == Hex {
		if c := a.compression(t.B); c != None {
			a.try(t, c, 0, len(t.B), fn)
			return
		}
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
		if c == Backslash && from == 0 && len(b) <= smallText && (start > 0 || end < len(b)) {
			// A quote may be part of what is escaped here.
			a.try(t, c, 0, len(b), fn)
		}
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
const maxStarts = 64

// run tries one run of digits.
func (a *Arena) run(t *Text, s, e int, fn func(*Text)) {
	b := t.B
	end := padding(b, e)
	tries := 0
	for p := s; e-p >= minRun && tries < maxStarts; p++ {
		if p > s && p-s > 3 && !isSeparator(b[p-1]) {
			continue
		}
		tries++
		if q := hexEnd(b, p, e); q-p >= minRun && (q-p)%2 == 0 && (q == e || isSeparator(b[q])) {
			var head [headSize]byte
			h, _ := appendHex(head[:0], b[p:min(q, p+2*headSize)])
			if judgeHead(h) != opaque {
				a.try(t, Hex, p, q, fn)
			}
			if q == e {
				return
			}
			p = q
			continue
		}
		if head64(b[p:e]) != opaque || (p == s || behindSegment(b, s, p)) && a.deflated64(b[p:e]) {
			a.try(t, Base64, p, end, fn)
			return
		}
	}
}

// behindSegment tells whether the digits at p stand behind a slash and a
// segment of a path, all in small letters, rather than inside of base64.
func behindSegment(b []byte, s, p int) bool {
	if p == s || b[p-1] != '/' {
		return false
	}
	k := p - 1
	for k > s && p-k < 32 && (b[k-1] >= 'a' && b[k-1] <= 'z' || b[k-1] == '-' || b[k-1] == '_') {
		k--
	}
	return k < p-3 && (k == s || b[k-1] == '/')
}

func isSeparator(c byte) bool { return c == '/' || c == '-' || c == '_' || c == '+' }

// hexEnd is where the hex digits that begin at p end, e at the most.
func hexEnd(b []byte, p, e int) int {
	for p < e && unhex[b[p]] < 16 {
		p++
	}
	return p
}

// A guess is what the head of unpacked bytes looks like.
type guess uint8

const (
	opaque guess = iota
	readable
	gzipped
	zlibbed
)

// headSize is how many unpacked bytes are looked at to tell text from noise.
const headSize = 48

func head64(b []byte) guess {
	var head [headSize + 3]byte
	h, ok := AppendBase64(head[:0], b[:min(len(b), headSize/3*4)])
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
	if Readable(h) || mixed(h) {
		return readable
	}
	return opaque
}

// mixed tells whether bytes are a binary format around text: lengths and tags
// between printable runs. Of random bytes 37 in 100 are printable.
func mixed(h []byte) bool {
	printable := 0
	for _, c := range h {
		if c >= 0x20 && c < 0x7F {
			printable++
		}
	}
	return printable*10 >= len(h)*7
}

// deflated64 tells whether base64 digits hold a raw deflate stream of text, as
// the SAML redirect binding has it.
func (a *Arena) deflated64(b []byte) bool {
	var buf [304]byte
	h, ok := AppendBase64(buf[:0], b[:min(len(b), 400)])
	return ok && a.inflates(h)
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

// inflates tells whether bytes begin a raw deflate stream of text. The reader
// is kept, because a new one takes 40 KiB and this is asked of every run.
func (a *Arena) inflates(b []byte) bool {
	// The block type is in bits 1 and 2: stored text would be readable, 3 is
	// no type.
	if len(b) < 10 || b[0]&6 != 2 && b[0]&6 != 4 {
		return false
	}
	a.packedHead.Reset(b)
	if a.inflater == nil {
		a.inflater = flate.NewReader(&a.packedHead)
	} else if err := a.inflater.(flate.Resetter).Reset(&a.packedHead, nil); err != nil {
		return false
	}
	var text [32]byte
	// What is cut or broken is judged by what came out before.
	n, _ := io.ReadFull(a.inflater, text[:])
	return n >= 12 && Readable(text[:n])
}

// compression tells how bytes are compressed, None where they are not.
func (a *Arena) compression(b []byte) Codec {
	switch judgeHead(b[:min(len(b), 16)]) {
	case gzipped:
		return Gzip
	case zlibbed:
		return Zlib
	}
	if judgeHead(b[:min(len(b), headSize)]) == opaque && a.inflates(b[:min(len(b), 300)]) {
		return Deflate
	}
	return None
}

// Compressed calls fn with what is compressed in t's bytes, if they are so.
func (a *Arena) Compressed(t *Text, fn func(*Text)) bool {
	c := a.compression(t.B)
	if c == None {
		return false
	}
	a.try(t, c, 0, len(t.B), fn)
	return true
}
