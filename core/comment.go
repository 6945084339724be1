package core

import (
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/jsonread"
	"github.com/har-redactor/har-redactor/core/internal/jsonwrite"
	"github.com/har-redactor/har-redactor/core/policy"
)

// note is what log.comment says of a run.
func note(p policy.Policy) string {
	return "redacted by " + Version + ", policy " + p.Hash()
}

// comment adds a note to log.comment, after what stands there, unless it
// stands there already.
func (f *file) comment(note string) {
	var log, old jsonread.Value
	jsonread.Of(f.doc).Each(func(name []byte, v jsonread.Value) {
		if string(name) == "log" && v.Is('{') && !log.Exists() {
			log, old = v, v.Get("comment")
		}
	})
	have := old.Text()
	if !log.Exists() || strings.Contains(have, note) {
		return
	}
	if have != "" {
		note = have + "; " + note
	}
	start, end := old.Start, old.End
	var with []byte
	if !old.Exists() {
		start, end = log.End-1, log.End-1
		// A first of several logs may be empty.
		log.Each(func([]byte, jsonread.Value) { with = []byte(",") })
		with = append(with, `"comment":`...)
	}
	with = jsonwrite.String(with, note)
	doc := append(f.doc[:start:start], with...)
	f.doc = append(doc, f.doc[end:]...)
	for i, c := range f.cuts {
		if c >= end {
			f.cuts[i] = c + len(with) - (end - start)
		}
	}
}
