// Package har walks JSON text and tells what each string is for: a header's
// value, a cookie's, a body. It knows the names of HAR 1.2 and goes by them
// wherever they stand, because exporters, and bodies that echo a request,
// write headers and cookies in shapes of their own: as a list of name and
// value in either order, as an object, as pairs.
//
// The walk is one pass over the tokens, with no tree and no memory of its own
// but a stack. gjson is not used here: asked member by member it reads a body
// once for each level that the body is nested in, 160 MB/s where one pass
// over the tokens makes over 600.
package har

import (
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
)

// Role says what a container's strings are.
type Role uint8

// The roles.
const (
	Any      Role = iota
	Headers       // header fields
	Cookies       // cookies
	Query         // query parameters
	Params        // form parameters
	PostData      // a request body and what describes it
	Content       // a response body and what describes it
	Frames        // WebSocket or event-stream messages
)

// A Span is a string in the walked text, without its quotes, or a number.
// The zero Span is none.
type Span struct {
	Start, End int
	Escaped    bool // holds a backslash
}

// Ok tells whether there is a string.
func (s Span) Ok() bool { return s.End > 0 }

// A Visitor is told what the walk comes upon. Spans are positions in the
// walked text.
type Visitor interface {
	// Key is an object's key.
	Key(key Span)
	// Leaf is a string under a key; the elements of an array have its key.
	Leaf(role Role, key, value Span)
	// Pair is a value and its name, which is not a key.
	Pair(role Role, name, value Span)
	// Number is a number or a literal under a key; role as for Leaf.
	Number(role Role, key, value Span)
	// NumberPair is a number or literal with its name.
	NumberPair(role Role, name, value Span)
	// Body is the text of a PostData or Content. mime and encoding may be
	// none.
	Body(role Role, text, mime, encoding Span)
	// Enter comes before what stands in the place of a text that is carried,
	// and is none but an object, an array, a number or a literal: a body's
	// (PostData, Content), a form field's (Params), a message's (Frames). Leave
	// comes after it, with all of it. One may stand inside of another.
	Enter()
	Leave(role Role, whole Span)
	// JWK has the members of an object with the key kty, a JSON Web Key
	// (RFC 7517), that its private parts are named like.
	JWK(private []Span)
}

// frame is an open container.
type frame struct {
	role   Role
	array  bool
	mapped bool // an object whose keys are the names: headers as an object
	pairs  bool // an array whose strings may go by two, name and value
	named  bool // the strings of the array are values of the name in key
	many   bool // it stands under a key that ends as plurals do
	holds  bool // it stands in the place of a text
	start  int
	kind   keyKind
	plural bool // so does its own current key
	next   Role // the role of what stands under key
	key    Span // of the object's current member, or the one the array stands under

	names  [4]Span
	nNames uint8
	values [3]member
	nVals  uint8
	items  [2]value // of an array: a name and a value that wait
	nItems int

	text, mime, coding Span // of PostData or Content

	isJWK bool
	jwk   [8]Span
	nJWK  uint8
}

type value struct {
	Span
	number bool
}

type member struct {
	key Span
	value
}

// maxDepth is how deep a walked text may nest: as deep as a HAR itself. A
// megabyte of braces would take a gigabyte otherwise.
const maxDepth = 10000

// A Walker walks. It is for one goroutine, and for one text at a time: what
// stands inside a string is walked by another Walker.
type Walker struct {
	// Unescape appends an escaped key's characters to dst.
	Unescape func(dst, escaped []byte) []byte

	stack []frame
	key   []byte // scratch for an unescaped key
}

