//go:build js && wasm

// Command wasm is the bridge between a Web Worker and the core: exported
// functions over one block of linear memory. It holds one run; a worker is
// used for one run and ended, because wasm memory never shrinks.
//
// A call that takes bytes takes the first n of what room(n) gave the address
// of. A call that gives bytes leaves outLen() of them at outPtr(), valid until
// the next call. A status other than 0 means failure, and out is then a JSON
// object {code, offset, message}. Any call can grow the linear memory, which
// detaches every view of it: make them anew after each call.
//
// The lead of a run, and the other workers (core.Lead, core.Worker):
//
//	start(n): {lead, review, policy}
//	lead, for each file: { for each chunk: write it at fileRoom(n), commit(n) } endFile()
//	      each gives a list of batches, or nothing; then for each of them
//	      scanOwn(i), or describe(i) and batch(i) for another worker
//	others, for each batch: expect(n): what describe gave; scan(n): the batch
//	all: findings(); for the findings of each other: know(n), and for those of files
//	     that are no part of the run: hint(n); resolve(n): the decisions
//	all, for each batch that was scanned here, by its number: rewrite(k, n)
//	others: outcome(); lead: for the outcome of each of them: took(n)
//	lead: frames(), frame(file, k) …, report(), name(n): that of a file
//
// Where a call of the lead's fails for a file, findings() still gives what was found,
// for a run without that file.
//
// And for a review: review(), requests(), revocations(), reveal(secret),
// view(k, index, n). resolve and what follows it may come again.
package main

import (
	"encoding/hex"
	"errors"
	"runtime"
	"runtime/debug"
	"weak"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/report"
	"github.com/har-redactor/har-redactor/core/sha256"
)

// Statuses of a call.
const (
	ok     int32 = 0
	failed int32 = 1
)

// The state of the one run. What JavaScript writes to or reads from is held
// here, so that the garbage collector leaves it alone between two calls.
var (
	lead     *core.Lead   // nil where this worker is not the lead
	worker   *core.Worker // the lead's own, where it is
	batches  []core.Batch // what the last commit or endFile gave
	expected core.Batch   // what the next scan is of
	known    []*core.Findings
	outcomes []*core.Outcome
	digest   *sha256.Hash
	in       []byte // what room gave
	out      []byte // what the last call gives
	broken   bool   // after a failure every call fails, but findings where something is left
	failure  []byte // what such a call gives
	left     *core.Findings

	since       int                    // the bytes gone through since uncollected was made
	uncollected weak.Pointer[[64]byte] // to garbage
)

// notSaved is given for a panic. It says nothing of the panic's own text,
// which could hold a value from the file.
var notSaved = []byte(`{"code":"internal","offset":-1,"message":"internal error"}`)

func main() {
	debug.SetGCPercent(gcPercent)
	select {}
}

// gcPercent is by how much the heap may grow before garbage is collected. The
// memory is never given back, so that its peak is what counts, and there is little
// garbage: 500 MB took a quarter more at 100 per cent than at 25, in the same time.
// Around the calls that make much for each secret it is collected besides: before
// resolve what scan has left, after it what was needed to make the tables, and before
// report what rewrite has left.
const gcPercent = 25

// collect sees to it that garbage is collected while n more bytes are gone through. A cycle
// that Go began of itself is done by goroutines, which have no turn while calls follow one
// another: now and then one did not end before the file did, and 500 MB took twice the memory.
func collect(n int) {
	if since += n; since < collectEvery {
		return
	}
	if uncollected.Value() != nil {
		runtime.GC()
	}
	since, uncollected = 0, weak.Make(new([64]byte))
}

// collectEvery is how many bytes of a file may be gone through, at most, before what was
// garbage at their begin is collected: a few megabytes come of them.
const collectEvery = 32 << 20

// room gives the address of n writable bytes. 0 means failure.
//
//go:wasmexport room
func room(n int32) (ptr *byte) {
	defer guardPtr(&ptr)()
	if broken {
		return nil
	}
	// One byte more, so that there is an address even for n == 0, and some for a
	// next batch that is a little larger.
	if int(n) >= cap(in) {
		in = nil
		core.Tidy(int(n))
		in = make([]byte, int(n)+1+min(int(n)/8, 256<<10))
	}
	in = in[:cap(in)]
	return &in[0]
}

// fileRoom gives the address of n writable bytes for commit. 0 means failure.
//
//go:wasmexport fileRoom
func fileRoom(n int32) (ptr *byte) {
	defer guardPtr(&ptr)()
	if broken {
		return nil
	}
	return &lead.Room(int(n) + 1)[0]
}

//go:wasmexport start
func start(n int32) int32 {
	return call(func() error {
		if worker != nil {
			panic("internal error: start is called once, first")
		}
		var err error
		lead, worker, err = core.Start(in[:n])
		return err
	})
}

//go:wasmexport commit
func commit(n int32) int32 {
	return call(func() (err error) {
		batches, err = lead.Commit(int(n))
		return told(err)
	})
}

//go:wasmexport endFile
func endFile() int32 {
	return call(func() (err error) {
		batches, err = lead.EndFile()
		return told(err)
	})
}

// told gives what JavaScript must know of batches. Most chunks complete none.
func told(err error) error {
	if err != nil || len(batches) == 0 {
		return err
	}
	return give(core.AppendList(nil, batches), nil)
}

//go:wasmexport scanOwn
func scanOwn(i int32) int32 {
	return call(func() error {
		worker.Scan(batches[i])
		collect(len(batches[i].Bytes))
		return nil
	})
}

//go:wasmexport describe
func describe(i int32) int32 {
	return call(func() error { return give(batches[i].Append(nil), nil) })
}

