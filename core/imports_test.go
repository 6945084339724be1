//go:build !js

package core_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/har-redactor/har-redactor/"

// arrows says which of our packages each package of core may import, so that
// knowledge stays in its room.
var arrows = map[string][]string{
	"core": {"policy", "report", "sha256", "internal/jsonscan", "internal/jsonread", "internal/jsonwrite", "internal/detect", "internal/decode", "internal/rule", "internal/judge", "internal/secrets", "internal/rewrite", "internal/verify"},
	// What others speak in. They are small documents in JSON as well.
	"core/policy": {"sha256", "internal/jsonread", "internal/jsonscan", "internal/jsonwrite"}, "core/report": {"internal/jsonwrite"},
	// Leaves.
	"core/sha256": {}, "core/internal/decode": {}, "core/internal/judge": {}, "core/internal/recall": {}, "core/internal/jsonwrite": {},
	// Where a format's mark says little, the rest is judged.
	"core/internal/rule":     {"internal/judge"},
	"core/internal/jsonscan": {"report"},
	"core/internal/jsonread": {"internal/jsonscan", "internal/decode"},
	// har knows what stands where, not what is secret.
	"core/internal/har":     {"internal/jsonscan"},
	"core/internal/detect":  {"internal/har", "internal/jsonread", "internal/jsonscan", "internal/decode", "internal/rule", "internal/judge", "internal/recall"},
	"core/internal/secrets": {"internal/rule", "internal/judge"},
	// rewrite knows secrets and encodings, and no rule.
	"core/internal/rewrite": {"internal/decode", "internal/jsonscan", "internal/secrets", "internal/recall"},
	// verify is worth something only while it shares nothing.
	"core/internal/verify": {},
}

// forbidden says what nobody in core imports, and why.
var forbidden = map[string]string{
	"os":           "core reads and writes what it is given, nothing else",
	"net":          "nothing leaves the machine",
	"net/http":     "nothing leaves the machine",
	"log":          "a log could hold a value from the file",
	"syscall/js":   "the bridge is in wasm/",
	"math/rand":    "equal input gives equal output",
	"math/rand/v2": "equal input gives equal output",
	"time":         "equal input gives equal output",
	"unsafe":       "nothing here needs it",
	// What the page does not need, people do not load.
	"encoding/json":            "it asks types while the program runs: an eighth of the page; see jsonread and jsonwrite",
	"github.com/tidwall/gjson": "it brings encoding/json",
	"github.com/tidwall/sjson": "it brings encoding/json",
	"crypto/sha256":            "it brings all of FIPS 140; see core/sha256",
}

func TestArrowsRunOneWay(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		seen++
		pkg := filepath.ToSlash(filepath.Join("core", filepath.Dir(path)))
		allowed, known := arrows[pkg]
		require.True(t, known, "%s is not in the table of arrows", pkg)
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			require.NoError(t, err)
			require.NotContains(t, forbidden, name, "%s imports %s: %s", path, name, forbidden[name])
			if ours, ok := strings.CutPrefix(name, module+"core/"); ok {
				require.Contains(t, allowed, ours, "%s imports %s", path, name)
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, seen, 20)
}
