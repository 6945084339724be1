// Package jsonread reads small documents as values: a policy, decisions, the
// header of a token, what a list shows of an entry. It takes valid JSON alone
// (ask jsonscan.Valid first), and gives views of it.
package jsonread

import (
	"bytes"
	"math"
	"strconv"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
)

// A Value is where a value stands in a document: Doc[Start:End]. The zero Value
// is none.
type Value struct {
	Doc        []byte
	Start, End int
}

// Of gives a document as one value.
func Of(doc []byte) Value {
	v := Value{doc, 0, len(doc)}
	for v.Exists() && doc[v.Start] <= ' ' {
		v.Start++
	}
	for v.Exists() && doc[v.End-1] <= ' ' {
		v.End--
	}
	return v
}

// next gives the value that begins with a token.
func next(s *jsonscan.Scanner, tok jsonscan.Token) Value {
	v := Value{s.Data, tok.Start, tok.End}
	for depth := 0; ; tok = s.Next() {
		switch tok.Kind {
		case jsonscan.ObjectOpen, jsonscan.ArrayOpen:
			depth++
		case jsonscan.ObjectClose, jsonscan.ArrayClose:
			depth--
		case jsonscan.End:
			depth = 0
		}
		if depth == 0 {
			v.End = tok.End
			return v
		}
	}
}

// Each calls fn for each member of an object, or each element of an array with no
// name, and for nothing of any other value.
func (v Value) Each(fn func(name []byte, member Value)) {
	if !v.Is('{') && !v.Is('[') {
		return
	}
	s := jsonscan.Scanner{Data: v.Doc[:v.End], Pos: v.Start + 1}
	for {
		tok := s.Next()
		switch tok.Kind {
		case jsonscan.ObjectClose, jsonscan.ArrayClose, jsonscan.End:
			return
		case jsonscan.Comma:
			continue
		}
		var name []byte
		if v.Is('{') {
			name = Value{s.Data, tok.Start, tok.End}.plain()
			s.Next() // the colon
			tok = s.Next()
		}
		fn(name, next(&s, tok))
	}
}

// Get gives an object's first member of a name.
func (v Value) Get(name string) (found Value) {
	v.Each(func(n []byte, member Value) {
		if string(n) == name && !found.Exists() {
			found = member
		}
	})
	return found
}

// Exists tells whether there is a value, which may be null.
func (v Value) Exists() bool { return v.End > v.Start }

// Is tells whether a value begins with a byte: { [ " t f n.
func (v Value) Is(first byte) bool { return v.Exists() && v.Doc[v.Start] == first }

// Raw gives its JSON text.
func (v Value) Raw() []byte { return v.Doc[v.Start:v.End] }

// Text gives a string; the JSON text of any other value, and nothing for null.
func (v Value) Text() string {
	switch {
	case v.Is('"'):
		return string(v.plain())
	case v.Is('n'):
		return ""
	}
	return string(v.Raw())
}

// plain gives a string without its quotes and escapes.
func (v Value) plain() []byte {
	text := v.Doc[v.Start+1 : v.End-1]
	if bytes.IndexByte(text, '\\') < 0 {
		return text
	}
	return decode.Unescape(nil, decode.Backslash, text)
}

// Float gives a number, and 0 for any other value and what is too large for one.
func (v Value) Float() float64 {
	f, err := strconv.ParseFloat(string(v.Raw()), 64)
	if err != nil {
		return 0
	}
	return f
}

// IsNumber tells whether it is one.
func (v Value) IsNumber() bool {
	return v.Is('-') || v.Exists() && v.Doc[v.Start]-'0' < 10
}

// Int gives the whole part of a number, also of one written as a string; 0 for
// what is none.
func (v Value) Int() int64 {
	if n, err := strconv.ParseInt(v.Text(), 10, 64); err == nil {
		return n
	}
	if f := v.Float(); math.Abs(f) < 1<<63 {
		return int64(f)
	}
	return 0
}
