package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// What a request asks for tells what is sent with it and what its answer is: to who
// signs in, {"id":"…"} is the session, and to who has a key made, {"key":"…"} is the
// key; what a form calls challenge is the code that was typed. The names say nothing,
// and elsewhere the same ones name things that open nothing.

// asks is what a request asks for.
type asks uint8

const (
	asksOther  asks = iota
	asksKey         // for a key that is made
	asksLogin       // for a session
	asksKept        // for a secret that is kept
	asksSpares      // for codes to recover an account by
)

// asked is what is known of the request of a unit.
type asked struct {
	url    []byte // where it goes
	gets   bool   // it changes nothing
	proofs int    // of the memory, before this unit

	read                bool // the address was, and speaks of what follows
	login, session, key bool
	calls               bool // the body tells what for
	spares              bool // codes to recover an account by
	secret              bool // of those that are kept: /secrets/db/versions/2
	changes             bool // a password
	step                bool // of a sign-in, of which the answer is in a list: source-path=…/challenge/pwd
	stores              bool // secrets: /v1/secret/data/ci
	shows               bool // a key that is kept: /tokens/ci/view_key
	byPlace             bool // the arguments of what is called have no names, Google's batchexecute
	near, nearLogin     bool // by the part before the last: /session/open, /signin/local
}

// signInWords are what the last part of an address has in it where somebody signs in,
// in small letters; sessionWords what it has where perhaps somebody does; keyWords what
// it has where a key is made or shown, showWords where one is that was made before.
var (
	signInWords  = [...]string{"login", "logon", "signin", "sign-in", "sign_in", "authenticat", "keygen", "anmeld", "security_check"}
	sessionWords = [...]string{"session", "token", "ticket", "auth", "pair", "activat", "verif", "otp", "mfa", "2fa", "tfa", "consume", "exchange", "challenge", "unlock", "securitycode", "passcode", "magic", "factor", "refresh", "recover", "confirm"}
	showWords    = [...]string{"view_key", "view-key", "viewkey", "reveal", "show_key", "show-key", "show_secret", "show-secret"}
	keyWords     = [...]string{"key", "token", "credential", "secret", "application-password", "unseal", "snapshot", "init", "enroll"}
)

// goes notes where a request goes, and whether what is kept there is a secret: that counts
// of an answer to who only reads, too, and most requests do no more.
func (a *asked) goes(url []byte) {
	a.url, a.read = url, false
	var buf [maxLabel]byte
	low := lower(buf[:0], a.tail())
	a.spares = bytes.Contains(low, []byte("code")) && count(low, spareWords[:]) > 0
	a.secret = bytes.Contains(low, []byte("/secret"))
	a.shows = count(low, showWords[:]) > 0
	a.stores = bytes.Contains(low, []byte("/data/")) && (a.secret || bytes.Contains(low, []byte("/v1/kv")))
}

// tail gives the end of the path of the address.
func (a *asked) tail() []byte {
	path := a.url[:indexAny(a.url, "?#")]
	return bytes.TrimRight(path[max(0, len(path)-maxLabel):], "/")
}

