package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestToolMutations switches one codec or one family of rules of the tool off
// and lets the bench run over what is left: the figure must move.
func TestToolMutations(t *testing.T) {
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	for name, m := range map[string]struct{ file, from, to string }{
		"no entities":     {"decode/escape.go", "func entity(s []byte) (rune, int) {", "func entity(s []byte) (rune, int) {\n\treturn 0, 0\n"},
		"no base64":       {"decode/pack.go", "func AppendBase64(dst []byte, src []byte) ([]byte, bool) {", "func AppendBase64(dst []byte, src []byte) ([]byte, bool) {\n\treturn dst, false\n"},
		"no words":        {"rule/words.go", "func byWords(place Place, name []byte) *Rule {", "func byWords(place Place, name []byte) *Rule {\n\treturn nil\n"},
		"no OAuth":        {"rule/name.go", "oauthNames, ", ""},
		"no web tokens":   {"detect/jwt.go", "func (d *Detector) jwt(t *decode.Text, i int) int {", "func (d *Detector) jwt(t *decode.Text, i int) int {\n\treturn 0\n"},
		"no code formats": {"rule/format.go", "vcsFormats, ", ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(root, "core", "internal", filepath.FromSlash(m.file))
			source, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, 1, strings.Count(string(source), m.from), "the mutation no longer fits the source")
			dir := t.TempDir()
			mutant, overlay, bin := filepath.Join(dir, "mutant.go"), filepath.Join(dir, "overlay.json"), filepath.Join(dir, "leaks")
			require.NoError(t, os.WriteFile(mutant, []byte(strings.Replace(string(source), m.from, m.to, 1)), 0o600))
			replace, err := json.Marshal(map[string]any{"Replace": map[string]string{path: mutant}})
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(overlay, replace, 0o600))
			build := exec.Command("go", "build", "-overlay", overlay, "-o", bin, "./testdata/leaks")
			build.Dir = root
			out, err := build.CombinedOutput()
			require.NoError(t, err, string(out))
			out, err = exec.Command(bin, "-size", "small").CombinedOutput()
			require.Error(t, err, "the bench passed")
			figures := regexp.MustCompile(`leaked (\d+) (?s:.*)to keep +(\d+) +kept (\d+) `).FindSubmatch(out)
			require.NotNil(t, figures, string(out))
			var n [3]int
			for i := range n {
				n[i], err = strconv.Atoi(string(figures[i+1]))
				require.NoError(t, err)
			}
			require.Greater(t, n[0]+n[1]-n[2], 20, "leaked and lost")
		})
	}
}
