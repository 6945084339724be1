// Package squeeze packs what is packed once and unpacked by everybody: gzip
// (RFC 1952) some percent smaller than what compress/gzip makes, in twenty times the
// time. No well-kept library in Go does that.
//
// compress/flate takes the longest match it meets. Here every way through the text
// is weighed by the bits that it takes (a shortest path), and since what a symbol
// takes depends on the way chosen, that is done several times. It is what Zopfli
// does. All is done in whole numbers, so that any machine gives the same bytes.
package squeeze

import (
	"encoding/binary"
	"hash/crc32"
	"math/bits"
	"slices"
)

// Bounds of RFC 1951, section 3.2.5.
const (
	minMatch = 3
	maxMatch = 258
	window   = 32 << 10

	endOfBlock = 256
	numLengths = 286
	numDists   = 30
)

const (
	// span is how many bytes are weighed with one set of costs. Spans alike go into
	// one block.
	span = 32 << 10
	// rounds is how often a span is weighed.
	rounds = 4
	// maxChain bounds how many earlier places are compared with one.
	maxChain = 400
)

// Gzip packs b as one member without a name or a time.
func Gzip(b []byte) []byte {
	w := &writer{out: []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff}}
	blocks := merged(parse(b))
	for i := range blocks {
		w.block(&blocks[i], i == len(blocks)-1)
	}
	w.flush()
	w.out = binary.LittleEndian.AppendUint32(w.out, crc32.ChecksumIEEE(b))
	return binary.LittleEndian.AppendUint32(w.out, uint32(len(b)))
}

// A token is a literal, where dist is 0, or a match.
type token struct{ length, dist uint16 }

// A block is what goes under one pair of codes.
type block struct {
	tokens  []token
	lengths [numLengths]int // how often each symbol stands in it
	dists   [numDists]int
}

func (k *block) count(t token) {
	if t.dist == 0 {
		k.lengths[t.length]++
		return
	}
	k.lengths[lengthSymbol[t.length]]++
	k.dists[distSymbol(t.dist)]++
}

// join gives both blocks as one.
func (k *block) join(next *block) (all block) {
	all = *k
	all.tokens = append(append(make([]token, 0, len(k.tokens)+len(next.tokens)), k.tokens...), next.tokens...)
	for i, n := range next.lengths {
		all.lengths[i] += n
	}
	for i, n := range next.dists {
		all.dists[i] += n
	}
	all.lengths[endOfBlock] = 1
	return all
}

// merged joins blocks that stand side by side where that takes fewer bits.
func merged(blocks []block) []block {
	sizes := make([]int, len(blocks))
	for i := range blocks {
		sizes[i] = blocks[i].bits()
	}
	for joined := true; joined; {
		joined = false
		for i := 0; i+1 < len(blocks); i++ {
			all := blocks[i].join(&blocks[i+1])
			if n := all.bits(); n <= sizes[i]+sizes[i+1] {
				blocks[i], sizes[i] = all, n
				blocks = append(blocks[:i+1], blocks[i+2:]...)
				sizes = append(sizes[:i+1], sizes[i+2:]...)
				joined = true
			}
		}
	}
	return blocks
}

// parse gives a way through b that takes few bits, a block for each span.
func parse(b []byte) (blocks []block) {
	f := finder{b: b, prev: make([]int32, len(b))}
	for i := range f.head {
		f.head[i] = -1
	}
	var c costs
	c.guess()
	for start := 0; start < len(b) || start == 0; start += span {
		end := min(start+span, len(b))
		found := f.find(start, end)
		var best block
		least := -1
		for range rounds {
			k := shortest(b, start, end, found, &c)
			if n := k.bits(); least < 0 || n < least {
				best, least = k, n
			}
			c.learn(&k)
		}
		blocks = append(blocks, best)
	}
	return blocks
}

// A finder knows where each three bytes stood before.
type finder struct {
	b    []byte
	head [1 << 16]int32
	prev []int32
}

// A match is the nearest one of its length.
type match struct{ length, dist uint16 }

// matches has, for each place from start on, those that are longer than any nearer
// one: at[i-start] up to at[i-start+1] of all.
type matches struct {
	at  []int32
	all []match
}

