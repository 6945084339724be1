// Package rule is the knowledge: which names carry secrets, which shapes are
// secrets by themselves, and which look-alikes are harmless. One table per
// family, one file per family; nothing here walks or decodes anything.
package rule

// Treat says what is done with a value.
type Treat uint8

// The treatments.
const (
	Unknown     Treat = iota // no rule speaks of it: judge by other means
	Harmless                 // keep: support needs it and it gives no access
	Publishable              // keep, and name it in the report: public by design
	Personal                 // personal data: counted, replaced where the policy says so
	Secret                   // gives access: always goes
)

// Judge says which values of a secret name are secret.
type Judge uint8

// The judges.
const (
	// Token: only a value that looks like a token goes; words, flags,
	// sentences, identifiers of a program and plain numbers stay.
	Token Judge = iota
	// Any: every value goes, whatever it looks like (password, Cookie).
	Any
	// Code: a short code goes too (otp, pin, cvc, user_code): at least one
	// digit or all capitals, no spaces but as grouping.
	Code
	// Strong: only a value that is random enough to be known for a secret
	// wherever it stands: for names that mean other things as well (key).
	Strong
	// Grant: as Code, but digits alone only where they are as many as those
	// of one-time codes: an error has a code as well, and so has an article.
	Grant
	// Measured: as Any, but no number of up to four digits: pw is also the
	// width of a page.
	Measured
	// Typed: as Measured, and no number that stands in an address: answer is
	// also the id of an article.
	Typed
	// Phrase: as Token, or a dozen words or more of small letters.
	Phrase
	// Mixed: as Any in what a person sent, elsewhere only letters among which
	// digits or signs stand: pass is also what a test does.
	Mixed

	// Digits: three digits or four, or what is random: the security code of a
	// card, as it is typed or encrypted.
	Digits

	// These say of a harmless name which of its values are.

	// Plain: a short text of words and numbers, as a program uses them to
	// name one of a few things; nothing random.
	Plain
	// Count: a number of up to six digits.
	Count
)

// Place is where a name stands. A rule speaks for one or several places.
type Place uint8

// The places.
const (
	Header  Place = 1 << iota // a header field's name
	Cookie                    // a cookie's name
	Param                     // a query, fragment, matrix or form parameter's name
	Key                       // a key of JSON, XML, HTML or program text
	Segment                   // a URL path segment that stands before the value
	Query                     // a parameter's name, where all values of queries are to go
)

// A Rule is one piece of knowledge.
type Rule struct {
	ID     string // stable, "family.name"
	Reason string // one line for the report, in plain words, lower case
	Kind   string // what the placeholder calls it: letters only (token, password, cookie …)
	Treat  Treat
	Judge  Judge
}

// Vague tells a kind of which is known only where a value stands. Where a rule of
// another kind speaks of the same value, that one is heard.
func Vague(kind string) bool { return kind == QueryValue.Kind }

// Names is a rule that speaks by name.
type Names struct {
	Rule
	Places Place
	// Names are compared without regard to case. One * at the start or the
	// end, or one inside, stands for any run of characters.
	Names []string
}

// Format is a rule that speaks by the shape of a value.
type Format struct {
	Rule
	// Prefix lists what a value begins with (at least 3 bytes each), or
	// Infix what stands inside, where nothing tells the beginning.
	Prefix []string
	Infix  string
	// Pattern is an expression (see pattern), anchored at the value's first
	// byte. The secret is its group, or all of it. It is read on first use
	// and matched over MaxLen bytes at most.
	Pattern string
	MaxLen  int
	// Check, where not nil, refuses what only looks alike. A checksum never
	// stands here: a wrong one never clears a value.
	Check func(value []byte) bool
}
