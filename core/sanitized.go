package core

import (
	"strconv"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/jsonread"
)

// firstSanitizing is the version of Chrome from which on an export leaves
// Cookie, Set-Cookie and Authorization out, unless one asks for them.
const firstSanitizing = 130

// origin is what the headers of one entry tell of how it was exported.
type origin struct {
	Credentials bool // there is a header that a sanitized export leaves out
	Chrome      int  // the version that the request names, 0 for none
}

// headers looks at a list of headers of the output, where their names still
// are.
func (o *origin) headers(list jsonread.Value) {
	list.Each(func(_ []byte, header jsonread.Value) {
		switch strings.ToLower(header.Get("name").Text()) {
		case "cookie", "set-cookie", "authorization":
			o.Credentials = true
		case "user-agent":
			if _, rest, ok := strings.Cut(header.Get("value").Text(), "Chrome/"); ok {
				major, _, _ := strings.Cut(rest, ".")
				// No number is no version.
				o.Chrome, _ = strconv.Atoi(major)
			}
		}
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
		if jsonread.Of(f.frame.Doc).Get("log").Get("creator").Get("name").Text() != "WebInspector" {
			return false
		}
	}
	return true
}
