package core_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

func parsed(t *testing.T, doc string) policy.Policy {
	t.Helper()
	p, err := policy.Parse([]byte(doc))
	require.NoError(t, err)
	return p
}

// left gives how often a rule's findings were left in place.
func left(r *report.Report, rule string) int {
	for _, k := range r.Kept {
		if k.Rule == rule {
			return k.Count
		}
	}
	return 0
}

// What a policy would take out is counted where it stays, and the same is counted
// where it goes.
func TestWhatAPolicyWouldRemoveIsCounted(t *testing.T) {
	in := `{"log":{"entries":[` +
		`{"request":{"url":"https://a.example/?customer=47113&page=2&access_token=f7Qk2LmP9xTz4VbN8wRc","queryString":[{"name":"customer","value":"47113"}],"postData":{"mimeType":"text/plain","text":"hello"}},` +
		`"response":{"content":{"mimeType":"text/plain","text":"hello"}},"_webSocketMessages":[{"type":"send","data":"hello"}]},` +
		`{"response":{"content":{"mimeType":"text/plain","text":""}}}]}}`
	out, r := redactUnder(t, policy.Standard(), in)
	require.Equal(t, strings.Replace(in, "f7Qk2LmP9xTz4VbN8wRc", "REDACTED-token-1", 1), out)
	require.Equal(t, 2, left(r, "query.value"), "and not what goes anyway")
	for _, rule := range []string{"body.request", "body.response", "body.message"} {
		require.Equal(t, 1, left(r, rule), rule)
	}

	_, r = redactUnder(t, parsed(t, `{"queries":"remove-unlisted"}`), in)
	require.Zero(t, left(r, "query.value"))
	require.Equal(t, 1, left(r, "body.request"))
	require.Contains(t, r.Kinds, report.Kind{Kind: "query", Secrets: 1, Occurrences: 2})

	out, r = redactUnder(t, parsed(t, `{"bodies":"remove"}`), in)
	require.NotContains(t, out, "hello")
	require.Equal(t, 2, left(r, "query.value"))
	require.Contains(t, r.Kinds, report.Kind{Kind: "body", Secrets: 3, Occurrences: 3})
}

// What is taken out because the policy asks for it is told from what always goes,
// though both can be of one kind.
func TestWhatThePolicyAsksForIsTold(t *testing.T) {
	in := `{"log":{"entries":[{"request":{"url":"https://a.example/?who=anna@example.com&q=socks","headers":[{"name":"Authorization","value":"Bearer f7Qk2LmP9xTz4VbN8wRc"},` +
		`{"name":"Cookie","value":"MUID=8Jk3Lm9Qw2Er5Ty8U"}]},"response":{"content":{"text":"hello"}}}]}}`
	c := newCrew(t, policy.Strict(), in, 1<<20, 1)
	c.run(t, core.Decisions{Also: []string{"hello there"}})
	got := map[string]bool{}
	for _, f := range c.lead.Review() {
		got[f.Kind] = f.Asked
	}
	require.Equal(t, map[string]bool{"email": true, "query": true, "body": true, "token": false, "cookie": false}, got)
}

// A value in a query that is known for what it is elsewhere is called so, wherever
// it stands first and whoever finds it; and a whole token goes where no value may
// stay, and only loses its signature where one may.
func TestAQuerysValueIsNamedByWhoKnowsIt(t *testing.T) {
	const secret = "f7Qk2LmP9xTz4VbN8wRc"
	pad := strings.Repeat(`{"request":{"url":"https://a.example/`+strings.Repeat("a", 30_000)+`"}},`, 3)
	in := `{"log":{"entries":[{"request":{"url":"https://a.example/?thing=` + secret + `&other=` + signed + `"}},` + pad +
		`{"request":{"headers":[{"name":"Authorization","value":"Bearer ` + secret + `"},{"name":"X-Auth-Token","value":"` + signed + `"}]}}]}}`
	for _, workers := range []int{1, 2, 3} {
		out, r := spread(t, parsed(t, `{"queries":"remove-unlisted"}`), in, 1<<20, workers)
		require.Contains(t, out, "?thing=REDACTED-token-1&other=REDACTED-query-2\"", workers)
		require.Contains(t, out, `"Bearer REDACTED-token-1"`)
		require.Contains(t, out, signed[:strings.LastIndexByte(signed, '.')]+".REDACTED-jwt-3", "the claims of the header's token stay")
		require.Equal(t, "a token behind the word that announces it", r.Secrets[0].Reason)
	}
}

