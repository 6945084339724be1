package core_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// raw64 is base64 of a deflate stream without a header.
func raw64(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	require.NoError(t, err)
	_, err = w.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// Bytes that are not what they look like by chance: what stands around a secret
// stays, and where there is none all does.
func TestWhatLooksLikeASecretByChanceStays(t *testing.T) {
	const (
		token  = "f7Qk2LmP9xTz4VbN8wRcQ1w2"
		cookie = "eyJfYXV0aF91c2VyX2lkIjoiODgwMjMxIn0:GEDhsR:M1I_qG8UJuBDkwkNBssVHQzm4g1"
	)
	// 86 digits and two of padding are also the length of a key of Azure's.
	filler := "id=r-4796903b59a&access_token=" + token + "&v=2"
	require.Len(t, raw64(t, filler), 88)
	require.True(t, strings.HasSuffix(raw64(t, filler), "=="))
	// The cookie in three layers of escapes; behind this path its base64 looks
	// like the rest of a deflate stream.
	deep := `%5C%5C%5C%750075%300%5Cu0036%5Cu0035yJf%5C%750059%5C%5C%5C%750075%300%5Cu00358%5Cu00560%5Cu0061F9%5Cu0031%5Cu00632%5C%5Cu005%5Cu0036yX2%5C%5C%5Cu0075006%5Cu0063k%5C%5Cu0049%5C%5C%5C%75007500%5Cu0036aoiO%5C%5Cu0044%5Cu00%367%5C%5Cu%5Cu003007%37MjMx%5C%5Cu0049n0%3AG%5C%5Cu00%5Cu00345Dhs%5C%5C%5Cu007500%5Cu00352%3AM1I_qG8UJuB%5Cu0044%5C%5Cu%3006bwkN%5Cu0042%5Cu0073%5C%5Cu%5Cu0030073V%5C%5Cu0048Qzm%5C%5Cu%5Cu0030034%5C%5Cu00%5Cu0036%5Cu0037%5Cu0031`
	for _, c := range []struct {
		name  string
		entry string
		stays string // in the output
	}{
		{"deflate of the length of a key", inJSON(`{"text":"` + raw64(t, filler) + `"}`), raw64(t, strings.Replace(filler, token, "REDACTED-token-2", 1))},
		{"id of a public key", inJSON(`{"keys":[{"kty":"EC","kid":"fw_2d4glJLAXAVfxXGHwKsBhcIg","crv":"P-256"}]}`), "fw_2d4glJLAXAVfxXGHwKsBhcIg"},
		{"checksum behind a nonce", inResponseHeader("Content-Security-Policy", "script-src 'self' 'nonce-JZDn9+0gjf01QdIt6P2sPw==' 'sha256-BJZLevTweu2OjrVayaFRlqMNdLrkaeP6CFXTViUiiWO='; object-src 'none'"), "'sha256-BJZLevTweu2OjrVayaFRlqMNdLrkaeP6CFXTViUiiWO='"},
		{"digits behind an escape", inJSON(`{"text":"5A7%25396330685965546%254342"}`), "%25396330685965546%25"},
		{"path that looks like deflate", inURL("https://api.cyberdyne.example/watch/S880HmyAQ4K/view/" + base64.StdEncoding.EncodeToString([]byte(deep)) + "?v=78b1141fa1b7"), "/watch/S880HmyAQ4K/view/"},
		{"signed URL in base64 in hex", inURL("https://api.umbrella.example/reset/"+hex.EncodeToString([]byte(base64.StdEncoding.EncodeToString([]byte("https://x-data.s3.eu-west-1.amazonaws.com/exports/report.pdf?X-Amz-Signature=813336448bcb50409d956432df58df1901d9c070d5526b8cde7b071418ec68e8&n=1"))))) + `,"comment":"` + hex.EncodeToString([]byte(base64.StdEncoding.EncodeToString([]byte("https://x-data.s3.eu-west-1.amazonaws.com/exports/report.pdf?X-Amz-Signature=813336448bcb50409d956432df58df1901d9c070d5526b8cde7b071418ec68e8&n=1")))) + `"`,
			hex.EncodeToString([]byte(base64.StdEncoding.EncodeToString([]byte("https://x-data.s3.eu-west-1.amazonaws.com/exports/report.pdf?"))))[:100]},
		{"access signature written with many escapes", `"comment":"wonka_sas_token: ` + references("sv=2022-11-02&ss=b&srt=sco&sp=rl&se=2025-06-11T00:56:00Z&spr=https&sig=70+tdAwjhTSbdauw7Z8TtX8MWnwdxR5kd4Lvhc9J9AT=") + `"`, references("sv=2022-11-02&ss=b&srt=sco&sp=rl&se=2025-06-11T00:56:00Z&spr=https&sig=")},
		{"deflate at the end of a part", inBody("multipart/form-data; boundary=----WebKitFormBoundaryPrcgeW6cvQfi1BlW", "------WebKitFormBoundaryPrcgeW6cvQfi1BlW\r\nContent-Disposition: form-data; name=\"blob\"\r\n\r\n"+strings.TrimRight(raw64(t, "rid=r-8f90adf125bf6fd8&v=2&access_token="+token), "=")+"\r\n------WebKitFormBoundaryPrcgeW6cvQfi1BlW--\r\n"), "------WebKitFormBoundaryPrcgeW6cvQfi1BlW--"},
		{"cell behind an escaped one", inBody("text/csv", "id,payload,ref,note,state\nrow8,a%253Db%26p%61ssword%253Dk%2532Rw9XqLm4,tr-d517b60caa437162148a,\"a b\",done\n"), "tr-d517b60caa437162148a"},
		{"reference behind a token", inBody("text/plain", "x umbrella_jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.f7Qk2LmP9xTz4VbN8wRcQ1w3&lt;/a&gt;"), "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.REDACTED-jwt"},
		{"token among others in a cookie", inCookie("state=rid%3Da9e2649dad6fbedc%26x-jwt%3DeyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.f7Qk2LmP9xTz4VbN8wRcQ1w3") + `,"comment":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.f7Qk2LmP9xTz4VbN8wRcQ1w3"`, `"comment":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.REDACTED-`},
		{"parameter behind a token", inBody("text/plain", "sent "+hex.EncodeToString([]byte("q=secret-token%3A9Zm6n7LixoBMyKDKgMLAB5QYO2zpv8F&panel=widget&ref=tr-b4e4b06fb212"))), hex.EncodeToString([]byte("&panel=widget&ref=tr-b4e4b06fb212"))},
		{"base64 in two readings", inURL("https://x.example/content/" + strings.ReplaceAll(raw64(t, "Basic YWxwaGEtc3ZjOlZsLEA3JTooW2xdMzoiLmdaMA=="), "/", "%252F")), "ckosz"},
		{"cell behind a token of any signs", inBody("text/csv", "id,payload,ref,note\nrow8,secret-token:XbKnRfM7IMUhOo7ta2lG75Rm69bYWyuQd,tr-d517b60caa437162148a,done\n"), "tr-d517b60caa437162148a"},
		{"parameter behind a signature", inURL("https://x.example/api/j;blob=https%3A%2F%2Fd.s3.amazonaws.com%2Fr.pdf%3FX-Amz-Expires%3D900%26X-Amz-Signature%3D3550f962a7341de1da16e9d7240064aac39fa2afd4b84891f5473ba8d876435a;value=abc"), ";value=abc"},
		{"words of a Secret", inForJSON(`{"kind":"Secret","data":{"quarter":"`+asBase64("yellow zebra")+`"}}`) + `,"comment":"` + asBase64("abcyellow zebra") + `"`, `"comment":"` + asBase64("abcyellow zebra")},
		{"parameter behind a link", inBody("text/plain", "sent "+hex.EncodeToString([]byte("q=a+b&msg=https%3A%2F%2Fx.example%2Finvite%2F4238902e-9b84-4e7c-871b-57d5f4d48c1f&trace_ref=tr-77e2b82e045695d0e99c"))), hex.EncodeToString([]byte("&trace_ref=tr-77e2b82e045695d0e99c"))},
		{"hex that is no signature", inURL("https://x.example/a?Expires=1793145600&w=1#item=" + hex.EncodeToString([]byte("sv=2022-11-02&se=2025-03-14T06:58:00Z&sp=rl")) + "&x=1"), hex.EncodeToString([]byte("se=2025-03-14T06:58:00Z"))},
		{"cell behind an address", inBody("text/csv", "id,payload,ref,note,state\nrow8,https://x.example/invite/k2Rw9XqLm4k2Rw9XqLm4,tr-d517b60caa437162148a,\"a b\",done\n"), "tr-d517b60caa437162148a"},
		{"cell behind a setting", inBody("text/csv", "id,payload,ref,note,state\nrow8,password=k2Rw9XqLm4,tr-d517b60caa437162148a,\"a b\",done\n"), "tr-d517b60caa437162148a"},
		{"member of PHP's behind an escaped one", inBody("text/plain", `a:2:{s:13:"authorization";s:54:"\u0042asic \u0064XNlcjpodW50ZXIyeA==";s:3:"ref";s:1:"a";s:4:"note";s:5:"panel";}`), `s:3:\"ref\";s:1:\"a\"`},
		{"plus in a path", inURL("https://a.example/files/Y2%7D;AUej~%7B=Ys+:j'_gu.'i3tG?%24skiptoken=13pcZ5c3QC7plWOPL6FL") + `,"comment":"https://a.example/home?admin-password=Y2%7D%3BAUej~%7B%3DYs%2B%3Aj'_gu.'i3tG"`, "?%24skiptoken=13pcZ5c3QC7plWOPL6FL"},
		{"pairs behind a password", inJSON(`{"rows":[[1,"smtpPass=tW9fT8mX&traceId=698c077cff6e42c05744622ca68c9518&page=2"]]}`), "traceId=698c077cff6e42c05744622ca68c9518&page=2"},
		{"parameters of a path behind a password", inJSON(`{"u":"https://a.example/x;smtpPass=tW9fT8mX;contentHash=54880eb48c2c42d7ab1b;v=2"}`), ";contentHash=54880eb48c2c42d7ab1b;v=2"},
		{"rest of a path behind base64", inURL("https://x.example/p/" + strings.TrimRight(base64.StdEncoding.EncodeToString([]byte("got "+token+" end")), "=") + "/view?page=2"), "/view?page=2"},
		{"rest of a path and a number", inURL("https://x.example/p/" + strings.TrimRight(base64.StdEncoding.EncodeToString([]byte("got "+token+" end of it, and more")), "=") + "/edit/7"), "/edit/7"},
		{"application of a channel", inJSON(`{"auth":"6e8b7dab360f778c0de1:d7fa16311f63ab5d9716e0e1edbe8c48d7fa16311f63ab5d9716e0e1edbe8c48"}`) + `,"comment":"/app/6e8b7dab360f778c0de1?v=7"`, "/app/6e8b7dab360f778c0de1?v=7"},
		{"setting behind a password", inJSON(`{"SQL":"Server=tcp:db1;User ID=app;Password=7HWFguWeWb!107;Encrypt=true;"}`), ";Encrypt=true;"},
		{"query behind a session", inHTML(`<a href="/app;jsessionid=5F823CA02A162D63AEF3DA26C5B51E25?page=11">x</a>`), "?page=11"},
		{"value behind a seed that ends as a name does", inBody("text/xml", `<a><ns1:otpauthUrl>U2ADGHN33EH7Z3PW</ns1:otpauthUrl><ns1:ref>tr-87ac634bc30bbb50f598</ns1:ref></a>`), "tr-87ac634bc30bbb50f598"},
		{"first cell below the title of a token", inBody("text/plain", "see: request_id,authenticity_token\r\n7cf65a19-74ab-4466-ad93-795359e5df37,"+token+"\r\n"), "7cf65a19-74ab-4466-ad93-795359e5df37"},
		{"first cell below a title with dots", inBody("text/plain", "see buildId,globex.private_key\n4-LXtz2OyywnOaWAos2-s,"+token+"\n"), "4-LXtz2OyywnOaWAos2-s"},
		{"public half of a key among other text", inBody("text/plain", `loaded {"kty":"EC","kid":"vtXyBK3w0HSkjjdDwC74","x":"eIiZLmx3xMnVqsdaEBj0SiEHdYW3MzSShgddVUSgzBQ","d":"`+token+`"}`), "eIiZLmx3xMnVqsdaEBj0SiEHdYW3MzSShgddVUSgzBQ"},
		{"cells in base64 beside a token", inHTML("<p>" + base64.StdEncoding.EncodeToString([]byte("id,token\n7cf65a19-74ab-4466-ad93-795359e5df37,"+token+"\n")) + "</p>"), base64.RawStdEncoding.EncodeToString([]byte("id,token\n7cf65a19-74ab-4466-ad93-795359e5df3"))},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, _ := redact(t, `{"log":{"entries":[{"request":{"headers":[{"name":"Cookie","value":"sid=`+cookie+`"},{"name":"X-Auth-Token","value":"`+token+`"}]}},{`+c.entry+`}]}}`)
			require.Contains(t, out, c.stays)
			require.NotContains(t, out, token)
			require.NotContains(t, out, base64.StdEncoding.EncodeToString([]byte(deep)))
			require.NotContains(t, out, hex.EncodeToString([]byte(base64.StdEncoding.EncodeToString([]byte("813336448bcb50409d956432df58df1901d9c070d5526b8cde7b071418ec68e8"))[:60])))
			require.NotContains(t, out, references("70+tdAwjhTSb"))
		})
	}
}

