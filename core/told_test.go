package core_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
)

func inForJSON(text string) string {
	return `"request":{"postData":{"mimeType":"application/json","text":` + quoted(text) + `}}`
}

// What tells a secret is often not a name right before it.
func TestSecretsAreToldInManyShapes(t *testing.T) {
	const (
		token = "DZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"
		pass  = "hunter2x"
	)
	for name, c := range map[string]struct{ entry, secret string }{
		"type and value":               {inJSON(`[{"type":"password","value":"` + pass + `"}]`), pass},
		"label and value":              {inJSON(`[{"id":"7","label":"api_key","value":"` + token + `"}]`), token},
		"parameter key":                {inJSON(`[{"ParameterKey":"DBPassword","ParameterValue":"` + pass + `"}]`), pass},
		"value under a name":           {inJSON(`{"token":{"value":"` + token + `"}}`), token},
		"map of secrets":               {inJSON(`{"apiKeys":{"ci":"` + token + `"}}`), token},
		"key of a map":                 {inJSON(`{"sessions":{"` + token + `":{"ip":"1"}}}`), token},
		"option in a list":             {inJSON(`{"args":["--password","` + pass + `"]}`), pass},
		"cut after its name":           {inJSON(`{"a":1,"refresh_token":"` + token), token},
		"sentence":                     {inBody("text/plain", "The session id is "+token+" now"), token},
		"code behind a label":          {inBody("text/plain", "Your verification code: 482913"), "482913"},
		"your code is":                 {inJSON(`{"text":"Your code is 482913"}`), "482913"},
		"is your code":                 {inJSON(`{"text":"482913 is your verification code"}`), "482913"},
		"code in German":               {inJSON(`{"text":"Ihr Code lautet 482913"}`), "482913"},
		"German, code first":           {inJSON(`{"text":"482913 ist Ihr Bestätigungscode."}`), "482913"},
		"code in French":               {inJSON(`{"text":"Votre code de vérification est 482913"}`), "482913"},
		"code in Spanish":              {inJSON(`{"text":"Su código de verificación es 482913"}`), "482913"},
		"joined to a scheme":           {inJS(`h = "Bearer " + "` + token + `";`), token},
		"option and value":             {inBody("text/plain", "mysql -u root -p"+pass+" app"), pass},
		"header line":                  {inBody("text/plain", "x\nCookie: a="+token+"; b="+pass+"\ny"), pass},
		"option":                       {inBody("text/plain", "curl -u bob:"+pass+" https://x.example"), pass},
		"element and element":          {inBody("text/xml", `<name>password</name><value><string>`+pass+`</string></value>`), pass},
		"columns":                      {inBody("text/csv", "user,password\nbob,"+pass+"\n"), pass},
		"block of YAML":                {inBody("application/yaml", "secret: |\n  "+token+"\n"), token},
		"quoted-printable":             {inJSON(`{"data":"access=5Ftoken=3D` + token[:16] + `=\r\n` + token[16:] + `"}`), token[16:]},
		"positional login":             {inForJSON(`{"jsonrpc":"2.0","method":"auth.login","params":["ann","` + pass + `"]}`), pass},
		"arguments first":              {inForJSON(`{"params":["ann","` + pass + `"],"method":"signIn"}`), pass},
		"letters alone":                {inForJSON(`{"method":"authenticate","params":["ann","letmein",true]}`), "letmein"},
		"Odoo's execute":               {inForJSON(`{"params":{"service":"object","method":"execute_kw","args":["db",2,"` + pass + `","res.partner","read",[[1]]]}}`), pass},
		"SignalR's target":             {inForJSON(`{"type":1,"target":"Login","arguments":["ann","` + pass + `"]}`), pass},
		"passwords changed":            {inForJSON(`{"method":"user.changePassword","params":["` + pass + `","n3wer"]}`), pass},
		"a session in a call":          {inForJSON(`{"method":"call","params":["0b7f2c9d4e6a81f35c7d9e0a1b2c3d4f","system","board",{}]}`), "0b7f2c9d4e6a81f35c7d9e0a1b2c3d4f"},
		"XML-RPC":                      {inBody("text/xml", `<methodCall><methodName>login</methodName><params><param><value><string>ann</string></value></param><param><value>`+pass+`</value></param></params></methodCall>`), pass},
		"flattened":                    {inJSON(`["Reactive",{"token":3,"user":2},"ann","` + token + `"]`), token},
		"flattened, deeper":            {inJSON(`{"nodes":[{"data":[{"session":1},{"accessToken":2},"` + token + `"]}]}`), token},
		"flattened names":              {inJSON(`[{"_1":2},"sessionToken","` + token + `"]`), token},
		"flattened in a page":          {inHTML(`<script type="application/json" id="__NUXT_DATA__">["Reactive",{"token":2},"` + token + `"]</script>`), token},
		"closure":                      {inHTML(`<script>window.__NUXT__=(function(a,b){return {user:{name:b,token:a}}}("` + token + `","ann"));</script>`), token},
		".netrc in a line":             {inBody("text/plain", "machine api.example login ann password "+pass+"\n"), pass},
		".pgpass":                      {inBody("text/plain", "db.example:5432:app:ann:"+pass+"\n"), pass},
		"joined option":                {inBody("text/plain", "mysql -uroot -pletmein\n"), "letmein"},
		"option of a command":          {inBody("text/plain", "docker login -u ann -p "+pass+" registry.example"), pass},
		"statement":                    {inBody("text/plain", "CREATE USER 'ann'@'%' IDENTIFIED BY 'letmein';"), "letmein"},
		"role":                         {inBody("text/plain", "ALTER ROLE ann WITH PASSWORD '"+pass+"';"), pass},
		"router":                       {inBody("text/plain", "username ann secret 0 "+pass+"\n"), pass},
		"hash of a password":           {inBody("text/plain", "ann:$2y$10$"+token+token[:21]+"\n"), token[:21]},
		"damaged token":                {inBody("text/plain", "got zzJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9."+token), token},
		"header in camel":              {inRequestHeader("X-LoginTicket", token), token},
		"header of a key":              {inRequestHeader("X-Connection-String", token), token},
		"language":                     {inJSON(`{"claveApi":"` + token + `"}`), token},
		"script of another":            {inForJSON(`{"пароль":"` + pass + `"}`), pass},
		"element with dots":            {inBody("text/xml", `<p><db.password>`+pass+`</db.password></p>`), pass},
		"PHP's notation":               {inJSON(`{"data":"a:1:{s:8:\"password\";s:8:\"` + pass + `\";}"}`), pass},
		"INSERT":                       {inBody("text/plain", "INSERT INTO users (name, `password`) VALUES ('ann', 'letmein'), ('bob', '"+pass+"');"), pass},
		"INSERT, letters":              {inBody("text/plain", "INSERT INTO users (name, `password`) VALUES ('ann', 'letmein'), ('bob', '"+pass+"');"), "letmein"},
		"columns in a value":           {inJSON(`{"data":"name,password\nann,` + pass + `\n"}`), pass},
		"cell of Markdown":             {inBody("text/plain", "| api_key | "+token+" |"), token},
		"strong in Markdown":           {inBody("text/plain", "**Token:** `"+token+"`"), token},
		"arrow":                        {inBody("text/plain", "token -> "+token), token},
		"line below":                   {inBody("text/plain", "Access token\n"+token+"\n"), token},
		"binary of Erlang":             {inBody("text/plain", "#{token => <<\""+token+"\">>}"), token},
		"named element":                {inBody("text/xml", `<c><entry key="password">letmein9</entry></c>`), "letmein9"},
		"password in a path":           {inURL("https://x.example/password/" + token), token},
		"a line of mail that goes on":  {inRequestHeader("X-Api-Key", token) + `,"comment":"x ` + token[:9] + `=\r\n` + token[9:] + ` y"`, token[9:]},
		"code to sign in":              {inBody("text/plain", "Use code 482913 to sign in"), "482913"},
		"code to confirm":              {inBody("text/plain", "Enter 482913 to confirm your email"), "482913"},
		"code of a brand":              {inBody("text/plain", "482913 is your Acme verification code"), "482913"},
		"code in a page":               {inHTML("<p>Your verification code is:</p><p class=big>482913</p>"), "482913"},
		"code in Italian":              {inBody("text/plain", "Il codice di verifica è 482913"), "482913"},
		"code in Chinese":              {inBody("text/plain", "您的验证码：482913，请勿泄露"), "482913"},
		"code for a login":             {inBody("text/plain", "OTP for login: 482913"), "482913"},
		"attribute by another sign":    {inHTML(`<div data-g-ck="` + token + `"></div>`), token},
		"seed of letters alone":        {inJSON(`{"umbrella-mfa-secret":"TOALHGMELQSELEDU"}`), "TOALHGMELQSELEDU"},
		"link of letters alone":        {inURL("https://x.example/invite/YYIOCwSatzxBKwhevpnj"), "YYIOCwSatzxBKwhevpnj"},
		"signs of a function":          {inJSON(`{"globexCredential":"YP|_2_~u=>Skv%s^]v0TFO7O7F"}`), "v0TFO7O7F"},
		"signs and a word":             {inURL("https://x.example/a#!/b?umbrella-credential=Xj*T%5B%3D5.%26%2C%24%40%3EurnsL&x=1"), "urnsL"},
		"code in a query in a page":    {inHTML(`<script>{"a":"rid&equals;r-7c78&amp;verification&lowbar;code&equals;E1ZLUX9L"}</script>`), "E1ZLUX9L"},
		"named references in a path":   {inURL("https://x.example/confirm/rNSxPG0jQtv7Ehn1UPHb&sol;1OEEBZSMIDjthJorNkvc3R&equals;?a=1"), "1OEEBZSMIDjthJorNkvc3R"},
		"token behind its length":      {inBody("application/x-protobuf", "\nB\n\x0bentryMarket\x1231/0596224825623660:7d68ad6d56a2a490661842be036bfab2\x18\x01"), "7d68ad6d56a2a490661842be036bfab2"},
		"password in JSON in a cookie": {inCookie("payload=%7B%22uri%22%3A%22mongodb%3A%2F%2Fgal%3AONB%2524P%255Cb%253B.%2524%2522wE%253Bkoq%2525%253C%2524_Mtk%40db-z1.internal%2Fz%22%2C%22v%22%3A2%7D") + `,"comment":"ONB$P\\b;.$\"wE;koq%<$_Mtk"`, "koq%<$_Mtk"},
		"property and value":           {inJSON(`{"items":[{"property":"sessionToken","value":"` + token + `"}]}`), token},
		"attribute and value":          {inJSON(`[{"attribute":"userPassword","value":"` + pass + `"}]`), pass},
		"text under a name":            {inJSON(`{"csrfToken":{"#text":"` + token + `"}}`), token},
		"string under a name":          {inJSON(`{"sessionId":{"stringValue":"` + token + `"}}`), token},
		"key and typed value":          {inJSON(`{"attributes":[{"key":"http.request.primaryKey","value":{"stringValue":"` + token + `"}}]}`), token},
		"one of two calls":             {inForJSON(`[{"action":"login","args":["ann","` + pass + `"]},{"method":"list","params":["a","b"]}]`), pass},
		"server of SQL":                {inBody("text/plain", "jdbc:sqlserver://db.example;user=sa;password="+pass+";databaseName=x"), pass},
		"scheme with a digit":          {inBody("text/plain", "postgresql+psycopg2://ann:"+pass+"@db.example/x"), pass},
		"dump of PHP":                  {inBody("text/plain", "[\"token\"]=>\n  string(32) \""+token+"\"\n"), token},
		"password in a page's text":    {inHTML("<html><body><p>Password: tulip482913</p></body></html>"), "tulip482913"},
		"user and password in a page":  {inHTML("<html><body><p>Log in with user ann and password tulip482913</p></body></html>"), "tulip482913"},
		"password in French":           {inBody("text/plain", "Mot de passe : "+pass+"\n"), pass},
		"script of another, token":     {inJSON(`{"токен":"` + token + `"}`), token},
		"key in base64":                {inForJSON(`{"kind":"Secret","data":{"app_password":"`+asBase64("letmein#9x")+`"}}`) + `,"comment":"letmein#9x"`, "letmein#9x"},
		"key behind an option":         {inBody("text/plain", "x --private-key='-----BEGIN RSA PRIVATE KEY-----\n"+token+token+"\n-----END RSA PRIVATE KEY-----\n' -v"), token},
		"code in a header in a log":    {inBody("text/plain", "> Accept: */*\n> X-2FA-Code: 287063\n"), "287063"},
		"quote of a table":             {inBody("text/csv", "id,passwd\n1,\"FWR+{bdic8pu'f<_%d#>\"\"MPE\"\n") + `,"comment":"FWR+{bdic8pu'f<_%d#>\"MPE"`, `\"MPE`},
		"quote of a statement":         {inBody("text/plain", "INSERT INTO a (id, adminPassword) VALUES (1, 'LQ:D8T0q''}G^Z%I7');"), "}G^Z%I7"},
		"JSON in a cell":               {inBody("text/csv", "id,data\n1,\"{\"\"passwd\"\":\"\""+pass+"\"\"}\"\n"), pass},
		"echo in a table":              {inRequestHeader("X-Auth-Password", `HQlc!a(AU"Ub,t9tS`) + `,"comment":"1,\"HQlc!a(AU\"\"Ub,t9tS\""`, "Ub,t9tS"},
		"name and value, letters":      {inBody("text/xml", "<a><item><name>otp</name><value>BAFKBSQK</value></item></a>"), "BAFKBSQK"},
		"code in Turkish":              {inBody("text/plain", "Doğrulama kodunuz: 482913"), "482913"},
		"code in Polish":               {inBody("text/plain", "Twój kod weryfikacyjny to 482913"), "482913"},
		"code in Swedish":              {inBody("text/plain", "Din verifieringskod är 482913"), "482913"},
		"code in Russian":              {inBody("text/plain", "Ваш код подтверждения: 482913"), "482913"},
		"code in Korean":               {inBody("text/plain", "인증번호 [482913]"), "482913"},
		"code to verify":               {inBody("text/plain", "Use 482913 to verify your account"), "482913"},
		"code to sign in, in German":   {inBody("text/plain", "Verwenden Sie den Code 482913, um sich anzumelden."), "482913"},
		"code in Spanish, to sign in":  {inBody("text/plain", "Tu código de inicio de sesión es 482913"), "482913"},
		"code below an error's":        {inBody("text/plain", "Error code 401114\nIhre TAN lautet 482913"), "482913"},
		"line begins with the code":    {inBody("text/plain", "Hallo\n482913 est votre code de connexion"), "482913"},
		"mail of another encoding":     {inRequestHeader("X-Api-Key", token) + `,"comment":"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nx ` + token[:9] + `=\r\n` + token[9:] + ` y=3D"`, token[9:]},
		"script that few read":         {`"response":{"content":{"encoding":"base64","mimeType":"application/json","text":"` + asBase64(`{"логин":"пользователь","пароль":"`+pass+`"}`) + `"}}`, asBase64(`{"логин":"пользователь","пароль":"` + pass + `"}`)},
		"credential with signs":        {inJSON(`[["vendor_credential","J&<@g><W)k%+~Yg(251"]]`), "~Yg(251"},
		"escapes around percent signs": {inJSON(`{"items":[{"name":"sessionToken","value":"%\\u0035C%7\\u0035004` + "4" + `ZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"}]}`), "ZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"},
		"option of a short name":       {inBody("text/plain", "acmectl deploy --g-ck="+token), token},
		"signs of an end tag":          {inJSON(`{"pwd":"Xp?[m82n]O;tW*(fT8</y>JXYa"}`), "JXYa"},
		"base64 with an equals sign":   {inForJSON(`{"kind":"Secret","data":{"userPassword":"`+asBase64(`F=jE;#4'#U{]$gr;ZNr:3cLrBJ`)+`"}}`) + `,"comment":"F=jE;#4'#U{]$gr;ZNr:3cLrBJ"`, "ZNr:3cLrBJ"},
		"strong label":                 {inHTML("<li><strong>Password</strong>: tulip482913</li>"), "tulip482913"},
		"password in Markdown":         {inBody("text/plain", "**Password:** `"+pass+"`"), pass},
		"password in a cell":           {inBody("text/plain", "| password | "+pass+" |"), pass},
		"password was reset":           {inBody("text/plain", "the password was reset to "+pass+"."), pass},
		"password in German":           {inBody("text/plain", "Ihr Passwort lautet "+pass), pass},
		"line of its own":              {inBody("text/plain", "Password\n"+pass+"\n"), pass},
		"name and value of YAML":       {inBody("text/plain", "env:\n- name: DB_PASSWORD\n  value: "+pass+"\n"), pass},
		"anchor of YAML":               {inBody("application/yaml", "password: &p "+pass+"\n"), pass},
		"child of a named element":     {inBody("text/xml", "<a><AdministratorPassword>\n <Value>"+pass+"</Value></AdministratorPassword></a>"), pass},
		"define":                       {inBody("text/plain", "#define DB_PASSWORD \"letmein\"\n"), "letmein"},
		"of make":                      {inBody("text/plain", "DB_PASSWORD ?= "+pass+"\n"), pass},
		"message in hex":               {`"_webSocketMessages":[{"type":"send","data":"` + hex.EncodeToString([]byte(`{"password":"`+pass+`"}`)) + `"}]`, hex.EncodeToString([]byte(pass))},
		"digits of hex":                {inCookie("lang=" + hex.EncodeToString([]byte(hex.EncodeToString([]byte("Authorization: Bearer "+token))))), hex.EncodeToString([]byte(hex.EncodeToString([]byte(token))))},
		"whose in a path":              {inURL("https://x.example/reset/MQ/" + token), token},
		"session in a path":            {inURL("https://x.example/(S(" + strings.ToLower(token) + "))/a.aspx"), strings.ToLower(token)},
		"short code":                   {inURL("https://x.example/login/verify?code=4829&x=1"), "4829"},
		"code and state":               {inURL("https://x.example/cb?code=57261948&state=xyz"), "57261948"},
		"code in a list":               {`"request":{"url":"https://x.example/otp?code=48291377","queryString":[{"name":"code","value":"48291377"}]}`, "48291377"},
		"code without a URL":           {`"request":{"queryString":[{"name":"code","value":"48291377"}]}`, "48291377"},
		"answer in a form":             {inForm("user=bob&answer=164302"), "164302"},
		"value with the sign of a tag": {`"comment":"seen by support: password: B#?c5<#-XA>INuyB1k"`, "INuyB1k"},
		"value with more behind it":    {inJSON(`{"x":"` + base64.StdEncoding.EncodeToString([]byte("id=7&password=W%7D%3F4gC_Y674C%3AucM|w?cj")) + `","y":"W}?4gC_Y674C:ucM"}`), "W}?4gC_Y674C:ucM"},
		"two halves":                   {inURL("https://x.example/a.cfm?CFID=12&CFTOKEN=82913377"), "82913377"},
		"key of digits":                {inURL("https://x.example/a?api_key=829133770012345"), "829133770012345"},
		"bearer in a log":              {inBody("text/plain", "INFO auth=Bearer "+token+"== status=200"), token},
		"code in an XML":               {inBody("application/xml", `<?xml version="1.0"?><r><code>`+token+`</code></r>`), token},
		"literal in a source":          {inBody("text/plain", "package a\n\nimport \"fmt\"\n\nfunc f() error {\n\tpassword := \""+pass+"\"\n\treturn nil // x\n}\n"), pass},
		"letter of a coder":            {inBody("text/plain", "Hi Bob,\n\nlet me return to this. You import the class from the public package and throw nothing; if (and only if) it is private, use static const values, see https://x.example/a.\n\nfunction: admin\npassword: "+pass+"\n\nself, None => ok\n"), pass},
		"script of a shell":            {inBody("text/plain", "#!/bin/sh\nset -e\nlogin() {\n  if [ \"$1\" != x ] && [ -z \"$2\" ]; then\n    return 1\n  fi\n}\nexport DB_PASSWORD="+pass+"\nlogin; curl https://x.example/ -> out\n"), pass},
		"settings in text":             {inBody("text/plain", "# import settings from the class\ndb.password="+pass+"\nreturn.url=/x\n"), pass},
		"query in quotes":              {inJS(`u = "/slow?access_token=" + "x" + "&access_token=` + token + `"`), token},
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
