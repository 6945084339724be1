package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// Of many strings in a document it is not their key that tells what they are, but what
// stands beside them in their object, or what that is called.

// near gives what stands up to n bytes before a string and behind it, with it.
func (v *visitor) near(s har.Span, n int) []byte {
	i, j := v.span(s)
	return v.t.B[max(0, i-n):min(len(v.t.B), j+n)]
}

// What stands beside the id of a session that nobody signs in with, beside a signature that
// anyone may check, and beside the secret of a hook.
var (
	watchWords  = [...]string{`"has_replay"`, `"startedAt"`, `"type":"user"`}
	signerWords = [...]string{`"keyid"`, `"log_id"`, `"signature_algorithm"`}
	hookWords   = [...]string{`"target_url"`, `"content_type"`}
)

// isTyped tells whether a string that was sent is a one-time code that somebody has
// typed: six digits under a name that says no more than that they are a code or a
// text, in an object that speaks of a second factor.
func (v *visitor) isTyped(key, s har.Span) bool {
	i, j := v.span(s)
	if j-i != 6 || !key.Ok() || !isDigits(v.t.B[i:j]) {
		return false
	}
	from, to := v.span(key)
	switch string(v.t.B[from:to]) {
	case "code", "text", "value", "answer", "answers", "response":
	default:
		// {"mfa_payload":{"<id of a factor>":["482913"]}}
		if !judge.ResourceID(v.t.B[from:to]) {
			return false
		}
	}
	var buf [2*maxFactor + 6]byte
	near := lower(buf[:0], v.near(s, maxFactor))
	return count(near, factorWords[:]) > 0
}

// isSentCode tells whether a string is a one-time code beside which stands that it is one:
// {"type":"otp.sent","code":"482913"}.
func (v *visitor) isSentCode(key, s har.Span) bool {
	i, j := v.span(s)
	if j-i != 6 || key.End-key.Start != len("code") || string(v.bytes(key)) != "code" || !isDigits(v.t.B[i:j]) {
		return false
	}
	return bytes.Contains(v.near(s, maxLabel), []byte(`"otp`))
}

// isResult tells whether a string is all that a call gives back (JSON-RPC, DDP, SignalR), where it
// is random and no digest: whoever signs in by such a call gets a session.
func (v *visitor) isResult(key, s har.Span) bool {
	i, j := v.span(s)
	b := v.t.B[i:j]
	if len(b) < memberLen || len(b) > 256 || string(v.bytes(key)) != "result" || !judge.Token(b) || !judge.Random(b) || judge.ResourceID(b) || b[0] == '0' && b[1] == 'x' || len(b) != 32 && judge.Hex(b) {
		return false
	}
	near := v.t.B[max(0, i-maxCall):min(len(v.t.B), j+maxLabel)]
	return bytes.Contains(near, []byte(`"jsonrpc"`)) || bytes.Contains(near, []byte(`"msg"`)) || bytes.Contains(near, []byte(`"invocationId"`))
}

// isPasswordDigest tells whether a string is what Meteor sends for a password, which is as
// good as that: {"digest":"…","algorithm":"sha-256"}.
func (v *visitor) isPasswordDigest(key, s har.Span) bool {
	i, j := v.span(s)
	if j-i != 64 || string(v.bytes(key)) != "digest" || !judge.Hex(v.t.B[i:j]) {
		return false
	}
	near := v.near(s, maxLabel)
	return bytes.Contains(near, []byte(`"algorithm"`)) && bytes.Contains(near, []byte(`"sha-256"`))
}

// maxFactor is how far from a code the word may stand that says what it answers for.
const maxFactor = 300

// factorWords are what an object has in it that answers for a second factor, in
// small letters.
var factorWords = [...]string{"otp\"", "mfa", "2fa", "factor", "challenge", "\"ticket\"", "\"secret\"", "sessioninfo", "verification", "authenticator", "loginid", "\"email\"", "\"phone", "\"password"}

