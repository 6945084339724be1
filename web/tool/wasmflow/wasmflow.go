// Package wasmflow gives the functions of a Go program for js/wasm the control
// flow that WebAssembly has: blocks, loops and branches to them.
//
// Go's compiler makes of each function one loop around a table of its basic
// blocks. A jump sets the number of the block to go on with, PC_B, and branches
// to the top of that loop, whose br_table goes on from there; so a goroutine that
// was put to sleep in the middle of a function can be resumed in it. A browser's
// compiler cannot look through the table: every turn of every inner loop leaves
// all registers and takes an indirect jump.
//
// Here a jump forward becomes a branch out of the blocks that stand between, and
// a jump backward a branch to a loop of its own. The way through the table stays
// for those who resume a function, and for nobody else: a loop that has a call in
// it asks at its top whether it was entered anew or is being resumed. Where that
// is worth the bytes, a function is written twice: for those who enter it at its top,
// with loops that do not ask (graph.go), and as another function for those who resume
// it, which the first one calls.
//
// What Go's compiler knows of the stack and of calls is made plain besides (ease.go).
//
// A function whose shape is not the one known here is left as it is. A way into
// the middle of a function that was not foreseen traps.
//
// And it takes out of a program's data what only tells a traceback where it is.
//
// The shape is made by preprocess in cmd/internal/obj/wasm, and what a program
// counter is says assignAddress in cmd/link/internal/wasm.
package wasmflow

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Structure gives a module, as Go's linker wrote it, with structured functions.
// hot tells, by the name that the module's name section has for it, which function
// is to be faster at the cost of bytes. It fails where the module is not one, or
// uses instructions that Go's compiler is not known to emit.
func Structure(module []byte, hot func(name string) bool) (out []byte, err error) {
	defer refuse("structure of wasm: ", &out, &err)
	checkModule(module)
	entries, names, stays := resumed(module), functionNames(module), staying(module)
	imported, types := importedFunctions(module), functionTypes(module)
	var resuming [][]byte // the functions for those who resume one, which stand behind all others
	var functions []byte
	sections(module, func(id byte, section []byte) {
		if id != codeSection {
			return
		}
		r := reader{b: section}
		if r.uint() != uint64(len(types)) {
			panic(malformed("not as many bodies as functions"))
		}
		functions = code(section, func(n int, f *function) []byte {
			for _, pc := range entries[n] {
				f.enter(pc)
			}
			f.ease(stays)
			f.findLoops()
			body := f.resumable()
			if !hot(names[n]) || !slices.Contains(f.asks, true) {
				return body
			}
			g, ok := f.graph()
			if !ok {
				return body
			}
			resuming = append(resuming, body)
			types = append(types, types[n])
			return f.entered(g, imported+len(types)-1)
		})
	})
	out = append(out, module[:8]...)
	sections(module, func(id byte, section []byte) {
		switch id {
		case functionSection:
			section = binary.AppendUvarint(nil, uint64(len(types)))
			for _, t := range types {
				section = binary.AppendUvarint(section, t)
			}
		case codeSection:
			section = binary.AppendUvarint(nil, uint64(len(types)))
			section = append(section, functions...)
			for _, body := range resuming {
				section = append(binary.AppendUvarint(section, uint64(len(body))), body...)
			}
		}
		out = appendSection(out, id, section)
	})
	return out, nil
}

// refuse makes an error of what a reader panicked with, if it did; what says what
// came to nothing.
func refuse(what string, out *[]byte, err *error) {
	if r := recover(); r != nil {
		broken, ok := r.(malformed)
		if !ok {
			panic(r)
		}
		*out, *err = nil, errors.New(what+string(broken))
	}
}

func checkModule(module []byte) {
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		panic(malformed("not a module"))
	}
}

// Unnamed gives a module that Structure gave without the names of its functions.
func Unnamed(module []byte) []byte {
	out := slices.Clone(module[:8])
	sections(module, func(id byte, section []byte) {
		if id != customSection {
			out = appendSection(out, id, section)
		}
	})
	return out
}

func appendSection(out []byte, id byte, section []byte) []byte {
	out = append(out, id)
	out = binary.AppendUvarint(out, uint64(len(section)))
	return append(out, section...)
}

