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

// redact runs the native core, so that its output can be compared with the
// page's. The report goes to log. On an error out is not there.
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

	info, err := src.Stat()
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(dst, 1<<20)
	outcome, err := core.Redact(w, src, info.Size(), p)
	if err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return json.NewEncoder(log).Encode(outcome)
}
