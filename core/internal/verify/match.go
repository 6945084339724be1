package verify

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"math/bits"
	"strings"
)

// A pattern is a string that shows a secret, or its core, wherever it stands.
type pattern struct {
	at     int    // where its text begins among all texts, but for the secret itself
	size   uint32 // of its text
	secret int32
	form   codec // what its text is decoded by to give the secret, 0 for the secret itself
	both   bool  // its windows are the same in both alphabets of base64

	// Base64 at an offset that is no multiple of 3 shares its first and last
	// characters with the bytes beside the secret. Its text is what lies between;
	// these are the bits left out, and how many.
	headBits, tailBits uint8
	head, tail         uint8
}

// A matcher finds any of its patterns in a text, looking at the text only every
// stride bytes.
//
// A window is width bytes of a pattern. Of each pattern the matcher holds stride
// windows that begin side by side. Wherever the pattern stands in a text, one of
// them begins at a multiple of stride, so it is enough to look there.
type matcher struct {
	parts    []part
	texts    []byte // of the patterns, side by side: of many the garbage collector sees one
	patterns []pattern
	longest  int // length of the longest pattern

	// filter has two bits for each window. It answers nearly every question, and
	// one load is all it takes.
	filter      []uint64
	filterShift uint

	// The windows by hash: those of bucket h are entries[starts[h]:starts[h+1]].
	starts      []uint32
	entries     []entry
	bucketShift uint
}

const (
	stride = 4
	width  = 5
	// least is the length from which on a pattern has all the windows it needs.
	least = stride + width - 1
)

// An entry is a window: where it stands in which pattern, and some bits of its
// hash, which spare most looks at the pattern.
type entry struct {
	pattern int32
	offset  int32
	tag     uint32
}

// newMatcher makes the patterns of secrets: the secret itself, with '+' for its
// spaces, and what base64 makes of it at each of three alignments. Hex needs
// none, because every run of hex is decoded.
//
// A pattern of base64 stands for both alphabets. Its windows can do so too where
// they hold none of the characters in which those differ; a pattern that has no
// such windows is there once for each alphabet.
func newMatcher(parts []part) *matcher {
	m := &matcher{parts: parts, patterns: make([]pattern, 0, 4*len(parts))}
	size := 0
	for i := range parts {
		size += 3 * base64.RawStdEncoding.EncodedLen(len(parts[i].text())+2)
	}
	m.texts = make([]byte, 0, size)
	var padded []byte
	for i := range parts {
		s := parts[i].text()
		if len(s) < minSecret {
			panic("internal error: a secret too short to be looked for everywhere")
		}
		m.add(pattern{size: uint32(len(s)), secret: int32(i)})
		if bytes.IndexByte(s, ' ') >= 0 {
			m.addText(pattern{secret: int32(i), form: plus}, bytes.ReplaceAll(s, []byte(" "), []byte("+")))
		}
		for shift := range 3 {
			padded = append(append(padded[:0], "\x00\x00"[:shift]...), s...)
			at := len(m.texts)
			m.texts = base64.RawStdEncoding.AppendEncode(m.texts, padded)
			from, to := (8*shift+5)/6, 8*len(padded)/6
			p := pattern{
				at: at + from, size: uint32(to - from), secret: int32(i), form: b64,
				headBits: uint8(6*from - 8*shift), tailBits: uint8(8*len(padded) - 6*to),
			}
			p.head = s[0] >> (8 - p.headBits)
			p.tail = s[len(s)-1] & (1<<p.tailBits - 1)
			text := m.text(&p)
			p.both = sameInBoth(text, len(text)-least) >= 0
			m.add(p)
			if !p.both {
				m.addText(p, bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("+"), []byte("-")), []byte("/"), []byte("_")))
			}
		}
	}
	m.build()
	return m
}

func (m *matcher) add(p pattern) {
	m.patterns = append(m.patterns, p)
	m.longest = max(m.longest, int(p.size))
}

// addText adds p with a text that is not there yet.
func (m *matcher) addText(p pattern, text []byte) {
	p.at, p.size = len(m.texts), uint32(len(text))
	m.texts = append(m.texts, text...)
	m.add(p)
}

func (m *matcher) text(p *pattern) []byte {
	if p.form == 0 {
		return m.parts[p.secret].text()
	}
	return m.texts[p.at : p.at+int(p.size) : p.at+int(p.size)]
}

// find gives a pattern that stands in text, or nil.
func (m *matcher) find(text []byte) *pattern {
	if len(text) < least {
		return nil
	}
	filter, shift := m.filter, m.filterShift&63
	t := text
	for ; len(t) >= 8; t = t[stride:] {
		h := hash(binary.LittleEndian.Uint64(t))
		if w := filter[h>>shift]; w>>filterBit(h)&1 != 0 && w>>secondBit(h)&1 != 0 {
			if p := m.candidates(text, len(text)-len(t), h); p != nil {
				return p
			}
		}
	}
	for ; len(t) >= width; t = t[stride:] {
		if p := m.candidates(text, len(text)-len(t), hash(load(t, 0))); p != nil {
			return p
		}
	}
	return nil
}

