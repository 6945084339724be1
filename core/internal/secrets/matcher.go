package secrets

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"math/bits"

	"github.com/har-redactor/har-redactor/core/internal/judge"
)

// Form says in which form a secret stands at a match.
type Form uint8

// The forms. Escaped forms are not among them: texts are unescaped before they
// are searched.
const (
	Plain    Form = iota // the value itself
	Plus                 // the value with + for each space
	HexLower             // its bytes in base 16
	HexUpper
	Packed64 // the part of its base64 form that does not depend on its neighbours
)

// A Match is one place in a searched text.
type Match struct {
	Start, End int
	Secret     int32 // index in the Set
	Form       Form
	// Align is, for Packed64, how many digits before Start the group of four
	// begins in which the value begins.
	Align uint8
}

const (
	minHunt = judge.MinRandom
	// stride is how many positions of a text one probe stands for: of any stride
	// grams in a row, one probe falls on one. Patterns of minHunt bytes have as
	// many of narrow grams, those of minWide of wide ones.
	stride  = minHunt - narrow + 1
	narrow  = 4
	wide    = 8
	minWide = wide + stride - 1
)

type pattern struct {
	text   []byte
	secret int32
	form   Form
	align  uint8
}

// entry is one gram of one pattern.
type entry struct {
	tag     uint32 // of the gram's hash, which spares most looks at the pattern
	pattern uint32
	offset  uint32
	next    uint32 // 1 + index of the next entry in the bucket, 0 at the end
}

// A matcher finds any of many patterns in one pass whose cost does not depend
// on how many there are: it probes every stride-th gram of the text in a table
// of bits, and compares only where that hits.
type matcher struct {
	gram     int // narrow or wide; 0 for narrow
	patterns []pattern
	texts    []byte // of which patterns are made
	padded   []byte // scratch
	entries  []entry
	filter   []uint64 // two bits of one word for each gram
	fshift   uint     // 64 - log2 of filter's words
	buckets  []uint32
	bshift   uint
}

func (m *matcher) add(text []byte, secret int32, form Form, align uint8) {
	if m.takes(len(text)) {
		m.patterns = append(m.patterns, pattern{text, secret, form, align})
	}
}

// takes tells whether patterns of n bytes are m's. Digits are random, and tens of
// thousands of secrets make so many patterns that narrow grams of theirs are met by
// chance.
func (m *matcher) takes(n int) bool {
	switch m.gram {
	case wide:
		return n >= minWide
	case narrow:
		return n >= minHunt && n < minWide
	}
	return n >= minHunt
}

// addPlain registers the forms of a value that can stand in any text.
func (m *matcher) addPlain(value []byte, secret int32) {
	m.add(value, secret, Plain, 0)
	if bytes.IndexByte(value, ' ') >= 0 {
		m.add(bytes.ReplaceAll(value, []byte(" "), []byte("+")), secret, Plus, 0)
	}
}

// addPacked registers the forms of a value that stand in runs of digits.
func (m *matcher) addPacked(value []byte, secret int32) {
	h := hex.AppendEncode(m.room(2*len(value)), value)
	m.add(h, secret, HexLower, 0)
	if u := bytes.ToUpper(h); !bytes.Equal(u, h) {
		m.add(u, secret, HexUpper, 0)
	}
	for align, skip := range [3]int{0, 2, 3} {
		m.padded = append(append(m.padded[:0], "\x00\x00"[:align]...), value...)
		std := base64.RawStdEncoding.AppendEncode(m.room(len(m.padded)*4/3+3), m.padded)
		core := std[skip : len(m.padded)*8/6]
		m.add(core, secret, Packed64, uint8(skip))
		if bytes.ContainsAny(core, "+/") {
			url := bytes.ReplaceAll(bytes.ReplaceAll(core, []byte("+"), []byte("-")), []byte("/"), []byte("_"))
			m.add(url, secret, Packed64, uint8(skip))
		}
	}
}

// room gives an empty slice with place for n bytes, which stays.
func (m *matcher) room(n int) []byte {
	if cap(m.texts)-len(m.texts) < n {
		m.texts = make([]byte, 0, max(n, 32<<10))
	}
	at := len(m.texts)
	m.texts = m.texts[:at+n]
	return m.texts[at:at:len(m.texts)]
}

