package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// typed looks at the digits B[i:j] behind a blank: a code that a sentence says
// is one. Your login code: 482913; 482913 is your code.
func (d *Detector) typed(t *decode.Text, i, j int) {
	b := t.B
	if !isDigits(b[i:j]) {
		return
	}
	if isDialled(b, i, j) {
		d.found(t, i, j, d.called("passcode"))
		return
	}
	if i > 0 && b[i-1] == '#' {
		before := b[max(0, i-80) : i-1]
		host, ok := bytes.CutSuffix(before[bytes.LastIndexAny(before, "@\n")+1:], []byte(" "))
		if ok && bytes.IndexByte(host, '.') > 0 && !bytes.ContainsAny(host, " )#") && isHost(host) && len(host) < len(before)-1 && before[len(before)-len(host)-2] == '@' && (j == len(b) || b[j] <= ' ') {
			d.found(t, i, j, d.called("otp"))
		}
		return
	}
	k := i - 1
	for k > 0 && (b[k-1] == ' ' || b[k-1] == ':') {
		k--
	}
	s := k
	for s > 0 && class[b[s-1]] == word && k-s < 24 {
		s--
	}
	if r := d.speaks(b, s, k); r != nil && r.Judge == rule.Code {
		d.found(t, i, j, r)
		return
	}
	if d.codes(b, i, j) {
		d.found(t, i, j, d.called("otp"))
	}
}

// saysCode tells what stands before a code that a sentence says: a blank, the end
// of a tag, a letter of a script that has no blanks; a sign where the code is for
// one host (@app.example #482913).
var saysCode = func() (t [256]bool) {
	for _, c := range " >[(#\n" {
		t[c] = true
	}
	for c := range 0x100 {
		t[c] = t[c] || c >= 0x80 || c < ' ' && c != '\t' // the length of a text in a binary format
	}
	return t
}()

// spareWords are what codes are called that open an account without its second factor.
var spareWords = [...]string{"recover", "backup", "back-up", "scratch", "emergency", "rescue", "bypass"}

const (
	// maxSpares bounds how far behind their name such codes are looked for, minSpare and
	// maxSpare how long one is.
	maxSpares          = 4 << 10
	minSpare, maxSpare = 6, 29
)

// spareList is codes that were taken from a list: where the first one stands, how many they
// are, and up to where the text was read for them.
type spareList struct {
	first  har.Span
	n, end int
}

// spares takes the codes that a page, or a text, shows in a list behind i, where it calls
// them codes to recover an account by: two or more that are written alike, each in a line
// or an element of its own. What was read for a name before is not read again.
func (d *Detector) spares(t *decode.Text, i int) {
	b := t.B[:min(len(t.B), i+min(maxSpares, d.reach()))]
	var list spareList
	if i < d.codeList.end {
		list = d.codeList
	}
	k := max(i, list.end)
	d.vain.bytes += max(0, len(b)-k)
	for list.end = max(k, len(b)); k < len(b); {
		ends := "<\r\n"
		if b[k] == '<' {
			ends = ">"
		}
		stop := k + indexAny(b[k:], ends)
		if stop == len(b) && len(b) < len(t.B) {
			list.end = k // it was cut
			break
		}
		if b[k] == '<' {
			k = stop + 1
			continue
		}
		s, e := trim(b, k, stop)
		k = stop
		if k < len(b) && b[k] != '<' {
			k++
		}
		v, first := b[s:e], list.first
		switch {
		case !isSpare(v):
		case list.n == 0 && hasDigit(v):
			list.first, list.n = har.Span{Start: s, End: e}, 1
		case list.n > 0 && alike(v, b[first.Start:first.End]):
			if list.n++; list.n == 2 {
				d.found(t, first.Start, first.End, d.called("backup_code"))
			}
			d.found(t, s, e, d.called("backup_code"))
		case list.n > 1 && hasDigit(v):
			list.end, k = s, len(b) // the end of the list
		case hasDigit(v):
			list.first = har.Span{Start: s, End: e}
		}
	}
	d.codeList = list
}

// spareCodes takes such codes from the list that is the attribute B[i:j] of an element that
// names them: data-codes="[&quot;…&quot;,…]".
func (d *Detector) spareCodes(t *decode.Text, i, j int) {
	if i >= j || t.B[i] != '[' {
		return
	}
	d.sub(t, decode.Entity, i, j, func(c *decode.Text) {
		for k := 0; k < len(c.B); {
			end := k + indexAny(c.B[k:], "[]\", ")
			if v := c.B[k:end]; isSpare(v) && hasDigit(v) {
				d.found(c, k, end, d.called("backup_code"))
			}
			k = end + 1
		}
	})
}

