package main

import (
	"strconv"
	"strings"
	"time"
)

// An exporter is a style of HAR: its JSON, and the fields of its own.
type exporter struct {
	name, creator, version string
	style                  jsonStyle
	httpVersion            string
	timeFormat             string

	pseudo              bool   // h2 pseudo-headers
	lowerHeaders        bool   // header names in lower case
	rawQuery            bool   // queryString[] still percent-encoded
	cookiesInHeaderOnly bool   // no cookies[]
	joinSetCookie       bool   // several Set-Cookie in one header, joined by \n
	base64Bodies        bool   // every body in base64
	noBodies            bool   // no response bodies
	emptyPostData       bool   // postData on every request
	packs               bool   // some bodies as a JSON array of gzip in hex
	respURL             bool   // response.url
	floats              int    // decimals of times; -1 writes integers as 0.0
	missingComment      string // content.comment where a body is missing
	extra               func(g *gen, e *entry, o *object, url piece)
}

const (
	milli  = "2006-01-02T15:04:05.000Z"
	offset = "2006-01-02T15:04:05.0000000-07:00"
)

var exporters = []*exporter{
	{name: "chrome old", creator: "WebInspector", version: "537.36", style: jsonStyle{indent: "  ", newline: "\n", space: " "}, httpVersion: "HTTP/1.1", timeFormat: milli, floats: 15, rawQuery: true,
		extra: func(g *gen, _ *entry, o *object, _ piece) {
			o.add("connection", strconv.Itoa(g.r.between(1, 99999)))
			o.add("_transferSize", g.r.between(100, 9999))
			o.add("_error", nil)
		}},
	{name: "chrome", creator: "WebInspector", version: "537.36", style: jsonStyle{indent: "  ", newline: "\n", space: " "}, httpVersion: "http/2.0", timeFormat: milli, floats: 14, pseudo: true, lowerHeaders: true,
		extra: chromeExtras},
	{name: "chrome new", creator: "WebInspector", version: "537.36", style: jsonStyle{indent: "  ", newline: "\n", space: " "}, httpVersion: "h3", timeFormat: milli, floats: 17, pseudo: true, lowerHeaders: true,
		extra: func(g *gen, e *entry, o *object, url piece) {
			o.add("_connectionId", strconv.Itoa(g.r.between(1, 99999)))
			o.add("_fetchedViaServiceWorker", false)
			chromeExtras(g, e, o, url)
		}},
	{name: "edge", creator: "WebInspector", version: "537.36", style: jsonStyle{indent: "  ", newline: "\n", space: " "}, httpVersion: "http/2.0", timeFormat: milli, floats: 14, lowerHeaders: true,
		extra: func(g *gen, e *entry, o *object, url piece) {
			o.add("_fulfilledBy", nil)
			chromeExtras(g, e, o, url)
		}},
	{name: "firefox", creator: "Firefox", version: "128.0", style: jsonStyle{indent: "  ", newline: "\n", space: " "}, httpVersion: "HTTP/2", timeFormat: "2006-01-02T15:04:05.000-07:00", joinSetCookie: true, emptyPostData: true, missingComment: "Response bodies are not included.",
		extra: func(_ *gen, _ *entry, o *object, _ piece) {
			o.add("_securityState", "secure")
			o.add("serverIPAddress", "192.0.2.7")
			o.add("connection", "443")
		}},
	{name: "safari", creator: "WebKit Web Inspector", version: "1.0", style: jsonStyle{indent: "    ", newline: "\n", space: " "}, httpVersion: "HTTP/2", timeFormat: milli, floats: 12,
		extra: func(_ *gen, _ *entry, o *object, _ piece) {
			o.add("_fetchType", "Network Load")
			o.add("_priority", "high")
			o.add("_serverPort", 443)
		}},
	{name: "fiddler", creator: "Fiddler", version: "5.0.20244", style: jsonStyle{indent: "  ", newline: "\r\n", space: " ", bom: true, shuffle: true, slash: true}, httpVersion: "HTTP/1.1", timeFormat: offset, base64Bodies: true, missingComment: "Body length exceeded fiddler.importexport.HTTPArchiveJSON.MaxTextBodyLength",
		extra: func(g *gen, _ *entry, o *object, _ piece) {
			o.add("connection", "ClientPort:"+g.r.expand("5{d4}")+";EgressPort:"+g.r.expand("5{d4}"))
		}},
	{name: "playwright", creator: "Playwright", version: "1.44.0", style: jsonStyle{indent: "  ", newline: "\n", space: " "}, httpVersion: "HTTP/2.0", timeFormat: milli, floats: 3, base64Bodies: true,
		extra: func(g *gen, _ *entry, o *object, _ piece) {
			o.add("_frameref", "frame@"+g.r.expand("{h32}"))
			o.add("_monotonicTime", number(g.r.expand("9{d6}.{d3}")))
			o.add("_securityDetails", obj("protocol", "TLS 1.3", "subjectName", "*.example", "issuer", "R3", "validFrom", 1700000000, "validTo", 1710000000))
		}},
	{name: "charles", creator: "Charles Proxy", version: "4.6.4", style: jsonStyle{ascii: true}, httpVersion: "HTTP/2.0", timeFormat: "2006-01-02T15:04:05.000-07:00", base64Bodies: true, pseudo: true, lowerHeaders: true,
		extra: func(_ *gen, _ *entry, o *object, _ piece) { o.add("_charlesStatus", "COMPLETE") }},
	{name: "webpagetest", creator: "WebPagetest", version: "3.1", style: jsonStyle{slash: true, ascii: true}, httpVersion: "HTTP/2", timeFormat: milli, noBodies: true, cookiesInHeaderOnly: true,
		extra: func(g *gen, e *entry, o *object, url piece) {
			o.add("_full_url", url.as("_full_url"))
			o.add("_url", e.pathQuery().as("_url"))
			o.add("_host", e.host)
			o.add("_id", g.r.expand("{d4}"))
			o.add("_cdn_provider", "")
			o.add("_request_id", g.r.expand("{d5}.{d2}"))
		}},
	{name: "browsertime", creator: "Browsertime", version: "21.2.1", style: jsonStyle{}, httpVersion: "h2", timeFormat: milli, floats: 15, noBodies: true, lowerHeaders: true,
		extra: func(g *gen, e *entry, o *object, url piece) {
			o.add("_requestId", g.r.expand("{d5}.{d3}"))
			o.add("_documentURL", url.as("_documentURL"))
			if len(e.initiator) > 0 {
				o.add("_initiator", e.initiator[0].as("_initiator flat"))
				o.add("_initiator_type", "script")
			}
			o.add("_chunks", []any{obj("ts", number(g.r.expand("9{d3}.{d6}")), "bytes", g.r.between(1, 9000))})
		}},
	{name: "mitmproxy", creator: "mitmproxy", version: "11.0.0", style: jsonStyle{indent: "    ", newline: "\n", space: " ", ascii: true}, httpVersion: "HTTP/2.0", timeFormat: "2006-01-02T15:04:05.000000-07:00", floats: -1, lowerHeaders: true,
		extra: func(_ *gen, _ *entry, o *object, _ piece) { o.add("serverIPAddress", "198.51.100.4") }},
	{name: "splash", creator: "Splash", version: "3.5", style: jsonStyle{space: " ", shuffle: true}, httpVersion: "HTTP/1.1", timeFormat: "2006-01-02T15:04:05.000000Z", base64Bodies: true, respURL: true,
		extra: func(_ *gen, _ *entry, o *object, _ piece) { o.add("_splash_processing_state", "finished") }},
	{name: "polly", creator: "Polly.JS", version: "6.0.6", style: jsonStyle{indent: "  ", newline: "\n", space: " "}, httpVersion: "HTTP/1.1", timeFormat: milli, lowerHeaders: true, packs: true,
		extra: func(g *gen, _ *entry, o *object, _ piece) {
			o.add("_id", g.r.expand("{h32}"))
			o.add("_order", 0)
		}},
	{name: "insomnia", creator: "Insomnia REST Client", version: "insomnia.desktop.app:v9.2.0", style: jsonStyle{indent: "\t", newline: "\n", space: " "}, httpVersion: "HTTP/1.1", timeFormat: milli,
		extra: func(_ *gen, _ *entry, o *object, _ piece) { o.add("settingEncodeUrl", true) }},
}

