package rule

var passwordNameExamples = map[string]example{
	"password.password":     {[]string{"password", "passwd", "j_password", "user[password]"}, []string{"passwordPolicy", "passport"}},
	"password.change":       {[]string{"new_password", "confirmPassword", "password2"}, []string{"passwordChanged"}},
	"password.service":      {[]string{"dbPassword", "smtpPass"}, []string{"dbName"}},
	"password.network":      {[]string{"psk", "wifi_key", "preSharedKey", "wireless_2g_psk_key"}, []string{"wifiName", "pskMode"}},
	"password.param":        {[]string{"pass", "log_pwd"}, []string{"passed", "passive"}},
	"password.key":          {[]string{"pass", "Pass", "pswd"}, []string{"passed", "passes", "bypass"}},
	"password.short":        {[]string{"pw", "PW"}, []string{"pwa", "ph"}},
	"password.community":    {[]string{"snmp_community", "snmpCommunity"}, []string{"community"}},
	"password.answer":       {[]string{"securityAnswer", "security_answer"}, []string{"securityQuestion"}},
	"password.answer-param": {[]string{"answer", "ANSWER"}, []string{"answers"}},
	"password.hash":         {[]string{"passwordHash", "encrypted_password"}, []string{"passwordHint"}},
	"password.secret":       {[]string{"secret", "SecretString", "prf"}, []string{"secretName", "secretary"}},
}
