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
	found := map[string]bool{}
	if _, err := wasmflow.Structure(module, func(name string) bool {
		if hot(name) {
			room, function, _ := strings.Cut(name[strings.LastIndex(name, "internal_")+len("internal_"):], ".")
			found[room] = true
			found[room+"."+function[strings.LastIndexByte(function, '.')+1:]] = true
		}
		return false
	}); err != nil {
		t.Fatal(err)
	}
	for room, functions := range hotFunctions {
		if !found[room] {
			t.Errorf("nothing of %s is taken for hot; see what its name is now", room)
		}
		for _, function := range strings.Fields(functions) {
			if !found[room+"."+function] {
				t.Errorf("%s of %s is not taken for hot; see what its name is now", function, room)
			}
		}
	}
}
