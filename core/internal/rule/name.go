package rule

import (
	"bytes"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tables lists the families that speak by name. A new family is a file and a
// line here.
var tables = [][]Names{
	headerNames, settingNames, cookieNames, oauthNames, samlNames, sessionNames, csrfNames, cloudNames, passwordNames,
	otpNames, paymentNames, keyNames, webauthnNames, personalNames, harmlessNames, segmentNames, queryNames,
}

// AnyCookie is what is said of a cookie that no table knows: all values go but choices
// and counts, because nothing else tells a session from a setting but its name.
var AnyCookie = &Rule{"cookie.any", "a cookie: it may keep someone signed in", "cookie", Secret, Any}

// SettingCookie is said of one whose name ends as those of settings do: what is plain in
// it stays.
var SettingCookie = &Rule{"cookie.setting", "a cookie that may be more than the setting it is called", "cookie", Secret, Any}

// Name gives the rule that speaks for a name at a place, nil where none does.
// Case does not matter. Names that no table has are judged by their words. It
// allocates nothing once a name was seen.
func Name(place Place, name []byte) *Rule {
	if len(name) == 0 {
		if place == Cookie {
			return AnyCookie
		}
		return nil
	}
	if len(name) > maxName {
		name = name[len(name)-maxName:]
	}
	if place == Key && name[0] == '-' && len(name) > 2 {
		if name[1] == 'D' {
			name = name[1:] // of Java: -Dpassword=x
		}
		name = bytes.TrimLeft(name[1:], "-") // of an option
		if len(name) == 0 {
			return nil
		}
	}
	if name[0] >= 0x80 || name[len(name)-1] >= 0x80 {
		name = fold(name)
	}
	var buf [maxName]byte
	low := appendLower(buf[:0], name)
	x := index()
	if r := x.listed(place, low); r != nil {
		return r
	}
	switch place {
	case Cookie:
		if isSettingName(name) {
			return SettingCookie
		}
		return AnyCookie
	case Segment, Query:
		return nil
	}
	if place == Key {
		if r := x.dotted(name, low); r != nil {
			return r
		}
	}
	if end := len(bytes.TrimRight(low, "0123456789")); end >= minJoined && end < len(low) {
		if v := name[end-1]; (v == 'v' || v == 'V') && (bytes.IndexByte([]byte("_-."), name[end-2]) >= 0 || v == 'V' && isSmall(rune(name[end-2]))) {
			end-- // token_v2
		}
		return Name(place, bytes.TrimRight(name[:end], "_-.")) // the second of its kind: token2
	}
	if place == Key && len(low) > len("data-") && string(low[:5]) == "data-" {
		return Name(place, name[5:]) // an attribute of HTML's authors
	}
	bare := low
	if n := len(low) - len("x-"); (n >= 4 && place == Header || n >= 3 && place == Key) && string(low[:2]) == "x-" {
		bare = low[2:] // of a header that is none of HTTP's own
	}
	if place == Header || len(bare) < len(low) {
		if r := x.listed(Key, bare); r != nil && (place == Key || r.Treat != Secret) {
			return r
		}
	}
	r := x.ending(place, name)
	if r == nil {
		r = byWords(place, name)
	}
	if r == nil {
		if base := unversioned(name); base != nil {
			if r = Name(place, base); r != nil && r.Treat != Secret {
				r = nil // of what is harmless another may be a secret
			}
		}
	}
	if r != nil || place == Key || place == Header && len(bare) == len(low) {
		return r
	}
	return x.sent(bare)
}

// ending gives the rule for a secret by the last two words of a name or the last three,
// where a table has them and those before say whose it is: acme_email_code. The value of
// something may be that of what stands before.
func (x *names) ending(place Place, name []byte) *Rule {
	var buf, low [maxName]byte
	var ends [maxWords + 1]int
	n, b := split(name, &buf, &ends)
	if n < 3 {
		return nil
	}
	var r *Rule
	for first := max(1, n-3); first <= n-2 && r == nil; first++ {
		if first == n-2 && Among(values, b[ends[n-1]:ends[n]]) {
			return nil
		}
		key := low[:0]
		for i := first; i < n; i++ {
			if i > first {
				key = append(key, '_')
			}
			key = append(key, b[ends[i]:ends[i+1]]...)
		}
		r = x.joined(place, key)
	}
	if r == nil || r.Treat != Secret || r.Judge == Strong {
		return nil
	}
	for i := range n - 2 {
		if w := b[ends[i]:ends[i+1]]; i == 0 && Among(verbs, w) || Among(flags, w) || Among(nouns, w) || r.Kind == "session" && Among(watching, w) {
			return nil
		}
	}
	return r
}

// dotted gives the rule for a secret by a name that several are joined in by dots, of
// which the last ones tell: acme.mfa.code, http.request.primaryKey.
func (x *names) dotted(name, low []byte) *Rule {
	last := bytes.LastIndexByte(low, '.') + 1
	if last < 2 || last+3 >= len(low) {
		return nil
	}
	for k := bytes.IndexByte(low, '.') + 1; k < last; k += bytes.IndexByte(low[k:], '.') + 1 {
		if r := x.listed(Key, low[k:]); r != nil && r.Treat == Secret {
			return r
		}
	}
	said := byWords(Key, name)
	if said != nil && said != &wordNamedKey {
		return said
	}
	if r := x.exact(Key, low[last:], hash(low[last:])); r != nil && r.Treat == Secret {
		return r // a table says more than that it is a key of something
	}
	return said
}

// fold writes a name that begins or ends past ASCII in small letters, with a sign before the
// words in it that a capital begins.
func fold(name []byte) []byte {
	out := make([]byte, 0, maxName+16)
	begin := 0 // of a word, behind a small letter
	for small := false; len(name) > 0; {
		r, n := utf8.DecodeRune(name)
		name = name[n:]
		low := unicode.ToLower(r)
		if begin > 0 && low == r && r > '9' {
			out = append(out, 0)
			copy(out[begin+1:], out[begin:])
			out[begin] = '_'
		}
		begin = 0
		if low != r && small {
			begin = len(out)
		}
		small = low == r && r > '9'
		out = utf8.AppendRune(out, low)
	}
	return out[max(0, len(out)-maxName):]
}

// Listed gives the rule of a table for a name, nil where none has it.
func Listed(place Place, name []byte) *Rule {
	var buf [maxName]byte
	if len(name) == 0 || len(name) > maxName {
		return nil
	}
	return index().listed(place, appendLower(buf[:0], name))
}

// listed looks for a name as it stands in a table, with a star, or, where names are
// joined in several ways, in another one.
func (x *names) listed(place Place, low []byte) *Rule {
	if r := x.exact(place, low, hash(low)); r != nil {
		return r
	}
	if r := x.wild(place, low); r != nil || place&(Header|Param|Key) == 0 {
		return r
	}
	return x.joined(place, low)
}

func appendLower(dst, name []byte) []byte {
	for _, c := range name {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}

// sent looks for the name of a parameter, or of a header without its X-, among those
// of keys: what is a secret in a document is one where it is sent.
func (x *names) sent(low []byte) *Rule {
	r := x.exact(Key, low, hash(low))
	if r == nil {
		r = x.joined(Key, low)
	}
	if r == nil || r.Treat != Secret || r.Judge == Any {
		return nil // what a document says of any value, an address may say of a number
	}
	return r
}

// hash is that by which the index knows a name in small letters.
func hash(low []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range low {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// maxName is how much of a name is looked at, in bytes: its end, which
// decides.
const maxName = 80

// slot is one place and name of the index.
type slot struct {
	name  string
	hash  uint32
	place Place
	rule  *Rule
	next  int32 // 1 + index of the next slot of the bucket
}

// wildcard is a name with a star.
type wildcard struct {
	head, tail string
	place      Place
	rule       *Rule
	nth        int // in the order of the tables
}

type names struct {
	slots   []slot
	buckets [4096]int32
	joins   map[string][]int32 // slots by their names without separators
	stars   [257][]wildcard    // by their first byte; the last for *tail
	all     int
}

// index is the lookup over all tables, made at the first question.
var index = sync.OnceValue(func() *names {
	x := &names{joins: map[string][]int32{}}
	for _, table := range tables {
		for i := range table {
			for _, n := range table[i].Names {
				x.add(table[i].Places, n, &table[i].Rule)
			}
		}
	}
	return x
})

func (x *names) add(places Place, name string, r *Rule) {
	low := make([]byte, len(name))
	h := uint32(2166136261)
	star := -1
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c == '*' {
			star = i
		}
		low[i] = c
		h = (h ^ uint32(c)) * 16777619
	}
	if star >= 0 {
		first := len(x.stars) - 1
		if star > 0 {
			first = int(low[0])
		}
		x.stars[first] = append(x.stars[first], wildcard{string(low[:star]), string(low[star+1:]), places, r, x.all})
		x.all++
		return
	}
	b := h % uint32(len(x.buckets))
	x.slots = append(x.slots, slot{string(low), h, places, r, x.buckets[b]})
	x.buckets[b] = int32(len(x.slots))
	// __VIEWSTATE is not viewState: only what stands between words is left out.
	if key := join(make([]byte, 0, len(low)), low); (isAlnum(low[0]) || low[0] >= 0x80) && places&(Header|Param|Key) != 0 {
		x.joins[string(key)] = append(x.joins[string(key)], int32(len(x.slots)-1))
	}
}

// minJoined is the shortest name that is known however its words are joined; a
// shorter one is known by whatever sign separates them.
const minJoined = 8

// join appends a name without what separates its words, or, where it is short,
// with one sign for all that do.
func join(dst, low []byte) []byte {
	for _, sign := range [...]string{"", " "} {
		for _, c := range low {
			if c != '-' && c != '_' && c != '.' && c != ' ' {
				dst = append(dst, c)
			} else {
				dst = append(dst, sign...)
			}
		}
		if len(dst) >= minJoined || sign != "" {
			break
		}
		dst = dst[:0]
	}
	return dst
}

// joined looks for a name of a table whose words are joined in another way:
// otpauth-url for otpauthUrl.
func (x *names) joined(place Place, low []byte) *Rule {
	var buf [maxName]byte
	for _, k := range x.joins[string(join(buf[:0], low))] {
		if s := &x.slots[k]; s.place&place&(Header|Param|Key) != 0 {
			return s.rule
		}
	}
	return nil
}

func (x *names) exact(place Place, low []byte, h uint32) *Rule {
	for k := x.buckets[h%uint32(len(x.buckets))]; k != 0; {
		s := &x.slots[k-1]
		if s.hash == h && s.place&place != 0 && s.name == string(low) {
			return s.rule
		}
		k = s.next
	}
	return nil
}

func (x *names) wild(place Place, low []byte) (r *Rule) {
	nth := x.all // the first of a table speaks
	for _, stars := range [...][]wildcard{x.stars[low[0]], x.stars[len(x.stars)-1]} {
		for i := range stars {
			w := &stars[i]
			if w.place&place != 0 && w.nth < nth && len(low) > len(w.head)+len(w.tail) && string(low[:len(w.head)]) == w.head && string(low[len(low)-len(w.tail):]) == w.tail {
				r, nth = w.rule, w.nth
				break
			}
		}
	}
	return r
}
