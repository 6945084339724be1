package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The document before it is written: object and []any, piece and string,
// number (its literal), bool and nil.
type object struct{ kv []member }

type member struct {
	key piece
	val any
}

type number string

// numberPiece is a number in which something is planted.
type numberPiece struct{ p piece }

func obj(kv ...any) *object {
	o := &object{}
	for i := 0; i < len(kv); i += 2 {
		o.add(kv[i].(string), kv[i+1])
	}
	return o
}

func (o *object) add(key string, val any) { o.kv = append(o.kv, member{lit(key), val}) }

// A jsonStyle is how an exporter writes its JSON.
type jsonStyle struct {
	indent, newline string
	slash, ascii    bool // \/ for slashes; \uXXXX for what is not ASCII
	bom, shuffle    bool
	space           string // after a colon
}

// A leaf is a string, number or key of the written document.
type leaf struct {
	pointer string
	marks   []mark
	free    bool // a tool may change it: a secret that nothing tells stands in it
}

// writer lays a tree out as bytes and notes every leaf in order.
type writer struct {
	st     jsonStyle
	r      rng
	b      strings.Builder
	leaves []leaf
}

func (w *writer) line(depth int) {
	if w.st.indent != "" {
		w.b.WriteString(w.st.newline + strings.Repeat(w.st.indent, depth))
	}
}

func (w *writer) value(v any, pointer string, depth int) {
	switch v := v.(type) {
	case *object:
		w.b.WriteByte('{')
		kv := v.kv
		if w.st.shuffle {
			kv = append([]member(nil), kv...)
			w.r.Shuffle(len(kv), func(i, j int) { kv[i], kv[j] = kv[j], kv[i] })
		}
		for i, m := range kv {
			if i > 0 {
				w.b.WriteByte(',')
			}
			w.line(depth + 1)
			at := pointer + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(m.key.s)
			w.text(m.key, at)
			w.b.WriteString(":" + w.st.space)
			w.value(m.val, at, depth+1)
		}
		if len(kv) > 0 {
			w.line(depth)
		}
		w.b.WriteByte('}')
	case []any:
		w.b.WriteByte('[')
		for i, e := range v {
			if i > 0 {
				w.b.WriteByte(',')
			}
			w.line(depth + 1)
			w.value(e, pointer+"/"+strconv.Itoa(i), depth+1)
		}
		if len(v) > 0 {
			w.line(depth)
		}
		w.b.WriteByte(']')
	case piece:
		w.text(v, pointer)
	case string:
		w.text(lit(v), pointer)
	case int:
		w.plain(strconv.Itoa(v), pointer, nil)
	case number:
		w.plain(string(v), pointer, nil)
	case numberPiece:
		w.r.fork() // as many draws as for a string, which may take its place
		w.r.chance(8)
		w.plain(v.p.s, pointer, v.p.marks)
	case bool:
		w.plain(strconv.FormatBool(v), pointer, nil)
	case nil:
		w.plain("null", pointer, nil)
	default:
		panic(fmt.Sprintf("internal error: no JSON for %T", v))
	}
}

func (w *writer) plain(s, pointer string, marks []mark) {
	w.b.WriteString(s)
	w.leaves = append(w.leaves, leaf{pointer: pointer, marks: marks})
}

// text writes a string. One string in twelve in which something is planted is
// written with needless \u escapes, as some serialisers do.
func (w *writer) text(p piece, pointer string) {
	q := quoteJSON(strings.ToValidUTF8(p.s, "?"))
	if w.st.slash {
		q = strings.ReplaceAll(q, "/", `\/`)
	}
	if w.st.ascii {
		q = asciiOnly(q)
	}
	own := w.r.fork()
	if len(p.marks) > 0 && w.r.chance(8) {
		q = strings.NewReplacer("<", `\u003c`, ">", `\u003E`, "&", `\u0026`, "=", `\u003d`, "+", `\u002B`, "'", `\u0027`).Replace(q)
		if len(q) < 600 {
			q = escapeLetters(own, q)
		}
		p = p.encoded(`\u in the file`, func(s string) string { return s })
	}
	w.b.WriteString(`"` + q + `"`)
	w.leaves = append(w.leaves, leaf{pointer: pointer, marks: p.marks})
}

// escapeLetters writes some letters of JSON string content as \uXXXX.
func escapeLetters(r rng, q string) string {
	var b strings.Builder
	for i := 0; i < len(q); i++ {
		switch c := q[i]; {
		case c == '\\' && q[i+1] == 'u':
			b.WriteString(q[i : i+6])
			i += 5
		case c == '\\':
			b.WriteString(q[i : i+2])
			i++
		case strings.IndexByte(uppers+lowers+digits, c) >= 0 && r.chance(20):
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func asciiOnly(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			b.WriteRune(c)
		case c < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			c -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xd800+c>>10, 0xdc00+c&0x3ff)
		}
	}
	return b.String()
}

// write gives the bytes of a document and its leaves in file order.
func (st jsonStyle) write(r rng, doc any) ([]byte, []leaf) {
	w := &writer{st: st, r: r}
	if st.bom {
		w.b.WriteString("\ufeff")
	}
	w.value(doc, "", 0)
	if st.newline != "" {
		w.b.WriteString(st.newline)
	}
	return []byte(w.b.String()), w.leaves
}
