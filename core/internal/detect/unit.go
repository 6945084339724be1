package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// What is decoded of a unit ends at budgetFactor times its size and budgetFloor; of a
// string that others have left nothing, at leafFactor times its own. Of many units in
// a row, all that is beyond sure times their size has to be in what Batch grants: a
// hundred thousand small ones would each have the floor.
const (
	budgetFactor = 16
	budgetFloor  = 1 << 20
	leafFactor   = 64
	sure         = 4
	batchFloor   = 8 << 20
	unbounded    = 1 << 50 // where nobody says what a batch is
	maxJSONDepth = 12
)

// Batch says that the next units have n bytes together.
func (d *Detector) Batch(n int) { d.spare = sure*n + batchFloor }

// left is how much may be decoded beyond what is sure, up to here in a unit.
func (d *Detector) left() int {
	return d.spare - max(0, d.arena.Spent-d.sure)
}

// Unit reads one unit: an element of log.entries, or the frame.
func (d *Detector) Unit(b []byte) {
	root := decode.Unit(b)
	d.sure = d.arena.Spent + sure*len(b)
	d.arena.Grant(min(budgetFactor*len(b)+budgetFloor, sure*len(b)+d.spare))
	before := d.arena.Skipped
	d.closures, d.vain, d.asked = 0, vain{size: len(b)}, asked{proofs: d.memory.proofs}
	d.json(&root, 0, len(b), har.Any, place{names: rule.Key})
	d.spare = max(0, d.left())
	if n := d.arena.Skipped - before; n > 0 {
		d.sink.Passed("too-deep", int(n))
	}
}

// json walks the JSON value that begins at B[i] and returns where it ends, or
// where it stops being JSON.
func (d *Detector) json(t *decode.Text, i, j int, role har.Role, p place) int {
	if d.depth == maxJSONDepth {
		d.arena.Skipped += int64(j - i)
		return j
	}
	if d.depth == len(d.walkers) {
		d.walkers = append(d.walkers, &har.Walker{Unescape: func(dst, src []byte) []byte {
			return decode.Unescape(dst, decode.Backslash, src)
		}})
	}
	w := d.walkers[d.depth]
	d.depth++
	v := visitor{d: d, w: w, t: t, off: i, p: p}
	end := w.Walk(t.B[i:j], role, &v)
	d.depth--
	if v.flat {
		d.flattened(t, i, i+end, p)
	}
	return i + end
}

// visitor takes what a walk comes upon; spans are relative to off.
type visitor struct {
	d    *Detector
	w    *har.Walker
	t    *decode.Text
	off  int
	p    place
	name []byte

	owner     har.Span // what the rules said of it is in ownerRule
	ownerRule *rule.Rule
	secrets   bool     // the last kind that was named is a Secret of Kubernetes, or a list of some
	watched   bool     // Datadog's event of a page: its session is one of watching
	tracked   har.Span // whose members tell what somebody did on a page
	option    *rule.Rule
	optionKey har.Span // of the array that the option stands in
	bland     har.Span // a value that was read under a name that says nothing
	leased    bool     // an answer of Vault's
	sent      bool     // the message that is walked, of a WebSocket
	flat      bool     // a number stands where a secret should: the place of one

	entered int // how many it is in that stand in the place of a text
	before  carrying
}

func (v *visitor) span(s har.Span) (int, int) { return v.off + s.Start, v.off + s.End }

// text calls fn with a string's characters.
func (v *visitor) text(s har.Span, fn func(*decode.Text)) {
	c := decode.None
	if s.Escaped {
		c = decode.Backslash
	}
	i, j := v.span(s)
	v.d.sub(v.t, c, i, j, fn)
}

// rule looks a key or name up.
func (v *visitor) rule(where rule.Place, s har.Span) *rule.Rule {
	if !s.Ok() {
		return nil
	}
	i, j := v.span(s)
	name := v.t.B[i:j]
	if s.Escaped {
		v.name = decode.Unescape(v.name[:0], decode.Backslash, name)
		name = v.name
	}
	return v.d.lookup(where, name)
}

// lookup asks the rules for a name, which may be percent-encoded.
func (d *Detector) lookup(where rule.Place, name []byte) *rule.Rule {
	if len(name) > 256 || where == rule.Key && len(name) > 0 && name[0] == '/' {
		return nil // it is too long for one, or the path of a page
	}
	return d.name(where, name)
}

