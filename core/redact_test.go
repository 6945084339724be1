package core_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// redact runs the whole job over a HAR in memory.
func redact(t *testing.T, in string) (string, *report.Report) {
	t.Helper()
	return redactUnder(t, policy.Standard(), in)
}

func redactUnder(t *testing.T, p policy.Policy, in string) (string, *report.Report) {
	t.Helper()
	var out bytes.Buffer
	r, err := core.Redact(&out, bytes.NewReader([]byte(in)), int64(len(in)), p)
	require.NoError(t, err)
	return out.String(), r
}

// entry makes a HAR of one entry out of members of its request and response.
func entry(request, response string) string {
	return `{"log":{"version":"1.2","creator":{"name":"t","version":"1"},"entries":[{"request":{` + request + `},"response":{` + response + `}}]}}`
}

func TestNothingSecretIsByteForByteTheSame(t *testing.T) {
	for _, in := range []string{
		`{"log":{"entries":[]}}`,
		"\xEF\xBB\xBF { \"log\" : {\r\n\t\"entries\" : [ ] , \"x\" : 1.50e+3 } } \n",
		`{"log":{"entries":[{"a":"\u0041\/","b":1e400,"a":2},null,7,[]],"entries":[{"c":"\ud800"}]},"log":{"entries":[{}]}}`,
		entry(`"headers":[{"name":"ETag","value":"\"33a64df551425fcc55e4d42a148795d9f25f89d4\""}]`, `"status":200`),
	} {
		out, r := redact(t, in)
		require.Equal(t, in, out)
		require.Empty(t, r.Secrets)
		require.True(t, r.Verified)
	}
}

// errWriter fails the test if anything is written.
type noWrite struct{ t *testing.T }

func (w noWrite) Write(b []byte) (int, error) {
	w.t.Errorf("%d bytes were given out", len(b))
	return len(b), nil
}

func TestBadInputHasACodeAndAnOffset(t *testing.T) {
	for _, c := range []struct {
		name, in string
		code     report.Code
		offset   int64
	}{
		{"empty", "", report.CodeEmpty, -1},
		{"byte order mark alone", "\xEF\xBB\xBF", report.CodeEmpty, -1},
		{"png", "\x89PNG\r\n\x1a\n", report.CodeNotJSON, 0},
		{"truncated", `{"log":{"entries":[{"a":1}`, report.CodeCut, 26},
		{"syntax", `{"log":{"entries":[{"a":tru}]}}`, report.CodeSyntax, 27},
		{"not a har", `{"a":1}`, report.CodeNotHAR, -2},
		{"trailing", `{"log":{"entries":[]}} x`, report.CodeSyntax, 23},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := core.Redact(noWrite{t}, bytes.NewReader([]byte(c.in)), int64(len(c.in)), policy.Standard())
			var e *report.Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, c.code, e.Code)
			if c.offset != -2 {
				require.Equal(t, c.offset, e.Offset)
			}
		})
	}
}

// shortReader gives fewer bytes than it says it has.
type shortReader struct{ *bytes.Reader }

func (r shortReader) ReadAt(p []byte, off int64) (int, error) {
	if off > 10 {
		return 0, io.EOF
	}
	return r.Reader.ReadAt(p, off)
}

func TestReadErrors(t *testing.T) {
	in := []byte(`{"log":{"entries":[]}}`)
	_, err := core.Redact(io.Discard, shortReader{bytes.NewReader(in)}, int64(len(in))+5, policy.Standard())
	var e *report.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, report.CodeRead, e.Code)
	require.True(t, errors.Is(err, io.ErrUnexpectedEOF))
}

// changing gives other bytes the second time.
type changing struct {
	first, second []byte
	reads         int
}

func (c *changing) ReadAt(p []byte, off int64) (int, error) {
	b := c.first
	if c.reads > 0 {
		b = c.second
	}
	c.reads++
	return bytes.NewReader(b).ReadAt(p, off)
}

func TestAFileThatChangesIsRefused(t *testing.T) {
	in := entry(`"url":"https://a.example/?x=1"`, `"status":200`)
	other := bytes.Replace([]byte(in), []byte("x=1"), []byte("x=2"), 1)
	var out bytes.Buffer
	_, err := core.Redact(&out, &changing{first: []byte(in), second: other}, int64(len(in)), policy.Standard())
	var e *report.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, report.CodeChanged, e.Code)
	require.NotContains(t, out.String(), "x=")

	// What stands around the entries is held, and not read again.
	frame := bytes.Replace([]byte(in), []byte(`"1.2"`), []byte(`"1.3"`), 1)
	out.Reset()
	_, err = core.Redact(&out, &changing{first: []byte(in), second: frame}, int64(len(in)), policy.Standard())
	require.NoError(t, err)
	require.Equal(t, in, out.String())
}

