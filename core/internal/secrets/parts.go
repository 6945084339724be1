package secrets

import (
	"bytes"
	"encoding/base64"

	"github.com/har-redactor/har-redactor/core/internal/judge"
)

// minPart is the shortest part of a secret that is a secret of its own.
const minPart = 16

// Parts gives the parts of a composed value that can stand alone as a
// credential: the halves of a signed cookie, what stands between dots, colons
// or pipes, the last segment of a webhook's path. What a JSON Web Token says
// is no credential without its signature.
func Parts(value []byte, kind string) [][]byte {
	var parts [][]byte
	start := 0
	if jwt(value) {
		start = bytes.LastIndexByte(value, '.') + 1
	}
	for i := start; i <= len(value); i++ {
		if i < len(value) {
			switch value[i] {
			case '/':
				if kind != "webhook" {
					continue
				}
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
		if len(p) >= minPart && len(p) < len(value) && judge.Random(p) && !(kind == "webhook" && judge.ResourceID(p)) {
			parts = append(parts, p)
		}
		start = i + 1
	}
	return parts
}

// jwt tells whether a value is a signed JSON Web Token: a header with an
// algorithm, claims, a signature.
func jwt(value []byte) bool {
	dot := bytes.IndexByte(value, '.')
	if dot < 16 || dot > 4096 || bytes.Count(value, []byte(".")) != 2 {
		return false
	}
	head := make([]byte, base64.RawURLEncoding.DecodedLen(dot))
	n, err := base64.RawURLEncoding.Decode(head, value[:dot])
	return err == nil && head[0] == '{' && bytes.Contains(head[:n], []byte(`"alg"`))
}
