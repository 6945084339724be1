package rule

import (
	"bytes"
	"sort"
	"strings"
	"sync"

	"github.com/har-redactor/har-redactor/core/internal/judge"
)

// Match is a value recognised by its shape. Start and End enclose the
// credential itself, which may begin after the place that was asked about (the
// path of a webhook URL) or, from FormatIn, before it.
type Match struct {
	Format     *Format
	Start, End int
	// Weak says that nothing but three bytes at the begin tell it.
	Weak bool
}

// Formats lists every format, in the order of the tables.
func Formats() []*Format {
	all := make([]*Format, len(shapes))
	for i, s := range shapes {
		all[i] = s.Format
	}
	return all
}

// MayBegin is the cheap filter for FormatAt: it is false for nearly every
// place, and where it is false FormatAt finds nothing. It is true, too, for the
// words behind which a password stands without a sign between (password x, LOGIN
// user x), and for the option that mysql joins one to (-px), because a pass over a text asks
// it of each word and can afford no other question.
func MayBegin(text []byte, i int) bool {
	if i+5 < len(text) && text[i+5] == '~' {
		return true // an Azure AD client secret bears its mark on bytes 4 to 6
	}
	if i+3 > len(text) {
		return false
	}
	h := formatHash(text[i], text[i+1], text[i+2])
	return begins[h>>6]>>(h&63)&1 != 0
}

// FormatAt gives the format of the value that begins at text[i]. The caller
// has seen that text[i-1] is no word character ([A-Za-z0-9_]); text[i] itself
// may be any byte (a PEM block begins with a hyphen). Where several formats
// fit, the one that reaches farthest wins.
func FormatAt(text []byte, i int) (Match, bool) {
	var best Match
	if i+5 < len(text) && text[i+5] == '~' {
		if start, end, ok := azureClientSecret.at(text, i, 0); ok {
			best = Match{Format: azureClientSecret.Format, Start: start, End: end}
		}
	}
	if i+3 > len(text) {
		return best, best.Format != nil
	}
	h := formatHash(text[i], text[i+1], text[i+2]) % formatSlots
	for n := int(slots[h]); n < int(slots[h+1]); n++ {
		p := &prefixes[n]
		if len(text)-i < len(p.text) || text[i+len(p.text)-1] != p.text[len(p.text)-1] || string(text[i:i+len(p.text)]) != p.text || !p.mayFollow(text, i) {
			continue
		}
		if start, end, ok := p.shape.at(text, i, len(p.text)); ok && end > best.End && !amidBase64(text, start, end) {
			best = Match{p.shape.Format, start, end, len(p.text) <= 3}
		}
	}
	return best, best.Format != nil
}

// amidBase64 tells whether a match is a stretch of a longer base64 between two of its
// signs, as in a font of a style sheet, which has no tokens and all letters.
func amidBase64(text []byte, start, end int) bool {
	const around, behind = 48, 12
	if start < around || end+behind > len(text) || text[start-1] != '/' && text[start-1] != '+' || text[end] != '/' && text[end] != '+' {
		return false
	}
	var upper, lower, digits int
	for i, c := range text[start-around : end+behind] {
		switch {
		case !isAlnum(c) && c != '+' && c != '/':
			return false
		case i >= around:
		case isDigit(c):
			digits++
		case c >= 'a':
			lower++
		case c >= 'A':
			upper++
		}
	}
	return upper > around/8 && lower > around/8 && digits > 1
}

// formatSlots is the size of the table behind FormatAt.
const formatSlots = 1 << 11

func formatHash(a, b, c byte) uint32 {
	return (uint32(a) | uint32(b)<<8 | uint32(c)<<16) * 0x9E3779B1 >> 16
}

// A formatPrefix is one way for a value of a shape to begin.
type formatPrefix struct {
	text  string
	shape *formatShape
}

// mayFollow says whether a value with this prefix may begin after text[i-1].
// A short prefix is no mark in the midst of a run of its own alphabet (base64
// after a slash), nor in the midst of a hyphenated name (cache-key-…).
func (p *formatPrefix) mayFollow(text []byte, i int) bool {
	if i == 0 || len(p.text) >= 5 {
		return true
	}
	before := text[i-1]
	if before == '+' && i > 24 && !bytes.ContainsAny(text[i-24:i], " :.,;=&?\"'-_%") {
		return false // in the midst of base64: before a blank there is no word as long
	}
	if before == '-' && p.text[len(p.text)-1] == '-' {
		return p.text[0] == '-'
	}
	return before != '+' && before != '/' && before != '-' || !p.shape.pattern().tail.has(before)
}

