package core_test

import (
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A cookie that is JSON goes as a whole. Of what it holds only values are looked
// for elsewhere: not its names, nor a quote beside them.
func TestNamesInACookieAreNotLookedForElsewhere(t *testing.T) {
	const (
		cookie = `%7B%22distinct_id%22%3A%20%2225c8b00e7f8298-1aedb06e0-5450153e%22%2C%22%24initial_referrer%22%3A%20%22%24direct%22%2C%22%24initial_referring_domain%22%3A%20%22%24direct%22%7D`
		before = `{"os": "x","$initial_referrer": "$direct","$initial_referring_domain": "$direct","distinct_id": "`
	)
	har := func(cookie, id string) string {
		data := base64.StdEncoding.EncodeToString([]byte(before + id + `"}`))
		return `{"log":{"entries":[{"request":{"headers":[{"name":"Cookie","value":"a=` + cookie + `"}]}},{"request":{"url":"https://a.example/?data=` + data + `"}}]}}`
	}
	out, _ := redact(t, har(cookie, "25c8b00e7f8298-1aedb06e0-5450153e"))
	require.Equal(t, har("REDACTED-cookie-1", "REDACTED-cookie-2"), out)
}

// What was located in a unit is all that is taken out of it at first. A secret of
// another entry must go from a unit where nothing, or something else, was located,
// however it is written, and a part that was located leaves nothing of the whole.
func TestWhatWasNotLocatedGoesToo(t *testing.T) {
	const token, other = "q7Wm2Zx9pLk4Rt8vB3nY6cD1", "Hj5Tg8Wq2Lm9Zx4Cv7Bn3Kd6"
	unit := func(located, text string) string {
		return `{"request":{"headers":[{"name":"X-Api-Key","value":"` + located + `"}]},` + inBody("text/plain", text) + `}`
	}
	in := func(units ...string) string {
		return `{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer ` + token + `"}]}},` + strings.Join(units, ",") + `]}}`
	}
	for _, text := range []string{
		"seen " + token + " there",
		url.QueryEscape("a=" + url.QueryEscape("b= "+token+"&")),
		html.EscapeString(`<a b="` + token + `">`),
		base64.StdEncoding.EncodeToString([]byte("x=" + token + "&y=1")),
		base64.RawURLEncoding.EncodeToString([]byte("\x00\xFF" + token + "\x01")),
		strings.ToUpper(hex.EncodeToString([]byte("t " + token))),
		asBase64(wide("seen " + token + " there")),
		base64.StdEncoding.EncodeToString([]byte("\xFF\xFE" + wide(`{"a":"`+hex.EncodeToString([]byte(token))+`"}`))),
		"data:text/plain;base64," + asBase64("\xFE\xFF\x00"+wide(token + "!")[:2*len(token)+1]),
		hex.EncodeToString([]byte(wide("seen " + token))),
		"https://a.example/tickets/" + strings.TrimRight(raw64(t, "id=1&what="+token), "=") + "/open",
		`{\"a\":\"` + token[:8] + `\u00` + hex.EncodeToString([]byte(token[8:9])) + token[9:] + `\"}`,
	} {
		for _, located := range []string{"", other} {
			out, _ := redact(t, in(unit(located, text)))
			again, _ := redact(t, in(unit(located, strings.ReplaceAll(text, token, "none"))))
			require.Contains(t, out, "REDACTED")
			require.NotContains(t, out, token)
			require.NotContains(t, out, strings.Trim(quoted(text), `"`), "%q stays", text)
			require.Equal(t, located != "", strings.Contains(again, "REDACTED-key-2"))
		}
	}
	// A name tells the second half of what a header has whole.
	out, _ := redact(t, in(unit("", token+other)+`,{"request":{"headers":[{"name":"Authorization","value":"Bearer `+token+other+`"}]}}`))
	require.NotContains(t, out, token)
	require.NotContains(t, out, other)
}

// A value in base 16 is the same whichever case its letters have, and a UUID is. One of
// both cases is no number.
func TestAValueInBase16GoesInEitherCase(t *testing.T) {
	for _, value := range []string{"9f3c1e7ab02d48c65e71fa90bd2c4837", "5b0e9c1d-7a42-4f68-b3d1-0c9e8f27a6d4"} {
		for _, told := range []string{value, strings.ToUpper(value)} {
			other := strings.ToUpper(value)
			if told == other {
				other = value
			}
			for _, text := range []string{other, "seen " + other + " there", url.QueryEscape("a=" + other), asBase64(`{"a":"` + other + `"}`)} {
				out, _ := redact(t, `{"log":{"entries":[{`+inRequestHeader("X-Api-Key", told)+`},{"x":`+quoted(text)+`}]}}`)
				require.NotContains(t, out, text, told)
			}
		}
	}
	const mixed = "9F3C1e7ab02d48c65e71fa90bd2c4837"
	out, _ := redact(t, `{"log":{"entries":[{`+inRequestHeader("X-Api-Key", mixed)+`},{"x":"`+strings.ToLower(mixed)+`"}]}}`)
	require.Contains(t, out, strings.ToLower(mixed))
}

// A value that packs two halves is a secret itself: where it stands again, not only the
// half goes that is known for itself. Without its padding, and with the other two
// digits of base64, it is the same value.
func TestAPackedPairGoesAsAWhole(t *testing.T) {
	const id, key = "VuaCfGcBCdbkQm-e5aOx", "ui2lp2axTNmsyakw9tvN?>w"
	whole := asBase64(id + ":" + key)
	require.Contains(t, whole, "/")
	require.Contains(t, whole, "=")
	copies := []string{
		whole, "seen " + whole + " there", strings.TrimRight(whole, "="), strings.NewReplacer("/", "_", "+", "-").Replace(whole),
		strings.TrimRight(strings.NewReplacer("/", "_", "+", "-").Replace(whole), "="),
		url.QueryEscape(whole), asBase64("q=" + whole), hex.EncodeToString([]byte(whole)), asBase64(strings.TrimRight(whole, "=")),
	}
	for _, told := range []string{
		inRequestHeader("Authorization", "ApiKey "+whole),
		inRequestHeader("Authorization", "Basic "+whole),
		inRequestHeader("Authorization", "Bearer "+whole),
		inCookie("sid=" + whole),
		inCookie("sid="+whole) + "," + inResponseHeader("X-Api-Key", key),
		inJSON(`{"access_token":"` + whole + `"}`),
	} {
		for _, text := range copies {
			out, _ := redact(t, `{"log":{"entries":[{`+told+`},{"x":`+quoted(text)+`}]}}`)
			last := out[strings.LastIndex(out, `"x"`):]
			require.NotContains(t, last, whole[:20], "%s in %s", told, text)
			require.NotContains(t, last, asBase64("q=" + whole)[:24])
			require.NotContains(t, last, hex.EncodeToString([]byte(whole))[:40])
		}
		out, _ := redact(t, `{"log":{"entries":[{`+told+`},{"x":"a `+key+` b"}]}}`)
		require.NotContains(t, out, key)
	}
	// What is beside a secret in a document that is packed stays.
	doc := asBase64(`{"trace":"5d2ac6cb7c8f6d7d384256991ab2","token":"` + id + key[:8] + `"}`)
	out, _ := redact(t, `{"log":{"entries":[{`+inCookie("sid="+doc)+`},{"x":"`+doc+`"}]}}`)
	require.Contains(t, out, `"x":"`+asBase64(`{"trace":"5d2ac6cb7c8f6d7d384256991ab2","token":"`)[:60])
}
