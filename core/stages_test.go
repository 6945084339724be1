package core

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/testdata/capture"
)

// BenchmarkStages times each stage alone, on one core. What each is given comes
// from the stages before.
func BenchmarkStages(b *testing.B) {
	for _, kind := range []struct {
		name string
		capture.Kind
	}{
		{"mixed", capture.Kind{Seed: 1}},
		{"ascii", capture.Kind{Seed: 1, ASCII: true}},
		{"secrets", capture.Kind{Seed: 1, Secrets: 20_000}},
	} {
		b.Run(kind.name, func(b *testing.B) {
			var doc bytes.Buffer
			require.NoError(b, capture.Write(&doc, 16<<20, kind.Kind))
			benchmarkStages(b, doc.Bytes())
		})
	}
}

func benchmarkStages(b *testing.B, doc []byte) {
	stage := func(name string, work func()) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				work()
			}
		})
	}

	// The bytes of a batch are valid until the next call of Room; here they stay.
	var lead *Lead
	var batches []Batch
	split := func() {
		lead, batches = NewLead(policy.Policy{}, Options{}), batches[:0]
		note := func(done []Batch, err error) {
			require.NoError(b, err)
			batches = append(batches, done...)
		}
		for rest := doc; len(rest) > 0; {
			n := copy(lead.Room(readSize)[:readSize], rest)
			rest = rest[n:]
			note(lead.Commit(n))
		}
		note(lead.EndFile())
	}
	stage("split", split)
	split()
	for i := range batches {
		at := batches[i].Offset
		batches[i].Bytes = doc[at : at+int64(batches[i].size())]
	}

	stage("scan", func() {
		w := NewWorker(policy.Policy{}, Options{})
		for _, batch := range batches {
			w.Scan(batch)
		}
	})
	for _, batch := range batches {
		lead.Scan(batch)
	}

	resolve := func() { require.NoError(b, lead.Resolve([]*Findings{lead.Findings()}, Decisions{})) }
	stage("resolve", resolve)
	resolve()
	require.NotEmpty(b, lead.set.Secrets)

	var out []byte
	rewritten := func(each func(unit []byte)) {
		n := 0
		for _, batch := range batches {
			for _, s := range batch.Spans {
				unit := batch.Bytes[s[0]:s[1]:s[1]]
				edits := lead.rewriter.Known(unit, lead.findings.located(nil, lead.batches[0].unit+n, lead.to, lead.set))
				out = rewrite.Apply(out[:0], unit, edits, 0, len(unit))
				each(out)
				n++
			}
		}
	}
	stage("rewrite", func() {
		lead.rewriter = rewrite.New(lead.set) // it remembers what it has seen
		rewritten(func([]byte) {})
	})

	var units [][]byte
	rewritten(func(unit []byte) { units = append(units, bytes.Clone(unit)) })
	stage("verify", func() {
		for _, unit := range units {
			require.True(b, jsonscan.Valid(unit))
			_, found := lead.verifier.Check(unit)
			require.False(b, found)
		}
	})
}
