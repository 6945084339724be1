package core_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// hostileSecret stands in an Authorization header beside each hostile case.
const hostileSecret = "Wn5vX8pQ3rT6yU1iO4aS7dFg"

// packed compresses a text.
func packed(b []byte) []byte {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write(b); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return z.Bytes()
}

// encoded applies an encoding to itself n times.
func encoded(s string, n int, encode func(string) string) string {
	for range n {
		s = encode(s)
	}
	return s
}

func asBase64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

// hostileBodies are texts of about size bytes that a reader could lose itself
// in: n times larger, they must take n times as long. BenchmarkHostile shows
// it.
func hostileBodies(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1)[:size] }
	tail := ` token=` + hostileSecret + ` "password":"hunter2!x" `
	return map[string]string{
		"braces":               fill("{"),
		"braces closed":        fill("{}"),
		"brackets":             fill("["),
		"objects in arrays":    fill(`[{"a":`),
		"less-than signs":      fill("<"),
		"tags":                 fill("<a "),
		"tags with attributes": fill(`<a b="`),
		"inputs":               fill(`<input name=token value=`),
		"script tags":          fill("<script>"),
		"cdata":                fill("<password><![CDATA["),
		"comments":             fill("<!--"),
		"double quotes":        fill(`"`),
		"single quotes":        fill(`'`),
		"unfinished quote":     `token="` + fill("a"),
		"many unfinished":      fill(`token="a `),
		"keys without values":  fill("password="),
		"keys and colons":      fill(`"password":`),
		"nested keys":          fill("token=secret="),
		"functions":            fill(`f("token",`),
		"backslashes":          fill(`\`),
		"backslash quotes":     fill(`\"`),
		"escapes":              fill(`\u0041`),
		"broken escapes":       fill(`\u00`),
		"percent signs":        fill("%"),
		"percent digits":       fill("%25"),
		"percent quotes":       fill("%22token%22%3A%22"),
		"ampersands":           fill("&"),
		"entities":             fill("&amp;"),
		"numeric entities":     fill("&#65;"),
		"broken entities":      fill("&#"),
		"at signs":             fill("@"),
		"addresses":            fill("a@b.example "),
		"words and at signs":   fill("aaaaaaaaaaaaaaaa@"),
		"colons":               fill(":"),
		"schemes":              fill("https://"),
		"user info":            fill("https://a:b@"),
		"questions":            fill("?a=b#"),
		"slashes":              fill("/"),
		"semicolons":           fill(";"),
		"dots":                 fill("."),
		"equals signs":         fill("="),
		"plus signs":           fill("+"),
		"hyphens":              fill("-"),
		"letters":              fill("A"),
		"words":                fill("word "),
		"digits":               fill("4111111111111111 "),
		"one number":           fill("4"),
		"hex":                  fill("deadbeef"),
		"hex of hex":           fill("3634"),
		"base64 of base64":     encoded("token", 40, asBase64)[:min(size, 1<<16)],
		"base64 broken":        fill("QUJD="),
		"base64 lines":         fill("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg==\n"),
		"base64 long":          asBase64(fill(`{"token":"x",`))[:size],
		"jwt starts":           fill("eyJ"),
		"jwt headers":          fill("eyJhbGciOiJIUzI1NiJ9."),
		"jwt dots":             fill("eyJhbGciOiJIUzI1NiJ9.e30.a "),
		"prefixes":             fill("ghp_"),
		"prefixes joined":      fill("sk_live_"),
		"bearers":              fill("Bearer "),
		"basics":               fill("Basic QTpC "),
		"begin keys":           fill("-----BEGIN PRIVATE KEY-----\n"),
		"boundaries":           fill("--x\nContent-Disposition: form-data; name=\"token\"\n\n"),
		"events":               fill("data: {\n"),
		"records":              fill("{}\x1e"),
		"newlines":             fill("\n"),
		"nul":                  fill("\x00"),
		"control":              fill("\x01\x02\n\x05token"),
		"not latin":            fill("пароль=密码"),
		"placeholders":         fill("REDACTED-token-1 "),
		"half placeholders":    fill("REDACTED-"),
		"gzip in base64":       base64.StdEncoding.EncodeToString(packed(bytes.Repeat([]byte("token="), 10*size))),
		"many gzips":           fill(base64.StdEncoding.EncodeToString(packed(bytes.Repeat([]byte{'a'}, 20000))) + " "),
		"gzip heads":           fill("H4sIAAAAAAAA"),
		"many secrets":         manySecrets(size),
		"many short secrets":   manyShort(size),
		"tail":                 fill("x ") + tail,
	}
}

// manySecrets is distinct secrets under a telling name.
func manySecrets(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "token=Qx%07dZk3mP9xTzV\n", i)
	}
	return b.String()
}

func manyShort(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "password=p%d\n", i)
	}
	return b.String()
}

// hostile puts a text into a response body, as several exporters may.
func hostile(text string) string {
	return `{"log":{"entries":[{"request":{"url":"https://a.example/","headers":[{"name":"Authorization","value":"Bearer ` + hostileSecret + `"}]},"response":{"content":{"text":` + quoted(text) + `}}}]}}`
}

// survives runs a HAR and wants an output that is clean, valid and stable, or
// a refusal with one of the codes.
func survives(t *testing.T, in []byte, codes ...report.Code) []byte {
	t.Helper()
	var out, again bytes.Buffer
	_, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard())
	var e *report.Error
	if errors.As(err, &e) {
		require.Contains(t, codes, e.Code, e.Message)
		return nil
	}
	require.NoError(t, err)
	require.Empty(t, codes, "it was to be refused")
	require.True(t, json.Valid(bytes.TrimPrefix(out.Bytes(), []byte("\xEF\xBB\xBF"))))
	require.NotContains(t, out.String(), hostileSecret)
	_, err = core.Redact(&again, bytes.NewReader(out.Bytes()), int64(out.Len()), policy.Standard())
	require.NoError(t, err)
	require.True(t, bytes.Equal(out.Bytes(), again.Bytes()), "a second run changes something")
	return out.Bytes()
}

func TestHostileBodies(t *testing.T) {
	size := 1 << 14
	if testing.Short() {
		size = 1 << 12
	}
	for name, text := range hostileBodies(size) {
		t.Run(name, func(t *testing.T) {
			survives(t, []byte(hostile(text)))
			// The same where a body is packed, and where it is a URL.
			survives(t, []byte(`{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer `+hostileSecret+`"}]},"response":{"content":{"encoding":"base64","text":`+quoted(asBase64(text))+`}}}]}}`))
			survives(t, []byte(`{"log":{"entries":[{"request":{"url":`+quoted("https://a.example/?q="+text)+`,"headers":[{"name":"Authorization","value":"Bearer `+hostileSecret+`"},{"name":"Cookie","value":`+quoted("sid="+text)+`}]}}]}}`))
		})
	}
}

// BenchmarkHostile shows that each hostile body takes time in proportion to
// its size: ns/B is the same for both sizes, within a factor of noise.
func BenchmarkHostile(b *testing.B) {
	for name := range hostileBodies(16) {
		for _, size := range []int{1 << 17, 1 << 19} {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "-"), size), func(b *testing.B) {
				in := []byte(hostile(hostileBodies(size)[name]))
				b.SetBytes(int64(len(in)))
				for b.Loop() {
					var out bytes.Buffer
					if _, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard()); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(in)), "ns/B")
			})
		}
	}
}
