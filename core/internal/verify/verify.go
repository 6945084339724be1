// Package verify is the second look at the output. It is given the secrets
// that were taken out and the bytes that are about to be handed over, and says
// whether one of them can still be read there, in whatever encoding.
//
// It is worth having only while it is independent: it imports the standard
// library alone, knows no rule, no role and no field of a HAR, and decodes by
// its own means. A mistake in detection or rewriting is then not repeated here.
//
// # How it looks
//
// A piece of output is cut into its JSON strings and numbers. Each gives a
// view, the unescaped text, and a view gives further ones, which are looked at
// in the same way:
//
//   - the view with its percent, entity and backslash escapes undone
//     (escape.go);
//   - what is quoted-printable in it (quoted.go);
//   - what its runs of base64 and hex decode to, and what these inflate to
//     (run.go).
//
// In every view a matcher looks for all secrets at once (match.go).
//
// # Why it may leave things out
//
// Decoding everything in every way would be slow, so work is left out where
// it cannot show a secret, and nowhere else:
//
//   - An escape that stands for a byte which no secret, no escape and no
//     base64 holds is no reason to decode (interesting).
//   - Text without an escape is the same before and after, so only the
//     neighbourhood of escapes is decoded again; it reaches as far as the
//     longest secret does, and then to the end of the base64 run it is in
//     (chunk).
//   - One long secret would make all neighbourhoods long, and one with signs all
//     escapes interesting. Where it stands, a part of it stands that is neither:
//     only what holds that is looked at for the whole (core).
//   - Base64 of a secret holds a string that depends on the secret alone, which
//     the matcher knows. Only what is encoded twice needs decoding, and the
//     inner code is ASCII (run.go says what it does where a secret is not).
//
// Hostile input can still ask for endless work; budgets end it, and Skipped
// tells that they did.
//
// # What it does not see
//
//   - Deflate without a head that does not begin where a run or an escape
//     before it ends, or that does not hold text: nothing tells it from a token.
//   - Some of what is quoted-printable within or around another encoding: an
//     equals sign has other uses, and of a stack not all may look like it.
//   - A secret of few bytes that is encoded twice, the outer code being base64
//     or hex of binary data.
//   - A secret written with line breaks, or with anything else between its
//     bytes, unless in base64; base64 in which both alphabets are mixed, or a
//     '+' has become a space, unless it is decoded for other reasons; UTF-16,
//     unless it is all of a run of base64 or hex; brotli, UTF-7, base32,
//     encryption.
package verify

import (
	"bytes"
	"encoding/base64"
	"hash/maphash"
	"math/bits"
	"strings"
	"unicode/utf8"
)

const (
	// minSecret is the shortest secret that can be looked for everywhere. The
	// matcher is built on it.
	minSecret = 8

	// maxDepth bounds how many decodings may be stacked.
	maxDepth = 8

	// The bytes decoded for one string, and for all strings of one piece, end
	// at factor * length + floor. The second keeps a piece of many small
	// strings from asking for the first floor many times over.
	stringFactor, stringFloor = 8, 1 << 20
	pieceFactor, pieceFloor   = 32, 8 << 20

	// Of many pieces in a row, all that is beyond sure times their length has to be
	// in what Batch grants.
	sure, batchFloor = 8, 32 << 20
	unbounded        = 1 << 50 // where nobody says what a batch is

	// longestEscape is how long an escape before base64 may be.
	longestEscape = 16

	// smallChunk is the size up to which escapes are undone in every order,
	// not in the order they stand alone. See Verifier.escapes.
	smallChunk = 16 << 10
)

// A Hit says where a secret can be read. It never holds the value.
type Hit struct {
	Secret     int    // index into the secrets given to New
	Start, End int    // byte range in the piece of the JSON string or number it stands in
	Depth      int    // how many decodings after JSON's own lead to it
	How        string // these decodings, outermost first, such as "json>percent>base64"
}