// Key: a key can hold a token, or a whole URL.
func (v *visitor) Key(s har.Span) {
	if s.End-s.Start < memberLen {
		return
	}
	if r, many := v.ownerSays(); many {
		// {"sessions":{"<token>":{…}}}
		i, j := v.span(s)
		if b := v.t.B[i:j]; !s.Escaped && !judge.ResourceID(b) && judge.Token(b) && judge.Random(b) {
			v.text(s, func(t *decode.Text) { v.d.found(t, 0, len(t.B), memberOf(r)) })
			return
		}
	}
	if s.End-s.Start >= 20 {
		v.text(s, func(t *decode.Text) { v.d.text(t, v.p) })
	}
}

// memberOf gives the rule for a member of what r speaks of.
func memberOf(r *rule.Rule) *rule.Rule {
	if r.Treat == rule.Secret {
		return r
	}
	return rule.Member
}

func (v *visitor) Leaf(role har.Role, key, s har.Span) {
	r := v.rule(rule.Key, key)
	if v.option != nil {
		if r == nil && key == v.optionKey {
			r = v.option
		}
		v.option = nil
	}
	if i, j := v.span(s); j-i > 4 && j-i < 40 && v.t.B[i] == '-' && v.t.B[i+1] == '-' {
		// ["--password", "…"]
		v.option, v.optionKey = v.d.lookup(rule.Key, v.t.B[i+2:j]), key
	}
	p := v.p
	switch key.End - key.Start {
	case len("lease_id"), len("distinct_id"), len("sourcesContent"), len("browser_sdk_version"):
		v.note(key, s, &p)
	case len("url"), len("method"):
		if v.d.depth == 1 && v.ofRequest() {
			v.request(key, s)
		}
	}
	if v.d.asks != asksOther && (r == nil || p.request && (r.Judge == rule.Strong || string(v.bytes(key)) == "answer")) {
		if a := v.answered(v.bytes(key), s); a != nil {
			r = a
		}
	}
	if r == nil && p.request && key.Ok() && string(v.bytes(v.w.Owner())) == "variables" {
		r = v.argument(key)
	}
	if r == nil && v.d.asked.byPlace && p.request && v.w.Tuple() && v.d.depth > stepDepth {
		if b := v.bytes(s); bytes.ContainsAny(b, "!#$%^*?~") && judge.Typed(b, false) && judge.Password(b) {
			r = v.d.called("password")
		}
	}
	if r == nil && s.End-s.Start == len("abcd efgh ijkl mnop") && v.isAppPassword(s) {
		r, p.request = v.d.called("password"), true // it has blanks
	}
	if r == nil && key.End-key.Start == len("SecretID") && string(v.bytes(key)) == "SecretID" {
		r = v.d.called("session_token") // of Consul and Nomad; elsewhere a secretId names one
	}
	if r == nil && key.End-key.Start == len("digest") && v.isPasswordDigest(key, s) {
		r = v.d.called("password")
	}
	if r == nil && key.End-key.Start == len("result") && v.isResult(key, s) {
		r = v.d.called("session_token")
	}
	if role == har.Frames {
		if i, j := v.span(s); string(v.bytes(key)) == "type" && isDirection(v.t.B[i:j]) {
			v.sent = v.t.B[i] == 's' || v.t.B[i+2] == 'q'
		}
		p.request = p.request || v.sent
	}
	if (r == nil || r.Judge == rule.Strong) && v.isSpareCode(key) {
		r = v.ownerRule // {"backup_codes":[{"code":"…","consumed":false}]}
	}
	if r != nil && r.ID == "oauth.token" && key.End-key.Start == len("clientToken") && v.isIdempotency(key, s) {
		r = nil
	}
	if r != nil && (r.ID == "session.key" || r.ID == "oauth.random" || r.ID == "oauth.token" && v.tracked.Ok()) {
		r = v.corrected(r, s)
	}
	if key.End-key.Start == len("kind") {
		switch c := v.t.B[v.off+key.Start]; {
		case c == 'k', c == 'n' && s.End-s.Start > len("projects/1/secrets/") && v.t.B[v.off+s.Start] == 'p':
			v.says(key, s)
		}
	}
	if r == nil && s.End-s.Start >= minFormToken && v.isMethod(key) && v.ofPath() {
		r = v.d.called("csrf_token") // {"csrf_tokens":{"/path":{"post":"…"}}}
	}
	if v.p.request && r == nil && s.End-s.Start >= 4 && s.End-s.Start <= 8 {
		if q := v.rule(rule.Param, key); q != nil && q.Judge == rule.Code {
			r = q // acmePin: what is sent is what somebody typed
		}
	}
	if (r == nil || r.Judge == rule.Strong) && (v.p.request && v.isTyped(key, s) || v.isSentCode(key, s)) {
		r = v.d.called("otp")
	}
	if r != nil && r.ID == "harmless.count" && key.End-key.Start == len("tokens") && !v.counts(key, s) {
		r = rule.Member // {"tokens":["…"]}
	}
	if n := key.End - key.Start; n >= len("op") && n <= len("command") && r == nil {
		i, j := v.span(key)
		if isMethod(v.t.B[i:j]) {
			i, j = v.span(s)
			v.d.call(v.t, i, j, v.p)
		}
	}
	if r == nil && role != har.Frames && key.Ok() {
		if r = v.joined(key, s); r == nil && v.isListedSpare(key, s) {
			r = v.d.called("backup_code")
		}
	}
	if r != nil && r.Kind == "signature" && v.isPublished(s) {
		r = nil
	}
	if r != nil && r.Kind == "secret" && (v.isHook(s) || p.request && v.d.asks == asksLogin) {
		r = v.d.called("password") // which somebody has chosen
	}
	if r != nil && r.ID == "password.network" && v.isNetworkKey(s) {
		p.request = true // a person wrote it
	}
	if r == nil && role != har.Frames {
		if key.Ok() && (v.w.Generic() || s.End-s.Start >= memberLen && v.w.Many() || s.End-s.Start >= memberLen && v.isItself(key) || v.isAnswer(key) || v.keptSecret() || s.End-s.Start >= minFragment && v.ofToken(s)) {
			r = v.owned(key, s)
			p.request = p.request || v.keptSecret()
		}
		if r == nil && v.w.Marked() && v.w.Generic() {
			r = v.marked()
		}
		if r == nil && key.End-key.Start == len("plaintext") && v.isPlaintext(key, s) {
			r = rule.Member
		}
		if r == nil && !s.Escaped {
			if i, j := v.span(s); boring(v.t.B[i:j]) {
				return
			}
		}
	}
	if r == nil {
		if n := s.End - s.Start; n >= 13 && n <= 19 && v.isNumberOf(key, s) {
			return
		}
		v.bland = s
	}
	v.once(as{asLeaf, v.d.inside, role, r, p}, s, func(t *decode.Text) {
		switch {
		case role == har.Cookies && r == nil && string(v.bytes(key)) == "cookies":
			v.d.cookies(t, 0, len(t.B), v.p) // a list of what the header has
		case role == har.Frames && isDirection(t.B):
		case role == har.Frames:
			v.d.carried(rule.Message, t, false, func() { v.d.message(t, p) })
		default:
			v.d.value(t, r, p)
		}
	})
}

