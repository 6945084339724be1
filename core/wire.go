package core

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"

	"github.com/har-redactor/har-redactor/core/internal/rule"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
)

// Batches, Findings and Outcomes cross from the memory of one worker to that of
// another as bytes that only a worker of the same build reads. As JSON, the findings
// of 20,000 secrets took a second to be read.

// errWire says that bytes are not what Append gave.
var errWire = errors.New("internal error: what another worker tells cannot be read")

// Append appends the batch for ReadBatch, without its bytes.
func (x *Batch) Append(b []byte) []byte {
	w := writer{b: b}
	w.number(int64(x.File))
	w.number(int64(x.First))
	w.number(x.Offset)
	w.number(x.Base)
	w.number(int64(len(x.Spans)))
	for _, s := range x.Spans {
		w.number(int64(s[0]))
		w.number(int64(s[1]))
	}
	return w.b
}

// ReadBatch reads what Append gave.
func ReadBatch(b []byte) (Batch, error) {
	r := reader{b: b}
	x := Batch{File: int(r.number()), First: int(r.number()), Offset: r.number(), Base: r.number()}
	x.Spans = several[[2]int](&r)
	for i := range x.Spans {
		x.Spans[i] = [2]int{int(r.number()), int(r.number())}
	}
	return x, r.err()
}

// Append appends the outcome for ReadOutcome.
func (x *Outcome) Append(b []byte) []byte {
	w := writer{b: b}
	w.number(int64(len(x.Counts)))
	for _, n := range x.Counts {
		w.number(int64(n))
	}
	w.number(x.Skipped)
	w.number(x.Sent)
	w.number(int64(len(x.Rows)))
	for i := range x.Rows {
		w.row(&x.Rows[i])
	}
	return w.b
}

// ReadOutcome reads what Append gave.
func ReadOutcome(b []byte) (*Outcome, error) {
	r := reader{b: b}
	x := &Outcome{Counts: several[int](&r)}
	for i := range x.Counts {
		x.Counts[i] = int(r.number())
	}
	x.Skipped, x.Sent = r.number(), r.number()
	x.Rows = several[Row](&r)
	for i := range x.Rows {
		r.row(&x.Rows[i])
	}
	return x, r.err()
}

func (w *writer) row(x *Row) {
	w.number(int64(x.Index))
	w.text(x.Method)
	w.text(x.URL)
	w.number(x.Status)
	w.text(x.MimeType)
	w.number(x.Size)
	w.text(x.Started)
	w.float(x.Time)
	w.number(int64(len(x.Timings)))
	for name, t := range x.Timings {
		w.text(name)
		w.float(t)
	}
	w.number(int64(x.Edits))
	w.number(int64(len(x.Claims)))
	for id, c := range x.Claims {
		w.number(int64(id))
		w.text(c.Issuer)
		w.text(c.Subject)
		w.text(c.ID)
		w.number(c.Expires)
		w.flag(c.Bound)
		w.text(c.Whole)
	}
	w.flag(x.Origin.Credentials)
	w.number(int64(x.Origin.Chrome))
}

func (r *reader) row(x *Row) {
	x.Index, x.Method, x.URL, x.Status = int(r.number()), r.text(), r.text(), r.number()
	x.MimeType, x.Size, x.Started, x.Time = r.text(), r.number(), r.text(), r.float()
	x.Timings = map[string]float64{}
	for range r.length() {
		name := r.text()
		x.Timings[name] = r.float()
	}
	x.Edits = int(r.number())
	for range r.length() {
		if x.Claims == nil {
			x.Claims = map[int32]Claims{}
		}
		id := int32(r.number())
		x.Claims[id] = Claims{Issuer: r.text(), Subject: r.text(), ID: r.text(), Expires: r.number(), Bound: r.flag(), Whole: r.text()}
	}
	x.Origin = &origin{Credentials: r.flag(), Chrome: int(r.number())}
}

// Append appends the findings for ReadFindings. Each rule stands there once.
func (f *Findings) Append(b []byte) []byte {
	w := writer{b: b, rules: map[*rule.Rule]int{}}
	w.number(int64(len(f.Candidates)))
	for i := range f.Candidates {
		c := &f.Candidates[i]
		w.bytes(c.Value)
		w.text(c.Kind)
		w.number(c.Named)
		w.number(c.First)
		w.number(int64(c.Count))
		w.flag(c.Part)
		w.number(int64(len(c.Rules)))
		for _, r := range c.Rules {
			w.rule(r)
		}
		w.number(int64(len(c.Units)))
		for _, u := range c.Units {
			w.number(int64(u))
		}
	}
	w.number(int64(len(f.Kept)))
	for i := range f.Kept {
		w.rule(&f.Kept[i].Rule)
		w.number(int64(f.Kept[i].Count))
	}
	w.number(int64(len(f.Passed)))
	for what, p := range f.Passed {
		w.text(what)
		w.number(int64(p.Count))
		w.number(p.Bytes)
		w.number(int64(len(p.Entries)))
		for _, e := range p.Entries {
			w.number(int64(e))
		}
	}
	w.number(int64(f.Last))
	w.flag(f.Hint)
	return w.b
}

