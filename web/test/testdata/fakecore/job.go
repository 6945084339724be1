// Package core is a stand-in for the real core, laid over it when a test needs
// the core to break: it passes the file through, and does what a marker in the
// file's first bytes says. It keeps the contract of core/lead.go and core/worker.go and nothing else.
package core

import (
	"bytes"
	"os"
	"runtime/debug"
	"strconv"

	"github.com/har-redactor/har-redactor/core/report"
)

// The types mirror those of core.
type (
	// Batch mirrors core.Batch.
	Batch struct {
		Bytes []byte
	}
	// Findings mirrors core.Findings.
	Findings struct{}
	// Decisions mirrors core.Decisions.
	Decisions struct{}
	// Outcome mirrors core.Outcome.
	Outcome struct{}
	// Finding mirrors core.Finding.
	Finding struct{}
	// Row mirrors core.Row.
	Row struct{}
	// Revocation mirrors core.Revocation.
	Revocation struct{}
	// Segment mirrors core.Segment.
	Segment struct{}
	// Worker mirrors core.Worker.
	Worker struct{}
	// Lead mirrors core.Lead.
	Lead struct {
		*Worker
		buf []byte
		n   int
	}
)

// Start mirrors core.Start.
func Start(doc []byte) (*Lead, *Worker, error) {
	if bytes.Contains(doc, []byte(`"lead":true`)) {
		lead := &Lead{Worker: &Worker{}}
		return lead, lead.Worker, nil
	}
	return nil, &Worker{}, nil
}

// ParseDecisions mirrors core.ParseDecisions.
func ParseDecisions([]byte) (Decisions, error) { return Decisions{}, nil }

// AppendList mirrors core.AppendList.
func AppendList[T any, P interface {
	*T
	AppendJSON(b []byte) []byte
}](b []byte, list []T) []byte {
	b = append(b, '[')
	for i := range list {
		b = P(&list[i]).AppendJSON(b)
	}
	return append(b, ']')
}

// AppendJSON mirrors core.Batch.AppendJSON: there is one.
func (x *Batch) AppendJSON(b []byte) []byte {
	b = append(b, `{"file":0,"first":0,"units":1,"offset":0,"size":`...)
	return append(strconv.AppendInt(b, int64(len(x.Bytes)), 10), '}')
}

// Append mirrors core.Batch.Append.
func (x *Batch) Append(b []byte) []byte { return b }

// ReadBatch mirrors core.ReadBatch.
func ReadBatch([]byte) (Batch, error) { return Batch{}, nil }

// AppendJSON mirrors core.Finding.AppendJSON.
func (*Finding) AppendJSON(b []byte) []byte { return append(b, "{}"...) }

// AppendJSON mirrors core.Row.AppendJSON.
func (*Row) AppendJSON(b []byte) []byte { return append(b, "{}"...) }

// AppendJSON mirrors core.Revocation.AppendJSON.
func (*Revocation) AppendJSON(b []byte) []byte { return append(b, "{}"...) }

// AppendJSON mirrors core.Segment.AppendJSON.
func (*Segment) AppendJSON(b []byte) []byte { return append(b, "{}"...) }

// Append mirrors core.Outcome.Append.
func (*Outcome) Append(b []byte) []byte { return b }

// ReadOutcome mirrors core.ReadOutcome.
func ReadOutcome([]byte) (*Outcome, error) { return &Outcome{}, nil }

// Room mirrors core.Lead.Room.
func (l *Lead) Room(n int) []byte {
	if len(l.buf)-l.n < n {
		l.buf = append(l.buf[:l.n], make([]byte, n)...)
	}
	return l.buf[l.n:]
}

// Commit mirrors core.Lead.Commit.
func (l *Lead) Commit(n int) ([]Batch, error) {
	in := l.buf[l.n : l.n+n]
	l.n += n
	return nil, obey(in, 1)
}

// EndFile mirrors core.Lead.EndFile: the whole file is one batch.
func (l *Lead) EndFile() ([]Batch, error) {
	return []Batch{{Bytes: l.buf[:l.n]}}, nil
}

