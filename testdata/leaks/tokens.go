package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// A token is one string, key, number, literal or bracket of a JSON text.
type token struct {
	kind byte   // k key, s string, n number, t true, f false, 0 null, and the brackets
	raw  string // its bytes
	gap  string // what stands before it: white space, commas, colons, a byte order mark
}

func (t token) leaf() bool { return strings.IndexByte("{}[]", t.kind) < 0 }

// text is a leaf's value.
func (t token) text() string {
	if t.kind != 's' && t.kind != 'k' {
		return t.raw
	}
	if strings.IndexByte(t.raw, '\\') < 0 {
		return t.raw[1 : len(t.raw)-1]
	}
	var s string
	if err := json.Unmarshal([]byte(t.raw), &s); err != nil {
		return t.raw
	}
	return s
}

var errNotJSON = errors.New("not valid JSON")

// tokenize cuts a document, which may begin with a byte order mark.
func tokenize(doc []byte) ([]token, error) {
	body := bytes.TrimPrefix(doc, []byte("\ufeff"))
	if !json.Valid(body) {
		return nil, errNotJSON
	}
	s := string(doc)
	var out []token
	var objects []bool // whether each open bracket is an object
	start := len(doc) - len(body)
	gap := 0
	key := false
	for i := start; i < len(s); {
		c := s[i]
		switch c {
		case ' ', '\t', '\n', '\r', ',', ':':
			if c == ',' {
				key = objects[len(objects)-1]
			}
			i++
			continue
		}
		t := token{kind: c, gap: s[gap:i]}
		end := i + 1
		switch c {
		case '{', '[':
			objects = append(objects, c == '{')
			key = c == '{'
		case '}', ']':
			objects = objects[:len(objects)-1]
			key = false
		case '"':
			for s[end] != '"' {
				if s[end] == '\\' {
					end++
				}
				end++
			}
			end++
			t.kind = 's'
			if key {
				t.kind = 'k'
			}
			key = false
		default:
			for end < len(s) && strings.IndexByte(",]} \t\r\n", s[end]) < 0 {
				end++
			}
			switch c {
			case 't', 'f':
			case 'n':
				t.kind = '0'
			default:
				t.kind = 'n'
			}
		}
		t.raw = s[i:end]
		out = append(out, t)
		i, gap = end, end
	}
	return out, nil
}
