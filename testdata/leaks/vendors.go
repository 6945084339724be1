package main

// vendors are token formats with a shape of their own.
var vendors = func() []struct{ name, tmpl string } {
	rows := []struct{ name, tmpl string }{
		{"github classic", "ghp_{A36}"}, {"github oauth", "gho_{A36}"}, {"github user", "ghu_{A36}"}, {"github app", "ghs_{A36}"},
		{"github refresh", "ghr_{A76}"}, {"github fine-grained", "github_pat_{A22}_{A59}"},
		{"gitlab pat", "glpat-{u20}"}, {"gitlab deploy", "gldt-{u20}"}, {"gitlab runner", "glrt-{u20}"}, {"gitlab runner reg", "GR1348941{u20}"},
		{"gitlab ci job", "glcbt-{A2}_{u20}"}, {"gitlab trigger", "glptt-{h40}"}, {"gitlab feed", "glft-{u20}"}, {"gitlab scim", "glsoat-{u20}"},
		{"gitlab agent", "glagent-{u50}"}, {"gitlab oauth", "gloas-{h64}"}, {"gitlab mail", "glimt-{a25}"},
		{"aws bedrock", "ABSK{b120}=="}, {"aws session", "IQoJb3JpZ2luX2Vj{b200}"},
		{"google api", "AIza{u35}"}, {"google oauth", "ya29.{u60}"}, {"google refresh", "1//0{u60}"}, {"google client secret", "GOCSPX-{u28}"}, {"google fcm", "AAAA{u7}:{u140}"},
		{"firebase refresh", "AMf-vB{u80}"},
		{"slack bot", "xoxb-{d12}-{d12}-{A24}"}, {"slack user", "xoxp-{d12}-{d12}-{d12}-{h32}"}, {"slack client", "xoxc-{d12}-{d12}-{d12}-{h64}"},
		{"slack cookie", "xoxd-{A60}"}, {"slack app", "xapp-1-A{U10}-{d12}-{h64}"}, {"slack config", "xoxe.xoxp-1-{A160}"},
		{"discord bot", "M{u25}.{u6}.{u38}"}, {"telegram bot", "{d10}:AA{u33}"},
		{"stripe secret", "sk_live_{A24}"}, {"stripe test", "sk_test_{A99}"}, {"stripe restricted", "rk_live_{A24}"}, {"stripe webhook", "whsec_{A32}"},
		{"stripe client secret", "pi_{A24}_secret_{A25}"}, {"stripe ephemeral", "ek_live_{A60}"},
		{"square access", "EAAA{u60}"}, {"square oauth", "sq0csp-{u43}"}, {"paypal braintree", "access_token$production${a16}${h32}"},
		{"shopify admin", "shpat_{h32}"}, {"shopify custom", "shpca_{h32}"}, {"shopify partner", "prtapi_{h32}"}, {"shopify shared", "shpss_{h32}"},
		{"sendgrid", "SG.{u22}.{u43}"}, {"mailgun", "key-{h32}"}, {"mailchimp", "{h32}-us{d2}"}, {"brevo", "xkeysib-{h64}-{A16}"}, {"mailersend", "mlsn.{A64}"},
		{"postman", "PMAK-{h24}-{h34}"}, {"npm", "npm_{A36}"}, {"pypi", "pypi-AgEIcHlwaS5vcmc{u120}"}, {"rubygems", "rubygems_{h48}"}, {"crates", "cio{A32}"},
		{"nuget", "oy2{a43}"}, {"clojars", "CLOJARS_{a60}"}, {"docker pat", "dckr_pat_{u27}"}, {"docker org", "dckr_oat_{u32}"}, {"docker swarm", "SWMTKN-1-{a50}-{a25}"},
		{"artifactory", "AKCp{A69}"}, {"vault service", "hvs.{u90}"}, {"vault batch", "hvb.{u140}"}, {"terraform cloud", "{A14}.atlasv1.{A67}"},
		{"digitalocean", "dop_v1_{h64}"}, {"digitalocean refresh", "dor_v1_{h64}"}, {"cloudflare", "cfut_{A40}{h8}"}, {"cloudflare origin", "v1.0-{h24}-{h146}"},
		{"heroku", "HRKU-AA{u58}"}, {"vercel", "vcp_{u56}"}, {"netlify", "nfp_{A36}"}, {"fly", "fo1_{u43}"}, {"fly macaroon", "fm2_{b120}="}, {"render", "rnd_{A28}"},
		{"supabase", "sbp_{h40}"}, {"supabase secret", "sb_secret_{u31}"}, {"neon", "napi_{a64}"}, {"planetscale", "pscale_tkn_{u43}"}, {"mongodb atlas", "mdb_sa_sk_{u40}"},
		{"cockroach", "CCDB1_{A22}_{A40}"}, {"databricks", "dapi{h32}"}, {"azure ad", "{A3}8Q~{u33}"}, {"azure cask", "{A52}JQQJ99{A26}"}, {"azure devops", "{A76}AZDO{A4}"},
		{"azure functions", "{u44}AzFu{u5}Q=="}, {"entra refresh", "1.A{u40}.Ag{u120}"}, {"msa", "Ew{b160}=="}, {"aspnet data protection", "CfDJ8{u120}"},
		{"salesforce", "00D{A12}!{A96}"}, {"atlassian", "ATATT3{u180}={H8}"}, {"bitbucket", "ATBB{A24}{H8}"}, {"linear", "lin_api_{A40}"}, {"notion", "ntn_{d11}{A35}"},
		{"notion old", "secret_{A43}"}, {"figma", "figd_{u40}"}, {"airtable", "pat{A14}.{h64}"}, {"asana", "1/{d16}:{h32}"},
		{"fernet", "gAAAAA{u120}=="}, {"paseto", "v4.local.{u140}"}, {"secret-token", "secret-token:{A32}"}, {"age", "AGE-SECRET-KEY-1{Q58}"},
		{"1password service", "ops_eyJ{A300}"}, {"anthropic", "sk-ant-api03-{u93}AA"}, {"openai", "sk-proj-{A40}T3BlbkFJ{A40}"}, {"openai session", "sess-{A40}"},
		{"openrouter", "sk-or-v1-{h64}"}, {"groq", "gsk_{A52}"}, {"xai", "xai-{A80}"}, {"perplexity", "pplx-{A48}"}, {"huggingface", "hf_{w34}"}, {"replicate", "r8_{A37}"},
		{"nvidia", "nvapi-{u64}"}, {"cerebras", "csk-{a48}"}, {"pinecone", "pcsk_{A6}_{A63}"}, {"langsmith", "lsv2_pt_{h32}_{h10}"},
		{"new relic", "NRAK-{U27}"}, {"grafana", "glsa_{A32}_{h8}"}, {"grafana cloud", "glc_{A120}"}, {"sentry user", "sntryu_{h64}"}, {"sentry org", "sntrys_{A120}"},
		{"dynatrace", "dt0c01.{U24}.{U64}"}, {"posthog personal", "phx_{A43}"}, {"segment", "sgp_{A64}"}, {"elastic", "essu_{A80}"}, {"confluent", "cflt{b60}"},
		{"buildkite", "bkua_{h40}"}, {"circleci", "CCIPAT_{A22}_{h40}"}, {"pulumi", "pul-{h40}"}, {"prefect", "pnu_{A36}"}, {"doppler", "dp.pt.{A43}"},
		{"tailscale", "tskey-auth-{A12}CNTRL-{A32}"}, {"sonar", "squ_{h40}"}, {"harness", "pat.{u22}.{A24}.{A20}"}, {"octopus", "API-{U26}"}, {"readme", "rdme_{a70}"},
		{"contentful", "CFPAT-{u43}"}, {"hubspot", "pat-na1-{uuid}"}, {"facebook", "EAAC{A160}"}, {"instagram", "IGQVJ{A120}"}, {"linkedin", "AQV{u200}"},
		{"dropbox", "sl.u.{u180}"}, {"yandex", "AQVN{u36}"}, {"openshift", "sha256~{u43}"}, {"plaid", "access-production-{uuid}"},
		{"duffel", "duffel_live_{u43}"}, {"shippo", "shippo_live_{h40}"}, {"easypost", "EZAK{A54}"}, {"zuplo", "zpka_{a32}_{h8}"}, {"mapbox secret", "sk.eyJ{A70}.{u22}"},
		{"oauth par", "urn:ietf:params:oauth:request_uri:{u43}"}, {"twitter bearer", "AAAAAAAAAAAAAAAAAAAAA{A90}"},
	}
	for i := range rows {
		if rows[i].tmpl == "" || rows[i].name == "" {
			panic("internal error: empty vendor row")
		}
	}
	return rows
}()