const (
	customSection   = 0
	importSection   = 2
	functionSection = 3
	codeSection     = 10
)

// sections calls fn for each section of a module.
func sections(module []byte, fn func(id byte, section []byte)) {
	for r := (reader{module, 8}); r.more(); {
		id := r.byte()
		fn(id, r.bytes(int(r.uint())))
	}
}

// bodies calls fn for each function of a code section.
func bodies(section []byte, fn func(n int, body []byte)) {
	r := reader{b: section}
	for n := range int(r.uint()) {
		fn(n, r.bytes(int(r.uint())))
	}
}

// instructions calls fn for each function of a module, with a reader that stands before
// its first instruction.
func instructions(module []byte, fn func(n int, r *reader)) {
	sections(module, func(id byte, section []byte) {
		if id != codeSection {
			return
		}
		bodies(section, func(n int, body []byte) {
			r := reader{b: body}
			r.locals()
			fn(n, &r)
		})
	})
}

// code gives the bodies of a code section, with what fn makes of each function whose
// shape is known.
func code(section []byte, fn func(n int, f *function) []byte) (out []byte) {
	bodies(section, func(n int, body []byte) {
		if f, ok := parse(body); ok {
			body = fn(n, f)
		}
		out = binary.AppendUvarint(out, uint64(len(body)))
		out = append(out, body...)
	})
	return out
}

// firstFunction is the PC_F of the first function that is not imported.
const firstFunction = 0x1000

// resumed gives, for each function, the values of PC_B that it can be entered
// with besides the first two: all that are part of a program counter somewhere.
// One before a call is where a panic that was recovered from goes on, if the call
// is the one of the deferred functions.
func resumed(module []byte) map[int][]int {
	entries := map[int][]int{}
	instructions(module, func(_ int, r *reader) {
		for r.more() {
			if x := r.instruction(); x.op == opI64Const && x.arg>>16 >= firstFunction {
				n, pc := int(x.arg>>16-firstFunction), int(x.arg&0xFFFF)
				entries[n] = append(entries[n], pc, pc-1)
			}
		}
	})
	return entries
}

// staying gives the functions that never return, by what a call has for them. They
// have no return, and end in a panic: so do those that the compiler calls where an index
// is out of range.
func staying(module []byte) map[int]bool {
	stays, imported := map[int]bool{}, importedFunctions(module)
	instructions(module, func(n int, r *reader) {
		returns := false
		for r.more() && !returns {
			returns = r.instruction().op == opReturn
		}
		stays[imported+n] = !returns
	})
	return stays
}

// importedFunctions tells how many functions are imported: those have the first
// numbers. Go imports nothing else.
func importedFunctions(module []byte) (n int) {
	sections(module, func(id byte, section []byte) {
		if id == importSection {
			r := reader{b: section}
			n = int(r.uint())
		}
	})
	return n
}

// functionTypes gives the type of each function that is not imported.
func functionTypes(module []byte) (types []uint64) {
	sections(module, func(id byte, section []byte) {
		if id != functionSection {
			return
		}
		r := reader{b: section}
		for range r.uint() {
			types = append(types, r.uint())
		}
	})
	return types
}

// functionNames gives the names that a module has for its functions, those that
// are imported left out (WebAssembly 2.0, 7.4.1). There are none if it has no
// such section.
func functionNames(module []byte) map[int]string {
	names, imported := map[int]string{}, importedFunctions(module)
	sections(module, func(id byte, section []byte) {
		r := reader{b: section}
		if id == customSection && string(r.bytes(int(r.uint()))) == "name" {
			for r.more() {
				const functions = 1
				id, part := r.byte(), reader{b: r.bytes(int(r.uint()))}
				for part.more() && id == functions {
					for range part.uint() {
						n := int(part.uint())
						names[n-imported] = string(part.bytes(int(part.uint())))
					}
				}
			}
		}
	})
	return names
}

