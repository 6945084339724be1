package rule

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/judge"
)

// settingNames are the few cookies that stay: they are plainly settings, say
// the same for many people and are what support asks for.
var settingNames = []Names{
	{Rule{"setting.language", "the language chosen", "cookie", Harmless, Any}, Cookie, []string{
		"lang", "language", "locale", "site_lang", "user_lang", "user_language", "preferred_language", "preferred_locale", "pref_lang", "ui_language", "i18next", "i18n_redirected", "i18nextLng", "i18n",
		"NEXT_LOCALE", "django_language", "PARAGLIDE_LOCALE", "okta_user_lang", "glide_language", ".AspNetCore.Culture", "_culture", "culture", "wp-wpml_current_language",
		"wp-wpml_current_admin_language", "pll_language", "trp_language", "ww_lang", "hl", "preferred-locale", "org.springframework.web.servlet.i18n.CookieLocaleResolver.LOCALE",
		"KEYCLOAK_LOCALE", "country", "country_code", "countryCode", "region",
	}},
	{Rule{"setting.theme", "the look chosen", "cookie", Harmless, Any}, Cookie, []string{
		"theme", "dark_mode", "darkmode", "dark-mode", "color-scheme", "color_scheme", "colorScheme", "color_mode", "color-mode", "colorMode", "ui-theme", "ui_theme",
		"theme_mode", "preferred_color_mode", "prefers-color-scheme", "sidebar_collapsed", "sidebar:state", "sidebar_state", "nav_collapsed", "super_sidebar_collapsed", "font_size", "wp-settings-*",
	}},
	{Rule{"setting.timezone", "the time zone of the browser", "cookie", Harmless, Any}, Cookie, []string{
		"tz", "timezone", "time_zone", "time-zone", "tzname", "tz_offset", "tzoffset", "timezone_offset", "timezoneOffset", "browser_timezone", "browser.timezone", "user_timezone",
	}},
	{Rule{"setting.currency", "the currency chosen", "cookie", Harmless, Any}, Cookie, []string{
		"currency", "currency_code", "currencyCode", "cart_currency", "woocommerce_currency", "preferred_currency", "i18n-prefs",
	}},
	{Rule{"setting.consent", "what the user agreed to", "cookie", Harmless, Any}, Cookie, []string{
		"OptanonConsent", "OptanonAlertBoxClosed", "CookieConsent", "CookieConsentV2", "CookieConsentPolicy", "euconsent", "euconsent-v2", "eupubconsent*", "CONSENT", "SOCS", "cookieyes-consent",
		"cookie_consent", "cookie-consent", "cookieconsent_status", "cookieconsent_dismissed", "cookie_notice_accepted", "cookie-agreed", "cookie-agreed-version", "cmplz_*",
		"borlabs-cookie", "usprivacy", "moove_gdpr_popup", "viewed_cookie_policy", "cookielawinfo-checkbox-*", "cookielawinfo-consent", "CookieLawInfoConsent", "cc_cookie", "klaro",
		"gdpr", "gdpr_consent", "cookie_policy", "cookies_accepted", "cookies-accepted", "cookieAccepted", "tarteaucitron", "axeptio_authorized_vendors", "notice_preferences",
		"notice_gdpr_prefs", "cookie_preferences", "addtl_consent", "gpp", "IABGPP_HDR_GppString", "FCCDCF", "axeptio_all_vendors", "_iub_cs-*", "LSKey-c$CookieConsent", "_tracking_consent", "OptOut", "gpc", ".AspNet.Consent",
	}},
	{Rule{"setting.experiment", "what is tried on the visitor", "cookie", Harmless, Any}, Cookie, []string{
		"optimizelySegments", "optimizelyBuckets", "optimizelyPendingLogEvents", "NYT-wpAB", "abtest*", "ab_test*", "ab-test*", "experiments", "feature_flags", "featureFlags", "circgroup",
	}},
	{Rule{"setting.server", "which server answered, and when", "cookie", Harmless, Any}, Cookie, []string{
		"ServedBy", "served_by", "mmcore.srv", "bkdc", "cf_ob_info", "WMF-Last-Access", "WMF-Last-Access-Global", "datacenter", "data_center",
	}},
	{Rule{"setting.flag", "a yes or no", "cookie", Harmless, Any}, Cookie, []string{
		"logged_in", "cookies_enabled", "cookie_test", "cookietest", "testcookie", "wordpress_test_cookie", "test_cookie", "has_js", "js_enabled", "is_mobile", "liap",
		"SMCHALLENGE", "viewport", "screen_resolution", "MSISLoopDetectionCookie",
	}},
}

// settingWords are the last words of the names of settings: of the look of a page, of
// what was shown and when, of where somebody came from, of what is tried on visitors.
var settingWords = judge.SetOf(" theme skin scheme lang language locale tz timezone currency country region units unit sort sorting order view layout tab width height size font zoom scale dpr rate volume contrast " +
	"visit visits visited seen shown closed hidden collapsed expanded banner popup modal tour step onboarding survey promo newsletter notice tooltip consent " +
	"time date ts timestamp expires expiry day count counter items total page pages scroll landing referrer referer medium campaign " +
	"test experiment variant variation bucket cohort feature features version ver build release screen viewport webp checked supported enabled disabled store warehouse edition ")

// isSettingName tells whether the last word of a cookie's name is one of those; a number
// behind it says whose setting it is, or which: panel-width-3.
func isSettingName(name []byte) bool {
	var buf [maxName]byte
	var ends [maxWords + 1]int
	n, b := split(name, &buf, &ends)
	for ; n > 0; n-- {
		if word := bytes.TrimRight(b[ends[n-1]:ends[n]], "0123456789"); len(word) > 0 {
			return settingWords()[string(word)]
		}
	}
	return false
}
