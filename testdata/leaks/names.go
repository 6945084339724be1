package main

import (
	"slices"
	"strings"
)

// A style is how a place writes its names.
type style int

const (
	styleHeader style = iota
	styleCookie
	styleParam
	styleKey   // JSON, XML, YAML: snake or camel
	styleIdent // JavaScript
	styleEnv
	stylePath // a word of a URL path that says what follows
)

// write puts words into a style.
func (st style) write(r rng, words []string) string {
	switch st {
	case styleHeader:
		return titled(words, "-")
	case styleCookie:
		return pick(r, []string{
			strings.Join(words, "_"), strings.Join(words, "-"), strings.Join(words, "."),
			titled(words, ""), "__Host-" + strings.Join(words, "_"), "__Secure-" + strings.Join(words, "-"),
		})
	case styleParam, styleKey:
		return pick(r, []string{strings.Join(words, "_"), camel(words), strings.Join(words, "_"), camel(words), titled(words, ""), strings.Join(words, "-")})
	case styleIdent:
		return pick(r, []string{camel(words), strings.Join(words, "_"), strings.ToUpper(strings.Join(words, "_"))})
	case styleEnv:
		return strings.ToUpper(strings.Join(words, "_"))
	}
	return strings.Join(words, "-")
}

func camel(words []string) string {
	s := titled(words, "")
	return strings.ToLower(s[:1]) + s[1:]
}

func titled(words []string, sep string) string {
	var out []string
	for _, w := range words {
		out = append(out, strings.ToUpper(w[:1])+w[1:])
	}
	return strings.Join(out, sep)
}

// tellingName gives a name that says that a secret of this kind follows: a
// well-known one, or one that was made up and is in no list.
func (g *gen) tellingName(k *kind, st style) string {
	var known []string
	switch st {
	case styleHeader:
		known = k.headers
	case styleCookie:
		known = k.cookies
	case styleParam:
		known = k.params
	case styleKey:
		known = k.keys
	case stylePath:
		return pick(g.r, []string{"reset", "reset-password", "verify", "verify-email", "invite", "invitation", "confirm", "magic", "activate", "webhook", "webhooks", "password-reset", "magic-link", "unlock"})
	}
	invented := g.r.chance(50)
	if len(known) > 0 && !invented {
		return pick(g.r, known)
	}
	stem := strings.Fields(pick(g.r, k.stems))
	words := stem
	if invented && !k.bareNames {
		words = append([]string{pick(g.r, brands)}, stem...)
		if g.r.chance(20) {
			words = append([]string{pick(g.r, []string{"my", "user", "app", "internal", "new", "vendor"})}, stem...)
		}
	}
	if invented && !k.bareNames && g.r.chance(25) {
		// Which one of its kind it is, or whose, often stands at the end.
		words = append(slices.Clip(words), strings.Fields(pick(g.r, []string{"primary", "secondary", "prod", "staging", "test", "live", "current", "old", "new", "next", "backup", "default", "eu", "temp", "v2", "value", "encrypted", "for user"}))...)
	}
	name := st.write(g.r, words)
	if st == styleHeader && g.r.chance(70) {
		name = "X-" + name
	}
	return name
}

// neutralName gives a name that says nothing.
func (g *gen) neutralName(st style) string {
	if st == stylePath {
		return pick(g.r, []string{"items", "view", "content", "open", "files", "pages"})
	}
	word := pick(g.r, []string{"data", "payload", "value", "item", "label", "note", "info", "detail", "content", "extra", "blob", "msg", "body", "text", "memo", "subject", "remark", "entry"})
	if g.r.chance(40) {
		return st.write(g.r, []string{word, pick(g.r, words)})
	}
	if st == styleHeader {
		return "X-" + st.write(g.r, []string{word})
	}
	return word
}

// unique adds a number to names that must not repeat within one entry.
func unique(used map[string]bool, name string) string {
	for i, base := 2, name; used[strings.ToLower(name)]; i++ {
		name = base + digits[i%10:i%10+1]
	}
	used[strings.ToLower(name)] = true
	return name
}
