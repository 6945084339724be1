package verify

import (
	"bytes"
	"encoding/base64"
	"math/bits"
	"strings"
)

// A pattern is a string that shows a secret wherever it stands.
type pattern struct {
	text   []byte
	secret int
	form   codec // what its text is decoded by to give the secret, 0 for the secret itself

	// Base64 at an offset that is no multiple of 3 shares its first and last
	// characters with the bytes beside the secret. text is what lies between;
	// these are the bits left out, and how many.
	headBits, tailBits uint8
	head, tail         uint8
}

// A matcher finds any of its patterns in a text, looking at the text only
// every few bytes.
//
// A window is a few bytes of a pattern. An index holds, for each pattern,
// stride windows that begin side by side. Wherever the pattern stands in a
// text, one of them begins at a multiple of stride, so it is enough to look
// there. The longer the patterns, the wider may be the windows and the stride:
// each pattern is in the first index it is long enough for.
type matcher struct {
	patterns []pattern
	longest  int // length of the longest pattern
	indexes  [3]index
}

// newMatcher makes the patterns of secrets: the secret itself, with '+' for its
// spaces, and what base64 makes of it at each of three alignments. Hex needs
// none, because every run of hex is decoded.
//
// A pattern of base64 stands for both alphabets. Its windows can do so too where
// they hold none of the characters in which those differ; a pattern that has no
// such windows is there once for each alphabet.
func newMatcher(secrets [][]byte) *matcher {
	m := &matcher{indexes: [...]index{{stride: 8, width: 8}, {stride: 8, width: 5}, {stride: 4, width: 5}}}
	m.patterns = make([]pattern, 0, 4*len(secrets))
	var padded []byte
	var texts []byte // of patterns, side by side
	for i, s := range secrets {
		if len(s) < minSecret {
			panic("internal error: a secret too short to be looked for everywhere")
		}
		m.add(pattern{text: s, secret: i})
		if bytes.IndexByte(s, ' ') >= 0 {
			m.add(pattern{text: bytes.ReplaceAll(s, []byte(" "), []byte("+")), secret: i, form: plus})
		}
		for shift := range 3 {
			padded = append(append(padded[:0], "\x00\x00"[:shift]...), s...)
			size := base64.RawStdEncoding.EncodedLen(len(padded))
			if cap(texts)-len(texts) < size {
				texts = make([]byte, 0, max(64<<10, size))
			}
			at := len(texts)
			texts = base64.RawStdEncoding.AppendEncode(texts, padded)
			std := texts[at:len(texts):len(texts)]
			from, to := (8*shift+5)/6, 8*len(padded)/6
			p := pattern{
				text: std[from:to], secret: i, form: b64,
				headBits: uint8(6*from - 8*shift), tailBits: uint8(8*len(padded) - 6*to),
			}
			p.head = s[0] >> (8 - p.headBits)
			p.tail = s[len(s)-1] & (1<<p.tailBits - 1)
			x := m.add(p)
			if !x.hasWindows(p.text, both) {
				p.text = bytes.ReplaceAll(bytes.ReplaceAll(p.text, []byte("+"), []byte("-")), []byte("/"), []byte("_"))
				m.add(p)
			}
		}
	}
	for k := range m.indexes {
		m.indexes[k].build(m.patterns)
	}
	return m
}

// add adds a pattern to the index it belongs to.
func (m *matcher) add(p pattern) *index {
	x := &m.indexes[len(m.indexes)-1]
	for k := range m.indexes {
		// One pattern without dense windows would open its index's gate.
		if y := &m.indexes[k]; y.hasWindows(p.text, dense) {
			x = y
			break
		}
	}
	x.members = append(x.members, int32(len(m.patterns)))
	m.patterns = append(m.patterns, p)
	m.longest = max(m.longest, len(p.text))
	return x
}

