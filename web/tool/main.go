// Command tool builds and serves the page, and holds the small helpers that its
// tests need. It needs Go alone; Node.js is for the tests.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/har-redactor/har-redactor/testdata/capture"
)

const usage = `usage: go run ./web/tool COMMAND

  build    [-out DIR]              build the page and the module into DIR (web/dist)
  serve    [-addr HOST:PORT] [-dir DIR]
                                   serve DIR on loopback with the headers a host should send
  redact   [-policy FILE] IN… OUT  redact IN with the native core; several are
                                   one run, and OUT is a folder
  generate [-mb N | -entries N] [-body N] [-secrets N] [-seed N] [-ascii] [-one] OUT
                                   write a made-up HAR for tests and measurements
  structure IN OUT                 give a program of Go's for js/wasm structured control flow
`

func main() {
	if err := run(os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "tool:", err)
		}
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		fmt.Fprint(os.Stderr, usage)
		return flag.ErrHelp
	}
	command, args := args[0], args[1:]
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	flags.Usage = func() { fmt.Fprint(os.Stderr, usage) }

	// take parses the options and wants exactly n arguments after them.
	take := func(n int) error {
		if err := flags.Parse(args); err != nil {
			return err
		}
		if flags.NArg() != n {
			return fmt.Errorf("%s: %d arguments given, %d wanted", command, flags.NArg(), n)
		}
		return nil
	}

	switch command {
	case "build":
		out := flags.String("out", "", "")
		if err := take(0); err != nil {
			return err
		}
		root, err := moduleRoot()
		if err != nil {
			return err
		}
		if *out == "" {
			*out = filepath.Join(root, "web", "dist")
		}
		return build(root, *out, os.Stdout)
	case "serve":
		addr := flags.String("addr", "", "")
		dir := flags.String("dir", "", "")
		if err := take(0); err != nil {
			return err
		}
		if *dir == "" {
			root, err := moduleRoot()
			if err != nil {
				return err
			}
			*dir = filepath.Join(root, "web", "dist")
		}
		return serve(*addr, *dir, os.Stdout)
	case "redact":
		policy := flags.String("policy", "", "")
		if err := flags.Parse(args); err != nil {
			return err
		}
		last := flags.NArg() - 1
		if last < 1 {
			return fmt.Errorf("redact: %d arguments given, 2 or more wanted", flags.NArg())
		}
		return redact(flags.Args()[:last], flags.Arg(last), *policy, os.Stdout)
	case "generate":
		mb := flags.Int("mb", 50, "")
		seed := flags.Uint64("seed", 1, "")
		ascii := flags.Bool("ascii", false, "")
		entries := flags.Int("entries", 0, "")
		body := flags.Int("body", 0, "")
		secrets := flags.Int("secrets", 0, "")
		one := flags.Bool("one", false, "")
		if err := take(1); err != nil {
			return err
		}
		return generateFile(flags.Arg(0), int64(*mb)*1_000_000, capture.Kind{Seed: *seed, ASCII: *ascii, Entries: *entries, Body: *body, Secrets: *secrets, One: *one})
	case "structure":
		if err := take(2); err != nil {
			return err
		}
		return structure(flags.Arg(0), flags.Arg(1))
	}
	fmt.Fprint(os.Stderr, usage)
	return fmt.Errorf("unknown command %q", command)
}

// moduleRoot is the folder of go.mod, so that the tool works from any folder.
func moduleRoot() (string, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("go env: %w", err)
	}
	mod := strings.TrimSpace(string(out))
	if filepath.Base(mod) != "go.mod" {
		return "", errors.New("run it inside the module")
	}
	return filepath.Dir(mod), nil
}
