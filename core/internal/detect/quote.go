package detect

import (
	"bytes"
)

// closes tells whether the quote at q, right behind name= of which the name
// begins at i, closes the text that the name stands in rather than opening a
// value: "/a?nonce=" + n.
func closes(b []byte, i, q, slashes int) bool {
	if q+1 >= len(b) || bytes.IndexByte([]byte("+.,;) \n"), b[q+1]) < 0 {
		return false
	}
	k := i
	for k > max(0, i-256) && b[k-1] != '\n' && b[k-1] != b[q] {
		k--
	}
	return k > 0 && b[k-1] == b[q] && opensString(b[:k-1])
}

// opensString tells whether a quote behind what a program has before it opens a string:
// behind a sign that wants one, and not behind what stands in one.
func opensString(before []byte) bool {
	before = bytes.TrimRight(before, " \t\n")
	if len(before) == 0 || bytes.IndexByte([]byte("(=+,:[{?&|!<>;}"), before[len(before)-1]) >= 0 {
		return true
	}
	return bytes.HasSuffix(before, []byte("return")) || bytes.HasSuffix(before, []byte("case")) || bytes.HasSuffix(before, []byte("throw"))
}

// closesLabel tells whether the quote at q, right behind name: of which the name begins
// at i, closes the label of a field in a program: t("label","Password:"),n?a("b").
func closesLabel(b []byte, i, q int, p place) bool {
	return p.code && i > 0 && b[i-1] == b[q] && q+1 < len(b) && bytes.IndexByte([]byte("+.,;)]}"), b[q+1]) >= 0
}

// closesThrown tells whether the quote at q closes the text that a program throws or
// gives back, of which the last word is the name at i: throw"wrong password: "+h.
func closesThrown(b []byte, i, q int) bool {
	s := i
	for s > max(0, i-maxSentence) && b[s-1] != b[q] && b[s-1] != '\n' {
		s--
	}
	if s == 0 || b[s-1] != b[q] || q+1 >= len(b) || bytes.IndexByte([]byte("+,;)}"), b[q+1]) < 0 {
		return false
	}
	before := bytes.TrimRight(b[max(0, s-8):s-1], " ")
	return bytes.HasSuffix(before, []byte("throw")) || bytes.HasSuffix(before, []byte("return")) || bytes.HasSuffix(before, []byte("+")) || bytes.HasSuffix(before, []byte("("))
}

// closing finds the end of the quoted value that opens at q behind some
// backslashes: the same quote behind as many.
func closing(b []byte, q, slashes int) int {
	end := min(len(b), q+1+maxValue)
	for k := q + 1; k < end; k++ {
		switch b[k] {
		case b[q]:
			if b[q] == '\'' && slashes == 0 && k > q+1 && k+2 < end && b[k+1] == '\'' && class[b[k+2]] == word {
				k++ // in a statement or in YAML a quote stands for one of two
				continue
			}
			if b[q] == '\'' && slashes == 0 && bytes.HasPrefix(b[k:end], []byte(`'\''`)) {
				k += 3 // as a shell has a quote between others
				continue
			}
			n := 0
			for k-1-n > q && b[k-1-n] == '\\' {
				n++
			}
			if n == slashes || n < slashes || slashes == 0 && n%2 == 0 {
				return k - min(n, slashes)
			}
		case '\n':
			if b[q] != '`' && slashes == 0 {
				return k
			}
		}
	}
	return end
}
