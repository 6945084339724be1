package rule

var personalNameExamples = map[string]example{
	"personal.email":        {[]string{"email", "userEmail", "client_email"}, []string{"emailVerified"}},
	"personal.email-header": {[]string{"X-Auth-Email", "x-forwarded-email"}, []string{"X-Auth-Key"}},
	"personal.login":        {[]string{"username", "login_hint", "loginfmt"}, []string{"domain_hint"}},
	"personal.login-param":  {[]string{"user", "LOG"}, []string{"users"}},
	"personal.user-id":      {[]string{"userId", "sub", "NameID"}, []string{"subject"}},
	"personal.user-header":  {[]string{"X-Forwarded-User", "x-ms-client-principal"}, []string{"X-Forwarded-Groups"}},
	"personal.phone":        {[]string{"phone", "phoneNumber", "MSISDN"}, []string{"phoneType"}},
	"personal.ip":           {[]string{"ipAddress", "client_ip"}, []string{"ipVersion", "zip"}},
	"personal.ip-header":    {[]string{"X-Forwarded-For", "forwarded", "cf-connecting-ip"}, []string{"X-Forwarded-Proto"}},
	"personal.name":         {[]string{"firstName", "last_name", "given_name"}, []string{"name", "hostName"}},
	"personal.address":      {[]string{"street", "zipCode", "CITY"}, []string{"streetlight"}},
	"personal.position":     {[]string{"latitude", "LONGITUDE"}, []string{"altitude"}},
	"personal.birthdate":    {[]string{"birthdate", "date_of_birth"}, []string{"update"}},
}
