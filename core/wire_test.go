package core

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tidwall/gjson"
	"github.com/tidwall/sjson"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
	"github.com/har-redactor/har-redactor/testdata/capture"
)

// someFindings are those of a made-up capture, with something in every field.
func someFindings(t testing.TB) *Findings {
	var doc bytes.Buffer
	require.NoError(t, capture.Write(&doc, 100_000, capture.Kind{Seed: 3, Secrets: 10}))
	lead := NewLead(policy.Policy{}, Options{})
	copy(lead.Room(doc.Len()), doc.Bytes())
	batches, err := lead.Commit(doc.Len())
	require.NoError(t, err)
	last, err := lead.EndFile()
	require.NoError(t, err)
	for _, b := range append(batches, last...) {
		b.Bytes = doc.Bytes()[b.Offset : b.Offset+int64(b.size())]
		lead.Scan(b)
	}
	f := lead.Findings()
	require.NotEmpty(t, f.Candidates)
	require.NotEmpty(t, f.Kept)
	f.Passed["image"] = Passed{Count: 2, Bytes: 300, Entries: []int{1, 4}}
	f.Candidates[0].Part, f.Last, f.Hint = true, 7, true
	return f
}

func TestFindingsCrossTheWire(t *testing.T) {
	f := someFindings(t)
	b := f.Append(nil)
	got, err := ReadFindings(b)
	require.NoError(t, err)
	require.Equal(t, f, got)
	for n := range b {
		_, err := ReadFindings(b[:n])
		require.ErrorIs(t, err, errWire)
	}
	_, err = ReadFindings(append(b, 0))
	require.ErrorIs(t, err, errWire)
}

// filled sets all that x points to, each to something else.
func filled[T any](x *T) *T {
	n := int64(1)
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		n++
		switch v.Kind() {
		case reflect.String:
			v.SetString(fmt.Sprintf("text %d \"<ä>\"\n", n))
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Int, reflect.Int32, reflect.Int64:
			v.SetInt(n)
		case reflect.Float64:
			v.SetFloat(float64(n) + 0.25)
		case reflect.Slice:
			if v.Type().Elem().Kind() == reflect.Uint8 {
				return
			}
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0))
			fill(v.Index(1))
		case reflect.Array:
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Map:
			v.Set(reflect.MakeMap(v.Type()))
			for _, name := range timings[:2] {
				key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
				fill(key)
				if key.Kind() == reflect.String {
					key.SetString(name)
				}
				fill(value)
				v.SetMapIndex(key, value)
			}
		default:
			panic(v.Kind())
		}
	}
	fill(reflect.ValueOf(x).Elem())
	return x
}

// No field is forgotten where what the core says becomes JSON.
func TestJSONHasEveryField(t *testing.T) {
	for _, x := range []interface{ AppendJSON(b []byte) []byte }{
		filled(&report.Report{}), filled(&Finding{}), filled(&Row{}), filled(&Revocation{}), filled(&Segment{}),
		&report.Report{}, &Finding{}, &Row{Timings: map[string]float64{}}, &Revocation{}, &Segment{},
		&report.Error{Code: report.CodeCut, Offset: -1, File: 3, Message: "a \"message\""},
	} {
		want, err := json.Marshal(x)
		require.NoError(t, err)
		require.JSONEq(t, string(want), string(x.AppendJSON(nil)), "%T", x)
	}
	require.JSONEq(t, `[{"file":1,"first":2,"units":2,"offset":3,"size":9},{"file":0,"first":0,"units":1,"offset":0,"size":5}]`,
		string(AppendList(nil, []Batch{{File: 1, First: 2, Offset: 3, Spans: [][2]int{{0, 4}, {5, 9}}}, {Spans: [][2]int{{0, 5}}}})))
	require.Equal(t, "[]", string(AppendList(nil, []Finding{})))
}

func TestBatchesAndOutcomesCrossTheWire(t *testing.T) {
	batch := filled(&Batch{})
	b := batch.Append(nil)
	got, err := ReadBatch(b)
	require.NoError(t, err)
	require.Equal(t, *batch, got)
	for n := range b {
		_, err := ReadBatch(b[:n])
		require.ErrorIs(t, err, errWire)
	}

	outcome := filled(&Outcome{})
	outcome.Rows[1].Claims = nil
	b = outcome.Append(nil)
	back, err := ReadOutcome(b)
	require.NoError(t, err)
	require.Equal(t, outcome, back)
	for n := range b {
		_, err := ReadOutcome(b[:n])
		require.ErrorIs(t, err, errWire)
	}
	_, err = ReadOutcome(append(b, 0))
	require.ErrorIs(t, err, errWire)
}

