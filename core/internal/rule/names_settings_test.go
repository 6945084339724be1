package rule

var settingNameExamples = map[string]example{
	"setting.language":   {[]string{"NEXT_LOCALE", ".AspNetCore.Culture", "LANG"}, []string{"lang_token"}},
	"setting.theme":      {[]string{"theme", "dark-mode", "Color_Mode", "wp-settings-1"}, []string{"theme_session"}},
	"setting.timezone":   {[]string{"tz", "timezone", "TIME_ZONE"}, []string{"tzid"}},
	"setting.currency":   {[]string{"currency", "cart_currency", "CURRENCY"}, []string{"currency_token"}},
	"setting.consent":    {[]string{"OptanonConsent", "euconsent-v2", "cmplz_marketing", "eupubconsent-v2", "gpp", "_iub_cs-12345678"}, []string{"didomi_token", "cmplz_"}},
	"setting.experiment": {[]string{"optimizelySegments", "abtest_7", "Feature_Flags"}, []string{"experiment_token"}},
	"setting.server":     {[]string{"ServedBy", "cf_ob_info", "WMF-Last-Access"}, []string{"server_session"}},
	"setting.flag":       {[]string{"logged_in", "cookies_enabled", "LOGGED_IN"}, []string{"logged_in_user"}},
}
