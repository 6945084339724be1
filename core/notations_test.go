package core_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A name and its value stand beside each other in many notations: the value goes
// in all of them.
func TestNamesStandBesideValuesInManyNotations(t *testing.T) {
	const (
		token = "DZST6IaXqA2h9Uz0TSaQKv7mB3nR8cWy"
		pass  = "Tulip4829harbor"
	)
	for name, c := range map[string]struct{ entry, secret string }{
		"k and v":                      {inJSON(`[{"k":"color","v":"red"},{"k":"db_password","v":"` + pass + `"}]`), pass},
		"n and v":                      {inJSON(`{"attrs":[{"n":"zimbraAuthToken","v":"` + token + `"}]}`), token},
		"capitals":                     {inJSON(`[{"NAME":"SMTP_PASSWORD","VALUE":"` + pass + `"}]`), pass},
		"Key and Val":                  {inJSON(`[{"Key":"apiKey","Val":"` + token + `"}]`), token},
		"name of an option":            {inJSON(`[{"option_name":"mailserver_pass","option_value":"` + pass + `"}]`), pass},
		"short names of both":          {inJSON(`[{"envName":"DB_PASSWORD","envValue":"` + pass + `"}]`), pass},
		"id and content":               {inJSON(`[{"id":"db_password","content":"` + pass + `"}]`), pass},
		"field and data":               {inJSON(`[{"field":"apiKey","data":"` + token + `"}]`), token},
		"label and text":               {inJSON(`[{"label":"Initial password","text":"` + pass + `"}]`), pass},
		"slug and value":               {inJSON(`[{"slug":"api-key","value":"` + token + `"}]`), token},
		"old and new":                  {inJSON(`{"changes":[{"field":"password","old":"","new":"` + pass + `"}]}`), pass},
		"JSON Patch":                   {inForJSON(`[{"op":"replace","path":"/spec/db_password","value":"` + pass + `"}]`), pass},
		"rows":                         {inJSON(`{"columns":["id","user","password"],"rows":[[1,"ann","` + pass + `"],[2,{"a":1},"x"]]}`), pass},
		"rows of named columns":        {inJSON(`{"tables":[{"columns":[{"name":"id","type":"int"},{"name":"api_key","type":"string"}],"rows":[[1,"` + token + `"]]}]}`), token},
		"rows of two columns":          {inJSON(`{"columns":["user","password"],"rows":[["ann","` + pass + `"]]}`), pass},
		"password was set":             {inBody("text/plain", "The db_password was set to "+pass+" by ann"), pass},
		"reset to":                     {inBody("text/plain", "Your api key has been changed to "+token+"."), token},
		"printed quotes":               {inBody("text/plain", "Your token is “"+token+"”, keep it"), token},
		"printed quotes, German":       {inBody("text/plain", "Das Passwort lautet „hunter2x“."), "hunter2x"},
		"printed quotes, French":       {inBody("text/plain", "Le mot de passe est « hunter2x »."), "hunter2x"},
		"Spanish":                      {inBody("text/plain", "La contraseña es hunter2x."), "hunter2x"},
		"Spanish, new":                 {inJSON(`{"text":"Tu nueva contraseña es Hunter2x!#q"}`), "Hunter2x!#q"},
		"Portuguese":                   {inBody("text/plain", "Sua senha é hunter2x\n"), "hunter2x"},
		"token in German":              {inBody("text/plain", "Der Token lautet "+token+"\n"), token},
		"base64 in a sentence":         {inBody("text/plain", "use the client secret kX9mB3nR8cWy/"+token+"= to sign in"), token},
		"declaration":                  {inBody("text/plain", "let apiKey: String = \""+token+"\"\n"), token},
		"declaration of a reference":   {inBody("text/plain", "const DB_PASSWORD: &'static str = \""+pass+"\";\n"), pass},
		"declaration in a script":      {inJS(`"use strict";class A{private password: string | null = '` + pass + `';f(){return this.x}}`), pass},
		"verbatim":                     {inBody("text/plain", `const string Password = @"`+pass+`";`), pass},
		"bytes of Python":              {inBody("text/plain", "secret_key = b'"+token+"'\n"), token},
		"packed in a call":             {inJS(`var x=1;const apiKey = atob("` + token + `");function f(){return 1}`), token},
		"maybe of Rust":                {inBody("text/plain", `Config { host: "x", password: Some("`+pass+`"), n: 1 }`), pass},
		"what is taken otherwise":      {inJS(`const token = process.env.TOKEN || "` + token + `";function f(){return 1}`), token},
		"compared":                     {inJS(`function f(){return 1}if(req.token==="` + token + `"){f()}`), token},
		"in two strings":               {inJS(`var apiKey="` + token[:9] + `" + "` + token[9:] + `";function f(){return 1}`), token[9:]},
		"in quotes behind a name":      {inBody("text/plain", "connecting with db_password 'hunter2x' now"), "hunter2x"},
		"address in properties":        {inBody("text/plain", "# of ann\nrepo.url=https\\://ann\\:"+pass+"@git.example/a.git\n"), pass},
		"parameters in properties":     {inBody("text/plain", "db.url=jdbc\\:mysql\\://db/app?user\\=ann&password\\="+pass+"\n"), pass},
		"option of Java":               {inBody("text/plain", "java -Dpassword="+pass+" -jar a.jar"), pass},
		"link of Chinese":              {inBody("text/plain", "您的密码是"+pass+"，谢谢"), pass},
		"link of Japanese":             {inBody("text/plain", "パスワードは"+pass+"です"), pass},
		"key in Portuguese":            {inBody("text/plain", "A sua chave de API é "+token), token},
		"key in French":                {inBody("text/plain", "Clé API : "+token), token},
		"key in German":                {inBody("text/plain", "Ihr API-Schlüssel lautet "+token), token},
		"Swedish":                      {inBody("text/plain", "Ditt lösenord är hunter2x"), "hunter2x"},
		"code in printed quotes":       {inBody("text/plain", "Ihr Code lautet „482913“"), "482913"},
		"title of a page's table":      {inHTML("<table><thead><tr><th>User</th> <th class=x><span>API key</span></th></tr></thead><tbody><tr><td>ann</td><td><code>" + token + "</code></td></tr></tbody></table>"), token},
		"title with attributes":        {inHTML("<table><tr class=h>\n<th>Password</th><th>Id</th></tr>\n<tr><td>hunter2x</td><td>7</td></tr></table>"), "hunter2x"},
		"title in Markdown":            {inBody("text/plain", "| User | Password |\n|---|---|\n| ann | hunter2x |\n| bob | x |\n"), "hunter2x"},
		"title of MySQL":               {inBody("text/plain", "+----+--------------+\n| id | access_token |\n+----+--------------+\n|  1 | "+token+" |\n+----+--------------+\n"), token},
		"cell beside a name":           {inBody("text/plain", "| db_password | hunter2x |\n| color | red |\n"), "hunter2x"},
		"table of settings":            {inBody("text/csv", "setting,value\ncolor,red\ndb_password,hunter2x\n"), "hunter2x"},
		"strong label, token":          {inHTML("<p><strong>API key:</strong> " + token + "</p>"), token},
		"strong label, colon behind":   {inHTML("<p><b>Client secret</b>: " + token + "</p>"), token},
		"program in colours":           {inHTML(`<pre><span class="na">api_key</span><span class="o">=</span><span class="s">` + token + `</span></pre>`), token},
		"value in brackets":            {inBody("text/plain", "DEBUG db_password=[hunter2x] user=[ann]"), "hunter2x"},
		"name of two words":            {inBody("text/plain", "Client secret = "+token), token},
		"cells in quotes in a value":   {inJSON(`{"csv":"\"id\",\"user\",\"DB_PASS\"\n\"1\",\"ann\",\"hunter2x\"\n"}`), "hunter2x"},
		"name with dots in a call":     {inJS(`function f(){return 1}localStorage.setItem("spring.mail.password","hunter2x");var a=1;`), "hunter2x"},
		"name with dots in an element": {inBody("text/xml", "<c><property><name>spring.mail.password</name>\n<value>hunter2x</value></property></c>"), "hunter2x"},
		"name before a tab":            {inBody("text/plain", "color\tred\ndb_password\thunter2x\n"), "hunter2x"},
		"bold label of Markdown":       {inBody("text/plain", "* **Client secret**: "+token+"\n"), token},
		"bold label and its colon":     {inBody("text/plain", "* **Redis pass:** hunter2x\n"), "hunter2x"},
		"code of two words":            {inBody("text/plain", "- Verification code: `777444`\n"), "777444"},
		"words in a log":               {inBody("text/plain", "INFO mnemonic=tulip harbor copper lantern maple orbit velvet canyon pepper saddle window marble status=200\n"), "pepper saddle window marble"},
		"variable of Terraform":        {inBody("text/plain", "variable \"db_password\" {\n  type    = string\n  default = \"hunter2x\"\n}\n"), "hunter2x"},
		"UPDATE of a setting":          {inBody("text/plain", "UPDATE settings SET value = 'hunter2x' WHERE name = 'smtp_password';"), "hunter2x"},
		"one row":                      {inJSON(`{"fields":["id","access_token"],"values":["7","` + token + `"]}`), token},
		"first row names":              {inJSON(`[["id","user","password"],["1","ann","` + pass + `"]]`), pass},
		"row behind something deep":    {inJSON(`{"columns":["a","b","password"],"rows":[[{"x":["y"]},["z"],"` + pass + `"]]}`), pass},
	} {
		t.Run(name, func(t *testing.T) { requireGone(t, c.entry, c.secret) })
	}
}

