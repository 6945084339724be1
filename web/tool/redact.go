package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
)

// chunk is what is read at a time.
const chunk = 1 << 20

// redact runs the native core as a worker runs it in the page, so that the two
// outputs can be compared. The report goes to log. On an error out
// is not there.
func redact(in, out, policyFile string, log io.Writer) (err error) {
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
	src, err := os.Open(in)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.Create(out)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, dst.Close()); err != nil {
			os.Remove(out)
		}
	}()

	job := core.NewJob(p)
	w := bufio.NewWriterSize(dst, chunk)
	for range 2 {
		if _, err := src.Seek(0, io.SeekStart); err != nil {
			return err
		}
		for {
			n, readErr := src.Read(job.Room(chunk))
			if n > 0 {
				given, err := job.Commit(n)
				if err != nil {
					return err
				}
				if _, err := w.Write(given); err != nil {
					return err
				}
			}
			if readErr == io.EOF {
				break
			}
			if readErr != nil {
				return readErr
			}
		}
		given, err := job.EndPass()
		if err != nil {
			return err
		}
		if _, err := w.Write(given); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return json.NewEncoder(log).Encode(job.Report())
}
