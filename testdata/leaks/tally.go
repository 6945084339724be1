package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A share is how many of how many.
type share struct{ bad, all int }

func (s share) percent() float64 {
	if s.all == 0 {
		return 0
	}
	return 100 * float64(s.bad) / float64(s.all)
}

// A tally sums verdicts, in total and by dimension.
type tally struct {
	files, broken, distinct, distinctLeaked int
	planted, keeps, touched                 share
	strays                                  int
	secretsBy                               map[string]map[string]*share // dimension, value
	keepsBy                                 map[string]map[string]*share
	notes                                   []string
}

func newTally() *tally {
	return &tally{secretsBy: map[string]map[string]*share{}, keepsBy: map[string]map[string]*share{}}
}

func count(by map[string]map[string]*share, dimension, value string, bad bool) {
	if by[dimension] == nil {
		by[dimension] = map[string]*share{}
	}
	s := by[dimension][value]
	if s == nil {
		s = &share{}
		by[dimension][value] = s
	}
	s.add(bad)
}

func (s *share) add(bad bool) {
	s.all++
	if bad {
		s.bad++
	}
}

// add sums the verdict on one file. failure is the tool's own error, if any.
func (t *tally) add(f *harFile, v *verdict, failure error) {
	t.files++
	if v.broken != "" {
		t.broken++
		t.note("BROKEN %s: %s", f.name, v.broken)
	}
	if failure != nil {
		t.note("ERROR %s: %v", f.name, failure)
	}
	here := map[*secret]bool{}
	for _, l := range v.labels {
		if s := l.mark.sec; s != nil && !here[s] {
			here[s] = true
			t.distinct++
		}
	}
	t.distinctLeaked += len(v.seen)
	t.touched.all += v.leaves
	t.touched.bad += len(v.touched)
	for _, p := range v.touched {
		t.note("TOUCHED %s %s", f.name, p)
	}
	t.strays += len(v.stray)
	for _, s := range v.stray {
		t.note("STRAY %s: %s", f.name, s)
	}
	for _, l := range v.labels {
		m := l.mark
		if m.sec == nil {
			t.keeps.add(l.failed)
			count(t.keepsBy, "keep class", m.keep.Class, l.failed)
			count(t.keepsBy, "keep place", m.place, l.failed)
			if l.failed && v.broken == "" {
				t.note("LOST %s %s: %s in %s %v: %s", f.name, l.pointer, m.keep.Class, m.place, m.chain, m.wanted())
			}
			continue
		}
		t.planted.add(l.failed)
		count(t.secretsBy, "kind", m.sec.Kind, l.failed)
		count(t.secretsBy, "place", m.place, l.failed)
		count(t.secretsBy, "role", m.role, l.failed)
		count(t.secretsBy, "exporter", l.exporter, l.failed)
		count(t.secretsBy, "encodings deep", fmt.Sprint(len(m.chain)), l.failed)
		for _, c := range m.chain {
			count(t.secretsBy, "encoding", c, l.failed)
		}
		if len(m.chain) == 0 {
			count(t.secretsBy, "encoding", "plain", l.failed)
		}
		if l.failed && v.broken == "" {
			t.note("LEAK %s %s: %s, %s in %s, encodings %v: %s", f.name, l.pointer, m.sec.Kind, m.role, m.place, m.chain, m.wanted())
		}
	}
}

func (t *tally) note(format string, args ...any) {
	t.notes = append(t.notes, fmt.Sprintf(format, args...))
}

// maxTouched is what is allowed of leaves touched without cause.
const maxTouched = 0.1 // percent, exclusive

func (t *tally) passed() bool {
	return t.broken == 0 && t.planted.bad == 0 && t.strays == 0 && t.keeps.bad == 0 && t.touched.percent() < maxTouched
}

func (t *tally) print(w io.Writer, verbose bool) {
	if verbose {
		for _, n := range t.notes {
			_, _ = fmt.Fprintln(w, n)
		}
	}
	_, _ = fmt.Fprintf(w, "files     %7d   broken or refused %d\n", t.files, t.broken)
	_, _ = fmt.Fprintf(w, "secrets   %7d   readable somewhere %d\n", t.distinct, t.distinctLeaked)
	_, _ = fmt.Fprintf(w, "planted   %7d   leaked %d (%.2f %%), and %d in places where none was planted\n", t.planted.all, t.planted.bad, t.planted.percent(), t.strays)
	_, _ = fmt.Fprintf(w, "to keep   %7d   kept %d (%.2f %%)\n", t.keeps.all, t.keeps.all-t.keeps.bad, 100-t.keeps.percent())
	_, _ = fmt.Fprintf(w, "leaves    %7d   touched without cause %d (%.3f %%)\n", t.touched.all, t.touched.bad, t.touched.percent())
	for _, dim := range []string{"kind", "place", "encoding", "encodings deep", "role", "exporter"} {
		printDimension(w, "leaked by "+dim, t.secretsBy[dim])
	}
	for _, dim := range []string{"keep class", "keep place"} {
		printDimension(w, "lost by "+dim, t.keepsBy[dim])
	}
}

// printDimension lists the values of a dimension, worst first.
func printDimension(w io.Writer, title string, by map[string]*share) {
	var names []string
	for n := range by {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := by[b].percent() - by[a].percent(); d != 0 {
			if d > 0 {
				return 1
			}
			return -1
		}
		return strings.Compare(a, b)
	})
	_, _ = fmt.Fprintf(w, "\n%s\n", title)
	for _, n := range names {
		_, _ = fmt.Fprintf(w, "  %-36s %6d of %6d  %6.2f %%\n", n, by[n].bad, by[n].all, by[n].percent())
	}
}
