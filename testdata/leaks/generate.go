package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A harFile is one generated file with everything that is known about it.
type harFile struct {
	name     string
	exporter string
	data     []byte
	leaves   []leaf
	secrets  []*secret
}

// gen makes one file.
type gen struct {
	r        rng
	exporter *exporter
	file     *harFile
	entries  []*entry
	pages    []string
	hosts    []string
	clock    time.Time
	referer  piece
	vendor   int  // next row of the vendor table
	twin     bool // secrets are already replaced by placeholders
}

// A size says how much to generate.
type size struct {
	files   int
	entries int // of each file
}

var sizes = map[string]size{
	"small": {files: 15, entries: 18},
	"full":  {files: 60, entries: 60},
}

// generate makes the files of a seed. With twin set it makes the same files
// as a perfect tool would leave them: every secret replaced, nothing else.
func generate(seed uint64, sz size, twin bool) []*harFile {
	order := newRNG(seed, 1)
	perm := order.Perm(len(vendors))
	var out []*harFile
	for i := range sz.files {
		x := exporters[(i+int(seed))%len(exporters)]
		g := &gen{
			r: newRNG(seed, uint64(1000+i)), exporter: x, twin: twin, vendor: perm[i%len(perm)] + i*7,
			file:  &harFile{name: fmt.Sprintf("%03d-%s.har", i, strings.ReplaceAll(x.name, " ", "-")), exporter: x.name},
			clock: time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC).Add(time.Duration(i) * time.Hour),
		}
		for range 4 {
			g.hosts = append(g.hosts, g.r.expand("{host}"))
		}
		g.fill(sz.entries)
		doc := g.document()
		g.file.data, g.file.leaves = x.style.write(g.r, doc)
		g.file.dropUntold()
		out = append(out, g.file)
	}
	return out
}

// dropUntold takes the marks of secrets off whose telling place the exporter
// left out: what nothing gives away cannot be asked for.
func (f *harFile) dropUntold() {
	isTold := map[*secret]bool{}
	for _, l := range f.leaves {
		for _, m := range l.marks {
			if m.sec != nil && m.role == told {
				isTold[m.sec] = true
			}
		}
	}
	for i := range f.leaves {
		n := len(f.leaves[i].marks)
		f.leaves[i].marks = slices.DeleteFunc(f.leaves[i].marks, func(m mark) bool { return m.sec != nil && !isTold[m.sec] })
		f.leaves[i].free = len(f.leaves[i].marks) < n
	}
	f.secrets = slices.DeleteFunc(f.secrets, func(s *secret) bool { return !isTold[s] })
}

// fill makes the entries: flows that belong together, then the matrix of
// kinds, places and encodings, then echoes, then harmless bodies.
func (g *gen) fill(n int) {
	for range n / 6 {
		pick(g.r, flows)(g)
	}
	for range n / 4 {
		g.stage(pick(g.r, scenes))
	}
	// The matrix needs entries that nothing stands in yet.
	for range max(n-len(g.entries), n/2) {
		g.entries = append(g.entries, g.newEntry())
	}
	g.r.Shuffle(len(g.entries), func(i, j int) { g.entries[i], g.entries[j] = g.entries[j], g.entries[i] })
	for i, e := range g.entries {
		e.at = g.clock.Add(time.Duration(i*250) * time.Millisecond)
	}
	var echoable []*secret
	for range n * 3 / 2 {
		if s := g.plantTold(); s != nil && !s.noEcho {
			echoable = append(echoable, s)
		}
	}
	for _, s := range echoable {
		for range g.r.between(0, 3) {
			g.plantEcho(s)
		}
	}
	for range n / 12 {
		g.plantNumber()
	}
	for _, e := range g.entries {
		if e.resp == nil && !g.exporter.noBodies && g.r.chance(70) {
			g.harmlessBody(e)
		}
	}
}

// weighted draws a kind by its weight.
func (g *gen) weighted() *kind {
	total := 0
	for _, k := range kinds {
		total += k.weight
	}
	n := g.r.IntN(total)
	for _, k := range kinds {
		if n -= k.weight; n < 0 {
			return k
		}
	}
	panic("internal error: weights do not sum up")
}

// slot finds an entry with room for a place.
func (g *gen) slot(p place) *entry {
	for range 12 {
		e := pick(g.r, g.entries)
		if p.fits(g, e) {
			return e
		}
	}
	return nil
}

