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
	"bytes"

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
	// Beside is a value as Pair is one of role Any, but read as a Leaf before:
	// its name stands beside it, and its own key says more or less that it is a
	// value. weak says less.
	Beside(name, value Span, weak bool)
	// Column tells whether below the title of a column stand secrets: where the
	// walk comes upon a cell of it, that is a Pair.
	Column(title Span) bool
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
	marked bool // it says that its value is secret
	start  int
	kind   keyKind
	plural bool // so does its own current key
	titles bool // its strings, or the names of its objects, may be those of columns
	row    bool // of a table
	cells  int  // of an array, so far
	cols   columns
	next   Role // the role of what stands under key
	key    Span // of the object's current member, or the one the array stands under

	names  [5]Span
	nNames uint8
	values [3]member
	nVals  uint8
	of     int      // 1 + index of the frame of whose value this is a part
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

// member is a value that waits for a name. Where it was given out as a leaf it
// has no key.
type member struct {
	key Span
	value
	weak bool
}

// listed is a value that a frame, 1 + its index, has no room for, or that is written
// as a list or an object: {"name":"Cookie","value":["…"]}.
type listed struct {
	member
	of int
}

// columns are the titles of a table's columns: where they begin in Walker.titles,
// and which of them are of secrets.
type columns struct {
	first   int
	secrets uint64
}

// maxColumns is how many columns of a table are looked at: what is counted in
// columns.secrets.
const maxColumns = 64

// maxDepth is how deep a walked text may nest: as deep as a HAR itself. A
// megabyte of braces would take a gigabyte otherwise.
const maxDepth = 10000

// A Walker walks. It is for one goroutine, and for one text at a time: what
// stands inside a string is walked by another Walker.
type Walker struct {
	// Unescape appends an escaped key's characters to dst.
	Unescape func(dst, escaped []byte) []byte

	data   []byte
	stack  []frame
	key    []byte // scratch for an unescaped key
	titles []Span // of columns
	naming bool   // an array of titles is open
	more   []listed
}

