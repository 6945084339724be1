package wasmflow

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// Strip gives a module, as Go's linker wrote it, with less data: in few pieces,
// and without the tables that only a printed traceback and runtime.Caller read:
// lines, files, names of functions, and what was inlined where. What the garbage
// collector, growing stacks and recover read stays. Nothing moves: zeros take the
// place of what goes, and a packed module has them for nothing.
//
// Tables that are not laid out as it is known here stay as they are.
//
// The layout is that of pcHeader, moduledata, _func and inlinedCall in package
// runtime.
func Strip(module []byte) (out []byte, err error) {
	defer refuse("strip of wasm: ", &out, &err)
	checkModule(module)
	out = append(out, module[:8]...)
	sections(module, func(id byte, section []byte) {
		if id == dataSection {
			memory := readData(section)
			if t, ok := findTables(memory); ok {
				t.strip()
			}
			section = appendData(nil, memory)
		}
		out = appendSection(out, id, section)
	})
	return out, nil
}

const dataSection = 11

// maxMemory is how much memory data may span.
const maxMemory = 1 << 28

// readData gives the memory that a data section fills, from address 0 on.
func readData(section []byte) (memory []byte) {
	r := reader{b: section}
	for range r.uint() {
		if r.uint() != 0 {
			panic(malformed("data without an address"))
		}
		at := r.instruction()
		if at.op != opI32Const || r.byte() != opEnd {
			panic(malformed("data at an address that is not a number"))
		}
		piece := r.bytes(int(r.uint()))
		end := at.arg + int64(len(piece))
		if at.arg < 0 || end > maxMemory {
			panic(malformed("data outside of the memory"))
		}
		if more := int(end) - len(memory); more > 0 {
			memory = append(memory, make([]byte, more)...)
		}
		copy(memory[at.arg:], piece)
	}
	return memory
}

// gap is how many zeros end a piece of data. Go's linker ends one at each eight,
// and tens of thousands of addresses cost more than the zeros, once packed.
const gap = 4096

// appendData appends the data section that fills memory.
func appendData(section, memory []byte) []byte {
	var pieces [][2]int
	zeros := make([]byte, gap)
	for i := 0; i < len(memory); i++ {
		if memory[i] == 0 {
			continue
		}
		end := len(memory)
		if n := bytes.Index(memory[i:], zeros); n >= 0 {
			end = i + n
		}
		pieces = append(pieces, [2]int{i, end})
		i = end
	}
	section = binary.AppendUvarint(section, uint64(len(pieces)))
	for _, p := range pieces {
		section = append(section, 0, opI32Const)
		section = appendSigned(section, int64(p[0]))
		section = append(section, opEnd)
		section = binary.AppendUvarint(section, uint64(p[1]-p[0]))
		section = append(section, memory[p[0]:p[1]]...)
	}
	return section
}

// memory is read in Go's own layout for WebAssembly.
type memory []byte

func (m memory) stretch(start, end int) memory {
	if start < 0 || end < start || end > len(m) {
		panic(malformed("an address leads out of the memory"))
	}
	return m[start:end:end]
}

func (m memory) word(at int) int { return int(binary.LittleEndian.Uint64(m.stretch(at, at+8))) }

func (m memory) half(at int) int { return int(binary.LittleEndian.Uint32(m.stretch(at, at+4))) }

func (m memory) setHalf(at, v int) { binary.LittleEndian.PutUint32(m.stretch(at, at+4), uint32(v)) }

// tables are what Go's runtime knows of a program's functions.
type tables struct {
	functions []memory // each _func, with the offsets that follow it
	names     memory   // each ends with a zero
	files     memory   // names, behind their numbers in each package
	values    memory   // what changes within a function, as lists of differences
	trees     []memory // what was inlined into a function
}

// Where what matters stands in a _func. Its pcdata are offsets into values, its
// funcdata are offsets of other tables.
const (
	funcName      = 4
	funcSP        = 16 // of values: how much stack is in use
	funcFile      = 20
	funcLine      = 24
	funcNPCData   = 28
	funcPackage   = 32 // of files
	funcStartLine = 36
	funcNFuncData = 43
	funcSize      = 44

	pcdataInlined    = 2 // of values: which call
	pcdataLive       = 3 // of values: which arguments are worth printing
	funcdataInlined  = 3
	funcdataArgument = 5 // how arguments are printed
	funcdataLive     = 6

	noFuncData = 0xFFFFFFFF
	callSize   = 16 // of an inlinedCall
)

