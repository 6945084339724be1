package main

import (
	"strings"
	"testing"

	"github.com/har-redactor/har-redactor/web/tool/wasmflow"
)

// A function that was renamed would lose its second body, and nothing else would
// tell of it.
func TestHotFunctionsAreThere(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	module, err := linkWasm(root)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	if _, err := wasmflow.Structure(module, func(name string) bool {
		if hot(name) {
			room, function, _ := strings.Cut(name[strings.LastIndex(name, "internal_")+len("internal_"):], ".")
			found[room]++
			if room == "detect" {
				found[function]++
			}
		}
		return false
	}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"decode", "har", "jsonscan", "verify", "boring", "attributes", "__Detector_.tag", "__Detector_.text", "__Detector_.word"} {
		if found[name] == 0 {
			t.Errorf("nothing of %s is taken for hot; see what its name is now", name)
		}
	}
}
