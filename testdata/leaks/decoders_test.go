package main

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func readable(s, want string) bool {
	found := false
	newViewer().views(s, func(v string) { found = found || strings.Contains(v, want) })
	return found
}

// TestEncodingsAreReadable: each encoding alone, and stacks of up to four.
func TestEncodingsAreReadable(t *testing.T) {
	r := newRNG(1, 2)
	values := []string{r.expand("{A40}"), r.expand("{uuid}"), r.expand("{b43}="), `pä"ss w&rd<5\x/` + r.expand("{A12}"), r.expand("{d16}") + "'+%"}
	for _, e := range encodings {
		for _, v := range values {
			got := e.f(r, v)
			require.True(t, readable(got, v), "%s: %q as %q", e.name, v, got)
			require.True(t, readable("before "+got+" after", v), "%s inside: %q as %q", e.name, v, got)
		}
	}
	for i := range 400 {
		v := pick(r, values)
		p := encode(r, piece{v, []mark{{sec: &secret{Value: v}}}}, 1+i%4, anyEncoding)
		require.True(t, readable(p.s, v), "%v: %q as %q", p.marks[0].chain, v, p.s)
	}
}

func TestDecoders(t *testing.T) {
	const want = "open sesame, 1234"
	for i, in := range []string{
		`open sesame\u002c 12\x334`, `\u{6f}pen sesame, 1234`, "open%20sesame%2c%201234", "open+sesame%2C+1234", "%256fpen%2520sesame,%25201234",
		"open sesame&comma; 1234", "&#111;pen sesame, 1234", "&#x6F;pen&#32;sesame, 1234",
		base64.StdEncoding.EncodeToString([]byte("x" + want)), "abc" + base64.RawURLEncoding.EncodeToString([]byte(want)), "/" + base64.StdEncoding.EncodeToString([]byte(want)) + "/tail",
		hex.EncodeToString([]byte(want)), "f" + strings.ToUpper(hex.EncodeToString([]byte(want))),
		base64.StdEncoding.EncodeToString([]byte(gzipped(want))), base64.StdEncoding.EncodeToString([]byte(zlibbed(want))), base64.StdEncoding.EncodeToString([]byte(deflated(want))),
		hex.EncodeToString([]byte(gzipped(want))), latin(gzipped(want)), gzipped(want),
		base64.StdEncoding.EncodeToString([]byte(gzipped(`{"a":"` + base64.StdEncoding.EncodeToString([]byte(hex.EncodeToString([]byte("open%20sesame,%201234")))) + `"}`))),
	} {
		require.True(t, readable(in, want), "case %d: %q", i, in)
	}
	for _, in := range []string{"", "open sesame", "%", `\`, `\u`, "%zz&#;&bogus;", base64.StdEncoding.EncodeToString([]byte("something else entirely"))} {
		require.False(t, readable(in, want), "%q", in)
	}
}

// TestWrappedBase64: lines of 64 or 76 characters are one run.
func TestWrappedBase64(t *testing.T) {
	long := strings.Repeat("padding ", 30) + "the secret value" + strings.Repeat(" more", 30)
	enc := base64.StdEncoding.EncodeToString([]byte(long))
	for _, width := range []int{64, 76} {
		for _, end := range []string{"\n", "\r\n"} {
			var b strings.Builder
			for i := 0; i < len(enc); i += width {
				b.WriteString(enc[i:min(i+width, len(enc))] + end)
			}
			require.True(t, readable(b.String(), long), "%d %q", width, end)
		}
	}
}

// latin is binary data as a browser's debugger writes it into a string.
func latin(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

func TestSearch(t *testing.T) {
	r := newRNG(5, 6)
	var all []*secret
	for range 300 {
		v := r.expand("{A8-40}")
		all = append(all, &secret{Value: v, Canon: []string{v}})
	}
	s := newSearch(all)
	for i, sec := range all {
		found := map[*secret]bool{}
		s.find(r.chars('b', i)+sec.Value+r.chars('b', i%7), found)
		require.True(t, found[sec])
	}
	found := map[*secret]bool{}
	s.find(r.chars('A', 100000), found)
	require.Empty(t, found)
}

func TestTokenize(t *testing.T) {
	tokens, err := tokenize([]byte("\ufeff{ \"a\\u0062\":[1, -2.5e3 ,true,null,\"x\\\"y\"],\r\n\"c\":{} }"))
	require.NoError(t, err)
	var got []string
	for _, tk := range tokens {
		got = append(got, fmt.Sprintf("%c%s", tk.kind, tk.text()))
	}
	require.Equal(t, []string{"{{", "kab", "[[", "n1", "n-2.5e3", "ttrue", "0null", `sx"y`, "]]", "kc", "{{", "}}", "}}"}, got)
	require.Equal(t, "\ufeff", tokens[0].gap)
	require.Equal(t, ",\r\n", tokens[9].gap)
	for _, bad := range []string{"", "{", `{"a":1}}`, `{'a':1}`, "{\"a\":1}\x00"} {
		_, err := tokenize([]byte(bad))
		require.Error(t, err, "%q", bad)
	}
}
