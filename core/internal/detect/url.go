package detect

import (
	"bytes"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// url takes a URL or a reference (RFC 3986): user information, path segments
// with their matrix parameters, query and fragment.
func (d *Detector) url(t *decode.Text, i, j int, p place) {
	b := t.B
	p.address = true
	if k := judge.Authority(b[i:min(j, i+40)]); k > 0 {
		host := i + k
		// JDBC has parameters behind the host itself.
		end := host + indexAny(b[host:j], "/?#;")
		if at := userEnd(b[:j], host); at > end {
			end = at + indexAny(b[at:j], "/?#;")
		}
		if at := bytes.LastIndexByte(b[host:end], '@'); at > 0 {
			d.userInfo(t, host, host+at, b[host+at+1:end])
			host += at + 1
		}
		d.service(t, host, end, j)
		// jdbc:sqlserver://host;user=sa;password=secret
		for k := host + indexAny(b[host:end], ";"); k < end; {
			stop := k + 1 + indexAny(b[k+1:end], ";")
			d.pair(t, k+1, stop, p)
			k = stop
		}
		i = end
	} else if bytes.HasPrefix(b[i:j], []byte("data:")) {
		d.text2(t, i, j, p)
		return
	}
	path := i + indexAny(b[i:j], "?#")
	d.path(t, i, path, p)
	i = path
	if i < j && b[i] == '?' {
		end := i + indexAny(b[i:j], "#")
		d.pairs(t, i+1, end, p)
		i = end
	}
	if i < j {
		d.fragment(t, i+1, j, p)
	}
}

// service looks for the addresses of known services of which the path is the
// secret, by the labels of the host B[i:end], and for a token that is such a label;
// the URL ends at j.
func (d *Detector) service(t *decode.Text, i, end, j int) {
	b := t.B[:j]
	for i < end {
		if rule.MayBegin(b, i) {
			if m, ok := rule.FormatAt(b, i); ok && (m.Start >= end || !m.Weak && m.End <= end) {
				d.found(t, m.Start, m.End, &m.Format.Rule)
				return
			}
		}
		i += indexAny(b[i:end], ".") + 1
	}
}

func (d *Detector) userInfo(t *decode.Text, i, j int, host []byte) {
	if bytes.Contains(host, []byte("sentry")) {
		d.kept(rule.DSN)
		return
	}
	if k := bytes.IndexByte(t.B[i:j], ':'); k >= 0 {
		switch v := t.B[i+k+1 : j]; {
		case len(v) == 0:
		case bytes.Contains(v, []byte("''")) && inString(t.B, i):
			// In a statement a quote stands for one of two.
			d.emit(t, i+k+1, j, rule.UserInfo, d.canonical(bytes.ReplaceAll(v, []byte("''"), []byte("'"))), "")
		default:
			d.found(t, i+k+1, j, rule.UserInfo)
		}
		j = i + k
	}
	if judge.Token(t.B[i:j]) && judge.Random(t.B[i:j]) {
		d.found(t, i, j, rule.UserInfo)
	}
}

// inString tells whether the URL whose host begins at i stands in single quotes.
func inString(b []byte, i int) bool {
	k := i
	for k > 0 && i-k < 24 && (b[k-1] == '/' || b[k-1] == ':' || b[k-1] == '+' || class[b[k-1]] == word) {
		k--
	}
	return k > 0 && b[k-1] == '\''
}

// path takes a path's segments: a name before a value (/reset/<token>), and
// matrix parameters (;jsessionid=<id>).
func (d *Detector) path(t *decode.Text, i, j int, p place) {
	if i >= j {
		return
	}
	b := t.B
	all := i
	p.address = false // what a path holds stays, by whatever it is joined
	var last, held *rule.Rule
	stamped := false // the segment before is the time up to which the address holds, or what signs it
	for i < j {
		end := i + indexAny(b[i:j], "/")
		seg := i + indexAny(b[i:end], ";")
		if k := bytes.LastIndexByte(b[i:seg], '&'); k >= 0 && seg < end && endsReference(b[i+k:seg+1]) {
			seg = end // the end of a character reference begins no parameter
		}
		if k := nextParameter(b[i:seg], '&'); k > 0 {
			seg = i + k // an address in a form that was undone ends with its value
		}
		switch {
		case last != nil && last.Treat == rule.Secret && d.segment(b[i:seg], last):
			d.found(t, i, seg, last)
			last = nil
		case last != nil && last.ID == "segment.page" && isFeed(b[i:seg]):
			d.found(t, i, i+bytes.LastIndexByte(b[i:seg], '.'), last)
		case d.prefixed(t, i, seg):
		case held != nil && (opens(held) || held.Kind == "webhook" && isKey(b[i:seg])) && judge.Random(b[i:seg]) && d.segment(b[i:seg], held):
			// /reset/<whose>/<token>
			d.found(t, i, seg, held)
		case stamped && signs(b[i:seg]):
			d.found(t, i, seg, rule.SignedPath)
		case seg-i >= minOpaque && serves(b[all:max(all, i-1)]) && isKey(b[i:seg]) && !packsText(b[i:seg]):
			d.found(t, i, seg, rule.SignedPath)
		case seg > i && b[i] == '(':
			d.cookieless(t, i, seg)
		}
		stamped = isDigits(b[i:seg]) && judge.Timestamp(b[i:seg]) || stamped && signs(b[i:seg])
		next := d.lookup(rule.Segment, b[i:seg])
		if bytes.HasSuffix(b[all:i], []byte("/usr/")) {
			next = nil // of a file's: /usr/share
		}
		number := next == nil && isDigits(b[i:seg])
		if last != nil || !number {
			held = last // numbers may stand between: /reset/<whose>/<when>/<token>
		}
		if !(number && last != nil && last.ID == "segment.page") { // /accept/31/<token>
			last = next
		}
		for k := seg; k < end; {
			stop := k + 1 + indexAny(b[k+1:end], ";")
			if n := nextParameter(b[k+1:stop], '&'); n > 0 && b[k] == ';' {
				stop = k + 1 + n
			}
			d.spoken = spoken{}
			if b[k] == '&' {
				d.pairs(t, k+1, stop, p)
			} else {
				d.pair(t, k+1, stop, p)
			}
			d.spoken = spoken{}
			k = stop
		}
		i = end + 1
	}
	p.path = true
	d.text2(t, all, j, p)
}

// minOpaque is how long a segment of a path is, at least, that is random and opens the file
// that is served there: no id and no hash is as long.
const minOpaque = 90

// serves tells whether a path ends with a segment behind which a file is served to whoever
// has its address.
func serves(path []byte) bool {
	return rule.Among(" object objects payment receipt receipts invoice invoices download downloads dl file files rec recording recordings export exports archive document documents ", path[bytes.LastIndexByte(path, '/')+1:])
}

// minRelative is how long the segment is that tells what stands behind it in a path that
// may be none: the slashes of base64 stand around a letter or two.
const minRelative = 3

// relative takes the token that begins with B[i:j] behind a slash, where the segment of a
// path before it tells what it is: href="/reset-password/<token>", GET /invite/7/<token>.
func (d *Detector) relative(t *decode.Text, i, j int) int {
	b := t.B
	end := j
	for end < len(b) && end-i < maxSigned && (class[b[end]] == word || strings.IndexByte(".~:%=", b[end]) >= 0) {
		end++
	}
	for b[end-1] == '.' || b[end-1] == ':' {
		end--
	}
	v := b[i:end]
	random := v
	if k := bytes.IndexByte(v, '-'); k > 2 && isLower(v[:k]) {
		random = v[k+1:] // behind a word as titles have them
	}
	if len(random) < minToken || !judge.Random(random) {
		return 0
	}
	number := false // the segment behind is one
	for k, n := i-1, 0; n < 2; n++ {
		s := k
		for s > 0 && k-s < maxLabel && (class[b[s-1]] == word || b[s-1] == '.') {
			s--
		}
		if k == s || s == 0 || b[s-1] != '/' && (b[s-1] != '=' || k-s > maxScheme) {
			return 0 // neither /invite/<token> nor path=invite/<token>
		}
		var r *rule.Rule
		if k-s >= minRelative {
			r = d.lookup(rule.Segment, b[s:k])
		}
		switch {
		case r != nil && r.Treat == rule.Secret && (n == 0 || opens(r) || number && r.ID == "segment.page") && d.segment(v, r):
			d.found(t, i, end, r)
			return end
		case r != nil || n == 0 && k-s > maxScheme && !isDigits(b[s:k]):
			return 0
		}
		number = isDigits(b[s:k])
		k = s - 1 // /reset/<whose>/<token>
	}
	return 0
}

// signs tells whether a segment of a path can be what signs the address, behind the time
// up to which that holds: random, in letters of both cases, and no name of a file.
func signs(v []byte) bool {
	return len(v) >= 20 && judge.Token(v) && judge.Random(v) && !judge.Hex(v) && !judge.ResourceID(v) && !judge.FileName(v) &&
		bytes.ContainsAny(v, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && bytes.ContainsAny(v, "abcdefghijklmnopqrstuvwxyz")
}

// isFeed tells whether a segment is a token with the ending of a feed or calendar.
func isFeed(v []byte) bool {
	for _, ending := range [...]string{".ics", ".ical", ".rss", ".atom"} {
		if v, ok := bytes.CutSuffix(v, []byte(ending)); ok {
			return len(v) >= 20 && judge.Token(v) && judge.Random(v)
		}
	}
	return false
}

// prefixed takes what stands behind a telling word and a hyphen in the segment
// B[i:j]: private-0b7f….
func (d *Detector) prefixed(t *decode.Text, i, j int) bool {
	if j-i < len("key-")+32 {
		return false
	}
	k := bytes.LastIndexByte(t.B[i:j], '-')
	if k < 3 || j-i-k-1 < 32 || !judge.Hex(t.B[i+k+1:j]) || !judge.Random(t.B[i+k+1:j]) {
		return false
	}
	r := d.lookup(rule.Segment, t.B[i:i+k])
	if r == nil || r.Treat != rule.Secret {
		return false
	}
	d.found(t, i+k+1, j, r)
	return true
}

// endsReference tells whether a text, from & to ;, is a character reference.
func endsReference(b []byte) bool {
	if bytes.HasPrefix(b, []byte("&#")) || bytes.HasPrefix(b, []byte("&%23")) {
		return true
	}
	c, ok := decode.Escaped(b)
	return ok && c == decode.Entity
}

// opens tells whether r speaks of links that open what they name.
func opens(r *rule.Rule) bool {
	return r.Treat == rule.Secret && r.Kind == "token" && r.Judge != rule.Strong && r.ID != "segment.token"
}

// cookieless takes the sessions and tickets that ASP.NET writes into a path
// where a browser takes no cookies: (S(id)F(ticket)).
func (d *Detector) cookieless(t *decode.Text, i, j int) {
	for k := i + 1; k+3 < j && t.B[k+1] == '('; {
		end := k + 2 + indexAny(t.B[k+2:j], ")")
		if v := t.B[k+2 : end]; judge.Token(v) && judge.Random(v) {
			d.found(t, k+2, end, d.called("sessionId"))
		}
		k = end + 1
	}
}

// maxSegmentCode is how long a code in a path may be: what is longer is a program that
// somebody shares.
const maxSegmentCode = 128

// segment tells whether a path segment behind a telling one is a token. Behind
// the name of a collection (/tokens/, /sessions/, /webhooks/) an id is just an
// id; behind a verb (/reset/, /invite/) it opens what it names.
func (d *Detector) segment(v []byte, r *rule.Rule) bool {
	v = d.canonical(v)
	v = v[:indexAny(v, ",")] // behind it stands another cell or address
	if !judge.Token(v) || judge.FileName(v) || isTwilio(v) || r.Judge == rule.Strong && (len(v) < 20 || !judge.Random(v)) {
		return false
	}
	switch r.Kind {
	case "code":
		if len(v) > maxSegmentCode {
			return false
		}
	case "session":
		return !judge.ResourceID(v)
	case "webhook":
		if k := bytes.IndexByte(v, '-'); r.ID == "segment.service" && k > 1 && k < 5 && isLower(v[:k]) && len(bytes.Trim(v[k+1:], "abcdefghijklmnopqrstuvwxyz0123456789")) == 0 {
			return false // srv-…
		}
		return len(v) == 36 && r.ID != "segment.service" || !judge.ResourceID(v)
	}
	return len(v) == 36 && r.ID != "segment.token" || !judge.ResourceID(v)
}

func (d *Detector) fragment(t *decode.Text, i, j int, p place) {
	b := t.B[i:j]
	// A client-side route has a path and a query of its own.
	if k := bytes.IndexByte(b, '?'); k >= 0 {
		d.path(t, i, i+k, p)
		d.pairs(t, i+k+1, j, p)
		return
	}
	if bytes.IndexByte(b, '=') > 0 {
		d.pairs(t, i, j, p)
		return
	}
	if isKey(b) && !tookApart(b) {
		// A fragment is not sent: what is random in it is for the page alone.
		d.found(t, i, j, rule.Fragment)
		return
	}
	d.path(t, i, j, p)
}

// tookApart tells whether an earlier run has taken apart what is packed in a text:
// what is left is not random any more.
func tookApart(b []byte) bool {
	var buf [256]byte
	plain, ok := decode.AppendBase64(buf[:0], b[:min(len(b), 256)])
	return ok && judge.HoldsPlaceholder(plain)
}

// isKey tells whether all of a fragment is a key: random, of capitals, small
// letters and digits, which neither anchors nor ids of resources are.
func isKey(b []byte) bool {
	var upper, lower, digits int
	for _, c := range b {
		switch {
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= 'a' && c <= 'z':
			lower++
		case c >= '0' && c <= '9':
			digits++
		case c != '-' && c != '_':
			return false
		}
	}
	return len(b) >= 22 && upper > 2 && lower > 2 && digits > 1 && judge.Random(b) && !isAnchor(b)
}

// isAnchor tells whether a fragment is the name of a place in a document: half of it are
// words, or it begins with one and a hyphen.
func isAnchor(b []byte) bool {
	k := bytes.IndexByte(b, '-')
	return judge.Worded(b) || k > 3 && isLower(b[:k]) && judge.Named(b[:k])
}

// pairs takes name=value joined by &.
func (d *Detector) pairs(t *decode.Text, i, j int, p place) {
	outer := d.spoken
	for d.spoken = (spoken{}); i < j; {
		end := i + indexAny(t.B[i:j], "&")
		d.pair(t, i, end, p)
		i = end + 1
	}
	d.spoken = outer
}

func (d *Detector) pair(t *decode.Text, i, j int, p place) {
	b := t.B
	if bytes.HasPrefix(b[i:j], []byte("amp;")) {
		i += 4 // the rest of &amp; in a URL that was copied out of markup
	}
	if i >= j {
		return
	}
	eq := bytes.IndexByte(b[i:j], '=')
	p.names, p.query, p.request, p.harmless = rule.Param, true, true, false
	if eq < 0 {
		if p.address && isAsked(b, i, j) {
			d.found(t, i, j, rule.Fragment)
			return
		}
		if j-i >= 8 {
			d.sub(t, decode.None, i, j, func(v *decode.Text) { d.text(v, p) })
		}
		if p.address && !isBareName(b[i:j]) {
			d.queryValue(t, i, j, nil, "")
		}
		return
	}
	name := b[i : i+eq]
	if eq >= 20 {
		d.sub(t, decode.None, i, i+eq, func(v *decode.Text) { d.text(v, p) })
	}
	i += eq + 1
	if i >= j {
		return
	}
	if isTokenName(name, b[i:j]) {
		d.found(t, i-1-eq, i-1, d.name(rule.Param, []byte("csrf_token")))
		return
	}
	r := d.parameter(name)
	if n := j - i; r == nil && n >= 13 && n <= 19 && isID(name) && isDigits(b[i:j]) {
		p.harmless = true
	}
	if r == nil && j-i == proofLen && string(name) == "hash" && judge.Hex(b[i:j]) && bytes.Contains(b[max(0, i-maxSigned):i], []byte("auth_date=")) {
		r = d.name(rule.Param, []byte("signature")) // of who opens an app of Telegram
	}
	if r == nil && d.asks == asksLogin && !p.address {
		r = d.typedIn(name, d.canonical(b[i:j]))
	}
	if p.address && (r == nil || r.ID == "harmless.signed-url" || r.ID == "harmless.analytics") {
		if s := d.signed(b, name, i, j); s != nil {
			r = s
		}
	}
	if r != nil && (p.address || t.Codec.Packs()) && !d.signingIn(r, b, i, j) {
		r = nil
	}
	c := decode.None
	if bytes.IndexByte(b[i:j], '%') >= 0 {
		c = decode.Form
		if bytes.IndexByte(b[i:j], '+') >= 0 && decode.IsBase64(d.canonical(b[i:j])) {
			c = decode.Percent // base64 has no blanks
		}
	} else if bytes.IndexByte(b[i:j], '+') >= 0 && (!decode.IsBase64(b[i:j]) || isWords(b[i:j]) || r != nil && r.Kind == "password") {
		c = decode.Form
	}
	d.sub(t, c, i, j, func(v *decode.Text) { d.paramValue(v, name, r, p) })
}

// isWords tells whether what stands between the pluses of a value is words and
// numbers, as in Your+code+is+482913: what is packed mixes case and digits.
func isWords(b []byte) bool {
	for w := range bytes.SplitSeq(b, []byte("+")) {
		if !isDigits(w) && !isLower(w[min(len(w), 1):]) {
			return false
		}
	}
	return true
}

// isLower tells whether a text is small letters alone.
func isLower(b []byte) bool {
	for _, c := range b {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// isTokenName tells whether the name of a field is itself the token of its form, as
// Joomla's are: 32 digits of base 16, with the value 1.
func isTokenName(name, value []byte) bool {
	return len(name) == 32 && string(value) == "1" && judge.Hex(name) && judge.Random(name)
}

// parameter looks the name of a parameter up, also by the last of several names in it.
func (d *Detector) parameter(name []byte) *rule.Rule {
	r := d.lookup(rule.Param, name)
	if r == nil {
		if last := lastName(d.canonical(name)); last != nil {
			r = d.lookup(rule.Param, last)
		}
	}
	return r
}

// lastName gives the last of several names in one, which tells what it is:
// user[password], card.number, ctl00$Main$Code of ASP.NET, form:code of JSF.
func lastName(name []byte) []byte {
	name = bytes.TrimRight(name, "]")
	if v, ok := bytes.CutSuffix(name, []byte("][value")); ok {
		name = v // groups[fedex][fields][key][value]
	}
	if k := bytes.LastIndexAny(name, "[.$:"); k >= 0 {
		return name[k+1:]
	}
	return nil
}

// paramValue takes the value of a parameter of some name, of which r speaks. One
// that is an address stays one, without the values of its own query.
func (d *Detector) paramValue(v *decode.Text, name []byte, r *rule.Rule, p place) {
	before := d.count
	d.value(v, r, p)
	// Where they stay, it is no use to say so of what goes for another reason.
	if p.address && (d.policy.Queries || d.count == before) && (!isWebAddress(v.B) || r != nil && r.Treat != rule.Harmless) {
		d.queryValue(v, 0, len(v.B), name, "")
	}
}

// queryValue takes B[i:j], which stands under a name in a query: a value that goes
// with all those that no table knows for harmless.
func (d *Detector) queryValue(t *decode.Text, i, j int, name []byte, quote string) {
	i, j = trim(t.B, i, j)
	if i == j || d.listed(name, t.B[i:j]) {
		return
	}
	d.report(t, i, j, rule.QueryValue, quote)
}

// listed tells whether a value in a query is known for harmless, by its name or
// because it says so little.
func (d *Detector) listed(name, v []byte) bool {
	r := d.lookup(rule.Query, name)
	if r == nil {
		// page[size] and sort[] say so in their last name.
		if last := lastName(bytes.TrimSuffix(name, []byte("[]"))); last != nil {
			r = d.lookup(rule.Query, last)
		} else if plain, ok := bytes.CutSuffix(name, []byte("[]")); ok {
			r = d.lookup(rule.Query, plain)
		}
	}
	v = d.canonical(v)
	switch {
	case judge.Few(v):
		return true
	case r == nil:
		return false
	case r.Judge == rule.Plain:
		return judge.Plain(v)
	case r.Judge == rule.Count:
		return len(v) <= maxCount && isDigits(v)
	}
	return true
}

// maxCount is how many digits a place in a list has, at most: as many as no
// telephone number and few other names of a person.
const maxCount = 6

// isWebAddress tells whether all of a value is one address, as it is or as inner
// takes it.
func isWebAddress(v []byte) bool {
	low := bytes.ToLower(v[:min(len(v), len("https://"))])
	return (bytes.HasPrefix(low, []byte("http://")) || bytes.HasPrefix(low, []byte("https://"))) && !bytes.ContainsAny(v, " \n\"<>\\")
}

// isBareName tells whether a piece of a query without a value is the name of
// something, as in ?wsdl and ?debug.
func isBareName(b []byte) bool {
	for _, c := range b {
		if (c|0x20 < 'a' || c|0x20 > 'z') && c != '-' && c != '_' {
			return false
		}
	}
	return len(b) <= 24
}

// isForm tells whether a text is a form: name=value joined by &.
func isForm(b []byte) bool {
	eq := bytes.IndexByte(b[:min(len(b), 200)], '=')
	if eq <= 0 {
		return false
	}
	for _, c := range b[:eq] {
		if c <= ' ' || c == '<' || c == '{' || c == '"' || c == '(' || c == ';' || c == ':' || c == '/' {
			return false
		}
	}
	return bytes.IndexByte(b, ' ') < 0 && bytes.IndexByte(b, '\n') < 0 && bytes.IndexByte(b, '"') < 0
}

// text2 reads a stretch of t as text of its own.
func (d *Detector) text2(t *decode.Text, i, j int, p place) {
	d.sub(t, decode.None, i, j, func(v *decode.Text) { d.text(v, p) })
}