// A Verifier looks for one set of secrets. It is for one goroutine; Clone
// gives others one of their own.
type Verifier struct {
	m       *matcher  // read only, shared by clones
	cut     bool      // m knows no more than a part of some secret
	full    *Verifier // knows all of each, once there was need for it
	margin  int       // how far from an escape a secret can begin or end
	far     int       // and how far from an escape of quoted-printable, which has few
	alpha   [256]bool
	stop    [256]bool  // it is in no secret and in nothing that encodes one
	dull    [256]uint8 // after which of lead a byte makes no escape worth undoing
	fragile bool       // a secret holds a character that begins an escape
	slashes bool       // a secret holds a backslash
	merges  bool       // and one ends with it
	spaces  bool       // a secret holds a space, so '+' may stand for it
	foreign bool       // a secret holds bytes past ASCII

	skipped int64

	// What follows belongs to the string being looked at.
	raw    bool // it is a whole piece, and JSON's own escapes have not been undone
	hit    int  // the secret found
	chain  [maxDepth + 3]codec
	depth  int // how much of chain is in use
	budget int
	pool   int // what is left of the piece's budget
	given  int // what of it was beyond what is sure
	spare  int // what pieces may decode beyond what is sure, of this batch

	// arena is a stack of decoded views: each is appended, looked at and cut
	// off again, so that nothing is allocated once it has grown. Views below
	// stay valid if it moves, because nobody writes to them again.
	arena []byte
	seen  seen
	inf   inflater
}

// longCore is how much of a long secret is looked for at first.
const longCore = 48

// New makes a Verifier for secrets, each at least 8 bytes long. It keeps the
// slices and does not change them.
func New(secrets [][]byte) *Verifier {
	parts := make([]part, len(secrets))
	far, cut := 0, false
	for i, s := range secrets {
		parts[i] = core(s)
		far = max(far, base64.RawStdEncoding.EncodedLen(len(s))+64)
		cut = cut || len(parts[i].text()) < len(s)
	}
	v := newVerifier(parts)
	v.far = max(v.far, far)
	v.cut = cut
	return v
}

// A part is what of a secret is looked for.
type part struct {
	secret   []byte
	from, to int32
}

func (p *part) text() []byte { return p.secret[p.from:p.to] }

// wholes gives of each part the secret.
func wholes(parts []part) []part {
	all := make([]part, len(parts))
	for i := range all {
		all[i] = whole(parts[i].secret)
	}
	return all
}

func whole(secret []byte) part { return part{secret, 0, int32(len(secret))} }

// core gives the part of a secret that is looked for at first: the longest that is
// made of letters, digits and the signs that tokens have, for signs that stand in any
// text would make most of its escapes worth undoing; or else of signs that nobody
// escapes, for of two escapes in a secret one may have been undone and one not. Of a
// long one it is the middle: what begins or ends a secret may begin or end what is
// none.
func core(secret []byte) part {
	from, to := longest(secret, func(c byte) bool { return class[c]&isBase64 != 0 || c == '.' || c == '~' })
	if to-from < minSecret {
		from, to = longest(secret, func(c byte) bool {
			return c > ' ' && c < utf8.RuneSelf && strings.IndexByte("\\%&\"'<>+=", c) < 0
		})
	}
	if to-from < minSecret {
		return whole(secret)
	}
	if to-from > longCore {
		from += varied(secret[from:to])
		to = from + longCore
	}
	return part{secret, int32(from), int32(to)}
}

// varied gives where longCore bytes of b begin, in its middle or as near to that as they
// are, that do not repeat one letter or a few: in a text that does so, too, they would
// stand every few bytes.
func varied(b []byte) (at int) {
	most := -1
	middle := (len(b) - longCore) / 2
	for far := 0; far <= middle+longCore/2; far += longCore / 2 {
		for _, k := range [...]int{max(0, middle-far), min(len(b)-longCore, middle+far)} {
			n := 0
			for i := k + 3; i < k+longCore; i++ {
				if b[i] != b[i-1] && b[i] != b[i-2] && b[i] != b[i-3] {
					n++
				}
			}
			if n > most {
				most, at = n, k
			}
			if most >= longCore/3 {
				return at
			}
		}
	}
	return at
}

