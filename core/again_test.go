package core_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tidwall/gjson"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/testdata/capture"
)

// TestWhatRepeatsIsTreatedAlike holds that an entry comes out the same the first
// time, the second and the fourth, at whatever place in its unit, and counts each
// time: what is remembered of a string stands for reading it again.
func TestWhatRepeatsIsTreatedAlike(t *testing.T) {
	const times = 4
	docs := map[string]string{}
	paths, err := filepath.Glob("../testdata/vectors/*.har")
	require.NoError(t, err)
	for _, path := range paths {
		if !strings.HasSuffix(path, ".want.har") {
			b, err := os.ReadFile(path)
			require.NoError(t, err)
			docs[filepath.Base(path)] = string(b)
		}
	}
	var made bytes.Buffer
	require.NoError(t, capture.Write(&made, 200_000, capture.Kind{Seed: 5}))
	docs["capture"] = made.String()
	require.Greater(t, len(docs), 4)

	for name, doc := range docs {
		for _, preset := range []policy.Policy{policy.Standard(), parsed(t, `{"preset":"strict"}`), parsed(t, `{"preset":"standard","bodies":"remove-uninspected"}`)} {
			t.Run(name+" "+preset.Preset, func(t *testing.T) {
				entries := gjson.Get(doc, "log.entries").Array()
				var all []string
				for n := range times {
					for _, e := range entries {
						all = append(all, strings.Replace(e.Raw, "{", "{"+strings.Repeat(" ", 3*n), 1))
					}
				}
				har := func(entries []string) string {
					return `{"log":{"version":"1.2","entries":[` + strings.Join(entries, ",") + `]}}`
				}
				_, once := redactUnder(t, preset, har(all[:len(entries)]))
				out, r := redactUnder(t, preset, har(all))

				got := gjson.Get(out, "log.entries").Array()
				require.Len(t, got, len(all))
				for i, e := range got {
					require.Equal(t, got[i%len(entries)].Raw, strings.Replace(e.Raw, strings.Repeat(" ", 3*(i/len(entries))), "", 1), "entry %d", i)
				}
				require.Len(t, r.Secrets, len(once.Secrets))
				for i, s := range once.Secrets {
					require.Equal(t, s.Rules, r.Secrets[i].Rules)
					require.Equal(t, times*s.Occurrences, r.Secrets[i].Occurrences, s.Placeholder)
				}
				require.Len(t, r.Kept, len(once.Kept))
				for i, k := range once.Kept {
					require.Equal(t, times*k.Count, r.Kept[i].Count, k.Rule)
				}
				require.Len(t, r.NotInspected, len(once.NotInspected))
				for i, n := range once.NotInspected {
					require.Equal(t, times*n.Count, r.NotInspected[i].Count)
					require.Equal(t, times*n.Bytes, r.NotInspected[i].Bytes)
				}
			})
		}
	}
}

// TestWhatWasReadInPartIsReadAgain holds that a string which a bound of one unit
// left unread is read in another.
func TestWhatWasReadInPartIsReadAgain(t *testing.T) {
	script := func(n int) string {
		return fmt.Sprintf(`{"response":{"content":{"mimeType":"text/html","text":"<script>window.__NUXT__=(function(a){return {token:a}}(\"hT7kQ2mZx9LbVn4Rw8Y%02d\"));</script>"}}}`, n)
	}
	const many = 9
	var all []string
	for n := range many {
		all = append(all, script(n))
	}
	unit := `{"_all":[` + strings.Join(all, ",") + `]},`
	out, _ := redact(t, `{"log":{"entries":[`+unit+unit+strings.Join(all, ",")+`]}}`)
	for n := range many {
		require.NotContains(t, out, fmt.Sprintf("hT7kQ2mZx9LbVn4Rw8Y%02d", n))
	}
}
