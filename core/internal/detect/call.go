package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// Calls whose arguments have no names: the name of the method tells which of
// them is a secret.

const (
	// maxCall bounds how far from a method's name its arguments may begin.
	maxCall = 1 << 10
	// maxArgs and maxLength bound how many they are, and how long.
	maxArgs   = 16
	maxLength = 4 << 10
)

// callKind is what the name of a method says of its arguments.
type callKind uint8

const (
	otherCall callKind = iota
	signIn             // who, then what proves it
	enrol              // as signIn, but often of what is no person
	change             // passwords, old and new
	execute            // Odoo's: a database, a user's number, the password
	onBehalf           // ubus': a session comes first
)

// callOf judges a method by the last part of its name.
func callOf(name []byte) callKind {
	if len(name) < 4 || len(name) > 48 {
		return otherCall
	}
	var buf [48]byte
	full := lower(buf[:0], name)
	switch {
	case string(full) == "call":
		return onBehalf
	case string(full) == "execute_kw" || string(full) == "execute":
		return execute
	case bytes.HasPrefix(full, []byte("wp.")) || bytes.HasPrefix(full, []byte("metaweblog.")):
		return signIn // each call of WordPress has the user's name and password
	}
	last := full[bytes.LastIndexAny(full, "./:")+1:]
	plain := last[:0]
	for _, c := range last {
		if c != '_' && c != '-' {
			plain = append(plain, c)
		}
	}
	if bytes.HasPrefix(plain, []byte("author")) && !bytes.HasPrefix(plain, []byte("authoriz")) && !bytes.HasPrefix(plain, []byte("authoris")) {
		return otherCall
	}
	for _, verb := range [...]string{"login", "logon", "signin", "signup", "authenticate", "authorize", "auth", "unlock"} {
		if bytes.HasPrefix(plain, []byte(verb)) && len(plain) < len(verb)+8 && !bytes.HasPrefix(plain[len(verb):], []byte("h")) || bytes.HasSuffix(plain, []byte(verb)) {
			return signIn
		}
	}
	if bytes.Contains(plain, []byte("passwordcredential")) || bytes.HasPrefix(plain, []byte("passwordauth")) || string(plain) == "getconnection" || string(full) == "auth.token" {
		return signIn
	}
	if bytes.HasPrefix(plain, []byte("register")) && len(plain) < len("register")+8 || bytes.HasSuffix(plain, []byte("register")) {
		return enrol
	}
	if bytes.HasPrefix(plain, []byte("loginwith")) || bytes.HasPrefix(plain, []byte("signinwith")) || bytes.HasSuffix(plain, []byte("unlockaccount")) {
		return signIn
	}
	if bytes.HasSuffix(plain, []byte("passphrase")) {
		return change
	}
	if count(plain, proofWords[:]) > 0 {
		return change
	}
	for _, verb := range [...]string{"change", "set", "reset", "update", "create", "new"} {
		if bytes.HasPrefix(plain, []byte(verb)) && bytes.HasSuffix(plain, []byte("password")) {
			return change
		}
	}
	return otherCall
}

// proofWords are what a method is called, in small letters, to which a password is given
// once more.
var proofWords = [...]string{"2fa", "confirmpassword", "verifypassword", "checkpassword"}

// handed takes the random string B[i:j] of a program that is the one argument of a
// call whose name says what it is, setToken("…"), or stands in for a setting that
// is missing: process.env.API_KEY || "…".
func (d *Detector) handed(t *decode.Text, i, j int) int {
	b := t.B
	k := len(bytes.TrimRight(b[max(0, i-8):i-1], " ")) + max(0, i-8)
	if k == 0 {
		return 0 // nothing but blanks before it
	}
	call := b[k-1] == '(' && j+1 < len(b) && b[j+1] == ')'
	if !call && !bytes.HasSuffix(b[:k], []byte("||")) && !bytes.HasSuffix(b[:k], []byte("??")) {
		return 0
	}
	end := len(bytes.TrimRight(b[:k], " |?(]'\""))
	start := end
	for start > 0 && class[b[start-1]] == word && end-start < 48 {
		start--
	}
	name := b[start:end]
	if call {
		name = handedTo(name)
	}
	r := d.lookup(rule.Key, name)
	if len(name) < 3 || r == nil || r.Treat != rule.Secret || !judge.Token(b[i:j]) || !judge.Random(b[i:j]) || d.token(t, i, j) {
		return 0
	}
	d.found(t, i, j, r)
	return j
}