// saysSpares tells whether a text ends with what such codes are called.
func saysSpares(b []byte) bool {
	if len(b) < 4 || string(b[len(b)-4:]) != "odes" {
		return false
	}
	var buf [16]byte
	return count(lower(buf[:0], b[max(0, len(b)-len(buf)):]), spareWords[:]) > 0
}

// isSpare tells whether a text is letters and digits, in groups or not, as such codes are.
func isSpare(v []byte) bool {
	if len(v) < minSpare || len(v) > maxSpare || judge.HoldsPlaceholder(v) {
		return false
	}
	group := 0
	for _, c := range v {
		switch {
		case c == '-' || c == ' ':
			if group < 3 {
				return false
			}
			group = 0
		case class[c] == word && c != '_' && c != '$':
			group++
		default:
			return false
		}
	}
	return group > 2
}

// alike tells whether two codes have the same length, and their groups, too.
func alike(v, w []byte) bool {
	if len(v) != len(w) {
		return false
	}
	for i := range v {
		if (v[i] == '-' || v[i] == ' ') && v[i] != w[i] {
			return false
		}
	}
	return true
}

// mayBeTyped tells whether the digits B[i:j] can be a code that a sentence says, which
// can also begin with it in quotes or behind the name of a setting.
func mayBeTyped(b []byte, i, j int) bool {
	return i == 0 || saysCode[b[i-1]] || isDialled(b, i, j) || j < len(b) && b[j] == ' ' && (b[i-1] == '"' || b[i-1] == '\'' || b[i-1] == '=')
}

// isDialled tells whether the digits B[i:j] are the passcode of a meeting behind its number,
// as a telephone dials them: +1 646 …,,93412345678#,,,,*098290#.
func isDialled(b []byte, i, j int) bool {
	return i > 2 && b[i-1] == '*' && b[i-2] == ',' && b[i-3] == ',' && j < len(b) && b[j] == '#'
}

// maxConnectives is how far from a code the word may stand that says that it is
// one.
const maxConnectives = 7

// maxAside is how far behind a code what it is may stand in brackets, in bytes.
const maxAside = 32

// maxSentence is how much of a sentence is read before and behind a code.
const maxSentence = 90

// codes tells whether the text around the digits B[i:j] says that they are a code
// that somebody is to type. Codes of places, errors and goods prove nothing.
func (d *Detector) codes(b []byte, i, j int) bool {
	near := b[max(0, i-maxSentence):min(len(b), j+maxSentence)]
	abroad := !isASCII(near)
	if count(near, codeHints[:]) == 0 && (!abroad || count(near, codeHintsAbroad[:]) == 0) {
		return false
	}
	var buf [2 * maxSentence]byte
	before := sentence(buf[:0:maxSentence], b[max(0, i-maxSentence):i], true)
	behind := sentence(buf[maxSentence:maxSentence], b[j:min(len(b), j+maxSentence)], false)
	if abroad && isLabelled(before, behind) {
		return true
	}
	var words [16][]byte
	n := fields(words[:], before, true)
	// 482913 Acme doğrulama kodunuzdur: a sentence begins with the code.
	var behinds [8][]byte
	m := fields(behinds[:], behind, false)
	if n == 0 && j-i > 4 && abroad {
		for k := range min(m, 5) {
			if isCodeWord(behinds[k]) && meansLogin(behinds[:k+1]) {
				return true
			}
		}
	}
	// 482913 is your code; 482913 is your Acme verification code.
	if m > 2 {
		switch string(behinds[0]) {
		case "is", "ist", "est", "es", "è", "é", "as", "—":
			for k := 2; k < m; k++ {
				if otherCode(behinds[k]) || otherCode(behinds[k-1]) {
					return false
				}
				if isCodeWord(behinds[k]) && meansLogin(behinds[1:k+1]) {
					return true
				}
			}
		case "to":
			// Enter 482913 to confirm your address.
			if n > 0 && (string(words[0]) == "enter" || string(words[0]) == "use" || string(words[0]) == "type") && meansLogin(behinds[1:2]) {
				return true
			}
		}
	}
	for _, w := range words[:n] {
		if bytes.HasPrefix(w, []byte("fail")) || bytes.HasPrefix(w, []byte("error")) || bytes.HasPrefix(w, []byte("fehler")) || string(w) == "exit" {
			return false
		}
	}
	// Your code is 482913; use code 482913 to sign in. The words are in reverse.
	for k := 0; k < n && k < maxConnectives; k++ {
		switch {
		case otherCode(words[k]) || k+1 < n && otherCode(words[k+1]):
			return false
		case isCodeWord(words[k]):
			return meansLogin(words[:n]) || meansLogin(behinds[:min(3, len(behinds))]) && len(behinds[0]) > 0
		case !isConnective(words[k]):
			return false
		}
	}
	return false
}

