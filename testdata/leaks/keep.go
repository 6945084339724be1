package main

import "strings"

// Harmless look-alikes. What stands between [[ and ]] must survive; the rest
// is its context. Each is random, so that it can be traced.
type keepRow struct{ class, tmpl string }

// keepRequestHeaders and keepResponseHeaders are "Name: value".
var keepRequestHeaders = []keepRow{
	{"etag", `If-None-Match: [["{h32}"]]`}, {"etag", `If-Match: [[W/"{h10}-{u27}"]]`},
	{"trace", "traceparent: [[00-{h32}-{h16}-01]]"}, {"trace", "tracestate: [[{brand}=t61rcWkgMzE{h16}]]"}, {"trace", "b3: [[{h32}-{h16}-1]]"},
	{"trace", "X-B3-TraceId: [[{h32}]]"}, {"trace", "sentry-trace: [[{h32}-{h16}-0]]"}, {"trace", "x-datadog-trace-id: [[{d19}]]"}, {"trace", "x-cloud-trace-context: [[{h32}/{d18};o=1]]"},
	{"request id", "X-Request-Id: [[{uuid}]]"}, {"request id", "X-Correlation-Id: [[{h32}]]"}, {"request id", "x-ms-client-request-id: [[{uuid}]]"}, {"request id", "Idempotency-Key: [[{uuid}]]"},
	{"websocket key", "Sec-WebSocket-Key: [[{b22}==]]"}, {"browser", "X-Client-Data: [[CI{b24}=]]"}, {"browser", `sec-ch-ua: [["Chromium";v="1{d2}", "Not;A=Brand";v="{d2}"]]`},
	{"browser", "User-Agent: [[Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1{d2}.0.{d4}.{d3} Safari/537.36]]"},
	{"cache", "If-Modified-Since: [[{date}]]"}, {"literal", "X-Atlassian-Token: [[no-check]]"}, {"literal", "X-Requested-With: [[XMLHttpRequest]]"},
	{"body digest", "X-Amz-Content-Sha256: [[{h64}]]"}, {"timestamp", "X-Amz-Date: [[2024{d4}T{d6}Z]]"}, {"origin", "Origin: [[https://{host}]]"},
	{"e-mail", "From: [[{email}]]"}, {"dtpc", "x-dtpc: [[{d2}${d9}_{d3}h7v{L24}-0e0]]"}, {"tenant", "X-Tenant-Id: [[{uuid}]]"}, {"paging", "X-MS-Continuation: [[{b40}]]"},
}

var keepResponseHeaders = []keepRow{
	{"etag", `ETag: [["{h32}"]]`}, {"etag", `ETag: [[W/"{h6}-{b27}"]]`}, {"etag", `etag: [["{A22}:{d6}"]]`},
	{"request id", "x-amz-id-2: [[{b75}=]]"}, {"request id", "x-amz-request-id: [[{U16}]]"}, {"request id", "X-Amz-Cf-Id: [[{u54}==]]"}, {"request id", "cf-ray: [[{h16}-FRA]]"},
	{"request id", "x-vercel-id: [[fra1::iad1::{a5}-{ms}-{h12}]]"}, {"request id", "X-GitHub-Request-Id: [[{H4}:{H5}:{H7}:{H7}:{H8}]]"}, {"request id", "fly-request-id: [[01{c24}-fra]]"},
	{"request id", "x-nf-request-id: [[01{c24}]]"}, {"request id", "x-ms-request-id: [[{uuid}]]"}, {"request id", "x-amzn-trace-id: [[Root=1-{h8}-{h24}]]"}, {"request id", "X-Okta-Request-Id: [[Z{u26}]]"},
	{"body digest", "Content-MD5: [[{b22}==]]"}, {"body digest", "Digest: [[SHA-256={b43}=]]"}, {"body digest", "Content-Digest: [[sha-256=:{b43}=:]]"}, {"body digest", "x-goog-hash: [[crc32c={b6}==,md5={b22}==]]"},
	{"csp", "Content-Security-Policy: script-src 'self' [['nonce-{b22}==']] [['sha256-{b43}=']]; object-src 'none'"}, {"csp", "Report-To: [[{\"group\":\"cf-nel\",\"max_age\":604800,\"endpoints\":[{\"url\":\"https://a.nel.{brand}.example/report/v4?s={A60}\"}]}]]"},
	{"websocket key", "Sec-WebSocket-Accept: [[{b27}=]]"}, {"cache", "Last-Modified: [[{date}]]"}, {"cache", "Cache-Control: [[private, max-age={d6}]]"}, {"cache", "Age: [[{d8}]]"},
	{"timing", "Server-Timing: [[db;dur={d3}.{d4}, app;dur={d2}.{d4}]]"}, {"asset hash", "SourceMap: [[/static/js/main.{h8}.chunk.js.map]]"}, {"cache", "x-served-by: [[cache-fra-etou82202{d2}-FRA, S{d10}.{d6}]]"},
	{"challenge", `WWW-Authenticate: [[Bearer realm="{word}-{a8}"]], error="invalid_token", error_description="[[The access token expired at {ts}]]"`},
	{"scopes", "X-OAuth-Scopes: [[repo, read:{a8}, user:email]]"}, {"dpop nonce", "DPoP-Nonce: [[{u32}]]"}, {"cors", "Access-Control-Expose-Headers: [[X-Auth-Token, X-CSRF-Token, X-{a8}]]"},
	{"rate limit", "X-RateLimit-Reset: [[{ts}]]"}, {"server", "Server: [[{brand}-edge/{ver}.{h8}]]"}, {"geo", "X-Edge-Location: [[eu-{word}-{a6}]]"},
}

