package verify

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"html"
	"io"
	"math/rand/v2"
	"mime/quotedprintable"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// An encoder of the test's own. glue tells what may stand right before and
// behind its output.
type encoder struct {
	name   string
	encode func(string) string
	glue   string
}

// fits tells whether e can encode s so that it should be found. Those which leave
// most of it as it is can do so only if that does not look encoded and is UTF-8
// in every part.
func (e encoder) fits(s string) bool {
	switch e.name {
	case "percent first":
		return s[0] < 0x80 && !strings.Contains(s, "%")
	case "percent last":
		return s[len(s)-1] < 0x80 && !strings.Contains(s, "%")
	case "quoted-printable line":
		return !strings.Contains(s, "=") && utf8.ValidString(s[:len(s)/2])
	case "deflate base64": // nothing tells it from a token but that it holds text
		return strings.IndexFunc(s, func(c rune) bool { return c < ' ' && !strings.ContainsRune("\t\r\n", c) }) < 0
	}
	return true
}

const (
	glue64  = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	glue16  = "0123456789abcdef"
	glueAny = "ghijklmnopqrstuvwxyz .,:<>"
)

func everyByte(format string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, c := range []byte(s) {
			fmt.Fprintf(&b, format, c)
		}
		return b.String()
	}
}

func everyRune(format string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, c := range s {
			fmt.Fprintf(&b, format, c)
		}
		return b.String()
	}
}

func jsonText(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func inner(s string) string { t := jsonText(s); return t[1 : len(t)-1] }

func wrap(s string, width int, sep string) string {
	var b strings.Builder
	for len(s) > width {
		b.WriteString(s[:width] + sep)
		s = s[width:]
	}
	return b.String() + s
}

func squeeze(s string, open func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := open(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func gz(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }
func zl(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }
func df(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 9); return f }

// printable writes s as mail does, in lines of 76 characters.
func printable(s string) string {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	w.Binary = true
	_, _ = io.WriteString(w, s) // a builder takes everything
	_ = w.Close()
	return b.String()
}

func std64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

var encoders = []encoder{
	{"percent all", everyByte("%%%02X"), glueAny},
	{"percent all lower", everyByte("%%%02x"), glueAny},
	{"percent needed", url.QueryEscape, glueAny},
	{"percent path", url.PathEscape, glueAny},
	{"percent first", func(s string) string { return fmt.Sprintf("%%%02x%s", s[0], s[1:]) }, glueAny},
	{"percent last", func(s string) string { return fmt.Sprintf("%s%%%02X", s[:len(s)-1], s[len(s)-1]) }, glueAny},
	{"entity dec", everyRune("&#%d;"), glueAny},
	{"entity hex", everyRune("&#x%X;"), glueAny},
	{"entity bare", everyRune("&#x%04x"), "gz,."},
	{"entity needed", html.EscapeString, glueAny},
	{"backslash json", inner, glueAny},
	{"backslash slash", func(s string) string { return strings.ReplaceAll(inner(s), "/", `\/`) }, glueAny},
	{"backslash u", func(s string) string {
		var b strings.Builder
		for _, c := range s {
			if c > 0xffff {
				b.WriteRune(c)
			} else {
				fmt.Fprintf(&b, `\u%04X`, c)
			}
		}
		return b.String()
	}, glueAny},
	{"backslash brace", everyRune(`\u{%x}`), glueAny},
	{"backslash x", everyByte(`\x%02x`), glueAny},
	{"quoted-printable", printable, glueAny},
	{"quoted-printable all", everyByte("=%02X"), glueAny},
	{"quoted-printable line", func(s string) string { return s[:len(s)/2] + "=\r\n" + s[len(s)/2:] }, glueAny},
	{"base64", std64, glue64},
	{"base64 raw", func(s string) string { return base64.RawStdEncoding.EncodeToString([]byte(s)) }, glue64},
	{"base64url", func(s string) string { return base64.URLEncoding.EncodeToString([]byte(s)) }, glue64},
	{"base64url raw", func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }, glue64},
	{"base64 crlf", func(s string) string { return wrap(std64(s), 64, "\r\n") }, glue64},
	{"base64 backslash n", func(s string) string { return wrap(std64(s), 20, `\n`) }, glue64},
	{"base64 percent crlf", func(s string) string { return wrap(std64(s), 20, "%0D%0A") }, glue64},
	{"base64 twice backslash n", func(s string) string { return wrap(std64(s), 20, `\\n`) }, glue64},
	{"base64 backslash u", func(s string) string { return wrap(std64(s), 20, `\u000d\u000A`) }, glue64},
	{"base64 backslash tab", func(s string) string { return wrap(std64(s), 20, `\r\n\t`) }, glue64},
	{"hex", func(s string) string { return hex.EncodeToString([]byte(s)) }, glue16},
	{"hex upper", func(s string) string { return strings.ToUpper(hex.EncodeToString([]byte(s))) }, glue16},
	{"hex 0x", func(s string) string { return "0x" + hex.EncodeToString([]byte(s)) }, "gz,."},
	{"gzip base64", func(s string) string { return std64(string(squeeze(s, gz))) }, glue64},
	{"zlib base64url", func(s string) string { return base64.RawURLEncoding.EncodeToString(squeeze(s, zl)) }, glue64},
	{"deflate base64", func(s string) string { return std64(string(squeeze(s, df))) }, ""},
	{"gzip hex", func(s string) string { return hex.EncodeToString(squeeze(s, gz)) }, "gz,."},
	{"zlib hex", func(s string) string { return hex.EncodeToString(squeeze(s, zl)) }, "gz,."},
}

const tokenChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func pick(r *rand.Rand, chars string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = chars[r.IntN(len(chars))]
	}
	return string(b)
}

