package jsonscan

import (
	"sort"

	"github.com/har-redactor/har-redactor/core/report"
)

// Limits bound what a Splitter accepts. Zero stands for the default.
type Limits struct {
	// MaxDepth is how deep the document may nest, itself included: 10,000.
	MaxDepth int
	// MaxUnit is how many bytes one entry may have, and the frame: 1 GiB.
	// Both are held in memory whole.
	MaxUnit int64
}

// A Unit is one element of log.entries.
type Unit struct {
	Index  int    // counts the units of the file
	Offset int64  // of its first byte, in the file
	Bytes  []byte // valid until the next call of Room
}

// A Cut is the place of one unit.
type Cut struct {
	Doc    int   // position of its 0 in Frame.Doc
	Offset int64 // of its first byte, in the file
	Len    int64 // in the file
}

// A Frame is what stands around the units.
type Frame struct {
	// Doc is the document without byte order mark, each unit replaced by the
	// single byte 0, so that it is itself valid JSON.
	Doc  []byte
	Cuts []Cut // in order
	BOM  bool  // the file begins with a UTF-8 byte order mark
}

// FileOffset is where a byte of Doc stands in the file. The 0 of a unit stands
// where the unit begins.
func (f *Frame) FileOffset(docPos int) int64 {
	k := sort.Search(len(f.Cuts), func(k int) bool { return f.Cuts[k].Doc >= docPos })
	if k > 0 {
		c := f.Cuts[k-1]
		return c.Offset + c.Len + int64(docPos-c.Doc-1)
	}
	if f.BOM {
		return int64(docPos) + int64(len(bom))
	}
	return int64(docPos)
}

const (
	bom = "\xef\xbb\xbf"

	defaultUnit = 1 << 30

	// sniffLen is how many bytes of a file that is no JSON object are looked
	// at to say what it is. A JSONP callback's name must fit.
	sniffLen = 64
)

// place is where a Splitter stands in the frame.
type place uint8

const (
	beforeAll     place = iota // in the byte order mark, or before the {
	sniffing                   // collecting the first bytes of what is no object
	wantKeyOrEnd               // the rest up to wantAfter: in the objects of levels 1 and 2
	wantKey                    //
	insideKey                  // a key, read by the machine
	wantColon                  //
	wantValue                  //
	insideValue                // a value of the frame, read by the machine
	wantAfter                  // after a value: comma or close
	wantUnitOrEnd              // in an entries array, just after [
	wantUnit                   // after its comma
	insideUnit                 // a unit, read by the machine
	afterUnit                  // comma or ]
	afterAll                   // after the document
)

// name is what the last key of the frame said.
type name uint8

const (
	otherName name = iota
	logName
	entriesName
)

// A Splitter cuts a HAR, pushed to it in pieces, into units: each element of
// log.entries, and the frame around them. It judges the whole by RFC 8259 as
// it goes. It holds one unit and the frame, not the file.
//
// Units are the elements of every entries array in every log object of the
// top-level object, wherever the keys stand and however often they are
// repeated, because programs differ in which copy they read.
//
//	buf: [ used up | kept | incomplete unit | room ]
//	                        ^from             ^end
//
// What a caller still needs of the units that were emitted is kept as well,
// from where Keep says.
//
// Every byte up to end has been through the grammar. Outside a unit all of
// them are used up between two calls: the frame's have been copied out. The
// frame has three levels, the top-level object (1), log (2) and entries (3);
// at these the Splitter reads the tokens itself and minds the keys, and each
// value in them is one run of the machine, which minds the grammar alone.
//
// What is emitted, and the first error, do not depend on how the file was cut
// into pieces. After an error every call returns it again.
type Splitter struct {
	buf  []byte
	from int   // first byte that is still needed
	end  int   // the bytes before it have been read
	base int64 // offset of buf[0] in the file
	keep int64 // offset from which on bytes are kept for the caller, or negative

	place   place
	level   uint8
	key     name
	keyDoc  int // where the last key begins, in doc
	found   bool
	machine machine
	frame   Frame
	head    []byte // the bytes of the byte order mark, or of what is sniffed
	sniffed int64  // offset of head[0], in sniffing
	limits  Limits
	err     error
}