// keepQuery rows are "name=value" with the value not yet encoded.
var keepQuery = []keepRow{
	{"cache buster", "_=[[{ms}]]"}, {"cache buster", "v=[[{h20}]]"}, {"oauth public", "client_id=[[{A24}]]"}, {"oauth public", "code_challenge=[[{u43}]]"},
	{"oauth public", "redirect_uri=[[https://{host}/cb/{a8}]]"}, {"oauth public", "scope=[[openid profile email {word}.{a6}]]"}, {"paging", "pageToken=[[CAUQ{u24}]]"}, {"paging", "cursor=[[{u40}]]"},
	{"paging", "$skiptoken=[[{u30}]]"}, {"campaign", "utm_campaign=[[{word}-{a10}]]"}, {"analytics", "gclid=[[Cj0KCQ{u60}]]"}, {"uuid", "documentId=[[{uuid}]]"}, {"resource id", "id=[[{h24}]]"},
	{"tracker id", "tid=[[G-{U10}]]"}, {"locale", "hl=[[en-{L2}-{a6}]]"}, {"commit", "ref=[[{h40}]]"}, {"search", "q=[[how to reset password {word} {d5}]]"}, {"publishable key", "publishable_key=[[pk_live_{A24}]]"},
	{"request id", "request_id=[[{uuid}]]"}, {"e-mail", "email=[[{email}]]"}, {"timestamp", "X-Amz-Date=[[2024{d4}T{d6}Z]]"}, {"sort", "sort=[[tokens_used:{word}-{d5}]]"},
}

// keepCookies are plainly settings.
var keepCookies = []keepRow{
	{"consent cookie", "OptanonConsent=[[isGpcEnabled=0&datestamp={date}&version=6.{d2}.0&consentId={uuid}&groups=C0001%3A1]]"}, {"consent cookie", "CookieConsent=[[{stamp:'-1',necessary:true,preferences:false,ver:{d4}}]]"},
	{"locale cookie", "locale=[[en-GB]]"}, {"locale cookie", "lang=[[pt-BR]]"}, {"locale cookie", "timezone=[[Europe/Berlin]]"}, {"locale cookie", "okta_user_lang=[[en]]"}, {"setting cookie", "theme=[[dark]]"},
}

// keepPaths are one or more path segments.
var keepPaths = []keepRow{
	{"asset hash", "static/js/[[main.{h8}.chunk.js]]"}, {"asset hash", "assets/[[index-{u8}.css]]"}, {"commit", "repo/commit/[[{h40}]]"}, {"uuid", "projects/[[{uuid}]]/items"},
	{"resource id", "users/[[{h24}]]"}, {"resource id", "orders/[[01{c24}]]"}, {"build id", "_next/data/[[{u21}]]/index.json"}, {"resource id", "watch/[[{u11}]]"}, {"resource id", "sobjects/Account/[[001{A15}]]"},
	{"slug", "blog/[[how-to-rotate-an-api-token-{d5}]]"}, {"slug", "docs/[[reset-password-{word}-{a5}]]"}, {"resource id", "u/[[{d18}]]"},
}

