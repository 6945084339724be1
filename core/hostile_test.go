package core_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// hostileSecret stands in an Authorization header beside each hostile case.
const hostileSecret = "Wn5vX8pQ3rT6yU1iO4aS7dFg"

// packed compresses a text.
func packed(b []byte) []byte {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write(b); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return z.Bytes()
}

// encoded applies an encoding to itself n times.
func encoded(s string, n int, encode func(string) string) string {
	for range n {
		s = encode(s)
	}
	return s
}

func asBase64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

// hostileBodies are texts of about size bytes that a reader could lose itself
// in: n times larger, they must take n times as long. BenchmarkHostile shows
// it.
func hostileBodies(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1)[:size] }
	tail := ` token=` + hostileSecret + ` "password":"hunter2!x" `
	return map[string]string{
		"secrets that begin one another": beginAlike(size),
		"drawn tables":                   fill("│ password │ b │\n├──┼──┤\n"),
		"quotes that are doubled":        fill("password='a''b"),
		"links of a label":               fill("<label>API key</label><p>"),
		"variables":                      fill(`{"query":"a(password: $p)","variables":{"p":"x","q":"y"}}`),
		"runs in many secrets":           runsInside(size),
		"lists of codes":                 fill("backup codes:\na1b2-c3d4\n"),
		"lists of codes, tags":           fill(`<a class="backup-codes">a1b2-c3d4</a>`),
		"paths of links":                 fill("/reset/7/aB3dEf6h1j2KlM4nPq5s"),
		"arguments of calls":             fill("<login><arg0>a</arg0>"),
		"braces":                         fill("{"),
		"braces closed":                  fill("{}"),
		"brackets":                       fill("["),
		"objects in arrays":              fill(`[{"a":`),
		"less-than signs":                fill("<"),
		"tags":                           fill("<a "),
		"tags with attributes":           fill(`<a b="`),
		"inputs":                         fill(`<input name=token value=`),
		"tags without ends":              fill(`<meta name="csrf-token" content="`),
		"data without ends":              fill("<script>["),
		"fields of headers":              fill("Authorization: "),
		"commas":                         fill(","),
		"line feeds escaped":             fill(`\n`),
		"packed in packed":               fill(base64.StdEncoding.EncodeToString([]byte(encoded("token=abc&password=d3fg", 2, asBase64))) + "."),
		"what repeats itself":            asBase64(fill("password="))[:size],
		"repeats of one":                 repeats(size),
		"script tags":                    fill("<script>"),
		"cdata":                          fill("<password><![CDATA["),
		"comments":                       fill("<!--"),
		"double quotes":                  fill(`"`),
		"single quotes":                  fill(`'`),
		"unfinished quote":               `token="` + fill("a"),
		"many unfinished":                fill(`token="a `),
		"keys without values":            fill("password="),
		"keys and colons":                fill(`"password":`),
		"nested keys":                    fill("token=secret="),
		"labels":                         fill("пароль：мой пароль: "),
		"names and values":               fill(`"name":"password","value":`),
		"doubled quotes":                 fill(`""password"": ""`),
		"lines that go on":               fill("=41=\r\n"),
		"verbs":                          fill("\nAUTH LOGIN\n334 x\na1 LOGIN \"echo a| net use \\sqlplus -"),
		"signed addresses":               fill("https://a.b/?w=1&s=9f86d081884c7d659a2feaa0c55ad015&"),
		"functions":                      fill(`f("token",`),
		"backslashes":                    fill(`\`),
		"backslash quotes":               fill(`\"`),
		"escapes":                        fill(`\u0041`),
		"broken escapes":                 fill(`\u00`),
		"percent signs":                  fill("%"),
		"percent digits":                 fill("%25"),
		"a long secret again":            percented(fill("X-Amz-Signature=")[:size/6] + fill("~")[:size/6]),
		"percent quotes":                 fill("%22token%22%3A%22"),
		"ampersands":                     fill("&"),
		"entities":                       fill("&amp;"),
		"numeric entities":               fill("&#65;"),
		"broken entities":                fill("&#"),
		"at signs":                       fill("@"),
		"addresses":                      fill("a@b.example "),
		"words and at signs":             fill("aaaaaaaaaaaaaaaa@"),
		"colons":                         fill(":"),
		"schemes":                        fill("https://"),
		"addresses in paths":             fill("%26https://"),
		"names behind signs":             fill("____________secret_key:"),
		"user info":                      fill("https://a:b@"),
		"questions":                      fill("?a=b#"),
		"slashes":                        fill("/"),
		"semicolons":                     fill(";"),
		"dots":                           fill("."),
		"equals signs":                   fill("="),
		"plus signs":                     fill("+"),
		"hyphens":                        fill("-"),
		"letters":                        fill("A"),
		"words":                          fill("word "),
		"digits":                         fill("4111111111111111 "),
		"one number":                     fill("4"),
		"hex":                            fill("deadbeef"),
		"hex of hex":                     fill("3634"),
		"base64 of base64":               encoded("token", 40, asBase64)[:min(size, 1<<16)],
		"base64 broken":                  fill("QUJD="),
		"base64 lines":                   fill("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg==\n"),
		"base64 long":                    asBase64(fill(`{"token":"x",`))[:size],
		"jwt starts":                     fill("eyJ"),
		"jwt headers":                    fill("eyJhbGciOiJIUzI1NiJ9 ."),
		"jwt dots":                       fill("eyJhbGciOiJIUzI1NiJ9.e30.a "),
		"prefixes":                       fill("ghp_"),
		"prefixes joined":                fill("sk_live_"),
		"bearers":                        fill("Bearer "),
		"basics":                         fill("Basic QTpC "),
		"basics joined":                  fill("Basic+"),
		"bearers joined":                 fill("Bearer+"),
		"bearers of values":              fill("Bearer+cGFzc3dvcmQ9aHVudDB4Jg==__Host-a="),
		"words between pluses":           fill("bcdefg+"),
		"begin keys":                     fill("-----BEGIN PRIVATE KEY-----\n"),
		"boundaries":                     fill("--x\nContent-Disposition: form-data; name=\"token\"\n\n"),
		"events":                         fill("data: {\n"),
		"records":                        fill("{}\x1e"),
		"newlines":                       fill("\n"),
		"nul":                            fill("\x00"),
		"control":                        fill("\x01\x02\n\x05token"),
		"not latin":                      fill("пароль=密码"),
		"placeholders":                   fill("REDACTED-token-1 "),
		"placeholders joined":            fill("REDACTED-token-1"),
		"half placeholders":              fill("REDACTED-"),
		"gzip in base64":                 base64.StdEncoding.EncodeToString(packed(bytes.Repeat([]byte("token="), 10*size))),
		"many gzips":                     fill(base64.StdEncoding.EncodeToString(packed(bytes.Repeat([]byte{'a'}, 20000))) + " "),
		"gzip heads":                     fill("H4sIAAAAAAAA"),
		"many secrets":                   manySecrets(size),
		"many that end alike":            strings.ReplaceAll(manySecrets(size), "Qx", "Qx7vZk3mP9xTz4Lb"),
		"many short secrets":             manyShort(size),
		"many numbers":                   "[" + strings.Repeat(`{"token":12345678901},`, size/22) + "1]",
		"tail":                           fill("x ") + tail,
	}
}

