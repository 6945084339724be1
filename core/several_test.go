package core_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// redactAll runs several HARs in memory as one.
func redactAll(t *testing.T, p policy.Policy, in ...string) ([]string, *report.Report) {
	t.Helper()
	outs := make([]bytes.Buffer, len(in))
	files := make([]core.File, len(in))
	for i := range in {
		files[i] = core.File{Dst: &outs[i], Src: strings.NewReader(in[i]), Size: int64(len(in[i]))}
	}
	r, err := core.RedactAll(files, p)
	require.NoError(t, err)
	texts := make([]string, len(in))
	for i := range outs {
		texts[i] = outs[i].String()
	}
	return texts, r
}

func bearer(token string) string {
	return `"headers":[{"name":"Authorization","value":"Bearer ` + token + `"}]`
}

func says(text string) string { return `"content":{"text":"` + text + `"}` }

const (
	one = "f7Qk2LmP9xTz4VbN8wRc"
	two = "k3Jq8ZtW5yHs1BnD6xGf"
)

func TestASecretOfOneFileIsGoneFromAll(t *testing.T) {
	out, r := redactAll(t, policy.Standard(),
		entry(`"method":"GET"`, says("here "+two+" stands")),
		entry(bearer(one), says("nothing")),
		entry(bearer(two), says("and "+one)),
	)
	require.Equal(t, []string{
		entry(`"method":"GET"`, says("here REDACTED-token-2 stands")),
		entry(bearer("REDACTED-token-1"), says("nothing")),
		entry(bearer("REDACTED-token-2"), says("and REDACTED-token-1")),
	}, out)
	require.Equal(t, []report.Secret{
		{Placeholder: "REDACTED-token-1", Kind: "token", Rules: r.Secrets[0].Rules, Reason: r.Secrets[0].Reason, Occurrences: 2, Entries: []int{1}, Everywhere: true},
		{Placeholder: "REDACTED-token-2", Kind: "token", Rules: r.Secrets[1].Rules, Reason: r.Secrets[1].Reason, Occurrences: 2, Entries: []int{2}, Everywhere: true},
	}, r.Secrets)
	require.Equal(t, 3, r.Entries)
	require.True(t, r.Verified)
}

// Placeholders of an earlier run in one file are not given again in another.
func TestNumbersGoOnAfterAnEarlierRun(t *testing.T) {
	out, r := redactAll(t, policy.Standard(), entry(bearer(one), `"status":200`), entry(bearer("REDACTED-token-7"), `"status":200`))
	require.Equal(t, entry(bearer("REDACTED-token-8"), `"status":200`), out[0])
	require.Equal(t, entry(bearer("REDACTED-token-7"), `"status":200`), out[1])
	require.True(t, r.Earlier)
}

// Several files come out the same however many workers there are, and however
// the bytes arrive; and a file that holds no secret of the run is the same file.
func TestSeveralFilesOverWorkers(t *testing.T) {
	large := func(n int, token string) string {
		var entries []string
		for i := range n {
			entries = append(entries, fmt.Sprintf(`{"request":{%s},"response":{%s}}`, bearer(fmt.Sprintf("%s%03dZ", token, i%40)), says(strings.Repeat("text ", 100))))
		}
		return `{"log":{"version":"1.2","comment":"` + token + `001Z","entries":[` + strings.Join(entries, ",\n") + `]}}`
	}
	files := []string{large(100, one), entry(`"method":"GET"`, `"status":200`), large(3, two), `{"log":{"entries":[]}}`, large(120, one)}
	want, wantReport := redactAll(t, policy.Standard(), files...)
	require.Equal(t, files[1], want[1])
	require.Equal(t, files[3], want[3])
	require.NotContains(t, strings.Join(want, ""), one)
	require.NotContains(t, strings.Join(want, ""), two)
	require.Equal(t, []report.File{
		{First: 0, Entries: 100, InputBytes: int64(len(files[0]))},
		{First: 100, Entries: 1, InputBytes: int64(len(files[1]))},
		{First: 101, Entries: 3, InputBytes: int64(len(files[2]))},
		{First: 104, Entries: 0, InputBytes: int64(len(files[3]))},
		{First: 104, Entries: 120, InputBytes: int64(len(files[4]))},
	}, wantReport.Files)
	for _, workers := range []int{1, 2, 3, 7} {
		for _, size := range []int{1 << 20, 777} {
			c := newCrewOf(t, policy.Standard(), files, size, workers)
			out, r := c.runAll(t, core.Decisions{})
			require.Equal(t, want, out)
			require.Equal(t, wantReport, r)
			rows := c.lead.Requests()
			require.Len(t, rows, 224)
			for i, row := range rows {
				require.Equal(t, i, row.Index)
			}
		}
	}
}

