package core_test

import (
	"encoding/base64"
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
