package core_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
)

// What tells a secret is often not a name right before it.
func TestSecretsAreToldInManyShapes(t *testing.T) {
	const (
		token = "DZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"
		pass  = "hunter2x"
	)
	for name, c := range map[string]struct{ entry, secret string }{
		"type and value":      {inJSON(`[{"type":"password","value":"` + pass + `"}]`), pass},
		"label and value":     {inJSON(`[{"id":"7","label":"api_key","value":"` + token + `"}]`), token},
		"parameter key":       {inJSON(`[{"ParameterKey":"DBPassword","ParameterValue":"` + pass + `"}]`), pass},
		"value under a name":  {inJSON(`{"token":{"value":"` + token + `"}}`), token},
		"map of secrets":      {inJSON(`{"apiKeys":{"ci":"` + token + `"}}`), token},
		"key of a map":        {inJSON(`{"sessions":{"` + token + `":{"ip":"1"}}}`), token},
		"option in a list":    {inJSON(`{"args":["--password","` + pass + `"]}`), pass},
		"cut after its name":  {inJSON(`{"a":1,"refresh_token":"` + token), token},
		"sentence":            {inBody("text/plain", "The session id is "+token+" now"), token},
		"code behind a label": {inBody("text/plain", "Your verification code: 482913"), "482913"},
		"your code is":        {inJSON(`{"text":"Your code is 482913"}`), "482913"},
		"is your code":        {inJSON(`{"text":"482913 is your verification code"}`), "482913"},
		"code in German":      {inJSON(`{"text":"Ihr Code lautet 482913"}`), "482913"},
		"German, code first":  {inJSON(`{"text":"482913 ist Ihr Bestätigungscode."}`), "482913"},
		"code in French":      {inJSON(`{"text":"Votre code de vérification est 482913"}`), "482913"},
		"code in Spanish":     {inJSON(`{"text":"Su código de verificación es 482913"}`), "482913"},
		"joined to a scheme":  {inJS(`h = "Bearer " + "` + token + `";`), token},
		"option and value":    {inBody("text/plain", "mysql -u root -p"+pass+" app"), pass},
		"header line":         {inBody("text/plain", "x\nCookie: a="+token+"; b="+pass+"\ny"), pass},
		"option":              {inBody("text/plain", "curl -u bob:"+pass+" https://x.example"), pass},
		"element and element": {inBody("text/xml", `<name>password</name><value><string>`+pass+`</string></value>`), pass},
		"columns":             {inBody("text/csv", "user,password\nbob,"+pass+"\n"), pass},
		"block of YAML":       {inBody("application/yaml", "secret: |\n  "+token+"\n"), token},
		"quoted-printable":    {inJSON(`{"data":"access=5Ftoken=3D` + token[:16] + `=\r\n` + token[16:] + `"}`), token[16:]},
		"whose in a path":     {inURL("https://x.example/reset/MQ/" + token), token},
		"short code":          {inURL("https://x.example/login/verify?code=4829&x=1"), "4829"},
		"code and state":      {inURL("https://x.example/cb?code=43539638&state=xyz"), "43539638"},
		"code in a list":      {`"request":{"url":"https://x.example/otp?code=48291377","queryString":[{"name":"code","value":"48291377"}]}`, "48291377"},
		"code without a URL":  {`"request":{"queryString":[{"name":"code","value":"48291377"}]}`, "48291377"},
		"answer in a form":    {inForm("user=bob&answer=151657"), "151657"},
		"two halves":          {inURL("https://x.example/a.cfm?CFID=12&CFTOKEN=82913377"), "82913377"},
		"key of digits":       {inURL("https://x.example/a?api_key=829133770012345"), "829133770012345"},
		"bearer in a log":     {inBody("text/plain", "INFO auth=Bearer "+token+"== status=200"), token},
		"code in an XML":      {inBody("application/xml", `<?xml version="1.0"?><r><code>`+token+`</code></r>`), token},
		"literal in a source": {inBody("text/plain", "package a\n\nimport \"fmt\"\n\nfunc f() error {\n\tpassword := \""+pass+"\"\n\treturn nil // x\n}\n"), pass},
		"letter of a coder":   {inBody("text/plain", "Hi Bob,\n\nlet me return to this. You import the class from the public package and throw nothing; if (and only if) it is private, use static const values, see https://x.example/a.\n\nfunction: admin\npassword: "+pass+"\n\nself, None => ok\n"), pass},
		"script of a shell":   {inBody("text/plain", "#!/bin/sh\nset -e\nlogin() {\n  if [ \"$1\" != x ] && [ -z \"$2\" ]; then\n    return 1\n  fi\n}\nexport DB_PASSWORD="+pass+"\nlogin; curl https://x.example/ -> out\n"), pass},
		"settings in text":    {inBody("text/plain", "# import settings from the class\ndb.password="+pass+"\nreturn.url=/x\n"), pass},
		"query in quotes":     {inJS(`u = "/slow?access_token=" + "x" + "&access_token=` + token + `"`), token},
		"session in a path":   {inURL("https://x.example/(S(" + strings.ToLower(token) + "))/a.aspx"), strings.ToLower(token)},
	} {
		t.Run(name, func(t *testing.T) {
			in := []byte(`{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{` + c.entry + `}]}}`)
			var out bytes.Buffer
			_, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), policy.Standard())
			require.NoError(t, err)
			require.NotContains(t, out.String(), c.secret)
		})
	}
}