// Walk walks data, which should be one JSON value, and returns how far it
// came: to the end of the value, or to where it is not JSON or nests too deep. It does not check
// the grammar beyond what it needs: data may be cut or broken, and then
// everything before that is walked.
func (w *Walker) Walk(data []byte, role Role, v Visitor) int {
	scan := jsonscan.Scanner{Data: data}
	w.data, w.stack, w.titles, w.naming, w.more = data, w.stack[:0], w.titles[:0], false, w.more[:0]
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
	f.holds, f.marked, f.start = false, false, start
	f.nNames, f.nVals, f.nItems, f.nJWK, f.isJWK = 0, 0, 0, 0, false
	f.of = 0
	f.text, f.mime, f.coding = Span{}, Span{}, Span{}
	f.titles, f.row, f.cells, f.cols.secrets = false, false, 0, 0
	if n == 0 {
		return
	}
	up := &w.stack[n-1]
	w.tabular(f, up)
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
	switch {
	case up.of > 0 && f.role.names():
		f.of = up.of
	case up.kind == isValue && !up.array && !up.mapped && (array || f.role.names()):
		f.of = n
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
	if r == Frames {
		switch string(key) {
		case "messages", "frames", "events", "items", "entries":
			return Frames
		}
		return Any // what is carried is a document
	}
	if r.names() {
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
	if f.of > 0 && !(val.number && f.role == Params) {
		w.more = append(w.more, listed{member{w.stack[f.of-1].key, val, false}, f.of})
		if f.array {
			return
		}
		// The members of an object have names of their own, too.
	}
	if f.array {
		w.element(f, val, v)
		return
	}
	switch f.kind {
	case isName, isLabel, isShortName:
		if f.kind == isShortName {
			f.private(val)
		}
		if !val.number && (f.kind == isName && f.nNames < uint8(len(f.names)) || f.kind != isName && f.nNames < maxLabels && !f.mapped) {
			f.names[f.nNames] = val.Span
			f.nNames++
		}
		if f.mapped {
			if f.nVals < 3 {
				f.values[f.nVals] = member{f.key, val, false}
				f.nVals++
				return
			}
		}
	case isValue:
		if f.nVals < 3 {
			f.values[f.nVals] = member{f.key, val, false}
			f.nVals++
			return
		}
		w.more = append(w.more, listed{member{f.key, val, false}, len(w.stack)})
		return
	case isOwnValue:
		// Its own name may tell as well as the one beside it.
		f.wait(val, false)
	case isChange, isPart:
		f.wait(val, true)
	case isPath:
		if f.role == Any && !f.mapped && !val.number && f.nNames < maxLabels {
			name := val.Span
			name.Start += bytes.LastIndexByte(w.data[name.Start:name.End], '/') + 1
			f.names[f.nNames] = name
			f.nNames++
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
		f.wait(val, true)
	case isMember:
		f.wait(val, true)
		// What else is a number says when, and of what kind.
		if f.role == Frames && val.number {
			bare(v, f.role, f.key, val)
			return
		}
	case isMime:
		f.mime = val.Span
	case isEncoding:
		f.coding = val.Span
	case isMark:
		f.marked = f.marked || val.number && string(w.data[val.Start:val.End]) == "true"
	case isKty:
		f.isJWK = true
	case isPrivate:
		f.private(val)
	}
	switch {
	case f.mapped:
		pair(v, f.role, f.key, val)
	case f.next == PostData && !val.number:
		v.Body(f.next, val.Span, Span{}, Span{})
	case f.next == Cookies:
		leaf(v, Cookies, f.key, val)
	default:
		leaf(v, f.role, f.key, val)
	}
}

// element takes one string or number of an array. The second of an array that
// may be a pair waits until it is known to be the last; headers in a flat list
// (Node's rawHeaders) are names and values by turns.
func (w *Walker) element(f *frame, val value, v Visitor) {
	f.nItems++
	f.cells++
	if f.titles && !w.title(f, val) {
		f.titles, w.naming = false, false
	}
	if f.cols.secrets>>(f.cells-1)&1 != 0 {
		f.pairs = false // two of these are no name and value
		pair(v, f.role, w.titles[f.cols.first+f.cells-1], val)
		return
	}
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

// private keeps what may be a part of a JSON Web Key.
func (f *frame) private(val value) {
	if f.nJWK < uint8(len(f.jwk)) && !val.number {
		f.jwk[f.nJWK] = val.Span
		f.nJWK++
	}
}

// maxLabels leaves room for a name among the labels of an object.
const maxLabels = 4

// wait keeps a value that was or is given out as a leaf for the names of its object.
func (f *frame) wait(val value, weak bool) {
	if f.nVals < uint8(len(f.values)) && !f.mapped && !(weak && val.number) {
		f.values[f.nVals] = member{Span{}, val, weak}
		f.nVals++
	}
}

// close ends the open container, which ends before end.
func (w *Walker) close(v Visitor, end int) {
	f := w.top()
	if f.pairs && f.nItems == 2 {
		w.second(f, v)
	}
	for i := range f.values[:f.nVals] {
		f.member(v, f.role, &f.values[i])
	}
	if n := len(w.more); n > 0 && w.more[n-1].of == len(w.stack) {
		w.listed(f, v)
	}
	if w.naming {
		w.titled(f, v)
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

// listed gives out the values that the open container has no room for.
func (w *Walker) listed(f *frame, v Visitor) {
	role := f.role
	if role == Params {
		role = Any // the list was carried as a whole
	}
	n := len(w.more)
	for n > 0 && w.more[n-1].of == len(w.stack) {
		n--
	}
	for i := range w.more[n:] {
		f.member(v, role, &w.more[n+i].member)
	}
	w.more = w.more[:n]
}

// member gives out a value that has waited for the names of its object.
func (f *frame) member(v Visitor, role Role, m *member) {
	switch {
	case f.mapped && (f.nNames == 0 || f.nNames == f.nVals):
		// An object of headers that has one called name, or value.
		pair(v, role, m.key, m.value)
	case f.nNames == 0 && m.key.Ok() && role == Cookies:
		pair(v, role, Span{}, m.value)
	case f.nNames == 0 && m.key.Ok():
		f.kind = isValue
		leaf(v, role, m.key, m.value)
	default:
		for _, name := range f.names[:f.nNames] {
			switch {
			case name.End == m.value.End:
			case m.key.Ok() || m.value.number:
				pair(v, role, name, m.value)
			default:
				v.Beside(name, m.value.Span, m.weak)
			}
		}
	}
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

// Marked tells whether the object that is being walked says that its value is secret.
func (w *Walker) Marked() bool { return len(w.stack) > 0 && w.top().marked }

// Generic tells whether the key of the leaf that is being visited says no more
// than that there is a value.
func (w *Walker) Generic() bool {
	f := &w.stack[len(w.stack)-1]
	return f.kind == isValue || f.kind == isMember || f.kind == isLabel || f.kind == isChange || f.kind == isOwnValue && f.nNames == 0
}

// Tuple tells whether the pair that is being visited is an array of name and value.
func (w *Walker) Tuple() bool { return len(w.stack) > 0 && w.top().array }

// Many tells whether Owner is a plural.
func (w *Walker) Many() bool {
	return len(w.stack) > 0 && w.stack[len(w.stack)-1].many
}

// tabular tells of a container that was opened whether it is a part of a table: the
// titles of one, a list of its rows, a row.
func (w *Walker) tabular(f, up *frame) {
	if !up.array {
		switch {
		case !f.array || f.role != Any:
		case up.kind == isColumns:
			f.titles = !w.naming
			w.naming = true
		case up.cols.secrets != 0 && (up.kind == isRows || up.kind == isMember):
			f.cols = up.cols // of its rows, or of what stands in the only one
		}
		return
	}
	up.cells++
	if !f.array {
		if up.titles && up.pairs {
			up.titles, w.naming = false, false
		}
		return
	}
	if f.row = up.cols.secrets != 0; f.row && !up.row {
		f.cols = up.cols
	}
	switch {
	case up.titles:
		up.titles, w.naming = false, false
	case up.cells == 1 && !f.row && f.role == Any && !w.naming:
		f.titles, w.naming = true, true
	}
}

// title keeps one of the titles of columns, and tells whether it can be one.
func (w *Walker) title(f *frame, val value) bool {
	if f.cells == 1 {
		f.cols = columns{first: len(w.titles)}
	}
	if val.number || f.cells > maxColumns || len(w.titles) != f.cols.first+f.cells-1 {
		w.titles = w.titles[:f.cols.first]
		return false
	}
	w.titles = append(w.titles, val.Span)
	return true
}

// minTitles is how many columns a table has whose first row says what they are: two
// are a name and its value.
const minTitles = 3

// titled ends an array of titles, or an object in one, which has a column's name.
func (w *Walker) titled(f *frame, v Visitor) {
	n := len(w.stack)
	if n < 2 {
		return
	}
	up := &w.stack[n-2]
	if !f.titles {
		if up.titles && !f.array && f.nNames > 0 && !w.title(up, value{f.names[0], false}) {
			up.titles, w.naming = false, false
		}
		return
	}
	w.naming = false
	f.titles = false
	if f.cells == 0 {
		return
	}
	cols := f.cols
	cols.secrets = 0
	if !up.array || f.cells >= minTitles {
		for i, s := range w.titles[cols.first:] {
			if v.Column(s) {
				cols.secrets |= 1 << i
			}
		}
	}
	if cols.secrets == 0 {
		w.titles = w.titles[:cols.first]
		return
	}
	up.cols = cols
}

type keyKind uint8

const (
	otherKey keyKind = iota
	isName
	isLabel     // what also names things that have no value
	isShortName // k: or the key in a JSON Web Key
	isOwnValue  // ParameterValue beside ParameterKey
	isMember    // a value, or a part of one
	isValue
	isChange // what a value was, or is now
	isPart   // what may be a value
	isPath   // JSON Patch (RFC 6902): its last segment is a name
	isColumns
	isRows
	isText
	isMime
	isEncoding
	isKty
	isPrivate
	isMark // that the value beside it is secret
)

// kindOf knows the keys that say what the other members are.
func kindOf(key []byte) keyKind {
	if len(key) > 8 {
		return composedKind(key)
	}
	switch string(key) {
	case "name", "Name", "NAME", "key", "Key", "KEY", "field", "Field", "header", "param", "property", "variable", "setting", "macro":
		return isName
	case "type", "Type", "typ", "label", "Label", "id", "_id", "title", "n", "option", "item", "Item", "slug", "input", "code", "envName", "varName", "attrName", "metaKey", "fieldId":
		return isLabel
	case "k":
		return isShortName
	case "value", "Value", "VALUE", "val", "Val", "v":
		return isValue
	case "new", "old":
		return isChange
	case "content", "to", "response", "answer", "newValue", "envValue", "varValue":
		return isPart
	case "path":
		return isPath
	case "columns", "Columns", "cols", "fields", "Fields", "keys", "names", "rowType":
		return isColumns
	case "rows", "Rows", "values", "Values", "records", "results", "items":
		return isRows
	case "raw", "data", "string", "plain", "digest", "current", "_text", "#text", "$t", "_content", "__text", "S":
		return isMember
	case "text":
		return isText
	case "mimeType":
		return isMime
	case "encoding":
		return isEncoding
	case "kty":
		return isKty
	case "d", "p", "q", "dp", "dq", "qi":
		return isPrivate
	case "masked", "secured", "secret", "isSecret", "IsSecret":
		return isMark
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
	case string(key) == "sensitive", string(key) == "is_secret", string(key) == "isSensitive", string(key) == "IsSensitive", string(key) == "is_sensitive":
		return isMark
	case string(key[n-5:]) == "Value", string(key[n-6:]) == "_value":
		return isOwnValue
	case string(key[n-3:]) == "Key", string(key[n-4:]) == "Name", string(key[n-4:]) == "_key", string(key[n-5:]) == "_name":
		return isLabel
	case string(key) == "columnNames" || string(key) == "column_names":
		return isColumns
	}
	return otherKey
}
