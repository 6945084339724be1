//go:build !js

package core_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/internal/rule"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// TestCorpus runs over real captures, which are not part of the project: the
// folder that HAR_CORPUS names. Every file comes out as valid JSON in which no
// long cookie or Authorization value can be read, or is refused with a code.
// Where HAR_EDITS names a folder, each edit is listed there with its value and
// what stands around it, to be read by eye.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("HAR_CORPUS")
	if dir == "" {
		t.Skip("HAR_CORPUS is not set: no real captures to run over")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.har"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			in, err := os.ReadFile(file)
			require.NoError(t, err)
			var out, again bytes.Buffer
			r, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard())
			var e *report.Error
			if errors.As(err, &e) {
				require.NotEqual(t, report.CodeInternal, e.Code)
				require.NotEqual(t, report.CodeVerify, e.Code)
				t.Logf("refused: %s at %d", e.Code, e.Offset)
				return
			}
			require.NoError(t, err)
			doc := bytes.TrimPrefix(out.Bytes(), []byte("\xEF\xBB\xBF"))
			require.True(t, json.Valid(doc))
			text := everyReading(t, doc)
			for _, v := range credentials(t, bytes.TrimPrefix(in, []byte("\xEF\xBB\xBF"))) {
				require.False(t, strings.Contains(text, v), "a value of %d bytes can still be read: shape %s", len(v), shape(v))
			}
			_, err = core.Redact(&again, bytes.NewReader(out.Bytes()), int64(out.Len()), policy.Standard())
			require.NoError(t, err)
			require.True(t, bytes.Equal(out.Bytes(), again.Bytes()), "a second run changes something")
			edits, changed, err := core.ReviewEdits(in, policy.Standard())
			require.NoError(t, err)
			t.Logf("%d secrets in %d places, %.3f %% of %d bytes changed", len(r.Secrets), r.Occurrences, 100*float64(changed)/float64(len(in)), len(in))
			t.Logf("secrets by kind:%s", kinds(r))
			t.Logf("edits by rule:%s", rules(edits))
			if review := os.Getenv("HAR_EDITS"); review != "" {
				list, err := json.MarshalIndent(edits, "", " ")
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(filepath.Join(review, filepath.Base(file)+".edits.json"), list, 0o600))
			}
		})
	}
}

func kinds(r *report.Report) string {
	var b strings.Builder
	for _, k := range r.Kinds {
		fmt.Fprintf(&b, " %s %d", k.Kind, k.Secrets)
	}
	return b.String()
}

func rules(edits []core.Edited) string {
	count := map[string]int{}
	for _, e := range edits {
		count[e.Rule]++
	}
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(&b, " %s %d", id, count[id])
	}
	return b.String()
}

// everyReading is all strings of a document, and what they are percent- and
// base64-decoded.
func everyReading(t *testing.T, doc []byte) string {
	var b strings.Builder
	each(t, doc, func(_, s string) {
		fmt.Fprintln(&b, s)
		if u, err := url.QueryUnescape(s); err == nil && u != s {
			fmt.Fprintln(&b, u)
		}
		for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawURLEncoding} {
			if d, err := enc.DecodeString(s); err == nil && len(d) > 8 {
				fmt.Fprintln(&b, string(d))
			}
		}
	})
	return b.String()
}

// words tells whether a value is words joined by signs: guessable, so that it
// is replaced in the cookie and left where it stands for something else.
func words(v string) bool {
	n := 0
	for _, c := range v {
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' {
			n++
		}
	}
	return n < 2
}

// credentials lists the values of 16 characters or more of cookies that are
// no settings, URLs or words, and of Authorization. A JSON Web Token keeps its claims by
// design: of it the signature is listed.
func credentials(t *testing.T, doc []byte) []string {
	var h struct {
		Log struct {
			Entries []struct {
				Request, Response struct {
					Headers []struct{ Name, Value any }
					Cookies any
				}
			}
		}
	}
	if json.Unmarshal(doc, &h) != nil {
		return nil
	}
	var out []string
	add := func(v string) {
		if p := strings.Split(v, "."); len(p) == 3 && strings.HasPrefix(v, "eyJ") {
			v = p[2]
		}
		plain, err := url.QueryUnescape(v)
		if err == nil && strings.Contains(plain, "://") || words(v) {
			return
		}
		// A list of named values: the values count.
		if list, err := url.ParseQuery(strings.NewReplacer(":", "&", ";", "&").Replace(plain)); err == nil && strings.Contains(strings.Trim(plain, "="), "=") {
			for _, values := range list {
				for _, v := range values {
					if len(v) >= 16 && !words(v) && !strings.HasPrefix(v, "//") && !strings.Contains(v, "REDACTED-") {
						out = append(out, v)
					}
				}
			}
			return
		}
		if len(v) >= 16 && !strings.HasPrefix(v, "REDACTED-") {
			out = append(out, v)
		}
	}
	for _, e := range h.Log.Entries {
		for _, hs := range [][]struct{ Name, Value any }{e.Request.Headers, e.Response.Headers} {
			for _, x := range hs {
				name, value := fmt.Sprint(x.Name), fmt.Sprint(x.Value)
				switch strings.ToLower(name) {
				case "authorization":
					if _, rest, ok := strings.Cut(value, " "); ok && !strings.ContainsAny(rest, "= ,") {
						add(rest)
					}
				case "cookie":
					for pair := range strings.SplitSeq(value, ";") {
						n, v, _ := strings.Cut(pair, "=")
						if rule.Name(rule.Cookie, []byte(strings.TrimSpace(n))).Treat == rule.Secret && !strings.Contains(v, "://") {
							add(strings.Trim(strings.TrimSpace(v), `"`))
						}
					}
				}
			}
		}
	}
	return out
}

// each calls fn for every string of a document with its key.
func each(t *testing.T, doc []byte, fn func(key, s string)) {
	var v any
	require.NoError(t, json.Unmarshal(doc, &v))
	var walk func(key string, v any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case string:
			fn(key, v)
		case []any:
			for _, x := range v {
				walk(key, x)
			}
		case map[string]any:
			for k, x := range v {
				fn("", k)
				walk(k, x)
			}
		}
	}
	walk("", v)
}

// shape says what a value looks like without saying it.
func shape(v string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '9'
		case r >= 'a' && r <= 'z':
			return 'a'
		case r >= 'A' && r <= 'Z':
			return 'A'
		}
		return r
	}, v)
}
