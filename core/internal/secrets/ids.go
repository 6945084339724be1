package secrets

import (
	"bytes"
	"hash/maphash"
)

// ids finds the number of a value. A map from strings would hold each value once
// more, and hash all of them anew whenever it grows. Its zero value is ready.
type ids struct {
	seed  maphash.Seed
	slots []slot // a power of two, at most three quarters in use
	used  int
}

type slot struct {
	hash uint32
	next int32 // 1 + the number, 0 where the slot is free
}

// number gives the number of value, where value(n) is the n-th, and makes it
// next where there is none.
func (x *ids) number(value []byte, next int32, at func(int32) []byte) (id int32, known bool) {
	if 4*x.used >= 3*len(x.slots) {
		x.grow()
	}
	s := x.slot(value, at)
	if s.next > 0 {
		return s.next - 1, true
	}
	s.next = next + 1
	x.used++
	return next, false
}

// find gives the number of value, if it has one.
func (x *ids) find(value []byte, at func(int32) []byte) (id int32, known bool) {
	if x.used == 0 {
		return 0, false
	}
	s := x.slot(value, at)
	return s.next - 1, s.next > 0
}

// slot gives the slot of value, or the free one that it would have, with its hash.
func (x *ids) slot(value []byte, at func(int32) []byte) *slot {
	hash := uint32(maphash.Bytes(x.seed, value))
	for i := hash; ; i++ {
		s := &x.slots[i&uint32(len(x.slots)-1)]
		if s.next == 0 {
			s.hash = hash
			return s
		}
		if s.hash == hash && bytes.Equal(at(s.next-1), value) {
			return s
		}
	}
}

func (x *ids) grow() {
	old := x.slots
	if old == nil {
		x.seed = maphash.MakeSeed()
	}
	x.slots = make([]slot, max(64, 2*len(old)))
	for _, s := range old {
		if s.next == 0 {
			continue
		}
		i := s.hash
		for x.slots[i&uint32(len(x.slots)-1)].next != 0 {
			i++
		}
		x.slots[i&uint32(len(x.slots)-1)] = s
	}
}

// room holds many small values side by side, which the garbage collector then
// looks at as one.
type room[T any] struct{ free []T }

// keep gives a copy of values that grows by moving.
func (r *room[T]) keep(values ...T) []T {
	if cap(r.free)-len(r.free) < len(values) {
		r.free = make([]T, 0, max(4096, len(values)))
	}
	at := len(r.free)
	r.free = append(r.free, values...)
	return r.free[at:len(r.free):len(r.free)]
}
