package detect

import (
	"slices"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/recall"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// What came of a string is remembered, and where the same string stands again in
// the same role it is not read again.

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
	asBody // and what is asked for: no other comes behind it
)

// heard tells the strings apart that are remembered: how they are read, and how
// long they are.
type heard struct {
	as   as
	size int
}

// memory is what is remembered of strings. It is the sink of its detector, and
// passes on what it is given.
type memory struct {
	*recall.Memory[heard, []event]
	next   Sink
	events int  // since ever
	proofs int  // of those, what somebody signs in with
	sent   bool // a body of a request is read
	record bool
	told   []event
}

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
	if f.Rule.Kind == "password" || f.Rule.Kind == "otp" || m.sent && proves(f.Rule) {
		m.proofs++
	}
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
// names are what fn goes by besides how it is read and the string.
func (v *visitor) once(how as, s har.Span, fn func(*decode.Text), names ...[]byte) {
	if v.d.depth > 1 {
		v.text(s, fn) // in a text of its own, and with it remembered
		return
	}
	m := &v.d.memory
	i, j := v.span(s)
	// What another string has spent of the unit's budget is no loss of this one.
	a := v.d.arena
	if most := leafFactor * (j - i); a.Budget < most {
		a.Budget = max(a.Budget, min(most, sure*(j-i)+v.d.left()))
	}
	hash := m.Hash(v.t.B[i:j])
	for _, name := range names {
		hash = recall.Mix(hash, m.Hash(name))
	}
	e := m.Entry(hash, heard{how, j - i})
	if (e.Came == recall.Nothing || e.Came == recall.Told) && e.Spent <= a.Budget {
		// It takes the same from the budget whatever is remembered, and comes to the same.
		a.Budget -= e.Spent
		a.Spent += e.Spent
		if e.Came == recall.Told {
			v.again(e.Told, i)
		}
		return
	}
	events, skipped, spent, whole := m.events, a.Skipped, a.Spent, v.d.whole
	m.record = e.Came == recall.Something
	m.told = m.told[:0]
	v.text(s, fn)
	m.record = false
	e.Spent = a.Spent - spent
	switch {
	case a.Skipped != skipped || v.d.whole != whole:
		e.Came = recall.Unread // it may have been read in part
	case m.events == events:
		e.Came = recall.Nothing
	case e.Came == recall.Something:
		m.keep(e, i)
	default:
		e.Came = recall.Something
	}
}

// keep tells in e what came of its string, which began at start.
func (m *memory) keep(e *recall.Entry[heard, []event], start int) {
	size := 0
	for _, x := range m.told {
		size += 128 + len(x.finding.Value) + len(x.ours) + 32*len(x.finding.Path)
	}
	if !m.Room(size) {
		return
	}
	e.Came, e.Told = recall.Told, slices.Clone(m.told)
	for k := range e.Told {
		shift(&e.Told[k].finding, -start)
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
