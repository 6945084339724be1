package har_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/internal/har"
)

// recorder writes down what it is told.
type recorder struct {
	data []byte
	log  []string
}

func (r *recorder) s(s har.Span) string {
	if !s.Ok() {
		return "-"
	}
	return string(r.data[s.Start:s.End])
}

func (r *recorder) add(format string, args ...any) {
	r.log = append(r.log, fmt.Sprintf(format, args...))
}

func (r *recorder) Key(har.Span) {}
func (r *recorder) Leaf(_ har.Role, k, v har.Span) {
	r.add("leaf %s=%s", r.s(k), r.s(v))
}
func (r *recorder) Pair(role har.Role, n, v har.Span) {
	r.add("%s %s=%s", roles[role], r.s(n), r.s(v))
}
func (r *recorder) Number(_ har.Role, k, v har.Span) { r.add("number %s=%s", r.s(k), r.s(v)) }
func (r *recorder) NumberPair(role har.Role, n, v har.Span) {
	r.add("%s %s=%s", roles[role], r.s(n), r.s(v))
}
func (r *recorder) Beside(n, v har.Span, weak bool) { r.add("beside %s=%s %t", r.s(n), r.s(v), weak) }
func (r *recorder) Column(title har.Span) bool      { return r.s(title) == "password" }
func (r *recorder) Body(role har.Role, text, mime, encoding har.Span) {
	r.add("%s body %s %s %s", roles[role], r.s(text), r.s(mime), r.s(encoding))
}
func (r *recorder) Enter() { r.add("enter") }
func (r *recorder) Leave(role har.Role, whole har.Span) {
	r.add("%s leave %s", roles[role], r.s(whole))
}
func (r *recorder) JWK(private []har.Span) {
	for _, s := range private {
		r.add("jwk %s", r.s(s))
	}
}

var roles = map[har.Role]string{har.Any: "any", har.Headers: "header", har.Cookies: "cookie", har.Query: "query", har.Params: "param", har.PostData: "request", har.Content: "response", har.Frames: "frame"}

func unescape(dst, src []byte) []byte {
	var s string
	if err := json.Unmarshal([]byte(`"`+string(src)+`"`), &s); err != nil {
		panic(err)
	}
	return append(dst, s...)
}

func walk(data string) []string {
	r := &recorder{data: []byte(data)}
	w := har.Walker{Unescape: unescape}
	w.Walk(r.data, har.Any, r)
	return r.log
}