func (f *finder) find(start, end int) matches {
	m := matches{at: make([]int32, 1, end-start+1)}
	for i := start; i < end; i++ {
		limit := min(maxMatch, end-i)
		if i+minMatch <= len(f.b) {
			h := f.hash(i)
			longest := minMatch - 1
			for k, n := f.head[h], 0; k >= 0 && i-int(k) <= window && n < maxChain && longest < limit; k, n = f.prev[k], n+1 {
				if f.b[int(k)+longest] != f.b[i+longest] {
					continue
				}
				length := 0
				for length < limit && f.b[int(k)+length] == f.b[i+length] {
					length++
				}
				if length > longest {
					longest = length
					m.all = append(m.all, match{uint16(length), uint16(i - int(k) - 1)})
				}
			}
			f.prev[i] = f.head[h]
			f.head[h] = int32(i)
		}
		m.at = append(m.at, int32(len(m.all)))
	}
	return m
}

func (f *finder) hash(i int) uint32 {
	return (uint32(f.b[i]) | uint32(f.b[i+1])<<8 | uint32(f.b[i+2])<<16) * 0x9E3779B1 >> 16
}

// shortest gives the way from start to end that costs least.
func shortest(b []byte, start, end int, m matches, c *costs) (k block) {
	n := end - start
	cost := make([]uint32, n+1)
	for i := range cost {
		cost[i] = ^uint32(0)
	}
	cost[0] = 0
	by := make([]token, n+1) // what leads to a place
	for i := range n {
		if x := cost[i] + c.lengths[b[start+i]]; x < cost[i+1] {
			cost[i+1], by[i+1] = x, token{uint16(b[start+i]), 0}
		}
		length := minMatch
		for _, found := range m.all[m.at[i]:m.at[i+1]] {
			dist := found.dist + 1
			far := cost[i] + c.dists[distSymbol(dist)] + uint32(distBits(dist))<<fraction
			if found.length == maxMatch {
				length = maxMatch // a long repetition: what is shorter is not worth a look
			}
			for ; length <= int(found.length); length++ {
				if x := far + c.match[length]; x < cost[i+length] {
					cost[i+length], by[i+length] = x, token{uint16(length), dist}
				}
			}
		}
	}
	way := 0
	for i := n; i > 0; way++ {
		i -= by[i].size()
	}
	k.tokens = make([]token, way)
	for i := n; i > 0; {
		way--
		k.tokens[way] = by[i]
		i -= by[i].size()
	}
	for _, t := range k.tokens {
		k.count(t)
	}
	k.lengths[endOfBlock] = 1
	return k
}

// size is how many bytes a token stands for.
func (t token) size() int {
	if t.dist == 0 {
		return 1
	}
	return int(t.length)
}

// costs has what each symbol takes, in bits with a fraction.
type costs struct {
	lengths [numLengths]uint32
	dists   [numDists]uint32
	match   [maxMatch + 1]uint32 // a length's symbol, with the bits behind it
}

const fraction = 8 // how many bits of a cost are behind the point

// guess is what costs may be before anything is known.
func (c *costs) guess() {
	for i := range c.lengths {
		c.lengths[i] = 8 << fraction
	}
	for i := range c.dists {
		c.dists[i] = 5 << fraction
	}
	c.sum()
}

// learn takes costs from how often symbols stand in a block.
func (c *costs) learn(k *block) {
	weigh(c.lengths[:], k.lengths[:])
	weigh(c.dists[:], k.dists[:])
	c.sum()
}

func (c *costs) sum() {
	for n := minMatch; n <= maxMatch; n++ {
		s := lengthSymbol[n]
		c.match[n] = c.lengths[s] + uint32(lengthBits[s-257])<<fraction
	}
}

// weigh gives what each symbol takes in the best of codes. What did not come is as
// rare as half of what came once.
func weigh(cost []uint32, counts []int) {
	all := 0
	for _, n := range counts {
		all += n
	}
	whole := log2(uint64(2*all + 1))
	for i, n := range counts {
		cost[i] = whole - log2(uint64(max(2*n, 1)))
	}
}

