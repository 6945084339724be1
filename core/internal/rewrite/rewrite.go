// Package rewrite takes the secrets out of one unit: those that were located
// there, and every other occurrence of a secret that is looked for everywhere,
// in whatever encoding it stands. It splices: bytes outside an edit are the
// same bytes, and what was decoded to be edited is encoded the way it was.
package rewrite

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"slices"
	"sort"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/recall"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
)

// A Located is a secret at the place where it was found. Start and End are
// in the unit, or, where Path is not empty, in the text that Path leads to.
type Located struct {
	Start, End int
	Secret     int32 // index in the Set
	// Quote is put on both sides of the placeholder, where a number, an object
	// or an array becomes a string.
	Quote string
	Path  []decode.Step
}

// A Rewriter rewrites units. It is for one goroutine.
type Rewriter struct {
	set   *secrets.Set
	arena *decode.Arena
	// Counts holds, for each secret of the set, how many places were
	// replaced in the units that were taken.
	Counts  []int
	places  []int32 // replaced in the unit: their secrets
	skipped int64
	spare   int // what may be decoded beyond what is sure, of this batch

	edits      []Edit
	here, deep []Located // of the unit: in its own text, and inside of something
	leafEdits  []edit
	counted    []int32   // the secrets that were replaced in a string
	far        int       // how long a secret may be that stands around another one
	levels     []level   // of texts one inside another
	top        int       // how many are in use
	led        []Located // in the text that is open, of which the first are behind the next step
	digits     int       // where the run begins in which packed secrets are looked for
	memory     *memory

	// These are methods, bound once: a new function value for each leaf would
	// be an allocation for each leaf.
	onMatch, onPacked func(secrets.Match)
	onChild           func(*decode.Text)
	onDigits          func(t *decode.Text, start, end int)
}

// A level is the state of one text that is being looked at.
type level struct {
	t       *decode.Text
	located []Located     // in what is encoded in it
	done    []decode.Step // that were taken for what is located behind them, in order
	edits   []edit
	many    int      // from how many on they are settled while there are more to come
	packed  [][2]int // where base64 begins that holds a secret, and up to where that reaches
}

// manyEdits is how many secrets that stand in a text are noted before those that overlap
// are settled.
const manyEdits = 4096

// places64 is at how many places of a run base64 can begin: a later one of the same
// kind is read with it.
const places64 = 4

// New makes a rewriter for the secrets of set.
func New(set *secrets.Set) *Rewriter {
	r := &Rewriter{set: set, arena: decode.NewArena(), Counts: make([]int, len(set.Secrets)), memory: recall.New[int, done](), spare: unbounded}
	r.onMatch, r.onPacked, r.onChild = r.match, r.packedMatch, r.child
	r.onDigits = func(t *decode.Text, start, end int) {
		r.digits = start
		set.FindPacked(t.B, start, end, r.onPacked)
	}
	for i := range set.Secrets {
		if x := &set.Secrets[i]; x.Everywhere {
			r.far = max(r.far, 2*len(x.Value)) // written with escapes
		}
	}
	return r
}

// Take counts what was done with the last unit, when its edits are to stand.
func (r *Rewriter) Take() {
	for _, s := range r.places {
		r.Counts[s]++
	}
	r.skipped += r.arena.Skipped
	r.places, r.arena.Skipped = r.places[:0], 0
}

// Skipped is how many bytes were not decoded for want of budget or depth, in the
// units that were taken.
func (r *Rewriter) Skipped() int64 { return r.skipped }

// An edit replaces [start:end) of some text by with.
type edit struct {
	start, end int
	with       []byte
	secret     int32 // of which with is the placeholder, -1 where with is a packed stretch
	// soft marks a secret seen in its packed form from outside: a packed
	// stretch that was edited from inside takes care of it.
	soft   bool
	places []int32 // the secrets replaced inside a packed stretch

	// What was replaced stands between lost and kept, and is all of that where
	// solid. Of a packed stretch that is less than the edit: its digits shift.
	lost, kept int
	solid      bool
	read       int // where the packed stretch begins that was read
	codec      decode.Codec
}

