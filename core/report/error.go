package report

import (
	"fmt"

	"github.com/har-redactor/har-redactor/core/internal/jsonwrite"
)

// Code names a way in which a run can fail. Codes are stable: programs branch
// on them, and the page translates them.
type Code string

// The codes that a run can fail with.
const (
	CodeEmpty    Code = "empty"     // the input has no bytes
	CodeNotJSON  Code = "not-json"  // the input does not begin as a JSON object
	CodeSyntax   Code = "syntax"    // the input stops being JSON (RFC 8259) at Offset
	CodeCut      Code = "truncated" // the input ends in the middle of the JSON text
	CodeNotHAR   Code = "not-har"   // valid JSON without a log.entries array
	CodeTooDeep  Code = "too-deep"  // nested deeper than the limit
	CodeTooLarge Code = "too-large" // one entry, or the file, is past a limit of this build
	CodePolicy   Code = "policy"    // the policy document is not valid
	CodeChanged  Code = "changed"   // the input differed between the two reads
	CodeRead     Code = "read"      // reading the input failed
	CodeWrite    Code = "write"     // writing the output failed
	CodeVerify   Code = "verify"    // the check of the output found a secret
	CodeDecision Code = "decision"  // what a person decided cannot be done
	CodeInternal Code = "internal"  // an impossible state
)

// An Error says why no file was given out. Message never holds a value from
// the input: what happened and what to do, in lower case.
type Error struct {
	Code    Code   `json:"code"`
	Offset  int64  `json:"offset"` // byte offset in the file, -1 where none applies
	File    int    `json:"file"`   // which file of the run it is about, from 1; 0 where it is about none
	Message string `json:"message"`
	Err     error  `json:"-"` // the cause, where a caller may want it; never shown
}

func (e *Error) Error() string {
	if e.Offset < 0 {
		return e.Message
	}
	return fmt.Sprintf("%s (at byte %d)", e.Message, e.Offset)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// AppendJSON appends the error as JSON.
func (e *Error) AppendJSON(b []byte) []byte {
	o := jsonwrite.Open(b)
	o.Text("code", string(e.Code))
	o.Number("offset", e.Offset)
	o.Number("file", int64(e.File))
	o.Text("message", e.Message)
	return o.Close()
}

// Errorf makes an Error. The arguments must not come from the input's values.
func Errorf(code Code, offset int64, format string, args ...any) *Error {
	return &Error{Code: code, Offset: offset, Message: fmt.Sprintf(format, args...)}
}
