package core_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// asking is an entry whose request goes to an address with a body, and has an answer.
func asking(method, path, mime, body, answered, answer string) string {
	return `"request":{"method":"` + method + `","url":"https://x.example` + path + `","postData":{"mimeType":"` + mime + `","text":` + quoted(body) + `}},` +
		`"response":{"status":200,"content":{"mimeType":"` + answered + `","text":` + quoted(answer) + `}}`
}

// What a request asks for tells what the answer to it is, and what is sent with it.
func TestTheRequestTellsWhatTheAnswerIs(t *testing.T) {
	const (
		sent  = `{"username":"ann","password":"hunter2x"}`
		uuid  = "5c1b8f7e-3a94-4d0b-8e6f-90ab12cd34ef"
		hex32 = "c61f0a93be5d7428a1f60e93d4b7582c"
		key   = "Zk7QmX2vR9tLp4WnB8sYc3HdJ6gFa1Ue"
		json  = "application/json"
		form  = "application/x-www-form-urlencoded"
		typed = "username=ann&password=hunter2x"
	)
	for name, c := range map[string]struct{ entry, secret string }{
		"id of a session":          {asking("POST", "/api/session", json, sent, json, `{"id":"`+uuid+`"}`), uuid},
		"value":                    {asking("POST", "/rest/login", json, sent, json, `{"value":"`+key+`"}`), key},
		"wrapped":                  {asking("POST", "/api/v2/logon", json, sent, json, `{"response":{"guid":"`+uuid+`"}}`), uuid},
		"name of a session":        {asking("POST", "/v1/sessions", json, sent, json, `{"name":"sessions/`+key+`"}`), key},
		"nothing but it":           {asking("POST", "/api/authenticate", json, sent, json, `"`+uuid+`"`), uuid},
		"element of a list":        {asking("POST", "/login.php", json, sent, json, `[true,"`+hex32+`"]`), hex32},
		"second line":              {asking("POST", "/cgi-bin/login.cgi", form, typed, "text/plain", "OK\n"+hex32+"\n"), hex32},
		"element":                  {asking("POST", "/auth/login", form, typed, "text/xml", `<response><session>`+hex32+`</session></response>`), hex32},
		"key of a device":          {asking("POST", "/api/?type=keygen", form, typed, "application/xml", `<response><result><key>`+key+key+`==</key></result></response>`), key},
		"key that was made":        {asking("POST", "/api/serviceaccounts/2/tokens", json, `{"name":"ci"}`, json, `{"id":7,"name":"ci","key":"`+key+`"}`), key},
		"token that was made":      {asking("POST", "/access/users/ann/token/ci", form, "privsep=1", json, `{"data":{"full-tokenid":"ann!ci","value":"`+uuid+`"}}`), uuid},
		"key with a name":          {asking("POST", "/api/tokens", json, `{"name":"ci"}`, json, `{"id":5,"name":"ci","value":"`+key+`"}`), key},
		"data of a key":            {asking("POST", "/api/service-accounts/1/keys", json, `{}`, json, `{"key":{"id":"k1","data":"`+key+`"}}`), key},
		"like a deflate stream":    {asking("POST", "/api/keys", json, `{}`, json, `{"id":5,"key":"0iEEck8xX6CH2tNHBorifBeL1a0tH5Rn"}`), "0iEEck8xX6CH2tNHBorifBeL1a0tH5Rn"},
		"code in a form":           {asking("POST", "/login/challenge/totp", form, "challenge=482913", "text/html", ""), "482913"},
		"code in a document":       {asking("POST", "/auth/verify/device/securitycode", json, `{"securityCode":{"code":"482913"}}`, json, "{}"), "482913"},
		"code of a device":         {asking("POST", "/api/tv/activate", json, `{"code":"WDJBM7"}`, json, "{}"), "WDJBM7"},
		"link that is used":        {asking("POST", "/api/magic-link/consume", json, `{"t":"`+key+`"}`, json, "{}"), key},
		"key of a share":           {asking("POST", "/v1/sys/unseal", json, `{"key":"`+key+`"}`, json, `{"sealed":false}`), key},
		"name in capitals":         {asking("POST", "/UserService/logon", json, sent, json, `{"d":{"__type":"LogonResult","Key":"`+uuid+`"}}`), uuid},
		"beside other things":      {asking("POST", "/users/sign_in", json, sent, json, `{"data":{"id":"7"},"meta":{"handle":"`+key+`"}}`), key},
		"password of a field":      {asking("POST", "/front/login.php", form, "fielda5f=ann&fieldb7c=Falcon2021!", "text/html", ""), "Falcon2021"},
		"password of one letter":   {asking("POST", "/do_login.php", form, "u=ann&p=hunter22", "text/html", ""), "hunter22"},
		"refreshed":                {asking("POST", "/auth/refresh", json, `{"rt":"`+key+`"}`, json, `{"at":"`+key+`x"}`), key},
		"code in a message":        {asking("POST", "/v2/otp/confirm", json, `{"sms":"4405"}`, json, "{}"), "4405"},
		"other name":               {asking("POST", "/svc/Auth.svc/json/DoLogin", json, sent, json, `{"DoLoginResult":"`+key+`"}`), key},
		"part before the last":     {asking("POST", "/auth/session/open", json, sent, json, `{"id":"`+uuid+`"}`), uuid},
		"key beside an id":         {asking("POST", "/apps/7/new_token", json, `{}`, json, `{"value":"`+key+`","id":"`+uuid+`"}`), key},
		"secret that is kept":      {asking("PUT", "/repos/a/actions/secrets/DB", json, `{"data":"dragon_6717"}`, json, `{}`), "dragon_6717"},
		"message of gRPC":          {asking("POST", "/acme.auth.v1.AuthService/Login", "application/grpc-web-text", "AAAAABcKA2FubhILRmFsY29uMjAyMSEaA3dlYg==", "application/grpc-web-text", ""), "mFsY29uMjAy"},
		"tokens of gRPC":           {asking("POST", "/acme.auth.v1.AuthService/Login", "application/grpc-web-text", "", "application/grpc-web-text", "AAAAAEsKIFprN1FtWDJ2Ujl0THA0V25COHNZYzNIZEo2Z0ZhMVVlEiQ1YzFiOGY3ZS0zYTk0LTRkMGItOGU2Zi05MGFiMTJjZDM0ZWYYkBw="), "N1FtWDJ2Ujl0THA0V25COHNZYzNIZEo2"},
		"arguments of SOAP":        {asking("POST", "/services/User", "text/xml", "<s:Envelope><s:Body><u:login>\n <arg0>ann</arg0>\n <arg1>hunter22</arg1></u:login></s:Body></s:Envelope>", "text/xml", ""), "hunter22"},
		"arguments of GWT":         {asking("POST", "/app/login", "text/x-gwt-rpc; charset=utf-8", "7|0|7|https://x.example/app/|3A7CB4|com.acme.LoginService|login|java.lang.String/2004016611|ann|hunter22|1|2|3|4|2|5|5|6|7|", "application/json", ""), "hunter22"},
		"result of SignalR":        {inFrame(`{"type":3,"invocationId":"0","result":"` + key + `"}` + "\x1e"), key},
		"code of six digits":       {asking("POST", "/login/mfa", form, "mx=391090&width=1920", "text/html", ""), "391090"},
		"codes in a list":          {asking("GET", "/user/two-factor-recovery-codes", "", "", json, `["Cd90GZfxUs-0oC4UsKEhG","wluB0va8fB-mNESVqFLIA"]`), "mNESVqFLIA"},
		"codes that are made":      {asking("POST", "/settings/twofactor_backup_codes/create", json, "{}", json, `{"codes":["atydcyRuLWwZEm2e","Tv9cBq0OtlYzsAEB"]}`), "Tv9cBq0OtlYzsAEB"},
		"session of XML-RPC":       {asking("POST", "/rpc/api", "text/xml", "<methodCall><methodName>auth.login</methodName><params><param><value><string>ann</string></value></param><param><value><string>hunter22</string></value></param></params></methodCall>", "text/xml", "<methodResponse><params><param><value><string>0339x"+hex32+hex32+"</string></value></param></params></methodResponse>"), hex32},
		"token of GWT":             {asking("POST", "/app/greet", "text/x-gwt-rpc", "7|0|1", "application/json", `//OK[2,1,["com.google.gwt.user.client.rpc.XsrfToken/4254043109","`+strings.ToUpper(hex32)+`"],0,7]`), strings.ToUpper(hex32)},
		"answer to a question":     {asking("POST", "/api/v1/authn/factors/7/verify", json, `{"answer":"granite72x"}`, json, "{}"), "granite72x"},
		"keys that are listed":     {asking("POST", "/functions/hook/listKeys", json, "", json, `{"default":"`+key+`"}`), key},
		"secrets that are set":     {asking("POST", "/v1/projects/abc/secrets", json, `[{"name":"WEATHER","value":"`+key+`"}]`, json, "{}"), key},
		"text of a secret":         {asking("PUT", "/workers/scripts/w/secrets", json, `{"name":"DB","text":"Pebble?3384","type":"secret_text"}`, json, "{}"), "Pebble?3384"},
		"secret that is put":       {asking("POST", "/api/2.0/secrets/put", json, `{"scope":"a","key":"db","string_value":"Pebble?3384"}`, json, `{}`), "Pebble?3384"},
		"secret that is read":      {asking("GET", "/api/2.0/secrets/get?key=db", "", "", json, `{"key":"db","value":"dragon_6717"}`), "dragon_6717"},
		"version of a secret":      {asking("GET", "/v1/projects/1/secrets/db/versions/2:access", "", "", json, `{"name":"projects/1/secrets/db/versions/2","payload":{"data":"`+key+`"}}`), key},
		"password that is changed": {asking("POST", "/passwd/save_passwd.cgi", form, "user=bob&new1=hunter22", "text/html", ""), "hunter22"},
		"short ticket":             {asking("GET", "/cb?ticket=ST-4-TumqyN", "", "", "text/html", ""), "TumqyN"},
		"short ticket for a page":  {asking("POST", "/cas/v1/tickets/TGT-1-aB3xK", form, typed, "text/plain", "ST-1-c88Jmeah"), "c88Jmeah"},
	} {
		t.Run(name, func(t *testing.T) { requireGone(t, c.entry, c.secret) })
	}
	// The same names elsewhere, and what else stands in such answers.
	for name, entry := range map[string]string{
		"order":                   asking("POST", "/api/orders", json, `{"sku":"A1"}`, json, `{"id":"`+uuid+`","value":"`+hex32+`","key":"`+key+`"}`),
		"user who signed in":      asking("POST", "/api/login", json, `{"login":"ann"}`, json, `{"id":"`+uuid+`","email":"x","user":{"id":"`+uuid+`"},"traceId":"`+hex32+`"}`),
		"failure":                 asking("POST", "/api/login", json, `{"login":"ann"}`, json, `{"error":"no","id":"`+uuid+`"}`),
		"events of a session":     asking("POST", "/api/sessions/12/events", json, `{"type":"view","id":"`+uuid+`"}`, json, `{"id":"`+uuid+`"}`),
		"setting with a name":     asking("POST", "/api/settings", json, `{"name":"ci"}`, json, `{"id":5,"name":"ci","value":"`+key+`"}`),
		"keys that are read":      asking("GET", "/api/keys/12", "", "", json, `{"id":"`+uuid+`","key":"`+hex32+`"}`),
		"step of a sign-in":       asking("POST", "/auth/verify", json, `{"code":"invalid","t":"1770000000"}`, json, `{"status":"pending"}`),
		"page of a login":         asking("POST", "/api/build/login-page", json, `{"theme":"dark"}`, json, `{"id":"`+uuid+`","hash":"`+hex32+`"}`),
		"who signed in":           asking("POST", "/web_api/login", json, `{"user":"kunde7711","tz":"Europe/Berlin"}`, json, `{"uid":"`+uuid+`"}`),
		"parts of a sign-in":      asking("POST", "/api/login", json, `{"user":"ann"}`, json, `{"avatar":"`+key+`","buildHash":"`+key+`","tenantId":"`+key+`","accountRef":"`+key+`"}`),
		"connectors":              asking("POST", "/api/connectors", json, `{"name":"pg"}`, json, `{"id":"`+uuid+`"}`),
		"passwords that are kept": asking("POST", "/api/encryptionPasswords", json, `{"hint":"usual"}`, json, `{"id":"`+uuid+`"}`),
		"title with a ticket":     asking("GET", "/events?ticket=ST-1-north", "", "", "text/html", ""),
		"numbers of a sign-in":    asking("POST", "/login", form, "clientId=482913&zip=101112&tz_offset=360000&build=251120", "text/html", ""),
		"arguments of another":    asking("POST", "/services/User", "text/xml", "<s:Body><u:rename><arg0>ann</arg0><arg1>hunter22</arg1></u:rename></s:Body>", "text/xml", "") + "," + asking("POST", "/app/names", "text/x-gwt-rpc", "7|0|7|https://x.example/app/|3A7CB4|com.acme.NameService|rename|java.lang.String/2004016611|ann|hunter22|1|2|3|4|2|5|5|6|7|", "text/plain", ""),
		"secrets that are listed": asking("GET", "/api/secrets?limit=7", "", "", json, `{"secrets":[{"name":"db","id":"`+uuid+`","version":2,"status":"enabled"}]}`),
		"end of parts":            asking("POST", "/auth/login", json, `{"user":"ann"}`, "multipart/mixed; boundary=batch_lQw5EEkPyGpHl7J8", "--batch_lQw5EEkPyGpHl7J8--\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			in := `{"log":{"entries":[{` + entry + `}]}}`
			out, _ := redact(t, in)
			require.Equal(t, in, out)
		})
	}
}