// manySecrets is distinct secrets under a telling name.
func manySecrets(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "token=Qx%07dZk3mP9xTzV\n", i)
	}
	return b.String()
}

// repeats is secrets of which each is one more of the same, and a text of that.
func repeats(size int) string {
	const one = "Qx7vZk3mP9xTz4Lb"
	var b strings.Builder
	for n := 2; b.Len() < size/2; n++ {
		b.WriteString("token=" + strings.Repeat(one, n) + "\n")
	}
	return b.String() + strings.Repeat(one, size/2/len(one))
}

// beginAlike is secrets of which each begins as the next one does.
func beginAlike(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(`{"access_token":"` + "Ab3Ab3Ab3Ab3Ab3" + strings.Repeat("x", i) + `9"}` + "\n")
	}
	return b.String()
}

// runsInside is secrets that have a long run of one letter within, and such a run.
func runsInside(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size/2; i++ {
		fmt.Fprintf(&b, "token=Qx%07dZk3mP9xT%sV7\n", i, strings.Repeat("x", 900))
	}
	return b.String() + strings.Repeat("x", size/2)
}

// percented writes each byte as an escape of a URL.
func percented(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

func manyShort(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "password=p%d\n", i)
	}
	return b.String()
}

// hostile puts a text into a response body, as several exporters may.
func hostile(text string) string {
	return `{"log":{"entries":[{"request":{"url":"https://a.example/","headers":[{"name":"Authorization","value":"Bearer ` + hostileSecret + `"}]},"response":{"content":{"text":` + quoted(text) + `}}}]}}`
}

// survives runs a HAR and wants an output that is clean, valid and stable, or
// a refusal with one of the codes.
func survives(t *testing.T, in []byte, codes ...report.Code) []byte {
	t.Helper()
	var out, again bytes.Buffer
	_, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard())
	var e *report.Error
	if errors.As(err, &e) {
		require.Contains(t, codes, e.Code, e.Message)
		return nil
	}
	require.NoError(t, err)
	require.Empty(t, codes, "it was to be refused")
	require.True(t, json.Valid(bytes.TrimPrefix(out.Bytes(), []byte("\xEF\xBB\xBF"))))
	require.NotContains(t, out.String(), hostileSecret)
	_, err = core.Redact(&again, bytes.NewReader(out.Bytes()), int64(out.Len()), policy.Standard())
	require.NoError(t, err)
	require.True(t, bytes.Equal(out.Bytes(), again.Bytes()), "a second run changes something")
	return out.Bytes()
}

