package jsonscan

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/report"
)

// outcome is all that a Splitter says about a file, in copies.
type outcome struct {
	Units []Unit
	Frame *Frame
	Err   *report.Error
}

// push sends data through a Splitter in pieces: pieces gives the size of each.
func push(t testing.TB, l Limits, data string, pieces func() int) outcome {
	t.Helper()
	var o outcome
	s := NewSplitter(l)
	emit := func(u Unit) error {
		require.Equal(t, len(u.Bytes), cap(u.Bytes), "a unit must not be appendable into the next")
		u.Bytes = []byte(string(u.Bytes))
		o.Units = append(o.Units, u)
		return nil
	}
	var err error
	for rest := data; rest != "" && err == nil; {
		k := min(max(pieces(), 0), len(rest))
		room := s.Room(k)
		copy(room[:k], rest)
		rest = rest[k:]
		err = s.Commit(k, emit)
		if s.Consumed() != int64(len(data)-len(rest)) {
			require.Equal(t, int64(len(data)-len(rest)), s.Consumed())
		}
	}
	frame, closed := s.Close()
	if err != nil {
		require.Equal(t, err, closed, "an error must stay")
	}
	if closed != nil {
		require.Nil(t, frame)
		require.True(t, errors.As(closed, &o.Err), "%v", closed)
		return o
	}
	o.Frame = frame
	return o
}

func whole() int    { return 1 << 30 }
func bytewise() int { return 1 }

// random gives seeded sizes, some of them 0.
func random(seed int64, largest int) func() int {
	r := rand.New(rand.NewSource(seed))
	return func() int { return r.Intn(largest + 1) }
}

// pushAll requires the same outcome however data is cut, and gives it.
func pushAll(t testing.TB, l Limits, data string) outcome {
	t.Helper()
	want := push(t, l, data, whole)
	require.Equal(t, want, push(t, l, data, bytewise), "byte by byte")
	for seed := range int64(6) {
		largest := []int{2, 3, 7, 9, 20, 100}[seed]
		require.Equal(t, want, push(t, l, data, random(seed, largest)), "random pieces, seed %d", seed)
	}
	return want
}

// undo puts a file together again from its frame and units.
func undo(o outcome) string {
	var b strings.Builder
	if o.Frame.BOM {
		b.WriteString(bom)
	}
	at := 0
	for i, c := range o.Frame.Cuts {
		b.Write(o.Frame.Doc[at:c.Doc])
		b.Write(o.Units[i].Bytes)
		at = c.Doc + 1
	}
	b.Write(o.Frame.Doc[at:])
	return b.String()
}

// requireWhole holds a good outcome against the file that it came from.
func requireWhole(t testing.TB, data string, o outcome) {
	t.Helper()
	require.Equal(t, data, undo(o))
	require.True(t, Valid(o.Frame.Doc), "the frame must be valid JSON")
	require.Equal(t, strings.HasPrefix(data, bom), o.Frame.BOM)
	require.Len(t, o.Frame.Cuts, len(o.Units))
	zero := make(map[int]bool)
	for i, c := range o.Frame.Cuts {
		u := o.Units[i]
		zero[c.Doc] = true
		require.Equal(t, i, u.Index)
		require.Equal(t, c, Cut{Doc: c.Doc, Offset: u.Offset, Len: int64(len(u.Bytes))})
		require.Equal(t, string(u.Bytes), data[u.Offset:u.Offset+c.Len])
		require.Equal(t, byte('0'), o.Frame.Doc[c.Doc])
		require.Equal(t, u.Offset, o.Frame.FileOffset(c.Doc))
		require.True(t, Valid(u.Bytes))
	}
	for i, c := range o.Frame.Doc {
		if !zero[i] && c != data[o.Frame.FileOffset(i)] {
			require.Equal(t, c, data[o.Frame.FileOffset(i)], "byte %d of the frame", i)
		}
	}
	require.Equal(t, int64(len(data)), o.Frame.FileOffset(len(o.Frame.Doc)))
}

// in puts an entry in the smallest HAR.
func in(entry string) string { return `{"log":{"entries":[` + entry + `]}}` }