// What stands beside such a name and is none of its values stays.
func TestWhatOnlyStandsBesideAName(t *testing.T) {
	const (
		hex32 = "9f86d081884c7d659a2feaa0c55ad015"
		uuid  = "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
	)
	for name, entry := range map[string]string{
		"form":                      inJSON(`[{"type":"password","label":"Password","text":"Enter your password (min. 8 characters)","content":"Passwort eingeben","data":"required"}]`),
		"id of what is named":       inJSON(`[{"name":"token","id":"` + uuid + `","path":"/a/` + hex32 + `"},{"scope":"api_key","ref":"` + hex32 + `"}]`),
		"rule of a policy":          inJSON(`[{"k":"password_policy","v":"min12upper1"},{"k":"token_type","v":"Bearer9x"},{"n":"expires_in","v":"3600"}]`),
		"messages":                  inJSON(`[{"field":"password","text":"is too short (minimum is 8 characters)"},{"code":"token","content":"The token has expired."}]`),
		"patch of a flag":           inForJSON(`[{"op":"replace","path":"/passwordRequired","value":"true"},{"op":"add","path":"/token/type","value":"` + hex32 + `"}]`),
		"names of columns":          inJSON(`{"columns":["id","password","token"],"sort":["a","desc9xy1","` + hex32 + `"]}`),
		"rows of others":            inJSON(`{"columns":["id","user","hash"],"rows":[["1","ann12345","` + hex32 + `"]]}`),
		"words in rows":             inJSON(`[["id","password","token"],["label","Passwort","Token"],["help","Enter it","see above"]]`),
		"pairs of pairs":            inJSON(`[["kind","token"],["id","` + hex32 + `"]]`),
		"sentences":                 inBody("text/plain", "The password should be at least 12characters long. Your password has been changed by ann-4829-harbor on 2026-11-24. La contraseña es obligatoria. A senha é obrigatória, mínimo 8caracteres. The token was set to expire in 3600 seconds. Password policy was set to default-policy-2024."),
		"program":                   inJS(`function f(e){var t=e.token||"",n=e.password||"password";if(e.type==="password"||t==="undefined")return;const a: string = "token";let secret: Map<string, number> = new Map();return e.token==="Bearer"?atob(e.x):"password" + "Confirm"}`),
		"names of things in quotes": inBody("text/plain", "Unexpected token '<' in JSON. The secret \"db-credentials\" was not found. Use password 'required' or token \"string\". The field password \"Passwort\" is missing; a chave de API é necessária."),
		"tables":                    inHTML("<table><tr><th>Password</th><th>Token type</th></tr><tr><td>required</td><td>Bearer9x</td></tr></table><table><tr><th>Password</th><td>Must have 8 characters</td></tr></table><p><strong>Password:</strong> at least 8 characters</p><b>Token</b>: required"),
		"tables of a text":          inBody("text/plain", "| Name | Type | Length |\n|---|---|---|\n| password | varchar(255) | 255 |\n| token | string | 64 |\n\n| Password | Rule |\n|---|---|\n| required | min8 |\n"),
		"settings":                  inBody("text/csv", "name,value\npassword_policy,min8upper1\ntoken,required\n"),
		"lists":                     inBody("text/plain", "tokens=[1,2,3] password=[required] secret=[]"),
		"names before tabs":         inBody("text/plain", "The fields:\npassword\trequired8\tstring\ntoken\tThe token of the user\npassword\tvarchar(255)\n"),
		"other variables":           inBody("text/plain", "variable \"region\" {\n  default = \"eu-west-1a9\"\n}\nvariable \"token_type\" {\n  default = \"Bearer9x\"\n}\n\nUPDATE a SET value = 'x9y8z7w6' WHERE name = 'color';"),
		"bold labels":               inBody("text/plain", "**Password**: at least 8 characters\n**Token:** see `docs/token-v2.md`\n**Status code**: 401114"),
		"versions":                  inBody("text/plain", "The packages:\npasswd\t1:4.13+dfsg1-1+deb12u1\ndbus-user-session\t1.14.10-1~deb12u1\n"),
		"patterns":                  inJSON(`{"pattern":"^arn:aws:secretsmanager:[a-z0-9-]{1,64}:[0-9]{12}:secret:[a-zA-Z0-9/_+=.@!-]+$","b":"token=[a-zA-Z0-9_-]{16,}&x"}`),
		"points":                    inJSON(`[[1.5,2.5,3.5],[4.5,5.5,6.5]]`),
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, redactEntry(t, entry), entry)
		})
	}
}