func TestHostileBodies(t *testing.T) {
	size := 1 << 13
	if testing.Short() {
		size = 1 << 12
	}
	for name, text := range hostileBodies(size) {
		t.Run(name, func(t *testing.T) {
			survives(t, []byte(hostile(text)))
			// The same where a body is packed, and where it is a URL.
			survives(t, []byte(`{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer `+hostileSecret+`"}]},"response":{"content":{"encoding":"base64","text":`+quoted(asBase64(text))+`}}}]}}`))
			survives(t, []byte(`{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":`+quoted(text)+`}]}}]}}`))
			survives(t, []byte(`{"log":{"entries":[{"request":{"url":`+quoted("https://a.example/?q="+text)+`,"headers":[{"name":"Authorization","value":"Bearer `+hostileSecret+`"},{"name":"Cookie","value":`+quoted("sid="+text)+`}]}}]}}`))
		})
	}
}

// BenchmarkHostile shows that each hostile body takes time in proportion to
// its size: ns/B is the same for both sizes, within a factor of noise.
func BenchmarkHostile(b *testing.B) {
	for name := range hostileBodies(16) {
		for _, size := range []int{1 << 17, 1 << 19} {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "-"), size), func(b *testing.B) {
				in := []byte(hostile(hostileBodies(size)[name]))
				b.SetBytes(int64(len(in)))
				for b.Loop() {
					var out bytes.Buffer
					if _, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard()); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(in)), "ns/B")
			})
		}
	}
}

