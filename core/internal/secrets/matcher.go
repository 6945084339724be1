package secrets

import (
	"bytes"
	"encoding/binary"
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

// A pattern is one form of a secret. Its text is not kept: there are so many
// patterns that their texts would be most of what a run holds, and it can be told
// from the value.
type pattern struct {
	secret int32
	size   int32 // of the text
	form   Form
	align  uint8
	digits alphabet
}

// An alphabet is one of base64's two, or both, where a pattern stands for the text
// in either.
type alphabet uint8

const (
	bothDigits alphabet = iota
	stdDigits
	urlDigits
)

const (
	digits16Lower = "0123456789abcdef"
	digits16Upper = "0123456789ABCDEF"
	digits64      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
)

// skips are, for values that begin in the first, second or third byte of a group,
// how many digits of the group also depend on what stands before the value.
var skips = [3]int{0, 2, 3}

// size64 is how many digits of base64 depend on a value of n bytes alone.
func size64(n, align int) int { return (align+n)*8/6 - skips[align] }

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
	secrets  []Secret
	patterns []pattern
	entries  []entry
	filter   []uint64 // two bits of one word for each gram
	fshift   uint     // 64 - log2 of filter's words
	buckets  []uint32
	bshift   uint
	stood    map[uint32]standing // the long patterns that were found in the text, by their number

	// While patterns are added:
	crowd []uint8 // how full the buckets are
	text  []byte  // of a pattern
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

// index makes the tables for all secrets that are hunted: as they can stand in any
// text, or, packed, in runs of digits.
func (m *matcher) index(secrets []Secret, packed bool) {
	m.secrets = secrets
	n := 0
	for i := range secrets {
		if x := &secrets[i]; !x.Everywhere {
			continue
		} else if !packed {
			n++
		} else {
			n += m.forms(len(x.Value))
		}
	}
	m.begin(n)
	for i := range secrets {
		if x := &secrets[i]; !x.Everywhere {
			continue
		} else if !packed {
			m.addPlain(x.Value, int32(i))
		} else {
			m.addPacked(x.Value, int32(i))
		}
	}
	m.crowd, m.text = nil, nil
}

// forms is about how many packed forms of a value of n bytes are m's.
func (m *matcher) forms(n int) (forms int) {
	if m.takes(2 * n) {
		forms += 2
	}
	for align := range skips {
		if m.takes(size64(n, align)) {
			forms++
		}
	}
	return forms
}

// begin makes the tables for about n patterns.
func (m *matcher) begin(n int) {
	m.patterns = make([]pattern, 0, n)
	m.entries = make([]entry, 0, n*stride)
	m.fshift = uint(64 - max(6, bits.Len(uint(n*stride/2))))
	m.filter = make([]uint64, 1<<(64-m.fshift))
	m.bshift = uint(64 - max(6, bits.Len(uint(n*stride))))
	m.buckets = make([]uint32, 1<<(64-m.bshift))
	m.crowd = make([]uint8, len(m.buckets))
}

// addPlain adds the forms of a value that can stand in any text.
func (m *matcher) addPlain(value []byte, secret int32) {
	if !m.takes(len(value)) {
		return
	}
	m.add(value, m.window(value, bothDigits), pattern{secret: secret, form: Plain})
	if bytes.IndexByte(value, ' ') >= 0 {
		plus := bytes.ReplaceAll(value, []byte(" "), []byte("+"))
		m.add(plus, m.window(plus, bothDigits), pattern{secret: secret, form: Plus})
	}
}

// addPacked adds the forms of a value that stand in runs of digits.
func (m *matcher) addPacked(value []byte, secret int32) {
	if m.takes(2 * len(value)) {
		m.text = m.text[:0]
		letters := false
		for _, c := range value {
			m.text = append(m.text, digits16Lower[c>>4], digits16Lower[c&15])
			letters = letters || c>>4 > 9 || c&15 > 9
		}
		m.add(m.text, m.window(m.text, bothDigits), pattern{secret: secret, form: HexLower})
		if letters {
			for i, c := range value {
				m.text[2*i], m.text[2*i+1] = digits16Upper[c>>4], digits16Upper[c&15]
			}
			m.add(m.text, m.window(m.text, bothDigits), pattern{secret: secret, form: HexUpper})
		}
	}
	for align, skip := range skips {
		n := size64(len(value), align)
		if !m.takes(n) {
			continue
		}
		p := pattern{secret: secret, form: Packed64, align: uint8(skip)}
		m.pack(value, align, n, '+', '/')
		// In most there is a stretch that is the same in both alphabets.
		from := m.window(m.text, stdDigits)
		if from >= 0 {
			m.add(m.text, from, p)
			continue
		}
		p.digits = stdDigits
		m.add(m.text, m.window(m.text, bothDigits), p)
		p.digits = urlDigits
		m.pack(value, align, n, '-', '_')
		m.add(m.text, m.window(m.text, bothDigits), p)
	}
}

// pack makes the n digits of base64 that depend on value alone.
func (m *matcher) pack(value []byte, align, n int, last ...byte) {
	m.text = m.text[:0]
	for k := range n {
		six := sixBits(value, align, k)
		if six < 62 {
			m.text = append(m.text, digits64[six])
		} else {
			m.text = append(m.text, last[six-62])
		}
	}
}

// sixBits gives the value of the k-th digit of base64 that depends on value alone.
func sixBits(value []byte, align, k int) int {
	bit := 6*(skips[align]+k) - 8*align
	i := bit / 8
	w := int(value[i]) << 8
	if bit%8 > 2 {
		w |= int(value[i+1])
	}
	return w >> (10 - bit%8) & 63
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

// around gives the hash by which the gram at o, of the hash h, is found: a narrow one
// with what stands before it, for thousands of secrets may have it in common.
func (m *matcher) around(text []byte, o int, h uint64) uint64 {
	if m.gram == wide || o < wide-narrow {
		return h
	}
	return hashGram(binary.LittleEndian.Uint64(text[o-(wide-narrow):]))
}

func filterBits(h uint64) uint64 { return 1<<(h>>26&63) | 1<<(h>>20&63) }

// add adds a pattern by stride grams of its text.
func (m *matcher) add(text []byte, from int, p pattern) {
	p.size = int32(len(text))
	m.patterns = append(m.patterns, p)
	for o := from; o < from+stride; o++ {
		h := hashGram(m.at(text[o:]))
		m.filter[h>>m.fshift] |= filterBits(h)
		h = m.around(text, o, h)
		b := h >> m.bshift
		if m.crowd[b] < ^uint8(0) {
			m.crowd[b]++
		}
		m.entries = append(m.entries, entry{tagOf(h), uint32(len(m.patterns) - 1), uint32(o), m.buckets[b]})
		m.buckets[b] = uint32(len(m.entries))
	}
}

// window chooses which stride grams of a text stand for it: those whose buckets are
// not full. Tokens of one kind begin alike, and words are frequent in texts; the end
// tends to be random. With stdDigits it takes only such as are the same in both
// alphabets of base64, and gives -1 where there is none.
func (m *matcher) window(text []byte, digits alphabet) int {
	const few = 2
	size := max(m.gram, narrow) + stride - 1
	last := len(text) - size
	best, least := -1, ^uint8(0)
	for o := last; o >= 0; o -= max(1, last/8) {
		if digits == stdDigits {
			if k := bytes.LastIndexAny(text[o:o+size], "+/"); k >= 0 {
				// The next one ends before that digit.
				o += k + max(1, last/8) - size
				continue
			}
		}
		worst := uint8(0)
		for k := range stride {
			worst = max(worst, m.crowd[m.around(text, o+k, hashGram(m.at(text[o+k:])))>>m.bshift])
		}
		worst = max(worst, repeats(text[o:o+size]))
		if worst < least || best < 0 {
			best, least = o, worst
		}
		if least <= few {
			break
		}
	}
	if least >= byTurns && digits == bothDigits && repeats(text[:size]) < least {
		return 0
	}
	return best
}

// How full a bucket counts at least for a text that repeats one letter, or two or three by
// turns: where many secrets have so much of it in common, each of them would be compared
// every few bytes.
const oneLetter, byTurns = ^uint8(0), ^uint8(0) - 1

// repeats gives one of these for a text that is little more, 0 for others.
func repeats(text []byte) uint8 {
	one, turns := 0, 0
	for i := 3; i < len(text); i++ {
		if text[i] == text[i-1] {
			one++
		}
		if text[i] == text[i-1] || text[i] == text[i-2] || text[i] == text[i-3] {
			turns++
		}
	}
	switch most := len(text) - 3; {
	case one+1 >= most:
		return oneLetter
	case turns+1 >= most:
		return byTurns
	}
	return 0
}

// stands tells whether text, of p's size, is p's, from some byte on.
func (m *matcher) stands(p *pattern, text []byte, from int) bool {
	value := m.secrets[p.secret].Value
	switch p.form {
	case Plain:
		return bytes.Equal(text[from:], value[from:])
	case Plus:
		for i := from; i < len(value); i++ {
			c := value[i]
			if c == ' ' {
				c = '+'
			}
			if text[i] != c {
				return false
			}
		}
	case HexLower, HexUpper:
		digits := digits16Lower
		if p.form == HexUpper {
			digits = digits16Upper
		}
		for i := from / 2; i < len(value); i++ {
			c := value[i]
			if text[2*i] != digits[c>>4] || text[2*i+1] != digits[c&15] {
				return false
			}
		}
	case Packed64:
		std, url := p.digits != urlDigits, p.digits != stdDigits
		align := max(0, int(p.align)-1)
		for k := from; k < len(text); k++ {
			c := text[k]
			switch six := sixBits(value, align, k); six {
			case 62:
				std, url = std && c == '+', url && c == '-'
			case 63:
				std, url = std && c == '/', url && c == '_'
			default:
				std, url = std && c == digits64[six], url && c == digits64[six]
			}
			if !std && !url {
				return false
			}
		}
	}
	return true
}

// find calls fn for each place where a pattern stands in text[from:to]. Places
// may overlap, and come in the order of their probes, not of their starts.
func (m *matcher) find(text []byte, from, to int, fn func(Match)) {
	if len(m.patterns) == 0 || to-from < minHunt {
		return
	}
	clear(m.stood)
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

// longPattern is from how long a pattern on it is remembered where it stood.
const longPattern = 256

// standing is where a long pattern stood last in a text, and how far that was from
// where it stood before: it is the same so many bytes on.
type standing struct{ at, period int }

// anew tells whether a long pattern stands at text[s:], where it has not been come
// upon yet. One that repeats itself stands in a text that does at every few bytes, and
// to compare all of it each time would take the square of its length.
func (m *matcher) anew(id uint32, text []byte, s int) bool {
	p := &m.patterns[id]
	was, known := m.stood[id]
	far := s - was.at
	from := 0
	if known && far >= 0 && far < int(p.size) {
		if far == 0 {
			return false
		}
		if was.period > 0 && far%was.period == 0 {
			from = int(p.size) - far
		}
	}
	if !m.stands(p, text[s:s+int(p.size)], from) {
		return false
	}
	if from == 0 {
		was.period = 0
		if known && far > 0 && far < int(p.size) {
			was.period = far
		}
	}
	if m.stood == nil {
		m.stood = map[uint32]standing{}
	}
	m.stood[id] = standing{s, was.period}
	return true
}

func (m *matcher) probe(text []byte, from, i int, h uint64, fn func(Match)) {
	m.compare(text, from, i, h, fn)
	if more := m.around(text, i, h); more != h {
		m.compare(text, from, i, more, fn)
	}
}

// compare compares the patterns that have a gram of the hash h with the text around i.
func (m *matcher) compare(text []byte, from, i int, h uint64, fn func(Match)) {
	tag := tagOf(h)
	for k := m.buckets[h>>m.bshift]; k != 0; {
		e := &m.entries[k-1]
		k = e.next
		if e.tag != tag {
			continue
		}
		p := &m.patterns[e.pattern]
		s := i - int(e.offset)
		t := s + int(p.size)
		if s < from || t > len(text) || p.size > longPattern && !m.anew(e.pattern, text, s) || p.size <= longPattern && !m.stands(p, text[s:t], 0) {
			continue
		}
		fn(Match{s, t, p.secret, p.form, p.align})
	}
}