// budgetFactor and budgetFloor bound what is decoded for one leaf. Of many in a row,
// all that is beyond sure times their size has to be in what Batch grants.
const (
	budgetFactor = 16
	budgetFloor  = 1 << 20
	sure         = 4
	batchFloor   = 16 << 20
	unbounded    = 1 << 50 // where nobody says what a batch is
)

// Batch says that the next units have n bytes together.
func (r *Rewriter) Batch(n int) { r.spare = sure*n + batchFloor }

// An Edit replaces [Start:End) of a unit by With.
type Edit struct {
	Start, End int
	With       []byte
	Secret     int32 // that stands there, or the first of several
	Packed     bool  // it stands inside an encoding that was packed anew
}

// Size is how many bytes a unit has after edits.
func Size(unit []byte, edits []Edit) int {
	n := len(unit)
	for _, e := range edits {
		n += len(e.With) - (e.End - e.Start)
	}
	return n
}

// Apply appends unit[from:to] to dst with the edits that stand in it. edits
// must be what Edits gave; none may cross from or to.
func Apply(dst, unit []byte, edits []Edit, from, to int) []byte {
	for _, e := range edits {
		if e.End <= from || e.Start >= to {
			continue
		}
		dst = append(dst, unit[from:e.Start]...)
		dst = append(dst, e.With...)
		from = e.End
	}
	return append(dst, unit[from:to]...)
}

// Edited tells whether one of edits stands at [start:end) in what Apply gives, and
// not all of that is its placeholder.
func Edited(edits []Edit, start, end int) bool {
	shift := 0
	for _, e := range edits {
		from := e.Start + shift
		to := from + len(e.With)
		if from < end && to > start && to-from < end-start-2 {
			return true
		}
		shift += len(e.With) - (e.End - e.Start)
	}
	return false
}

// Whole adds to edits, of unit, the one that takes a string or number out whole:
// the one that stands at [start:end) in what Apply gives. A secret that can be
// read there stands in an encoding that Edits does not take apart.
func (r *Rewriter) Whole(unit []byte, edits []Edit, start, end int, secret int32) []Edit {
	// No edit reaches out of the string that it stands in.
	before, shift := 0, 0
	for before < len(edits) && edits[before].Start+shift+len(edits[before].With) <= start {
		shift += len(edits[before].With) - (edits[before].End - edits[before].Start)
		before++
	}
	from, after := start-shift, before
	for after < len(edits) && edits[after].Start+shift < end {
		shift += len(edits[after].With) - (edits[after].End - edits[after].Start)
		after++
	}
	whole := Edit{Start: from, End: end - shift, With: r.set.Secrets[secret].Placeholder, Secret: secret}
	if unit[from] == '"' {
		whole.Start, whole.End = whole.Start+1, whole.End-1
	} else {
		whole.With = []byte(`"` + string(whole.With) + `"`)
	}
	r.places = append(r.places, secret)
	r.edits = append(append(append([]Edit(nil), edits[:before]...), whole), edits[after:]...)
	return r.edits
}