// codeHints and codeHintsAbroad are letters of the words one of which stands near a code.
var (
	codeHints       = [...]string{"ode", "digo", "dice", "PIN", "OTP", "nter ", "kod", "Kod", "TAN", "se ", "kood", "codul", "lave", "asswort"}
	codeHintsAbroad = [...]string{"验证码", "認証", "確認", "인증", "код", "Код", "رمز", "mã", "Mã", "kód", "Kód", "ароль", "κωδ", "קוד", "कोड", "ओटीपी", "کد", "المرور", "動態", "动态", "校验", "パスワード", "驗證", "รหัส", "şifre"}
	codeLabels      = [...]string{"验证码", "驗證碼", "認証コード", "認証コードは", "確認コード", "確認コードは", "인증번호", "인증번호는", "인증 코드", "认证码", "校验码", "动态密码", "動態密碼", "动态码", "인증코드", "รหัสยืนยัน", "ワンタイムパスワード"}
)

// isASCII tells whether a text has letters of ASCII alone.
func isASCII(b []byte) bool { return plainEnd(b) == len(b) }

// isLabelled tells whether the word for a code stands right before one, or in brackets
// behind it, in a script that sets no blanks between words.
func isLabelled(before, behind []byte) bool {
	for _, label := range codeLabels {
		k := bytes.LastIndex(before, []byte(label))
		if k >= 0 && len(bytes.Trim(before[k+len(label):], " :[(【（：是为為는은は")) == 0 {
			return true
		}
		// 482913（登录验证码）
		if k = bytes.Index(behind[:min(len(behind), maxAside)], []byte(label)); k >= 0 && bytes.HasPrefix(behind, []byte("（")) {
			return true
		}
	}
	return false
}

// sentence appends to dst, in small letters, the part of b that is of one sentence
// with its end, or its begin, without tags.
func sentence(dst, b []byte, last bool) []byte {
	if last {
		if k := bytes.LastIndexAny(b, "!?"); k >= 0 {
			b = b[k+1:]
		}
		if k := bytes.LastIndex(b, []byte(". ")); k >= 0 {
			b = b[k+1:]
		}
		for k := len(b) - 1; k >= 0 && b[k] != '>'; k-- {
			if c := b[k]; k+1 < len(b) && (c == '=' || (c == '"' || c == '\'') && (k == 0 || class[b[k-1]] != word)) && class[b[k+1]] == word {
				b = b[k+1:] // MESSAGE="Use
				break
			}
		}
		// Of a tag that was cut the end is left.
		if k := bytes.IndexByte(b, '>'); k >= 0 && bytes.IndexByte(b[:k], '<') < 0 {
			b = b[k+1:]
		}
	} else {
		b = b[:indexAny(b, ".!?\n")]
		for k := range b {
			if (b[k] == '"' || b[k] == '\'') && (k+1 == len(b) || b[k+1] != ' ' && class[b[k+1]] != word) {
				b = b[:k] // 'Use 482913'
				break
			}
		}
	}
	inTag, mark := false, 0
	for i, c := range b {
		if c >= 0xC2 && mark <= i && quoteMark(b[i:]) > 0 {
			mark = i + quoteMark(b[i:])
		}
		switch {
		case i < mark:
			c = ' '
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
			c = ' '
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c < ' ' && (c != '\n' || !last):
			c = ' '
		}
		if !inTag && len(dst) < cap(dst) {
			dst = append(dst, c)
		}
	}
	// Of several lines it is the last that has words.
	if k := bytes.LastIndexByte(dst, '\n'); k >= 0 {
		if len(bytes.Trim(dst[k:], " \n:[")) > 0 {
			dst = dst[k+1:]
		}
		for i, c := range dst {
			if c == '\n' {
				dst[i] = ' '
			}
		}
	}
	return dst
}

// fields cuts b into words, without the signs around them; from the end, where
// reverse is set.
func fields(dst [][]byte, b []byte, reverse bool) int {
	const signs = " ,;:()\"'#-"
	n := 0
	for n < len(dst) {
		b = bytes.Trim(b, signs)
		if len(b) == 0 {
			break
		}
		k := bytes.IndexByte(b, ' ')
		if reverse {
			k = bytes.LastIndexByte(b, ' ')
			dst[n] = bytes.Trim(b[k+1:], signs)
			b = b[:max(k, 0)]
		} else {
			if k < 0 {
				k = len(b)
			}
			dst[n] = bytes.Trim(b[:k], signs)
			b = b[k:]
		}
		n++
	}
	return n
}

