package core_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

// The same value is told in whatever notation a name stands beside it, and wherever that
// notation stands.
func TestSecretsAreToldWhereverTheyStand(t *testing.T) {
	const (
		digest  = "5f823ca02a162d63aef3da26c5b51e257680e7ab"
		letters = "gzqYJXrtTpwaVhcsnyea"
		part    = "--x1\r\nContent-Disposition: form-data; name=\"mfaCode\"\r\n\r\n794697\r\n--x1--\r\n"
		list    = `<plist><dict><key>`
	)
	for name, c := range map[string]struct{ entry, secret string }{
		"member of a field's value":       {`"request":{"postData":{"mimeType":"application/json","params":[{"name":"data","value":{"user":{"otpCode":"493818"}}}]}}`, "493818"},
		"pair in a field's value":         {`"request":{"postData":{"mimeType":"application/json","params":[{"name":"data","value":[{"name":"otpCode","value":"493818"}]}]}}`, "493818"},
		"member of a header's value":      {`"request":{"headers":[{"name":"X-Context","value":{"otpCode":"493818"}}]}`, "493818"},
		"member of a parameter's value":   {`"request":{"queryString":[{"value":{"otpCode":"493818"},"name":"data"}]}`, "493818"},
		"code by a name with dots":        {inBody("text/plain", "acme.version=2.1\nacme.mfa.code: 302029\n"), "302029"},
		"code by more words with dots":    {inBody("text/plain", "acme.one.time.code=302029\n"), "302029"},
		"card's code by dots":             {inBody("text/plain", "acme.card.security.code = 302\n"), "302"},
		"session by a name with dots":     {inBody("text/plain", "acme.session.id="+digest+"\n"), digest},
		"verifier by a name with dots":    {inBody("text/plain", "acme.code.verifier=-"+letters+"7x\n"), letters},
		"code by three words":             {inBody("text/plain", "Two factor code: 843510\nStatus: ok"), "843510"},
		"code of a second factor":         {inBody("text/csv", "id,second_factor_code\n1,843510\n"), "843510"},
		"part of a form in a message":     {inFrame("m|" + part), "794697"},
		"part of a form in a path":        {inURL("https://x.example/a/" + url.PathEscape(part) + "/b"), "794697"},
		"letters in a list":               {inBody("application/x-plist", list+`verifyToken</key><string>`+letters+`</string></dict></plist>`), letters},
		"signs in a list":                 {inBody("application/x-plist", list+"loginPassword</key><string>|!cnu#+XZU,X`)$</string></dict></plist>"), "XZU,X"},
		"words":                           {inJSON(`{"passphrase":"canyon maple orbit falcon"}`), "maple"},
		"words and a number":              {inJSON(`{"password":"canyon maple orbit falcon 83"}`), "maple"},
		"words with hyphens":              {inJSON(`{"initialPassword":"canyon-maple-orbit-falcon"}`), "maple"},
		"words of a setting":              {inBody("text/plain", "[a]\npassphrase = canyon maple orbit falcon\nx = 1\n"), "maple"},
		"password that begins as quoted":  {inJS(`var CURRENT_PASSWORD="\"D%^&&6\\cKc<+:2L";f()`), "cKc<+:2L"},
		"nonce of no script":              {inBody("text/xml", `<r><item nonce="Kv/NsUKxdX3GXFBeBREXB8GfEAL/6L6z0LctSh1E3wh="/></r>`), "NsUKxdX3GXFB"},
		"key of a mode, letters alone":    {inJSON(`{"b":"sk_live_` + letters[:17] + `"}`), letters[:17]},
		"code of a vendor":                {inJSON(`{"globex_email_code":"773201"}`), "773201"},
		"code of a vendor's":              {inJSON(`{"stark2faCode":"773201"}`), "773201"},
		"token of a vendor that is one":   {inJSON(`{"umbrella_otp_token":"773201"}`), "773201"},
		"card's code of a vendor":         {inForm("a=b&hooli_cvv_number=773"), "773"},
		"card's code, in full":            {inForJSON(`{"initech-card-verification-value":"9481"}`), "9481"},
		"PIN of a vendor":                 {inForJSON(`{"vandelayPinNumber":"54439"}`), "54439"},
		"password like an address":        {inJSON(`{"pw":"P@sstulip9"}`), "sstulip9"},
		"code that begins a string":       {inBody("text/plain", "MESSAGE=\"773201 is your Globex code\"\nX=1"), "773201"},
		"code that begins an attribute":   {inHTML(`<div data-body="773201 is your Globex code"></div>`), "773201"},
		"code behind a setting":           {inJSON(`{"Env":["MESSAGE=Use 773201 to sign in"]}`), "773201"},
		"code that is handed on":          {inJS("!function(){s.setItem('message','773201 is your Globex code')}();"), "773201"},
		"code of letters that is kept":    {inJS(`localStorage.setItem("verificationCode", "RXSTWJUX")`), "RXSTWJUX"},
		"words in a cell":                 {inHTML("<table><tr><th>Root password</th><td>canyon maple orbit falcon pepper</td></tr></table>"), "maple"},
		"letters in a cell":               {inHTML("<table><tr><th>Consumer secret</th><td>" + letters + "</td></tr></table>"), letters},
		"signs in a cell":                 {inHTML("<table><tr><th>Proxy password</th><td>^e]PswQ,i/</td></tr></table>"), "PswQ,i"},
		"words in a line of Markdown":     {inBody("text/plain", "| name | value |\n|---|---|\n| old_password | canyon maple orbit falcon |\n"), "maple"},
		"card's code in Markdown":         {inBody("text/plain", "| name | value |\n|---|---|\n| cvn | 767 |\n"), "767"},
		"words beside their name":         {inJSON(`{"items":[{"field":"rootPassword","data":"canyon maple orbit falcon"}]}`), "maple"},
		"name and value in a header":      {inRequestHeader("X-Debug", `{"items":[{"name":"pin","value":"631660"}]}`), "631660"},
		"value that another one signs":    {inBody("text/plain", "POST /a HTTP/1.1\r\nX-Login-Session: nfPrVlo5QEMZoy1XSAEB3aW6Sc75BIqJ|JujsLdP0aDRIP4fZZ8rWVNZPEhj\r\n"), "JujsLdP0aDRI"},
		"password of Basic, alone":        {inRequestHeader("Authorization", "Basic "+asBase64("mary:iGxLymzCobq7fh")) + `,"comment":"id:iGxLymzCobq7fh|x"`, "iGxLymzCobq7fh"},
		"code to sign in by three words":  {inForJSON(`{"pied_sign_in_code":"8148"}`), "8148"},
		"code of a step":                  {inBody("text/xml", `<?xml version="1.0"?><r><cyberStepUpCode>307699</cyberStepUpCode></r>`), "307699"},
		"token of a second factor":        {inBody("text/plain", "INFO request done zorin_2fa_token=283799 status=200"), "283799"},
		"seed of an authenticator":        {inForm("zorin_authenticator_seed=FP3HXWOQDSTWCSWO&a=b"), "FP3HXWOQDSTWCSWO"},
		"new password of a vendor":        {inJSON(`{"massive_password_new":"marblemaster17","old":1}`), "marblemaster17"},
		"string behind another's end":     {inJS(`class A{constructor(){this.errorMessage="Password is short";this.password2=")1Pkceuv+2(5AY&?Iu,";this.x=()=>1}}`), "1Pkceuv"},
		"capitals among letters":          {inJSON(`{"client-key":"RCGPHXeotYYOrmUOgRLa"}`), "RCGPHXeotYYOrmUOgRLa"},
		"quotes of a password's own":      {inBody("text/plain", "[main]\nnewPassword = U'R;'m,e~@Yv-(~l:ukh~efU\nx=1\n"), "ukh~efU"},
		"quote that begins a password":    {inBody("text/plain", "[main]\nnewPassword = 'R;'m,e~@Yv-(~l:ukh~efU\nx=1\n"), "ukh~efU"},
		"signs that passwords have alone": {inHTML(`<script id="__NEXT_DATA__" type="application/json">{"user-password":"R,K_xzVTL;oWy)E.dhQM_ePau"}</script>`), "dhQM_ePau"},
		"fields of a short message":       {inRequestHeader("X-A", "ChAKCGNhcmRfY3Z2EgQ5NjYwChQKCnRva2VuX3R5cGUSBkJlYXJlcg=="), "EgQ5NjYw"},
		"code in a message of fields":     {inRequestHeader("X-A", "EgRjb2RlGhozODk1MDUgaXMgeW91ciBHbG9iZXggY29kZQ=="), "ozODk1MDUg"},
		"password past ASCII in Markdown": {inBody("text/plain", "| name | value |\n|---|---|\n| old_password | żółty_0737 |\n"), "_0737"},
		"PIN that was sent":               {inForJSON(`{"version":"6.16.9","globex_pin":"678865"}`), "678865"},
		"letters and a digit, alone":      {inRequestHeader("Authorization", "Basic "+asBase64("mary:ElGFim1iJPFi")) + `,"comment":"id:ElGFim1iJPFi|x"`, "ElGFim1iJPFi"},
	} {
		t.Run(name, func(t *testing.T) { requireGone(t, c.entry, c.secret) })
	}
}