// Edits gives what must be replaced in a unit: disjoint, in order, each within
// one string or number, or of a whole object or array. The slice is valid until the next call.
func (r *Rewriter) Edits(unit []byte, located []Located) []Edit {
	here, deep := r.begin(located)
	r.arena.Digits = r.onDigits
	root := decode.Unit(unit)
	scan := jsonscan.Scanner{Data: unit}
	past := 0 // where what went as a whole ends
	for {
		tok := scan.NextLeaf()
		edits := r.leafEdits[:0]
		for len(here) > 0 && (here[0].Start < tok.End || tok.Kind == jsonscan.End) {
			l := here[0]
			here = here[1:]
			switch {
			case l.Start < past:
			case l.Start < tok.Start:
				past = l.End
				r.settled(append(edits, r.located(l)))
			default:
				edits = append(edits, r.located(l))
			}
		}
		if tok.Kind == jsonscan.End {
			return r.edits
		}
		n := within(deep, tok.End)
		switch {
		case tok.Start < past:
		case tok.Kind == jsonscan.String && (tok.End-tok.Start-2 >= r.set.Shortest() || n > 0):
			r.stretch(&root, tok.Start+1, tok.End-1, deep[:n], edits)
		case tok.Kind == jsonscan.Number && len(edits) == 0:
			if id, ok := r.set.Number(unit[tok.Start:tok.End]); ok {
				r.settled(append(edits, r.placeholder(tok.Start, tok.End, id, `"`)))
			}
		default:
			r.settled(edits)
		}
		deep = deep[n:]
	}
}

// Known is Edits without a look at all of the unit: it reads what was located and
// what is around it, where a secret may stand of which only a part was located. That
// no secret stands elsewhere has to be seen by other means.
func (r *Rewriter) Known(unit []byte, located []Located) []Edit {
	here, deep := r.begin(located)
	r.arena.Digits = nil // what stands in there as digits alone is elsewhere
	root := decode.Unit(unit)
	past := 0
	for len(here)+len(deep) > 0 {
		var start, end, n int
		packed := len(here) == 0 || len(deep) > 0 && deep[0].Path[0].Start <= here[0].Start
		switch {
		case packed:
			start, end = deep[0].Path[0].Start, deep[0].Path[0].End
			for n < len(here) && here[n].Start < end {
				n++
			}
		case here[0].Quote != "":
			// A number, an object or an array, with all that is in it.
			if here[0].Start >= past {
				past = here[0].End
				r.settled(append(r.leafEdits[:0], r.located(here[0])))
			}
			here = here[1:]
			continue
		default:
			start = r.before(unit, here[0].Start)
			n, end = r.behind(unit, here)
		}
		edits := r.leafEdits[:0]
		for _, l := range here[:n] {
			edits = append(edits, r.located(l))
		}
		inside := within(deep, end)
		switch {
		case start < past:
		case !packed && edits[0].start == start && edits[0].end == end:
			r.settled(edits) // all of a string
		default:
			r.stretch(&root, start, end, deep[:inside], edits)
		}
		here, deep = here[n:], deep[inside:]
	}
	return r.edits
}

// begin takes what was located in the next unit, and sorts it by where it stands: in
// the unit's own text, and inside of something.
func (r *Rewriter) begin(located []Located) (here, deep []Located) {
	r.edits, here, deep = r.edits[:0], r.here[:0], r.deep[:0]
	r.places, r.arena.Skipped = r.places[:0], 0
	n := 0
	for _, l := range located {
		if len(l.Path) == 0 {
			n++
		}
	}
	// A million in one unit would be copied and left behind as often as lists grow.
	here, deep = slices.Grow(here, n), slices.Grow(deep, len(located)-n)
	r.edits = slices.Grow(r.edits, n)
	for _, l := range located {
		if len(l.Path) > 0 {
			deep = append(deep, l)
		} else {
			here = append(here, l)
		}
	}
	sortStable(here, func(a, b Located) int { return a.Start - b.Start })
	sortStable(deep, func(a, b Located) int { return a.Path[0].Start - b.Path[0].Start })
	r.here, r.deep = here, deep
	return here, deep
}

// sortStable sorts what nearly always is in order. slices would have a sort of its own
// for each type, and all of them together a hundredth of the page.
func sortStable[T any](list []T, order func(a, b T) int) {
	if !slices.IsSortedFunc(list, order) {
		sort.SliceStable(list, func(i, j int) bool { return order(list[i], list[j]) < 0 })
	}
}

// within is how many of deep stand before end.
func within(deep []Located, end int) (n int) {
	for n < len(deep) && deep[n].Path[0].Start < end {
		n++
	}
	return n
}