// An error says which file it is about, and where in that file.
func TestAnErrorNamesTheFile(t *testing.T) {
	good := entry(`"method":"GET"`, `"status":200`)
	for _, c := range []struct {
		name   string
		files  []string
		code   report.Code
		file   int
		offset int64
	}{
		{"the second is cut", []string{good, good[:40], good}, report.CodeCut, 2, 40},
		{"the third is no JSON", []string{good, good, "\x89PNG"}, report.CodeNotJSON, 3, 0},
		{"the first is empty", []string{"", good}, report.CodeEmpty, 1, -1},
		{"the only one", []string{`{"a":1}`}, report.CodeNotHAR, 1, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var files []core.File
			for _, f := range c.files {
				files = append(files, core.File{Dst: noWrite{t}, Src: strings.NewReader(f), Size: int64(len(f))})
			}
			_, err := core.RedactAll(files, policy.Standard())
			var e *report.Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, c.code, e.Code)
			require.Equal(t, c.file, e.File)
			require.Equal(t, c.offset, e.Offset)
		})
	}

	t.Run("a file that changes", func(t *testing.T) {
		other := strings.Replace(good, "200", "201", 1)
		_, err := core.RedactAll([]core.File{
			{Dst: io.Discard, Src: strings.NewReader(good), Size: int64(len(good))},
			{Dst: io.Discard, Src: &changing{first: []byte(good), second: []byte(other)}, Size: int64(len(good))},
		}, policy.Standard())
		var e *report.Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, report.CodeChanged, e.Code)
		require.Equal(t, 2, e.File)
	})
}

// What was read of a file that failed is secret in the others, which are as if it
// had not been there otherwise.
func TestHintsOfAFileThatFails(t *testing.T) {
	good := []string{entry(`"method":"GET"`, says("here "+two+" stands")), entry(bearer(one), says("nothing"))}
	whole := `{"request":{` + bearer(two) + `}},{"request":{` + bearer(one) + `}}`
	for name, broken := range map[string]string{
		"cut behind an entry":   `{"log":{"entries":[` + whole,
		"cut in an entry":       `{"log":{"entries":[` + whole + `,{"request":{"ur`,
		"broken in an entry":    `{"log":{"entries":[` + whole + `,{"request":]}]}}`,
		"broken behind entries": `{"log":{"entries":[` + whole + `]}} x`,
	} {
		t.Run(name, func(t *testing.T) {
			lead := core.NewLead(policy.Standard(), core.Options{})
			n := copy(lead.Room(len(broken)), broken)
			_, err := lead.Commit(n)
			if err == nil {
				_, err = lead.EndFile()
			}
			require.Error(t, err)
			hints := overWire(t, overWire(t, lead.Findings(), core.ReadFindings).Hints(), core.ReadFindings)

			c := newCrewOf(t, policy.Standard(), good, 1<<20, 2)
			c.hints = hints
			out, r := c.runAll(t, core.Decisions{})
			// What was found here is numbered as if there were no hints.
			require.Equal(t, []string{entry(`"method":"GET"`, says("here REDACTED-token-2 stands")), entry(bearer("REDACTED-token-1"), says("nothing"))}, out)
			require.Len(t, r.Secrets, 2)
			require.Equal(t, []int{1}, r.Secrets[0].Entries)
			require.Empty(t, r.Secrets[1].Entries)
			require.Equal(t, 2, r.Entries)

			// A person may keep what is known by a hint.
			list := c.lead.Review()
			out, _ = c.runAll(t, core.Decisions{Keep: []core.Keep{{Secret: list[1].Secret, Reason: "no secret"}}})
			require.Equal(t, good[0], out[0])
			require.True(t, c.lead.Review()[1].Kept)
		})
	}
}

// The name of a file may hold what is secret in one, or what a person removed.
func TestNames(t *testing.T) {
	c := newCrewOf(t, policy.Standard(), []string{entry(bearer(one), `"status":200`), entry(bearer(two), `"status":200`)}, 1<<20, 2)
	_, before := c.runAll(t, core.Decisions{Also: []string{"acme"}})
	for _, n := range []struct{ name, want string }{
		{"", ""},
		{"app.example.com_Archive [26-01-15 10-22-41].redacted.har", "app.example.com_Archive [26-01-15 10-22-41].redacted.har"},
		{"größe \"1\" <&>.har", "größe \"1\" <&>.har"},
		{"x/" + two + ".har", "x/REDACTED-token-2.har"},
		{"Acme.har, app.acme.com.har", "Acme.har, app.REDACTED-manual-3.com.har"},
	} {
		got, err := c.lead.Name(n.name)
		require.NoError(t, err)
		require.Equal(t, n.want, got)
	}
	require.Equal(t, before, c.lead.Report(), "no place in a file")
}

func TestTheNoteStandsInEachFile(t *testing.T) {
	p := policy.Standard()
	p.Comment = true
	out, _ := redactAll(t, p, entry(bearer(one), `"status":200`), entry(`"method":"GET"`, `"status":200`))
	for _, text := range out {
		require.Contains(t, text, `"comment":"redacted by `)
	}
}
