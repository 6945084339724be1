package judge

import (
	"bytes"
	"strings"
	"sync"
)

// families are the words by which algorithms and licenses are called. What people write
// under the name of a key, a signature or a license is often which sort of it is meant.
const families = "aes aria bcrypt blake blowfish camellia cbc ccm cfb chacha cmac cbcmac ctr curve des dh dhe dsa dss ecb ecdh ecdhe ecdsa eddsa ed es gcm hkdf hmac hs idea kdf kw kyber md mgf mlkem oaep ocb otr pbkdf pkcs poly prime ps pss psk rc ripemd rs rsa rsaes rsassa scram scrypt secp sect seed sha sm ssh tls twofish umac x xchacha xts " +
	" agpl apache artistic bsd cc cddl cecill cpl epl eupl gfdl gpl lgpl mit mpl ofl openssl psf unicode unlicense zlib "

// maxFamily is the length of the longest of them.
const maxFamily = len("unlicense")

// isFamily tells whether a word is one of them, or one with the v of a version behind it.
func isFamily(word []byte) bool {
	var buf [maxFamily]byte
	if len(word) == 0 || len(word) > len(buf) {
		return false
	}
	low := buf[:copy(buf[:], word)]
	for i := range low {
		low[i] |= 0x20
	}
	all := familySet()
	return all[string(low)] || all[string(bytes.TrimSuffix(low, []byte("v")))]
}

var familySet = SetOf(families)

// SetOf gives the set of the words of a list, which is made when it is first asked for.
func SetOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for _, w := range strings.Fields(list) {
			m[w] = true
		}
		return m
	})
}

// sizes are the numbers that stand behind the name of an algorithm.
const sizes = " 128 192 224 256 384 512 521 1024 2048 3072 4096 "

// catalogued tells whether a value is the name of an algorithm or a license, with which
// version or size of it: RSA-SHA512, AES-256-GCM, PKCS#8, LGPLv2.1+, Unicode-DFS-2016. Its
// first word is one of those that such names begin with; behind it stand others of them,
// words that can be said, and short numbers. strict says that it is to be of nothing else,
// as a password can begin with one of those words.
func catalogued(v []byte, strict bool) bool {
	first := 0 // most values have no such first word
	for first < len(v) && first <= maxFamily && v[first]|0x20 >= 'a' && v[first]|0x20 <= 'z' {
		first++
	}
	if first < 2 || first > maxFamily || len(v) < 4 || len(v) > 48 || !isFamily(v[:first]) {
		return false
	}
	parts, told := 0, bytes.IndexByte(v, '#') > 0
	for i := 0; i < len(v); {
		j := i
		for j < len(v) && (isWord(v[j:j+1]) || v[j] >= '0' && v[j] <= '9' || v[j] == '.') {
			j++
		}
		part := v[i:j]
		if i = j + 1; len(part) == 0 {
			if j < len(v) && (j == 0 || v[j-1] != '+' && v[j] != '+') {
				return false
			}
			continue // GPL-3+-only
		}
		if j < len(v) && bytes.IndexByte([]byte("-_/+#"), v[j]) < 0 {
			return false
		}
		name := bytes.TrimRight(part, "0123456789.")
		if len(part)-len(name) > 4 {
			return false
		}
		known := isFamily(name)
		told = told || parts > 0 && known || strings.Contains(sizes, " "+string(part[len(name):])+" ")
		switch {
		case len(name) == 0:
			known = parts > 0
		case !known && !strict && parts > 0:
			// v1; with, exception.
			known = len(name) == 1 && len(part) <= 3 || len(name) == len(part) && len(name) <= 10 && sameCase(name[1:]) && (len(name) <= 3 || hasWord(bytes.ToLower(name)))
		}
		if !known {
			return false
		}
		parts++
	}
	return (parts > 1 || bytes.IndexByte(v, '+') > 0) && (told || !strict)
}

// sameCase tells whether the letters of a text are all small, or none of them is.
func sameCase(v []byte) bool {
	return bytes.Equal(v, bytes.ToLower(v)) || bytes.Equal(v, bytes.ToUpper(v))
}

// fromTo tells whether a value is two small numbers of which the second is larger: how
// long a password may be, 12-128. A code in groups has more digits before its sign.
func fromTo(v []byte) bool {
	rest := bytes.TrimLeft(v, "0123456789")
	n := len(v) - len(rest)
	if n == 0 || n > 2 || len(rest) < 2 || len(rest) > 4 || rest[0] != '-' {
		return false
	}
	to := rest[1:]
	return len(bytes.TrimLeft(to, "0123456789")) == 0 && (len(to) > n || len(to) == n && bytes.Compare(v[:n], to) < 0)
}

