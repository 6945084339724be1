package core_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
)

// exported is a capture with one request, by that exporter and browser.
func exported(creator, agent, header string) string {
	return fmt.Sprintf(`{"log":{"creator":{"name":"%s","version":"537.36"},"entries":[{"request":{"method":"GET","url":"https://a.example/?access_token=q8Zt2LmP9xTz4VbN8wRcf7Qk","headers":[{"name":"user-agent","value":"%s"},{"name":"%s","value":"k3Jq8ZtW5yHs1BnD6xGf"}]},"response":{"status":200,"headers":[{"name":"Date","value":"x"}]}}]}}`, creator, agent, header)
}

func TestReportTellsOfASanitizedExport(t *testing.T) {
	const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
	for _, c := range []struct {
		name, doc string
		want      bool
	}{
		{"as Chrome does by default", exported("WebInspector", chrome, "accept"), true},
		{"with cookies", exported("WebInspector", chrome, "cookie"), false},
		{"with cookies, names in capitals", exported("WebInspector", chrome, "Cookie"), false},
		{"with an authorization", exported("WebInspector", chrome, "Authorization"), false},
		{"with set-cookie in the answer", strings.Replace(exported("WebInspector", chrome, "accept"), `"Date"`, `"Set-Cookie"`, 1), false},
		{"an older Chrome, which left all in", exported("WebInspector", strings.Replace(chrome, "131", "129", 1), "accept"), false},
		{"the first that does it", exported("WebInspector", strings.Replace(chrome, "131", "130", 1), "accept"), true},
		{"no version", exported("WebInspector", "Chrome/x", "accept"), false},
		{"another exporter", exported("Firefox", chrome, "accept"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			crew := newCrew(t, policy.Standard(), c.doc, 1<<20, 2)
			_, r := crew.run(t, core.Decisions{})
			require.Equal(t, c.want, r.Sanitized)
			for _, row := range crew.lead.Requests() {
				require.Nil(t, row.Origin, "it is nobody's business outside")
			}
		})
	}
}

func TestReportTellsOfAnEarlierRun(t *testing.T) {
	first, r := newCrew(t, policy.Standard(), reviewed, 1<<20, 1).run(t, core.Decisions{})
	require.False(t, r.Earlier)
	second, r := newCrew(t, policy.Standard(), string(first), 1<<20, 1).run(t, core.Decisions{})
	require.True(t, r.Earlier)
	require.Zero(t, r.Occurrences)
	require.Equal(t, string(first), string(second))
}

func TestReportTellsWhereItDidNotLook(t *testing.T) {
	picture := `{"request":{"method":"GET","url":"https://a.example/p.png"},"response":{"status":200,"content":{"mimeType":"image/png","encoding":"base64","text":"` + strings.Repeat("iVBORw0KGgoAAAAN", 40) + `"}}}`
	text := `{"request":{"method":"GET","url":"https://a.example/t"},"response":{"status":200,"content":{"mimeType":"text/plain","text":"hello"}}}`
	var list []string
	var want []int
	for i := range 60 {
		if i%2 == 1 {
			list = append(list, picture)
			want = append(want, i)
		} else {
			list = append(list, text)
		}
	}
	doc := `{"log":{"entries":[` + strings.Join(list, ",") + `]}}`
	// Whatever worker scanned what, the first twenty are named.
	for _, workers := range []int{1, 3} {
		_, r := newCrew(t, policy.Standard(), doc, 256, workers).run(t, core.Decisions{})
		require.Len(t, r.NotInspected, 1)
		require.Equal(t, "image", r.NotInspected[0].What)
		require.Equal(t, 30, r.NotInspected[0].Count)
		require.Equal(t, want[:20], r.NotInspected[0].Entries)
	}
}
