package verify

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWords holds the functions that look at eight bytes to what they say of
// each byte at each place, whatever stands beside it.
func TestWords(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	var w [8]byte
	for c := range 256 {
		for k := range 8 {
			for _, beside := range []byte{0, 1, '%', '+' - 1, 'A', 0x7f, 0x80, 0xff, byte(r.Uint32())} {
				for i := range w {
					w[i] = beside
				}
				w[k] = byte(c)
				x := binary.LittleEndian.Uint64(w[:])
				for i, b := range w {
					require.Equal(t, class[b]&isBase64 == 0, notBase64(x)>>(8*i+7)&1 == 1, "%q at %d", w, i)
					require.Equal(t, b < '+' || b >= 0x80, sparse(x)>>(8*i+7)&1 == 1, "%q at %d", w, i)
				}
				require.Zero(t, (notBase64(x)|sparse(x))&^highs)
			}
		}
	}
	for range 100_000 {
		b := []byte(pick(r, tokenChars+"+/", 32))
		bad := notASCII(worth(load(b, 0)), worth(load(b, 8)))
		for i := range 8 {
			require.False(t, asciiAt(b[i:]) && bad>>(8*i)&1 == 1, "%q at %d", b, i)
		}
		at := skipBinary(b, 0)
		for i := range at {
			require.False(t, i%8 < 4 && asciiAt(b[i:]) && asciiAt(b[i+4:]) && asciiAt(b[i+8:]), "%q at %d", b, i)
		}
		k := r.IntN(8)
		copy(b[k:], []string{"H4sI", "eAE", "eF4", "eJw", "eNo"}[r.IntN(5)])
		require.False(t, headless(load(b, 0), load(b, 1)), "%q", b)
	}
}

// TestRunsAtEveryPlace holds base64 and hex, as short as they may be, at every
// distance from what comes before and behind them.
func TestRunsAtEveryPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(33, 34))
	s := pick(r, tokenChars, 8)
	v := newOf(s, "pa%s&wo\\rd\"1")
	for _, enc := range []string{s, std64(s), hex.EncodeToString([]byte(s)), std64("%" + hex.EncodeToString([]byte(s[:1])) + s[1:]), `\u00` + hex.EncodeToString([]byte(s[:1])) + s[1:]} {
		for before := range 34 {
			for after := range 18 {
				for _, pad := range []string{" ", "\n", `"`, `\`, "é", ":", "\"\n", `\"`, "a ", "<&nbsp;>"} {
					text := strings.Repeat(pad, before) + "." + enc + "." + strings.Repeat(pad, after)
					_, found := v.Check(piece(text))
					require.True(t, found, "%q", text)
				}
			}
		}
	}
}

// TestLengths holds patterns around the lengths at which they change index, at
// every place of a stride, and no part of them alone.
func TestLengths(t *testing.T) {
	r := rand.New(rand.NewPCG(35, 36))
	for n := minSecret; n < 40; n++ {
		for _, chars := range []string{tokenChars, "+/", "abc def!(\"\\%", "0123456789"} {
			s := pick(r, chars, n)
			v := newOf(s, pick(r, tokenChars, 50))
			for before := range 10 {
				for after := range 9 {
					text := strings.Repeat("~", before) + s + strings.Repeat("~", after)
					_, found := v.Check(piece(text))
					require.True(t, found, "%q", text)
					_, found = v.Check(piece(std64(text)))
					require.True(t, found, "%q", text)
				}
				_, found := v.Check(piece(strings.Repeat("~", before) + s[1:]))
				require.False(t, found)
				_, found = v.Check(piece(strings.Repeat("~", before) + s[:n-1]))
				require.False(t, found)
			}
		}
	}
}

// TestStringsApart holds that what is looked at as a whole is not taken for one
// string: nothing is found that no single string or number holds.
func TestStringsApart(t *testing.T) {
	for _, c := range []struct{ secret, in string }{
		{`half","half-of-it`, `["half","half-of-it"]`},
		{`12345678, 90`, `[12345678, 90]`},
		{`{"a":1,"b":2}`, `{"a":1,"b":2}`},
		{"nbcdefgh", `["\nbcdefgh"]`},
		{"u0041bcdefg", `["\u0041bcdefg"]`},
		{`quote:\"in it`, `["quote:\"in it"]`},
		{"one-two-three", `["one-","two-three"]`},
		{"one-two-three", `["one-\u0074wo-","three"]`},
	} {
		_, found := newOf(c.secret).Check([]byte(c.in))
		require.False(t, found, c.in)
		// A real one behind it is found nevertheless, and where it is.
		in := c.in[:len(c.in)-1] + `,` + jsonText(c.secret) + `]`
		if c.in[0] == '{' {
			in = `[` + c.in + `,` + jsonText(c.secret) + `]`
		}
		hit := requireHit(t, newOf(c.secret), []byte(in), 0, in)
		require.Equal(t, len(in)-1, hit.End, in)
	}
}

