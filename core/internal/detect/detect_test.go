package detect

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"html"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// values is a Sink that keeps what was found, each value once.
type values struct {
	found []string
	kept  []string
}

func (s *values) Found(f Finding) {
	for _, v := range s.found {
		if v == string(f.Value) {
			return
		}
	}
	s.found = append(s.found, string(f.Value))
}
func (s *values) Kept(r *rule.Rule)  { s.kept = append(s.kept, r.ID) }
func (s *values) Passed(string, int) {}
func (s *values) Placeholder([]byte) {}

// entry is a unit with one request body or one response body.
func entry(t *testing.T, part, mime, text string) []byte {
	t.Helper()
	body := map[string]any{"mimeType": mime, "text": text}
	unit, err := json.Marshal(map[string]any{
		"request": map[string]any{"method": "POST", "url": "https://app.example/", part: body}, "response": map[string]any{part: body},
	})
	require.NoError(t, err)
	return unit
}

func find(t *testing.T, part, mime, text string) *values {
	t.Helper()
	var s values
	New(&s, Policy{}).Unit(entry(t, part, mime, text))
	return &s
}

const (
	token    = "f7Qk2LmP9xTz4VbN8wRcQ1w2"
	password = `Mc7;UwBDeK[VO/,+JlZ`
	header   = "eyJhbGciOiJIUzI1NiJ9"
	payload  = "eyJzdWIiOiIxMjM0NTY3OCJ9"
)

func b64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

func percent(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string is always JSON
	}
	return string(b[1 : len(b)-1])
}

func gzipped(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s)) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

// uvarint is a length as protobuf writes it.
func uvarint(s string) string { return string(binary.AppendUvarint(nil, uint64(len(s)))) }

