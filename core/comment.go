package core

import (
	"strings"

	"github.com/tidwall/gjson"
	"github.com/tidwall/sjson"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// note is what log.comment says of a run.
func note(p policy.Policy) string {
	return "redacted by " + Version + ", policy " + p.Hash()
}

// comment adds a note to log.comment, after what stands there, unless it
// stands there already.
func (f *file) comment(note string) error {
	have := gjson.GetBytes(f.doc, "log.comment").String()
	if strings.Contains(have, note) {
		return nil
	}
	if have != "" {
		note = have + "; " + note
	}
	doc, err := sjson.SetBytes(f.doc, "log.comment", note)
	if err != nil {
		return &report.Error{Code: report.CodeInternal, Offset: -1, Message: "internal error: the note in log.comment could not be written", Err: err}
	}
	// The one stretch that differs moves the units that stand behind it.
	same := 0
	for same < len(f.doc) && same < len(doc) && f.doc[same] == doc[same] {
		same++
	}
	for i, c := range f.cuts {
		if c >= same {
			f.cuts[i] = c + len(doc) - len(f.doc)
		}
	}
	f.doc = doc
	return nil
}