// Walk walks data, which should be one JSON value, and returns how far it
// came: to the end of the value, or to where it is not JSON or nests too deep. It does not check
// the grammar beyond what it needs: data may be cut or broken, and then
// everything before that is walked.
func (w *Walker) Walk(data []byte, role Role, v Visitor) int {
	scan := jsonscan.Scanner{Data: data}
	w.stack = w.stack[:0]
	wantKey := false
	for {
		tok := scan.Next()
		switch tok.Kind {
		case jsonscan.End, jsonscan.Error:
			for len(w.stack) > 0 {
				w.close(v, tok.Start)
			}
			return tok.Start
		case jsonscan.ObjectOpen, jsonscan.ArrayOpen:
			if len(w.stack) == maxDepth {
				for len(w.stack) > 0 {
					w.close(v, tok.Start)
				}
				return tok.Start
			}
			wantKey = tok.Kind == jsonscan.ObjectOpen
			w.open(role, !wantKey, tok.Start, v)
		case jsonscan.ObjectClose, jsonscan.ArrayClose:
			if len(w.stack) == 0 {
				return tok.Start
			}
			w.close(v, tok.End)
			wantKey = false
		case jsonscan.Comma:
			if len(w.stack) == 0 {
				return tok.Start
			}
			wantKey = !w.top().array
		case jsonscan.Colon:
			wantKey = false
		case jsonscan.String:
			s := Span{tok.Start + 1, tok.End - 1, tok.Escaped}
			if wantKey {
				w.setKey(data, s)
				v.Key(s)
			} else {
				w.value(role, value{s, false}, v)
			}
		default:
			w.value(role, value{Span{tok.Start, tok.End, false}, true}, v)
		}
		if len(w.stack) == 0 {
			// One value has ended; more may follow (NDJSON).
			return scan.Pos
		}
	}
}

func (w *Walker) top() *frame { return &w.stack[len(w.stack)-1] }

func (w *Walker) open(role Role, array bool, start int, v Visitor) {
	n := len(w.stack)
	if n == cap(w.stack) {
		w.stack = append(w.stack, frame{})
	} else {
		// A frame is large, and what its counts do not reach is not read: so
		// it is not cleared.
		w.stack = w.stack[:n+1]
	}
	f := &w.stack[n]
	f.role, f.array, f.mapped, f.pairs, f.named = role, array, false, array, false
	f.kind, f.plural, f.many, f.next, f.key = otherKey, false, false, Any, Span{}
	f.holds, f.start = false, start
	f.nNames, f.nVals, f.nItems, f.nJWK, f.isJWK = 0, 0, 0, 0, false
	f.text, f.mime, f.coding = Span{}, Span{}, Span{}
	if n == 0 {
		return
	}
	up := &w.stack[n-1]
	f.role = up.role
	f.many = up.plural || up.array && up.many
	if f.holds = up.carries(); f.holds {
		v.Enter()
	}
	switch {
	case up.array:
		f.key = up.key
		f.pairs = array
	case up.mapped:
		// "sid": {"value": …} or "Set-Cookie": [ … ].
		f.key, f.named = up.key, array
		f.pairs = false
		if !array {
			f.names[0], f.nNames = up.key, 1
		}
	default:
		f.role = up.next
		f.key = up.key
		f.mapped = !array && f.role.names() && f.role != up.role
		f.pairs = array && f.role == Headers
	}
}

// carries tells whether what stands under the current key of an object is what
// was sent or received: a text, or what some write in its place.
func (f *frame) carries() bool {
	switch f.role {
	case PostData, Content:
		return !f.array && f.kind == isText
	case Params:
		return f.mapped || !f.array && f.kind == isValue
	case Frames:
		return !f.array
	}
	return false
}

// names tells whether a role's values have names that are no keys.
func (r Role) names() bool { return r == Headers || r == Cookies || r == Query || r == Params }

func (w *Walker) setKey(data []byte, s Span) {
	name := data[s.Start:s.End]
	if s.Escaped {
		w.key = w.Unescape(w.key[:0], name)
		name = w.key
	}
	f := w.top()
	f.key = s
	f.kind = kindOf(name)
	f.plural = len(name) > 5 && name[len(name)-1]|0x20 == 's'
	f.next = f.role.child(name)
}