const hashFactor = 0x9e3779b97f4a7c15

// hash hashes the window that w begins with. The high bits are the good ones.
func hash(w uint64) uint64 { return (w << (64 - 8*width)) * hashFactor }

// tagOf gives the bits of a hash that an entry keeps. The lowest 24 are zero.
func tagOf(h uint64) uint32 { return uint32(h >> 24) }

// filterBit and secondBit give which bits a hash has in its word of the filter. The
// second is asked for only where the first is set.
func filterBit(h uint64) uint64 { return h >> 30 & 63 }
func secondBit(h uint64) uint64 { return h >> 42 & 63 }

// load gives the bytes of b from i on, at most 8, the first lowest.
func load(b []byte, i int) uint64 {
	if i+8 <= len(b) {
		return word(b, i)
	}
	var w uint64
	for k := len(b) - 1; k >= i; k-- {
		w = w<<8 | uint64(b[k])
	}
	return w
}

// sparse has the high bit of each byte of w that is below '+' or past ASCII: not
// one of these is in base64, and text has one in most words. No byte borrows from
// the next.
func sparse(w uint64) uint64 { return (^((w | highs) - '+'*ones) | w) & highs }

// sameInBoth gives the last offset, not above at, from which on windows of base64
// hold none of the characters in which its alphabets differ, or -1.
func sameInBoth(text []byte, at int) int {
	for o := at; o >= 0; {
		k := o + least - 1
		for k >= o && value[text[k]] < 62 {
			k--
		}
		if k < o {
			return o
		}
		o = k - least
	}
	return -1
}

// build fills the tables. Which windows of a pattern it takes is free, so it
// takes those whose buckets are least crowded: thousands of JWTs begin alike
// and would otherwise share every bucket. It begins at the end, where tokens
// tend to be random.
func (m *matcher) build() {
	n := len(m.patterns) * stride
	logBuckets := max(bits.Len(uint(n)), 1)
	m.bucketShift = uint(64 - logBuckets)
	m.starts = make([]uint32, 1<<logBuckets+1)
	logWords := max(bits.Len(uint(n)/4), 1)
	m.filterShift = uint(64 - logWords)
	m.filter = make([]uint64, 1<<logWords)

	// What is done for each pattern is a function of its own: a browser compiles
	// well what is called often, and not the body of a loop that is run once.
	first := make([]int32, len(m.patterns))
	for k := range m.patterns {
		first[k] = m.choose(&m.patterns[k])
	}
	for h := 1; h < len(m.starts); h++ {
		m.starts[h] += m.starts[h-1]
	}
	// Filling each bucket from its end turns starts[h+1], its end, into its
	// start; moving the whole by one puts it in place.
	m.entries = make([]entry, n)
	for k := range m.patterns {
		m.fill(int32(k), first[k])
	}
	copy(m.starts, m.starts[1:])
	m.starts[len(m.starts)-1] = uint32(n)
}

// choose gives where the windows of p begin, and counts them in starts[1:].
func (m *matcher) choose(p *pattern) (first int32) {
	counts, text := m.starts[1:], m.text(p)
	last := len(text) - least
	best := ^uint32(0)
	for o := last; o >= 0; o -= max(1, last/16) {
		if p.both {
			if o = sameInBoth(text, o); o < 0 {
				break
			}
		}
		var worst uint32
		for _, h := range windows(text, o) {
			worst = max(worst, counts[h>>m.bucketShift])
		}
		if worst < best {
			best, first = worst, int32(o)
		}
		if best <= 2 {
			break
		}
	}
	for _, h := range windows(text, int(first)) {
		counts[h>>m.bucketShift]++
		m.filter[h>>m.filterShift] |= 1<<filterBit(h) | 1<<secondBit(h)
	}
	return first
}

// fill puts the windows of a pattern in their buckets, each from its end.
func (m *matcher) fill(id, first int32) {
	ends := m.starts[1:]
	for j, h := range windows(m.text(&m.patterns[id]), int(first)) {
		ends[h>>m.bucketShift]--
		m.entries[ends[h>>m.bucketShift]] = entry{pattern: id, offset: first + int32(j), tag: tagOf(h)}
	}
}

// windows gives the hashes of the windows that begin side by side from o on.
func windows(text []byte, o int) (hashes [stride]uint64) {
	w := word(text, o)
	for j := range hashes {
		hashes[j] = hash(w >> (8 * j))
	}
	return hashes
}

