package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// The lines of protocols in which a verb in capitals has the password behind it,
// and of commands in which the first word does. The words that begin here are
// among those that rule.MayBegin lets through.

// verb takes what stands behind the word B[i:j], and returns where to go on.
func (d *Detector) verb(t *decode.Text, i, j int) int {
	b := t.B
	if j+2 >= len(b) {
		return 0
	}
	switch string(b[i:j]) {
	case "LOGIN":
		return d.login(t, i, j)
	case "AUTH", "AUTHENTICATE":
		if b[j] == '\r' || b[j] == '\n' {
			return d.counted2(t, j)
		}
		return d.mechanism(t, i, j)
	case "IDENTIFY", "OPER":
		// Of IRC: IDENTIFY name password.
		if b[j] == ' ' && b[j+1] != '=' {
			return d.lastOf(t, j+1, lineEnd(b, j), true)
		}
	case "ENV":
		return d.setting(t, i, j)
	case "echo":
		return d.echoed(t, i, j)
	case "net":
		return d.netUse(t, i, j)
	case "sqlplus", "jdbc":
		return d.slashed(t, i, j)
	}
	return 0
}

// lineEnd gives where the line ends that goes on at i.
func lineEnd(b []byte, i int) int {
	end := i
	for end < len(b) && end-i < 512 && b[end] != '\n' && b[end] != '\r' {
		end++
	}
	return end
}

// startsLine tells whether nothing but one short word is before i in its line: the
// tag of IMAP, or who speaks in a transcript.
func startsLine(b []byte, i int) (tag, ok bool) {
	k := i
	for k > 0 && i-k < 16 && b[k-1] != '\n' && b[k-1] != '\r' {
		k--
	}
	if i-k == 16 {
		return false, false
	}
	before := bytes.TrimSpace(b[k:i])
	return len(before) > 0 && hasDigit(before), bytes.IndexByte(before, ' ') < 0
}

// unquoted gives the word at i and where to go on: up to a blank, or what stands in
// quotes.
func unquoted(b []byte, i, limit int) (start, end, next int) {
	if i < limit && (b[i] == '"' || b[i] == '\'') {
		end = min(closing(b, i, 0), limit)
		return i + 1, end, min(end+1, limit)
	}
	end = i
	for end < limit && b[end] > ' ' {
		end++
	}
	return i, end, end
}

// typedSecret takes B[i:j] as a password, if it can be one and, unless its place is
// certain, looks like one.
func (d *Detector) typedSecret(t *decode.Text, i, j int, certain bool) int {
	v := t.B[i:j]
	if len(v) < 4 || len(v) > 256 || v[0] == '$' || v[0] == '<' || v[0] == '{' || v[0] == '%' || judge.Template(v) || !certain && !judge.Typed(v, true) && !judge.Random(v) {
		return 0
	}
	d.found(t, i, j, d.called("password"))
	return j
}

// login takes the password of IMAP (RFC 9051 6.2.3) and its kin: LOGIN user
// password.
func (d *Detector) login(t *decode.Text, i, j int) int {
	b := t.B
	tag, ok := startsLine(b, i)
	if !ok || b[j] != ' ' {
		return 0
	}
	end := lineEnd(b, j)
	_, _, k := unquoted(b, j+1, end)
	if k >= end || b[k] != ' ' {
		return 0
	}
	s, e, next := unquoted(b, k+1, end)
	if next < end {
		return 0 // a sentence goes on
	}
	return d.typedSecret(t, s, e, tag || s > k+1)
}

// lastOf takes the last word of B[i:end] as a password.
func (d *Detector) lastOf(t *decode.Text, i, end int, certain bool) int {
	for end > i && t.B[end-1] <= ' ' {
		end--
	}
	s := end
	for s > i && t.B[s-1] > ' ' {
		s--
	}
	return d.typedSecret(t, s, end, certain)
}

// mechanism takes what AUTH and AUTHENTICATE of SMTP, POP3 and IMAP send (RFC 4954
// 4, RFC 9051 6.2.2), in the same line or in those behind; and the password of
// Redis, which names no mechanism.
func (d *Detector) mechanism(t *decode.Text, i, j int) int {
	b := t.B
	if _, ok := startsLine(b, i); !ok || b[j] != ' ' {
		return 0
	}
	end := lineEnd(b, j)
	s, e, next := unquoted(b, j+1, end)
	switch string(b[s:e]) {
	case "PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER", "CRAM-MD5", "NTLM", "GSSAPI", "EXTERNAL", "XOAUTH":
	default:
		// AUTH default password
		if next < end && b[next] == ' ' {
			s, e, next = unquoted(b, next+1, end)
		}
		if next < end {
			return 0
		}
		return d.typedSecret(t, s, e, false)
	}
	if next < end && d.challenged(t, next, end) > 0 {
		return end
	}
	// What answers a challenge stands in a line of its own.
	for n, asked := 0, false; n < 8 && end < len(b); n++ {
		k := end
		for k < len(b) && (b[k] == '\r' || b[k] == '\n') {
			k++
		}
		end = lineEnd(b, k)
		line := bytes.TrimSpace(b[k:end])
		switch {
		case bytes.Contains(line, []byte("334")) || bytes.HasSuffix(line, []byte("+")):
			asked = true
		case asked:
			d.challenged(t, k, end)
			asked = false
		default:
			return 0
		}
	}
	return 0
}

