// Package detect finds secrets: it brings together what stands where (har),
// what is written inside what (decode) and what is known of names and shapes
// (rule), and reports each finding with the place it stands at.
//
// The way through a unit: har tells each string's role (unit.go). A value
// whose name is known is judged by it (named.go); syntax that carries names of
// its own is taken apart: headers (header.go), URLs and forms (url.go),
// bodies (body.go), markup (markup.go), calls whose arguments have no names
// (call.go), commands and statements (command.go), the lines of protocols
// (protocol.go). A parameter whose name says nothing is judged by its neighbours
// (signed.go), and what an answer has in it by what was asked for (answer.go).
// Everything else is read as text, in one pass over its words (text.go), and so is
// what is encoded in it. There, a word tells of the value behind it (keyed.go), as a
// label does (label.go) or a sentence (prose.go, message.go), and what stands in other
// lines tells of it (lines.go); a sign announces an address or a card (mark.go).
package detect

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/recall"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// A Finding is one place of one value. Value is valid during the call only.
type Finding struct {
	Rule  *rule.Rule
	Value []byte // what it is when all escapes are undone
	// Start and End are in the unit or, where Path is not empty, in the text
	// that Path leads to from there.
	Start, End int
	Path       []decode.Step
	Quote      string // to be put around a placeholder that replaces no string
}

// A Sink takes what is found.
type Sink interface {
	// Found is a secret, or personal data where it is to be replaced.
	Found(Finding)
	// Kept is something that a rule names but that stays.
	Kept(r *rule.Rule)
	// Passed says that bytes of the file could not be looked into.
	Passed(what string, bytes int)
	// Placeholder is one of ours, from an earlier run.
	Placeholder(text []byte)
}

// A Detector reads units. It is for one goroutine.
type Detector struct {
	sink   Sink
	policy Policy
	spare  int  // what may be decoded beyond what is sure, of this batch
	sure   int  // up to where the arena has spent nothing of that
	count  int  // findings so far
	whole  int  // of those, bodies that could not be looked into
	inside bool // in a body
	// closures of scripts that were looked at in this unit
	closures int
	gone     bool // in a body that goes as a whole
	arena    *decode.Arena
	walkers  []*har.Walker // one for each level of JSON inside JSON
	depth    int           // of those in use
	plain    []byte        // scratch of canonical
	other    []byte
	spoken   spoken    // of the query that is being read
	run      run       // of the text that is being read
	codeList spareList // codes of the list that is read in the text
	vain     vain      // of this unit
	urls     int       // in how many addresses that is
	asked    asked     // the request of this unit
	asks     asks      // what it asks for, where what is read is sent with it or answers it
	memo     [1 << memoBits]remembered
	memory   memory
}

// remembered is a name at a place and what the rules said of it: the names of a
// capture are few and stand in it a hundred thousand times.
type remembered struct {
	name  [memoName]byte
	n     uint8
	place rule.Place
	rule  *rule.Rule
}

const (
	memoBits = 12
	memoName = 38
)

// name is rule.Name of a name that may be percent-encoded.
func (d *Detector) name(where rule.Place, name []byte) *rule.Rule {
	n := len(name)
	if n > memoName || n == 0 {
		return rule.Name(where, d.decoded(name))
	}
	m := &d.memo[memoHash(where, name)]
	if int(m.n) != n || m.place != where || string(m.name[:n]) != string(name) {
		copy(m.name[:], name)
		m.n, m.place = uint8(n), where
		if m.rule = nil; where == rule.Cookie || !judge.HoldsPlaceholder(name) {
			m.rule = rule.Name(where, d.decoded(name)) // what was taken out names nothing
		}
	}
	return m.rule
}

// called gives the rule for what a key of some name means. Written out in each place, it is
// four kilobytes of what a page has to load.
//
//go:noinline
func (d *Detector) called(name string) *rule.Rule { return d.name(rule.Key, []byte(name)) }

// decoded undoes the escapes of a name that is percent-encoded, and leaves out the
// characters that nobody sees; wide letters are letters.
func (d *Detector) decoded(name []byte) []byte {
	if bytes.IndexByte(name, '%') >= 0 {
		name = d.canonical(name)
	}
	return judge.Visible(name)
}

// memoHash hashes a name by its first and last four bytes.
func memoHash(where rule.Place, key []byte) uint32 {
	n := len(key)
	h := uint32(n) | uint32(where)<<8
	if n >= 4 {
		h ^= binary.LittleEndian.Uint32(key)*0x85EBCA6B ^ binary.LittleEndian.Uint32(key[n-4:])*0xC2B2AE35
	} else {
		h ^= uint32(key[0])<<8 | uint32(key[n-1])<<16 | uint32(key[n/2])<<24
	}
	h ^= h >> 15
	return h * 0x9E3779B1 >> (32 - memoBits)
}

