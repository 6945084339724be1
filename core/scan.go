package core

import (
	"math"
	"slices"
	"sort"
	"strconv"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/detect"
	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/internal/rule"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
	"github.com/har-redactor/har-redactor/core/policy"
)

// findings is what scan knows of the units it was shown.
type findings struct {
	detector *detect.Detector
	secrets  secrets.Collector
	places   []found
	extras   []extra
	units    []int // of each scanned unit, its first place
	kept     map[*rule.Rule]int
	passed   map[string]Passed
	last     int // highest number of a placeholder of an earlier run

	// Of the unit that is being scanned:
	unit   int32
	offset func(int) int64
}

// found is a place, kept small: a capture has millions.
type found struct {
	start, end uint32
	secret     int32 // index in the collector
	extra      int32 // 1 + index in extras, 0 for none
}

type extra struct {
	quote string
	path  []decode.Step
}

// Passed counts what was not looked into.
type Passed struct {
	Count   int
	Bytes   int64
	Entries []int // the first ones, in order, each once
}

// maxPassed is how many entries a report names in which something was passed
// over.
const maxPassed = 20

// with joins the counts of two.
func (p Passed) with(q Passed) Passed {
	sum := Passed{Count: p.Count + q.Count, Bytes: p.Bytes + q.Bytes, Entries: slices.Concat(p.Entries, q.Entries)}
	// slices.Sort and sort.Ints would bring a sort of their own into the page.
	sort.Slice(sum.Entries, func(a, b int) bool { return sum.Entries[a] < sum.Entries[b] })
	sum.Entries = slices.Compact(sum.Entries)
	sum.Entries = sum.Entries[:min(len(sum.Entries), maxPassed)]
	return sum
}

func newFindings(p policy.Policy) *findings {
	f := &findings{kept: map[*rule.Rule]int{}, passed: map[string]Passed{}}
	f.detector = detect.New(f, detect.Policy{
		Personal: p.Personal, Queries: p.Queries == policy.RemoveQueries,
		Uninspected: p.Bodies == policy.RemoveUninspected, Bodies: p.Bodies == policy.RemoveBodies,
	})
	return f
}

// scan looks at the next unit. offset tells where its bytes stand in the file.
func (f *findings) scan(unit []byte, index int32, offset func(int) int64) {
	f.unit, f.offset = index, offset
	f.units = append(f.units, len(f.places))
	f.detector.Unit(unit)
}

// Found implements detect.Sink.
func (f *findings) Found(x detect.Finding) {
	start := x.Start
	p := found{start: uint32(x.Start), end: uint32(x.End)}
	if len(x.Path) > 0 {
		start = x.Path[0].Start
	}
	if len(x.Path) > 0 || x.Quote != "" {
		f.extras = append(f.extras, extra{x.Quote, x.Path})
		p.extra = int32(len(f.extras))
	}
	p.secret = f.secrets.Add(x.Value, x.Rule, f.offset(start), f.unit)
	f.places = append(f.places, p)
}

// Kept implements detect.Sink.
func (f *findings) Kept(r *rule.Rule) { f.kept[r]++ }

// Passed implements detect.Sink.
func (f *findings) Passed(what string, bytes int) {
	p := f.passed[what]
	p.Count++
	p.Bytes += int64(bytes)
	// A worker scans in file order, so these are its first ones.
	if n := len(p.Entries); f.unit >= 0 && n < maxPassed && (n == 0 || p.Entries[n-1] != int(f.unit)) {
		p.Entries = append(p.Entries, int(f.unit))
	}
	f.passed[what] = p
}

// Placeholder implements detect.Sink.
func (f *findings) Placeholder(text []byte) {
	k := len(text)
	for k > 0 && text[k-1] >= '0' && text[k-1] <= '9' {
		k--
	}
	if n, err := strconv.Atoi(string(text[k:])); err == nil && n < 1<<30 {
		f.last = max(f.last, n)
	}
}

// located appends the places of the n-th scanned unit to list, with secrets numbered
// as in set, without those that stay.
func (f *findings) located(list []rewrite.Located, n int, to []int32, set *secrets.Set) []rewrite.Located {
	end := len(f.places)
	if n+1 < len(f.units) {
		end = f.units[n+1]
	}
	places := f.places[f.units[n]:end]
	list = slices.Grow(list, len(places))
	for _, p := range places {
		l := rewrite.Located{Start: int(p.start), End: int(p.end), Secret: to[p.secret]}
		if set.Secrets[l.Secret].Kept {
			continue
		}
		if p.extra > 0 {
			x := f.extras[p.extra-1]
			l.Quote, l.Path = x.quote, x.path
		}
		list = append(list, l)
	}
	return list
}

// Findings are what one worker found, for all workers to know. They hold the
// values themselves, and are for nobody else.
type Findings struct {
	Candidates []secrets.Candidate
	Kept       []KeptRule // found, and left in place by the policy
	Passed     map[string]Passed
	Last       int // highest number of a placeholder of an earlier run
	Hint       bool
}

// Hints are the findings of files that are no part of the run, so that what was
// secret in them is secret here. They name no place, and count nothing.
func (x *Findings) Hints() *Findings {
	h := &Findings{Hint: true}
	for _, c := range x.Candidates {
		c.First, c.Units, c.Count = math.MaxInt64, nil, 0
		h.Candidates = append(h.Candidates, c)
	}
	return h
}

// KeptRule counts what was left in place because of one rule.
type KeptRule struct {
	Rule  rule.Rule
	Count int
}

func (f *findings) export() *Findings {
	x := &Findings{Candidates: f.secrets.Candidates(), Passed: f.passed, Last: f.last}
	for r, n := range f.kept {
		x.Kept = append(x.Kept, KeptRule{*r, n})
	}
	return x
}

// merge joins the findings of all workers; the outcome does not depend on how
// units were spread over them.
func merge(all []*Findings) (*secrets.Collector, *Findings) {
	// What hints alone know comes last.
	all = slices.Clone(all)
	sort.SliceStable(all, func(a, b int) bool { return !all[a].Hint && all[b].Hint })
	lists := make([][]secrets.Candidate, len(all))
	sum := &Findings{Passed: map[string]Passed{}}
	kept := map[string]int{}
	for i, x := range all {
		lists[i] = x.Candidates
		sum.Last = max(sum.Last, x.Last)
		for what, p := range x.Passed {
			sum.Passed[what] = sum.Passed[what].with(p)
		}
		for _, k := range x.Kept {
			at, known := kept[k.Rule.ID]
			if !known {
				at = len(sum.Kept)
				kept[k.Rule.ID] = at
				sum.Kept = append(sum.Kept, KeptRule{Rule: k.Rule})
			}
			sum.Kept[at].Count += k.Count
		}
	}
	sort.Slice(sum.Kept, func(a, b int) bool { return sum.Kept[a].Rule.ID < sum.Kept[b].Rule.ID })
	return secrets.Merge(lists...), sum
}
