// Package policy holds what the user or a portal chose: a small JSON document,
// parsed strictly, with presets.
package policy

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
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

// Parse reads a policy. The empty document and null mean Standard. A member
// that is not known is an error that names it; so is anything after the value.
func Parse(doc []byte) (Policy, error) {
	doc = bytes.TrimSpace(doc)
	if len(doc) == 0 || string(doc) == "null" {
		return Standard(), nil
	}
	dec := json.NewDecoder(bytes.NewReader(doc))
	dec.DisallowUnknownFields()
	var p Policy
	if err := dec.Decode(&p); err != nil {
		return Policy{}, fmt.Errorf("policy: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Policy{}, errors.New("policy: more than one JSON value; give one object")
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

// Locked tells whether a finding of this kind may not be kept.
func (p Policy) Locked(kind string) bool { return slices.Contains(p.Lock, kind) }

// Hash is the SHA-256 of the policy's canonical JSON, in hex.
func (p Policy) Hash() string {
	doc, err := json.Marshal(p)
	if err != nil {
		panic("internal error: a policy is always JSON")
	}
	sum := sha256.Sum256(doc)
	return hex.EncodeToString(sum[:])
}