// address reads what the address says somebody does there.
func (a *asked) address() {
	if a.read {
		return
	}
	a.read = true
	var buf [2 * maxLabel]byte
	last := a.tail()
	k := bytes.LastIndexByte(last, '/') + 1
	if v := last[k:]; k > 1 && (len(v) < 3 || bytes.IndexByte(v, '@') > 0 || isDigits(v) || isTicket(v) || len(v) >= memberLen && (judge.Random(v) || judge.ResourceID(v))) {
		k = bytes.LastIndexByte(last[:k-1], '/') + 1 // an id, of what stands before it
	}
	low := lower(buf[:0], last)
	a.login = count(low[k:], signInWords[:]) > 0 && !bytes.Contains(low[k:], []byte("page"))
	a.session = count(low[k:], sessionWords[:]) > 0 || string(low[k:]) == "connect"
	if k > 1 {
		k = bytes.LastIndexByte(low[:k-1], '/') + 1 // /tokens/ci
	}
	a.key = count(low[k:], keyWords[:]) > 0
	a.calls = bytes.Contains(low[k:], []byte("rpc"))
	a.changes = bytes.Contains(low[k:], []byte("passw"))
	a.nearLogin = count(low[k:], signInWords[:]) > 0
	a.near = a.nearLogin || bytes.Contains(low[k:], []byte("session"))
	if q := a.url[indexAny(a.url, "?#"):]; len(q) > 0 {
		// /api/?type=keygen, /users?action=login
		low = lower(buf[:0], q[:min(len(q), 2*maxLabel)])
		a.byPlace = bytes.Contains(low, []byte("rpcids="))
		a.step = bytes.Contains(low, []byte("path=%2f")) && bytes.Contains(low, []byte("%2fsignin")) // source-path=/v3/signin/challenge/pwd
		a.changes = a.changes || bytes.Contains(low, []byte("passw")) && low[1] == '/'               // ?/changePassword of SvelteKit
		a.login = a.login || a.step || bytes.Contains(low, []byte("=login")) || bytes.Contains(low, []byte("=keygen"))
	}
}

// ofRequest tells whether the walked object is the request of a unit.
func (v *visitor) ofRequest() bool {
	i, j := v.span(v.w.Owner())
	return i < j && string(v.t.B[i:j]) == "request"
}

// request hears where a request goes, and how.
func (v *visitor) request(key, s har.Span) {
	if i, j := v.span(key); string(v.t.B[i:j]) == "url" {
		v.d.asked.goes(v.bytes(s))
	} else if string(v.t.B[i:j]) == "method" {
		v.d.asked.gets = string(v.bytes(s)) == "GET"
	}
}

// of tells what the request asks for of which something in a role is: its body, which
// alone shows that somebody signs in by it, or the answer. proofs is how many proofs were
// found up to there.
func (a *asked) of(role har.Role, proofs int) asks {
	proven := proofs > a.proofs || role == har.PostData
	if role != har.PostData && role != har.Content {
		return asksOther
	}
	switch {
	case a.spares && role == har.Content:
		return asksSpares
	case a.gets && a.shows && role == har.Content:
		return asksKey
	case a.gets && !proven && a.secret:
		return asksKept
	case a.gets && !proven:
		return asksOther
	}
	switch a.address(); {
	case role == har.PostData && a.changes:
		return asksLogin
	case a.login, a.calls && role == har.Content && proofs > a.proofs, (a.session || a.nearLogin || a.near && proofs > a.proofs) && proven:
		return asksLogin
	case a.key && !a.gets:
		return asksKey
	}
	return asksOther
}

// proves tells whether a rule speaks of what somebody who sends it signs in with, beside
// a password or a code.
func proves(r *rule.Rule) bool {
	return r.Kind == "token" || r.Kind == "session" || r.Kind == "ticket" || r.Kind == "code" || r.Kind == "jwt"
}

// Names, each between blanks, that say no more than that something is a value or an id,
// and those of what an answer is wrapped in: what an object of another name has in it is
// that other thing's.
const (
	blandNames  = " tokenid sessionname at rt value key data result response hash handle ref name payload body answer content output return returnval res ret str string msg message text info auth s k v d r t encoded plain raw object session identity a c "
	idNames     = " id uuid guid "
	holders     = " data result response session auth payload body answer content output return res ret d info key token item login meta connection identity "
	keyNames    = " key value default keys keys_base64 plain plaintext raw data string "
	secondNames = " p p1 p2 new old new1 new2 word pass secret auth answer "
	changeNames = " current repeat again old new "
	typedNames  = " code text value answer response challenge pin input c t q sms securitycode credential "
)

// isHolder tells whether an answer, or a part of it, can stand under a name.
func (v *visitor) isHolder(name []byte) bool {
	var buf [maxScheme * 2]byte
	return len(name) <= len(buf) && rule.Among(holders, lower(buf[:0], name))
}

// profileWords are what the object of a user, or of an error, has in it, whose id opens
// nothing.
var profileWords = [...]string{`"email`, `"username`, `"userName`, `"name"`, `"firstName`, `"first_name`, `"login"`, `"displayName`, `"display_name`, `"role`, `"error`, `"fullName`}