// isNumberOf tells whether a value is a number under the name of an id, which can look
// like that of a card.
func (v *visitor) isNumberOf(name, s har.Span) bool {
	if n := s.End - s.Start; n < 13 || n > 19 || !name.Ok() {
		return false
	}
	i, j := v.span(s)
	from, to := v.span(name)
	return v.t.B[i]-'0' < 10 && isID(v.t.B[from:to]) && isDigits(v.t.B[i:j])
}

// isID tells whether a name ends as that of an id does.
func isID(name []byte) bool {
	n := len(name)
	return n > 2 && name[n-1]|0x20 == 'd' && name[n-2]|0x20 == 'i'
}

// says hears what an object says of what it keeps, before the value: the kind of
// Kubernetes, the name of a version of a secret of Google's.
func (v *visitor) says(key, s har.Span) {
	i, j := v.span(key)
	from, to := v.span(s)
	b := v.t.B[from:to]
	switch string(v.t.B[i:j]) {
	case "kind":
		v.secrets = string(b) == "Secret" || string(b) == "SecretList" || string(b) == "secret" // as the dashboard writes it
	case "name":
		v.secrets = bytes.HasPrefix(b, []byte("projects/")) && bytes.Contains(b, []byte("/secrets/"))
	}
}

// minFormToken is how long the token of a form is, at least, that stands under the
// method the form is sent with.
const minFormToken = 43

