package core_test

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A stretch can be read in several ways, of which one takes out a part of what
// another does: what stands around the secret stays, encoded as it was.
func TestWhatStandsAroundASecretInAnEncodingStays(t *testing.T) {
	const (
		password = "W^#?kT/5,J(v7@$7F=o=]feFC"
		token    = "f7Qk2LmP9xTz4VbN8wRcQ1w2"
	)
	b64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	raw := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	packed := func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		_, _ = w.Write([]byte(s)) // a buffer takes everything
		_ = w.Close()
		return b.String()
	}
	basic := b64("panel-svc:" + password)
	// Of the digits some before the secret are escaped; those behind it are new.
	percent := func(s string) string {
		return strings.ReplaceAll(fmt.Sprintf("%s%%%02X%s", s[:5], s[5], s[6:]), "=", "%3D")
	}
	escape := func(s string) string { return fmt.Sprintf(`%s\u%04x%s`, s[:5], s[5], s[6:]) }
	for _, c := range []struct {
		name string
		// entry makes the entry around what takes the secret's place, given the
		// password, the Basic credential and the token, or their placeholders.
		entry func(password, basic, token string) string
	}{
		{"Basic in a form", func(_, basic, _ string) string {
			return inForm("note=1&value=Basic+" + url.QueryEscape(basic) + "&lang=en")
		}},
		{"Basic in a form, its padding as it is", func(_, basic, _ string) string { return inForm("note=1&value=Basic+" + basic) }},
		{"Basic in base64 beside an escape", func(_, basic, _ string) string {
			return inJSON(`{"query":"{ viewer {\n id } }","extra":"` + b64("Basic "+basic) + `"}`)
		}},
		{"Basic in base64 of which some digits are escaped", func(_, basic, _ string) string {
			return inForm("a=" + percent(b64("rid=r-6f91&x=Basic "+basic+"&v=2")))
		}},
		{"Basic under zlib, in a form", func(_, basic, _ string) string { return inForm("a=" + url.QueryEscape(b64(packed("Basic "+basic)))) }},
		{"JSON in base64 of which some digits are escaped", func(_, _, token string) string {
			return inJSON(`{"subject":"` + escape(raw(`{"rid":"r-8f90adf125bf6fd8","access_token":"`+token+`","v":2}`)) + `"}`)
		}},
		{"hex in escaped hex", func(_, _, token string) string {
			return inJSON(`{"subject":"` + hex.EncodeToString([]byte(percent(hex.EncodeToString([]byte("rid=r-edc5992487&access_token="+token))))) + `"}`)
		}},
		{"base64 at the end of a path that has a token", func(_, _, token string) string {
			return inURL("https://www.initech.example/teams/invite/" + token + "/view/" + raw("q:"+token+"|z"))
		}},
		{"claims of a token that show no sign of how they are written", func(_, _, token string) string {
			return inJSON(`{"x":"` + raw(`{"alg":"RS256","typ":"JWT"}`) + "." + raw(`{"a":1,"token":"`+token+`"}`) + `."}`)
		}},
		{"an address in an element", func(_, _, token string) string {
			return inJSON(`{"a":"<x>https://a.example/#/r?sessionId=` + token + `</x>"}`)
		}},
		{"a cookie under a key", func(_, _, token string) string {
			return inJSON(`{"cookie":"sid=` + token + `; theme=dark"}`)
		}},
		{"padding that is written as an escape", func(_, _, token string) string {
			return inForm("a=1&xml=" + url.QueryEscape(b64("<a>1</a><t>"+token+"</t>")) + "&b=2")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			har := func(entry, basic, token string) string {
				return `{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Basic ` + basic + `"},{"name":"X-Auth-Token","value":"` + token + `"}]}},{` + entry + `}]}}`
			}
			out, _ := redact(t, har(c.entry(password, basic, token), basic, token))
			want := har(c.entry("REDACTED-password-1", "REDACTED-credential-2", "REDACTED-token-3"), "REDACTED-credential-2", "REDACTED-token-3")
			require.Equal(t, want, out)
		})
	}
}
