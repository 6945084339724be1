package core_test

import (
	"bytes"
	"encoding/json"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
)

// endsAnywhere redacts every text of a document cut behind each of its bytes, in turn as
// prose, a page, a program and binary data, or cut before it: what a rule looks for around
// a word need not be there. Where a text ends is the same for every machine, and in a
// browser it takes a minute: there each tenth is cut.
func endsAnywhere(t *testing.T, doc []byte) {
	t.Helper()
	step := 1
	if runtime.GOARCH == "wasm" {
		step = 10
	}
	var tree any
	require.NoError(t, json.Unmarshal(doc, &tree))
	var entries []string
	var walk func(any)
	walk = func(x any) {
		switch x := x.(type) {
		case string:
			for end := 1; end <= len(x) && end < 400; end += step {
				kinds := []string{
					inBody("text/plain", x[:end]), inBody("text/html", x[:end]), inBody("application/javascript", x[:end]),
					`"response":{"content":{"encoding":"base64","text":` + quoted(asBase64(x[:end])) + `}}`,
					inBody("application/javascript", "        "+x[end-1:]),
				}
				entries = append(entries, "{"+kinds[end/step%len(kinds)]+"}")
			}
		case []any:
			for _, y := range x {
				walk(y)
			}
		case map[string]any:
			for _, y := range x {
				walk(y)
			}
		}
	}
	walk(tree)
	in := []byte(`{"log":{"entries":[` + strings.Join(entries, ",") + `]}}`)
	_, err := core.Redact(new(bytes.Buffer), bytes.NewReader(in), int64(len(in)), policy.Standard())
	require.NoError(t, err)
}
