package wasmflow

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Order gives a module that Unnamed gave with its functions in another order: those
// that are alike stand near each other, where a packer that looks back 32 KiB finds
// what they share. What is called by a number is called by its new one; in the table
// every function keeps its place, so that a program counter means what it meant.
func Order(module []byte) (out []byte, err error) {
	defer refuse("order of wasm: ", &out, &err)
	checkModule(module)
	imported, types := importedFunctions(module), functionTypes(module)
	var all [][]byte
	sections(module, func(id byte, section []byte) {
		if id == codeSection {
			bodies(section, func(_ int, body []byte) { all = append(all, body) })
		}
	})
	if len(all) != len(types) {
		panic(malformed("not as many bodies as functions"))
	}
	order := alike(all)
	renamed := make([]int, imported+len(all))
	for n := range imported {
		renamed[n] = n
	}
	for n, f := range order {
		renamed[imported+f] = imported + n
	}
	number := func(r *reader) uint64 {
		n := r.uint()
		if n >= uint64(len(renamed)) {
			panic(malformed("a function that is not there"))
		}
		return uint64(renamed[n])
	}
	out = append(out, module[:8]...)
	sections(module, func(id byte, section []byte) {
		r := reader{b: section}
		switch id {
		case functionSection:
			section = binary.AppendUvarint(nil, uint64(len(types)))
			for _, f := range order {
				section = binary.AppendUvarint(section, types[f])
			}
		case exportSection:
			n := r.uint()
			section = binary.AppendUvarint(nil, n)
			for range n {
				start := r.i
				r.bytes(int(r.uint())) // its name
				kind := r.byte()
				section = append(section, r.b[start:r.i]...)
				if kind == 0 {
					section = binary.AppendUvarint(section, number(&r))
				} else {
					section = binary.AppendUvarint(section, r.uint())
				}
			}
		case startSection:
			section = binary.AppendUvarint(nil, number(&r))
		case elementSection:
			n := r.uint()
			section = binary.AppendUvarint(nil, n)
			for range n {
				start := r.i
				if r.uint() != 0 || r.instruction().op != opI32Const || r.byte() != opEnd {
					panic(malformed("elements without a place in the table"))
				}
				members := r.uint()
				section = append(section, r.b[start:r.i]...)
				for range members {
					section = binary.AppendUvarint(section, number(&r))
				}
			}
		case codeSection:
			section = binary.AppendUvarint(nil, uint64(len(all)))
			for _, f := range order {
				body := recalled(all[f], number)
				section = append(binary.AppendUvarint(section, uint64(len(body))), body...)
			}
		case customSection:
			panic(malformed("names, which would be those of other functions"))
		}
		out = appendSection(out, id, section)
	})
	return out, nil
}

const (
	exportSection  = 7
	startSection   = 8
	elementSection = 9
)

// recalled gives a body that calls functions by their new numbers.
func recalled(body []byte, number func(*reader) uint64) (out []byte) {
	r := reader{b: body}
	r.locals()
	out = append(out, body[:r.i]...)
	for r.more() {
		x := r.instruction()
		if x.op != opCall {
			out = append(out, x.bytes...)
			continue
		}
		out = binary.AppendUvarint(append(out, opCall), number(&reader{x.bytes, 1}))
	}
	return out
}

const (
	// piece is how many bytes two functions have in common, at least, that are counted.
	piece = 8
	// common is in how many functions a piece stands, at most, that tells which are alike.
	common = 60
	// reach is over how many bytes of the functions before it one is compared with.
	reach = 24 << 10
	// least is what part of a function stands in those before it, at least, that is not the
	// next one as the linker has them: one in so many.
	least = 50
)

// alike gives the functions in an order in which each one has much in common with those
// before it: the one of which the greatest part stands there is the next.
func alike(all [][]byte) (order []int) {
	shared, in := pieces(all)
	score := make([]int, len(all)) // how many pieces it shares with those that are near
	used := make([]bool, len(all))
	near, size, next := 0, 0, 0
	count := func(f, by int) {
		for _, p := range shared[f] {
			for _, g := range in[p] {
				score[g] += by
			}
		}
	}
	for len(order) < len(all) {
		best := -1
		for f := range all {
			if !used[f] && score[f]*least > len(all[f]) && (best < 0 || score[f]*len(all[best]) > score[best]*len(all[f])) {
				best = f
			}
		}
		if best < 0 {
			for used[next] {
				next++
			}
			best = next
		}
		used[best] = true
		order = append(order, best)
		count(best, 1)
		for size += len(all[best]); size > reach && near+1 < len(order); near++ {
			size -= len(all[order[near]])
			count(order[near], -1)
		}
	}
	return order
}

// pieces gives for each function the pieces that it shares with a few others, and for each
// piece those in which it stands.
func pieces(all [][]byte) (shared [][]int, in [][]int) {
	type place struct {
		piece uint64
		f     int
	}
	var places []place
	for f, body := range all {
		for i := 0; i+piece <= len(body); i++ {
			places = append(places, place{binary.LittleEndian.Uint64(body[i:]), f})
		}
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.piece, b.piece), cmp.Compare(a.f, b.f))
	})
	places = slices.Compact(places)
	shared = make([][]int, len(all))
	for i := 0; i < len(places); {
		j := i
		for j < len(places) && places[j].piece == places[i].piece {
			j++
		}
		if j-i > 1 && j-i <= common {
			var functions []int
			for _, p := range places[i:j] {
				shared[p.f] = append(shared[p.f], len(in))
				functions = append(functions, p.f)
			}
			in = append(in, functions)
		}
		i = j
	}
	return shared, in
}
