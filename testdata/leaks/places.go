package main

import (
	"encoding/base64"
	"strings"
)

// A place is somewhere in an entry where a named value can stand.
type place struct {
	name  string
	style style
	depth int  // encodings that the place itself puts on the value
	lines bool // the value may span lines
	fits  func(g *gen, e *entry) bool
	put   func(g *gen, e *entry, f field, keeps bool)
}

func always(*gen, *entry) bool { return true }

func exporterIs(names ...string) func(*gen, *entry) bool {
	return func(g *gen, _ *entry) bool {
		for _, n := range names {
			if g.exporter.name == n {
				return true
			}
		}
		return false
	}
}

var cookieAttrs = []string{"Path=/; Secure; HttpOnly; SameSite=Lax", "path=/; HttpOnly", "Domain=.example; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure; SameSite=None", "Path=/; Max-Age=3600"}

// places is every place but the bodies, which follow from the formats.
var places = append([]place{
	{name: "request header", style: styleHeader, fits: always, put: func(_ *gen, e *entry, f field, _ bool) { e.addRequestHeader(f.name, f.val) }},
	{name: "response header", style: styleHeader, fits: always, put: func(_ *gen, e *entry, f field, _ bool) { e.addResponseHeader(f.name, f.val) }},
	{name: "Authorization header", style: styleHeader, fits: func(_ *gen, e *entry) bool { return e.free("authorization") && e.free("proxy-authorization") }, put: func(g *gen, e *entry, f field, _ bool) {
		e.addRequestHeader(pick(g.r, []string{"Authorization", "Authorization", "Authorization", "Proxy-Authorization"}), f.val)
	}},
	{name: "cookie", style: styleCookie, fits: always, put: func(_ *gen, e *entry, f field, _ bool) {
		e.reqCookies = append(e.reqCookies, cookie{pair: pair{e.use(f.name), f.val}})
	}},
	{name: "set-cookie", style: styleCookie, fits: always, put: func(g *gen, e *entry, f field, _ bool) {
		e.setCookies = append(e.setCookies, cookie{pair{e.use(f.name), f.val}, pick(g.r, cookieAttrs)})
	}},
	{name: "url path", style: stylePath, fits: func(_ *gen, e *entry) bool { return len(e.matrix) == 0 && e.free("!path") }, put: func(_ *gen, e *entry, f field, _ bool) {
		e.use("!path")
		e.path = append(e.path, lit(f.name), f.val.native(percentComponent))
		if strings.Contains(f.val.s, "%") || f.val.s != percentComponent(f.val.s) {
			e.path[len(e.path)-1] = f.val.native(func(s string) string { return strings.ReplaceAll(s, "/", "%2F") })
		}
	}},
	{name: "matrix parameter", style: styleParam, fits: func(_ *gen, e *entry) bool { return e.free("!path") }, put: func(_ *gen, e *entry, f field, _ bool) {
		e.matrix = append(e.matrix, pair{f.name, f.val})
	}},
	{name: "query", style: styleParam, fits: always, put: func(_ *gen, e *entry, f field, _ bool) {
		e.query = append(e.query, pair{e.use(f.name), f.val})
	}},
	{name: "fragment", style: styleParam, fits: func(_ *gen, e *entry) bool { return e.fragment.s == "" }, put: func(g *gen, e *entry, f field, _ bool) {
		v := cat(named(percentComponent(f.name)+"=", f.val.native(percentComponent)), lit("&expires_in=3600"))
		e.fragment = pick(g.r, []func() piece{
			func() piece { return v },
			func() piece { return cat(lit("/"+pick(g.r, words)+"?"), v) },
			func() piece { return cat(lit("!/app/"+pick(g.r, words)+"?tab=1&"), v) },
		})()
	}},
	{name: "userinfo", style: styleParam, fits: func(_ *gen, e *entry) bool { return e.userinfo.s == "" }, put: func(g *gen, e *entry, f field, _ bool) {
		e.userinfo = named(g.r.expand("{word}:"), f.val.native(percentComponent))
	}},
	{name: "nested url", style: styleParam, depth: 1, fits: always, put: func(g *gen, e *entry, f field, _ bool) {
		u := cat(lit(g.r.expand("https://{host}/cb?lang=en&")), named(percentComponent(f.name)+"=", f.val.native(percentComponent)))
		if g.r.chance(40) {
			u = cat(lit(g.r.expand("https://{host}/login?next=")), u.native(percentComponent))
		}
		e.query = append(e.query, pair{e.use(pick(g.r, []string{"next", "returnTo", "continue", "redirect", "url", "target"})), u})
	}},
	{name: "Location", style: styleParam, fits: func(_ *gen, e *entry) bool { return e.location.s == "" }, put: func(g *gen, e *entry, f field, _ bool) {
		sep := pick(g.r, []string{"?", "#", "?lang=de&"})
		e.status = 302
		e.location = cat(lit(g.r.expand("https://{host}/cb"+sep)), named(percentComponent(f.name)+"=", f.val.native(percentComponent)))
	}},
	{name: "Link header", style: styleParam, fits: func(_ *gen, e *entry) bool { return e.free("response link") }, put: func(g *gen, e *entry, f field, _ bool) {
		e.addResponseHeader("Link", cat(lit(g.r.expand("<https://{host}/items?page=2&")), named(percentComponent(f.name)+"=", f.val.native(percentComponent)), lit(`>; rel="next"`)))
	}},
	{name: "page title", style: styleParam, fits: func(_ *gen, e *entry) bool { return e.title.s == "" }, put: func(g *gen, e *entry, f field, _ bool) {
		e.title = cat(lit(g.r.expand("https://{host}/home?")), named(percentComponent(f.name)+"=", f.val.native(percentComponent)))
	}},
	{name: "initiator", style: styleParam, fits: func(g *gen, _ *entry) bool {
		return exporterIs("chrome", "chrome new", "edge", "browsertime")(g, nil)
	}, put: func(g *gen, e *entry, f field, _ bool) {
		e.initiator = append(e.initiator, cat(lit(g.r.expand("https://{host}/bundle.js?v={h8}&")), named(percentComponent(f.name)+"=", f.val.native(percentComponent))))
	}},
	{name: "websocket text", style: styleKey, fits: websocketFits, put: func(g *gen, e *entry, f field, keeps bool) {
		e.frame(g, jsonObject(g, g.around(f, keeps), false), false)
	}},
	{name: "websocket socket.io", style: styleKey, fits: websocketFits, put: func(g *gen, e *entry, f field, keeps bool) {
		e.frame(g, cat(lit(pick(g.r, []string{`42["message",`, `40/chat,`, `421["auth",`, `0`})), jsonObject(g, g.around(f, keeps), false), lit(pick(g.r, []string{"]", ""}))), false)
	}},
	{name: "websocket signalr", style: styleKey, fits: websocketFits, put: func(g *gen, e *entry, f field, keeps bool) {
		e.frame(g, cat(lit(`{"type":1,"target":"Send","arguments":[`), jsonObject(g, g.around(f, keeps), false), lit("]}\x1e")), false)
	}},
	{name: "websocket binary", style: styleKey, depth: 1, fits: websocketFits, put: func(g *gen, e *entry, f field, keeps bool) {
		inner := jsonObject(g, g.around(f, keeps), false)
		e.frame(g, cat(lit("\x00\x81\x02~"), inner).encoded("base64 frame", func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }), true)
	}},
	{name: "event stream", style: styleKey, fits: always, put: func(g *gen, e *entry, f field, keeps bool) {
		e.events = append(e.events, jsonObject(g, g.around(f, keeps), false))
	}},
	{name: "comment", style: styleParam, fits: func(_ *gen, e *entry) bool { return e.comment.s == "" }, put: func(g *gen, e *entry, f field, _ bool) {
		e.comment = cat(lit("seen by support: "), named(f.name+pick(g.r, []string{"=", ": "}), f.val))
	}},
	{name: "exporter field", style: styleKey, fits: always, put: func(g *gen, e *entry, f field, _ bool) {
		name := pick(g.r, []string{"_error", "_detail", "_note", "_recordingName", "_custom", "_debug"})
		if g.r.chance(50) {
			e.extra = append(e.extra, member{lit(name), cat(lit("failed with "), named(f.name+"=", f.val), lit(" after 3 tries"))})
			return
		}
		e.extra = append(e.extra, member{lit(name), obj(f.name, f.val)})
	}},
	{name: "outside log", style: styleKey, fits: always, put: func(g *gen, e *entry, f field, _ bool) {
		e.logExtra = append(e.logExtra, member{lit(pick(g.r, []string{"_meta", "capture", "environment", "context"}) + g.r.expand("{d3}")), obj("tool", "probe", f.name, f.val, "list", []any{1, "two"})})
	}},
	{name: "object key", style: styleKey, fits: always, put: func(g *gen, e *entry, f field, _ bool) {
		e.extra = append(e.extra, member{lit("_index"), &object{kv: []member{{cat(named(f.name+"=", f.val)), 1}, {lit("other"), g.r.IntN(9)}}}})
	}},
	{name: "number", style: styleKey, fits: always, put: nil}, // by plantNumber alone
}, bodyPlaces()...)