// Append mirrors core.Findings.Append.
func (x *Findings) Append(b []byte) []byte { return b }

// ReadFindings mirrors core.ReadFindings.
func ReadFindings([]byte) (*Findings, error) { return &Findings{}, nil }

// Hints mirrors core.Findings.Hints.
func (x *Findings) Hints() *Findings { return x }

// Scan mirrors core.Worker.Scan.
func (w *Worker) Scan(Batch) {}

// Findings mirrors core.Worker.Findings.
func (w *Worker) Findings() *Findings { return &Findings{} }

// Resolve mirrors core.Worker.Resolve.
func (w *Worker) Resolve([]*Findings, Decisions) error { return nil }

// Rewrite mirrors core.Worker.Rewrite.
func (w *Worker) Rewrite(_ int, b []byte) ([]byte, error) { return b, obey(b, 2) }

// Outcome mirrors core.Worker.Outcome.
func (w *Worker) Outcome() *Outcome { return &Outcome{} }

// Reveal mirrors core.Worker.Reveal.
func (w *Worker) Reveal(int) (string, error) { return "", nil }

// View mirrors core.Worker.View.
func (w *Worker) View(int, int, []byte) ([]Segment, error) { return []Segment{}, nil }

// Done mirrors core.Lead.Done.
func (l *Lead) Done([]*Outcome) {}

// Frames mirrors core.Lead.Frames.
func (l *Lead) Frames() error { return nil }

// Frame mirrors core.Lead.Frame.
func (l *Lead) Frame(int, int) []byte { return nil }

// Name mirrors core.Lead.Name.
func (l *Lead) Name(name string) (string, error) { return name, nil }

// Review mirrors core.Lead.Review.
func (l *Lead) Review() []Finding { return []Finding{} }

// Requests mirrors core.Lead.Requests.
func (l *Lead) Requests() []Row { return []Row{} }

// Revocations mirrors core.Lead.Revocations.
func (l *Lead) Revocations() []Revocation { return []Revocation{} }

// obey breaks in the way that the file asks for, in the pass that it names.
func obey(in []byte, pass int) error {
	head := in[:min(len(in), 200)]
	is := func(what string) bool {
		return bytes.Contains(head, []byte(what+"-in-pass-"+strconv.Itoa(pass)))
	}
	switch {
	case is("panic"):
		panic("a panic that holds swordfish-4711")
	case is("exit"):
		os.Exit(2)
	case is("overflow"): // a fatal error, which no recover can catch
		debug.SetMaxStack(1 << 20)
		overflow(0)
	case is("hang"):
		for hang := 0; ; hang++ {
			if hang < 0 {
				break
			}
		}
	case is("verify"):
		return report.Errorf(report.CodeVerify, 17, "a secret was found in the output; nothing was given out")
	}
	return nil
}

//go:noinline
func overflow(n int) int { return overflow(n+1) + n }

// Report mirrors core.Lead.Report.
func (l *Lead) Report() *report.Report {
	return &report.Report{
		Tool: "har-redactor fake", Policy: "standard", InputBytes: int64(l.n), OutputBytes: int64(l.n),
		Entries: 312, Occurrences: 487, Verified: true,
		Secrets: make([]report.Secret, 41),
		Kinds: []report.Kind{
			{Kind: "cookie", Secrets: 19, Occurrences: 388},
			{Kind: "token", Secrets: 14, Occurrences: 71},
			{Kind: "jwt", Secrets: 5, Occurrences: 22},
			{Kind: "password", Secrets: 2, Occurrences: 4},
			{Kind: "code", Secrets: 1, Occurrences: 2},
		},
		Kept: []report.Kept{
			{Kind: "email", Rule: "personal.email", Count: 6},
			{Kind: "apikey", Rule: "cloud.publishable", Count: 1},
		},
		NotInspected: []report.NotInspected{
			{What: "image", Count: 18, Bytes: 1482330},
			{What: "font", Count: 4, Bytes: 222018},
			{What: "too-deep", Count: 1, Bytes: 812},
		},
	}
}

// Tidy mirrors core.Tidy.
func Tidy(int) {}