func chromeExtras(g *gen, e *entry, o *object, _ piece) {
	o.add("_priority", "High")
	o.add("_resourceType", pick(g.r, []string{"xhr", "document", "script", "fetch"}))
	if len(e.initiator) == 0 {
		o.add("_initiator", obj("type", "other"))
		return
	}
	frames := []any{}
	for _, u := range e.initiator {
		frames = append(frames, obj("functionName", pick(g.r, []string{"", "send", "parseToken", "t.getAuthToken"}), "scriptId", strconv.Itoa(g.r.between(1, 99)), "url", u.as("_initiator.stack"), "lineNumber", g.r.between(0, 900), "columnNumber", g.r.between(0, 90000)))
	}
	stack := obj("callFrames", frames, "parent", obj("description", "Promise.then", "callFrames", []any{obj("functionName", "load", "scriptId", "7", "url", e.initiator[0].as("_initiator parent"), "lineNumber", 3, "columnNumber", 17)}))
	o.add("_initiator", obj("type", "script", "url", e.initiator[0].as("_initiator.url"), "lineNumber", 1, "stack", stack))
}

func (x *exporter) extras(g *gen, e *entry, o *object, url, _ piece) { x.extra(g, e, o, url) }

func (x *exporter) headerList(list []pair) []any {
	out := []any{}
	for _, h := range list {
		name := h.name
		if x.lowerHeaders {
			name = strings.ToLower(name)
		}
		out = append(out, obj("name", name, "value", h.val))
	}
	return out
}

