// Package report says what a run did, in types that cannot hold a value from
// the file: names of kinds and rules, counts, offsets.
package report

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
