package core

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// A rewrite that misses one occurrence gives out no file: the places that were
// found are forgotten, and the secrets are no longer looked for, as a fault in
// rewrite would do it; verify still knows them.
func TestAMissedOccurrenceGivesNoFile(t *testing.T) {
	const in = `{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer f7Qk2LmP9xTz4VbN8wRc"}]}}]}}`
	for _, broken := range []bool{false, true} {
		job := NewJob(policy.Standard())
		copy(job.Room(len(in)), in)
		_, err := job.Commit(len(in))
		require.NoError(t, err)
		_, err = job.EndPass()
		require.NoError(t, err)
		if broken {
			job.second.rewriter = blindRewriter()
			job.findings.places = nil
			for i := range job.findings.units {
				job.findings.units[i].first = 0
			}
		}
		copy(job.Room(len(in)), in)
		out, err := job.Commit(len(in))
		if !broken {
			require.NoError(t, err)
			require.NotContains(t, string(out), "f7Qk2LmP9xTz4VbN8wRc")
			continue
		}
		var e *report.Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, report.CodeVerify, e.Code)
		require.Empty(t, out)
		require.NotContains(t, e.Message, "f7Qk2LmP9xTz4VbN8wRc")
		out, err = job.EndPass()
		require.Error(t, err)
		require.Empty(t, out)
		require.Nil(t, job.Report())
	}
}

// blindRewriter knows no secrets.
func blindRewriter() *rewrite.Rewriter {
	set, _ := new(secrets.Collector).Resolve(1)
	return rewrite.New(set)
}
