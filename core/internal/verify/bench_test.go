package verify

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
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

// capture gives entries as rewriting leaves them: many short strings, and bodies
// of 2 to 60 KB of JSON, HTML and scripts, one seventh of the words not Latin,
// and pictures.
func capture(n int) (pieces [][]byte) {
	r := rand.New(rand.NewPCG(25, 26))
	words := strings.Fields("account basket billing change contact country delete detail element filter header invoice label level message model number option order page plan price record region report result search session status table title update value version window заказ клиент 設定 検索")
	say := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(words[r.IntN(len(words))] + " ")
		}
		return b.String()
	}
	build := func(part func() string) string {
		var b strings.Builder
		for n := 2000 + r.IntN(58_000); b.Len() < n; {
			b.WriteString(part())
		}
		return b.String()
	}
	id := func() string {
		h := pick(r, "0123456789abcdef", 32)
		return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:]
	}
	token := "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9." + std64(`{"iss":"https://id.example.com","sub":"`+id()+`"}`) + ".REDACTED-jwt-2"
	for i := range n {
		mime, body := "application/json", ""
		switch k := i % 10; {
		case k < 4:
			body = build(func() string {
				return fmt.Sprintf(`{"active":true,"count":%d,"id":"%s","name":"%s","parent":null,"price":%v,"text":"%s"},`, r.IntN(1e5), id(), say(2), r.Float64()*1000, say(12))
			})
		case k < 6:
			mime, body = "text/html", build(func() string {
				return fmt.Sprintf("<div class=\"row %s\" id=\"%s-%d\"><a href=\"/%s?tab=%d&amp;x=1\">%s</a>\n\t<p>%s</p></div>\n", say(1), say(1), r.IntN(1000), say(1), r.IntN(9), say(3), say(25))
			})
		case k < 9:
			mime, body = "text/javascript", build(func() string {
				return fmt.Sprintf("function %s(a,b){var c=a.%s||{};if(c[\"%s\"]!==b){return f(\"%s\",c,%d)}}\n", say(1), say(1), say(1), say(4), r.IntN(1e4))
			})
		default:
			raw := make([]byte, 1500+r.IntN(44_000))
			for i := range raw {
				raw[i] = byte(r.Uint32())
			}
			mime, body = "image/png", std64(string(raw))
		}
		pieces = append(pieces, []byte(fmt.Sprintf(`{"startedDateTime":"2026-01-15T10:00:00.%03dZ","time":%v,"request":{"method":"GET","url":"https://app.example.com/%d?v=1","headers":[{"name":"accept","value":"*/*"},{"name":"authorization","value":"Bearer %s"},{"name":"cookie","value":"theme=dark; sid=REDACTED-session-1"}],"headersSize":-1},"response":{"status":200,"headers":[{"name":"x-request-id","value":"%s"}],"content":{"size":%d,"mimeType":"%s","text":%s}},"timings":{"dns":-1,"wait":%v}}`,
			i%1000, r.Float64()*300, i, token, id(), len(body), mime, jsonText(body), r.Float64()*200)))
	}
	return pieces
}

func BenchmarkCapture(b *testing.B) {
	pieces := capture(100)
	size := 0
	for _, p := range pieces {
		size += len(p)
	}
	for _, n := range []int{20, 1000, 20000} {
		v := newOf(manySecrets(n)...)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range pieces {
					if hit, found := v.Check(p); found {
						b.Fatal(hit)
					}
				}
			}
		})
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
		size := 0
		for _, s := range manySecrets(n) {
			secrets = append(secrets, []byte(s))
			size += len(s)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			b.ReportMetric(float64(size/n), "B/secret")
			var before, after runtime.MemStats
			for b.Loop() {
				runtime.GC()
				runtime.ReadMemStats(&before)
				v := New(secrets)
				runtime.GC()
				runtime.ReadMemStats(&after)
				runtime.KeepAlive(v)
			}
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(n), "held/secret")
		})
	}
}
