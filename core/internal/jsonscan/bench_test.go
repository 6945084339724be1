package jsonscan

import (
	"bytes"
	"fmt"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/require"
)

// harLike makes a HAR of about size bytes. body is the length of a response
// body, escapes the share of its bytes that are escaped in a hundred.
func harLike(size, body, escapes int, indent bool) []byte {
	r := rand.New(rand.NewSource(1))
	nl := func(n int) string {
		if !indent {
			return ""
		}
		return "\n" + string(bytes.Repeat([]byte(" "), n))
	}
	sp := ""
	if indent {
		sp = " "
	}
	text := func(n, escapes int) []byte {
		const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ./-_=+;:&?%"
		out := make([]byte, 0, n+2)
		for len(out) < n {
			if r.Intn(100) < escapes {
				out = append(out, '\\', `"n\/`[r.Intn(4)])
				continue
			}
			out = append(out, alphabet[r.Intn(len(alphabet))])
		}
		return out
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `{%s"log":%s{%s"version":%s"1.2",%s"pages":%s[],%s"entries":%s[`, nl(2), sp, nl(4), sp, nl(4), sp, nl(4), sp)
	for i := 0; b.Len() < size; i++ {
		if i > 0 {
			b.WriteByte(',')
		}
		pair := func(in int, k string, v any) {
			fmt.Fprintf(&b, `%s"%s":%s%v,`, nl(in), k, sp, v)
		}
		b.WriteString(nl(6) + "{")
		pair(8, "_priority", `"High"`)
		pair(8, "_resourceType", `"xhr"`)
		pair(8, "startedDateTime", `"2024-03-01T12:00:00.000Z"`)
		pair(8, "time", fmt.Sprint(r.Float64()*1000))
		fmt.Fprintf(&b, `%s"request":%s{`, nl(8), sp)
		pair(10, "method", `"GET"`)
		pair(10, "url", `"https://example.test/`+string(text(60, 0))+`"`)
		fmt.Fprintf(&b, `%s"headers":%s[`, nl(10), sp)
		for k := range 20 {
			if k > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `%s{%s"name":%s"x-%s",%s"value":%s"%s"%s}`, nl(12), nl(14), sp, text(10, 0), nl(14), sp, text(5+r.Intn(60), 0), nl(12))
		}
		fmt.Fprintf(&b, `%s],`, nl(10))
		fmt.Fprintf(&b, `%s"cookies":%s[],%s"headersSize":%s-1,%s"bodySize":%s0%s},`, nl(10), sp, nl(10), sp, nl(10), sp, nl(8))
		fmt.Fprintf(&b, `%s"response":%s{%s"status":%s200,%s"content":%s{%s"size":%s%d,%s"mimeType":%s"text/html",%s"text":%s"%s"%s}%s},`,
			nl(8), sp, nl(10), sp, nl(10), sp, nl(12), sp, body, nl(12), sp, nl(12), sp, text(body, escapes), nl(10), nl(8))
		fmt.Fprintf(&b, `%s"timings":%s{%s"wait":%s%v,%s"receive":%s%v,%s"ssl":%s-1,%s"fromCache":%strue,%s"x":%snull%s}%s}`,
			nl(8), sp, nl(10), sp, r.Float64()*100, nl(10), sp, r.Float64(), nl(10), sp, nl(10), sp, nl(10), sp, nl(8), nl(6))
	}
	fmt.Fprintf(&b, `%s]%s}%s}`, nl(4), nl(2), nl(0))
	return b.Bytes()
}

// samples are the shapes of HARs: mostly bodies, bodies of escaped JSON or
// HTML, and no bodies at all, as a browser indents them and without.
func samples(size int) []struct {
	name string
	data []byte
} {
	return []struct {
		name string
		data []byte
	}{
		{"long", harLike(size, 200_000, 0, true)},
		{"escaped", harLike(size, 20_000, 5, true)},
		{"dense", harLike(size, 0, 0, false)},
		{"indented", harLike(size, 0, 0, true)},
		{"tiny", []byte(`{"log":{"entries":[[` + string(bytes.Repeat([]byte(`{"a":1,"b":[true,null],"c":"d"},`), size/32)) + `0]]}}`)},
	}
}

func BenchmarkSplitter(b *testing.B) {
	for _, s := range samples(4 << 20) {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(s.data)))
			b.ReportAllocs()
			units := 0
			emit := func(Unit) error { units++; return nil }
			for b.Loop() {
				sp := NewSplitter(Limits{})
				// The copy into Room is part of the figure, as it is of a run.
				for rest := s.data; len(rest) > 0; {
					n := copy(sp.Room(256<<10), rest)
					rest = rest[n:]
					require.NoError(b, sp.Commit(n, emit))
				}
				_, err := sp.Close()
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkScanner(b *testing.B) {
	for _, s := range samples(4 << 20) {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(s.data)))
			b.ReportAllocs()
			tokens := 0
			for b.Loop() {
				sc := Scanner{Data: s.data}
				for sc.Next().Kind != End {
					tokens++
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tokens), "ns/token")
		})
	}
}

func BenchmarkValid(b *testing.B) {
	for _, s := range samples(4 << 20) {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(s.data)))
			b.ReportAllocs()
			for b.Loop() {
				require.True(b, Valid(s.data))
			}
		})
	}
}
