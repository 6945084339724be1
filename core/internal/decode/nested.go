package decode

import (
	"bytes"
	"math/bits"
)

const (
	// smallText is up to where a text is decoded whole instead of around its
	// escapes: the bounds of what belongs together are a guess.
	smallText = 4 << 10
	// maxDepth is how many codecs may stand one inside another.
	maxDepth = 10
)

// Nested calls fn for each stretch of t that is itself written in some
// encoding, decoded one step. fn may call Nested again. Stretches that the
// budget or the depth did not allow are added to a.Skipped.
func (a *Arena) Nested(t *Text, fn func(*Text)) {
	if len(t.B) < 4 {
		return
	}
	if t.Depth() >= maxDepth {
		a.Skipped += int64(len(t.B))
		return
	}
	if t.Codec == Base64 || t.Codec == Hex {
		if a.Compressed(t, fn) {
			return
		}
	}
	if t.Codec.Packs() && a.items(t, fn) {
		return
	}
	if has := signs(t.B); has != 0 {
		if t.Codec.Packs() {
			a.counted(t, fn)
		}
		for _, e := range [...]struct {
			has  sign
			c    Codec
			sign byte
		}{{percentSign, Percent, '%'}, {ampersand, Entity, '&'}, {backslashSign, Backslash, '\\'}} {
			if has&e.has != 0 {
				a.escaped(t, e.sign, e.c, fn)
			}
		}
	}
	if body := mailBody(t.B); isQuoted(t.B[body:]) {
		a.try(t, Quoted, body, len(t.B), fn)
	}
	a.packed(t, fn)
}

// sign is a set of the bytes that begin escapes.
type sign uint8

const (
	percentSign sign = 1 << iota
	ampersand
	backslashSign
)

// signs tells which of the signs stand in b, at little cost where none does.
func signs(b []byte) (has sign) {
	const all = percentSign | ampersand | backslashSign
	for i := 0; has != all; i++ {
		for i+8 <= len(b) {
			w := word(b, i)
			if m := equal(w, '%') | equal(w, '&') | equal(w, '\\'); m != 0 {
				i += bits.TrailingZeros64(m) >> 3
				break
			}
			i += 8
		}
		if i >= len(b) {
			break
		}
		has |= signOf[b[i]]
	}
	return has
}

var signOf = [256]sign{'%': percentSign, '&': ampersand, '\\': backslashSign}

// escaped finds the stretches that hold escapes of one codec.
func (a *Arena) escaped(t *Text, sign byte, c Codec, fn func(*Text)) {
	b := t.B
	for i, from := 0, 0; i < len(b); {
		k := bytes.IndexByte(b[i:], sign)
		if k < 0 {
			return
		}
		i += k
		if !isEscape(b[i:], c) {
			i++
			continue
		}
		start, end := bounds(b, c, from, i)
		if c == Backslash && from == 0 && len(b) <= smallText && (start > 0 || end < len(b)) {
			// A quote may be part of what is escaped here.
			a.try(t, c, 0, len(b), fn)
		}
		formed := c == Percent && isFormed(b[start:end])
		if formed {
			a.try(t, Form, start, end, fn)
		}
		if !formed || bytes.ContainsAny(b[start:end], "!$'(),;@[]~") {
			a.try(t, c, start, end, fn) // beside signs that a form encodes its plus can be one
		}
		i, from = end, end
	}
}

// isFormed tells whether a percent-encoded text is a form's, in which a plus is a
// blank: one stands beside a quote or behind the name of a tag, or all signs are
// encoded, as only those do who write a blank as a plus, and no letter is.
func isFormed(b []byte) bool {
	if bytes.IndexByte(b, '+') < 0 {
		return false
	}
	if bytes.Contains(b, []byte("+%22")) || bytes.Contains(b, []byte("%22+")) || bytes.Contains(b, []byte("+%27")) || bytes.Contains(b, []byte("+%5C%22")) || bytes.Contains(b, []byte("+%26quot")) {
		return true
	}
	if bytes.ContainsAny(b, ":;=/'(),@{<") {
		return false // whose signs are as they are, its plus is one, too
	}
	plain := false
	for i := bytes.IndexByte(b, '%'); i >= 0 && i+2 < len(b); {
		switch c := unhex[b[i+1]]<<4 | unhex[b[i+2]]; {
		case c == ' ' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z':
			return false
		case c == ':' || c == '<' || c == '{' || c == ';' || c == '\n':
			plain = true
		}
		k := bytes.IndexByte(b[i+1:], '%')
		if k < 0 {
			break
		}
		i += 1 + k
	}
	return plain
}

func (a *Arena) try(t *Text, c Codec, start, end int, fn func(*Text)) {
	child, ok := a.Decode(t, c, start, end)
	if !ok {
		a.Skipped += int64(end - start)
		return
	}
	fn(child)
	a.Release(child)
}

func isEscape(b []byte, c Codec) bool {
	switch c {
	case Percent:
		if len(b) < 3 || b[0] != '%' {
			return false
		}
		_, ok := hexByte(b[1], b[2])
		return ok
	case Entity:
		_, n := entity(b)
		return n > 0
	default:
		_, n := backslash(b)
		return n > 0
	}
}

// bounds says how far around the escape at i its text reaches, not before
// from: to the characters that cannot stand inside unescaped.
func bounds(b []byte, c Codec, from, i int) (int, int) {
	if c == Backslash {
		return literal(b, from, i)
	}
	if len(b) <= smallText {
		return from, len(b)
	}
	stop := &percentStops
	if c == Entity {
		stop = &entityStops
	}
	s := i
	for s > from && !stop[b[s-1]] {
		s--
	}
	e := i + 1
	for e < len(b) && !stop[b[e]] {
		e++
	}
	return s, e
}

var percentStops = func() (t [256]bool) {
	for i := 0; i <= ' '; i++ {
		t[i] = true
	}
	for _, c := range "\"<>`\\" {
		t[c] = true
	}
	return t
}()

var entityStops = func() (t [256]bool) {
	for _, c := range "<>\"" {
		t[c] = true
	}
	return t
}()

// literal gives the inside of the string literal around the escape at i: from
// the last quote that is not escaped itself to the next of its kind, or the
// line where there is none.
func literal(b []byte, from, i int) (int, int) {
	s, quote := i, byte(0)
	for s > from {
		c := b[s-1]
		if c == '\n' {
			break
		}
		if c == '"' || c == '\'' || c == '`' {
			n := 0
			for s-2-n >= from && b[s-2-n] == '\\' {
				n++
			}
			if n%2 == 0 {
				quote = c
				break
			}
		}
		s--
	}
	e := i
	for e < len(b) {
		c := b[e]
		if c == '\\' && e+1 < len(b) {
			e += 2
			continue
		}
		if c == '\n' || c == quote || quote == 0 && (c == '"' || c == '\'' || c == '`') {
			break
		}
		e++
	}
	return s, e
}
