package rule

// keyNames are the keys of APIs, private keys and connection strings.
var keyNames = []Names{
	{Rule{"key.api", "an API key: whoever has it can call the service as its owner", "key", Secret, Token}, Param | Key, []string{
		"密钥", "密鑰", "秘钥", "ключapi", "api_key", "apikey", "api-key", "x-api-key", "xApiKey", "x_api_key", "api_token", "apiToken", "api-token", "subscription-key", "subscriptionKey", "subscription_key", "app_key", "appKey", "accessKey", "access_key", "access-key", "serviceKey", "service_key",
		"service_role_key", "serviceRoleKey", "authKey", "auth_key", "auth-key", "admin_key", "admin_api_key", "adminApiKey", "rest_api_key", "restApiKey", "server_key", "serverKey", "api_auth_key", "account_api_key", "personal_api_key", "personalApiKey", "project_api_key", "developerKey", "developer_key",
	}},
	{Rule{"key.secret", "the secret half of an API key", "secret", Secret, Token}, Param | Key, []string{
		"apiSecret", "api_secret", "api-secret", "secretKey", "secret_key", "secret-key", "secretToken", "secret_token", "appsecret_proof", "integrationSecret", "accessSecret", "access_secret", "access_token_secret", "accessTokenSecret", "keySecret", "key_secret",
	}},
	{Rule{"key.param", "an API key in an address: whoever has it can call the service as its owner", "key", Secret, Token}, Param, []string{
		"apik", "license_key", "licenseKey", "hapikey", "x-functions-key", "x-rapidapi-key", "x-goog-api-key", "dd-api-key", "dd-application-key",
	}},
	{Rule{"key.plain", "a key in an address: where it is random it is an API key", "key", Secret, Strong}, Param, []string{
		"key", "appid", "cle", "clef", "schluessel",
	}},
	{Rule{"key.vendor", "a vendor's API key: whoever has it can call the service as its owner", "key", Secret, Token}, Key, []string{
		"X-Honeycomb-Team", "X-Jfrog-Art-Api", "X-MBX-APIKEY", "X-Functions-Key", "X-RapidAPI-Key", "X-Goog-Api-Key", "DD-API-KEY", "DD-APPLICATION-KEY", "X-Zumo-Auth", "Li-At", "licenseKey", "license_key", "ingestKey", "ingest_key", "ingestionKey", "ingestion_key", "deployKey", "deploy_key",
		"insertKey", "insert_key", "x-vercel-protection-bypass", "protectionBypass", "protection_bypass", "sendgrid_api_key", "openai_api_key", "openaiApiKey", "anthropic_api_key", "anthropicApiKey", "github_token", "githubToken", "gitlab_token", "gitlabToken", "slack_token", "slackToken", "bot_token", "botToken", "npm_token", "npmToken", "_authToken", "vault_token", "vaultToken",
	}},
	{Rule{"key.auth", "a credential of a container registry or of push messages", "credential", Secret, Token}, Key, []string{
		"auth", "_auth", "registryAuth", "registry_auth",
	}},
	{Rule{"key.signing", "a key that signs or encrypts: with it anyone can do so", "key", Secret, Token}, Param | Key, []string{
		"masterKey", "master_key", "signing_key", "signingKey", "signingSecret", "signing_secret", "encryption_key", "encryptionKey", "decryption_key", "decryptionKey", "jwt_secret", "jwtSecret", "cookie_secret", "cookieSecret", "secret_key_base", "hashSecret",
		"machineKey", "validationKey", "wrappingKey", "symmetricKey", "symmetric_key", "aesKey", "aes_key", "cipherKey", "sseCustomerKey", "drmKey", "GeneratedKey",
	}},
	{Rule{"key.private", "a private key", "key", Secret, Any}, Param | Key, []string{
		"private_key", "privateKey", "private-key", "privateKeyPem", "private_key_pem", "secret_key_pem", "sshPrivateKey", "ssh_private_key", "ssl_key", "sslKey", "tls.key", "tlsKey", "tls_key", "clientKeyPem", "ssh-privatekey", "pgp_private_key", "signing_private_key", "rsaPrivateKey", "rsa_private_key", "wallet_private_key",
		"certificateKey", "keyPem",
	}},
	{Rule{"key.service", "a key of a service, where it is random", "key", Secret, Strong}, Param | Key, []string{
		"integrationKey", "integration_key", "routingKey", "routing_key", "sdkKey", "sdk_key", "broadcastKey", "broadcast_key", "rtmpKey", "rtmp_key", "ingestStreamKey", "dpopKey", "dpop_key", "sealKey", "seal_key", "deleteKey", "delete_key", "tokenKey", "userprivateaccesskey", "ssecurity", "license", "lizenz", "BDUSS", "ptwebqq", "p_skey", "skey", "pt_key", "wskey", "pt_login_sig", "lizenznummer", "localKey", "local_key", "mchKey", "mch_key", "apiV3Key", "x_mgmt_key", "x_iapp_key", "e2eeKey", "encodingAESKey", "biometricKey", "lizenzschluessel", "strLizenz", "LaunchReference", "REDIS_AUTH", "secret_i*", "*_secret_id", "pat", "x_vwirekey", "listenKey", "ha1", "vwirekey", "OneTimeSecretID", "credentialsId", "auth_header", "authHeader", "httpHeaderValue*", "pre_auth", "preAuth", "giftCode", "gift_code", "giftCardCode", "gift_card_code", "default_key", "protect_code", "protectCode", "invite_id", "inviteId", "sessionResult", "clientState", "slt", "delete_token", "deleteToken", "connectionKey", "checkpoint_token", "two_factor_identifier", "challengeId", "challenge_id", "state_id", "stateId", "verificationId", "twoFactorId", "two_factor_id", "shib_idp_session_ss", "shib_idp_persistent_ss", "shib_idp_session_ls", "pswdrst",
	}},
	{Rule{"key.store", "a key or a store of keys, packed", "key", Secret, Strong}, Key, []string{
		"pfx", "p12", "pkcs12", "jks", "keystore", "ssh_key", "sshKey", "prv", "priv", "pem", "key_pem",
	}},
	{Rule{"key.connection", "a connection string with its password", "secret", Secret, Token}, Key, []string{
		"connectionString", "connection_string", "connectionStrings", "primaryConnectionString", "secondaryConnectionString", "AzureWebJobsStorage", "database_url", "databaseUrl", "DATABASE_URI", "mongo_uri", "mongodb_uri", "mongoUrl", "redis_url", "redisUrl", "amqp_url", "jdbcUrl", "jdbc_url",
		"SQLAZURECONNSTR", "db_url", "postgres_url", "postgresUrl",
	}},
	{Rule{"key.webhook", "a webhook's secret: with it anyone can pose as the sender", "webhook", Secret, Token}, Param | Key, []string{
		"webhook_secret", "webhookSecret", "webhook_token", "webhookToken", "verify_token", "verifyToken", "hub.verify_token", "hub.secret", "hook_secret", "hookSecret", "webhook_key", "webhookKey", "endpoint_secret", "endpointSecret", "channel_token", "channelToken",
	}},
}
