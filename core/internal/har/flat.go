package har

import "github.com/har-redactor/har-redactor/core/internal/jsonscan"

// Arguments gives the strings of an array by their place in it, as far as args
// reaches; what is no string is a span of no bytes. data begins behind the
// bracket.
func Arguments(data []byte, args []Span) []Span {
	n, depth := 0, 1
	scan := jsonscan.Scanner{Data: data}
	for depth > 0 && n < len(args) {
		switch tok := scan.Next(); tok.Kind {
		case jsonscan.End, jsonscan.Error:
			return args[:n]
		case jsonscan.ArrayOpen, jsonscan.ObjectOpen:
			depth++
		case jsonscan.ArrayClose, jsonscan.ObjectClose:
			depth--
		case jsonscan.String:
			if depth == 1 {
				args[n] = text(tok)
				n++
			}
		case jsonscan.Number, jsonscan.Literal:
			if depth == 1 {
				args[n] = Span{}
				n++
			}
		}
	}
	return args[:n]
}

// text is the span of a string's characters.
func text(tok jsonscan.Token) Span { return Span{tok.Start + 1, tok.End - 1, tok.Escaped} }

// flat is an open container of a flattened document.
type flat struct {
	array bool
	items []Span // an array's; what is no string has no bytes
	refs  []ref  // what the objects in it refer to
	key   Span
}

type ref struct {
	key   Span
	place int
}

// maxFlat is how many items of one flattened array are looked at.
const maxFlat = 1 << 16

// Flattened calls fn with the names and strings of a document in which each
// value has a place in one array, and objects hold the places of their members'
// values: devalue (Nuxt, SvelteKit), turbo-stream (Remix), where the names have
// a place, too.
func Flattened(data []byte, fn func(name, value Span)) {
	var stack []flat
	scan := jsonscan.Scanner{Data: data}
	wantKey := false
	item := func(s Span) {
		if n := len(stack); n > 0 && stack[n-1].array && len(stack[n-1].items) < maxFlat {
			stack[n-1].items = append(stack[n-1].items, s)
		}
	}
	for {
		tok := scan.Next()
		switch tok.Kind {
		case jsonscan.End, jsonscan.Error:
			return
		case jsonscan.ObjectOpen, jsonscan.ArrayOpen:
			if len(stack) == maxDepth {
				return
			}
			item(Span{})
			wantKey = tok.Kind == jsonscan.ObjectOpen
			stack = append(stack, flat{array: !wantKey})
		case jsonscan.ObjectClose, jsonscan.ArrayClose:
			n := len(stack)
			if n == 0 {
				return
			}
			stack[n-1].resolve(data, fn)
			stack = stack[:n-1]
			wantKey = false
		case jsonscan.Comma:
			wantKey = len(stack) > 0 && !stack[len(stack)-1].array
		case jsonscan.Colon:
			wantKey = false
		case jsonscan.String:
			if wantKey {
				stack[len(stack)-1].key = text(tok)
			} else {
				item(text(tok))
			}
		case jsonscan.Number:
			item(Span{})
			n := len(stack)
			if n < 2 || stack[n-1].array || !stack[n-2].array || len(stack[n-2].refs) == maxFlat {
				continue
			}
			if place := Place(data[tok.Start:tok.End]); place > 0 {
				stack[n-2].refs = append(stack[n-2].refs, ref{stack[n-1].key, place})
			}
		default:
			item(Span{})
		}
	}
}

// Place reads a place in a flattened array, 0 where it is none.
func Place(number []byte) int {
	if len(number) > 5 {
		return 0
	}
	n := 0
	for _, c := range number {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// resolve gives out what the objects of a flattened array refer to.
func (f *flat) resolve(data []byte, fn func(name, value Span)) {
	for _, r := range f.refs {
		name := r.key
		if n := data[name.Start:name.End]; len(n) > 1 && n[0] == '_' {
			if k := Place(n[1:]); k > 0 && k < len(f.items) && f.items[k].Ok() {
				name = f.items[k]
			}
		}
		if r.place < len(f.items) && f.items[r.place].Ok() {
			fn(name, f.items[r.place])
		}
	}
}
