package jsonscan

// Kind is what a token is.
type Kind uint8

// The kinds.
const (
	Error   Kind = iota // a byte that begins no token, or a string without end
	End                 // there are no more tokens
	String              // with its quotes
	Number              // a run of the bytes that numbers are made of
	Literal             // true, false or null
	Comma               // this and the rest are one byte each
	Colon
	ObjectOpen
	ObjectClose
	ArrayOpen
	ArrayClose
)

// A Token is Data[Start:End] of its Scanner.
type Token struct {
	Kind       Kind
	Start, End int
	Escaped    bool // a String with a backslash
}

// A Scanner iterates over the tokens of one JSON text held in memory. It cuts,
// and does not judge: it checks neither the order of the tokens nor what
// stands inside strings and numbers, because bodies that are almost JSON are
// worth looking into too. Ask Valid where that matters.
type Scanner struct {
	Data []byte
	Pos  int // the end of the last token
}

// kinds tells a token by its first byte. Literals are checked further.
var kinds = [256]Kind{
	'{': ObjectOpen, '}': ObjectClose, '[': ArrayOpen, ']': ArrayClose,
	'"': String, ',': Comma, ':': Colon,
	't': Literal, 'f': Literal, 'n': Literal,
	'-': Number, '0': Number, '1': Number, '2': Number, '3': Number, '4': Number,
	'5': Number, '6': Number, '7': Number, '8': Number, '9': Number,
}

// quotes marks, by the high bit of its byte, the first quote or backslash of
// x. Marks above the first one may be false.
func quotes(x uint64) uint64 {
	return (((x ^ '"'*ones) - ones) | ((x ^ '\\'*ones) - ones)) &^ x & highs
}

// Next gives the next token and moves past it. An Error is one byte, or a
// string from its quote to the end of Data; as every token moves on, a caller
// may ignore it and will still come to the End.
func (s *Scanner) Next() Token {
	b, i := s.Data, s.Pos
	if i < len(b) && b[i] <= ' ' {
		// The one space after a colon is too short for a call.
		if i++; i < len(b) && b[i] <= ' ' || b[i-1] < ' ' {
			i = blank(b, i-1)
		}
	}
	if i >= len(b) {
		s.Pos = len(b)
		return Token{Kind: End, Start: len(b), End: len(b)}
	}
	start, kind, escaped := i, kinds[b[i]], false
	i++
	if kind >= Comma {
		s.Pos = i
		return Token{kind, start, i, false}
	}
	switch kind {
	case String:
		for {
			// Most strings end within a few words, and on wasm a call costs
			// more than looking at those.
			m := uint64(0)
			for near := i + 32; m == 0 && i < near && i+8 <= len(b); i += 8 {
				m = quotes(word(b, i))
			}
			if m != 0 {
				i += first(m) - 8
			} else {
				i = unquoted(b, i)
			}
			if i < len(b) && b[i] == '"' {
				i++
				break
			}
			if i+1 >= len(b) {
				kind, i = Error, len(b)
				break
			}
			escaped = true
			i += 2
		}
	case Number:
		for i < len(b) && numeric(b[i]) {
			i++
		}
	case Literal:
		rest := "rue"
		switch b[start] {
		case 'f':
			rest = "alse"
		case 'n':
			rest = "ull"
		}
		if len(b)-i >= len(rest) && string(b[i:i+len(rest)]) == rest {
			i += len(rest)
		} else {
			kind = Error
		}
	}
	s.Pos = i
	return Token{kind, start, i, escaped}
}

// NextLeaf is Next without the tokens that only separate.
func (s *Scanner) NextLeaf() Token {
	b, i := s.Data, s.Pos
	for i < len(b) && (b[i] <= ' ' || kinds[b[i]] >= Comma) {
		i++
	}
	s.Pos = i
	return s.Next()
}

// numeric says whether c may stand inside a number.
func numeric(c byte) bool {
	return c-'0' < 10 || c == '.' || c|0x20 == 'e' || c == '-' || c == '+'
}

// unquoted gives the index of the first quote or backslash from i on, or
// len(b). It is for long runs: four words a round.
func unquoted(b []byte, i int) int {
	for ; i+32 <= len(b); i += 32 {
		p := word(b, i)
		q := word(b, i+8)
		r := word(b, i+16)
		s := word(b, i+24)
		if quotes(p)|quotes(q)|quotes(r)|quotes(s) != 0 {
			break
		}
	}
	for ; i+8 <= len(b); i += 8 {
		if t := quotes(word(b, i)); t != 0 {
			return i + first(t)
		}
	}
	for i < len(b) && b[i] != '"' && b[i] != '\\' {
		i++
	}
	return i
}
