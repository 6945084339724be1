package main

import (
	"encoding/binary"
	"html"
	"slices"
	"strconv"
	"strings"
)

// A field is a name and a value that a body is made of.
type field struct {
	name string
	val  piece
	raw  bool // val is JSON text, not a string
}

// A format composes fields into a body.
type format struct {
	name    string
	mime    string
	style   style
	binary  bool // must be base64 in the document
	request bool // also seen as a request body
	compose func(g *gen, fs []field) piece
}

// formats is every way to write a body.
var formats = slices.Concat(webFormats, dataFormats, textFormats)

// webFormats are what pages and their scripts, forms and servers write.
var webFormats = []format{
	{"json", "application/json; charset=utf-8", styleKey, false, true, func(g *gen, fs []field) piece { return jsonNested(g, fs) }},
	{"json )]}'", "application/json", styleKey, false, false, func(g *gen, fs []field) piece { return cat(lit(")]}',\n"), jsonNested(g, fs)) }},
	{"json while(1)", "application/json", styleKey, false, false, func(g *gen, fs []field) piece {
		return cat(lit(pick(g.r, []string{"while(1);", "for(;;);"})), jsonNested(g, fs))
	}},
	{"jsonp", "application/javascript", styleKey, false, false, func(g *gen, fs []field) piece {
		return cat(lit("/**/"+g.r.expand("jQuery{d8}_{ms}")+"("), jsonNested(g, fs), lit(");"))
	}},
	{"ndjson", "application/x-ndjson", styleKey, false, true, func(g *gen, fs []field) piece {
		var lines []piece
		for i, f := range fs {
			lines = append(lines, jsonObject(g, []field{{name: "seq", val: lit(strconv.Itoa(i)), raw: true}, f}, false))
		}
		return cat(join(lines, "\n"), lit("\n"))
	}},
	{"json truncated", "application/json", styleKey, false, false, func(g *gen, fs []field) piece {
		return cat(lit(`{"items":[`), jsonObject(g, fs, false), lit(`,{"id":`+g.r.expand("{d5}")+`,"description":"Lorem ipsum dol`))
	}},
	{"json in json", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		inner := jsonObject(g, fs, false)
		for range g.r.between(1, 2) {
			inner = cat(lit(`{"version":2,"message":"`), inner.native(quoteJSON), lit(`","ok":true}`))
		}
		return inner
	}},
	{"form", "application/x-www-form-urlencoded", styleParam, false, true, formBody},
	{"multipart", "multipart/form-data", styleParam, false, true, multipartBody},
	{"graphql variables", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		return cat(lit(`{"operationName":"Update`+titled([]string{pick(g.r, words)}, "")+`","query":"mutation Update($input: Input!) {\n  update(input: $input) {\n    ok\n    __typename\n  }\n}","variables":{"input":`), jsonObject(g, fs, false), lit(`},"extensions":{"persistedQuery":{"version":1,"sha256Hash":"`),
			g.keepIn("persisted query hash", g.r.expand("{h64}")), lit(`"}}}`))
	}},
	{"graphql literal", "application/json", styleIdent, false, true, func(g *gen, fs []field) piece {
		var args []piece
		for _, f := range strings0(fs) {
			args = append(args, cat(named(ident(f.name)+`: "`, f.val.native(quoteJSON)), lit(`"`)))
		}
		q := cat(lit("mutation {\n  signIn("), join(args, ", "), lit(") { viewer { id } }\n}"))
		return cat(lit(`{"query":"`), q.native(quoteJSON), lit(`"}`))
	}},
	{"xml", "application/xml; charset=utf-8", styleKey, false, true, func(g *gen, fs []field) piece {
		var parts []piece
		for _, f := range strings0(fs) {
			n := xmlName(f.name)
			switch g.r.IntN(3) {
			case 0:
				parts = append(parts, cat(named("<item "+n+`="`, f.val.native(html.EscapeString)), lit(`"/>`)))
			case 1:
				parts = append(parts, cat(named("<"+n+"><![CDATA[", f.val), lit("]]></"+n+">")))
			default:
				parts = append(parts, cat(named("<"+n+">", f.val.native(html.EscapeString)), lit("</"+n+">")))
			}
		}
		return cat(lit("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response>\n  "), join(parts, "\n  "), lit("\n</response>\n"))
	}},
	{"soap", "text/xml; charset=utf-8", styleKey, false, true, func(g *gen, fs []field) piece {
		var parts []piece
		for _, f := range strings0(fs) {
			n := xmlName(f.name)
			parts = append(parts, cat(named("<ns1:"+n+` xsi:type="xsd:string">`, f.val.native(html.EscapeString)), lit("</ns1:"+n+">")))
		}
		return cat(lit(`<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="urn:partner.example"><soapenv:Body><ns1:call>`), join(parts, ""), lit("</ns1:call></soapenv:Body></soapenv:Envelope>"))
	}},
	{"html meta", "text/html; charset=utf-8", styleKey, false, false, func(g *gen, fs []field) piece {
		return htmlPage(g, fs, func(f field) piece {
			n := html.EscapeString(f.name)
			if g.r.chance(30) {
				return cat(named(`<meta content="`, f.val.native(html.EscapeString)), lit(`" name="`+n+`">`))
			}
			return cat(named(`<meta name="`+n+`" content="`, f.val.native(html.EscapeString)), lit(`" />`))
		})
	}},
	{"html hidden input", "text/html; charset=utf-8", styleParam, false, false, func(g *gen, fs []field) piece {
		return htmlPage(g, fs, func(f field) piece {
			n := html.EscapeString(f.name)
			return cat(named(`<input type="hidden" name="`+n+`" value="`, f.val.native(html.EscapeString)), lit(`">`))
		})
	}},
	{"html data-", "text/html", styleKey, false, false, func(g *gen, fs []field) piece {
		return htmlPage(g, fs, func(f field) piece {
			n := kebab(ident(f.name))
			return cat(named(`<div class="css-1a2b3c" data-`+n+`='`, f.val.native(html.EscapeString)), lit(`'></div>`))
		})
	}},
	{"html link", "text/html", styleParam, false, false, func(g *gen, fs []field) piece {
		return htmlPage(g, fs, func(f field) piece {
			u := cat(named(g.r.expand("https://{host}/go?lang=en&")+percentComponent(f.name)+"=", f.val.native(percentComponent)))
			return cat(lit(`<a href="`), u.native(html.EscapeString), lit(`">Open</a>`))
		})
	}},
	{"html inline script", "text/html; charset=UTF-8", styleIdent, false, false, func(g *gen, fs []field) piece {
		return cat(lit("<!DOCTYPE html>\n<html><head><title>Home</title>\n<script nonce=\""), g.keepIn("csp nonce", g.r.expand("{b22}==")), lit("\">"), jsAssignments(g, fs), lit("</script></head><body></body></html>"))
	}},
	{"html __NEXT_DATA__", "text/html; charset=utf-8", styleKey, false, false, func(g *gen, fs []field) piece {
		return cat(lit(`<!DOCTYPE html><html><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":`), jsonObject(g, fs, false),
			lit(`},"page":"/home","buildId":"`), g.keepIn("build id", g.r.expand("{u21}")), lit(`"}</script></body></html>`))
	}},
	{"js assignment", "application/javascript", styleIdent, false, false, jsAssignments},
	{"js object", "text/javascript; charset=utf-8", styleIdent, false, false, func(g *gen, fs []field) piece {
		var parts []piece
		for _, f := range strings0(fs) {
			q := pick(g.r, []byte{'"', '\'', '`'})
			name := ident(f.name)
			if g.r.chance(30) {
				name = `"` + f.name + `"`
			}
			parts = append(parts, cat(named(name+pick(g.r, []string{":", ": "})+string(q), f.val.native(quoteJS(q))), lit(string(q))))
		}
		return cat(lit(`!function(e,t){"use strict";var n={`), join(parts, ","), lit(`};t.exports=n;function parseToken(e){return e.split(".")[1]}}(this,module);`))
	}},
	{"js localStorage", "application/javascript", styleKey, false, false, func(g *gen, fs []field) piece {
		var parts []piece
		for _, f := range strings0(fs) {
			q := pick(g.r, []byte{'"', '\''})
			store := pick(g.r, []string{"localStorage.setItem", "sessionStorage.setItem", "window.localStorage.setItem"})
			parts = append(parts, cat(named(store+"("+string(q)+quoteJS(q)(f.name)+string(q)+", "+string(q), f.val.native(quoteJS(q))), lit(string(q)+");")))
		}
		return join(parts, "\n")
	}},
	{"env", "text/plain", styleEnv, false, true, func(g *gen, fs []field) piece {
		parts := []piece{lit("# generated\nNODE_ENV=production")}
		for _, f := range strings0(fs) {
			n := strings.ToUpper(ident(f.name))
			lead := pick(g.r, []string{"", "export "})
			if strings.ContainsAny(f.val.s, "\n\"\\$`") {
				parts = append(parts, cat(named(n+`="`, f.val.native(quoteJSON)), lit(`"`)))
				continue
			}
			parts = append(parts, named(lead+n+"=", f.val))
		}
		return join(parts, "\n")
	}},
	{"yaml", "text/yaml", styleKey, false, true, func(g *gen, fs []field) piece {
		parts := []piece{lit("apiVersion: v1\nkind: Config\nspec:")}
		for _, f := range strings0(fs) {
			if g.r.chance(50) || strings.ContainsAny(f.val.s, ":#'\"\\{}[]&*!|>%@`\n, ") {
				parts = append(parts, cat(named("  "+f.name+`: "`, f.val.native(quoteJSON)), lit(`"`)))
			} else {
				parts = append(parts, named("  "+f.name+": ", f.val))
			}
		}
		return join(parts, "\n")
	}},
	{"text log", "text/plain; charset=utf-8", styleKey, false, true, func(g *gen, fs []field) piece {
		var parts []piece
		for _, f := range strings0(fs) {
			at := g.r.date().Format("2006-01-02T15:04:05.000Z")
			sep := pick(g.r, []string{"=", ": ", ":", " = "})
			parts = append(parts, cat(lit(at+" INFO  ["+g.r.expand("{word}")+"] "), named(f.name+sep, f.val), lit(" status=200")))
		}
		return join(parts, "\n")
	}},
	{"sse", "text/event-stream", styleKey, false, false, func(g *gen, fs []field) piece {
		var parts []piece
		for i, f := range fs {
			parts = append(parts, cat(lit("id: "+strconv.Itoa(i)+"\nevent: update\ndata: "), jsonObject(g, []field{f}, false), lit("\n\n")))
		}
		return cat(parts...)
	}},
	{"binary", "application/x-protobuf", styleKey, true, false, func(g *gen, fs []field) piece {
		var parts []piece
		for i, f := range strings0(fs) {
			pair := cat(named("\x0a"+varint(len(f.name))+f.name+"\x12"+varint(len(f.val.s)), f.val))
			if i%2 == 0 {
				pair = cat(lit("\x0a"+varint(len(pair.s))), pair) // a message of its own, as in a map
			}
			parts = append(parts, pair, lit("\x18\x01"))
		}
		return cat(parts...)
	}},
	{"jwt claims", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		sig := g.newSecret(kindNamed("jwt"))
		claims := jsonObject(g, append([]field{{name: "iss", val: g.keepIn("jwt claim", "https://"+g.r.expand("{host}/{a8}"))}, {name: "exp", val: lit(g.r.expand("{ts}")), raw: true}}, fs...), false)
		tok := cat(lit(b64u(`{"alg":"HS256","typ":"JWT"}`)+"."), claims.encoded("base64url claims", b64u), lit("."), piece{sig.Value, []mark{{sec: sig, role: told}}})
		return cat(lit(`{"expires_in":3600,"access_token":"`), tok, lit(`"}`))
	}},
}

