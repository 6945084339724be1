package rule

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// agrees holds a pattern to what package regexp finds at the begin of text.
func agrees(t *testing.T, p *pattern, re *regexp.Regexp, text []byte) {
	t.Helper()
	start, end, ok := p.match(text)
	want := re.FindSubmatchIndex(text)
	at := (re.NumSubexp()) * 2
	if want == nil || want[at] < 0 {
		require.False(t, ok, "%s in %q: %d:%d found, and there is nothing", re, text, start, end)
		return
	}
	require.True(t, ok, "%s in %q: %d:%d not found", re, text, want[at], want[at+1])
	require.Equal(t, want[at:at+2], []int{start, end}, "%s in %q", re, text)
}

func both(t *testing.T, text string) (*pattern, *regexp.Regexp) {
	t.Helper()
	p, err := parse(text)
	require.NoError(t, err)
	return p, regexp.MustCompile(`\A(?:` + text + `)`)
}

// mutate changes a few bytes of a value: to others of its own, to what stands in
// the pattern, or to nothing; or doubles a stretch.
func mutate(value []byte, pattern string, r *rand.Rand) []byte {
	b := append([]byte(nil), value...)
	for range r.IntN(4) {
		if len(b) == 0 {
			break
		}
		i, j := r.IntN(len(b)), r.IntN(len(b))
		switch r.IntN(7) {
		case 0:
			b[i] = b[j]
		case 1:
			b[i] = pattern[r.IntN(len(pattern))] & 0x7F
		case 2:
			b[i] = byte(r.IntN(128))
		case 3:
			b = append(b[:i], b[i+1:]...)
		case 4:
			b = append(b[:i], append([]byte(pattern[r.IntN(len(pattern)):]), b[i:]...)...)
		case 5:
			i, j = min(i, j), max(i, j)
			b = append(b[:j], append(append([]byte(nil), b[i:j]...), b[j:]...)...)
		case 6:
			b = b[:i]
		}
	}
	return b
}

// TestPatternsMatchWhatRegexpDoes holds every pattern of the tables to package
// regexp: on its own examples, on those of all others, and on what comes of
// changing them.
func TestPatternsMatchWhatRegexpDoes(t *testing.T) {
	var values []string
	r := exampleRand("patterns")
	for _, e := range formatExamples() {
		for _, template := range []string{e.hit, e.hit2, e.miss} {
			v, _, _ := fillTemplate(template, r)
			values = append(values, v)
		}
	}
	hits := 0
	for _, f := range Formats() {
		p, re := both(t, f.Pattern)
		for _, v := range values {
			agrees(t, p, re, []byte(v))
		}
		for _, e := range formatExamples() {
			if e.id != f.ID {
				continue
			}
			for range 200 {
				for _, template := range []string{e.hit, e.hit2, e.miss} {
					v, _, _ := fillTemplate(template, r)
					text := mutate([]byte(v), f.Pattern, r)
					for _, prefix := range append(f.Prefix, f.Infix) {
						// Where it begins, as FormatAt and FormatIn ask.
						if i := strings.Index(string(text), prefix); i >= 0 {
							agrees(t, p, re, text[i:])
							if re.Match(text[i:]) {
								hits++
							}
						}
					}
					agrees(t, p, re, text)
				}
			}
		}
	}
	require.Greater(t, hits, 50000)
}

// TestMatchAllocatesNothing, whatever the pattern is.
func TestMatchAllocatesNothing(t *testing.T) {
	r := exampleRand("allocates")
	for _, e := range formatExamples() {
		v, _, _ := fillTemplate(e.hit, r)
		text := []byte(v)
		for _, s := range shapes {
			if s.ID == e.id {
				p := s.pattern()
				require.Zero(t, testing.AllocsPerRun(10, func() { p.match(text) }), e.id)
			}
		}
	}
}

