package main

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// A label is one planted value in one leaf of one file.
type label struct {
	file     *harFile
	leaf     int // index among the leaves in file order
	mark     mark
	pointer  string
	failed   bool // a secret that is still there, a keep that is gone
	exporter string
}

// A verdict is what the reader found in the output for one file.
type verdict struct {
	labels  []*label
	stray   []string // secrets found in leaves where none was planted
	leaves  int      // leaves in which no secret was planted
	touched []string // those that differ from the input, by pointer
	broken  string   // why the output is no faithful copy at all
	seen    map[*secret]bool
}

// labelsOf lists what was planted in a file: each value once for each leaf.
func labelsOf(f *harFile) []*label {
	var out []*label
	for i, lf := range f.leaves {
		type id struct {
			sec  *secret
			text string
		}
		have := map[id]bool{}
		for _, m := range lf.marks {
			key := id{m.sec, m.wanted()}
			if m.sec != nil {
				key.text = ""
			}
			if have[key] {
				continue
			}
			have[key] = true
			out = append(out, &label{file: f, leaf: i, mark: m, pointer: lf.pointer, exporter: f.exporter})
		}
	}
	return out
}

// judge reads an output and decides each label.
func judge(f *harFile, out []byte) *verdict {
	v := &verdict{labels: labelsOf(f), seen: map[*secret]bool{}}
	in, err := tokenize(f.data)
	if err != nil {
		panic("internal error: " + f.name + " was generated as broken JSON")
	}
	leafTokens := make([]int, 0, len(f.leaves))
	for i, t := range in {
		if t.leaf() {
			leafTokens = append(leafTokens, i)
		}
	}
	if len(leafTokens) != len(f.leaves) {
		panic(fmt.Sprintf("internal error: %s: %d leaves written, %d read", f.name, len(f.leaves), len(leafTokens)))
	}
	byLeaf := map[int][]*label{}
	for _, l := range v.labels {
		byLeaf[l.leaf] = append(byLeaf[l.leaf], l)
	}
	got, err := tokenize(out)
	if err == nil {
		err = sameShape(f, in, got, leafTokens)
	}
	if err != nil {
		v.broken = err.Error()
		v.leaves = len(f.leaves)
		for _, l := range v.labels {
			l.failed = true
		}
		return v
	}
	search := newSearch(f.secrets)
	read := newViewer()
	for i, at := range leafTokens {
		before, after := in[at], got[at]
		planted := byLeaf[i]
		secrets := 0
		for _, l := range planted {
			if l.mark.sec != nil {
				secrets++
			}
		}
		same := before.raw == after.raw
		if secrets == 0 && !f.leaves[i].free {
			v.leaves++
			if !same || before.gap != after.gap {
				v.touched = append(v.touched, f.leaves[i].pointer)
			}
			if same {
				continue // nothing was in it, nothing left it
			}
		}
		text := after.text()
		found := map[*secret]bool{}
		kept := make([]bool, len(planted))
		read.views(text, func(view string) {
			search.find(view, found)
			for j, l := range planted {
				switch m := l.mark; {
				case kept[j]:
				case m.sec == nil:
					kept[j] = strings.Contains(view, m.wanted())
				case m.sec.Short && m.probe == "":
					kept[j] = view == m.sec.Value
				case m.sec.Short:
					kept[j] = strings.Contains(view, m.probe)
				}
			}
		})
		here := map[*secret]bool{}
		for j, l := range planted {
			if s := l.mark.sec; s == nil {
				l.failed = !kept[j]
			} else {
				here[s] = true
				l.failed = kept[j] || found[s]
				if l.failed {
					v.seen[s] = true
				}
			}
		}
		for s := range found {
			if !here[s] {
				v.seen[s] = true
				v.stray = append(v.stray, s.Kind+" at "+f.leaves[i].pointer)
			}
		}
	}
	return v
}

// sameShape holds the output to the same keys, lengths and kinds of tokens.
// Leaves in which something was planted may change, and numbers may become
// strings there; so may those in which a secret stands that nothing tells there.
func sameShape(f *harFile, in, got []token, leafTokens []int) error {
	if len(in) != len(got) {
		return fmt.Errorf("%d tokens became %d", len(in), len(got))
	}
	planted := map[int]bool{}
	for i, at := range leafTokens {
		planted[at] = f.leaves[i].free
		for _, m := range f.leaves[i].marks {
			planted[at] = planted[at] || m.sec != nil
		}
	}
	for i := range in {
		if in[i].kind != got[i].kind && !(planted[i] && in[i].kind == 'n' && got[i].kind == 's') {
			return fmt.Errorf("token %d: %q became %q", i, in[i].kind, got[i].kind)
		}
		if in[i].kind == 'k' && !planted[i] && in[i].text() != got[i].text() {
			return fmt.Errorf("token %d: the key %s changed", i, in[i].raw)
		}
	}
	return nil
}

// A search looks for all secrets of a file at once by their first eight bytes.
type search struct {
	bloom [1 << 13]uint64
	by    map[uint64][]needle
}

type needle struct {
	text string
	sec  *secret
}

// shortest is the least length of what can be looked for anywhere.
const shortest = 8

func newSearch(secrets []*secret) *search {
	s := &search{by: map[uint64][]needle{}}
	for _, sec := range secrets {
		if sec.Short {
			continue
		}
		for _, c := range sec.Canon {
			if len(c) < shortest {
				panic("internal error: " + sec.Kind + " is too short to be looked for")
			}
			h := binary.LittleEndian.Uint64([]byte(c[:8]))
			s.by[h] = append(s.by[h], needle{c, sec})
			b := bloomBit(h)
			s.bloom[b>>6] |= 1 << (b & 63)
		}
	}
	return s
}

func bloomBit(h uint64) uint64 { return h * 0x9e3779b97f4a7c15 >> 45 }

func (s *search) find(text string, found map[*secret]bool) {
	if len(text) < 8 {
		return
	}
	var h uint64
	for i := range 7 {
		h |= uint64(text[i]) << (8 * (i + 1))
	}
	for i := 7; i < len(text); i++ {
		h = h>>8 | uint64(text[i])<<56
		b := bloomBit(h)
		if s.bloom[b>>6]&(1<<(b&63)) == 0 {
			continue
		}
		for _, n := range s.by[h] {
			if strings.HasPrefix(text[i-7:], n.text) {
				found[n.sec] = true
			}
		}
	}
}