// varint is a length as protobuf writes it.
func varint(n int) string { return string(binary.AppendUvarint(nil, uint64(n))) }

// strings0 is the fields that hold a string.
func strings0(fs []field) []field {
	var out []field
	for _, f := range fs {
		if !f.raw {
			out = append(out, f)
		}
	}
	return out
}

// jsonObject writes one JSON object; pretty puts a space after colons and commas.
func jsonObject(g *gen, fs []field, pretty bool) piece {
	colon, comma := `":`, ","
	if pretty {
		colon, comma = `": `, ",\n    "
	}
	var parts []piece
	for _, f := range fs {
		key := `"` + quoteJSON(f.name) + colon
		if f.raw {
			parts = append(parts, named(key, f.val))
			continue
		}
		parts = append(parts, cat(named(key+`"`, f.val.native(quoteJSON)), lit(`"`)))
	}
	return cat(lit("{"), join(parts, comma), lit("}"))
}

// jsonNested is an object with the fields at some depth.
func jsonNested(g *gen, fs []field) piece {
	o := jsonObject(g, fs, g.r.chance(30))
	switch g.r.IntN(4) {
	case 0:
		return cat(lit(`{"data":{"`+pick(g.r, words)+`":`), o, lit(`},"errors":null}`))
	case 1:
		return cat(lit(`[{"id":`+g.r.expand("{d4}")+`},`), o, lit(`]`))
	case 2:
		return cat(lit(`{"status":"ok","result":{"list":[`), o, lit(`],"total":1}}`))
	}
	return o
}