// isMethod tells whether a key is a method of HTTP in small letters.
func (v *visitor) isMethod(key har.Span) bool {
	i, j := v.span(key)
	switch string(v.t.B[i:j]) {
	case "post", "put", "patch", "delete":
		return true
	}
	return false
}

// ofPath tells whether the walked object stands under the path of a form.
func (v *visitor) ofPath() bool {
	owner := v.w.Owner()
	i, j := v.span(owner)
	return owner.Ok() && i < j && v.t.B[i] == '/'
}

// isDirection tells whether a string of a message says which way it went.
func isDirection(b []byte) bool {
	return string(b) == "send" || string(b) == "receive" || string(b) == "request" || string(b) == "response"
}

// owned gives the rule for a member whose own key says nothing, but that of
// what it is a member of does: {"token":{"value":…}}, {"apiKeys":{"ci":…}}.
func (v *visitor) owned(key, s har.Span) *rule.Rule {
	r, many := v.ownerSays()
	i, j := v.span(key)
	isID := string(v.t.B[i:j]) == "id"
	switch {
	case isID && (many || r == nil || r.Kind != "session" || v.watched || v.isWatched(s)):
		return nil // the id of a token is none
	case v.saysWhat(v.t.B[i:j], s):
		return nil // {"secrets":[{"name":"db-7x2k9"}]}
	case v.w.Generic() && r != nil && r.Treat == rule.Secret:
		return r
	case many && s.End-s.Start >= memberLen:
		if from, to := v.span(s); (saysID(v.t.B[i:j]) || v.w.InArray() && !v.w.Generic() && !v.isItself(key)) && judge.ResourceID(v.t.B[from:to]) {
			return nil // whose it is: {"sessions":[{"user_id":"…"}]}
		} else if x := v.t.B[from:to]; x[0] == '0' && x[1] == 'x' && isDigest(v.t.B[i:j]) {
			return nil // {"tokens":[{"txHash":"0x…"}]}
		}
		return rule.Member
	case r != nil && r.Treat == rule.Secret && v.isItself(key):
		// {"apiKey":{"key":"…"}}; a key can also be that of a label.
		from, to := v.span(s)
		if x := v.t.B[from:to]; judge.Token(x) && judge.Random(x) && !judge.ResourceID(x) {
			return r
		}
	case s.End-s.Start >= minFragment && v.ofToken(s):
		return r
	case v.isAnswer(key):
		from, to := v.span(v.w.Owner())
		return v.d.name(rule.Key, append(append([]byte{}, v.t.B[from:to]...), "_answer"...))
	case v.keptSecret():
		return v.d.called("password")
	}
	return nil
}

// isDigest tells whether a key says that its value was made from other ones.
func isDigest(key []byte) bool {
	for _, end := range [...]string{"hash", "Hash", "Root", "Bloom"} {
		if bytes.HasSuffix(key, []byte(end)) {
			return true
		}
	}
	return false
}

// note keeps what some keys tell of what stands beside them.
func (v *visitor) note(key, s har.Span, p *place) {
	i, j := v.span(key)
	switch string(v.t.B[i:j]) {
	case "distinct_id":
		v.tracked = v.w.Owner()
	case "sourcesContent":
		p.code = true // of a source map
	case "browser_sdk_version":
		v.watched = s.End-s.Start < 16
	case "lease_id":
		v.leased = true
	}
}

// corrected gives the rule for what r says of a value, by what the object around it is:
// the Sid of a statement of a policy, the token of a page's project at Mixpanel, the code
// of an error.
func (v *visitor) corrected(r *rule.Rule, s har.Span) *rule.Rule {
	owner := v.w.Owner()
	i, j := v.span(s)
	if r.ID == "oauth.token" {
		if v.tracked == owner && j-i == 32 && judge.Hex(v.t.B[i:j]) {
			return v.d.called("siteKey")
		}
		return r
	}
	isID := judge.ResourceID(v.t.B[i:j])
	i, j = v.span(owner)
	switch name := string(v.t.B[i:j]); {
	case name == "Statement", isID && (name == "violations" || name == "errors" || name == "error"):
		return nil
	}
	return r
}

