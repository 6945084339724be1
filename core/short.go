package core

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
)

// readable tells whether one of the short values that a person asked to be
// removed stands in the strings of a JSON text: as it is, or percent-encoded.
// The verifier is built for longer ones, and in a packed form three letters
// stand by chance.
func readable(doc []byte, short [][]byte) bool {
	scan := jsonscan.Scanner{Data: doc}
	for {
		tok := scan.Next()
		switch tok.Kind {
		case jsonscan.End:
			return false
		case jsonscan.String, jsonscan.Number:
		default:
			continue
		}
		text := doc[tok.Start:tok.End]
		if tok.Escaped {
			text = decode.Unescape(nil, decode.Backslash, text)
		}
		for _, v := range short {
			if bytes.Contains(text, v) {
				return true
			}
		}
		if bytes.IndexByte(text, '%') < 0 {
			continue
		}
		plain := decode.Unescape(nil, decode.Percent, text)
		for _, v := range short {
			if bytes.Contains(plain, v) {
				return true
			}
		}
	}
}