// child is the role of what stands under a key.
func (r Role) child(key []byte) Role {
	switch string(key) {
	case "params":
		if r == PostData {
			return Params
		}
	case "headers", "Headers", "HEADERS", "rawHeaders", "requestHeaders", "responseHeaders", "request_headers", "response_headers":
		return Headers
	case "cookies", "Cookies":
		return Cookies
	case "queryString":
		return Query
	case "postData":
		return PostData
	case "content":
		return Content
	case "_webSocketMessages", "_eventSourceMessages":
		return Frames
	}
	if r == Frames || r.names() {
		return r
	}
	return Any
}

func (w *Walker) value(role Role, val value, v Visitor) {
	if len(w.stack) == 0 {
		leaf(v, role, Span{}, val)
		return
	}
	f := w.top()
	if f.array {
		w.element(f, val, v)
		return
	}
	switch f.kind {
	case isName, isLabel:
		if f.nNames < uint8(len(f.names)) && !val.number && (f.kind == isName || !f.mapped) {
			f.names[f.nNames] = val.Span
			f.nNames++
		}
		if f.mapped {
			if f.nVals < 3 {
				f.values[f.nVals] = member{f.key, val}
				f.nVals++
				return
			}
		}
	case isValue:
		if f.nVals < 3 {
			f.values[f.nVals] = member{f.key, val}
			f.nVals++
			return
		}
	case isOwnValue:
		// Its own name may tell as well as the one beside it.
		if f.nVals < 3 && !f.mapped {
			f.values[f.nVals] = member{Span{}, val}
			f.nVals++
		}
	case isText:
		if f.carries() {
			if val.number {
				bare(v, f.role, f.key, val)
				return
			}
			if f.text.Ok() {
				v.Body(f.role, f.text, f.mime, f.coding)
			}
			f.text = val.Span
			return
		}
	case isMember:
		// What else is a number says when, and of what kind.
		if f.role == Frames && val.number {
			bare(v, f.role, f.key, val)
			return
		}
	case isMime:
		f.mime = val.Span
	case isEncoding:
		f.coding = val.Span
	case isKty:
		f.isJWK = true
	case isPrivate:
		if f.nJWK < 8 && !val.number {
			f.jwk[f.nJWK] = val.Span
			f.nJWK++
		}
	}
	switch {
	case f.mapped:
		pair(v, f.role, f.key, val)
	case f.next == PostData && !val.number:
		v.Body(f.next, val.Span, Span{}, Span{})
	default:
		leaf(v, f.role, f.key, val)
	}
}

// element takes one string or number of an array. The second of an array that
// may be a pair waits until it is known to be the last; headers in a flat list
// (Node's rawHeaders) are names and values by turns.
func (w *Walker) element(f *frame, val value, v Visitor) {
	f.nItems++
	switch {
	case f.named:
		pair(v, f.role, f.key, val)
	case !f.pairs:
		leaf(v, f.role, f.key, val)
	case f.nItems == 2:
		f.items[1] = val
	case f.nItems%2 == 0 && f.role == Headers:
		pair(v, f.role, f.items[0].Span, val)
	default:
		if f.nItems == 3 {
			w.second(f, v)
		}
		f.items[0] = val
		leaf(v, f.role, f.key, val)
	}
}

// second gives out the second element of an array once it is known whether
// the array is a pair.
func (w *Walker) second(f *frame, v Visitor) {
	if f.items[0].number || f.nItems > 2 && f.role != Headers {
		leaf(v, f.role, f.key, f.items[1])
		return
	}
	pair(v, f.role, f.items[0].Span, f.items[1])
}

// close ends the open container, which ends before end.
func (w *Walker) close(v Visitor, end int) {
	f := w.top()
	if f.pairs && f.nItems == 2 {
		w.second(f, v)
	}
	for _, m := range f.values[:f.nVals] {
		switch {
		case f.mapped && (f.nNames == 0 || f.nNames == f.nVals):
			// An object of headers that has one called name, or value.
			pair(v, f.role, m.key, m.value)
		case f.nNames == 0 && m.key.Ok():
			f.kind = isValue
			leaf(v, f.role, m.key, m.value)
		default:
			for _, name := range f.names[:f.nNames] {
				if name != m.value.Span {
					pair(v, f.role, name, m.value)
				}
			}
		}
	}
	if f.text.Ok() {
		v.Body(f.role, f.text, f.mime, f.coding)
	}
	if f.isJWK && f.nJWK > 0 {
		v.JWK(f.jwk[:f.nJWK])
	}
	if f.holds {
		v.Leave(w.role(), Span{f.start, end, false})
	}
	w.stack = w.stack[:len(w.stack)-1]
}

