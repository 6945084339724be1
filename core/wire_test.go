package core

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/testdata/capture"
)

// someFindings are those of a made-up capture, with something in every field.
func someFindings(t testing.TB) *Findings {
	var doc bytes.Buffer
	require.NoError(t, capture.Write(&doc, 100_000, capture.Kind{Seed: 3, Secrets: 10}))
	lead := NewLead(policy.Policy{}, Options{})
	copy(lead.Room(doc.Len()), doc.Bytes())
	batches, err := lead.Commit(doc.Len())
	require.NoError(t, err)
	last, err := lead.EndFile()
	require.NoError(t, err)
	for _, b := range append(batches, last...) {
		b.Bytes = doc.Bytes()[b.Offset : b.Offset+int64(b.size())]
		lead.Scan(b)
	}
	f := lead.Findings()
	require.NotEmpty(t, f.Candidates)
	require.NotEmpty(t, f.Kept)
	f.Passed["image"] = Passed{Count: 2, Bytes: 300, Entries: []int{1, 4}}
	f.Candidates[0].Part, f.Last, f.Hint = true, 7, true
	return f
}

func TestFindingsCrossTheWire(t *testing.T) {
	f := someFindings(t)
	b := f.Append(nil)
	got, err := ReadFindings(b)
	require.NoError(t, err)
	require.Equal(t, f, got)
	for n := range b {
		_, err := ReadFindings(b[:n])
		require.ErrorIs(t, err, errWire)
	}
	_, err = ReadFindings(append(b, 0))
	require.ErrorIs(t, err, errWire)
}

func FuzzReadFindings(f *testing.F) {
	f.Add(someFindings(f).Append(nil))
	f.Add([]byte{2})
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := ReadFindings(b)
		if err != nil {
			return
		}
		y, err := ReadFindings(x.Append(nil))
		require.NoError(t, err)
		require.Equal(t, x, y)
	})
}