// hostileFiles are whole inputs: those without a code must come out clean.
// They are seeds of FuzzRedact too.
func hostileFiles() []hostileFile {
	bearer := `{"request":{"headers":[{"name":"Authorization","value":"Bearer ` + hostileSecret + `"}]}}`
	har := func(entries string) string { return `{"log":{"entries":[` + entries + `]}}` }
	header := func(name, value string) string {
		return `{"request":{"headers":[{"name":` + quoted(name) + `,"value":` + quoted(value) + `}]}}`
	}
	body := func(text string) string { return `{"response":{"content":{"text":` + quoted(text) + `}}}` }
	cookie := func(v string) string { return header("Cookie", "sid="+v) }
	deep := func(n int) string { return strings.Repeat(`{"a":[`, n/2) + strings.Repeat(`]}`, n/2) }
	return []hostileFile{
		// The shape of the document.
		{name: "entries of every type", in: har(`null,true,7,"Bearer ` + hostileSecret + `",[],{},[[{"token":"` + hostileSecret + `"}]],` + bearer)},
		{name: "log twice", in: `{"log":{"entries":[` + bearer + `]},"log":{"entries":[` + bearer + `]}}`},
		{name: "entries twice", in: `{"log":{"entries":[` + bearer + `],"entries":[` + bearer + `,` + bearer + `]}}`},
		{name: "log without entries first", in: `{"log":{},"log":{"entries":[` + bearer + `]}}`},
		{name: "entries are an object", in: `{"log":{"entries":{"a":1}}}`, codes: []report.Code{report.CodeNotHAR}},
		{name: "entries are null", in: `{"log":{"entries":null}}`, codes: []report.Code{report.CodeNotHAR}},
		{name: "log is an array", in: `{"log":[{"entries":[]}]}`, codes: []report.Code{report.CodeNotHAR}},
		{name: "an array of documents", in: `[` + har(bearer) + `]`, codes: []report.Code{report.CodeNotJSON, report.CodeNotHAR}},
		{name: "escaped keys", in: `{"l\u006fg":{"\u0065ntries":[` + bearer + `]}}`},
		{name: "keys in capitals", in: `{"LOG":{"ENTRIES":[` + bearer + `]}}`, codes: []report.Code{report.CodeNotHAR}},
		{name: "two documents", in: har(bearer) + har(bearer), codes: []report.Code{report.CodeSyntax}},
		{name: "secrets outside log", in: `{"token":"` + hostileSecret + `","log":{"entries":[` + bearer + `],"token":"` + hostileSecret + `"},"x":["` + hostileSecret + `"]}`},
		{name: "headers of other types", in: har(`{"request":{"headers":null,"cookies":7,"queryString":"a=b","postData":[],"url":null},"response":{"headers":{"Set-Cookie":"sid=` + hostileSecret + `","a":null,"b":[1]},"content":"` + hostileSecret + `","cookies":{"sid":{"value":"` + hostileSecret + `"}}}},` + bearer)},
		{name: "names and values of other types", in: har(`{"request":{"headers":[{"name":1,"value":2},{"name":null},{"value":"x"},[],"Cookie: sid=1",{"name":["Cookie"],"value":{"a":"sid=` + hostileSecret + `"}}]}},` + bearer)},
		{name: "a list of values", in: har(`{"response":{"headers":[{"name":"Set-Cookie","value":["sid=` + hostileSecret + `; path=/","a=b"]}]}}`)},
		{name: "keys repeated", in: har(`{"request":{"headers":[{"name":"A","name":"Authorization","value":"x","value":"Bearer ` + hostileSecret + `","name":"B"}],"headers":[],"headers":[{"name":"Authorization","value":"Bearer ` + hostileSecret + `"}]}}`)},
		{name: "key is the secret", in: har(`{"x":{"` + hostileSecret + `":1,"` + hostileSecret + `":2}},` + bearer)},
		{name: "as deep as allowed", in: har(`{"x":` + deep(9000) + `},` + bearer)},
		{name: "too deep", in: har(`{"x":` + deep(20000) + `},` + bearer), codes: []report.Code{report.CodeTooDeep}},
		{name: "deep with a secret inside", in: har(`{"x":` + strings.Repeat("[", 9000) + `{"token":"` + hostileSecret + `"}` + strings.Repeat("]", 9000) + `}`)},
		{name: "json in json, 7 levels", in: har(body(encoded(`{"token":"`+hostileSecret+`"}`, 7, func(s string) string { return `{"a":` + quoted(s) + `}` })))},

		// Names written with escapes are names.
		{name: "escaped name of a cookie's header", in: har(`{"response":{"headers":[{"n\u0061me":"\u0053\u0065\u0074\u002d\u0043\u006f\u006f\u006b\u0069\u0065","v\u0061lue":"q=` + hostileSecret + `; Path=/"}]}}`)},
		{name: "escaped name of a header", in: har(`{"request":{"headers":[{"name":"\u0058\u002D\u0041\u0070\u0069\u002D\u004B\u0065\u0079","value":"` + hostileSecret + `"}]}}`)},
		{name: "escaped name of a parameter", in: har(`{"request":{"queryString":[{"name":"\u0074oken","value":"` + hostileSecret + `"}]}}`)},
		{name: "escaped names of a body", in: har(`{"response":{"content":{"encoding":"b\u0061se64","mimeType":"text\/plain","text":"` + asBase64("token="+hostileSecret) + `"}}}`)},
		{name: "a name with characters that nobody sees", in: har(body("{\"a\":1,\"pass\u00adword\":\"" + hostileSecret + "\"}"))},
		{name: "a name in wide letters", in: har(body("{\"a\":1,\"ｐａｓｓｗｏｒｄ\":\"" + hostileSecret + "\"}"))},

		// Values as some lists write them.
		{name: "a header with a list of values", in: har(`{"request":{"headers":[{"value":["x","` + hostileSecret + `"],"name":"X-Api-Key"}]}}`)},
		{name: "a header with an object of values", in: har(`{"request":{"headers":[{"name":"X-Api-Key","value":{"a":{"b":["` + hostileSecret + `"]}}}]}}`)},
		{name: "many values of one header", in: har(`{"request":{"headers":[{"name":"X-Api-Key","value":"a","value":"b","value":"c","value":"` + hostileSecret + `"}]}}`)},
		{name: "a field with a list of values", in: har(`{"request":{"postData":{"params":[{"name":"password","value":["` + hostileSecret + `"]}]}}}`)},
		{name: "a list of values under a name", in: har(body(`[{"name":"password","value":["` + hostileSecret + `"]}]`))},
		{name: "a header that is spelt in another way", in: har(header("Authorisation", hostileSecret))},
		{name: "a cookie without a name", in: har(`{"request":{"cookies":[{"value":"` + hostileSecret + `"}]}}`)},
		{name: "cookies as strings", in: har(`{"request":{"cookies":["a=b","q=` + hostileSecret + `"]}}`)},
		{name: "cookies as a string", in: har(`{"request":{"cookies":"a=b; q=` + hostileSecret + `"}}`)},
		{name: "cookies in lines", in: har(body("GET / HTTP/1.1\r\nCookie: a=b;\r\n q=" + hostileSecret + "\r\nHost: a.example\r\n"))},
		{name: "a token in a host", in: har(`{"request":{"url":"https://ghp_` + hostileSecret + `1a2B3c4D5e6F.a.example/x"}}`)},
		{name: "a token that is a cookie's name", in: har(header("Cookie", "ghp_"+hostileSecret+"1a2B3c4D5e6F=1"))},

		// Numbers.
		{name: "a thousand digits", in: har(`{"time":` + strings.Repeat("1234567890", 100) + `,"password":` + strings.Repeat("9876543210", 100) + `},` + bearer)},
		{name: "escapes before runs", in: har(`{"a":"%26DiacriticalGrave;%2525252525252525252525252525 %25 \\u005cu005cu005cu005c&amp;%26amp%3B"}`)},
		{name: "odd numbers", in: har(`{"otp":-0,"pin":1e400,"password":0.0,"cvc":-123,"token":12345678901234567890,"secret":true,"apiKey":null},` + bearer)},
		{name: "numbers in cookies", in: har(`{"request":{"cookies":[{"name":"sid","value":12345678901234567},{"name":"n","value":-1.5e3},{"name":"t","value":true}]}},` + bearer)},

		// Characters.
		{name: "invalid utf-8", in: har("{\"request\":{\"headers\":[{\"name\":\"Cookie\",\"value\":\"sid=\xff\xfeQ7kZ2mXx9LbVn4R\"},{\"name\":\"X\xc3\",\"value\":\"\xed\xa0\x80\"}]}}," + bearer)},
		{name: "quoted-printable", in: har(body("x " + quotedPrintable(`{"token":"`+hostileSecret+`","n":1}`) + " y"))},
		{name: "lone surrogates", in: har(`{"request":{"headers":[{"name":"Cookie","value":"sid=\ud800Q7kZ2mXx9LbVn4R\udc00"}]},"response":{"content":{"text":"\udfff Q7kZ2mXx9LbVn4R \ud83d"}}},` + bearer)},
		{name: "surrogate pairs", in: har(`{"request":{"headers":[{"name":"Cookie","value":"sid=\ud83d\ude00Q7kZ2mXx9LbVn4R"}]},"response":{"content":{"text":"😀Q7kZ2mXx9LbVn4R"}}},` + bearer)},
		{name: "nul", in: har(cookie("a\x00Q7kZ2mXx9LbVn4R\x00") + "," + body("\x00token="+hostileSecret+"\x00"))},
		{name: "byte order marks", in: "\xEF\xBB\xBF" + har(body("\xEF\xBB\xBF{\"token\":\""+hostileSecret+"\"}"))},
		{name: "a secret with quotes", in: har(header("X-Api-Key", `Q"7kZ'2m"Xx9LbVn4R`) + `,` + body(`Q"7kZ'2m"Xx9LbVn4R and {"k":"Q\"7kZ'2m\"Xx9LbVn4R"}`))},
		{name: "a secret with backslashes", in: har(header("X-Api-Key", `Q\7kZ\\2m\nXx9LbVn4R\`) + `,` + body(`Q\7kZ\\2m\nXx9LbVn4R\ and {"k":`+quoted(`Q\7kZ\\2m\nXx9LbVn4R\`)+`}`))},
		{name: "a secret of backslashes", in: har(`{"password":"\\\\\\\\\\\\\\\\a1"},` + body(`\\\\\\\\a1`))},
		{name: "a secret with line breaks", in: har(header("X-Api-Key", "Q7kZ2m\r\nXx9L\tbVn4R") + `,` + body("Q7kZ2m\r\nXx9L\tbVn4R"))},
		{name: "a secret with percent signs", in: har(header("X-Api-Key", "Q7%41kZ2m%2Xx9%LbVn4R%") + `,` + body("Q7%41kZ2m%2Xx9%LbVn4R%"))},
		{name: "a secret with entities", in: har(header("X-Api-Key", "Q7&amp;kZ2m&Xx9&#76;bVn4R") + `,` + body("<b>Q7&amp;kZ2m&Xx9&#76;bVn4R</b> Q7&kZ2m&Xx9LbVn4R"))},
		{name: "a secret in another script", in: har(`{"request":{"postData":{"text":"password=п@роль密码1x&b=1"}}},` + body(`{"password":"п@роль密码1x","x":"п@роль密码1x"}`))},
		{name: "a secret of signs", in: har(header("X-Api-Key", `!@#$%^&*()_+{}|:"<>?~`) + `,` + body(`!@#$%^&*()_+{}|:"<>?~`))},
		{name: "a secret of blanks", in: har(header("X-Api-Key", "                ") + `,` + cookie("    "))},

		// Secrets and what they meet.
		{name: "a secret equal to a key", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=headers; b=request; c=value; d=entries"}]}},` + bearer)},
		{name: "a secret equal to a host", in: har(`{"request":{"url":"https://app.example/x","headers":[{"name":"Cookie","value":"h=app.example; s=https"}]}},` + bearer)},
		{name: "a secret equal to a part of a placeholder", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=REDACTED; b=cookie; c=token-1; d=REDACTED-token; e=-; f=1; g=EDACTED-coo"}]},"x":"a REDACTED-token-1 b"},` + bearer)},
		{name: "placeholders of an earlier run", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=REDACTED-cookie-7; b=REDACTED-cookie-999999999999999999999"},{"name":"Authorization","value":"Bearer REDACTED-token-3"}]}},` + bearer)},
		{name: "a prefix of another", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=Q7kZ2mXx9LbVn4R; b=Q7kZ2mXx9LbVn4RtY6uI8oP"}]}},` + body("Q7kZ2mXx9LbVn4RtY6uI8oP Q7kZ2mXx9LbVn4R Q7kZ2mXx9LbVn4RtY6"))},
		{name: "secrets that overlap", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=Q7kZ2mXx9LbVn4R; b=LbVn4RtY6uI8oPk1"}]}},` + body("Q7kZ2mXx9LbVn4RtY6uI8oPk1 "+asBase64("xQ7kZ2mXx9LbVn4RtY6uI8oPk1")))},
		{name: "a secret that forms anew with a placeholder", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=Q7kZ2mXx9LbVn4R; b=Tn8wPq4LzX6vKc2RED"}]}},` + body("Q7kZ2mXx9LbVn4Q7kZ2mXx9LbVn4R Tn8wPq4LzX6vKc2Q7kZ2mXx9LbVn4R"))},
		{name: "a placeholder that is taken for a label", in: har(body("<a:token>Q7kZ2mXx9LbVn4R</a:token><a:ref>tr-8d4dce934bb1</a:ref>") + "," + bearer)},
		{name: "a placeholder before a quote's reference", in: har(`{"response":{"content":{"text":"{\"d\":\"%7B%22x%22%3A%20%22%7B%26quot%3Bx%26quot%3B%3A%20%26quot%3Ba%3D1%26amp%3Bpassword%3DQ7kZ2mXx9LbVn4R%26amp%3Bb%3D2%26quot%3B%7D%22%7D\"}"}}},` + bearer)},
		{name: "references of HTML to lines of base64", in: har(`{"comment":"` + references(wrapped(`{"access_token":"Q7kZ2mXx9LbVn4RtY6uI8oPk1aB3cD5e","n":"`+strings.Repeat("abc ", 20)+`"}`)) + `"},` + bearer)},
		{name: "a placeholder that is taken for a name", in: har(`{"x":"BeArer 0001A2708B 0000000000127890"},` + bearer)},
		{name: "a fragment that holds a placeholder in base64", in: har(`{"request":{"url":"https://a.example/p#` + base64.RawURLEncoding.EncodeToString([]byte(`{"v":"`+hostileSecret+`","A":"Zz9"}`)) + `"}},` + bearer)},
		{name: "a placeholder before an escaped end of a line", in: har(body("JSON.parse('"+strings.ReplaceAll(quoted(`{"b":`+quoted("API_KEY="+hostileSecret+"\n")+`}`), `\`, `\\`)+"')") + "," + bearer)},
		{name: "a credential with a dollar in it", in: har(`{"0":{"00$$$$]000000O4aS7000":0,"000vX8pQ3rT6yU1iO4aS7dFg":0}},{"0":{"":[{"":"BeArer vX8pQ3rT6y$000000000A"}]}}`)},
		{name: "an email that ends as a scheme", in: har(`{"":{"":"0@0.0a://tok=AAABCXYZ!a"}},` + bearer)},
		{name: "a signature between two secrets", in: har(cookie("Zq7Lm2Xx9LbVn4R~"+`eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.`+hostileSecret+hostileSecret+"~Kc5Wy9Pz6Hd3Fj1") + "," + bearer)},
		{name: "a placeholder and another parameter", in: har(`{"request":{"url":"https://a.example/r/` + asBase64("session="+hostileSecret+";z?") + `/x"}},{"request":{"url":"https://a.example/r/` + asBase64("sid:7~>>;apikey="+hostileSecret+";z") + `"}}`)},
		{name: "a placeholder that letters follow", in: har(`{"request":{"postData":{"mimeType":"application/x-www-form-urlencoded","text":"client_secret=Q7kZ2mXx9LbVn4RtY6uI8oPk1aB3cD5e"}},"x":"xxQ7kZ2mXx9LbVn4RtY6uI8oPk1aB3cD5e` + strings.Repeat("yz", 22) + `"}`)},
		{name: "gzip of a placeholder in a path", in: har(header("X-Api-Key", hostileSecret) + `,{"request":{"url":` + quoted("https://a.example/sso;data="+url.QueryEscape(asBase64(string(packed([]byte(hostileSecret+"??>>")))))+"?to=https%3A%2F%2Fb.example%252F") + `}}`)},
		{name: "an encrypted token in a cookie", in: har(cookie("x;extra=u%3D7%3BeyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMjU2R0NNIn0."+strings.Repeat(hostileSecret+".", 3)+hostileSecret) + "," + bearer)},
		{name: "a connection string in a cookie", in: har(body("--x\r\nContent-Type: application/http\r\n\r\nSet-Cookie: msg=DefaultEndpointsProtocol%3Dhttps%3BAccountName%3Dglobexstore%3BAccountKey%3D" + hostileSecret + hostileSecret + "%3D%3D; Path=/\r\n"))},
		{name: "a token with escapes that a bound cuts", in: har(body("# settings\nserver.port=80\napp.jwt=" + hexEscapes("eyJhbGciOiJIUzI1NiJ9."+base64.RawURLEncoding.EncodeToString([]byte(`{"sub":"u1","name":"`+strings.Repeat("Anna Example ", 12)+`"}`))+"."+hostileSecret+hostileSecret) + "\napp.region=eu\n"))},
		{name: "a secret that repeats itself", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=aB1aB1aB1aB1zQ; b=aB1aB1aB1aB1zQaB1aB1aB1aB1zQ"}]}},` + body("aB1aB1aB1aB1aB1zQaB1aB1aB1aB1zQ"))},
		{name: "a secret that is base64 of another", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=` + hostileSecret + `; b=` + asBase64(hostileSecret) + `; c=` + asBase64(asBase64(hostileSecret)) + `"}]}},` + body(asBase64(asBase64(asBase64(hostileSecret)))))},
		{name: "a secret beside base64", in: har(`{"request":{"headers":[{"name":"Cookie","value":"a=` + hostileSecret + `"}]}},` + body("QUJD"+hostileSecret+"QUJD"+asBase64(hostileSecret)+"QUJD"))},
		{name: "one secret, short and long", in: har(cookie("Zq7") + "," + cookie("Zq7Zq7Zq7Zq7Zq7") + "," + body("Zq7 Zq7Zq7 Zq7Zq7Zq7Zq7Zq7"))},
		{name: "gzip cut off", in: har(body(asBase64(string(packed([]byte(`{"token":"` + hostileSecret + `","x":"` + strings.Repeat("abc ", 50) + `"}`)))[:60])) + "," + bearer)},
		{name: "gzip in gzip", in: har(body(asBase64(string(packed(packed([]byte(`{"token":"`+hostileSecret+`"}`)))))) + "," + bearer)},
		{name: "broken base64 body", in: har(`{"response":{"content":{"encoding":"base64","text":"!!!` + hostileSecret + `"}}},` + bearer)},
		{name: "a body that says base64 and is none", in: har(`{"response":{"content":{"encoding":"base64","text":"{\"token\":\"` + hostileSecret + `\"}"}}},` + bearer)},
		{name: "an email and a password alike", in: har(`{"request":{"postData":{"text":"email=a%40b.example&password=a%40b.example"}}},` + bearer)},
		{name: "a url as a cookie", in: har(cookie("https%3A%2F%2Fa.example%2F%3Ftoken%3D"+hostileSecret) + "," + bearer)},
		{name: "cookies of cookies", in: har(header("Cookie", "a="+strings.Repeat("a=b; ", 200)+"sid="+hostileSecret))},
		{name: "set-cookie without an end", in: har(`{"response":{"headers":[{"name":"Set-Cookie","value":"sid=` + hostileSecret + `; expires=,,,;;;==\n\n=\n;"}]}}`)},
	}
}

// wrapped is base64 in lines (RFC 2045 6.8).
func wrapped(s string) string {
	b := asBase64(s)
	var out strings.Builder
	for len(b) > 76 {
		out.WriteString(b[:76] + "\n")
		b = b[76:]
	}
	return out.String() + b + "\n"
}

// quotedPrintable writes each byte as an escape (RFC 2045 6.7).
func quotedPrintable(s string) string {
	var out strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&out, "=%02X", c)
	}
	return out.String()
}

// hexEscapes writes some letters of a text as an escape of a program.
func hexEscapes(s string) string {
	var out strings.Builder
	for i, c := range []byte(s) {
		if i%4 != 3 || c == '.' {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, `\x%02x`, c)
		}
	}
	return out.String()
}

// references writes each byte as a reference of HTML.
func references(s string) string {
	var out strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&out, "&#%d;", c)
	}
	return out.String()
}

type hostileFile struct {
	name, in string
	codes    []report.Code // none: it comes out
}

func TestHostileFiles(t *testing.T) {
	for _, c := range hostileFiles() {
		t.Run(c.name, func(t *testing.T) {
			survives(t, []byte(c.in), c.codes...)
		})
	}
}

// What is packed deeper than is looked is named in the report.
func TestTooDeepIsNamed(t *testing.T) {
	in := `{"log":{"entries":[{"response":{"content":{"text":` + quoted(encoded(`{"token":"`+hostileSecret+`"}`, 14, asBase64)) + `}}}]}}`
	_, r := redact(t, in)
	require.NotEmpty(t, r.NotInspected)
	require.Equal(t, "too-deep", r.NotInspected[0].What)
}

// Each of many small entries with something large packed in it is little by itself.
// What is passed over is named, and what is told elsewhere is looked for all the same;
// the report is the same in each run, however its workers share the work.
func TestManySmallBombs(t *testing.T) {
	var entries []string
	for i := range 24 {
		bomb := asBase64(string(packed(append(bytes.Repeat([]byte("token=ab "), 60_000), fmt.Sprintf("%d %s", i, hostileSecret)...))))
		entries = append(entries, `{"request":{"url":"https://a.example/`+hostileSecret+`"},"response":{"content":{"encoding":"base64","text":`+quoted(bomb)+`}}}`)
	}
	entries = append(entries, `{"request":{"headers":[{"name":"Authorization","value":"Bearer `+hostileSecret+`"}]}}`)
	in := `{"log":{"version":"1.2","entries":[` + strings.Join(entries, ",") + `]}}`
	out, first := spread(t, policy.Standard(), in, 1<<20, 1)
	require.NotContains(t, out, hostileSecret)
	require.NotEmpty(t, first.NotInspected)
	require.Equal(t, "too-deep", first.NotInspected[0].What)
	for workers := 1; workers <= 3; workers++ {
		_, again := spread(t, policy.Standard(), in, 1<<20, workers)
		require.Equal(t, string(first.AppendJSON(nil)), string(again.AppendJSON(nil)))
	}
}

// What an earlier run has left stays, however it packs or escapes a placeholder; with
// something beside it that can be a token, it does not.
func TestWhatAnEarlierRunHasLeft(t *testing.T) {
	entry := func(cookie string) string {
		return `"request":{"headers":[{"name":"Cookie","value":` + quoted(cookie) + `}]}`
	}
	for name, cookie := range map[string]string{
		"in hex":              "note=" + hex.EncodeToString([]byte("REDACTED-token-47")),
		"in base64":           "note=" + asBase64("REDACTED-token-47"),
		"in base64 of base64": "note=" + asBase64(asBase64("REDACTED-token-47")),
		"in gzip":             "note=" + asBase64(string(packed([]byte("REDACTED-token-47")))),
		"two of them":         "note=" + asBase64("REDACTED-token-47.REDACTED-token-48"),
		"an encrypted token":  "note=u%3D7%3BREDACTED-jwt-79",
		"a connection string": "note=REDACTED-cookie-7%3BAccountName%3Dglobexstore%3BAccountKey%3DREDACTED-key-8",
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, redactEntry(t, entry(cookie)), entry(cookie))
		})
	}
	require.Contains(t, redactEntry(t, inBody("text/plain", `x password="REDACTED-password-1{x}" y`)), quoted(`x password="REDACTED-password-1{x}" y`))
	require.NotContains(t, redactEntry(t, inBody("text/plain", `x password="REDACTED-password-1{hunter2}" y`)), "hunter2")
	require.NotContains(t, redactEntry(t, inForJSON(`{"password":"REDACTED-jwt-1hunter2"}`)), "hunter2")
	require.NotContains(t, redactEntry(t, inForJSON(`{"password":"REDACTED-token-1-hunter2"}`)), "hunter2")
	const address = "sent value=Endpoint%3Dsb%3A%2F%2Fa.servicebus.example%2F%3BSharedAccessKeyName%3DRoot%3BSharedAccessKey%3D"
	require.Contains(t, redactEntry(t, inBody("text/plain", address+"REDACTED-key-5&trace_ref=tr-3fc44ca37878392c91974")), address+"REDACTED-key-5&trace_ref=tr-3fc44ca37878392c91974")
	require.Contains(t, redactEntry(t, inBody("text/plain", address+hostileSecret+"&trace_ref=tr-3fc44ca37878392c91974")), address+"REDACTED-key-1&trace_ref=tr-3fc44ca37878392c91974")
	for name, cookie := range map[string]string{
		"a secret beside it in hex":    "note=" + hex.EncodeToString([]byte("REDACTED-token-47 "+hostileSecret)),
		"a secret beside it in base64": "note=" + asBase64(hostileSecret+".REDACTED-token-47"),
		"a secret beside a token":      "note=u%3D7%3BREDACTED-jwt-79%3B" + hostileSecret,
	} {
		t.Run(name, func(t *testing.T) {
			require.NotContains(t, redactEntry(t, entry(cookie)), entry(cookie))
		})
	}
}
