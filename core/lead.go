package core

import (
	"sort"

	"github.com/har-redactor/har-redactor/core/internal/jsonread"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/jsonwrite"
	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/internal/verify"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// A Lead is the worker that also cuts the files of a run into batches for all
// workers, and holds what stands around them.
//
//	for each file {
//		for each chunk of it { copy(lead.Room(n), chunk); batches, err := lead.Commit(n) }
//		batches, err := lead.EndFile()
//	}
//	any worker: Scan each batch
//	all workers: Resolve the Findings of all
//	any worker: Rewrite each batch that it scanned
//	lead.Done with the Outcomes of all; lead.Frames; lead.Frame between the
//	batches; lead.Report
//
// After an error from Commit or EndFile the run is over. To go on without the
// file that the error names is to start anew, with the Findings of all workers as
// Hints: what was read of it is known to be secret all the same.
type Lead struct {
	*Worker
	batch     int64
	splitting *splitting // of the file that is being read
	files     []*file
	base      int64 // bytes of the files before
	units     int   // units of the files before
	outcomes  []*Outcome
	frames    *rewrite.Rewriter
	checked   *verify.Verifier // of frames
}

// file is what is held of a file that was read.
type file struct {
	frame   *jsonscan.Frame
	unit    int // of the frame, among what the lead scanned
	size    int64
	batches [][2]int // first and last cut of each
	// After Frames:
	doc   []byte // the frame without its secrets
	cuts  []int  // where the units stand in doc
	given int64
}

// NewLead starts a run under p.
func NewLead(p policy.Policy, o Options) *Lead {
	if o.Batch <= 0 {
		o.Batch = batchSize
	}
	return &Lead{Worker: NewWorker(p, o), batch: o.Batch}
}

// Room gives n writable bytes for the next Commit.
func (l *Lead) Room(n int) []byte {
	if l.splitting == nil {
		l.splitting = newSplitting(len(l.files), l.base, l.units, l.batch)
	}
	return l.splitting.Room(n)
}

// Commit takes the first n bytes of Room as the next bytes of the file, and
// gives the batches that they complete. Errors are *report.Error.
func (l *Lead) Commit(n int) ([]Batch, error) {
	batches, err := l.splitting.commit(n)
	if err != nil {
		return nil, l.failed(batches, err)
	}
	return l.noted(batches), nil
}

// failed ends a file that cannot be read on. What was whole of it is scanned.
func (l *Lead) failed(batches []Batch, err error) error {
	for _, b := range batches {
		l.Scan(b)
	}
	return about(l.splitting.number, err)
}

// noted remembers where batches stand.
func (l *Lead) noted(batches []Batch) []Batch {
	for _, b := range batches {
		for len(l.files) <= b.File {
			l.files = append(l.files, &file{})
		}
		f, first := l.files[b.File], b.First-l.units
		f.batches = append(f.batches, [2]int{first, first + len(b.Spans) - 1})
	}
	return batches
}

// EndFile ends a file: it has no more bytes. It scans what stands around the
// units, and gives the last batch, if one is left.
func (l *Lead) EndFile() ([]Batch, error) {
	l.Room(0)
	s := l.splitting
	batches, frame, err := s.finish()
	if err != nil {
		return nil, l.failed(batches, err)
	}
	batches = l.noted(batches)
	if len(l.files) == s.number {
		l.files = append(l.files, &file{})
	}
	f := l.files[s.number]
	// Where frame points to is a part of the splitter, which holds the last batch.
	frame = &jsonscan.Frame{Doc: frame.Doc, Cuts: frame.Cuts, BOM: frame.BOM}
	f.frame, f.unit, f.size = frame, len(l.findings.units), s.Consumed()
	base := l.base
	l.findings.detector.Batch(len(frame.Doc))
	l.findings.scan(frame.Doc, -1, func(i int) int64 { return base + frame.FileOffset(i) })
	l.base += f.size
	l.units += len(frame.Cuts)
	l.splitting = nil
	return batches, nil
}

// Done takes the outcomes of all workers' batches.
func (l *Lead) Done(outcomes []*Outcome) { l.outcomes = outcomes }

// Frames rewrites what stands around the batches, and looks at it. Where
// Decisions ask for more to be removed, it comes after Done.
func (l *Lead) Frames() error {
	// The counts of batches and frames are kept apart, because the outcome of
	// the lead's own batches may be taken before this or after it.
	l.frames = rewrite.New(l.set)
	l.checked = l.verifier.Clone()
	for number, f := range l.files {
		l.frames.Batch(len(f.frame.Doc))
		l.checked.Batch(len(f.frame.Doc))
		doc, edits, err := l.cleanBy(l.frames, l.checked, nil, f.frame.Doc, l.findings.located(nil, f.unit, l.to, l.set), 0)
		if err != nil {
			return about(number, err)
		}
		l.frames.Take()
		f.doc, f.cuts, f.given = doc, moved(f.frame.Cuts, edits), 0
	}
	redacted := l.redacted()
	for _, f := range l.files {
		if l.policy.Comment && redacted {
			f.comment(note(l.policy))
			if !jsonscan.Valid(f.doc) {
				panic("internal error: the note in log.comment broke the file")
			}
		}
		for _, c := range f.cuts {
			if f.doc[c] != '0' {
				panic("internal error: an edit of the frame reaches into a unit")
			}
		}
	}
	return nil
}

// Name gives the name of a file without the secrets of the run, after Resolve: a
// browser puts the host into it, which a person may have removed by hand.
func (l *Lead) Name(name string) (string, error) {
	// What is replaced here is no place in a file, and not counted.
	clean, _, err := l.cleanBy(rewrite.New(l.set), l.verifier.Clone(), nil, jsonwrite.String(nil, name), nil, -1)
	if err != nil {
		return "", err
	}
	return jsonread.Of(clean).Text(), nil
}

// redacted tells whether there is anything to take out.
func (l *Lead) redacted() bool {
	for i := range l.set.Secrets {
		if s := &l.set.Secrets[i]; s.Count > 0 && !s.Kept {
			return true
		}
	}
	return l.sum().occurrences > 0
}

// moved gives the places of the cuts after edits of what stands around them.
func moved(cuts []jsonscan.Cut, edits []rewrite.Edit) []int {
	places := make([]int, len(cuts))
	shift := 0
	for i, c := range cuts {
		for len(edits) > 0 && edits[0].Start < c.Doc {
			shift += len(edits[0].With) - (edits[0].End - edits[0].Start)
			edits = edits[1:]
		}
		places[i] = c.Doc + shift
	}
	return places
}

// Frame gives what stands before the n-th batch of a file and after the one
// before; for n past the last one, the end of the file.
func (l *Lead) Frame(number, n int) []byte {
	f := l.files[number]
	start, end := 0, len(f.doc)
	if n > 0 {
		start = f.cuts[f.batches[n-1][1]] + 1
	}
	if n < len(f.batches) {
		end = f.cuts[f.batches[n][0]]
	}
	out := f.doc[start:end:end]
	if n == 0 && f.frame.BOM {
		out = append([]byte("\xEF\xBB\xBF"), out...)
	}
	f.given += int64(len(out))
	return out
}

// sums are what all workers did.
type sums struct {
	counts      []int
	occurrences int
	skipped     int64
	sent        int64
}

// sum adds the outcomes of all batches and of the frames up.
func (l *Lead) sum() sums {
	s := sums{counts: append([]int(nil), l.frames.Counts...), skipped: l.frames.Skipped() + l.checked.Skipped()}
	for _, o := range l.outcomes {
		for i, n := range o.Counts {
			s.counts[i] += n
		}
		s.skipped += o.Skipped
		s.sent += o.Sent
	}
	for _, n := range s.counts {
		s.occurrences += n
	}
	for _, f := range l.files {
		s.sent += f.given
	}
	return s
}

// Report says what was done, after all frames were given out.
func (l *Lead) Report() *report.Report {
	sum := l.sum()
	r := &report.Report{
		Tool: Version, Policy: l.policy.Preset, PolicyHash: l.policy.Hash(),
		InputBytes: l.base, OutputBytes: sum.sent, Entries: l.units, Verified: true,
		Earlier: l.merged.Last > 0, Sanitized: l.sanitized(),
		Secrets: make([]report.Secret, 0, len(l.set.Secrets)), Kinds: []report.Kind{}, Kept: []report.Kept{}, NotInspected: []report.NotInspected{},
	}
	kinds, first := map[string]int{}, 0
	for i := range l.set.Secrets {
		s, n := &l.set.Secrets[i], sum.counts[i]
		if s.Kept && !s.Part {
			r.Kept = append(r.Kept, report.Kept{Kind: s.Kind, Rule: s.Rules[0].ID, Count: s.Count, Placeholder: string(s.Placeholder), Reason: l.why[int32(i)]})
		}
		if n == 0 {
			// Kept; or part of another secret, and nowhere by itself.
			continue
		}
		x := report.Secret{
			Placeholder: string(s.Placeholder), Kind: s.Kind, Reason: s.Rules[0].Reason, Rules: ruleIDs(s),
			Occurrences: n, Entries: entries(s), Everywhere: s.Everywhere,
		}
		r.Secrets = append(r.Secrets, x)
		r.Occurrences += n
		k, ok := kinds[x.Kind]
		if !ok {
			k = len(r.Kinds)
			kinds[x.Kind] = k
			r.Kinds = append(r.Kinds, report.Kind{Kind: x.Kind})
		}
		r.Kinds[k].Secrets++
		r.Kinds[k].Occurrences += n
	}
	sort.SliceStable(r.Kinds, func(a, b int) bool { return r.Kinds[a].Secrets > r.Kinds[b].Secrets })
	for _, k := range l.merged.Kept {
		r.Kept = append(r.Kept, report.Kept{Kind: k.Rule.Kind, Rule: k.Rule.ID, Count: k.Count})
	}
	for what, p := range l.merged.Passed {
		r.NotInspected = append(r.NotInspected, report.NotInspected{What: what, Count: p.Count, Bytes: p.Bytes, Entries: append([]int{}, p.Entries...)})
	}
	if sum.skipped > 0 {
		r.NotInspected = addPassed(r.NotInspected, report.NotInspected{What: "too-deep", Count: 1, Bytes: sum.skipped, Entries: []int{}})
	}
	for _, f := range l.files {
		r.Files = append(r.Files, report.File{First: first, Entries: len(f.frame.Cuts), InputBytes: f.size})
		first += len(f.frame.Cuts)
	}
	sort.Slice(r.NotInspected, func(a, b int) bool { return r.NotInspected[a].What < r.NotInspected[b].What })
	return r
}

func addPassed(list []report.NotInspected, x report.NotInspected) []report.NotInspected {
	for i := range list {
		if list[i].What == x.What {
			list[i].Count += x.Count
			list[i].Bytes += x.Bytes
			return list
		}
	}
	return append(list, x)
}