// keepJSON rows are a key, a bar, and the value as JSON text.
var keepJSON = []keepRow{
	{"etag", `etag|"[[{h32}]]"`}, {"trace", `traceId|"[[{h32}]]"`}, {"trace", `spanId|"[[{h16}]]"`}, {"request id", `requestId|"[[{uuid}]]"`}, {"request id", `correlationId|"[[{uuid}]]"`},
	{"uuid", `id|"[[{uuid}]]"`}, {"uuid", `organizationUuid|"[[{uuid}]]"`}, {"resource id", `_id|"[[{h24}]]"`}, {"resource id", `orderId|"[[01{c24}]]"`}, {"commit", `sha|"[[{h40}]]"`}, {"commit", `commit|"[[{h40}]]"`},
	{"commit", `treeDigest|"[[sha256:{h64}]]"`}, {"integrity", `integrity|"[[sha512-{b86}==]]"`}, {"build id", `buildId|"[[{u21}]]"`}, {"asset hash", `src|"[[/static/media/logo.{h20}.svg]]"`},
	{"token metadata", `token_type|[["Bearer"]]`}, {"token metadata", `expires_in|[[3{d3}]]`}, {"token metadata", `tokens_used|[[{d6}]]`}, {"token metadata", `password_required|[[true]]`}, {"token metadata", `has_password|[[false]]`},
	{"token metadata", `scope|"[[read:{word} write:{a8}]]"`}, {"token metadata", `max_tokens|[[4{d3}]]`}, {"token metadata", `tokenExpiresAt|[[{ms}]]`}, {"token metadata", `passwordLastChanged|"[[2024-0{d1}-1{d1}T1{d1}:{d2}:{d2}.{d3}Z]]"`}, {"token metadata", `session_timeout_minutes|[[1{d2}]]`},
	{"error message", `password|["[[must be at least {d2} characters ({a6})]]"]`}, {"error message", `error_description|"[[The refresh token is invalid or expired, request {a10}]]"`}, {"error message", `message|"[[Invalid password for this account (code {a8})]]"`}, {"error message", `token|null`},
	{"i18n", `forgot_password|"[[Forgot your password? {word} {d4}]]"`}, {"i18n", `login.password.label|"[[Password for {word} {d5}]]"`}, {"i18n", `api_key_help|"[[Paste the API key from {word} settings {d4} here]]"`}, {"i18n", `enter_token|"[[Enter the token we sent to your {word} {d4}]]"`},
	{"paging", `nextPageToken|"[[{u40}]]"`}, {"paging", `cursor|"[[{b40}]]"`}, {"paging", `endCursor|"[[YXJyYXljb25uZWN0aW9u{A12}]]"`}, {"paging", `next|"[[/v1/items?offset={d8}&limit=20]]"`},
	{"timestamp", `createdAt|"[[2024-0{d1}-1{d1}T1{d1}:{d2}:{d2}.{d6}Z]]"`}, {"timestamp", `updated|[[{ms}]]`}, {"number", `big|[[9{d17}]]`}, {"number", `ratio|[[0.{d16}]]`}, {"size", `size|[[{d8}]]`},
	{"publishable key", `publishableKey|"[[pk_live_{A24}]]"`}, {"publishable key", `posthogKey|"[[phc_{A43}]]"`}, {"publishable key", `siteKey|"[[6L{u38}]]"`}, {"publishable key", `dsn|"[[https://{h32}@o{d6}.ingest.sentry.io/{d7}]]"`}, {"publishable key", `mapboxToken|"[[pk.eyJ{A60}.{u22}]]"`},
	{"public key", `publicKey|"[[-----BEGIN PUBLIC KEY-----\n{b64}\n{b64}\n-----END PUBLIC KEY-----]]\n"`}, {"public key", `n|"[[{u342}]]"`}, {"public key", `x|"[[{u43}]]"`}, {"public key", `x5t|"[[{u27}]]"`}, {"public key", `kid|"[[{u27}]]"`},
	{"certificate", `x5c|["[[MII{b600}=]]"]`}, {"certificate", `certificate|"[[-----BEGIN CERTIFICATE-----\n{b64}\n{b64}\n-----END CERTIFICATE-----]]\n"`}, {"certificate", `fingerprint|"[[{H2}:{H2}:{H2}:{H2}:{H2}:{H2}:{H2}:{H2}:{H2}:{H2}:{H2}:{H2}]]"`},
	{"webauthn", `challenge|"[[{u43}]]"`}, {"webauthn", `credentialId|"[[{u43}]]"`}, {"checksum", `md5|"[[{h32}]]"`}, {"checksum", `checksum|"[[{h64}]]"`}, {"persisted query hash", `extensions|{"persistedQuery":{"version":1,"sha256Hash":"[[{h64}]]"}}`},
	{"e-mail", `email|"[[{email}]]"`}, {"ip", `ipAddress|"[[{ip}]]"`}, {"phone", `phone|"[[+49 30 {d8}]]"`}, {"name", `displayName|"[[Ada {word} {w8}]]"`}, {"data url", `avatar|"[[data:image/png;base64,iVBORw0KGgo{b200}]]"`},
	{"feature flag", `flags|{"new_password_flow":true,"token_refresh_v2":false,"[[exp_{a10}]]":1}`}, {"class name", `className|"[[css-{a7} sc-{w6} btn-{a6}]]"`}, {"enum", `authMethod|"[[password_{word}_{a5}]]"`}, {"path", `tokenUrl|"[[https://{host}/oauth2/token]]"`}, {"path", `csrfEndpoint|"[[/api/{word}/csrf-token-{d4}]]"`},
}

