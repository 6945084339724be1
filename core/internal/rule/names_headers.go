package rule

// headerNames are the header fields that carry credentials, of HTTP itself
// and of vendors. Fields that carry URLs (Location, Referer, Link) are not
// here: a URL is taken apart.
var headerNames = []Names{
	{Rule{"header.authorization", "the credentials of the request: whoever has them can act as the sender", "credential", Secret, Any}, Header, []string{
		"Authorization", "Authorisation", "Proxy-Authorization", "X-Authorization", "X-Original-Authorization", "X-Forwarded-Authorization",
		"X-Amzn-Remapped-Authorization", "X-Auth", "X-Authentication", "X-Basic-Auth", "X-ZUMO-AUTH", "X-MS-Copy-Source-Authorization",
		"X-MS-Authorization-Auxiliary", "X-Amz-Authorization", "X-Goog-Iam-Authorization-Token", "SAPISIDHASH", "X-Serverless-Authorization",
	}},
	{Rule{"header.registry-auth", "the user name and password of a container registry", "credential", Secret, Any}, Header, []string{
		"X-Registry-Auth", "X-Registry-Config",
	}},
	{Rule{"header.auth-info", "a proof or the next nonce of an HTTP authentication scheme", "credential", Secret, Any}, Header, []string{
		"Authentication-Info", "Proxy-Authentication-Info",
	}},
	{Rule{"header.cookie", "cookies: they may keep someone signed in", "cookie", Secret, Any}, Header, []string{
		"Cookie", "Cookie2", "Set-Cookie", "Set-Cookie2", "X-Set-Cookie",
	}},
	{Rule{"header.proof", "a signed proof of possession: it can be replayed for a while", "jwt", Secret, Any}, Header, []string{
		"DPoP", "Sec-Token-Binding", "OAuth-Client-Attestation", "OAuth-Client-Attestation-PoP",
	}},
	{Rule{"header.signature", "a signature over the request: it can be replayed or shows the signing key at work", "signature", Secret, Any}, Header, []string{
		"Signature", "X-Signature", "X-Hub-Signature", "X-Hub-Signature-256", "X-Slack-Signature", "Stripe-Signature", "X-Shopify-Hmac-Sha256",
		"X-Twilio-Signature", "X-Twilio-Email-Event-Webhook-Signature", "X-Mailgun-Signature", "X-Signature-Ed25519", "X-Line-Signature",
		"X-Webhook-Signature", "Webhook-Signature", "Svix-Signature", "X-Zm-Signature", "X-Square-Signature", "X-Square-Hmacsha256-Signature",
		"X-Dropbox-Signature", "X-Pagerduty-Signature", "Linear-Signature", "Paddle-Signature", "Paypal-Transmission-Sig", "X-Razorpay-Signature",
		"X-Paystack-Signature", "X-Hubspot-Signature", "X-Hubspot-Signature-V3", "X-Wc-Webhook-Signature", "CB-ACCESS-SIGN", "X-Cc-Webhook-Signature",
		"Sentry-Hook-Signature", "Intercom-Signature", "X-Request-Signature", "X-Hmac-Signature", "X-Ca-Signature", "X-Payload-Signature",
	}},
	{Rule{"header.websocket-protocol", "a subprotocol list that carries a token to the websocket", "token", Secret, Token}, Header, []string{
		"Sec-WebSocket-Protocol",
	}},
	{Rule{"header.api-key", "an API key: whoever has it can call the service as its owner", "key", Secret, Any}, Header, []string{
		"X-API-Key", "X-ApiKey", "X_API_Key", "Api-Key", "Apikey", "Api_Key", "X-Api-Secret", "X-Auth-Key", "X-Auth-User-Service-Key", "X-App-Key", "X-Atok",
		"X-Application-Key", "X-Access-Key", "X-Secret-Key", "X-Admin-Key", "X-Service-Key", "X-Master-Key", "X-Goog-Api-Key", "X-Goog-Encryption-Key",
		"Ocp-Apim-Subscription-Key", "X-Functions-Key", "X-MS-Encryption-Key", "Aeg-Sas-Key", "DD-API-KEY", "DD-APPLICATION-KEY",
		"X-Insert-Key", "X-License-Key", "X-Query-Key", "X-Honeycomb-Team", "Fastly-Key", "X-Algolia-API-Key", "X-Parse-REST-API-Key",
		"X-Parse-Master-Key", "X-Parse-Javascript-Key", "X-Redmine-API-Key", "X-Jfrog-Art-Api", "X-MBX-APIKEY", "CB-ACCESS-KEY", "X-CMC_PRO_API_KEY",
		"X-RapidAPI-Key", "X-ClickHouse-Key", "X-Container-Meta-Temp-URL-Key", "X-Account-Meta-Temp-URL-Key", "X-NuGet-ApiKey",
		"X-Amz-Server-Side-Encryption-Customer-Key", "X-Amz-Copy-Source-Server-Side-Encryption-Customer-Key", "X-Mashape-Key",
		"X-Elastic-App-Search-Key", "X-Gitea-OTP-Key", "X-Subscription-Key", "Subscription-Key", "X-Meili-API-Key", "X-TYPESENSE-API-KEY",
	}},
	{Rule{"header.secret", "a shared secret sent with the request", "secret", Secret, Any}, Header, []string{
		"X-Client-Secret", "Client-Secret", "X-App-Secret", "X-Secret", "X-Shared-Secret", "X-Webhook-Secret", "Cf-Access-Client-Secret",
		"X-Hasura-Admin-Secret", "X-Vercel-Protection-Bypass", "X-Vercel-Set-Bypass-Cookie-Secret", "CB-ACCESS-PASSPHRASE", "X-Password", "X-Parse-Email-Password",
		"X-Telegram-Bot-Api-Secret-Token", "X-Amz-Firehose-Access-Key", "Aeg-Sas-Token", "X-Cf-Origin-Secret", "X-Origin-Verify",
	}},
	{Rule{"header.access-token", "an access token: whoever has it can act as the user", "token", Secret, Any}, Header, []string{
		"X-Auth-Token", "SEC", "X-Access-Token", "Access-Token", "Accesstoken", "Auth-Token", "Authtoken", "X-Token", "Token", "X-Bearer-Token", "Bearer-Token", "X-User-Token",
		"X-Api-Token", "Api-Token", "X-Id-Token", "Id-Token", "X-Refresh-Token", "Refresh-Token", "X-Forwarded-Access-Token", "X-Forwarded-Id-Token",
		"X-Auth-Request-Access-Token", "X-Subject-Token", "X-Service-Token", "X-Storage-Token", "Client-Token", "X-Client-Token", "X-Security-Token",
		"X-Jwt", "X-Jwt-Token", "Jwt", "X-Login-Token", "X-Device-Token", "X-Guest-Token", "X-Admin-Token", "X-Customer-Token", "X-Upload-Token", "X-Internal-Token",
	}},
	{Rule{"header.gateway-jwt", "a signed token by which a gateway vouches for the user", "jwt", Secret, Any}, Header, []string{
		"X-JWT-Assertion", "X-Goog-IAP-JWT-Assertion", "Cf-Access-Jwt-Assertion", "Cf-Access-Token", "X-Amzn-Oidc-Data", "X-Amzn-Oidc-Accesstoken",
		"X-MS-TOKEN-*", "X-MS-RefreshTokenCredential", "X-Pomerium-Jwt-Assertion", "X-Firebase-Appcheck", "X-Vercel-OIDC-Token", "X-Endpoint-Api-Userinfo",
		"X-Okta-Access-Token", "Kong-Jwt", "X-Authentik-Jwt", "Teleport-Jwt-Assertion",
	}},
	{Rule{"header.cloud-token", "a cloud token: whoever has it can act as the account it was given to", "token", Secret, Any}, Header, []string{
		"X-Amz-Security-Token", "X-Amz-Access-Token", "X-Aws-Ec2-Metadata-Token", "X-Aws-Ec2-Metadata-Token-Value", "X-Goog-Channel-Token", "X-Vault-Token",
		"X-Consul-Token", "X-Nomad-Token", "X-Rundeck-Auth-Token", "X-Acs-Security-Token", "X-Oss-Security-Token", "X-Cos-Security-Token",
		"X-Linode-Token", "Remember-Me", "X-Remember-Me", "X-Rancher-Token", "X-Contour-Token", "Metadata-Token",
	}},
	{Rule{"header.vendor-token", "a vendor's API token: whoever has it can call the service as its owner", "token", Secret, Any}, Header, []string{
		"Private-Token", "Job-Token", "Deploy-Token", "X-Gitlab-Token", "X-Gitlab-Feed-Token", "X-Shopify-Access-Token", "X-Shopify-Storefront-Access-Token",
		"Shopify-Storefront-Private-Token", "X-Postmark-Server-Token", "X-Postmark-Account-Token", "X-DT-Token", "X-Figma-Token", "X-TrackerToken",
		"X-Plex-Token", "X-Emby-Token", "X-MediaBrowser-Token", "X-App-Token", "X-Riot-Token", "X-Spotify-Client-Token", "X-IG-WWW-Claim", "Li-At",
		"X-Sentry-Auth", "X-Sentry-Token", "X-Slack-Token", "X-Github-Token", "X-Discourse-Token", "Circle-Token", "X-Cisco-Meraki-API-Key", "X-Ghost-Token",
		"X-Notion-Token", "X-Airtable-Token", "X-Dropbox-Token", "X-Tableau-Auth", "X-Chef-Token", "X-Snyk-Token", "X-Contentful-Token", "X-Mixpanel-Token",
		"X-Arr-Token", "Att", "X-Looker-Token", "X-Rollbar-Access-Token", "X-BugSnag-Api-Key", "Wm_Sec.Access_Token", "Wm_Svc.Token", "X-Wix-Token", "X-Xiaomi-Token",
	}},
	{Rule{"header.session", "a session token: whoever has it is signed in as the user", "session", Secret, Any}, Header, []string{
		"X-Session-Token", "Session-Token", "X-Session", "X-Parse-Session-Token", "X-SFDC-Session", "X-Transmission-Session-Id", "VMware-Api-Session-Id", "X-Okta-Session",
		"X-Arango-Session", "X-Metabase-Session", "X-Redfish-Session", "Mcp-Session-Id",
	}},
	{Rule{"header.session-id", "a session id: many services take it for the sign-in itself", "session", Secret, Token}, Header, []string{
		"X-Session-Id", "sap-contextid", "Session-Id", "X-SessionId", "SessionId", "X-User-Session", "X-User-Session-Id", "X-Auth-Session", "X-Sid", "X-Jsessionid", "ST2", "scnt",
	}},
}