// specialSecrets hold what escapes, JSON and URLs are made of.
func specialSecrets(r *rand.Rand) []string {
	return []string{
		pick(r, tokenChars, 8),
		pick(r, tokenChars, 9),
		pick(r, tokenChars, 14),
		pick(r, tokenChars, 15),
		pick(r, tokenChars, 40),
		pick(r, tokenChars, 1500),
		pick(r, "0123456789abcdef", 32),
		pick(r, "0123456789", 10),
		pick(r, tokenChars+"+/", 43) + "=",
		`pa"ss` + pick(r, tokenChars, 5),
		`back\slash\n` + pick(r, tokenChars, 5),
		`100%25off%41` + pick(r, tokenChars, 5),
		`%%` + pick(r, tokenChars, 8),
		`a&amp;b&c=` + pick(r, tokenChars, 5),
		`a%41&b"\u0041+` + pick(r, tokenChars, 5),
		"two words and more " + pick(r, tokenChars, 5),
		"a+b c+d e " + pick(r, tokenChars, 5),
		"line\nbreak\r\n" + pick(r, tokenChars, 5),
		"pässwört\"" + pick(r, tokenChars, 5),
		"密码\"密码/密码",
		"<tag attr='x'>" + pick(r, tokenChars, 5),
		"key😀\\" + pick(r, tokenChars, 5),
	}
}

// piece puts a text into a JSON value, among others.
func piece(s string) []byte {
	return []byte(`{"a": [1, "x", {"name":"REDACTED-token-12","value":` + jsonText(s) + `}], "b":-1.5e3}`)
}

func newOf(secrets ...string) *Verifier { return New(asBytes(secrets)) }

func asBytes(secrets []string) (b [][]byte) {
	for _, s := range secrets {
		b = append(b, []byte(s))
	}
	return b
}

// requireHit checks that exactly this secret is found, and where.
func requireHit(t *testing.T, v *Verifier, in []byte, want int, why string) Hit {
	t.Helper()
	hit, found := v.Check(in)
	require.True(t, found, "%s\nin %.2000q", why, in)
	require.Equal(t, want, hit.Secret, why)
	require.True(t, 0 <= hit.Start && hit.Start < hit.End && hit.End <= len(in), why)
	if json.Valid(in) {
		require.True(t, json.Valid(in[hit.Start:hit.End]), why)
	}
	require.Equal(t, hit.Depth, strings.Count(hit.How, ">"), hit.How)
	return hit
}

func TestEveryEncodingAtEveryPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n, s := range specialSecrets(r) {
		v := newOf("another-"+pick(r, tokenChars, 20), s, "a-third-"+pick(r, tokenChars, 20))
		requireHit(t, v, piece(s), 1, "plain")
		for _, e := range encoders {
			if !e.fits(s) {
				continue
			}
			for before := range 5 {
				for _, after := range []int{0, 1, 30} {
					pre, post := "", ""
					if e.glue != "" {
						pre, post = pick(r, e.glue, before), pick(r, e.glue, after)
					}
					text := pre + e.encode(s) + post
					why := fmt.Sprintf("secret %d, %s, %d before and %d behind", n, e.name, before, after)
					requireHit(t, v, piece(text), 1, why)
					requireHit(t, v, piece("say: "+text), 1, why)
					requireHit(t, v, piece("say="+text+"&more=yes"), 1, why)
				}
			}
		}
		require.Zero(t, v.Skipped())
	}
}

