package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/har-redactor/har-redactor/testdata/capture"
)

// copyTree copies what a build reads to another folder.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	for _, name := range []string{"go.mod", "go.sum", "core", "wasm", "web/src"} {
		err := filepath.WalkDir(filepath.Join(from, name), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(from, path)
			if err != nil {
				return err
			}
			target := filepath.Join(to, rel)
			if d.IsDir() {
				return os.MkdirAll(target, 0o755)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
				return err
			}
			return os.WriteFile(target, data, 0o644)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// The page names its own hash: that of the page with the name left out.
func checkBuildHash(t *testing.T, page string) {
	t.Helper()
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`<meta name="build" content="([0-9a-f]{64})">`).FindSubmatch(html)
	if m == nil {
		t.Fatal("the page does not name its build")
	}
	sum := sha256.Sum256(bytes.Replace(html, m[1], nil, 1))
	if got := hex.EncodeToString(sum[:]); got != string(m[1]) {
		t.Errorf("the page names the build %s, and is %s", m[1], got)
	}
}

// maxPage is how many bytes the page may have, and maxPacked how many as a server
// sends it: people load it. With brotli it is a hundredth less than with gzip, so
// that these are 1,300,000.
const (
	maxPage   = 1_800_000
	maxPacked = 1_313_000
)

// Anyone can build from source and compare: the folder makes no difference.
func TestBuildIsReproducible(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	var sums [2][]byte
	for i, name := range []string{"one", "another/deeper one"} {
		dir := filepath.Join(t.TempDir(), name)
		copyTree(t, root, dir)
		out := filepath.Join(dir, "out")
		if err := build(dir, out, io.Discard); err != nil {
			t.Fatal(err)
		}
		if sums[i], err = os.ReadFile(filepath.Join(out, "SHA256SUMS")); err != nil {
			t.Fatal(err)
		}
		checkBuildHash(t, filepath.Join(out, "index.html"))
		for _, file := range []string{"index.html", "har-redactor.js"} {
			data, err := os.ReadFile(filepath.Join(out, file))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(data, []byte(dir)) {
				t.Errorf("%s names the folder that it was built in", file)
			}
			if len(data) > maxPage {
				t.Errorf("%s has %d bytes, more than %d; see with go list -deps ./wasm what came in", file, len(data), maxPage)
			}
			packed, err := gzipped(data)
			if err != nil {
				t.Fatal(err)
			}
			if len(packed) > maxPacked {
				t.Errorf("%s has %d bytes packed, more than %d; see with go list -deps ./wasm what came in", file, len(packed), maxPacked)
			}
		}
	}
	if !bytes.Equal(sums[0], sums[1]) {
		t.Errorf("two folders gave\n%s%s", sums[0], sums[1])
	}
	if n := bytes.Count(sums[0], []byte("\n")); n != 3 {
		t.Errorf("%d files are summed, want 3", n)
	}
}

// web/test/printable.test.js holds what reads it against the same table.
func TestPrintable(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(mustRoot(t), "web", "test", "testdata", "printable.json"))
	if err != nil {
		t.Fatal(err)
	}
	var table map[string]string
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	if len(table) < 30 {
		t.Errorf("%d cases", len(table))
	}
	for plain, want := range table {
		b, err := hex.DecodeString(plain)
		if err != nil {
			t.Fatal(err)
		}
		if got := printable(b); got != want {
			t.Errorf("%s: %q, want %q", plain, got, want)
		}
	}
}

// Nothing on the way from the build to the browser has a reason to change the
// engine's text, nor does HTML or JavaScript read it as anything else.
func TestPrintableIsPlain(t *testing.T) {
	all := make([]byte, 0, 1<<17)
	for n := range 1 << 16 {
		all = binary.BigEndian.AppendUint16(all, uint16(n*0x9E37))
	}
	text := printable(all)
	for _, c := range []byte(text) {
		if c <= ' ' || c > '~' || c == '"' || c == '<' || c == '\\' {
			t.Fatalf("there is a %q", c)
		}
	}
	if most := len(all)*5/4 + 2; len(text) > most {
		t.Errorf("%d characters, want %d at most", len(text), most)
	}
	page := assembled(t, "go()")
	if want := `id="engine">ENGINE</script>`; !strings.Contains(page, want) {
		t.Errorf("the page lacks %s", want)
	}
	b := &bundler{root: mustRoot(t)}
	module, err := b.bundle("har-redactor.js", api.FormatESModule, text)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(module, `"`+text+`"`) {
		t.Error("the module writes the engine in another way")
	}
}