// NewSplitter starts a file.
func NewSplitter(l Limits) *Splitter {
	if l.MaxDepth <= 0 {
		l.MaxDepth = defaultDepth
	}
	if l.MaxUnit <= 0 {
		l.MaxUnit = defaultUnit
	}
	return &Splitter{limits: l, keep: -1}
}

// Consumed is how many bytes of the file have been committed.
func (s *Splitter) Consumed() int64 { return s.base + int64(s.end) }

// Keep asks for the bytes of the file from offset on to stay within reach of
// Kept, though their units have been emitted; a negative offset ends it. offset
// must stand at or after the start of the last unit, or of what is kept.
func (s *Splitter) Keep(offset int64) { s.keep = offset }

// Kept gives the bytes of the file from start to end, which must have been
// kept and read. They are valid until the next call of Room.
func (s *Splitter) Kept(start, end int64) []byte {
	i, j := int(start-s.base), int(end-s.base)
	return s.buf[i:j:j]
}

// needed is the index of the first byte that must not be overwritten.
func (s *Splitter) needed() int {
	if s.keep >= 0 {
		return min(s.from, int(s.keep-s.base))
	}
	return s.from
}

// Room gives n writable bytes, where the caller writes the next bytes of the
// file before it calls Commit. They lose their meaning with the next call of
// Room.
func (s *Splitter) Room(n int) []byte {
	needed := s.needed()
	if needed == s.end {
		s.rebase(s.buf, needed)
		needed = 0
	}
	if need := s.end - needed + n; s.end+n > len(s.buf) {
		if need > len(s.buf) {
			// Doubling keeps the moves linear, but past the largest unit
			// there is nothing to come.
			size := min(2*int64(len(s.buf))-int64(n), s.limits.MaxUnit) + int64(n)
			s.rebase(make([]byte, max(int64(need), size)), needed)
		} else {
			s.rebase(s.buf, needed)
		}
	}
	return s.buf[s.end : s.end+n]
}

// rebase moves what is needed to the start of buf.
func (s *Splitter) rebase(buf []byte, needed int) {
	copy(buf, s.buf[needed:s.end])
	s.buf = buf
	s.base += int64(needed)
	s.end -= needed
	s.from -= needed
}

// Commit takes the first n bytes of Room as the next bytes of the file, and
// emits each unit that they complete. It returns a *report.Error, or what emit
// returned.
func (s *Splitter) Commit(n int, emit func(Unit) error) error {
	if n < 0 || n > len(s.buf)-s.end {
		panic("internal error: more bytes committed than there was room")
	}
	if s.err != nil {
		return s.err
	}
	i := s.end
	s.end += n
	if err := s.read(i, emit); err != nil {
		s.err = err
	}
	return s.err
}