// answered gives the rule for a string under a key of which no rule speaks, of which what
// the request asks for may tell what it is.
func (v *visitor) answered(name []byte, s har.Span) *rule.Rule {
	var buf [maxScheme * 2]byte
	if s.Escaped || len(name) > len(buf) {
		return nil
	}
	name = lower(buf[:0], name)
	i, j := v.span(s)
	b := v.t.B[i:j]
	if v.p.request && v.d.asks == asksLogin {
		if v.d.asked.step && len(name) == 0 && v.d.depth > stepDepth {
			if judge.Password(b) && judge.Mixed(b) {
				return v.d.called("password")
			}
			name = []byte("answer")
		}
		if r := v.d.typedIn(name, b); r != nil {
			return r
		}
	}
	if v.d.asked.secret && v.d.asks != asksLogin && keeps(name) && judge.Password(b) && (judge.Typed(b, true) || judge.Random(b) || judge.Mixed(b)) {
		return v.d.called("password")
	}
	switch v.d.asks {
	case asksSpares:
		if (len(name) == 0 || rule.Among(" code codes value text response data items result results ", name)) && (isSpare(b) && hasDigit(b) || judge.Token(b) && judge.Random(b)) {
			return v.d.called("backup_code")
		}
		return nil
	case asksKept:
		return nil
	}
	if k := bytes.LastIndexByte(b, '/'); k > 0 && string(name) == "name" {
		b = b[k+1:] // sessions/…
	}
	if len(b) > maxSigned || !v.d.opens(b) {
		return nil
	}
	if i, j := v.span(v.w.Owner()); i < j && !v.isHolder(v.t.B[i:j]) {
		return nil
	}
	switch {
	case v.d.asks == asksKey:
		if !rule.Among(keyNames, name) {
			return nil
		}
		return v.d.called("api_key")
	case rule.Among(idNames, name):
		if v.p.request || len(v.t.B) > maxAlone || !v.d.asked.session && count(v.t.B, profileWords[:]) > 0 {
			return nil // the id of something
		}
	case v.p.request && judge.ResourceID(b), len(name) == 0 && len(v.t.B) > maxAlone, len(name) > 0 && !rule.Among(blandNames, name) && !bytes.HasSuffix(name, []byte("result")): // loginResult
		return nil
	}
	return v.d.called("session_token")
}

// stepDepth is how deep the arguments stand of a call of Google's: in a list in a text of a
// list of calls.
const stepDepth = 2

// keeps tells the keys, in small letters, under which a store of secrets has what it keeps.
func keeps(name []byte) bool {
	return rule.Among(" data payload text plaintext secretstring secretbinary ", name) || bytes.HasSuffix(name, []byte("value"))
}

// maxChosen is how long a password is, at most, that is told by how people make them.
const maxChosen = 32

// opens tells whether a value can be a session or a key: it is random, and no text or
// document that is packed, which is read for itself.
func (d *Detector) opens(v []byte) bool {
	return len(v) >= memberLen && judge.Token(v) && !packsText(v) && !(judge.Hex(v) && hexOfText(v)) && !(decode.IsBase64(v) && d.arena.HoldsCompressed(v)) &&
		(judge.Random(v) || judge.ResourceID(v)) && !isDigits(v)
}

// typedIn gives the rule for a value that was sent to sign in, under a name that says no
// more than that it is one: the code that somebody has typed, or the password.
func (d *Detector) typedIn(name, v []byte) *rule.Rule {
	var buf [2 * maxScheme]byte
	if at := bytes.IndexByte(v, '@'); len(v) < 4 || len(v) > maxChosen || at > 0 && isHost(v[at+1:]) && bytes.IndexByte(v[at:], '.') > 0 {
		return nil // it is none of these, or an address of mail
	}
	short := len(name) <= len(buf)
	if short {
		name = lower(buf[:0], name)
	}
	second, changes := short && rule.Among(secondNames, name), short && d.asked.changes && rule.Among(changeNames, name)
	if judge.Password(v) && (judge.Typed(v, false) && (second || bytes.ContainsAny(v, "!#$%^*?~")) || changes && judge.Mixed(v)) {
		return d.called("password")
	}
	if len(v) > 9 || !short || !rule.Among(typedNames, name) && !(len(v) == 6 && isDigits(v) && mayAsk(name)) {
		return nil
	}
	for _, c := range v {
		if c-'0' >= 10 && c-'A' >= 26 && c != '-' {
			return nil
		}
	}
	if len(v) == 9 && v[4] != '-' || !hasDigit(v) || judge.Timestamp(v) {
		return nil
	}
	return d.called("otp")
}