// saysWhat tells a key under which stands of what sort a thing is, or what it is called
// in a way that names have.
func (v *visitor) saysWhat(key []byte, s har.Span) bool {
	n := len(key)
	if n < len("name") || key[n-1] != 'e' {
		return false
	}
	i, j := v.span(s)
	b := v.t.B[i:j]
	return key[n-3] == 'y' && key[n-2] == 'p' || key[n-3] == 'a' && key[n-2] == 'm' && (bytes.ContainsAny(b, "-/.: _") || !judge.Random(b))
}

// saysID tells a key of which the last word is id.
func saysID(key []byte) bool {
	if len(key) < 3 {
		return false
	}
	end := string(key[len(key)-3:])
	return end == "_id" || end == "-id" || end[1:] == "Id" || end[1:] == "ID"
}

// ofVault gives the rule for a value that stands beside the address of a secret of a
// vault of Azure's: {"value":…,"id":"https://v.vault.azure.net/secrets/…"}.
func (v *visitor) ofVault(name har.Span) *rule.Rule {
	if name.End-name.Start < len("https://v.vault.azure.net/secrets/") {
		return nil
	}
	i, j := v.span(name)
	k := bytes.Index(v.t.B[i:j], []byte(".vault."))
	if k < 0 || !bytes.Contains(v.t.B[i+k:j], []byte("/secrets/")) {
		return nil
	}
	return v.d.called("password")
}

// isItself tells the name by which an object that is a secret calls its value.
func (v *visitor) isItself(key har.Span) bool {
	return string(v.bytes(key)) == "key"
}

// minFragment is how long a key is, at least, that is told by its signs alone.
const minFragment = 22

// ofToken tells whether a string is one of several tokens in an object that is called so:
// {"token":{"read":"…","write":"…"}}.
func (v *visitor) ofToken(s har.Span) bool {
	r, _ := v.ownerSays()
	i, j := v.span(s)
	return r != nil && r.Treat == rule.Secret && r.Kind == "token" && !s.Escaped && isKey(v.t.B[i:j])
}

// isAnswer tells the key of an answer, which is a secret where it stands under
// the security questions.
func (v *visitor) isAnswer(key har.Span) bool {
	if key.End-key.Start != len("answer") || !v.w.Owner().Ok() {
		return false
	}
	return string(v.bytes(key)) == "answer"
}

// counts tells whether what stands under a name for tokens can be their count, or a
// word of a text, and is none itself.
func (v *visitor) counts(key, s har.Span) bool {
	i, j := v.span(key)
	if s.End-s.Start < memberLen || string(v.t.B[i:j]) != "tokens" {
		return true
	}
	i, j = v.span(s)
	b := v.t.B[i:j]
	return !judge.Token(b) || !judge.Random(b) || judge.ResourceID(b)
}

// marked gives the rule for the value of an object that says that it is secret:
// {"key":"DEPLOY","value":"…","masked":true}.
func (v *visitor) marked() *rule.Rule { return v.d.called("password") }

// keptSecret tells whether the walked object holds what a Secret of Kubernetes
// keeps, or a store of Vault's: {"kind":"Secret","data":{…}}.
func (v *visitor) keptSecret() bool {
	owner := v.w.Owner()
	if v.leased && !v.secrets {
		// {"lease_id":"","data":{"data":{…}}}
		before := bytes.TrimRight(v.t.B[:max(0, v.off+owner.Start-1)], " \n{")
		return owner.End-owner.Start == len("data") && bytes.HasSuffix(before, []byte(`"data":`)) && string(v.bytes(owner)) == "data"
	}
	if v.p.request && v.d.asked.stores && string(v.bytes(owner)) == "data" {
		return true
	}
	if !v.secrets {
		return false
	}
	if n := owner.End - owner.Start; n < len("data") || n > len("stringData") {
		return false
	}
	i, j := v.span(owner)
	name := string(v.t.B[i:j])
	return name == "data" || name == "stringData" || name == "payload"
}

// memberLen is the length from where a member of a collection of secrets is
// judged by its value alone.
const memberLen = 16

// ownerSays gives the rule for the key that the walked object stands under, and
// tells whether it names a collection of secrets.
func (v *visitor) ownerSays() (r *rule.Rule, many bool) {
	owner := v.w.Owner()
	if !owner.Ok() {
		return nil, false
	}
	if owner != v.owner {
		v.owner, v.ownerRule = owner, v.rule(rule.Key, owner)
	}
	r = v.ownerRule
	many = r != nil && v.w.Many() && (r.Treat == rule.Secret || r.ID == "harmless.count")
	return r, many
}

