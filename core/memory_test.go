package core

import (
	"bytes"
	"runtime"
	"testing"
	"weak"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/testdata/capture"
)

// A batch may be as large as the file, and in a browser no memory is given back: so
// when all is scanned nothing holds what was read last, and what it is rewritten to
// has no more room than it needs.
func TestNothingHoldsTheLastBatch(t *testing.T) {
	var doc bytes.Buffer
	require.NoError(t, capture.Write(&doc, 1<<20, capture.Kind{Seed: 9, One: true}))

	lead := NewLead(policy.Policy{}, Options{})
	scan := func(batches []Batch, err error) (read []weak.Pointer[byte]) {
		require.NoError(t, err)
		for _, b := range batches {
			lead.Scan(b)
			read = append(read, weak.Make(&b.Bytes[0]))
		}
		return read
	}
	copy(lead.Room(doc.Len()), doc.Bytes())
	read := scan(lead.Commit(doc.Len()))
	read = append(read, scan(lead.EndFile())...)
	require.Len(t, read, 1)

	require.NoError(t, lead.Resolve([]*Findings{lead.Findings()}, Decisions{}))
	runtime.GC()
	require.Nil(t, read[0].Value())

	scanned, err := lead.Scanned(0)
	require.NoError(t, err)
	out, err := lead.Rewrite(0, doc.Bytes()[scanned.Offset:int(scanned.Offset)+scanned.size()])
	require.NoError(t, err)
	require.Less(t, cap(out), doc.Len()+doc.Len()/4, "there is room for one batch")
}