// A formatShape is a format with what is made of it on first use.
type formatShape struct {
	*Format
	find  func(text []byte) (start, end int, ok bool) // in place of the pattern
	once  sync.Once
	parts *pattern
}

// pattern gives the pattern, ready to be matched.
func (s *formatShape) pattern() *pattern {
	s.once.Do(func() {
		var err error
		if s.parts, err = parse(s.Pattern); err != nil {
			panic("internal error: " + err.Error())
		}
	})
	return s.parts
}

// at matches the shape at text[i:]. The first skip bytes are its prefix.
func (s *formatShape) at(text []byte, i, skip int) (start, end int, ok bool) {
	p := s.pattern()
	size := s.MaxLen
	if size == 0 {
		size = formatMaxLen
	}
	window := text[i:min(len(text), i+size)]
	if s.find != nil {
		start, end, ok = s.find(window)
	} else {
		start, end, ok = p.match(window)
	}
	if !ok {
		return 0, 0, false
	}
	start, end = i+start, i+end
	switch {
	case s.find != nil:
	case p.open:
		if end == i+size { // cut by the window
			for end < len(text) && p.tail.has(text[end]) {
				end++
			}
		}
	case end < len(text) && p.tail.has(text[end]):
		return 0, 0, false
	}
	if s.Check != nil {
		return start, end, s.Check(text[start:end])
	}
	return start, end, random(text[max(start, i+skip):end])
}

// formatMaxLen is how far a pattern reads where its row says nothing.
const formatMaxLen = 512

// The index: every shape, its prefixes by slot, and the bitmap of MayBegin.
var (
	shapes   []*formatShape
	prefixes []formatPrefix
	slots    [formatSlots + 1]uint16
	begins   [1 << 16 / 64]uint64
)

func init() {
	families := [][]Format{
		vcsFormats, cloudFormats, chatFormats, paymentFormats, aiFormats, saasFormats,
		infraFormats, identityFormats, keyFormats, webhookFormats, publicFormats,
	}
	named := map[string]*formatShape{}
	for _, family := range families {
		for i := range family {
			s := &formatShape{Format: &family[i]}
			shapes = append(shapes, s)
			named[s.ID] = s
			for _, text := range s.Prefix {
				prefixes = append(prefixes, formatPrefix{text, s})
			}
		}
	}
	slot := func(p formatPrefix) uint32 { return formatHash(p.text[0], p.text[1], p.text[2]) }
	sort.SliceStable(prefixes, func(i, k int) bool {
		a, b := prefixes[i], prefixes[k]
		if x, y := slot(a)%formatSlots, slot(b)%formatSlots; x != y {
			return x < y
		}
		return len(a.text) > len(b.text)
	})
	for _, p := range prefixes {
		h := slot(p)
		begins[h>>6] |= 1 << (h & 63)
		slots[h%formatSlots+1]++
	}
	for _, text := range []string{"pas", "Pas", "PAS", "sec", "Sec", "SEC", "LOG", "AUT", "IDE", "OPE", "ENV", "ech", "net", "sql", "jdb", "VAL"} {
		h := formatHash(text[0], text[1], text[2])
		begins[h>>6] |= 1 << (h & 63)
	}
	for c := range 256 {
		for _, letter := range []byte("pP") {
			h := formatHash('-', letter, byte(c))
			begins[h>>6] |= 1 << (h & 63)
		}
	}
	for i := range formatSlots {
		slots[i+1] += slots[i]
	}
	named["keys.pem"].find = findPEM
	named["keys.secret-token"].find = named["keys.secret-token"].upToParameter
	bindInner(named)
}

// secretFormat is a row for a value that gives access.
func secretFormat(id, kind, reason, pattern string, prefix ...string) Format {
	return Format{Rule: Rule{ID: id, Kind: kind, Reason: reason, Treat: Secret}, Pattern: pattern, Prefix: prefix}
}

// publicFormat is a row for a value that is public by design.
func publicFormat(id, reason, pattern string, prefix ...string) Format {
	return Format{Rule: Rule{ID: id, Kind: "key", Reason: reason, Treat: Publishable}, Pattern: pattern, Prefix: prefix}
}

