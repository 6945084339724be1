package secrets

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/judge"
)

// pairValues tells whether a value is a list of named values and nothing else,
// id=…&lang=en, and gives those of them that are looked for everywhere. The
// list itself is not: its names are no secret, nor is most of what they name,
// and id=… also ends other names. A password is one value whatever it looks
// like.
func pairValues(value []byte, kind string) (values [][]byte, ok bool) {
	if kind == "password" {
		return nil, false
	}
	for len(value) > 0 {
		eq := bytes.IndexByte(value, '=')
		if eq < 1 || !pairName(value[:eq]) {
			return nil, false
		}
		pair := value
		if end := pairEnd(value); end >= 0 {
			pair, value = value[:end], value[end+1:]
		} else {
			value = nil
		}
		// Padding is no value, and other signs are a password's.
		if len(bytes.Trim(pair[eq+1:], "=")) == 0 || bytes.ContainsAny(pair, "!\"#$'()*<>?[\\]^`{}") {
			return nil, false
		}
		// The scheme of an address is cut off by its colon.
		if v := signature(pair[eq+1:]); judge.Random(v) && !bytes.HasPrefix(v, []byte("//")) && (eq < 4 || !harmless(pair[:eq])) {
			values = append(values, v)
		}
	}
	return values, true
}

// pairEnd gives where the first of several named values ends, -1 where it is the
// last. A comma ends one where another name stands behind it: t=…,v1=…
func pairEnd(value []byte) int {
	for i, c := range value {
		switch c {
		case '&', ';', ':':
			return i
		case ',':
			next := value[i+1 : min(len(value), i+2+maxPairName)]
			if eq := bytes.IndexByte(next, '='); eq > 0 && pairName(next[:eq]) {
				return i
			}
		}
	}
	return -1
}

// signature gives what proves something in a value: of a JSON Web Token the last part,
// for what it says stays elsewhere.
func signature(v []byte) []byte {
	k := bytes.IndexByte(v, '.')
	if k < 0 || !jwtHeader(v[:k]) {
		return v
	}
	return v[bytes.LastIndexByte(v, '.')+1:]
}

// maxPairName is how long a name is, at most, that a program gave.
const maxPairName = 24

// pairName tells whether a name can be one that a program gave.
func pairName(name []byte) bool {
	if len(name) > maxPairName || judge.Random(name) {
		return false
	}
	for _, c := range name {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.') {
			return false
		}
	}
	return true
}