// TestEndlessBeside holds that a string which uses up the budgets hides nothing
// in the strings behind it.
func TestEndlessBeside(t *testing.T) {
	bomb := std64(string(squeeze(strings.Repeat("\x00", 64<<20), gz)))
	v := newOf("the-secret-1")
	requireHit(t, v, []byte(`["`+bomb+`","dGhlL`+`","`+std64("%74he-secret-1")+`"]`), 0, "behind a bomb")
	require.NotZero(t, v.Skipped())
}

// TestLayersOfStrings holds what escapes come to in strings in strings.
func TestLayersOfStrings(t *testing.T) {
	r := rand.New(rand.NewPCG(37, 38))
	for _, s := range append(specialSecrets(r), "shell-secret", "caf\u00e9-noir-1", "smile\U0001F600face", "a/b/c/d/e/f") {
		v := newOf(s)
		for _, text := range []string{
			s,
			strings.ReplaceAll(s, "/", `\/`),
			everyRune(`\u%04x`)(strings.ToValidUTF8(s, "")),
			everyByte(`\x%02x`)(s),
			"prefix\\" + "\n" + s[:3] + "\\\n" + s[3:],
			wrap(std64(s), 12, "\n"),
			wrap(std64(s), 12, "\r\n\t"),
			wrap(hex.EncodeToString([]byte(s)), 12, "\n"),
			"<a href='?x=1&amp;y=2'>&nbsp;&amp;&lt;" + html.EscapeString(s) + "&amp;",
		} {
			if s[3]&0xc0 == 0x80 || strings.ContainsRune(s, 0x1F600) && strings.Contains(text, `\u1f600`) ||
				strings.Contains(s, `\`) && !strings.Contains(text, s) || strings.Contains(s, "%") && text[0] == '<' {
				continue // not text any more, or an escape of its own
			}
			for depth := range 5 {
				if depth > 0 {
					text = inner(text)
				}
				for _, before := range []string{"", "\n", `\"`, `x\\ `} {
					if _, found := v.Check(piece(before + text)); !found {
						require.Fail(t, "not found", "%q in %q, %d deep", s, before+text, depth)
					}
				}
			}
		}
	}
}

// A reference decodes everything everywhere, with what the standard library has
// and with regular expressions, as slow as that is.
type reference struct {
	secrets []string
	seen    map[string]bool
}

var (
	percentRE = regexp.MustCompile(`%[0-9a-fA-F]{2}`)
	slashRE   = regexp.MustCompile(`\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|["'/\\nrt])`)
	base64RE  = regexp.MustCompile(`[A-Za-z0-9+/_-]{11,}`)
	hexRE     = regexp.MustCompile(`[0-9a-fA-F]{16,}`)
	breakRE   = regexp.MustCompile(`[\r\n]+`)
)

func unpercent(s string) string {
	n, err := strconv.ParseUint(s[1:], 16, 8)
	if err != nil {
		panic(err)
	}
	return string([]byte{byte(n)})
}

func unslash(s string) string {
	switch s[1] {
	case 'u', 'x':
		n, err := strconv.ParseUint(s[2:], 16, 16)
		if err != nil {
			panic(err)
		}
		return string(rune(n))
	case 'n':
		return "\n"
	case 'r':
		return "\r"
	case 't':
		return "\t"
	}
	return s[1:]
}

// holds tells whether a view holds a secret, with so many layers to come off.
func (f *reference) holds(view string, layers int) bool {
	for _, s := range f.secrets {
		if strings.Contains(view, s) {
			return true
		}
	}
	if layers == 0 || f.seen[view] {
		return false
	}
	f.seen[view] = true
	next := []string{
		percentRE.ReplaceAllStringFunc(view, unpercent),
		slashRE.ReplaceAllStringFunc(view, unslash),
		html.UnescapeString(view),
	}
	if breakRE.MatchString(view) {
		next = append(next, breakRE.ReplaceAllString(view, ""))
	}
	for _, run := range base64RE.FindAllString(view, -1) {
		run = strings.NewReplacer("-", "+", "_", "/").Replace(run)
		for offset := range 4 {
			b, _ := base64.RawStdEncoding.DecodeString(run[offset:]) // as far as it goes
			next = append(next, string(b))
		}
	}
	for _, run := range hexRE.FindAllString(view, -1) {
		for offset := range 2 {
			b, _ := hex.DecodeString(run[offset:])
			next = append(next, string(b))
		}
	}
	for _, n := range next {
		if n != view && f.holds(n, layers-1) {
			return true
		}
	}
	return false
}