func websocketFits(_ *gen, e *entry) bool { return len(e.frames) < 4 }

func (e *entry) frame(_ *gen, p piece, binary bool) {
	e.frames = append(e.frames, p)
	e.framesB64 = append(e.framesB64, binary)
}

// around puts a field among harmless ones.
func (g *gen) around(f field, keeps bool) []field {
	if !keeps {
		return []field{{name: "type", val: lit("event")}, f}
	}
	fs := append(g.keepFields(g.r.between(1, 2)), f)
	for i := range fs {
		if fs[i].raw {
			fs[i].val = fs[i].val.at("frame")
		}
	}
	g.r.Shuffle(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
	return fs
}

// bodyPlaces are one place for each format, in responses and, where that
// happens, in requests.
func bodyPlaces() []place {
	var out []place
	for _, f := range formats {
		depth := 0
		switch f.name {
		case "json in json", "jwt claims", "graphql literal", "kubernetes secret", "mail", "hex dump", "http message", "cookies in a log":
			depth = 1
		}
		multi := f.style == styleKey
		switch f.name {
		case "text log", "html data-", "html meta", "tsv", "ini", "properties", "yaml block", "xml name and value":
			multi = false
		case "js assignment", "js object", "multipart", "form", "html inline script", "env":
			multi = true
		}
		out = append(out, place{name: "response " + f.name, style: f.style, depth: depth, lines: multi, fits: func(g *gen, e *entry) bool { return e.resp == nil && !g.exporter.noBodies },
			put: func(g *gen, e *entry, fd field, keeps bool) {
				e.resp = g.bodyOf(f, "response "+f.name, fd, keeps)
				if f.binary {
					e.resp.base64 = true
				}
			}})
		if !f.request {
			continue
		}
		out = append(out, place{name: "request " + f.name, style: f.style, depth: depth, lines: multi, fits: func(_ *gen, e *entry) bool { return e.req == nil },
			put: func(g *gen, e *entry, fd field, keeps bool) {
				e.method = "POST"
				e.req = g.bodyOf(f, "request "+f.name, fd, keeps)
			}})
	}
	return out
}

// bodyOf makes a body around a field, with harmless neighbours.
func (g *gen) bodyOf(f format, where string, fd field, keeps bool) *body {
	fs := []field{fd}
	if keeps {
		used := map[string]bool{strings.ToLower(fd.name): true}
		for _, k := range g.keepFields(g.r.between(1, 3)) {
			if !used[strings.ToLower(k.name)] {
				fs = append(fs, k)
			}
		}
		fs = append(fs, field{name: "trace_ref", val: g.keepIn("plain id", "tr-"+g.r.expand("{h20}"))}, field{name: pick(g.r, words), val: lit(g.r.expand("{word} {word}"))})
	}
	g.r.Shuffle(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
	b := &body{mime: f.mime, text: f.compose(g, fs)}
	if keeps {
		switch {
		case strings.HasPrefix(f.name, "html"):
			b.text = insertBefore(b.text, "</body>", g.expandKeep(pick(g.r, keepHTML)))
		case strings.HasPrefix(f.name, "js"):
			if !strings.HasPrefix(f.name, "json") {
				b.text = cat(b.text, lit("\n"), g.expandKeep(pick(g.r, keepJS)))
			}
		case f.name == "text log":
			b.text = cat(b.text, lit("\n2024-05-01T10:00:00Z "), g.expandKeep(pick(g.r, keepText)))
		}
	}
	if f.name == "form" && g.r.chance(60) {
		for _, x := range strings0(fs) {
			b.params = append(b.params, pair{x.name, x.val})
		}
	}
	if f.name == "multipart" || f.name == "batch" {
		line, _, _ := strings.Cut(b.text.s, "\r\n")
		b.mime += "; boundary=" + strings.TrimPrefix(line, "--")
	}
	b.text = b.text.at(where)
	return b
}

// insertBefore puts a piece before a literal of the text.
func insertBefore(p piece, before string, add piece) piece {
	i := strings.LastIndex(p.s, before)
	if i < 0 {
		return cat(p, add)
	}
	return piece{p.s[:i] + add.s + p.s[i:], append(append([]mark(nil), p.marks...), add.marks...)}
}
