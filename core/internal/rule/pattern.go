package rule

import (
	"errors"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// A pattern is the expression of a Format, made ready to be matched. It is RE2's
// syntax as far as the tables use it, and matches what package regexp matches:
//
//	abc \. \\ \$             bytes; a sign of the syntax behind a backslash
//	[a-z+/-] [^\s"] \d \w \s a byte of a class
//	.                        any byte, behind (?s) at the begin of the pattern
//	? * + {n} {n,} {n,m}     so many of the part before, the most first; ? behind
//	                         them: the fewest first
//	(?:a|b) (a|b)            alternatives, the first that fits; the group without ?:
//	                         is the secret, and there is one at most
//
// regexp and regexp/syntax would be a fifteenth of what the page has to load, and
// take four times as long to compile the tables. Here, alternatives are tried in
// order, and matching goes back where one fails; but not where the next byte has
// told the way, nor into a run that has one possible end, as nearly all have. So
// it seldom needs memory, and a test holds the tables to a number of tries that
// grows with the text alone.
type pattern struct {
	start *part
	group bool    // the secret is the group
	open  bool    // the value has no greatest length
	tail  byteSet // what would continue the value
}

// A part is one step of a pattern.
type part struct {
	op   partOp
	text string // of literal

	// Of class: a run of min to max of the bytes of set.
	min, max int
	lazy     bool // the shortest first
	settled  bool // the longest is right, or none is

	either *part // of fork: what is tried before next
	next   *part

	set    byteSet // of class; of fork, what either may begin with
	follow byteSet // what next may begin with, where it must take a byte
	// Of fork: either, or next, fits where there is nothing.
	setEmpty, followEmpty bool
}

type partOp uint8

const (
	accept  partOp = iota // the end of the pattern
	literal               // text
	class                 // a run of bytes of a set
	fork                  // either, or else next
	opens                 // the group begins
	closes                // the group ends
)

// unlimited is the max of a part that may repeat forever.
const unlimited = 1 << 30

// match matches the pattern at the begin of text. start and end enclose the
// group, or all that was matched where there is none.
func (p *pattern) match(text []byte) (start, end int, ok bool) {
	m := matching{text: text, from: -1}
	end = m.run(p.start)
	switch {
	case end < 0:
		return 0, 0, false
	case p.group:
		return m.from, m.to, m.from >= 0
	}
	return 0, end, true
}

// matching is one match under way.
type matching struct {
	text     []byte
	from, to int // the group
	tries    int // how many ends of runs were tried, where there was a choice
	n        int // how many choices there are: few, and then more
	few      [8]choice
	more     []choice
}

// A choice is a place to go back to. It is no call of a function, because a
// browser's stack is small and a text is long.
type choice struct {
	part     *part // what to go on with; or a class, the end of whose run is to be chosen
	run      bool  // whether it is that
	at, last int   // where to go on; the end to be tried next, and the last one
	from, to int
}

// run matches p and what follows it at the begin of the text, and gives the end,
// -1 where it does not match.
func (m *matching) run(p *part) int {
	i, ok := 0, true
	for {
		switch p.op {
		case accept:
			return i
		case literal:
			if ok = len(m.text)-i >= len(p.text) && string(m.text[i:i+len(p.text)]) == p.text; ok {
				i += len(p.text)
			}
		case class:
			least := i + p.min
			ok = least <= len(m.text)
			for ; ok && i < least; i++ {
				ok = p.set.has(m.text[i])
			}
			if !ok {
				break
			}
			most := min(len(m.text), least+p.max-p.min)
			if p.lazy && !p.settled {
				m.choose(p, true, i, most)
				ok = false
				break
			}
			for i < most && p.set.has(m.text[i]) {
				i++
			}
			if !p.settled {
				m.choose(p, true, i, least)
				ok = false
			}
		case fork:
			// Nearly always the next byte says which way to go.
			switch {
			case !m.fits(&p.follow, p.followEmpty, i):
				p = p.either
				continue
			case m.fits(&p.set, p.setEmpty, i):
				m.choose(p.next, false, i, i)
				p = p.either
				continue
			}
		case opens:
			m.from = i
		case closes:
			m.to = i
		}
		if ok {
			p = p.next
			continue
		}
		if p, i = m.back(); p == nil {
			return -1
		}
		ok = true
	}
}

// fits tells whether a way that begins with a byte of set, or with nothing, can
// be gone at i.
func (m *matching) fits(set *byteSet, empty bool, i int) bool {
	return empty || i < len(m.text) && set.has(m.text[i])
}

func (m *matching) choose(p *part, run bool, at, last int) {
	c := choice{p, run, at, last, m.from, m.to}
	if m.n < len(m.few) {
		m.few[m.n] = c
	} else {
		m.more = append(m.more[:m.n-len(m.few)], c)
	}
	m.n++
}

// back goes back to the last choice that is left. It gives nil where none is.
func (m *matching) back() (*part, int) {
	for m.n > 0 {
		c := &m.few[min(m.n, len(m.few))-1]
		if k := m.n - len(m.few); k > 0 {
			c = &m.more[k-1]
		}
		m.from, m.to = c.from, c.to
		p, i := c.part, c.at
		if !c.run {
			m.n--
			return p, i
		}
		// An end of a run: the next one is a byte before, or behind.
		next := i - 1
		done := i == c.last
		if p.lazy {
			next, done = i+1, i == c.last || i >= len(m.text) || !p.set.has(m.text[i])
		}
		c.at = next
		if done {
			m.n--
		}
		if i < len(m.text) && p.follow.has(m.text[i]) {
			m.tries++
			return p.next, i
		}
	}
	return nil, 0
}

// An expr is a pattern as it was read.
type expr struct {
	op       exprOp
	text     string // of bytesExpr
	set      byteSet
	sub      []*expr
	min, max int // of repeatExpr
	lazy     bool
}

type exprOp uint8

const (
	bytesExpr  exprOp = iota // text
	classExpr                // set
	concatExpr               // sub, one behind the other
	eitherExpr               // one of sub
	groupExpr                // sub[0], the group
	repeatExpr               // sub[0], min to max times
)

// parse reads a pattern.
func parse(text string) (*pattern, error) {
	r := patternReader{text: text}
	r.all = r.skip("(?s)")
	e, err := r.alternatives()
	if err == nil && r.at < len(text) {
		err = errors.New("a parenthesis that nothing opens")
	}
	if err != nil {
		return nil, errors.New("pattern " + strconv.Quote(text) + " at byte " + strconv.Itoa(r.at) + ": " + err.Error())
	}
	p := &pattern{group: r.group, open: e.open()}
	e.addTail(&p.tail)
	var choosing []*part
	p.start = e.link(&part{op: accept}, &choosing)
	for _, c := range choosing {
		c.settle()
	}
	return p, nil
}

// link makes the parts of e, in front of next, and adds those of classes and forks
// to list.
func (e *expr) link(next *part, list *[]*part) *part {
	switch e.op {
	case bytesExpr:
		return &part{op: literal, text: e.text, next: next}
	case classExpr:
		return e.linkClass(1, 1, false, next, list)
	case concatExpr:
		for _, sub := range slices.Backward(e.sub) {
			next = sub.link(next, list)
		}
		return next
	case eitherExpr:
		last := len(e.sub) - 1
		p := e.sub[last].link(next, list)
		for _, sub := range slices.Backward(e.sub[:last]) {
			p = &part{op: fork, either: sub.link(next, list), next: p}
			*list = append(*list, p)
		}
		return p
	case groupExpr:
		inner := e.sub[0].link(&part{op: closes, next: next}, list)
		return &part{op: opens, next: inner}
	}
	sub := e.sub[0]
	if sub.op == classExpr {
		return sub.linkClass(e.min, e.max, e.lazy, next, list)
	}
	// What may be there once more stands behind a fork.
	more := func(p *part, once func() *part) {
		p.op = fork
		*list = append(*list, p)
		if p.either, p.next = nil, next; e.lazy {
			p.either, p.next = next, once()
		} else {
			p.either = once()
		}
	}
	p := next
	if e.max == unlimited {
		p = new(part)
		more(p, func() *part { return sub.link(p, list) })
	} else {
		for range e.max - e.min {
			rest := p
			p = new(part)
			more(p, func() *part { return sub.link(rest, list) })
		}
	}
	for range e.min {
		p = sub.link(p, list)
	}
	return p
}

func (e *expr) linkClass(least, most int, lazy bool, next *part, list *[]*part) *part {
	p := &part{op: class, set: e.set, min: least, max: most, lazy: lazy, next: next}
	*list = append(*list, p)
	return p
}

// settle says what the next byte tells: which way to go, or that a run needs to be
// ended in one place only.
func (p *part) settle() {
	var empty bool
	p.follow, empty = p.next.first()
	if p.op == fork {
		p.set, p.setEmpty = p.either.first()
		p.followEmpty = empty
		return
	}
	apart := true
	for i := range p.set {
		apart = apart && p.set[i]&p.follow[i] == 0
	}
	switch {
	case empty: // what follows fits anywhere
		if p.lazy {
			p.max = p.min
		}
		p.settled = true
	default:
		p.settled = apart || p.min == p.max
	}
}

// first gives what p and what follows it may begin with, and whether they fit
// where there is nothing.
func (p *part) first() (set byteSet, empty bool) {
	switch p.op {
	case accept:
		return set, true
	case literal:
		set.add(rune(p.text[0]), rune(p.text[0]))
		return set, false
	case class:
		if p.min > 0 {
			return p.set, false
		}
		set, empty = p.next.first()
		return set.or(p.set), empty
	case fork:
		a, emptyA := p.either.first()
		b, emptyB := p.next.first()
		return a.or(b), emptyA || emptyB
	}
	return p.next.first()
}

// empty says whether an expression fits where there is nothing.
func (e *expr) empty() bool {
	switch e.op {
	case bytesExpr, classExpr:
		return false
	case concatExpr:
		return !slices.ContainsFunc(e.sub, func(sub *expr) bool { return !sub.empty() })
	case repeatExpr:
		return e.min == 0 || e.sub[0].empty()
	}
	return slices.ContainsFunc(e.sub, (*expr).empty)
}

// addTail adds the bytes a match may end with: from the last part of the
// expression backwards until a whole class is in.
func (e *expr) addTail(s *byteSet) {
	switch e.op {
	case bytesExpr:
		for _, c := range []byte(e.text) {
			s.add(rune(c), rune(c))
		}
	case classExpr:
		*s = s.or(e.set)
	case concatExpr:
		for i := len(e.sub) - 1; i >= 0 && s.size() < 10; i-- {
			e.sub[i].addTail(s)
		}
	default:
		for _, sub := range e.sub {
			sub.addTail(s)
		}
	}
}

// open says whether the last class of an expression may repeat forever.
func (e *expr) open() bool {
	switch {
	case e.op == repeatExpr && e.max != 1:
		return e.max == unlimited
	case e.op == concatExpr && len(e.sub) > 0:
		last := e.sub[len(e.sub)-1]
		if last.open() {
			return true
		}
		padding := last.op == repeatExpr && last.min == 0
		return padding && len(e.sub) > 1 && e.sub[len(e.sub)-2].open()
	}
	return slices.ContainsFunc(e.sub, (*expr).open)
}

// A patternReader reads the text of a pattern from at on.
type patternReader struct {
	text  string
	at    int
	all   bool // a dot is a line feed too
	group bool // the group was seen
}

func (r *patternReader) more() bool { return r.at < len(r.text) }

// skip goes behind s, if s is next.
func (r *patternReader) skip(s string) bool {
	if !strings.HasPrefix(r.text[r.at:], s) {
		return false
	}
	r.at += len(s)
	return true
}

// alternatives reads to the parenthesis that closes them, or to the end.
func (r *patternReader) alternatives() (*expr, error) {
	e := &expr{op: eitherExpr}
	for {
		one, err := r.sequence()
		if err != nil {
			return nil, err
		}
		e.sub = append(e.sub, one)
		if !r.skip("|") {
			break
		}
	}
	if len(e.sub) == 1 {
		return e.sub[0], nil
	}
	return e, nil
}

// sequence reads parts that stand one behind the other.
func (r *patternReader) sequence() (*expr, error) {
	e := &expr{op: concatExpr}
	for r.more() && r.text[r.at] != '|' && r.text[r.at] != ')' {
		one, err := r.repeated()
		if err != nil {
			return nil, err
		}
		if n := len(e.sub); n > 0 && one.op == bytesExpr && e.sub[n-1].op == bytesExpr {
			e.sub[n-1].text += one.text
			continue
		}
		e.sub = append(e.sub, one)
	}
	if len(e.sub) == 1 {
		return e.sub[0], nil
	}
	return e, nil
}

// repeated reads a part and how often it is there.
func (r *patternReader) repeated() (*expr, error) {
	one, err := r.one()
	if err != nil || !r.more() {
		return one, err
	}
	e := &expr{op: repeatExpr, sub: []*expr{one}, max: unlimited}
	switch c := r.text[r.at]; c {
	case '?', '*', '+':
		r.at++
		if c == '?' {
			e.max = 1
		} else if c == '+' {
			e.min = 1
		}
	case '{':
		counts, _, closed := strings.Cut(r.text[r.at+1:], "}")
		least, most, two := strings.Cut(counts, ",")
		var errLeast, errMost error
		e.min, errLeast = strconv.Atoi(least)
		switch {
		case !two:
			e.max = e.min
		case most != "":
			e.max, errMost = strconv.Atoi(most)
		}
		if !closed || errLeast != nil || errMost != nil || e.min < 0 || e.max < e.min {
			return nil, errors.New("no count in the braces; write {n}, {n,} or {n,m}")
		}
		r.at += len("{") + len(counts) + len("}")
	default:
		return one, nil
	}
	e.lazy = r.skip("?")
	switch {
	case one.empty():
		return nil, errors.New("a repeated part that may be empty")
	case one.op == bytesExpr && len(one.text) == 1:
		one.op = classExpr
		one.set.add(rune(one.text[0]), rune(one.text[0]))
	}
	return e, nil
}

// one reads a byte, a class or a group.
func (r *patternReader) one() (*expr, error) {
	c := r.text[r.at]
	r.at++
	switch c {
	case '(':
		return r.parenthesis()
	case '[':
		return r.class()
	case '\\':
		set, err := r.escaped()
		if err == nil && set.size() == 1 {
			return &expr{op: bytesExpr, text: r.text[r.at-1 : r.at]}, nil
		}
		return &expr{op: classExpr, set: set}, err
	case '.':
		e := &expr{op: classExpr}
		if !r.all {
			e.set.add('\n', '\n')
		}
		e.set = e.set.not()
		return e, nil
	case '?', '*', '+', '{', '^', '$':
		return nil, errors.New("a " + string(c) + " that stands for nothing here")
	}
	if c >= 0x80 {
		return nil, errors.New("a letter beyond ASCII")
	}
	return &expr{op: bytesExpr, text: r.text[r.at-1 : r.at]}, nil
}

func (r *patternReader) parenthesis() (*expr, error) {
	e := &expr{op: groupExpr}
	if !r.skip("?:") {
		if r.group {
			return nil, errors.New("a second group; write (?: for all but the secret")
		}
		r.group = true
	}
	group := r.text[r.at-1] == '('
	inner, err := r.alternatives()
	if err != nil {
		return nil, err
	}
	if !r.skip(")") {
		return nil, errors.New("a parenthesis that nothing closes")
	}
	if !group {
		return inner, nil
	}
	e.sub = []*expr{inner}
	return e, nil
}

// class reads a class behind its bracket.
func (r *patternReader) class() (*expr, error) {
	e := &expr{op: classExpr}
	negated := r.skip("^")
	for {
		if !r.more() {
			return nil, errors.New("a class that nothing closes")
		}
		c := r.text[r.at]
		r.at++
		switch {
		case c == ']':
			if negated {
				e.set = e.set.not()
			}
			return e, nil
		case c == '[' || c >= 0x80:
			return nil, errors.New("a sign that no class may hold as it is")
		case c == '\\':
			set, err := r.escaped()
			if err != nil {
				return nil, err
			}
			e.set = e.set.or(set)
			continue
		}
		to := c
		if rest := r.text[r.at:]; len(rest) > 1 && rest[0] == '-' && rest[1] != ']' {
			to = rest[1]
			r.at += 2
		}
		if to < c || to == '\\' || to >= 0x80 {
			return nil, errors.New("a range that is none")
		}
		e.set.add(rune(c), rune(to))
	}
}

// escaped reads what stands behind a backslash.
func (r *patternReader) escaped() (set byteSet, err error) {
	if !r.more() {
		return set, errors.New("a backslash at the end")
	}
	c := r.text[r.at]
	r.at++
	switch {
	case c == 'd':
		set.add('0', '9')
	case c == 'w':
		set.add('0', '9')
		set.add('A', 'Z')
		set.add('_', '_')
		set.add('a', 'z')
	case c == 's':
		for _, blank := range "\t\n\f\r " {
			set.add(blank, blank)
		}
	case isAlnum(c) || c >= 0x80:
		return set, errors.New(`\` + string(c) + " is not known; write a class")
	default:
		set.add(rune(c), rune(c))
	}
	return set, nil
}

// A byteSet is a set of bytes.
type byteSet [4]uint64

func (s *byteSet) has(c byte) bool { return s[c>>6]>>(c&63)&1 != 0 }

func (s *byteSet) add(from, to rune) {
	for r := from; r <= to && r < 256; r++ {
		s[r>>6] |= 1 << (r & 63)
	}
}

func (s byteSet) or(t byteSet) byteSet {
	for i := range s {
		s[i] |= t[i]
	}
	return s
}

func (s byteSet) not() byteSet {
	for i := range s {
		s[i] = ^s[i]
	}
	return s
}

func (s *byteSet) size() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}