// longest gives the longest stretch of b whose bytes are all in.
func longest(b []byte, in func(byte) bool) (from, to int) {
	for i := 0; i < len(b); i++ {
		start := i
		for i < len(b) && in(b[i]) {
			i++
		}
		if i-start > to-from {
			from, to = start, i
		}
	}
	return from, to
}

func newVerifier(parts []part) *Verifier {
	v := &Verifier{m: newMatcher(parts), seen: newSeen(), spare: unbounded}
	// An escape that spells part of another escape needs a little more room
	// than the longest pattern.
	v.margin = v.m.longest + 64
	v.far = v.margin
	for c := range 256 {
		v.alpha[c] = class[c]&isBase64 != 0 || strings.IndexByte("%&\\#;{}", byte(c)) >= 0
	}
	var has [256]bool
	for i := range parts {
		s := parts[i].text()
		v.merges = v.merges || s[len(s)-1] == '\\'
		for _, c := range s {
			has[c] = true
		}
	}
	v.spaces, v.slashes = has[' '], has['\\']
	v.fragile = has['%'] || has['&'] || has['\\']
	for c := range 256 {
		v.alpha[c] = v.alpha[c] || has[c]
		v.foreign = v.foreign || has[c] && c >= 0x80
		v.stop[c] = !v.alpha[c] && c != '\r' && c != '\n' && c != '='
		v.dull[c] = lead[0]
		if class[c]&isHex == 0 && c != 'u' {
			v.dull[c] |= lead['%']
		}
		if class[c]&isBase64 == 0 && c != '#' {
			v.dull[c] |= lead['&']
		}
		if s := short[c]; s != 0 && !v.alpha[s] || s == 0 && strings.IndexByte("uUx0123\\\r\n", byte(c)) < 0 {
			v.dull[c] |= lead['\\']
		}
	}
	return v
}

// lead gives one bit to each byte that begins an escape, and to all others one.
var lead = func() (t [256]uint8) {
	for c := range t {
		t[c] = 1
	}
	t['%'], t['&'], t['\\'] = 2, 4, 8
	return t
}()

// Clone gives a Verifier for the same secrets that may run beside v. Its count
// of skipped views begins at zero.
func (v *Verifier) Clone() *Verifier {
	return &Verifier{
		m: v.m, cut: v.cut, margin: v.margin, far: v.far, alpha: v.alpha, stop: v.stop, dull: v.dull,
		fragile: v.fragile, slashes: v.slashes, merges: v.merges, spaces: v.spaces, foreign: v.foreign,
		seen: newSeen(), spare: unbounded,
	}
}

// Batch says that the next pieces have n bytes together.
func (v *Verifier) Batch(n int) {
	v.spare = sure*n + batchFloor
	if v.full != nil {
		v.full.spare = v.spare
	}
}

// open gives a piece of n bytes its budget, and close takes what it used from that of
// the batch.
func (v *Verifier) open(n int) {
	v.pool = min(pieceFactor*n+pieceFloor, sure*n+v.spare)
	v.given = v.pool - sure*n
}

func (v *Verifier) close() { v.spare -= max(0, v.given-max(0, v.pool)) }

// Skipped counts the bytes of the views that were not looked at because a budget
// ended, and of what was compressed and not read to its end. While it is zero, Check
// has seen everything it knows how to see.
func (v *Verifier) Skipped() int64 {
	if v.full != nil {
		return v.full.Skipped()
	}
	return v.skipped
}