// A function in the shape that Go's compiler gives it: segments that follow one
// another, and a table that says with which one to begin.
type function struct {
	head     []byte // locals, and what stands before the blocks
	sp       uint64 // the local that is SP, 0 where none is
	loop     bool   // all stands in a loop; where there are no jumps it does not
	unwind   bool   // all stands in a block that a goroutine leaves to sleep
	pc       uint64 // the local that is PC_B
	table    []int  // segment by PC_B
	segments [][]instruction
	tail     []byte // what is behind the last segment

	number []int         // of each segment, the least PC_B that leads to it
	jumps  []map[int]int // of each segment, where the jump that begins with an instruction leads to
	entry  []bool        // segments that can be resumed at
	inside []bool        // segments that a jump forward leads to
	end    []int         // of the loop that begins with a segment, its last one; -1 where none does
	asks   []bool        // loops that can be entered elsewhere than at their top

	fresh *graph // while the body for those who enter at the top is written
	out   []byte
	open  []label
}

// A label is what a branch can lead to: kind and segment of the structures that
// are open, outermost first.
type label struct {
	kind    kind
	segment int
}

type kind uint8

const (
	unwinding kind = iota
	before         // a block that ends where a segment begins
	again          // a loop that begins with a segment
	other
)

// parse reads a function's body. ok is false where it has another shape.
func parse(body []byte) (f *function, ok bool) {
	f = &function{}
	r := reader{b: body}
	r.locals()
	x := r.instruction()
	for x.op == opGlobalGet || x.op == opLocalSet {
		if x.op == opLocalSet {
			f.sp = uint64(x.arg)
		}
		x = r.instruction()
	}
	f.head = body[:x.start]
	blocks := 0
	for ; x.op == opBlock || x.op == opLoop && !f.loop; x = r.instruction() {
		if blocks++; x.op == opLoop {
			f.loop, f.unwind, blocks = true, blocks == 2, 0
		}
	}
	if x.op != opLocalGet || blocks == 0 {
		return nil, false
	}
	f.pc = uint64(x.arg)
	if x = r.instruction(); x.op != opBrTable || r.instruction().op != opEnd {
		return nil, false
	}
	f.table = x.table
	last := f.table[len(f.table)-1]
	if !f.loop && last == blocks-2 {
		f.unwind = true // the outermost block is the one to leave, not one to begin behind
		blocks--
	}
	if last >= blocks {
		return nil, false
	}
	for len(f.segments) < blocks {
		segment, jumps, ok := f.read(&r, blocks-1-len(f.segments))
		if !ok {
			return nil, false
		}
		f.segments, f.jumps = append(f.segments, segment), append(f.jumps, jumps)
	}
	f.tail = body[r.i:]
	if !f.loop {
		f.tail = body[r.i-1:] // with the end of what is around all
	}
	f.number, f.entry = make([]int, blocks), make([]bool, blocks)
	for s := range blocks {
		if f.number[s] = slices.Index(f.table, s); f.number[s] < 0 {
			return nil, false
		}
	}
	f.enter(0)
	f.enter(1) // the return address of a goroutine's first function
	return f, true
}

// read reads a segment, to the end of the block that the next one stands behind,
// or of the loop. blocks are those that stand between it and the loop.
func (f *function) read(r *reader, blocks int) (segment []instruction, jumps map[int]int, ok bool) {
	jumps = map[int]int{}
	for depth := 0; r.more(); {
		x := r.instruction()
		switch x.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			if depth--; depth < 0 {
				return segment, jumps, true
			}
		case opBr, opBrIf:
			top, sleep := -1, blocks+depth
			if f.loop {
				top, sleep = sleep, sleep+1
			}
			switch n := len(segment); int(x.arg) {
			case top: // once PC_B was set
				if n < 2 || x.op != opBr || segment[n-2].op != opI32Const || segment[n-1].op != opLocalSet || uint64(segment[n-1].arg) != f.pc {
					return nil, nil, false
				}
				jumps[n-2] = f.table[min(int(segment[n-2].arg), len(f.table)-1)]
			case sleep:
				if !f.unwind {
					return nil, nil, false
				}
				x.sleeps = true
			default:
				if int(x.arg) >= depth {
					return nil, nil, false
				}
			}
		case opBrTable:
			return nil, nil, false
		}
		segment = append(segment, x)
	}
	return nil, nil, false
}

// enter notes that the function can be entered with a PC_B.
func (f *function) enter(pc int) {
	if pc >= 0 && pc < len(f.table) {
		f.entry[f.table[pc]] = true
	}
}

