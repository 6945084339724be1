// Package policy holds what the user or a portal chose: a small JSON document,
// parsed strictly, with presets.
package policy

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/har-redactor/har-redactor/core/internal/jsonread"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/jsonwrite"
	"github.com/har-redactor/har-redactor/core/sha256"
)

// Policy says what is taken out beyond credentials, which always go.
type Policy struct {
	// Preset is "standard" or "strict". Strict implies Personal,
	// RemoveQueries and RemoveBodies.
	Preset string `json:"preset"`
	// Personal replaces personal data (e-mail, phone, IP, names, addresses)
	// as well; without it they are counted and stay.
	Personal bool `json:"personal"`
	// Queries is KeepQueries or RemoveQueries, what happens to the values
	// in the query or fragment of an address: RemoveQueries takes out each
	// whose parameter is not known to be harmless.
	Queries string `json:"queries"`
	// Bodies is KeepBodies, RemoveUninspected or RemoveBodies, what happens to
	// what requests and responses carry. RemoveUninspected takes out those that
	// cannot be looked into: pictures, fonts, media. RemoveBodies takes out all
	// of them, and the values of form fields and the messages of WebSockets.
	Bodies string `json:"bodies"`
	// Comment notes the tool and the policy's hash in log.comment of a file
	// in which something was redacted.
	Comment bool `json:"comment"`
	// Lock lists kinds of findings that may not be kept by hand.
	Lock []string `json:"lock"`
}

// Standard takes out every credential and leaves personal data in place.
func Standard() Policy {
	return Policy{Preset: "standard", Queries: KeepQueries, Bodies: KeepBodies}
}

// Strict takes out personal data, values of queries and all bodies, too.
func Strict() Policy {
	return Policy{Preset: "strict", Personal: true, Queries: RemoveQueries, Bodies: RemoveBodies}
}

// What Policy.Queries can be.
const (
	KeepQueries   = "keep"
	RemoveQueries = "remove-unlisted"
)

// What Policy.Bodies can be.
const (
	KeepBodies        = "keep"
	RemoveUninspected = "remove-uninspected"
	RemoveBodies      = "remove"
)

// Parse reads a policy. The empty document and null mean Standard, and a member
// that is null is as good as none. A member that is not known is an error that
// names it; so is anything after the object.
func Parse(doc []byte) (Policy, error) {
	doc = bytes.TrimSpace(doc)
	if len(doc) == 0 || string(doc) == "null" {
		return Standard(), nil
	}
	if doc[0] != '{' || !jsonscan.Valid(doc) {
		return Policy{}, errors.New("policy: this is not one JSON object; give one")
	}
	var p Policy
	var err error
	jsonread.Of(doc).Each(func(name []byte, v jsonread.Value) {
		if e := p.set(string(name), v); err == nil {
			err = e
		}
	})
	if err != nil {
		return Policy{}, err
	}
	switch p.Preset {
	case "":
		p.Preset = "standard"
	case "standard":
	case "strict":
		p.Personal, p.Queries, p.Bodies = true, RemoveQueries, RemoveBodies
	default:
		return Policy{}, fmt.Errorf("policy: unknown preset %q; use \"standard\" or \"strict\"", p.Preset)
	}
	switch p.Queries {
	case "":
		p.Queries = KeepQueries
	case KeepQueries, RemoveQueries:
	default:
		return Policy{}, fmt.Errorf("policy: queries is %q; use %q or %q", p.Queries, KeepQueries, RemoveQueries)
	}
	switch p.Bodies {
	case "":
		p.Bodies = KeepBodies
	case KeepBodies, RemoveUninspected, RemoveBodies:
	default:
		return Policy{}, fmt.Errorf("policy: bodies is %q; use %q, %q or %q", p.Bodies, KeepBodies, RemoveUninspected, RemoveBodies)
	}
	return p, nil
}

// set takes one member of a policy's document.
func (p *Policy) set(name string, v jsonread.Value) error {
	ok, want := true, "a text"
	null := v.Is('n')
	text := func(s *string) {
		if ok = null || v.Is('"'); ok && !null {
			*s = v.Text()
		}
	}
	flag := func(on *bool) {
		want = "true or false"
		if ok = null || v.Is('t') || v.Is('f'); ok && !null {
			*on = v.Is('t')
		}
	}
	switch name {
	case "preset":
		text(&p.Preset)
	case "personal":
		flag(&p.Personal)
	case "queries":
		text(&p.Queries)
	case "bodies":
		text(&p.Bodies)
	case "comment":
		flag(&p.Comment)
	case "lock":
		want = "a list of texts"
		ok = null || v.Is('[')
		v.Each(func(_ []byte, kind jsonread.Value) {
			ok = ok && kind.Is('"')
			p.Lock = append(p.Lock, kind.Text())
		})
	default:
		return fmt.Errorf("policy: there is no member %q; leave it out, or write it as it is documented", name)
	}
	if !ok {
		return fmt.Errorf("policy: %s is not %s; give one", name, want)
	}
	return nil
}

// Locked tells whether a finding of this kind may not be kept.
func (p Policy) Locked(kind string) bool { return slices.Contains(p.Lock, kind) }

// canonical is the policy as JSON, all members in order.
func (p Policy) canonical() []byte {
	o := jsonwrite.Open(nil)
	o.Text("preset", p.Preset)
	o.Flag("personal", p.Personal)
	o.Text("queries", p.Queries)
	o.Text("bodies", p.Bodies)
	o.Flag("comment", p.Comment)
	o.Texts("lock", p.Lock)
	return o.Close()
}

// Hash is the SHA-256 of the policy's canonical JSON, in hex.
func (p Policy) Hash() string {
	return sha256.Hex(p.canonical())
}