// mayAsk tells whether a field of a name, in small letters, can be one for a code of six
// digits that somebody types: it speaks of no other number.
func mayAsk(name []byte) bool {
	return len(name) > 0 && count(name, numberWords[:]) == 0
}

// numberWords are letters of what the fields of a sign-in are called that have other numbers.
var numberWords = [...]string{"id", "num", "zip", "post", "phone", "mobile", "time", "date", "size", "year", "port", "build", "version", "width", "height", "offset", "amount", "count", "birth", "color", "bank", "sort", "index", "total", "price", "iter", "round", "cost", "user", "login", "member", "custom"}

// answeredElement takes the text of the element of an answer, of which the name is B[i:j].
func (d *Detector) answeredElement(t *decode.Text, i, j int) int {
	b := t.B
	if j-i > 2*maxScheme || !opensTag(b, i) {
		return 0
	}
	var buf [2 * maxScheme]byte
	if !rule.Among(" key return returnval result response session hash string ", lower(buf[:0], b[i:j])) {
		return 0
	}
	start, end := elementText(b, j+1)
	start, end = trim(b, start, end)
	return d.answeredWord(t, start, end)
}

// answeredWord takes B[i:j] of an answer to who signs in, where it is random.
func (d *Detector) answeredWord(t *decode.Text, i, j int) int {
	if !d.opens(t.B[i:j]) || d.token(t, i, j) {
		return 0
	}
	d.found(t, i, j, d.called("session_token"))
	return j
}

// maxPlain is how long an answer is, at most, that is a session and little else, and
// maxAlone one in which an id is.
const (
	maxPlain = 256
	maxAlone = 80
)

// answeredPlain takes the one random word of an answer that has no names: the session,
// also behind one that says that all is well.
func (d *Detector) answeredPlain(t *decode.Text, i, j int) {
	words := bytes.FieldsFunc(t.B[i:j], func(c rune) bool { return c <= ' ' || c == '"' || c == '|' })
	if len(words) == 0 || len(words) > 2 {
		return
	}
	for _, w := range words {
		if w[0] == '-' || bytes.ContainsAny(bytes.TrimRight(w, "="), ":=&?;,<>(){}[]") {
			return // it has names of its own, or is a list, or the end of one in parts
		}
	}
	last := words[len(words)-1]
	start := i + bytes.LastIndex(t.B[i:j], last)
	if isTicket(last) {
		d.found(t, start, start+len(last), d.name(rule.Param, []byte("ticket")))
	} else if !judge.ResourceID(last) {
		d.answeredWord(t, start, start+len(last))
	}
}

// isTicket tells whether a value is a ticket of CAS, also of one that makes them short:
// ST-1-a9Kx.
func isTicket(v []byte) bool {
	k := bytes.IndexByte(v, '-')
	if k < 2 || k > 3 || len(v) < k+6 || v[k-1] != 'T' || !isUpper(v[0]) || v[k+1]-'0' >= 10 {
		return false
	}
	rest := bytes.TrimLeft(v[k+1:], "0123456789")
	return len(rest) > 4 && rest[0] == '-' && bytes.IndexByte(rest, ' ') < 0 && !isWordLike(rest[1:])
}

// isWordLike tells whether a text is small letters and hyphens, as words of a title are.
func isWordLike(v []byte) bool {
	return len(bytes.Trim(v, "abcdefghijklmnopqrstuvwxyz-")) == 0
}
