package main

import (
	"fmt"
	"slices"
	"strings"
)

// Formats of JSON in which the name is not the key of its value.

// keyed writes a member whose value is a string.
func keyed(key string, v piece) piece {
	return cat(named(`"`+quoteJSON(key)+`":"`, v.native(quoteJSON)), lit(`"`))
}

// spellings are how documents call a name and its value.
var spellings = [][2]string{
	{"name", "value"}, {"key", "value"}, {"Name", "Value"}, {"Key", "Value"}, {"field", "value"}, {"label", "value"}, {"id", "value"},
	{"param", "value"}, {"ParameterKey", "ParameterValue"}, {"variable", "value"}, {"property", "value"}, {"attribute", "value"},
	{"fieldName", "fieldValue"}, {"optionName", "optionValue"}, {"name", "val"}, {"Name", "StringValue"}, {"attributeName", "attributeValue"}, {"setting", "value"},
}

// parents are the keys that say no more than that there is a value.
var parents = []string{"value", "current", "string", "stringValue", "S", "_text", "#text", "$t", "plaintext", "raw", "data"}

var dataFormats = []format{
	{"json name and value", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		w := pick(g.r, spellings)
		var list []piece
		for _, f := range strings0(fs) {
			extra := pick(g.r, []string{"", `,"type":"string"`, `,"secure":true`, `,"order":` + g.r.expand("{d1}")})
			if g.r.chance(80) {
				list = append(list, cat(lit(`{"`+w[0]+`":"`+quoteJSON(f.name)+`",`), keyed(w[1], f.val), lit(extra+"}")))
			} else {
				list = append(list, cat(lit("{"), keyed(w[1], f.val), lit(`,"`+w[0]+`":"`+quoteJSON(f.name)+`"`+extra+"}")))
			}
		}
		return cat(lit(`{"items":[`), join(list, ","), lit("]}"))
	}},
	{"json telling parent", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		inner := pick(g.r, parents)
		var list []piece
		for _, f := range strings0(fs) {
			list = append(list, cat(lit(`"`+quoteJSON(f.name)+`":{`), keyed(inner, f.val), lit(pick(g.r, []string{"}", `,"updated":"2024-05-01"}`, `,"valid":true}`}))))
		}
		return cat(lit("{"), join(list, ","), lit("}"))
	}},
	{"json pairs", "application/json", styleKey, false, true, func(_ *gen, fs []field) piece {
		var list []piece
		for _, f := range strings0(fs) {
			list = append(list, cat(named(`["`+quoteJSON(f.name)+`","`, f.val.native(quoteJSON)), lit(`"]`)))
		}
		return cat(lit(`{"entries":[`), join(list, ","), lit("]}"))
	}},
	{"flattened", "application/json", styleKey, false, false, func(g *gen, fs []field) piece {
		var members []string
		var values []piece
		at := 3
		for _, f := range strings0(fs) {
			members = append(members, fmt.Sprintf(`"%s":%d`, quoteJSON(f.name), at))
			values = append(values, cat(named(`"`, f.val.native(quoteJSON)), lit(`"`)))
			at++
		}
		head := pick(g.r, []string{`["Reactive",1],{"data":2}`, `{"data":1},{"state":2}`})
		return cat(lit(`[`+head+`,{`+strings.Join(members, ",")+`},`), join(values, ","), lit("]"))
	}},
	{"terraform state", "application/json", styleKey, false, false, func(g *gen, fs []field) piece {
		var outputs, attributes []piece
		for i, f := range strings0(fs) {
			if i%2 == 0 {
				secret := slices.ContainsFunc(f.val.marks, func(m mark) bool { return m.keep == nil })
				if secret {
					f.val = f.val.withoutKept() // all of it is sensitive
				}
				outputs = append(outputs, cat(lit(`"`+quoteJSON(f.name)+`":{`), keyed("value", f.val), lit(fmt.Sprintf(`,"type":"string","sensitive":%t}`, secret))))
			} else {
				attributes = append(attributes, keyed(f.name, f.val))
			}
		}
		return cat(lit(`{"version":4,"terraform_version":"1.7.5","serial":12,"lineage":"`), g.keepIn("lineage", g.r.uuid()), lit(`","outputs":{`), join(outputs, ","),
			lit(`},"resources":[{"mode":"managed","type":"aws_db_instance","name":"main","instances":[{"schema_version":2,"attributes":{`), join(attributes, ","), lit(`}}]}]}`))
	}},
	{"telemetry", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		var list []piece
		for _, f := range strings0(fs) {
			list = append(list, cat(lit(`{"key":"http.request.`+quoteJSON(f.name)+`","value":{`), keyed("stringValue", f.val), lit("}}")))
		}
		return cat(lit(`{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"`), g.keepIn("trace", g.r.expand("{h32}")), lit(`","spanId":"`), g.keepIn("trace", g.r.expand("{h16}")), lit(`","name":"HTTP POST","attributes":[`), join(list, ","), lit(`]}]}]}]}`))
	}},
	{"error report", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		var data, vars []piece
		for _, f := range strings0(fs) {
			data = append(data, keyed(f.name, f.val))
			vars = append(vars, cat(lit(`["`+quoteJSON(f.name)+`","`), f.val.native(quoteJSON).withoutMarksOfShort(), lit(`"]`)))
		}
		return cat(lit(`{"event_id":"`), g.keepIn("event id", g.r.expand("{h32}")), lit(`","platform":"javascript","release":"`), g.keepIn("commit", g.r.expand("{h40}")), lit(`","request":{"url":"https://`+g.r.expand("{host}")+`/","method":"POST","data":{`), join(data, ","), lit(`}},"extra":{"arguments":[`), join(vars, ","),
			lit(`]},"breadcrumbs":{"values":[{"category":"fetch","message":"`), g.keepIn("message", "token refresh "+g.r.expand("{word} {d5}")), lit(`"}]}}`))
	}},
	{"storage state", "application/json", styleKey, false, false, func(g *gen, fs []field) piece {
		var list []piece
		for _, f := range strings0(fs) {
			list = append(list, cat(lit(`{"name":"`+quoteJSON(f.name)+`",`), keyed("value", f.val), lit("}")))
		}
		return cat(lit(`{"cookies":[{"name":"theme","value":"dark","domain":"`+g.r.expand("{host}")+`","path":"/","expires":-1,"httpOnly":false,"secure":false,"sameSite":"Lax"}],"origins":[{"origin":"https://`+g.r.expand("{host}")+`","localStorage":[`), join(list, ","), lit("]}]}"))
	}},
	{"kubernetes secret", "application/json", styleKey, false, true, func(g *gen, fs []field) piece {
		var data, plain []piece
		for i, f := range strings0(fs) {
			if f.name == "trace_ref" {
				continue
			}
			f.val = f.val.withoutKept() // what a Secret keeps is one, whatever its parts
			if i%2 == 0 && !f.val.short() {
				v := f.val.encoded("base64 data", toBase64)
				data = append(data, cat(lit(`"`+quoteJSON(f.name)+`":"`), v, lit(`"`)))
			} else {
				plain = append(plain, keyed(f.name, f.val))
			}
		}
		return cat(lit(`{"apiVersion":"v1","kind":"Secret","type":"Opaque","metadata":{"name":"app","uid":"`), g.keepIn("uid", g.r.uuid()), lit(`"},"data":{`), join(data, ","), lit(`},"stringData":{`), join(plain, ","), lit("}}"))
	}},
	{"graphql arguments", "application/graphql", styleIdent, false, true, func(g *gen, fs []field) piece {
		var args []piece
		for _, f := range strings0(fs) {
			args = append(args, cat(named(ident(f.name)+`: "`, f.val.native(quoteJSON)), lit(`"`)))
		}
		return cat(lit("mutation SignIn {\n  signIn(input: {"), join(args, ", "), lit("}) {\n    viewer { id tokenType passwordRequired }\n  }\n}"))
	}},
	{"cookies in a log", "application/json", styleCookie, false, false, func(g *gen, fs []field) piece {
		var cookies []piece
		for _, f := range strings0(fs) {
			if f.name != "trace_ref" && !strings.Contains(f.val.s, " ") {
				cookies = append(cookies, named(f.name+"=", cookieValue(f.val)))
			}
		}
		line := cat(lit(`{"level":"info","time":`+g.r.expand("{ms}")+`,"msg":"request","req":{"id":"`), g.keepIn("request id", g.r.uuid()), lit(`","method":"GET","url":"/home","headers":{"host":"`+g.r.expand("{host}")+`","cookie":"`), join(append(cookies, lit("theme=dark")), "; ").native(quoteJSON), lit(`"}},"res":{"statusCode":200}}`))
		return cat(line, lit("\n"), lit(`{"level":"info","msg":"done"}`), lit("\n"))
	}},
}

// short tells whether something is marked that only stands where a name tells it.
func (p piece) short() bool {
	for _, m := range p.marks {
		if m.sec != nil && m.sec.Short || m.keep != nil && len(m.keep.Value) < 8 {
			return true
		}
	}
	return false
}

// withoutMarksOfShort drops the marks of a copy that nothing tells right where it
// stands, so that a short value may stay in it.
func (p piece) withoutMarksOfShort() piece {
	var marks []mark
	for _, m := range p.marks {
		if m.sec == nil || !m.sec.Short {
			marks = append(marks, m)
		}
	}
	return piece{p.s, marks}
}
