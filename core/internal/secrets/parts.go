package secrets

import (
	"bytes"
	"encoding/base64"

	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
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
	skip := false // the next part is what a JSON Web Token says, or under a harmless name
	for i := 0; i <= len(value); i++ {
		if i < len(value) {
			switch value[i] {
			case '/':
				if kind != "webhook" {
					continue
				}
			case '=':
				// A name before a value, or padding.
				if i+1 >= len(value) || value[i+1] == '=' || value[i+1] == '-' || value[i+1] == '.' || value[i+1] == '&' {
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
		start = i + 1
		if skip {
			skip = false
			continue
		}
		if jwtHeader(p) || i < len(value) && value[i] == '=' && harmless(p) {
			skip = true
			continue
		}
		if len(p) >= minPart && len(p) < len(value) && judge.Random(p) && !(kind == "webhook" && judge.ResourceID(p)) {
			parts = append(parts, p)
		}
	}
	return parts
}

// harmless tells whether a name before a value says that the value is no
// secret.
func harmless(name []byte) bool {
	r := rule.Name(rule.Param, name)
	return r != nil && r.Treat == rule.Harmless
}

// jwtHeader tells whether a part is the header of a JSON Web Token.
func jwtHeader(p []byte) bool {
	if len(p) < 16 || len(p) > 4096 || p[0] != 'e' || p[1] != 'y' {
		return false
	}
	head := make([]byte, base64.RawURLEncoding.DecodedLen(len(p)))
	n, err := base64.RawURLEncoding.Decode(head, p)
	return err == nil && head[0] == '{' && bytes.Contains(head[:n], []byte(`"alg"`))
}
