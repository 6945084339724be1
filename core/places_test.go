package core_test

import (
	"bytes"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
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
		"code by a name with dots":       {inBody("text/plain", "acme.version=2.1\nacme.mfa.code: 302029\n"), "302029"},
		"code by more words with dots":   {inBody("text/plain", "acme.one.time.code=302029\n"), "302029"},
		"card's code by dots":            {inBody("text/plain", "acme.card.security.code = 302\n"), "302"},
		"session by a name with dots":    {inBody("text/plain", "acme.session.id="+digest+"\n"), digest},
		"verifier by a name with dots":   {inBody("text/plain", "acme.code.verifier=-"+letters+"7x\n"), letters},
		"code by three words":            {inBody("text/plain", "Two factor code: 843510\nStatus: ok"), "843510"},
		"code of a second factor":        {inBody("text/csv", "id,second_factor_code\n1,843510\n"), "843510"},
		"part of a form in a message":    {inFrame("m|" + part), "794697"},
		"part of a form in a path":       {inURL("https://x.example/a/" + url.PathEscape(part) + "/b"), "794697"},
		"letters in a list":              {inBody("application/x-plist", list+`verifyToken</key><string>`+letters+`</string></dict></plist>`), letters},
		"signs in a list":                {inBody("application/x-plist", list+"loginPassword</key><string>|!cnu#+XZU,X`)$</string></dict></plist>"), "XZU,X"},
		"words":                          {inJSON(`{"passphrase":"canyon maple orbit falcon"}`), "maple"},
		"words and a number":             {inJSON(`{"password":"canyon maple orbit falcon 83"}`), "maple"},
		"words with hyphens":             {inJSON(`{"initialPassword":"canyon-maple-orbit-falcon"}`), "maple"},
		"words of a setting":             {inBody("text/plain", "[a]\npassphrase = canyon maple orbit falcon\nx = 1\n"), "maple"},
		"password that begins as quoted": {inJS(`var CURRENT_PASSWORD="\"D%^&&6\\cKc<+:2L";f()`), "cKc<+:2L"},
		"nonce of no script":             {inBody("text/xml", `<r><item nonce="Kv/NsUKxdX3GXFBeBREXB8GfEAL/6L6z0LctSh1E3wh="/></r>`), "NsUKxdX3GXFB"},
		"key of a mode, letters alone":   {inJSON(`{"b":"sk_live_` + letters[:17] + `"}`), letters[:17]},
	} {
		t.Run(name, func(t *testing.T) {
			in := []byte(`{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{` + c.entry + `}]}}`)
			var out bytes.Buffer
			_, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard())
			require.NoError(t, err)
			require.NotContains(t, out.String(), c.secret)
			endsAnywhere(t, in)
		})
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
	} {
		t.Run(name, func(t *testing.T) {
			out, _ := redact(t, `{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{`+c.entry+`}]}}`)
			require.Contains(t, out, "REDACTED-")
			require.Contains(t, out, quoted(c.stays)[1:len(quoted(c.stays))-1])
		})
	}
}
