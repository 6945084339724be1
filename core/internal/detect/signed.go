package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// Parameters of addresses whose names say nothing and whose neighbours do: the
// signature of an address that ends at some time (?e=1793145600&s=…), of a picture
// that was cut to size (?w=80&s=…), what a link carries that resets a password or
// confirms an address (/reset?h=…).

// minSigned is the shortest value of such a parameter.
const minSigned = 20

// maxShort is how long a name is, at most, that says nothing.
const maxShort = 4

// signed gives the rule for the value B[i:j] of a parameter of an address that
// stands under name, of which no rule speaks: nil where its neighbours are silent.
func (d *Detector) signed(b, name []byte, i, j int) *rule.Rule {
	if last := lastName(name); last != nil {
		name = last
	}
	if j-i < minSigned || j-i > maxAddress || len(name) > maxShort {
		return nil
	}
	v := d.canonical(b[i:j])
	if judge.Hex(v) && (len(v) < 32 || hexOfText(v)) || !judge.Random(v) || bytes.ContainsAny(v, " .,:;|[]{}()") {
		return nil
	}
	start := addressStart(b, i)
	query := start + bytes.IndexByte(b[start:i], '?')
	if query < start {
		return nil
	}
	end := j
	for end < len(b) && end-j < maxAddress && b[end] != '#' && !endsAddress(b[end]) {
		end++
	}
	if neighbours(b[query+1:end], string(name) == "s" && judge.Hex(v)) {
		return d.name(rule.Param, []byte("signature"))
	}
	var buf [maxAddress]byte
	// A name of three letters says something, if nothing of a secret: ref, rev, sha.
	if (len(name) < 3 || string(name) == "hash") && (judge.Hex(v) || isKey(v)) && count(lower(buf[:0], b[max(0, start-maxLinkName):i]), linkWords[:]) > 0 {
		return d.name(rule.Param, []byte("activation_token"))
	}
	return nil
}

// hexOfText tells whether hex stands for letters and signs of ASCII alone, which no
// digest does: it is read for itself.
func hexOfText(v []byte) bool {
	for i := 0; i < len(v); i += 2 {
		if v[i] < '2' || v[i] > '7' {
			return false
		}
	}
	return true
}

// maxLinkName bounds how far before an address what it is called is looked for: "reset_url":"….
const maxLinkName = 24

// linkWords are what the addresses of links have in them that open something, in
// small letters.
var linkWords = [...]string{"reset", "verif", "confirm", "activat", "invit", "unsub", "magic", "unlock", "recover", "cron"}

// neighbours tells whether a query says when its address ends; of a picture, whose
// signature is named s, also whether it says its size.
func neighbours(query []byte, picture bool) bool {
	for len(query) > 0 {
		end := indexAny(query, "&")
		pair := query[:end]
		query = query[min(end+1, len(query)):]
		pair, _ = bytes.CutPrefix(pair, []byte("amp;"))
		eq := bytes.IndexByte(pair, '=')
		if eq < 1 {
			continue
		}
		switch name, v := string(pair[:eq]), pair[eq+1:]; name {
		case "e", "ex", "exp", "expire", "expires", "Expires", "expiry", "expiration", "expires_at", "oe", "ttl", "until", "valid_until", "deadline":
			if isTime(v) {
				return true
			}
		case "t", "ts", "time", "timestamp", "w", "h", "width", "height":
			if picture && isDigits(v) {
				return true
			}
		}
	}
	return false
}

// isTime tells whether a value is a time of this century: in seconds, also in
// hex, or in thousandths of them.
func isTime(v []byte) bool {
	if len(v) == 8 && (v[0] == '6' || v[0] == '7') && judge.Hex(v) {
		return true
	}
	return isDigits(v) && judge.Timestamp(v)
}

// maxAsked is how long such a token is, at most: what an advertisement asks with is
// longer.
const maxAsked = 64

// isAsked tells whether all of a query, B[i:j], is a token without a name. Behind
// the name of a file of a page it is the file's version.
func isAsked(b []byte, i, j int) bool {
	if i == 0 || b[i-1] != '?' || j-i > maxAsked || !isKey(b[i:j]) {
		return false
	}
	dot := bytes.LastIndexByte(b[max(0, i-8):i-1], '.')
	if dot < 0 {
		return true
	}
	switch string(b[max(0, i-8)+dot+1 : i-1]) {
	case "js", "mjs", "css", "map", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "woff", "woff2", "ttf", "eot", "json":
		return false
	}
	return true
}