// candidates compares the patterns that have a window with the hash h with the
// text around i.
func (m *matcher) candidates(text []byte, i int, h uint64) *pattern {
	b := h >> m.bucketShift
	for _, e := range m.entries[m.starts[b]:m.starts[b+1]] {
		if e.tag != tagOf(h) {
			continue
		}
		p := &m.patterns[e.pattern]
		start := i - int(e.offset)
		end := start + int(p.size)
		if start >= 0 && end <= len(text) && m.equal(p, text[start:end]) && p.edges(text, start, end) &&
			(p.form == b64 || m.parts[p.secret].around(text, start, end)) {
			return p
		}
	}
	return nil
}

// around tells whether the secret whose core stands in text from start to end may
// stand there as a whole: what is beside the core is the secret's as far as it can be
// compared. That ends near the ends of the text, which may have been cut within an
// escape, where an escape may stand, and where one in the secret may have been undone; and
// far from the core: a long secret that repeats itself has it every few bytes.
func (p *part) around(text []byte, start, end int) bool {
	behind := p.secret[p.to:min(len(p.secret), int(p.to)+maxAround)]
	for i := sameFor(behind, text[end:max(end, len(text)-longestEscape)]); i < len(behind); i++ {
		c, at := behind[i], end+i
		if at+longestEscape >= len(text) || beginsEscape(p.secret[int(p.to)+i:]) {
			break
		}
		if text[at] == '\\' {
			// A sign behind backslashes stands for itself, unless it begins an escape.
			for at < len(text) && text[at] == '\\' {
				at++
			}
			return at == len(text) || text[at] == c || mayEscape(text[at]) || class[text[at]]&isBase64 != 0
		}
		if mayEscape(text[at]) {
			break
		}
		if text[at] != c {
			return false
		}
	}
	for i := int(p.from) - 1; i >= max(0, int(p.from)-maxAround) && start > longestEscape; i-- {
		if start--; text[start] == p.secret[i] {
			continue
		}
		for k := i; k >= 0 && k > i-longestEscape; k-- {
			if beginsEscape(p.secret[k:]) {
				return true
			}
		}
		return endsEscape(text[:start+1])
	}
	return true
}

// sameFor gives how many bytes two texts have in common, in steps of 8 of which none begins
// an escape or may stand for something else.
func sameFor(a, b []byte) int {
	i := 0
	for ; i+8 <= len(a) && i+8 <= len(b) && word(a, i) == word(b, i); i += 8 {
		for _, c := range a[i : i+8] {
			if class[c]&isBase64 == 0 || c == '+' {
				return i
			}
		}
	}
	return i
}

// maxAround is how much is compared on each side of a core.
const maxAround = 512

// beginsEscape tells whether b may begin with an escape.
func beginsEscape(b []byte) bool {
	switch b[0] {
	case '\\':
		return true
	case '&':
		return !bare(b[1:])
	case '%':
		return len(b) > 1 && (class[b[1]]&isHex != 0 || b[1] == 'u' || b[1] == '%')
	case '=':
		return len(b) > 1 && (class[b[1]]&isHex != 0 || b[1] == '\\' || b[1] <= ' ')
	}
	return false
}

// endsEscape tells whether an escape may end where b does that stands for something else
// than the sign at its end. It is of letters, digits and few signs, but for what it begins
// with.
func endsEscape(b []byte) bool {
	if mayEscape(b[len(b)-1]) {
		return true
	}
	for i := len(b) - 1; i >= 0 && i > len(b)-longestEscape; i-- {
		if strings.IndexByte("%&\\=", b[i]) >= 0 {
			return true
		}
		if class[b[i]]&isBase64 == 0 && strings.IndexByte("#;{}", b[i]) < 0 {
			return false
		}
	}
	return false
}

// mayEscape tells whether c begins an escape, or may stand for something else.
func mayEscape(c byte) bool {
	return c <= ' ' || c >= 0x80 || strings.IndexByte("%&\\=+", c) >= 0
}

// equal tells whether text is p's, which for base64 it is in either alphabet.
func (m *matcher) equal(p *pattern, text []byte) bool {
	if p.form != b64 {
		return bytes.Equal(text, m.text(p))
	}
	for i, c := range m.text(p) {
		if value[c] != value[text[i]] {
			return false
		}
	}
	return true
}

// edges compares the bits that p's text leaves out of base64. Where the character
// that would hold them is not there, or is itself encoded, a few bits cannot be
// compared, and the rest of the secret is there to be read: that counts.
func (p *pattern) edges(text []byte, start, end int) bool {
	if p.headBits > 0 {
		for start > 0 && (text[start-1] == '\n' || text[start-1] == '\r') {
			start--
		}
		if start > 0 {
			c := value[text[start-1]]
			if start > 1 && text[start-2] == '\\' {
				c = -1 // the n of a line break
			}
			if c >= 0 && uint8(c)&(1<<p.headBits-1) != p.head&(1<<p.headBits-1) {
				return false
			}
		}
	}
	if p.tailBits > 0 {
		end += lineBreak(text[end:])
		if end < len(text) {
			c := value[text[end]]
			if c >= 0 && uint8(c)>>(6-p.tailBits) != p.tail {
				return false
			}
		}
	}
	return true
}
