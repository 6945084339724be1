package jsonscan

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScanner(t *testing.T) {
	long := strings.Repeat("x", 100)
	for _, c := range []struct {
		name string
		text string
		want []Token
	}{
		{"empty", "", nil},
		{"white space", " \t\r\n", nil},
		{"brackets", "{}[]", []Token{{ObjectOpen, 0, 1, false}, {ObjectClose, 1, 2, false}, {ArrayOpen, 2, 3, false}, {ArrayClose, 3, 4, false}}},
		{"pair", ` {"a" : 1 , `, []Token{{ObjectOpen, 1, 2, false}, {String, 2, 5, false}, {Colon, 6, 7, false}, {Number, 8, 9, false}, {Comma, 10, 11, false}}},
		{"literals", "true,false null", []Token{{Literal, 0, 4, false}, {Comma, 4, 5, false}, {Literal, 5, 10, false}, {Literal, 11, 15, false}}},
		{"literal cut", "tru", []Token{{Error, 0, 1, false}, {Error, 1, 2, false}, {Error, 2, 3, false}}},
		{"literal misspelt", "nulx", []Token{{Error, 0, 1, false}, {Error, 1, 2, false}, {Error, 2, 3, false}, {Error, 3, 4, false}}},
		{"numbers", "-1.5e+3,0 01", []Token{{Number, 0, 7, false}, {Comma, 7, 8, false}, {Number, 8, 9, false}, {Number, 10, 12, false}}},
		{"empty string", `""`, []Token{{String, 0, 2, false}}},
		{"two strings", `"a""b"`, []Token{{String, 0, 3, false}, {String, 3, 6, false}}},
		{"escaped quote", `"a\"b"`, []Token{{String, 0, 6, true}}},
		{"escaped backslash", `"\\"`, []Token{{String, 0, 4, true}}},
		{"escape past a word", `"` + long + `\"` + long + `"`, []Token{{String, 0, 204, true}}},
		{"long string", `"` + long + `"`, []Token{{String, 0, 102, false}}},
		{"control characters pass", "\"a\nb\"", []Token{{String, 0, 5, false}}},
		{"any bytes pass", "\"\xff\xa2\xdc\x80\"", []Token{{String, 0, 6, false}}},
		{"no end", `"abc`, []Token{{Error, 0, 4, false}}},
		{"no end, empty", `"`, []Token{{Error, 0, 1, false}}},
		{"no end, long", `"` + long, []Token{{Error, 0, 101, false}}},
		{"no end after an escape", `"abc\"`, []Token{{Error, 0, 6, true}}},
		{"backslash at the end", `"abc\`, []Token{{Error, 0, 5, false}}},
		{"goes on after an error", `[x]`, []Token{{ArrayOpen, 0, 1, false}, {Error, 1, 2, false}, {ArrayClose, 2, 3, false}}},
		{"control character", "\x00", []Token{{Error, 0, 1, false}}},
		{"byte order mark", bom + "1", []Token{{Error, 0, 1, false}, {Error, 1, 2, false}, {Error, 2, 3, false}, {Number, 3, 4, false}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := Scanner{Data: []byte(c.text)}
			for _, want := range c.want {
				require.Equal(t, want, s.Next())
				require.Equal(t, want.End, s.Pos)
			}
			for range 2 {
				require.Equal(t, Token{End, len(c.text), len(c.text), false}, s.Next())
			}
		})
	}
}

// requireTokens holds the tokens of valid JSON against what lies between them.
func requireTokens(t testing.TB, text []byte) {
	t.Helper()
	s := Scanner{Data: text}
	at := 0
	for {
		tok := s.Next()
		if skipped := string(text[at:tok.Start]); strings.Trim(skipped, " \t\r\n") != "" {
			require.Fail(t, "a token left out", "%q", skipped)
		}
		if tok.Kind == End {
			require.Equal(t, len(text), tok.End)
			return
		}
		part := text[tok.Start:tok.End]
		switch tok.Kind {
		case Error:
			require.Fail(t, "an error in valid JSON")
		case String, Number, Literal:
			escaped := tok.Kind == String && strings.Contains(string(part), `\`)
			if !json.Valid(part) || tok.Escaped != escaped {
				require.Fail(t, "a token cut wrongly", "%v %q", tok, part)
			}
		default:
			if len(part) != 1 {
				require.Fail(t, "a token cut wrongly", "%v %q", tok, part)
			}
		}
		at = tok.End
	}
}

func TestScannerOnSamples(t *testing.T) {
	for _, s := range samples(300_000) {
		t.Run(s.name, func(t *testing.T) { requireTokens(t, s.data) })
	}
}

func TestScannerAllocatesNothing(t *testing.T) {
	data := harLike(50_000, 500, 5, true)
	require.Zero(t, testing.AllocsPerRun(5, func() {
		s := Scanner{Data: data}
		for s.Next().Kind != End {
		}
		if !Valid(data) {
			panic("invalid")
		}
	}))
}