// find gives a pattern that stands in text, or nil.
func (m *matcher) find(text []byte) *pattern {
	if len(text) < 8 {
		return nil
	}
	// The first two have the same stride, and share the loads.
	wide, middle, narrow := &m.indexes[0], &m.indexes[1], &m.indexes[2]
	gates := wide.gate & middle.gate
	i := 0
	for ; i <= len(text)-8; i += 8 {
		w := word(text, i)
		none := sparse(w)
		if none&gates != 0 {
			continue
		}
		if h, ok := middle.probe(w); ok && none&middle.gate == 0 {
			if p := middle.candidates(m.patterns, text, i, h); p != nil {
				return p
			}
		}
		if h, ok := wide.probe(w); ok && none&wide.gate == 0 {
			if p := wide.candidates(m.patterns, text, i, h); p != nil {
				return p
			}
		}
	}
	if p := middle.last(m.patterns, text, i); p != nil {
		return p
	}
	if p := wide.last(m.patterns, text, i); p != nil {
		return p
	}
	if len(narrow.members) == 0 {
		return nil
	}
	for i = 0; i <= len(text)-8; i += 4 {
		w := word(text, i)
		if sparse(w)&narrow.gate != 0 {
			continue
		}
		if h, ok := narrow.probe(w); ok {
			if p := narrow.candidates(m.patterns, text, i, h); p != nil {
				return p
			}
		}
	}
	return narrow.last(m.patterns, text, i)
}

// An index finds those patterns that are its members.
type index struct {
	stride, width int
	cut           uint // how far a window of 8 bytes is shifted to leave width of them
	members       []int32

	// gate has the high bit of each byte of a window, so that windows with a
	// byte that is none of tokens' need no further look; it is 0 if a pattern
	// has no windows without.
	gate uint64

	// filter has two bits, in one word, for each window. It answers nearly
	// every question, and one load is all it takes.
	filter      []uint64
	filterShift uint

	// The windows by hash: those of bucket h are entries[starts[h]:starts[h+1]].
	starts      []uint32
	entries     []entry
	bucketShift uint
}

// An entry is a window: where it stands in which pattern, and some bits of its
// hash, which spare most looks at the pattern.
type entry struct {
	pattern int32
	offset  int32
	tag     uint32
}

// least is the length from which on a pattern has all the windows it needs.
func (x *index) least() int { return x.stride + x.width - 1 }

const maxStride = 8

const hashFactor = 0x9e3779b97f4a7c15

// hash hashes the low width bytes of w. The high bits are the good ones.
func (x *index) hash(w uint64) uint64 { return (w << x.cut) * hashFactor }

// tagOf gives the bits of a hash that an entry keeps. The lowest 24 of a narrow
// window's are zero.
func tagOf(h uint64) uint32 { return uint32(h >> 24) }

// filterBits gives the two bits that a hash has in its word of the filter.
func filterBits(h uint64) uint64 {
	return 1<<(h>>30&63) | 1<<(h>>36&63)
}

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
// one of these is in base64, and few are in tokens, while text has one in most
// words. No byte borrows from the next.
func sparse(w uint64) uint64 { return (^((w | highs) - '+'*ones) | w) & highs }

// What a byte may be to stand in windows.
const (
	dense = 1 << iota // see sparse
	both              // the same in both alphabets of base64, and dense
)

// fit tells whether c may stand in windows of that kind, which is 0 if all may.
func fit(c byte, kind int) bool { return kinds[c]&kind == kind }

var kinds = func() (t [256]int) {
	for c := '+'; c < 0x80; c++ {
		t[c] = dense
		if strings.IndexByte("+/-_", byte(c)) < 0 {
			t[c] |= both
		}
	}
	return t
}()

// lastWindows gives the last offset, not above at, from which on text has
// windows of that kind, or -1.
func (x *index) lastWindows(text []byte, at, kind int) int {
	for o := at; o >= 0; {
		k := x.least() - 1
		for k >= 0 && fit(text[o+k], kind) {
			k--
		}
		if k < 0 {
			return o
		}
		o += k - x.least()
	}
	return -1
}

// hasWindows tells whether text has windows of that kind.
func (x *index) hasWindows(text []byte, kind int) bool {
	return x.lastWindows(text, len(text)-x.least(), kind) >= 0
}

// kind gives what the windows of p are to be.
func (x *index) kind(p *pattern) int {
	switch {
	case p.form == b64 && x.hasWindows(p.text, both):
		return both
	case x.hasWindows(p.text, dense):
		return dense
	}
	return 0
}