// before gives where the text begins that may have to do with what is located at i:
// the string, or a stretch in it as long as any secret.
func (r *Rewriter) before(unit []byte, i int) int {
	for far := i - r.far; i > 0; i-- {
		switch c := unit[i-1]; {
		case c == '"':
			n := 0
			for i-2-n >= 0 && unit[i-2-n] == '\\' {
				n++
			}
			if n%2 == 0 {
				return i
			}
		case c == ' ' && i < far:
			return i
		}
	}
	return 0
}

// behind gives how many of here, from the first on, stand in one text that they may
// have to do with, and where it ends: with the string, or as far behind the last of
// them as any secret is long.
func (r *Rewriter) behind(unit []byte, here []Located) (n, end int) {
	far := 0
	for i := here[0].Start; i < len(unit); i++ {
		if n < len(here) && here[n].Start <= i {
			// Of several at one place each is behind the same sign.
			for ; n < len(here) && here[n].Start <= i; n++ {
				i = max(i, here[n].End-1)
			}
			far = i + r.far
			continue
		}
		switch c := unit[i]; {
		case c == '"', c == ' ' && i > far:
			return n, i
		case c == '\\':
			i++
		}
	}
	return n, len(unit)
}

// stretch takes unit[start:end], all of a string or a part of it that no escape
// crosses: edits are those of what was located there, and deep was located inside of
// something there.
func (r *Rewriter) stretch(root *decode.Text, start, end int, deep []Located, edits []edit) {
	s := root.B[start:end]
	known := remembered(r.memory, s, start, edits, deep, r.arena.Digits != nil)
	if (known.Came == recall.Nothing || known.Came == recall.Told) && known.Spent <= sure*len(s)+r.spare {
		// It takes the same from the budget whatever is remembered.
		r.spare -= max(0, known.Spent-sure*len(s))
		r.again(known.Told, start)
		return
	}
	skipped, spent := r.arena.Skipped, r.arena.Spent
	edits = r.leaf(root, start, end, deep, edits)
	known.Spent = r.arena.Spent - spent
	r.spare -= min(r.spare, max(0, known.Spent-sure*len(s)))
	before := len(r.edits)
	r.settled(edits)
	if r.arena.Skipped == skipped { // what is passed over counts each time
		remember(r.memory, known, start, r.edits[before:], r.counted)
	}
}

// settled makes edits of the unit out of those that were come upon.
func (r *Rewriter) settled(edits []edit) {
	r.leafEdits, r.counted = edits, r.counted[:0]
	for _, e := range r.settle(edits) {
		first, packed := e.secret, e.secret < 0
		if packed {
			first = e.places[0]
		} else {
			r.counted = append(r.counted, e.secret)
		}
		r.counted = append(r.counted, e.places...)
		r.edits = append(r.edits, Edit{e.start, e.end, e.with, first, packed})
	}
	r.places = append(r.places, r.counted...)
}

func (r *Rewriter) located(l Located) edit {
	return r.placeholder(l.Start, l.End, l.Secret, l.Quote)
}

func (r *Rewriter) placeholder(start, end int, secret int32, quote string) edit {
	with := r.set.Secrets[secret].Placeholder
	if quote != "" {
		with = []byte(quote + string(with) + quote)
	}
	return edit{start: start, end: end, with: with, secret: secret, lost: start, kept: end, solid: true}
}

// leaf adds the edits for what stands in a string between start and end, in the
// unit's coordinates.
func (r *Rewriter) leaf(root *decode.Text, start, end int, deep []Located, edits []edit) []edit {
	n := end - start
	r.arena.Grant(min(budgetFactor*n+budgetFloor, sure*n+r.spare))
	codec := decode.None
	if bytes.IndexByte(root.B[start:end], '\\') >= 0 {
		codec = decode.Backslash
	}
	t, ok := r.arena.Decode(root, codec, start, end)
	if !ok {
		r.arena.Skipped += int64(end - start)
		return edits
	}
	r.open(t)
	for _, x := range deep {
		if x.Path[0].Start == start && x.Path[0].End == end {
			r.take(x)
		}
	}
	edits = r.lift(t, r.text(), edits)
	r.arena.Release(t)
	return edits
}

