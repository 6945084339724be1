package main

import (
	"slices"
	"strings"
)

// A secret is one distinct value that must not be readable in the output.
type secret struct {
	ID    int      `json:"id"`
	Kind  string   `json:"kind"`
	Value string   `json:"value"`
	Canon []string `json:"canon"` // any of these in the output is a leak
	// Short values are too guessable to be hunted: they must go where they
	// stand under a telling name, and are looked for there alone.
	Short bool `json:"short"`

	noEcho bool
	full   *piece // the value with what surrounds it (a JWT's header and claims)
}

// A keep is a harmless value that must survive in its place.
type keep struct {
	Class string `json:"class"`
	Value string `json:"value"`
}

// The roles of a planted value.
const (
	told = "told" // a name or a shape gives it away where it stands
	echo = "echo" // nothing does: it is known from elsewhere in the file
)

// A mark says that a secret or a keep stands in a text. It travels with the
// text through every encoding and composition until it comes to rest in a leaf
// of the document.
type mark struct {
	sec   *secret
	keep  *keep
	role  string
	place string
	chain []string // encodings, innermost first
	probe string   // what to look for instead of the value, for short ones
}

// wanted is the text that a decoded view of the leaf holds while the value is there.
func (m mark) wanted() string {
	switch {
	case m.probe != "":
		return m.probe
	case m.sec != nil:
		return m.sec.Value
	}
	return m.keep.Value
}

// A piece is text that knows what was planted in it.
type piece struct {
	s     string
	marks []mark
}

func lit(s string) piece { return piece{s: s} }

// withoutKept gives p where it stands in something that goes as a whole.
func (p piece) withoutKept() piece {
	return piece{p.s, slices.DeleteFunc(slices.Clone(p.marks), func(m mark) bool { return m.keep != nil })}
}

func cat(parts ...piece) piece {
	var b strings.Builder
	var marks []mark
	for _, p := range parts {
		b.WriteString(p.s)
		marks = append(marks, p.marks...)
	}
	return piece{b.String(), marks}
}

func join(parts []piece, sep string) piece {
	var out []piece
	for i, p := range parts {
		if i > 0 {
			out = append(out, lit(sep))
		}
		out = append(out, p)
	}
	return cat(out...)
}

// native applies the escaping that the surrounding format asks for.
func (p piece) native(f func(string) string) piece { return piece{f(p.s), p.marks} }

// encoded applies an encoding and notes it on every mark.
func (p piece) encoded(name string, f func(string) string) piece {
	return piece{f(p.s), p.each(func(m *mark) {
		m.chain = append(append([]string(nil), m.chain...), name)
	})}
}

// at names the place of the marks that have none yet.
func (p piece) at(place string) piece {
	return piece{p.s, p.each(func(m *mark) {
		if m.place == "" {
			m.place = place
		}
	})}
}

// as moves a copy of the text to another place.
func (p piece) as(place string) piece {
	return piece{p.s, p.each(func(m *mark) { m.place = place })}
}

func (p piece) each(change func(*mark)) []mark {
	marks := make([]mark, len(p.marks))
	copy(marks, p.marks)
	for i := range marks {
		change(&marks[i])
	}
	return marks
}

// withoutKeeps drops the keep marks of a text that a careful tool may replace
// as a whole; those of a JWT stay where jwt is set.
func (p piece) withoutKeeps(jwt bool) piece {
	var marks []mark
	for _, m := range p.marks {
		if m.keep == nil || jwt && strings.HasPrefix(m.keep.Class, "jwt") {
			marks = append(marks, m)
		}
	}
	return piece{p.s, marks}
}

// named puts a literal before a value. For values too short to be looked for
// on their own, the literal becomes part of what is looked for.
func named(before string, v piece) piece {
	v.marks = v.each(func(m *mark) {
		if m.probe != "" {
			return
		}
		if m.sec != nil && m.sec.Short {
			m.probe = before + m.sec.Value
		}
		if m.keep != nil && len(m.keep.Value) < 8 && strings.HasPrefix(v.s, m.keep.Value) {
			m.probe = before + m.keep.Value
		}
	})
	return cat(lit(before), v)
}

// counted is named where the head of v, which tells its length, stands right before
// it: that may be another one where something in v has changed.
func counted(name, head string, v piece) piece {
	p := named(name+head, v)
	p.marks = p.each(func(m *mark) {
		if m.keep != nil && m.probe == name+head+m.keep.Value {
			m.probe = m.keep.Value
		}
	})
	return p
}
