// Package secrets holds what a whole file keeps secret: the distinct values,
// which of them are looked for everywhere and in which forms, and their
// placeholders.
package secrets

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"sort"
	"strconv"

	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// A Candidate is a value that was found, before the whole file is known.
type Candidate struct {
	Value []byte
	Kind  string       // of the first finding by a rule that is not vague
	Named int64        // the offset of that finding, or of the first where all are
	Rules []*rule.Rule // that named it, no rule twice
	First int64        // the lowest offset in the file where it was found
	Units []int32      // the first units it was found in, at most maxUnits
	Count int          // places found; 0 for what is known from elsewhere
	Part  bool         // a part of another secret: never numbered before it
}

const maxUnits = 20

// Secret is a distinct value under its placeholder.
type Secret struct {
	Candidate
	Placeholder []byte
	Everywhere  bool
	Kept        bool // stays, because a person decided so
}

// A Set is the outcome of resolve: it does not change any more. It is for one
// goroutine.
type Set struct {
	Secrets []Secret
	ids     ids
	plain   matcher
	packed  []matcher // hex and base64, long and short, once they are asked for
	short   []int32   // looked for everywhere, and too short for the matchers

	placeholders room[byte]
	scratch      []byte
}

func (s *Set) value(id int32) []byte { return s.Secrets[id].Value }

// A Collector gathers candidates. Its zero value is ready. Collectors of
// several workers are merged; the outcome does not depend on who found what.
type Collector struct {
	list   []Candidate
	ids    ids
	values room[byte]
	rules  room[*rule.Rule]
	units  room[int32]
}

func (c *Collector) value(id int32) []byte { return c.list[id].Value }

// Add notes one finding of a value at a file offset, and gives the value's
// index in this collector. The value is copied.
func (c *Collector) Add(value []byte, r *rule.Rule, offset int64, unit int32) int32 {
	id, known := c.ids.number(value, int32(len(c.list)), c.value)
	if !known {
		if len(c.list) == cap(c.list) {
			// By a quarter, as append does it, would leave behind what is four times as long.
			c.list = slices.Grow(c.list, max(64, len(c.list)/2))
		}
		// Most are found by one rule, in one unit.
		c.list = append(c.list, Candidate{
			Value: c.values.keep(value...), Kind: r.Kind, Named: offset, First: offset, Count: 1,
			Rules: c.rules.keep(r), Units: c.units.keep(unit),
		})
		return id
	}
	s := &c.list[id]
	s.Count++
	s.First = min(s.First, offset)
	s.name(r.Kind, offset)
	if !slices.Contains(s.Rules, r) {
		s.Rules = append(s.Rules, r)
	}
	if n := len(s.Units); n < maxUnits && (n == 0 || s.Units[n-1] != unit) {
		s.Units = append(s.Units, unit)
	}
	return id
}

// name notes that the value was found as some kind at an offset.
func (s *Candidate) name(kind string, offset int64) {
	vague, was := rule.Vague(kind), rule.Vague(s.Kind)
	if was && !vague || was == vague && offset < s.Named {
		s.Kind, s.Named = kind, offset
	}
}

// Resolve makes the set. first is the number of the first placeholder. The
// given slice maps each index of the collector to its index in the set.
func (c *Collector) Resolve(first int) (*Set, []int32) { return c.ResolveWith(first, Decisions{}) }

// ResolveWith is Resolve with what a person decided. The same findings have
// the same numbers whatever was decided.
func (c *Collector) ResolveWith(first int, d Decisions) (*Set, []int32) {
	order := make([]int32, len(c.list))
	for i := range order {
		order[i] = int32(i)
	}
	sort.Slice(order, func(a, b int) bool {
		x, y := &c.list[order[a]], &c.list[order[b]]
		if x.First != y.First {
			return x.First < y.First
		}
		return string(x.Value) < string(y.Value)
	})
	set := &Set{Secrets: make([]Secret, 0, len(c.list))}
	to := make([]int32, len(c.list))
	for _, i := range order {
		s := c.list[i]
		// The candidates stay as they are: Resolve may come again.
		if !slices.IsSortedFunc(s.Units, inFile) {
			s.Units = slices.Clone(s.Units)
			sortUnits(s.Units)
		}
		if len(s.Rules) > 1 {
			s.Rules = slices.Clone(s.Rules)
			sort.Slice(s.Rules, func(a, b int) bool {
				x, y := s.Rules[a], s.Rules[b]
				if vague := rule.Vague(x.Kind); vague != rule.Vague(y.Kind) {
					return !vague
				}
				return x.ID < y.ID
			})
		}
		_, list := pairValues(s.Value, s.Kind)
		// A whole JSON Web Token goes where nothing may stay, and loses its
		// signature elsewhere.
		signed := rule.Vague(s.Kind) && jwtHeader(s.Value[:max(0, bytes.IndexByte(s.Value, '.'))])
		known := (judge.Random(s.Value) || judge.Shuffled(s.Value) || s.Kind == "password" && (judge.Mingled(s.Value) || judge.Chosen(s.Value))) && !packsWords(s.Value)
		to[i] = set.add(s, first, known && !list && !signed)
	}
	// Parts come after all whole secrets, so that a part that was also found
	// whole keeps the place where it was found.
	for i := range set.Secrets {
		s := set.Secrets[i]
		if values, ok := pairValues(s.Value, s.Kind); ok {
			set.parts(s, values, first)
		}
		if !s.Everywhere || s.Kind == "key" && len(s.Value) > 512 || rule.Vague(s.Kind) {
			continue
		}
		set.parts(s, Parts(s.Value, s.Kind), first)
		set.parts(s, otherForms(s.Value), first)
	}
	set.decide(d, first)
	set.plain.index(set.Secrets, false)
	if set.unhunt() {
		set.plain.index(set.Secrets, false)
	}
	for i := range set.Secrets {
		if s := &set.Secrets[i]; s.Everywhere && len(s.Value) < minHunt {
			set.short = append(set.short, int32(i))
		}
	}
	return set, to
}