// log2 is the binary logarithm of x, which is not 0, with a fraction.
func log2(x uint64) uint32 {
	n := bits.Len64(x) - 1
	y := uint32(n)
	m := x << (63 - n) >> 32 // in [1<<31, 1<<32)
	for range fraction {
		m = m * m >> 31
		y = y<<1 | uint32(m>>32)
		m >>= m >> 32
	}
	return y
}

// lengthSymbol gives the symbol of each length of a match, and lengthBase and
// lengthBits what the symbols stand for.
var lengthSymbol, lengthBase, lengthBits = func() (symbol [maxMatch + 1]uint16, base, more [29]uint16) {
	n := minMatch
	for s := range base {
		base[s] = uint16(n)
		if s >= 8 && s < 28 {
			more[s] = uint16(s/4 - 1)
		}
		if s == 28 {
			base[s] = maxMatch
		}
		for k := base[s]; k < base[s]+1<<more[s] && int(k) <= maxMatch; k++ {
			symbol[k] = uint16(257 + s)
		}
		n += 1 << more[s]
	}
	return symbol, base, more
}()

// distSymbol gives the symbol of a distance.
func distSymbol(dist uint16) int {
	d := uint(dist) - 1
	if d < 4 {
		return int(d)
	}
	n := bits.Len(d)
	return 2*(n-1) + int(d>>(n-2)&1)
}

// distBits gives how many bits are behind the symbol of a distance.
func distBits(dist uint16) int { return max(0, distSymbol(dist)/2-1) }

// A writer writes bits, the lowest first.
type writer struct {
	out  []byte
	acc  uint64
	have uint
}

func (w *writer) bits(x uint64, n uint) {
	w.acc |= x << w.have
	for w.have += n; w.have >= 8; w.have -= 8 {
		w.out = append(w.out, byte(w.acc))
		w.acc >>= 8
	}
}

func (w *writer) flush() {
	if w.have > 0 {
		w.out = append(w.out, byte(w.acc))
	}
	w.acc, w.have = 0, 0
}

// A code is a Huffman code: how long each symbol's is, and what it is, reversed, for
// the first bit of a code is written first.
type code struct {
	size []uint8
	bits []uint16
}

func (w *writer) symbol(c *code, s int) { w.bits(uint64(c.bits[s]), uint(c.size[s])) }

// block writes a block with codes of its own (RFC 1951, section 3.2.7).
func (w *writer) block(k *block, last bool) {
	lengths, dists, head := k.codes()
	final := uint64(0)
	if last {
		final = 1
	}
	w.bits(final|2<<1, 3)
	head.write(w)
	for _, t := range k.tokens {
		if t.dist == 0 {
			w.symbol(lengths, int(t.length))
			continue
		}
		s := lengthSymbol[t.length]
		w.symbol(lengths, int(s))
		w.bits(uint64(t.length-lengthBase[s-257]), uint(lengthBits[s-257]))
		n := uint(distBits(t.dist))
		w.symbol(dists, distSymbol(t.dist))
		w.bits(uint64(t.dist-1)&(1<<n-1), n)
	}
	w.symbol(lengths, endOfBlock)
}

// bits is how many bits block writes.
func (k *block) bits() int {
	lengths, dists, head := k.codes()
	n := 3 + head.bits()
	for s, count := range k.lengths {
		n += count * int(lengths.size[s])
		if s > endOfBlock {
			n += count * int(lengthBits[s-257])
		}
	}
	for s, count := range k.dists {
		n += count * (int(dists.size[s]) + max(0, s/2-1))
	}
	return n
}

func (k *block) codes() (lengths, dists *code, h *head) {
	lengths = newCode(k.lengths[:], 15)
	// A decoder may want two codes of distances, even where there is none.
	counts := k.dists
	for s := 0; s < 2; s++ {
		counts[s] = max(counts[s], 1)
	}
	dists = newCode(counts[:], 15)
	return lengths, dists, newHead(lengths.size, dists.size)
}

// A head tells the sizes of a block's codes.
type head struct {
	lengths, dists, sizes int
	code                  *code
	runs                  []run
}

// A run is a symbol of the head and how often what it means is repeated.
type run struct {
	symbol uint8
	extra  uint8
}

