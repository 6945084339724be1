package main

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"hash/maphash"
	"html"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The reader's decoders. They are lax on purpose: a thief tries everything and
// keeps what looks like text.

// maxDepth is how many decoders are tried on top of each other. Planted values
// lie at most four encodings deep, and the places add some of their own.
const maxDepth = 9

// a viewer gives every text that can be read out of a leaf.
type viewer struct {
	seen   map[uint64]struct{}
	seed   maphash.Seed
	budget int
	flate  io.ReadCloser
	buf    bytes.Buffer
}

func newViewer() *viewer {
	return &viewer{seen: map[uint64]struct{}{}, seed: maphash.MakeSeed(), flate: flate.NewReader(strings.NewReader(""))}
}

// views calls see with the text itself and with every decoding of it, each once.
func (v *viewer) views(s string, see func(string)) {
	clear(v.seen)
	v.budget = 200*len(s) + 1<<20
	level := []string{s}
	for depth := 0; depth <= maxDepth && len(level) > 0; depth++ {
		var next []string
		for _, t := range level {
			h := maphash.String(v.seed, t)
			if _, ok := v.seen[h]; ok || v.budget < 0 {
				continue
			}
			v.seen[h] = struct{}{}
			v.budget -= len(t)
			see(t)
			if depth < maxDepth {
				next = append(next, v.decode(t)...)
			}
		}
		level = next
	}
}

// decode gives every one-step decoding of a text that differs from it.
func (v *viewer) decode(t string) []string {
	var out []string
	add := func(d string) {
		if len(d) >= 3 && d != t {
			out = append(out, d)
		}
	}
	if strings.IndexByte(t, '\\') >= 0 {
		add(unescape(t))
	}
	if strings.IndexByte(t, '%') >= 0 {
		p := unpercent(t)
		add(p)
	}
	if strings.IndexByte(t, '+') >= 0 {
		add(unpercent(strings.ReplaceAll(t, "+", " ")))
	}
	if strings.IndexByte(t, '&') >= 0 {
		add(html.UnescapeString(t))
	}
	if strings.Contains(t, "=\r\n") || strings.Contains(t, "=3D") {
		add(unquotePrintable(t))
	}
	// Quotes are doubled in the cells of a table (RFC 4180) and in the strings of SQL.
	for _, two := range []string{`""`, `''`} {
		if strings.Contains(t, two) {
			add(strings.ReplaceAll(t, two, two[:1]))
		}
	}
	if d, ok := latin1(t); ok {
		add(d)
	}
	out = append(out, v.inflated(t)...)
	return append(out, v.runs(t)...)
}

// unescape undoes backslash escapes of JSON and JavaScript.
func unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' || i+1 >= len(s) {
			b.WriteByte(c)
			i++
			continue
		}
		switch e := s[i+1]; e {
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'v':
			b.WriteByte('\v')
		case 'x':
			if n, ok := hexNumber(s, i+2, 2); ok {
				b.WriteRune(rune(n))
				i += 4
				continue
			}
			b.WriteByte(e)
		case 'u':
			if n, ok := hexNumber(s, i+2, 4); ok {
				b.WriteRune(rune(n))
				i += 6
				continue
			}
			if end := strings.IndexByte(s[i:], '}'); end > 3 && end < 11 && s[i+2] == '{' {
				if n, err := strconv.ParseUint(s[i+3:i+end], 16, 32); err == nil {
					b.WriteRune(rune(n))
					i += end + 1
					continue
				}
			}
			b.WriteByte(e)
		default:
			b.WriteByte(e)
		}
		i += 2
	}
	return b.String()
}

func hexNumber(s string, at, n int) (uint64, bool) {
	if at+n > len(s) {
		return 0, false
	}
	v, err := strconv.ParseUint(s[at:at+n], 16, 32)
	return v, err == nil
}

// unpercent undoes valid percent escapes and leaves the others.
func unpercent(s string) string { return unhexed(s, '%') }

// unquotePrintable undoes quoted-printable (RFC 2045 6.7).
func unquotePrintable(s string) string { return unhexed(strings.ReplaceAll(s, "=\r\n", ""), '=') }

// unhexed undoes the escapes of a sign and two digits of hex.
func unhexed(s string, sign byte) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == sign && i+2 < len(s) {
			if hi, lo := hexDigit(s[i+1]), hexDigit(s[i+2]); hi >= 0 && lo >= 0 {
				b.WriteByte(byte(hi<<4 | lo))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// latin1 gives the bytes of a text that holds binary data as U+0000 to U+00FF.
func latin1(s string) (string, bool) {
	high := false
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			high = true
			break
		}
	}
	if !high {
		return "", false
	}
	b := make([]byte, 0, len(s))
	for _, c := range s {
		if c > 0xff {
			return "", false
		}
		b = append(b, byte(c))
	}
	return string(b), true
}

// base64Value is the six bits of each character of either alphabet, or -1.
var base64Value = func() (t [256]int8) {
	for i := range t {
		t[i] = -1
	}
	for i, c := range uppers + lowers + digits + "+/" {
		t[c] = int8(i)
	}
	t['-'], t['_'] = 62, 63
	return t
}()