// Patterns beyond those of the tables: what the syntax can say.
var patternTexts = []string{
	`abc`, `a.c`, `(?s)a.c`, `a|b|cd`, `(?:ab|a)(?:bc|c)?`, `(a|ab)(?:c|bcd)`, `a*b`, `a+?b`, `a*?`, `a??b`, `[a-c]{2}`, `[a-c]{2,}`, `[a-c]{1,3}c`,
	`[a-c]{1,3}?c`, `(?:ab){2}`, `(?:ab){1,}c`, `(?:ab){0,2}?a`, `(?:a|b)*abb`, `(?:ab?)+?b`, `[^a-b]+`, `[^\s"]*?b`, `\d+\w*\s?`, `[\w-]+-`,
	`a{3}`, `a{0,2}a`, `(?:a{1,2}b){1,2}`, `(?:a[ab]*b|b)+c`, `(b*)c`, `a(?:b|)c`, `\.\\\$\?\+\*\(\)\[\]\{\}`, `x{2,4}?x`, `(?:(?:a|ab)(?:c|bcd))(d*)`, `[ab]*?(b+)c?`,
}

func TestPatternSyntax(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, text := range patternTexts {
		p, re := both(t, text)
		for range 3000 {
			b := make([]byte, r.IntN(12))
			for i := range b {
				b[i] = "aaabbbccd x-_1\n\"."[r.IntN(17)]
			}
			agrees(t, p, re, b)
		}
		agrees(t, p, re, []byte(`.\$?+*()[]{}`))
	}
}

func TestPatternErrors(t *testing.T) {
	for text, want := range map[string]string{
		`a(b`:         "nothing closes",
		`a)b`:         "nothing opens",
		`a[b`:         "nothing closes",
		`a**`:         "stands for nothing",
		`*a`:          "stands for nothing",
		`a{2`:         "no count",
		`a{2,1}`:      "no count",
		`a{x}`:        "no count",
		`^a`:          "stands for nothing",
		`a$`:          "stands for nothing",
		`(a)(b)`:      "second group",
		`(?i)a`:       "stands for nothing",
		`(?:a?)*`:     "may be empty",
		`\pL`:         "not known",
		`\b`:          "not known",
		`[[:alpha:]]`: "no class may hold",
		`[z-a]`:       "a range",
		`a\`:          "backslash at the end",
		`ü`:           "beyond ASCII",
		`a{2}{3}`:     "stands for nothing",
	} {
		_, err := parse(text)
		require.ErrorContains(t, err, want, text)
	}
}

// TestPatternsAreLinear counts how many ends of runs are tried in texts that are
// made to be gone back into: values of each format with stretches over and over.
func TestPatternsAreLinear(t *testing.T) {
	r := exampleRand("linear")
	for _, e := range formatExamples() {
		var p *pattern
		for _, s := range shapes {
			if s.ID == e.id {
				p = s.pattern()
			}
		}
		for range 30 {
			v, start, _ := fillTemplate(e.hit, r)
			text := []byte(v)
			for len(text) < 4<<10 {
				i, j := r.IntN(len(text)+1), r.IntN(len(text)+1)
				i, j = min(i, j), max(i, j)
				stretch := bytes.Repeat(text[i:j], 1+r.IntN(40))
				text = append(text[:j], append(stretch, text[j:]...)...)
			}
			for _, at := range []int{0, start} {
				m := matching{text: text[at:min(len(text), 8<<10)]}
				m.run(p.start)
				require.LessOrEqual(t, m.tries, 2*len(m.text), "%s: %.200q", e.id, m.text)
			}
		}
	}
	// And that the count can tell: this one goes back into each run from each other.
	p, _ := both(t, `[ab]*a[ab]*a[ab]*c`)
	m := matching{text: bytes.Repeat([]byte("a"), 300)}
	m.run(p.start)
	require.Greater(t, m.tries, 2*len(m.text))
}

func FuzzPattern(f *testing.F) {
	r := exampleRand("fuzz")
	for i, format := range Formats() {
		for _, e := range formatExamples() {
			if e.id == format.ID {
				v, _, _ := fillTemplate(e.hit, r)
				f.Add(uint16(i), []byte(v))
			}
		}
	}
	formats := Formats()
	f.Fuzz(func(t *testing.T, n uint16, text []byte) {
		for i := range text {
			text[i] &= 0x7F // a class speaks of bytes, and regexp of letters
		}
		p, re := both(t, formats[int(n)%len(formats)].Pattern)
		agrees(t, p, re, text)
	})
}