// A Policy says what is to be Found beyond credentials. What it leaves out is
// Kept, or Passed.
type Policy struct {
	Personal    bool // personal data
	Queries     bool // values in queries that no table knows for harmless
	Uninspected bool // bodies that cannot be looked into
	Bodies      bool // all bodies
}

// New makes a detector.
func New(sink Sink, p Policy) *Detector {
	d := &Detector{policy: p, arena: decode.NewArena(), spare: unbounded}
	d.memory.Memory, d.memory.next = recall.New[heard, []event](), sink
	d.sink = &d.memory
	return d
}

// place is what is known of the surroundings of a text.
type place struct {
	names   rule.Place // where names in it stand
	request bool       // what a person or program sent, not what it was shown
	code    bool       // program text or markup: bare words are no values
	cookie  bool       // inside a cookie's value
	query   bool       // pairs joined by &
	address bool       // in a URL
	path    bool       // of a URL: its pairs are joined by ;
	link    bool       // in a Link header: its nonce is the page's
	reports bool       // where a browser sends its reports: an address with a random value that opens nothing

	harmless bool // under a name that says what it is: digits are no card, key is no API key
}

// found reports B[i:j] of t as a finding of r.
func (d *Detector) found(t *decode.Text, i, j int, r *rule.Rule) {
	d.report(t, i, j, r, "")
}

func (d *Detector) report(t *decode.Text, i, j int, r *rule.Rule, quote string) {
	i, j = trim(t.B, i, j)
	if i >= j {
		return
	}
	if j < len(t.B) && t.B[j] == '-' && string(t.B[i:j]) == "REDACTED" {
		return // the begin of one of ours
	}
	if judge.Placeholders(withoutEntity(t.B[i:j]), d.sink.Placeholder) {
		return
	}
	if (r.Judge != rule.Any || beforeBracket(t.B[i:j])) && judge.TookApart(t.B[i:j]) {
		return
	}
	if d.leftOver(t, i, j, r.Judge == rule.Any && r.Kind != "cookie") {
		return
	}
	if r.Treat == rule.Publishable || r.Treat == rule.Personal && !d.policy.Personal || rule.Vague(r.Kind) && !d.policy.Queries {
		d.kept(r)
		return
	}
	if r.Treat != rule.Secret && r.Treat != rule.Personal {
		return
	}
	v := d.canonical(t.B[i:j])
	if judge.Blank(v) {
		return
	}
	if r.Judge != rule.Any {
		v = judge.Visible(v) // a password is what was typed
	}
	if r.Judge == rule.Token && jwtHead(v) {
		return // its escapes hid what it is
	}
	if sig := signatureOf(v); sig != nil && len(v) < j-i {
		r, v = rule.JWT, sig // elsewhere what it says stays
	}
	d.emit(t, i, j, r, v, quote)
}

// leftOver tells whether an earlier run has left B[i:j] as it is: of a JSON Web Token what
// it says, or with a placeholder for all of it what stands around it and can be no token
// itself; of what is packed, a placeholder. Where a value may be short and guessable,
// nothing is left beside one.
func (d *Detector) leftOver(t *decode.Text, i, j int, short bool) bool {
	const mark = "REDACTED-jwt-"
	v := t.B[i:j]
	if k := bytes.Index(v, []byte(mark)); k >= 0 {
		end := k + len(mark)
		for end < len(v) && v[end]-'0' < 10 {
			end++
		}
		if k > 0 && v[k-1] == '.' || !short && end > k+len(mark) && !judge.Token(bytes.Trim(v[:k], besides)) && !judge.Token(bytes.Trim(v[end:], besides)) {
			return true
		}
	}
	return packs(v) && d.packsOurs(t, i, j, maxOurs, short)
}

// packs tells whether a value begins as what a placeholder is packed to, at most twice:
// in base64, hex, gzip or zlib.
func packs(v []byte) bool {
	if len(v) < minPacked || bytes.IndexByte([]byte("5UVN3He"), v[0]) < 0 {
		return false
	}
	for _, head := range [...]string{"UkVEQUNURUQt", "52454441", "VWtWRVFVTlVSVVF0", "NTI0NTQ0", "35323435", "556b5645", "556B5645", "H4sI", "eJ"} {
		if bytes.HasPrefix(v, []byte(head)) {
			return decode.IsBase64(v)
		}
	}
	return false
}

// beforeBracket tells whether a value begins with one of our placeholders and a bracket
// behind it: what an earlier run has taken for the value ended there.
func beforeBracket(v []byte) bool {
	if !bytes.HasPrefix(v, []byte("REDACTED-")) {
		return false
	}
	k := bytes.IndexAny(v, "{[(<$")
	return k > 0 && judge.Placeholder(v[:k])
}