// The bytes of something compressed are no text: a name that stands in them by
// chance tells nothing of what stands behind it.
func TestCompressedBytesAreNoText(t *testing.T) {
	// The file's name is in the header of gzip as it is: here it is one of a
	// binary format's, with a string behind it.
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Name = "password\x09hunter2xyz"
	_, err := w.Write([]byte(`{"rid":"r-8f90adf125bf6fd8"}`))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	entry := inJSON(`{"data":"` + base64.StdEncoding.EncodeToString(z.Bytes()) + `"}`)
	require.Contains(t, redactEntry(t, entry), entry)
}

// What was found in a text is taken out where it stands, however much of the
// budget the look for other encodings takes.
func TestWhatWasFoundIsTakenOutBeforeOthersAreLookedFor(t *testing.T) {
	many := "sas=" + encoded("a&#x37;%3Ab", 9, func(s string) string { return strings.ReplaceAll(s, "%", "%25") + "%26%23x37%3B%5Cu0037" })
	saml := base64.StdEncoding.EncodeToString([]byte(`<samlp:Response ID="_1"><saml:Issuer>https://idp.globex.example/6aqhgk</saml:Issuer><ds:SignatureValue>f7Qk2LmP9xTz4VbN8wRcQ1w2f7Qk2LmP9xTz4VbN8wRcQ1w2</ds:SignatureValue></samlp:Response>`))
	out := redactEntry(t, inURL("https://www.hooli.example/saml/acs?SAMLResponse="+strings.NewReplacer("+", "%2B", "/", "%2F", "=", "%3D").Replace(saml)+"&"+strings.Repeat(many+"&", 12)))
	require.Contains(t, out, saml[:30])
	require.NotContains(t, out, saml[140:200])
}

