package wasmflow

import (
	"encoding/binary"
	"slices"
)

// ease makes plain to a browser's compiler what Go's compiler knows: that a call
// leaves the stack pointer where it was, behind which calls nothing goes on, and which
// part of an address is a number. stays has the functions that never return.
//
// The calling convention is told in cmd/compile/internal/wasm/ssa.go, and how a call
// looks by preprocess in cmd/internal/obj/wasm.
func (f *function) ease(stays map[int]bool) {
	for s, code := range f.segments {
		for i := range code {
			f.easeCall(code[i:])
			f.easeReturn(code[i:])
			f.easeAddress(code[i:])
			easeCondition(code[i:])
			endSleep(code[i:])
		}
		if n := len(code); n > 0 && code[n-1].sleeps && stays[called(code)] {
			f.segments[s] = append(code, instruction{op: opUnreachable, bytes: []byte{opUnreachable}})
		}
	}
}

// called gives the function that code calls last, -1 where it has no name.
func called(code []instruction) int {
	for _, x := range slices.Backward(code) {
		switch x.op {
		case opCall:
			return int(x.arg)
		case opCallIndirect:
			return -1
		}
	}
	return -1
}

// easeCall leaves SP as it is, where code begins with a call of one of Go's functions,
// for which its global is lower by the return address. Behind the call SP would be read
// from the global; but whoever comes back has it where it was, and where the stack was
// moved, or another goroutine runs, nobody comes back: the function is resumed.
func (f *function) easeCall(code []instruction) {
	if !f.atSP(code, opI32Const, opI32Sub, opLocalTee, opGlobalSet, opLocalGet, opI64Const, opI64Store) || code[1].arg != returnAddress || code[4].arg != globalSP || !f.isSP(code[3]) || !f.isSP(code[5]) {
		return
	}
	// Where what is called has no name, it is computed in between.
	for k := 8; k < min(len(code)-2, 16); k++ {
		if (code[k].op == opCall || code[k].op == opCallIndirect) && code[k+1].op == opGlobalGet && code[k+1].arg == globalSP && code[k+2].op == opLocalSet && f.isSP(code[k+2]) {
			code[3].bytes = nil
			code[5].bytes = slices.Concat(code[0].bytes, code[1].bytes, code[2].bytes)
			code[k+1].bytes, code[k+2].bytes = nil, nil
			return
		}
	}
}

const (
	returnAddress = 8 // its size on the stack
	globalSP      = 0
)

// easeReturn gives SP back in one step, where code begins with the two that are for the
// frame and for the return address.
func (f *function) easeReturn(code []instruction) {
	if f.atSP(code, opI32Const, opI32Add, opLocalTee, opGlobalSet, opLocalGet, opI32Const, opI32Add, opLocalTee, opGlobalSet, opI32Const, opReturn) &&
		f.isSP(code[3]) && code[4].arg == globalSP && f.isSP(code[5]) && f.isSP(code[8]) && code[9].arg == globalSP {
		code[1].bytes = appendSigned([]byte{opI32Const}, code[1].arg+code[6].arg)
		for k := 3; k < 9; k++ {
			code[k].bytes = nil
		}
	}
}

// endSleep lets nothing go on behind the call that is last in the arm of an if, where
// code begins with its branch to sleep. A function cannot be resumed in there: the calls
// are those for a nil pointer and for a stack that is full, which never return.
func endSleep(code []instruction) {
	if code[0].op == opBrIf && code[0].sleeps && len(code) > 1 && code[1].op == opEnd {
		code[1].bytes = []byte{opUnreachable, opEnd}
	}
}

// easeAddress moves what is added to SP, where code begins with that, into the load or
// the store that it is for. It is added in 64 bits, of which only 32 are taken, and no
// browser's compiler makes one access of all that.
func (f *function) easeAddress(code []instruction) {
	if !f.atSP(code, opI64ExtendI32U, opI64Const, opI64Add, opI32WrapI64) || code[2].arg < 0 {
		return
	}
	offset := code[2].arg
	for k := range code[1:5] {
		code[1+k].bytes = nil
	}
	x := access(code[5:])
	if x == nil {
		code[2].bytes = appendSigned([]byte{opI32Const}, offset)
		code[3].bytes = []byte{opI32Add}
		return
	}
	r := reader{x.bytes, 1}
	align := r.uint()
	x.bytes = binary.AppendUvarint(binary.AppendUvarint([]byte{x.op}, align), uint64(x.arg+offset))
}

// easeCondition asks whether a condition is false without making an i64 of it, where
// code begins with that, and does not ask twice.
func easeCondition(code []instruction) {
	if len(code) < 2 || code[0].op != opI64ExtendI32U || code[1].op != opI64Eqz {
		return
	}
	if len(code) > 3 && code[2].op == opI32Eqz && (code[3].op == opIf || code[3].op == opBrIf) {
		code[0].bytes, code[1].bytes, code[2].bytes = nil, nil, nil
		return
	}
	code[0].bytes, code[1].bytes = nil, []byte{opI32Eqz}
}

// access gives the load or the store whose address is on top of the stack before
// code, nil where something else takes it or it is not known what does.
func access(code []instruction) *instruction {
	depth := 1
	for k := range code {
		switch op := code[k].op; {
		case op >= opI32Load && op < opI32Store && depth == 1, op >= opI32Store && op <= opI64Store32 && depth == 2:
			return &code[k]
		default:
			n, ok := growth(op)
			if depth += n; !ok || depth < 1 {
				return nil
			}
		}
	}
	return nil
}

// growth tells by how many values the stack is higher after an instruction. ok is
// false for those that do more than to compute.
func growth(op byte) (n int, ok bool) {
	switch {
	case op == opLocalGet, op == opGlobalGet, op >= opI32Const && op <= opF64Const:
		return 1, true
	case op == opNop, op == opLocalTee, op >= opI32Load && op < opI32Store, op == opI32Eqz, op == opI64Eqz,
		op >= 0x67 && op <= 0x69, op >= 0x79 && op <= 0x7B, // clz, ctz, popcnt
		op >= 0x8B && op <= 0x91, op >= 0x99 && op <= 0x9F, // abs to sqrt
		op >= opI32WrapI64 && op <= lastPlain: // of another type, or another width
		return 0, true
	case op == opLocalSet, op == opGlobalSet, op > opI32Eqz && op < opI32WrapI64:
		return -1, true
	case op == opSelect, op >= opI32Store && op <= opI64Store32:
		return -2, true
	}
	return 0, false
}

// atSP tells whether code begins with SP and goes on with ops.
func (f *function) atSP(code []instruction, ops ...byte) bool {
	if f.sp == 0 || len(code) <= len(ops) || code[0].op != opLocalGet || !f.isSP(code[0]) {
		return false
	}
	for k, op := range ops {
		if code[1+k].op != op {
			return false
		}
	}
	return true
}

// isSP tells of an instruction for a local whether it is for SP.
func (f *function) isSP(x instruction) bool { return uint64(x.arg) == f.sp }
