package core_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

func b64(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }

var (
	signed   = b64(`{"alg":"RS256","typ":"JWT"}`) + "." + b64(`{"iss":"https://id.example","sub":"u-1","jti":"t-77","exp":1768470000}`) + ".f7Qk2LmP9xTz4VbN8wRcf7Qk2LmP9xTz4VbN8wRd"
	bound    = b64(`{"alg":"RS256","typ":"JWT"}`) + "." + b64(`{"iss":"https://id.example","cnf":{"jkt":"abc"}}`) + ".g7Qk2LmP9xTz4VbN8wRcf7Qk2LmP9xTz4VbN8wRe"
	composed = "k3Jq8ZtW5yHs1BnD6xGf.m9Rv2CpL7uKe4TaX0oQz"
	reviewed = `{"log":{"entries":[` + strings.Join([]string{
		`{"startedDateTime":"2026-01-15T10:00:00.000Z","time":12.5,"request":{"method":"POST","url":"https://u@api.example:8443/login?x=1","headers":[{"name":"Authorization","value":"Bearer ` + signed + `"},{"name":"DPoP-Token","value":"` + bound + `"}],"postData":{"mimeType":"application/x-www-form-urlencoded","text":"user=anna&password=correct-horse-9-battery"}},"response":{"status":201,"content":{"size":7,"mimeType":"text/plain","text":"Zoe Ng and Zo%65 and Zoë"}},"timings":{"wait":3,"dns":-1}}`,
		`{"request":{"method":"GET","url":"https://b.example/","cookies":[{"name":"sid","value":"` + composed + `"}]},"response":{"status":200,"content":{"text":"half: k3Jq8ZtW5yHs1BnD6xGf, {\"pw\":\"correct-horse-9-battery\"}"}}}`,
		`{"request":{"method":"GET","url":"https://c.example/"},"response":{"status":200,"content":{"text":"` + base64.StdEncoding.EncodeToString([]byte(`{"note":"Zoe Ng was here, acme corporation"}`)) + `"}}}`,
	}, ",") + `]}}`
)

// byKind finds the one finding of a kind.
func byKind(t *testing.T, list []core.Finding, kind string) core.Finding {
	t.Helper()
	for _, f := range list {
		if f.Kind == kind {
			return f
		}
	}
	require.Fail(t, "no finding", "of the kind %s", kind)
	return core.Finding{}
}

func TestReviewShowsNoValue(t *testing.T) {
	c := newCrew(t, policy.Standard(), reviewed, 1<<20, 2)
	_, r := c.run(t, core.Decisions{})
	list := c.lead.Review()
	require.Len(t, list, len(r.Secrets))
	revocations := c.lead.Revocations()
	doc, err := json.Marshal([]any{list, c.lead.Requests(), revocations, r})
	require.NoError(t, err)
	for _, f := range list {
		value, err := c.lead.Reveal(f.Secret)
		require.NoError(t, err)
		require.NotContains(t, string(doc), value)
		require.Equal(t, utf8.RuneCountInString(value), f.Mask.Length)
		if f.Kind == "password" {
			require.Empty(t, f.Mask.Head+f.Mask.Tail)
		}
	}
	sid := byKind(t, list, "session")
	require.Equal(t, core.Mask{Length: len(composed), Head: "k3Jq", Tail: "0oQz"}, sid.Mask)
	_, err = c.lead.Reveal(len(list) + 100)
	require.Error(t, err)
}