// plantTold plants a new secret where its name or its shape tells it.
func (g *gen) plantTold() *secret {
	k := g.weighted()
	var p place
	var e *entry
	for tries := 0; e == nil; tries++ {
		if tries == 200 {
			return nil // all entries are taken
		}
		p = pick(g.r, places)
		if p.put == nil || k.multi && !p.lines || !g.tells(k, p) {
			continue
		}
		e = g.slot(p)
	}
	s, v := g.told(k)
	room := 4 - p.depth
	// Encodings of the value itself, which the name or the shape survives.
	n := 0
	if !k.short && !k.multi {
		n = g.depth(room)
	}
	v = encode(g.r, v, n, openEncoding)
	f := field{name: g.tellingName(k, p.style), val: v}
	whole := true // the name makes all of the value secret
	switch {
	case p.name == "Authorization header":
		whole = false
		if k.name != "basic credentials" {
			f.val = cat(g.keepIn("scheme", pick(g.r, k.scheme)+" "), v)
		}
	case k.name == "vendor" && p.style != stylePath && g.r.chance(40), k.shape && k.name != "vendor" && p.style != stylePath && g.r.chance(25):
		f.name = g.neutralName(p.style) // the shape alone
		whole = p.style == styleCookie
	}
	if whole {
		f.val = f.val.withoutKeeps(n == 0)
	}
	if room-n > 1 && !k.multi && p.style != stylePath && p.name != "Authorization header" && p.name != "userinfo" && g.r.chance(12) {
		// Encodings around the name and the value.
		inner := g.container(field{name: g.tellingName(k, styleKey), val: v.withoutKeeps(n == 0 && p.style != styleCookie)}, p.style != styleCookie)
		f = field{name: g.neutralName(p.style), val: encode(g.r, inner, 1+g.depth(room-n-2), anyEncoding)}
		f.val = f.val.encoded("container", func(s string) string { return s })
	}
	f.val = f.val.at(p.name)
	p.put(g, e, f, g.r.chance(80))
	return s
}

// depth draws a number of encodings up to limit, mostly few.
func (g *gen) depth(limit int) int {
	n := pick(g.r, []int{0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4})
	return max(0, min(n, limit))
}

// tells says whether a kind gives itself away at a place.
func (g *gen) tells(k *kind, p place) bool {
	switch p.name {
	case "Authorization header":
		return len(k.scheme) > 0 || k.name == "basic credentials"
	case "userinfo":
		return k.name == "password" || k.name == "password guessable"
	case "response binary":
		return k.shape
	case "url path":
		return k.name == "bearer" || k.name == "vendor" || k.name == "session" || k.name == "csrf"
	}
	if k.short && (p.name == "object key" || p.name == "initiator") {
		return false
	}
	if p.style == styleHeader || p.style == styleCookie {
		return k.name != "payment card" && k.name != "card code"
	}
	return true
}

// plantEcho puts a copy of a secret where nothing tells it.
func (g *gen) plantEcho(s *secret) {
	for range 20 {
		p := pick(g.r, places)
		if p.put == nil || p.name == "Authorization header" || p.name == "userinfo" || strings.Contains(s.Value, "\n") && !p.lines {
			continue
		}
		e := g.slot(p)
		if e == nil {
			continue
		}
		v := g.echoed(s)
		n := g.depth(4 - p.depth)
		if g.r.chance(25) {
			inner := cat(lit(pick(g.r, []string{"ref ", "v1:", "a|", "u=7;", ""})), v, lit(pick(g.r, []string{" end", "|z", ";n=1", ""})))
			v = inner
		}
		v = encode(g.r, v, n, anyEncoding)
		if p.style == styleCookie {
			v = v.withoutKeeps(n == 0)
		}
		f := field{name: g.neutralName(p.style), val: v.at(p.name)}
		p.put(g, e, f, g.r.chance(80))
		return
	}
}

// plantNumber puts a short code in a number of the document.
func (g *gen) plantNumber() {
	k := kindNamed(pick(g.r, []string{"one-time code", "card code"}))
	s := g.newSecret(k)
	if !g.twin {
		d := g.r.fork()
		s.Value = d.expand(map[string]string{"one-time code": "{d6}", "card code": "{d3}"}[k.name])
		if s.Value[0] == '0' {
			s.Value = "7" + s.Value[1:]
		}
		s.Canon = []string{s.Value}
	} else {
		g.r.fork()
	}
	v := piece{s.Value, []mark{{sec: s, role: told, place: "number"}}}
	var out any = numberPiece{v}
	if g.twin {
		out = v
	}
	e := pick(g.r, g.entries)
	e.extra = append(e.extra, member{lit("_form"), obj(g.tellingName(k, styleKey), out, "count", g.r.IntN(90))})
}

// harmlessBody gives an entry a response without anything secret.
func (g *gen) harmlessBody(e *entry) {
	r := g.r
	switch r.IntN(5) {
	case 0:
		parts := []piece{lit("<!doctype html>\n<html><head><title>Sign in</title></head><body>\n")}
		for range r.between(2, 5) {
			parts = append(parts, g.expandKeep(pick(r, keepHTML)), lit("\n"))
		}
		e.resp = &body{mime: "text/html", text: cat(append(parts, lit("</body></html>"))...)}
	case 1:
		parts := []piece{lit(`"use strict";(self.webpackChunk=self.webpackChunk||[]).push([[179],{`)}
		for range r.between(2, 6) {
			parts = append(parts, g.expandKeep(pick(r, keepJS)), lit("\n"))
		}
		e.resp = &body{mime: "application/javascript", text: cat(append(parts, lit("}]);"))...)}
	default:
		e.resp = &body{mime: "application/json", text: jsonNested(g, g.keepFields(r.between(4, 9)))}
	}
	e.resp.text = e.resp.text.at("response body, harmless")
}
