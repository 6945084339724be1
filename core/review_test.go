package core

import (
	"bytes"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/policy"
)

// A Review is one edit with what is needed to judge it by eye. It holds the
// value that was taken out, so it is for tests alone.
type Review struct {
	Rule, Kind     string
	Found          bool   // a finding stands there; otherwise the hunt for a secret of elsewhere came upon it
	Path           string // keys and indexes from the unit's root
	Value, With    string
	Before, Behind string
}

// ReviewEdits lists what Redact changes in a HAR, in file order. bytes is how
// many of the input's are replaced.
func ReviewEdits(in []byte, p policy.Policy) (list []Review, changed int, err error) {
	job := NewJob(p)
	copy(job.Room(len(in)), in)
	if _, err := job.Commit(len(in)); err != nil {
		return nil, 0, err
	}
	if _, err := job.EndPass(); err != nil {
		return nil, 0, err
	}
	s := job.second
	byPlaceholder := map[string]int{}
	for i, x := range s.set.Secrets {
		byPlaceholder[string(x.Placeholder)] = i
	}
	unit := func(n int, b []byte) {
		located := s.findings.located(n, s.to)
		edits := s.rewriter.Edits(b, located)
		paths := pathsOf(b, edits)
		for i, e := range edits {
			r := Review{
				Rule: "packed", Path: paths[i], Value: string(b[e.Start:e.End]), With: string(e.With),
				Before: string(b[max(0, e.Start-60):e.Start]), Behind: string(b[e.End:min(len(b), e.End+60)]),
			}
			if x, ok := byPlaceholder[strings.Trim(string(e.With), `"\`)]; ok {
				r.Rule, r.Kind = s.set.Secrets[x].Rules[0].ID, s.set.Secrets[x].Kind
				for _, rule := range s.set.Secrets[x].Rules[1:] {
					r.Rule += "+" + rule.ID
				}
			}
			for _, l := range located {
				start, end := l.Start, l.End
				if len(l.Path) > 0 {
					start, end = l.Path[0].Start, l.Path[0].End
				}
				r.Found = r.Found || start < e.End && e.Start < end
			}
			list = append(list, r)
			changed += e.End - e.Start
		}
	}
	in = bytes.TrimPrefix(in, []byte("\xEF\xBB\xBF"))
	lead := int64(0)
	if s.frame.BOM {
		lead = 3
	}
	for n, cut := range s.frame.Cuts {
		at := int(cut.Offset - lead)
		unit(n, in[at:at+int(cut.Len)])
	}
	unit(len(s.frame.Cuts), s.frame.Doc)
	return list, changed, nil
}

// pathsOf tells for each edit the keys that lead to it.
func pathsOf(b []byte, edits []rewrite.Edit) []string {
	var paths, keys []string
	var arrays []bool
	key, wantKey := "", false
	scan := jsonscan.Scanner{Data: b}
	for len(paths) < len(edits) {
		tok := scan.Next()
		switch tok.Kind {
		case jsonscan.End:
			for len(paths) < len(edits) {
				paths = append(paths, "?")
			}
		case jsonscan.ObjectOpen, jsonscan.ArrayOpen:
			wantKey = tok.Kind == jsonscan.ObjectOpen
			keys, arrays = append(keys, key), append(arrays, !wantKey)
			key = ""
		case jsonscan.ObjectClose, jsonscan.ArrayClose:
			keys, arrays = keys[:len(keys)-1], arrays[:len(arrays)-1]
			wantKey = false
		case jsonscan.Comma:
			wantKey = len(arrays) > 0 && !arrays[len(arrays)-1]
		case jsonscan.Colon:
			wantKey = false
		case jsonscan.String:
			if wantKey {
				key = string(b[tok.Start+1 : tok.End-1])
			}
		}
		for len(paths) < len(edits) && tok.Kind != jsonscan.End && edits[len(paths)].Start < tok.End {
			path := strings.Join(append(keys[:len(keys):len(keys)], key), "/")
			if wantKey && tok.Kind == jsonscan.String {
				path += " (key)"
			}
			paths = append(paths, strings.TrimPrefix(path, "/"))
		}
	}
	return paths
}
