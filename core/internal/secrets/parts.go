package secrets

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"

	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// minPart is the shortest part of a secret that is a secret of its own.
const minPart = 16

// Parts gives the parts of a composed value that can stand alone as a
// credential: the halves of a signed cookie, what stands between dots, colons,
// pipes or the quotes of JSON, the last segment of a webhook's path. What a JSON Web Token says
// is no credential without its signature.
func Parts(value []byte, kind string) [][]byte {
	var parts [][]byte
	start, joint := 0, 0 // joint: where what two hyphens may join begins
	skip := false        // the next part is what a JSON Web Token says, or under a harmless name
	for i := 0; i <= len(value); i++ {
		if i < len(value) {
			if !isJoint[value[i]] {
				continue
			}
			if value[i] == ':' && kind != "webhook" && judge.Authority(value[i:min(i+3, len(value))]) > 0 {
				// An address was read for itself: what is secret in it is known.
				for i < len(value) && value[i] > ' ' {
					i++
				}
				start = i + 1
				continue
			}
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
			case '-':
				// Rails joins by two hyphens; one is part of a token.
				if i+1 >= len(value) || value[i+1] != '-' {
					continue
				}
			}
		}
		p := value[start:i]
		for len(p) > 0 && p[0] == '-' {
			p = p[1:]
		}
		if i == len(value) || value[i] != '-' {
			// Two hyphens may also be a token's own.
			if whole := value[joint:i]; joint < start && len(whole) < len(value) && len(whole) > minPart && !skip && judge.Random(whole) {
				parts = append(parts, whole)
			}
			joint = i + 1
		}
		start = i + 1
		if skip {
			skip = false
			continue
		}
		if readable(p) {
			if skip = jwtHeader(p); skip && i < len(value) && value[i] == '.' {
				// Its claims go to the next dot, whatever an escape that was cut has left in them.
				i += max(0, bytes.IndexByte(value[i+1:], '.'))
				start = i + 1
			}
			continue
		}
		if i < len(value) && value[i] == '=' && harmless(p) {
			skip = true
			continue
		}
		if n := member(value[i:]); n > 0 && harmless(p) {
			i += n - 1
			start, skip = i+1, true
			continue
		}
		if len(p) >= minPart && len(p) < len(value) && (judge.Random(p) || isExpress(value, p)) && !(kind == "webhook" && judge.ResourceID(p)) {
			parts = append(parts, p)
		}
	}
	return parts
}

// isJoint are the signs that may stand between two parts.
var isJoint = func() (t [256]bool) {
	for _, c := range []byte("/=.:|~!&;, $\n\"{}[]-") {
		t[c] = true
	}
	return t
}()

// isExpress tells whether a part is the session that Express signs: 32 digits of base64
// behind s:, which need no other sign of being random.
func isExpress(value, p []byte) bool { return len(p) == 32 && bytes.HasPrefix(value, []byte("s:")) }

// otherForms gives a value as it also stands where its signs mean something:
// with the quotes of a table, a statement or a shell, with what looks like an
// escape undone, of base 16, with its letters in the other case, or, of base64,
// without the padding and with the signs of addresses.
func otherForms(value []byte) [][]byte {
	if p := otherCase(value); p != nil {
		return [][]byte{p}
	}
	var forms [][]byte
	if p := percentUndone(value); p != nil {
		forms = append(forms, p)
	}
	bare := bytes.TrimRight(value, "=")
	signs := bytes.IndexByte(bare, '+') >= 0 || bytes.IndexByte(bare, '/') >= 0
	if padded := len(bare) < len(value); (padded || signs) && len(bare) >= minPart && len(unpacked(nil, bare)) > 0 {
		if padded {
			forms = append(forms, bare)
		}
		if signs {
			forms = append(forms, bytes.ReplaceAll(bytes.ReplaceAll(bare, []byte("+"), []byte("-")), []byte("/"), []byte("_")))
		}
	}
	for _, x := range [...][2]string{{`"`, `""`}, {`'`, `''`}, {`'`, `'\''`}} {
		if bytes.Contains(value, []byte(x[0])) {
			forms = append(forms, bytes.ReplaceAll(value, []byte(x[0]), []byte(x[1])))
		}
	}
	return forms
}

// otherCase gives a value of digits of base 16, or a UUID, as who reads it for a number
// may write it: with its letters large where they are small, and the other way round.
// It gives nil where the letters are not all of one case, or anything else is among
// them, and where the digits are so few that it is no key.
func otherCase(value []byte) []byte {
	const key, uuid = 32, 36
	if len(value) < key {
		return nil
	}
	kind := byte(0)
	for _, c := range value {
		switch letter := c | 0x20; {
		case letter >= 'a' && letter <= 'f':
			if kind |= 1 + c>>5&1; kind == 3 {
				return nil
			}
		case (c < '0' || c > '9') && (c != '-' || len(value) != uuid):
			return nil
		}
	}
	switch kind {
	case 1:
		return bytes.ToLower(value)
	case 2:
		return bytes.ToUpper(value)
	}
	return nil
}

// percentUndone gives the bytes that stand for a value where somebody has undone
// what looks like percent-encoding in it, nil where nothing does. Of values that
// are found this is left, since the bytes are no text.
func percentUndone(value []byte) []byte {
	if bytes.IndexByte(value, '%') < 0 {
		return nil
	}
	plain := make([]byte, 0, len(value))
	for i := 0; i < len(value); i++ {
		plain = append(plain, value[i])
		if value[i] == '%' && i+2 < len(value) {
			if _, err := hex.Decode(plain[len(plain)-1:], value[i+1:i+3]); err == nil {
				i += 2
			}
		}
	}
	if len(plain) == len(value) || len(plain) < minPart {
		return nil
	}
	return plain
}

// member gives how far it is from the end of a JSON member's name to its value,
// behind a quote that opens it; 0 where none ends there.
func member(rest []byte) int {
	if !bytes.HasPrefix(rest, []byte(`":`)) {
		return 0
	}
	return len(rest) - len(bytes.TrimLeft(rest[2:], ` "`))
}

// harmless tells whether a name before a value says that the value is no
// secret.
func harmless(name []byte) bool {
	r := rule.Name(rule.Param, name)
	return r != nil && r.Treat == rule.Harmless
}

// readable tells whether a part is a JSON object in base64, whole or cut: what is
// secret in it is known for itself.
func readable(p []byte) bool {
	head := unpack(p, minPart)
	for _, c := range head {
		if c < ' ' || c >= 0x7F {
			return false
		}
	}
	return bytes.HasPrefix(head, []byte(`{"`))
}

// jwtHeader tells whether a part is the header of a JSON Web Token.
func jwtHeader(p []byte) bool { return bytes.Contains(unpack(p, 4096), []byte(`"alg"`)) }

// unpack undoes base64 of up to limit digits of a part, nil where it is none.
func unpack(p []byte, limit int) []byte {
	if len(p) < minPart || p[0] != 'e' {
		return nil
	}
	p = p[:min(len(p), limit)/4*4]
	head := make([]byte, base64.RawURLEncoding.DecodedLen(len(p)))
	n, err := base64.RawURLEncoding.Decode(head, p)
	if err != nil {
		return nil
	}
	return head[:n]
}