// unhunt stops the hunt for secrets that are another secret in base 16 or 64, or
// in one within the other:
// wherever they stand, that one is found and taken out, and what stands around
// it in there is kept.
func (s *Set) unhunt() bool {
	any := false
	var plain, next []byte
	for i := range s.Secrets {
		x := &s.Secrets[i]
		if !x.Everywhere || len(x.Value) < 2*minHunt || len(x.Value) > 4096 {
			continue
		}
		inner := false
		for plain = unpacked(plain[:0], x.Value); len(plain) > 0 && !inner; plain, next = next, plain {
			for _, text := range [...][]byte{plain, percentUndone(plain)} {
				s.plain.find(text, 0, len(text), func(m Match) {
					inner = inner || int(m.Secret) != i && !(joined(text) && (randomPart(text[:m.Start]) || randomPart(text[m.End:])))
				})
			}
			next = unpacked(next[:0], plain)
		}
		if inner {
			x.Everywhere, any = false, true
		}
	}
	return any
}

// joined tells whether a text is values with a sign between them, and no document.
func joined(text []byte) bool {
	for _, c := range text {
		if c <= ' ' || c >= 0x7F || bytes.IndexByte([]byte(`"'{}[]<&;,=()%\`), c) >= 0 {
			return false
		}
	}
	return true
}

// randomPart tells whether what stands beside a secret can be another one.
func randomPart(text []byte) bool {
	return len(text) >= minPart && judge.Random(bytes.Trim(text, ".:|~!-"))
}

// packsWords tells whether a value is base64 of words alone, which may stand in any
// text that is packed.
func packsWords(value []byte) bool {
	var room [128]byte
	plain := unpacked(room[:0], value)
	for _, c := range plain {
		if c != ' ' && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return len(plain) > 0
}

// unpacked undoes base 16 or 64 where all of a value is written so, and appends what
// comes of it to dst.
func unpacked(dst, value []byte) []byte {
	if plain, err := hex.AppendDecode(dst, value); err == nil {
		return plain
	}
	digits := bytes.TrimRight(value, "=")
	for _, enc := range [...]*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		if plain, err := enc.AppendDecode(dst, digits); err == nil {
			return plain
		}
	}
	return dst
}

// parts adds the parts of a secret that are not secrets already.
func (s *Set) parts(of Secret, values [][]byte, first int) {
	for _, p := range values {
		if _, ok := s.Index(p); !ok {
			s.add(Candidate{Value: p, Kind: of.Kind, Rules: of.Rules, First: of.First, Part: true}, first, true)
		}
	}
}

func (s *Set) add(c Candidate, first int, everywhere bool) int32 {
	id := int32(len(s.Secrets))
	s.scratch = strconv.AppendInt(append(append(append(s.scratch[:0], "REDACTED-"...), c.Kind...), '-'), int64(first+int(id)), 10)
	s.Secrets = append(s.Secrets, Secret{Candidate: c, Placeholder: s.placeholders.keep(s.scratch...), Everywhere: everywhere})
	s.ids.number(c.Value, id, s.value)
	return id
}

// Find calls fn for each place of text where a secret that is looked for
// everywhere stands as itself, in no particular order; places may overlap.
func (s *Set) Find(text []byte, fn func(Match)) {
	s.plain.find(text, 0, len(text), fn)
	for _, id := range s.short {
		value := s.Secrets[id].Value
		for i := 0; ; {
			k := bytes.Index(text[i:], value)
			if k < 0 {
				break
			}
			i += k + len(value)
			fn(Match{Start: i - len(value), End: i, Secret: id})
		}
	}
}

// Shortest is how short a text can be in which Find finds anything.
func (s *Set) Shortest() int {
	if len(s.short) > 0 {
		return MinAlso
	}
	return minHunt
}

// FindPacked calls fn for each place of text[start:end], a run of base64
// digits, where such a secret stands in base64 or hex. These forms are what takes
// most of the memory and time of a set, and in many files no secret stands so.
func (s *Set) FindPacked(text []byte, start, end int, fn func(Match)) {
	if s.packed == nil {
		s.packed = []matcher{{gram: wide}, {gram: narrow}}
		for i := range s.packed {
			s.packed[i].index(s.Secrets, true)
		}
	}
	for i := range s.packed {
		s.packed[i].find(text, start, end, fn)
	}
}

// Number gives the index of the secret that is looked for everywhere and
// whose value is exactly text.
func (s *Set) Number(text []byte) (int32, bool) {
	if len(text) < s.Shortest() {
		return 0, false
	}
	id, ok := s.Index(text)
	if !ok || !s.Secrets[id].Everywhere {
		return 0, false
	}
	return id, true
}

// Index gives the index of the secret with this value.
func (s *Set) Index(value []byte) (int32, bool) {
	return s.ids.find(value, s.value)
}

// Hunted gives the values that must not be anywhere in the output, and which
// secrets the long ones are.
func (s *Set) Hunted() (long, short [][]byte, ids []int32) {
	long, ids = make([][]byte, 0, len(s.Secrets)), make([]int32, 0, len(s.Secrets))
	for i := range s.Secrets {
		switch x := &s.Secrets[i]; {
		case !x.Everywhere:
		case len(x.Value) < minHunt:
			short = append(short, x.Value)
		default:
			long, ids = append(long, x.Value), append(ids, int32(i))
		}
	}
	return long, short, ids
}
