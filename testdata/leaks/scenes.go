package main

import "strings"

// A scene is a text in which something else than a key tells a secret: the word
// before it, its place, the sentence it stands in. <<>> is the secret, and
// what stands between [[ and ]] must survive.
type scene struct {
	topic string
	kind  *kind
	texts []string
	// beside are look-alikes, of which one or two are put next to the text.
	beside []string
	form   sceneForm
}

// A sceneForm says what a scene's text is.
type sceneForm int

const (
	sceneLines sceneForm = iota // lines of a text
	sceneProse                  // a sentence, in a page or a message as well
	sceneJSON                   // a whole JSON text, as a request or a response
	sceneXML
)

// The kinds of scenes: values as they are typed or written there.
var (
	typedPassword = &kind{name: "password typed", short: true, gen: func(r rng) (string, []string) {
		return pick(r, []string{"hunter", "dragon", "summer", "Welcome", "monkey", "Spring", "coffee", "tulip"}) + r.expand("{d2}") + pick(r, []string{"", "x", "!", r.expand("{d3}")}), nil
	}}
	spokenCode = &kind{name: "code spoken", short: true, tmpl: []string{"{d6}"}}
	sceneToken = &kind{name: "token written", tmpl: []string{"{A32}", "{h40}", "{u43}", "{A40}"}}
)

var scenes = func() []scene {
	var all []scene
	for _, list := range [][]scene{commandScenes, fileScenes, statementScenes, addressScenes, logScenes, callScenes, namedScenes, spokenScenes, storeScenes} {
		all = append(all, list...)
	}
	return all
}()

// played expands a text of a scene around a secret.
func (g *gen) played(text string, v piece) piece {
	before, behind, ok := strings.Cut(text, "<<>>")
	if !ok {
		return g.expandKeep(keepRow{"look-alike", text})
	}
	// What a short value is looked for with stands in front of it on its line.
	cut := strings.LastIndexAny(before, "]}\n") + 1
	if near := len(before) - 24; near > cut {
		cut = near
	}
	for cut < len(before) && before[cut]&0xC0 == 0x80 {
		cut++
	}
	return cat(g.expandKeep(keepRow{"look-alike", before[:cut]}), named(before[cut:], v), g.expandKeep(keepRow{"look-alike", behind}))
}

// stage adds an entry that plays a scene.
func (g *gen) stage(s scene) {
	r := g.r
	text := pick(r, s.texts)
	_, v := g.told(s.kind)
	parts := []piece{g.played(text, v)}
	if len(s.beside) > 0 {
		parts = append(parts, g.played(pick(r, s.beside), piece{}))
		if r.chance(50) {
			parts[0], parts[1] = parts[1], parts[0]
		}
	}
	e := g.bare(pick(r, []string{"GET", "POST"}), g.hosts[0], "api", pick(r, words))
	b := &body{mime: "text/plain"}
	switch s.form {
	case sceneJSON:
		b.mime, b.text = "application/json", parts[0]
		if len(parts) > 1 {
			b.text = cat(lit("["), join(parts, ","), lit("]"))
			b.text = pick(r, []func() piece{func() piece { return b.text }, func() piece { return join(parts, "\n") }})()
		}
	case sceneXML:
		b.mime, b.text = "text/xml", parts[0]
	default:
		b.text = cat(join(parts, "\n"), lit("\n"))
		switch roll := r.IntN(6); {
		case roll == 0:
			b.mime, b.text = "application/json", cat(lit(`{"id":"`), g.keepIn("plain id", r.expand("msg-{h12}")), lit(`","text":"`), b.text.native(quoteJSON), lit(`"}`))
		case roll == 1 && s.form == sceneProse:
			var page []piece
			for _, p := range parts {
				page = append(page, cat(lit("<p>"), p, lit("</p>\n")))
			}
			b.mime, b.text = "text/html", cat(lit("<!doctype html>\n<html><body>\n"), cat(page...), lit("</body></html>\n"))
		}
	}
	where := "scene: " + s.topic
	b.text = b.text.at(where)
	switch {
	case g.exporter.noBodies || s.form == sceneJSON && r.chance(50):
		e.method, e.req = "POST", b
	default:
		e.resp = b
	}
	g.add(e)
}
