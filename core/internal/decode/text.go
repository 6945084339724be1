// Package decode undoes the ways in which HARs write one text inside another
// (JSON escapes, percent-encoding, HTML entities, program escapes, base64,
// hex, gzip) and keeps the way back: every decoded position is known by the
// bytes it came from, and a replacement is encoded the way its surroundings
// were.
//
// Two families of codecs differ in the way back. The escaping ones map each
// decoded byte to a source range of its own, so an edit in the decoded text is
// an edit of the source. The packing ones (base64, hex, gzip, zlib, deflate)
// do not: there the packed stretch is unpacked, edited and packed again.
package decode

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// Codec names a way of writing.
type Codec uint8

// The codecs. Those from Base64 on pack.
const (
	None      Codec = iota // the same bytes
	Backslash              // JSON and JavaScript string escapes
	Percent                // RFC 3986 percent-encoding
	Form                   // the same, and + for space
	Entity                 // HTML character references
	Quoted                 // RFC 2045 6.7 quoted-printable
	Base64                 // RFC 4648, either alphabet, with or without padding, wrapped or not
	Hex                    // base 16, either case
	Gzip                   // RFC 1952
	Zlib                   // RFC 1950
	Deflate                // RFC 1951
	Wide                   // UTF-16
)

// Packs tells whether an edit inside means packing the whole stretch again.
func (c Codec) Packs() bool { return c >= Base64 }

// Compresses tells whether the bytes of the stretch are no text themselves: it is
// smaller than what it holds, or has two bytes for a character.
func (c Codec) Compresses() bool { return c >= Gzip }

func (c Codec) String() string {
	return [...]string{"none", "backslash", "percent", "form", "entity", "quoted-printable", "base64", "hex", "gzip", "zlib", "deflate", "utf-16"}[c]
}

// Text is a decoded stretch of a unit, or the unit itself.
type Text struct {
	B     []byte // the decoded bytes
	Up    *Text  // what it was decoded from, nil for a unit
	Start int    // where the source stands in Up.B …
	End   int    // … and ends
	Codec Codec  // how B is written there

	marks []mark
	last  mark // what pos came to
}

// A mark says: decoded position dst comes from src, behind an escape. There is
// one about every markEvery bytes; from there the source is read again, as few
// positions are ever asked for.
type mark struct{ dst, src uint32 }

const markEvery = 256

// Unit makes the outermost text.
func Unit(b []byte) Text { return Text{B: b, End: len(b)} }

// pos is the source position of decoded position i, in Up.B. Most are asked for in
// their order, a few bytes apart, so the last one serves as a mark.
func (t *Text) pos(i int) int {
	d, s := 0, t.Start
	if n := sort.Search(len(t.marks), func(k int) bool { return int(t.marks[k].dst) > i }); n > 0 {
		d, s = int(t.marks[n-1].dst), int(t.marks[n-1].src)
	}
	var sign byte
	switch t.Codec {
	case Backslash:
		sign = '\\'
	case Percent, Form:
		sign = '%'
	case Entity:
		sign = '&'
	case Quoted:
		sign = '='
	default:
		return s + i - d
	}
	if last := int(t.last.dst); d < last && last <= i {
		d, s = last, int(t.last.src)
	}
	if d == i {
		return s
	}
	src := t.Up.B[:t.End]
	for d < i {
		if src[s] != sign {
			k := bytes.IndexByte(src[s:min(s+i-d, len(src))], sign)
			if k < 0 {
				s += i - d
				d = i
				break
			}
			s += k
			d += k
			continue
		}
		from, to := 1, 1
		switch t.Codec {
		case Backslash:
			if r, n := backslash(src[s:]); n > 0 {
				from, to = n, runeLen(r)
			}
		case Entity:
			if r, n := entity(src[s:]); n > 0 {
				from, to = n, runeLen(r)
			}
		case Quoted:
			if _, n, m := quoted(src[s:]); n > 0 {
				from, to = n, m
			}
		default:
			if isEscape(src[s:], Percent) {
				from = 3
			}
		}
		if d+to > i {
			return s + i - d // inside of one character: Source does not ask
		}
		s += from
		d += to
	}
	t.last = mark{uint32(d), uint32(s)}
	return s
}

// runeLen is how many bytes utf8.EncodeRune writes: three for a surrogate.
func runeLen(r rune) int {
	if n := utf8.RuneLen(r); n > 0 {
		return n
	}
	return 3
}

// Source gives the range of Up.B that B[i:j] was decoded from. A range that
// begins or ends inside a character is widened to the whole of it, because a
// character can come from one escape; behind ASCII no character goes on. It is for the
// escaping codecs.
func (t *Text) Source(i, j int) (int, int) {
	if t.Codec == Backslash || t.Codec == Entity {
		for i > 0 && i < len(t.B) && t.B[i]&0xC0 == 0x80 && t.B[i-1] >= utf8.RuneSelf {
			i--
		}
		for j > 0 && j < len(t.B) && t.B[j]&0xC0 == 0x80 && t.B[j-1] >= utf8.RuneSelf {
			j++
		}
	}
	return t.pos(i), t.pos(j)
}

// A Step is one codec of a path, over [Start:End) of the text before it.
type Step struct {
	Codec      Codec
	Start, End int
}

