// Package core is a stand-in for the real core, laid over it when a test needs
// the core to break: it passes the file through, and does what a marker in the
// file's first bytes says. It keeps the contract of core/job.go and nothing else.
package core

import (
	"bytes"
	"os"
	"runtime/debug"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// Job mirrors core.Job.
type Job struct {
	buf  []byte
	pass int
	n    int64
}

// NewJob mirrors core.NewJob.
func NewJob(policy.Policy) *Job { return &Job{} }

// Room mirrors core.Job.Room.
func (j *Job) Room(n int) []byte {
	if cap(j.buf) < n {
		j.buf = make([]byte, n)
	}
	return j.buf[:n]
}

// Commit mirrors core.Job.Commit.
func (j *Job) Commit(n int) ([]byte, error) {
	in := j.buf[:n]
	if j.pass == 0 {
		j.n += int64(n)
	}
	if err := j.obey(in); err != nil {
		return nil, err
	}
	if j.pass == 0 {
		return nil, nil
	}
	return in, nil
}

// obey breaks in the way that the file asks for, in the pass that it names.
func (j *Job) obey(in []byte) error {
	head := in[:min(len(in), 200)]
	is := func(what string) bool {
		return bytes.Contains(head, []byte(what+"-in-pass-"+string(rune('1'+j.pass))))
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

// EndPass mirrors core.Job.EndPass.
func (j *Job) EndPass() ([]byte, error) {
	j.pass++
	return nil, nil
}

// Report mirrors core.Job.Report.
func (j *Job) Report() *report.Report {
	return &report.Report{
		Tool: "har-redactor fake", Policy: "standard", InputBytes: j.n, OutputBytes: j.n,
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