// Check looks at one piece of output, a complete JSON value, and gives the
// first secret found. In a piece that is not JSON it looks at what it can
// take for strings and numbers.
func (v *Verifier) Check(piece []byte) (hit Hit, found bool) {
	if v.Clean(piece) {
		return Hit{}, false
	}
	if !v.cut {
		return v.tokens(piece)
	}
	if v.full == nil {
		v.full = newVerifier(wholes(v.m.parts))
		v.full.spare = v.spare
	}
	// Where a budget ended, it would end again. And a backslash that ends a secret
	// would be undone with the quote that ends its string.
	if v.hit >= 0 && !v.full.merges && v.full.Clean(piece) {
		return Hit{}, false
	}
	return v.full.tokens(piece)
}

// Clean tells that no secret can be read in piece, nor the part of one that is
// looked for at first, as it should be with nearly every piece of output. It looks
// at the whole as one view, so that there is nothing to be set up or copied for each
// of its strings. Where it is not sure, because it found something, which may reach
// over several strings and be nothing, or because a budget ended, Check decides.
func (v *Verifier) Clean(piece []byte) bool {
	skipped := v.skipped
	v.open(len(piece))
	defer v.close()
	v.begin(len(piece))
	v.budget = v.pool
	v.raw = true
	found := v.whole(piece)
	v.raw = false
	sure := v.skipped == skipped
	v.skipped = skipped
	return !found && sure
}

// tokens looks at each string and number of piece by itself.
func (v *Verifier) tokens(piece []byte) (hit Hit, found bool) {
	v.open(len(piece))
	defer v.close()
	for i := 0; i < len(piece); {
		c := piece[i]
		switch {
		case c == '"':
			end := v.text(piece[i+1:])
			if v.hit >= 0 {
				return v.report("json", i, min(i+1+end+1, len(piece))), true
			}
			i += 1 + end + 1
		case c == '-' || '0' <= c && c <= '9':
			end := i + 1
			for end < len(piece) && (class[piece[end]]&isHex != 0 || strings.IndexByte("+-.", piece[end]) >= 0) {
				end++
			}
			v.begin(end - i)
			if v.look(piece[i:end]) {
				return v.report("number", i, end), true
			}
			i = end
		default:
			i++
		}
	}
	return Hit{}, false
}

// text looks at the string that b begins with, just past its opening quote,
// and gives the offset of its closing quote. v.hit tells the outcome.
func (v *Verifier) text(b []byte) (end int) {
	v.hit = -1
	end = skipTo(b, 0, '"', '\\', '\\')
	if end == len(b) || b[end] == '"' {
		if end >= minSecret {
			v.begin(end)
			v.look(b[:end])
		}
		return end
	}
	buf := v.arena[:0]
	for start := 0; ; {
		buf = append(buf, b[start:end]...)
		if end == len(b) || b[end] == '"' {
			break
		}
		var n int
		if buf, n = backslash(buf, b[end:]); n == 0 {
			// Not valid JSON. Step over what the backslash protects.
			n = min(2, len(b)-end)
			buf = append(buf, b[end:end+n]...)
		}
		start = end + n
		end = skipTo(b, start, '"', '\\', '\\')
	}
	v.begin(end)
	v.arena = buf
	v.look(buf)
	return end
}

// begin sets up for a string of n bytes.
func (v *Verifier) begin(n int) {
	v.hit = -1
	v.depth = 0
	v.budget = stringFactor*n + stringFloor
	v.arena = v.arena[:0]
	v.seen.clear()
}

// report turns what was found into a Hit.
func (v *Verifier) report(how string, start, end int) Hit {
	for _, c := range v.chain[:v.depth] {
		how += ">" + c.String()
	}
	return Hit{Secret: v.hit, Start: start, End: end, Depth: v.depth, How: how}
}

// look looks at a view, and at all that it decodes to. If it finds a secret it
// leaves it in v.hit and the way there in v.chain.
func (v *Verifier) look(view []byte) (found bool) {
	return len(view) >= minSecret && (v.match(view) || v.escapes(view) || v.runs(view) || v.quoted(view))
}

// match looks for a secret that stands in a view as it is, and leaves it as look
// does.
func (v *Verifier) match(view []byte) (found bool) {
	p := v.m.find(view)
	if p == nil {
		return false
	}
	v.hit = int(p.secret)
	if p.form != 0 {
		v.push(p.form)
	}
	return true
}