// challenged takes the last word of B[i:end] where it is base64.
func (d *Detector) challenged(t *decode.Text, i, end int) int {
	for end > i && t.B[end-1] <= ' ' {
		end--
	}
	s := end
	for s > i && t.B[s-1] > ' ' {
		s--
	}
	if end-s < 8 || !decode.IsBase64(t.B[s:end]) {
		return 0
	}
	d.found(t, s, end, rule.AuthInfo)
	return end
}

// counted2 takes the password of AUTH as Redis writes it, each word behind its
// length: AUTH, $8, password. It is the last of one word or two.
func (d *Detector) counted2(t *decode.Text, j int) int {
	b := t.B
	last := [2]int{}
	for n, k := 0, j; n < 2; n++ {
		k = skipSpace(b, k, len(b))
		if k >= len(b) || b[k] != '$' {
			break
		}
		size := lineEnd(b, k)
		if !isDigits(b[k+1 : size]) {
			break
		}
		s := skipSpace(b, size, len(b))
		last = [2]int{s, lineEnd(b, s)}
		k = last[1]
	}
	if last[0] == last[1] {
		return 0
	}
	return d.typedSecret(t, last[0], last[1], true)
}

// setting takes the value of a setting that a recipe of an image states without a
// sign: ENV DB_PASSWORD value.
func (d *Detector) setting(t *decode.Text, i, j int) int {
	b := t.B
	if i > 0 && b[i-1] != '\n' || b[j] != ' ' {
		return 0
	}
	end := lineEnd(b, j)
	s, e, next := unquoted(b, j+1, end)
	if next >= end || b[next] != ' ' || bytes.IndexByte(b[s:e], '=') >= 0 {
		return 0
	}
	r := d.name(rule.Key, b[s:e])
	if r == nil || r.Treat != rule.Secret {
		return 0
	}
	s, e, _ = unquoted(b, next+1, end)
	return d.taken(t, s, e, r, true, place{names: rule.Key, request: true})
}

// takesSecret are words one of which stands in a command that reads a secret.
var takesSecret = [...]string{"pass", "login", "auth", "secret", "token", "key"}

// echoed takes what a command is given by another one: echo password | sudo -S,
// echo user:password | chpasswd.
func (d *Detector) echoed(t *decode.Text, i, j int) int {
	b := t.B
	if b[j] != ' ' {
		return 0
	}
	end := lineEnd(b, j)
	s, e, next := unquoted(b, skipSpace(b, j, end), end)
	if s >= e {
		return 0
	}
	rest := bytes.TrimLeft(b[next:end], " ")
	if len(rest) == 0 || rest[0] != '|' {
		return 0
	}
	switch {
	case bytes.Contains(rest, []byte("chpasswd")):
		s += bytes.IndexByte(b[s:e], ':') + 1
	case bytes.Contains(rest, []byte("-stdin")) && count(rest, takesSecret[:]) > 0, bytes.Contains(rest, []byte("sudo -S")), bytes.HasPrefix(bytes.TrimLeft(rest, "| "), []byte("kinit ")):
	default:
		return 0
	}
	return d.typedSecret(t, s, e, true)
}

// netUse takes the password that Windows is told to reach a share, or for a user:
// net use Z: \\host\share password /user:name, net user name password /add.
func (d *Detector) netUse(t *decode.Text, i, j int) int {
	b := t.B
	end := lineEnd(b, j)
	line := b[j:end]
	use := bytes.HasPrefix(line, []byte(" use "))
	if !use && !bytes.HasPrefix(line, []byte(" user ")) {
		return 0
	}
	if !bytes.Contains(line, []byte(" /")) {
		return 0
	}
	words := 0 // behind the share, or the name
	for k := j + len(" use"); k < end; {
		if k = skipSpace(b, k, end); k == end {
			break
		}
		if !use && words == 0 && b[k] == 'r' {
			k++
			continue
		}
		s, e, next := unquoted(b, k, end)
		switch v := b[s:e]; {
		case len(v) == 0 || v[0] == '/':
		case use && words == 0 && (v[0] != '\\' || len(v) == 1):
			// the letter of a drive
		case words == 0:
			words = 1
		case v[0] != '*':
			return d.typedSecret(t, s, e, true)
		}
		k = max(next, k+1)
	}
	return 0
}

// slashed takes the password of Oracle's way to say who connects:
// sqlplus user/password@host, jdbc:oracle:thin:user/password@host.
func (d *Detector) slashed(t *decode.Text, i, j int) int {
	b := t.B
	k, end := j, lineEnd(b, j)
	if b[j] == ' ' {
		for k < end && (b[k] == ' ' || b[k] == '-') {
			if b[k] == '-' {
				_, _, k = unquoted(b, k, end)
				continue
			}
			k++
		}
	} else if rest, ok := bytes.CutPrefix(b[j:], []byte(":oracle:")); ok {
		k = len(b) - len(rest) + indexAny(rest[:min(len(rest), 8)], ":") + 1
	} else {
		return 0
	}
	user := k
	for k < len(b) && k-user < 64 && class[b[k]] == word {
		k++
	}
	if k == user || k+1 >= len(b) || b[k] != '/' || b[k+1] == '/' {
		return 0
	}
	s, e, _ := unquoted(b, k+1, lineEnd(b, k))
	if at := bytes.LastIndexByte(b[s:e], '@'); at > 0 {
		e = s + at
	}
	return d.typedSecret(t, s, e, true)
}
