// Package judge tells from a value alone what it can be: random enough to be
// a token, a word, a date, a label. It knows no names and no formats.
package judge

import "bytes"

// MinRandom is the shortest value, in bytes, that Random accepts.
const MinRandom = 8

// Random tells whether a value is long and random enough to be looked for
// everywhere: so that wherever it stands it is this secret and nothing else.
// Words, dates, small numbers, hosts, paths and URLs are not, whatever they hold; they are replaced
// where they were found and left alone elsewhere.
func Random(value []byte) bool {
	n := len(value)
	if n < MinRandom || slug(value) {
		return false
	}
	var upper, lower, digit, other, high, switches, steps int
	var seen [256]bool
	distinct := 0
	last, before := byte(0), byte(0)
	for _, c := range value {
		if c == before+1 {
			steps++
		}
		before = c
		if !seen[c] {
			seen[c] = true
			distinct++
		}
		class := byte(0)
		switch {
		case c >= 'a' && c <= 'z':
			lower++
			class = 'a'
		case c >= 'A' && c <= 'Z':
			upper++
			class = 'A'
		case c >= '0' && c <= '9':
			digit++
			class = '0'
		case c >= 0x80:
			high++
		default:
			other++
		}
		// A capital that begins a word is no sign of randomness.
		if class != 0 && last != 0 && class != last && !(last == 'A' && class == 'a') {
			switches++
		}
		last = class
	}
	letters := upper + lower
	if distinct < 5 || steps*3 >= n*2 && n >= 16 && letters > 0 || isDate(value) || isURL(value) {
		return false // an alphabet is none either
	}
	switch {
	case letters == 0 && other == 0 && high == 0:
		// Digits alone: ids, times and counts have up to 14 of them.
		return n >= 15 && distinct >= 6
	case letters == 0:
		// Numbers with signs between them: dates, versions, addresses, GA
		// client ids.
		return n >= 20 && distinct >= 8
	case isAddress(value):
		return false
	case digit == 0 && other == 0:
		// Letters alone: a camelCase name, or a random token.
		// Capitals alone are digits of base 32, or a constant's name.
		if lower == 0 {
			return n >= 16 && distinct >= 8 && Scrambled(value, 3)
		}
		if upper == 0 {
			return n >= 16 && distinct >= 8 && Scrambled(value, 3)
		}
		return n >= 16 && distinct >= 9 && shuffled(value, untold)
	case digit == 0:
		// Letters and signs: words joined by hyphens, or a password.
		if distinct < 8 || letters < 4 {
			return false
		}
		// An equals sign at the end is a name's, or padding; $ begins a name.
		return strongSigns(bytes.TrimLeft(bytes.TrimRight(value, "="), "$")) && n >= 10 || n >= 16 && (switches*4 >= n || switches >= 3 && Scrambled(value, 5))
	}
	// Letters and digits.
	if lower == 0 && other > 0 && constant(value) {
		return false
	}
	if bytes.IndexByte(value, ' ') >= 0 {
		return n >= 20 && digit >= 2
	}
	if strongSigns(value) && n >= 8 && distinct >= 7 {
		return true
	}
	if n >= 16 && base32(value) && distinct >= 9 {
		return true
	}
	if digit <= 3 && upper >= 2 && other == 0 && high == 0 && !Scrambled(value, 1) && Worded(value) {
		return false // the name of an error or a sort of things: InvalidS3Configuration
	}
	if n >= 16 {
		return distinct >= 7 && (switches >= 3 || digit >= 4 || Scrambled(value, 5) || digit >= 2 && Scrambled(value, 3))
	}
	return n >= 10 && distinct >= 7 && switches >= 3 && digit >= 2
}

// isDate tells whether a value is a date or a time in a usual notation.
func isDate(v []byte) bool {
	d := func(i int) bool { return i < len(v) && v[i] >= '0' && v[i] <= '9' }
	if len(v) <= 40 {
		for i := range v {
			if d(i) && d(i+1) && i+2 < len(v) && v[i+2] == ':' && d(i+3) && d(i+4) &&
				(i == 0 || v[i-1] == 'T' || !isWord(v[i-1:i]) && !d(i-1)) && (i+5 == len(v) || v[i+5] == 'Z' || !isWord(v[i+5:i+6]) && !d(i+5)) {
				return true
			}
		}
	}
	return len(v) > 6 && len(v) <= 12 && d(0) && d(1) && d(2) && d(3) && (v[4] == '-' || v[4] == '/') && d(5) && d(6)
}

// strongSigns tells whether a value has signs that words, names, paths and
// dates do not have.
func strongSigns(value []byte) bool {
	n := 0
	for _, c := range value {
		switch c {
		case '!', '#', '$', '%', '^', '&', '*', '=', '+', '~', '|', '?', '<', '>', '{', '}', '[', ']', '`', '\\', '"', '\'', '@':
			n++
		case ' ', '\n':
			return false
		}
	}
	return n > 0
}

// isAddress tells whether a value is a URL, a path, a host, an e-mail address
// or a media type without anything random in it.
func isAddress(value []byte) bool {
	run, digits, upper := 0, 0, 0
	signs := 0
	if at := bytes.IndexByte(value, '@'); at > 0 && !bytes.ContainsAny(value[at:], "./:") {
		return false // a name at no host: P@sstulip9
	}
	for _, c := range value {
		switch {
		case c >= '0' && c <= '9':
			digits++
			run++
		case c >= 'A' && c <= 'Z':
			upper++
			run++
		case c >= 'a' && c <= 'z':
			run++
		case c == '/' || c == '.' || c == ':' || c == '@':
			signs++
			run = 0
		case c == '-' || c == '_' || c == '+':
			run = 0
		default:
			return false
		}
		if run > 24 {
			return false
		}
	}
	if len(value) > 0 && value[0] == '/' {
		return (digits+upper)*4 <= len(value)
	}
	return signs > 0 && digits*10 <= len(value) && upper*10 <= len(value)
}

// base32 tells whether a value that holds a digit is all digits of base 32
// (RFC 4648 6): capitals, and 2 to 7, as the seeds of one-time codes are.
func base32(value []byte) bool {
	for _, c := range value {
		if (c < 'A' || c > 'Z') && (c < '2' || c > '7') {
			return false
		}
	}
	return true
}