// The ends of a value show where it is long, random, and of a kind that no person
// makes up; its length is what a person would count.
func TestMasksShowTheEndsOfLongTokensAlone(t *testing.T) {
	const long = "k3Jq8ZtW5yHs1BnD6xGfm9Rv2CpL"
	for _, c := range []struct {
		name, header, body string
		kind               string
		want               core.Mask
	}{
		{"a long token", "Bearer " + long, "", "token", core.Mask{Length: 28, Head: "k3Jq", Tail: "2CpL"}},
		{"a short token", "Bearer k3Jq8ZtW5yHs", "", "token", core.Mask{Length: 12}},
		{"a token of words", "Bearer correct-horse-battery-staple", "", "token", core.Mask{Length: 28}},
		{"a long and random password", "", `{"password":"` + long + `"}`, "password", core.Mask{Length: 28}},
		{"a password in another script", "", `{"password":"größe-ÄÖÜ-7Zt"}`, "password", core.Mask{Length: 13}},
		{"a long sign-in code", "", "grant_type=authorization_code&code=" + long, "code", core.Mask{Length: 28}},
		{"a one-time code", "", `{"otp":"482913"}`, "otp", core.Mask{Length: 6}},
		{"a card", "", `{"cardNumber":"4111111111111111"}`, "card", core.Mask{Length: 16}},
	} {
		t.Run(c.name, func(t *testing.T) {
			body, err := json.Marshal(c.body)
			require.NoError(t, err)
			in := `{"log":{"entries":[{"request":{"method":"POST","url":"https://a.example/","headers":[{"name":"Authorization","value":"` + c.header + `"}],"postData":{"text":` + string(body) + `}}}]}}`
			crew := newCrew(t, policy.Standard(), in, 1<<20, 1)
			crew.run(t, core.Decisions{})
			require.Equal(t, c.want, byKind(t, crew.lead.Review(), c.kind).Mask)
		})
	}
}

func TestRequests(t *testing.T) {
	c := newCrew(t, policy.Standard(), reviewed, 1<<20, 1)
	c.run(t, core.Decisions{})
	rows := c.lead.Requests()
	require.Len(t, rows, 3)
	require.Equal(t, core.Row{
		Index: 0, Method: "POST", URL: rows[0].URL, Status: 201, MimeType: "text/plain", Size: 7,
		Started: "2026-01-15T10:00:00.000Z", Time: 12.5, Timings: map[string]float64{"wait": 3, "dns": -1}, Edits: rows[0].Edits,
	}, rows[0])
	require.Contains(t, rows[0].URL, "api.example:8443/login?x=1")
	require.GreaterOrEqual(t, rows[0].Edits, 3)
}

func TestRevocations(t *testing.T) {
	c := newCrew(t, policy.Standard(), reviewed, 1<<20, 1)
	c.run(t, core.Decisions{})
	var jwts []core.Revocation
	for _, r := range c.lead.Revocations() {
		require.NotEqual(t, "password", r.Kind)
		if r.Kind == "jwt" {
			jwts = append(jwts, r)
		}
	}
	sum := func(s string) string {
		h := sha256.Sum256([]byte(s))
		return hex.EncodeToString(h[:])
	}
	require.Equal(t, []core.Revocation{
		{Secret: jwts[0].Secret, Kind: "jwt", Host: "api.example", Issuer: "https://id.example", Subject: "u-1", ID: "t-77", Expires: 1768470000, Bearer: true, SHA256: sum(signed)},
		{Secret: jwts[1].Secret, Kind: "jwt", Host: "api.example", Issuer: "https://id.example", Bearer: false, SHA256: sum(bound)},
	}, jwts)
}

// What a view shows is the output, and before each edit a mask.
func TestView(t *testing.T) {
	c := newCrew(t, policy.Standard(), reviewed, 1<<20, 1)
	out, r := c.run(t, core.Decisions{})
	for i, b := range c.batches {
		for k := range b.Spans {
			segments, err := c.lead.View(i, b.First+k, c.bytes(i))
			require.NoError(t, err)
			text := ""
			for _, s := range segments {
				text += s.Text + s.After
				if s.Secret != nil {
					require.Contains(t, s.After, "REDACTED-")
					require.LessOrEqual(t, len(s.Before), 8+len("•••"))
				}
			}
			require.Contains(t, out, text)
			require.True(t, json.Valid([]byte(text)))
		}
		_, err := c.lead.View(i, b.First, []byte("another file"))
		var e *report.Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, report.CodeChanged, e.Code)
	}
	require.Equal(t, r, c.lead.Report(), "looking changes no count")
}

