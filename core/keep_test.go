package core_test

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// quoted writes a text as a JSON string.
func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// The members of an entry that a case is put in.
func inURL(u string) string { return `"request":{"url":` + quoted(u) + `}` }

func inRequestHeader(name, value string) string {
	return `"request":{"headers":[{"name":` + quoted(name) + `,"value":` + quoted(value) + `}]}`
}

func inResponseHeader(name, value string) string {
	return `"response":{"headers":[{"name":` + quoted(name) + `,"value":` + quoted(value) + `}]}`
}

func inBody(mime, text string) string {
	return `"response":{"content":{"mimeType":` + quoted(mime) + `,"text":` + quoted(text) + `}}`
}

func inJSON(text string) string { return inBody("application/json; charset=utf-8", text) }
func inHTML(text string) string { return inBody("text/html", text) }
func inJS(text string) string   { return inBody("application/javascript", text) }

func inForm(text string) string {
	return `"request":{"postData":{"mimeType":"application/x-www-form-urlencoded","text":` + quoted(text) + `}}`
}

func inCookie(pair string) string { return inRequestHeader("Cookie", pair) }

// What support needs stays to the byte, next to a real secret that goes. Each
// of these looks like a credential in one way or another.
func TestHarmlessLookAlikesStay(t *testing.T) {
	const (
		uuid   = "3f1d2c4b-0a9b-4c8d-9e7f-112233445566"
		hex32  = "9f86d081884c7d659a2feaa0c55ad015"
		hex40  = "da39a3ee5e6b4b0d3255bfef95601890afd80709"
		hex64  = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
		b64    = "qL7xT2vN9wRcZk3mP4sYb8dHfJ6gA1eUoI5tKiVnBz0="
		base62 = "hT7kQ2mZx9LbVn4Rw8Yc"
	)
	claims := base64.RawURLEncoding.EncodeToString([]byte(`{"iss":"https://id.example","sub":"auth0|507f1f77bcf86cd799439011","aud":"https://api.example","exp":1793145600,"jti":"` + uuid + `","scope":"openid profile","azp":"` + base62 + `"}`))
	header := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"RS256","typ":"JWT","kid":"` + hex40 + `"}`))
	for _, c := range []struct{ name, entry string }{
		// Caching and versions.
		{"etag", inResponseHeader("ETag", `"`+hex40+`"`)},
		{"weak etag", inResponseHeader("etag", `W/"`+hex32+`-gzip"`)},
		{"etag in base64", inResponseHeader("ETag", `"`+b64+`"`)},
		{"if-none-match", inRequestHeader("If-None-Match", `W/"`+hex32+`", "`+b64+`"`)},
		{"etag in json", inJSON(`{"etag":"\"` + hex40 + `\"","_etag":"` + uuid + `","@odata.etag":"W/\"datetime'2026-11-24T10%3A11%3A12Z'\""}`)},
		{"dates", inResponseHeader("Last-Modified", "Tue, 24 Nov 2026 10:11:12 GMT")},
		{"cache key", inResponseHeader("X-Cache-Key", "/v1/things?id="+hex32)},
		{"surrogate key", inResponseHeader("Surrogate-Key", "post-"+hex32+" author-1234567890")},
		{"via and age", inResponseHeader("Via", "1.1 "+hex32+".cloudfront.net (CloudFront)")},

		// Numbers in sentences.
		// Values in lists, cookies' attributes, lines that are indented, hosts.
		{"a list of values", inJSON(`[{"name":"token","value":["Bearer","none"]},{"key":"commit","value":["` + hex40 + `"]},{"name":"locale","value":[{"a":"` + base62 + `"}]}]`)},
		{"a header's list of values", `"request":{"headers":[{"name":"X-Request-Id","value":["` + uuid + `","` + base62 + `"]}],"cookies":[{"path":"/app","domain":"a.example","expires":"2026-11-24T10:11:12.000Z"}]}`},
		{"a line behind cookies", inBody("text/plain", "Cookie: none\r\n x-trace="+hex32+"\r\n")},
		{"a host", inURL("https://sk-12.d3adb33f" + hex32 + ".cloudfront.net/x")},
		{"numbers that are like a card's", inJSON(`{"card":{"id":4111111111111111,"number":4111111111111112},"order":{"number":4111111111111111}}`)},
		{"UTF-16", inBody("text/plain", "powershell -enc "+asBase64(wide("Get-Process | Sort-Object CPU"))+" "+asBase64("\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00\x06\x00\x07\x00"))},
		{"etag that has the prefix of a key", inResponseHeader("ETag", `W/"d1fe99ecf5-fw_14aXIEICWS7y3xbEdcrkYFYK"`)},
		{"empty strings of programs", inBody("text/plain", "password = b\"\"\npassword=R\"\";\npassword: str = ''\n")},
		{"words with soft hyphens", inJSON("{\"token\":\"Über\u00adsichts\u00adplan12\",\"secret\":\"geheim\u200bnisse\",\"apiKey\":\"ｄｅｍｏ\"}")},
		{"a wide letter", inJSON(`{"ｔｏｋｅｎ＿ｔｙｐｅ":"` + base62 + `","to\u00adtal":"` + base62 + `"}`)},

		{"names like those of passwords abroad", inJSON(`{"kodPocztowy":"00-950","kodTowaru":"A12-B34","Şehir":"hT7k2","sifra_artikla":"AB-1234","ταχυδρομικός_κωδικός":"10431","КодТовара":"AB12CD","parolaChiave":"scarpe2026","sandiwara":"episode12","codigoPostal":"28013","claveProducto":"SKU-1234"}`)},
		{"labels of passwords abroad", inJSON(`{"noveHeslo":"Nové heslo","yeniSifre":"Yeni şifre","确认密码":"请再次输入密码","새비밀번호":"새 비밀번호를 입력하세요","novaSenha":"Nova senha","ПовторитеПароль":"Повторите пароль"}`)},
		{"codes of other things abroad", inBody("text/plain", "Kod towaru: 482913\nKód produktu je 482914\nPostnummer er 482915\nSipariş numaranız: 482916\nStrekkode: 482917\nКод товара: 482918\nक्रमांक 482919 है\n订单号（482910）\n")},
		{"words behind other words", inBody("text/plain", "Nama Anda: budi48harbor\nEmail baru: v2a48b\nПользователь — ivan48petrov\n用户名为：tulip48harbor，你好\n")},
		{"pages of shops", inURL("https://x.example/einladung/sommerfest-2026?cle=couleur&schluessel=farbe-12")},
		{"results of calls", inJSON(`[{"jsonrpc":"2.0","result":"0x` + hex64 + `","id":1},{"jsonrpc":"2.0","result":"` + hex64 + `"},{"jsonrpc":"2.0","result":"` + uuid + `"},{"jsonrpc":"2.0","result":"updated-1234567"}]`)},
		{"result of no call", inJSON(`{"result":"` + hex32 + `","took":3}`)},
		{"answer that is a hash", inJSON(`"` + hex64 + `"`)},
		{"ids of secrets and leases", inJSON(`{"secretId":"` + uuid + `","lease_id":"database/creds/ro/` + base62 + `","data":{"display_name":"userpass-ann7","keys":["db-12","mq-34"],"policies":["p-2b"]}}`)},
		{"labels with digits", inJSON(`{"password":"Passwort ändern, Schritt 12","newPassword":"Mindestens 8 Zeichen","pwd":"6-20位字符","passphrase":"Länge 8-20","userPassword":"Geben Sie es zum 2. Mal ein 22"}`)},
		{"messages of a chat", inFrame(`{"type":"message","text":"release 482913 is out","value":"build-482913","code":"MSG_12"}`)},
		{"lines of a switch", inBody("text/plain", "snmp-server location rack-12\nsnmp-server community WORD\nauthentication-key <1-42949>\nkey-string WORD\nencoding ENC utf-8; ENC (none)\n$9 plan, $8$ each\n")},
		{"words of other calls", inForJSON(`[{"method":"video.resume","params":["` + base62 + `","2.0"]},{"method":"page.unpacked","params":["ann","part2of9"]}]`)},
		{"versions of licenses", inJSON(`{"license":"Apache-2.0","licenses":[{"license":"CC-BY-SA-4.0"},{"license":"GPL-3.0-or-later"},{"license":"MPL-2.0-no-copyleft-exception"}],"setupCode":"none","claim":"groups"}`)},
		{"names of secrets of a cluster", inForJSON(`{"tls":{"secret":"wildcard-tls-2024"},"at":"2026-11-24T10:11:12.123Z","rt":12,"token":"4829137","licenseType":"per-seat2"}`)},
		{"names with the words of keys", inJSON(`{"localStorageKey":"app.settings.v2.theme1","DeviceGroupKey":"-72QShOQP","deviceTypeKey":"sensor.hum-12.v3"}`)},
		{"what is said of passwords abroad", inJSON(`{"hesloPlatnost":"2026-11-24","senhaExpirada":false,"hasloDlugosc":12,"密码强度":"中等","忘记密码":"找回","parolUrovem":"высокий","пароль_обязателен":true,"sandiwara":"episode12","codProdus":"AB12CD34","pinterest":"board12x","cvvLabel":"CVV"}`)},
		{"numbers that begin sentences", inBody("text/plain", "48291 Ergebnisse für Ihren Suchcode\n482913 товаров в вашем заказе\n")},
		{"codes to be typed elsewhere", inBody("text/plain", "Geben Sie die Postleitzahl 10115 ein\nWpisz numer 482913\nVoer artikel 482914 in\nDigite o CEP 482915\n")},
		{"columns and cells abroad", inBody("text/csv", "логин;город;код товара\nann48x;omsk;AB12CD\n") + "," + inRequestHeader("X-A", "b")},
		{"cells abroad", inHTML("<table><tr><td>用户名</td><td>ann482x</td></tr><tr><td>忘记密码?</td><td>hT7kQ2m</td></tr><tr><td>Город</td><td>omsk-482</td></tr></table><p>Adresa hesla: <b>text</b></p><p>Heslo: <b>povinné</b></p>")},
		{"scripts abroad", inJS(`L={"密码":"请输入密码","пароль":"Введите пароль","密码强度":"弱"};t("密码");if(a==="пароль"){b()}`)},
		{"ids of WeChat", inURL("https://api.example/cgi-bin/user?appid=wx5ae43cd580230707&lang=zh_CN")},
		{"names behind a token's", inJSON(`{"tokenMint":"` + base62 + base62 + `","tokenAddress":"0x` + hex40 + `","token_bucket":"` + base62 + `","会话时长":"30分钟","令牌类型":"Bearer","セッション数":"128件","jetonCasino":"red-25","klicAuto":"VW-12"}`)},
		{"a long path of names", inBody("text/xml", `<P><Name>InternetGatewayDevice.ManagementServer.PeriodicInformInterval12</Name><Value>hT7kQ2mZx9</Value></P>`)},
		{"code of a place", inJSON(`{"text":"Your postal code is 10115"}`)},
		{"code of a place in French", inJSON(`{"text":"Votre code postal est 75001"}`)},
		{"code of an error", inJSON(`{"text":"Ihr Fehlercode lautet 471100"}`)},
		{"number of an order", inJSON(`{"text":"Your order is number 482913"}`)},
		{"number and another sentence", inJSON(`{"text":"Build 482913 passed. Your code is fine"}`)},

		{"question with a reference", inHTML(`<a href="/forgot-password">Forgot your password? qo81kfci</a>`)},
		{"subject about a reset", inBody("text/plain", "mailto:ann@x.example?subject=password%20reset%20rykcuo47\n")},
		{"name of a secret", inBody("text/plain", "kubectl get secret app-72ail3q4 -o name\n")},
		{"option of a directory", inBody("text/plain", "ldapsearch -x -b dc=opefvp3o -s sub\n")},
		{"text beside CBOR's", `"response":{"content":{"mimeType":"application/cbor","encoding":"base64","text":"` + asBase64("\xa2\x64name\x63bob\x69trace_ref\x77tr-d96fb82e5f529022c5f3") + `"}}`},
		{"number and another line's code", inBody("text/plain", "Ihre Kundennummer lautet 89795400\nBooking reference 037243\nYour password must have 8 to 89 characters (kpgdei).\n")},
		{"labels in properties", inJSON(`{"rules":[{"property":"password","value":"required"},{"setting":"token","value":"Bearer"},{"token":{"defaultValue":"none"}}]}`)},
		{"code of a friend", inJSON(`{"text":"Your referral code is 482913"}`)},
		{"code of an order", inJSON(`{"text":"Your order code is 482913"}`)},
		{"code of an error in an address", inJSON(`{"error_uri":"https://login.example/error?code=700016"}`)},
		{"nonce of a script in JSON", inJSON(`{"cspNonce":"` + base62 + `"}`)},
		{"nonce in a link", inResponseHeader("Link", `</a.css>; rel=preload; as=style; nonce="`+base62+`"`)},
		{"paging in an attribute", inHTML(`<div data-pagingtoken="` + base62 + `" data-nextpagetoken="` + base62 + `" data-skiptoken="` + base62 + `"></div>`)},
		{"type of a token in a log", inBody("text/plain", "INFO token_type=Bearer status=200 scope=Bearer user_id=1234567")},
		{"default of another variable", inBody("text/plain", "variable \"password_length\" {\n  default = \"at_least_12\"\n}\nvariable \"region\" {\n  default = \""+base62+"\"\n}")},
		{"secure string of a variable", inBody("text/plain", "ConvertTo-SecureString $plain -AsPlainText; ConvertFrom-SecureString \"-Key\"")},
		{"name of a resource", inJSON(`{"ARN":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-5UOuR4w9"}`)},
		{"handed to a call", inJS(`a.parseToken("` + base62 + `");b.getElementByKey("` + base62 + `");c.setTokenType("` + base62 + `");d.setChunk("` + base62 + `")`)},
		{"in place of another setting", inJS(`a=e.buildId||"` + base62 + `";t=n.tokenUrl||"` + base62 + `"`)},
		{"heading before a tag", inHTML("<p>Our token economy</p><p>" + base62 + "</p><p>Commit: <code>" + hex40 + "</code></p>")},
		{"key of a label", inJSON(`{"password":{"key":"form.password.label"},"token":{"key":"` + uuid + `"}}`)},
		{"page to go on to", inResponseHeader("Refresh", "5;URL=/docs/"+base62)},
		{"password for a purpose", inBody("text/plain", "Reset the password for 'ann'. version = '1.2.3-rc7'")},
		{"number behind a letter", inJSON(`{"text":"G-482913 is your order number. G-482914 is your error code."}`)},
		{"tokens of a text", inJSON(`{"tokens":["Authentication","internationalization","_password"],"total_tokens":128,"cacheKey":"` + base62 + `","connectionId":"` + base62 + `"}`)},
		{"answer to another question", inJSON(`{"faqQuestions":[{"question":"How?","answer":"rx7k2m9q"}],"poll":{"answer":"option-2b"}}`)},
		{"words behind pluses", inForm("q=The+postal+code+is+482913&s=Abc+Def+1234567")},
		{"cursors", inJSON(`{"nextToken":"` + base62 + `","previousCursor":"` + b64 + `","continuation_token":"` + base62 + `","publicSecret":"none"}`)},
		{"paging in other words", inJSON(`{"pagingToken":"` + base62 + `","paging_token":"` + b64 + `"}`)},
		{"a scheme joined to a variable", inJS(`h = "Bearer " + token; i = "Bearer " + "your-token-here";`)},
		{"an option of another command", inBody("text/plain", "docker run -p8080 app")},

		{"a call without a secret", inJSON(`{"jsonrpc":"2.0","method":"auth.loginHistory","params":["ann","2026-11-24"]}`)},
		{"a call about authors", inJSON(`{"method":"authors.search","params":["ann","page2of9"]}`)},
		{"a call by name", inJSON(`{"method":"listUsers","params":["ann","page2of9"]}`)},
		{"places in no flattened document", inJSON(`[{"session":1,"token":2},"chapter-one","de-DE"]`)},
		{"words behind password", inBody("text/plain", "the password hash sha256 is kept; password reset step2 done; secret santa 2026\n")},
		{"times and hosts", inBody("text/plain", "10:11:12:ann:login web1.example:8080:GET:/a:200\n")},
		{"option of no password", inBody("text/plain", "mkdir -p build2024/x; docker run -p 8080:80 app; curl -a ok\n")},
		{"a list of other things", inBody("text/plain", "no token, dQw4w9WgXcQ5tYbN7u2k is a film. secret; hT7kQ2mZx9LbVn4Rw8Yc a commit")},
		{"INSERT of other things", inBody("text/plain", "INSERT INTO films (title, code_of_film) VALUES ('a', 'hunter2x');")},
		{"code of a failure", inBody("text/plain", "Authentication failed with code 482913; see login error 4711")},
		{"code of a bar", inBody("text/plain", "Your barcode is 482913. Use coupon 482914 to save. Order 482915 is your second order")},
		{"enter a number", inHTML("<p>Enter 1000 to see more</p><td>2026</td><p>Your build 482913</p>")},
		{"columns about passwords", inBody("text/plain", "| password | varchar255 | the password, min8chars |\n| secret | string32 | x |")},
		{"classes of fields", inHTML("<label class=\"password\">Password</label> <b>Levels</b><input name=password class=\"col12 md4\">")},
		{"element behind a password's", inBody("text/xml", `<ns1:password></ns1:password><ns1:ref>tr-8d4dce934bb1</ns1:ref>`)},
		{"names that end alike", inJSON(`{"boardingPass":"A-12","barcode":"4006381333931","shortcode":"welcome12","pwa":"v2","compat":"x86-64bit12","faqAnswer":"see chapter12"}`)},

		// Requests and traces.
		{"request id", inResponseHeader("X-Request-Id", uuid)},
		{"request id in hex", inResponseHeader("x-request-id", hex32)},
		{"amazon ids", inResponseHeader("x-amz-id-2", "Hk3mP4sYb8dHfJ6gA1eUoI5tKiVnBz0qL7xT2vN9wRcZk3mP4sYb8dHfJ6gA1eUoI5tKiVnBz0=")},
		{"cloudfront id", inResponseHeader("X-Amz-Cf-Id", "Zk3mP4sYb8dHfJ6gA1eUoI5tKiVnBz0qL7xT2vN9wRcZk3mP4sYb8d==")},
		{"cf-ray", inResponseHeader("CF-RAY", "8e7f1a2b3c4d5e6f-FRA")},
		{"traceparent", inRequestHeader("traceparent", "00-"+hex32+"-b7ad6b7169203331-01")},
		{"tracestate", inRequestHeader("tracestate", "congo=t61rcWkgMzE,rojo=00f067aa0ba902b7")},
		{"b3", inRequestHeader("b3", hex32+"-b7ad6b7169203331-1")},
		{"sentry trace", inRequestHeader("sentry-trace", hex32+"-b7ad6b7169203331-1")},
		{"baggage", inRequestHeader("baggage", "sentry-trace_id="+hex32+",sentry-environment=production,sentry-release=web%401.2.3")},
		{"x-amzn-trace-id", inRequestHeader("X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1")},
		{"google trace", inRequestHeader("X-Cloud-Trace-Context", hex32+"/2450123456789012345;o=1")},
		{"datadog", inRequestHeader("x-datadog-trace-id", "6489012345678901234")},
		{"new relic", inRequestHeader("newrelic", base64.StdEncoding.EncodeToString([]byte(`{"v":[0,1],"d":{"ty":"Browser","ac":"1234567","ap":"987654321","id":"b7ad6b7169203331","tr":"`+hex32+`","ti":1793145600000}}`)))},
		{"trace in json", inJSON(`{"traceId":"` + hex32 + `","spanId":"b7ad6b7169203331","requestId":"` + uuid + `","correlation_id":"` + uuid + `"}`)},
		{"error with an id", inJSON(`{"error":{"code":"AuthenticationFailed","message":"Invalid token: the signature does not match. RequestId:` + uuid + ` Time:2026-11-24T10:11:12.1234567Z"}}`)},
		{"github request", inResponseHeader("X-GitHub-Request-Id", "C0DE:1A2B:3C4D5E:6F7A8B:67432100")},
		{"vercel", inResponseHeader("x-vercel-id", "fra1::iad1::7x9kq-1793145600000-0123456789ab")},
		{"websocket handshake", inRequestHeader("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")},
		{"websocket answer", inResponseHeader("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")},
		{"idempotency", inRequestHeader("Idempotency-Key", uuid)},

		// Digests and integrity.
		{"digest", inResponseHeader("Content-Digest", "sha-256=:"+b64+":")},
		{"content-md5", inResponseHeader("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==")},
		{"goog hash", inResponseHeader("x-goog-hash", "crc32c=n03x6A==,md5=Ojk9c3dhfxgoKVVHYwFbHQ==")},
		{"amz checksum", inResponseHeader("x-amz-checksum-sha256", b64)},
		{"csp", inResponseHeader("Content-Security-Policy", "script-src 'nonce-"+base62+"' 'sha256-"+b64+"' 'strict-dynamic'; report-uri https://csp.example/r?id=1234")},
		{"csp report only", inResponseHeader("Content-Security-Policy-Report-Only", "script-src 'nonce-rAnd0m"+base62+"'")},
		{"integrity attribute", inHTML(`<script src="/a.js" integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC" crossorigin="anonymous"></script>`)},
		{"script nonce", inHTML(`<script nonce="` + base62 + `">var a=1</script><style nonce=` + base62 + `></style>`)},
		{"lock file", inJSON(`{"node_modules/x":{"version":"1.0.0","resolved":"https://registry.example/x/-/x-1.0.0.tgz","integrity":"sha512-Zk3mP4sYb8dHfJ6gA1eUoI5tKiVnBz0qL7xT2vN9wRcZk3mP4sYb8dHfJ6gA1eUoI5tKiVnBz0qL7xT2vN9wRA=="}}`)},
		{"commit", inJSON(`{"sha":"` + hex40 + `","commit":{"tree":{"sha":"` + hex40 + `"}},"parents":[{"sha":"` + hex40 + `"}]}`)},
		{"commit in a path", inURL("https://git.example/acme/web/commit/" + hex40)},
		{"tree in a path", inURL("https://git.example/acme/web/blob/" + hex40 + "/src/token.go")},
		{"raw sha256", inJSON(`{"sha256":"` + hex64 + `","checksum":"` + hex32 + `","digest":"sha256:` + hex64 + `"}`)},
		{"persisted query", inURL("https://api.example/graphql?operationName=Viewer&extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22" + hex64 + "%22%7D%7D")},
		{"persisted query in a body", inJSON(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hex64 + `"}}}`)},

		// Assets and builds.
		{"chunk", inURL("https://cdn.example/assets/index-BxT7kQ2m.js")},
		{"webpack", inURL("https://cdn.example/static/js/main." + hex32[:20] + ".chunk.js")},
		{"next build", inURL("https://app.example/_next/static/hT7kQ2mZx9LbVn4Rw8YcA/_buildManifest.js")},
		{"next data", inHTML(`<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"locale":"en"}},"page":"/","buildId":"hT7kQ2mZx9LbVn4Rw8YcA","isFallback":false}</script>`)},
		{"image with a hash", inURL("https://img.example/" + hex64 + "/photo_1200x630.jpg?v=1793145600")},
		{"cache buster", inURL("https://px.example/t.gif?ord=5094512951049469&rnd=3907249627381184450&_=1793145600123&cb=0.8512345678901234")},
		{"deflated data in base64", inJSON(`{"data":"eJwBNQDK/3lCvfIhBvCEd2Lw88tNdk3HByBRFZoPifLG2srjRLsxEkX9b4TfmtfFs9B2rA6PU6c1bIiR6dob5A=="}`)},
		{"versions of files", inHTML(`<link href="/a.css?` + base62 + `Ab"><script src="/a.js?v=` + hex32 + `&t=1793145600"></script><img src="/a.png?h=` + hex32 + `">`)},
		{"search for words about passwords", inForJSON(`{"params":"query=password%20token&hitsPerPage=20&highlightPreTag=%3Cem%3E"}`)},
		{"names of resources", inJSON(`{"secret_id":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-5UOuR4w9","secrets":[{"name":"projects/720396645628/secrets/db-password"}]}`)},
		{"names of secrets", inJSON(`{"secrets":[{"name":"default-token-474t4"},{"name":"builder-dockercfg-b7p6p"}],"secret":{"secretName":"db-credentials-b1a3cfa4"},"keyCredentials":[{"customKeyIdentifier":"` + strings.ToUpper(hex40) + `","type":"AsymmetricX509Cert","key":null}]}`)},
		{"key of a passkey", inJSON(`{"credentials":[{"id":"a","credentialPublicKey":"` + base62 + base62 + `","aaguid":"` + uuid + `","attestationObject":"` + base62 + base62 + `"}]}`)},
		{"secret that is missed", inJSON(`{"message":"MountVolume.SetUp failed: secret \"db-credentials-b1a3cfa4\" not found"}`)},
		{"checksum of a secret", inJSON(`{"annotations":{"checksum/secret":"` + hex64 + `"}}`)},
		{"checksum of a secret in YAML", inBody("application/yaml", "annotations:\n  checksum/secret: "+hex64+"\n")},
		{"signature of a commit", inJSON(`{"signature":"-----BEGIN PGP SIGNATURE-----\n\nwsFcBAABCAAQBQJn` + base62 + base62 + `==\n` + base62 + base62 + `\n-----END PGP SIGNATURE-----"}`)},
		{"id of a folder", inJSON(`{"parentFolderId":"AQMkAD` + base62 + base62 + base62 + base62 + base62 + `"}`)},
		{"run of a package manager", inResponseHeader("npm-session", hex32[:16])},
		{"how a secret is written", inBody("text/plain", "- `secret`: base64-encoded, 32 bytes\nThe PIN is 4-digit\n")},
		{"seed of an experiment", inJSON(`{"key":"login","hashVersion":2,"seed":"` + uuid + `"}`)},
		{"cursors by other words", inJSON(`{"offset_token":"` + base62 + `","sinceToken":"` + base62 + `","resumptionToken":"` + base62 + `"}`)},
		{"key of a site", inURL("https://cdn.ids.example/js/a.js?apiKey=3_" + base62 + base62 + base62 + "aB1x")},
		{"scheme and a variable", inRequestHeader("Authorization", "Bearer ${token}")},
		{"name of a browser among advertisers", inURL("https://ib.ads.example/setuid?entity=44&code=" + base62)},
		{"project of a page in an address", inURL("https://api.page.example/decide/?lib=web&token=" + hex32 + "&distinct_id=" + uuid + "&ip=1")},
		{"project of a page", inForJSON(`{"event":"view","properties":{"$lib_version":"2.6.2","distinct_id":"` + uuid + `","token":"` + hex32 + `"}}`)},
		{"session of watching", inForJSON(`{"_dd":{"format_version":2,"browser_sdk_version":"5.2.0"},"session":{"id":"` + uuid + `","type":"user"}}`)},
		{"thing of Twilio", inJSON(`{"messages":[{"sid":"SM` + hex32 + `"}]}`)},
		{"session of a server", inResponseHeader("X-Jenkins-Session", "90c51482")},
		{"existing secret", inJSON(`{"auth":{"existingSecret":"pg-auth-ef914a"}}`)},
		{"file under a key", inJSON(`{"storageKey":"users/` + uuid + `/avatar.webp","fontToken":"inter-v13"}`)},
		{"package that is shared", inURL("https://x.example/usr/share/glib-2.0/schemas/a.xml")},
		{"address in a string", inJS(`throw Error('see\nhttps://docs.example/ci/secrets/id_token_authentication.html')`)},
		{"number of a constant", inJS(`var password=0x1f;e.PSK=0x32,t.token=0x2a3`)},
		{"label in Greek", inJSON(`{"password":"Συνθηματικό","newPassword":"Νέο συνθηματικό"}`)},
		{"label in Greek in a program", inJS(`L={password:"\\u03A3\\u03C5\\u03BD\\u03B8\\u03B7\\u03BC\\u03B1\\u03C4\\u03B9\\u03BA\\u03CC"}`)},
		{"call behind an assignment", inJS(`const revokeSessions = idxRemediationValue.form?.value.find(e=>e.name)`)},
		{"classes of a style sheet", inBody("text/css", ".a__card__exp-cvc>.a__field{margin-bottom:0}.login-password>input{width:100%}.x:token>b{c:1}")},
		{"list of common passwords", inJS(`f={passwords:"` + strings.Repeat("hunter2,letmein,pepper01,gh1ti9,", 200) + `"}`)},
		{"codes of messages", inJS(`e.ERROR_MSG_EMPTY_CVC="cc.cvc.920",e.errorPassword="kcp.pwd.940",x={placeholder_token:"tok.hint.12a"}`)},
		{"statement of a policy", inJSON(`{"Version":"2012-10-17","Statement":[{"Sid":"Stmt1469123904194","Effect":"Allow","Action":"s3:GetObject"}]}`)},
		{"requests of a client", inForJSON(`{"clientRequestToken":"` + uuid + `"}`)},
		{"record that is identified", inJSON(`{"message":"State of the copy identified by 'x-ms-copy-id'. User identified by 'ann7' not found"}`)},
		{"font of a style sheet", inBody("text/css", "@font-face{src:url(data:font/woff2;base64,d09GMgABAAAAAGf0AA4AAAAA5kQAAGecAAEaLMwG0BsLEwAgwIkD8FgWWmQyFyGpXg4g0ShFtt7NiUCTqPKsZ0kY2Milysnlbpyx6GOeHbYOVsp8k/AQICAT89BQkFBwJ2EwICNSoFCQsIFA0pCAwiCg3ZChARDAMGDwgMESYFCAYGBwYKBQsMCwwLCQcGBQ4DDAsNCgwLDQwLDA/QTE7wSEhMmEiYTJam8vCZwcH)}")},
		{"string behind blanks alone", inJSON(`{"text":"      \"` + base62 + `\" is a commit"}`)},
		{"parts of a schema", inJSON(`{"properties":{"Credentials":{"$ref":"#/definitions/KeyPairCredentials"},"secrets":{"$ref":"#/components/schemas/ApiSecretV2"},"tokens":[{"$ref":"#/$defs/oauth-flows/$defs/token2"}]}}`)},
		{"names of errors", inJSON(`{"error":{"code":"InvalidS3Configuration","state":"WaitingForOAuth2Consent"},"tokens":{"type":"AsymmetricX509Certificate"}}`)},
		{"versions behind a sentence", inBody("text/plain", "Util does not ask for password\n\njetty-11.0.15 - 11 April 2023\n")},
		{"whose sessions they are", inJSON(`{"sessions":[{"id":"` + uuid + `","agent_id":"` + uuid + `","deviceId":"507f1f77bcf86cd799439011"}],"tokens":[{"owner_id":"` + uuid + `"}]}`)},
		{"sort of a state", inJS(`class A{state: I18nHydrationState;b(){}}`)},
		{"contracts of a chain", inJSON(`{"token0":"0x` + hex40 + `","tokens":[{"address":"0x` + hex40 + `","symbol":"WETH"}]}`)},
		{"identifier of a key", inJSON(`{"credentialSubject":{"id":"did:key:z6Mk` + base62 + base62 + `"}}`)},
		{"account of Windows", inJSON(`{"sid":"S-1-5-21-3623811015-3361044348-30300820-1013"}`)},
		{"what a camera does", inJSON(`{"camera":{"pan":"-12.5"},"frying":{"pan":"28cm-induction"},"card_number":"************4242"}`)},
		{"what was masked before", inJSON(`{"maskedToken":"****************a1b2","token":"sk-...a1B2","password":"********","session":"winter-2026"}`)},
		{"label in Thai", inJSON(`{"forms.label.forgot-password":"ลืมรหัสผ่าน?","password":"ភ្លេចពាក្យសម្ងាត់?"}`)},
		{"classes of a module", inJS("x={secret:`_secret_1oa8v_70`,consumedTokens:`_consumedTokens_d4vxd_99`,newCredential:`Menu_newCredential__u1r0h`}")},
		{"constants of a program", inJS("y={localStorageKey:`N8N_LOGS_INPUT_PANEL_WIDTH`,storageKey:'V2_USER_TOKEN_KEY'}")},
		{"page of a workflow", inURL("https://x.example/workflows/7639-talk-to-your-google-sheets-using-chatgpt-5/")},
		{"one or another setting", inJS(`f({webAuthnEnabled:!!(a?.webAuthn ?? passwordlessConfig?.web_authn)})`)},
		{"field of JSX", inJS(`return <Field type="password" value={this.state.password} onChange={this.f} />`)},
		{"things of Stripe", inJSON(`{"feature":"feat_test_61QGU1MWyFMSP9YBZ41ClCIKljWvsTgu","id":"ent_test_61QG5x2cU1GluFTYs41JqiESbLiX8C8O"}`)},
		{"names of functions", inJS("f=['SIN','SQRT','TAN','EXISTS','ROUND']")},
		{"numbers of passwords", inJSON(`{"leaked_passwords":1207,"passwords":345}`)},
		{"numbers of passwords in a text", inBody("application/yaml", "body: '[{\"leaked_passwords\":0,\"updated_at\":\"2021-09-16T09:21:33.903Z\"},{\"leaked_passwords\":0,\"created_at\":\"2021-09-27T14:21:35.719Z\"}]'\n")},
		{"key in a secret", inBody("text/plain", "Environment:\n  DB_PASSWORD:  <set to the key 'password' in secret 'db-941087'>  Optional: false\n")},
		{"words of a program", inJS("const pathToken = \"$vocabulary\";h.set('Authorization', `Basic ${encode(`${u}:${p}`)}`);x='schema/$vocabularyVisitor'")},
		{"expressions of a program", inJS(`f({accessToken:null==n?void 0:n.accessToken,state:t.state!==r?a:b,codeVerifier:!!e&&e.codeVerifier});x.password=a?.b||""`)},
		{"label and expression", inJS(`a.createElement("label",{htmlFor:"auth-password"},"Password:"),u?O().createElement("code",null," ****** "):b;c("x","client_secret:"),fe?$e.createElement("y")`)},
		{"source in a map", inJSON(`{"version":3,"sourcesContent":["const c = {\n  accessToken: options?.accessToken,\n  password: this.get('password'),\n  stateHandle: idx!.context?.stateHandle\n};"]}`)},
		{"alphabet of a program", inJS(`var code = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";var x="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"`)},
		{"codes of errors", inJS(`const RESET_SUBMIT_CODE = 100042;e.LOGIN_RESEND_CODE=100043;`)},
		{"label with a place in it", inJSON(`{"req":"Požadavky na heslo: {0}. {1}","pw":"Password: {0}"}`)},
		{"setting behind a password's", inBody("text/plain", "e.1 = choose a password\nerrors.E0000125 = cannot create\n")},
		{"names of one letter", inURL("https://shop.example/find?s=" + hex32 + "&c=" + base62 + "Ab&w=shoes&e=click&n=1793145600")},
		{"messages that are arrays", `"_webSocketMessages":[{"type":"receive","data":"[5,\"update-ready\",{\"v\":2}]"},{"type":"send","data":"[4,\"room-12\",\"phx_join\",{}]"},{"type":"send","data":"[\"login-page\",\"shown2\"]"}]`},
		{"a worker that registers", inForJSON(`{"jsonrpc":"2.0","method":"register","params":["worker","queue-main"]}`)},
		{"verbs of a page", inBody("text/plain", "PASS src/app.test.js\nPASS src/login2.test.ts (5.2 s)\nENV NODE_VERSION 20.11.1\nENV PATH /usr/bin\nAUTH PLAIN mechanism is off\nLOGIN page two\necho ok | tee x\nnet user count /day\njdbc:mysql://db/x\n")},
		{"address with a fragment", inBody("text/plain", "see https://x.example:8080/docs#part2@top and https://x.example#a1@b.example")},
		{"settings in attributes", inHTML(`<div data-labels="password=Passwort vergessen?;user=Name" data-rules="password=required;pin=min:4;x=y" data-on="click:token=this.value;x=1" data-x="{&quot;a&quot;:1};token=a" data-hint="pwd=&lt;b&gt;;x=1">x</div>`)},
		{"labels of other scripts", inHTML("<label>Пароль: </label><p>Забыли пароль? Пароль: не менее 8 символов</p><label>密码：</label><input placeholder='请输入密码：6-20位'><p>Contraseña: mínimo 8 caracteres</p><p>Mot de passe : au moins 8 caractères</p><p>Версия: v2.41.7</p><p>Código postal: 28013</p>")},
		{"numbers of other scripts", inBody("text/plain", "Код ошибки: 482913\nПочтовый код: 101000\n郵便番号：1000001 商品コード：482913\nkod pocztowy: 00950\nissue #482913, @ann #482913, @inc.x; #482913, color #112233, use v2.41.7 as your base")},
		{"page about a link that resets", inURL("https://x.example/docs/reset-password?ref=" + hex40 + "&tab=usage")},
		{"script with marks of a page", inHTML("<script>a=b>password:c2d34e<f;x='<b>password:'+v1a2+'</b>'</script><p>password: required8</p><label>Token</label><input value='a1'><label>Password</label><input name=x>")},
		{"names under the name of a token", inForm("csrf_token=getXMLHttpRequestURLs&token=RequestVerificationToken&auth_token=aBTestVariantIDsOfPage")},
		{"a map of settings", inJSON(`{"kind":"ConfigMap","data":{"level":"debug9x","mode":"aHVudGVyMng="}}`)},
		{"names and values of others", inBody("text/plain", `x={"name":"color","value":"`+hex32+`"},{"type":"token","text":"a","value":"b2"} "name":"tokenCount","value":"12345678"`)},
		{"names of files and folders", inURL("https://x.example/calendar/summer-2026.ics/assets-" + hex32 + "/key-" + hex32[:20] + "/webhooks/123456789012345678/" + hex32)},
		{"names of secrets", inJSON(`{"SecretId":"prod/app/db-password","secretId":"AcmeDatabaseSecret1","accessor":"` + base62 + `","access":"public","grant":"read"}`)},
		{"numbers under names that mean other things", inJSON(`{"seed":3141592653,"at":171234567890,"state":12345678,"key":123456789}`)},
		{"source map", inBody("application/json", `{"version":3,"sources":["token.ts"],"names":["parseToken","getSecret"],"mappings":"AAAA,SAASA,WAAWC,GAClB,OAAOA,EAAEC,MAAM,KCDjB,IAAIC"}`)},
		{"data url", inHTML(`<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">`)},
		{"css", inBody("text/css", `.css-1a2b3c4,.sc-bdVaJa{background:url(data:font/woff2;base64,d09GMgABAAAAAAmcAA8AAAAAE1QAAAlBAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP0ZGVE0cGh4GYACCQggEEQgKlHCNaA==)}.password-field{--token-color:#a1b2c3}`)},

		// Ids of resources.
		{"uuid in a path", inURL("https://api.example/v1/orders/" + uuid + "/items")},
		{"mongo id", inURL("https://api.example/users/507f1f77bcf86cd799439011")},
		{"ulid", inJSON(`{"id":"01HF3Z8Q4V5XKJ2M7N9PRSTWYA"}`)},
		{"ksuid", inJSON(`{"id":"2YQXbWTkDgbN9wRcZk3mP4sYb8d"}`)},
		{"snowflake", inJSON(`{"id":1178901234567890123,"channel_id":"1178901234567890124"}`)},
		{"salesforce id", inURL("https://acme.my.salesforce.example/lightning/r/Account/0015g00000XyZabAAB/view")},
		{"base64 with a prefix inside", inJSON(`{"cert":"MIIsSbPfcaDSmC32gksPQeX8xxMBaR1vi72Ziyx6jP6KTr6zvXw+AQCp8MMqkgOnLUcR6xCbmh5X3e8WZS2in1tgy88Nd1IL9GR8ozpixpvCMVNeBCv4tFQNJx3sFnLUNKCk4HPt5Rnbxqd+Brkki2UrkKEjOWIZ"}`)},
		{"video id", inURL("https://video.example/watch?v=dQw4w9WgXcQ&t=42s")},
		{"prefixed ids", inJSON(`{"id":"cus_Qx7TkZ2mZx9LbV","object":"customer","default_source":"card_1NxYzAbCdEfGhIjK","price":"price_1NxYzAbCdEfGhIjKLmNoPqRs"}`)},
		{"node id", inJSON(`{"node_id":"MDEwOlJlcG9zaXRvcnkxMjk2MjY5","url":"https://api.example/repos/a/b"}`)},
		{"relay id", inJSON(`{"data":{"viewer":{"id":"VXNlcjoxMjM0NTY3ODkw","__typename":"User"}}}`)},
		{"tokens resource", inURL("https://api.example/v1/tokens/12345678")},
		{"session resource", inURL("https://api.example/sessions/" + uuid)},

		// Paging.
		{"page token", inURL("https://api.example/list?pageToken=CAUQAA" + base62 + "&maxResults=50")},
		{"cursor", inJSON(`{"pageInfo":{"endCursor":"Y3Vyc29yOnYyOpK5MjAyNi0xMS0yNFQxMDoxMToxMiswMDowMM4ABcDe","hasNextPage":true}}`)},
		{"next page", inJSON(`{"nextPageToken":"` + base62 + `","next_page_token":"` + base62 + `","nextSyncToken":"CPDAlvWDx70CEPDAlvWDx70CGAU="}`)},
		{"odata", inURL("https://api.example/items?$skiptoken=" + base62)},
		{"continuation", inJSON(`{"NextContinuationToken":"1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=","IsTruncated":true}`)},

		// Tokens that are talked about.
		{"token answer", inJSON(`{"token_type":"Bearer","expires_in":3600,"ext_expires_in":3600,"scope":"openid profile email"}`)},
		{"usage", inJSON(`{"usage":{"prompt_tokens":1234,"completion_tokens":567,"total_tokens":1801,"tokens_used":1801,"max_tokens":4096}}`)},
		{"flags", inJSON(`{"password_required":true,"passwordPolicy":{"minLength":12,"requireDigit":true},"csrf":true,"secret":false,"has_token":true,"tokenExpired":false,"otp_required":0}`)},
		{"null secrets", inJSON(`{"access_token":null,"refresh_token":"","password":null,"secret":"","apiKey":null}`)},
		{"messages", inJSON(`{"error":"invalid_token","error_description":"The access token expired","errors":{"password":["can't be blank","is too short (minimum is 8 characters)"],"token":["is invalid"]}}`)},
		{"labels", inJSON(`{"password":"Password","forgotPassword":"Forgot your password?","secret":"Secret","token":"Token","api_key":"API key","passwordPlaceholder":"Enter your password"}`)},
		{"validation", inJSON(`{"field":"password","rule":"required","type":"string","token":"required"}`)},
		{"schema", inJSON(`{"properties":{"password":{"type":"string","format":"password","minLength":8},"token":{"type":"string"},"apiKey":{"type":"string","description":"The API key of the account"}},"required":["password","token"]}`)},
		{"discovery", inJSON(`{"issuer":"https://id.example","token_endpoint":"https://id.example/oauth2/token","jwks_uri":"https://id.example/.well-known/jwks.json","code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":["client_secret_basic","private_key_jwt"],"id_token_signing_alg_values_supported":["RS256"]}`)},
		{"challenge", inResponseHeader("WWW-Authenticate", `Bearer realm="example", error="invalid_token", error_description="The access token expired"`)},
		{"scopes", inResponseHeader("X-OAuth-Scopes", "repo, user, admin:public_key")},
		{"cors", inResponseHeader("Access-Control-Allow-Headers", "Authorization, X-CSRF-Token, X-Api-Key, X-Session-Token, Content-Type")},
		{"vary", inResponseHeader("Vary", "Cookie, Authorization, X-Auth-Token")},
		{"atlassian token", inRequestHeader("X-Atlassian-Token", "no-check")},
		{"rate limits", inResponseHeader("X-RateLimit-Remaining-Tokens", "149984")},
		{"authorize", inURL("https://id.example/authorize?client_id=" + base62 + "&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=openid%20profile&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&prompt=login")},
		{"oauth errors", inURL("https://app.example/cb?error=access_denied&error_description=User%20cancelled&error_code=50105")},
		{"http status in a query", inURL("https://app.example/error?code=404&reason=token_expired")},
		{"country code", inURL("https://app.example/phone?code=US&dial_code=49")},
		{"state of a list", inURL("https://app.example/issues?state=open&sort=updated&key=status&auth=required&session=morning")},
		{"us state", inURL("https://shop.example/ship?state=CA&zip=94105")},
		{"sizes", inURL("https://ads.example/b?pw=1024&ph=768&sw=1920&sid=tp_728x90_bnr_btf_02&key=MICROBOX07")},
		{"code in an address that says nothing of signing in", inURL("https://ads.example/server/ads.js?pub=6225166&cch=51827364&code=57261948&l=300x250")},
		{"such a code in a list of parameters", `"request":{"queryString":[{"name":"code","value":"57261948"}],"url":"https://ads.example/ads.js?pub=6225166&code=57261948"}`},
		{"such a code in base64", inURL("https://ads.example/Pug?vcode=" + base64.StdEncoding.EncodeToString([]byte("o=2&type=1&code=2739&tl=1576800")))},
		{"article of a help", inURL("https://help.example/answer.py?hl=en&answer=164302")},
		{"article of a help in a sentence", inResponseHeader("P3P", `CP="This is not a P3P policy! See https://help.example/answer.py?hl=en&answer=164302 for more info."`)},
		{"id of a site", inURL("https://ads.example/g.js?sid=9305516274&lid=115&sig=2841906375&api_key=81502413570")},
		{"second pass", inURL("https://ads.example/p?adv=1&second_pass=1")},
		{"target of an advert", inURL("https://ads.example/a?tgt=support%3Dsection%3BobjectId%3D9%3Bsite%3D1%3B&tmstp=371526048")},
		{"id of an application", inResponseHeader("Request-Context", "appId=cid-v1:"+uuid)},
		{"id of a user with a right check digit", inURL("https://ads.example/setuid?id=3912139044783684454&u2=4227663297925875598")},
		{"hash route", inURL("https://app.example/#/settings/tokens?tab=api-keys&sort=created")},
		{"password page", inURL("https://app.example/account/password/reset?step=2&lang=en")},
		{"reset page", inURL("https://app.example/reset/confirm")},
		{"verify page", inURL("https://app.example/verify/email")},

		// JSON Web Tokens and their kin.
		{"header and claims of a token", inJSON(`{"decoded":{"header":"` + header + `","payload":"` + claims + `"}}`)},
		{"jwks", inJSON(`{"keys":[{"kty":"RSA","kid":"` + hex40 + `","use":"sig","alg":"RS256","e":"AQAB","n":"` + strings.Repeat("hT7kQ2mZx9LbVn4Rw8Yc", 16) + `","x5t":"` + base62 + `Zk3mP4s","x5c":["MIIDBTCCAe2gAwIBAgIQWPB1ofOpA7FFlOBk5iPaNTANBgkqhkiG9w0BAQsFADAtMSswKQYDVQQDEyJhY2NvdW50cy5hY2Nlc3Njb250cm9sLndpbmRvd3MubmV0"]},{"kty":"EC","crv":"P-256","x":"` + base62 + `","y":"` + base62 + `"}]}`)},
		{"public key", inBody("text/plain", "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo\n4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0/IzW7yWR7QkrmBL7jTKEn5u\n-----END PUBLIC KEY-----\n")},
		{"certificate", inBody("application/x-pem-file", "-----BEGIN CERTIFICATE-----\nMIIDBTCCAe2gAwIBAgIQWPB1ofOpA7FFlOBk5iPaNTANBgkqhkiG9w0BAQsFADAt\nMSswKQYDVQQDEyJhY2NvdW50cy5hY2Nlc3Njb250cm9sLndpbmRvd3MubmV0MB4X\n-----END CERTIFICATE-----\n")},
		{"ssh public key", inJSON(`{"key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl deploy@example"}`)},
		{"saml metadata", inBody("application/xml", `<EntityDescriptor entityID="https://id.example/metadata"><KeyDescriptor use="signing"><X509Certificate>MIIDBTCCAe2gAwIBAgIQWPB1ofOpA7FFlOBk5iPaNTANBgkqhkiG9w0BAQsFADAt</X509Certificate></KeyDescriptor></EntityDescriptor>`)},
		{"saml answer without a signature", inForm("SAMLResponse=" + strings.NewReplacer("+", "%2B", "/", "%2F", "=", "%3D").Replace(base64.StdEncoding.EncodeToString([]byte(`<samlp:Response ID="_`+hex40+`" InResponseTo="_`+hex32+`" IssueInstant="2026-11-24T10:11:12Z"><saml:Issuer>https://id.example/metadata</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Conditions NotBefore="2026-11-24T10:11:12Z"><saml:AudienceRestriction><saml:Audience>https://sp.example</saml:Audience></saml:AudienceRestriction></saml:Conditions></samlp:Response>`))))},
		{"saml answer in a page", inHTML(`<form method="post" action="https://sp.example/acs"><input type="hidden" name="x" value="` + base64.StdEncoding.EncodeToString([]byte(`<samlp:Response ID="_`+hex40+`" InResponseTo="_`+hex32+`" IssueInstant="2026-11-24T10:11:12Z"><saml:Issuer>https://id.example/metadata</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:Response>`)) + `"></form>`)},
		{"webauthn", inJSON(`{"publicKey":{"rpId":"app.example","allowCredentials":[{"type":"public-key","id":"` + base62 + `Zk3mP4sYb8dHfJ6gA1eUoI5tKiVnBz0"}],"userVerification":"preferred"}}`)},
		{"sdp", inJSON(`{"sdp":"v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\na=fingerprint:sha-256 D2:FA:0E:C3:22:59:5E:14:95:69:92:3D:13:B4:84:24:2C:C2:A2:C0:3E:FD:34:8E:5E:EA:6F:AF:52:CE:E6:0F\r\na=setup:actpass\r\n"}`)},

		// Public by design.
		{"publishable keys", inJS(`Stripe("pk_live_hT7kQ2mZx9LbVn4Rw8YcA1bC");posthog.init("phc_hT7kQ2mZx9LbVn4Rw8YcA1bCdEfGhIjKlMnOpQrStUv")`)},
		{"recaptcha", inHTML(`<div class="g-recaptcha" data-sitekey="6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI"></div>`)},
		{"sentry dsn", inJS(`Sentry.init({dsn:"https://9f86d081884c7d659a2feaa0c55ad015@o123456.ingest.sentry.io/1234567"})`)},
		{"measurement id", inJS(`gtag("config","G-AB12CD34EF");gtag("config","UA-12345678-1");ga("create","GTM-AB12CD3")`)},
		{"site verification", inHTML(`<meta name="google-site-verification" content="` + base62 + `Zk3mP4sYb8dHfJ6gA1eUoI5"><meta name="facebook-domain-verification" content="` + base62 + `">`)},
		{"client id", inJSON(`{"clientId":"` + base62 + `","client_id":"123456789012-` + hex32 + `.apps.googleusercontent.com"}`)},

		// Settings.
		{"language cookie", inCookie("lang=en-US; theme=dark; tz=Europe%2FBerlin; currency=EUR")},
		{"consent cookie", inCookie("OptanonConsent=isGpcEnabled=0&datestamp=Tue+Nov+24+2026&version=202309.1.0&consentId=" + uuid + "&groups=C0001%3A1%2CC0002%3A0")},
		{"tcf", inCookie("euconsent-v2=CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA")},
		{"cookie attributes", inResponseHeader("Set-Cookie", "lang=de; Domain=.app.example; Path=/; Max-Age=31536000; Expires=Wed, 24 Nov 2027 10:11:12 GMT; Secure; HttpOnly; SameSite=None; Partitioned")},
		{"client hints", inRequestHeader("Sec-CH-UA", `"Chromium";v="156", "Not)A;Brand";v="24"`)},
		{"user agent", inRequestHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36")},
		{"variations", inRequestHeader("X-Client-Data", "CIa2yQEIpLbJAQipncoBCMKTywEIlaHLAQiFoM0BCNy9zQE=")},
		{"p3p", inResponseHeader("P3P", `CP="NOI DSP COR NID CURa PSAa PSDa OUR STP UNI COM NAV STA LOC OTC", policyref="/w3c/p3p.xml"`)},
		{"report-to", inResponseHeader("Report-To", `{"group":"default","max_age":10886400,"endpoints":[{"url":"https://reports.example/r"}]}`)},
		{"server timing", inResponseHeader("Server-Timing", `cdn-cache; desc=HIT, edge; dur=1, origin; dur=123`)},
		{"postman token", inRequestHeader("Postman-Token", uuid)},

		// Program text.
		{"function names", inJS(`function parseToken(e){return e.split(".")}var tokenType="bearer",passwordRequired=!0,getSecret=function(e){return e.secret},csrfToken=getCookie("csrftoken"),accessToken=localStorage.getItem("access_token");export{parseToken as p}`)},
		{"minified", inJS(`!function(e,t){var n=t.token||null,r=t.password?t.password:void 0,a=e.authToken=t.authToken;if("access_token"in t){u.token=t.access_token;c.headers.Authorization="Bearer "+t.token}}(window,{token:e.token,password:r,secret:n.secret})`)},
		{"object keys", inJS(`const types={TOKEN:"TOKEN",SECRET:"SECRET",apiKey:"apiKey",REFRESH_TOKEN:"REFRESH_TOKEN",password:"password"};const a={token:b.token,key:k,session:s};`)},
		{"defaults", inJS(`var o={xsrfCookieName:"XSRF-TOKEN",xsrfHeaderName:"X-XSRF-TOKEN",tokenUrl:"/oauth2/token",csrfHeaderName:"X-CSRF-Token",tokenRefreshInterval:3e5}`)},
		{"alphabets", inJS(`var a="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=",token=a.charAt(0),b="0123456789abcdefghijklmnopqrstuvwxyz"`)},
		{"program shown as text", inBody("text/plain", "package auth\n\nimport \"fmt\"\n\n// Login signs in.\nfunc Login(password string) error {\n\tl.password = f[i+1]\n\ttoken := base64.StdEncoding.EncodeToString(h.Sum(nil)[:12])\n\tif err != nil {\n\t\treturn err\n\t}\n\tkey := testECDSA384PrivateKey\n}\n")},
		{"declarations", inBody("text/plain", "import * as core from './core';\nexport declare const ZodMiniJWT: core.$constructor<ZodMiniJWT>;\nexport interface A { password: Optional<HiddenText2>; }\nclass B {\n  private a = () => this.b();\n}\n")},
		{"code in a page", inHTML("<p>Run <code>create-foo@1.2.3</code> with <code>--loglevel=silent</code> or <code class=\"x\">" + hex40 + "</code>.</p>")},
		{"code in a page in JSON", inJSON(`{"rendered":"<p>Run <code>semver@7.6.0</code> or <code>` + base62 + `</code></p>"}`)},
		{"address that a script joins", inJS(`v='http://ann:%20'+name+'@db1.example/'`)},
		{"code of a card that is talked about", inJSON(`{"cvc":"required","cvv":"pass","csc":"Columbia Space Center","cvvCode":"invalid_cvc"}`)},
		{"bytes that hold a name by chance", inResponseHeader("DPoP-Nonce", "bsrRzRmUFc-PenTEHqcwrAEyU5DAF90l")},
		{"lines of base64 that end like names", inJSON(`{"certificate":"-----BEGIN CERTIFICATE-----\nKC9WfmF7NJZC9dG1UoaxjfjLcUEr/2+R64t3lyV93GVVnsVDjfizeF8HJnjL+cvv\nRLvwrQmXk7LHIUFKoRcVyz5kpbNrCiM6XLTTVh54oEZsQlRf3e+O9BB5+QPQmqlPw\nZwp1gZbG3eRuqnNzTISb+iT8/5fi7wEMyBz8mLL8BImaxo5C9zZ9v1ApA6EqDH9X\n-----END CERTIFICATE-----\n"}`)},
		{"attributes that name credentials", inHTML(`<div data-credential="{{cred.Name!=1}}" data-user-credential='Enter credential!' data-credential-type="a=>b(c)"></div>`)},
		{"bytes in hex", inJSON(`{"spanId":"6376637d36313331","a":"2a7433565e4d6b21"}`)},
		{"quotes that close", inJS(`u="/slow?nonce="+r.get("nonce4"),e=["PWD="+c.dir1,'token='+b.t2]`)},
		{"scheme and template", inJS("h['Proxy-Authorization'] = `Basic ${Buffer.from('user:pass').toString('base64')}`")},
		{"comments and patterns", inJS("const ZodJWT=/*@__PURE__*/core.$a(1),UNEXPECTED_TOKEN=/^Unexpected token '?(.)'?(,)? 4/i,sig = 0x07064b50;")},
		{"labels without blanks", inJSON(`{"password":"8文字以上の英数字で入力してください","pass":"要素に0より大きいtabindexは存在しません"}`)},
		{"hash constants", inJS(`var K=[0x428a2f98,0x71374491,0xb5c0fbcf],H="6a09e667f3bcc908bb67ae8584caa73b"`)},
		{"lexer", inJS(`if(token.type===TOKEN_STRING&&token.value!=="password"){this.token=tokens[i+1]}switch(token){case"secret":break}`)},
		{"form", inHTML(`<form action="/login"><label for="password">Password</label><input type="password" name="password" id="password" placeholder="Your password" autocomplete="current-password" value=""><input type="hidden" name="step" value="password"></form>`)},
		{"html labels", inHTML(`<p>Reset your password: enter the token we sent.</p><a href="/oauth/token">Token</a><span data-token-type="bearer" class="secret">Secret: hidden</span>`)},
		{"i18n", inJSON(`{"login.password":"Kennwort","login.token.expired":"Ihre Sitzung ist abgelaufen","settings.api_key":"API-Schlüssel","session":"Sitzung"}`)},
		{"yaml", inBody("text/yaml", "token_type: bearer\npassword_required: true\nsecret: null\nsession_timeout: 3600\n")},
		{"log line", inBody("text/plain", "2026-11-24T10:11:12Z INFO token refreshed for request "+uuid+" in 12 ms; password check skipped; session expired")},
		{"xml", inBody("application/xml", `<response><token-type>bearer</token-type><password-required>true</password-required><session-timeout>3600</session-timeout></response>`)},
		{"graphql", `"request":{"postData":{"mimeType":"application/json","text":` + quoted(`{"operationName":"Login","query":"mutation Login($email: String!, $password: String!) { login(email: $email, password: $password) { token { expiresIn type } } }"}`) + `}}`},
		{"event stream", inBody("text/event-stream", "id: 42\nevent: tokens\ndata: {\"tokens\":12,\"type\":\"token\"}\n\n")},
		{"subprotocol with a version", inRequestHeader("Sec-WebSocket-Protocol", "bearer-auth, v4.channel.k8s.io")},
		{"ids that are no sessions", inJSON(`{"sid":"SM` + hex32 + `","account_sid":"AC` + hex32 + `"}`)},
		{"publishable key as a credential", inRequestHeader("Authorization", "Bearer pk_live_"+base62+base62)},
		{"digits that are no code", inForJSON(`{"code":"482913","name":"Chair","amount":"120000"}`)},
		{"numbers that are no key", inJSON(`{"secret_key":[1,2,3],"key":[` + strings.Repeat("300,", 20) + `300]}`)},
		{"methods that are no forms", inJSON(`{"post":"` + hex64 + `","paths":{"/a":{"post":"createThing"}}}`)},
		{"place of a value", inJSON(`{"value":"` + base62 + `","id":"https://v.example/secrets-of-success/7d6f"}`)},
		{"name of a version", inJSON(`{"name":"projects/1/models/db/versions/3","payload":{"data":"` + base62 + `"}}`)},
		{"type and value", inJSON(`{"Parameters":[{"Name":"/prod/build","Type":"String","Value":"` + hex40 + `"}]}`)},
		{"answer of one hash", inBody("text/plain", hex40)},
		{"frame without a passcode", inFrame("CONNECTED\nversion:1.1\nserver:RabbitMQ/3.12.1\n\n\x00")},
		{"security that is a setting", inForm("security=high-2026&level=4")},
		{"sessions of servers", inResponseHeader("X-Jenkins-Session", "31fc95cd")},
		{"nonce of a page of GitHub", inHTML(`<meta name="html-safe-nonce" content="` + hex64 + `">`)},
		{"passcode that is spoken of", inJSON(`{"passcode":"required","label":"Enter the passcode"}`)},
		{"lock of a document", inRequestHeader("If", "(<opaquelocktoken:"+uuid+">)")},
		{"cells of a page", inHTML(`<table><tr><th>Version</th><td>"8.2.1-` + hex32 + `"</td></tr><tr><td>$_SERVER['UNIQUE_ID']</td><td>` + base62 + `</td></tr></table>`)},
		{"data of a page", inHTML(`<script type="application/json">{"post":"` + hex64 + `","build":{"sha":"` + hex40 + `"},"keys":["a"]}</script>`)},
		{"names that speak of passwords", inJSON(`{"password":"currentUserSecretField","newPassword":"getElementById","pwd":"isXMLHttpRequestOK","passwd":"SHOWPASSWORD","userPassword":"onPwdResetCTAClick"}`)},
		{"names of tokens", inJSON(`{"token":"CancelTokenSource","session_token":"InvalidSession","csrf":"XSRFHeaderName","access_token":"notLoggedInYet"}`)},
		{"ids that look like cards", inForm("doc_id=5173299938499744&v=1") + "," + inJSON(`{"docId":"5173299938499744"}`)},
		{"ids behind the name of a call", inURL("https://x.example/rpc/getUserById2024/" + uuid + "/pubsub/v1/projects/p-1234567/websocket/507f1f77bcf86cd799439011?launch=desktop-2026&TL=de&security=high")},
		{"words that stand under short names", inJSON(`{"ctx":"canvas-2d-ctx01","security":"tls1.2-strict","tokenKey":"app.auth.token.v2","deleteKey":"Delete","parentTicket":"ABC-12345","mobileSig":"Sent from my phone"}`)},
		{"page that says it is none", inBody("text/plain", `<!DOCTYPE html><html><head><script nonce="bPfT4oCeMMgCumrMMNZ2mn==">window.a=1</script></head></html>`)},
		{"client key of a page", inURL("https://x.example/v1/sessions?clientKey=live_VINST1I3SDNUKDC9PPWBYNAQ174QBQ5D&v=1")},
		{"cases of a switch", inJS("switch(u){case\"hidden\":case\"password\":return!1;case 'token':return\"a1b2c3d4e5f6\"}eval(\"case\\\"secret\\\":return!1\")")},
		{"choices of a program", inJS(`x.sessionId=null!=e?e:-1;y={code:null!==t?t.code:void 0,signature:null!=n?n:t,token:e?a9:b7,apiKey:t??n2,session:!isNotReady2};`)},
		{"names with dollars", inJS(`exports.AccessToken$ = AccessToken$;jwt=_await$validate$th2;nonce=_options$nonce;h={token:InjectionToken$1,password:_ref7$password}`)},
		{"names that say what they stand for", inJS(`a.privateKey=testRSA2048PrivateKey9;b={session:clientHttp2XQ7Session,accessToken:auth0Q2Z7AccessToken1}`)},
		{"types in a source map", inJSON(`{"version":3,"sourcesContent":["f({ sessionId: sessionId!, verifier: !disablePKCE, nonce: o?.signInWithEthereum?.nonce });\nsession?: Http2Session;\njwt: data.session?.access_token,"]}`)},
		{"members of a program that is shown", inBody("text/markdown", "    self.password = cfg.get('password')\n    client_secret = json[\"client_secret\"]\n    key_password=certs.list[0]\n    passphrase: typing.Optional[bytes] = None\n    session_token: sessionToken!,\n    signature = base64url_decode(segment)\n    jwt: data.session?.access_token\n")},
		{"a word behind the word token", inJSON(`{"accessToken":"Token caducado","api_key":"Token verlopen","list":"csrf_token=Token süresidolmuş"}`) + "," + inJS(`x={csrf_token:"Token scaduto",session:"Token вышел"}`)},
		{"a program in base64 in a program", inJS(`w("` + asBase64(strings.Repeat("function f(){const a=1;return ()=>this.x}\n", 30)+"const x = g(), claims = _a$th.claims, jwt = _await$validateJwt$th.jwt;\n") + `")`)},
		{"types of a program that is shown", inBody("text/plain", "/**\n * Types.\n * @since 1\n */\nexport declare const SIGN_IN_SUBMIT_PASSWORD = 100004;\nexport declare const WEAK_PASSWORD = \"weak-password\";\nexport interface A {\n    readonly session: ClientHttp2Session;\n    token?: string;\n}\nfunction f<T>(token: InjectionToken$1<T>): Type$1<T>;\n")},
		{"keys by which something is found", inRequestHeader("X-Proxy-Cache-Key", hex32) + "," + inJSON(`{"startingToken":"`+base62+`","snapshotToken":"`+hex40+`","loadMoreToken":"`+base62+`","batch_token":"`+base62+`"}`)},
		{"row of a grid", inRequestHeader("X-Row-Key", base62)},
		{"id of a service", inURL("https://x.example/api/services/"+uuid+"/logs") + "," + inBody("text/plain", "https://x.example/rest/workflows/LVtK2ybzQzJxL0xT?x=1 https://x.example/triggers/"+uuid)},
		{"lines of a build", inBody("text/plain", "--- PASS: TestReset/expired_token_v2 (0.01s)\n    --- PASS: TestToken/rotate+refresh2 (0.00s)\nCache restored from key: Linux-node-"+hex64+"\nCache hit for restore-key: go-mod-"+hex64+"\nUsing key: green-cache-v2-"+hex64+"\n")},
		{"colours", inJS(`var a={tan:13808780,teal:32896},b={tan:"87yx8",teal:"pds"},c={"tan":"#d2b48c","teal":"#008080"};function f(){}`) + "," + inResponseHeader("X-Colors", "tan=#d2b48c")},
		{"labels in lines", inBody("text/plain", "a.pwd=Senha:\npasswordConfirm=Senha 2\npasswordHint=Senha:\n")},
		{"codes of errors", inJSON(`{"violations":[{"propertyPath":"password","message":"Too short","code":"` + uuid + `"}],"errors":[{"code":"` + uuid + `"}],"error":{"state":"` + uuid + `"}}`)},
		{"name of an event", inBody("text/plain", "enum A {\n  IDENTIFY = '$identify',\n  REVENUE = 'r'\n}\n")},
		{"element with a key", inBody("text/markdown", `<LauncherItem key="application_1a" href="#">x</LauncherItem>`)},
		{"keys of analytics", inJSON(`{"amplitudeApiKey":"` + hex32 + `","segment_write_key":"` + base62 + `"}`)},
		{"key of a push server", inJS(`const DEFAULT_VAPID_KEY="BKq0` + base62 + base62 + base62 + base62 + `abc";function f(){}`)},
		{"types of a schema", inBody("application/graphql", "type Mutation {\n  reset(token: ID!, newPassword: String!): Boolean\n  login(password: String!, pin: String!)\n}\n")},
		{"address of reports", inResponseHeader("Report-To", `{"endpoints":[{"url":"https:\/\/a.nel.example\/report\/v4?s=Ew`+strings.Repeat("Gk3pT7vWq2%2FZdRmYxb9sLh4C", 5)+`"}],"group":"cf-nel","max_age":604800}`)},
		{"settings in cookies that nobody knows", inCookie("cart_count=3; viewMode=list; page-size=100; screen_size=1920x1080; app_release=2.3.4; sidebar.open=true; returning=1; acme_market=de-DE; layout=Compact; section_ids=%7B%7D; acme_step=") + "," + inResponseHeader("Set-Cookie", "tour=done; Path=/; Max-Age=3600")},
		{"text that is thrown", inJS("function f(){if(x){throw\"Mac: wrong hex password: \"+h.hex}g=h.hex}if(h.utf8!==undefined){throw \"cannot load private key: \"+m}var s=\"KJUR.x\";return y(\"the secret: \"+t7)}")},
		{"types of types", inJS("/** @returns {Promise<PrivateKey>} New key with x7.\n * @returns {Promise<Array<PrivateKey>>} Key {a} */\nasync function f(){}\n/** @returns {Promise<Key>} */")},
		{"numbers of sorts of things", inJS(`var o={timeStampToken:"1.2.840.113549.1.9.16.2.14",counterSignature:"1.2.840.113549.1.9.6"};function f(){}`)},
		{"sums", inJS(`function g(code){if(code>=40){code=code+168-40}else{code=code+97-19}}var canary=244837814094590;var head=null/*Z_NULL*/;ctx=null/*Z_NULL*/;`)},
		{"numbers of issues", inBody("text/markdown", "* Fixed a code path (by @sambernet). #3849 #3829\n* Fixed a bug (by @Neorth). #3853\n")},
		{"badge in a link", inBody("text/markdown", "[![codecov](https://codecov.example/badge.svg?x=yZL6LtXkOA)](https://codecov.example/gh/u)\n")},
		{"program in an address", inBody("text/markdown", "https://play.example/#code/"+strings.Repeat("JYWwDg9gTgLgBDAnmApnA3g", 8)+"\n")},
		{"fingerprint of a key", inBody("text/markdown", "  - Release GPG key: 9554F04D7259F04124DE6B476D5A82AC7E37093B\n")},
		{"reference of Markdown", inBody("text/markdown", "[sessions]: ./sessions-and-cookies#sessions\n")},
		{"range of versions", inJSON(`{"dependencies":{"cookies":"~0.9.0","cookie":"^1.0.2","csrf":"^3.1.0"}}`)},
		{"labels of fields", inJSON(`{"current_password":"Contraseña*","password":"Κωδικός*","newPassword":"Wachtwoord:","pwd":"Пароль:"}`)},
		{"keys of JWKs that are spoken of", inBody("text/plain", `the members "kty", "d" and "k" of {"kty":"EC","crv":"P-256","x":"`+base62+`","y":"`+base62+`"}, kty={"d":"`+base62+`"}`)},
		{"headers in a program", inJS(`fetch("/a",{headers:{"X-Sort":"` + base62 + `","X-Kid":"` + base62 + `","X-Token-Type":"Bearer","X-Trace":"` + hex32 + `"}});var sess=new Session,session="/api/sess"`)},
		{"elements behind one that says the type of a token", inBody("text/xml", `<a><token_type>Bearer</token_type><kid>`+base62+`</kid><ns1:grant_type>refresh_token</ns1:grant_type>
 <ns1:etag>`+hex32+`</ns1:etag><tokenType>access_token</tokenType><ref>`+hex40+`</ref><type>session_token</type><id>`+hex32+`</id></a>`)},
		{"address in escaped text", `"x":` + quoted(`{&quot;tokenEndpoint&quot;:&quot;https://id.example/oauth/token&quot;,&quot;reset&quot;:&quot;https://id.example/reset&#34;} setItem(&quot;token&quot;,t)`)},
		{"words past ASCII", inJS(`var t={"contraseña":"Introduzca su contraseña","пароль":"Введите пароль","mật khẩu":"Nhập mật khẩu","senha":"Senha inválida"};var e='Contraseña: '+n.value+'; contraseña: '+t;`) + "," + inBody("text/plain", "Contraseña: obligatoria, mínimo 8 caracteres\nПароль: не менее 8 символов\ncontraseña = requerida\n")},
		{"answer that is compressed", inBody("text/plain", "eJwrTi0uzszPU0itKMgsSk3RUSjISU0sTlUozkzPU8jMU0hMT8zMAwAMPg3E")},
		{"public key in a header", inRequestHeader("X-Data", `[["site_key","6LVn7XsLtqUkqucjsgWTf8ZKl5wy-7ox7rftBle7"]]`) + "," + inRequestHeader("X-Ctx", "canvas-2d-"+hex32)},
		{"paging that looks like quoted-printable", inBody("text/plain", "https://x.example/app#/list?nextPageToken=5360HpXELhRLOCBZBEK1GlNG2JYH&zipCode=97399")},
		{"cells behind an address", inBody("text/plain", "x https://id.example/oauth/token,"+uuid+",refresh_token,de-DE\n")},
		{"answer in base64", inBody("text/plain", asBase64(`types=["authorization_code","refresh_token"]`))},
		{"headers of paging", inRequestHeader("X-Next-Page-Token", base62) + "," + inResponseHeader("X-Site-Key", base62) + "," + inJS(`fetch("/a",{headers:{"X-NextPageToken":"`+base62+`","X-Nextpagetoken":"`+base62+`"}})`)},
		{"numbers", `"time":1234567890123456789012345678901234567890,"request":{"bodySize":-1},"response":{"status":200,"_transferSize":1.50e+3}`},
		{"timings", `"startedDateTime":"2026-11-24T10:11:12.1234567+01:00","timings":{"wait":12.345678901234567,"_blocked_queueing":0.5},"serverIPAddress":"203.0.113.7","connection":"443","_connectionId":"1234567"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			const secret = "Wn5vX8pQ3rT6yU1iO4aS7dFg"
			in := `{"log":{"entries":[{` + c.entry + `},{"request":{"headers":[{"name":"Authorization","value":"Bearer ` + secret + `"}]}}]}}`
			require.True(t, json.Valid([]byte(in)))
			out, r := redact(t, in)
			require.Equal(t, strings.Replace(in, secret, "REDACTED-token-1", 1), out)
			require.Len(t, r.Secrets, 1)
			endsAnywhere(t, []byte(in))
		})
	}
}
