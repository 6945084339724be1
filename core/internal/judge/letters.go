package judge

import "bytes"

// Scrambled tells whether the letters of a value follow one another as they do
// in no language: of the pairs of neighbours that random letters make three in
// five are rare in words and names, of those that words make one in twenty.
// rarer is how many of twelve pairs must be rare.
func Scrambled(value []byte, rarer int) bool {
	pairs, rare := 0, 0
	last := byte(0)
	for _, c := range value {
		c |= 0x20
		if c < 'a' || c > 'z' {
			last = 0
			continue
		}
		if last != 0 {
			pairs++
			if usual[last-'a']>>(c-'a')&1 == 0 {
				rare++
			}
		}
		last = c
	}
	return rare >= 4 && rare*12 >= pairs*rarer
}

// Shuffled tells whether a value is letters alone that come as they do in no word
// and no name, though there may be too few capitals for Random. That is too little to
// go by in a text; of a value that its place has told to be secret it is enough.
func Shuffled(value []byte) bool {
	return len(value) >= 12 && isWord(value) && shuffled(value)
}

// Mingled tells whether a value is letters of both cases among three signs or more, as
// a password can be and a word is not. Programs have such texts as well: it is enough
// for a value that its place has told to be a password.
func Mingled(value []byte) bool {
	upper, lower, signs, last := 0, 0, 0, byte(0)
	for _, c := range value {
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
		case c <= ' ' || c >= 0x7F:
			return false
		case c < '0' || c > '9':
			if c != last && c != '-' && c != '_' && c != '/' {
				signs++
			}
			last = c
		}
	}
	return len(value) >= 16 && len(value) <= 64 && upper > 1 && lower > 1 && signs > 2 && !isURL(value) && !isAddress(value) && !isDate(value) && !Template(value) && !arrow(value)
}

// shuffled tells whether capital and small letters come one upon another as they
// do in no name of a program, where a capital begins a word: of three letters more
// than one is of another case than the one before it; or of two, where more of them
// could be words.
func shuffled(value []byte) bool {
	runs := 1
	for i := 1; i < len(value); i++ {
		if (value[i]^value[i-1])&0x20 != 0 {
			runs++
		}
	}
	return runs*8 >= len(value)*3 && Scrambled(value, 3) || runs*2 >= len(value) && Scrambled(value, 2)
}

// Worded tells whether half of a value or more is runs of small letters, four or more,
// that follow one another as in words.
func Worded(value []byte) bool {
	words, run, rare := 0, 0, 0
	for i := 0; i <= len(value); i++ {
		if i < len(value) && value[i] >= 'a' && value[i] <= 'z' {
			if run > 0 && usual[value[i-1]-'a']>>(value[i]-'a')&1 == 0 {
				rare++
			}
			run++
			continue
		}
		if run >= 4 && rare*4 <= run {
			words += run
		}
		run, rare = 0, 0
	}
	return words*2 >= len(value)
}

// hasWord tells whether a value has a run of small letters that could be a word
// or the end of one: four or more that follow one another as letters often do,
// with a vowel among them.
func hasWord(value []byte) bool {
	run, vowels := 0, 0
	last := byte(0)
	for _, c := range value {
		switch {
		case c < 'a' || c > 'z':
			run, vowels = 0, 0
		case run > 0 && usual[last-'a']>>(c-'a')&1 == 0:
			run, vowels = 1, 0
		default:
			run++
		}
		switch c {
		case 'a', 'e', 'i', 'o', 'u':
			vowels++
		}
		if run >= 4 && vowels > 0 {
			return true
		}
		last = c
	}
	return false
}

// Named tells whether a value begins as the names that people give in programs do: a
// letter first, and a word among its letters.
func Named(value []byte) bool {
	return len(value) > 3 && (isWord(value[:1]) || value[0] == '_') && hasWord(bytes.ToLower(value))
}

// usual has a bit for each letter that often follows a letter, in the words of
// European languages and the names of programs.
var usual = func() (t [26]uint32) {
	for i, row := range [26]string{
		"bcdfgiklmnprstuvy", "aeilorsu", "acehiklorstu", "adeiorsuy", "abcdefgilmnopqrstvwxy", "aefilortu", "abehilmnorsu",
		"aeiortu", "abcdefglmnoprstvxz", "e", "eios", "adeilostuy", "abeimopsu", "acdefgiklnopstuvy", "abcdfgiklmnoprstuvwx",
		"aehiloprstu", "u", "acdegiklmnorstuvy", "acefhiklopstuy", "acehilmoprstuwy", "abcdegilmnprst", "aei", "aehinos", "ept",
		"lnpst", "ei",
	} {
		for _, c := range []byte(row) {
			t[i] |= 1 << (c - 'a')
		}
	}
	return t
}()
