package core

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"runtime"

	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/rewrite"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
	"github.com/har-redactor/har-redactor/core/internal/verify"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// A Worker does the work on batches: it scans those that it is given, and when
// the findings of all workers are known it rewrites the same ones and looks at
// what came out.
//
//	Scan … → Findings → Resolve → Rewrite … → Outcome
//
// Resolve may follow again, with other decisions, and then all Rewrites.
type Worker struct {
	policy   policy.Policy
	findings *findings
	batches  []scanned

	set      *secrets.Set
	merged   *Findings
	why      map[int32]string // why a secret is kept
	to       []int32          // from the collector's numbers to the set's
	rewriter *rewrite.Rewriter
	verifier *verify.Verifier
	hunted   []int32           // secrets by the verifier's numbers
	short    [][]byte          // what is hunted and too short for the verifier
	places   []rewrite.Located // of a unit
	out      []byte
	sent     int64

	review bool
	firsts map[int32][]int32 // secrets by the unit they were first found in
	rows   []Row
}

// scanned is one batch: where its units stand among all that this worker
// scanned, and its fingerprint, by which the second pass knows that it reads
// the same bytes.
type scanned struct {
	Batch
	unit int
	hash uint64
}

// Options of a run. All workers of a run must have the same.
type Options struct {
	Review bool  `json:"review"` // gather what a review of the outcome needs
	Batch  int64 `json:"batch"`  // from how many bytes on a batch is handed out; 0 for the default
}

// NewWorker starts a worker under p.
func NewWorker(p policy.Policy, o Options) *Worker {
	return &Worker{policy: p, findings: newFindings(p), review: o.Review}
}

// Scan reads a batch. The worker numbers its batches from 0.
func (w *Worker) Scan(b Batch) {
	w.batches = append(w.batches, scanned{Batch: b, unit: len(w.findings.units), hash: fingerprint(b.Bytes)})
	w.batches[len(w.batches)-1].Bytes = nil
	Tidy(len(b.Bytes))
	w.findings.detector.Batch(len(b.Bytes))
	for i, s := range b.Spans {
		at := b.Base + b.Offset + int64(s[0])
		w.findings.scan(b.Bytes[s[0]:s[1]:s[1]], int32(b.First+i), func(i int) int64 { return at + int64(i) })
	}
}

// Findings gives what was found in all that was scanned.
func (w *Worker) Findings() *Findings { return w.findings.export() }

// Decisions are what a person changed of the outcome.
type Decisions struct {
	Keep []Keep   `json:"keep"` // secrets that stay, with their parts
	Also []string `json:"also"` // values that go everywhere, of any kind
}

// Keep is the decision to leave a secret in the file.
type Keep struct {
	Secret int    `json:"secret"` // its number in the review
	Reason string `json:"reason"` // goes into the report
}

// Resolve makes the secrets of the whole run out of the findings of all its
// workers. Every worker must be given the same. An error is about d, and then
// nothing has changed.
func (w *Worker) Resolve(all []*Findings, d Decisions) error {
	// All is scanned; it remembers strings that would repeat.
	w.findings.detector = nil
	collector, merged := merge(all)
	var decided secrets.Decisions
	why := map[int32]string{}
	for _, k := range d.Keep {
		decided.Keep = append(decided.Keep, int32(k.Secret))
		why[int32(k.Secret)] = k.Reason
	}
	for _, v := range d.Also {
		if len(v) < secrets.MinAlso {
			return report.Errorf(report.CodeDecision, -1, "a text to remove has fewer than %d bytes, and would be found in too many places; give a longer one", secrets.MinAlso)
		}
		decided.Also = append(decided.Also, []byte(v))
	}
	set, _ := collector.ResolveWith(merged.Last+1, decided)
	if err := allowed(d.Keep, set, w.policy); err != nil {
		return err
	}
	w.set, w.merged, w.why = set, merged, why
	w.to = w.to[:0]
	for _, c := range w.findings.secrets.Candidates() {
		id, ok := w.set.Index(c.Value)
		if !ok {
			panic("internal error: a finding is not among those of all workers")
		}
		w.to = append(w.to, id)
	}
	var long [][]byte
	long, w.short, w.hunted = w.set.Hunted()
	w.rewriter = rewrite.New(w.set)
	w.verifier = verify.New(long)
	w.sent, w.rows = 0, nil
	w.firsts = map[int32][]int32{}
	if w.review {
		for i := range w.set.Secrets {
			if s := &w.set.Secrets[i]; len(s.Units) > 0 && s.Units[0] >= 0 && revocable(s) {
				w.firsts[s.Units[0]] = append(w.firsts[s.Units[0]], int32(i))
			}
		}
	}
	return nil
}