// boring tells that there is nothing in a short value: words and numbers without
// a sign of syntax or of an encoding, and no run of digits of base64 that is
// long enough to be looked into, but for a UUID.
func boring(b []byte) bool {
	if len(b) > 80 || len(b) > 0 && b[0]|0x20 == 'b' {
		return false // Basic and Bearer may have a short credential behind them
	}
	run, digits, signs := 0, 0, 0
	for i, c := range b {
		switch dull[c] {
		case dullLetter:
			if run++; run >= 11 {
				return decode.IsUUID(b)
			}
		case dullDigit:
			run++
			// The numbers of cards and telephones.
			if digits++; digits > 6 && run < 11 && len(b) > 10 || run >= 11 {
				return decode.IsUUID(b)
			}
		case dullSign:
			run = 0
			signs++
		case dullDot:
			if i+1 < len(b) && b[i+1] != ' ' {
				return false
			}
			run = 0
		default:
			return false
		}
	}
	// A sentence may say a one-time code.
	return digits < 4 || signs < 3
}

const (
	dullLetter = 1 + iota // and other digits of base64
	dullDigit
	dullSign
	dullDot
)

var dull = func() (t [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-32] = dullLetter, dullLetter
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = dullDigit
	}
	for _, c := range "-_+/" {
		t[c] = dullLetter
	}
	for _, c := range " ,!()" {
		t[c] = dullSign
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] = dullSign
	}
	t['.'] = dullDot
	return t
}()

func (v *visitor) Pair(role har.Role, name, s har.Span) {
	if !s.Ok() {
		return
	}
	p := v.p
	switch role {
	case har.Headers:
		field := v.bytes(name)
		v.once(as{asHeader, v.d.inside, role, nil, p}, s, func(t *decode.Text) { v.d.header(field, t, p) }, field)
		return
	case har.Cookies:
		r := v.rule(rule.Cookie, name)
		if !name.Ok() {
			r = rule.AnyCookie
		}
		v.once(as{asCookie, v.d.inside, role, r, p}, s, func(t *decode.Text) { v.d.cookieValue(t, 0, len(t.B), r, p) })
		return
	case har.Query:
		p.names, p.request, p.address, p.harmless = rule.Param, true, true, v.isNumberOf(name, s)
		r := v.d.parameter(v.bytes(name))
		if from, to := v.span(s); r != nil && !v.d.signingInAt(r, v.t.B, from, to) {
			r = nil
		}
		n := v.bytes(name)
		v.once(as{asQuery, v.d.inside, role, r, p}, s, func(t *decode.Text) { v.d.param(t, n, r, p) }, n)
		return
	case har.Params:
		p.names, p.request, p.harmless = rule.Param, true, v.isNumberOf(name, s)
		r := v.d.parameter(v.bytes(name))
		if r == nil && v.d.depth == 1 && v.d.asked.of(har.PostData, 0) == asksLogin {
			if i, j := v.span(s); !s.Escaped {
				r = v.d.typedIn(v.bytes(name), v.t.B[i:j])
			}
		}
		how := asField
		if v.d.depth == 1 {
			v.d.asks = v.d.asked.of(har.PostData, v.d.memory.proofs)
			how = asBody + reading(v.d.asks)
		}
		v.once(as{how, v.d.inside, role, r, p}, s, func(t *decode.Text) {
			v.d.carried(rule.FormField, t, false, func() { v.d.param(t, nil, r, p) })
		})
		if v.d.depth == 1 {
			v.d.asks = asksOther
		}
		return
	}
	if p.names == rule.Header {
		p.names = rule.Key // of a document in a header
	}
	r := v.rule(p.names, name)
	if r == nil && role == har.Any {
		var many bool
		if r, many = v.ownerSays(); r != nil && r.Treat != rule.Secret {
			r = nil
		} else if many && r.Kind == "secret" {
			r = v.d.called("password") // which somebody has chosen
		}
		if r == nil {
			r = v.ofVault(name)
		}
		if i, j := v.span(name); r == nil && v.d.asks != asksOther && (v.d.asked.secret && v.d.asks != asksLogin || v.d.asks == asksKey && !p.request && !v.w.Tuple() || judge.Random(v.t.B[i:j]) || judge.ResourceID(v.t.B[i:j]) || bytes.IndexByte(v.t.B[i:j], '@') > 0) {
			r = v.answered([]byte("value"), s) // what stands beside it is an id, or what somebody calls the key
		}
		if r == nil && (v.w.Marked() || v.isVariable(s)) {
			r = v.marked()
		}
	}
	if r == nil {
		if s == v.bland {
			return // it has several names
		}
		v.bland = s
	}
	// In a document of any kind a plus is a plus.
	v.once(as{asParam, v.d.inside, role, r, p}, s, func(t *decode.Text) { v.d.value(t, r, p) })
}