// What one string takes of the budget is no loss of the next one.
func TestNoStringTakesTheBudgetOfAnother(t *testing.T) {
	const token = "f7Qk2LmP9xTz4VbN8wRcQ1w2"
	var entry strings.Builder
	for n := 1 << 20; n > 100; n /= 2 {
		for range 2 {
			fmt.Fprintf(&entry, `"_%d%d":%q,`, n, entry.Len(), asBase64(string(packed([]byte(strings.Repeat("a ", n/2))))))
		}
	}
	out := redactEntry(t, entry.String()+inJSON(`{"a":"`+asBase64(`{"access_token":"`+token+`"}`)+`"}`))
	require.NotContains(t, out, base64.StdEncoding.EncodeToString([]byte(`{"access_token":"`+token+`"}`)))
}

// In a binary format the length of a string can be a digit of the base64 that it
// holds.
func TestLengthBeforeCompressedText(t *testing.T) {
	const token = "f7Qk2LmP9xTz4VbN8wRcQ1w2"
	packed := raw64(t, "rid=r-8f90adf125bf6fd8-51bc8e7f&v=2&access_token="+token)
	require.Equal(t, 'l', rune(len(packed)))
	out := redactEntry(t, `"response":{"content":{"encoding":"base64","text":"`+base64.StdEncoding.EncodeToString([]byte("\n\x04blob\x12"+string(rune(len(packed)))+packed+"\x18\x01"))+`"}}`)
	text := regexp.MustCompile(`"text":"([^"]*)"`).FindStringSubmatch(out)
	require.NotNil(t, text)
	body, err := base64.StdEncoding.DecodeString(text[1])
	require.NoError(t, err)
	require.NotContains(t, string(body), packed[20:])
}