// read takes the bytes from i to s.end through the grammar.
func (s *Splitter) read(i int, emit func(Unit) error) error {
	b := s.buf[:s.end]
	for i < len(b) {
		switch s.place {
		case insideUnit:
			// One byte past the limit is looked at, because a number shows its
			// end only there. That byte is the same however the file was cut.
			window := b
			if room := s.limits.MaxUnit + 1; int64(len(b)-s.from) > room {
				window = b[:s.from+int(room)]
			}
			j, res := s.machine.run(window, i)
			if int64(j-s.from) > s.limits.MaxUnit {
				return report.Errorf(report.CodeTooLarge, s.base+int64(s.from),
					"one entry is larger than %d bytes: export the capture again without response bodies, or take the entry out", s.limits.MaxUnit)
			}
			if res != done {
				if res == more {
					return nil
				}
				return s.stop(res, j)
			}
			i = j
			unit := Unit{Index: len(s.frame.Cuts) - 1, Offset: s.base + int64(s.from), Bytes: b[s.from:i:i]}
			s.frame.Cuts[unit.Index].Len = int64(len(unit.Bytes))
			s.place, s.from = afterUnit, i
			if err := emit(unit); err != nil {
				return err
			}
			continue

		case insideValue, insideKey:
			j, res := s.machine.run(b, i)
			i = j
			if res == more {
				continue
			}
			if res != done {
				return s.fail(i, s.stop(res, i))
			}
			if s.place == insideValue {
				s.place = wantAfter
				continue
			}
			if err := s.flush(i); err != nil {
				return err
			}
			s.key = nameOf(s.frame.Doc[s.keyDoc:])
			s.place = wantColon
			continue

		case beforeAll:
			j, err := s.begin(i)
			if err != nil {
				return err
			}
			i = j
			continue

		case sniffing:
			k := min(sniffLen-len(s.head), len(b)-i)
			if s.head = append(s.head, b[i:i+k]...); len(s.head) == sniffLen {
				return s.notJSON()
			}
			i += k
			s.from = i
			continue
		}

		if i = blank(b, i); i == len(b) {
			break
		}
		switch c := b[i]; {
		case s.place == wantKeyOrEnd && c == '}', s.place == wantAfter && c == '}':
			i++
			s.place = wantAfter
			if s.level--; s.level == 0 {
				s.place = afterAll
			}
		case s.place == wantAfter && c == ',':
			i++
			s.place = wantKey
		case (s.place == wantKeyOrEnd || s.place == wantKey) && c == '"':
			s.keyDoc = len(s.frame.Doc) + i - s.from
			s.machine.start(s.limits.MaxDepth)
			s.place = insideKey
		case s.place == wantColon && c == ':':
			i++
			s.place = wantValue
		case s.place == wantValue && s.level == 1 && s.key == logName && c == '{',
			s.place == wantValue && s.level == 2 && s.key == entriesName && c == '[':
			if int(s.level) == s.limits.MaxDepth {
				return s.fail(i, s.stop(deep, i))
			}
			i++
			s.level++
			s.place = wantKeyOrEnd
			if c == '[' {
				s.place, s.found = wantUnitOrEnd, true
			}
		case s.place == wantValue:
			s.machine.start(s.limits.MaxDepth - int(s.level))
			s.place = insideValue
		case s.place == wantUnitOrEnd && c == ']', s.place == afterUnit && c == ']':
			i++
			s.level--
			s.place = wantAfter
		case s.place == afterUnit && c == ',':
			i++
			s.place = wantUnit
		case s.place == wantUnitOrEnd, s.place == wantUnit:
			if err := s.flush(i); err != nil {
				return err
			}
			s.frame.Cuts = append(s.frame.Cuts, Cut{Doc: len(s.frame.Doc), Offset: s.base + int64(i)})
			if err := s.add([]byte{'0'}); err != nil {
				return err
			}
			s.machine.start(s.limits.MaxDepth - int(s.level))
			s.place = insideUnit
		case c == 0 && s.place == wantKeyOrEnd && s.level == 1:
			// Each character of the first ones has a second byte.
			return s.fail(i, report.Errorf(report.CodeNotJSON, s.base+int64(i), "this is UTF-16 text, where a HAR is UTF-8: save it as UTF-8"))
		default:
			return s.fail(i, report.Errorf(report.CodeSyntax, s.base+int64(i), "%s%s", brokenJSON, s.wants()))
		}
	}
	if s.place == insideUnit || s.place == sniffing {
		return nil
	}
	return s.flush(len(b))
}

// flush copies the frame's bytes before i out.
func (s *Splitter) flush(i int) error {
	err := s.add(s.buf[s.from:i])
	s.from = i
	return err
}

// add appends to the frame.
func (s *Splitter) add(b []byte) error {
	if room := s.limits.MaxUnit - int64(len(s.frame.Doc)); int64(len(b)) > room {
		return report.Errorf(report.CodeTooLarge, s.frame.FileOffset(int(s.limits.MaxUnit)),
			"the file has more than %d bytes outside its entries: this is hardly a capture of a browser; export it again", s.limits.MaxUnit)
	}
	s.frame.Doc = append(s.frame.Doc, b...)
	return nil
}

