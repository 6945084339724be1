package core

import (
	"bytes"
	"hash/maphash"
	"sort"

	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
	"github.com/har-redactor/har-redactor/core/internal/verify"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// A Job redacts one file that is pushed through it twice, so that a caller
// that reads asynchronously (a Web Worker) can drive it: pass one finds the
// secrets, pass two gives the output.
//
//	for pass := 0; pass < 2; pass++ {
//		for each chunk of the file {
//			copy(job.Room(n), chunk); out, err := job.Commit(n)
//		}
//		out, err := job.EndPass()
//	}
//	job.Report()
//
// Output comes out of pass two alone, from Commit and EndPass, valid until the
// next call. It is verified piece by piece before it is given out; all of it
// must be discarded if any later call returns an error. After an error every
// call returns it again.
type Job struct {
	policy   policy.Policy
	err      error
	splitter *jsonscan.Splitter // pass one
	findings *findings
	second   *second // pass two
	report   *report.Report
}

// NewJob starts a job under p.
func NewJob(p policy.Policy) *Job {
	return &Job{policy: p, splitter: jsonscan.NewSplitter(jsonscan.Limits{}), findings: newFindings(p)}
}

// Room gives at least n writable bytes for the next Commit.
func (j *Job) Room(n int) []byte {
	if j.second != nil {
		return j.second.room(n)
	}
	return j.splitter.Room(n)
}

// Commit takes the first n bytes of Room as the next bytes of the file.
// Errors are *report.Error.
func (j *Job) Commit(n int) (out []byte, err error) {
	if j.err != nil {
		return nil, j.err
	}
	if j.second != nil {
		out, j.err = j.second.commit(n)
		return out, j.err
	}
	j.err = j.splitter.Commit(n, func(u jsonscan.Unit) error {
		j.findings.scan(u.Bytes, int32(u.Index), func(i int) int64 { return u.Offset + int64(i) })
		return nil
	})
	return nil, j.err
}

// EndPass ends a pass: the file has no more bytes.
func (j *Job) EndPass() (out []byte, err error) {
	switch {
	case j.err != nil:
		return nil, j.err
	case j.second == nil:
		frame, err := j.splitter.Close()
		if err != nil {
			j.err = err
			return nil, err
		}
		size := j.splitter.Consumed()
		j.splitter = nil
		j.findings.scan(frame.Doc, -1, frame.FileOffset)
		j.second, j.err = newSecond(j.findings, frame, size)
		if j.err != nil {
			return nil, j.err
		}
		return nil, nil
	case j.report == nil:
		out, j.err = j.second.close()
		if j.err == nil {
			j.report = j.summary()
		}
		return out, j.err
	}
	return nil, nil
}

// Report is the outcome, after the second EndPass; nil before.
func (j *Job) Report() *report.Report { return j.report }

// second is the state of pass two.
type second struct {
	findings *findings
	frame    *jsonscan.Frame
	size     int64
	set      *secrets.Set
	to       []int32 // from the collector's numbers to the set's
	rewriter *rewrite.Rewriter
	verifier *verify.Verifier
	edits    []rewrite.Edit // of the frame

	buf  []byte // what was committed and is not used up
	end  int    // of what is committed in buf
	off  int64  // of buf[0] in the file
	doc  int    // how far the frame has been given out
	next int    // the next unit
	out  []byte
	sent int64
}

func newSecond(f *findings, frame *jsonscan.Frame, size int64) (*second, error) {
	s := &second{findings: f, frame: frame, size: size}
	s.set, s.to = f.secrets.Resolve(f.last + 1)
	s.rewriter = rewrite.New(s.set)
	s.verifier = verify.New(s.set.Hunted())
	// The frame is whole already: rewrite and verify it before anything of it
	// is given out.
	n := len(f.units) - 1
	edits := s.rewriter.Edits(frame.Doc, f.located(n, s.to))
	s.edits = append([]rewrite.Edit(nil), edits...)
	if err := s.check(rewrite.Apply(nil, frame.Doc, s.edits, 0, len(frame.Doc)), 0); err != nil {
		return nil, err
	}
	if frame.BOM {
		s.out = append(s.out, "\xEF\xBB\xBF"...)
	}
	return s, nil
}

// check looks at a rewritten unit; offset is the unit's place in the file.
func (s *second) check(out []byte, offset int64) error {
	if !jsonscan.Valid(out) {
		return report.Errorf(report.CodeVerify, offset, "the check of the output found that it is not valid JSON, so nothing was saved; please report this as a fault of the tool")
	}
	if _, hit := s.verifier.Check(out); hit {
		return report.Errorf(report.CodeVerify, offset, "the check of the output found a secret that was still readable, so nothing was saved; please report this as a fault of the tool")
	}
	return nil
}

func (s *second) room(n int) []byte {
	if len(s.buf)-s.end < n {
		grown := make([]byte, max(s.end+n, 2*s.end, 4<<20))
		copy(grown, s.buf[:s.end])
		s.buf = grown
	}
	return s.buf[s.end:]
}

func changed(offset int64) error {
	return report.Errorf(report.CodeChanged, offset, "the file changed while it was read, so nothing was saved; close what writes to it, and start again")
}

func (s *second) commit(n int) ([]byte, error) {
	s.end += n
	if s.off+int64(s.end) > s.size {
		return nil, changed(s.size)
	}
	s.out = s.out[:s.lead()]
	used := 0
	for s.next < len(s.frame.Cuts) {
		cut := s.frame.Cuts[s.next]
		at := int(cut.Offset - s.off)
		if at+int(cut.Len) > s.end {
			break
		}
		if err := s.between(s.buf[used:at], cut.Doc); err != nil {
			return nil, err
		}
		s.doc = cut.Doc + 1
		used = at + int(cut.Len)
		if err := s.unit(s.buf[at:used], cut.Offset); err != nil {
			return nil, err
		}
		s.next++
	}
	if s.next == len(s.frame.Cuts) {
		// Only the end of the frame is left; close gives it out, and does not
		// need to have read it.
		return s.give(), s.drop(s.end)
	}
	return s.give(), s.drop(used)
}

// lead is how many bytes of out have not been given out yet: the byte order
// mark, before the first commit.
func (s *second) lead() int {
	if s.sent == 0 {
		return len(s.out)
	}
	return 0
}

func (s *second) give() []byte {
	s.sent += int64(len(s.out))
	return s.out
}

func (s *second) drop(used int) error {
	copy(s.buf, s.buf[used:s.end])
	s.end -= used
	s.off += int64(used)
	return nil
}

// between gives out the frame up to doc. have is the same stretch as it was
// read now.
func (s *second) between(have []byte, doc int) error {
	if want := s.frame.Doc[s.doc:doc]; !bytes.HasSuffix(have, want) {
		return changed(s.off)
	}
	s.out = rewrite.Apply(s.out, s.frame.Doc, s.edits, s.doc, doc)
	return nil
}

func (s *second) unit(b []byte, offset int64) error {
	if maphash.Bytes(s.findings.seed, b) != s.findings.units[s.next].hash {
		return changed(offset)
	}
	edits := s.rewriter.Edits(b, s.findings.located(s.next, s.to))
	start := len(s.out)
	s.out = rewrite.Apply(s.out, b, edits, 0, len(b))
	return s.check(s.out[start:], offset)
}

func (s *second) close() ([]byte, error) {
	if s.off+int64(s.end) != s.size || s.next != len(s.frame.Cuts) {
		return nil, changed(s.off)
	}
	s.out = s.out[:s.lead()]
	s.out = rewrite.Apply(s.out, s.frame.Doc, s.edits, s.doc, len(s.frame.Doc))
	return s.give(), nil
}

// summary makes the report.
func (j *Job) summary() *report.Report {
	s := j.second
	r := &report.Report{
		Tool: Version, Policy: j.policy.Preset, PolicyHash: j.policy.Hash(),
		InputBytes: s.size, OutputBytes: s.sent, Entries: len(s.frame.Cuts), Verified: true,
		Secrets: []report.Secret{}, Kinds: []report.Kind{}, Kept: []report.Kept{}, NotInspected: []report.NotInspected{},
	}
	kinds := map[string]int{}
	for i, x := range s.set.Secrets {
		n := s.rewriter.Counts[i]
		if n == 0 {
			// Part of another secret, and nowhere by itself.
			continue
		}
		x := report.Secret{
			Placeholder: string(x.Placeholder), Kind: x.Kind, Reason: x.Rules[0].Reason,
			Occurrences: n, Entries: []int{}, Everywhere: x.Everywhere,
		}
		for _, rule := range s.set.Secrets[i].Rules {
			x.Rules = append(x.Rules, rule.ID)
		}
		for _, u := range s.set.Secrets[i].Units {
			if u >= 0 {
				x.Entries = append(x.Entries, int(u))
			}
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
	for rule, n := range j.findings.kept {
		r.Kept = append(r.Kept, report.Kept{Kind: rule.Kind, Rule: rule.ID, Count: n})
	}
	sort.Slice(r.Kept, func(a, b int) bool { return r.Kept[a].Rule < r.Kept[b].Rule })
	if n := s.rewriter.Skipped() + s.verifier.Skipped(); n > 0 {
		j.findings.Passed("too-deep", int(n))
	}
	for what, p := range j.findings.passed {
		r.NotInspected = append(r.NotInspected, report.NotInspected{What: what, Count: p.count, Bytes: p.bytes})
	}
	sort.Slice(r.NotInspected, func(a, b int) bool { return r.NotInspected[a].What < r.NotInspected[b].What })
	return r
}
