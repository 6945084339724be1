// Package jsonwrite appends JSON texts as encoding/json has them, but for < > and
// &, which stay. It is told what there is to write: encoding/json asks the types
// while the program runs, and what it needs for that is an eighth of the page.
package jsonwrite

import (
	"strconv"
	"unicode/utf8"
)

// String appends s. What is not UTF-8 becomes U+FFFD.
func String(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0 // what is before has been written; what follows is as it will be, up to i
	for i := 0; ; {
		for i < len(s) && plain[s[i]] {
			i++
		}
		if i == len(s) {
			break
		}
		b = append(b, s[done:i]...)
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(s[i:])
			b = utf8.AppendRune(b, r)
			i += n
		case c < ' ':
			const hex = "0123456789abcdef"
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			i++
		default:
			b = append(b, '\\', c)
			i++
		}
		done = i
	}
	b = append(b, s[done:]...)
	return append(b, '"')
}

// plain tells which bytes stand in a JSON string as they are, each for itself.
var plain = func() (t [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// List appends an array of what each appends for its elements; null for nil.
func List[T any](b []byte, list []T, each func(b []byte, x *T) []byte) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = each(b, &list[i])
	}
	return append(b, ']')
}

// An Object is appended member by member.
type Object struct {
	b     []byte
	start int
}

// Open begins an object at the end of b.
func Open(b []byte) *Object { return &Object{append(b, '{'), len(b) + 1} }

// Close ends it, and gives b with it.
func (o *Object) Close() []byte { return append(o.b, '}') }

// Value writes the member that value appends.
func (o *Object) Value(name string, value func(b []byte) []byte) {
	if len(o.b) > o.start {
		o.b = append(o.b, ',')
	}
	o.b = value(append(String(o.b, name), ':'))
}

// Text writes a string.
func (o *Object) Text(name, s string) {
	o.Value(name, func(b []byte) []byte { return String(b, s) })
}

// Number writes a whole number.
func (o *Object) Number(name string, n int64) {
	o.Value(name, func(b []byte) []byte { return strconv.AppendInt(b, n, 10) })
}

// Float writes a finite number.
func (o *Object) Float(name string, x float64) {
	o.Value(name, func(b []byte) []byte { return strconv.AppendFloat(b, x, 'g', -1, 64) })
}

// Flag writes true or false.
func (o *Object) Flag(name string, on bool) {
	o.Value(name, func(b []byte) []byte { return strconv.AppendBool(b, on) })
}

// Texts writes a list of strings.
func (o *Object) Texts(name string, list []string) {
	o.Value(name, func(b []byte) []byte {
		return List(b, list, func(b []byte, s *string) []byte { return String(b, *s) })
	})
}

// Numbers writes a list of whole numbers.
func (o *Object) Numbers(name string, list []int) {
	o.Value(name, func(b []byte) []byte {
		return List(b, list, func(b []byte, n *int) []byte { return strconv.AppendInt(b, int64(*n), 10) })
	})
}