// TestFound: what stands in a body is found as the value that it is, however
// it is written there.
func TestFound(t *testing.T) {
	jwt := header + "." + payload + "." + token
	for _, c := range []struct {
		name, mime, text string
		want             []string
	}{
		{"a name", "application/json", `{"access_token":"` + token + `"}`, []string{token}},
		{"escapes stacked", "application/json", `{"access_token":"` + quoted(percent(percent(html.EscapeString(`\u0066`+token[1:])))) + `"}`, []string{token}},
		{"an entity cut by a backslash", "application/json", `{"access_token":"&#10\\u0032;` + token[1:] + `"}`, []string{token}},
		{"a backslash in a password", "application/json", `{"password":"My?\\f;[xl_qmzF@QPaz9"}`, []string{`My?\f;[xl_qmzF@QPaz9`}},
		{"a percent sign in a password", "application/json", `{"password":"H6&Y+;s@H?%dA?nW8:Q0v"}`, []string{"H6&Y+;s@H?%dA?nW8:Q0v"}},
		{"signs of programs under a name of tokens", "application/json", `{"acme_credential":"Ol{>|Zg#0>9/w=zR<&%*1+:8fz"}`, []string{"Ol{>|Zg#0>9/w=zR<&%*1+:8fz"}},
		{"a password in a log", "text/plain", "login CREDENTIAL=Ie;+]*^pn{3+jl;aO}7tm done", []string{"Ie;+]*^pn{3+jl;aO}7tm"}},
		{"Basic in a text", "text/plain", "sent Basic " + b64("svc:"+password) + " to it", []string{b64("svc:" + password), password}},
		{"Basic in a form", "application/x-www-form-urlencoded", "memo=Basic+" + percent(b64("svc:"+password)), []string{b64("svc:" + password), password}},
		{"Bearer in a text", "text/plain", "sent Bearer " + token + ".", []string{token}},
		{"a webhook by its host", "text/plain", "post to https://hooks.slack.com/services/T0A1B2C3D/B0E1F2G3H/" + token + " please", []string{"T0A1B2C3D/B0E1F2G3H/" + token}},
		{"a URL in CDATA", "text/xml", "<x><![CDATA[https://a.example/?X-Amz-Signature=" + token + "]]></x>", []string{token}},
		{"a quote in a URL", "text/plain", "see https://a.example/?access_token=" + token + "'x end", []string{token + "'x"}},
		{"a database URL", "application/json", `{"databaseUrl":"rediss://default:JZ%22ujW%23%5E%3F'.)2YEC@db.internal:6380/0"}`, []string{`JZ"ujW#^?'.)2YEC`}},
		{"an account key", "application/json", `{"connectionString":"AccountName=acme;AccountKey=` + b64(token+token) + `;EndpointSuffix=core.windows.net"}`, []string{b64(token + token)}},
		{"a shared access signature", "application/json", `{"sasToken":"sv=2022-11-02&se=2025-05-11T04:35:00Z&sig=` + percent(b64(token)) + `"}`, []string{b64(token)}},
		{"a form in a value", "application/json", `{"note":"rid=17&client_secret=a%26` + token + `&v=2"}`, []string{"a&" + token, "a"}},
		{"a JSON Web Token", "application/json", `{"id_token":"` + jwt + `"}`, []string{token}},
		{"a JSON Web Token in escapes", "application/json", `{"note":"` + percent(percent(jwt)) + `"}`, []string{token}},
		{"a name joined otherwise", "text/html", `<div data-otpauth-url='JBSWY3DPEHPK3PXPQBFYNXPBLTKVLD5W'></div>`, []string{"JBSWY3DPEHPK3PXPQBFYNXPBLTKVLD5W"}},
		{"a JSON Web Token before something else", "application/json", `{"note":"rid=17&id_token=` + jwt + `|x1y2"}`, []string{token}},
		{"a password with a quote and a closing tag's signs", "application/javascript", `sessionStorage.setItem("admin-password", "M8:;LR24<\/@z<z&U&[yu5{>kVZ");`, []string{"M8:;LR24</@z<z&U&[yu5{>kVZ"}},
		{"a password with a template's signs", "application/javascript", `window["adminPassword"]="Sh-|0${cN,x\\y_]yv/{!}PlN";`, []string{`Sh-|0${cN,x\y_]yv/{!}PlN`}},
		{"letters of a password that follow one another", "application/json", `{"acmeCredential":"KT+qwLb)V_:^Bo$j@fftyK"}`, []string{"KT+qwLb)V_:^Bo$j@fftyK"}},
		{"a database URL as it is", "text/xml", `<db>amqps://billing:Ot1T?T@(F$%\9^+,o8(tSt@db-na2119za.acme.internal/vhost</db>`, []string{`Ot1T?T@(F$%\9^+,o8(tSt`}},
		{"a short name of a password", "text/plain", "seen by support: pass=Winter28", []string{"Winter28"}},
		{"a short name of a password before signs", "text/plain", `seen: pf.pass: W,2r3$H8@!@n-".eP2lGhENb`, []string{`W,2r3$H8@!@n-".eP2lGhENb`}},
		{"a short name of a password in JSON", "application/json", `{"user":"jo","pass":"hunter2"}`, []string{"hunter2"}},
		{"a path without a host", "", `/presence/3CiqO4DaZxXV;pass=hunter2`, []string{"hunter2"}},
		{"a password in a path, and what follows it", "", `https://a.example/x;password=Winter28;tab=3`, []string{"Winter28"}},
		{"base64 with a plus as it is", "text/plain", "see https://a.example/?sig=" + "8HAUfcge+DRogou2sKAEtiq4bkLSU3TgzHHUY3m%2Bn6W%3D", []string{"8HAUfcge+DRogou2sKAEtiq4bkLSU3TgzHHUY3m+n6W="}},
		{"a form within hex within gzip, in pieces", "application/json", `["` + hex.EncodeToString(gzipped("------WebKitFormBoundaryhdzQHEWq0DrDzG9r\r\nContent-Disposition: form-data; name=\"cvv\"\r\n\r\n7798\r\n------WebKitFormBoundaryhdzQHEWq0DrDzG9r--\r\n")) + `"]`, []string{"7798"}},
		{"a name joined by dots", "text/plain", "javax.faces.ViewState: zE6YR6TG6mAFPLUDir2hHOVOpsmDBFuv", []string{"zE6YR6TG6mAFPLUDir2hHOVOpsmDBFuv"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, find(t, "content", c.mime, c.text).found)
		})
	}
}

