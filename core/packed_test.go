package core_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
)

// redactEntry gives the output for a HAR of one entry.
func redactEntry(t *testing.T, entry string) string {
	t.Helper()
	in := []byte(`{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{` + entry + `}]}}`)
	var out bytes.Buffer
	_, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard())
	require.NoError(t, err)
	return out.String()
}

// requireGone holds that a secret is not in what is left of an entry, of which the texts
// may also end anywhere.
func requireGone(t *testing.T, entry, secret string) {
	t.Helper()
	require.NotContains(t, redactEntry(t, entry), secret)
	endsAnywhere(t, []byte(`{"log":{"entries":[{`+entry+`}]}}`))
}

// A secret in the bytes of a frame is told by the format of the bytes: the key
// of a CBOR map, the place in an MQTT packet.
func TestSecretsInBinaryFrames(t *testing.T) {
	const pass = "hunter2x"
	field := func(s string) string { return string([]byte{0, byte(len(s))}) + s }
	body := "\x00\x04MQTT\x04\xc2\x00\x3c" + field("client7") + field("bob") + field(pass)
	for name, frame := range map[string]string{
		"CBOR":                 "\xa2\x64user\x63bob\x68password\x68" + pass,
		"CBOR in an item":      "\xa1\x65login\xa1\x68password\x68" + pass,
		"MessagePack":          "\x82\xa4user\xa3bob\xa3url\xd9\x4bhttps://x.s3.amazonaws.com/a?X-Amz-Signature=" + strings.Repeat("83e156af", 3) + pass + "\xa3ref\xa2ab",
		"array of MessagePack": "\x93\x01\xc3\x82\xa8password\xa8" + pass + "\xa1n\xcd\x01\x02",
		"protobuf":             "\x0a\x04blob\x12csk.eyJ1GoNh9CSg70fkgGHHJSA5pGMpwbtwRbFCNLMdkR2BynsUoU230vmz26HRJqVKrSmc28NCi." + pass + "GHHJSA5pGMpwbt\x18\x01",
		"MQTT CONNECT":         string([]byte{0x10, byte(len(body))}) + body,
	} {
		t.Run(name, func(t *testing.T) {
			out := redactEntry(t, `"_webSocketMessages":[{"type":"send","time":1,"opcode":2,"data":`+quoted(base64.StdEncoding.EncodeToString([]byte(frame)))+`}]`)
			data := regexp.MustCompile(`"data":"([^"]*)"`).FindStringSubmatch(out)
			require.NotNil(t, data)
			// What is no base64 any more has been replaced as a whole.
			if got, err := base64.StdEncoding.DecodeString(data[1]); err == nil {
				require.NotContains(t, string(got), pass)
			}
			require.NotContains(t, data[1], base64.StdEncoding.EncodeToString([]byte(frame)))
		})
	}
}

// A token of a known format is found where its length stands before it as a letter,
// as in protobuf.
func TestTokensBehindALengthThatIsALetter(t *testing.T) {
	for _, token := range []string{
		"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", // 69: E
		"ya29." + strings.Repeat("tK4mZ9qLx2", 6),                               // 65: A
		"ya29." + strings.Repeat("tK4mZ9qLx2", 10),                              // 105: i
	} {
		frame := "\x0a\x07user-42\x12" + string(rune(len(token))) + token + "\x1a\x04tail"
		out := redactEntry(t, `"_webSocketMessages":[{"type":"send","time":1,"opcode":2,"data":`+quoted(base64.StdEncoding.EncodeToString([]byte(frame)))+`}]`)
		data := regexp.MustCompile(`"data":"([^"]*)"`).FindStringSubmatch(out)
		require.NotNil(t, data)
		got, err := base64.StdEncoding.DecodeString(data[1])
		require.NoError(t, err)
		require.NotContains(t, string(got), token[5:])
		require.Contains(t, string(got), "user-42")
	}
}

