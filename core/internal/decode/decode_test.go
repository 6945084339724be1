package decode

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// samples are texts with everything that the codecs must carry.
func samples() []string {
	r := rand.New(rand.NewPCG(1, 2))
	list := []string{"", "a", "plain text", `quote " back \ slash / and ' `, "line\nfeed\ttab\r", "percent % plus + amp & lt < gt >", "ümläut €uro 😀 日本", "a=b&c=d e", "\x00\x01\x7f"}
	for n := range 60 {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(r.IntN(0x5F) + 0x20)
		}
		list = append(list, string(b))
	}
	return list
}

// writers write a text in a codec, independently of this package.
var writers = map[Codec]func(string) string{
	Backslash: func(s string) string {
		b, err := json.Marshal(s)
		if err != nil {
			panic(err)
		}
		return string(b[1 : len(b)-1])
	},
	Percent: url.PathEscape,
	Form:    url.QueryEscape,
	Entity:  html.EscapeString,
	Base64:  func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) },
	Hex:     func(s string) string { return hex.EncodeToString([]byte(s)) },
	Gzip: func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, _ = io.WriteString(w, s)
		_ = w.Close()
		return b.String()
	},
	Zlib: func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		_, _ = io.WriteString(w, s)
		_ = w.Close()
		return b.String()
	},
	Deflate: func(s string) string {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, 9)
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(w, s)
		_ = w.Close()
		return b.String()
	},
}

func decoded(t *testing.T, c Codec, src string) *Text {
	t.Helper()
	a := NewArena()
	a.Budget = 1 << 20
	up := Unit([]byte("<<" + src + ">>"))
	text, ok := a.Decode(&up, c, 2, 2+len(src))
	require.True(t, ok)
	return text
}

func TestDecodeUndoesWhatOthersWrite(t *testing.T) {
	for c, write := range writers {
		for _, s := range samples() {
			t.Run(fmt.Sprintf("%s/%q", c, s), func(t *testing.T) {
				require.Equal(t, s, string(decoded(t, c, write(s)).B))
			})
		}
	}
}

// spliced decodes src, replaces [i:j) of the decoded text, and brings the edit
// back into src.
func spliced(t *testing.T, c Codec, src string, i, j int, with string) string {
	text := decoded(t, c, src)
	if c.Packs() {
		plain := string(text.B[:i]) + with + string(text.B[j:])
		return string(NewArena().Pack(c, []byte(plain), i, []byte(src), false))
	}
	a, b := text.Source(i, j)
	a, b = a-2, b-2
	return src[:a] + string(Escape(nil, c, []byte(with), []byte(src))) + src[b:]
}

// Splice then decode equals decode then replace.
func TestSpliceCommutesWithDecode(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for c, write := range writers {
		for _, s := range samples() {
			if len(s) == 0 {
				continue
			}
			i := r.IntN(len(s))
			j := i + 1 + r.IntN(len(s)-i)
			if i > 0 && s[i]&0xC0 == 0x80 || j < len(s) && s[j]&0xC0 == 0x80 {
				continue // an edit begins and ends with a character
			}
			for _, with := range []string{"REDACTED-token-1", `"REDACTED-otp-2"`} {
				got := decoded(t, c, spliced(t, c, write(s), i, j, with))
				require.Equal(t, s[:i]+with+s[j:], string(got.B), "%s %q [%d:%d)", c, s, i, j)
			}
		}
	}
}

func TestSourceIsExact(t *testing.T) {
	for _, c := range []struct {
		codec      Codec
		src        string
		i, j       int
		start, end int
	}{
		{None, "abcdef", 2, 4, 2, 4},
		{Backslash, `a\"bc`, 2, 3, 3, 4},
		{Backslash, `a\u0041b`, 1, 2, 1, 7},
		{Backslash, `\ud83d\ude00x`, 4, 5, 12, 13},
		{Backslash, `\ud83d\ude00x`, 2, 5, 0, 13}, // begins inside a character
		{Backslash, `\x41\u{42}C`, 0, 3, 0, 11},
		{Percent, "a%41b", 1, 2, 1, 4},
		{Percent, "%zz%4", 0, 5, 0, 5},
		{Form, "a+b", 1, 2, 1, 2},
		{Entity, "a&amp;b&#x41;", 2, 4, 6, 13},
		{Entity, "&#65c", 0, 1, 0, 4},
	} {
		text := decoded(t, c.codec, c.src)
		a, b := text.Source(c.i, c.j)
		require.Equal(t, [2]int{c.start, c.end}, [2]int{a - 2, b - 2}, "%s %q", c.codec, c.src)
	}
}

