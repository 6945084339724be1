package rule

var csrfNameExamples = map[string]example{
	"csrf.token":          {[]string{"csrf_token", "csrfmiddlewaretoken", "authenticity_token"}, []string{"csrfHeaderName", "csrfParam"}},
	"csrf.form":           {[]string{"_token", "_wpnonce", "__RequestVerificationToken"}, []string{"form_id"}},
	"csrf.short":          {[]string{"sesskey", "SESSKEY"}, []string{"sesskeys"}},
	"csrf.vendor":         {[]string{"atl_token", "fb_dtsg", "g_ck"}, []string{"atl_type"}},
	"csrf.view-state":     {[]string{"__VIEWSTATE", "javax.faces.ViewState"}, []string{"__VIEWSTATEGENERATOR"}},
	"csrf.view-state-key": {[]string{"__VIEWSTATE", "javax.faces.ViewState"}, []string{"viewState"}},
	"csrf.random":         {[]string{"dsc", "security"}, []string{"disc", "securityLevel"}},
	"csrf.header":         {[]string{"X-CSRF-Token", "x-xsrf-token", "X-OWA-CANARY"}, []string{"X-Atlassian-Token"}},
}