// innerFormat is a row for a value with a mark inside; FormatIn finds where it
// begins (see inner in format_in.go).
func innerFormat(id, kind, reason, pattern, infix string) Format {
	return Format{Rule: Rule{ID: id, Kind: kind, Reason: reason, Treat: Secret}, Pattern: pattern, Infix: infix}
}

// within sets how far the pattern reads.
func (f Format) within(size int) Format {
	f.MaxLen = size
	return f
}

// where sets the check, which then stands in for the common one.
func (f Format) where(check func(value []byte) bool) Format {
	f.Check = check
	return f
}

// eachOf is head followed by each byte of tails: a short mark spelled out to
// the three bytes the index needs.
func eachOf(head, tails string) []string {
	all := make([]string, len(tails))
	for i := range tails {
		all[i] = head + tails[i:i+1]
	}
	return all
}

const (
	letters   = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	digits    = "0123456789"
	urlsafe64 = letters + digits + "-_"
)

// random is the common check, on what follows the prefix: neither one byte
// over and over, nor a name made of words (npm_config_registry_something).
func random(body []byte) bool {
	if len(body) < 8 {
		return len(body) > 0
	}
	var seen byteSet
	for _, c := range body {
		seen.add(rune(c), rune(c))
	}
	if least := 6; seen.size() < least && (len(body) >= 16 || seen.size() < 4) {
		return false
	}
	odd, all := 0, 0
	for len(body) > 0 {
		n := 0
		for n < len(body) && isAlnum(body[n]) {
			n++
		}
		if n > 0 {
			all += n
			if !wordy(body[:n]) {
				odd += n
			}
		}
		body = body[min(len(body), n+1):]
	}
	return odd*4 >= all
}

// mixed wants digits and letters beside what random wants: for rows whose
// mark says little. One in a hundred tokens has no digit, and letters of both
// cases all through it.
func mixed(value []byte) bool {
	var digit, upper, lower int
	for _, c := range value {
		switch {
		case isDigit(c):
			digit++
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z':
			lower++
		}
	}
	return upper+lower > 0 && (digit > 0 || len(value) >= 20 && upper > 4 && lower > 4 || judge.Shuffled(value)) && random(value)
}

// mixedCase wants a digit, a capital and a small letter, no more than half of
// it hex digits of one case. One in fifty tokens has no digit, and letters that come
// as they do in no name.
func mixedCase(value []byte) bool {
	var digit, upper, lower, beyond int
	for _, c := range value {
		switch {
		case isDigit(c):
			digit++
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z':
			lower++
		}
		if isAlnum(c) && c|0x20 > 'f' {
			beyond++
		}
	}
	told := digit > 0 || len(value) >= 20 && judge.Token(value) && judge.Scrambled(value, 4)
	return told && upper > 1 && lower > 1 && beyond*5 > len(value) && random(value)
}

// noZeros tells that a value is not base64 of numbers in a binary format, a
// picture or a font, by runs of zeros that nothing random has.
func noZeros(value []byte) bool { return !strings.Contains(string(value), "AAAA") }

// zeroRuns counts the runs of three zeros or more in base64.
func zeroRuns(value []byte) (n int) {
	for i, run := 0, 0; i < len(value); i++ {
		if value[i] != 'A' {
			run = 0
		} else if run++; run == 3 {
			n++
		}
	}
	return n
}

// varied lets every value pass that is not one byte over and over.
func varied(value []byte) bool {
	var seen byteSet
	for _, c := range value {
		seen.add(rune(c), rune(c))
	}
	return seen.size() >= 4
}

// wordy says whether a run of letters and digits reads like a word of a name:
// letters of one case, CamelCase, a number, or a word with a number behind.
func wordy(part []byte) bool {
	number := len(part)
	for number > 0 && isDigit(part[number-1]) {
		number--
	}
	word := part[:number]
	if len(word) == 0 {
		return true
	}
	if len(word) >= 10 && judge.Scrambled(word, 5) {
		return false
	}
	if len(part)-number > 4 || len(part)-number > 2 && len(word) > 12 {
		return false
	}
	var upper, vowels int
	for _, c := range word {
		switch {
		case isDigit(c):
			return false
		case c <= 'Z':
			upper++
		}
		if strings.IndexByte("aeiouy", c|0x20) >= 0 {
			vowels++
		}
	}
	switch upper {
	case 0:
		return true
	case len(word):
		return upper <= 14
	}
	return upper*4 <= max(len(word), 4) && vowels*4 >= len(word)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isAlnum(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' }

func isHex(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' }
