package jsonscan

import (
	"encoding/json"
	"errors"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/report"
)

// texts are the inputs of every table, and more that are nasty to parsers.
func texts() []string {
	all := []string{
		"", " ", "null", "true", "false", "0", "-0", "1", "-1", "1e1", "1E+2", "0.5", " 1 ", "1 2", "[", "]", "{", "}", `"`, `""`, `"\`, `"\u`, `"\u1`, "-", "1.", "1e", "1e+", "t", "tr", "tru", "nul", "fals",
		"[]", "{}", "[[]]", `{"a":{}}`, `{"":""}`, `{"a":1,"a":2}`, "[1,2]", "[1,]", "[,]", `{"a":1,}`, `[1]x`, "[1]\x00", "\x00", "\x1f", "\x7f", bom, bom + "1", "\xff", "\xe5", "\"\xe5\"", "\"\xf0\x9f\"",
		`[1,"a",{"b":[true,false,null]}]`, "\f1", "\v1", "\u00a01", "\u20281", "[\f]", "[1\n,2\t]\r", `["\u0000"]`, `"\ud800"`, `"\udc00\ud800"`, `"\u{41}"`, "[-]", "[--1]", "[1e]", "[0e+]", "[.5]", "[5.]", "[1.e1]", "[0x1]",
		`{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{1:1}`, `{"a":1 "b":2}`, `{"a"}`, `{a:1}`, `[1}`, `{"a":1]`, `[}`, `{]`, "[\"a\nb\"]", "[\"\\\n\"]", `["\'"]`, `["\a"]`,
		strings.Repeat("[", 10000) + strings.Repeat("]", 10000),
		strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
		strings.Repeat("[", 100000),
		strings.Repeat(`{"a":`, 10000) + "1" + strings.Repeat("}", 10000),
		strings.Repeat(`[{"":`, 5001) + "1" + strings.Repeat("}]", 5001),
	}
	for _, c := range goodFiles {
		all = append(all, c.file)
	}
	for _, c := range badFiles {
		all = append(all, c.file)
	}
	for _, c := range badEntries {
		all = append(all, c.entry, "["+c.entry+"]", `{"a":`+c.entry+"}")
	}
	return all
}

func TestValid(t *testing.T) {
	for _, text := range texts() {
		require.Equal(t, json.Valid([]byte(text)), Valid([]byte(text)), "%.100q", text)
	}
}

// One byte of a valid text is replaced by every other, at every place.
func TestValidWithOneByteChanged(t *testing.T) {
	const text = ` {"a\n": [1, -2.5e+3,true ,null],"bcdefghijklmnop\u00e9":"qrstuvwxyz0123456789\\" , "c":{"d":0,"e":[]} } `
	for i := range len(text) {
		for c := 0; c < 256; c += 1 + c&0x80/16 { // above 0x7f, a few do
			b := []byte(text)
			b[i] = byte(c)
			requireLikeJSON(t, b)
		}
	}
}

// requireLikeJSON holds Valid, and a Splitter that gets b as an entry, as a
// value of the frame and, if it may be, as a file, against encoding/json.
func requireLikeJSON(t testing.TB, b []byte) {
	t.Helper()
	require.Equal(t, json.Valid(b), Valid(b), "%q", b)
	requireSplitLikeJSON(t, in(string(b)), whole)
	requireSplitLikeJSON(t, `{"log":{"a":`+string(b)+`,"entries":[1]}}`, whole)
	requireSplitLikeJSON(t, string(b), whole)
}

// requireSplitLikeJSON holds the first error of a Splitter, and where it
// stands, against encoding/json.
func requireSplitLikeJSON(t testing.TB, file string, pieces func() int) outcome {
	t.Helper()
	o := push(t, Limits{}, file, pieces)
	text := strings.TrimPrefix(file, bom)
	mark := int64(len(file) - len(text))
	var raw json.RawMessage
	err := json.Unmarshal([]byte(text), &raw)
	var syntax *json.SyntaxError
	switch {
	case o.Err == nil:
		require.NoError(t, err, "%q", file)
		requireWhole(t, file, o)
		requireTokens(t, o.Frame.Doc)
		for _, u := range o.Units {
			requireTokens(t, u.Bytes)
		}
	case o.Err.Code == report.CodeNotHAR:
		require.NoError(t, err, "%q", file)
	case o.Err.Code == report.CodeSyntax, o.Err.Code == report.CodeTooDeep:
		require.True(t, errors.As(err, &syntax), "%q", file)
		require.Equal(t, syntax.Offset-1+mark, o.Err.Offset, "%q: %v", file, err)
		require.Equal(t, strings.Contains(syntax.Error(), "depth"), o.Err.Code == report.CodeTooDeep)
	case o.Err.Code == report.CodeCut:
		require.Error(t, err, "%q", file)
		require.Equal(t, int64(len(file)), o.Err.Offset)
		if len(text) > 0 && text[0] != bom[0] {
			// encoding/json was content up to the end if a zero byte, which
			// stands nowhere in JSON, is the first thing that it refuses.
			require.True(t, errors.As(json.Unmarshal([]byte(text+"\x00"), &raw), &syntax))
			require.Equal(t, int64(len(text)+1), syntax.Offset, "%q", file)
		}
	case o.Err.Code == report.CodeEmpty:
		require.Error(t, err)
	case o.Err.Code == report.CodeNotJSON:
		require.NotEqual(t, byte('{'), file[o.Err.Offset])
	default:
		require.NoError(t, o.Err)
	}
	return o
}

func TestSplitterLikeJSON(t *testing.T) {
	for _, text := range texts() {
		if len(text) < 10000 {
			requireLikeJSON(t, []byte(text))
		}
	}
}

func TestSplitterOnSamples(t *testing.T) {
	for _, s := range samples(100_000) {
		t.Run(s.name, func(t *testing.T) {
			file := string(s.data)
			want := requireSplitLikeJSON(t, file, whole)
			require.Nil(t, want.Err)
			require.Equal(t, want, push(t, Limits{}, file, bytewise))
			for seed := range int64(3) {
				require.Equal(t, want, push(t, Limits{}, file, random(seed, 5000)))
			}
		})
	}
}

func FuzzValid(f *testing.F) {
	for _, text := range texts() {
		if len(text) < 2000 {
			f.Add([]byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) { requireLikeJSON(t, b) })
}

func FuzzSplitter(f *testing.F) {
	for i, text := range texts() {
		if len(text) < 2000 {
			f.Add(text, int64(i), uint8(i%40))
			f.Add(in(text), int64(i), uint8(i%40))
		}
	}
	f.Fuzz(func(t *testing.T, file string, seed int64, largest uint8) {
		for _, l := range []Limits{{}, {MaxDepth: 4, MaxUnit: 40}} {
			want := push(t, l, file, whole)
			require.Equal(t, want, push(t, l, file, bytewise))
			require.Equal(t, want, push(t, l, file, random(seed, int(largest)+1)))
		}
		o := requireSplitLikeJSON(t, file, random(seed, int(largest)+1))
		if o.Err == nil {
			require.True(t, Valid([]byte(strings.TrimPrefix(file, bom))))
		}
	})
}

// The kernels find the first byte that matters, whatever stands around it.
func TestWords(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 20000 {
		b := make([]byte, r.Intn(100))
		for i := range b {
			b[i] = "ab \xff\x80\xa2\xdc!#][}"[r.Intn(12)]
		}
		for range r.Intn(4) {
			if len(b) > 0 {
				b[r.Intn(len(b))] = "\"\\\x00\x1f\n"[r.Intn(5)]
			}
		}
		from := r.Intn(len(b) + 1)
		want := func(stop func(byte) bool) int {
			for i := from; i < len(b); i++ {
				if stop(b[i]) {
					return i
				}
			}
			return len(b)
		}
		require.Equal(t, want(func(c byte) bool { return c < ' ' || c == '"' || c == '\\' }), plain(b, from), "%q", b)
		require.Equal(t, want(func(c byte) bool { return c == '"' || c == '\\' }), unquoted(b, from), "%q", b)
		require.Equal(t, want(func(c byte) bool { return !strings.ContainsRune(" \t\r\n", rune(c)) }), blank(b, from), "%q", b)
	}
}
