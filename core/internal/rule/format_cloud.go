package rule

import "encoding/base64"

// cloudFormats are cloud providers and hosting.
var cloudFormats = []Format{
	secretFormat("cloud.aws-key-id", "key", "an AWS access key id", `(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}`, "AKIA", "ASIA", "ABIA", "ACCA").where(varied),
	secretFormat("cloud.aws-session", "token", "an AWS session token", `(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdzE|FQoGZXIvYXdzE)[A-Za-z0-9/+=%]{100,}`, "IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdzE", "FQoGZXIvYXdzE"),
	secretFormat("cloud.aws-bedrock", "key", "an AWS Bedrock API key", `ABSK[A-Za-z0-9+/]{109,269}={0,2}`, "ABSK"),
	secretFormat("cloud.aws-bedrock-short", "key", "an AWS Bedrock short-term API key", `bedrock-api-key-[A-Za-z0-9+/]{60,}={0,2}`, "bedrock-api-key-"),
	secretFormat("cloud.google-api", "key", "a Google API key", `AIza[\w-]{35}`, "AIza"),
	secretFormat("cloud.google-gemini", "key", "a Google Gemini API key", `AQ\.Ab8RN6[\w-]{44}`, "AQ.Ab8RN6"),
	secretFormat("cloud.google-access", "token", "a Google OAuth access token", `ya29\.[\w-]{20,}(?:\.[\w-]+)*`, "ya29."),
	secretFormat("cloud.google-refresh", "token", "a Google OAuth refresh token", `1//0[\w-]{20,}`, "1//0"),
	secretFormat("cloud.google-code", "token", "a Google OAuth authorization code", `4/0[\w-]{30,}`, "4/0"),
	secretFormat("cloud.google-code-escaped", "token", "a Google OAuth authorization code", `4%2F0[\w-]{30,}`, "4%2F0"),
	secretFormat("cloud.google-client-secret", "secret", "a Google OAuth client secret", `GOCSPX-[\w-]{28}`, "GOCSPX-"),
	secretFormat("cloud.google-hmac-id", "key", "a Google Cloud Storage HMAC key id", `GOOG1?E?[A-Z0-9]{16,60}`, "GOOG").where(mixed),
	secretFormat("cloud.google-fcm", "key", "a Firebase Cloud Messaging server key", `AAAA[\w-]{7}:[\w-]{140}`, "AAAA"),
	secretFormat("cloud.firebase-refresh", "token", "a Firebase refresh token", `AMf-vB[\w-]{50,}`, "AMf-vB"),
	innerFormat("cloud.azure-client-secret", "secret", "an Azure AD client secret", `[\w~.]{3}[78]Q~[\w~.-]{30,33}[\w~-]`, "Q~"),
	innerFormat("cloud.azure-key", "key", "an Azure resource key", `[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{26}`, "JQQJ9"),
	innerFormat("cloud.azure-storage", "key", "an Azure storage, Batch or Cosmos DB account key", `[A-Za-z0-9+/]{76}(?:APIM|ACDb|\+ABa|\+AMC|\+ASt)[A-Za-z0-9+/]{5}[AQgw]==`, "+ASt"),
	innerFormat("cloud.azure-account", "key", "a key of 64 bytes, as those of Azure accounts", `[A-Za-z0-9+/]{86}==`, "==").where(accountKey),
	innerFormat("cloud.azure-bus", "key", "an Azure Service Bus, Event Hubs or IoT key", `[A-Za-z0-9+/]{33}(?:AIoT|\+ASb|\+AEh|\+ARm)[A-Za-z0-9+/]{5}[AEIMQUYcgkosw048]=`, "+ASb"),
	innerFormat("cloud.azure-cache", "key", "an Azure Cache key", `[A-Za-z0-9]{33}AzCa[A-Za-z0-9]{5}[AEIMQUYcgkosw048]=`, "AzCa"),
	innerFormat("cloud.azure-search", "key", "an Azure AI Search key", `[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}`, "AzSe"),
	innerFormat("cloud.azure-functions", "key", "an Azure Functions key", `[\w-]{44}AzFu[\w-]{5}[AQgw](?:==|%3D%3D)`, "AzFu"),
	innerFormat("cloud.azure-registry", "password", "an Azure Container Registry password", `[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9]{6}`, "+ACR"),
	secretFormat("cloud.digitalocean-pat", "token", "a DigitalOcean personal access token", `dop_v1_[a-f0-9]{64}`, "dop_v1_"),
	secretFormat("cloud.digitalocean-oauth", "token", "a DigitalOcean OAuth access token", `doo_v1_[a-f0-9]{64}`, "doo_v1_"),
	secretFormat("cloud.digitalocean-refresh", "token", "a DigitalOcean refresh token", `dor_v1_[a-f0-9]{64}`, "dor_v1_"),
	secretFormat("cloud.cloudflare", "token", "a Cloudflare API token", `(?:cfk|cfut|cfat)_[A-Za-z0-9]{40}[0-9a-f]{8}`, "cfk_", "cfut_", "cfat_"),
	secretFormat("cloud.cloudflare-origin", "key", "a Cloudflare origin CA key", `v1\.0-[a-f0-9]{24}-[a-f0-9]{146}`, "v1.0-"),
	secretFormat("cloud.heroku", "key", "a Heroku API key", `HRKU-AA[\w-]{58}`, "HRKU-AA"),
	secretFormat("cloud.vercel", "token", "a Vercel token", `vc[pairk]_[\w-]{56}`, "vcp_", "vca_", "vci_", "vcr_", "vck_"),
	secretFormat("cloud.vercel-blob", "token", "a Vercel Blob token", `vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{30,60}`, "vercel_blob_rw_"),
	secretFormat("cloud.netlify", "token", "a Netlify access token", `nf[pcoub]_[A-Za-z0-9]{36,40}`, "nfp_", "nfc_", "nfo_", "nfu_", "nfb_"),
	secretFormat("cloud.fly", "token", "a Fly.io token", `fo1_[\w-]{43}`, "fo1_"),
	secretFormat("cloud.fly-macaroon", "token", "a Fly.io token", `fm[12][ar]?_[A-Za-z0-9+/]{100,}={0,3}`, "fm1_", "fm1a_", "fm1r_", "fm2_", "fm2a_", "fm2r_"),
	secretFormat("cloud.render", "key", "a Render API key", `rnd_[A-Za-z0-9]{28,32}`, "rnd_").where(mixed),
	secretFormat("cloud.supabase-management", "token", "a Supabase management token", `sbp_(?:oauth_|v0_)?[a-z0-9_-]{40}`, "sbp_"),
	secretFormat("cloud.supabase-secret", "key", "a Supabase secret key", `sb_secret_[\w-]{31}`, "sb_secret_"),
	secretFormat("cloud.neon", "key", "a Neon API key", `napi_[A-Za-z0-9]{64}`, "napi_"),
	secretFormat("cloud.planetscale-token", "token", "a PlanetScale service token", `pscale_tkn_[\w=.-]{32,64}`, "pscale_tkn_"),
	secretFormat("cloud.planetscale-oauth", "token", "a PlanetScale OAuth token", `pscale_oauth_[\w=.-]{32,64}`, "pscale_oauth_"),
	secretFormat("cloud.planetscale-password", "password", "a PlanetScale database password", `pscale_pw_[\w=.-]{32,64}`, "pscale_pw_"),
	secretFormat("cloud.mongodb-atlas", "secret", "a MongoDB Atlas service account secret", `mdb_sa_sk_[\w-]{40}`, "mdb_sa_sk_"),
	secretFormat("cloud.cockroachdb", "key", "a CockroachDB Cloud key", `CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}`, "CCDB1_"),
	secretFormat("cloud.xata", "key", "a Xata API key", `xau_[A-Za-z0-9]{42}`, "xau_"),
	secretFormat("cloud.databricks", "token", "a Databricks access token", `dapi[a-f0-9]{32}(?:-\d)?`, "dapi"),
	secretFormat("cloud.databricks-oauth", "secret", "a Databricks OAuth secret", `dose[a-f0-9]{32}`, "dose"),
	secretFormat("cloud.yandex-iam", "token", "a Yandex Cloud IAM token", `t1\.[\w-]{2,}={0,2}\.[\w-]{86}={0,2}`, "t1.").within(1024),
	secretFormat("cloud.yandex-api", "key", "a Yandex Cloud API key", `AQVN[\w-]{35,38}`, "AQVN"),
	secretFormat("cloud.yandex-oauth", "token", "a Yandex OAuth token", `y[0-3]_{1,2}[\w-]{50,60}`, "y0_", "y1_", "y2_", "y3_"),
	secretFormat("cloud.alibaba-key-id", "key", "an Alibaba Cloud access key id", `LTAI[A-Za-z0-9]{12,20}`, "LTAI").where(mixed),
	secretFormat("cloud.alibaba-sts", "token", "an Alibaba Cloud temporary access key id", `STS\.[A-Za-z0-9]{20,64}`, "STS.").where(mixed),
	secretFormat("cloud.tencent-key-id", "key", "a Tencent Cloud secret id", `AKID[A-Za-z0-9]{32}`, "AKID").where(mixed),
	secretFormat("cloud.volcengine-key-id", "key", "a Volcengine access key id", `AKLT[A-Za-z0-9_-]{40,60}`, "AKLT").where(mixed),
	secretFormat("cloud.baidu", "key", "a Baidu Cloud API key", `bce-v3/ALTAK-[A-Za-z0-9]{16,32}/[a-f0-9]{40}`, "bce-v3/ALTAK-"),
	secretFormat("cloud.scaleway-key-id", "key", "a Scaleway access key id", `SCW[A-Z0-9]{17}`, "SCW").where(mixed),
	secretFormat("cloud.akamai", "token", "an Akamai EdgeGrid token", `akab-[a-z0-9]{16}-[a-z0-9]{16}`, "akab-"),
	secretFormat("cloud.fauna", "key", "a Fauna database key", `fnA[A-Za-z0-9_-]{37,50}`, "fnA").where(mixedCase),
}

// accountKey wants what 64 random bytes have in base64, and neither a text nor the
// head of a zlib stream (RFC 1950 2.2), of which one key in sixteen thousand has
// the look.
func accountKey(value []byte) bool {
	if !mixedCase(value) || !noZeros(value) {
		return false
	}
	var plain [66]byte
	n, err := base64.StdEncoding.Decode(plain[:], value)
	if err != nil {
		return true // its last digit is not what an encoder writes
	}
	if plain[0] == 0x78 && (int(plain[0])<<8|int(plain[1]))%31 == 0 {
		return false
	}
	text := 0
	for _, c := range plain[:n] {
		if c >= ' ' && c < 0x7F {
			text++
		}
	}
	return text*4 < n*3
}