// TestBase64Alignments holds the secret within longer text that is encoded.
func TestBase64Alignments(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, s := range specialSecrets(r) {
		v := newOf(s)
		for before := range 7 {
			for after := range 4 {
				raw := make([]byte, before+len(s)+after)
				for i := range raw {
					raw[i] = byte(r.Uint32())
				}
				copy(raw[before:], s)
				for _, text := range []string{
					base64.StdEncoding.EncodeToString(raw),
					base64.RawURLEncoding.EncodeToString(raw),
					wrap(base64.StdEncoding.EncodeToString(raw), 16, "\n"),
					hex.EncodeToString(raw),
				} {
					requireHit(t, v, piece(text), 0, "aligned")
					requireHit(t, v, piece(pick(r, glue16, before)+text), 0, "glued")
				}
			}
		}
	}
}

func TestStacks(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	secrets := specialSecrets(r)
	rounds := 4000
	if testing.Short() {
		rounds = 400
	}
	for round := range rounds {
		n := r.IntN(len(secrets))
		s := secrets[n]
		if len(s) > 100 && round%20 != 0 {
			continue
		}
		text, why := s, fmt.Sprintf("round %d, secret %d", round, n)
		depth, bare := 1+r.IntN(4), false
		for range depth {
			e := encoders[r.IntN(len(encoders))]
			if !e.fits(text) {
				continue
			}
			next := e.encode(text)
			if len(next) > 100_000 {
				continue
			}
			why += " > " + e.name
			// Deflate is found only where its base64 begins.
			if bare = bare || e.glue == ""; !bare {
				next = pick(r, e.glue, r.IntN(5)) + next + pick(r, e.glue, r.IntN(5))
			}
			switch r.IntN(4) {
			case 0:
				next = `{"k":"` + next + `"}`
			case 1:
				next = "k=v&k=" + next
			}
			text = next
		}
		v := newOf(secrets...)
		hit, found := v.Check(piece(text))
		require.True(t, found, "%s\n%.3000q", why, text)
		require.Equal(t, n, hit.Secret, why)
		// Alone it does not have what others make interesting.
		if !strings.Contains(why, "quoted-printable") {
			requireHit(t, newOf(s), piece(text), 0, why)
		}
	}
}

func TestNearMisses(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n, s := range specialSecrets(r) {
		v := newOf(s)
		for k := range 4 {
			at := []int{0, len(s) - 1, len(s) / 2, r.IntN(len(s))}[k]
			b := []byte(s)
			if b[at] >= 0x80 {
				continue
			}
			for b[at] = byte('a' + r.IntN(26)); b[at] == s[at]; b[at]++ {
			}
			near := string(b)
			for _, e := range encoders {
				for before := range 4 {
					text := "x=" + e.encode(strings.Repeat("z", before)+near+"end")
					hit, found := v.Check(piece(text))
					require.False(t, found, "secret %d, %s, changed at %d: %+v\n%q", n, e.name, at, hit, text)
				}
			}
		}
	}
}

func TestWhereAndHow(t *testing.T) {
	const s = "s3cr3t/t0k3n+value"
	v := newOf(s)
	for _, c := range []struct {
		text, how string
		depth     int
	}{
		{s, "json", 0},
		{url.QueryEscape(s), "json>percent", 1},
		{url.QueryEscape(url.QueryEscape(s)), "json>percent>percent", 2},
		{std64(s), "json>base64", 1},
		{everyByte("%%%02x")(std64(url.QueryEscape(s))), "json>percent>base64>percent", 3},
		{hex.EncodeToString([]byte(s)), "json>hex", 1},
		{std64(string(squeeze(s, gz))), "json>base64>gzip", 2},
		{std64(string(squeeze(s, zl))), "json>base64>zlib", 2},
		{std64(string(squeeze(s, df))), "json>base64>deflate", 2},
		{wrap(std64(s), 12, "\n"), "json>lines>base64", 2},
		{"s3cr3t&#x2f;t0k3n%2Bvalue", "json>percent+entity", 1},
	} {
		in := piece(c.text)
		hit := requireHit(t, v, in, 0, c.how)
		start := bytes.Index(in, []byte(`"value":`)) + len(`"value":`)
		end := start + bytes.IndexByte(in[start:], '}')
		require.Equal(t, Hit{Secret: 0, Start: start, End: end, Depth: c.depth, How: c.how}, hit)
	}
}