func TestEqualSecretsHaveEqualPlaceholders(t *testing.T) {
	const id = "f7Qk2LmP9xTz4VbN8wRc"
	in := entry(`"cookies":[{"value":"`+id+`","name":"sid"}],"headers":[{"name":"Cookie","value":"sid=`+id+`; theme=dark"}]`,
		`"content":{"mimeType":"text/plain","text":"somewhere `+id+` stands"}`)
	out, r := redact(t, in)
	require.NotContains(t, out, id)
	require.Contains(t, out, `"value":"REDACTED-session-1"`)
	require.Contains(t, out, `sid=REDACTED-session-1; theme=`)
	require.Contains(t, out, `somewhere REDACTED-session-1 stands`)
	require.Equal(t, 3, r.Secrets[0].Occurrences)
	require.True(t, json.Valid([]byte(out)))
}

// Files that were pushed in pieces of any size, and spread over any number of
// workers, give the same bytes and the same report.
func TestPiecesAndWorkersDoNotMatter(t *testing.T) {
	var entries []string
	for i := range 40 {
		entries = append(entries, fmt.Sprintf(`{"request":{"url":"https://a.example/?n=%d&token=f7Qk2LmP9xTz4VbN8wRc%d","cookies":[{"name":"sid","value":"s%dQk2LmP9xTz4VbN8wRc"}]},"response":{"content":{"text":"%s f7Qk2LmP9xTz4VbN8wRc%d"}}}`,
			i, i%7, i%5, strings.Repeat("word ", i*400), (i+3)%7))
	}
	in := "\xEF\xBB\xBF" + `{"log":{"comment":"sid s3Qk2LmP9xTz4VbN8wRc","entries":[` + strings.Join(entries, " ,\n") + `],"pages":[{"title":"f7Qk2LmP9xTz4VbN8wRc1"}]},"log":{"entries":[` + entries[9] + `]}}`
	want, wantReport := redact(t, in)
	require.NotContains(t, want, "Qk2LmP9xTz4VbN8wRc")
	for _, workers := range []int{1, 2, 3, 7} {
		for _, size := range []int{7, 1000, 1 << 20} {
			got, r := spread(t, policy.Standard(), in, size, workers)
			require.Equal(t, want, got, "%d workers, pieces of %d", workers, size)
			require.Equal(t, wantReport, r)
		}
	}
}

// Placeholders of an earlier run keep their numbers, wherever they stand: a new
// secret gets one that is free.
func TestNumbersOfAnEarlierRunAreTaken(t *testing.T) {
	in := `{"log":{"comment":"see REDACTED-cookie-41 there","entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer f7Qk2LmP9xTz4VbN8wRc"}]}}]}}`
	out, _ := redact(t, in)
	require.Contains(t, out, "Bearer REDACTED-token-42")
	require.Contains(t, out, "see REDACTED-cookie-41 there")
}

// Bodies that cannot be inspected stay and are counted, or go where the policy
// says so: what stands there is still valid base64, and nothing is left to count.
func TestBodiesThatCannotBeInspected(t *testing.T) {
	picture := base64.StdEncoding.EncodeToString(append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte{0x9F, 3, 0xC1}, 200)...))
	in := entry(`"url":"https://a.example/x.png"`, `"content":{"mimeType":"image/png","encoding":"base64","text":"`+picture+`"}`)
	for _, c := range []struct {
		doc  string
		want bool
	}{{`{}`, false}, {`{"bodies":"keep"}`, false}, {`{"bodies":"remove-uninspected"}`, true}, {`{"bodies":"remove"}`, true}, {`{"preset":"strict"}`, true}} {
		p, err := policy.Parse([]byte(c.doc))
		require.NoError(t, err)
		var out bytes.Buffer
		r, err := core.Redact(&out, strings.NewReader(in), int64(len(in)), p)
		require.NoError(t, err)
		if !c.want {
			require.Equal(t, in, out.String())
			require.Equal(t, []report.NotInspected{{What: "image", Count: 1, Bytes: int64(len(picture)), Entries: []int{0}}}, r.NotInspected)
			continue
		}
		require.Empty(t, r.NotInspected)
		require.Equal(t, strings.Replace(in, picture, base64.StdEncoding.EncodeToString([]byte("REDACTED-body-1")), 1), out.String())
	}
}

// Every byte outside an edit is the byte that was there: undoing the edits, in
// the frame and in the units, gives the input.
func TestUndoingTheEditsGivesTheInput(t *testing.T) {
	for _, name := range []string{"login", "bodies", "shapes"} {
		in, err := os.ReadFile("../testdata/vectors/" + name + ".har")
		require.NoError(t, err)
		out, _ := redact(t, string(in))
		edits, _, err := core.ReviewEdits(in, policy.Standard())
		require.NoError(t, err)
		require.NotEmpty(t, edits)
		slices.SortFunc(edits, func(a, b core.Edited) int { return a.Start - b.Start })
		var undone []byte
		rest := out
		for _, e := range edits {
			n := e.Start - len(undone)
			require.Equal(t, e.With, rest[n:n+len(e.With)])
			undone = append(append(undone, rest[:n]...), e.Value...)
			rest = rest[n+len(e.With):]
		}
		require.Equal(t, string(in), string(append(undone, rest...)))
	}
}