// TestNotFound is near misses: what stays.
func TestNotFound(t *testing.T) {
	for _, c := range []struct{ name, mime, text string }{
		{"a publishable key under a secret name", "application/json", `{"mapboxToken":"pk.eyJ` + strings.Repeat("f7Qk2LmP9xTz", 3) + `.` + token[:22] + `"}`},
		{"the header of a token, cut", "application/json", `{"access_token":"` + header + `"}`},
		{"header and claims, cut", "application/json", `{"access_token":"` + header + `.` + payload[:9] + `"}`},
		{"a message", "application/json", `{"password":"must be at least 8 characters"}`},
		{"code in quotes", "application/javascript", `var a={token:"e.getToken(n[0],{id:1})"}`},
		{"a basic word", "text/plain", "Basic information about basic things"},
		{"a bearer of a name", "text/plain", "Bearer authentication required"},
		{"a template", "application/json", `{"password":"${env.Secret9}"}`},
		{"tests that pass", "text/plain", "tests: pass=100% pass: 12/14 pass=12.5 pass: https://a.example/1 pass: true"},
		{"a pass of a program", "application/javascript", `addPass({pass:"RenderPass1",pass2:"blur+1"})`},
		{"a host and its port", "application/javascript", `var u="http://localhost:"+port+"/x",m="a@b.example"`},
		{"a name before an at sign in a path", "text/plain", "see https://unpkg.example:443/@scope/pkg@1.2.3 there"},
		{"the header of a token, cut, whose id comes first", "application/json", `{"access_token":"` + b64(`{"kid":"pyscunXpUNQcIGgQ`)[:30] + `"}`},
		{"an id that passes as a card", "application/json", `{"traceId":"3638402080504579046"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Empty(t, find(t, "content", c.mime, c.text).found)
		})
	}
	require.Contains(t, find(t, "content", "application/json", `{"mapboxToken":"pk.eyJ`+strings.Repeat("f7Qk2LmP9xTz", 3)+`.`+token[:22]+`"}`).kept, "public.mapbox")
}

// TestBinary: names and lengths of binary formats.
func TestBinary(t *testing.T) {
	jwt := header + "." + payload + "." + token
	for name, data := range map[string]string{
		"protobuf":              "\x08\x96\x01\x0a\x0caccess_token\x12" + uvarint(token) + token + "\x18\x01",
		"protobuf, long":        "\x08\x96\x01\x0a\x0caccess_token\x12" + uvarint(strings.Repeat(token, 9)) + strings.Repeat(token, 9) + "\x1a\x03abc",
		"MessagePack, short":    "\x82\xa8password\xb8" + token + "\xa1v\x02",
		"MessagePack":           "\x82\xa8password\xd9\x18" + token + "\xa1v\x02",
		"BSON":                  "\x40\x00\x00\x00\x02password\x00\x19\x00\x00\x00" + token + "\x00\x00",
		"shape behind a length": "\x0a\x03abc\x12" + uvarint("ghp_"+strings.Repeat("a7Qk2LmP9", 4)) + "ghp_" + strings.Repeat("a7Qk2LmP9", 4) + "\x18\x01",
		"Basic behind a length": "\x0a\x03abc\x126Basic " + b64("vendor-svc:"+token) + "\x18\x01",
		"JSON Web Token":        "\x08\x96\x01\x0a\x04note\x12" + uvarint(jwt) + jwt + "\x18\x01",
	} {
		t.Run(name, func(t *testing.T) {
			var s values
			unit, err := json.Marshal(map[string]any{"response": map[string]any{"content": map[string]any{"mimeType": "application/octet-stream", "encoding": "base64", "text": b64(data)}}})
			require.NoError(t, err)
			New(&s, Policy{}).Unit(unit)
			want := token
			switch {
			case strings.Contains(name, "long"):
				want = strings.Repeat(token, 9)
			case strings.Contains(name, "shape"):
				want = "ghp_" + strings.Repeat("a7Qk2LmP9", 4)
			}
			if strings.HasPrefix(name, "Basic") {
				require.Equal(t, []string{b64("vendor-svc:" + token), token}, s.found)
				return
			}
			require.Equal(t, []string{want}, s.found)
		})
	}
}

// TestPackedBodies: a text that begins as a deflate stream could is read as
// the text that it is.
func TestPackedBodies(t *testing.T) {
	text := "2024-05-11T04:32:25.700Z access_token=" + token
	var s values
	unit, err := json.Marshal(map[string]any{"response": map[string]any{"content": map[string]any{"mimeType": "text/plain", "encoding": "base64", "text": b64(text)}}})
	require.NoError(t, err)
	New(&s, Policy{}).Unit(unit)
	require.Equal(t, []string{token}, s.found)
	require.Equal(t, []string{token}, find(t, "postData", "text/plain", "x="+hex.EncodeToString([]byte(`{"access_token":"`+token+`"}`))).found)
}

// TestAssertion: of a SAML message the signature goes, under its name and
// without one.
func TestAssertion(t *testing.T) {
	xml := `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><saml:Issuer>https://idp.example/</saml:Issuer><ds:SignatureValue>` + b64(token+token) + `</ds:SignatureValue></samlp:Response>`
	for _, text := range []string{"SAMLResponse=" + percent(b64(xml)), `memo=` + percent(b64(xml))} {
		require.Equal(t, []string{b64(token + token)}, find(t, "postData", "application/x-www-form-urlencoded", text).found)
	}
}

func TestSignatureOf(t *testing.T) {
	const (
		head = "eyJhbGciOiJIUzI1NiJ9"
		sig  = "f7Qk2LmP9xTz4VbN8wRcQ1w2"
	)
	require.Equal(t, sig, string(signatureOf([]byte(head+".eyJzdWIiOiJ1MSJ9."+sig))))
	for _, v := range []string{"", head, head + ".eyJzdWIiOiJ1MSJ9", head + ".eyJzdWIiOiJ1MSJ9.", "a." + head + "." + sig, head + ".." + sig + ".", "eyJ1c2VyIjoiYSJ9.x." + sig} {
		require.Nil(t, signatureOf([]byte(v)), v)
	}
}
