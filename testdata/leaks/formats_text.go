package main

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"html"
	"strings"
)

// Formats of text and of bytes: tables, settings, statements, commands, mails,
// messages of HTTP.

// between is named with what stands behind the value, too.
func between(before string, v piece, after string) piece {
	p := cat(named(before, v), lit(after))
	for i := range p.marks {
		if v.marks[i].probe == "" && p.marks[i].probe == before+v.s {
			p.marks[i].probe += after
		}
	}
	return p
}

// table writes a line of names and a line of values.
func table(sep string, quote func(string) string) func(*gen, []field) piece {
	return func(g *gen, fs []field) piece {
		names, cells := []string{"id"}, lit(g.r.expand("row{d3}"))
		for _, f := range strings0(fs) {
			names = append(names, quote(ident(f.name)))
			cells = cat(cells, between(sep, f.val.native(quote), sep))
			cells.s = strings.TrimSuffix(cells.s, sep)
		}
		return cat(lit(strings.Join(names, sep)+sep+"note\n"), cells, lit(sep+"done\n"))
	}
}

// quoteCell writes a cell of comma-separated values (RFC 4180).
func quoteCell(s string) string {
	if strings.ContainsAny(s, "\",\n\r;\t ") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// quoteShell writes a word of a shell in single quotes where it needs them.
func quoteShell(s string) string {
	for i := range len(s) {
		if strings.IndexByte(uppers+lowers+digits+"-_./:=@%+,!", s[i]) < 0 {
			return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
		}
	}
	return s
}

func quoteSQL(s string) string { return strings.ReplaceAll(s, "'", "''") }

// quotedPrintable writes a text in quoted-printable (RFC 2045 6.7).
func quotedPrintable(s string) string {
	var b strings.Builder
	width := 0
	for i := range len(s) {
		out := s[i : i+1]
		if c := s[i]; c == '=' || c > '~' || c < ' ' && c != '\r' && c != '\n' {
			out = fmt.Sprintf("=%02X", c)
		}
		if width+len(out) > 75 && s[i] != '\r' && s[i] != '\n' {
			b.WriteString("=\r\n")
			width = 0
		}
		b.WriteString(out)
		if width += len(out); s[i] == '\n' {
			width = 0
		}
	}
	return b.String()
}

// head is the begin of an item of CBOR (RFC 8949 3).
func head(major, n int) string {
	switch {
	case n < 24:
		return string([]byte{byte(major<<5 | n)})
	case n < 256:
		return string([]byte{byte(major<<5 | 24), byte(n)})
	}
	return string(binary.BigEndian.AppendUint16([]byte{byte(major<<5 | 25)}, uint16(n)))
}

// text of MessagePack.
func msgpackHead(n int) string {
	switch {
	case n < 32:
		return string([]byte{byte(0xA0 | n)})
	case n < 256:
		return string([]byte{0xD9, byte(n)})
	}
	return string(binary.BigEndian.AppendUint16([]byte{0xDA}, uint16(n)))
}

// settings writes one line for each field.
func settings(begin string, line func(g *gen, f field) piece) func(*gen, []field) piece {
	return func(g *gen, fs []field) piece {
		parts := []piece{lit(begin)}
		for _, f := range strings0(fs) {
			parts = append(parts, line(g, f), lit("\n"))
		}
		return cat(parts...)
	}
}

var textFormats = []format{
	{"csv", "text/csv; charset=utf-8", styleKey, false, true, table(",", quoteCell)},
	{"tsv", "text/tab-separated-values", styleKey, false, true, table("\t", quoteCell)},
	{"toml", "application/toml", styleKey, false, true, settings("title = \"app\"\n\n[service]\n", func(_ *gen, f field) piece {
		return cat(named(f.name+` = "`, f.val.native(quoteJSON)), lit(`"`))
	})},
	{"ini", "text/plain", styleKey, false, true, settings("; settings\n[main]\nlang = en\n", func(g *gen, f field) piece {
		return named(ident(f.name)+pick(g.r, []string{"=", " = "}), f.val)
	})},
	{"properties", "text/plain", styleKey, false, true, settings("# settings\nserver.port=8080\n", func(g *gen, f field) piece {
		return named(g.r.expand("app.{word}.")+ident(f.name)+"=", f.val)
	})},
	{"yaml block", "application/yaml", styleKey, false, true, settings("apiVersion: v1\nspec:\n", func(g *gen, f field) piece {
		return cat(lit("  "+f.name+pick(g.r, []string{": |", ": >-", ": |-"})), named("\n    ", f.val))
	})},
	{"yaml name and value", "text/yaml", styleEnv, false, true, settings("spec:\n  containers:\n    - name: app\n      env:\n", func(_ *gen, f field) piece {
		return cat(lit("        - name: "+f.name+"\n"), cat(named(`          value: "`, f.val.native(quoteJSON)), lit(`"`)))
	})},
	{"command line", "text/plain", styleKey, false, true, func(g *gen, fs []field) piece {
		parts := []piece{lit("$ acmectl deploy --region eu-west-1")}
		for _, f := range strings0(fs) {
			if strings.Contains(f.name, "trace") || strings.Contains(f.val.s, "'") {
				continue // a shell's way to write a quote is seen at echoes
			}
			parts = append(parts, named(" --"+kebab(ident(f.name))+pick(g.r, []string{" ", "="}), f.val.native(quoteShell)))
		}
		return cat(append(parts, lit(" --trace-ref "), g.keepIn("option", "tr-"+g.r.expand("{h20}")), lit(" --verbose\n"))...)
	}},
	{"statement", "text/plain", styleKey, false, true, func(g *gen, fs []field) piece {
		names, cells := []string{"id"}, []piece{lit(g.r.expand("{d4}"))}
		for _, f := range strings0(fs) {
			names = append(names, pick(g.r, []string{"", "`"})+ident(f.name))
			if strings.HasPrefix(names[len(names)-1], "`") {
				names[len(names)-1] += "`"
			}
			cells = append(cells, between(" '", f.val.native(quoteSQL), "'"))
		}
		return cat(lit("INSERT INTO accounts ("+strings.Join(names, ", ")+") VALUES ("), join(cells, ","), lit(");\n"))
	}},
	{"php serialized", "text/plain", styleKey, false, true, func(_ *gen, fs []field) piece {
		ps := strings0(fs)
		parts := []piece{lit(fmt.Sprintf("a:%d:{", len(ps)))}
		for _, f := range ps {
			parts = append(parts, cat(named(fmt.Sprintf(`s:%d:"%s";s:%d:"`, len(f.name), f.name, len(f.val.s)), f.val), lit(`";`)))
		}
		return cat(append(parts, lit("}"))...)
	}},
	{"mail", "message/rfc822", styleKey, false, true, func(g *gen, fs []field) piece {
		parts := []piece{lit("Hello,\r\n\r\nas asked:\r\n\r\n")}
		for _, f := range strings0(fs) {
			parts = append(parts, named(f.name+pick(g.r, []string{": ", "="}), f.val), lit("\r\n"))
		}
		body := cat(append(parts, lit("\r\nÜber https://"+g.r.expand("{host}")+"/?a=1 mehr.\r\n"))...)
		return cat(lit("Subject: details\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nMessage-ID: <"), g.keepIn("message id", g.r.expand("{h32}@{host}")), lit(">\r\n\r\n"), body.encoded("quoted-printable", quotedPrintable))
	}},
	{"xml name and value", "application/xml", styleKey, false, true, func(g *gen, fs []field) piece {
		var parts []piece
		for _, f := range strings0(fs) {
			n := html.EscapeString(f.name)
			v := f.val.native(html.EscapeString)
			parts = append(parts, pick(g.r, []func() piece{
				func() piece { return between(`<property name="`+n+`" value="`, v, `"/>`) },
				func() piece { return between(`<add key="`+n+`" value="`, v, `" />`) },
				func() piece { return between(`<entry key="`+n+`">`, v, `</entry>`) },
				func() piece { return cat(lit("<item><name>"+n+"</name>"), between("<value>", v, "</value></item>")) },
			})())
		}
		return cat(lit("<?xml version=\"1.0\"?>\n<configuration>\n"), join(parts, "\n"), lit("\n</configuration>\n"))
	}},
	{"cbor", "application/cbor", styleKey, true, false, func(_ *gen, fs []field) piece {
		ps := strings0(fs)
		parts := []piece{lit(head(5, len(ps)))}
		for _, f := range ps {
			parts = append(parts, counted(head(3, len(f.name))+f.name, head(3, len(f.val.s)), f.val))
		}
		return cat(parts...)
	}},
	{"msgpack", "application/msgpack", styleKey, true, false, func(_ *gen, fs []field) piece {
		ps := strings0(fs)
		parts := []piece{lit(string([]byte{byte(0x80 | len(ps))}))}
		for _, f := range ps {
			parts = append(parts, counted(msgpackHead(len(f.name))+f.name, msgpackHead(len(f.val.s)), f.val))
		}
		return cat(parts...)
	}},
	{"http message", "application/json", styleHeader, false, true, func(g *gen, fs []field) piece {
		msg := cat(headerBlock(g, "GET /api/items?page=2 HTTP/1.1\r\nHost: "+g.r.expand("{host}")+"\r\n", fs), lit("\r\n"))
		return cat(lit(`{"id":"`), g.keepIn("request id", g.r.uuid()), lit(`","raw":"`), msg.native(quoteJSON), lit(`"}`))
	}},
	{"header lines in a log", "text/plain", styleHeader, false, true, func(g *gen, fs []field) piece {
		var parts []piece
		for _, f := range strings0(fs) {
			parts = append(parts, named("> "+f.name+": ", f.val), lit("\n"))
		}
		return cat(lit("*   Trying 192.0.2.7:443...\n> GET /items HTTP/2\n> Host: "+g.r.expand("{host}")+"\n> Accept: */*\n"), cat(parts...), lit(">\n< HTTP/2 200\n< ETag: "), g.keepIn("etag", `"`+g.r.expand("{h32}")+`"`), lit("\n"))
	}},
	{"har in har", "application/json", styleHeader, false, false, func(g *gen, fs []field) piece {
		var list []piece
		for _, f := range strings0(fs) {
			list = append(list, cat(lit(`{"name":"`+quoteJSON(f.name)+`",`), keyed("value", f.val), lit("}")))
		}
		return cat(lit(`{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{"startedDateTime":"2024-05-01T10:00:00.000Z","time":1,"request":{"method":"GET","url":"https://`), g.keepIn("path", g.r.expand("{host}/items/{h24}")), lit(`","headers":[`), join(list, ","), lit(`],"cookies":[]},"response":{"status":200}}]}}`))
	}},
	{"batch", "multipart/mixed", styleCookie, false, false, func(g *gen, fs []field) piece {
		b := "batch_" + g.r.expand("{A16}")
		parts := []piece{}
		for _, f := range strings0(fs) {
			if f.name == "trace_ref" || strings.Contains(f.val.s, " ") {
				continue
			}
			parts = append(parts, lit("--"+b+"\r\nContent-Type: application/http\r\nContent-ID: <response-"), g.keepIn("content id", g.r.expand("{h16}")), lit(">\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSet-Cookie: "), named(f.name+"=", cookieValue(f.val)), lit("; Path=/; HttpOnly\r\n\r\n{\"ok\":true}\r\n"))
		}
		return cat(cat(parts...), lit("--"+b+"--\r\n"))
	}},
	{"hex dump", "text/plain", styleKey, false, false, func(_ *gen, fs []field) piece {
		inner := []piece{}
		for _, f := range strings0(fs) {
			inner = append(inner, named(f.name+"=", f.val.native(percentForm)))
		}
		return cat(lit("sent "), join(inner, "&").encoded("hex", func(s string) string { return hex.EncodeToString([]byte(s)) }), lit("\n"))
	}},
}

// headerBlock writes header fields behind a start line.
func headerBlock(_ *gen, start string, fs []field) piece {
	parts := []piece{lit(start)}
	for _, f := range strings0(fs) {
		parts = append(parts, named(f.name+": ", f.val), lit("\r\n"))
	}
	return cat(parts...)
}
