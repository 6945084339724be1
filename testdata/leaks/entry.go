package main

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A pair is a name and a value, not yet escaped for where it stands.
type pair struct {
	name string
	val  piece
}

type cookie struct {
	pair
	attrs string // of Set-Cookie
}

type body struct {
	mime   string
	text   piece
	params []pair // of a form or multipart body
	base64 bool
}

// An entry is one request and its response while it is being filled.
type entry struct {
	method   string
	scheme   string
	userinfo piece
	host     string
	path     []piece // segments, not yet escaped
	matrix   []pair
	query    []pair
	fragment piece

	reqHeaders, respHeaders []pair
	reqCookies, setCookies  []cookie
	req, resp               *body
	status                  int
	location                piece

	title     piece   // of the page that this entry starts
	initiator []piece // urls of a call stack
	frames    []piece // WebSocket
	framesB64 []bool
	events    []piece // EventSource
	comment   piece
	extra     []member // fields of some exporter
	logExtra  []member // fields beside log

	at    time.Time
	names map[string]bool // header, cookie and parameter names in use
}

// url writes the URL, and the query without the question mark.
func (e *entry) url() (whole, query piece) {
	parts := []piece{lit(e.scheme + "://")}
	if e.userinfo.s != "" {
		parts = append(parts, e.userinfo, lit("@"))
	}
	parts = append(parts, lit(e.host))
	for i, seg := range e.path {
		p := cat(lit("/"), seg.native(percentPath))
		if i == len(e.path)-1 {
			for _, m := range e.matrix {
				p = cat(p, named(";"+m.name+"=", m.val.native(percentComponent)))
			}
		}
		parts = append(parts, p)
	}
	var qs []piece
	for _, q := range e.query {
		qs = append(qs, named(percentComponent(q.name)+"=", q.val.native(percentComponent)))
	}
	query = join(qs, "&")
	if len(qs) > 0 {
		parts = append(parts, lit("?"), query)
	}
	if e.fragment.s != "" {
		parts = append(parts, lit("#"), e.fragment)
	}
	return cat(parts...), query
}

func percentPath(s string) string {
	return percentBytes(s, "%%%02X", func(c byte) bool {
		return strings.IndexByte(uppers+lowers+digits+"-_.~!$&'()*+,;=:@/", c) < 0
	})
}

// pathQuery is what stands in the request line.
func (e *entry) pathQuery() piece {
	c := *e
	c.fragment, c.userinfo = piece{}, piece{}
	whole, _ := c.url()
	cut := len(e.scheme + "://" + e.host)
	return piece{whole.s[cut:], whole.marks}
}

// cookieValue is a cookie's value as it travels.
func cookieValue(v piece) piece {
	if strings.ContainsAny(v.s, " ;,\"\\\n\t{}<>") {
		return v.native(percentComponent)
	}
	return v
}

func (e *entry) free(name string) bool { return !e.names[strings.ToLower(name)] }

func (e *entry) use(name string) string { return unique(e.names, name) }

// newEntry is an ordinary request with ordinary headers and nothing secret.
func (g *gen) newEntry() *entry {
	r := g.r
	e := &entry{
		method: pick(r, []string{"GET", "GET", "GET", "POST", "PUT"}), scheme: "https", host: pick(r, g.hosts), status: pick(r, []int{200, 200, 200, 201, 204, 302, 304, 400, 401, 403, 404, 500}),
		names: map[string]bool{}, at: g.clock,
	}
	g.clock = g.clock.Add(time.Duration(r.IntN(900)) * time.Millisecond)
	e.path = []piece{lit(pick(r, []string{"api", "v1", "v2", "app", "services", "rest"})), lit(pick(r, words))}
	if r.chance(60) {
		e.path = nil
		e.path = append(e.path, g.expandKeep(pick(r, keepPaths)).at("path"))
	}
	if r.chance(50) {
		name, v := g.keepPair(keepQuery, "=")
		e.query = append(e.query, pair{e.use(name), v.at("query")})
	}
	e.addRequestHeader("Accept", lit("application/json, text/plain, */*"))
	e.addRequestHeader("Accept-Language", lit("en-GB,en;q=0.9"))
	e.addResponseHeader("Date", lit(e.at.Format(time.RFC1123)))
	e.addResponseHeader("Vary", lit("Accept-Encoding"))
	for range r.between(1, 2) {
		name, v := g.keepPair(keepRequestHeaders, ": ")
		if e.free(name) {
			e.addRequestHeader(name, v.at("request header"))
		}
	}
	for range r.between(1, 3) {
		name, v := g.keepPair(keepResponseHeaders, ": ")
		if e.free(name) {
			e.addResponseHeader(name, v.at("response header"))
		}
	}
	if r.chance(40) {
		name, v := g.keepPair(keepCookies, "=")
		e.reqCookies = append(e.reqCookies, cookie{pair: pair{e.use(name), v.at("cookie")}})
	}
	return e
}

func (e *entry) addRequestHeader(name string, v piece) {
	e.reqHeaders = append(e.reqHeaders, pair{e.use(name), v})
}

func (e *entry) addResponseHeader(name string, v piece) {
	e.respHeaders = append(e.respHeaders, pair{e.use("response " + name)[len("response "):], v})
}

