package core

import (
	"hash/maphash"
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
	units    []scanned
	seed     maphash.Seed
	kept     map[*rule.Rule]int
	passed   map[string]passed
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

// scanned is one unit: where its places begin, and its fingerprint, by which
// the second pass knows that it reads the same bytes.
type scanned struct {
	first int
	hash  uint64
}

type passed struct {
	count int
	bytes int64
}

func newFindings(p policy.Policy) *findings {
	f := &findings{seed: maphash.MakeSeed(), kept: map[*rule.Rule]int{}, passed: map[string]passed{}}
	f.detector = detect.New(f, p.Personal)
	return f
}

// scan looks at the next unit. offset tells where its bytes stand in the file.
func (f *findings) scan(unit []byte, index int32, offset func(int) int64) {
	f.unit, f.offset = index, offset
	f.units = append(f.units, scanned{len(f.places), maphash.Bytes(f.seed, unit)})
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
	f.passed[what] = passed{p.count + 1, p.bytes + int64(bytes)}
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

// located gives the places of the n-th scanned unit, with secrets numbered as
// in the set.
func (f *findings) located(n int, to []int32) []rewrite.Located {
	end := len(f.places)
	if n+1 < len(f.units) {
		end = f.units[n+1].first
	}
	places := f.places[f.units[n].first:end]
	if len(places) == 0 {
		return nil
	}
	list := make([]rewrite.Located, len(places))
	for i, p := range places {
		l := rewrite.Located{Start: int(p.start), End: int(p.end), Secret: to[p.secret]}
		if p.extra > 0 {
			x := f.extras[p.extra-1]
			l.Quote, l.Path = x.quote, x.path
		}
		list[i] = l
	}
	return list
}