// sizeOrder is the order in which the sizes of the head's own code stand.
var sizeOrder = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// extraBits of the three symbols that repeat.
func extraBits(symbol uint8) uint {
	switch symbol {
	case 16:
		return 2
	case 17:
		return 3
	case 18:
		return 7
	}
	return 0
}

func newHead(lengths, dists []uint8) *head {
	trim := func(sizes []uint8, least int) int {
		n := len(sizes)
		for n > least && sizes[n-1] == 0 {
			n--
		}
		return n
	}
	h := &head{lengths: trim(lengths, 257), dists: trim(dists, 1)}
	sizes := append(append([]uint8(nil), lengths[:h.lengths]...), dists[:h.dists]...)
	for i := 0; i < len(sizes); {
		n := 1
		for i+n < len(sizes) && sizes[i+n] == sizes[i] {
			n++
		}
		i += n
		size := sizes[i-1]
		if size != 0 {
			h.runs = append(h.runs, run{symbol: size})
			n--
		}
		for n > 0 {
			switch {
			case size == 0 && n >= 11:
				k := min(n, 138)
				h.runs = append(h.runs, run{18, uint8(k - 11)})
				n -= k
			case size == 0 && n >= 3:
				h.runs = append(h.runs, run{17, uint8(n - 3)})
				n = 0
			case n >= 3:
				k := min(n, 6)
				h.runs = append(h.runs, run{16, uint8(k - 3)})
				n -= k
			default:
				h.runs = append(h.runs, run{symbol: size})
				n--
			}
		}
	}
	var counts [19]int
	for _, r := range h.runs {
		counts[r.symbol]++
	}
	h.code = newCode(counts[:], 7)
	for h.sizes = 19; h.sizes > 4 && h.code.size[sizeOrder[h.sizes-1]] == 0; h.sizes-- {
	}
	return h
}

func (h *head) bits() int {
	n := 14 + 3*h.sizes
	for _, r := range h.runs {
		n += int(h.code.size[r.symbol]) + int(extraBits(r.symbol))
	}
	return n
}

func (h *head) write(w *writer) {
	w.bits(uint64(h.lengths-257), 5)
	w.bits(uint64(h.dists-1), 5)
	w.bits(uint64(h.sizes-4), 4)
	for _, s := range sizeOrder[:h.sizes] {
		w.bits(uint64(h.code.size[s]), 3)
	}
	for _, r := range h.runs {
		w.symbol(h.code, int(r.symbol))
		w.bits(uint64(r.extra), extraBits(r.symbol))
	}
}

// newCode gives the best code of which none is longer than limit, by package-merge
// (Larmore and Hirschberg, 1990).
func newCode(counts []int, limit int) *code {
	c := &code{size: make([]uint8, len(counts)), bits: make([]uint16, len(counts))}
	var leaves []pack
	for s, n := range counts {
		if n > 0 {
			leaves = append(leaves, pack{weight: n, symbols: []uint16{uint16(s)}})
		}
	}
	switch len(leaves) {
	case 0:
		return c
	case 1:
		c.size[leaves[0].symbols[0]] = 1
	default:
		byWeight(leaves)
		row := leaves
		for range limit - 1 {
			var pairs []pack
			for i := 0; i+1 < len(row); i += 2 {
				pairs = append(pairs, pack{
					weight:  row[i].weight + row[i+1].weight,
					symbols: append(append([]uint16(nil), row[i].symbols...), row[i+1].symbols...),
				})
			}
			row = append(append([]pack(nil), leaves...), pairs...)
			byWeight(row)
		}
		for _, p := range row[:2*len(leaves)-2] {
			for _, s := range p.symbols {
				c.size[s]++
			}
		}
	}
	// The codes of one size count up, and go on in the next (RFC 1951, section 3.2.2).
	next := uint16(0)
	for size := uint8(1); size <= uint8(limit); size++ {
		for s, n := range c.size {
			if n == size {
				c.bits[s] = bits.Reverse16(next) >> (16 - size)
				next++
			}
		}
		next <<= 1
	}
	return c
}

// A pack is some symbols and how often all of them stand in a block.
type pack struct {
	weight  int
	symbols []uint16
}

func byWeight(packs []pack) {
	slices.SortStableFunc(packs, func(a, b pack) int { return a.weight - b.weight })
}