// joined gives the rule for a key that says what it is together with that of the object
// around it, {"snmp":{"community":"…"}}, or with what else is in there:
// {"ssid":"home","key":"…"}.
func (v *visitor) joined(key, s har.Span) *rule.Rule {
	if v.isTunnel(key, s) {
		return v.d.called("secret")
	}
	if n := key.End - key.Start; n != len("key") && n != len("data") && n != len("community") && n != len("ciphertext") {
		return nil
	}
	name := v.bytes(key)
	switch string(name) {
	case "key", "Key", "community":
	case "data", "ciphertext":
		if v.isKeptKey(s) {
			return v.d.called("encryption_key")
		}
		return nil
	default:
		return nil
	}
	var buf [2 * maxType]byte
	if r, _ := v.ownerSays(); r != nil {
		return nil // it says more: {"token":{"key":"…"}}
	}
	if owner := v.bytes(v.w.Owner()); len(owner) > 0 && len(owner) < maxType {
		if r := v.d.secretName(append(append(append(buf[:0], owner...), '_'), name...)); r != nil && r.ID != "word.named-key" {
			return r
		}
	}
	i, j := v.span(s)
	near := v.t.B[max(0, i-2*maxLabel):min(len(v.t.B), j+maxLabel)]
	switch {
	case len(name) != len("key"):
	case isSeedShown(v.t.B[i:j], near):
		return v.d.called("otp_secret")
	case count(near, networkWords[:]) > 0:
		return v.d.called("wifi_key")
	case count(near, macWords[:]) > 0:
		return v.d.called("signing_key")
	case bytes.Contains(near, []byte(`"otp"`)) && bytes.Contains(near, []byte(`"key_type"`)):
		return v.d.called("session_token") // for one login by SSH
	}
	return nil
}

// maxVariables is how many variables of GraphQL are looked for in the calls of one unit.
const maxVariables = 64

// argument gives the rule for the argument to which a call of GraphQL passes the variable of
// some name, whatever that says: login(email: $e, password: $p).
func (v *visitor) argument(key har.Span) *rule.Rule {
	name := v.bytes(key)
	if len(name) > maxType || v.d.vain.variables == maxVariables {
		return nil
	}
	v.d.vain.variables++
	b := v.t.B[:min(len(v.t.B), maxValue)]
	for k := 0; ; {
		at := bytes.IndexByte(b[k:], '$')
		if at < 0 {
			return nil
		}
		k += at + 1
		if !bytes.HasPrefix(b[k:], name) || k+len(name) < len(b) && class[b[k+len(name)]] == word {
			continue
		}
		end := len(bytes.TrimRight(b[:k-1], " "))
		if end == 0 || b[end-1] != ':' {
			continue
		}
		end--
		start := end
		for start > 0 && end-start < maxType && class[b[start-1]] == word {
			start--
		}
		if r := v.d.secretName(b[start:end]); r != nil {
			return r
		}
	}
}

// isAppPassword tells whether a string is a password of Google's for one program: four
// groups of four small letters, which are no words.
func (v *visitor) isAppPassword(s har.Span) bool {
	i, j := v.span(s)
	b := v.t.B[i:j]
	if b[4] != ' ' || b[9] != ' ' || b[14] != ' ' {
		return false
	}
	letters := bytes.ReplaceAll(b, []byte(" "), nil)
	return isLower(letters) && len(letters) == 16 && judge.Scrambled(letters, 4)
}

// isWatched tells whether the id of a session is one of what somebody did on a page, as the
// monitors of such write it: it says whether there is a recording, or when it began.
func (v *visitor) isWatched(s har.Span) bool {
	return count(v.near(s, maxLabel), watchWords[:]) > 0
}

// isPublished tells whether a signature stands beside the name of the key that made it, as
// those do of packages and certificates, which anyone may check.
func (v *visitor) isPublished(s har.Span) bool {
	return count(v.near(s, 2*maxLabel), signerWords[:]) > 0
}

// isHook tells whether a secret stands beside the address that events are sent to, which it
// signs.
func (v *visitor) isHook(s har.Span) bool {
	near := v.near(s, 2*maxLabel)
	return count(near, hookWords[:]) > 0 || bytes.Contains(near, []byte(`ebhook`)) && bytes.Contains(near, []byte(`"url"`))
}

// isTunnel tells whether a string is the secret of a tunnel of Cloudflare's:
// {"a":"<account>","t":"<tunnel>","s":"…"}.
func (v *visitor) isTunnel(key, s har.Span) bool {
	i, j := v.span(s)
	return key.End-key.Start == 1 && v.t.B[v.off+key.Start] == 's' && j-i >= 2*memberLen && len(v.t.B) < maxPlain && judge.Random(v.t.B[i:j]) &&
		bytes.Contains(v.t.B, []byte(`"a":`)) && bytes.Contains(v.t.B, []byte(`"t":`))
}

// isKeptKey tells whether a string is a key that a password unlocks, beside which the
// function stands that makes one of the other: whoever has it can try passwords.
func (v *visitor) isKeptKey(s har.Span) bool {
	i, j := v.span(s)
	b := v.t.B[i:j]
	return len(b) >= 2*memberLen && judge.Random(b) && bytes.Contains(v.near(s, maxFactor), []byte(`"kdf`))
}