var goodFiles = []struct {
	name  string
	file  string
	units []string
}{
	{"no entries", `{"log":{"entries":[]}}`, nil},
	{"white space in no entries", `{"log":{"entries":[ ]}}`, nil},
	{"one", in(`{}`), []string{`{}`}},
	{"two", in(`{"a":1},{"b":[2]}`), []string{`{"a":1}`, `{"b":[2]}`}},
	{"white space is frame", " \t\r\n{ \"log\" :\n{ \"entries\"\t: [ {} ,\r\n [ ] ] } } \n", []string{"{}", "[ ]"}},
	{"byte order mark", bom + in(`1,2`), []string{"1", "2"}},
	{"byte order mark and white space", bom + " \n" + in(`{}`) + " ", []string{"{}"}},
	{"elements that are no objects", in(`1,"a",null,true,false,[],-0.5e+3,0,{}`),
		[]string{"1", `"a"`, "null", "true", "false", "[]", "-0.5e+3", "0", "{}"}},
	{"number before white space", in(`1 ,2 `), []string{"1", "2"}},
	{"keys around", `{"a":1,"log":{"version":"1.2","creator":{"name":"x"},"entries":[{}],"comment":""},"b":[2]}`, []string{"{}"}},
	{"entries twice", `{"log":{"entries":[1],"entries":[2,3]}}`, []string{"1", "2", "3"}},
	{"log twice", `{"log":{"entries":[1]},"log":{"entries":[2]}}`, []string{"1", "2"}},
	{"one copy of entries is no array", `{"log":{"entries":{"entries":[7]},"entries":[1]}}`, []string{"1"}},
	{"one copy of log is no object", `{"log":[{"entries":[7]}],"log":{"entries":[1]},"log":"x"}`, []string{"1"}},
	{"escaped keys", `{"l\u006fg":{"\u0065ntr\u0069es":[1]}}`, []string{"1"}},
	{"escaped keys all over", `{"\u006C\u006F\u0067":{"\u0065\u006e\u0074\u0072\u0069\u0065\u0073":[1]}}`, []string{"1"}},
	{"entries elsewhere", `{"entries":[7],"x":{"entries":[7]},"log":{"x":{"entries":[7]},"log":{"entries":[7]},"entries":[{"log":{"entries":[7]}}]}}`,
		[]string{`{"log":{"entries":[7]}}`}},
	{"near names", `{"Log":{"entries":[7]},"log ":{"entries":[7]},"lo\u0067\u0000":{"entries":[7]},"log":{"Entries":[7],"entriess":[7],"entrie":[7],"":[7],"\\u0065ntries":[7],"entries\n":[7],"entries":[1]}}`,
		[]string{"1"}},
	{"every escape", in(`"\"\\\/\b\f\n\r\t\u12aB\ud83d\ude00\ud800"`), []string{`"\"\\\/\b\f\n\r\t\u12aB\ud83d\ude00\ud800"`}},
	{"invalid UTF-8", in("\"\xff\xfe\xc0\x80\xed\xa0\x80\""), []string{"\"\xff\xfe\xc0\x80\xed\xa0\x80\""}},
	{"delete character", in("\"\x7f\""), []string{"\"\x7f\""}},
	{"line separators", in("\"\u2028\u2029\""), []string{"\"\u2028\u2029\""}},
	{"byte order mark inside a string", in(`"` + bom + `"`), []string{`"` + bom + `"`}},
	{"strings of every length", in(stringsUpTo(70)), strings.Split(stringsUpTo(70), ",")},
	{"numbers", in(`0,-0,1,10,1.0,0.1,1e1,1E1,1e+1,1e-1,0e0,-1.5E-07,123456789012345678901234567890`),
		strings.Split(`0,-0,1,10,1.0,0.1,1e1,1E1,1e+1,1e-1,0e0,-1.5E-07,123456789012345678901234567890`, ",")},
	{"nested past one word of kinds", in(strings.Repeat(`[{"a":`, 150) + `1` + strings.Repeat(`}]`, 150)),
		[]string{strings.Repeat(`[{"a":`, 150) + `1` + strings.Repeat(`}]`, 150)}},
	{"nested frame", `{"a":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `,"log":{"entries":[]}}`, nil},
	{"long white space", `{"log":` + strings.Repeat(" ", 50) + `{"entries":[1` + strings.Repeat("\n       \t", 9) + `]}}`, []string{"1"}},
}

// stringsUpTo gives strings of 0 to n bytes, so that their ends fall on every
// place of a word.
func stringsUpTo(n int) string {
	var all []string
	for k := range n {
		all = append(all, `"`+strings.Repeat("x", k)+`"`)
	}
	return strings.Join(all, ",")
}

func TestSplitter(t *testing.T) {
	for _, c := range goodFiles {
		t.Run(c.name, func(t *testing.T) {
			o := pushAll(t, Limits{}, c.file)
			require.Nil(t, o.Err)
			var units []string
			for _, u := range o.Units {
				units = append(units, string(u.Bytes))
			}
			require.Equal(t, c.units, units)
			requireWhole(t, c.file, o)
		})
	}
}

// A file that ends before its end is cut, wherever it ends.
func TestSplitterCutAnywhere(t *testing.T) {
	for _, c := range goodFiles {
		t.Run(c.name, func(t *testing.T) {
			text := strings.TrimRight(c.file, " \n")
			begin := strings.IndexByte(text, '{') + 1
			for n := begin; n < len(text); n++ {
				o := push(t, Limits{}, text[:n], whole)
				require.NotNil(t, o.Err, "%d bytes", n)
				require.Equal(t, report.CodeCut, o.Err.Code, "%d bytes: %v", n, o.Err)
				require.Equal(t, int64(n), o.Err.Offset)
			}
		})
	}
}

var badFiles = []struct {
	name   string
	file   string
	code   report.Code
	offset int64
	says   string // a part of the message
}{
	{"no bytes", "", report.CodeEmpty, -1, "empty"},
	{"white space alone", " \r\n\t", report.CodeEmpty, -1, "empty"},
	{"byte order mark alone", bom, report.CodeEmpty, -1, "empty"},
	{"byte order mark and white space", bom + "\n", report.CodeEmpty, -1, "empty"},
	{"half a byte order mark", bom[:2], report.CodeCut, 2, "ends in the middle"},
	{"broken byte order mark", "\xef\xbb{}", report.CodeNotJSON, 0, "not JSON"},
	{"two byte order marks", bom + bom + "{}", report.CodeNotJSON, 3, "not JSON"},
	{"byte order mark after white space", " " + bom + "{}", report.CodeNotJSON, 1, "not JSON"},

	{"PNG", "\x89PNG\r\n\x1a\n", report.CodeNotJSON, 0, "a PNG picture"},
	{"JPEG", "\xff\xd8\xff\xe0", report.CodeNotJSON, 0, "a JPEG picture"},
	{"PDF", "%PDF-1.7", report.CodeNotJSON, 0, "a PDF document"},
	{"gzip", "\x1f\x8b\x08\x00", report.CodeNotJSON, 0, "unpack it"},
	{"gzip longer than what is looked at", "\x1f\x8b\x08\x00" + strings.Repeat("x", 500), report.CodeNotJSON, 0, "a gzip archive"},
	{"zip", "PK\x03\x04", report.CodeNotJSON, 0, "a zip archive"},
	{"UTF-16 little-endian", "\xff\xfe{\x00", report.CodeNotJSON, 0, "UTF-16"},
	{"UTF-16 big-endian", "\xfe\xff\x00{", report.CodeNotJSON, 0, "UTF-16"},
	{"UTF-16 little-endian without mark", "{\x00\"\x00", report.CodeNotJSON, 1, "UTF-16"},
	{"UTF-16 big-endian without mark", "\x00{\x00\"", report.CodeNotJSON, 0, "UTF-16"},
	{"HTML", "\n<!doctype html>", report.CodeNotJSON, 1, "HTML or XML"},
	{"XML behind a byte order mark", bom + "<?xml", report.CodeNotJSON, 3, "HTML or XML"},
	{"array", "  [{}]", report.CodeNotJSON, 2, "a JSON array"},
	{"string", `"{}"`, report.CodeNotJSON, 0, "a JSON string"},
	{"number", `12`, report.CodeNotJSON, 0, "not JSON"},
	{"JSONP", `onInputData({"log":{}})`, report.CodeNotJSON, 0, "JSONP"},
	{"JSONP with a comment", `/**/ a.b$1({"log":{}})`, report.CodeNotJSON, 0, "JSONP"},
	{"guard", ")]}'\n{}", report.CodeNotJSON, 0, "guard"},
	{"word", "hello", report.CodeNotJSON, 0, "not JSON"},
	{"parenthesis", "({})", report.CodeNotJSON, 0, "not JSON"},

	{"no log", `{}`, report.CodeNotHAR, -1, "log.entries"},
	{"no entries", `{"log":{}}`, report.CodeNotHAR, -1, "log.entries"},
	{"log is no object", `{"log":[{"entries":[]}]}`, report.CodeNotHAR, -1, "log.entries"},
	{"entries are no array", `{"log":{"entries":{}}}`, report.CodeNotHAR, -1, "log.entries"},
	{"entries at the top", `{"entries":[]}`, report.CodeNotHAR, -1, "log.entries"},

	{"open object", `{`, report.CodeCut, 1, "ends in the middle"},
	{"all but the last byte", `{"log":{"entries":[]}`, report.CodeCut, 21, "ends in the middle"},

	{"garbage after", in(``) + `x`, report.CodeSyntax, 22, "follow the end"},
	{"garbage after white space", in(``) + " \n}", report.CodeSyntax, 24, "follow the end"},
	{"second document", in(``) + in(``), report.CodeSyntax, 22, "follow the end"},
	{"zero byte after", in(``) + "\x00", report.CodeSyntax, 22, "follow the end"},
	{"byte order mark after", in(``) + bom, report.CodeSyntax, 22, "follow the end"},

	{"key without quotes", `{log:1}`, report.CodeSyntax, 1, "a key in quotes"},
	{"key in single quotes", `{'log':1}`, report.CodeSyntax, 1, "a key in quotes"},
	{"comma first", `{,"log":1}`, report.CodeSyntax, 1, "a key in quotes"},
	{"comma last", `{"log":1,}`, report.CodeSyntax, 9, "a key in quotes"},
	{"two commas", `{"log":1,,}`, report.CodeSyntax, 9, "a key in quotes"},
	{"no colon", `{"log"1}`, report.CodeSyntax, 6, "a colon"},
	{"two colons", `{"log"::1}`, report.CodeSyntax, 7, "a value"},
	{"no value", `{"log":}`, report.CodeSyntax, 7, "a value"},
	{"no comma", `{"a":1 "b":2}`, report.CodeSyntax, 7, "a comma"},
	{"wrong bracket at the top", `{"a":1]`, report.CodeSyntax, 6, "a comma"},
	{"wrong bracket in log", `{"log":{"a":1]`, report.CodeSyntax, 13, "a comma"},
	{"wrong bracket in entries", `{"log":{"entries":[1}`, report.CodeSyntax, 20, "a comma"},
	{"wrong bracket in empty entries", `{"log":{"entries":[}`, report.CodeSyntax, 19, "a value"},
	{"wrong bracket in empty log", `{"log":{]`, report.CodeSyntax, 8, "a key in quotes"},
	{"comment", `{/**/}`, report.CodeSyntax, 1, "a key in quotes"},
	{"control character in a key", "{\"l\nog\":1}", report.CodeSyntax, 3, "a control character"},
	{"broken escape in a key", `{"l\qog":1}`, report.CodeSyntax, 4, "a backslash"},
	{"entries begin with a comma", in(`,1`), report.CodeSyntax, 19, "a value"},
	{"entries end with a comma", in(`1,`), report.CodeSyntax, 21, "a value"},
	{"entries without a comma", in(`1 2`), report.CodeSyntax, 21, "a comma"},
	{"entries with a colon", in(`1:2`), report.CodeSyntax, 20, "a comma"},
	{"form feed is no white space", in("\f"), report.CodeSyntax, 19, "a value"},
	{"no-break space is no white space", "{\u00a0}", report.CodeSyntax, 1, "a key in quotes"},
}

// badEntries are put in the place of an entry, of a value of the frame, and in
// an array and an object in both: at is where in the entry the error stands.
var badEntries = []struct {
	entry string
	at    int64
}{
	{`x`, 0}, {`'a'`, 0}, {`}`, 0}, {`:`, 0}, {`NaN`, 0}, {`Infinity`, 0}, {`-Infinity`, 1}, {`undefined`, 0}, {`True`, 0}, {"\x00", 0}, {"\xff", 0}, {bom, 0}, {`/**/1`, 0}, {`#`, 0},
	{`tru `, 3}, {`tRue`, 1}, {`truth`, 3}, {`falsy`, 4}, {`nul1`, 3}, {`nulll`, 4}, {`true1`, 4}, {`nullnull`, 4},
	{`+1`, 0}, {`.5`, 0}, {`-`, 1}, {`--1`, 1}, {`-a`, 1}, {`-.5`, 1}, {`01`, 1}, {`-01`, 2}, {`00`, 1}, {`1.`, 2}, {`1.e1`, 2}, {`0.`, 2}, {`1..2`, 2}, {`1.2.3`, 3},
	{`1e`, 2}, {`1E`, 2}, {`1e+`, 3}, {`1e-`, 3}, {`1e+-1`, 3}, {`1e1.5`, 3}, {`1e1e1`, 3}, {`0x1`, 1}, {`0b1`, 1}, {`1_000`, 1}, {`1a`, 1}, {`1+2`, 1}, {`1-2`, 1}, {`1"a"`, 1},
	{"\"\x00\"", 1}, {"\"\x1f\"", 1}, {"\"a\nb\"", 2}, {"\"\t\"", 1}, {"\"" + strings.Repeat("x", 40) + "\r\"", 41},
	{`"\x"`, 2}, {`"\a"`, 2}, {`"\'"`, 2}, {`"\U0041"`, 2}, {`"\0"`, 2}, {"\"\\\n\"", 2}, {"\"\\\x00\"", 2}, {"\"\\\xff\"", 2},
	{`"\u"`, 3}, {`"\u1"`, 4}, {`"\u12"`, 5}, {`"\u123"`, 6}, {`"\u123g"`, 6}, {`"\uG000"`, 3}, {`"\u00:0"`, 5}, {`"\u00@0"`, 5}, {"\"\\u00`0\"", 5}, {`"\u00/0"`, 5}, {`"\u+123"`, 3}, {`"\ud800\u"`, 9},
	{`"a""b"`, 3}, {`"a"x`, 3}, {`[1,]`, 3}, {`[,1]`, 1}, {`[1,,2]`, 3}, {`[1 2]`, 3}, {`[1}`, 2}, {`[}`, 1}, {`[1:2]`, 2}, {`[:]`, 1}, {`["a":1]`, 4}, {`[]]`, 2},
	{`{,}`, 1}, {`{"a"}`, 4}, {`{"a":}`, 5}, {`{"a":1,}`, 7}, {`{"a":1,,"b":2}`, 7}, {`{"a":1]`, 6}, {`{]`, 1}, {`{1:2}`, 1}, {`{a:1}`, 1}, {`{'a':1}`, 1}, {`{"a" 1}`, 5}, {`{"a"::1}`, 5},
	{`{"a":1 "b":2}`, 7}, {`{"a","b"}`, 4}, {`{null:1}`, 1}, {`{[]:1}`, 1}, {`{"a":1}}`, 7}, {`{"a` + "\n" + `":1}`, 3}, {`{"a\x":1}`, 4}, {`{"a":truE}`, 8}, {`{"a":01}`, 6}, {`{"` + strings.Repeat("x", 40) + `\q":1}`, 43},
	{strings.Repeat("[", 130) + strings.Repeat("]", 100) + "}", 230}, {strings.Repeat(`{"a":`, 130) + "1" + strings.Repeat("}", 100) + "]", 751},
}

func TestSplitterErrors(t *testing.T) {
	requireError := func(t *testing.T, file string, code report.Code, offset int64) *report.Error {
		o := pushAll(t, Limits{}, file)
		require.NotNil(t, o.Err)
		require.Equal(t, code, o.Err.Code, "%v", o.Err)
		require.Equal(t, offset, o.Err.Offset, "%v", o.Err)
		require.NotContains(t, o.Err.Message, "\n")
		require.False(t, strings.HasSuffix(o.Err.Message, "."))
		return o.Err
	}
	for _, c := range badFiles {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, requireError(t, c.file, c.code, c.offset).Message, c.says)
		})
	}
	for _, c := range badEntries {
		for _, around := range [][2]string{
			{`{"log":{"entries":[`, ` ]}}`},
			{`{"log":{"entries":[{}, `, ",1]}}"},
			{`{"log":{"entries":[{"a":`, ` }]}}`},
			{`{"log":{"entries":[[`, ` ]]}}`},
			{`{"log":{"a":`, ` ,"entries":[]}}`},
			{`{"a":`, ` ,"log":{"entries":[]}}`},
			{`{"log":{"entries":[]},"a":[`, ` ]}`},
		} {
			// A stray closing bracket is no error where it fits.
			if strings.HasPrefix(c.entry, "}") || strings.HasSuffix(c.entry, "}}") || strings.HasSuffix(c.entry, "]]") {
				if !strings.HasSuffix(around[0], `"entries":[`) {
					continue
				}
				if strings.HasSuffix(c.entry, "]]") {
					continue
				}
			}
			t.Run(fmt.Sprintf("%q in %s", c.entry, around[0]), func(t *testing.T) {
				requireError(t, around[0]+c.entry+around[1], report.CodeSyntax, int64(len(around[0]))+c.at)
			})
		}
	}
}

func TestSplitterDepth(t *testing.T) {
	nest := func(open, close string, n int) string { return strings.Repeat(open, n) + strings.Repeat(close, n) }
	for _, c := range []struct {
		name   string
		limits Limits
		file   string
		offset int64 // of the error, -1 for none
	}{
		{"unit at the default", Limits{}, in(nest("[", "]", 9997)), -1},
		{"unit past the default", Limits{}, in(nest("[", "]", 9998)), 19 + 9997},
		{"unit at the limit", Limits{MaxDepth: 5}, in(`[{}]`), -1},
		{"unit past the limit", Limits{MaxDepth: 5}, in(`[[{}]]`), 21},
		{"object past the limit", Limits{MaxDepth: 5}, in(`{"a":{"b":[]}}`), 29},
		{"units do not add up", Limits{MaxDepth: 4}, in(`[],[],{},[]`), -1},
		{"value of log at the limit", Limits{MaxDepth: 3}, `{"log":{"a":[],"entries":[]}}`, -1},
		{"value of log past the limit", Limits{MaxDepth: 3}, `{"log":{"a":[[]],"entries":[]}}`, 13},
		{"value at the top past the limit", Limits{MaxDepth: 3}, `{"a":[[[]]],"log":{"entries":[]}}`, 7},
		{"entries past the limit", Limits{MaxDepth: 2}, in(``), 18},
		{"log past the limit", Limits{MaxDepth: 1}, in(``), 7},
		{"a scalar nests nothing", Limits{MaxDepth: 3}, in(`1,"a"`), -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := pushAll(t, c.limits, c.file)
			if c.offset < 0 {
				require.Nil(t, o.Err)
				requireWhole(t, c.file, o)
				return
			}
			require.NotNil(t, o.Err)
			require.Equal(t, report.CodeTooDeep, o.Err.Code)
			require.Equal(t, c.offset, o.Err.Offset)
		})
	}
}

func TestSplitterMaxUnit(t *testing.T) {
	const limit = 30
	for _, c := range []struct {
		name   string
		file   string
		code   report.Code // "" for none
		offset int64
	}{
		{"string at the limit", in(`"` + strings.Repeat("x", limit-2) + `"`), "", 0},
		{"string past the limit", in(`"` + strings.Repeat("x", limit-1) + `"`), report.CodeTooLarge, 19},
		{"number at the limit", in(strings.Repeat("1", limit)), "", 0},
		{"number past the limit", in(strings.Repeat("1", limit+1)), report.CodeTooLarge, 19},
		{"second unit", in(`1,"` + strings.Repeat("x", 100) + `"`), report.CodeTooLarge, 21},
		{"error before the limit", in(`{"a":x` + strings.Repeat("x", 100) + `"`), report.CodeSyntax, 24},
		{"error after the limit", in(`"` + strings.Repeat("x", 100) + `" x`), report.CodeTooLarge, 19},
		{"no end", `{"log":{"entries":["` + strings.Repeat("x", 100), report.CodeTooLarge, 19},
		{"frame at the limit", in(`1`) + strings.Repeat(" ", limit-23), "", 0},
		{"frame past the limit", in(`"abc"`) + strings.Repeat(" ", limit-23) + " ", report.CodeTooLarge, limit + 4},
		{"frame past the limit in a string", `{"` + strings.Repeat("x", 100) + `":1}`, report.CodeTooLarge, limit},
		{"frame past the limit in white space", bom + strings.Repeat(" ", 100), report.CodeTooLarge, limit + 3},
		{"frame error after the limit", `{"` + strings.Repeat("x", 100) + `"x`, report.CodeTooLarge, limit},
		{"frame error before the limit", `{"` + strings.Repeat("x", 20) + "\n" + strings.Repeat("x", 100), report.CodeSyntax, 22},
		{"no JSON after the limit", strings.Repeat(" ", 100) + "<", report.CodeTooLarge, limit},
		{"no JSON before the limit", "<" + strings.Repeat(" ", 100), report.CodeNotJSON, 0},
		{"no room for a unit's place", `{"log":{"entries":[` + strings.Repeat(" ", limit-19) + `1]}}`, report.CodeTooLarge, limit},
		{"units fill the frame", in(strings.Repeat("1,", 100) + "1"), report.CodeTooLarge, limit},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := pushAll(t, Limits{MaxUnit: limit}, c.file)
			if c.code == "" {
				require.Nil(t, o.Err)
				requireWhole(t, c.file, o)
				return
			}
			require.NotNil(t, o.Err)
			require.Equal(t, c.code, o.Err.Code, "%v", o.Err)
			require.Equal(t, c.offset, o.Err.Offset, "%v", o.Err)
		})
	}
}

func TestSplitterEmitError(t *testing.T) {
	refusal := errors.New("no more")
	s := NewSplitter(Limits{})
	n := copy(s.Room(100), in(`1,2,3`))
	units := 0
	emit := func(u Unit) error {
		if units++; u.Index == 1 {
			return refusal
		}
		return nil
	}
	require.Equal(t, refusal, s.Commit(n, emit))
	require.Equal(t, refusal, s.Commit(0, emit))
	_, err := s.Close()
	require.Equal(t, refusal, err)
	require.Equal(t, 2, units)
}

func TestSplitterRoom(t *testing.T) {
	t.Run("too much committed", func(t *testing.T) {
		s := NewSplitter(Limits{})
		s.Room(4)
		require.Panics(t, func() { _ = s.Commit(5, nil) })
		require.Panics(t, func() { _ = s.Commit(-1, nil) })
	})
	t.Run("asked again", func(t *testing.T) {
		s := NewSplitter(Limits{})
		for _, n := range []int{1, 100, 0, 7} {
			require.GreaterOrEqual(t, len(s.Room(n)), n)
		}
		n := copy(s.Room(30), in(`1`))
		require.NoError(t, s.Commit(n, func(Unit) error { return nil }))
		_, err := s.Close()
		require.NoError(t, err)
	})
	t.Run("does not grow with the file", func(t *testing.T) {
		s := NewSplitter(Limits{})
		entry := `{"a":"` + strings.Repeat("x", 990) + `"},`
		feed := func(text string) {
			for len(text) > 0 {
				n := copy(s.Room(300), text)
				text = text[n:]
				require.NoError(t, s.Commit(n, func(Unit) error { return nil }))
			}
		}
		feed(`{"log":{"entries":[`)
		for range 1000 {
			feed(entry)
		}
		require.Less(t, len(s.buf), 4000)
		require.Less(t, len(s.frame.Doc), 2100)
	})
	// However small the pieces, a large unit is moved a few times only.
	t.Run("large unit in small pieces", func(t *testing.T) {
		s := NewSplitter(Limits{})
		text := in(`"` + strings.Repeat("x", 1<<20) + `"`)
		moves := 0
		for len(text) > 0 {
			at := s.base
			size := len(s.buf)
			n := copy(s.Room(100), text)
			if len(s.buf) != size || s.base != at && s.from != s.end {
				moves++
			}
			text = text[n:]
			require.NoError(t, s.Commit(n, func(Unit) error { return nil }))
		}
		require.Less(t, moves, 40)
	})
}

// The message of an error holds nothing of the file but its kind.
func TestSplitterErrorsHoldNoValue(t *testing.T) {
	const secret = "s3cr3tT0k3n"
	for _, file := range []string{
		secret, secret + "({})", "<" + secret, `{"` + secret, `{"` + secret + `" x`, in(`"` + secret + `\q"`), in(`{"a":` + secret),
		in(`"`+secret+`"`) + secret, `{"a":"` + secret + `"}`, `{"log":"` + secret,
	} {
		for _, l := range []Limits{{}, {MaxUnit: 8}, {MaxDepth: 1}} {
			o := pushAll(t, l, file)
			require.NotNil(t, o.Err)
			require.NotContains(t, o.Err.Error(), secret)
			require.NotContains(t, o.Err.Error(), secret[:4])
		}
	}
}
