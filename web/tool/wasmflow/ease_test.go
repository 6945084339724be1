package wasmflow

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// eased gives what ease makes of the only segment of a function, whose SP is local 1,
// if function 9 never returns.
func eased(code ...byte) []byte {
	f := &function{sp: 1, unwind: true}
	r := reader{b: append(code, opEnd)}
	segment, jumps, ok := f.read(&r, 0)
	if !ok {
		return nil
	}
	f.segments, f.jumps, f.end = [][]instruction{segment}, []map[int]int{jumps}, []int{-1}
	f.open = []label{{unwinding, 0}}
	f.ease(map[int]bool{9: true})
	f.segment(0)
	return f.out
}

func TestEase(t *testing.T) {
	const i64, none = opI64Const, noResult
	for name, c := range map[string]struct{ code, want []byte }{
		"a call leaves SP": {
			[]byte{opLocalGet, 1, opI32Const, 8, opI32Sub, opLocalTee, 1, opGlobalSet, 0, opLocalGet, 1, i64, 7, opI64Store, 3, 0, opI32Const, 0, opCall, 8, opGlobalGet, 0, opLocalSet, 1, opBrIf, 0},
			[]byte{opLocalGet, 1, opI32Const, 8, opI32Sub, opGlobalSet, 0, opLocalGet, 1, opI32Const, 8, opI32Sub, i64, 7, opI64Store, 3, 0, opI32Const, 0, opCall, 8, opBrIf, 0},
		},
		"and one of what has no name": {
			[]byte{opLocalGet, 1, opI32Const, 8, opI32Sub, opLocalTee, 1, opGlobalSet, 0, opLocalGet, 1, i64, 7, opI64Store, 3, 0, i64, 16, 0x88, opI32WrapI64, opLocalSet, 0, opI32Const, 0, opLocalGet, 0, opCallIndirect, 0, 0, opGlobalGet, 0, opLocalSet, 1, opBrIf, 0},
			[]byte{opLocalGet, 1, opI32Const, 8, opI32Sub, opGlobalSet, 0, opLocalGet, 1, opI32Const, 8, opI32Sub, i64, 7, opI64Store, 3, 0, i64, 16, 0x88, opI32WrapI64, opLocalSet, 0, opI32Const, 0, opLocalGet, 0, opCallIndirect, 0, 0, opBrIf, 0},
		},
		"SP that is lowered by more stays low": {
			[]byte{opLocalGet, 1, opI32Const, 16, opI32Sub, opLocalTee, 1, opGlobalSet, 0, opLocalGet, 1, i64, 7, opI64Store, 3, 0, opI32Const, 0, opCall, 8, opGlobalGet, 0, opLocalSet, 1, opBrIf, 0},
			nil,
		},
		"another local is none of this": {
			[]byte{opLocalGet, 1, opI32Const, 8, opI32Sub, opLocalTee, 2, opGlobalSet, 0, opLocalGet, 1, i64, 7, opI64Store, 3, 0, opI32Const, 0, opCall, 8, opGlobalGet, 0, opLocalSet, 1, opBrIf, 0},
			nil,
		},
		"SP is given back at once": {
			[]byte{opLocalGet, 1, opI32Const, 60, opI32Add, opLocalTee, 1, opGlobalSet, 0, opLocalGet, 1, opI32Const, 8, opI32Add, opLocalTee, 1, opGlobalSet, 0, opI32Const, 0, opReturn},
			[]byte{opLocalGet, 1, opI32Const, 0xC4, 0, opI32Add, opGlobalSet, 0, opI32Const, 0, opReturn},
		},
		"nothing goes on behind what never returns": {
			[]byte{opI32Const, 0, opCall, 9, opBrIf, 0},
			[]byte{opI32Const, 0, opCall, 9, opBrIf, 0, opUnreachable},
		},
		"but behind what may return": {
			[]byte{opI32Const, 0, opCall, 9, opBrIf, 0, opI32Const, 0, opCall, 8, opBrIf, 0},
			nil,
		},
		"nor in the arm of a nil pointer": {
			[]byte{opLocalGet, 2, opI64Eqz, opIf, none, opI32Const, 0, opCall, 8, opBrIf, 1, opEnd, opLocalGet, 2},
			[]byte{opLocalGet, 2, opI64Eqz, opIf, none, opI32Const, 0, opCall, 8, opBrIf, 1, opUnreachable, opEnd, opLocalGet, 2},
		},
		"an arm that ends elsewhere goes on": {
			[]byte{opLocalGet, 2, opI64Eqz, opIf, none, opI32Const, 0, opBrIf, 0, opEnd, opLocalGet, 2},
			nil,
		},
		"a load": {
			[]byte{opLocalGet, 1, opI64ExtendI32U, i64, 24, opI64Add, opI32WrapI64, 0x29, 3, 8, opLocalSet, 2},
			[]byte{opLocalGet, 1, 0x29, 3, 32, opLocalSet, 2},
		},
		"a store, of what is loaded": {
			[]byte{opLocalGet, 1, opI64ExtendI32U, i64, 24, opI64Add, opI32WrapI64, opLocalGet, 2, opI32WrapI64, 0x29, 3, 0, i64, 1, opI64Add, opI64Store, 3, 0},
			[]byte{opLocalGet, 1, opLocalGet, 2, opI32WrapI64, 0x29, 3, 0, i64, 1, opI64Add, opI64Store, 3, 24},
		},
		"from one place of the frame to another": {
			[]byte{opLocalGet, 1, opI64ExtendI32U, i64, 24, opI64Add, opI32WrapI64, opLocalGet, 1, opI64ExtendI32U, i64, 40, opI64Add, opI32WrapI64, 0x29, 3, 0, opI64Store, 3, 0},
			[]byte{opLocalGet, 1, opLocalGet, 1, 0x29, 3, 40, opI64Store, 3, 24},
		},
		"what is neither has a number of its own": {
			[]byte{opLocalGet, 1, opI64ExtendI32U, i64, 24, opI64Add, opI32WrapI64, opI32Const, 0, opI32Const, 40, 0xFC, 11, 0},
			[]byte{opLocalGet, 1, opI32Const, 24, opI32Add, opI32Const, 0, opI32Const, 40, 0xFC, 11, 0},
		},
		"another address is what it was": {
			[]byte{opLocalGet, 2, opI64ExtendI32U, i64, 24, opI64Add, opI32WrapI64, 0x29, 3, 8, opLocalSet, 2},
			nil,
		},
		"a condition": {
			[]byte{opLocalGet, 2, opI64Eqz, opI64ExtendI32U, opI64Eqz, opI32Eqz, opIf, none, opEnd},
			[]byte{opLocalGet, 2, opI64Eqz, opIf, none, opEnd},
		},
		"its opposite": {
			[]byte{opLocalGet, 2, opI64Eqz, opI64ExtendI32U, opI64Eqz, opIf, none, opEnd},
			[]byte{opLocalGet, 2, opI64Eqz, opI32Eqz, opIf, none, opEnd},
		},
		"a condition that is kept": {
			[]byte{opLocalGet, 2, opI64Eqz, opI64ExtendI32U, opI64Eqz, opI32Eqz, opI64ExtendI32U, opLocalSet, 2},
			[]byte{opLocalGet, 2, opI64Eqz, opI32Eqz, opI32Eqz, opI64ExtendI32U, opLocalSet, 2},
		},
	} {
		t.Run(name, func(t *testing.T) {
			want := c.want
			if want == nil {
				want = c.code
			}
			require.Equal(t, want, eased(slices.Clone(c.code)...))
		})
	}
}