func TestKeep(t *testing.T) {
	c := newCrew(t, policy.Standard(), reviewed, 1<<20, 2)
	before, _ := c.run(t, core.Decisions{})
	require.NotContains(t, before, "k3Jq8ZtW5yHs1BnD6xGf")
	sid := byKind(t, c.lead.Review(), "session")

	after, r := c.run(t, core.Decisions{Keep: []core.Keep{{Secret: sid.Secret, Reason: "a test account"}}})
	require.Contains(t, after, `"value":"`+composed+`"`)
	require.Contains(t, after, "half: k3Jq8ZtW5yHs1BnD6xGf,", "its parts stay with it")
	require.Contains(t, after, "password=REDACTED-password-")
	require.Equal(t, report.Kept{Kind: "session", Rule: sid.Rules[0], Count: 1, Placeholder: sid.Placeholder, Reason: "a test account"}, r.Kept[0])
	kept := byKind(t, c.lead.Review(), "session")
	require.True(t, kept.Kept)
	require.Equal(t, sid.Secret, kept.Secret, "numbers do not depend on decisions")

	// And undone.
	again, _ := c.run(t, core.Decisions{})
	require.Equal(t, before, again)
}

func TestAlso(t *testing.T) {
	c := newCrew(t, policy.Standard(), reviewed, 1<<20, 3)
	before, _ := c.run(t, core.Decisions{})
	numbers := c.lead.Review()
	out, r := c.run(t, core.Decisions{Also: []string{"Zoe", "acme corporation", "Zoë", "api.example"}})
	for _, gone := range []string{"Zoe", "Zo%65", "acme corporation", "Zoë", "api.example", base64.StdEncoding.EncodeToString([]byte("acme corporation"))} {
		require.NotContains(t, out, gone)
	}
	require.Contains(t, out, "REDACTED-manual-")
	require.True(t, json.Valid([]byte(out)))
	packed := out[strings.LastIndex(out, `"text":"`)+8:]
	plain, err := base64.StdEncoding.DecodeString(packed[:strings.IndexByte(packed, '"')])
	require.NoError(t, err)
	require.Regexp(t, `^{"note":"REDACTED-manual-\d+ Ng was here, REDACTED-manual-\d+"}$`, string(plain))
	require.Greater(t, len(r.Secrets), len(numbers))
	for i, f := range numbers {
		require.Equal(t, f.Placeholder, c.lead.Review()[i].Placeholder)
	}
	again, _ := c.run(t, core.Decisions{})
	require.Equal(t, before, again)
}

func TestDecisionsThatAreRefused(t *testing.T) {
	p := policy.Standard()
	p.Lock = []string{"password"}
	c := newCrew(t, p, reviewed, 1<<20, 1)
	before, _ := c.run(t, core.Decisions{})
	list := c.lead.Review()
	password := byKind(t, list, "password")
	require.True(t, password.Locked)
	value, err := c.lead.Reveal(password.Secret)
	require.NoError(t, err)
	for _, d := range []core.Decisions{
		{Also: []string{"ab"}},
		{Keep: []core.Keep{{Secret: -1}}},
		{Keep: []core.Keep{{Secret: 4711}}},
		{Keep: []core.Keep{{Secret: password.Secret, Reason: "locked"}}},
		{Keep: []core.Keep{{Secret: byKind(t, list, "session").Secret, Reason: "the password is " + value}}},
	} {
		err := c.lead.Resolve([]*core.Findings{c.lead.Findings()}, d)
		var e *report.Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, report.CodeDecision, e.Code)
		require.NotContains(t, e.Message, value)
	}
	after, _ := c.run(t, core.Decisions{})
	require.Equal(t, before, after)
}