// variables tells whether a value is put together of two variables or more, as a shell
// and Perl write them: $user:$pass.
func variables(v []byte) bool {
	n := 0
	for i := 0; i < len(v); i++ {
		if c := v[i]; c == '$' && i+2 < len(v) && isWord(v[i+1:i+3]) {
			for n++; i+1 < len(v) && (isWord(v[i+1:i+2]) || v[i+1] == '_'); i++ {
			}
		} else if bytes.IndexByte([]byte(":/@.-_ "), c) < 0 {
			return false
		}
	}
	return n > 1
}

// isNetwork tells whether a value is an address of IPv6 in which zeros are left out.
func isNetwork(v []byte) bool {
	k := bytes.IndexByte(v, ':')
	return k >= 0 && k+1 < len(v) && len(bytes.Trim(v, "0123456789abcdefABCDEF:")) == 0 && bytes.Contains(v, []byte("::"))
}

// shortened tells whether a value is letters with an apostrophe among them, as words have
// it, behind a few letters or among those of another script: l'utilisateur; or begins as
// what says what a label is for: |prompt|Hide, {0} characters.
func shortened(v []byte) bool {
	if n := len(bytes.TrimLeft(v[1:], "abcdefghijklmnopqrstuvwxyz0123456789")); n > 0 && n < len(v)-1 {
		// A word between two signs of a kind.
		if end := v[len(v)-n]; v[0] == '|' && end == '|' || v[0] == '{' && end == '}' {
			return true
		}
	}
	k := bytes.IndexByte(v, '\'')
	if k < 1 || k > 4 && v[0] < 0x80 {
		return false
	}
	for i, c := range v {
		if i != k && c < 0x80 && !isWord(v[i:i+1]) {
			return false
		}
	}
	return true
}

// formatted tells whether a value is to be filled in as C and its kin do: %s, %02d:%02d,
// and has nothing else in it that could be a part of a token.
func formatted(v []byte) bool {
	k := bytes.IndexByte(v, '%')
	if k < 0 || len(v) > 64 {
		return false
	}
	verbs, from := 0, 0
	for k < len(v) {
		n := k + 1
		for n < len(v) && (v[n] >= '0' && v[n] <= '9' || v[n] == '.' || v[n] == '$' || v[n] == 'l') {
			n++
		}
		if n == len(v) || strings.IndexByte("sdu", v[n]) < 0 || !said(v[from:k]) {
			return false
		}
		verbs++
		from = n + 1
		if next := bytes.IndexByte(v[from:], '%'); next >= 0 {
			k = from + next
		} else {
			break
		}
	}
	return verbs > 0 && said(v[from:])
}

// said tells whether a text is letters, with signs that sentences have.
func said(v []byte) bool {
	for i, c := range v {
		if c < 0x80 && !isWord(v[i:i+1]) && strings.IndexByte(" .:,-_/()", c) < 0 {
			return false
		}
	}
	return !Random(v)
}

// The parts of a consent string (IAB TCF 2) that tell it from a token, in bits: the version,
// when it was made and last changed, in tenths of a second, the number of the program that asked, the
// language it asked in, and the numbers of the list of vendors and of the rules it went by.
const (
	consentSixes  = 23             // letters of base 64 up to the rules
	consentFrom   = 14_832_288_000 // 2017
	consentTo     = 25_245_216_000 // 2050
	consentLetter = 26
	// The digits of base64url in their order, and the signs that join sections.
	consentSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
)

// Consent tells whether a value is what somebody agreed to, as a TCF string says it, alone
// or as a section of a GPP string, whose sections stand behind tildes.
func Consent(v []byte) bool {
	if len(v) > 4 && v[0] == 'D' && v[1] == 'B' {
		if k := bytes.IndexByte(v, '~'); k > 0 {
			v = v[k+1:]
		}
	}
	if len(v) < consentSixes+16 || v[0] != 'C' || len(bytes.TrimLeft(v, consentSigns)) > 0 {
		return false // version 2
	}
	var six [consentSixes]uint64
	for i := range six {
		digit := strings.IndexByte(consentSigns, v[i])
		if digit >= 64 {
			return false // a sign that joins, before what it could join
		}
		six[i] = uint64(digit)
	}
	var made, changed uint64
	for i := 1; i <= 6; i++ {
		made, changed = made<<6|six[i], changed<<6|six[i+6]
	}
	return made > consentFrom && made <= changed && changed < consentTo && six[18] < consentLetter && six[19] < consentLetter &&
		six[13] < 16 && six[20] < 16 && six[22] >= 2 && six[22] < 8 // two numbers below 1024; 2 to 5 so far
}
