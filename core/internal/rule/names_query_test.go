package rule

var queryNameExamples = map[string]example{
	"query.page":     {[]string{"page", "perPage", "$top", "page[size]"}, []string{"pageToken", "cursor", "page_id"}},
	"query.sort":     {[]string{"sort", "orderBy", "fields"}, []string{"orderId", "filter", "where"}},
	"query.language": {[]string{"lang", "ui_locales", "tz"}, []string{"region_id", "city", "lat"}},
	"query.format":   {[]string{"format", "alt"}, []string{"file", "filename", "q"}},
	"query.version":  {[]string{"ver", "api-version"}, []string{"v", "ver_token"}},
	"query.view":     {[]string{"tab", "operationName"}, []string{"id", "name", "state"}},
	"query.size":     {[]string{"w", "dpr"}, []string{"weight", "who"}},
	"query.time":     {[]string{"_", "since"}, []string{"birthdate", "date", "from"}},
	"query.protocol": {[]string{"response_type", "error"}, []string{"error_description", "login_hint", "client_id"}},
	"query.trace":    {[]string{"requestId", "traceparent"}, []string{"session_id", "userId"}},
}