// resumable gives the body for all: whoever enters the function at its top, and whoever
// resumes it.
func (f *function) resumable() []byte {
	f.write(f.head)
	f.region(0, len(f.segments)-1, false)
	return append(f.out, f.tail...)
}

// entered gives the body for whoever enters the function at its top, which leaves the
// others to function n.
func (f *function) entered(g *graph, n int) []byte {
	head := append(slices.Clone(f.head), opLocalGet)
	head = binary.AppendUvarint(head, f.pc)
	head = append(head, opIf, noResult, opLocalGet)
	head = binary.AppendUvarint(head, f.pc)
	head = append(head, opCall)
	head = binary.AppendUvarint(head, uint64(n))
	f.write(append(head, opReturn, opEnd))
	f.fresh = g
	g.tree(g.order[0])
	return append(append(f.out, opUnreachable), f.tail...)
}

// write begins a body.
func (f *function) write(head []byte) {
	f.out, f.open = slices.Clone(head), nil
	if f.unwind {
		f.begin(opBlock, label{unwinding, 0})
	}
}

// findLoops makes a loop of all from where a jump backward leads to, to where the
// last such jump is. Of two that overlap the first is made to hold the second.
func (f *function) findLoops() {
	n := len(f.segments)
	f.inside, f.end, f.asks = make([]bool, n), make([]int, n), make([]bool, n)
	for s := range f.end {
		f.end[s] = -1
	}
	for from, jumps := range f.jumps {
		for _, to := range jumps {
			if to <= from {
				f.end[to] = max(f.end[to], from)
			} else {
				f.inside[to] = true
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for a := range f.end {
			for b := a + 1; b <= f.end[a]; b++ {
				if f.end[b] > f.end[a] {
					f.end[a], changed = f.end[b], true
				}
			}
		}
	}
	for a, last := range f.end {
		for s := a + 1; s <= last; s++ {
			f.asks[a] = f.asks[a] || f.entry[s]
		}
		for from, jumps := range f.jumps[:a] {
			for _, to := range jumps {
				f.asks[a] = f.asks[a] || from < a && to > a && to <= last
			}
		}
	}
}

// An item of a region is one segment or one loop of several.
type item struct{ first, last int }

// region writes the segments first to last: the function, or a loop.
func (f *function) region(first, last int, loop bool) {
	var items []item
	for s := first; s <= last; s++ {
		it := item{s, s}
		if f.end[s] >= 0 && !(loop && s == first) {
			it.last = f.end[s]
		}
		items = append(items, it)
		s = it.last
	}
	depth := len(f.open)
	dispatch := !loop
	if loop {
		f.begin(opLoop, label{again, first})
		dispatch = f.asks[first]
	}
	for k := len(items) - 1; k > 0; k-- {
		if f.reached(items[k]) {
			f.begin(opBlock, label{before, items[k].first})
		}
	}
	if dispatch {
		f.begin(opBlock, label{before, first})
		f.dispatch(items)
		f.close()
	}
	for k, it := range items {
		if k > 0 {
			if f.asks[it.first] {
				f.setPC(it.first) // whoever comes from above begins at the top
			}
			if f.reached(it) {
				f.close()
			}
		}
		if f.end[it.first] >= 0 && !(loop && k == 0) {
			f.region(it.first, it.last, true)
		} else {
			f.segment(it.first)
		}
	}
	if loop {
		f.close()
	}
	if len(f.open) != depth {
		panic("internal error: a region left something open")
	}
}

// reached tells whether a jump or a table leads to an item or into it.
func (f *function) reached(it item) bool {
	for s := it.first; s <= it.last; s++ {
		if f.entry[s] || f.inside[s] {
			return true
		}
	}
	return false
}

// dispatch goes to the item that PC_B says. It stands in the block that ends
// before the first, where nearly all go: they take no jump through a table.
func (f *function) dispatch(items []item) {
	least, most := len(f.table), 0
	for pc, s := range f.table {
		if s >= items[0].first && s <= items[len(items)-1].last {
			least, most = min(least, pc), max(most, pc)
		}
	}
	f.out = append(f.out, opLocalGet)
	f.out = binary.AppendUvarint(f.out, f.pc)
	f.out = append(f.out, opI32Const)
	f.out = appendSigned(f.out, int64(f.number[items[0].first]))
	f.out = append(f.out, opI32Eq)
	f.branch(opBrIf, label{before, items[0].first})
	f.begin(opBlock, label{other, 0})
	f.out = append(f.out, opLocalGet)
	f.out = binary.AppendUvarint(f.out, f.pc)
	if least > 0 {
		f.out = append(f.out, opI32Const)
		f.out = appendSigned(f.out, int64(least))
		f.out = append(f.out, opI32Sub)
	}
	f.out = append(f.out, opBrTable)
	f.out = binary.AppendUvarint(f.out, uint64(most-least+1))
	for pc := least; pc <= most; pc++ {
		to := 0 // to the trap
		for _, it := range items {
			if s := f.table[pc]; s >= it.first && s <= it.last && (s == items[0].first || f.reached(it)) {
				to = f.depth(label{before, it.first})
			}
		}
		f.out = binary.AppendUvarint(f.out, uint64(to))
	}
	f.out = append(f.out, 0)
	f.close()
	f.out = append(f.out, opUnreachable)
}

// segment writes a segment, with its jumps as branches.
func (f *function) segment(s int) {
	code, depth := f.segments[s], len(f.open)
	for i := 0; i < len(code); i++ {
		x := code[i]
		if to, ok := f.jumps[s][i]; ok {
			if i > 0 && code[i-1].op == opIf && code[i+3].op == opEnd && !f.resumes(s, to) {
				// if br end is br_if.
				f.out = f.out[:len(f.out)-len(code[i-1].bytes)]
				f.open = f.open[:len(f.open)-1]
				f.goTo(opBrIf, s, to)
				i += 3
			} else {
				f.goTo(opBr, s, to)
				i += 2
			}
			continue
		}
		switch x.op {
		case opBlock, opLoop, opIf:
			f.open = append(f.open, label{other, 0})
		case opEnd:
			f.open = f.open[:len(f.open)-1]
		case opBr, opBrIf:
			if int(x.arg) >= len(f.open)-depth {
				f.branch(x.op, label{unwinding, 0})
				continue
			}
		}
		f.out = append(f.out, x.bytes...)
	}
}

// resumes tells whether a jump from segment s leads to a loop that asks for PC_B.
func (f *function) resumes(s, to int) bool {
	if f.fresh != nil {
		return false
	}
	for a := range f.end {
		if f.end[a] < to || a > to {
			continue
		}
		// Around both, only its own top asks; around the target alone, it does.
		if around := a <= s && s <= f.end[a]; (!around || a == to) && f.asks[a] {
			return true
		}
	}
	return false
}

// goTo branches from segment s to another one.
func (f *function) goTo(op byte, s, to int) {
	if f.fresh != nil {
		f.fresh.goTo(op, s, to)
		return
	}
	if f.resumes(s, to) {
		f.setPC(to)
	}
	if to <= s {
		f.branch(op, label{again, to})
		return
	}
	// The outermost loop around the target that is not around the jump.
	first := to
	for a := to; a >= 0; a-- {
		if f.end[a] >= to && !(a <= s && s <= f.end[a]) {
			first = a
		}
	}
	f.branch(op, label{before, first})
}

func (f *function) setPC(s int) {
	f.out = append(f.out, opI32Const)
	f.out = appendSigned(f.out, int64(f.number[s]))
	f.out = append(f.out, opLocalSet)
	f.out = binary.AppendUvarint(f.out, f.pc)
}

func (f *function) begin(op byte, l label) {
	f.out = append(f.out, op, noResult)
	f.open = append(f.open, l)
}

func (f *function) close() {
	f.out = append(f.out, opEnd)
	f.open = f.open[:len(f.open)-1]
}

func (f *function) branch(op byte, to label) {
	f.out = append(f.out, op)
	f.out = binary.AppendUvarint(f.out, uint64(f.depth(to)))
}

// depth says how many structures stand between here and a label.
func (f *function) depth(to label) int {
	for k := len(f.open) - 1; k >= 0; k-- {
		if f.open[k] == to {
			return len(f.open) - 1 - k
		}
	}
	panic(malformed(fmt.Sprintf("a branch leads nowhere: %v", to)))
}
