package jsonscan

import (
	"encoding/binary"
	"math/bits"
)

// defaultDepth is encoding/json's own limit, so that Valid agrees with it.
const defaultDepth = 10000

// state is where a machine stands between two pieces of input. While a piece
// is being read the place in the code is the state; it is written down only
// when the piece ends.
type state uint8

const (
	atValue      state = iota // a value must come
	atValueOrEnd              // just after [
	atKey                     // after a comma in an object
	atKeyOrEnd                // just after {
	atColon                   // after a key
	atAfter                   // after a value: comma or close
	inString                  // inside a string or key
	inEscape                  // after a backslash
	inHex                     // inside \uXXXX, hex digits left to come
	inLiteral                 // inside true, false or null, rest left to come
	atMinus                   // after -
	atZero                    // after a leading 0
	inInt                     // inside the integer digits
	atDot                     // after the decimal point
	inFrac                    // inside the fraction digits
	atExp                     // after e
	atExpSign                 // after the sign of the exponent
	inExp                     // inside the exponent digits
)

// wants says what a state would have accepted. It makes the message of a
// syntax error, which must not quote the input.
var wants = [...]string{
	atValue:      "a value was expected",
	atValueOrEnd: "a value or ] was expected",
	atKey:        "a key in quotes was expected",
	atKeyOrEnd:   "a key in quotes or } was expected",
	atColon:      "a colon was expected after the key",
	atAfter:      "a comma or the closing bracket was expected after the value",
	inString:     "a control character stands in a string and must be escaped",
	inEscape:     "a backslash in a string must begin one of the escapes of JSON",
	inHex:        "four hex digits were expected after \\u",
	inLiteral:    "true, false or null is misspelt",
	atMinus:      "a digit was expected after the minus sign",
	atZero:       "a comma or the closing bracket was expected after the number",
	inInt:        "a comma or the closing bracket was expected after the number",
	atDot:        "a digit was expected after the decimal point",
	inFrac:       "a comma or the closing bracket was expected after the number",
	atExp:        "a digit was expected in the exponent",
	atExpSign:    "a digit was expected in the exponent",
	inExp:        "a comma or the closing bracket was expected after the number",
}

// result is why a machine stopped.
type result uint8

const (
	more result = iota // at the end of the piece, inside the value
	done               // just after the value's last byte
	bad                // on a byte that breaks the grammar, told by state
	deep               // on a bracket that is one too many
)

// A machine reads one JSON value that arrives in pieces, cut anywhere, and
// judges it by RFC 8259. Invalid UTF-8 inside strings is let pass, as
// encoding/json does.
//
// The nesting is one bit a level, 1 for an object: the innermost levels in
// kinds (the innermost in bit 0), every 64 levels further out in spill.
// So len(spill) is (depth-1)/64, and no input can exhaust a call stack.
type machine struct {
	state state
	key   bool   // the string being read is a key
	hex   uint8  // hex digits to come, in inHex
	rest  string // letters to come, in inLiteral
	depth int
	limit int // the depth that is allowed
	kinds uint64
	spill []uint64
}

// start prepares for a new value.
func (m *machine) start(limit int) {
	m.state, m.depth, m.kinds, m.limit, m.key = atValue, 0, 0, limit, false
	m.spill = m.spill[:0]
}

// ended says whether a value is complete if the input ends after more. Only a
// bare number does not show its end itself.
func (m *machine) ended() bool {
	switch m.state {
	case atZero, inInt, inFrac, inExp:
		return m.depth == 0
	}
	return false
}

// Every byte of the word is this byte.
const (
	ones   = 0x0101010101010101
	highs  = 0x80 * ones
	spaces = ' ' * ones
)

// word gives the eight bytes from i on. Where the length of what is cut is the
// capacity, too, the compiler sees that nothing else is to be checked.
func word(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8 : i+8]) }

// stops marks, by the high bit of its byte, the first byte of x that ends a
// run of plain string bytes: a quote, a backslash or a control character.
// Marks above the first one may be false. Flipping bit 1 swaps the quote with
// the space, so that one comparison serves quote and control characters.
func stops(x uint64) uint64 {
	return (((x ^ 2*ones) - 0x21*ones) | ((x ^ '\\'*ones) - ones)) &^ x & highs
}

// first gives the index of the first marked byte.
func first(marks uint64) int { return bits.TrailingZeros64(marks) >> 3 }

// plain gives the index of the first byte from i on that ends a run of plain
// string bytes, or len(b). It is for long runs: four words a round.
func plain(b []byte, i int) int {
	for ; i+32 <= len(b); i += 32 {
		p := word(b, i)
		q := word(b, i+8)
		r := word(b, i+16)
		s := word(b, i+24)
		if stops(p)|stops(q)|stops(r)|stops(s) != 0 {
			break
		}
	}
	for ; i+8 <= len(b); i += 8 {
		if t := stops(word(b, i)); t != 0 {
			return i + first(t)
		}
	}
	for i < len(b) && b[i] >= ' ' && b[i] != '"' && b[i] != '\\' {
		i++
	}
	return i
}

