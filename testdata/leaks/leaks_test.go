package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var seeds = []uint64{1, 2}

// TestCore is the bench at its small size: nothing leaks, everything is kept.
func TestCore(t *testing.T) {
	for _, seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			got := bench(generate(seed, sizes["small"], false), redactCore)
			if !got.passed() {
				var out bytes.Buffer
				got.print(&out, false)
				for _, n := range got.notes[:min(20, len(got.notes))] {
					out.WriteString(n + "\n")
				}
				t.Fatal(out.String())
			}
		})
	}
}

// TestReaderFindsEverything reads the files as they were generated: every
// secret leaks and every look-alike is there, or a label is wrong.
func TestReaderFindsEverything(t *testing.T) {
	for _, seed := range seeds {
		for _, f := range generate(seed, sizes["small"], false) {
			v := judge(f, f.data)
			require.Empty(t, v.broken)
			require.Empty(t, v.touched)
			require.Empty(t, v.stray)
			for _, l := range v.labels {
				require.Equal(t, l.mark.sec != nil, l.failed, "%s %s: %s in %s %v", f.name, l.pointer, l.mark.wanted(), l.mark.place, l.mark.chain)
			}
		}
	}
}

// TestIdealPasses shows that the wanted figures can be reached: a tool that
// makes no mistake gets 0 leaked, 100 % kept and nothing touched.
func TestIdealPasses(t *testing.T) {
	for _, seed := range seeds {
		got := bench(generate(seed, sizes["small"], false), ideal(seed, sizes["small"]))
		require.Empty(t, got.notes)
		require.True(t, got.passed())
	}
}

// TestSearchAndReplaceFails: a tool that knows all secrets but no encoding is caught.
func TestSearchAndReplaceFails(t *testing.T) {
	got := bench(generate(1, sizes["small"], false), redactNaively)
	require.False(t, got.passed())
	require.Greater(t, got.planted.percent(), 20.0)
	require.Less(t, got.secretsBy["encoding"]["plain"].percent(), got.secretsBy["encoding"]["base64"].percent())
}

// TestMutations damages a perfect output in one spot at a time: the bench must see each.
func TestMutations(t *testing.T) {
	files, twins := generate(1, sizes["small"], false), generate(1, sizes["small"], true)
	for i, f := range files {
		clean := twins[i].data
		require.Empty(t, judge(f, clean).failures())

		// One secret comes back, in a comment of the file's own and in base64.
		var back *secret
		for _, l := range labelsOf(f) {
			if s := l.mark.sec; s != nil && !s.Short && !strings.Contains(s.Value, "\n") {
				back = s
				break
			}
		}
		require.NotNil(t, back)
		for name, enc := range map[string]func(string) string{
			"plain":   func(s string) string { return s },
			"base64":  func(s string) string { return base64.StdEncoding.EncodeToString([]byte("xy" + s)) },
			"hex gz":  func(s string) string { return fmt.Sprintf("%x", gzipped(s)) },
			"percent": func(s string) string { return percentBytes(s, "%%%02x", func(byte) bool { return true }) },
		} {
			out := replaceFirst(t, clean, `"version":`, `"1.2"`, quoted(enc(back.Value)))
			v := judge(f, out)
			require.True(t, v.seen[back], "%s: %s as %s", f.name, back.Kind, name)
			require.NotEmpty(t, v.stray)
			require.NotEmpty(t, v.touched)
		}

		// One harmless value is replaced.
		done := false
		for _, l := range labelsOf(f) {
			k := l.mark.keep
			if k == nil || len(k.Value) < 16 {
				continue
			}
			out := edit(clean, func(leaf int, raw string) string {
				if leaf != l.leaf || strings.Count(raw, k.Value) != 1 {
					return raw
				}
				done = true
				return strings.Replace(raw, k.Value, "REDACTED-1", 1)
			})
			if !done {
				continue
			}
			require.Contains(t, strings.Join(judge(f, out).failures(), "\n"), l.pointer+": "+k.Value, f.name)
			break
		}
		require.True(t, done, f.name)

		// The shape changes, or the JSON breaks.
		require.NotEmpty(t, judge(f, clean[:len(clean)/2]).broken)
		require.NotEmpty(t, judge(f, nil).broken)
		require.NotEmpty(t, judge(f, bytes.Replace(clean, []byte(`"log"`), []byte(`"Log"`), 1)).broken)
		require.NotEmpty(t, judge(f, bytes.Replace(clean, []byte(`"creator"`), []byte(`"x":1,"creator"`), 1)).broken)
	}
}

