// Command leaks is the labelled leak bench. It makes HAR files in the styles
// of many exporters, plants secrets of many kinds in many places and
// encodings and harmless look-alikes beside them, has the tool under test
// redact each file, and reads the output with decoders of its own: no planted
// secret may be readable, every look-alike must be there, and nothing else may
// have changed.
//
// It is a black box test. It knows core.Redact and nothing behind it.
//
//	go run ./testdata/leaks [-seed N] [-size full|small] [-v] [-tool core|none|naive|ideal] [-write DIR]
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of the generator")
	sizeName := flag.String("size", "full", "full or small")
	verbose := flag.Bool("v", false, "print each leak, each lost value and each leaf touched without cause")
	toolName := flag.String("tool", "core", "core, none (copies), naive (replaces plain text), ideal (what a perfect tool leaves)")
	dir := flag.String("write", "", "write the files and their labels to this directory, and stop")
	flag.Parse()
	sz, ok := sizes[*sizeName]
	if !ok || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	files := generate(*seed, sz, false)
	if *dir != "" {
		if err := writeAll(*dir, files); err != nil {
			fmt.Fprintln(os.Stderr, "leaks:", err)
			os.Exit(2)
		}
		return
	}
	var run tool
	switch *toolName {
	case "core":
		run = redactCore
	case "none":
		run = redactNothing
	case "naive":
		run = redactNaively
	case "ideal":
		run = ideal(*seed, sz)
	default:
		flag.Usage()
		os.Exit(2)
	}
	t := bench(files, run)
	t.print(os.Stdout, *verbose)
	if !t.passed() {
		os.Exit(1)
	}
}

// ideal is a tool that knows the labels and makes no mistake.
func ideal(seed uint64, sz size) tool {
	twins := map[string][]byte{}
	for _, f := range generate(seed, sz, true) {
		twins[f.name] = f.data
	}
	return func(f *harFile) ([]byte, error) { return twins[f.name], nil }
}

// bench runs a tool over all files and sums the verdicts.
func bench(files []*harFile, run tool) *tally {
	verdicts := make([]*verdict, len(files))
	failures := make([]error, len(files))
	var wg sync.WaitGroup
	work := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range work {
				out, err := run(files[i])
				verdicts[i], failures[i] = judge(files[i], out), err
			}
		})
	}
	for i := range files {
		work <- i
	}
	close(work)
	wg.Wait()
	t := newTally()
	for i, f := range files {
		t.add(f, verdicts[i], failures[i])
	}
	return t
}

// A labelRecord is a label as it is written for use elsewhere.
type labelRecord struct {
	File     string   `json:"file"`
	Pointer  string   `json:"pointer"`
	Leaf     int      `json:"leaf"` // index among the document's keys, strings, numbers and literals
	Exporter string   `json:"exporter"`
	Place    string   `json:"place"`
	Chain    []string `json:"chain,omitempty"` // encodings, innermost first
	Probe    string   `json:"probe,omitempty"` // what to look for instead of a short value
	Role     string   `json:"role,omitempty"`  // told or echo
	Secret   *secret  `json:"secret,omitempty"`
	Keep     *keep    `json:"keep,omitempty"`
}

func writeAll(dir string, files []*harFile) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	records := []labelRecord{}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.data, 0o644); err != nil {
			return err
		}
		for _, l := range labelsOf(f) {
			m := l.mark
			records = append(records, labelRecord{f.name, l.pointer, l.leaf, l.exporter, m.place, m.chain, m.probe, m.role, m.sec, m.keep})
		}
	}
	doc, err := json.MarshalIndent(records, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "labels.json"), doc, 0o644)
}