// allowed holds what shall be kept against the secrets that there are, and
// against the policy.
func allowed(keep []Keep, set *secrets.Set, p policy.Policy) error {
	for _, k := range keep {
		if k.Secret < 0 || k.Secret >= len(set.Secrets) {
			return report.Errorf(report.CodeDecision, -1, "there is no secret %d to keep; take a number from the findings", k.Secret)
		}
		if kind := set.Secrets[k.Secret].Kind; p.Locked(kind) {
			return report.Errorf(report.CodeDecision, -1, "the policy does not allow to keep a finding of the kind %s; leave it out of what is kept", kind)
		}
		if tells([]byte(k.Reason), set) {
			return report.Errorf(report.CodeDecision, -1, "the reason for keeping a finding holds a secret; say it without the value")
		}
	}
	return nil
}

// tells says whether a text that a person wrote holds a secret. Of one or two
// characters it cannot be said.
func tells(text []byte, set *secrets.Set) bool {
	for i := range set.Secrets {
		if v := set.Secrets[i].Value; len(v) >= secrets.MinAlso && bytes.Contains(text, v) {
			return true
		}
	}
	return false
}

// Rewrite gives the n-th scanned batch without its secrets, verified. b is the
// batch as it was read again. The outcome is valid until the next call.
func (w *Worker) Rewrite(n int, b []byte) ([]byte, error) {
	batch := &w.batches[n]
	if err := w.same(n, b); err != nil {
		return nil, about(batch.File, err)
	}
	w.out = w.out[:0]
	w.rewriter.Batch(len(b))
	w.verifier.Batch(len(b))
	if len(b) < large {
		w.out = room(w.out, len(b))
	}
	done := 0
	for i, s := range batch.Spans {
		w.out = append(w.out, b[done:s[0]]...)
		done = s[1]
		unit := b[s[0]:s[1]:s[1]]
		start := len(w.out)
		out, edits, err := w.clean(w.out, unit, batch.unit+i, batch.Offset+int64(s[0]))
		if err != nil {
			return nil, about(batch.File, err)
		}
		w.rewriter.Take()
		w.out = out
		if w.review {
			w.row(batch.First+i, w.out[start:], len(edits))
		}
	}
	w.sent += int64(len(w.out))
	return w.out, nil
}

// fingerprint tells two reads of a batch apart. It is against a file that is
// written to while it is read, not against somebody: eight bytes at a time, since
// hash/maphash has no fast way in WebAssembly.
func fingerprint(b []byte) uint64 {
	const factor = 0x9E3779B97F4A7C15
	h := uint64(len(b))
	// Four sums side by side, since one has to wait for each product.
	p, q, r, s := h, h+1, h+2, h+3
	for ; len(b) >= 32; b = b[32:] {
		w := b[:32]
		p = bits.RotateLeft64(p^binary.LittleEndian.Uint64(w), 29) * factor
		q = bits.RotateLeft64(q^binary.LittleEndian.Uint64(w[8:]), 29) * factor
		r = bits.RotateLeft64(r^binary.LittleEndian.Uint64(w[16:]), 29) * factor
		s = bits.RotateLeft64(s^binary.LittleEndian.Uint64(w[24:]), 29) * factor
	}
	for _, x := range [...]uint64{p, q, r, s} {
		h = bits.RotateLeft64(h^x, 29) * factor
	}
	for _, c := range b {
		h = bits.RotateLeft64(h^uint64(c), 29) * factor
	}
	return h ^ h>>32
}

// same holds a batch against what was scanned.
func (w *Worker) same(n int, b []byte) error {
	if fingerprint(b) != w.batches[n].hash {
		return report.Errorf(report.CodeChanged, w.batches[n].Offset, "the file changed while it was read, so nothing was saved; close what writes to it, and start again")
	}
	return nil
}

