package rule

// publicFormats are keys that are public by design: they stand in every page
// of the service's customers. They stay, and the report names them.
var publicFormats = []Format{
	publicFormat("public.stripe", "a publishable Stripe key (or of a service that writes its keys alike)", `pk_(?:live|test)_[A-Za-z0-9]{10,247}(?:\$|%24)?`, "pk_live_", "pk_test_").where(afterMode),
	publicFormat("public.adyen", "a client key of Adyen", `(?:live|test)_[A-Z0-9]{32}`, "live_", "test_").where(mixed),
	publicFormat("public.liveblocks", "a publishable key", `pk_(?:prod|dev)_[\w-]{40,70}`, "pk_prod_", "pk_dev_").where(afterMode),
	publicFormat("public.posthog", "a PostHog project key", `phc_[\w-]{41,49}`, "phc_"),
	publicFormat("public.mapbox", "a public Mapbox token", `pk\.eyJ[\w-]{30,}\.[\w-]{22}`, "pk.eyJ"),
	publicFormat("public.recaptcha", "a reCAPTCHA site key", `6L[A-Za-z0-9_-]{6}AAAAA[\w-]{27}`, eachOf("6L", letters)...),
	publicFormat("public.turnstile", "a Cloudflare Turnstile site key", `0x4AAAAAA[\w-]{12,18}`, "0x4AAAAAA").where(varied),
	publicFormat("public.supabase", "a publishable Supabase key", `sb_publishable_[\w-]{31}`, "sb_publishable_"),
	publicFormat("public.flutterwave", "a Flutterwave public key", `FLWPUBK(?:_TEST|_LIVE)?-[a-zA-Z0-9]{12,40}(?:-X)?`, "FLWPUBK"),
	publicFormat("public.mailgun", "a Mailgun public key", `pubkey-[0-9a-f]{32}`, "pubkey-"),
	publicFormat("public.launchdarkly-mobile", "a LaunchDarkly mobile key", `mob-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`, "mob-").where(mixed),
	publicFormat("public.statsig", "a Statsig client key", `client-[A-Za-z0-9]{40,64}`, "client-").where(mixed),
	publicFormat("public.pubnub", "a PubNub publish or subscribe key", `(?:pub|sub)-c-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`, "pub-c-", "sub-c-").where(mixed),
	publicFormat("public.langfuse", "a Langfuse public key", `pk-lf-[0-9a-f-]{36}`, "pk-lf-").where(mixed),
	publicFormat("public.stytch", "a Stytch public token", `public-token-(?:live|test)-[0-9a-f-]{36}`, "public-token-live-", "public-token-test-").where(mixed),
	publicFormat("public.square", "a Square application id", `sq0id[pb]-[\w-]{22}`, "sq0idp-", "sq0idb-"),
	publicFormat("public.omise", "an Omise public key", `pkey_(?:test_)?[a-z0-9]{19}`, "pkey_").where(mixed),
	publicFormat("public.midtrans", "a Midtrans client key", `(?:SB-)?Mid-client-[\w-]{16,40}`, "SB-Mid-client-", "Mid-client-"),
	publicFormat("public.lob", "a Lob publishable key", `(?:live|test)_pub_[a-f0-9]{31}`, "live_pub_", "test_pub_"),
	publicFormat("public.revenuecat", "a RevenueCat public app key", `(?:appl|goog|amzn|rcb)_[A-Za-z]{28,34}`, "appl_", "goog_", "amzn_", "rcb_"),
	publicFormat("public.newrelic-browser", "a New Relic browser key", `NRJS-[a-f0-9]{19}`, "NRJS-"),
	publicFormat("public.datadog-client", "a Datadog browser client token", `pub[a-f0-9]{32}`, eachOf("pub", digits+"abcdef")...),
}
