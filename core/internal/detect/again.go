package detect

import (
	"hash/maphash"
	"slices"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// A capture says the same things over and over: each request repeats the
// cookies, the agent and the page it came from, and a page that is loaded twice
// has the same scripts. So what came of a string is remembered, and where the
// same string stands again in the same role it is not read again.
//
// Strings are told by a hash with a random seed: nobody can make two that share
// one.

// as is what a string is read as. Together with the string, and the names that
// its hash is made of, it is all that its reading goes by.
type as struct {
	reading reading
	inside  bool // in a body
	role    har.Role
	rule    *rule.Rule
	place   place
}

// reading is a way through a Detector.
type reading uint8

const (
	asLeaf reading = iota
	asHeader
	asCookie
	asQuery
	asField
	asParam
	asBody
)

// memory is what is remembered of strings.
type memory struct {
	seed  maphash.Seed
	slots [1 << memoryBits]memorable
	kept  int // size of all that was told since they were cleared

	// It is the sink of its detector, and passes on what it is given.
	next   Sink
	events int // since ever
	record bool
	told   []event
}

const (
	memoryBits = 13
	// maxTold bounds what is remembered of one string, and maxKept that of all.
	maxTold = 16 << 10
	maxKept = 4 << 20
)

// memorable is a string that was read. Where something was found in it, that is
// told from the second time on, so that nothing is copied for what stands in a
// file once.
type memorable struct {
	hash uint64 // of the string and its names
	size int
	as   as
	came outcome
	told []event
}

type outcome uint8

const (
	unread outcome = iota
	nothing
	something
	toldAll // told has it
)

// An event is a call of the sink. The finding's place is told from the string's
// start on.
type event struct {
	finding Finding
	kept    *rule.Rule
	passed  string
	bytes   int
	ours    []byte // a placeholder
}

func (m *memory) Found(f Finding) {
	m.events++
	if m.record {
		f.Value = slices.Clone(f.Value)
		m.told = append(m.told, event{finding: f})
	}
	m.next.Found(f)
}

func (m *memory) Kept(r *rule.Rule) {
	m.events++
	if m.record {
		m.told = append(m.told, event{kept: r})
	}
	m.next.Kept(r)
}

func (m *memory) Passed(what string, bytes int) {
	m.events++
	if m.record {
		m.told = append(m.told, event{passed: what, bytes: bytes})
	}
	m.next.Passed(what, bytes)
}

func (m *memory) Placeholder(text []byte) {
	m.events++
	if m.record {
		m.told = append(m.told, event{ours: slices.Clone(text)})
	}
	m.next.Placeholder(text)
}

// once calls fn with a string's characters, unless it knows what comes of it.
// names are what fn goes by besides a and the string.
func (v *visitor) once(a as, s har.Span, fn func(*decode.Text), names ...[]byte) {
	if v.d.depth > 1 {
		v.text(s, fn) // in a text of its own, and with it remembered
		return
	}
	m := &v.d.memory
	i, j := v.span(s)
	hash := maphash.Bytes(m.seed, v.t.B[i:j])
	for _, name := range names {
		hash = (hash ^ maphash.Bytes(m.seed, name)) * 0x9E3779B97F4A7C15
	}
	slot := &m.slots[hash>>(64-memoryBits)]
	known := slot.hash == hash && slot.size == j-i && slot.as == a
	switch {
	case known && slot.came == nothing:
		return
	case known && slot.came == toldAll:
		v.again(slot.told, i)
		return
	case !known:
		*slot = memorable{hash: hash, size: j - i, as: a}
	}
	events, skipped, whole := m.events, v.d.arena.Skipped, v.d.whole
	m.record = slot.came == something
	m.told = m.told[:0]
	v.text(s, fn)
	m.record = false
	switch {
	case v.d.arena.Skipped != skipped || v.d.whole != whole:
		slot.came = unread // it may have been read in part
	case m.events == events:
		slot.came = nothing
	case slot.came == something:
		m.keep(slot, i)
	default:
		slot.came = something
	}
}

// keep tells in slot what came of its string, which began at start.
func (m *memory) keep(slot *memorable, start int) {
	size := 0
	for _, e := range m.told {
		size += 128 + len(e.finding.Value) + len(e.ours) + 32*len(e.finding.Path)
	}
	if size > maxTold {
		return
	}
	if m.kept += size; m.kept > maxKept {
		clear(m.slots[:])
		m.kept = 0
		return
	}
	slot.came, slot.told = toldAll, slices.Clone(m.told)
	for k := range slot.told {
		shift(&slot.told[k].finding, -start)
	}
}

// again tells what came of a string that stands at start this time.
func (v *visitor) again(told []event, start int) {
	d := v.d
	for _, e := range told {
		switch {
		case e.kept != nil:
			d.sink.Kept(e.kept)
		case e.passed != "":
			d.sink.Passed(e.passed, e.bytes)
		case e.ours != nil:
			d.sink.Placeholder(e.ours)
		default:
			shift(&e.finding, start)
			d.count++
			d.sink.Found(e.finding)
		}
	}
}

// shift moves a finding by n bytes of its unit.
func shift(f *Finding, n int) {
	if len(f.Path) == 0 {
		f.Start, f.End = f.Start+n, f.End+n
		return
	}
	f.Path = slices.Clone(f.Path)
	f.Path[0].Start += n
	f.Path[0].End += n
}
