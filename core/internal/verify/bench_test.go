package verify

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// bodies are what responses hold, about 1 MB of each: made up, but with as many
// words, escapes and tokens as the real ones have.
func bodies() map[string][]byte {
	r := rand.New(rand.NewPCG(21, 22))
	words := strings.Fields("the of session window function return value request response header cookie user account style color margin container component state render update length index error message status")
	word := func() string { return words[r.IntN(len(words))] }
	build := func(part func() string) []byte {
		var b strings.Builder
		for b.Len() < 1<<20 {
			b.WriteString(part())
		}
		return piece(b.String())
	}
	raw := make([]byte, 768<<10)
	for i := range raw {
		raw[i] = byte(r.Uint32())
	}
	return map[string][]byte{
		"text": build(func() string { return word() + " " }),
		"html": build(func() string {
			s := fmt.Sprintf("<div class=%q id='%s-%d'><a href=\"/%s/%s?id=%d\">%s %s</a>\n", word(), word(), r.IntN(1000), word(), word(), r.IntN(1e6), word(), word())
			if r.IntN(20) == 0 {
				s += "&nbsp;&amp; "
			}
			return s
		}),
		"script": build(func() string {
			s := fmt.Sprintf("function %c(%c,%c){return %c.%s(%q)+%d}\n", 'a'+r.IntN(26), 'a'+r.IntN(26), 'a'+r.IntN(26), 'a'+r.IntN(26), word(), word(), r.IntN(1e5))
			if r.IntN(20) == 0 {
				s += `x.replace(/\s+\/\d/g,"\n%20\u00e9");`
			}
			return s
		}),
		"json": build(func() string {
			return fmt.Sprintf("{\"id\":\"%s\",%q:%d,\"name\":\"%s %s\"},", pick(r, "0123456789abcdef", 32), word(), r.IntN(1e9), word(), word())
		}),
		"json in json": build(func() string {
			s, _ := json.Marshal(fmt.Sprintf("{%q:%q,\"url\":\"https:\\/\\/%s\\/%s\"}", word(), word(), word(), word()))
			return string(s)
		}),
		"image":   piece(std64(string(raw))),
		"percent": build(func() string { return word() + "%3D" + word() + "%2F" + word() + "%26" }),
		"entry": func() []byte {
			var b strings.Builder
			b.WriteString("[1")
			for b.Len() < 1<<20 {
				fmt.Fprintf(&b, `,{"name":%q,"value":"%s"},{"startedDateTime":"2024-05-05T12:00:00.000Z","time":%d.25,"url":"https://example.com/%s?q=%s"}`,
					word(), pick(r, tokenChars, 20+r.IntN(40)), r.IntN(1000), word(), word())
			}
			b.WriteString("]")
			return []byte(b.String())
		}(),
	}
}

func manySecrets(n int) []string {
	r := rand.New(rand.NewPCG(23, 24))
	out := make([]string, n)
	for i := range out {
		switch i % 4 {
		case 0:
			out[i] = pick(r, "0123456789abcdef", 32)
		case 1:
			out[i] = pick(r, tokenChars, 8+r.IntN(60))
		case 2:
			out[i] = "eyJhbGciOiJSUzI1NiJ9." + pick(r, tokenChars, 300+r.IntN(900))
		case 3:
			out[i] = pick(r, tokenChars+"+/", 40) + "=="
		}
	}
	return out
}

func BenchmarkCheck(b *testing.B) {
	all := bodies()
	for _, n := range []int{1, 100, 20000} {
		secrets := manySecrets(n + 2)[2:] // a long one first
		v := newOf(secrets...)
		for _, name := range []string{"text", "html", "script", "json", "json in json", "percent", "image", "entry"} {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "-"), n), func(b *testing.B) {
				in := all[name]
				b.SetBytes(int64(len(in)))
				b.ReportAllocs()
				for b.Loop() {
					if hit, found := v.Check(in); found {
						b.Fatal(hit)
					}
				}
			})
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1, 1000, 20000} {
		var secrets [][]byte
		for _, s := range manySecrets(n) {
			secrets = append(secrets, []byte(s))
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				New(secrets)
			}
		})
	}
}