func TestWalkTellsRoles(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"headers", `{"headers":[{"name":"A","value":"1"}]}`, []string{"leaf name=A", "header A=1"}},
		{"value first", `{"headers":[{"value":"1","name":"A"}]}`, []string{"leaf name=A", "header A=1"}},
		{"names twice", `{"headers":[{"name":"A","name":"B","value":"1"}]}`, []string{"leaf name=A", "leaf name=B", "header A=1", "header B=1"}},
		{"values twice", `{"headers":[{"name":"A","value":"1","value":"2"}]}`, []string{"leaf name=A", "header A=1", "header A=2"}},
		{"more values than fit", `{"headers":[{"value":"1","value":"2","value":"3","value":"4","name":"A","value":"5"}]}`, []string{"leaf name=A", "header A=1", "header A=2", "header A=3", "header A=4", "header A=5"}},
		{"a list of values", `{"headers":[{"value":["1",["2"]],"name":"A","x":["3"]}]}`, []string{"leaf name=A", "leaf x=3", "header A=1", "header A=2"}},
		{"a list of values anywhere", `[{"key":"a","value":["1","2"]}]`, []string{"leaf key=a", "any a=1", "any a=2"}},
		{"a value that is an object", `{"cookies":[{"name":"a","value":{"b":"1"}}]}`, []string{"leaf name=a", "leaf b=1", "cookie a=1"}},
		{"a cookie without a name", `{"cookies":[{"value":"1","path":"/"}]}`, []string{"leaf path=/", "cookie -=1"}},
		{"escaped keys", `{"h\u0065aders":[{"n\u0061me":"A","valu\u0065":"1"}]}`, []string{`leaf n\u0061me=A`, "header A=1"}},
		{"headers as an object", `{"headers":{"A":"1","B":["2","3"]}}`, []string{"header A=1", "header B=2", "header B=3"}},
		{"headers as an object with one called name", `{"headers":{"name":"1","B":"2"}}`, []string{"header B=2", "header name=1"}},
		{"headers as pairs", `{"headers":[["A","1"],["B","2"]]}`, []string{"leaf headers=A", "header A=1", "leaf headers=B", "header B=2"}},
		{"raw headers", `{"rawHeaders":["A","1","B","2","C","3"]}`, []string{"leaf rawHeaders=A", "header A=1", "leaf rawHeaders=B", "header B=2", "leaf rawHeaders=C", "header C=3"}},
		{"cookies", `{"cookies":[{"name":"a","value":"1","path":"/"}]}`, []string{"leaf name=a", "leaf path=/", "cookie a=1"}},
		{"cookies as an object", `{"cookies":{"a":"1","value":"2"}}`, []string{"cookie a=1", "cookie value=2"}},
		{"cookies as objects by name", `{"cookies":{"a":{"value":"1","path":"/"}}}`, []string{"leaf path=/", "cookie a=1"}},
		{"query", `{"queryString":[{"name":"a","value":"1"}]}`, []string{"leaf name=a", "query a=1"}},
		{"params only in postData", `{"postData":{"params":[{"name":"a","value":"1"}]},"params":{"b":"2"}}`, []string{"leaf name=a", "param a=1", "leaf b=2"}},
		{"number value", `{"cookies":[{"name":"a","value":1}]}`, []string{"leaf name=a", "cookie a=1"}},
		{"content", `{"content":{"text":"T","mimeType":"M","encoding":"base64"}}`, []string{"leaf mimeType=M", "leaf encoding=base64", "response body T M base64"}},
		{"postData", `{"postData":{"mimeType":"M","text":"T"}}`, []string{"leaf mimeType=M", "request body T M -"}},
		{"two texts", `{"content":{"text":"T","text":"U"}}`, []string{"response body T - -", "response body U - -"}},
		{"a body that is no string", `{"content":{"text":{"rows":[{"key":"a","value":"1"}]},"size":1}}`, []string{"enter", "leaf key=a", "any a=1", `response leave {"rows":[{"key":"a","value":"1"}]}`, "number size=1"}},
		{"a body that is a number", `{"postData":{"text":1}}`, []string{"enter", "number text=1", "request leave 1"}},
		{"a body that is cut", `{"content":{"text":{"a":"1","b`, []string{"enter", "leaf a=1", `response leave {"a":"1",`}},
		{"a request body without what describes it", `{"postData":"T"}`, []string{"request body T - -"}},
		{"fields that are no strings", `{"postData":{"params":[{"name":"a","value":[1]},{"name":"b","value":2}]}}`, []string{"leaf name=a", "enter", "number value=1", "param leave [1]", "leaf name=b", "enter", "param b=2", "param leave 2"}},
		{"fields as an object that are no strings", `{"postData":{"params":{"a":{"c":"1"}}}}`, []string{"enter", "leaf c=1", `param leave {"c":"1"}`}},
		{"messages that are no strings", `{"_webSocketMessages":[{"time":1,"data":{"a":{"b":2}}},{"data":3}]}`, []string{"number time=1", "enter", "number b=2", `frame leave {"a":{"b":2}}`, "enter", "number data=3", "frame leave 3"}},
		{"pairs anywhere", `{"x":[{"key":"a","value":"1"}]}`, []string{"leaf key=a", "any a=1"}},
		{"lone value", `{"x":{"value":"1"}}`, []string{"leaf value=1"}},
		{"arrays have their key", `{"tokens":["a","b","c"]}`, []string{"leaf tokens=a", "leaf tokens=b", "leaf tokens=c"}},
		{"two in an array of arrays", `[["a","b"]]`, []string{"leaf -=a", "any a=b"}},
		{"jwk", `{"kty":"EC","d":"D","x":"X"}`, []string{"leaf kty=EC", "leaf d=D", "leaf x=X", "jwk D"}},
		{"numbers", `{"otp":123,"a":true}`, []string{"number otp=123", "number a=true"}},
		{"cut", `{"headers":[{"name":"A","value":"1"},{"name":"B","val`, []string{"leaf name=A", "header A=1", "leaf name=B"}},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, walk(c.in)) })
	}
}

func TestWalkReturnsTheEnd(t *testing.T) {
	for in, want := range map[string]int{`{"a":1}`: 7, `{"a":1} {"b":2}`: 7, `"x" y`: 3, `{"a":?}`: 5, `]`: 0, `{"a":"cut`: 5} {
		w := har.Walker{Unescape: unescape}
		require.Equal(t, want, w.Walk([]byte(in), har.Any, &recorder{data: []byte(in)}), in)
	}
}
