package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/har-redactor/har-redactor/web/tool/squeeze"
	"github.com/har-redactor/har-redactor/web/tool/wasmflow"
)

// build makes everything that is shipped. The same sources and the same Go give
// the same bytes in any folder: no paths, times or build ids go in.
func build(root, out string, log io.Writer) error {
	wasm, err := compileWasm(root)
	if err != nil {
		return err
	}
	engine := printable(squeeze.Gzip(wasm))

	b := &bundler{root: root}
	if b.wasmExec, err = readWasmExec(); err != nil {
		return err
	}
	if b.worker, err = b.bundle("worker.js", api.FormatIIFE, ""); err != nil {
		return err
	}
	page, err := b.bundle("page.js", api.FormatIIFE, "")
	if err != nil {
		return err
	}
	module, err := b.bundle("har-redactor.js", api.FormatESModule, engine)
	if err != nil {
		return err
	}
	html, err := assemble(root, page, engine)
	if err != nil {
		return err
	}

	schema, err := os.ReadFile(filepath.Join(root, "web", "src", "report.schema.json"))
	if err != nil {
		return err
	}

	files := []struct {
		name string
		data []byte
	}{
		{"har-redactor.js", []byte(module)},
		{"index.html", html},
		{"report.schema.json", schema},
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	sizeOf(log, "engine (wasm)", wasm)
	var sums bytes.Buffer
	for _, f := range files {
		sizeOf(log, f.name, f.data)
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(f.data), f.name)
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), sums.Bytes(), 0o644)
}

func sizeOf(log io.Writer, name string, data []byte) {
	packed, err := gzipped(data)
	if err != nil {
		return
	}
	fmt.Fprintf(log, "%-18s %8d bytes, %8d gzipped\n", name, len(data), len(packed))
}

// compileWasm builds the bridge with loops where Go's compiler goes through a table,
// and without what only a traceback reads: the engine prints none, for it could hold
// values.
func compileWasm(root string) ([]byte, error) {
	module, err := linkWasm(root)
	if err != nil {
		return nil, err
	}
	if module, err = wasmflow.Structure(module, hot); err != nil {
		return nil, err
	}
	if module, err = wasmflow.Order(wasmflow.Unnamed(module)); err != nil {
		return nil, err
	}
	return wasmflow.Strip(module)
}

// linkWasm builds the bridge with all that could differ between two folders left
// out, and with the names of its functions.
func linkWasm(root string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "har-redactor-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "engine.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false",
		"-ldflags=-w -buildid=", "-o", file, "./wasm")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go build ./wasm: %w", err)
	}
	return os.ReadFile(file)
}

// hot tells, by what the linker calls it, whether a function is one of hotFunctions.
// What is done with what is worth a look is not among them: it is large, and rarely
// done.
func hot(name string) bool {
	// The linker writes _ for what a name in a module must not have.
	name, own := strings.CutPrefix(name, "github.com_har_redactor_har_redactor_core_internal_")
	if !own {
		return false
	}
	room, function, _ := strings.Cut(name, ".")
	// Of a method it has the receiver in front.
	return strings.Contains(hotFunctions[room], " "+function[strings.LastIndexByte(function, '.')+1:]+" ")
}

// hotFunctions has the functions that read every byte of a file, by the room of core that
// they are in.
var hotFunctions = map[string]string{
	"decode":   " AppendBase64 appendBackslash appendPercent digitsEnd packed signs text64 ",
	"detect":   " boring text word ",
	"har":      " Walk ",
	"jsonscan": " Next plain unquoted ",
	"verify":   " base64 chunk compressed find next plain quoted runs unescape ",
}

// structure gives one file of Go's for js/wasm the control flow that compileWasm
// gives the engine, so that tests run what is shipped.
func structure(in, out string) error {
	module, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	if module, err = wasmflow.Structure(module, hot); err != nil {
		return err
	}
	return os.WriteFile(out, module, 0o644)
}

// readWasmExec reads Go's own JavaScript side, which must be of the same
// version as the compiler.
func readWasmExec() (string, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("go env: %w", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
	return string(data), err
}

// gzipped packs without a name or a time.
func gzipped(data []byte) ([]byte, error) {
	var buf bytes.Buffer
	w, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// A bundler joins the modules of web/src. Blanks go, for the page has to stay
// small; names stay, so that anyone with a formatter may read what the page does.
type bundler struct {
	root     string
	wasmExec string // what go:wasm_exec imports
	worker   string // what build:worker imports
}

// bundle gives the entry with all it imports; engine is what build:wasm imports.
func (b *bundler) bundle(entry string, format api.Format, engine string) (string, error) {
	supplied := map[string]struct {
		text   string
		loader api.Loader
	}{
		"go:wasm_exec": {b.wasmExec, api.LoaderJS},
		"build:worker": {b.worker, api.LoaderText},
		"build:wasm":   {engine, api.LoaderText},
	}
	plugin := api.Plugin{Name: "supplied", Setup: func(p api.PluginBuild) {
		p.OnResolve(api.OnResolveOptions{Filter: "^(go|build):"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if _, ok := supplied[a.Path]; !ok {
				return api.OnResolveResult{}, fmt.Errorf("the build supplies no %q", a.Path)
			}
			return api.OnResolveResult{Path: a.Path, Namespace: "supplied", SideEffects: api.SideEffectsTrue}, nil
		})
		p.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "supplied"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			s := supplied[a.Path]
			return api.OnLoadResult{Contents: &s.text, Loader: s.loader}, nil
		})
	}}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:    b.root,
		EntryPoints:      []string{filepath.Join(b.root, "web", "src", entry)},
		Bundle:           true,
		Format:           format,
		Target:           api.ES2022,
		Charset:          api.CharsetUTF8,
		LegalComments:    api.LegalCommentsInline,
		MinifySyntax:     true,
		MinifyWhitespace: true,
		Plugins:          []api.Plugin{plugin},
		Write:            false,
		LogLevel:         api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		messages := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return "", errors.New(strings.Join(messages, ""))
	}
	return string(result.OutputFiles[0].Contents), nil
}