// build fills the index. Which windows of a pattern it takes is free, so it
// takes those whose buckets are least crowded: thousands of JWTs begin alike
// and would otherwise share every bucket. It begins at the end, where tokens
// tend to be random.
func (x *index) build(patterns []pattern) {
	x.cut = uint(64 - 8*x.width)
	x.gate = highs >> x.cut
	n := len(x.members) * x.stride
	logBuckets := max(bits.Len(uint(n)), 1)
	x.bucketShift = uint(64 - logBuckets)
	x.starts = make([]uint32, 1<<logBuckets+1)
	logWords := max(bits.Len(uint(n)/8), 1)
	x.filterShift = uint(64 - logWords)
	x.filter = make([]uint64, 1<<logWords)

	// What is done for each pattern is a function of its own: a browser compiles
	// well what is called often, and not the body of a loop that is run once.
	first := make([]int32, len(x.members))
	for k, id := range x.members {
		first[k] = x.choose(&patterns[id])
	}
	for h := 1; h < len(x.starts); h++ {
		x.starts[h] += x.starts[h-1]
	}
	// Filling each bucket from its end turns starts[h+1], its end, into its
	// start; moving the whole by one puts it in place.
	x.entries = make([]entry, n)
	for k, id := range x.members {
		x.fill(id, patterns[id].text, first[k])
	}
	copy(x.starts, x.starts[1:])
	x.starts[len(x.starts)-1] = uint32(n)
}

// choose gives where the windows of p begin, and counts them in starts[1:].
func (x *index) choose(p *pattern) (first int32) {
	kind := x.kind(p)
	if kind == 0 {
		x.gate = 0
	}
	counts := x.starts[1:]
	var windows [maxStride]uint64
	hashes := windows[:x.stride]
	last := len(p.text) - x.least()
	best := ^uint32(0)
	for o := x.lastWindows(p.text, last, kind); o >= 0; o = x.lastWindows(p.text, o-max(1, last/16), kind) {
		var worst uint32
		x.windows(p.text, o, hashes)
		for _, h := range hashes {
			worst = max(worst, counts[h>>x.bucketShift])
		}
		if worst < best {
			best, first = worst, int32(o)
		}
		if best <= 2 {
			break
		}
	}
	x.windows(p.text, int(first), hashes)
	for _, h := range hashes {
		counts[h>>x.bucketShift]++
		x.filter[h>>x.filterShift] |= filterBits(h)
	}
	return first
}

// fill puts the windows of a pattern in their buckets, each from its end.
func (x *index) fill(id int32, text []byte, first int32) {
	ends := x.starts[1:]
	var windows [maxStride]uint64
	hashes := windows[:x.stride]
	x.windows(text, int(first), hashes)
	for j, h := range hashes {
		ends[h>>x.bucketShift]--
		x.entries[ends[h>>x.bucketShift]] = entry{pattern: id, offset: first + int32(j), tag: tagOf(h)}
	}
}

// windows gives the hashes of the windows that begin side by side from o on.
func (x *index) windows(text []byte, o int, hashes []uint64) {
	w, next := load(text, o), load(text, o+8)
	for j := range hashes {
		hashes[j] = x.hash(w)
		w, next = w>>8|next<<56, next>>8
	}
}

// probe hashes the window that w begins with, and tells whether it may be one of
// x's.
func (x *index) probe(w uint64) (h uint64, ok bool) {
	h = (w << x.cut) * hashFactor
	want := filterBits(h)
	return h, x.filter[h>>(x.filterShift&63)]&want == want
}

// last looks at the windows that begin in the last 7 bytes of text, the first of
// them at i.
func (x *index) last(patterns []pattern, text []byte, i int) *pattern {
	w := word(text, len(text)-8)
	for ; i+x.width <= len(text); i += x.stride {
		if h, ok := x.probe(w >> (8 * (i + 8 - len(text)) & 63)); ok {
			if p := x.candidates(patterns, text, i, h); p != nil {
				return p
			}
		}
	}
	return nil
}

// candidates compares the patterns that have a window with the hash h with the
// text around i.
func (x *index) candidates(patterns []pattern, text []byte, i int, h uint64) *pattern {
	b := h >> x.bucketShift
	for _, e := range x.entries[x.starts[b]:x.starts[b+1]] {
		if e.tag != tagOf(h) {
			continue
		}
		p := &patterns[e.pattern]
		start := i - int(e.offset)
		end := start + len(p.text)
		if start >= 0 && end <= len(text) && p.equal(text[start:end]) && p.edges(text, start, end) {
			return p
		}
	}
	return nil
}

// equal tells whether text is p's, which for base64 it is in either alphabet.
func (p *pattern) equal(text []byte) bool {
	if p.form != b64 {
		return bytes.Equal(text, p.text)
	}
	for i, c := range p.text {
		if value[c] != value[text[i]] {
			return false
		}
	}
	return true
}

// edges compares the bits that text leaves out of base64. Where the character
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