func TestStart(t *testing.T) {
	lead, worker, err := Start([]byte(`{"lead":true,"review":true,"batch":5000,"policy":{"preset":"strict"}}`))
	require.NoError(t, err)
	require.Same(t, lead.Worker, worker)
	require.Equal(t, policy.Strict(), worker.policy)
	require.True(t, worker.review)
	require.Equal(t, int64(5000), lead.batch)

	lead, worker, err = Start([]byte(`{}`))
	require.NoError(t, err)
	require.Nil(t, lead)
	require.Equal(t, policy.Standard(), worker.policy)
	require.False(t, worker.review)

	for doc, code := range map[string]report.Code{`{"policy":{"presett":"strict"}}`: report.CodePolicy, `{"policy":"strict"}`: report.CodePolicy, `{`: report.CodeInternal} {
		_, _, err = Start([]byte(doc))
		var e *report.Error
		require.ErrorAs(t, err, &e, doc)
		require.Equal(t, code, e.Code, doc)
	}
}

func TestParseDecisions(t *testing.T) {
	for doc, want := range map[string]Decisions{
		`{}`:                        {},
		` {"keep":null,"also":[]} `: {},
		`{"keep":[{"secret":3,"reason":"a \u0074est"},{"secret":0}],"also":["x","\"y\""]}`: {Keep: []Keep{{3, "a test"}, {0, ""}}, Also: []string{"x", `"y"`}},
	} {
		got, err := ParseDecisions([]byte(doc))
		require.NoError(t, err, doc)
		require.Equal(t, want, got, doc)
	}
	for _, doc := range []string{
		``, `{`, `[]`, `null`, `{"keep":{}}`, `{"keep":"x"}`, `{"keep":[3]}`, `{"keep":[{}]}`, `{"keep":[{"secret":"3"}]}`, `{"keep":[{"secret":1.5}]}`,
		`{"keep":[{"secret":1e400}]}`, `{"keep":[{"secret":1,"reason":5}]}`, `{"also":"x"}`, `{"also":[1]}`, `{"also":[null]}`,
	} {
		_, err := ParseDecisions([]byte(doc))
		var e *report.Error
		require.ErrorAs(t, err, &e, doc)
		require.Equal(t, report.CodeDecision, e.Code)
	}
}

// sjson, which does it in another way, says what log.comment becomes.
func TestComment(t *testing.T) {
	const text = `redacted, "so to say"`
	for _, doc := range []string{
		`{"log":{"entries":[0, 0 ,0]}}`,
		` {"version":1 , "log" : { "entries":[0],"pages":[] } } `,
		`{"log":{"comment":"","entries":[0]}}`,
		`{"log":{"comment" : "by \"hand\"" , "entries":[0,0]},"x":1}`,
		`{"log":{"entries":[0],"comment":null}}`,
		`{"log":{"entries":[0],"comment":{"by":"hand"},"entries":[0]}}`,
		`{"log":{"entries":[0,0]},"log":{"entries":[0]}}`,
		`{"log":{},"log":{"entries":[0,0]}}`,
	} {
		f := &file{doc: []byte(doc)}
		for i := range doc {
			if doc[i] == '0' {
				f.cuts = append(f.cuts, i)
			}
		}
		note := text
		if have := gjson.Get(doc, "log.comment").String(); have != "" {
			note = have + "; " + text
		}
		want, err := sjson.Set(doc, "log.comment", note)
		require.NoError(t, err)
		f.comment(text)
		require.True(t, gjson.ValidBytes(f.doc), "%s", f.doc)
		require.Equal(t, note, gjson.GetBytes(f.doc, "log.comment").String())
		require.JSONEq(t, want, string(f.doc))
		for _, c := range f.cuts {
			require.Equal(t, "0", string(f.doc[c]), "%s", f.doc)
		}
		again := string(f.doc)
		f.comment(text)
		require.Equal(t, again, string(f.doc), "a second run")
	}
}

func FuzzReadOutcome(f *testing.F) {
	f.Add(filled(&Outcome{}).Append(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := ReadOutcome(b)
		if err != nil {
			return
		}
		once := x.Append(nil)
		y, err := ReadOutcome(once)
		require.NoError(t, err)
		// Maps have no order.
		require.Len(t, y.Append(nil), len(once))
	})
}

func FuzzReadFindings(f *testing.F) {
	f.Add(someFindings(f).Append(nil))
	f.Add([]byte{2})
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := ReadFindings(b)
		if err != nil {
			return
		}
		y, err := ReadFindings(x.Append(nil))
		require.NoError(t, err)
		require.Equal(t, x, y)
	})
}