// runs decodes every run of base64 at each of its four alignments, and every
// run of hex at its two. The decodings of one alignment are one text.
func (v *viewer) runs(t string) []string {
	var out []string
	var shifted [4]strings.Builder
	var hexes [2]strings.Builder
	var run []byte
	flush := func() {
		if len(run) < 6 {
			run = run[:0]
			return
		}
		for a := range shifted {
			d := decode64(run[a:])
			if len(d) < 4 {
				continue
			}
			if hasText(d) {
				shifted[a].Write(d)
				shifted[a].WriteByte('\n')
			}
		}
		out = append(out, v.compressed(run)...)
		run = run[:0]
	}
	for i := 0; i < len(t); i++ {
		c := t[i]
		if base64Value[c] >= 0 {
			run = append(run, c)
			continue
		}
		// Line ends inside wrapped base64 do not end the run.
		if len(run) >= 48 && (c == '\n' || c == '\r') && i+1 < len(t) && (t[i+1] == '\n' || base64Value[t[i+1]] >= 0) {
			continue
		}
		flush()
	}
	flush()
	for i := 0; i < len(t); {
		j := i
		for j < len(t) && hexDigit(t[j]) >= 0 {
			j++
		}
		if j-i >= 10 {
			for a := range hexes {
				var d []byte
				for k := i + a; k+1 < j; k += 2 {
					d = append(d, byte(hexDigit(t[k])<<4|hexDigit(t[k+1])))
				}
				out = append(out, v.inflated(string(d))...)
				if hasText(d) {
					hexes[a].Write(d)
					hexes[a].WriteByte('\n')
				}
			}
		}
		i = max(j, i+1)
	}
	for a := range shifted {
		if shifted[a].Len() > 0 {
			out = append(out, shifted[a].String())
		}
	}
	for a := range hexes {
		if hexes[a].Len() > 0 {
			out = append(out, hexes[a].String())
		}
	}
	return out
}

// compressed looks for gzip, zlib and deflate data in a run of base64: at its
// start, and after characters that may be separators rather than base64 (a
// slash of a path).
func (v *viewer) compressed(run []byte) []string {
	var out []string
	tries := 0
	for i := range run {
		// The first character may be a length, as in protobuf; in CBOR one stands behind
		// an x, which is also the end of a name.
		counted := i > 1 && run[i-2] == 'x' && int(run[i-1]) >= len(run)-i && int(run[i-1]) <= len(run)-i+2
		if i > 1 && base64Value[run[i-1]] < 62 && !counted || len(run)-i < 16 {
			continue
		}
		c, next := run[i], run[i+1]
		zipped := c == 'H' && next == '4' || c == 'e' && next >= 'A' && next <= 'Z'
		if !zipped && i > 1 && run[i-1] != '/' && !counted {
			continue
		}
		if tries++; tries > 200 {
			break
		}
		d := decode64(run[i:])
		if in := v.inflated(string(d)); in != nil {
			out = append(out, in...)
		} else if !mostlyText(d) {
			if in, ok := v.rawInflate(string(d)); ok {
				out = append(out, in)
			}
		}
	}
	return out
}

func decode64(run []byte) []byte {
	out := make([]byte, 0, len(run)*3/4)
	acc, bits := uint32(0), 0
	for _, c := range run {
		acc = acc<<6 | uint32(base64Value[c])
		if bits += 6; bits >= 8 {
			bits -= 8
			out = append(out, byte(acc>>bits))
		}
	}
	return out
}

func printable(c byte) bool { return c >= 0x20 && c < 0x7f || c == '\n' || c == '\r' || c == '\t' }

// hasText says whether something readable is in decoded bytes.
func hasText(d []byte) bool {
	n := 0
	for _, c := range d {
		if !printable(c) {
			n = 0
			continue
		}
		if n++; n >= 4 {
			return true
		}
	}
	return false
}

func mostlyText(d []byte) bool {
	n := 0
	for _, c := range d {
		if printable(c) {
			n++
		}
	}
	return n*10 >= len(d)*8
}

const maxInflated = 4 << 20

// inflated gives what is inside gzip and zlib data.
func (v *viewer) inflated(s string) []string {
	if len(s) < 10 {
		return nil
	}
	var r io.Reader
	var err error
	switch {
	case s[0] == 0x1f && s[1] == 0x8b:
		r, err = gzip.NewReader(strings.NewReader(s))
	case s[0] == 0x78 && (uint(s[0])<<8|uint(s[1]))%31 == 0:
		r, err = zlib.NewReader(strings.NewReader(s))
	default:
		return nil
	}
	if err != nil {
		return nil
	}
	d, _ := io.ReadAll(io.LimitReader(r, maxInflated)) // a truncated stream counts as far as it goes
	if len(d) == 0 {
		return nil
	}
	return []string{string(d)}
}

// rawInflate tries deflate without any header.
func (v *viewer) rawInflate(s string) (string, bool) {
	if err := v.flate.(flate.Resetter).Reset(strings.NewReader(s), nil); err != nil {
		return "", false
	}
	v.buf.Reset()
	_, _ = io.Copy(&v.buf, io.LimitReader(v.flate, maxInflated))
	if v.buf.Len() < 12 || !mostlyText(v.buf.Bytes()) {
		return "", false
	}
	return v.buf.String(), true
}