// tagOf gives the bits of a hash that an entry keeps.
func tagOf(h uint64) uint32 { return uint32(h >> 16) }

func hashGram(g uint64) uint64 { return g * 0x9E3779B97F4A7C15 }

// at gives the gram that text begins with.
func (m *matcher) at(text []byte) uint64 {
	if m.gram == wide {
		return binary.LittleEndian.Uint64(text)
	}
	return uint64(binary.LittleEndian.Uint32(text))
}

func filterBits(h uint64) uint64 { return 1<<(h>>26&63) | 1<<(h>>20&63) }

// build makes the tables, once all is added.
func (m *matcher) build() {
	n := len(m.patterns) * stride
	m.fshift = uint(64 - max(6, bits.Len(uint(n/2))))
	m.filter = make([]uint64, 1<<(64-m.fshift))
	m.bshift = uint(64 - max(6, bits.Len(uint(n))))
	m.buckets = make([]uint32, 1<<(64-m.bshift))
	crowd := make([]uint16, len(m.buckets))
	m.entries = make([]entry, 0, n)
	for p, pat := range m.patterns {
		from := m.window(pat.text, crowd)
		for o := from; o < from+stride; o++ {
			h := hashGram(m.at(pat.text[o:]))
			m.filter[h>>m.fshift] |= filterBits(h)
			b := h >> m.bshift
			crowd[b]++
			m.entries = append(m.entries, entry{tagOf(h), uint32(p), uint32(o), m.buckets[b]})
			m.buckets[b] = uint32(len(m.entries))
		}
	}
}

// window chooses which stride grams of a pattern stand for it: those whose
// buckets are least full. Tokens of one kind begin alike, and words are frequent
// in texts; the end tends to be random.
func (m *matcher) window(text []byte, crowd []uint16) int {
	last := len(text) - max(m.gram, narrow) - stride + 1
	best, least := last, ^uint16(0)
	for o := last; o >= 0; o -= max(1, last/8) {
		worst := uint16(0)
		for k := range stride {
			worst = max(worst, crowd[hashGram(m.at(text[o+k:]))>>m.bshift])
		}
		if worst < least {
			best, least = o, worst
		}
		if least == 0 {
			break
		}
	}
	return best
}

// find calls fn for each place where a pattern stands in text[from:to]. Places
// may overlap, and come in the order of their probes, not of their starts.
func (m *matcher) find(text []byte, from, to int, fn func(Match)) {
	if len(m.patterns) == 0 || to-from < minHunt {
		return
	}
	filter, shift := m.filter, m.fshift&63
	text = text[:to]
	t := text[from:]
	if m.gram == wide {
		for ; len(t) >= wide; t = t[min(stride, len(t)):] {
			h := hashGram(binary.LittleEndian.Uint64(t))
			want := filterBits(h)
			if filter[h>>shift]&want == want {
				m.probe(text, from, len(text)-len(t), h, fn)
			}
		}
		return
	}
	for ; len(t) > stride; t = t[stride:] {
		h := hashGram(uint64(binary.LittleEndian.Uint32(t)))
		want := filterBits(h)
		if filter[h>>shift]&want == want {
			m.probe(text, from, len(text)-len(t), h, fn)
		}
	}
	if len(t) >= narrow {
		m.probe(text, from, len(text)-len(t), hashGram(uint64(binary.LittleEndian.Uint32(t))), fn)
	}
}

func (m *matcher) probe(text []byte, from, i int, h uint64, fn func(Match)) {
	tag := tagOf(h)
	for k := m.buckets[h>>m.bshift]; k != 0; {
		e := &m.entries[k-1]
		k = e.next
		if e.tag != tag {
			continue
		}
		p := &m.patterns[e.pattern]
		s := i - int(e.offset)
		if s < from || s+len(p.text) > len(text) || !bytes.Equal(text[s:s+len(p.text)], p.text) {
			continue
		}
		fn(Match{s, s + len(p.text), p.secret, p.form, p.align})
	}
}
