package wasmflow

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/web/tool/squeeze"
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

// native gives what the program prints where it was never compiled for a browser.
func native(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "run", "testdata/flows.go").CombinedOutput()
	require.NoError(t, err, "%s", out)
	return string(out)
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
	out := native(t)
	require.Equal(t, out, printed(t, module))
	for name, hot := range map[string]func(string) bool{"none": none, "all": all, "own": own} {
		t.Run(name, func(t *testing.T) {
			structured, err := Structure(module, hot)
			require.NoError(t, err)
			require.Equal(t, out, printed(t, structured))
			require.Equal(t, out, printed(t, Unnamed(structured)))

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

func TestOrderKeepsWhatAProgramDoes(t *testing.T) {
	module := compiled(t)
	out := native(t)
	structured, err := Structure(module, own)
	require.NoError(t, err)
	_, err = Order(structured)
	require.ErrorContains(t, err, "names")
	ordered, err := Order(Unnamed(structured))
	require.NoError(t, err)
	require.NotEqual(t, Unnamed(structured), ordered)
	require.Equal(t, out, printed(t, ordered))

	again, err := Order(Unnamed(structured))
	require.NoError(t, err)
	require.True(t, bytes.Equal(ordered, again), "two runs give two modules")

	// By about a hundredth: how much it is depends on what the compiler makes, and where.
	packed := func(b []byte) int { return len(squeeze.Gzip(b)) }
	require.Less(t, packed(ordered)*200, packed(Unnamed(structured))*199)
}

func TestOrderPutsSideBySideWhatIsAlike(t *testing.T) {
	one, other := bytes.Repeat([]byte("one thing and more of it, "), 40), bytes.Repeat([]byte("the other, which is not it; "), 40)
	far := make([]byte, reach)
	for i := range far {
		far[i] = byte(i * i >> 7)
	}
	require.Equal(t, []int{0, 3, 1, 4, 2}, alike([][]byte{one, other, far, slices.Clone(one[:900]), other[20:]}))
	require.Empty(t, alike(nil))
}

func TestStripKeepsWhatAProgramDoes(t *testing.T) {
	module := compiled(t)
	out := native(t)
	structured, err := Structure(module, own)
	require.NoError(t, err)
	stripped, err := Strip(structured)
	require.NoError(t, err)
	require.Equal(t, out, printed(t, stripped))

	again, err := Strip(structured)
	require.NoError(t, err)
	require.True(t, bytes.Equal(stripped, again), "two runs give two modules")
	once, err := Strip(stripped)
	require.NoError(t, err)
	require.True(t, bytes.Equal(stripped, once), "a second time does more")
}

// memoryOf gives the memory that a module begins with.
func memoryOf(module []byte) (memory []byte) {
	sections(module, func(id byte, section []byte) {
		if id == dataSection {
			memory = readData(section)
		}
	})
	return memory
}

// The gain is gone, and nothing else tells of it, if Go lays its tables out anew.
func TestStripKnowsTheTables(t *testing.T) {
	module := compiled(t)
	before, ok := findTables(memoryOf(module))
	require.True(t, ok)
	require.Greater(t, len(before.functions), 1000)
	require.Greater(t, len(before.trees), 1000)
	require.Contains(t, string(before.names), "main.sleepy")
	require.Contains(t, string(before.files), "flows.go")

	stripped, err := Strip(module)
	require.NoError(t, err)
	memory := memoryOf(stripped)
	for _, gone := range []string{"main.sleepy", "flows.go", "runtime.newproc", "runtime/proc.go"} {
		require.NotContains(t, string(memory), gone)
	}
	after, ok := findTables(memory)
	require.True(t, ok)
	require.Len(t, after.functions, len(before.functions))
	names := map[string]int{}
	for i, f := range after.functions {
		names[after.nameOf(f.half(funcName))]++
		was := before.nameOf(before.functions[i].half(funcName))
		require.Equal(t, strings.HasPrefix(was, "runtime."), strings.HasPrefix(after.nameOf(f.half(funcName)), "runtime."), was)
	}
	require.Len(t, names, 4)
	require.Equal(t, 1, names["reflect.makeFuncStub"])
}

// Data that is not known is what it was, in fewer pieces.
func TestStripLeavesWhatItDoesNotKnow(t *testing.T) {
	memory := memoryOf(compiled(t))
	header := bytes.Index(memory, []byte{0xF1, 0xFF, 0xFF, 0xFF, 0, 0, 1, 8})
	for name, at := range map[string]int{"version": header, "number of functions": header + 9, "names": header + 33, "values": header + 57, "functions": header + 66} {
		other := bytes.Clone(memory)
		other[at] ^= 0x55
		module := []byte("\x00asm\x01\x00\x00\x00")
		section := appendData(nil, other)
		module = binary.AppendUvarint(append(module, dataSection), uint64(len(section)))
		module = append(module, section...)
		stripped, err := Strip(module)
		require.NoError(t, err, name)
		require.True(t, bytes.Equal(other, memoryOf(stripped)), name)
	}
}

func TestStripRefuses(t *testing.T) {
	module := compiled(t)
	for name, bad := range map[string][]byte{
		"nothing":           nil,
		"no module":         []byte("<!doctype html>"),
		"cut":               module[:len(module)-20],
		"passive data":      append([]byte("\x00asm\x01\x00\x00\x00"), 11, 4, 1, 1, 1, 7),
		"no address":        append([]byte("\x00asm\x01\x00\x00\x00"), 11, 7, 1, 0, 0x23, 0, 0x0B, 1, 7),
		"outside of memory": append([]byte("\x00asm\x01\x00\x00\x00"), 11, 7, 1, 0, 0x41, 0x7F, 0x0B, 1, 7),
	} {
		out, err := Strip(bad)
		require.Error(t, err, name)
		require.Nil(t, out, name)
	}
}

// The gain is gone, and nothing else tells of it, if Go's compiler changes the
// shape of its functions so that none is known here any more.
func TestStructureKnowsTheShapeOfEveryFunction(t *testing.T) {
	known, resumed := 0, 0
	sections(compiled(t), func(id byte, section []byte) {
		if id != codeSection {
			return
		}
		bodies(section, func(_ int, body []byte) {
			r := reader{b: body}
			r.locals()
			for r.more() {
				if r.instruction().op == opBrTable {
					resumed++
					if _, ok := parse(body); ok {
						known++
					}
					return
				}
			}
		})
	})
	require.Greater(t, resumed, 1500)
	require.Equal(t, resumed, known)
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

func FuzzModule(f *testing.F) {
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a\x05\x01\x03\x00\x01\x0b"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a\x10\x01\x0e\x00\x03\x40\x02\x40\x20\x00\x0e\x00\x00\x0b\x0b\x0b"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0b\x0f\x01\x00\x41\x08\x0b\x09\xf1\xff\xff\xff\x00\x00\x01\x08\x01"))
	f.Fuzz(func(t *testing.T, module []byte) {
		structured, err := Structure(module, all)
		if err == nil && !bytes.HasPrefix(structured, []byte("\x00asm")) {
			t.Fatal("a module became none")
		}
		stripped, err := Strip(module)
		if err == nil && !bytes.HasPrefix(stripped, []byte("\x00asm")) {
			t.Fatal("a module became none")
		}
	})
}