// Beside judges a value by the name beside it. Of a weak one nothing says that it is
// what the name means, so that a label or a message must not be taken for it.
func (v *visitor) Beside(name, s har.Span, weak bool) {
	if i, j := v.span(s); weak && bytes.IndexByte(v.t.B[i:min(j, i+maxSigned)], ' ') >= 0 && !judge.Words(v.t.B[i:j]) {
		return // a sentence
	}
	r := v.ofVault(name)
	if i, j := v.span(name); r == nil && !mayName(v.t.B[i:j]) {
		return
	}
	if r == nil {
		r = v.rule(rule.Key, name)
	}
	if r == nil || r.Treat != rule.Secret {
		return
	}
	p := v.p
	p.request = p.request && !weak
	v.once(as{asParam, v.d.inside, har.Any, r, p}, s, func(t *decode.Text) { v.d.value(t, r, p) })
}

// mayName tells, at little cost, whether a text can be a name: most labels, titles
// and ids that stand beside something are sentences and numbers.
func mayName(b []byte) bool {
	if len(b) > 48 {
		return false
	}
	digits, blanks := 0, 0
	for _, c := range b {
		switch {
		case c == ' ':
			blanks++
		case c-'0' < 10:
			digits++
		}
	}
	return digits <= 6 && blanks <= 3
}

func (v *visitor) Column(title har.Span) bool {
	r := v.rule(rule.Key, title)
	return r != nil && r.Treat == rule.Secret
}

func (v *visitor) Number(_ har.Role, key, s har.Span) {
	r := v.rule(rule.Key, key)
	if i, j := v.span(key); r != nil && r.Kind == "password" && bytes.HasSuffix(v.t.B[i:j], []byte("words")) {
		return // how many there are
	}
	if r == nil && key.Ok() && v.w.Generic() {
		r = v.owned(key, s)
	}
	v.number(r, s)
	if n := s.End - s.Start; r == nil && n >= 13 && n <= 19 {
		v.cardNumber(key, s)
	}
	if r != nil && (r.Kind == "key" || r.Kind == "secret" || r.Kind == "seed") && r.Treat == rule.Secret {
		v.octets(r, s)
	}
	if (r != nil && r.Treat == rule.Secret || key.Ok() && v.t.B[v.off+key.Start] == '_') && v.w.InArray() && har.Place(v.t.B[v.off+s.Start:v.off+s.End]) > 0 {
		v.flat = true
	}
}

// cardNumber takes the number of a payment card where a document calls it that:
// {"card":{"number":…}}. Of many digits an id can look like one.
func (v *visitor) cardNumber(key, s har.Span) {
	var buf [32]byte
	i, j := v.span(s)
	if string(v.bytes(key)) == "number" && bytes.Contains(lower(buf[:0], v.bytes(v.w.Owner())), []byte("card")) && rule.CardNumber(v.t.B[i:j]) {
		v.d.report(v.t, i, j, rule.Card, `"`)
	}
}

// octets takes a key that is written as an array of its bytes, all of it at the first.
func (v *visitor) octets(r *rule.Rule, s har.Span) {
	i, _ := v.span(s)
	b := v.t.B
	k := i
	for k > 0 && b[k-1] <= ' ' {
		k--
	}
	close := bytes.IndexByte(b[i:min(len(b), i+512)], ']')
	if k == 0 || b[k-1] != '[' || close < 0 {
		return
	}
	for close > 0 && b[i+close-1] <= ' ' {
		close--
	}
	n := 0
	for _, x := range bytes.Split(b[i:i+close], []byte(",")) {
		x = bytes.TrimSpace(x)
		if len(x) == 0 || len(x) > 3 || !isDigits(x) || len(x) == 3 && string(x) > "255" {
			return
		}
		n++
	}
	if n >= 16 && n <= 64 {
		v.d.report(v.t, i, i+close, r, `"`)
	}
}

