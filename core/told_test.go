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

func inFrame(text string) string {
	return `"_webSocketMessages":[{"type":"send","time":1,"opcode":1,"data":` + quoted(text) + `}]`
}

// What tells a secret is often not a name right before it.
func TestSecretsAreToldInManyShapes(t *testing.T) {
	const (
		token  = "DZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"
		pass   = "hunter2x"
		plain  = "AGFubgBodW50ZXIyeA=="
		words  = "tulip harbor copper lantern maple orbit velvet canyon pepper saddle window marble"
		digest = "5F823CA02A162D63AEF3DA26C5B51E257680E7ABFC175829DC706530E9291702"
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
		"signature of a film":          {inURL("https://cdn.example/v/a.mp4?st=" + token[:22] + "&e=1793145600"), token[:22]},
		"signature, its end in hex":    {inURL("https://cdn.example/a.png?ex=6ab1c2d3&is=6ab0a1b2&hm=" + strings.ToLower(digest)), strings.ToLower(digest)},
		"signature of a picture":       {inURL("https://img.example/a.jpg?w=80&h=60&s=" + strings.ToLower(digest[:32])), strings.ToLower(digest[:32])},
		"signature in base64":          {inURL("https://cdn.example/a?md5=" + token[:21] + "%3D&expires=1793145600"), token[:21]},
		"link that resets":             {inURL("https://x.example/account/reset-it?h=" + token), token},
		"query of a token":             {inURL("https://x.example/dl?" + token), token},
		"IMAP":                         {inBody("text/plain", "a1 LOGIN ann \""+pass+"\"\r\na2 SELECT INBOX"), pass},
		"IMAP without quotes":          {inBody("text/plain", "a1 LOGIN ann letmein\r\na2 NOOP"), "letmein"},
		"SMTP in one line":             {inBody("text/plain", "EHLO x\r\nAUTH PLAIN "+plain+"\r\n"), plain},
		"SMTP in several":              {inBody("text/plain", "C: AUTH LOGIN\r\nS: 334 VXNlcm5hbWU6\r\nC: YW5uYW5u\r\nS: 334 UGFzc3dvcmQ6\r\nC: "+plain+"\r\nS: 235 ok"), plain},
		"Redis":                        {inBody("text/plain", "*3\r\n$4\r\nAUTH\r\n$3\r\nann\r\n$8\r\n"+pass+"\r\n"), pass},
		"Redis in a line":              {inBody("text/plain", "AUTH default "+pass+"\r\n"), pass},
		"NickServ":                     {inFrame("PRIVMSG NickServ :IDENTIFY " + pass + "\r\n"), pass},
		"POP3":                         {inBody("text/plain", "USER ann\r\n+OK\r\nPASS "+pass+"\r\n+OK"), pass},
		"share of Windows":             {inBody("text/plain", `net use Z: \\fs1\home `+pass+` /user:CORP\ann`), pass},
		"user of Windows":              {inBody("text/plain", "net user ann "+pass+" /add"), pass},
		"chpasswd":                     {inBody("text/plain", `echo "ann:`+pass+`" | chpasswd`), pass},
		"given to a command":           {inBody("text/plain", "echo "+pass+" | docker login -u ann --password-stdin"), pass},
		"sqlplus":                      {inBody("text/plain", "sqlplus -s scott/"+pass+"@db1:1521/orcl"), pass},
		"Oracle":                       {inJSON(`{"url":"jdbc:oracle:thin:scott/` + pass + `@db1"}`), pass},
		"recipe of an image":           {inBody("text/plain", "FROM x:1\nENV DB_PASSWORD "+pass+"\nRUN y"), pass},
		"identified in double quotes":  {inBody("text/plain", `ALTER USER ann IDENTIFIED BY "letmein";`), "letmein"},
		"number sign in a password":    {inBody("text/plain", "amqp://g:tulip#48x2q@mq1/"), "tulip#48x2q"},
		"WAMP's ticket":                {inFrame(`[5,"letmein",{}]`), "letmein"},
		"WAMP's signature":             {inFrame(`[5, "` + plain + `", {"x":1}]`), plain},
		"event that signs in":          {inFrame(`42/admin,7["authenticate","` + token + `"]`), token},
		"event with a password":        {inFrame(`420["login","ann","letmein"]`), "letmein"},
		"command with arguments":       {inFrame(`{"cmd":"auth","args":["` + token + `"]}`), token},
		"action with data":             {inFrame(`{"action":"authenticate","data":"` + token + `"}`), token},
		"label in Russian":             {inBody("text/plain", "Ваш пароль: "+pass), pass},
		"label in Spanish":             {inBody("text/plain", "contraseña="+pass), pass},
		"label in Chinese":             {inBody("text/plain", "密码："+pass), pass},
		"label in Japanese":            {inBody("text/plain", "パスワード："+pass), pass},
		"label in Arabic":              {inBody("text/plain", "كلمة المرور: "+pass), pass},
		"label in Polish":              {inBody("text/plain", "Hasło: "+pass), pass},
		"label in French":              {inBody("text/plain", "Mot de passe : "+pass), pass},
		"label in Italian":             {inBody("text/plain", "La password è "+pass), pass},
		"token in Russian":             {inBody("text/plain", "Токен: "+token), token},
		"token in Chinese":             {inBody("text/plain", "令牌："+token), token},
		"code in Russian":              {inBody("text/plain", "Код подтверждения: 482913"), "482913"},
		"Russian, code first":          {inBody("text/plain", "482913 — ваш код подтверждения"), "482913"},
		"code in Japanese":             {inBody("text/plain", "確認コードは482913です"), "482913"},
		"code in Korean":               {inBody("text/plain", "인증번호 [482913]를 입력하세요"), "482913"},
		"code in Arabic":               {inBody("text/plain", "رمز التحقق الخاص بك هو 482913"), "482913"},
		"code in Polish":               {inBody("text/plain", "Twój kod weryfikacyjny: 482913"), "482913"},
		"code in Turkish":              {inBody("text/plain", "Doğrulama kodunuz: 482913"), "482913"},
		"code in Swedish":              {inBody("text/plain", "Din verifieringskod är 482913"), "482913"},
		"code of a host":               {inBody("text/plain", "482913 is your code.\n\n@app.example #482913"), "482913"},
		"code as":                      {inBody("text/plain", "Use 482913 as Acme account security code"), "482913"},
		"code in a subject":            {inBody("text/plain", "[Acme] Sign-in code 482913"), "482913"},
		"token to be used":             {inBody("text/plain", "Please use "+token+" as your token."), token},
		"password to be used":          {inBody("text/plain", "Use velvet948canyon as the password"), "velvet948canyon"},
		"shown in a page":              {inHTML("<p>login: ann</p><p>password: tulip482harbor</p>"), "tulip482harbor"},
		"comment of a page":            {inHTML("<!-- password: tulip482harbor --><p>x</p>"), "tulip482harbor"},
		"field behind its label":       {inHTML(`<label>Secret key</label> <input type="text" readonly value="` + token + `">`), token},
		"words of a wallet in a line":  {inBody("text/plain", "MNEMONIC="+words+"\nA=1\n"), words},
		"JDBC of SQL Server":           {inBody("text/plain", "jdbc:sqlserver://db1:1433;databaseName=d;user=sa;password="+pass+";encrypt=true"), pass},
		"Secret of Kubernetes":         {inJSON(`{"kind":"Secret","data":{"db":"aHVudGVyMng="}}`), "aHVudGVyMng="},
		"Secrets of Kubernetes":        {inJSON(`{"kind":"SecretList","items":[{"metadata":{"name":"a"},"stringData":{"db":"hunter2x"}}]}`), "hunter2x"},
		"key provided":                 {inJSON(`{"error":"Incorrect API key provided: ` + token + `. You can find yours at x"}`), token},
		"name and value in a log":      {inBody("text/plain", `10:11 INFO body={"f":[{"name":"password","value":"`+pass+`"}]}`), pass},
		"name and value in an event":   {inForJSON(`[1,"data: {\"f\":[{\"name\": \"clientSecret\", \"value\": \"` + token + `\"}]}"]`), token},
		"address in an element":        {inJSON(`{"a":"<x>https://a.example/#/r?sessionId=bWbs4dflUpBL4sAid-5Vh4_F345naJbsy0WV8ncenfI</x>"}`), "bWbs4dflUpBL4sAid-5Vh4_F345naJbsy0WV8ncenfI"},
		"name and value, escaped":      {inBody("text/plain", `a;b "{\"key\": \"api_key\", \"value\": \"`+token+`\"}"`), token},
		"JSON in a cell":               {inBody("text/csv", "id,data\n1,\"{\"\"password\"\": \"\""+pass+"\"\"}\"\n"), pass},
		"page without a tag":           {inHTML("DB_PASSWORD=tulip482harbor\n"), "tulip482harbor"},
		"asked for twice":              {inJSON(`{"new_password_confirmation":"` + pass + `"}`), pass},
		"words of a wallet":            {inJSON(`{"mnemonic":"` + words + `"}`), words},
		"words in a script":            {inJS(`w={seedPhrase:"` + words + `",n:1}`), words},
		"digest of a form with a date": {inJSON(`{"FormDigestValue":"0x` + digest + `,24 Nov 2026 10:11:12 -0000"}`), digest},
		"digest in a page":             {inHTML(`<input type="hidden" name="__REQUESTDIGEST" id="__REQUESTDIGEST" value="0x` + digest + `,24 Nov 2026 10:11:12 -0000" />`), digest},
		"digest in a header":           {inRequestHeader("X-RequestDigest", "0x"+digest+",24 Nov 2026 10:11:12 -0000"), digest},
		"cookie under a key":           {inJSON(`{"cookie":"` + token + `"}`), token},
		"short name, random":           {inJSON(`{"access":"` + token + `"}`), token},
		"key of a service":             {inJSON(`{"routing_key":"` + strings.ToLower(token) + `"}`), strings.ToLower(token)},
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