// handedTo gives what a function takes by its name: of setToken and
// signInWithCustomToken the token.
func handedTo(name []byte) []byte {
	for _, verb := range [...]string{"With", "set", "use", "save", "store", "update"} {
		if k := bytes.Index(name, []byte(verb)); k >= 0 && (k == 0 || verb == "With") && k+len(verb) < len(name) && isUpper(name[k+len(verb)]) {
			return name[k+len(verb):]
		}
	}
	return nil
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// isMethod tells the keys that name the method of a call.
func isMethod(key []byte) bool {
	switch string(key) {
	case "method", "target", "action", "cmd", "command", "op", "event":
		return true
	}
	return false
}

// call takes the arguments of the JSON call whose method is B[i:j]: an array
// beside it.
func (d *Detector) call(t *decode.Text, i, j int, p place) {
	kind := callOf(t.B[i:j])
	if kind == otherCall {
		return
	}
	start, end := max(0, i-maxCall), restOfObject(t.B[:min(len(t.B), j+maxCall)], j)
	last := min(len(t.B), j+maxCall+maxLength)
	// In JSON-RPC the order of the members is free; before the method those of
	// another call may stand.
	before := 0
	for _, name := range [...]string{`"params"`, `"args"`, `"arguments"`, `"data"`, `"payload"`} {
		if at := arrayUnder(t.B[j:end], name); at > 0 {
			d.arguments(t, j+at, last, kind, p)
			return
		}
		if k := bytes.LastIndex(t.B[start:i], []byte(name)); k >= 0 {
			if at := arrayUnder(t.B[start+k:i], name); at > 0 {
				before = max(before, start+k+at)
			}
		}
	}
	if before > 0 {
		d.arguments(t, before, last, kind, p)
		return
	}
	if kind == signIn {
		d.proof(t, j, end)
	}
}

// proof takes the string under the key data or payload beside the name of a method
// that signs in, where it is random.
func (d *Detector) proof(t *decode.Text, j, end int) {
	for _, name := range [...]string{`"data"`, `"payload"`} {
		k := under(t.B[j:end], name, '"')
		if k == 0 {
			continue
		}
		k += j
		stop := closing(t.B, k-1, 0)
		if v := t.B[k:stop]; judge.Token(v) && judge.Random(v) && bytes.IndexByte(v, '\\') < 0 {
			d.credential(t, k, stop, rule.Bearer)
		}
	}
}

// event takes a message that is an array, of which the first string is the name of
// an event (Socket.IO) and those behind are its arguments, or which is WAMP's answer
// to a challenge: [5, signature or ticket, {}].
func (d *Detector) event(t *decode.Text, i, j int, p place) {
	var buf [maxArgs]har.Span
	args := elements(buf[:], t.B, i, j)
	switch {
	case len(args) == 0:
	case args[0].Ok():
		if kind := callOf(t.B[args[0].Start:args[0].End]); kind != otherCall && kind != onBehalf && kind != execute {
			d.positions(t, args[1:], kind, p)
		}
	case len(args) == 2 && args[1].Ok() && t.B[i] == '5':
		s := args[1]
		rest := bytes.TrimLeft(t.B[s.End+1:j], ", \n")
		if v := t.B[s.Start:s.End]; !s.Escaped && (bytes.HasPrefix(rest, []byte("{}")) || bytes.HasPrefix(rest, []byte("{")) && judge.Token(v)) {
			d.credential(t, s.Start, s.End, rule.AuthInfo)
		}
	}
}

// restOfObject gives where the object ends that goes on at j, behind a string's
// characters.
func restOfObject(b []byte, j int) int {
	depth, inString := 0, true
	for ; j < len(b); j++ {
		switch c := b[j]; {
		case c == '\\' && inString:
			j++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth < 0 {
				return j
			}
		}
	}
	return len(b)
}

// arrayUnder gives where the elements begin of the array under a key, 0 where
// there is none.
func arrayUnder(b []byte, name string) int { return under(b, name, '[') }

// under gives what stands behind the first byte of the value under a key, 0 where
// there is none that begins so.
func under(b []byte, name string, first byte) int {
	k := bytes.Index(b, []byte(name))
	if k < 0 {
		return 0
	}
	k = skipSpace(b, k+len(name), len(b))
	if k == len(b) || b[k] != ':' {
		return 0
	}
	if k = skipSpace(b, k+1, len(b)); k == len(b) || b[k] != first {
		return 0
	}
	return k + 1
}

// elements puts the elements into buf of the array that goes on at i, up to end.
func elements(buf []har.Span, b []byte, i, end int) []har.Span {
	args := har.Arguments(b[i:end], buf)
	for k := range args {
		if args[k].Ok() {
			args[k].Start += i
			args[k].End += i
		}
	}
	return args
}

// arguments takes the array whose elements begin at i.
func (d *Detector) arguments(t *decode.Text, i, end int, kind callKind, p place) {
	var buf [maxArgs]har.Span
	args := elements(buf[:], t.B, i, end)
	d.positions(t, args, kind, p)
}

// positions takes those arguments that are secret by their position; one that
// is no string is a span of no bytes.
func (d *Detector) positions(t *decode.Text, args []har.Span, kind callKind, p place) {
	take := func(s har.Span, name string) {
		c := decode.None
		if s.Escaped {
			c = decode.Backslash
		}
		q := p
		q.request = true
		d.sub(t, c, s.Start, s.End, func(v *decode.Text) { d.value(v, d.name(rule.Key, []byte(name)), q) })
	}
	text := func(k int) []byte { return t.B[args[k].Start:args[k].End] }
	switch kind {
	case execute:
		if len(args) > 3 && args[2].Ok() && !args[1].Ok() {
			take(args[2], "password")
		}
	case onBehalf:
		if len(args) > 1 && len(text(0)) == 32 && judge.Random(text(0)) {
			take(args[0], "session_id")
		}
	case change:
		for k := range args {
			if args[k].Ok() && judge.Password(text(k)) {
				take(args[k], "password")
			}
		}
	case signIn, enrol:
		last, count, proof := -1, 0, -1
		for k := range args {
			if !args[k].Ok() || args[k].Start == args[k].End {
				continue
			}
			if count++; count > 1 {
				last = k
				if judge.Password(text(k)) && len(bytes.Trim(text(k), "0123456789.")) > 0 {
					proof = k // and no version of the interface
				}
			}
		}
		switch {
		case proof >= 0:
			take(args[proof], "password")
		case last >= 0 && kind == signIn:
			take(args[last], "password")
		case count == 1:
			for k := range args {
				if v := text(k); len(v) > 0 && judge.Token(v) && judge.Random(v) {
					take(args[k], "token")
				}
			}
		}
	}
}

// xmlCall takes the arguments of the XML-RPC call whose method's name begins at
// i.
func (d *Detector) xmlCall(t *decode.Text, i int, p place) {
	start, stop := elementText(t.B, i)
	kind := callOf(bytes.TrimSpace(t.B[start:stop]))
	if kind == otherCall {
		return
	}
	b := t.B[:min(len(t.B), stop+maxLength)]
	var args [maxArgs]har.Span
	n := 0
	for k := stop; n < len(args); n++ {
		at := bytes.Index(b[k:], []byte("<value>"))
		if at < 0 {
			break
		}
		k += at + len("<value>")
		if rest := bytes.TrimLeft(b[k:], " \r\n\t"); bytes.HasPrefix(rest, []byte("<string>")) {
			k = len(b) - len(rest) + len("<string>")
		} else if len(rest) > 0 && rest[0] == '<' {
			continue
		}
		s, e := elementText(b, k)
		args[n] = har.Span{Start: s, End: e}
		k = e
	}
	p.code = false
	d.positions(t, args[:n], kind, p)
}

// isPosition tells the names that elements have of which the method of a service calls
// its first argument: arg0 (JAX-WS), in0 (Axis).
func isPosition(name []byte) bool {
	switch string(name[:len(name)-1]) {
	case "arg", "in", "param", "parameters", "string", "args":
		return true
	}
	return false
}

// soapCall takes the arguments of a SOAP call of which the first is the element at i:
// <login><arg0>ann</arg0><arg1>…</arg1></login>.
func (d *Detector) soapCall(t *decode.Text, i int, p place) {
	start := max(0, i-maxSigned)
	open := bytes.LastIndexByte(t.B[start:i], '<')
	if open < 0 {
		return
	}
	name := t.B[start+open+1 : i]
	kind := callOf(name[:indexAny(name, "> \n")])
	if kind == otherCall {
		return
	}
	b := t.B[:min(len(t.B), i+maxLength)]
	var args [maxArgs]har.Span
	n := 0
	for k := i; n < len(args) && k+1 < len(b) && b[k] == '<' && b[k+1] != '/'; n++ {
		open := k + indexAny(b[k:], ">")
		if open == len(b) {
			break
		}
		s, e := elementText(b, open+1)
		args[n] = har.Span{Start: s, End: e}
		k = skipSpace(b, min(e+indexAny(b[e:], ">")+1, len(b)), len(b))
	}
	p.code = false
	d.positions(t, args[:n], kind, p)
}

// remote takes the arguments of a call of GWT's: the strings of a table, with the address
// of the module, a hash, the service, the method and the types of the arguments before
// them: 7|0|8|https://…|3A7C…|com.acme.LoginService|login|java.lang.String/2004016611|ann|….
func (d *Detector) remote(t *decode.Text, p place) {
	b := t.B
	var args [maxArgs]har.Span
	n, kind := 0, otherCall
	for k, field := 0, 0; k < len(b) && n < len(args); field++ {
		end := k + indexAny(b[k:], "|")
		switch v := b[k:end]; {
		case field < 3 && !isDigits(v):
			return
		case field == 6:
			if kind = callOf(v); kind == otherCall {
				return
			}
		case field < 6:
		case isDigits(v) && len(v) < 3:
			k = len(b) // the call itself, in numbers of the table
			continue
		case bytes.IndexByte(v, '/') < 0 || bytes.IndexByte(v, '.') < 0:
			args[n] = har.Span{Start: k, End: end}
			n++
		}
		k = end + 1
	}
	d.positions(t, args[:n], kind, p)
}

// remoteAnswer takes the random texts of what a call of GWT's gave back, where one of the
// types beside them is that of a secret, or somebody signed in or had a key made:
// //OK[2,1,["com.google.gwt.user.client.rpc.XsrfToken/4254043109","…"],0,7].
func (d *Detector) remoteAnswer(t *decode.Text) {
	b := t.B
	open := bytes.LastIndexByte(b, '[')
	if open < len("//OK") || len(b)-open > maxLength {
		return
	}
	var buf [maxArgs]har.Span
	args := elements(buf[:], b, open+1, len(b))
	var r *rule.Rule
	if d.asks == asksLogin || d.asks == asksKey {
		r = d.called("session_token")
	}
	for k, s := range args {
		v := b[s.Start:s.End]
		if slash := bytes.LastIndexByte(v, '/'); s.Ok() && slash > 0 && isDigits(v[slash+1:]) {
			args[k] = har.Span{} // a type
			name := v[bytes.LastIndexByte(v[:slash], '.')+1 : slash]
			if q := d.secretName(bytes.TrimSuffix(bytes.TrimSuffix(name, []byte("DTO")), []byte("Dto"))); q != nil {
				r = q
			}
		}
	}
	for _, s := range args {
		if v := b[s.Start:s.End]; r != nil && s.Ok() && !s.Escaped && len(v) >= memberLen && judge.Token(v) && judge.Random(v) && !judge.ResourceID(v) {
			d.found(t, s.Start, s.End, r)
		}
	}
}

// flattened takes a document in which the names that tell are far from what
// they tell.
func (d *Detector) flattened(t *decode.Text, i, j int, p place) {
	b := t.B[i:j]
	har.Flattened(b, func(name, value har.Span) {
		r := d.lookup(rule.Key, b[name.Start:name.End])
		if r == nil || r.Treat != rule.Secret {
			return
		}
		c := decode.None
		if value.Escaped {
			c = decode.Backslash
		}
		d.sub(t, c, i+value.Start, i+value.End, func(v *decode.Text) { d.value(v, r, p) })
	})
}

// maxBound is how many arguments of a script's closure are looked at, and
// maxClosures how many closures of one unit: each may be as long as its page.
const (
	maxBound    = 256
	maxClosures = 4
)

// closure takes the values that a script hands to a function by position, where
// the function's body gives them names (Nuxt 2):
// __NUXT__=(function(a,b){return {token:a}}("…","…")). It begins behind the word.
func (d *Detector) closure(t *decode.Text, i int, p place) {
	b := t.B
	const open = "(function("
	at := bytes.Index(b[i:min(len(b), i+16)], []byte(open))
	if at < 0 {
		return
	}
	if d.closures == maxClosures {
		d.arena.Skipped += int64(len(b) - i)
		return
	}
	d.closures++
	i += at + len(open)
	var names [maxBound][2]int
	n := 0
	for n < len(names) {
		end := i + indexAny(b[i:min(len(b), i+64)], ",)")
		if end >= len(b) || end-i > 8 {
			return
		}
		names[n] = [2]int{i, end}
		n++
		i = end + 1
		if b[end] == ')' {
			break
		}
	}
	body := i
	// The arguments stand behind the last brace, which strings may hold as well.
	script := b[body:min(len(b), body+8*maxValue)]
	call := bytes.LastIndex(script, []byte("}("))
	if outside := bytes.LastIndex(script, []byte("})(")); outside > call {
		call = outside + 1
	}
	if call < 0 {
		return
	}
	call += body
	i = call + len("}(")
	for k := 0; k < n && i < len(b); k++ {
		i = skipSpace(b, i, len(b))
		start, end := i, i
		if i < len(b) && (b[i] == '"' || b[i] == '\'') {
			end = closing(b, i, 0)
			start++
			i = min(end+1, len(b)) // the quote may not be closed
		}
		i += indexAny(b[i:], ",)")
		if start < end {
			if r := d.boundName(b[body:call], b[names[k][0]:names[k][1]]); r != nil {
				c := decode.None
				if bytes.IndexByte(b[start:end], '\\') >= 0 {
					c = decode.Backslash
				}
				q := p
				q.code = false
				d.sub(t, c, start, end, func(v *decode.Text) { d.value(v, r, q) })
			}
		}
		if i >= len(b) || b[i] == ')' {
			return
		}
		i++
	}
}

// boundName gives the rule for a name in a script's body under which a variable
// stands, where it tells a secret.
func (d *Detector) boundName(body, variable []byte) *rule.Rule {
	var buf [16]byte
	member := append(append(buf[:0], ':'), variable...)
	for i := 0; ; {
		k := bytes.Index(body[i:], member)
		if k < 0 {
			return nil
		}
		j := i + k
		i = j + len(member)
		if j == 0 || i < len(body) && class[body[i]] == word {
			continue
		}
		if body[j-1] == '"' || body[j-1] == '\'' {
			j--
		}
		s := j
		for s > 0 && class[body[s-1]] == word && j-s < 40 {
			s--
		}
		if r := d.name(rule.Key, body[s:j]); r != nil && r.Treat == rule.Secret {
			return r
		}
	}
}

// mayCall tells, at little cost, whether the word B[i:j] can be a method that a program
// hands a password to: login, signIn, auth, setPassword, authenticate,
// UsernamePasswordCredentials, PasswordAuthentication.
func mayCall(b []byte, i, j int) bool {
	n := j - i
	if n < 4 {
		return false
	}
	switch before := b[j-2]; b[j-1] {
	case 'd':
		return before == 'r' && n > len("Password")
	case 'n':
		return n >= len("login") && (b[j-3] == 'g' && before != 'e' || before == 'I' || n > minToken && before == 'o')
	case 'h':
		return before == 't' && b[j-3] == 'u'
	case 'e':
		return n >= minToken && (before == 't' || before == 's')
	case 's', 'l':
		return n > minToken
	}
	return false
}

// invoked takes the password among the arguments of the call of a program, of which the
// method is B[i:j]: conn.login("ann", "x"), setPassword("x"). A label has no digit, or
// blanks.
func (d *Detector) invoked(t *decode.Text, i, j int) {
	b := t.B
	if j-i < 4 || j+4 > len(b) || b[j+1] == ')' || b[j+1] != '"' && b[j+1] != '\'' && j-i < minToken {
		return
	}
	if kind := callOf(b[i:j]); kind == signIn || kind == change {
		d.handedOver(t, j, kind)
	}
}

// handedOver takes the password among the strings in brackets that open at j.
func (d *Detector) handedOver(t *decode.Text, j int, kind callKind) {
	b := t.B
	n := 0
	for k := j + 1; k < len(b) && k-j < maxCall && b[k] != ')' && b[k] != '\n' && b[k] != ';' && b[k] != '{'; k++ {
		switch b[k] {
		case ',':
			n++
		case '"', '\'':
			end := closing(b, k, 0)
			if v := b[k+1 : end]; (n > 0 || kind == change) && judge.Password(v) && (judge.Typed(v, true) || judge.Odd(v)) && !d.token(t, k+1, end) {
				d.found(t, k+1, end, d.called("password"))
			}
			k = end
		}
	}
}