// open makes t the text that is looked at.
func (r *Rewriter) open(t *decode.Text) {
	if r.top == len(r.levels) {
		r.levels = append(r.levels, level{})
	}
	r.top++
	l := r.level()
	l.t, l.edits, l.packed, l.located, l.done = t, l.edits[:0], l.packed[:0], l.located[:0], l.done[:0]
	l.many = manyEdits
}

// take adds to the text what was found in it or in what is encoded in it. The
// first step of its path has led here.
func (r *Rewriter) take(x Located) {
	l := r.level()
	if x.Path = x.Path[1:]; len(x.Path) > 0 {
		l.located = append(l.located, x)
	} else {
		l.edits = append(l.edits, r.placeholder(x.Start, x.End, x.Secret, x.Quote))
	}
}

// text gives the edits of the text that is open, in its coordinates, and closes
// it: of the secrets that stand in it, and of what is encoded in it. The result
// is valid until the next text is opened at this level.
func (r *Rewriter) text() []edit {
	t := r.level().t
	r.set.Find(t.B, r.onMatch)
	// What was found inside an encoding is edited there first: the look for
	// encoded stretches may spend all of the budget.
	sortStable(r.level().located, func(a, b Located) int { return inOrder(a.Path[0], b.Path[0]) })
	for next := 0; next < len(r.level().located); {
		x, done := r.level().located[next], len(r.level().done)
		r.led = r.level().located[next:]
		r.step(t, x.Path[0])
		if l := r.level(); len(l.done) == done {
			// It cannot be decoded now, though it could before: take out the
			// whole stretch rather than leave a secret in it.
			l.edits = append(l.edits, r.placeholder(x.Path[0].Start, x.Path[0].End, x.Secret, ""))
			next++
			continue
		}
		for next < len(r.level().located) && r.level().located[next].Path[0] == x.Path[0] {
			next++
		}
	}
	r.led = nil
	r.arena.Nested(t, r.onChild)
	for i := 0; i < len(r.level().packed); i++ {
		start := r.level().packed[i][0]
		r.step(t, decode.Step{Codec: decode.Base64, Start: start, End: r.packedEnd(t.B, i)})
	}
	edits := r.level().edits
	r.top--
	return edits
}

// inOrder compares steps by where they lead.
func inOrder(a, b decode.Step) int {
	return cmp.Or(a.Start-b.Start, a.End-b.End, int(a.Codec)-int(b.Codec))
}

// packedEnd gives where the i-th base64 ends that holds a secret: before the rest of a
// path, unless a secret reaches into what looks like it.
func (r *Rewriter) packedEnd(b []byte, i int) int {
	packed := r.level().packed
	whole := decode.RunEnd(b, packed[i][0])
	end := decode.PathEnd(b, packed[i][0], whole)
	for _, x := range packed[max(0, i-places64+1):min(len(packed), i+places64)] { // of the same run
		if x[1] > end && x[1] <= whole {
			return whole
		}
	}
	return end
}

func (r *Rewriter) level() *level { return &r.levels[r.top-1] }

// match takes a secret that stands in the text as itself.
func (r *Rewriter) match(m secrets.Match) {
	l := r.level()
	if len(l.edits) >= l.many {
		// Secrets that repeat one another stand in them at every few bytes, all of them.
		l.edits = r.settle(l.edits)
		l.many = 2*len(l.edits) + manyEdits
	}
	l.edits = append(l.edits, r.placeholder(m.Start, m.End, m.Secret, ""))
}