func (x *exporter) cookieObject(c cookie, place string) *object {
	o := obj("name", c.name, "value", cookieValue(c.val).as(place))
	if c.attrs != "" {
		o.add("path", "/")
		o.add("httpOnly", strings.Contains(c.attrs, "HttpOnly"))
		o.add("secure", true)
		if x.name == "charles" {
			o.add("_maxAge", 3600)
		}
	}
	return o
}

func (x *exporter) float(r rng, f float64) any {
	switch {
	case x.floats < 0:
		return number(strconv.Itoa(int(f)) + ".0")
	case x.floats == 0:
		return int(f)
	}
	return number(strconv.FormatFloat(f, 'f', 3, 64) + r.chars('d', max(0, x.floats-6)) + "1")
}

// document puts the entries into a whole file.
func (g *gen) document() any {
	x := g.exporter
	var entries, pages []any
	var extra []member
	for i, e := range g.entries {
		if i == 0 || e.title.s != "" {
			id := "page_" + strconv.Itoa(len(g.pages)+1)
			g.pages = append(g.pages, id)
			title := e.title
			if title.s == "" {
				title = lit("https://" + e.host + "/")
			}
			page := obj("startedDateTime", e.at.Format(time.RFC3339), "id", id, "title", title.at("page title"), "pageTimings", obj("onContentLoad", x.float(g.r, 120), "onLoad", x.float(g.r, 240)))
			if x.name == "browsertime" && e.title.s != "" {
				page.add("_url", title.as("pages._url"))
			}
			pages = append(pages, page)
		}
		entries = append(entries, g.build(e))
		extra = append(extra, e.logExtra...)
	}
	log := obj("version", "1.2", "creator", obj("name", x.creator, "version", x.version), "pages", pages, "entries", entries)
	root := obj("log", log)
	root.kv = append(root.kv, extra...)
	return root
}
