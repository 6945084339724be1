package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// signingIn tells whether r is to be heard of B[i:j], a value in an address.
// Digits under code are a one-time code where the address speaks of signing in,
// and an error's where it speaks of one; elsewhere most are an article or an
// area, and only six of them are taken for a code.
func signingIn(r *rule.Rule, b []byte, i, j int) bool {
	if r.Judge != rule.Grant || !isDigits(b[i:j]) {
		return true
	}
	return signsIn(b[addressStart(b, i):addressEnd(b, j)], j-i)
}

// signingInAt is signingIn for a value that stands in a list of parameters, by
// the addresses around it that have it. Where there are none it is heard.
func signingInAt(r *rule.Rule, b []byte, i, j int) bool {
	if r.Judge != rule.Grant || !isDigits(b[i:j]) {
		return true
	}
	from, to := max(0, i-4*maxAddress), min(len(b), j+4*maxAddress)
	seen := false
	for k := from; k < to; {
		n := bytes.Index(b[k:to], b[i:j])
		if n < 0 {
			break
		}
		k += n
		end := k + j - i
		if k > 0 && b[k-1] == '=' && (end == len(b) || b[end] < '0' || b[end] > '9') {
			seen = true
			if signsIn(b[addressStart(b, k):addressEnd(b, end)], j-i) {
				return true
			}
		}
		k = end
	}
	return !seen
}

// addressStart and addressEnd give how far an address goes around b[i:].
func addressStart(b []byte, i int) int {
	k := i
	for k > max(0, i-maxAddress) && !endsAddress(b[k-1]) {
		k--
	}
	return k
}

func addressEnd(b []byte, i int) int {
	k := i
	for k < min(len(b), i+maxAddress) && !endsAddress(b[k]) {
		k++
	}
	return k
}

func endsAddress(c byte) bool { return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' }

// maxAddress is how much of an address is looked at on each side of a value.
const maxAddress = 4 << 10

// signWords are what the addresses of sign-ins have in them, in small letters.
var signWords = [...]string{
	"auth", "login", "logon", "signin", "sign-in", "sign_in", "signup", "sign-up", "sign_up", "register", "verif", "confirm", "activat", "callback",
	"otp", "mfa", "2fa", "passcode", "password", "reset", "recover", "magic", "sso", "session", "token", "state=", "nonce=", "email", "phone", "mobile", "account",
	"invit", "pin=", "/pin", "unlock", "anmeld", "einlogg", "connexion", "acceso", "accedi",
}

// signsIn tells whether an address with a code of so many digits is one of a
// sign-in.
func signsIn(address []byte, digits int) bool {
	low := bytes.ToLower(address)
	if bytes.Contains(low, []byte("/error")) {
		return false
	}
	if digits == 6 {
		return true
	}
	for _, w := range signWords {
		if bytes.Contains(low, []byte(w)) {
			return true
		}
	}
	return false
}