// findTables finds them by the mark that they begin with, and holds what they say
// of each other against the layout that is known here. ok is false where anything
// does not fit.
func findTables(m memory) (t *tables, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(malformed); !ok {
				panic(r)
			}
			t, ok = nil, false
		}
	}()
	// A pcHeader: the magic number of Go 1.20, two zeros, the least size of an
	// instruction, the size of a pointer.
	header := bytes.Index(m, []byte{0xF1, 0xFF, 0xFF, 0xFF, 0, 0, 1, 8})
	if header < 0 {
		return nil, false
	}
	at := func(word int) int { return header + m.word(header+8*word) }
	names, packages, values, list := at(4), at(5), at(7), at(8)
	t = &tables{names: m.stretch(names, packages), files: m.stretch(packages, values), values: m.stretch(values, list)}
	// moduledata says where the header is, and the names.
	module := bytes.Index(m, binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(header)), uint64(names)))
	if module < 0 || m.word(module+8*10) != values || m.word(module+8*16) != list || len(t.names) < len(standIns) {
		return nil, false
	}
	funcdata := m.word(module + 8*40)
	for i := range m.word(header + 8) {
		at := list + m.half(list+8*i+4)
		size := funcSize + 4*(m.half(at+funcNPCData)+int(m.stretch(at, at+funcSize)[funcNFuncData]))
		f := m.stretch(at, at+size)
		if f.half(0) != m.half(list+8*i) || t.nameOf(f.half(funcName)) == "" {
			return nil, false
		}
		t.functions = append(t.functions, f)
		inlined := f.offset(funcdataInlined)
		if inlined < 0 || f.half(funcNPCData) <= pcdataInlined {
			continue
		}
		_, last := t.changes(f.half(funcSize + 4*pcdataInlined))
		tree := m.stretch(funcdata+inlined, funcdata+inlined+callSize*(last+1))
		for call := 0; call < len(tree); call += callSize {
			if t.nameOf(tree.half(call+4)) == "" {
				return nil, false
			}
		}
		t.trees = append(t.trees, tree)
	}
	return t, true
}

// offset gives a funcdata of a _func, -1 where it has none.
func (m memory) offset(funcdata int) int {
	if funcdata >= int(m[funcNFuncData]) {
		return -1
	}
	if v := m.half(funcSize + 4*(m.half(funcNPCData)+funcdata)); v != noFuncData {
		return v
	}
	return -1
}

// nameOf gives the name at an offset, "" where none begins.
func (t *tables) nameOf(at int) string {
	if at >= len(t.names) || at > 0 && t.names[at-1] != 0 {
		return ""
	}
	name, _, _ := bytes.Cut(t.names[at:], []byte{0})
	return string(name)
}

// changes reads a list of values: how many bytes it has, and the highest value.
// Offset 0 is that of no list.
func (t *tables) changes(at int) (size, highest int) {
	highest = -1
	if at == 0 {
		return 0, highest
	}
	r := reader{b: t.values, i: at}
	for value := -1; ; {
		delta := r.uint()
		if delta == 0 && r.i-at > 1 {
			return r.i - at, highest
		}
		value += int(int32(-(delta & 1) ^ delta>>1))
		highest = max(highest, value)
		r.uint() // for how many bytes of code
	}
}

// What the runtime itself asks of names: whether a function is its own, whether it
// is one of two of reflect's; and the panic of a method that is called on a nil
// pointer wants a name in three parts.
const standIns = "\x00_.(*_)._\x00runtime.(*_)._\x00reflect.makeFuncStub\x00reflect.methodValueCall\x00"

func standIn(name string) int {
	switch {
	case name == "reflect.makeFuncStub", name == "reflect.methodValueCall":
	case strings.HasPrefix(name, "runtime."):
		name = "runtime.(*_)._"
	default:
		name = "_.(*_)._"
	}
	return strings.Index(standIns, "\x00"+name+"\x00") + 1
}

func (t *tables) strip() {
	needed := make([]bool, len(t.values))
	need := func(at int) {
		size, _ := t.changes(at)
		for i := at; i < at+size; i++ {
			needed[i] = true
		}
	}
	for _, f := range t.functions {
		f.setHalf(funcName, standIn(t.nameOf(f.half(funcName))))
		need(f.half(funcSP))
		for _, at := range []int{funcFile, funcLine, funcPackage, funcStartLine} {
			f.setHalf(at, 0)
		}
		for n := range f.half(funcNPCData) {
			at := funcSize + 4*n
			if n == pcdataInlined || n == pcdataLive {
				f.setHalf(at, 0)
			} else {
				need(f.half(at))
			}
		}
		for n := range int(f[funcNFuncData]) {
			if n == funcdataInlined || n == funcdataArgument || n == funcdataLive {
				f.setHalf(funcSize+4*(f.half(funcNPCData)+n), noFuncData)
			}
		}
	}
	for i, is := range needed {
		if !is {
			t.values[i] = 0
		}
	}
	for _, tree := range t.trees {
		clear(tree)
	}
	clear(t.files)
	clear(t.names)
	copy(t.names, standIns)
}