// deepest is how many decodings may be stacked: JSON's own does not count.
func (v *Verifier) deepest() int {
	if v.raw {
		return maxDepth + 1
	}
	return maxDepth
}

// push notes one more decoding on the way to the view being looked at.
func (v *Verifier) push(c codec) {
	v.chain[v.depth] = c
	v.depth++
}

// visit looks at a view that c decoded from another, if it has not been looked
// at before and budgets allow.
func (v *Verifier) visit(view []byte, c codec) (found bool) {
	if len(view) < minSecret {
		return false
	}
	if v.budget < len(view) || v.pool < len(view) || v.depth == v.deepest() {
		// It was made in vain, which takes its time, too.
		v.budget -= len(view) / 8
		v.pool -= len(view) / 8
		v.skipped += int64(len(view))
		return false
	}
	v.budget -= len(view)
	v.pool -= len(view)
	if v.seen.before(view, v.depth+1) {
		return false
	}
	v.push(c)
	if v.look(view) {
		return true
	}
	v.depth--
	return false
}

// whole looks at a raw piece. Its JSON escapes come off first and alone, and what
// is around them is looked at without them only.
func (v *Verifier) whole(piece []byte) (found bool) {
	plain := 0 // from here on nothing has been looked at as it stands
	for from := 0; ; {
		c := v.chunk(piece, from)
		switch {
		case c.has == 0:
			return v.plain(piece[plain:])
		case c.has&slash == 0:
			found = v.undoAll(piece[c.start:c.end], c.has)
		default:
			part := piece[c.start:c.end]
			found = v.plain(piece[plain:c.first]) || v.undo(part, slash) ||
				v.spaces && bytes.IndexByte(part, '+') >= 0 && v.undo(part, slash|plus)
			plain = c.last
		}
		if found {
			return true
		}
		from = c.end
	}
}

// plain looks at view with its escapes as they are.
func (v *Verifier) plain(view []byte) (found bool) {
	return len(view) >= minSecret && (v.match(view) || v.runs(view) || v.quoted(view))
}

// escapes looks at what view holds once its escapes are undone.
func (v *Verifier) escapes(view []byte) (found bool) {
	for from := 0; ; {
		c := v.chunk(view, from)
		if c.has == 0 {
			return false
		}
		if v.undoAll(view[c.start:c.end], c.has) {
			return true
		}
		from = c.end
	}
}

// undoAll looks at part without its escapes of the kinds has.
//
// All kinds at once, again and again, is enough for a secret that holds no
// '%', '&' or '\': whatever was laid over it comes off and it stays as it is.
// A secret that does hold one may be harmed by undoing too much: "a%41&b" in
// HTML is "a%41&amp;b", where the entity must be undone and the rest be left.
// Then every kind is also undone by itself, which, repeated, is every order.
// The same is done wherever it costs little.
func (v *Verifier) undoAll(part []byte, has codec) (found bool) {
	if v.undo(part, has) {
		return true
	}
	if bits.OnesCount16(uint16(has)) > 1 && (v.fragile || len(part) <= smallChunk) {
		for _, c := range [...]codec{percent, entity, slash} {
			if has&c != 0 && v.undo(part, c) {
				return true
			}
		}
	}
	return v.spaces && bytes.IndexByte(part, '+') >= 0 && v.undo(part, percent|plus)
}

// undo looks at part without its escapes of the kinds c.
func (v *Verifier) undo(part []byte, c codec) (found bool) {
	mark := len(v.arena)
	buf, did := unescape(v.arena, part, c, !v.slashes)
	v.arena = buf
	if did != 0 {
		found = v.visit(buf[mark:], did)
	}
	v.arena = v.arena[:mark]
	return found
}

// A chunk is a part of a view which holds escapes worth undoing: where it is,
// where the first and the last of them are, and of which kinds they are.
type chunk struct {
	start, first, last, end int
	has                     codec
}