// fail returns err, found in the frame at i, unless the frame was too large
// before: which of the two is reported must not depend on the pieces.
func (s *Splitter) fail(i int, err error) error {
	if large := s.flush(i); large != nil {
		return large
	}
	return err
}

const (
	exportAgain = `export the capture again as HAR 1.2 from the network panel of the browser's developer tools`
	brokenJSON  = "this is not valid JSON: "
)

// stop makes the error for a machine that did not like the byte at i.
func (s *Splitter) stop(res result, i int) error {
	offset := s.base + int64(i)
	if res == deep {
		return report.Errorf(report.CodeTooDeep, offset,
			"the file nests more than %d levels deep: no browser writes such a file; %s", s.limits.MaxDepth, exportAgain)
	}
	return report.Errorf(report.CodeSyntax, offset, "%s%s", brokenJSON, wants[s.machine.state])
}

// wants says what would have been right in the frame.
func (s *Splitter) wants() string {
	switch s.place {
	case wantKeyOrEnd:
		return wants[atKeyOrEnd]
	case wantKey:
		return wants[atKey]
	case wantColon:
		return wants[atColon]
	case afterAll:
		return "nothing may follow the end of the document"
	}
	return wants[atAfter]
}

// begin reads the byte order mark and the white space before the document.
// It gives the index of the first byte that it did not take.
func (s *Splitter) begin(i int) (int, error) {
	b := s.buf[:s.end]
	for ; i < len(b); i++ {
		c, at := b[i], s.base+int64(i)
		if at < int64(len(bom)) && int64(len(s.head)) == at && c == bom[at] {
			s.head = append(s.head, c)
			s.from = i + 1
			s.frame.BOM = len(s.head) == len(bom)
			continue
		}
		if len(s.head) != 0 && !s.frame.BOM {
			s.place = sniffing
			return i, nil
		}
		switch c {
		case ' ', '\t', '\n', '\r':
		case '{':
			s.level, s.place = 1, wantKeyOrEnd
			return i + 1, nil
		default:
			if err := s.flush(i); err != nil {
				return i, err
			}
			s.head, s.sniffed = s.head[:0], at
			s.place = sniffing
			return i, nil
		}
	}
	return i, nil
}

// Close ends the file, and gives the frame if the file was whole.
func (s *Splitter) Close() (*Frame, error) {
	if s.err == nil {
		s.err = s.finish()
	}
	if s.err != nil {
		return nil, s.err
	}
	return &s.frame, nil
}

// finish judges the end of the file.
func (s *Splitter) finish() error {
	half := len(s.head) != 0 && !s.frame.BOM
	switch {
	case s.place == sniffing:
		return s.notJSON()
	case s.place == beforeAll && !half:
		return report.Errorf(report.CodeEmpty, -1, "the file is empty: %s", exportAgain)
	case s.place != afterAll:
		return report.Errorf(report.CodeCut, s.Consumed(),
			"the file ends in the middle, as if its download or copy had been broken off: %s", exportAgain)
	case !s.found:
		return report.Errorf(report.CodeNotHAR, -1,
			"this is JSON but not a HAR, for it has no log.entries: %s", exportAgain)
	}
	return nil
}

// nameOf reads a key of the frame, in quotes, as it stands in the file. The
// names that matter are plain letters, so that a letter can stand for itself
// or as \u00XX, and no other escape can be one.
func nameOf(raw []byte) name {
	var text [len("entries")]byte
	n := 0
	for raw = raw[1 : len(raw)-1]; len(raw) > 0; n++ {
		c := raw[0]
		if n == len(text) {
			return otherName
		}
		if c != '\\' {
			text[n] = c
			raw = raw[1:]
			continue
		}
		if raw[1] != 'u' || raw[2] != '0' || raw[3] != '0' {
			return otherName
		}
		text[n] = nibble(raw[4])<<4 | nibble(raw[5])
		raw = raw[6:]
	}
	switch string(text[:n]) {
	case "log":
		return logName
	case "entries":
		return entriesName
	}
	return otherName
}

// nibble is the value of a hex digit.
func nibble(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
