package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// spoken is what the address around a code says, kept for the others of the
// same query.
type spoken struct {
	text     *byte // the first of the text it stands in
	from, to int
	fails    bool // it is about an error
	signs    bool // it is about signing in
}

// signingIn tells whether r is to be heard of B[i:j], a value in an address.
// Digits under code are a one-time code where the address speaks of signing in,
// and an error's where it speaks of one; elsewhere most are an article or an
// area, and only six of them are taken for a code.
func (d *Detector) signingIn(r *rule.Rule, b []byte, i, j int) bool {
	if !inDoubt(r, b[i:j]) {
		return true
	}
	// What is kept is of the query that pairs is in, whose text lives as long.
	if s := &d.spoken; s.text != &b[0] || i < s.from || i >= s.to {
		*s = speaks(b, i)
	}
	return d.spoken.ofCode(j - i)
}

// signingInAt is signingIn for a value that stands in a list of parameters, by
// the addresses around it that have it. Where there are none it is heard.
func signingInAt(r *rule.Rule, b []byte, i, j int) bool {
	if !inDoubt(r, b[i:j]) {
		return true
	}
	const far, mostPlaces, mostAddresses = 16 << 10, 64, 2
	to := min(len(b), j+far)
	addresses := 0
	for k, n := max(0, i-far), 0; n < mostPlaces && addresses < mostAddresses; n++ {
		at := bytes.Index(b[k:to], b[i:j])
		if at < 0 {
			break
		}
		k += at
		end := k + j - i
		if k > 0 && b[k-1] == '=' && (end == len(b) || b[end] < '0' || b[end] > '9') {
			s := speaks(b, k)
			if s.ofCode(j - i) {
				return true
			}
			addresses++
		}
		k = end
	}
	return addresses == 0
}

// inDoubt tells whether a value is digits that r takes for a code or not, by what
// stands around them.
func inDoubt(r *rule.Rule, v []byte) bool {
	return r.Judge == rule.Grant && isDigits(v) && judge.Grant(v)
}

// ofCode tells whether digits are a code that signs someone in.
func (s spoken) ofCode(digits int) bool { return !s.fails && (s.signs || digits == 6) }

// speaks reads the address around b[i].
func speaks(b []byte, i int) spoken {
	s := spoken{text: &b[0], from: addressStart(b, i), to: i}
	for s.to < min(len(b), i+maxAddress) && !endsAddress(b[s.to]) {
		s.to++
	}
	var buf [2 * maxAddress]byte
	low := lower(buf[:0], b[s.from:s.to])
	s.fails = bytes.Contains(low, []byte("/error"))
	for _, w := range signWords {
		s.signs = s.signs || bytes.Contains(low, []byte(w))
	}
	return s
}

// maxAddress is how much of an address is looked at on each side of a value.
const maxAddress = 1 << 10

// addressStart gives where an address begins that goes around b[i].
func addressStart(b []byte, i int) int {
	k := i
	for k > max(0, i-maxAddress) && !endsAddress(b[k-1]) {
		k--
	}
	return k
}

func endsAddress(c byte) bool { return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' }

// signWords are what the addresses of sign-ins have in them, in small letters.
var signWords = [...]string{
	"auth", "login", "logon", "signin", "sign-in", "sign_in", "signup", "sign-up", "sign_up", "register", "verif", "confirm", "activat", "callback",
	"otp", "mfa", "2fa", "passcode", "password", "reset", "recover", "magic", "sso", "session", "token", "state=", "nonce=", "email", "phone", "mobile", "account",
	"invit", "pin=", "/pin", "unlock", "anmeld", "einlogg", "connexion", "acceso", "accedi",
}
