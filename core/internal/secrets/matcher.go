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
	gram    = 4
	// stride is how many positions of a text one probe stands for: of any
	// minHunt bytes, one probe falls on one of the first stride grams.
	stride = minHunt - gram + 1
)

type pattern struct {
	text   []byte
	secret int32
	form   Form
	align  uint8
}

// entry is one gram of one pattern.
type entry struct {
	gram    uint32
	pattern uint32
	offset  uint32
	next    uint32 // 1 + index of the next entry in the bucket, 0 at the end
}

// A matcher finds any of many patterns in one pass whose cost does not depend
// on how many there are: it probes every stride-th gram of the text in a bit
// table, and compares only where that hits.
type matcher struct {
	patterns []pattern
	entries  []entry
	filter   []uint64 // bit table by hash, one bit in 16 set at the most
	shift    uint     // 32 - log2 of filter's bits
	buckets  []uint32
	bshift   uint
}

func newMatcher() *matcher { return &matcher{} }

// add registers every form of a value.
func (m *matcher) add(value []byte, secret int32) {
	m.pattern(value, secret, Plain, 0)
	if bytes.IndexByte(value, ' ') >= 0 {
		m.pattern(bytes.ReplaceAll(value, []byte(" "), []byte("+")), secret, Plus, 0)
	}
	h := make([]byte, hex.EncodedLen(len(value)))
	hex.Encode(h, value)
	m.pattern(h, secret, HexLower, 0)
	if u := bytes.ToUpper(h); !bytes.Equal(u, h) {
		m.pattern(u, secret, HexUpper, 0)
	}
	for align, skip := range [3]int{0, 2, 3} {
		padded := append(make([]byte, align), value...)
		std := base64.RawStdEncoding.EncodeToString(padded)
		core := []byte(std[skip : len(padded)*8/6])
		m.pattern(core, secret, Packed64, uint8(skip))
		url := bytes.ReplaceAll(bytes.ReplaceAll(core, []byte("+"), []byte("-")), []byte("/"), []byte("_"))
		if !bytes.Equal(url, core) {
			m.pattern(url, secret, Packed64, uint8(skip))
		}
	}
}

func (m *matcher) pattern(text []byte, secret int32, form Form, align uint8) {
	if len(text) >= minHunt {
		m.patterns = append(m.patterns, pattern{text, secret, form, align})
	}
}

const multiplier = 0x9E3779B1

// build makes the tables, once all is added.
func (m *matcher) build() {
	n := len(m.patterns) * stride
	logBits := max(12, bits.Len(uint(n*16)))
	m.shift = uint(32 - logBits)
	m.filter = make([]uint64, 1<<(logBits-6))
	logBuckets := max(6, bits.Len(uint(n)))
	m.bshift = uint(32 - logBuckets)
	m.buckets = make([]uint32, 1<<logBuckets)
	m.entries = make([]entry, 0, n)
	for p, pat := range m.patterns {
		for o := range stride {
			g := binary.LittleEndian.Uint32(pat.text[o:])
			h := g * multiplier
			bit := h >> m.shift
			m.filter[bit>>6] |= 1 << (bit & 63)
			b := h >> m.bshift
			m.entries = append(m.entries, entry{g, uint32(p), uint32(o), m.buckets[b]})
			m.buckets[b] = uint32(len(m.entries))
		}
	}
}

// find calls fn for each place where a pattern stands in text. Places may
// overlap, and come in the order of their probes, not of their starts.
func (m *matcher) find(text []byte, fn func(Match)) {
	if len(m.patterns) == 0 || len(text) < minHunt {
		return
	}
	filter, shift := m.filter, m.shift
	for i := 0; i+gram <= len(text); i += stride {
		g := binary.LittleEndian.Uint32(text[i:])
		h := g * multiplier
		bit := h >> shift
		if filter[bit>>6]>>(bit&63)&1 != 0 {
			m.probe(text, i, g, h, fn)
		}
	}
}

func (m *matcher) probe(text []byte, i int, g, h uint32, fn func(Match)) {
	for k := m.buckets[h>>m.bshift]; k != 0; {
		e := &m.entries[k-1]
		k = e.next
		if e.gram != g {
			continue
		}
		p := &m.patterns[e.pattern]
		s := i - int(e.offset)
		if s < 0 || s+len(p.text) > len(text) || !bytes.Equal(text[s:s+len(p.text)], p.text) {
			continue
		}
		fn(Match{s, s + len(p.text), p.secret, p.form, p.align})
	}
}
