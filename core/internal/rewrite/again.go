package rewrite

import (
	"hash/maphash"
	"slices"

	"github.com/har-redactor/har-redactor/core/internal/decode"
)

// A capture says the same things over and over. What is edited in a string goes
// by the string, by what was located in it and by the set; so it is remembered,
// and a string that stands again with the same secrets located in it is edited
// as it was.
//
// Strings are told by a hash with a random seed: nobody can make two that share
// one.
type memory struct {
	seed  maphash.Seed
	slots []memorable // 1 << memoryBits
	kept  int         // size of all that was kept since they were cleared
}

const (
	memoryBits = 13
	// maxTold bounds what is kept of one string, and maxKept that of all.
	maxTold = 16 << 10
	maxKept = 4 << 20
)

// memorable is a string that was edited. The edits are kept from the second time
// on, so that nothing is copied for what stands in a file once.
type memorable struct {
	hash uint64 // of the string and of what was located in it
	size int
	came outcome

	edits   []Edit  // from the string's start on
	counted []int32 // the secrets that were replaced
}

type outcome uint8

const (
	unread    outcome = iota
	untouched         // nothing was to be edited
	edited
	toldAll // edits and counted have it
)

func newMemory() memory {
	return memory{seed: maphash.MakeSeed(), slots: make([]memorable, 1<<memoryBits)}
}

// slot gives the place of a string that starts at start: here and deep are
// located in it. What stands there is of the same string or is unread.
func (m *memory) slot(s []byte, start int, here []edit, deep []Located) *memorable {
	h := mix(maphash.Bytes(m.seed, s))
	for _, e := range here {
		h.add(e.start-start, e.end-start, int(e.secret), len(e.with))
	}
	for _, l := range deep {
		h.add(l.Start, l.End, int(l.Secret), len(l.Quote))
		for i, step := range l.Path {
			if i == 0 {
				step.Start, step.End = step.Start-start, step.End-start
			}
			h.step(step)
		}
	}
	slot := &m.slots[h>>(64-memoryBits)]
	if slot.hash != uint64(h) || slot.size != len(s) {
		*slot = memorable{hash: uint64(h), size: len(s)}
	}
	return slot
}

// mix is a hash that numbers are added to.
type mix uint64

func (h *mix) add(numbers ...int) {
	for _, n := range numbers {
		*h = (*h ^ mix(n)) * 0x9E3779B97F4A7C15
		*h ^= *h >> 29
	}
}

func (h *mix) step(s decode.Step) { h.add(int(s.Codec), s.Start, s.End) }

// keep notes in slot what was edited in its string, which starts at start.
func (m *memory) keep(slot *memorable, start int, edits []Edit, counted []int32) {
	switch {
	case len(edits) == 0:
		slot.came = untouched
		return
	case slot.came == unread:
		slot.came = edited
		return
	}
	size := 4 * len(counted)
	for _, e := range edits {
		size += 64 + len(e.With)
	}
	if size > maxTold {
		return
	}
	if m.kept += size; m.kept > maxKept {
		clear(m.slots)
		m.kept = 0
		return
	}
	slot.came, slot.edits, slot.counted = toldAll, slices.Clone(edits), slices.Clone(counted)
	for i := range slot.edits {
		slot.edits[i].Start -= start
		slot.edits[i].End -= start
	}
}

// again edits a string that starts at start as it was edited before.
func (r *Rewriter) again(slot *memorable, start int) {
	for _, e := range slot.edits {
		e.Start, e.End = e.Start+start, e.End+start
		r.edits = append(r.edits, e)
	}
	for _, s := range slot.counted {
		r.Counts[s]++
	}
}