func TestPackKeepsTheWayItWas(t *testing.T) {
	secret := "user:hunter2-and-more"
	src := base64.StdEncoding.EncodeToString([]byte("\xff\xfe prefix " + secret))
	got := string(NewArena().Pack(Base64, []byte("\xff\xfe prefix X"), 10, []byte(src), false))
	require.Equal(t, base64.StdEncoding.EncodeToString([]byte("\xff\xfe prefix X")), got)
	src = base64.RawURLEncoding.EncodeToString([]byte("\xff\xfe\xfb prefix " + secret))
	got = string(NewArena().Pack(Base64, []byte("\xff\xfe\xfb prefix XY"), 11, []byte(src), false))
	require.Equal(t, base64.RawURLEncoding.EncodeToString([]byte("\xff\xfe\xfb prefix XY")), got)
	require.Equal(t, "4142", string(NewArena().Pack(Hex, []byte("AB"), 0, []byte("6d"), false)))
	require.Equal(t, "4A4B", string(NewArena().Pack(Hex, []byte("JK"), 0, []byte("6D"), false)))
	wrapped := "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5\r\nejAxMjM0NTY3ODk="
	got = string(NewArena().Pack(Base64, []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456780123456789"), 50, []byte(wrapped), false))
	require.Equal(t, "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5\r\nejAxMjM0NTY3ODAxMjM0NTY3ODk=", got)
}

// nest gives every text that Nested reaches, as codec path and content.
func nest(src string) map[string]string {
	a := NewArena()
	a.Budget = 1 << 20
	found := map[string]string{}
	up := Unit([]byte(src))
	var visit func(path string) func(*Text)
	visit = func(path string) func(*Text) {
		return func(c *Text) {
			path := path + ">" + c.Codec.String()
			found[path] = string(c.B)
			a.Nested(c, visit(path))
		}
	}
	a.Nested(&up, visit(""))
	return found
}

func TestNestedReachesStacks(t *testing.T) {
	inner := `{"token":"s3cr3t-value-0123456789"}`
	order := []Codec{Backslash, Percent, Entity, Base64, Hex}
	for _, c1 := range order {
		for _, c2 := range order {
			for _, c3 := range order {
				src := `key="` + writers[c3](writers[c2](writers[c1](inner))) + `" next`
				t.Run(fmt.Sprintf("%s/%s/%s", c1, c2, c3), func(t *testing.T) {
					for _, text := range nest(src) {
						if bytes.Contains([]byte(text), []byte(inner)) {
							return
						}
					}
					t.Errorf("%q not reached from %q", inner, src)
				})
			}
		}
	}
}

func TestNestedFindsCompressedText(t *testing.T) {
	text := "<samlp:Response>some xml text that is long enough to be worth packing</samlp:Response>"
	for _, c := range []Codec{Gzip, Zlib, Deflate} {
		src := base64.StdEncoding.EncodeToString([]byte(writers[c](text)))
		require.Equal(t, text, nest("SAMLRequest=" + src)[">base64>"+c.String()], c.String())
	}
	require.Equal(t, text, nest(hex.EncodeToString([]byte(writers[Gzip](text))))[">hex>gzip"])
	// The segments before it in a path are base64 digits, too.
	packed := base64.RawURLEncoding.EncodeToString([]byte(writers[Deflate](text)))
	require.Equal(t, text, nest("/api/items/open/" + packed)[">base64>deflate"])
}

// TestFrames holds the frames around a deflate stream against the standard library's.
func TestFrames(t *testing.T) {
	a := NewArena()
	for _, plain := range append(samples(), strings.Repeat("a text that is long enough to be worth packing, ", 9)) {
		for _, c := range []Codec{Gzip, Zlib} {
			require.Equal(t, writers[c](plain), string(a.Pack(c, []byte(plain), 0, nil, false)), "%v %q", c, plain)
			got, ok := a.unpack(nil, c, []byte(writers[c](plain)), 1<<20)
			require.True(t, ok)
			require.Equal(t, plain, string(got))
		}
	}
	var members bytes.Buffer
	for _, header := range []gzip.Header{
		{Name: "capture.json", Comment: "a comment", Extra: []byte("extra"), ModTime: time.Unix(1770000000, 0)},
		{},
		{Extra: []byte{}},
	} {
		w := gzip.NewWriter(&members)
		w.Header = header
		_, _ = io.WriteString(w, "one member after the other. ")
		_ = w.Close()
	}
	whole := members.Bytes()
	want := strings.Repeat("one member after the other. ", 3)
	got, ok := a.unpack([]byte("before "), Gzip, whole, 1<<20)
	require.True(t, ok)
	require.Equal(t, "before "+want, string(got))
	_, ok = a.unpack(nil, Gzip, whole, len(want)-1)
	require.False(t, ok, "more than the limit")
	for end := range whole {
		got, ok := a.unpack(nil, Gzip, whole[:end], 1<<20)
		require.True(t, strings.HasPrefix(want, string(got)), end)
		require.True(t, ok || len(got) < 12, end)
	}
	// CRC-16 of the head, as no writer of Go's has it.
	head := append([]byte("\x1F\x8B\x08\x02\x00\x00\x00\x00\x00\xFF\xAB\xCD"), []byte(writers[Gzip](want))[10:]...)
	got, ok = a.unpack(nil, Gzip, head, 1<<20)
	require.True(t, ok)
	require.Equal(t, want, string(got))
}

func TestNestedStopsAtTheBudget(t *testing.T) {
	a := NewArena()
	a.Budget = 10
	up := Unit([]byte("%41%42%43%44%45%46%47%48%49"))
	a.Nested(&up, func(*Text) { t.Error("decoded past the budget") })
	require.EqualValues(t, 27, a.Skipped)
}

func FuzzNested(f *testing.F) {
	for _, s := range samples() {
		for _, w := range writers {
			f.Add([]byte(w(s)))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		a := NewArena()
		a.Budget = 1 << 20
		up := Unit(src)
		var visit func(*Text)
		visit = func(c *Text) {
			if !c.Codec.Packs() {
				for i := 0; i < len(c.B); i += 1 + len(c.B)/7 {
					s, e := c.Source(i, len(c.B))
					require.LessOrEqual(t, c.Start, s)
					require.LessOrEqual(t, s, e)
					require.LessOrEqual(t, e, c.End)
				}
			}
			a.Nested(c, visit)
		}
		a.Nested(&up, visit)
	})
}

// A reference whose semicolon is written in another way, which another escape
// cuts, is none yet: undone too early, it leaves its semicolon behind.
func TestReferenceBeforeACutEscape(t *testing.T) {
	for _, s := range []string{`&#x73%3B`, `&#x73%&#51;B`, `&#x73%3&#x42;`, `&#x73%\x33B`, `&#x73%3\x42`} {
		require.Equal(t, "&#x73", string(Unescape(nil, Entity, []byte(s))[:5]), s)
	}
	require.Equal(t, "s%", string(Unescape(nil, Entity, []byte("&#x73;%"))))
	require.Equal(t, "s% of", string(Unescape(nil, Entity, []byte("&#x73% of"))))
}

// UTF-16 in base64 is read and written in the order of its bytes.
func TestWideText(t *testing.T) {
	for name, order := range map[string]binary.AppendByteOrder{"little": binary.LittleEndian, "big": binary.BigEndian} {
		for _, mark := range []string{"", "\uFEFF"} {
			t.Run(name+mark, func(t *testing.T) {
				text := mark + "x token=f7Qk2LmP é 😀"
				var wide []byte
				for _, u := range utf16.Encode([]rune(text)) {
					wide = order.AppendUint16(wide, u)
				}
				a := NewArena()
				a.Budget = 1 << 20
				root := Unit([]byte(base64.StdEncoding.EncodeToString(wide)))
				seen := ""
				a.Nested(&root, func(b *Text) {
					a.Nested(b, func(c *Text) {
						seen = string(c.B)
						require.Equal(t, wide, a.Pack(c.Codec, c.B, 0, b.B, false))
					})
				})
				require.Equal(t, text, seen)
			})
		}
	}
}