// build lays the entry out as the exporter does.
func (g *gen) build(e *entry) *object {
	r, x := g.r, g.exporter
	whole, query := e.url()
	url := whole.at("url")

	req := obj("method", e.method, "url", url, "httpVersion", x.httpVersion)
	reqHeaders := append([]pair(nil), e.reqHeaders...)
	if x.pseudo {
		reqHeaders = append([]pair{{":authority", lit(e.host)}, {":method", lit(e.method)}, {":path", e.pathQuery().as(":path")}, {":scheme", lit(e.scheme)}}, reqHeaders...)
	} else {
		reqHeaders = append([]pair{{"Host", lit(e.host)}}, reqHeaders...)
	}
	if len(e.reqCookies) > 0 {
		var all []piece
		for _, c := range e.reqCookies {
			all = append(all, named(c.name+"=", cookieValue(c.val)))
		}
		reqHeaders = append(reqHeaders, pair{"Cookie", join(all, "; ").moved("cookie", "Cookie header")})
	}
	if r.chance(35) && g.referer.s != "" {
		reqHeaders = append(reqHeaders, pair{"Referer", g.referer.as("referer")})
	}
	req.add("headers", x.headerList(reqHeaders))
	var qs []any
	for _, q := range e.query {
		v := q.val.as("queryString[]")
		if x.rawQuery {
			v = v.native(percentComponent)
		}
		qs = append(qs, obj("name", q.name, "value", v))
	}
	req.add("queryString", append([]any{}, qs...))
	if !x.cookiesInHeaderOnly {
		var cs []any
		for _, c := range e.reqCookies {
			cs = append(cs, x.cookieObject(c, "request cookies[]"))
		}
		req.add("cookies", append([]any{}, cs...))
	}
	req.add("headersSize", r.between(200, 900))
	req.add("bodySize", r.between(0, 900))
	if e.req != nil {
		post := obj("mimeType", e.req.mime, "text", e.req.text)
		if len(e.req.params) > 0 {
			var ps []any
			for _, p := range e.req.params {
				ps = append(ps, obj("name", p.name, "value", p.val.as("postData.params[]")))
			}
			post.add("params", ps)
		}
		req.add("postData", post)
	} else if x.emptyPostData {
		req.add("postData", obj("mimeType", "", "params", []any{}, "text", ""))
	}

	resp := obj("status", e.status, "statusText", pick(r, []string{"OK", "", "Found"}), "httpVersion", x.httpVersion)
	respHeaders := append([]pair(nil), e.respHeaders...)
	var setCookies []piece
	for _, c := range e.setCookies {
		setCookies = append(setCookies, cat(named(c.name+"=", cookieValue(c.val)), lit("; "+c.attrs)).moved("set-cookie", "Set-Cookie header"))
	}
	if x.joinSetCookie && len(setCookies) > 1 {
		setCookies = []piece{join(setCookies, "\n")}
	}
	for _, c := range setCookies {
		respHeaders = append(respHeaders, pair{"Set-Cookie", c})
	}
	if e.location.s != "" {
		respHeaders = append(respHeaders, pair{"Location", e.location.at("Location")})
	}
	resp.add("headers", x.headerList(respHeaders))
	if !x.cookiesInHeaderOnly {
		var cs []any
		for _, c := range e.setCookies {
			cs = append(cs, x.cookieObject(c, "response cookies[]"))
		}
		resp.add("cookies", append([]any{}, cs...))
	}
	content := obj("size", r.between(10, 90000), "mimeType", "")
	if e.resp != nil {
		content = obj("size", r.between(10, 90000), "mimeType", e.resp.mime)
		text := e.resp.text
		if x.packs && r.chance(30) {
			text = text.encoded("hex gzip array", func(s string) string { return fmt.Sprintf(`["%x"]`, gzipped(s)) })
		}
		if e.resp.base64 || x.base64Bodies {
			content.add("text", text.encoded("content.encoding", func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }))
			content.add("encoding", "base64")
		} else {
			content.add("text", text)
		}
	} else if x.missingComment != "" {
		content.add("comment", x.missingComment)
	}
	resp.add("content", content)
	resp.add("redirectURL", e.location.as("redirectURL"))
	resp.add("headersSize", -1)
	resp.add("bodySize", r.between(0, 90000))
	if x.respURL {
		resp.add("url", whole.as("response.url"))
	}

	total := float64(r.between(100, 90000)) / 1000
	o := obj("startedDateTime", e.at.Format(x.timeFormat), "time", x.float(r, total), "request", req, "response", resp, "cache", obj(),
		"timings", obj("blocked", x.float(r, 0.4), "dns", -1, "connect", -1, "send", x.float(r, 0.1), "wait", x.float(r, total/2), "receive", x.float(r, 1.5), "ssl", -1))
	if e.comment.s != "" {
		o.add("comment", e.comment)
	}
	if len(e.frames) > 0 {
		var ms []any
		for i, f := range e.frames {
			op := 1
			if e.framesB64[i] {
				op = 2
			}
			ms = append(ms, obj("type", pick(r, []string{"send", "receive"}), "time", number(strconv.FormatFloat(float64(e.at.UnixMilli())/1000, 'f', 3, 64)), "opcode", op, "data", f))
		}
		o.add("_webSocketMessages", ms)
	}
	if len(e.events) > 0 {
		var ms []any
		for i, f := range e.events {
			ms = append(ms, obj("time", int(e.at.Unix()), "eventName", "message", "eventId", strconv.Itoa(i), "data", f))
		}
		o.add("_eventSourceMessages", ms)
	}
	x.extras(g, e, o, whole, query)
	o.kv = append(o.kv, e.extra...)
	if len(g.pages) > 0 {
		o.add("pageref", g.pages[len(g.pages)-1])
	}
	g.referer = piece{}
	if e.fragment.s == "" && e.userinfo.s == "" {
		g.referer = whole
	}
	return o
}

// moved moves the marks that stand at one place to another.
func (p piece) moved(from, to string) piece {
	return piece{p.s, p.each(func(m *mark) {
		if m.place == from || m.place == "" {
			m.place = to
		}
	})}
}