// chunk gives the next chunk of view, from an offset on.
//
// It reaches v.margin to either side, over text that undoing leaves as it is and
// in which a secret may go on: up to a byte that is in none. If that ends in
// base64, the chunk goes on to its end, because whoever decodes it may need the
// whole, and what is before it may tell where it begins.
func (v *Verifier) chunk(view []byte, from int) (c chunk) {
	for i, n := from, 0; ; i += n {
		var has codec
		i, n, has = v.next(view, i)
		if has == 0 || c.has != 0 && i > c.end && v.reach(view, c.end, i) < i {
			return c
		}
		if c.has == 0 {
			c.first = i
			c.start = v.back(view, i, max(i-v.margin, 0))
			for c.start > 0 && runsOn(view[c.start-1]) {
				c.start--
			}
			c.start = max(c.start-longestEscape, 0)
		}
		c.last = i
		c.has |= has
		if i+n+v.margin > c.end {
			c.end = v.reach(view, max(i+n, c.end), min(i+n+v.margin, len(view)))
			for c.end < len(view) && runsOn(view[c.end]) {
				c.end++
			}
		}
	}
}

// reach gives how far from i on, up to limit, a secret may go on: to a byte that
// is in no secret, and in nothing that encodes one.
func (v *Verifier) reach(view []byte, i, limit int) int {
	for stop := &v.stop; ; i++ {
		for i < limit && !stop[view[i]] {
			i++
		}
		if i >= limit || !indents(view, i) {
			return i
		}
	}
}

// back gives how far before i, down to limit, a secret may begin.
func (v *Verifier) back(view []byte, i, limit int) int {
	for stop := &v.stop; ; i-- {
		for i > limit && !stop[view[i-1]] {
			i--
		}
		if i <= limit || !indents(view, i-1) {
			return i
		}
	}
}

// indents tells that at i there is a blank behind a line break, as there may be
// within base64. See lineBreak.
func indents(view []byte, i int) bool {
	if view[i] != ' ' && view[i] != '\t' {
		return false
	}
	for k := i - 1; ; k-- {
		switch {
		case k < 0:
			return false
		case i-k > 100, view[k] == '\n' || view[k] == '\r':
			return true
		case view[k] == ' ' || view[k] == '\t':
			continue
		}
		for at := max(k-longestEscape, 0); at <= k; at++ {
			if view[at] == '\\' || view[at] == '%' || view[at] == '&' {
				return true
			}
		}
		return false
	}
}

// runsOn tells a byte that may stand in base64 broken into lines.
func runsOn(c byte) bool {
	return class[c]&isBase64 != 0 || c == '\r' || c == '\n' || c == '\\'
}

// next gives the next escape in b, from i on, that is worth undoing: where it
// is, how many bytes to go on by, and its kind, which is 0 if there is none. A
// run of backslashes and what it escapes is one.
//
// Bodies are full of \" and \n, so those are stepped over right here.
func (v *Verifier) next(b []byte, i int) (at, n int, c codec) {
	for i+9 <= len(b) {
		w := word(b, i)
		p, q, r := w^'%'*ones, w^'&'*ones, w^'\\'*ones
		// As in skipTo, some bytes behind the first may be none of the three.
		m := ((p-ones)&^p | (q-ones)&^q | (r-ones)&^r) & highs
		step := 8
		for ; m != 0; m &= m - 1 {
			k := i + bits.TrailingZeros64(m)>>3
			if v.dull[b[k+1]]&lead[b[k]] != 0 {
				continue
			}
			if n, c = v.interesting(b, k); c != 0 {
				return k, n, c
			}
			if n > 1 {
				step = k + n - i
				break
			}
		}
		i += step
	}
	for i = skipTo(b, i, '%', '&', '\\'); i < len(b); i = skipTo(b, i+n, '%', '&', '\\') {
		if n, c = v.interesting(b, i); c != 0 {
			return i, n, c
		}
	}
	return len(b), 0, 0
}

