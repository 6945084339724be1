package rule

var keyNameExamples = map[string]example{
	"key.api":        {[]string{"api_key", "apiKey", "X-API-Key"}, []string{"api_key_id", "apiVersion"}},
	"key.secret":     {[]string{"apiSecret", "secret_key"}, []string{"secretName"}},
	"key.param":      {[]string{"apik", "licenseKey", "HAPIKEY"}, []string{"apiks", "licenseKeyId"}},
	"key.plain":      {[]string{"key", "appid", "KEY"}, []string{"keyName", "keys"}},
	"key.vendor":     {[]string{"githubToken", "X-Honeycomb-Team"}, []string{"X-Honeycomb-Dataset", "githubUser"}},
	"key.auth":       {[]string{"auth", "AUTH"}, []string{"author", "authMethod"}},
	"key.signing":    {[]string{"signingSecret", "encryptionKey"}, []string{"encryptionKeyId"}},
	"key.private":    {[]string{"private_key", "privateKeyPem"}, []string{"publicKey", "private_key_id"}},
	"key.service":    {[]string{"integrationKey", "routing_key", "sdkKey", "secret_id"}, []string{"routingKeys", "sdkKeyId", "secretId"}},
	"key.store":      {[]string{"pfx", "p12", "ssh_key"}, []string{"sshKeyId", "pemCount"}},
	"key.connection": {[]string{"connectionString", "DATABASE_URL"}, []string{"connectionId"}},
	"key.webhook":    {[]string{"webhookSecret", "hub.verify_token"}, []string{"webhookUrl"}},
}
