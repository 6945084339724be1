package rewrite

import (
	"slices"

	"github.com/har-redactor/har-redactor/core/internal/recall"
)

// What is edited in a string goes by the string, by what was located in it and by
// the set; so it is remembered, and a string that stands again with the same
// secrets located in it is edited as it was.
type (
	memory = recall.Memory[int, done] // by the length of the string
	slot   = recall.Entry[int, done]
)

// done is what was edited in a string.
type done struct {
	edits   []Edit  // from the string's start on
	counted []int32 // the secrets that were replaced
}

// remembered gives what is known of a string that starts at start: here and deep
// are located in it, and digits tells whether its runs of digits are looked at.
func remembered(m *memory, s []byte, start int, here []edit, deep []Located, digits bool) *slot {
	h := m.Hash(s)
	if digits {
		h = recall.Mix(h, 1)
	}
	add := func(numbers ...int) {
		for _, n := range numbers {
			h = recall.Mix(h, uint64(n))
		}
	}
	for _, e := range here {
		add(e.start-start, e.end-start, int(e.secret), len(e.with))
	}
	for _, l := range deep {
		add(l.Start, l.End, int(l.Secret), len(l.Quote))
		for i, step := range l.Path {
			if i == 0 {
				step.Start, step.End = step.Start-start, step.End-start
			}
			add(int(step.Codec), step.Start, step.End)
		}
	}
	return m.Entry(h, len(s))
}

// remember notes in e what was edited in its string, which starts at start.
func remember(m *memory, e *slot, start int, edits []Edit, counted []int32) {
	switch {
	case len(edits) == 0:
		e.Came = recall.Nothing
		return
	case e.Came == recall.Unread:
		e.Came = recall.Something
		return
	}
	size := 4 * len(counted)
	for _, x := range edits {
		size += 64 + len(x.With)
	}
	if !m.Room(size) {
		return
	}
	e.Came, e.Told = recall.Told, done{slices.Clone(edits), slices.Clone(counted)}
	for i := range e.Told.edits {
		e.Told.edits[i].Start -= start
		e.Told.edits[i].End -= start
	}
}

// again edits a string that starts at start as it was edited before.
func (r *Rewriter) again(what done, start int) {
	for _, e := range what.edits {
		e.Start, e.End = e.Start+start, e.End+start
		r.edits = append(r.edits, e)
	}
	r.places = append(r.places, what.counted...)
}
