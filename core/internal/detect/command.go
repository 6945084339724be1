package detect

import (
	"bytes"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// Command lines, statements and the files of clients, in which a password has an
// option of one letter, a word or a column before it.

// commands are those with an option that takes a password.
var commands = [...]struct {
	name, option string
	joined       bool // to the option's letter
}{

	{"mysql", "p", true}, {"mariadb", "p", true}, {"sshpass", "p", true}, {"7z", "p", true},
	{"sshpass", "p", false}, {" login", "p", false}, {"mongo", "p", false}, {"rabbitmqadmin", "p", false},
	{"redis-cli", "a", false}, {"ldap", "w", false}, {"mosquitto", "P", false}, {"sqlcmd", "P", false}, {"bcp", "P", false}, {"ipmitool", "P", false},
	{" enc", "k", false}, {"psexec", "p", false}, {"nuget", "k", false}, {"twine", "p", false}, {"vercel", "t", false}, {"ssh-keygen", "N", false}, {"ssh-keygen", "P", false}, {"rdesktop", "p", false}, {"hdbsql", "p", false}, {"evil-winrm", "p", false}, {"ncftp", "p", false}, {"cqlsh", "p", false},
	{"unrar", "p", true}, {"rar a", "p", true}, {"crackmapexec", "p", false}, {"nxc ", "p", false}, {"netexec", "p", false},
	{"bcp", "P", true}, {"sqlcmd", "P", true},
	{"zip", "P", false}, {"plink", "pw", false}, {"pscp", "pw", false}, {"snmp", "A", false}, {"snmp", "X", false}, {"snmp", "c", false},
}

// maxLine is how far before an option its command is looked for.
const maxLine = 160

// takesPassword tells whether the option at i takes a password by the command
// before it in its line.
func takesPassword(b []byte, i int, option []byte, joined bool) bool {
	line := lineBefore(b, i)
	for _, c := range commands {
		if c.joined == joined && (string(option) == c.option || joined && option[0] == c.option[0]) && bytes.Contains(line, []byte(c.name)) {
			return true
		}
	}
	return false
}

// lineBefore gives what stands before an option at i of its own command.
func lineBefore(b []byte, i int) []byte {
	line := b[max(0, i-maxLine):i]
	return line[bytes.LastIndexAny(line, "\n|;&")+1:]
}

// joinedOption takes the password that is joined to the option at i: mysql
// -pSECRET.
func (d *Detector) joinedOption(t *decode.Text, i int) int {
	b := t.B
	if i+4 >= len(b) || b[i+1]|0x20 != 'p' || i > 0 && b[i-1] > ' ' || !takesPassword(b, i, b[i+1:i+2], true) {
		return 0
	}
	start := i + 2
	end := wordEnd(b, start)
	if b[start] == '\'' || b[start] == '"' {
		end = closing(b, start, 0)
		start++
	}
	if end-start < 3 || b[start] == '$' {
		return 0
	}
	d.found(t, start, end, d.called("password"))
	return end
}

// operand takes the password that is the operand of a command behind n others, of which
// the first begins at k: htpasswd -b file user SECRET.
func (d *Detector) operand(t *decode.Text, k, n int) int {
	b := t.B
	for ; n > 0; n-- {
		end := wordEnd(b, k)
		if end == k || end >= len(b) || b[end] != ' ' {
			return 0
		}
		k = end + 1
	}
	end := wordEnd(b, k)
	if k < len(b) && (b[k] == '\'' || b[k] == '"') {
		end = closing(b, k, 0)
		k++
	}
	if end-k < 3 || b[k] == '$' || b[k] == '<' || b[k] == '-' {
		return 0
	}
	d.found(t, k, end, d.called("password"))
	return end
}

// wordEnd gives the end of what has no blank in it at i.
func wordEnd(b []byte, i int) int {
	end := i
	for end < len(b) && end-i < 256 && b[end] > ' ' && b[end] != '<' {
		end++
	}
	return end
}

// mayState tells, at little cost, whether stated may know a word.
func mayState(w []byte) bool {
	switch len(w) {
	case len("by"):
		return w[0]|0x20 == 'b'
	case len("pass"), len("passe"), len("passwd"), len("password"), len("passphrase"):
		return w[1]|0x20 == 'a' && w[2]|0x20 == 's' || w[1]|0x20 == 'e' && w[2]|0x20 == 'c'
	}
	return false
}

// stated takes the value behind a word that no sign ties to it, or another one
// than a colon: PASSWORD 'x' and IDENTIFIED BY 'x' of SQL, password x of .netrc,
// enable secret x of a router, <b>Password:</b> x, | password | x |; or the
// option that holds it. B[i:j] is the word, of those that rule.MayBegin lets
// through.
func (d *Detector) stated(t *decode.Text, i, j int, p place) int {
	b := t.B
	if b[i] == '-' {
		return d.joinedOption(t, i)
	}
	if j+1 >= len(b) || b[j] == '>' || !mayState(b[i:j]) || i > 0 && bytes.IndexByte([]byte("-./<:"), b[i-1]) >= 0 {
		return 0 // a part of a name, or the name of an element
	}
	var buf [12]byte
	certain := false
	switch string(lower(buf[:0], b[i:j])) {
	case "by":
		if certain = i > 11 && bytes.EqualFold(b[i-11:i], []byte("identified ")) && (b[i-11] == 'I' && b[i-10] == 'D' || count(b[max(0, i-maxStatement):i], accountVerbs[:]) > 0) || bytes.Contains(b[max(0, i-maxStatement):i], []byte("IDENTIFIED WITH ")); !certain {
			return 0 // the record identified by 'x'
		}
	case "secret":
		// kubectl get secret app-7x: the name of one, unless it is a router's.
		if k := j + 1; b[j] == ' ' && b[k] != '\'' && b[k] != '"' && (b[k] < '0' || b[k] > '9' || k+1 == len(b) || b[k+1] != ' ') && !bytes.Contains(b[max(0, i-60):i], []byte("username ")) && !bytes.HasSuffix(b[:i], []byte("enable ")) {
			return 0
		}
	case "password", "passwort", "passwd", "passphrase", "passe":
	case "pass":
		if b[i] != 'P' || i > 0 && b[i-1] != '\n' {
			return 0 // of FTP and its kin; to pass is a word
		}
	default:
		return 0
	}
	return d.statedBehind(t, i, j, certain, p)
}

// statedBehind takes the value that is stated behind the word B[i:j], which means a
// password. certain says that the statement is one that only a password can end.
func (d *Detector) statedBehind(t *decode.Text, i, j int, certain bool, p place) int {
	b := t.B
	k, tied, marked := d.statement(b, behindAccount(b, j))
	if sign := skipSpace(b, j, len(b)); sign < len(b) && (b[sign] == '=' || b[sign] == ':') {
		v := skipSpace(b, sign+1, len(b))
		if v < len(b) && (b[v] == '\'' || b[v] == '"' || b[v] == '`') {
			v++
		}
		if k == v && d.name(rule.Key, b[i:j]) != nil {
			return 0 // nothing but the sign is between: keyed knows where the value ends
		}
	}
	// Routers say how it is written: secret 0 x.
	if k+2 < len(b) && b[k] >= '0' && b[k] <= '9' && b[k+1] == ' ' {
		k += 2
	}
	// password reset abc1: what is told is a reset.
	if word := bytes.TrimSpace(b[j:min(k, len(b))]); !tied && (bytes.HasSuffix(word, []byte("set")) || bytes.HasSuffix(word, []byte("changed"))) {
		return 0
	}
	if k >= len(b) || k == j || p.code && !marked && !certain && !inProse(b, i) {
		return 0
	}
	var end int
	quote := b[k-1]
	quoted := quote == '\'' || quote == '"' || quote == '`'
	if quoted {
		end = closing(b, k-1, 0)
		if end >= len(b) || b[end] != quote || isCalled(b, i, k, end) {
			return 0
		}
	} else {
		if certain {
			return 0
		}
		end = k + untilQuote(b[k:wordEnd(b, k)])
		if i > 0 && b[i-1] == '=' {
			end = k + indexAny(b[k:end], "&") // the sentence is a value of a query
		}
		for end > k && bytes.IndexByte([]byte(`.,;:)]}"'*|`), b[end-1]) >= 0 {
			end--
		}
		if n := skipSpace(b, end, len(b)); n > end && n < len(b) && b[n] == '=' || isPointer(b, j, k, end) {
			return 0 // the name of the next setting, or a type
		}
	}
	near := b[max(0, i-60):i]
	// At the end of a line no sentence goes on, and behind a user's name a
	// password follows; another element may be of something else.
	firm := quoted && !marked || tied && !marked || end >= len(b) || b[end] < ' ' || bytes.Contains(near, []byte("login ")) || bytes.Contains(near, []byte("username "))
	netrc := bytes.Contains(near, []byte("login ")) && bytes.Contains(near, []byte("machine ")) && end-k > 5
	if end-k < 4 || end-k > 128 || !certain && !netrc && (!judge.Password(b[k:end]) || !judge.Typed(b[k:end], firm)) {
		return 0
	}
	d.found(t, k, end, d.called("password"))
	return end
}

// accountVerbs begin statements, in small letters, that make or change an account.
var accountVerbs = [...]string{"create ", "alter ", "grant "}

// behindAccount gives where the account ends whose password is set: SET PASSWORD FOR
// 'ann'@'%' = 'x'. It is j where there is none.
func behindAccount(b []byte, j int) int {
	const of = " for '"
	if len(b)-j < len(of) || !bytes.EqualFold(b[j:j+len(of)], []byte(of)) {
		return j
	}
	k := bytes.IndexByte(b[j:min(len(b), j+maxStatement)], '=')
	if k < 0 || bytes.ContainsAny(bytes.TrimSpace(b[j+len(of):j+k]), " \n") {
		return j
	}
	return j + k
}

// maxStatement bounds how far from the word its value may begin.
const maxStatement = 100

// statement gives where the value begins that is stated behind a word that ends
// at j. Blanks, tags, signs and some words may stand between; tied tells of
// signs, marked of tags.
func (d *Detector) statement(b []byte, j int) (k int, tied, marked bool) {
	for k = j; k < len(b) && k-j < maxStatement; {
		switch c := b[k]; {
		case c == '<' && k+1 < len(b) && (b[k+1] == '/' || b[k+1]|0x20 >= 'a' && b[k+1]|0x20 <= 'z'):
			stop := bytes.IndexByte(b[k:min(len(b), k+200)], '>')
			if stop < 0 {
				return k, tied, marked
			}
			k += stop + 1
			marked, tied = true, true
		case c == '\'' || c == '"' || c == '`':
			return k + 1, tied, marked
		case quoteMark(b[k:]) > 0:
			k += quoteMark(b[k:])
		case c == 0xE2 && k+3 < len(b) && b[k+1] == 0x80 && (b[k+2] == 0x93 || b[k+2] == 0x94) && b[k+3] == ' ':
			k += 3 // a dash, which in Slavic stands for is
			tied = true
		case c == 0xC3 && k+2 < len(b) && (b[k+1] == 0xA8 || b[k+1] == 0xA9) && b[k+2] == ' ':
			k += 2 // è, é
			tied = true
		case c == '?' && (k+1 >= len(b) || b[k+1] != '='):
			return k, false, marked // the end of a question
		case c == '\n' || c == '\r' || isGlue(c):
			tied = tied || c != ' '
			k++
		default:
			end := k
			for end < len(b) && (class[b[end]] == word || b[end] >= 0x80) {
				end++
			}
			if end-k > maxLink || end >= len(b) || b[end] > ' ' && b[end] != ':' || !isLink(b[k:end]) {
				return k, tied, marked
			}
			// The password reset …; the password was reset to ….
			tied = end-k < len("set") && string(b[k:end]) != "be" || b[k] == 'i' || b[k] == 'e' || b[k] == 'l' || string(b[k:end]) == "was"
			k = end
		}
	}
	return k, tied, marked
}

// maxLink is the length of the longest of them, in bytes.
const maxLink = len("temporaire")

// isLink tells the words that tie a value to what it is.
func isLink(w []byte) bool {
	switch string(w) {
	case "is", "was", "set", "reset", "changed", "to", "now", "be", "been", "has", "will", "should", "ist", "lautet", "wurde", "temporaire", "provisoire", "temporanea", "auf", "geändert", "est", "es", "è", "é", "är", "je", "er", "on":
		return true
	}
	return false
}

// serialized takes the value behind a name in PHP's notation, where k is at the
// semicolon behind the name: s:5:"token";s:3:"abc";
func (d *Detector) serialized(t *decode.Text, k int, r *rule.Rule, p place) int {
	b := t.B
	if k+3 >= len(b) || b[k+1] != 's' || b[k+2] != ':' {
		return 0
	}
	n := 0
	for k += 3; k < len(b) && b[k] >= '0' && b[k] <= '9' && n < maxValue; k++ {
		n = n*10 + int(b[k]-'0')
	}
	slashes := 0
	for k++; k < len(b) && b[k] == '\\'; k++ {
		slashes++
	}
	if k >= len(b) || b[k] != '"' {
		return 0
	}
	end := closing(b, k, slashes)
	if slashes == 0 && k+1+n < len(b) && b[k+1+n] == '"' {
		end = k + 1 + n // the value may hold quotes
		if next := nextMember(b[k+1 : end]); next > 0 {
			end = k + 1 + next // it has become shorter since it was counted
		}
	}
	p.request, p.code = true, false // it was stored
	return d.taken(t, k+1, end, r, true, p)
}

// nextMember gives where in a text of PHP's notation a string ends that another
// member stands behind, 0 where none does.
func nextMember(b []byte) int {
	for i := 0; ; i += 2 {
		k := bytes.Index(b[i:], []byte(`";`))
		if k < 0 || i+k+4 > len(b) {
			return 0
		}
		i += k
		if strings.IndexByte("sibdaON", b[i+2]) >= 0 && (b[i+3] == ':' || b[i+3] == ';') {
			return i
		}
	}
}

// maxInsert bounds how far the names of an INSERT's columns, and its values,
// reach.
const maxInsert = 2 << 10

// inserted takes the values of an INSERT of SQL whose word VALUES is B[i:j]: the
// names stand in a list before it.
func (d *Detector) inserted(t *decode.Text, i, j int, p place) {
	b := t.B
	k := i
	for k > 0 && b[k-1] <= ' ' {
		k--
	}
	if k == 0 || b[k-1] != ')' {
		return
	}
	open := bytes.LastIndexByte(b[max(0, k-maxInsert):k], '(')
	if open < 0 {
		return
	}
	var columns [maxColumns]*rule.Rule
	n, tells := 0, false
	for _, name := range bytes.Split(b[max(0, k-maxInsert)+open+1:k-1], []byte(",")) {
		if n == maxColumns {
			return
		}
		if r := d.name(rule.Key, bytes.Trim(name, " \r\n\t\"'`[]\\")); r != nil && r.Treat == rule.Secret {
			columns[n], tells = r, true
		}
		n++
	}
	if !tells {
		return
	}
	p.request, p.code = true, false // somebody stored it
	limit := min(len(b), j+maxInsert)
	column := 0
	for k = j; k < limit; k++ {
		switch b[k] {
		case '(':
			column = 0
		case ',':
			column++
		case ';':
			return
		case '\'', '"':
			end := closing(b, k, 0)
			for end+1 < limit && b[end] == b[k] && b[end+1] == b[k] && end > k+1 {
				end = closing(b, end+1, 0) // a quote in the value is doubled
			}
			if r := columns[min(column, maxColumns-1)]; r != nil && k+1 < end && !d.doubled(t, k+1, end, b[k], r, p) {
				d.sub(t, decode.None, k+1, end, func(v *decode.Text) { d.value(v, r, p) })
			}
			k = end
		}
	}
}

// passFile takes a line of .pgpass, host:port:database:user:password, of which
// the colon at i stands before or behind the port.
func (d *Detector) passFile(t *decode.Text, i int) int {
	b := t.B
	start := i
	for start > 0 && i-start < 256 && b[start-1] > ' ' && b[start-1] != '"' {
		start--
	}
	end := wordEnd(b, start)
	var colons [4]int
	n := 0
	for k := start; k < end; k++ {
		if b[k] != ':' || k > start && b[k-1] == '\\' {
			continue
		}
		if n == len(colons) {
			return 0
		}
		colons[n] = k
		n++
	}
	if n < len(colons) || colons[3]+4 > end {
		return 0
	}
	port := b[colons[0]+1 : colons[1]]
	if string(port) != "*" && (!isDigits(port) || len(port) < 4 || len(port) > 5) || colons[0] == start || colons[2] == colons[1]+1 || colons[3] == colons[2]+1 {
		return 0
	}
	// Ids of requests are joined by colons, too.
	if host := b[start:colons[0]]; string(host) != "*" && string(host) != "localhost" && bytes.IndexByte(host, '.') < 0 {
		return 0
	}
	for _, c := range b[start:colons[3]] {
		if class[c] != word && c != ':' && c != '*' && c != '.' && c != '@' {
			return 0
		}
	}
	if v := b[colons[3]+1 : end]; !judge.Password(v) && string(port) != "*" {
		return 0
	}
	d.found(t, colons[3]+1, end, d.called("password"))
	return end
}

// tail takes the signature of a JSON Web Token whose header was cut or damaged:
// the claims at i have a part before them.
func (d *Detector) tail(t *decode.Text, i, j int) int {
	b := t.B
	if i < 9 || b[i-1] != '.' || !bytes.HasPrefix(b[i:], []byte("eyJ")) {
		return 0
	}
	for k := i - 2; k > i-9; k-- {
		if class[b[k]] != word {
			return 0
		}
	}
	end := j + 1
	for end < len(b) && class[b[end]] == word && b[end] != '$' {
		end++
	}
	if end-j-1 < 20 || !judge.Random(b[j+1:end]) {
		return 0
	}
	d.found(t, j+1, end, rule.JWT)
	d.claims(t, i, j)
	return end
}

// option takes the value of a command's option B[i:j]: --password secret,
// -u user:secret, --cookie 'a=b'.
func (d *Detector) option(t *decode.Text, i, j int, p place) int {
	b := t.B
	name := bytes.TrimLeft(b[i:j], "-")
	if j-i-len(name) > 2 || len(name) == 0 || i > 0 && b[i-1] > ' ' {
		return 0
	}
	k := j + 1
	if k >= len(b) {
		return 0
	}
	end := k
	if b[k] == '\'' || b[k] == '"' {
		end = closing(b, k, 0)
		k++
	} else {
		for end < len(b) && b[end] > ' ' && b[end] != '\\' && b[end] != '<' {
			end++
		}
	}
	if k >= end {
		return 0
	}
	switch string(name) {
	case "u", "user", "proxy-user", "U":
		colon := bytes.IndexByte(b[k:end], ':')
		if colon < 0 && bytes.Contains(lineBefore(b, i), []byte("lftp")) {
			colon = bytes.IndexByte(b[k:end], ',')
		}
		if colon < 0 && string(name) == "U" {
			colon = bytes.IndexByte(b[k:end], '%') // of smbclient
		}
		if colon < 1 || colon+1 >= end-k || bytes.IndexByte([]byte("/$<{%:"), b[k+colon+1]) >= 0 || bytes.IndexByte(b[k:end], ' ') >= 0 {
			return 0
		}
		d.found(t, k+colon+1, end, rule.UserInfo)
		return end
	case "b", "bc", "cb", "bB", "nb", "nbB", "bm":
		if line := lineBefore(b, i); bytes.HasSuffix(bytes.TrimRight(line, " "), []byte("htpasswd")) {
			n := 2 // the file and the user
			if name[0] == 'n' {
				n = 1
			}
			return d.operand(t, k, n)
		}
		fallthrough
	case "cookie":
		if bytes.IndexByte(b[k:end], '=') < 1 || len(name) < 3 && !bytes.Contains(lineBefore(b, i), []byte("curl")) {
			return 0
		}
		d.cookies(t, k, end, p)
		return end
	}
	if len(name) == len("String") && bytes.EqualFold(name, []byte("String")) && makesSecure(bytes.TrimRight(b[:i], " ")) {
		return d.taken(t, k, end, d.called("password"), true, place{request: true})
	}
	if j-i == 1+len(name) && len(name) < 3 && b[k] != '-' && b[k] != '$' && end-k > 2 && takesPassword(b, i, name, false) {
		d.found(t, k, end, d.called("password"))
		return end
	}
	if len(name) < 3 {
		return 0
	}
	r := d.name(rule.Key, name)
	if r == nil || r.Treat != rule.Secret || b[k] == '-' || b[k] == '$' && bytes.EqualFold(b[k+1:end], name) {
		return 0
	}
	p.code = false
	return d.taken(t, k, end, r, true, p)
}

// makesSecure tells whether a text ends with the command of PowerShell that takes a
// password in plain text.
func makesSecure(b []byte) bool {
	const command = "ConvertTo-SecureString"
	return len(b) >= len(command) && bytes.EqualFold(b[len(b)-len(command):], []byte(command))
}