func formBody(_ *gen, fs []field) piece {
	var parts []piece
	for _, f := range strings0(fs) {
		parts = append(parts, named(percentForm(f.name)+"=", f.val.native(percentForm)))
	}
	return join(parts, "&")
}

func multipartBody(g *gen, fs []field) piece {
	boundary := "----WebKitFormBoundary" + g.r.expand("{A16}")
	var parts []piece
	for _, f := range strings0(fs) {
		parts = append(parts, cat(named("--"+boundary+"\r\nContent-Disposition: form-data; name=\""+f.name+"\"\r\n\r\n", f.val), lit("\r\n")))
	}
	return cat(cat(parts...), lit("--"+boundary+"--\r\n"))
}

func htmlPage(g *gen, fs []field, write func(field) piece) piece {
	var parts []piece
	for _, f := range strings0(fs) {
		parts = append(parts, write(f))
	}
	css := cat(lit(`<link rel="stylesheet" href="/static/css/main.`), g.keepIn("asset hash", g.r.expand("{h8}.{h6}")), lit(`.css" integrity="`), g.keepIn("integrity", g.r.expand("sha384-{b64}")), lit(`" crossorigin>`))
	return cat(lit("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"), css, lit("\n"), join(parts, "\n"), lit("\n</head>\n<body><p>Forgot your password?</p></body>\n</html>\n"))
}