// What is escaped behind such a length ends where it says, though the length is not
// right any more when the escapes are undone; and so does base64 in an item of CBOR,
// whose digits the head of the next item is like.
func TestStringsOfBinaryFormatsEndWhereTheirLengthSays(t *testing.T) {
	const (
		sent  = "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"
		azure = "pb8aHQIbnxqFWb67fDobSVIeMXU1E6T4RhGKNfobklKrGsXowxJ0JQQJ99LMF1Jvv9U6OM3iDMSh6EU8hlYc"
		token = "DZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"
	)
	counted := func(s string) string { return "\x0a\x07user-42\x12" + string(rune(len(s))) + s + "\x1a\x04tail" }
	packed := strings.ReplaceAll(raw64(t, "id=7&x="+token+"&ref=??>>??"), "/", `\/`)
	require.Contains(t, packed, `\/`)
	cell := base64.RawURLEncoding.EncodeToString([]byte("<a><token>" + token + "</token><rid>r-b78064b2c171b498</rid></a>"))
	for name, c := range map[string]struct{ frame, secret, stays string }{
		"a token with escapes":   {counted("%53" + sent[1:20] + "%" + hex.EncodeToString([]byte(sent[20:21])) + sent[21:]), sent[30:], "tail"},
		"told by what is inside": {counted(azure), azure[10:50], "tail"},
		"base64 with escapes":    {counted(packed), packed[4:20], "tail"},
		"base64 in CBOR":         {"\xa2\x64blob\x78" + string([]byte{byte(len(cell))}) + cell + "\x69trace_ref\x77tr-d96fb82e5f529022c5f3", base64.RawURLEncoding.EncodeToString([]byte(token[2:]))[:30], "\x69trace_ref\x77tr-d96fb82e5f529022c5f3"},
	} {
		t.Run(name, func(t *testing.T) {
			entry := `"comment":"x ` + token + `","request":{"headers":[{"name":"X-Auth-Token","value":"` + token + `"}]},"_webSocketMessages":[{"type":"send","time":1,"opcode":2,"data":`
			out := redactEntry(t, entry+quoted(base64.StdEncoding.EncodeToString([]byte(c.frame)))+`}]`)
			data := regexp.MustCompile(`"data":"([^"]*)"`).FindStringSubmatch(out)
			require.NotNil(t, data)
			got, err := base64.StdEncoding.DecodeString(data[1])
			require.NoError(t, err)
			require.NotContains(t, string(got), c.secret)
			require.Contains(t, string(got), c.stays)
		})
	}
}

func TestSecretsInMailFragmentsAndBrokenTokens(t *testing.T) {
	const (
		token = "DZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"
		sig   = "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
	)
	bad := "eyJx93LmQpZ7vT2wRb5NcYh8D"
	for name, c := range map[string]struct{ entry, secret string }{
		"quoted-printable mail": {inBody("message/rfc822", "Content-Transfer-Encoding: quoted-printable\r\n\r\nhttps://x.example/reset?token=3D"+token[:16]+"=\r\n"+token[16:]+"\r\n"), token[16:]},
		"key as a fragment":     {inURL("https://x.example/share/7#" + token), token},
		"like a JWT":            {inJSON(`{"note":"` + bad + ".eyJ" + token + "." + sig + `"}`), sig},
		"like a JWE":            {inJSON(`{"note":"` + bad + "." + token + "." + "k3Vb9QzLm2XcT7pW" + "." + sig + `.Zx8Lq2Vn7Rt4Yb1McK5wPg"}`), sig},
	} {
		t.Run(name, func(t *testing.T) {
			require.NotContains(t, redactEntry(t, c.entry), c.secret)
		})
	}
	// Undone once more, the password is no text, and is not to be read either.
	require.NotContains(t, redactEntry(t, inRequestHeader("X-Auth-Password", `MVw#.%8af0[R9"c6/eH8PZEB7h`)+`,"comment":"/content/v1:MVw%23.%258af0%5BR9%22c6%252FeH8PZEB7h;n=1"`), "%258af0")
	for _, entry := range []string{
		inURL("https://x.example/docs#getting-started-with-version-2"),
		inBody("message/rfc822", "Content-Transfer-Encoding: quoted-printable\r\n\r\nA long line of =\r\nwords =3D nothing\r\n"),
	} {
		require.True(t, strings.Contains(redactEntry(t, entry), entry), "a near miss was edited")
	}
}

