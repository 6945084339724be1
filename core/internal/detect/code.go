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
	sells    bool // it is of something that is sold
	tracks   bool // it tells what somebody does on a page
	passes   bool // one server tells another its name for a browser
}

// signingIn tells whether r is to be heard of B[i:j], a value in an address.
// Digits under code are a one-time code where the address speaks of signing in,
// and an error's where it speaks of one; elsewhere most are an article or an
// area, and only six of them are taken for a code.
func (d *Detector) signingIn(r *rule.Rule, b []byte, i, j int) bool {
	if !asksAround(r, b[i:j]) {
		return true
	}
	s := &d.spoken
	if s.text != &b[0] || i < s.from || i >= s.to {
		s.read(b, i)
	}
	if r.Judge == rule.Token {
		return !s.tracks
	}
	if !isDigits(b[i:j]) {
		return s.signs || !s.passes && !(s.sells && !judge.Random(b[i:j]))
	}
	return !s.fails && (s.signs || j-i == 6)
}

// asksAround tells whether a value is what r's name says by what else its address says.
func asksAround(r *rule.Rule, v []byte) bool {
	return r.Judge == rule.Grant && judge.Grant(v) || r.Judge == rule.Token && len(v) == 32 && r.ID == "oauth.token" && judge.Hex(v)
}

// signingInAt is signingIn for a value that stands in a list of parameters, by
// the addresses around it that have it. Where there are none it is heard.
func (d *Detector) signingInAt(r *rule.Rule, b []byte, i, j int) bool {
	const far, mostPlaces, mostAddresses = 16 << 10, 64, 2
	if !asksAround(r, b[i:j]) {
		return true
	}
	to := min(len(b), j+far)
	addresses := 0
	for k, n := max(0, i-far), 0; n < mostPlaces && addresses < mostAddresses; n++ {
		at := bytes.Index(b[k:to], b[i:j])
		if at < 0 {
			break
		}
		k += at
		end := k + j - i
		if k > 0 && b[k-1] == '=' && (end == len(b) || class[b[end]] != word) {
			d.spoken = spoken{}
			if d.signingIn(r, b, k, end) {
				return true
			}
			addresses++
		}
		k = end
	}
	return addresses == 0
}

// read reads the address around b[i].
func (s *spoken) read(b []byte, i int) {
	s.text, s.from, s.to = &b[0], addressStart(b, i), i
	for s.to < min(len(b), i+maxAddress) && !endsAddress(b[s.to]) {
		s.to++
	}
	var buf [2 * maxAddress]byte
	low := lower(buf[:0], b[s.from:s.to])
	s.fails = bytes.Contains(low, []byte("/error"))
	s.signs = count(low, signWords[:]) > 0
	s.tracks = bytes.Contains(low, []byte("distinct_id="))
	s.passes = count(low, passWords[:]) > 0
	s.sells = count(low[judge.Authority(low):], goods[:]) > 0
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

// passWords are what the paths have in them by which one server of advertisements tells
// another how it calls the same browser.
var passWords = [...]string{"/setuid?", "/mapuid?", "usersync?", "user-sync?", "user_sync?", "cookiesync?", "cookie-sync?", "cookie_sync?", "usermatch?", "idsync?"}

// goods are what the addresses of things have in them that are known by a code.
var goods = [...]string{"/product", "/item", "/article", "/catalog", "/shop", "/stock", "/part", "/sku"}

// signWords are what the addresses of sign-ins have in them, in small letters.
var signWords = [...]string{
	"auth", "login", "logon", "signin", "sign-", "sign_", "signup", "register", "verif", "confirm", "activat", "callback", "otp", "mfa", "2fa", "passcode", "password", "reset", "recover",
	"magic", "sso", "session", "token", "state=", "nonce=", "email", "phone", "mobile", "account", "invit", "pin=", "unlock", "anmeld", "einlogg", "connexion", "acceso",
}