// The gain is gone, and nothing else tells of it, if Go's compiler writes calls and
// addresses in another way.
func TestEaseKnowsCallsAndAddresses(t *testing.T) {
	var calls, left, ended, arms, addresses int
	module := compiled(t)
	stays := staying(module)
	sections(module, func(id byte, section []byte) {
		if id != codeSection {
			return
		}
		code(section, func(_ int, f *function) []byte {
			f.ease(stays)
			for _, code := range f.segments {
				for i, x := range code {
					behind := code[i+1:]
					if (x.op == opCall || x.op == opCallIndirect) && len(behind) > 2 && behind[2].sleeps {
						if calls++; behind[0].bytes == nil && behind[1].bytes == nil {
							left++
						}
					}
					if x.sleeps && len(behind) > 0 && bytes.HasPrefix(behind[0].bytes, []byte{opUnreachable}) {
						if ended++; behind[0].op == opEnd {
							arms++
						}
					}
					if x.op == opI64Add && x.bytes == nil {
						addresses++
					}
				}
			}
			return nil
		})
	})
	require.Greater(t, calls, 10_000)
	require.Equal(t, calls, left)
	require.Greater(t, arms, 2000)
	require.Greater(t, ended-arms, 1500)
	require.Greater(t, addresses, 20_000)
}