// clean appends the unit, the n-th that was scanned, to dst without its secrets,
// verified. offset is its place in the file.
func (w *Worker) clean(dst, unit []byte, n int, offset int64) ([]byte, []rewrite.Edit, error) {
	w.places = w.findings.located(w.places[:0], n, w.to, w.set)
	return w.cleanBy(w.rewriter, w.verifier, dst, unit, w.places, offset)
}

// maxWhole bounds how many strings of a unit are taken out whole.
const maxWhole = 100

// cleanBy takes out what was located, and has the verifier look at what comes out.
// In most units nothing else stands, and to take all of their strings apart would be
// for nothing; so that is done where the verifier comes upon a part of a secret, or
// could not see all.
func (w *Worker) cleanBy(r *rewrite.Rewriter, v *verify.Verifier, dst, unit []byte, located []rewrite.Located, offset int64) ([]byte, []rewrite.Edit, error) {
	Tidy(len(unit))
	start := len(dst)
	if len(w.short) == 0 {
		edits := r.Known(unit, located)
		dst = rewrite.Apply(room(dst, rewrite.Size(unit, edits)), unit, edits, 0, len(unit))
		if out := dst[start:]; v.Clean(out) && (len(edits) == 0 || jsonscan.Valid(out)) {
			return dst, edits, nil
		}
	}
	edits := r.Edits(unit, located)
	for whole := 0; ; whole++ {
		dst = rewrite.Apply(room(dst[:start], rewrite.Size(unit, edits)), unit, edits, 0, len(unit))
		out := dst[start:]
		if !jsonscan.Valid(out) {
			return nil, nil, report.Errorf(report.CodeVerify, offset, "the check of the output found that it is not valid JSON, so nothing was saved; please report this as a fault of the tool")
		}
		hit, found := v.Check(out)
		if !found && (len(w.short) == 0 || !readable(out, w.short)) {
			return dst, edits, nil
		}
		// A secret that stands there as itself was missed by a fault, unless it
		// has formed out of a placeholder and what stands beside it. Such a one,
		// and one that verify alone could decode, goes with the whole string it
		// stands in, and that is looked at again.
		if !found || hit.Depth == 0 && !rewrite.Edited(edits, hit.Start, hit.End) || whole == maxWhole {
			return nil, nil, report.Errorf(report.CodeVerify, offset, "the check of the output found a secret that was still readable, so nothing was saved; please report this as a fault of the tool")
		}
		edits = r.Whole(unit, edits, hit.Start, hit.End, w.hunted[hit.Secret])
	}
}

// room gives dst with place for n more bytes, and some for a next batch that is a
// little larger. append would leave several dead ones of a large unit behind.
func room(dst []byte, n int) []byte {
	if n += len(dst); n <= cap(dst) {
		return dst
	}
	Tidy(n)
	size := n + min(n/8, 256<<10)
	if n < large {
		size = max(size, 2*cap(dst))
	}
	return append(make([]byte, 0, size), dst...)
}

// large is from how many bytes on it is worth its time to collect garbage before
// something is done.
const large = 16 << 20

// Tidy collects garbage before something that takes memory of about n bytes, where
// that is much. In a browser memory is never given back: what the next step needs
// takes the place of what the last one needed then, and does not stand beside it.
func Tidy(n int) {
	if n >= large {
		runtime.GC()
	}
}

// Outcome is what one worker did in the second pass.
type Outcome struct {
	Counts  []int // places replaced, by secret
	Skipped int64 // bytes that could not be looked into
	Sent    int64 // bytes given out
	Rows    []Row // for the review, if it was asked for
}

// Outcome gives it, after the last Rewrite.
func (w *Worker) Outcome() *Outcome {
	return &Outcome{
		Counts: w.rewriter.Counts, Sent: w.sent, Rows: w.rows,
		Skipped: w.rewriter.Skipped() + w.verifier.Skipped(),
	}
}

// Scanned is the n-th scanned batch, without its bytes.
func (w *Worker) Scanned(n int) (Batch, error) {
	if n < 0 || n >= len(w.batches) {
		return Batch{}, fmt.Errorf("internal error: no batch %d", n)
	}
	return w.batches[n].Batch, nil
}