// blank gives the index of the first byte from i on that is no white space.
// Indentation is long runs of the space itself, so words are tried for those.
func blank(b []byte, i int) int {
	for i < len(b) {
		switch b[i] {
		case ' ', '\n', '\r', '\t':
			i++
		default:
			return i
		}
		for i+8 <= len(b) {
			if x := word(b, i) ^ spaces; x != 0 {
				i += first(x)
				break
			}
			i += 8
		}
	}
	return i
}

// hexDigit says whether c is one.
func hexDigit(c byte) bool {
	return c-'0' < 10 || (c|0x20)-'a' < 6
}

// run reads b from i on, and gives the index where it stopped and why.
//
// It is one function with a label for each state, because nothing is as fast:
// the branch predictor learns the grammar's habits place by place, and on wasm
// a call costs more than most tokens do.
func (m *machine) run(b []byte, i int) (int, result) {
	var (
		n     = len(b)
		depth = m.depth
		kinds = m.kinds
		key   = m.key
		st    = m.state
		res   = more
		c     byte
	)
	switch st {
	case atValue:
		goto value
	case atValueOrEnd:
		goto valueOrEnd
	case atKey:
		goto keyStart
	case atKeyOrEnd:
		goto keyOrEnd
	case atColon:
		goto colon
	case atAfter:
		goto after
	case inString:
		goto text
	case inEscape:
		goto escape
	case inHex:
		goto hex
	case inLiteral:
		goto literal
	case atMinus:
		goto minus
	case atZero:
		goto zero
	case inInt:
		goto integer
	case atDot:
		goto dot
	case inFrac:
		goto frac
	case atExp:
		goto exp
	case atExpSign:
		goto expSign
	default:
		goto expDigits
	}

valueOrEnd:
	if i = blank(b, i); i == n {
		st = atValueOrEnd
		goto out
	}
	if b[i] == ']' {
		goto pop
	}

value:
	if i == n {
		st = atValue
		goto out
	}
	c = b[i]
	if c <= ' ' {
		if i = blank(b, i); i == n {
			st = atValue
			goto out
		}
		c = b[i]
	}
	if c == '"' {
		i++
		key = false
		// Most strings are short: two words are tried here, without a call.
		if i+16 <= n {
			if t := stops(word(b, i)); t != 0 {
				i += first(t)
			} else if t := stops(word(b, i+8)); t != 0 {
				i += 8 + first(t)
			} else {
				i = plain(b, i+16)
				goto textStop
			}
			if b[i] == '"' {
				i++
				goto after
			}
			goto textStop
		}
		goto text
	}
	if c == '{' {
		if depth == m.limit {
			st, res = atValue, deep
			goto out
		}
		if depth != 0 && depth&63 == 0 {
			m.spill = append(m.spill, kinds)
		}
		depth++
		kinds = kinds<<1 | 1
		i++
		goto keyOrEnd
	}
	if c-'1' < 9 {
		i++
		goto integer
	}
	if c == '[' {
		if depth == m.limit {
			st, res = atValue, deep
			goto out
		}
		if depth != 0 && depth&63 == 0 {
			m.spill = append(m.spill, kinds)
		}
		depth++
		kinds <<= 1
		i++
		goto valueOrEnd
	}
	switch c {
	case '-':
		i++
		goto minus
	case '0':
		i++
		goto zero
	case 't':
		m.rest = "rue"
	case 'f':
		m.rest = "alse"
	case 'n':
		m.rest = "ull"
	default:
		st, res = atValue, bad
		goto out
	}
	i++
	goto literal

keyOrEnd:
	if i == n {
		st = atKeyOrEnd
		goto out
	}
	c = b[i]
	if c <= ' ' {
		if i = blank(b, i); i == n {
			st = atKeyOrEnd
			goto out
		}
		c = b[i]
	}
	if c == '"' {
		goto keyText
	}
	if c == '}' {
		goto pop
	}
	st, res = atKeyOrEnd, bad
	goto out

keyStart:
	if i == n {
		st = atKey
		goto out
	}
	c = b[i]
	if c <= ' ' {
		if i = blank(b, i); i == n {
			st = atKey
			goto out
		}
		c = b[i]
	}
	if c != '"' {
		st, res = atKey, bad
		goto out
	}

keyText:
	i++
	key = true
	if i+16 > n {
		goto text
	}
	if t := stops(word(b, i)); t != 0 {
		i += first(t)
	} else if t := stops(word(b, i+8)); t != 0 {
		i += 8 + first(t)
	} else {
		i += 16
		goto text
	}
	if b[i] != '"' {
		goto textStop
	}
	i++

colon:
	if i == n {
		st = atColon
		goto out
	}
	c = b[i]
	if c <= ' ' {
		if i = blank(b, i); i == n {
			st = atColon
			goto out
		}
		c = b[i]
	}
	if c != ':' {
		st, res = atColon, bad
		goto out
	}
	i++
	// One space after a colon is a habit of many writers.
	if i < n && b[i] == ' ' {
		i++
	}
	goto value

text:
	for i+8 <= n {
		if t := stops(word(b, i)); t != 0 {
			i += first(t)
			goto textStop
		}
		i += 8
		if i+32 <= n {
			i = plain(b, i)
			goto textStop
		}
	}
	for i < n && b[i] >= ' ' && b[i] != '"' && b[i] != '\\' {
		i++
	}

textStop:
	if i == n {
		st = inString
		goto out
	}
	if c = b[i]; c == '"' {
		i++
		if key {
			goto colon
		}
		goto after
	}
	if c != '\\' {
		st, res = inString, bad
		goto out
	}
	i++

escape:
	if i == n {
		st = inEscape
		goto out
	}
	switch b[i] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		i++
		goto text
	case 'u':
		i++
		m.hex = 4
	default:
		st, res = inEscape, bad
		goto out
	}

