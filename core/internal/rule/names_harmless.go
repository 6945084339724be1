package rule

// harmlessNames look like credentials, or like the names of some, and are
// none: support needs them. Token shapes inside them are still found.
var harmlessNames = []Names{
	{Rule{"harmless.trace", "the id of a request, by which support finds it in the logs", "token", Harmless, Any}, Header | Param | Key, []string{
		"X-Request-Id", "X-Correlation-Id", "Request-Id", "Correlation-Id", "X-Trace-Id", "Trace-Id", "Traceparent", "Tracestate", "B3", "X-B3-*", "Sentry-Trace", "Baggage", "X-Cloud-Trace-Context", "X-Amzn-Trace-Id", "X-Amzn-RequestId", "X-Amz-Request-Id", "X-Amz-Id-2", "X-Amz-Cf-Id", "X-Amz-Cf-Pop", "CF-Ray", "X-MS-Request-Id",
		"X-MS-Client-Request-Id", "X-MS-Correlation-Request-Id", "X-MS-Routing-Request-Id", "X-GitHub-Request-Id", "X-GitHub-Delivery", "X-Okta-Request-Id", "X-Vercel-Id", "X-Nf-Request-Id", "Fly-Request-Id", "X-Datadog-*", "X-Newrelic-Id", "X-Dtpc", "X-Sfdc-Request-Id", "X-Guploader-Uploadid", "X-Client-Transaction-Id", "hpgrequestid", "Postman-Token", "Request-Context",
		"traceId", "spanId", "trace_id", "span_id", "parentSpanId", "requestId", "request_id", "correlationId", "correlation_id", "eventId", "event_id", "activityId", "operationId", "X-Client-Data", "X-Super-Properties", "Idempotency-Key", "X-Idempotency-Key", "idempotencyKey", "idempotency_key", "x-amz-apigw-id", "clientRequestToken", "client_request_token", "npm-session", "x-npm-session", "X-Jenkins-Session", "cspNonce", "csp_nonce", "csp-nonce", "scriptNonce", "script_nonce", "styleNonce", "style_nonce", "html-safe-nonce", "X-TFS-Session", "X-MS-Session-Id", "X-OWA-SessionId",
	}},
	{Rule{"harmless.version", "tells one version of a resource from another", "token", Harmless, Any}, Header | Key, []string{
		"ETag", "If-None-Match", "If-Match", "If-Range", "Last-Modified", "sha", "sha1", "sha256", "sha512", "commit", "commitSha", "commit_sha", "integrity", "checksum", "md5", "crc32c", "buildId", "build_id", "chunkhash", "contentHash", "content_hash", "revision", "sha256Hash", "sha256_hash", "rowVersion", "changeKey", "resourceVersion", "checksum/*",
	}},
	{Rule{"harmless.key-id", "names a key or token and is none", "token", Harmless, Any}, Header | Param | Key, []string{
		"kid", "keyId", "key_id", "private_key_id", "privateKeyId", "api_key_id", "apiKeyId", "KeyName", "key_name", "tokenId", "token_id", "tokenName", "token_name", "Key-Pair-Id", "x5t", "x5t#S256", "x5c", "x5u", "verify-v1", "jti", "at_hash", "c_hash", "s_hash", "thumbprint", "fingerprint", "certificateThumbprint", "keyFingerprint",
		"publicKey", "public_key", "public-key", "p256dh", "applicationServerKey", "vapidPublicKey", "vapid_public_key", "client-certificate-data", "certificate-authority-data", "rsaPublicKey", "sshPublicKey", "ssh_public_key", "userHandle", "credentialId", "credential_id", "rawId", "customKeyIdentifier", "credentialPublicKey", "aaguid", "attestationObject", "SRP_A", "SRP_B", "ice-ufrag", "iceUfrag", "opaquelocktoken", "Lock-Token",
	}},
	{Rule{"harmless.digest", "a checksum of a body or part of the protocol", "token", Harmless, Any}, Header, []string{
		"Content-MD5", "Digest", "Content-Digest", "Repr-Digest", "Want-Digest", "X-Goog-Hash", "X-Amz-Content-Sha256", "X-Amz-Checksum-*", "X-Amz-Server-Side-Encryption-Customer-Key-MD5", "X-Goog-Encryption-Key-Sha256", "X-MS-Encryption-Key-Sha256", "Sec-WebSocket-Key", "Sec-WebSocket-Accept", "Sec-WebSocket-Extensions",
		"Sec-WebSocket-Version", "Public-Key-Pins", "Public-Key-Pins-Report-Only", "Signature-Input", "Accept-Signature", "DPoP-Nonce", "Replay-Nonce", "Client-Cert", "Client-Cert-Chain", "X-Forwarded-Client-Cert", "X-SSL-Client-Cert", "Authentication-Control", "Server-Timing", "Last-Event-ID", "X-Atlassian-Token", "X-Requested-With",
	}},
	{Rule{"harmless.header", "a setting, an address or a count of the protocol", "token", Harmless, Any}, Header, []string{
		"Access-Control-*", "Sec-CH-*", "Sec-Fetch-*", "Sec-GPC", "Sec-Purpose", "X-RateLimit-*", "RateLimit-*", "X-MS-RateLimit-*", "Anthropic-RateLimit-*", "X-Amz-Date", "X-Amz-Target", "X-Amz-User-Agent", "X-OAuth-Scopes", "X-Accepted-OAuth-Scopes", "X-Twitter-Auth-Type", "X-Okta-User-Agent-Extended", "X-Vault-Wrap-TTL", "Surrogate-Key",
		"X-Surrogate-Key", "X-Cache-Key", "Cache-Key", "X-Cache-Tags", "X-Tenant-Id", "X-Device-Id", "X-Device-Fingerprint", "X-Fingerprint", "X-Goog-Visitor-Id", "X-Goog-AuthUser", "X-Algolia-Application-Id", "X-Parse-Application-Id", "Cf-Access-Client-Id", "X-MS-Continuation", "X-MS-Version", "Stripe-Account", "X-Client-Id",
		"X-MS-Documentdb-Partitionkey", "X-Sort-Key", "X-Partition-Key", "X-Routing-Key", "X-Object-Key", "X-Hasura-Role", "X-Forwarded-Groups", "Clear-Site-Data", "X-Token-Type", "X-Token-Expires-In", "X-Token-Expiry", "X-IG-App-ID", "X-ASBD-ID", "X-Slack-Request-Timestamp", "NEL", "Expect-CT", "Alt-Svc",
	}},
	{Rule{"harmless.protocol", "says how a token is made or used, and is none", "token", Harmless, Any}, Param | Key, []string{
		"token_type", "tokenType", "expires_in", "expiresIn", "expires_at", "expiresAt", "ext_expires_in", "refresh_expires_in", "refresh_token_expires_in", "not-before-policy", "scope", "scopes", "issued_token_type", "grant_type", "grantType", "response_type", "responseType", "response_mode", "client_assertion_type", "subject_token_type",
		"actor_token_type", "requested_token_type", "token_type_hint", "code_challenge_method", "code_challenge", "codeChallenge", "session_state", "sessionState", "client_id", "clientId", "client-id", "client_info", "oauth_consumer_key", "oauth_timestamp", "oauth_version", "oauth_signature_method", "oauth_callback", "redirect_uri", "redirectUri",
		"post_logout_redirect_uri", "domain_hint", "prompt", "acr_values", "iss", "aud", "exp", "iat", "nbf", "auth_time", "acr", "amr", "azp", "tid", "oid", "kty", "alg", "factorResult", "token_endpoint", "tokenEndpoint", "authorization_endpoint", "userinfo_endpoint", "introspection_endpoint", "revocation_endpoint", "end_session_endpoint", "jwks_uri",
		"SigAlg", "SAMLEncoding", "wa", "wtrealm", "wreply", "wct", "whr", "service", "fromURI", "verification_uri", "token_endpoint_auth_method", "token_endpoint_auth_methods_supported",
	}},
	{Rule{"harmless.signed-url", "a part of a signed URL that opens nothing without its signature", "token", Harmless, Any}, Param, []string{
		"X-Amz-Algorithm", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Credential", "X-Amz-Content-Sha256", "X-Goog-Algorithm", "X-Goog-Credential", "X-Goog-Date", "X-Goog-Expires", "X-Goog-SignedHeaders", "GoogleAccessId", "Expires", "se", "st", "sp", "sv", "sr", "spr", "si", "sip", "srt", "ss", "skoid", "sktid", "skt", "ske", "sks", "skv",
		"temp_url_expires", "URLPrefix", "q-sign-algorithm", "q-sign-time", "q-key-time", "q-header-list", "q-url-param-list", "x-oss-signature-version", "x-oss-credential", "x-oss-date", "x-oss-expires",
	}},
	{Rule{"harmless.connection", "says where a connection string leads", "token", Harmless, Any}, Param | Key, []string{
		"AccountName", "SharedAccessKeyName", "EndpointSuffix", "DefaultEndpointsProtocol", "BlobEndpoint", "EntityPath",
	}},
	{Rule{"harmless.paging", "a place in a list", "token", Harmless, Any}, Param | Key, []string{
		"page_token", "pageToken", "nextPageToken", "next_page_token", "prevPageToken", "previousPageToken", "cursor", "nextCursor", "next_cursor", "prevCursor", "prev_cursor", "startCursor", "endCursor", "start_cursor", "end_cursor", "continuation", "continuationToken", "continuation_token", "NextContinuationToken", "continuation-token",
		"$skiptoken", "skiptoken", "$deltatoken", "deltaToken", "deltaLink", "sync_token", "syncToken", "nextSyncToken", "next_batch", "prev_batch", "after", "before", "nextToken", "next_token", "NextMarker", "marker", "key-marker", "pagination_token", "paginationToken", "resumeToken", "resume_token", "scrollId", "scroll_id", "_scroll_id", "LastEvaluatedKey", "ExclusiveStartKey",
	}},
	{Rule{"harmless.analytics", "an id of analytics, a cache or a campaign", "token", Harmless, Any}, Param, []string{
		"gclid", "fbclid", "msclkid", "dclid", "gbraid", "wbraid", "twclid", "ttclid", "yclid", "li_fat_id", "igshid", "mc_cid", "mc_eid", "utm_*", "_gl", "_ga", "cid", "v", "_", "cb", "rnd", "hl", "k", "EIO", "form_build_id", "form_id", "__VIEWSTATEGENERATOR", "__VIEWSTATEENCRYPTED", "cachebuster", "cache_bust", "ord", "*_ord", "rand", "random", "_rnd", "nocache", "cacheKey", "device_id", "ticket_id",
	}},
	{Rule{"harmless.count", "a count, a setting or a message about tokens", "token", Harmless, Any}, Key, []string{
		"tokens", "tokens_used", "tokensUsed", "max_tokens", "maxTokens", "max_completion_tokens", "total_tokens", "totalTokens", "prompt_tokens", "promptTokens", "completion_tokens", "completionTokens", "input_tokens", "inputTokens", "output_tokens", "outputTokens", "cached_tokens", "reasoning_tokens", "cache_read_input_tokens",
		"cache_creation_input_tokens", "promptTokenCount", "password_required", "passwordRequired", "passwordPolicy", "password_policy", "sessionTimeout", "session_timeout", "csrfHeaderName", "csrfParameterName", "xsrfCookieName", "xsrfHeaderName", "cookieName", "tokenUrl", "authorizationUrl", "forgotPasswordUrl", "resetPasswordUrl", "passwordLabel",
		"passwordPlaceholder", "__typename", "measurementId", "cacheKey", "sortKey", "partitionKey", "i18nKey", "messageKey", "translationKey", "foreignKey", "designTokens", "design_tokens", "dkimTokens", "dkim_tokens", "sessionCount", "connectionId", "IdentityId", "DEVICE_KEY", "signatureAlgorithm", "signature_algorithm",
	}},
	{Rule{"public.key", "a key that is public by design", "key", Publishable, Any}, Param | Key, []string{
		"publishableKey", "publishable_key", "siteKey", "site_key", "data-sitekey", "recaptchaSiteKey", "recaptcha_site_key", "turnstileSiteKey", "hcaptchaSiteKey", "searchApiKey", "searchOnlyApiKey", "search_api_key", "storefrontAccessToken", "sentryDsn", "sentry_dsn", "mapboxAccessToken", "mapbox_access_token", "anonKey", "anon_key",
		"amplitudeApiKey", "amplitude_api_key", "segmentWriteKey", "segment_write_key", "mixpanelToken", "mixpanel_token",
	}},
}