func TestKeysNumbersAndOddities(t *testing.T) {
	v := newOf("keysecret-1", "1234567890", "-12345.678e9", "slash/secret")
	requireHit(t, v, []byte(`{"keysecret-1":1}`), 0, "key")
	requireHit(t, v, []byte(`{"a":{"k\u0065ysecret-1":1}}`), 0, "escaped key")
	requireHit(t, v, []byte(`"keysecret-1"`), 0, "string alone")
	require.Equal(t, Hit{1, 5, 15, 0, "number"}, requireHit(t, v, []byte(`{"a":1234567890}`), 1, "number"))
	require.Equal(t, Hit{1, 0, 12, 0, "number"}, requireHit(t, v, []byte(`912345678901`), 1, "part of a number"))
	requireHit(t, v, []byte(`[true,-12345.678e9]`), 2, "number")
	requireHit(t, v, []byte(`["slash\/secret"]`), 3, "escaped slash")
	requireHit(t, v, []byte(`["slash\u002Fsecret"]`), 3, "escaped slash")

	for _, in := range []string{``, `"`, `"\`, `"\u`, `"\u12`, `"keysecret-`, `{}`, `[]`, `-`, `"keysecret-2"`, `[12345678,90]`, `["keysecret","-1"]`} {
		_, found := v.Check([]byte(in))
		require.False(t, found, in)
	}
	// What is not JSON is looked at nevertheless.
	requireHit(t, v, []byte(`{"a":"keysecret-1 `), 0, "cut short")
	requireHit(t, v, []byte(`{"a":"\q keysecret-1"`), 0, "bad escape")
}

func TestPlaceholdersAreNoSecrets(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	v := newOf(specialSecrets(r)...)
	text := ""
	for i := range 2000 {
		text += fmt.Sprintf("REDACTED-token-%d ", i)
		for _, e := range encoders {
			if i%100 == 0 {
				text += e.encode(fmt.Sprintf("Bearer REDACTED-token-%d", i)) + " "
			}
		}
	}
	_, found := v.Check(piece(text))
	require.False(t, found)
}

// TestFarEscapes holds a long secret with one escape, at any place, in a long
// text with few others: the neighbourhood must reach far enough.
func TestFarEscapes(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	s := pick(r, tokenChars, 4096)
	v := newOf(s, pick(r, tokenChars, 8))
	filler := strings.Repeat("lorem ipsum dolor, sit amet. ", 1000)
	for _, at := range []int{0, 1, 100, 2048, 4000, 4094, 4095} {
		for _, format := range []string{"%%%02x", `\u%04x`, "&#%d;", "%%25%02x"} {
			enc := s[:at] + fmt.Sprintf(format, s[at]) + s[at+1:]
			requireHit(t, v, piece(filler+enc+filler), 0, format)
			requireHit(t, v, piece("%41"+filler+"&#65;"+enc+filler+"%41"), 0, format)
			// The base64 around it is far longer than the margin.
			long := std64(filler + url.QueryEscape(filler+s) + filler)
			k := len(long) / 2
			requireHit(t, v, piece(filler+long[:k]+fmt.Sprintf("%%%02x", long[k])+long[k+1:]), 0, format)
		}
	}
	long := std64(string(squeeze(filler+s, df)))
	requireHit(t, v, piece(filler+"SAMLRequest%3D"+url.QueryEscape(long)), 0, "deflate behind an escape")
	requireHit(t, v, piece(filler+`\n`+long+" "), 0, "deflate behind an escape")
	requireHit(t, v, piece("https://a.example/tickets/"+base64.RawURLEncoding.EncodeToString(squeeze(s, df))+"/open"), 0, "deflate behind a slash")
	requireHit(t, v, piece("eyJhbGciOiJub25lIn0.\n"+wrap(long, 76, "\r\n ")), 0, "indented lines")
}