// document gives a JSON document of random strings, in which secrets stand in
// random encodings, or nearly do.
func document(r *rand.Rand, secrets []string) []byte {
	wraps := []func(string) string{
		func(s string) string { return strings.ReplaceAll(everyByte("%%%02x")(s), "%5f", "_") },
		func(s string) string { return html.EscapeString(s) },
		inner, inner, inner,
		func(s string) string { return strings.ReplaceAll(s, "/", `\/`) },
		func(s string) string { i := r.IntN(len(s)); return s[:i] + fmt.Sprintf("%%%02X", s[i]) + s[i+1:] },
		func(s string) string {
			if i := r.IntN(len(s)); s[i] < 0x80 {
				return s[:i] + fmt.Sprintf(`\u%04x`, s[i]) + s[i+1:]
			}
			return s
		},
		std64, std64,
		func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) },
		func(s string) string { return wrap(std64(s), 16+r.IntN(61), "\n") },
		func(s string) string { return hex.EncodeToString([]byte(s)) },
		func(s string) string { return `{"k":` + jsonText(s) + `,"n":[1]}` },
		func(s string) string { return "k=v&k=" + s + "&l=w" },
		func(s string) string { return strings.Repeat("lorem ipsum ", r.IntN(40)) + s + "\n" },
		func(s string) string { return pick(r, glue64, r.IntN(20)) + s + pick(r, glue64, r.IntN(20)) },
	}
	var parts []any
	for range 1 + r.IntN(6) {
		s := secrets[r.IntN(len(secrets))]
		if r.IntN(3) > 0 { // nearly
			i := r.IntN(len(s))
			s = s[:i] + "~" + s[i:]
			if r.IntN(2) == 0 {
				s = pick(r, tokenChars+`"'\/%&;+ `+"\n", 4+r.IntN(40))
			}
		}
		for range r.IntN(4) {
			if n := wraps[r.IntN(len(wraps))](s); len(n) < 4000 {
				s = n
			}
		}
		switch r.IntN(4) {
		case 0:
			parts = append(parts, map[string]any{s: r.IntN(1e9)})
		case 1:
			parts = append(parts, []any{s, r.Float64()})
		default:
			parts = append(parts, s)
		}
	}
	b, err := json.Marshal(parts)
	if err != nil {
		panic(err)
	}
	return b
}

// leaves gives the strings of a document.
func leaves(doc any) (out []string) {
	switch x := doc.(type) {
	case string:
		out = append(out, x)
	case []any:
		for _, y := range x {
			out = append(out, leaves(y)...)
		}
	case map[string]any:
		for k, y := range x {
			out = append(append(out, k), leaves(y)...)
		}
	}
	return out
}

// TestAgainstReference holds that Check finds what the reference finds, and what
// looking at each string by itself finds, and nothing more than the latter.
func TestAgainstReference(t *testing.T) {
	r := rand.New(rand.NewPCG(39, 40))
	rounds := 3000
	if testing.Short() {
		rounds = 300
	}
	hits := 0
	for round := range rounds {
		var secrets []string
		for range 1 + r.IntN(4) {
			chars := []string{tokenChars, tokenChars + "+/=", "0123456789abcdef", tokenChars + ".:~!", tokenChars + `"'<> ` + "\n"}[r.IntN(5)]
			secrets = append(secrets, pick(r, chars, 10+r.IntN(50)))
		}
		doc := document(r, secrets)
		var tree any
		require.NoError(t, json.Unmarshal(doc, &tree))
		f := reference{secrets: secrets, seen: map[string]bool{}}
		want := false
		for _, leaf := range leaves(tree) {
			want = want || f.holds(leaf, 4)
		}
		v := newOf(secrets...)
		_, found := v.Check(doc)
		require.True(t, found || !want, "round %d: %q in %s", round, secrets, doc)
		_, apart := newVerifier(wholes(New(asBytes(secrets)).m.parts)).tokens(doc)
		require.Equal(t, apart, found, "round %d: %q in %s", round, secrets, doc)
		if found {
			hits++
		}
	}
	require.Greater(t, hits, rounds/5)
	require.Less(t, hits, rounds*9/10)
}

// TestWhatIsAskedFirst holds the tables that spare a call to what the call says.
func TestWhatIsAskedFirst(t *testing.T) {
	tails := []string{"", "\n", "A", "n", "r", "u000a", "u000D", "x0a", "\\n", "\\\\r", "0A", "0d", "#10;", "#13;", "#xA;", "#xd;", "41", "=0", "\\r\\n", "\r\n"}
	v := newOf("a:b!cdefgh=i/j+k")
	for c := range 256 {
		for _, tail := range tails {
			b := append([]byte{byte(c)}, tail...)
			require.True(t, mayBreak[c] || lineBreak(b) == 0, "%q", b)
			for _, more := range tails {
				b := append(append([]byte{'=', byte(c)}, tail...), more...)
				require.True(t, !dullEquals[c] || !v.quotes(b), "%q", b)
			}
		}
	}
}

// A blank behind a backslash and a plus for another one are no less told in a whole
// piece than in a string by itself.
func TestBlanksInTwoWays(t *testing.T) {
	for _, s := range []string{`two\ words+here\ 123`, `two+words\ here+123`, `a="two\ words+here+123"`, `two%20words+here 123`} {
		_, found := newOf("two words here 123").Check(piece(s))
		require.True(t, found, s)
	}
	_, found := newOf("two words here 123").Check(piece(`two\ words+here+124`))
	require.False(t, found)
}
