package main

import "strings"

// left out of the characters are those that mean something where the text stands:
// in a script of HTML, and in a string of JavaScript.
const leftOut = "\"<\\"

// printable writes bytes in the 91 other printable characters of ASCII, for which
// it makes no difference how a page is served or saved: thirteen bits in two of
// them, of which there are 8,281 pairs. What is left at the end is filled up with
// zeros, and of one character alone if it has six bits or less. It takes 16/13 of
// the bytes, where base64 takes 4/3. web/src/compile.js reads it.
func printable(data []byte) string {
	var digits []byte
	for c := byte('!'); c <= '~'; c++ {
		if strings.IndexByte(leftOut, c) < 0 {
			digits = append(digits, c)
		}
	}
	base := uint(len(digits))
	out := make([]byte, 0, len(data)*16/13+2)
	held, bits := uint(0), 0
	for _, c := range data {
		held, bits = held<<8|uint(c), bits+8
		if bits >= 13 {
			bits -= 13
			pair := held >> bits & (1<<13 - 1)
			out = append(out, digits[pair/base], digits[pair%base])
		}
	}
	switch {
	case bits > 6:
		pair := held << (13 - bits) & (1<<13 - 1)
		out = append(out, digits[pair/base], digits[pair%base])
	case bits > 0:
		out = append(out, digits[held<<(6-bits)&(1<<6-1)])
	}
	return string(out)
}