//go:wasmexport batch
func batch(i int32) int32 {
	return call(func() error { return give(batches[i].Bytes, nil) })
}

//go:wasmexport expect
func expect(n int32) int32 {
	return call(func() (err error) {
		expected, err = core.ReadBatch(in[:n])
		return err
	})
}

//go:wasmexport scan
func scan(n int32) int32 {
	return call(func() error {
		expected.Bytes = in[:n:n]
		worker.Scan(expected)
		expected = core.Batch{}
		collect(int(n))
		return nil
	})
}

//go:wasmexport findings
func findings() int32 {
	if left != nil {
		return guarded(func() error { return give(left.Append(nil), nil) })
	}
	return call(func() error { return give(worker.Findings().Append(nil), nil) })
}

//go:wasmexport know
func know(n int32) int32 {
	return call(func() error {
		x, err := core.ReadFindings(in[:n])
		known = append(known, x)
		return err
	})
}

//go:wasmexport hint
func hint(n int32) int32 {
	return call(func() error {
		x, err := core.ReadFindings(in[:n])
		if err != nil {
			return err
		}
		known = append(known, x.Hints())
		return nil
	})
}

//go:wasmexport resolve
func resolve(n int32) int32 {
	return call(func() error {
		d, err := core.ParseDecisions(in[:n])
		if err != nil {
			return err
		}
		// All are scanned, and one may be as large as the file.
		batches = nil
		runtime.GC()
		// What is made stays, and is not gone through while it grows.
		debug.SetGCPercent(-1)
		defer func() {
			debug.SetGCPercent(gcPercent)
			runtime.GC()
		}()
		if err := worker.Resolve(append([]*core.Findings{worker.Findings()}, known...), d); err != nil {
			return err
		}
		outcomes = nil
		return nil
	})
}

//go:wasmexport rewrite
func rewrite(k, n int32) int32 {
	return call(func() error {
		defer collect(int(n))
		return give(worker.Rewrite(int(k), in[:n:n]))
	})
}

//go:wasmexport outcome
func outcome() int32 {
	return call(func() error { return give(worker.Outcome().Append(nil), nil) })
}

//go:wasmexport took
func took(n int32) int32 {
	return call(func() error {
		x, err := core.ReadOutcome(in[:n])
		outcomes = append(outcomes, x)
		return err
	})
}

//go:wasmexport frames
func frames() int32 {
	return call(func() error {
		lead.Done(append([]*core.Outcome{lead.Outcome()}, outcomes...))
		return lead.Frames()
	})
}

//go:wasmexport frame
func frame(file, k int32) int32 {
	return call(func() error { return give(lead.Frame(int(file), int(k)), nil) })
}

//go:wasmexport name
func name(n int32) int32 {
	return call(func() error {
		clean, err := lead.Name(string(in[:n]))
		return give([]byte(clean), err)
	})
}

//go:wasmexport report
func reportJSON() int32 {
	return call(func() error {
		runtime.GC()
		return give(lead.Report().AppendJSON(nil), nil)
	})
}

//go:wasmexport review
func review() int32 {
	return call(func() error { return give(core.AppendList(nil, lead.Review()), nil) })
}

//go:wasmexport requests
func requests() int32 {
	return call(func() error { return give(core.AppendList(nil, lead.Requests()), nil) })
}

//go:wasmexport revocations
func revocations() int32 {
	return call(func() error { return give(core.AppendList(nil, lead.Revocations()), nil) })
}

//go:wasmexport reveal
func reveal(secret int32) int32 {
	return call(func() error {
		value, err := worker.Reveal(int(secret))
		return give([]byte(value), err)
	})
}

//go:wasmexport view
func view(k, index, n int32) int32 {
	return call(func() error {
		segments, err := worker.View(int(k), int(index), in[:n:n])
		if err != nil {
			return err
		}
		return give(core.AppendList(nil, segments), nil)
	})
}

// digestAdd takes the next n bytes of what a SHA-256 is wanted of.
//
//go:wasmexport digestAdd
func digestAdd(n int32) int32 {
	return call(func() error {
		if digest == nil {
			digest = sha256.New()
		}
		_, err := digest.Write(in[:n])
		return err
	})
}

// digestEnd gives the SHA-256, in hex.
//
//go:wasmexport digestEnd
func digestEnd() int32 {
	return call(func() error {
		if digest == nil {
			digest = sha256.New()
		}
		sum := digest.Sum()
		digest = nil
		return give([]byte(hex.EncodeToString(sum[:])), nil)
	})
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

// give makes b what the call gives.
func give(b []byte, err error) error {
	out = b
	return err
}

// call is the edge: an error, or a panic, becomes the outcome of the call.
func call(f func() error) int32 {
	if broken {
		out = failure
		return failed
	}
	return guarded(f)
}

// guarded is call, also after a failure.
func guarded(f func() error) (status int32) {
	defer func() {
		if recover() != nil {
			status = fail(nil)
		}
	}()
	out = nil
	if err := f(); err != nil {
		return fail(err)
	}
	return ok
}

// fail makes err the outcome of this call; and of all that follow, unless it
// is about what a person asked for, which changes nothing.
func fail(err error) int32 {
	out = notSaved
	var e *report.Error
	if errors.As(err, &e) {
		out = e.AppendJSON(nil)
		if e.Code == report.CodeDecision {
			return failed
		}
		if e.File > 0 && worker != nil {
			left = worker.Findings()
		}
	}
	failure = out
	broken, lead, worker, batches, known, outcomes, in = true, nil, nil, nil, nil, nil, nil
	return failed
}

// guardPtr turns a panic into the address 0.
func guardPtr(ptr **byte) func() {
	return func() {
		if recover() != nil {
			fail(nil)
			*ptr = nil
		}
	}
}
