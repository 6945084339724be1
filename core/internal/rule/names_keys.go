package rule

// keyNames are the keys of APIs, private keys and connection strings.
var keyNames = []Names{
	{Rule{"key.api", "an API key: whoever has it can call the service as its owner", "key", Secret, Token}, Param | Key, []string{
		"api_key", "apikey", "apiKey", "api-key", "x-api-key", "xApiKey", "api_token", "apiToken", "apiSecret", "api_secret", "secretKey", "secret_key", "subscription-key", "subscriptionKey", "app_key", "appKey", "accessKey", "secondaryKey", "masterKey", "master_key", "serviceKey", "service_key", "authKey", "auth_key", "admin_key", "signing_key", "signingKey", "signingSecret", "signing_secret", "encryption_key", "encryptionKey"}},
	{Rule{"key.param", "an API key in a URL", "key", Secret, Token}, Param, []string{"key", "appid", "apik", "k_api", "license_key"}},
	{Rule{"key.private", "a private key", "key", Secret, Any}, Param | Key, []string{"private_key", "privateKey", "private-key", "secret_key_pem", "privateKeyPem"}},
	{Rule{"key.connection", "a connection string with its password", "secret", Secret, Token}, Key, []string{"connectionString", "connection_string", "database_url", "DATABASE_URL", "mongo_uri", "redis_url"}},
	{Rule{"key.webhook", "a webhook's secret", "webhook", Secret, Token}, Param | Key, []string{"webhook_secret", "webhookSecret", "webhook_token", "webhookToken", "verify_token", "hook_secret"}},
}