// ReadFindings reads what Append gave. It keeps no part of b.
func ReadFindings(b []byte) (*Findings, error) {
	r := reader{b: b}
	f := &Findings{}
	f.Candidates = several[secrets.Candidate](&r)
	for i := range f.Candidates {
		c := &f.Candidates[i]
		c.Value = bytes.Clone(r.bytes())
		c.Kind = r.kind()
		c.Named, c.First, c.Count, c.Part = r.number(), r.number(), int(r.number()), r.flag()
		c.Rules = several[*rule.Rule](&r)
		for k := range c.Rules {
			c.Rules[k] = r.rule()
		}
		c.Units = several[int32](&r)
		for k := range c.Units {
			c.Units[k] = int32(r.number())
		}
	}
	f.Kept = several[KeptRule](&r)
	for i := range f.Kept {
		f.Kept[i] = KeptRule{*r.rule(), int(r.number())}
	}
	n := r.length()
	f.Passed = make(map[string]Passed, n)
	for range n {
		what := r.text()
		p := Passed{Count: int(r.number()), Bytes: r.number()}
		p.Entries = several[int](&r)
		for k := range p.Entries {
			p.Entries[k] = int(r.number())
		}
		f.Passed[what] = p
	}
	f.Last, f.Hint = int(r.number()), r.flag()
	if err := r.err(); err != nil {
		return nil, err
	}
	return f, nil
}

// writer appends values one behind the other.
type writer struct {
	b     []byte
	rules map[*rule.Rule]int // by what they were written as
}

func (w *writer) number(n int64) { w.b = binary.AppendVarint(w.b, n) }

func (w *writer) float(x float64) { w.number(int64(math.Float64bits(x))) }

func (w *writer) flag(on bool) {
	n := int64(0)
	if on {
		n = 1
	}
	w.number(n)
}

func (w *writer) bytes(b []byte) {
	w.number(int64(len(b)))
	w.b = append(w.b, b...)
}

func (w *writer) text(s string) {
	w.number(int64(len(s)))
	w.b = append(w.b, s...)
}

// rule writes a number, and behind one that was not there before what it is of.
func (w *writer) rule(r *rule.Rule) {
	n, known := w.rules[r]
	if !known {
		n = len(w.rules)
		w.rules[r] = n
	}
	w.number(int64(n))
	if !known {
		w.text(r.ID)
		w.text(r.Reason)
		w.text(r.Kind)
		w.number(int64(r.Treat))
		w.number(int64(r.Judge))
	}
}

// reader reads them in the same order. Where there is less than there should be,
// it is broken, and gives nothing any more.
type reader struct {
	b      []byte
	rules  []*rule.Rule
	kinds  []string
	broken bool
}

func (r *reader) number() int64 {
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.b, r.broken = nil, true
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *reader) float() float64 { return math.Float64frombits(uint64(r.number())) }

func (r *reader) flag() bool { return r.number() == 1 }

// err tells, at the end, whether all was there, and nothing else.
func (r *reader) err() error {
	if r.broken || len(r.b) > 0 {
		return errWire
	}
	return nil
}

// length reads how many of something follow, which take a byte each at least.
func (r *reader) length() int {
	n := r.number()
	if n < 0 || n > int64(len(r.b)) {
		r.b, r.broken = nil, true
		return 0
	}
	return int(n)
}

// several gives room for the values that a length says follow.
func several[T any](r *reader) []T {
	if n := r.length(); n > 0 {
		return make([]T, n)
	}
	return nil
}

func (r *reader) bytes() []byte {
	n := r.length()
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) text() string { return string(r.bytes()) }

// kind is text, of which there are few.
func (r *reader) kind() string {
	b := r.bytes()
	for _, kind := range r.kinds {
		if string(b) == kind {
			return kind
		}
	}
	r.kinds = append(r.kinds, string(b))
	return string(b)
}

func (r *reader) rule() *rule.Rule {
	switch n := int(r.number()); {
	case n >= 0 && n < len(r.rules):
		return r.rules[n]
	case n != len(r.rules):
		r.b, r.broken = nil, true
		return &rule.Rule{}
	}
	x := &rule.Rule{ID: r.text(), Reason: r.text(), Kind: r.text(), Treat: rule.Treat(r.number()), Judge: rule.Judge(r.number())}
	r.rules = append(r.rules, x)
	return x
}