// What is secret in a body that goes is known for itself, and goes elsewhere too;
// and of a body that a person keeps that alone goes.
func TestBodiesThatGoAreLookedInto(t *testing.T) {
	in := `{"log":{"entries":[{"request":{"url":"https://a.example/","headers":[{"name":"X-Seen","value":"f7Qk2LmP9xTz4VbN8wRc"}]},` +
		`"response":{"content":{"mimeType":"application/json","text":"{\"password\":\"f7Qk2LmP9xTz4VbN8wRc\",\"name\":\"plain words\"}"}}}]}}`
	c := newCrew(t, parsed(t, `{"bodies":"remove"}`), in, 1<<20, 1)
	out, _ := c.run(t, core.Decisions{})
	require.Contains(t, out, `"X-Seen","value":"REDACTED-password-`)
	require.NotContains(t, out, "plain words")
	body := byKind(t, c.lead.Review(), "body")
	require.Equal(t, core.Mask{}, body.Mask)

	out, r := c.run(t, core.Decisions{Keep: []core.Keep{{Secret: body.Secret, Reason: "support needs it"}}})
	require.Contains(t, out, "plain words")
	require.NotContains(t, out, "f7Qk2LmP9xTz4VbN8wRc")
	require.Equal(t, "body.response", r.Kept[0].Rule)
	require.True(t, json.Valid([]byte(out)))
}

