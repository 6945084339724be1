package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// redact runs the native core, so that its output can be compared with the
// page's. One file goes to out; several are one run, and go into the folder out
// under their own names. The report goes to log. After an error there is no
// output.
func redact(in []string, out, policyFile string, log io.Writer) (err error) {
	var doc []byte
	if policyFile != "" {
		if doc, err = os.ReadFile(policyFile); err != nil {
			return err
		}
	}
	p, err := policy.Parse(doc)
	if err != nil {
		return err
	}
	var outputs []*os.File
	defer func() {
		for _, f := range outputs {
			err = errors.Join(err, f.Close())
		}
		for _, f := range outputs {
			if err == nil && len(in) == 1 {
				err = os.Rename(f.Name(), out)
			}
			if err != nil {
				os.Remove(f.Name())
			}
		}
	}()
	var files []core.File
	var buffers []*bufio.Writer
	for _, name := range in {
		src, err := os.Open(name)
		if err != nil {
			return err
		}
		defer src.Close()
		info, err := src.Stat()
		if err != nil {
			return err
		}
		dst, err := create(out, name, len(in) > 1)
		if err != nil {
			return err
		}
		outputs = append(outputs, dst)
		buffers = append(buffers, bufio.NewWriterSize(dst, 1<<20))
		files = append(files, core.File{Dst: buffers[len(buffers)-1], Src: src, Size: info.Size()})
	}
	outcome, err := core.RedactAll(files, p)
	var e *report.Error
	if errors.As(err, &e) && e.File > 0 && len(in) > 1 {
		return fmt.Errorf("%s: %w", in[e.File-1], err)
	}
	if err != nil {
		return err
	}
	for _, w := range buffers {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	_, err = log.Write(append(outcome.AppendJSON(nil), '\n'))
	return err
}

// create opens what the outcome of a file goes to: that of one beside out, whose name it
// gets when all is well, for out may be the input itself. What is there in a folder
// stays: two inputs may have one name, and an input may stand there itself.
func create(out, name string, folder bool) (*os.File, error) {
	if !folder {
		return os.OpenFile(out+".part", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	}
	return os.OpenFile(filepath.Join(out, filepath.Base(name)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}
