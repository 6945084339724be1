package main

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// contentPolicy is what makes "nothing leaves" the browser's word rather than
// ours. The page may run this one script and this one style sheet, compile wasm,
// start a worker from a blob, which inherits the policy, and connect to nothing.
func contentPolicy(script, style string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + source(script) + " 'wasm-unsafe-eval'",
		"style-src " + source(style),
		"worker-src blob:",
		"connect-src 'none'",
		"img-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types har-redactor",
	}, "; ")
}

// source is the hash source of an inline block: of its exact text.
func source(block string) string {
	sum := sha256.Sum256([]byte(block))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// endsScript matches what would end an inline script or change how the rest of
// it is parsed.
var endsScript = regexp.MustCompile(`(?i)</script|<!--`)

// assemble puts the whole tool into one file.
func assemble(root, script, engine string) ([]byte, error) {
	src := filepath.Join(root, "web", "src")
	html, err := os.ReadFile(filepath.Join(src, "index.html"))
	if err != nil {
		return nil, err
	}
	css, err := os.ReadFile(filepath.Join(src, "page.css"))
	if err != nil {
		return nil, err
	}
	style := "\n" + string(css)
	script = "\n" + script
	if endsScript.MatchString(script) {
		return nil, errors.New("the script holds a text that would end its block early")
	}
	page := func(build string) []byte {
		// One replacer, one pass: what is put in is not looked at again.
		return []byte(strings.NewReplacer(
			"{{csp}}", contentPolicy(script, style),
			"{{build}}", build,
			"{{style}}", style,
			"{{script}}", script,
			"{{engine}}", engine,
		).Replace(string(html)))
	}
	// The page names itself in its reports. No file can hold its own hash, so it
	// is the hash of the page as it is with that place left empty.
	return page(fmt.Sprintf("%x", sha256.Sum256(page("")))), nil
}