// Some exporters write a body, a field or a message that is JSON as such and not
// as a string. It goes as a whole, with its names, numbers and literals, and
// counts as one; what says how long and which way stays.
func TestABodyThatIsNoStringGoesAsAWhole(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{
			"an object", `"response":{"content":{"size":9,"text":{"anna":{"age":47},"admin":true,"none":null,"say":"hello"},"mimeType":"application/json"}}`,
			`"response":{"content":{"size":9,"text":"REDACTED-body-1","mimeType":"application/json"}}`,
		},
		{"an array", `"request":{"postData":{"text":[47, [true, "hello"]]}}`, `"request":{"postData":{"text":"REDACTED-body-1"}}`},
		{"nothing in it, and nothing behind it", `"response":{"content":{"text":{}}}`, `"response":{"content":{"text":"REDACTED-body-1"}}`},
		{"a number", `"response":{"content":{"text":4711}}`, `"response":{"content":{"text":"REDACTED-body-1"}}`},
		{"a literal", `"response":{"content":{"text":false}}`, `"response":{"content":{"text":"REDACTED-body-1"}}`},
		{"none", `"response":{"content":{"text":null}}`, `"response":{"content":{"text":null}}`},
		{
			"fields", `"request":{"postData":{"params":[{"name":"a","value":47},{"name":"b","value":{"c":[true]}},{"value":[1,2],"name":"d"},{"name":"e","value":null}]}}`,
			`"request":{"postData":{"params":[{"name":"a","value":"REDACTED-body-1"},{"name":"b","value":"REDACTED-body-1"},{"value":"REDACTED-body-1","name":"d"},{"name":"e","value":null}]}}`,
		},
		{"fields as an object", `"request":{"postData":{"params":{"a":47,"b":{"c":true},"d":["x",7]}}}`, `"request":{"postData":{"params":{"a":"REDACTED-body-1","b":"REDACTED-body-1","d":"REDACTED-body-1"}}}`},
		{
			"messages", `"_webSocketMessages":[{"type":"send","time":1768471200.5,"opcode":1,"data":{"say":"hello","n":47}},{"type":"receive","time":1768471201,"opcode":1,"data":47}]`,
			`"_webSocketMessages":[{"type":"send","time":1768471200.5,"opcode":1,"data":"REDACTED-body-1"},{"type":"receive","time":1768471201,"opcode":1,"data":"REDACTED-body-1"}]`,
		},
		{"a body that is all there is of it", `"request":{"postData":"user=anna&n=47"}`, `"request":{"postData":"REDACTED-body-1"}`},
		{"inside of a string", `"comment":"{\"content\":{\"text\":{\"n\":47}}}"`, `"comment":"{\"content\":{\"text\":\"REDACTED-body-1\"}}"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			whole := func(entry string) string { return `{"log":{"entries":[{` + entry + `}]}}` }
			out, r := redactUnder(t, policy.Strict(), whole(c.in))
			require.Equal(t, whole(c.want), out)
			require.Equal(t, strings.Count(c.want, "REDACTED"), r.Occurrences)
			again, _ := redactUnder(t, policy.Strict(), out)
			require.Equal(t, out, again)

			same, r := redactUnder(t, policy.Standard(), whole(c.in))
			require.Equal(t, whole(c.in), same)
			n := 0
			for _, k := range r.Kept {
				if k.Kind == "body" {
					n += k.Count
				}
			}
			require.Equal(t, strings.Count(c.want, "REDACTED"), n, "it is counted where it stays")
		})
	}
}

// What is secret in it is known for itself too.
func TestABodyThatIsNoStringIsLookedInto(t *testing.T) {
	in := `{"log":{"entries":[{"request":{"url":"https://a.example/","headers":[{"name":"X-Seen","value":"f7Qk2LmP9xTz4VbN8wRc"}]},` +
		`"response":{"content":{"text":{"password":"f7Qk2LmP9xTz4VbN8wRc","name":"plain words","n":47}}}}]}}`
	c := newCrew(t, parsed(t, `{"bodies":"remove"}`), in, 1<<20, 1)
	out, _ := c.run(t, core.Decisions{})
	require.Contains(t, out, `"X-Seen","value":"REDACTED-password-`)
	require.Contains(t, out, `"text":"REDACTED-body-`)
	body := byKind(t, c.lead.Review(), "body")
	require.Equal(t, []int{0}, body.Entries)

	out, _ = c.run(t, core.Decisions{Keep: []core.Keep{{Secret: body.Secret, Reason: "support needs it"}}})
	require.Contains(t, out, `"name":"plain words","n":47`)
	require.NotContains(t, out, "f7Qk2LmP9xTz4VbN8wRc")
	require.True(t, json.Valid([]byte(out)))
}

// Personal data goes where a policy says so, in whatever notation a name tells it, and
// stays where none does.
func TestPersonalDataInManyNotations(t *testing.T) {
	for name, c := range map[string]struct{ entry, value string }{
		"field of a page":         {inHTML(`<form><input name="surname" value="Tanaka"></form>`), "Tanaka"},
		"address of a machine":    {inHTML(`<input type=hidden name="client_ip" value="203.0.113.9">`), "203.0.113.9"},
		"number with parentheses": {inBody("text/xml", "<u><mobile>+1 (415) 555-0123</mobile></u>"), "555-0123"},
		"a postal address":        {inJSON(`{"address":"12 Oak Street"}`), "Oak"},
		"a postal address, sent":  {inForm("address=12+Oak+Street&a=1"), "Oak"},
		"a header":                {inRequestHeader("X-Forwarded-For", "203.0.113.9"), "203.0.113.9"},
		"subject of a token":      {inJSON(`{"sub":"auth0|507f1f77bcf86cd799439011"}`), "507f1f77bcf86cd799439011"},
	} {
		in := `{"log":{"entries":[{` + c.entry + `}]}}`
		out, _ := redactUnder(t, policy.Standard(), in)
		require.Equal(t, in, out, name)
		out, _ = redactUnder(t, parsed(t, `{"personal":true}`), in)
		require.NotContains(t, out, c.value, name)
	}
}
