package wasmflow

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// compiled builds a program of testdata for js/wasm.
func compiled(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "flows.wasm")
	cmd := exec.Command("go", "build", "-o", file, "testdata/flows.go")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	module, err := os.ReadFile(file)
	require.NoError(t, err)
	return module
}

// printed runs a module under Node.js, which the tests of the page need too.
func printed(t *testing.T, module []byte) string {
	t.Helper()
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "flows.wasm")
	require.NoError(t, os.WriteFile(file, module, 0o644))
	out, err := exec.Command("node", "--stack-size=8192", filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec_node.js"), file).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return string(out)
}

func TestStructureKeepsWhatAProgramDoes(t *testing.T) {
	module := compiled(t)
	out, err := exec.Command("go", "run", "testdata/flows.go").CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Equal(t, string(out), printed(t, module))
	for name, hot := range map[string]func(string) bool{"none": none, "all": all, "own": own} {
		t.Run(name, func(t *testing.T) {
			structured, err := Structure(module, hot)
			require.NoError(t, err)
			require.Equal(t, string(out), printed(t, structured))
			require.Equal(t, string(out), printed(t, Unnamed(structured)))

			again, err := Structure(module, hot)
			require.NoError(t, err)
			require.True(t, bytes.Equal(structured, again), "two runs give two modules")
		})
	}
}

func none(string) bool { return false }

func all(string) bool { return true }

func own(name string) bool { return strings.HasPrefix(name, "main.") }

func TestStructureCostsBytesWhereItIsHot(t *testing.T) {
	module := compiled(t)
	size := func(hot func(string) bool) int {
		structured, err := Structure(module, hot)
		require.NoError(t, err)
		require.Less(t, len(Unnamed(structured)), len(structured))
		return len(structured)
	}
	require.Less(t, size(none), len(module))
	require.Less(t, size(none), size(own))
	require.Less(t, size(own), size(all))
}

// The gain is gone, and nothing else tells of it, if Go's compiler changes the
// shape of its functions so that none is known here any more.
func TestStructureKnowsTheShapeOfEveryFunction(t *testing.T) {
	known, jumping := 0, 0
	sections(compiled(t), func(id byte, section []byte) {
		if id != codeSection {
			return
		}
		bodies(section, func(_ int, body []byte) {
			r := reader{b: body}
			r.locals()
			for loop := false; r.more(); {
				switch r.instruction().op {
				case opLoop:
					loop = true
				case opBrTable:
					if loop {
						jumping++
						if _, ok := parse(body); ok {
							known++
						}
					}
					return
				}
			}
		})
	})
	require.Greater(t, jumping, 1000)
	require.Equal(t, jumping, known)
}

func TestStructureRefuses(t *testing.T) {
	module := compiled(t)
	for name, bad := range map[string][]byte{
		"nothing":                  nil,
		"no module":                []byte("<!doctype html>"),
		"cut":                      module[:len(module)/2],
		"cut within a number":      append([]byte("\x00asm\x01\x00\x00\x00\x0a"), 0x80),
		"unknown instruction":      append([]byte("\x00asm\x01\x00\x00\x00"), 10, 5, 1, 3, 0, 0xFD, 0x0B),
		"longer than what is left": append([]byte("\x00asm\x01\x00\x00\x00"), 10, 90, 1),
	} {
		out, err := Structure(bad, all)
		require.Error(t, err, name)
		require.Nil(t, out, name)
	}
}

func FuzzStructure(f *testing.F) {
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a\x05\x01\x03\x00\x01\x0b"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a\x10\x01\x0e\x00\x03\x40\x02\x40\x20\x00\x0e\x00\x00\x0b\x0b\x0b"))
	f.Fuzz(func(t *testing.T, module []byte) {
		out, err := Structure(module, all)
		if err == nil && !bytes.HasPrefix(out, []byte("\x00asm")) {
			t.Fatal("a module became none")
		}
	})
}