const (
	besides   = ".:|;, " // may join something to a JSON Web Token
	minPacked = 16       // how long a placeholder is in base64 at least
	maxOurs   = 3        // in how many encodings one is looked for
)

// packsOurs tells whether B[i:j], which is base64 or hex, holds what an earlier run has
// put there, and nothing else.
func (d *Detector) packsOurs(t *decode.Text, i, j, deep int, short bool) (ours bool) {
	c := decode.Base64
	if isHex(t.B[i:j]) {
		c = decode.Hex
	}
	look := func(x *decode.Text) {
		ours = judge.Placeholders(x.B, d.sink.Placeholder) || !short && judge.TookApart(x.B) || deep > 1 && packs(x.B) && d.packsOurs(x, 0, len(x.B), deep-1, short)
	}
	d.sub(t, c, i, j, func(x *decode.Text) {
		if look(x); !ours {
			d.arena.Compressed(x, look)
		}
	})
	return ours
}

// goes reports B[i:j] of t under a rule that speaks of a sort of things and not of
// a value: all of a sort count as one secret.
func (d *Detector) goes(t *decode.Text, i, j int, r *rule.Rule, value, quote string) {
	if !judge.Placeholders(t.B[i:j], d.sink.Placeholder) {
		d.emit(t, i, j, r, []byte(value), quote)
	}
}

// emit reports B[i:j] of t; quote stands around what is to be put there.
func (d *Detector) emit(t *decode.Text, i, j int, r *rule.Rule, value []byte, quote string) {
	f := Finding{Rule: r, Value: value}
	if quote != "" {
		f.Quote = string(t.EscapeUp([]byte(quote)))
	}
	var root *decode.Text
	root, f.Start, f.End = t.Root(i, j)
	f.Path = root.Path()
	d.count++
	d.sink.Found(f)
}

// withoutEntity leaves out the reference to a quote that a value ends with where
// its semicolon ended the value, or the escape of a line's end or a quote.
func withoutEntity(v []byte) []byte {
	if k := bytes.IndexByte(v, '\\'); k > 0 && len(bytes.Trim(v[k:], "\\nrt\"'")) == 0 {
		return v[:k]
	}
	for _, e := range [...]string{"&quot", "&apos", "&#34", "&#39", "&gt", "&lt", "&amp"} {
		if rest, ok := bytes.CutSuffix(v, []byte(e)); ok {
			return rest
		}
	}
	return v
}

// kept says that something stays, unless what it stands in goes.
func (d *Detector) kept(r *rule.Rule) {
	if !d.gone {
		d.sink.Kept(r)
	}
}

// maxEscapes is how many layers of escapes are undone to see what a value is.
const maxEscapes = 16

// canonical undoes the escapes that a value is still written in, so that one
// secret has one value however it stood.
func (d *Detector) canonical(v []byte) []byte {
	for range maxEscapes {
		c, ok := decode.Escaped(v)
		if !ok {
			return v
		}
		d.plain = decode.Unescape(d.plain[:0], c, v)
		if noText(d.plain) || c == decode.Backslash && brokenWord(v, d.plain) || c == decode.Percent && breaks(d.plain) && bytes.ContainsAny(v, "\"#<>\\^`{|}") {
			return v
		}
		d.plain, d.other = d.other, d.plain
		v = d.other
	}
	return v
}

// noText tells whether what an escape was undone to is no text: a password can
// have a percent sign before two letters.
func noText(v []byte) bool {
	return hasControl(v) || !utf8.Valid(v)
}

// breaks tells whether a value goes on behind a line break: with signs beside it that
// percent-encoding does not leave, what looked like one was a password's own (%0a).
func breaks(v []byte) bool {
	return bytes.ContainsAny(bytes.TrimSpace(v), "\r\n")
}

// brokenWord tells whether a short word has a line break when backslashes are undone:
// they are a password's own. Lines of a key are longer, and text has blanks.
func brokenWord(v, plain []byte) bool {
	return len(v) <= 64 && breaks(plain) && !breaks(v) && bytes.IndexByte(v, ' ') < 0 && bytes.IndexByte([]byte("{[<\"-"), v[0]) < 0 && judge.Odd(v)
}

func trim(b []byte, i, j int) (int, int) {
	for i < j && (b[i] <= ' ' || b[i] == '"' || b[i] == '\'') {
		i++
	}
	for j > i && (b[j-1] <= ' ' || b[j-1] == '"' || b[j-1] == '\'') {
		j--
	}
	return i, j
}

// sub makes a text of a stretch of t, undoing escapes where it has them.
func (d *Detector) sub(t *decode.Text, c decode.Codec, i, j int, fn func(*decode.Text)) {
	child, ok := d.arena.Decode(t, c, i, j)
	if !ok {
		d.arena.Skipped += int64(j - i)
		return
	}
	fn(child)
	d.arena.Release(child)
}
