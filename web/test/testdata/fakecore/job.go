// Package core is a stand-in for the real core, laid over it when a test needs
// the core to break: it passes the file through, and does what a marker in the
// file's first bytes says. It keeps the contract of core/lead.go and core/worker.go and nothing else.
package core

import (
	"bytes"
	"os"
	"runtime/debug"
	"strconv"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// The types mirror those of core.
type (
	// Options mirrors core.Options.
	Options struct{}
	// Batch mirrors core.Batch.
	Batch struct {
		File, First  int
		Offset, Base int64
		Spans        [][2]int
		Bytes        []byte `json:"-"`
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

// NewWorker mirrors core.NewWorker.
func NewWorker(policy.Policy, Options) *Worker { return &Worker{} }

// NewLead mirrors core.NewLead.
func NewLead(policy.Policy, Options) *Lead { return &Lead{Worker: &Worker{}} }

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
	return []Batch{{Spans: [][2]int{{0, l.n}}, Bytes: l.buf[:l.n]}}, nil
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