// packedMatch takes a secret that stands in a run of digits of the text.
func (r *Rewriter) packedMatch(m secrets.Match) {
	l := r.level()
	if m.Form == secrets.Packed64 {
		group := m.Start - int(m.Align)
		if group < r.digits {
			return
		}
		at := [2]int{group - (group-r.digits)/4*4, m.End}
		for i := len(l.packed) - 1; i >= max(0, len(l.packed)-places64); i-- {
			if l.packed[i][0] == at[0] {
				l.packed[i][1] = max(l.packed[i][1], at[1])
				return
			}
		}
		l.packed = append(l.packed, at)
		return
	}
	h := []byte(hex.EncodeToString(r.set.Secrets[m.Secret].Placeholder))
	if m.Form == secrets.HexUpper {
		h = bytes.ToUpper(h)
	}
	e := r.placeholder(m.Start, m.End, m.Secret, "")
	e.with, e.soft = h, true
	l.edits = append(l.edits, e)
}

// child takes what is encoded in the text that is open.
func (r *Rewriter) child(child *decode.Text) {
	step := decode.Step{Codec: child.Codec, Start: child.Start, End: child.End}
	if _, done := slices.BinarySearchFunc(r.level().done, step, inOrder); done {
		return
	}
	located := r.led
	r.open(child)
	for _, x := range located {
		if x.Path[0] != step {
			break
		}
		r.take(x)
	}
	inside := r.text()
	l := r.level()
	l.edits = r.lift(child, inside, l.edits)
	if len(located) > 0 {
		l.done = append(l.done, step)
	}
}

func (r *Rewriter) step(t *decode.Text, s decode.Step) {
	if child, ok := r.arena.Decode(t, s.Codec, s.Start, s.End); ok {
		r.child(child)
		r.arena.Release(child)
	}
}

// lift brings edits of child to the coordinates of its source.
func (r *Rewriter) lift(child *decode.Text, inside, edits []edit) []edit {
	if len(inside) == 0 {
		return edits
	}
	source := child.Up.B[child.Start:child.End]
	if !child.Codec.Packs() {
		// The way of writing shows close by; all of a long text, for each of
		// many edits in it, would take the square of its length.
		const near = 16 << 10
		for _, e := range inside {
			whole := e.lost == e.start && e.kept == e.end
			e.start, e.end = child.Source(e.start, e.end)
			if whole {
				e.lost, e.kept = e.start, e.end
			} else {
				e.lost, e.kept = child.Source(e.lost, e.kept)
			}
			e.read, _ = child.Source(e.read, e.read)
			if child.Codec != decode.None {
				from, to := max(child.Start, e.start-near), min(child.End, e.end+near)
				if e.secret < 0 && (child.Codec == decode.Percent || child.Codec == decode.Form) {
					// Its signs are those of an address, and stand there as themselves.
					from, to = max(from, e.read), min(to, e.end+len("%3D%3D"))
				}
				around := child.Up.B[from:to]
				e.with = decode.Escape(nil, child.Codec, e.with, around)
			} else if child.Up.Up == nil && escapes(e.with) {
				// Nothing was escaped there, and what is packed anew may need it:
				// a line break of base64 that was a reference of HTML.
				e.with = decode.Escape(nil, decode.Backslash, e.with, nil)
			}
			edits = append(edits, e)
		}
		return edits
	}
	inside = r.settle(inside)
	all := lengths(child.B, inside)
	plain := make([]byte, 0, len(child.B))
	done := 0
	var places []int32
	for _, e := range all {
		plain = append(plain, child.B[done:e.start]...)
		plain = append(plain, e.with...)
		done = e.end
		if e.secret >= 0 {
			places = append(places, e.secret)
		}
		places = append(places, e.places...)
	}
	plain = append(plain, child.B[done:]...)
	up := child.Up.B
	joined := child.Start > 0 && up[child.Start-1] == '.' || child.End < len(up) && up[child.End] == '.'
	with := r.arena.Pack(child.Codec, plain, all[0].start, source, joined)
	lost, kept, solid := decode.Packed(child.Codec, source, inside[0].lost, inside[len(inside)-1].kept)
	// An edit is no longer than what it changes: before it stands as it was, and
	// another edit may have to do with that.
	head, tail := 0, 0
	for head < min(lost, len(with)) && with[head] == source[head] {
		head++
	}
	for tail < min(len(source)-kept, len(with)-head) && with[len(with)-1-tail] == source[len(source)-1-tail] {
		tail++
	}
	return append(edits, edit{
		start: child.Start + head, end: child.End - tail, with: with[head : len(with)-tail], secret: -1, places: places,
		lost: child.Start + lost, kept: child.Start + kept, solid: solid && len(inside) == 1 && inside[0].solid,
		read: child.Start, codec: child.Codec,
	})
}