func (v *visitor) NumberPair(role har.Role, name, s har.Span) {
	where := rule.Key
	switch role {
	case har.Headers:
		where = rule.Header
	case har.Cookies:
		where = rule.Cookie
	case har.Query, har.Params:
		where = rule.Param
	}
	v.number(v.rule(where, name), s)
	if role == har.Query && s.Ok() {
		from, to := v.span(s)
		v.d.queryValue(v.t, from, to, v.bytes(name), `"`)
	}
}

func (v *visitor) number(r *rule.Rule, s har.Span) {
	if r == nil || r.Treat != rule.Secret || !s.Ok() {
		return
	}
	i, j := v.span(s)
	n := v.t.B[i:j]
	if r.Kind == "password" && r.Judge == rule.Any && n[0] != 't' && n[0] != 'f' && n[0] != 'n' && len(n) > 3 {
		v.d.report(v.t, i, j, r, `"`) // whatever somebody has chosen
		return
	}
	if n[0] < '0' || n[0] > '9' || bytes.ContainsAny(n, ".eE") {
		return
	}
	switch r.Judge {
	case rule.Any:
		if len(n) < 2 && r.Kind != "cookie" {
			return
		}
	case rule.Code, rule.Digits:
		if len(n) < 3 {
			return
		}
	case rule.Measured, rule.Typed:
		if measure(r, n) {
			return
		}
	case rule.Grant:
		if !judge.Grant(n) {
			return
		}
	case rule.Strong:
		if !judge.Random(n) {
			return
		}
	default:
		if len(n) < 8 || judge.Timestamp(n) {
			return
		}
	}
	v.d.report(v.t, i, j, r, `"`)
}

func (v *visitor) Body(role har.Role, s, mime, encoding har.Span) {
	m, e := v.bytes(mime), v.bytes(encoding)
	p := v.p
	if v.d.depth == 1 {
		v.d.memory.sent = role == har.PostData
		v.d.asks = v.d.asked.of(role, v.d.memory.proofs)
		defer func() { v.d.memory.sent, v.d.asks = false, asksOther }()
	}
	v.once(as{asBody + reading(v.d.asks), v.d.inside, role, nil, p}, s, func(t *decode.Text) {
		packed := bytes.EqualFold(e, []byte("base64")) && (decode.IsBase64(t.B) || bytes.IndexByte(t.B, ' ') > 0 && decode.IsBase64(bytes.ReplaceAll(t.B, []byte(" "), nil)))
		v.d.carried(carriedBy(role), t, packed, func() { v.d.body(t, m, packed, role == har.PostData) })
	}, m, e)
}

// carriedBy gives the rule for what stands where a role has its text.
func carriedBy(role har.Role) *rule.Rule {
	switch role {
	case har.PostData:
		return rule.RequestBody
	case har.Params:
		return rule.FormField
	case har.Frames:
		return rule.Message
	}
	return rule.ResponseBody
}

func (v *visitor) Enter() {
	if v.entered++; v.entered == 1 {
		v.before = v.d.enter()
	}
}

func (v *visitor) Leave(role har.Role, whole har.Span) {
	if v.entered--; v.entered > 0 {
		return
	}
	r := carriedBy(role)
	i, j := v.span(whole)
	if v.d.leave(v.before, r, string(v.t.B[i:j]) == "null") {
		v.d.goes(v.t, i, j, r, r.Reason, `"`)
	}
}

// bytes gives the characters of a span, which are rarely written with escapes.
func (v *visitor) bytes(s har.Span) []byte {
	if !s.Ok() {
		return nil
	}
	i, j := v.span(s)
	if s.Escaped {
		return decode.Unescape(nil, decode.Backslash, v.t.B[i:j])
	}
	return v.t.B[i:j]
}

func (v *visitor) JWK(private []har.Span) {
	for _, s := range private {
		if s.End-s.Start >= 8 {
			v.text(s, func(t *decode.Text) { v.d.found(t, 0, len(t.B), rule.JWK) })
		}
	}
}
