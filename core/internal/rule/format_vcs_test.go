package rule

import (
	"testing"

	"github.com/stretchr/testify/require"
)

var vcsExamples = []formatExample{
	{"vcs.github-pat", "ghp_{A36}", "ghp_{A80}", "ghp_{A35}"},
	{"vcs.github-oauth", "gho_{A36}", "gho_{A40}", "gho_{A20}"},
	{"vcs.github-user", "ghu_{A36}", "ghu_{A36}", "ghu-{A36}"},
	{"vcs.github-server", "ghs_{A36}", "ghs_{d7}_eyJ{w30}.eyJ{w60}.{w86}", "ghs_{A34}"},
	{"vcs.github-refresh", "ghr_{A36}", "ghr_{A76}", "ghr_{A30}"},
	{"vcs.github-fine-grained", "github_pat_{A22}_{A59}", "github_pat_{A22}_{A59}", "github_pat_{A22}_{A58}"},
	{"vcs.gitlab-pat", "glpat-{w20}", "glpat-{w27}.{a2}.{a9}", "glpat-{w19}"},
	{"vcs.gitlab-deploy", "gldt-{w20}", "gldt-{w40}", "gldt-{w12}"},
	{"vcs.gitlab-runner", "glrt-{w20}", "glrt-t1_{w24}", "glrt-{w12}"},
	{"vcs.gitlab-runner-registration", "GR1348941{w20}", "glrtr-{w20}", "GR1348941{w15}"},
	{"vcs.gitlab-job", "glcbt-{A2}_{w20}", "glcbt-{A5}_{w24}", "glcbt-{A8}_{w20}"},
	{"vcs.gitlab-trigger", "glptt-{h40}", "glptt-{h40}", "glptt-{h39}"},
	{"vcs.gitlab-feed", "glft-{w20}", "glft-{w40}", "glft-{w10}"},
	{"vcs.gitlab-scim", "glsoat-{w20}", "glsoat-{w30}", "glsoat-{w10}"},
	{"vcs.gitlab-agent", "glagent-{w50}", "glagent-{w60}", "glagent-{w40}"},
	{"vcs.gitlab-oauth-secret", "gloas-{w64}", "gloas-{w64}", "gloas-{w60}"},
	{"vcs.gitlab-mail", "glimt-{w25}", "glimt-{w25}", "glimt-{w20}"},
	{"vcs.gitlab-feature-flags", "glffct-{w20}", "glffct-{w20}", "glffct-{w12}"},
	{"vcs.gitlab-workspace", "glwt-{w20}", "glwt-{w30}", "glwt-{w12}"},
	{"vcs.bitbucket-app-password", "ATBB{A24}{H8}", "ATBB{A24}{H8}", "ATBB{A24}{H6}"},
	{"vcs.sourcegraph", "sgp_{h40}", "sgp_{h16}_{h40}", "sgp_{h38}"},
	{"vcs.phabricator", "api-{a28}", "cli-{a28}", "api-{a26}"},
	{"vcs.youtrack", "perm:{A12}=.{A10}.{A30}", "perm-{A16}.{A8}.{A30}", "perm:{A12}"},
	{"vcs.npm", "npm_{A36}", "npm_{A36}", "npm_{A35}"},
	{"vcs.pypi", "pypi-AgEIcHlwaS5vcmc{w100}", "pypi-AgEIcHlwaS5vcmc{w160}", "pypi-AgEIcHlwaS5vcmc{w30}"},
	{"vcs.test-pypi", "pypi-AgENdGVzdC5weXBpLm9yZw{w100}", "pypi-AgENdGVzdC5weXBpLm9yZw{w160}", "pypi-AgENdGVzdC5weXBpLm9yZw{w30}"},
	{"vcs.rubygems", "rubygems_{h48}", "rubygems_{h48}", "rubygems_{h40}"},
	{"vcs.crates", "cio{A31}Z", "cio{A30}a7", "cio{A30}"},
	{"vcs.nuget", "oy2{a43}", "oy2{a43}", "oy2{a40}"},
	{"vcs.clojars", "CLOJARS_{a60}", "CLOJARS_{a60}", "CLOJARS_{a50}"},
	{"vcs.packagist", "packagist_uut_{h68}", "packagist_ort_{h68}", "packagist_uut_{h20}"},
	{"vcs.docker-pat", "dckr_pat_{w27}", "dckr_pat_{w27}", "dckr_pat_{w20}"},
	{"vcs.docker-oat", "dckr_oat_{w32}", "dckr_oat_{w32}", "dckr_oat_{w20}"},
	{"vcs.docker-swarm", "SWMTKN-1-{a50}-{a25}", "SWMTKN-1-{a50}-{a25}", "SWMTKN-1-{a20}-{a25}"},
	{"vcs.artifactory", "AKCp{A69}", "AKCp{A69}", "AKCp{A60}"},
	{"vcs.artifactory-reference", "cmVmd{A59}", "cmVmd{A59}", "cmVmd{A50}"},
	{"vcs.buildkite", "bkua_{a40}", "bkua_{a50}", "bkua_{a30}"},
	{"vcs.circleci", "CCIPAT_{A22}_{h40}", "CCIPRJ_{A22}_{h40}", "CCIPAT_{A22}_{h30}"},
	{"vcs.sonar", "squ_{h40}", "sqp_{h40}", "sqx_{h40}"},
	{"vcs.harness", "pat.{w22}.{A24}.{A20}", "sat.{w22}.{A24}.{A20}", "pat.{w22}.{A24}.{A10}"},
	{"vcs.octopus", "API-{U26}", "API-{U30}", "API-{U20}"},
	{"vcs.postman", "PMAK-{h24}-{h34}", "PMAK-{h24}-{h34}", "PMAK-{h24}-{h30}"},
	{"vcs.chromatic", "chpt_{h15}", "chpt_{h32}", "chpt_{h6}"},
	{"vcs.azure-devops", "{A76}AZDO{A4}", "{A76}AZDO{A4}", "{A76}AZD0{A4}"},
}

// One token in two hundred has no digit.
func TestTokensOfLettersAlone(t *testing.T) {
	for _, v := range []string{"ciohTEvtlAOPESuJLZSCDapbYiuhmRweuSN", "md-hTEvtlAOPESuJLZSCDapbY"} {
		m, ok := FormatAt([]byte(v), 0)
		require.True(t, ok, v)
		require.Equal(t, len(v), m.End, v)
	}
	for _, v := range []string{"cioXMLHttpRequestEventTargetBuilder", "ciogetElementsByTagNameNSAndClasses", "md-resourceGroupDeployments"} {
		_, ok := FormatAt([]byte(v), 0)
		require.False(t, ok, v)
	}
}
