package core

import (
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
)

// batchSize is from how many bytes on a batch is handed out, where nothing else
// is asked for: large enough that handing it out costs nothing, small enough
// that all workers have work.
const batchSize = 2 << 20

// A Batch is a stretch of a file that holds whole units and nothing else but
// the commas and the white space between them. It is what one worker takes at
// a time, in both passes.
type Batch struct {
	File   int   // counts the files of a run
	First  int   // index of the first unit, counted over all files
	Offset int64 // in the file
	Base   int64 // of the file among all files of the run, as if they were one
	// Spans are where the units stand in Bytes: start and end.
	Spans [][2]int
	// Bytes are valid until the next call of Room.
	Bytes []byte
}

// size is how many bytes of the file a batch has.
func (b *Batch) size() int { return b.Spans[len(b.Spans)-1][1] }

// A splitting cuts one file into batches.
type splitting struct {
	*jsonscan.Splitter
	number int // of the file
	base   int64
	units  int   // of the files before
	batch  int64 // from how many bytes on a batch is handed out
	open   Batch // what is gathered; no spans where nothing is
	ready  []Batch
}

func newSplitting(number int, base int64, units int, batch int64) *splitting {
	return &splitting{Splitter: jsonscan.NewSplitter(jsonscan.Limits{}), number: number, base: base, units: units, batch: batch}
}

// commit takes the next n bytes and gives the batches that they complete; with
// an error, all that is whole before it.
func (s *splitting) commit(n int) ([]Batch, error) {
	s.ready = s.ready[:0]
	err := s.Commit(n, s.unit)
	if err != nil && s.pending() {
		s.hand()
	}
	return s.ready, err
}

func (s *splitting) unit(u jsonscan.Unit) error {
	start, end := u.Offset, u.Offset+int64(len(u.Bytes))
	if s.pending() && !blank(s.Kept(s.end(), start)) {
		// Another array of entries has begun.
		s.hand()
	}
	if !s.pending() {
		s.open = Batch{File: s.number, First: s.units + u.Index, Offset: start, Base: s.base}
		s.Keep(start)
	}
	s.open.Spans = append(s.open.Spans, [2]int{int(start - s.open.Offset), int(end - s.open.Offset)})
	if end-s.open.Offset >= s.batch {
		s.hand()
	}
	return nil
}

func (s *splitting) pending() bool { return len(s.open.Spans) > 0 }

// end is where the open batch ends, in the file.
func (s *splitting) end() int64 {
	return s.open.Offset + int64(s.open.size())
}

// hand closes the open batch.
func (s *splitting) hand() {
	s.open.Bytes = s.Kept(s.open.Offset, s.end())
	s.ready = append(s.ready, s.open)
	s.open = Batch{}
	s.Keep(-1)
}

// finish ends the file and gives the last batch, if there is one left, also with
// an error.
func (s *splitting) finish() ([]Batch, *jsonscan.Frame, error) {
	s.ready = s.ready[:0]
	if s.pending() {
		s.hand()
	}
	frame, err := s.Close()
	return s.ready, frame, err
}

// blank tells whether b is only what stands between two elements of an array.
func blank(b []byte) bool {
	for _, c := range b {
		switch c {
		case ',', ' ', '\t', '\r', '\n':
		default:
			return false
		}
	}
	return true
}
