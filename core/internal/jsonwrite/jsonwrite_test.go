package jsonwrite

import (
	"encoding/json"
	"math"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestString(t *testing.T) {
	for _, s := range []string{"", "plain", `"quoted" \ and / `, "\x00\x01\b\t\n\v\f\r\x1f ~\x7f", "ä€😀\u2028\u2029", "cut \xF0\x9F\x98 and \xFF", "\xED\xA0\x80", "<a href='x'>&amp;"} {
		b := String([]byte("before "), s)
		require.True(t, utf8.Valid(b), "%q", s)
		var got, want string
		require.NoError(t, json.Unmarshal(b[len("before "):], &got), "%q", s)
		doc, err := json.Marshal(s)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(doc, &want))
		require.Equal(t, want, got, "%q", s)
	}
}

func TestObject(t *testing.T) {
	require.Equal(t, "{}", string(Open(nil).Close()))
	type inner struct {
		A int `json:"a"`
	}
	type outer struct {
		Text    string    `json:"text & of it"`
		Number  int64     `json:"number"`
		Least   int64     `json:"least"`
		Floats  []float64 `json:"floats"`
		On      bool      `json:"on"`
		Off     bool      `json:"off"`
		Texts   []string  `json:"texts"`
		Numbers []int     `json:"numbers"`
		None    []int     `json:"none"`
		Empty   []string  `json:"empty"`
		Inner   []inner   `json:"inner"`
	}
	x := outer{
		Text: "a \"b\"", Number: math.MaxInt64, Least: math.MinInt64, Floats: []float64{0, -0.5, 1e21, 1e-7, 5e-324, math.MaxFloat64, 12345.678}, On: true,
		Texts: []string{"a", "b"}, Numbers: []int{3, -4}, Empty: []string{}, Inner: []inner{{1}, {2}},
	}
	o := Open([]byte("before "))
	o.Text("text & of it", x.Text)
	o.Number("number", x.Number)
	o.Number("least", x.Least)
	o.Value("floats", func(b []byte) []byte {
		return List(b, x.Floats, func(b []byte, f *float64) []byte {
			o := Open(nil)
			o.Float("", *f)
			return append(b, o.Close()[len(`{"":`):len(o.Close())-1]...)
		})
	})
	o.Flag("on", x.On)
	o.Flag("off", x.Off)
	o.Texts("texts", x.Texts)
	o.Numbers("numbers", x.Numbers)
	o.Numbers("none", x.None)
	o.Texts("empty", x.Empty)
	o.Value("inner", func(b []byte) []byte {
		return List(b, x.Inner, func(b []byte, i *inner) []byte {
			o := Open(b)
			o.Number("a", int64(i.A))
			return o.Close()
		})
	})
	got := string(o.Close())[len("before "):]
	want, err := json.Marshal(x)
	require.NoError(t, err)
	require.JSONEq(t, string(want), got)
}
