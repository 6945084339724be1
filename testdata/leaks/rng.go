package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// rng is a seeded source of everything that is random in the bench: the same
// seed gives the same files, byte for byte.
type rng struct{ *rand.Rand }

func newRNG(a, b uint64) rng { return rng{rand.New(rand.NewPCG(a, b))} }

// fork gives a source of its own for work whose number of draws depends on a
// secret's value, so that two runs that differ in the values alone stay in step.
func (r rng) fork() rng { return newRNG(r.Uint64(), r.Uint64()) }

func (r rng) chance(percent int) bool { return r.IntN(100) < percent }

// between draws from lo to hi, both included.
func (r rng) between(lo, hi int) int { return lo + r.IntN(hi-lo+1) }

func pick[T any](r rng, list []T) T { return list[r.IntN(len(list))] }

const (
	lowers = "abcdefghijklmnopqrstuvwxyz"
	uppers = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits = "0123456789"
)

// alphabets are the character classes that a template can name.
var alphabets = map[byte]string{
	'a': lowers + digits,
	'A': uppers + lowers + digits,
	'U': uppers + digits,
	'l': lowers,
	'L': uppers,
	'w': uppers + lowers,
	'b': uppers + lowers + digits + "+/",
	'u': uppers + lowers + digits + "-_",
	'h': digits + "abcdef",
	'H': digits + "ABCDEF",
	'd': digits,
	'B': uppers + "234567",
	'c': digits + "ABCDEFGHJKMNPQRSTVWXYZ",
	's': "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
	'q': "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
	'Q': "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
}

// chars draws n characters of a class.
func (r rng) chars(class byte, n int) string {
	set, ok := alphabets[class]
	if !ok {
		panic("internal error: unknown character class " + string(class))
	}
	var b strings.Builder
	for range n {
		b.WriteByte(set[r.IntN(len(set))])
	}
	return b.String()
}

func (r rng) uuid() string {
	return r.expand("{h8}-{h4}-4{h3}-" + pick(r, []string{"8", "9", "a", "b"}) + "{h3}-{h12}")
}

// expand replaces {h32} by 32 characters of class h, {A20-40} by 20 to 40, and
// the words {uuid} {brand} {word} {host} {email} {ip} {ts} {ms} {date} {ver}.
func (r rng) expand(t string) string {
	s, _, _ := r.expandSpan(t)
	return s
}

// expandSpan also says where the longest random part lies.
func (r rng) expandSpan(t string) (s string, from, to int) {
	var b strings.Builder
	for {
		open := strings.IndexByte(t, '{')
		if open < 0 {
			b.WriteString(t)
			return b.String(), from, to
		}
		end := strings.IndexByte(t[open:], '}')
		if end < 0 {
			b.WriteString(t)
			return b.String(), from, to
		}
		word := t[open+1 : open+end]
		part, random := r.word(word)
		if part == "" {
			b.WriteString(t[:open+1])
			t = t[open+1:]
			continue
		}
		b.WriteString(t[:open])
		start := b.Len()
		b.WriteString(part)
		if random && b.Len()-start > to-from {
			from, to = start, b.Len()
		}
		t = t[open+end+1:]
	}
}

// word expands what stands between braces, or gives "" where it is no word of
// the template language (a brace of the text itself).
func (r rng) word(w string) (s string, random bool) {
	switch w {
	case "uuid":
		return r.uuid(), true
	case "brand":
		return pick(r, brands), false
	case "word":
		return pick(r, words), false
	case "host":
		return pick(r, []string{"api", "app", "www", "auth", "cdn", "edge"}) + "." + pick(r, brands) + ".example", false
	case "email":
		return pick(r, people) + strconv.Itoa(r.between(10, 9999)) + "@" + pick(r, brands) + ".example", false
	case "ip":
		return fmt.Sprintf("10.%d.%d.%d", r.IntN(256), r.IntN(256), r.between(1, 254)), false
	case "ts":
		return strconv.Itoa(1_600_000_000 + r.IntN(160_000_000)), false
	case "ms":
		return strconv.Itoa(1_600_000_000_000 + r.IntN(160_000_000_000)), false
	case "date":
		return r.date().Format(time.RFC1123), false
	case "ver":
		return fmt.Sprintf("%d.%d.%d", r.IntN(9), r.IntN(30), r.IntN(99)), false
	}
	if len(w) < 2 || alphabets[w[0]] == "" {
		return "", false
	}
	lo, hi, ranged := strings.Cut(w[1:], "-")
	n, err := strconv.Atoi(lo)
	if err != nil {
		return "", false
	}
	if ranged {
		m, err := strconv.Atoi(hi)
		if err != nil || m < n {
			return "", false
		}
		n = r.between(n, m)
	}
	return r.chars(w[0], n), true
}

func (r rng) date() time.Time {
	return time.Unix(1_650_000_000+r.Int64N(100_000_000), r.Int64N(1e9)).UTC()
}

var brands = []string{
	"acme", "initech", "globex", "umbrella", "hooli", "vandelay", "northwind", "piedpiper", "tyrell",
	"cyberdyne", "soylent", "oscorp", "wonka", "stark", "aperture", "sirius", "massive", "veridian", "duff", "zorg",
}

var people = []string{"ada", "grace", "linus", "mary.ann", "j.doe", "s-kim", "o.brien", "lee", "nadia", "tomas"}

var words = []string{
	"alpha", "billing", "catalog", "device", "editor", "folder", "gallery", "history", "invoice", "journal",
	"kitchen", "library", "market", "network", "orders", "profile", "quarter", "report", "search", "travel",
	"update", "vendor", "window", "yellow", "zebra", "summary", "panel", "widget", "feature", "region",
}