// Root maps B[i:j] up to the nearest text that is packed, or the unit: the
// range there, and that text.
func (t *Text) Root(i, j int) (*Text, int, int) {
	for t.Up != nil && !t.Codec.Packs() {
		i, j = t.Source(i, j)
		t = t.Up
	}
	return t, i, j
}

// Path gives the steps that lead from the unit to t. The first is that of the
// JSON string; after it, steps that decode nothing are left out, so that one
// stretch has one path however it was come upon.
func (t *Text) Path() []Step {
	if t.Up == nil {
		return nil
	}
	path := t.Up.Path()
	s := Step{t.Codec, t.Start, t.End}
	if n := len(path); n > 0 {
		// A text without an encoding of its own is a part of the one before.
		if up := t.Up; up.Codec == None && up.Up != nil && up.Up.Up != nil {
			s.Start, s.End = s.Start+up.offset(), s.End+up.offset()
		}
		if t.Codec == None {
			return path
		}
	}
	return append(path, s)
}

// offset is how far t, which decodes nothing, is from the start of the nearest
// text before it that does or that is a JSON string.
func (t *Text) offset() int {
	n := 0
	for u := t; u.Codec == None && u.Up != nil && u.Up.Up != nil; u = u.Up {
		n += u.Start
	}
	return n
}

// Depth counts the codecs between t and the unit.
func (t *Text) Depth() int {
	n := 0
	for u := t; u.Up != nil; u = u.Up {
		if u.Codec != None {
			n++
		}
	}
	return n
}

// EscapeUp writes plain the way t's surroundings up to the nearest packed text
// need it, so that it can be spliced in there.
func (t *Text) EscapeUp(plain []byte) []byte {
	for t.Up != nil && !t.Codec.Packs() {
		plain = Escape(nil, t.Codec, plain, t.Up.B[t.Start:min(t.End, t.Start+upHead)])
		t = t.Up
	}
	return plain
}

// upHead is how much of a text shows the way of writing: it is asked for each of many
// numbers in one.
const upHead = 1 << 10

// An Arena lends buffers to texts that live one inside another and end in
// reverse order, so that decoding allocates nothing once it is warm.
type Arena struct {
	slots []slot
	used  int
	// Budget is how many decoded bytes may still be made; Decode refuses at
	// zero. The owner sets it for each leaf. Spent is how many were made so far.
	Budget, Spent int
	// vain is how many may still be made of what then turns out to be larger than
	// Budget allows: bytes that nobody looks at.
	vain int
	// Digits, where it is set, is told of every run of base64 digits, long
	// enough for eight bytes, that Nested comes upon in a text.
	Digits  func(t *Text, start, end int)
	press   press
	head    [textHead]byte
	scratch []byte // what the head of a run unpacks to

	// Skipped counts the bytes that were not decoded for want of budget or
	// depth.
	Skipped int64
}

type slot struct {
	text  Text
	buf   []byte
	marks []mark
}

// slotKeep bounds what an idle slot keeps: one huge body must not pin its size
// for the rest of the run.
const slotKeep = 4 << 20

// Grant sets the budget.
func (a *Arena) Grant(budget int) { a.Budget, a.vain = budget, budget }

// vainFactor is how large, as a multiple of its size, something compressed may be
// though others before it were too large.
const vainFactor = 64

// Decode decodes up.B[start:end] by c. ok is false where the stretch is not
// written so, or the budget is spent. Release the result before its parent.
func (a *Arena) Decode(up *Text, c Codec, start, end int) (t *Text, ok bool) {
	if c != None && end-start > a.Budget {
		return nil, false
	}
	if a.used == len(a.slots) {
		return nil, false
	}
	s := &a.slots[a.used]
	s.text = Text{Up: up, Start: start, End: end, Codec: c}
	src := up.B[start:end]
	switch c {
	case None:
		s.text.B = src
	case Backslash:
		s.buf, s.marks = appendBackslash(s.buf[:0], s.marks[:0], src, start)
	case Percent, Form:
		s.buf, s.marks = appendPercent(s.buf[:0], s.marks[:0], src, start, c == Form)
	case Entity:
		s.buf, s.marks = appendEntity(s.buf[:0], s.marks[:0], src, start)
	case Quoted:
		s.buf, s.marks = appendQuoted(s.buf[:0], s.marks[:0], src, start)
	default:
		limit := min(a.Budget, max(a.vain, vainFactor*len(src)))
		s.buf, ok = a.unpack(s.buf[:0], c, src, limit)
		if !ok {
			a.vain -= len(s.buf)
			a.Spent += len(s.buf)
			return nil, false
		}
	}
	if c != None {
		s.text.B = s.buf
		if !c.Packs() {
			s.text.marks = s.marks
		}
		a.Budget -= len(s.buf)
		a.Spent += len(s.buf)
	}
	a.used++
	return &s.text, true
}

// Release gives t's buffer back. Texts are released in reverse order.
func (a *Arena) Release(t *Text) {
	a.used--
	s := &a.slots[a.used]
	if &s.text != t {
		panic("internal error: texts released out of order")
	}
	s.text = Text{}
	if cap(s.buf) > slotKeep {
		s.buf, s.marks = nil, nil
	}
}

// NewArena makes an arena for texts nested up to 64 deep.
func NewArena() *Arena {
	return &Arena{slots: make([]slot, 64)}
}