hex:
	for ; m.hex > 0; m.hex-- {
		if i == n {
			st = inHex
			goto out
		}
		if !hexDigit(b[i]) {
			st, res = inHex, bad
			goto out
		}
		i++
	}
	goto text

literal:
	for m.rest != "" {
		if i == n {
			st = inLiteral
			goto out
		}
		if b[i] != m.rest[0] {
			st, res = inLiteral, bad
			goto out
		}
		i++
		m.rest = m.rest[1:]
	}
	goto after

minus:
	if i == n {
		st = atMinus
		goto out
	}
	c = b[i]
	if c == '0' {
		i++
		goto zero
	}
	if c-'1' >= 9 {
		st, res = atMinus, bad
		goto out
	}
	i++

integer:
	for i < n && b[i]-'0' < 10 {
		i++
	}
	if i == n {
		st = inInt
		goto out
	}

zero:
	if i == n {
		st = atZero
		goto out
	}
	c = b[i]
	if c == '.' {
		i++
		goto dot
	}
	if c|0x20 == 'e' {
		i++
		goto exp
	}
	goto after

dot:
	if i == n {
		st = atDot
		goto out
	}
	if b[i]-'0' >= 10 {
		st, res = atDot, bad
		goto out
	}

frac:
	for i < n && b[i]-'0' < 10 {
		i++
	}
	if i == n {
		st = inFrac
		goto out
	}
	if b[i]|0x20 != 'e' {
		goto after
	}
	i++

exp:
	if i == n {
		st = atExp
		goto out
	}
	if b[i] == '+' || b[i] == '-' {
		i++
	}

expSign:
	if i == n {
		st = atExpSign
		goto out
	}
	if b[i]-'0' >= 10 {
		st, res = atExpSign, bad
		goto out
	}

expDigits:
	for i < n && b[i]-'0' < 10 {
		i++
	}
	if i == n {
		st = inExp
		goto out
	}
	goto after

pop:
	i++
	depth--
	kinds >>= 1
	if depth&63 == 0 && depth != 0 {
		kinds = m.spill[len(m.spill)-1]
		m.spill = m.spill[:len(m.spill)-1]
	}

after:
	if depth == 0 {
		st, res = atAfter, done
		goto out
	}
	if i == n {
		st = atAfter
		goto out
	}
	c = b[i]
	if c <= ' ' {
		if i = blank(b, i); i == n {
			st = atAfter
			goto out
		}
		c = b[i]
	}
	if c == ',' {
		i++
		if kinds&1 != 0 {
			goto keyStart
		}
		goto value
	}
	// ] is 0x5d and } is 0x7d: bit 5 is the kind.
	if c|0x20 == '}' && uint64(c>>5)&1 == kinds&1 {
		goto pop
	}
	st, res = atAfter, bad

out:
	m.state, m.depth, m.kinds, m.key = st, depth, kinds, key
	return i, res
}

// Valid says whether b is one JSON text. It accepts exactly what
// [encoding/json.Valid] accepts: no byte order mark, 10,000 levels of nesting,
// any bytes from 0x80 on inside strings.
func Valid(b []byte) bool {
	var m machine
	m.start(defaultDepth)
	i, res := m.run(b, 0)
	switch res {
	case more:
		return m.ended()
	case done:
		return blank(b, i) == len(b)
	}
	return false
}
