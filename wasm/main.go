//go:build js && wasm

// Command wasm is the bridge between a Web Worker and the core: a handful of
// exported functions over one block of linear memory. It holds one run; a
// worker is used for one run and ended, because wasm memory never shrinks.
//
// A run, from the worker's side:
//
//	write the policy at room(n), start(n)
//	twice: { for each chunk: write it at room(n), commit(n), read out } endPass(), read out
//	report(), read out
//
// out is outLen() bytes at outPtr(), valid until the next call. A status other
// than 0 means failure, and out is then a JSON object {code, offset, message}.
// Any call can grow the linear memory, which detaches every view of it: make
// them anew after each call.
package main

//lint:file-ignore U1000 the exported functions are called from JavaScript

import (
	"encoding/json"
	"errors"
	"runtime/debug"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// Statuses of a call.
const (
	ok     int32 = 0
	failed int32 = 1
)

// The state of the one run. What JavaScript writes to or reads from is held
// here, so that the garbage collector leaves it alone between two calls.
var (
	job    *core.Job
	in     []byte // what room gave
	out    []byte // what the last call gives
	broken bool   // after a failure every call fails
)

// notSaved is given for a panic. It says nothing of the panic's own text,
// which could hold a value from the file.
var notSaved = []byte(`{"code":"internal","offset":-1,"message":"internal error"}`)

func main() {
	// The core reuses its buffers; a small heap costs little time here and
	// takes a third off the peak of a memory that is never given back.
	debug.SetGCPercent(25)
	select {}
}

// room gives the address of n writable bytes: for the policy before start, for
// the file's next bytes after it. 0 means failure.
//
//go:wasmexport room
func room(n int32) (ptr *byte) {
	var status int32
	defer func() {
		if status != ok {
			ptr = nil
		}
	}()
	defer guard(&status)
	if broken {
		return nil
	}
	// One byte more, so that there is an address even for n == 0.
	if job == nil {
		in = make([]byte, n+1)
	} else {
		in = job.Room(int(n) + 1)
	}
	return &in[0]
}

//go:wasmexport start
func start(policyLen int32) (status int32) {
	defer guard(&status)
	if broken || job != nil {
		panic("internal error: start is called once, first")
	}
	p, err := policy.Parse(in[:policyLen])
	if err != nil {
		return fail(&report.Error{Code: report.CodePolicy, Offset: -1, Message: err.Error()})
	}
	job = core.NewJob(p)
	return ok
}

//go:wasmexport commit
func commit(n int32) (status int32) {
	defer guard(&status)
	if broken {
		return failed
	}
	return give(job.Commit(int(n)))
}

//go:wasmexport endPass
func endPass() (status int32) {
	defer guard(&status)
	if broken {
		return failed
	}
	return give(job.EndPass())
}

// reportJSON gives the report as JSON.
//
//go:wasmexport report
func reportJSON() (status int32) {
	defer guard(&status)
	if broken {
		return failed
	}
	return give(json.Marshal(job.Report()))
}

//go:wasmexport outPtr
func outPtr() *byte {
	if len(out) == 0 {
		return nil
	}
	return &out[0]
}

//go:wasmexport outLen
func outLen() int32 { return int32(len(out)) }

// give makes b the outcome of a call, or err its failure.
func give(b []byte, err error) int32 {
	if err != nil {
		return fail(err)
	}
	out = b
	return ok
}

// fail makes err the outcome of this call and of all that follow.
func fail(err error) int32 {
	broken, job, in = true, nil, nil
	out = notSaved
	var e *report.Error
	if errors.As(err, &e) {
		if doc, err := json.Marshal(e); err == nil {
			out = doc
		}
	}
	return failed
}

// guard turns a panic into a failure at the edge of every call.
func guard(status *int32) {
	if recover() != nil {
		*status = fail(nil)
	}
}
