package rule

// infraFormats are secret stores, networks, deployment and observability.
var infraFormats = []Format{
	secretFormat("infra.vault-service", "token", "a HashiCorp Vault service token", `hvs\.[\w-]{24,300}`, "hvs."),
	secretFormat("infra.vault-batch", "token", "a HashiCorp Vault batch token", `hvb\.[\w-]{100,}`, "hvb."),
	secretFormat("infra.vault-recovery", "token", "a HashiCorp Vault recovery token", `hvr\.[\w-]{24,300}`, "hvr."),
	innerFormat("infra.terraform", "token", "a HCP Terraform token", `[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}`, ".atlasv1."),
	secretFormat("infra.boundary", "token", "a HashiCorp Boundary token", `at_[A-Za-z0-9]{10}_[A-Za-z0-9]{40,}`, "at_").where(mixedCase),
	secretFormat("infra.doppler-personal", "token", "a Doppler personal token", `dp\.(?:pt|ct)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}`, "dp.pt.", "dp.ct.").where(dotTail),
	secretFormat("infra.doppler-service", "token", "a Doppler service token", `dp\.st\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}`, "dp.st.").where(dotTail),
	secretFormat("infra.doppler-account", "token", "a Doppler service account token", `dp\.(?:sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}`, "dp.sa.", "dp.scim.", "dp.audit.").where(dotTail),
	secretFormat("infra.infisical", "token", "an Infisical service token", `st\.[a-f0-9]{24}\.[a-f0-9]{32,64}\.[a-f0-9]{32,64}`, "st."),
	secretFormat("infra.tailscale", "key", "a Tailscale key", `tskey-(?:auth|api|client|scim|webhook|oauth)-[A-Za-z0-9]{6,64}-[A-Za-z0-9]{20,40}`, "tskey-"),
	secretFormat("infra.defined", "key", "a Defined Networking API token", `dnkey-[a-z0-9=_-]{26}-[a-z0-9=_-]{52}`, "dnkey-"),
	secretFormat("infra.pulumi", "token", "a Pulumi access token", `pul-[a-f0-9]{40}`, "pul-"),
	secretFormat("infra.prefect", "token", "a Prefect API token", `pn[ub]_[A-Za-z0-9]{36}`, "pnu_", "pnb_"),
	secretFormat("infra.infracost", "key", "an Infracost API key", `ico-[A-Za-z0-9]{32}`, "ico-").where(mixedCase),
	secretFormat("infra.openshift", "token", "an OpenShift token", `sha256~[\w-]{43}`, "sha256~"),
	secretFormat("infra.kubernetes-websocket", "token", "a Kubernetes bearer token in a WebSocket protocol name", `base64url\.bearer\.authorization\.k8s\.io\.([\w-]+)`, "base64url.bearer.authorization.k8s.io.").within(8192),
	innerFormat("infra.kubernetes-bootstrap", "token", "a token by which a machine joins a Kubernetes cluster", `[a-z0-9]{6}\.[a-z0-9]{16}`, ".").where(bootstrapToken),
	secretFormat("infra.rancher", "token", "a Rancher API token", `(?:token|kubeconfig)-[a-z0-9]{5,16}:[a-z0-9]{54}`, "token-", "kubeconfig-"),
	secretFormat("infra.vmware-ticket", "ticket", "a ticket of VMware vCenter's: whoever has it takes the session over", `cst-VCT-[0-9a-fA-F-]{30,40}--tp-[0-9A-F-]{20,80}`, "cst-VCT-"),
	addressFormat("infra.infura", "key", "an Infura API key", `infura\.io/(?:ws/)?v3/([0-9a-f]{32})`, "infura.io"),
	addressFormat("infra.alchemy", "key", "an Alchemy API key", `alchemy(?:api)?\.(?:com|io)/(?:v2|v3|nft/v[23])/([\w-]{20,40})`, "alchemy.com", "alchemyapi.io"),
	addressFormat("infra.quicknode", "key", "a QuickNode API key", `quiknode\.pro/([0-9a-f]{40})`, "quiknode.pro"),
	addressFormat("infra.ankr", "key", "an Ankr API key", `rpc\.ankr\.com/\w{2,24}/([0-9a-f]{64})`, "rpc.ankr.com"),
	secretFormat("infra.confluent", "key", "a Confluent Cloud secret", `cflt[A-Za-z0-9+/]{60}`, "cflt"),
	secretFormat("infra.elastic", "key", "an Elastic Cloud API key", `essu_[\w-]{60,200}={0,2}`, "essu_"),
	secretFormat("infra.datadog", "key", "a Datadog key", `dd[awp]_[A-Za-z0-9]{34,40}`, "dda_", "ddw_", "ddp_"),
	secretFormat("infra.datadog-client", "token", "a Datadog API client token", `ddapp_[A-Za-z0-9]{34,40}`, "ddapp_"),
	secretFormat("infra.newrelic-user", "key", "a New Relic user key", `NRAK-[A-Z0-9]{27}`, "NRAK-"),
	secretFormat("infra.newrelic-insights", "key", "a New Relic insights key", `NRI[IQ]-[\w-]{32}`, "NRII-", "NRIQ-"),
	secretFormat("infra.newrelic-rest", "key", "a New Relic REST API key", `NRRA-[a-f0-9]{42}`, "NRRA-"),
	innerFormat("infra.newrelic-license", "key", "a New Relic license key", `[a-zA-Z0-9]{36}NRAL`, "NRAL"),
	secretFormat("infra.grafana-service", "token", "a Grafana service account token", `glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}`, "glsa_"),
	secretFormat("infra.grafana-cloud", "token", "a Grafana Cloud access policy token", `glc_[A-Za-z0-9+/]{32,400}={0,3}`, "glc_"),
	secretFormat("infra.grafana-legacy", "key", "a Grafana API key", `eyJrIjoi[A-Za-z0-9]{60,400}={0,3}`, "eyJrIjoi"),
	secretFormat("infra.sentry-org", "token", "a Sentry organization token", `sntrys_[A-Za-z0-9+/=_-]{80,}`, "sntrys_"),
	secretFormat("infra.sentry-user", "token", "a Sentry user token", `sntryu_[a-f0-9]{64}`, "sntryu_"),
	secretFormat("infra.sentry-integration", "token", "a Sentry integration token", `sntryi_[a-f0-9]{64}`, "sntryi_"),
	secretFormat("infra.dynatrace", "token", "a Dynatrace token", `dt0[a-z]\d\d\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}`, eachOf("dt0", "abcdefghijklmnopqrstuvwxyz")...),
	secretFormat("infra.honeycomb", "key", "a Honeycomb API key", `hc[abc][mil][kc]_[a-z0-9]{26,64}`, "hca", "hcb", "hcc").where(mixed),
	secretFormat("infra.logfire", "token", "a Logfire token", `pylf_v\d_[a-z]{2}_[A-Za-z0-9]{40,50}`, "pylf_v"),
	secretFormat("infra.axiom", "token", "an Axiom token", `xa[ap]t-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`, "xaat-", "xapt-").where(mixed),
	secretFormat("infra.checkly", "key", "a Checkly API key", `cu_[a-f0-9]{32}`, eachOf("cu_", "0123456789abcdef")...),
	secretFormat("infra.coralogix", "key", "a Coralogix API key", `cx[tu][ph]_[A-Za-z0-9]{28,40}`, "cxtp_", "cxth_", "cxup_", "cxuh_"),
	secretFormat("infra.cloudflare-tunnel", "token", "the token of a Cloudflare tunnel", `eyJhIjoi[A-Za-z0-9+/]{43}iLCJ0Ijoi[A-Za-z0-9+/]{60,}={0,2}`, "eyJhIjoi"),
	secretFormat("infra.digitalocean-database", "password", "the password of a database at DigitalOcean", `AVNS_[\w-]{15,24}`, "AVNS_").where(varied),
	secretFormat("infra.onepassword", "key", "a 1Password secret key", `A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}`, "A3-").where(varied),
	secretFormat("infra.onepassword-service", "token", "a 1Password service account token", `ops_eyJ[\w+/-]{200,}={0,3}`, "ops_eyJ"),
	secretFormat("infra.aiven", "token", "an Aiven token", `aivenv1[A-Za-z0-9+/=]{100,}`, "aivenv1"),
	secretFormat("infra.ngrok", "key", "an ngrok API key", `(?:ak|cr|authtoken)_[A-Za-z0-9]{27}`, "ak_", "cr_", "authtoken_").where(mixedCase),
	secretFormat("infra.proxmox", "ticket", "a ticket of Proxmox", `PVE(?:VNC)?:[^\s"'<>\\:]{0,60}:?[^\s"'<>\\]{0,200}::([A-Za-z0-9+/]{300,400}={0,2})`, "PVE:", "PVEVNC:").within(1024),
	secretFormat("infra.qstash", "key", "a signing key of QStash", `sig_[A-Za-z0-9]{28,40}`, "sig_").where(mixedCase),
	secretFormat("infra.citrix-ticket", "ticket", "a ticket of Citrix for one connection", `STA[0-9A-F]{6,12};([0-9A-F]{32})`, "STA"),
}

// dotTail judges what stands behind the last dot.
func dotTail(value []byte) bool {
	for i := len(value) - 1; i >= 0; i-- {
		if value[i] == '.' {
			return random(value[i+1:])
		}
	}
	return random(value)
}

// bootstrapToken wants letters past those of hex: what is hex behind a dot is
// the hash in the name of a file.
func bootstrapToken(value []byte) bool {
	digit, beyond := 0, 0
	for _, c := range value[7:] {
		switch {
		case isDigit(c):
			digit++
		case c > 'f':
			beyond++
		}
	}
	return digit > 1 && beyond > 1 && random(value[7:])
}
