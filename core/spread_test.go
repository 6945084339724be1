package core_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// overWire is what becomes of what workers tell each other in a browser.
func overWire[T any](t *testing.T, x interface{ Append(b []byte) []byte }, read func(b []byte) (T, error)) T {
	t.Helper()
	y, err := read(x.Append(nil))
	require.NoError(t, err)
	return y
}

// A crew is a lead and its workers over files in memory.
type crew struct {
	lead    *core.Lead
	workers []*core.Worker
	files   []string
	hints   *core.Findings
	batches []core.Batch
	who     []int // of each batch, the worker
	nth     []int // and its number there
}

// spread takes in through n workers, in pieces of size bytes.
func spread(t *testing.T, p policy.Policy, in string, size, n int) (string, *report.Report) {
	t.Helper()
	c := newCrew(t, p, in, size, n)
	return c.run(t, core.Decisions{})
}

func newCrew(t *testing.T, p policy.Policy, in string, size, n int) *crew {
	t.Helper()
	return newCrewOf(t, p, []string{in}, size, n)
}

func newCrewOf(t *testing.T, p policy.Policy, files []string, size, n int) *crew {
	t.Helper()
	c := &crew{lead: core.NewLead(p, core.Options{Review: true, Batch: 20_000}), files: files}
	c.workers = append(c.workers, c.lead.Worker)
	for len(c.workers) < n {
		c.workers = append(c.workers, core.NewWorker(p, core.Options{Review: true, Batch: 20_000}))
	}
	count := make([]int, n)
	take := func(batches []core.Batch, err error) {
		require.NoError(t, err)
		for _, b := range batches {
			// Not by turns, so that some have many and some none.
			k := len(c.batches) * len(c.batches) % n
			c.who, c.nth = append(c.who, k), append(c.nth, count[k])
			count[k]++
			bytes := b.Bytes
			b = overWire(t, &b, core.ReadBatch)
			b.Bytes = bytes
			c.workers[k].Scan(b)
			c.batches = append(c.batches, b)
		}
	}
	for _, rest := range files {
		for rest != "" {
			n := copy(c.lead.Room(size)[:size], rest)
			take(c.lead.Commit(n))
			rest = rest[n:]
		}
		take(c.lead.EndFile())
	}
	return c
}

func (c *crew) run(t *testing.T, d core.Decisions) (string, *report.Report) {
	t.Helper()
	out, r := c.runAll(t, d)
	return out[0], r
}

func (c *crew) runAll(t *testing.T, d core.Decisions) ([]string, *report.Report) {
	t.Helper()
	var findings []*core.Findings
	// In any order.
	for i := range c.workers {
		findings = append(findings, overWire(t, c.workers[len(c.workers)-1-i].Findings(), core.ReadFindings))
	}
	if c.hints != nil {
		findings = append([]*core.Findings{c.hints}, findings...)
	}
	for _, w := range c.workers {
		require.NoError(t, w.Resolve(findings, d))
	}
	parts := make([]string, len(c.batches))
	for i := len(parts) - 1; i >= 0; i-- {
		out, err := c.workers[c.who[i]].Rewrite(c.nth[i], c.bytes(i))
		require.NoError(t, err)
		parts[i] = string(out)
	}
	var outcomes []*core.Outcome
	for _, w := range c.workers {
		outcomes = append(outcomes, overWire(t, w.Outcome(), core.ReadOutcome))
	}
	c.lead.Done(outcomes)
	require.NoError(t, c.lead.Frames())
	out := make([]string, len(c.files))
	given := make([]int, len(c.files))
	for i, part := range parts {
		f := c.batches[i].File
		out[f] += string(c.lead.Frame(f, given[f])) + part
		given[f]++
	}
	for f := range out {
		out[f] += string(c.lead.Frame(f, given[f]))
	}
	return out, c.lead.Report()
}

// bytes reads a batch again.
func (c *crew) bytes(i int) []byte {
	b := c.batches[i]
	return []byte(c.files[b.File][b.Offset : b.Offset+int64(b.Spans[len(b.Spans)-1][1])])
}
