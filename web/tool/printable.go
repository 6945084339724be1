package main

import "strings"

// leftOut of the characters are those that mean something where the text stands:
// in a script of HTML, and in a string of JavaScript.
const leftOut = "\"<\\"

// short is how many of the 91 characters stand for six bits; so that all 7-bit
// numbers which do not begin with one of those have a character as well.
const short = 37

// printable writes bytes in the 91 other printable characters of ASCII, for which
// it makes no difference how a page is served or saved. The first 37 characters
// stand for six bits each, numbers below 37, and the other 54 for the seven-bit
// numbers that are left; zeros fill up the last one. That is 6.4 bits a character
// where base64 has six, and a server that packs the page packs each into as many
// bits as it stands for. web/src/compile.js reads it.
func printable(data []byte) string {
	var digits []byte
	for c := byte('!'); c <= '~'; c++ {
		if strings.IndexByte(leftOut, c) < 0 {
			digits = append(digits, c)
		}
	}
	out := make([]byte, 0, len(data)*5/4+2)
	held, bits := uint(0), 0
	write := func() {
		if six := held >> (bits - 6) & 63; six < short {
			out = append(out, digits[six])
			bits -= 6
		} else {
			out = append(out, digits[held>>(bits-7)&127-short])
			bits -= 7
		}
	}
	for _, c := range data {
		held, bits = held<<8|uint(c), bits+8
		for bits >= 7 {
			write()
		}
	}
	if bits > 0 {
		held, bits = held<<7, bits+7
		for bits > 7 {
			write()
		}
	}
	return string(out)
}