func jsAssignments(g *gen, fs []field) piece {
	var parts []piece
	for _, f := range strings0(fs) {
		q := pick(g.r, []byte{'"', '\'', '`'})
		n := ident(f.name)
		left := pick(g.r, []string{"var " + n + " = ", "const " + n + "=", "window." + n + " = ", "let " + n + " = ", "window.__cfg." + n + "=", `window["` + n + `"]=`})
		v := f.val.native(quoteJS(q))
		if g.r.chance(25) {
			own := g.r.fork()
			v = v.encoded(`js \x native`, func(s string) string { return escapeSome(own, s, `\x%02x`) })
		}
		parts = append(parts, cat(named(left+string(q), v), lit(string(q)+";")))
	}
	return cat(join(parts, "\n"), lit("\nfunction parseToken(t){return t&&t.length>0?t.split('.'):null}\n"))
}

// ident makes a name that JavaScript, GraphQL and the shell accept.
func ident(name string) string {
	var b strings.Builder
	for i, c := range name {
		switch {
		case strings.ContainsRune(uppers+lowers+"_", c), i > 0 && strings.ContainsRune(digits, c):
			b.WriteRune(c)
		default:
			b.WriteByte('_')
		}
	}
	return strings.Trim(b.String(), "_")
}

// kebab writes a name as data- attributes do: authToken becomes auth-token.
func kebab(name string) string {
	var b strings.Builder
	for i := range len(name) {
		upper := name[i] >= 'A' && name[i] <= 'Z'
		if upper && i > 0 && name[i-1] >= 'a' && name[i-1] <= 'z' {
			b.WriteByte('-')
		}
		b.WriteByte(name[i])
	}
	return strings.ToLower(strings.ReplaceAll(b.String(), "_", "-"))
}

func xmlName(name string) string { return ident(name) }

// container wraps one named secret in a small text of its own, which is then
// encoded as a whole: inside it the name tells.
func (g *gen) container(f field, keeps bool) piece {
	extra := field{name: "rid", val: lit(g.r.expand("{h16}"))}
	if keeps {
		extra.val = g.keepIn("id inside encoded text", "r-"+g.r.expand("{h16}"))
	}
	switch g.r.IntN(4) {
	case 0:
		return formBody(g, []field{extra, f})
	case 1:
		return cat(lit("<cfg>"), named("<"+xmlName(f.name)+">", f.val.native(html.EscapeString)), lit("</"+xmlName(f.name)+"><rid>"), extra.val, lit("</rid></cfg>"))
	}
	return jsonObject(g, []field{extra, f, {name: "v", val: lit("2"), raw: true}}, false)
}
