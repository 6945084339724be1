package core

import (
	"bytes"
	"fmt"
	"strings"
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
		lead := NewLead(policy.Standard(), Options{})
		var out bytes.Buffer
		files := []File{{Dst: &out, Src: strings.NewReader(in), Size: int64(len(in))}}
		batches, err := scanAll(lead, files)
		require.NoError(t, err)
		require.NoError(t, lead.Resolve([]*Findings{lead.Findings()}, Decisions{}))
		if broken {
			lead.rewriter = blindRewriter()
			lead.findings.places = nil
			clear(lead.findings.units)
		}
		err = writeAll(lead, files, batches)
		require.NotContains(t, out.String(), "f7Qk2LmP9xTz4VbN8wRc")
		if !broken {
			require.NoError(t, err)
			require.Contains(t, out.String(), "REDACTED-")
			continue
		}
		var e *report.Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, report.CodeVerify, e.Code)
		require.NotContains(t, e.Message, "f7Qk2LmP9xTz4VbN8wRc")
	}
}

// blindRewriter knows no secrets.
func blindRewriter() *rewrite.Rewriter {
	set, _ := new(secrets.Collector).Resolve(1)
	return rewrite.New(set)
}

// What verify alone can decode goes with the whole string it stands in: a file is
// refused for a fault, not for a strange way of writing.
func TestWhatOnlyVerifyReadsGoesWhole(t *testing.T) {
	const secret = "f7Qk2LmP9xTz4VbN8wRc"
	octal := ""
	for _, c := range secret {
		octal += fmt.Sprintf(`\\%03o`, c) // C's escapes, which rewrite does not know
	}
	in := `{"log":{"comment":"x ` + octal + ` y","entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer ` + secret + `"}]},
		"a":"before ` + octal + ` behind","b":"stays","` + octal + `":1}]}}`
	var out bytes.Buffer
	_, err := Redact(&out, strings.NewReader(in), int64(len(in)), policy.Standard())
	require.NoError(t, err)
	require.NotContains(t, out.String(), octal[:20])
	require.Equal(t, `{"log":{"comment":"REDACTED-token-1","entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer REDACTED-token-1"}]},
		"a":"REDACTED-token-1","b":"stays","REDACTED-token-1":1}]}}`, out.String())
}
