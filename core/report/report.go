// Package report says what a run did, in types that cannot hold a value from
// the file: names of kinds and rules, counts, offsets.
package report

import "github.com/har-redactor/har-redactor/core/internal/jsonwrite"

// Report is the outcome of one successful run.
type Report struct {
	Tool         string         `json:"tool"`         // name and version
	Policy       string         `json:"policy"`       // the preset's name
	PolicyHash   string         `json:"policyHash"`   // SHA-256 of the canonical policy, hex
	InputBytes   int64          `json:"inputBytes"`   // bytes read
	OutputBytes  int64          `json:"outputBytes"`  // bytes given out
	Entries      int            `json:"entries"`      // elements of log.entries
	Creator      string         `json:"creator"`      // log.creator.name where it is a known exporter, else ""
	Earlier      bool           `json:"earlier"`      // placeholders of an earlier run stood in the input
	Sanitized    bool           `json:"sanitized"`    // Chrome left cookies and credentials out of its export; told where a review was asked for
	Occurrences  int            `json:"occurrences"`  // places replaced
	Secrets      []Secret       `json:"secrets"`      // distinct secrets in file order
	Kinds        []Kind         `json:"kinds"`        // Secrets summed by kind, most first
	Kept         []Kept         `json:"kept"`         // found, and left on purpose
	NotInspected []NotInspected `json:"notInspected"` // what was passed over
	Files        []File         `json:"files"`        // each that was read, in order
	Verified     bool           `json:"verified"`     // the output was read again and no secret was found
}

// File is one file of the run. Entries are counted over all files.
type File struct {
	First      int   `json:"first"`      // index of its first entry
	Entries    int   `json:"entries"`    // how many it has
	InputBytes int64 `json:"inputBytes"` // bytes read
}

// Secret is one distinct value that was taken out.
type Secret struct {
	Placeholder string   `json:"placeholder"`
	Kind        string   `json:"kind"`
	Rules       []string `json:"rules"`       // ids of the rules that named it, sorted
	Reason      string   `json:"reason"`      // of the first rule
	Occurrences int      `json:"occurrences"` // places replaced
	Entries     []int    `json:"entries"`     // first entries it stood in (index in file order), at most 20
	Everywhere  bool     `json:"everywhere"`  // looked for in the whole file, not only where it was found
}

// Kind sums the secrets of one kind.
type Kind struct {
	Kind        string `json:"kind"`
	Secrets     int    `json:"secrets"`
	Occurrences int    `json:"occurrences"`
}

// Kept counts findings that were left in place: publishable keys, and what
// another policy would take out, such as personal data, values in queries,
// bodies; and each secret that a person decided to
// keep, which alone has a Placeholder, the one it would have had.
type Kept struct {
	Kind        string `json:"kind"`
	Rule        string `json:"rule"`
	Count       int    `json:"count"`
	Placeholder string `json:"placeholder"`
	Reason      string `json:"reason"` // the person's, which holds no secret of the file
}

// NotInspected counts stretches that could not be looked into.
type NotInspected struct {
	What    string `json:"what"`    // image, font, media, binary, encrypted, too-deep, too-large …
	Count   int    `json:"count"`   // stretches
	Bytes   int64  `json:"bytes"`   // their size in the file
	Entries []int  `json:"entries"` // the first entries they stand in (index in file order), at most 20
}

// AppendJSON appends the report as JSON, by the names that the types have there.
func (r *Report) AppendJSON(b []byte) []byte {
	o := jsonwrite.Open(b)
	o.Text("tool", r.Tool)
	o.Text("policy", r.Policy)
	o.Text("policyHash", r.PolicyHash)
	o.Number("inputBytes", r.InputBytes)
	o.Number("outputBytes", r.OutputBytes)
	o.Number("entries", int64(r.Entries))
	o.Text("creator", r.Creator)
	o.Flag("earlier", r.Earlier)
	o.Flag("sanitized", r.Sanitized)
	o.Number("occurrences", int64(r.Occurrences))
	o.Value("secrets", func(b []byte) []byte { return jsonwrite.List(b, r.Secrets, appendSecret) })
	o.Value("kinds", func(b []byte) []byte { return jsonwrite.List(b, r.Kinds, appendKind) })
	o.Value("kept", func(b []byte) []byte { return jsonwrite.List(b, r.Kept, appendKept) })
	o.Value("notInspected", func(b []byte) []byte { return jsonwrite.List(b, r.NotInspected, appendNotInspected) })
	o.Value("files", func(b []byte) []byte { return jsonwrite.List(b, r.Files, appendFile) })
	o.Flag("verified", r.Verified)
	return o.Close()
}

func appendFile(b []byte, f *File) []byte {
	o := jsonwrite.Open(b)
	o.Number("first", int64(f.First))
	o.Number("entries", int64(f.Entries))
	o.Number("inputBytes", f.InputBytes)
	return o.Close()
}

func appendSecret(b []byte, s *Secret) []byte {
	o := jsonwrite.Open(b)
	o.Text("placeholder", s.Placeholder)
	o.Text("kind", s.Kind)
	o.Texts("rules", s.Rules)
	o.Text("reason", s.Reason)
	o.Number("occurrences", int64(s.Occurrences))
	o.Numbers("entries", s.Entries)
	o.Flag("everywhere", s.Everywhere)
	return o.Close()
}

func appendKind(b []byte, k *Kind) []byte {
	o := jsonwrite.Open(b)
	o.Text("kind", k.Kind)
	o.Number("secrets", int64(k.Secrets))
	o.Number("occurrences", int64(k.Occurrences))
	return o.Close()
}

func appendKept(b []byte, k *Kept) []byte {
	o := jsonwrite.Open(b)
	o.Text("kind", k.Kind)
	o.Text("rule", k.Rule)
	o.Number("count", int64(k.Count))
	o.Text("placeholder", k.Placeholder)
	o.Text("reason", k.Reason)
	return o.Close()
}

func appendNotInspected(b []byte, n *NotInspected) []byte {
	o := jsonwrite.Open(b)
	o.Text("what", n.What)
	o.Number("count", int64(n.Count))
	o.Number("bytes", n.Bytes)
	o.Numbers("entries", n.Entries)
	return o.Close()
}