func assembled(t *testing.T, script string) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	page, err := assemble(root, script, "ENGINE")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// The policy allows exactly the script and the style that stand in the page.
func TestPolicyHashes(t *testing.T) {
	page := assembled(t, "go()\n")
	policy := metaPolicy.FindStringSubmatch(page)[1]
	for _, block := range []struct{ directive, pattern string }{
		{"script-src", `(?s)<script>(.*?)</script>`},
		{"style-src", `(?s)<style>(.*?)</style>`},
	} {
		m := regexp.MustCompile(block.pattern).FindAllStringSubmatch(page, -1)
		if len(m) != 1 {
			t.Fatalf("%s: %d blocks, want 1", block.directive, len(m))
		}
		if want := block.directive + " " + source(m[0][1]); !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	for _, want := range []string{"default-src 'none'", "connect-src 'none'", "img-src 'none'", "worker-src blob:", "require-trusted-types-for 'script'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	if i := strings.Index(page, metaPolicy.FindString(page)); strings.Contains(page[:i], "<script") || strings.Contains(page[:i], "<style") {
		t.Error("something stands before the policy and is not under it")
	}
}

// What is put into the page is not looked at for placeholders again.
func TestAssembleReplacesOnce(t *testing.T) {
	if page := assembled(t, "let a = '{{engine}}'"); !strings.Contains(page, "let a = '{{engine}}'") {
		t.Error("the script was changed")
	}
}

func TestAssembleRefusesWhatEndsTheBlock(t *testing.T) {
	for _, script := range []string{"let a = '</script>'", "let a = '</SCRIPT '", "a <!--b"} {
		if _, err := assemble(mustRoot(t), script, ""); err == nil {
			t.Errorf("%q is taken", script)
		}
	}
}

func mustRoot(t *testing.T) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func TestServe(t *testing.T) {
	dir := t.TempDir()
	if _, err := newHandler(dir); err == nil {
		t.Error("a folder without a page is served")
	}
	page := assembled(t, "go()")
	for name, data := range map[string]string{"index.html": page, "har-redactor.js": "export {}", "secret.txt": "no"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	handler, err := newHandler(dir)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{"/": 200, "/index.html": 200, "/har-redactor.js": 200, "/SHA256SUMS": 404, "/secret.txt": 404, "/../go.mod": 404, "/favicon.ico": 404} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, metaPolicy.FindStringSubmatch(page)[1]) ||
			!strings.Contains(policy, "frame-ancestors") || !strings.Contains(policy, "sandbox allow-scripts allow-downloads") {
			t.Errorf("%s: policy %q", path, policy)
		}
		for name, want := range map[string]string{"Connection-Allowlist": "()", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
	}
}

func TestServeOnLoopbackOnly(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "192.0.2.1:0", "example.com:80", "nonsense"} {
		if l, err := listen(addr); err == nil {
			l.Close()
			t.Errorf("%s is taken", addr)
		}
	}
	// A port that is in use leads to the next.
	first, err := listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if first.Addr().String() == second.Addr().String() {
		t.Error("one port is given twice")
	}
}

func TestUnknownIsRefusedByName(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"biuld"}, "biuld"},
		{[]string{"build", "-otu", "x"}, "otu"},
		{[]string{"build", "extra"}, "arguments"},
		{[]string{"redact", "one"}, "arguments"},
	} {
		err := run(c.args)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.args, err, c.want)
		}
	}
}

