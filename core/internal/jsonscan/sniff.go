package jsonscan

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/report"
)

// looks tells files that are taken for HARs by their first bytes, and what to
// do with each. Where do is empty, the capture must be exported again.
var looks = []struct{ magic, what, do string }{
	{"\x89PNG", "a PNG picture", ""},
	{"\xff\xd8\xff", "a JPEG picture", ""},
	{"GIF8", "a GIF picture", ""},
	{"RIFF", "a picture, sound or film", ""},
	{"%PDF", "a PDF document", ""},
	{"\x1f\x8b", "a gzip archive", "unpack it and take the .har file inside"},
	{"PK\x03\x04", "a zip archive", "unpack it and take the .har file inside"},
	{"PK\x05\x06", "an empty zip archive", ""},
	{"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it and take the .har file inside"},
	{"7z\xbc\xaf", "a 7z archive", "unpack it and take the .har file inside"},
	{"BZh", "a bzip2 archive", "unpack it and take the .har file inside"},
	{"\xd4\xc3\xb2\xa1", "a packet capture", ""},
	{"\xff\xfe", "UTF-16 text", "save it as UTF-8"},
	{"\xfe\xff", "UTF-16 text", "save it as UTF-8"},
	{"\x00{", "UTF-16 text", "save it as UTF-8"},
	{"<", "HTML or XML", ""},
	{"[", "a JSON array", ""},
	{`"`, "a JSON string", ""},
	{")]}'", "JSON behind a guard against scripts", "take the first line off"},
}

// notJSON says what a file is that does not begin as a JSON object.
func (s *Splitter) notJSON() error {
	what, do := "not JSON", exportAgain
	for _, l := range looks {
		if bytes.HasPrefix(s.head, []byte(l.magic)) {
			what = l.what
			if l.do != "" {
				do = l.do
			}
			break
		}
	}
	if what == "not JSON" && callback(s.head) {
		what, do = "JSONP, a script around JSON", "take the call around the JSON off, or "+exportAgain
	}
	return report.Errorf(report.CodeNotJSON, s.sniffed, "this is %s, where a HAR begins with {: %s", what, do)
}

// callback says whether b begins with an identifier, perhaps with dots and
// behind a comment, and an opening parenthesis.
func callback(b []byte) bool {
	if rest, ok := bytes.CutPrefix(b, []byte("/*")); ok {
		_, rest, _ = bytes.Cut(rest, []byte("*/"))
		b = bytes.TrimLeft(rest, " \t\r\n")
	}
	for i, c := range b {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z', c == '_', c == '$', c >= 0x80:
		case i > 0 && ('0' <= c && c <= '9' || c == '.'):
		default:
			return i > 0 && c == '('
		}
	}
	return false
}
