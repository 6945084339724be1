package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
)

// A tool takes the secrets out of a file.
type tool func(f *harFile) ([]byte, error)

// redactCore is the tool under test. A panic counts as a file refused.
func redactCore(f *harFile) (_ []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	var out bytes.Buffer
	_, err = core.Redact(&out, bytes.NewReader(f.data), int64(len(f.data)), policy.Standard())
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// redactNothing is the worst tool.
func redactNothing(f *harFile) ([]byte, error) { return f.data, nil }

// redactNaively knows every secret and replaces it wherever it stands as it
// is, in no encoding: what a search and replace by hand would do.
func redactNaively(f *harFile) ([]byte, error) {
	s := string(f.data)
	for _, sec := range f.secrets {
		if q := quoteJSON(sec.Value); !sec.Short {
			s = strings.ReplaceAll(s, q, "REDACTED")
		}
	}
	return []byte(s), nil
}