// interesting tells the kind of the escape at i, and none if what it stands for
// cannot be part of a secret or of anything that encodes one. n is how many
// bytes to go on by.
func (v *Verifier) interesting(b []byte, i int) (n int, c codec) {
	if b[i] == '\\' {
		return v.backslashes(b, i)
	}
	var buf [64]byte
	out, n, c := escape(buf[:0], b[i:], percent|entity)
	if n == 0 {
		return 1, 0
	}
	if v.within(out) && (v.fragile || out[0] != '&' || !bare(b[i+n:])) || vanishes(out) && i > 0 && b[i-1] == '\\' {
		return n, c
	}
	return n, 0
}

// bare tells that an ampersand before b makes no reference, as in most URLs
// within HTML.
func bare(b []byte) bool {
	i := 0
	for i < len(b) && i < longestEscape && class[b[i]]&isBase64 != 0 {
		i++
	}
	return i < len(b) && strings.IndexByte("#;%&\\", b[i]) < 0
}

// backslashes does for the run of backslashes at i what interesting does for
// other escapes. JSON in JSON in JSON has \\\\\\\" for a quote: with each layer
// that comes off, the run is half as long, and what ends it is the same.
func (v *Verifier) backslashes(b []byte, i int) (n int, c codec) {
	k := 1
	for i+k < len(b) && b[i+k] == '\\' {
		k++
	}
	var buf [64]byte
	out, n, c := escape(buf[:0], b[i+k-1:], slash)
	n = max(k-1+n, k)
	switch {
	case k > 1 && v.slashes:
		return n, slash
	case c == 0: // the run comes to nothing but backslashes
		return n, 0
	case v.within(out), k > 1 && v.foreign && len(out) > 0 && out[0] >= 0x80:
		// Half a character is what it seems only until the other is beside it.
		return n, slash
	case vanishes(out) && k&(k-1) != 0:
		// It is left with a backslash before a line break, and both go.
		return n, slash
	}
	return n, 0
}

// vanishes tells a decoded line break, which a backslash before it takes away.
func vanishes(out []byte) bool { return len(out) > 0 && (out[0] == '\n' || out[0] == '\r') }

// within tells whether a secret or what encodes one may hold all of out.
func (v *Verifier) within(out []byte) bool {
	for _, x := range out {
		if !v.alpha[x] {
			return false
		}
	}
	return true
}

// seen is the set of views that have been looked at for one string. Undoing
// escapes in every order comes to the same view on many ways.
//
// It is a table of fixed size that forgets, and keeps hashes only: their seed
// is random, so that nobody can make two views that share one. What it forgets goes by
// some bytes of a view alone, so that it is the same in each run.
type seen struct {
	seed  maphash.Seed
	slots []seenSlot
	turn  uint32 // tells this string's slots from earlier ones'
}

type seenSlot struct {
	hash  uint64
	turn  uint32
	depth uint32
}

func newSeen() seen {
	return seen{seed: maphash.MakeSeed(), slots: make([]seenSlot, 1<<12), turn: 1}
}

func (s *seen) clear() {
	if s.turn++; s.turn == 0 {
		clear(s.slots)
		s.turn = 1
	}
}

// place tells where a view is kept, by its length and five words of it.
func place(view []byte) uint64 {
	h := uint64(len(view))
	for k := range 5 {
		h = (bits.RotateLeft64(h, 23) ^ load(view, k*(len(view)-minSecret)/4)) * hashFactor
	}
	return h >> 32
}

// before tells whether view was looked at before, at this depth or one that
// leaves more room for decoding.
func (s *seen) before(view []byte, depth int) bool {
	h := maphash.Bytes(s.seed, view)
	slot := &s.slots[place(view)%uint64(len(s.slots))]
	if slot.hash == h && slot.turn == s.turn && slot.depth <= uint32(depth) {
		return true
	}
	*slot = seenSlot{hash: h, turn: s.turn, depth: uint32(depth)}
	return false
}