// The length of a string of CBOR or MessagePack is written anew where the string is
// another one, so that what stands behind it is read as before.
func TestLengthsOfStringsThatChange(t *testing.T) {
	const token = "DZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"
	long := strings.Repeat("abcdefgh ", 40)
	mark := func(n int) string { return string([]byte{byte(n >> 8), byte(n)}) }
	for name, c := range map[string]struct{ frame, want string }{
		"CBOR":               {"\xa2\x65token\x78\x20" + token + "\x63ref\x01", "\xa2\x65token\x70REDACTED-token-1\x63ref\x01"},
		"CBOR grows":         {"\xa2\x68password\x68hunter2x\x63ref\x01", "\xa2\x68password\x73REDACTED-password-1\x63ref\x01"},
		"CBOR, long":         {"\xa2\x61a\x79" + mark(len(long)+6+len(token)) + long + "token=" + token + "\x63ref\x01", "\xa2\x61a\x79" + mark(len(long)+22) + long + "token=REDACTED-token-1\x63ref\x01"},
		"CBOR, in bytes":     {"\xa2\x61a\x58\x26token=" + token + "\x63ref\x01", "\xa2\x61a\x56token=REDACTED-token-1\x63ref\x01"},
		"MessagePack":        {"\x82\xa5token\xd9\x20" + token + "\xa3ref\x01", "\x82\xa5token\xb0REDACTED-token-1\xa3ref\x01"},
		"MessagePack, bytes": {"\x82\xa1a\xc4\x26token=" + token + "\xa3ref\x01", "\x82\xa1a\xc4\x16token=REDACTED-token-1\xa3ref\x01"},
		"references":         {"\x82\xa5token\xd9\x25" + token[:31] + "&#x57;" + "\xa9trace_ref\x01", "\x82\xa5token\xb0REDACTED-token-1\xa9trace_ref\x01"},
		"two in one":         {"\xa2\x61a\x78\x55https://a.example/?token=" + token + "&password=hunter2xyz&page=2\x63ref\x01", ""},
	} {
		t.Run(name, func(t *testing.T) {
			entry := func(frame string) string {
				return `"response":{"content":{"mimeType":"application/cbor","encoding":"base64","text":` + quoted(base64.StdEncoding.EncodeToString([]byte(frame))) + `}}`
			}
			out := redactEntry(t, entry(c.frame))
			require.NotContains(t, out, entry(c.frame))
			if c.want != "" {
				require.Contains(t, out, entry(c.want))
			}
		})
	}
}

// A zip is not looked into; wherever it stands, the report says so.
func TestZipsAreNamed(t *testing.T) {
	zip := base64.StdEncoding.EncodeToString([]byte("PK\x03\x04\x14\x00\x08\x00\x08\x00" + strings.Repeat("\x00\xf7\x13\x8e", 60)))
	for name, entry := range map[string]string{
		"body":   `"response":{"content":{"encoding":"base64","text":` + quoted(zip) + `}}`,
		"string": inJSON(`{"file":"` + zip + `"}`),
		"text":   inBody("text/plain", "see data:application/zip;base64,"+zip+" there"),
	} {
		t.Run(name, func(t *testing.T) {
			out, r := redact(t, `{"log":{"entries":[{`+entry+`}]}}`)
			require.Contains(t, out, entry)
			require.Len(t, r.NotInspected, 1)
			require.Equal(t, "archive", r.NotInspected[0].What)
			require.Equal(t, 1, r.NotInspected[0].Count)
			require.EqualValues(t, len(zip), r.NotInspected[0].Bytes)
		})
	}
	_, r := redact(t, `{"log":{"entries":[{`+inBody("text/plain", "UEsDA "+zip[5:])+`}]}}`)
	require.Empty(t, r.NotInspected)
}