// codeWords are those for a code that somebody types.
const codeWords = " código codigo codice код Код kod Kod kodu kodunuz kodunuzdur codul رمز mã pin otp tan mtan passcode password " +
	"şifreniz kód kódja kódod kodi κωδικός קוד कोड ओटीपी کد المرور clave пароль Пароль hasło "

// isCodeWord tells the words for a code that is typed.
func isCodeWord(w []byte) bool {
	if rule.Among(codeWords, w) {
		return true
	}
	for _, end := range [...]string{"code", "kod", "kode", "koden", "koodi", "koodisi", "passwort", "wachtwoord", "-tan"} {
		if bytes.HasSuffix(w, []byte(end)) {
			return true // verifieringskod
		}
	}
	return false
}

// connectives are words between a code and what says that it is one, as far as they are
// of ASCII.
const connectives = " is ist lautet est es for to login sign in de di verificacion verification verifica acceso confirmation below " +
	"sicherheit acesso log sent been has weryfikacyjny minh er le la sesion inicio seguridad sicurezza connexion " +
	"onay den accesso je jest este on din anda adalah verifikasi verificare autoryzacyjny za potvrdu verifikacioni " +
	"un solo uso otp usage unique do logowania pro per "

// isConnective tells the words that stand between a code and what says that it
// is one.
func isConnective(w []byte) bool {
	if rule.Among(connectives, w) {
		return true
	}
	// Between others stand the words of one language alone.
	return !isASCII(w)
}

// loginWords say whose a code is, or what it is for.
const loginWords = " your ihr ihre dein deine votre ton su tu uw je seu sua tuo suo sign login log otp pin tan mtan passcode " +
	"security one-time access acceso acesso 2fa mfa complete finish reset activate sign-in signin log-in ваш Ваш " +
	"подтверждения twój weryfikacyjny doğrulama din التحقق xác az anda tău váš vaš onay आपका ओटीपी שלך لمرة uso " +
	"geben saisissez voici introduce introduzca digite inserisci voer wpisz введите Введите zadejte enter giriş " +
	"kullanımlık logowania כניסה אימות الدخول सत्यापन никому Никому входа شما accesso "

// meansLogin tells whether one of some words says that a code is somebody's, or
// what it is for.
func meansLogin(words [][]byte) bool {
	for _, w := range words {
		if rule.Among(loginWords, w) {
			return true
		}
		for _, stem := range [...]string{"verif", "vérif", "confirm", "bestätig", "sicherheit", "auth", "anmeld", "anzumeld", "weryfik", "подтвержд", "підтв", "потвър", "επαλήθ", "autory", "ověř", "overov", "potvr", "megerős", "vahvist", "engang", "engång", "bekræft", "bekräft", "einmal", "автор", "вход", "přihl"} {
			if bytes.HasPrefix(w, []byte(stem)) {
				return true
			}
		}
	}
	return false
}

// otherCodes begin the words for codes that open nothing.
var otherCodes = [...]string{
	"post", "zip", "error", "fehler", "erreur", "status", "exit", "return", "response", "country", "area", "dial", "sort", "branch", "store", "airport", "language",
	"promo", "product", "produkt", "produit", "currency", "discount", "rabatt", "coupon", "voucher", "gutschein", "referral", "referrer", "empfehl", "parrain", "order", "bestell", "track", "sku", "item", "article", "artikel", "part",
	"почт", "пошт", "ошиб", "помил", "товар", "заказ", "poczt", "chyb", "błęd", "hata", "ürün", "strek", "feil", "fejl", "land", "מיקוד",
	"customer", "kunden", "client", "invoice", "tax", "vat", "steuer", "source", "color", "colour", "course", "qr", "bar", "strich", "geo", "short", "sent", "build", "review", "line",
}

// otherCode tells whether a word is one of those.
func otherCode(w []byte) bool {
	for i := range otherCodes {
		if bytes.HasPrefix(w, []byte(otherCodes[i])) {
			return true
		}
	}
	return false
}

// isGlue tells what may stand between a word that says what a value is and the
// value: what ends a sentence or a member of a list does not.
func isGlue(c byte) bool {
	switch c {
	case ' ', ':', '\'', '"', '`', '=', '>', '<', '*', '|', '[', '(', '-', '~', '?', '\t', '\n', '\r':
		return true
	}
	return false
}