func TestGenerateIsTheSameEachTime(t *testing.T) {
	dir := t.TempDir()
	read := func(name string, kind capture.Kind) []byte {
		path := filepath.Join(dir, name)
		if err := generateFile(path, 300_000, kind); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	a, b, c := read("a", capture.Kind{Seed: 1}), read("b", capture.Kind{Seed: 1}), read("c", capture.Kind{Seed: 2})
	if !bytes.Equal(a, b) || bytes.Equal(a, c) {
		t.Error("the seed does not decide")
	}
	if len(a) < 300_000 {
		t.Errorf("%d bytes", len(a))
	}
	ascii := func(b []byte) bool { return bytes.IndexFunc(b, func(r rune) bool { return r > 0x7F }) < 0 }
	if ascii(a) || !ascii(read("d", capture.Kind{Seed: 1, ASCII: true})) {
		t.Error("the kind does not decide")
	}
	var one struct {
		Log struct {
			Entries []struct {
				Response struct{ Content struct{ Text string } }
			}
		}
	}
	if err := json.Unmarshal(read("e", capture.Kind{Seed: 1, One: true}), &one); err != nil {
		t.Fatal(err)
	}
	if body := one.Log.Entries[0].Response.Content.Text; len(one.Log.Entries) != 1 || len(body) < 200_000 || !json.Valid([]byte(body)) {
		t.Errorf("%d entries, the first with a body of %d bytes", len(one.Log.Entries), len(body))
	}
}

// A failed run leaves no output behind.
func TestRedactLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.har"), filepath.Join(dir, "out.har")
	if err := os.WriteFile(in, []byte(`{"log":{"entries":[{"a":`), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := redact([]string{in}, out, "", io.Discard); err == nil {
		t.Fatal("a cut file is taken")
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%d files, want the input alone", len(left))
	}
	if err := redact([]string{in}, in, "", io.Discard); err == nil {
		t.Fatal("a cut file is taken")
	}
	if _, err := os.Stat(in); err != nil {
		t.Errorf("the input is gone: %v", err)
	}
}

// Nor does one whose outcome cannot have its name.
func TestRedactCannotBeNamed(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.har"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, []byte(`{"log":{"entries":[]}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(out, "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := redact([]string{in}, out, "", io.Discard); err == nil {
		t.Fatal("a folder is taken for a file")
	}
	if left, _ := os.ReadDir(dir); len(left) != 2 {
		t.Errorf("%d names, want the input and the folder", len(left))
	}
}

// The outcome may stand where the input did.
func TestRedactInPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "in.har")
	if err := os.WriteFile(file, []byte(`{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer f7Qk2LmP9xTz4VbN8wRc"}]}}]}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := redact([]string{file}, file, "", io.Discard); err != nil {
		t.Fatal(err)
	}
	if out, err := os.ReadFile(file); err != nil || !strings.Contains(string(out), "Bearer REDACTED-token-1") {
		t.Errorf("%s, %v", out, err)
	}
}

// Several files are one run: they share their secrets, and there are all
// outputs or none.
func TestRedactSeveral(t *testing.T) {
	const secret = "f7Qk2LmP9xTz4VbN8wRc"
	dir, out := t.TempDir(), t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a := put("a.har", `{"log":{"entries":[{"response":{"content":{"text":"`+secret+`"}}}]}}`)
	b := put("b.har", `{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer `+secret+`"}]}}]}}`)
	broken := put("broken.har", `{"log":`)

	err := redact([]string{a, broken, b}, out, "", io.Discard)
	if err == nil || !strings.Contains(err.Error(), "broken.har") {
		t.Errorf("error %v, want one that names the file", err)
	}
	if err := redact([]string{a, a}, out, "", io.Discard); err == nil {
		t.Error("two files of one name are taken")
	}
	if left, _ := os.ReadDir(out); len(left) > 0 {
		t.Errorf("%d outputs are left", len(left))
	}
	if err := redact([]string{a, b}, out, "", io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.har", "b.har"} {
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(secret)) || !bytes.Contains(data, []byte("REDACTED-token-1")) {
			t.Errorf("%s: %s", name, data)
		}
	}
}
