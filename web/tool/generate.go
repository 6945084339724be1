package main

import (
	"bufio"
	"os"

	"github.com/har-redactor/har-redactor/testdata/capture"
)

// generateFile writes a made-up HAR of about size bytes.
func generateFile(name string, size int64, kind capture.Kind) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := capture.Write(w, size, kind); err != nil {
		f.Close()
		return err
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
