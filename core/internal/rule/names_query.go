package rule

// QueryValue is what is said of a value in a query whose name is not in the
// table below.
var QueryValue = &Rule{"query.value", "a value in the query of an address, under a name that is not known to be harmless", "query", Secret, Any}

// queryNames are the parameters that stay where all other values of queries are
// to go: support needs them to see what was asked for, and what can stand under
// them is the same for many people. Judge bounds the values, since nobody holds
// a program to the meaning of a name. Not in here: what was searched for, ids of
// any kind, cursors, which can hold the last row that was shown, and campaigns.
// v is the version of a script as often as it is a film that was watched.
var queryNames = []Names{
	{Rule{"query.page", "which part of a list was asked for", "query", Harmless, Count}, Query, []string{
		"page", "page_no", "pageno", "pageNum", "page_num", "pageNumber", "page_number", "pageIndex", "page_index", "page[number]", "pageSize", "page_size", "page[size]", "perPage", "per_page", "per-page",
		"limit", "page[limit]", "offset", "page[offset]", "start", "startIndex", "start_index", "count", "rows", "take", "skip", "top", "$top", "$skip", "first", "last", "size", "maxResults", "max_results", "batchSize", "batch_size",
	}},
	{Rule{"query.sort", "in which order, or which columns, were asked for", "query", Harmless, Plain}, Query, []string{
		"sort", "sortBy", "sort_by", "sort-by", "sortOrder", "sort_order", "sortDir", "sort_dir", "sortField", "order", "orderBy", "order_by", "order-by", "$orderby", "orderDir", "dir", "direction", "asc", "desc",
		"fields", "$select", "select", "expand", "$expand", "include", "exclude", "columns", "group_by", "groupBy", "$count",
	}},
	{Rule{"query.language", "the language, place and units chosen", "query", Harmless, Plain}, Query, []string{
		"lang", "language", "locale", "lng", "hl", "gl", "culture", "ui_locales", "country", "countryCode", "country_code", "currency", "units", "tz", "timezone", "time_zone",
	}},
	{Rule{"query.format", "in which form the answer was asked for", "query", Harmless, Plain}, Query, []string{
		"format", "$format", "fmt", "output", "alt", "ext", "encoding", "charset", "pretty", "prettyPrint", "contentType", "content_type", "mimeType", "mime_type",
	}},
	{Rule{"query.version", "the version of a program or interface", "query", Harmless, Plain}, Query, []string{
		"ver", "version", "apiVersion", "api_version", "api-version", "appVersion", "app_version", "clientVersion", "client_version", "sdkVersion", "sdk_version", "rev", "build", "release", "EIO", "transport",
	}},
	{Rule{"query.view", "which of a few things a page shows or does", "query", Harmless, Plain}, Query, []string{
		"view", "layout", "mode", "display", "theme", "tab", "step", "type", "kind", "status", "action", "method", "op", "operation", "operationName", "env", "environment", "platform", "os", "debug", "verbose", "async",
	}},
	{Rule{"query.size", "the size of a picture or a window", "query", Harmless, Count}, Query, []string{
		"w", "h", "width", "height", "maxWidth", "max_width", "maxHeight", "max_height", "dpr", "quality", "scale", "zoom",
	}},
	{Rule{"query.time", "when it was asked, or for which time", "query", Harmless, Plain}, Query, []string{
		"_", "ts", "timestamp", "time", "since", "until", "startDate", "start_date", "endDate", "end_date", "startTime", "start_time", "endTime", "end_time", "interval", "period", "timeout", "duration",
	}},
	{Rule{"query.protocol", "how a sign-in goes on, or why it failed", "query", Harmless, Plain}, Query, []string{
		"response_type", "response_mode", "grant_type", "code_challenge_method", "token_type", "token_type_hint", "expires_in", "prompt", "max_age", "scope", "error", "error_code", "errorCode", "error_subcode", "SigAlg", "SAMLEncoding", "wa",
		"X-Amz-Algorithm", "X-Amz-Expires", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Goog-Algorithm", "X-Goog-Expires", "X-Goog-Date", "X-Goog-SignedHeaders",
	}},
	{Rule{"query.trace", "the id of a request, by which support finds it in the logs", "query", Harmless, Any}, Query, []string{
		"requestId", "request_id", "request-id", "x-request-id", "correlationId", "correlation_id", "correlation-id", "x-correlation-id", "traceId", "trace_id", "traceparent", "client-request-id", "x-amzn-trace-id", "x-ms-client-request-id", "x-ms-request-id",
	}},
}