// TestEachDimensionCounts leaves the values of one kind, place, encoding or
// exporter in an otherwise perfect output: the figures of just that one move.
func TestEachDimensionCounts(t *testing.T) {
	files, perfect := generate(2, sizes["small"], false), ideal(2, sizes["small"])
	for name, spared := range map[string]func(*label) bool{
		"kind jwt":                func(l *label) bool { return l.mark.sec.Kind == "jwt" },
		"kind password guessable": func(l *label) bool { return l.mark.sec.Kind == "password guessable" },
		"place Cookie header":     func(l *label) bool { return l.mark.place == "Cookie header" },
		"place page title":        func(l *label) bool { return l.mark.place == "page title" },
		"encoding base64":         func(l *label) bool { return slices.Contains(l.mark.chain, "base64") },
		"encoding entity hex":     func(l *label) bool { return slices.Contains(l.mark.chain, "entity hex") },
		"encoding gzip base64":    func(l *label) bool { return slices.Contains(l.mark.chain, "gzip base64") },
		"role echo":               func(l *label) bool { return l.mark.role == echo },
		"exporter fiddler":        func(l *label) bool { return l.exporter == "fiddler" },
	} {
		got := bench(files, func(f *harFile) ([]byte, error) {
			spare := map[int]bool{}
			for _, l := range labelsOf(f) {
				if l.mark.sec != nil && spared(l) {
					spare[l.leaf] = true
				}
			}
			clean, err := perfect(f)
			if err != nil {
				return nil, err
			}
			return restore(f.data, clean, spare), nil
		})
		dimension, value, _ := strings.Cut(name, " ")
		by := got.secretsBy[dimension]
		require.NotNil(t, by[value], name)
		require.Equal(t, by[value].all, by[value].bad, name)
		require.Less(t, got.planted.bad, got.planted.all, name)
		require.Zero(t, got.keeps.bad, name)
		require.False(t, got.passed(), name)
	}
}

// restore puts original leaves back into an output.
func restore(original, clean []byte, leaves map[int]bool) []byte {
	var before []string
	edit(original, func(_ int, raw string) string {
		before = append(before, raw)
		return raw
	})
	return edit(clean, func(leaf int, raw string) string {
		if leaves[leaf] {
			return before[leaf]
		}
		return raw
	})
}

// edit changes the leaves of a document.
func edit(doc []byte, change func(leaf int, raw string) string) []byte {
	tokens, err := tokenize(doc)
	if err != nil {
		panic(err)
	}
	var b strings.Builder
	n, end := 0, 0
	for _, tk := range tokens {
		b.WriteString(tk.gap)
		end += len(tk.gap) + len(tk.raw)
		if !tk.leaf() {
			b.WriteString(tk.raw)
			continue
		}
		b.WriteString(change(n, tk.raw))
		n++
	}
	return []byte(b.String() + string(doc[end:]))
}

// failures are the labels that were not met, and everything else that is wrong.
func (v *verdict) failures() []string {
	out := append(append([]string(nil), v.stray...), v.touched...)
	for _, l := range v.labels {
		if l.failed {
			out = append(out, l.pointer+": "+l.mark.wanted())
		}
	}
	if v.broken != "" {
		out = append(out, v.broken)
	}
	return out
}

func quoted(s string) string { return `"` + quoteJSON(s) + `"` }

// replaceFirst replaces the first old after a landmark.
func replaceFirst(t *testing.T, doc []byte, landmark, old, with string) []byte {
	t.Helper()
	s := string(doc)
	i := strings.Index(s, landmark)
	require.GreaterOrEqual(t, i, 0)
	j := strings.Index(s[i:], old)
	if j < 0 {
		j = strings.Index(s[i:], `"`+old[1:])
	}
	require.GreaterOrEqual(t, j, 0)
	return []byte(s[:i+j] + with + s[i+j+len(old):])
}

// TestSameSeedSameFiles: two runs agree to the byte.
func TestSameSeedSameFiles(t *testing.T) {
	a, b := generate(7, size{6, 8}, false), generate(7, size{6, 8}, false)
	for i := range a {
		require.Equal(t, string(a[i].data), string(b[i].data))
	}
}

// TestEverySecretIsTold: what nothing gives away cannot be asked for.
func TestEverySecretIsTold(t *testing.T) {
	for _, f := range generate(3, sizes["small"], false) {
		roles := map[*secret]string{}
		for _, l := range labelsOf(f) {
			if s := l.mark.sec; s != nil && roles[s] != told {
				roles[s] = l.mark.role
			}
			if s := l.mark.sec; s != nil && s.Short {
				require.Equal(t, told, l.mark.role, s.Value)
			}
		}
		for s, role := range roles {
			require.Equal(t, told, role, "%s: %s", f.name, s.Kind)
		}
	}
}

// TestFilesAreHAR: each file is valid JSON with entries.
func TestFilesAreHAR(t *testing.T) {
	for _, f := range generate(4, sizes["small"], false) {
		var doc struct {
			Log struct {
				Creator struct{ Name string }
				Entries []struct {
					Request struct{ URL, Method string }
				}
			}
		}
		require.NoError(t, json.Unmarshal(bytes.TrimPrefix(f.data, []byte("\ufeff")), &doc), f.name)
		require.NotEmpty(t, doc.Log.Creator.Name)
		require.GreaterOrEqual(t, len(doc.Log.Entries), sizes["small"].entries)
	}
}
