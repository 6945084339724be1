package wasmflow

import (
	"encoding/binary"
	"fmt"
)

// The instructions that matter here (WebAssembly 2.0, 5.4).
const (
	opUnreachable = 0x00
	opBlock       = 0x02
	opLoop        = 0x03
	opIf          = 0x04
	opEnd         = 0x0B
	opBr          = 0x0C
	opBrIf        = 0x0D
	opBrTable     = 0x0E
	opReturn      = 0x0F
	opLocalGet    = 0x20
	opLocalSet    = 0x21
	opGlobalGet   = 0x23
	opI32Const    = 0x41
	opI64Const    = 0x42
	opI32Eq       = 0x46
	opI32Sub      = 0x6B

	noResult = 0x40 // of a block
)

// malformed is what a reader panics with; Structure makes an error of it.
type malformed string

// An instruction with its first immediate, or its table.
type instruction struct {
	op    byte
	start int // in the body
	bytes []byte
	arg   int64
	table []int // of br_table, the default last
}

type reader struct {
	b []byte
	i int
}

func (r *reader) more() bool { return r.i < len(r.b) }

func (r *reader) byte() byte { return r.bytes(1)[0] }

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b)-r.i {
		panic(malformed("it ends too early"))
	}
	r.i += n
	return r.b[r.i-n : r.i]
}

func (r *reader) uint() uint64 {
	v, n := binary.Uvarint(r.b[r.i:])
	if n <= 0 {
		panic(malformed("a number does not end"))
	}
	r.i += n
	return v
}

func (r *reader) int() (v int64) {
	for shift := 0; shift < 70; shift += 7 {
		c := r.byte()
		v |= int64(c&0x7F) << shift
		if c&0x80 == 0 {
			if c&0x40 != 0 && shift < 57 {
				v |= -1 << (shift + 7)
			}
			return v
		}
	}
	panic(malformed("a number does not end"))
}

func appendSigned(b []byte, v int64) []byte {
	for {
		c := byte(v & 0x7F)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}

// locals moves past a body's declarations of locals.
func (r *reader) locals() {
	for range r.uint() {
		r.uint()
		r.byte()
	}
}

// instruction reads one. It knows those of version 1 with sign extension,
// saturating conversion and bulk memory, which are what Go's compiler emits.
func (r *reader) instruction() (x instruction) {
	x.start = r.i
	x.op = r.byte()
	switch op := x.op; {
	case op == opBlock || op == opLoop || op == opIf:
		x.arg = r.int()
	case op == opBr || op == opBrIf || op == 0x10 || op >= opLocalGet && op <= 0x24:
		x.arg = int64(r.uint())
	case op == opBrTable:
		for range r.uint() + 1 {
			x.table = append(x.table, int(r.uint()))
		}
	case op == 0x11: // call_indirect
		r.uint()
		r.uint()
	case op >= 0x28 && op <= 0x3E: // loads and stores
		r.uint()
		r.uint()
	case op == 0x3F || op == 0x40: // memory.size, memory.grow
		r.byte()
	case op == opI32Const || op == opI64Const:
		x.arg = r.int()
	case op == 0x43: // f32.const
		r.bytes(4)
	case op == 0x44: // f64.const
		r.bytes(8)
	case op == 0xFC:
		switch sub := r.uint(); {
		case sub <= 7: // trunc_sat
		case sub == 10: // memory.copy
			r.bytes(2)
		case sub == 11: // memory.fill
			r.bytes(1)
		default:
			panic(malformed(fmt.Sprintf("an instruction 0xFC %d, which is not known here", sub)))
		}
	case op <= 0x01 || op == 0x05 || op == opEnd || op == 0x0F || op == 0x1A || op == 0x1B || op >= 0x45 && op <= 0xC4:
	default:
		panic(malformed(fmt.Sprintf("an instruction %#x, which is not known here", op)))
	}
	x.bytes = r.b[x.start:r.i]
	return x
}
