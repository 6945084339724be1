package wasmflow

import (
	"encoding/binary"
	"fmt"
)

// The instructions that matter here (WebAssembly 2.0, 5.4).
const (
	opUnreachable   = 0x00
	opNop           = 0x01
	opBlock         = 0x02
	opLoop          = 0x03
	opIf            = 0x04
	opEnd           = 0x0B
	opBr            = 0x0C
	opBrIf          = 0x0D
	opBrTable       = 0x0E
	opReturn        = 0x0F
	opCall          = 0x10
	opCallIndirect  = 0x11
	opSelect        = 0x1B
	opLocalGet      = 0x20
	opLocalSet      = 0x21
	opLocalTee      = 0x22
	opGlobalGet     = 0x23
	opGlobalSet     = 0x24
	opI32Load       = 0x28 // the first of the loads
	opI32Store      = 0x36 // the first of the stores
	opI64Store      = 0x37
	opI64Store32    = 0x3E // the last of the stores
	opI32Const      = 0x41
	opI64Const      = 0x42
	opF64Const      = 0x44
	opI32Eqz        = 0x45
	opI32Eq         = 0x46
	opI64Eqz        = 0x50
	opI32Add        = 0x6A
	opI32Sub        = 0x6B
	opI64Add        = 0x7C
	opI32WrapI64    = 0xA7
	opI64ExtendI32U = 0xAD
	lastPlain       = 0xC4 // i64.extend32_s, the last that has no immediates

	noResult = 0x40 // of a block
)

// malformed is what a reader panics with; Structure makes an error of it.
type malformed string

// An instruction with its first immediate, or its table, or the offset of a load or
// a store.
type instruction struct {
	op     byte
	start  int    // in the body
	bytes  []byte // what is written for it
	arg    int64
	table  []int // of br_table, the default last
	sleeps bool  // a branch to where a goroutine goes to sleep
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
	case op == opBr || op == opBrIf || op == opCall || op >= opLocalGet && op <= opGlobalSet:
		x.arg = int64(r.uint())
	case op == opBrTable:
		for range r.uint() + 1 {
			x.table = append(x.table, int(r.uint()))
		}
	case op == opCallIndirect:
		r.uint()
		r.uint()
	case op >= opI32Load && op <= opI64Store32:
		r.uint() // alignment
		x.arg = int64(r.uint())
	case op == 0x3F || op == 0x40: // memory.size, memory.grow
		r.byte()
	case op == opI32Const || op == opI64Const:
		x.arg = r.int()
	case op == 0x43: // f32.const
		r.bytes(4)
	case op == opF64Const:
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
	case op <= opNop || op == 0x05 || op == opEnd || op == opReturn || op == 0x1A || op == opSelect || op >= opI32Eqz && op <= lastPlain:
	default:
		panic(malformed(fmt.Sprintf("an instruction %#x, which is not known here", op)))
	}
	x.bytes = r.b[x.start:r.i]
	return x
}