// lengths gives, with the edits of an item of a binary format, those of the lengths
// that stand before the strings that have changed.
func lengths(b []byte, edits []edit) []edit {
	var more []edit
	rest := edits
	decode.Lengths(b, func(start, end int) (by int) {
		for len(rest) > 0 && rest[0].end <= end {
			if e := rest[0]; e.start >= start {
				by += len(e.with) - (e.end - e.start)
			}
			rest = rest[1:]
		}
		return by
	}, func(start, end int, head []byte) {
		more = append(more, edit{start: start, end: end, with: head, secret: -1})
	})
	if more == nil {
		return edits
	}
	more = append(more, edits...)
	sortStable(more, func(a, b edit) int { return a.start - b.start })
	return more
}

// escapes tells whether a text has what cannot stand in a JSON string as it is.
func escapes(b []byte) bool {
	for _, c := range b {
		if c < ' ' || c == '"' || c == '\\' {
			return true
		}
	}
	return false
}

// settle sorts edits and makes them disjoint. One text can be read in several
// ways, of which one may come upon a part of what another takes out: of two
// edits that overlap one is left out if the other does its work. Where neither
// does, all that they cover goes under one placeholder: too much is better than
// a remnant.
func (r *Rewriter) settle(edits []edit) []edit {
	order := func(a, b edit) int {
		// Of two alike, the one that is written with fewer escapes is read in fewer steps.
		return cmp.Or(a.start-b.start, b.end-a.end, cmp.Compare(uint32(a.secret), uint32(b.secret)), len(a.with)-len(b.with))
	}
	sortStable(edits, order)
	out := edits[:0]
	for _, e := range edits {
		if len(out) == 0 || e.start >= out[len(out)-1].end {
			out = append(out, e)
			continue
		}
		last := &out[len(out)-1]
		switch {
		case r.does(last, &e):
		case r.does(&e, last):
			*last = e
		default:
			*last = r.whole(last.start, max(last.end, e.end), *last, e)
		}
	}
	return out
}

// does tells whether a takes out all that b does.
func (r *Rewriter) does(a, b *edit) bool {
	if b.lost < a.lost || b.kept > a.kept {
		return false
	}
	switch {
	case a.solid:
		return true // nothing is left there, however it is read
	case b.secret >= 0:
		return b.soft
	case subset(b.places, a.places):
		return true
	case a.read != b.read || a.codec != b.codec:
		return false
	}
	// Both have read the same bytes, and whoever did came upon the secrets
	// that are looked for everywhere.
	for _, s := range b.places {
		if !r.set.Secrets[s].Everywhere && !slices.Contains(a.places, s) {
			return false
		}
	}
	return true
}

// subset tells whether all of a is in b.
func subset(a, b []int32) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// whole replaces a range by the placeholder of one of the secrets in it.
func (r *Rewriter) whole(start, end int, a, b edit) edit {
	secret := int32(-1)
	for _, s := range append([]int32{a.secret, b.secret}, append(a.places, b.places...)...) {
		if s >= 0 {
			secret = s
			break
		}
	}
	if secret < 0 {
		panic("internal error: an edit without a secret")
	}
	return r.placeholder(start, end, secret, "")
}
