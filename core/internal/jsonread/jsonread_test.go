package jsonread

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/tidwall/gjson"
)

// documents are valid, and have what gjson and encoding/json read alike.
var documents = []string{
	`{}`, `{ }`, `[]`, ` [[],{},"",0] `, `"text"`, `17`, `null`, `true`,
	`{"a":1,"b":[1,{"a":2},[3]],"c":{"a":{"a":"deep"}},"d":null,"e":false}`,
	"{\n\t\"a\" : \"x\\n\\\"\\u00e4\\ud83d\\ude00\\/ }\" , \"b\":\"[{\" }",
	`{"a":"first","a":"second"}`,
	`{"\u0061":"an escape in the name","":"none"}`,
	`{"a":-0.5,"b":1e3,"c":1E400,"d":12345678901234567890,"e":200.9,"f":"42","g":"4x"}`,
}

func TestAgainstGjson(t *testing.T) {
	var same func(want gjson.Result, got Value)
	same = func(want gjson.Result, got Value) {
		require.Equal(t, strings.TrimSpace(want.Raw), string(got.Raw()))
		if want.Type == gjson.String || want.Type == gjson.Null {
			require.Equal(t, want.String(), got.Text(), want.Raw)
		}
		if want.Type == gjson.Number && want.Num < 1e18 {
			require.InDelta(t, want.Num, got.Float(), 0, want.Raw)
			require.Equal(t, want.Int(), got.Int(), want.Raw)
		}
		require.Equal(t, want.Type == gjson.Number, got.IsNumber(), want.Raw)
		require.Equal(t, want.IsObject(), got.Is('{'))
		require.Equal(t, want.IsArray(), got.Is('['))
		if want.IsObject() || want.IsArray() {
			var names []string
			var values []gjson.Result
			want.ForEach(func(key, value gjson.Result) bool {
				names, values = append(names, key.String()), append(values, value)
				return true
			})
			n := 0
			got.Each(func(name []byte, member Value) {
				if want.IsArray() {
					require.Empty(t, name)
				} else {
					require.Equal(t, names[n], string(name))
				}
				same(values[n], member)
				n++
			})
			require.Len(t, values, n)
		}
	}
	for _, doc := range documents {
		require.True(t, json.Valid([]byte(doc)), doc)
		want := gjson.Parse(doc)
		got := Of([]byte(doc))
		same(want, got)
		for _, name := range []string{"a", "b", "z"} {
			member := got.Get(name)
			require.Equal(t, want.IsObject() && want.Get(name).Exists(), member.Exists(), doc)
			if member.Exists() {
				require.Equal(t, want.Get(name).Raw, string(member.Raw()), doc)
				require.Equal(t, doc[member.Start:member.End], string(member.Raw()), doc)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for doc, want := range map[string]int64{
		`5`: 5, `-5.9`: -5, `1e3`: 1000, `1e400`: 0, `1e19`: 0, `"42"`: 42, `"4x"`: 0, `"Infinity"`: 0, `"1e3"`: 0, `true`: 0, `null`: 0, `{}`: 0, `[7]`: 0,
	} {
		require.Equal(t, want, Of([]byte(doc)).Int(), doc)
	}
	require.Zero(t, Of([]byte(`"Infinity"`)).Float())
	require.Zero(t, Value{}.Int())
	require.Empty(t, Value{}.Text())
	require.False(t, Value{}.Get("a").Get("b").Exists())
}

func FuzzEveryValueIsOne(f *testing.F) {
	for _, doc := range documents {
		f.Add([]byte(doc))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		if !json.Valid(doc) {
			return
		}
		var read func(v Value)
		read = func(v Value) {
			require.True(t, json.Valid(v.Raw()), "%q", v.Raw())
			if v.Is('"') && utf8.Valid(v.Raw()) {
				var want string
				require.NoError(t, json.Unmarshal(v.Raw(), &want))
				require.Equal(t, want, v.Text(), "%q", v.Raw())
			}
			_, _ = v.Int(), v.Float()
			v.Each(func(_ []byte, member Value) { read(member) })
		}
		read(Of(doc))
	})
}