// role is that of what the open container stands in.
func (w *Walker) role() Role { return w.stack[len(w.stack)-2].role }

// bare gives out what stands in the place of a text and is a number.
func bare(v Visitor, role Role, key Span, val value) {
	v.Enter()
	v.Number(role, key, val.Span)
	v.Leave(role, val.Span)
}

func leaf(v Visitor, role Role, key Span, val value) {
	if val.number {
		v.Number(role, key, val.Span)
		return
	}
	v.Leaf(role, key, val.Span)
}

func pair(v Visitor, role Role, name Span, val value) {
	if val.number {
		if role == Params {
			v.Enter()
			defer v.Leave(role, val.Span)
		}
		v.NumberPair(role, name, val.Span)
		return
	}
	v.Pair(role, name, val.Span)
}

// Owner is the key of what the object that is being walked stands under: of a
// member of it, or of an array it is an element of.
func (w *Walker) Owner() Span {
	n := len(w.stack)
	if n < 2 || w.stack[n-1].array {
		return Span{}
	}
	// {"key":"token","value":{"stringValue":…}}: its name stands beside it.
	if f := &w.stack[n-2]; f.kind == isValue && f.nNames > 0 && !f.array {
		return f.names[0]
	}
	return w.stack[n-2].key
}

// InArray tells whether what is being walked is a member of an object that is
// an element of an array.
func (w *Walker) InArray() bool {
	n := len(w.stack)
	return n > 1 && !w.stack[n-1].array && w.stack[n-2].array
}

// Generic tells whether the key of the leaf that is being visited says no more
// than that there is a value.
func (w *Walker) Generic() bool {
	f := &w.stack[len(w.stack)-1]
	return f.kind == isValue || f.kind == isMember || f.kind == isLabel || f.kind == isOwnValue && f.nNames == 0
}

// Many tells whether Owner is a plural.
func (w *Walker) Many() bool {
	return len(w.stack) > 0 && w.stack[len(w.stack)-1].many
}

type keyKind uint8

const (
	otherKey keyKind = iota
	isName
	isLabel    // what also names things that have no value
	isOwnValue // ParameterValue beside ParameterKey
	isMember   // a value, or a part of one
	isValue
	isText
	isMime
	isEncoding
	isKty
	isPrivate
)

// kindOf knows the keys that say what the other members are.
func kindOf(key []byte) keyKind {
	if len(key) > 8 {
		return composedKind(key)
	}
	switch string(key) {
	case "name", "Name", "key", "Key", "field", "header", "param", "property", "variable", "setting":
		return isName
	case "type", "Type", "typ", "label", "Label", "id", "title":
		return isLabel
	case "value", "Value", "val", "v":
		return isValue
	case "raw", "data", "string", "plain", "digest", "current", "_text", "#text", "$t", "S":
		return isMember
	case "text":
		return isText
	case "mimeType":
		return isMime
	case "encoding":
		return isEncoding
	case "kty":
		return isKty
	case "d", "p", "q", "dp", "dq", "qi", "k":
		return isPrivate
	}
	return otherKey
}

// composedKind knows names and values by the end of their keys: ParameterKey,
// ParameterValue.
func composedKind(key []byte) keyKind {
	n := len(key)
	switch {
	case n > 16:
	case string(key) == "attribute":
		return isName
	case string(key) == "plaintext":
		return isMember
	case string(key[n-5:]) == "Value":
		return isOwnValue
	case string(key[n-3:]) == "Key", string(key[n-4:]) == "Name":
		return isLabel
	}
	return otherKey
}