// keepHTML and keepJS are fragments that stand in pages and scripts.
var keepHTML = []keepRow{
	{"integrity", `<script src="/js/app.{h8}.js" integrity="[[sha384-{b64}]]" crossorigin="anonymous"></script>`}, {"csp nonce", `<script nonce="[[{b22}==]]">window.dataLayer=[];</script>`},
	{"site verification", `<meta name="google-site-verification" content="[[{u43}]]">`}, {"asset hash", `<img src="/media/[[hero.{h20}.webp]]" alt="">`}, {"class name", `<div class="[[css-{a6}-{a6}]]" id=":r1a:"></div>`},
	{"label", `<label for="password">[[Choose a password, {word} {d4}]]</label>`}, {"label", `<a href="/forgot-password">[[Forgot your password? {a8}]]</a>`}, {"publishable key", `<div class="g-recaptcha" data-sitekey="[[6L{u38}]]"></div>`},
	{"uuid", `<li data-id="[[{uuid}]]">Item</li>`}, {"input", `<input type="password" name="password" placeholder="[[At least {d2} characters {a5}]]" value="">`},
}

var keepJS = []keepRow{
	{"minified code", `function [[parseToken_{a6}(e){return e.token.split(".")[0]}]]`}, {"minified code", `e.[[tokens_used+={d5},e.password_required=!0]];`}, {"minified code", `var r={[[password:"",token:null,secret:void 0,n:{d6}]]};`},
	{"minified code", `if([[t.headers["Authorization"]="Bearer ".concat(o{a4}.token)]]){}`}, {"asset hash", `a.u=function(e){return"js/"+e+"."+{17:[["{h20}"]],42:"{h20}"}[e]+".js"};`}, {"character table", `var c_{a4}="[[ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=]]";`},
	{"hash constants", `var K{a3}=[ [[1116352408,1899447441,3049323471,{d10},961987163]] ];`}, {"commit", `window.__COMMIT__="[[{h40}]]";`}, {"publishable key", `Stripe("[[pk_live_{A24}]]");`}, {"minified code", `const csrfTokenSelector='[[meta[name="csrf-token-{a6}"]]]';`},
	{"i18n", `t.exports={"forgot_password":"[[Forgot your password? {a6}]]","invalid_token":"[[This link has expired {a6}]]"};`}, {"minified code", `this.apiKey=[[e.apiKey||n.getApiKey_{a6}()]];`}, {"source map", `//# sourceMappingURL=[[app.{h20}.js.map]]`},
}

// keepText are lines of logs.
var keepText = []keepRow{
	{"request id", "request_id=[[{uuid}]] status=200"}, {"error message", "[[password authentication failed for user svc_{a6}]]"}, {"error message", "[[token expired {d4} seconds ago]] (kid {a6})"}, {"commit", "deployed [[{h40}]]"}, {"trace", "trace=[[{h32}]]"},
}

// expandKeep gives the text of a row and plants what it marks.
func (g *gen) expandKeep(row keepRow) piece {
	s := g.r.expand(row.tmpl)
	var parts []piece
	for {
		before, rest, ok := strings.Cut(s, "[[")
		if !ok {
			return cat(append(parts, lit(s))...)
		}
		// The mark ends at the last ]] of a run of brackets.
		end := strings.Index(rest, "]]")
		for end+2 < len(rest) && rest[end+2] == ']' {
			end++
		}
		parts = append(parts, lit(before), g.keepIn(row.class, rest[:end]))
		s = rest[end+2:]
	}
}

// keepPair expands a row of the form name, separator, value.
func (g *gen) keepPair(rows []keepRow, sep string) (name string, val piece) {
	row := pick(g.r, rows)
	name, rest, _ := strings.Cut(row.tmpl, sep)
	return name, g.expandKeep(keepRow{row.class, rest})
}

// keepFields are fields for a JSON-like body; onlyStrings for formats that
// know nothing else.
func (g *gen) keepFields(n int) []field {
	var out []field
	used := map[string]bool{}
	for range n {
		name, val := g.keepPair(keepJSON, "|")
		if used[name] {
			continue
		}
		used[name] = true
		out = append(out, field{name: name, val: val, raw: true})
	}
	return out
}
