// Package core takes the secrets out of a HAR file (HTTP Archive 1.2).
//
// # Promises, in order
//
// Nothing secret gets out: a value known to be secret is gone from every place
// and every encoding of the output, and what could not be looked into is named
// in the report. Where this cannot be made sure, there is no output.
//
// Nothing useful is lost: every byte outside an edit is the byte that was
// there; a file without secrets comes out byte for byte the same. Equal
// secrets have equal placeholders.
//
// # The stages
//
//	split (jsonscan) ─ scan (detect) ─ resolve (secrets) ─ rewrite ─ verify
//
// A file is read twice. The first pass cuts it into units, the elements of
// log.entries and the frame around them, and finds the secrets of each; then
// the secrets of all files of the run are known, and the second pass takes them
// out unit by unit and looks at each unit that came out again. What is held in
// memory is one batch of units, the frame, the distinct secrets, the places of
// those that were found, and a bounded memory of strings that repeat (recall).
//
// In most units no secret stands but those that were found there, so these alone are
// taken out at first. Where the look at the output is not sure that this was all, the
// unit is taken apart and searched. Where it still finds a secret that stands there as
// itself, there is no output, unless it has formed out of a placeholder and what stands beside
// it. Such a one, and one in an encoding that rewrite did not take apart, goes
// with the whole string, and that is looked at again.
//
// A run may be over several files, which share their secrets. Their entries and
// placeholders are numbered as if they were one file.
//
// A run has one Lead, which cuts the files into batches, and any number of
// Workers, of which the lead is one. A batch is scanned by one worker and
// rewritten by the same, which has kept its places. What workers tell each
// other between the passes are Findings; the outcome does not depend on how
// many they are, nor on who had which batch.
//
// # Where this house differs from its first plan
//
// The walk over units and bodies is not gjson's but one pass over jsonscan's
// tokens, because asking gjson level by level reads a body once for each level
// above it. Nor do gjson and sjson read and write the small documents (the header
// of a JSON Web Token, log.comment, what crosses the bridge): both bring
// encoding/json and reflect, an eighth of the page, for what jsonread and jsonwrite
// do in two hundred lines. The tests hold these against gjson, sjson and
// encoding/json.
// judge, what a value alone tells, is a package of its own, since
// detect and secrets both need it; so is recall, which detect and rewrite need.
package core

import (
	"errors"
	"io"

	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// readSize is how many bytes are read at a time.
const readSize = 1 << 20

// Redact reads a HAR of size bytes from src, twice, and writes it to dst
// without its secrets. Each piece is verified before it is written; a later
// piece may still fail, so on any error what dst has received must be thrown
// away. Errors are *report.Error.
func Redact(dst io.Writer, src io.ReaderAt, size int64, p policy.Policy) (*report.Report, error) {
	return RedactAll([]File{{Dst: dst, Src: src, Size: size}}, p)
}

// A File is one HAR of a run: Size bytes of Src, and where it goes without its
// secrets.
type File struct {
	Dst  io.Writer
	Src  io.ReaderAt
	Size int64
}

// RedactAll is Redact for several HARs at once, which share their secrets: what
// is found in one is gone from all, and has one placeholder. On any error what
// any of them has received must be thrown away; the error says which file it is
// about.
func RedactAll(files []File, p policy.Policy) (*report.Report, error) {
	lead := NewLead(p, Options{})
	batches, err := scanAll(lead, files)
	if err != nil {
		return nil, err
	}
	if err := lead.Resolve([]*Findings{lead.Findings()}, Decisions{}); err != nil {
		return nil, err
	}
	if err := writeAll(lead, files, batches); err != nil {
		return nil, err
	}
	lead.Done([]*Outcome{lead.Outcome()})
	return lead.Report(), nil
}

// scanAll takes the lead through the files, and gives the batches of each,
// without their bytes.
func scanAll(lead *Lead, files []File) ([][]Batch, error) {
	all := make([][]Batch, len(files))
	for number, f := range files {
		scan := func(batches []Batch, err error) error {
			for _, b := range batches {
				lead.Scan(b)
				b.Bytes = nil
				all[number] = append(all[number], b)
			}
			return err
		}
		for off := int64(0); off < f.Size; {
			n := int(min(readSize, f.Size-off))
			if _, err := read(f.Src, off, lead.Room(n)[:n]); err != nil {
				return nil, about(number, err)
			}
			if err := scan(lead.Commit(n)); err != nil {
				return nil, err
			}
			off += int64(n)
		}
		if err := scan(lead.EndFile()); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// writeAll takes the lead's batches through the second pass.
func writeAll(lead *Lead, files []File, all [][]Batch) error {
	if err := lead.Frames(); err != nil {
		return err
	}
	scanned := 0
	for number, f := range files {
		for n, batch := range all[number] {
			if err := write(f.Dst, lead.Frame(number, n)); err != nil {
				return about(number, err)
			}
			b, err := read(f.Src, batch.Offset, make([]byte, batch.size()))
			if err != nil {
				return about(number, err)
			}
			out, err := lead.Rewrite(scanned, b)
			if err != nil {
				return err
			}
			if err := write(f.Dst, out); err != nil {
				return about(number, err)
			}
			scanned++
		}
		if err := write(f.Dst, lead.Frame(number, len(all[number]))); err != nil {
			return about(number, err)
		}
	}
	return nil
}

// about notes which file of the run an error is about, counted from 0.
func about(number int, err error) error {
	var e *report.Error
	if errors.As(err, &e) {
		e.File = number + 1
	}
	return err
}

// read fills b from the file's bytes at off.
func read(src io.ReaderAt, off int64, b []byte) ([]byte, error) {
	// io.ReaderAt may return io.EOF together with the last bytes.
	if got, err := src.ReadAt(b, off); got < len(b) {
		if err == nil || errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, &report.Error{Code: report.CodeRead, Offset: off + int64(got), Message: "the file could not be read to its end; check that it is not being written to, and try again", Err: err}
	}
	return b, nil
}

func write(dst io.Writer, out []byte) error {
	if len(out) == 0 {
		return nil
	}
	if _, err := dst.Write(out); err != nil {
		return &report.Error{Code: report.CodeWrite, Offset: -1, Message: "the output could not be written; throw away what there is of it", Err: err}
	}
	return nil
}
