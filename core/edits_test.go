package core

import (
	"bytes"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/policy"
)

// An Edited is one edit with what is needed to judge it by eye. It holds the
// value that was taken out, so it is for tests alone.
type Edited struct {
	Start          int // in the file
	Rule, Kind     string
	Found          bool   // a finding stands there; otherwise the hunt for a secret of elsewhere came upon it
	Path           string // keys and indexes from the unit's root
	Value, With    string
	Before, Behind string
}

// ReviewEdits lists what Redact changes in a HAR, in file order. changed is how
// many of the input's bytes are replaced.
func ReviewEdits(in []byte, p policy.Policy) (list []Edited, changed int, err error) {
	lead := NewLead(p, Options{})
	batches, err := scanAll(lead, []File{{Src: bytes.NewReader(in), Size: int64(len(in))}})
	if err != nil {
		return nil, 0, err
	}
	if err := lead.Resolve([]*Findings{lead.Findings()}, Decisions{}); err != nil {
		return nil, 0, err
	}
	byPlaceholder := map[string]int{}
	for i, x := range lead.set.Secrets {
		byPlaceholder[string(x.Placeholder)] = i
	}
	unit := func(n int, b []byte, place func(int) int) {
		located := lead.findings.located(nil, n, lead.to, lead.set)
		_, edits, cleanErr := lead.clean(nil, b, n, 0)
		if cleanErr != nil {
			err = cleanErr
		}
		paths := pathsOf(b, edits)
		for i, e := range edits {
			r := Edited{
				Start: place(e.Start), Rule: "packed", Path: paths[i], Value: string(b[e.Start:e.End]), With: string(e.With),
				Before: string(b[max(0, e.Start-60):e.Start]), Behind: string(b[e.End:min(len(b), e.End+60)]),
			}
			if x, ok := byPlaceholder[strings.Trim(string(e.With), `"\`)]; ok {
				r.Rule, r.Kind = lead.set.Secrets[x].Rules[0].ID, lead.set.Secrets[x].Kind
				for _, rule := range lead.set.Secrets[x].Rules[1:] {
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
	for n, batch := range batches[0] {
		for i, s := range batch.Spans {
			at := int(batch.Offset) + s[0]
			unit(lead.batches[n].unit+i, in[at:int(batch.Offset)+s[1]], func(i int) int { return at + i })
		}
	}
	frame := lead.files[0].frame
	unit(lead.files[0].unit, frame.Doc, func(i int) int { return int(frame.FileOffset(i)) })
	return list, changed, err
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