// A long secret is sought by a piece of it: that is no secret by itself, and the
// whole is found wherever an escape stands in it.
func TestLongSecrets(t *testing.T) {
	r := rand.New(rand.NewPCG(43, 44))
	long, other, percentAll := pick(r, tokenChars, 900), pick(r, tokenChars, 20), everyByte("%%%02X")
	v := newOf(other, long)
	for name, text := range map[string]string{
		"its middle":        long[300:600],
		"its first half":    long[:700],
		"with one changed":  long[:450] + "~" + long[451:],
		"middle in base64":  base64.StdEncoding.EncodeToString([]byte(long[300:600])),
		"middle in percent": percentAll(long[400:500]),
	} {
		_, found := v.Check(piece(text))
		require.False(t, found, name)
	}
	for i := range long {
		text := long[:i] + percentAll(long[i:i+1]) + long[i+1:]
		requireHit(t, v, piece("k="+text), 1, "percent at one place")
		packed := base64.RawURLEncoding.EncodeToString([]byte("k=" + long))
		requireHit(t, v, piece(packed[:i]+percentAll(packed[i:i+1])+packed[i+1:]), 1, "percent at one place of base64")
	}
	requireHit(t, v, piece(long[:100]+other), 0, "another one")
}

// Of a secret with signs a part is looked for at first that has none, whatever has
// been undone of the rest.
func TestPartUndone(t *testing.T) {
	for secret, text := range map[string]string{
		"Cx'sHA{\\!\n*2o;!aCP":           `Cx\'sHA{\!\n*2o;!aCP`,
		`S/hEZL^>}a/=\-MHNDgy+$WrU`:      `S/hEZL^>}a\/=\-MHNDgy+$WrU`,
		`{"sid":"q7Wm2Zx9pL","n":"a b"}`: `{\"sid\":"q7Wm2Zx9pL",`,
	} {
		v := newOf(secret)
		require.False(t, v.Clean(piece(text)), text)
		require.True(t, v.Clean(piece("and nothing else")))
	}
}

