package secrets

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// Decisions are what a person changed of what the rules say.
type Decisions struct {
	// Keep holds indices in the Set: these secrets stay, with their parts and however
	// else they are written.
	Keep []int32
	// Also holds values that go everywhere, whatever they look like.
	Also [][]byte
}

// MinAlso is the shortest value, in bytes, that can be looked for everywhere
// because a person says so.
const MinAlso = 3

var manual = rule.Rule{ID: "manual", Kind: "manual", Reason: "you asked for it to be removed", Treat: rule.Secret}

// decide applies decisions to a set whose secrets all have their numbers, so
// that no number depends on a decision.
func (s *Set) decide(d Decisions, first int) {
	keep := func(id int32) { s.Secrets[id].Kept, s.Secrets[id].Everywhere = true, false }
	for _, id := range d.Keep {
		if int(id) >= len(s.Secrets) || id < 0 {
			continue
		}
		value := s.Secrets[id].Value
		keep(id)
		for _, p := range append(Parts(value, s.Secrets[id].Kind), otherForms(value)...) {
			if part, ok := s.Index(p); ok {
				keep(part)
			}
		}
	}
	for _, v := range d.Also {
		if len(v) < MinAlso {
			continue
		}
		id, ok := s.Index(v)
		if !ok {
			id = s.add(Candidate{Value: bytes.Clone(v), Kind: manual.Kind, Rules: []*rule.Rule{&manual}, First: -1}, first, true)
		}
		// What is asked for by hand goes, also against an earlier decision.
		s.Secrets[id].Kept, s.Secrets[id].Everywhere = false, true
	}
}
