package secrets

import "github.com/har-redactor/har-redactor/core/internal/judge"

// minPart is the shortest part of a secret that is a secret of its own.
const minPart = 16

// Parts gives the parts of a composed value that can stand alone as a
// credential: the halves of a signed cookie, what stands between dots, colons
// or pipes.
func Parts(value []byte) [][]byte {
	var parts [][]byte
	start := 0
	for i := 0; i <= len(value); i++ {
		if i < len(value) {
			switch value[i] {
			case '.', ':', '|', '~', '!', '&', ';', ',', ' ', '$', '\n':
			case '-':
				// Rails joins by two hyphens; one is part of a token.
				if i+1 >= len(value) || value[i+1] != '-' {
					continue
				}
			default:
				continue
			}
		}
		p := value[start:i]
		for len(p) > 0 && p[0] == '-' {
			p = p[1:]
		}
		if len(p) >= minPart && len(p) < len(value) && judge.Random(p) {
			parts = append(parts, p)
		}
		start = i + 1
	}
	return parts
}