// networkWords are what stands beside the key of a network, macWords beside one that signs
// tokens (RFC 7518 3.1), and shownWords, in small
// letters, what stands beside a seed that somebody is shown.
var (
	networkWords = [...]string{`"ssid"`, `"PSK"`}
	macWords     = [...]string{`"HS256"`, `"HS384"`, `"HS512"`}
	shownWords   = [...]string{`"img"`, `"qr`, "otp", "2fa", "mfa", "factor"}
)

// isIdempotency tells whether a string is what a client sends so that a request is done
// once, which AWS calls a token and is a UUID.
func (v *visitor) isIdempotency(key, s har.Span) bool {
	i, j := v.span(s)
	return bytes.EqualFold(v.bytes(key), []byte("clientToken")) && judge.ResourceID(v.t.B[i:j])
}

// isSeedShown tells whether a string is the seed of one-time codes, near the picture of
// which it is a text.
func isSeedShown(b, near []byte) bool {
	if len(b) < 16 || len(b) > 64 || len(b)%2 != 0 || !hasDigit(b) || len(bytes.Trim(b, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")) > 0 {
		return false
	}
	var buf [4 * maxLabel]byte
	return count(lower(buf[:0], near), shownWords[:]) > 0
}

// isPlaintext tells whether a string is a random one that somebody had decrypted.
func (v *visitor) isPlaintext(key, s har.Span) bool {
	if owner := v.bytes(v.w.Owner()); s.Escaped || len(owner) > 0 && string(owner) != "data" {
		return false
	}
	i, j := v.span(s)
	if b := v.t.B[i:j]; len(b) > maxPlain || !rule.Among(" plaintext Plaintext cleartext ", v.bytes(key)) {
		return false
	} else if v.d.opens(b) {
		return true
	} else if len(b) < 8 || !packsText(b) {
		return false
	}
	plain, _ := decode.AppendBase64(nil, v.t.B[i:j])
	return judge.Typed(plain, false) || judge.Token(plain) && judge.Random(plain)
}

// isNetworkKey tells whether a value can be the password of a network (IEEE 802.11 J.4.1),
// and is no label: those begin with a capital, or have blanks.
func (v *visitor) isNetworkKey(s har.Span) bool {
	i, j := v.span(s)
	b := v.t.B[i:j]
	return len(b) >= 8 && bytes.IndexByte(b, ' ') < 0 && !(isUpper(b[0]) && len(bytes.Trim(b[1:], "abcdefghijklmnopqrstuvwxyz")) == 0)
}

// isSpareCode tells the key under which the object of a code has it that opens an account
// without its second factor.
func (v *visitor) isSpareCode(key har.Span) bool {
	if key.End-key.Start != len("code") || string(v.bytes(key)) != "code" {
		return false
	}
	r, _ := v.ownerSays()
	return r != nil && r.ID == "otp.backup"
}

// isListedSpare tells whether a string is one of a list of codes that open an account
// without its second factor: {"recovery":["…"]}, {"id":"recovery","codes":["…"]}.
func (v *visitor) isListedSpare(key, s har.Span) bool {
	n := key.End - key.Start
	if !v.w.Tuple() || s.Escaped || n < len("codes") || n > len("emergency") {
		return false
	}
	i, j := v.span(s)
	if b := v.t.B[i:j]; !isSpare(b) || len(b) < 8 || !hasDigit(b) || judge.ResourceID(b) {
		return false
	}
	var buf [maxLabel]byte
	name := lower(buf[:0], v.bytes(key))
	if string(name) == "codes" {
		i, _ = v.span(key)
		near := lower(buf[:0], v.t.B[max(0, i-len(buf)):i])
		return count(near, spareWords[:]) > 0 || bytes.Contains(near, []byte("authenticator"))
	}
	return rule.Among(" recovery backup backups scratch emergency rescue bypass ", name)
}

// isVariable tells whether a string is the value of a variable of a build at GitLab, or of one
// that Netlify calls secret behind its values, and looks like a password or a token.
func (v *visitor) isVariable(s har.Span) bool {
	i, j := v.span(s)
	b := v.t.B[i:j]
	if s.Escaped || len(b) < 8 || len(b) > maxSigned || !judge.Mixed(b) && !judge.Random(b) || judge.URL(b) {
		return false
	}
	behind := v.t.B[j:min(len(v.t.B), j+maxLabel)]
	if k := bytes.Index(behind, []byte(`"is_secret":`)); k >= 0 && bytes.HasPrefix(bytes.TrimLeft(behind[k+len(`"is_secret":`):], " "), []byte("true")) {
		return bytes.Contains(behind[:k], []byte("]"))
	}
	near := v.near(s, 2*maxLabel)
	return bytes.Contains(near, []byte(`"variable_type"`)) || bytes.Contains(near, []byte("Ci::")) && bytes.Contains(near, []byte("Variable/"))
}
