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

// Shuffled tells whether a value is letters alone, or with a few digits or hyphens, that come as
// they do in no word and no name, though there may be too few capitals for Random. That is too little to
// go by in a text; of a value that its place has told to be secret it is enough.
func Shuffled(value []byte) bool {
	for i, c := range value {
		if c-'0' > 9 && c != '-' && c != '_' && !isWord(value[i:i+1]) {
			return false
		}
	}
	return len(value) >= 12 && shuffled(value, told)
}

// How likely it has to be that letters come by chance, as shuffled counts it, where
// something has told that they are secret and where nothing has.
const (
	told    = -4
	untold  = 2
	certain = 8 // of no abbreviation
)

// Mingled tells whether a value is letters of both cases among three signs or more, as
// a password can be and a word is not, or among digits without a word. Programs have
// such texts as well: it is enough for a value that its place has told to be a password.
func Mingled(value []byte) bool {
	upper, lower, digits, signs, last := 0, 0, 0, 0, byte(0)
	for _, c := range value {
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
		case c <= ' ' || c >= 0x7F:
			return false
		case c >= '0' && c <= '9':
			digits++
		default:
			if c != last && c != '-' && c != '_' && c != '/' {
				signs++
			}
			last = c
		}
	}
	if len(value) < 12 || len(value) > 64 || upper < 2 || lower < 2 {
		return false
	}
	if digits > 0 && signs == 0 && last == 0 {
		return !hasWord(bytes.ToLower(value))
	}
	return len(value) >= 16 && signs > 2 && !isURL(value) && !isAddress(value) && !isDate(value) && !Template(value) && !arrow(value)
}

// Chosen tells whether a password is so long, and of so many sorts of signs, that wherever it
// stands it is this one: a phrase of several words, or one in which capitals, digits and
// other signs stand among small letters.
func Chosen(value []byte) bool {
	var lower, upper, digits, signs, blanks int
	for _, c := range value {
		switch {
		case c >= 'a' && c <= 'z':
			lower = 1
		case c >= 'A' && c <= 'Z':
			upper = 1
		case c-'0' < 10:
			digits = 1
		case c == ' ':
			blanks++
		default:
			signs = 1
		}
	}
	if isURL(value) || isAddress(value) || isDate(value) || Template(value) || Message(value) {
		return false
	}
	return blanks > 0 && len(value) >= 16 || len(value) >= 12 && lower+upper+digits+signs == 4
}

// shuffled tells whether letters of both cases come one upon another by chance rather
// than as they do in the names of a program, where a capital begins a word or stands
// among others: each pair of neighbours speaks for the one or the other, and all
// together have to reach least. Before a capital that begins a word any letter can
// stand: of the other pairs three have to be rare, and not only of those of capitals,
// which can be an abbreviation.
func shuffled(value []byte, least int) bool {
	sum := 0
	var rare [4]int
	for i := 1; i < len(value); i++ {
		if !isWord(value[i-1 : i+1]) {
			continue
		}
		a, b := value[i-1], value[i]
		cases, isRare := a>>4&2|b>>5&1, usual[a|0x20-'a']>>(b|0x20-'a')&1^1
		sum += byChance[cases][isRare]
		rare[cases] += int(isRare)
	}
	small := rare[1] + rare[3]
	return (small > 0 || sum >= certain) && small+rare[0] >= 3 && sum >= least && !bytes.Equal(value, bytes.ToLower(value))
}

// byChance is what a pair of neighbours says for letters that come by chance, in natural
// logarithms, where it is usual in words and where it is rare.
var byChance = [4][2]int{
	{1, 2},  // AB
	{0, 3},  // Ab
	{1, 1},  // aB, where a word begins
	{-2, 1}, // ab
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
