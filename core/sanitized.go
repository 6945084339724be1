package core

import (
	"strconv"
	"strings"

	"github.com/tidwall/gjson"
)

// firstSanitizing is the version of Chrome from which on an export leaves
// Cookie, Set-Cookie and Authorization out, unless one asks for them.
const firstSanitizing = 130

// origin is what the headers of one entry tell of how it was exported.
type origin struct {
	Credentials bool `json:"credentials"` // there is a header that a sanitized export leaves out
	Chrome      int  `json:"chrome"`      // the version that the request names, 0 for none
}

// headers looks at a list of headers of the output, where their names still
// are.
func (o *origin) headers(list gjson.Result) {
	list.ForEach(func(_, header gjson.Result) bool {
		switch strings.ToLower(header.Get("name").Str) {
		case "cookie", "set-cookie", "authorization":
			o.Credentials = true
		case "user-agent":
			if _, rest, ok := strings.Cut(header.Get("value").Str, "Chrome/"); ok {
				major, _, _ := strings.Cut(rest, ".")
				// No number is no version.
				o.Chrome, _ = strconv.Atoi(major)
			}
		}
		return true
	})
}

// sanitized tells whether Chrome exported the files and left the credentials
// out of their headers. It needs the rows of a review.
func (l *Lead) sanitized() bool {
	chrome := 0
	for _, o := range l.outcomes {
		for _, r := range o.Rows {
			if r.Origin.Credentials {
				return false
			}
			chrome = max(chrome, r.Origin.Chrome)
		}
	}
	if chrome < firstSanitizing {
		return false
	}
	for _, f := range l.files {
		if gjson.GetBytes(f.frame.Doc, "log.creator.name").Str != "WebInspector" {
			return false
		}
	}
	return true
}