// TestAround holds that a secret is told from what only holds its core, and that it is
// seen however much of what stands around the core is escaped.
func TestAround(t *testing.T) {
	r := rand.New(rand.NewPCG(51, 52))
	signs := tokenChars[:12] + "&%=+:|,;/ \"<>'\\{}é"
	escaped := func(c rune) string {
		switch r.IntN(7) {
		case 6:
			if strings.ContainsRune("\"'&<>", c) {
				return `\` + html.EscapeString(string(c))
			}
		case 0:
			return url.QueryEscape(string(c))
		case 1:
			return fmt.Sprintf("&#%d;", c)
		case 2:
			return fmt.Sprintf(`\u%04x`, c)
		case 3:
			return html.EscapeString(string(c))
		case 4:
			return strings.ReplaceAll(fmt.Sprintf("% X", "_"+string(c))[2:], " ", "%")
		}
		return string(c)
	}
	for range 20_000 {
		before, core, behind := pick(r, signs, r.IntN(6)), pick(r, tokenChars, 12), pick(r, signs, r.IntN(6))
		secret := before + core + behind
		var text strings.Builder
		for _, c := range pick(r, signs, r.IntN(4)) + before {
			text.WriteString(escaped(c))
		}
		text.WriteString(core)
		for _, c := range behind + pick(r, signs, r.IntN(4)) {
			text.WriteString(escaped(c))
		}
		if r.IntN(3) == 0 {
			layered := text.String()
			text.Reset()
			for _, c := range layered {
				text.WriteString(escaped(c))
			}
		}
		v := newOf(secret)
		_, whole := newVerifier(wholes(v.m.parts)).tokens(piece(text.String()))
		_, found := v.Check(piece(text.String()))
		require.Equal(t, whole, found, "%q in %q", secret, text.String())
	}
	require.False(t, newOf(`UH9%%Z:6v_^(I}e;"swn`).Clean(piece(`<a xsi:type="xsd:string">a|UH9%%Z:6v_^(I}e;\&#34;swn;n=1</a>`)))
	// Escapes of which the first is cut by what was undone around the core.
	require.False(t, newOf(`Q}P21c">|TZXf%+)~!]dGf1`).Clean(piece(`%5c%7851%7dP%5cx3%32%5cx31c%5c%22%3e%7c%5cx54ZXf%25%5cx2b%29%7e%21%5d%5c%7864%5cx47%5cx66%5cx31`)))
	v := newOf("page=home&from=//www.example.com/&at=1448")
	for _, text := range []string{
		`go to <a href="//www.example.com/">the page</a>`, `Referer: http://www.example.com/ and something more`, `see page //www.example.com/a?from=//www.example.com/b and c`,
	} {
		require.True(t, v.Clean(piece(text)), text)
	}
}

func TestDetails(t *testing.T) {
	for _, c := range []struct{ secret, text string }{
		{"semi;colon&amp", "semi&semi;colon&amp;amp"},
		{"a/b/c/d/e/f", "a%u002fb%u002Fc%u002fd/e/f"},
		{"caf\u00e9-noir-1", "caf&eacute;-noir-1"},
		{"caf\u00e9-noir-1", `caf\xe9-noir-1`},
		{"caf\u00e9-noir-1", `caf\xc3\xa9-noir-1`},
		{"caf\u00e9-noir-1", `caf\303\251-noir-1`},
		{"smile\U0001F600face", `smile\ud83d\ude00face`},
		{"smile\U0001F600face", `smile%ud83d%ude00face`},
		{"smile\U0001F600face", `smile\U0001F600face`},
		{"smile\U0001F600face", `smile\u{1f600}face`},
		{"smile\U0001F600face", `smile&#128512;face`},
		{"a b c d e f g", "a+b+c+d+e+f+g"},
		{"a b c d e f g", "a+b%20c+d%20e+f%20g"},
		{"a b c+d e f g", "a+b%20c%2Bd+e+f+g"},
		{"line\nbreak-12", `line\%6Ebreak-12`},
		{"line\nbreak-12", `line%5Cnbreak-12`},
		{"quo\"te-secret", `quo\&quot;te-secret`},
		{"shell-secret", `shell-\` + "\n" + "secret"},
		{"shell-secret", `shell-\` + "\r\n" + "secret"},
		{"shell-secret", `shell-\\\n` + "secret"},
		{"shell-secret", `shell-%5C%0Asecret`},
		{"shell-secret", `shell-\%0Asecret`},
		{"shell-secret", `shell-\&#10;secret`},
		{"mixed/alphabets+of-base64>>>???", strings.Replace(std64("mixed/alphabets+of-base64>>>???"), "/", "_", 1)},
		{"0123456789abcdef", hex.EncodeToString([]byte("0123456789"))[:9] + strings.ToUpper(hex.EncodeToString([]byte("0123456789abcdef"))[9:])},
	} {
		requireHit(t, newOf(c.secret), piece(c.text), 0, c.text)
	}
	var two []byte
	two = append(two, squeeze("first member ", gz)...)
	two = append(two, squeeze("then the-secret-1", gz)...)
	requireHit(t, newOf("the-secret-1"), piece(std64(string(two))), 0, "two members")
	var named bytes.Buffer
	w := gzip.NewWriter(&named)
	w.Name, w.Comment, w.Extra = "name", "comment", []byte("extra")
	fmt.Fprint(w, "the-secret-1")
	require.NoError(t, w.Close())
	requireHit(t, newOf("the-secret-1"), piece(std64(named.String())), 0, "a full head")
	cut := squeeze(strings.Repeat("the-secret-1 ", 10), gz)
	requireHit(t, newOf("the-secret-1"), piece(std64(string(cut[:len(cut)-9]))), 0, "cut short")
	stored := squeeze("the-secret-1", func(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 0); return f })
	requireHit(t, newOf("the-secret-1"), piece(std64(string(stored))), 0, "stored")
}

func TestManyAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	head := std64(`{"alg":"RS256","typ":"JWT","kid":"the same for all"}`)
	var secrets []string
	for range 2000 {
		secrets = append(secrets, head+"."+pick(r, tokenChars, 60))
	}
	secrets = append(secrets, strings.Repeat("A", 40), strings.Repeat("A", 41)+"B")
	v := newOf(secrets...)
	for n, s := range secrets[:2000] {
		requireHit(t, v, piece("Bearer "+s), n, "alike")
		requireHit(t, v, piece(std64("Bearer "+s)), n, "alike")
	}
	_, found := v.Check(piece(strings.Repeat(head+".REDACTED-jwt-1 ", 2000)))
	require.False(t, found)
}

// TestHostile holds that text made to be expensive comes to an end with nothing
// found, and that what was too much is counted as skipped.
func TestHostile(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	v := newOf(append(specialSecrets(r), pick(r, tokenChars, 4096))...)
	const mb = 1 << 20
	deep := pick(r, tokenChars, 4000)
	for len(deep) < mb {
		deep = std64(deep)
	}
	small := ""
	for range 4000 {
		small += `"` + strings.Repeat("%25", 30) + strings.Repeat("&amp;", 10) + strings.Repeat(`\\\\`, 10) + `",`
	}
	for name, in := range map[string][]byte{
		"percent":        piece(strings.Repeat("%25", mb/3)),
		"percent run":    piece("%" + strings.Repeat("25", mb/2)),
		"backslashes":    piece(strings.Repeat(`\`, mb)),
		"amps":           piece("&" + strings.Repeat("amp;", mb/4)),
		"all three":      piece(strings.Repeat(`%25&amp;\\`, mb/10)),
		"base64 slashes": piece(strings.Repeat(`QUJD\/`, mb/6)),
		"base64 lines":   piece(strings.Repeat("QUJDREVGR0hJSktM\n", mb/17)),
		"base64 percent": piece(strings.Repeat(`QUJDREVGR0hJSktM%2B`, mb/19)),
		"deep base64":    piece(deep),
		"deep ascii":     piece(strings.Repeat("QUFB", mb/4)),
		"zeros":          piece(strings.Repeat("A", mb)),
		"hex":            piece(strings.Repeat("3", mb)),
		"gzip bomb":      piece(std64(string(squeeze(strings.Repeat("\x00", 64*mb), gz)))),
		"gzip heads":     piece(strings.Repeat("H4sIAAAAAAAA", mb/12)),
		"zlib heads":     piece(strings.Repeat("eJzLSFTISSxJ", mb/12)),
		"small":          []byte("[" + small + "1]"),
		"quotes":         []byte(strings.Repeat(`"`, mb)),
		"numbers":        []byte("[" + strings.Repeat("1234567,", mb/8) + "1]"),
	} {
		_, found := v.Check(in)
		require.False(t, found, name)
	}
	require.NotZero(t, v.Skipped())
	require.Zero(t, v.Clone().Skipped())
}

func TestTooShortIsRefused(t *testing.T) {
	require.Panics(t, func() { newOf("1234567") })
	require.NotPanics(t, func() { newOf("12345678") })
	_, found := newOf().Check(piece("nothing to look for %41 QUJDREVGR0hJSktM"))
	require.False(t, found)
}

func TestNoAllocations(t *testing.T) {
	v := newOf(specialSecrets(rand.New(rand.NewPCG(17, 18)))...)
	in := piece(`a%20b &amp; \u0041\n ` + std64(`{"k":"v%41"}`) + hex.EncodeToString([]byte("some hex here")) +
		std64(string(squeeze("hello, hello, hello", gz))))
	v.Check(in)
	require.Zero(t, testing.AllocsPerRun(100, func() { v.Check(in) }))
}

// TestImports holds what makes this look independent: the standard library and
// the report alone.
func TestImports(t *testing.T) {
	allowed := map[string]string{
		"bytes":           "comparing",
		"compress/flate":  "what stands in deflate",
		"encoding/base64": "makes the patterns; what is read is decoded by hand",
		"encoding/binary": "8 bytes at a time",
		"hash/maphash":    "which views were seen",
		"io":              "flate's reader",
		"math/bits":       "8 bytes at a time",
		"strings":         "tables",
		"unicode/utf16":   "surrogates",
		"unicode/utf8":    "code points",
	}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		require.NoError(t, err)
		for _, imp := range f.Imports {
			path, err := strconv.Unquote(imp.Path.Value)
			require.NoError(t, err)
			require.Contains(t, allowed, path, name)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte(`{"a":"%41&amp;\\n"}`), "some-secret", uint8(0))
	f.Add([]byte(`H4sIAAAAAAAA eJzLSFTISSxJ \u{41}\x41%u0041`), "two words 1", uint8(3))
	f.Fuzz(func(t *testing.T, noise []byte, secret string, which uint8) {
		if len(secret) < minSecret || !utf8.ValidString(secret) {
			return
		}
		v := newOf(secret)
		v.Check(noise)
		v.Check(piece(string(noise)))
		text := strings.ToValidUTF8(string(noise), "")
		hit, found := v.Check(piece(text + secret + text))
		require.True(t, found)
		require.Zero(t, hit.Secret)
		if e := encoders[int(which)%len(encoders)]; e.fits(secret) {
			enc := e.encode(secret)
			_, found = v.Check(piece(text + " " + enc + " " + text))
			require.True(t, found || v.Skipped() > 0, enc)
		}
	})
}