// What stands beside a secret in the same notation stays.
func TestWhatStandsBesideASecretStays(t *testing.T) {
	for name, c := range map[string]struct{ entry, stays string }{
		"pair behind a password with escapes": {inFrame("m|password=monkey-0711%21&order_id=aede0aa61d50edd029e4d19c"), "&order_id=aede0aa61d50edd029e4d19c"},
		"setting behind an escape":            {`"x":` + quoted(`DB_PASSWORD=tulip48!x\nPRODUCT_NAME=\"Acme Pepper 15\"\nA=1`), "Acme Pepper 15"},
		"setting behind a card":               {`"x":` + quoted(`CARD_NUMBER=4111111111111111\r\nPRODUCT_NAME=\"Acme Pepper 15\"\nA=1`), "Acme Pepper 15"},
		"label of words":                      {inJSON(`{"otp":"302029","passwordLabel":"choose four long words","password":"pick some words that nobody knows"}`), "that nobody knows"},
		"name with dots of no secret":         {inBody("text/plain", "acme.otp: 302029\nacme.error.code: 401114\nacme.token.type=Bearer\nacme.product.code: AB1234\n"), "401114\nacme.token.type=Bearer\nacme.product.code: AB1234"},
		"address around a plus beside signs":  {inURL("wss://x.example/items/P~-%7DOEDbf%252Ftpj%22+)%3F:O%5B~%5EyruW%20end?e=1") + `,"comment":"password: P~-}OEDbf/tpj\"+)?:O[~^yruW"`, "wss://x.example/items/REDACTED-password-1%20end?e=1"},
		"address around another plus":         {inURL("https://x.example/users/5f8d1d5322910842b7689eae/open/KeBt6%3F,m-&YRop+%22wUZ?ref=7e4cbcf1c2881ec65f8d1d532291076db4ed2fb4") + `,"comment":"password: KeBt6?,m-&YRop+\"wUZ"`, "https://x.example/users/5f8d1d5322910842b7689eae/open/REDACTED-password-1?ref=7e4cbcf1c2881ec65f8d1d532291076db4ed2fb4"},
		"quote that closes an address":        {inJS(`var a="x",otp="302029";function f(n){return "/a?nonce="+n+"&token="+g(n)+";jsessionid=" + h(n)}`), `return "/a?nonce="+n+"&token="+g(n)+";jsessionid=" + h(n)`},
		"many words beside a name":            {inJSON(`{"otp":"302029","items":[{"name":"payment password","text":"message plan group role street region order cancel folder"}]}`), "message plan group role street region order cancel folder"},
		"names that end as a secret's":        {inJSON(`{"otp":"302029","has_email_code":"773201","max_pin_number":"4829","ag_grid_value":"120","invalid_login_codes_count":"12"}`), `"has_email_code":"773201","max_pin_number":"4829","ag_grid_value":"120","invalid_login_codes_count":"12"`},
		"numbers in quotes":                   {inBody("text/plain", "otp=302029\na=\"773201 items\"\nb='4829 is the port of code'\nc=2026 is your year of birth\n"), "a=\"773201 items\"\nb='4829 is the port of code'\nc=2026 is your year of birth"},
		"cells without a digit":               {inHTML("<table><tr><th>OTP</th><td>302029</td></tr><tr><th>Password</th><td>Change it!</td></tr><tr><th>Token</th><td>getAccessTokenSilently</td></tr></table>"), "<td>Change it!</td></tr><tr><th>Token</th><td>getAccessTokenSilently</td>"},
		"address of somebody":                 {inJSON(`{"otp":"302029","pw":"ann@example.com"}`), "ann@example.com"},
		"column behind a token":               {inBody("text/plain", "token=nfPrVlo5QEMZoy1XSAEB3aW6Sc75BIqJ|trace=9f86d081884c7d659a2feaa0c55ad015|ok\n"), "|trace=9f86d081884c7d659a2feaa0c55ad015|ok"},
	} {
		t.Run(name, func(t *testing.T) {
			out, _ := redact(t, `{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{`+c.entry+`}]}}`)
			require.Contains(t, out, "REDACTED-")
			require.Contains(t, out, quoted(c.stays)[1:len(quoted(c.stays))-1])
		})
	}
}
