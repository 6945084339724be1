package detect

import (
	"bytes"
	"strings"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// What people and programs write for people to read: sentences that tell a
// secret, header lines in logs, command lines, labels with a value beside them.

// copula tells whether "is" or "was" stands behind the blank at j.
func copula(b []byte, j int) bool {
	if j+4 >= len(b) {
		return false
	}
	switch b[j+1] {
	case 'i':
		return b[j+2] == 's' && (b[j+3] == ' ' || b[j+3] == ':')
	case 'w':
		return b[j+2] == 'a' && b[j+3] == 's' && (b[j+4] == ' ' || b[j+4] == ':')
	}
	return false
}

// phrase gives the rule for a name of several words that ends with B[i:j]:
// API key, verification code.
func (d *Detector) phrase(b []byte, i, j int) *rule.Rule {
	var buf [64]byte
	if i < 2 || b[i-1] != ' ' || !needsMore(b[i:j]) {
		return nil
	}
	s := i - 1
	if of := i - len(" de "); of > 0 && (string(b[of:i]) == " de " || string(b[of:i]) == " di ") {
		s = of // chave de API
	}
	for n := 0; n < 2; n++ {
		from := s
		for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80) && i-s < 24 {
			s--
		}
		if s == from || s > 0 && b[s-1] == '<' {
			return nil // nor is an attribute one with its element: <LauncherItem key="x">
		}
		name := append(buf[:0], b[s:j]...)
		for k, c := range name {
			if c == ' ' {
				name[k] = '_'
			}
		}
		if r := d.name(rule.Key, name); r != nil && r.Treat == rule.Secret {
			return r
		}
		if s == 0 || b[s-1] != ' ' {
			return nil
		}
		s-- // one time code
	}
	return nil
}

// needsMore tells the words that name a secret only behind another word.
func needsMore(w []byte) bool {
	if len(w) > 6 {
		return false
	}
	switch string(w) {
	case "key", "Key", "KEY", "keys", "Keys", "code", "Code", "CODE", "codes", "Codes", "id", "Id", "ID", "pin", "PIN", "number", "Number", "link", "seed", "cookie", "hash", "phrase", "API", "Api", "pass", "Pass", "answer":
		return true
	}
	return false
}

// speaks gives the rule for the word B[i:j] of a sentence, alone or with the
// word before it.
func (d *Detector) speaks(b []byte, i, j int) *rule.Rule {
	if j-i < 2 || j-i > 32 {
		return nil
	}
	r := d.phrase(b, i, j)
	if r == nil {
		if r = d.name(rule.Key, b[i:j]); r != nil && (r.Treat != rule.Secret || r.Judge == rule.Strong && r.ID != "word.possible") {
			return nil
		}
	}
	return r
}

// told takes the value in "the password is …", where the name is B[i:j].
func (d *Detector) told(t *decode.Text, i, j int) int {
	b := t.B
	r := d.speaks(b, i, j)
	if r == nil {
		if b[i] == 'G' && j-i == len("G-482913") && b[i+1] == '-' {
			d.typed(t, i+2, j) // G-482913 is your Google verification code
		}
		return 0
	}
	k := j + 3
	if b[j+1] == 'w' {
		k++
	}
	k = skipMarkup(b, k)
	end := saidEnd(b, k)
	if end == k {
		return 0
	}
	v := b[k:end]
	ok := false
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed:
		ok = len(v) >= 4 && judge.Password(v) && bytes.ContainsAny(v, "0123456789")
	case rule.Code:
		ok = len(v) >= 4 && judge.Code(v) && bytes.ContainsAny(v, "0123456789")
	case rule.Digits:
		ok = judge.CardCode(v)
	default:
		ok = judge.Token(v) && judge.Random(v)
	}
	if !ok || d.token(t, k, end) {
		return 0
	}
	d.found(t, k, end, r)
	return end
}

// skipMarkup passes blanks, a colon, a quote and start tags.
func skipMarkup(b []byte, k int) int {
	for n := 0; k < len(b) && n < 40; n++ {
		switch {
		case b[k] <= ' ' || b[k] == ':' || b[k] == '"' || b[k] == '\'' || b[k] == '`':
			k++
		case quoteMark(b[k:]) > 0:
			k += quoteMark(b[k:])
		case b[k] == '<' && k+1 < len(b) && b[k+1]|0x20 >= 'a' && b[k+1]|0x20 <= 'z':
			stop := bytes.IndexByte(b[k:min(len(b), k+200)], '>')
			if stop < 0 {
				return k
			}
			k += stop + 1
		default:
			return k
		}
	}
	return k
}

// quoteMark gives how many bytes a mark of a printed quote takes that b begins with,
// or a blank of one: “ ” „ ‘ ’ ‚ « ».
func quoteMark(b []byte) int {
	switch {
	case len(b) > 2 && b[0] == 0xE2 && b[1] == 0x80 && (b[2] >= 0x98 && b[2] <= 0x9F || b[2] == 0xAF):
		return 3
	case len(b) > 1 && b[0] == 0xC2 && (b[1] == 0xAB || b[1] == 0xBB || b[1] == 0xA0):
		return 2
	}
	return 0
}

// untilQuote gives the end of what stands before a mark of a printed quote.
func untilQuote(v []byte) int {
	for k := range v {
		if quoteMark(v[k:]) > 0 {
			return k
		}
	}
	return len(v)
}

// typed looks at the digits B[i:j] behind a blank: a code that a sentence says
// is one. Your login code: 482913; 482913 is your code.
func (d *Detector) typed(t *decode.Text, i, j int) {
	b := t.B
	if !isDigits(b[i:j]) {
		return
	}
	if i > 0 && b[i-1] == '#' {
		before := b[max(0, i-80) : i-1]
		host, ok := bytes.CutSuffix(before[bytes.LastIndexAny(before, "@\n")+1:], []byte(" "))
		if ok && bytes.IndexByte(host, '.') > 0 && !bytes.ContainsAny(host, " )#") && isHost(host) && len(host) < len(before)-1 && before[len(before)-len(host)-2] == '@' && (j == len(b) || b[j] <= ' ') {
			d.found(t, i, j, d.name(rule.Key, []byte("otp")))
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
		d.found(t, i, j, d.name(rule.Key, []byte("otp")))
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

// mayBeTyped tells whether the digits B[i:j] can be a code that a sentence says, which
// can also begin with it in quotes or behind the name of a setting.
func mayBeTyped(b []byte, i, j int) bool {
	return i == 0 || saysCode[b[i-1]] || j < len(b) && b[j] == ' ' && (b[i-1] == '"' || b[i-1] == '\'' || b[i-1] == '=')
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

// behind takes the random value at i behind a word that says what it is and signs
// alone: got token …, session id is …, | token | … |.
func (d *Detector) behind(t *decode.Text, i int, p place) int {
	b := t.B
	k := i
	if b[i-1] == '>' && p.code {
		if k = beforeTags(b, i); k == 0 || b[k-1] != ':' {
			return 0 // a page has headings that name no value
		}
	}
	for n := 0; ; n++ {
		for far := k; k > 0 && far-k < 12; k-- {
			if k > 2 && quoteMark(b[k-3:k]) == 3 {
				k -= 2
			} else if k > 1 && quoteMark(b[k-2:k]) == 2 {
				k--
			} else if !isGlue(b[k-1]) {
				break
			}
		}
		if n == maxLinks {
			break
		}
		link := linkBefore(b, k)
		if link == k {
			break
		}
		k = link
	}
	s := k
	for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80) && k-s < 33 {
		s--
	}
	switch string(b[s:k]) {
	case "provided", "given", "received", "supplied", "expired":
		// Incorrect API key provided: …
		for k = s; k > 0 && b[k-1] == ' '; {
			k--
		}
		for s = k; s > 0 && class[b[s-1]] == word && k-s < 33; {
			s--
		}
	}
	if bytes.HasPrefix(b[k:], []byte("-----")) && bytes.EqualFold(b[s:k], []byte("signature")) {
		return 0 // of a commit or a package, which anyone may check
	}
	if s > 0 && (b[s-1] == '+' || b[s-1] == '/') {
		return 0 // the end of a line of base64, or of a path
	}
	if bytes.IndexByte(b[k:i], '\n') >= 0 {
		title := s
		for title > 0 && (class[b[title-1]] == word || b[title-1] == '.') {
			title--
		}
		if title > 0 && (b[title-1] == ',' || b[title-1] == ';' || b[title-1] == '/') {
			return 0 // of the last column, and the first cell below; of a file
		}
	}
	r := d.speaks(b, s, k)
	if r == nil && k > s && b[k-1] >= 0x80 {
		r = d.lastLetters(b[s:k])
	}
	if r == nil || r.Judge == rule.Code || isPageNonce(r, b, i, p) || judge.Random(b[s:k]) {
		return 0 // the end of a random value is no name
	}
	end := d.bareEnd(b, i)
	if d.exhausted(i, end) {
		return 0
	}
	end = i + untilQuote(b[i:end])
	if b[i-1] >= 0x80 {
		// In a script without blanks the sentence may go on right behind it.
		if k := bytes.IndexFunc(b[i:end], func(c rune) bool { return c >= 0x80 }); k > 0 {
			end = i + k
		}
	}
	for end > i && (b[end-1] == '.' || b[end-1] == ':') {
		end--
	}
	v := bytes.TrimRight(b[i:end], "*") // in bold
	end = i + len(v)
	if isPointer(b, k, i, end) || isSet(v) || k < i && tallies(b, s, k, r) || namesValue(b, end) && end < len(b) && b[end] != ':' {
		return 0
	}
	told := len(v) >= 16 && judge.Token(v) && judge.Random(v) || r.Kind == "password" && !p.code && r.Judge == rule.Any && judge.Password(v) && judge.Typed(v, k < i-1)
	if !told || p.code && (end < len(b) && (b[end] == '(' || b[end] == '[') || operates(v, r) || refers(v, b[s:k], r)) || computed(b, i, r) || jwtHead(v) || isMissed(v, b[end:]) || d.token(t, i, end) {
		return 0
	}
	d.found(t, i, end, r)
	return end
}

// isPointer tells whether what stands between a word that ends at k and B[i:end] is the
// sign of a pointer: FILE *out, Key* key. A word in bold has one behind it, too.
func isPointer(b []byte, k, i, end int) bool {
	between := string(b[k:i])
	return (between == " *" || between == "* ") && (end == len(b) || b[end] != '*')
}

// isSet tells whether a word behind another one is itself a name that is given a value:
// pass --with-x=no, pass hint=0. That value is judged by it.
func isSet(v []byte) bool {
	k := bytes.IndexByte(v, '=')
	if k < 4 || k+1 == len(v) || v[k+1] == '=' || len(v)-k >= minToken && !isNaming(v[:k]) {
		return false
	}
	for _, c := range v[:k] {
		if class[c] != word {
			return false
		}
	}
	return true
}

// isNaming tells whether what stands before an equals sign is a name rather than a token
// that ends with it.
func isNaming(v []byte) bool { return !judge.Token(v) || judge.Worded(v) }

// lastLetters gives the rule for the last letters of a text in a script that sets no
// blanks between words.
func (d *Detector) lastLetters(w []byte) *rule.Rule {
	for n, k := 0, len(w); k > 0 && n < 8; k-- {
		if w[k-1] < 0xE3 {
			if w[k-1] < 0x80 {
				break
			}
			continue
		}
		n++
		if r := d.secretName(w[k-1:]); n > 1 && r != nil {
			return r
		}
	}
	return nil
}

// accents are words for a password that have a letter past ASCII, of which 0xC3, 0xD1 or
// 0xE7 is the first byte, cut there, and words that one stands behind.
var accents = [...]struct{ before, behind string }{
	{"ontrase", "\xB1a"}, {"enha ", "\xA9"}, {"l", "\xB6senord"}, {"L", "\xB6senord"}, {"ot d'acc", "\xA8s"},
	{"парол", "\x8C"}, {"Парол", "\x8C"}, {"\xE5\xAF\x86", "\xA0\x81"}, {"\xE5\xAF\x86", "\xA2\xBC"},
}

// accentAfter and accentBefore have what stands right beside the first byte: most of
// such letters have other neighbours.
var accentAfter, accentBefore = func() (after, before [256]bool) {
	for _, w := range accents {
		after[w.before[len(w.before)-1]], before[w.behind[0]] = true, true
	}
	return after, before
}()

// accented takes the value behind such a word, of which the letter past ASCII is at i:
// nothing else in a sentence like contraseña es x, or senha é x, stands out.
func (d *Detector) accented(t *decode.Text, i int, p place) int {
	b := t.B
	if i == 0 || i+2 >= len(b) || !accentAfter[b[i-1]] || !accentBefore[b[i+1]] {
		return 0
	}
	for k := range accents {
		w := &accents[k]
		end := i + 1 + len(w.behind)
		if i < len(w.before) || end >= len(b) || string(b[i+1:end]) != w.behind || string(b[i-len(w.before):i]) != w.before {
			continue
		}
		if start := i - len(w.before); b[end] == '=' || b[end] == '"' || b[end] == '\'' || b[end] == '>' {
			if end+1 < len(b) && (start == 0 || b[start-1] < 0x80) {
				return d.keyed(t, start, end, d.name(rule.Key, []byte("password")), p)
			}
		}
		if b[end] != ' ' {
			continue
		}
		if w.behind == "\xA9" {
			end = i - 1 // the word is a copula
		}
		return d.statedBehind(t, i-len(w.before), end, false, p)
	}
	return 0
}

// maxLinks is how many words may tie a value to its name: has been changed to.
const maxLinks = 4

// linkBefore gives where the word begins that ends at k, with the blank before it, where
// it is one that ties a value to what it is.
func linkBefore(b []byte, k int) int {
	for _, w := range [...]string{"是", "为", "為", "は"} {
		if bytes.HasSuffix(b[:k], []byte(w)) {
			return k - len(w)
		}
	}
	s := k
	for s > 0 && k-s < maxLink && (class[b[s-1]] == word || b[s-1] >= 0x80) {
		s--
	}
	if s == 0 || s == k || b[s-1] != ' ' || !isLink(b[s:k]) {
		return k
	}
	return s - 1
}

// beforeTags gives where the tags begin that end at i, and the blanks before them.
func beforeTags(b []byte, i int) int {
	for n := 0; n < 3 && i > 0 && b[i-1] == '>'; n++ {
		k := bytes.LastIndexByte(b[max(0, i-maxStatement):i], '<')
		if k < 0 {
			return i
		}
		i = len(bytes.TrimRight(b[:max(0, i-maxStatement)+k], " \r\n\t"))
	}
	return i
}

// ahead takes the random value B[i:j] before the words that say what it is: use …
// as your token.
func (d *Detector) ahead(t *decode.Text, i, j int) int {
	b := t.B
	rest, ok := bytes.CutPrefix(b[j:min(len(b), j+64)], []byte(" as "))
	if !ok {
		return 0
	}
	var words [5][]byte
	n := fields(words[:], rest[:indexAny(rest, "\n<.,;")], false)
	for _, w := range words[:n] {
		s := bytes.Index(b[j:], w) + j
		r := d.speaks(b, s, s+len(w))
		if r == nil || r.Judge == rule.Code {
			continue
		}
		v := b[i:j]
		if !(judge.Token(v) && judge.Random(v)) && !(r.Kind == "password" && judge.Typed(v, false)) || d.token(t, i, j) {
			return 0
		}
		d.found(t, i, j, r)
		return j
	}
	return 0
}

// saidEnd gives where a value ends that a sentence says, which begins at k: before the
// marks that end a sentence.
func saidEnd(b []byte, k int) int {
	end := k
	for end < len(b) && end-k < 256 && b[end] > ' ' && b[end] != '<' && b[end] != '"' && b[end] != '\'' && b[end] != '`' {
		end++
	}
	end = k + untilQuote(b[k:end])
	for _, stop := range [...]string{"，", "。", "、", "；"} {
		if n := bytes.Index(b[k:end], []byte(stop)); n > 0 {
			end = k + n
		}
	}
	if n := bytes.Index(b[k:end], []byte(`\n`)); n > 0 && b[k+n-1] != '\\' {
		end = k + n // the text is one in quotes
	}
	for end > k && bytes.IndexByte([]byte(".,;:)"), b[end-1]) >= 0 {
		end--
	}
	return end
}

// maxLabel is how long a label of letters past ASCII is, in bytes.
const maxLabel = 64

// label takes the value behind a label that ends at j, the sign behind which ends at
// k: of a name with letters that no word of a program has. Пароль: x, "пароль":"x".
func (d *Detector) label(t *decode.Text, j, k int, p place) int {
	b := t.B
	for n := 0; ; n++ {
		for j > 0 && (b[j-1] == ' ' || b[j-1] == '.') {
			j--
		}
		tie := tieBefore(b, j)
		if tie == j || n == maxLinks {
			break
		}
		j = tie
	}
	// One word, or two: كلمة المرور, mật khẩu.
	var r *rule.Rule
	for s, blanks := j, 0; s > 0 && j-s < maxLabel; s-- {
		c := b[s-1]
		if class[c] == word || c >= 0x80 {
			if s > 1 {
				continue
			}
			s--
		}
		if j-s >= 2 {
			name := bytes.ToLower(bytes.TrimLeft(b[s:j], " "))
			if r = d.name(rule.Key, name); r != nil && r.Treat != rule.Secret {
				r = nil
			}
		}
		if blanks++; r != nil || s == 0 || c != ' ' || blanks > 1 {
			break
		}
	}
	if r == nil {
		return 0
	}
	sign := k
	k = skipMarkup(b, k)
	if d.opensLine(b, sign, k) {
		return 0
	}
	if k < len(b) && (b[k] == '"' || b[k] == '\'') {
		return d.taken(t, k+1, closing(b, k, 0), r, true, p)
	}
	end := saidEnd(b, k)
	v := b[k:end]
	if b[sign-1] == ',' && namesValue(b, end) {
		return 0 // another one's name
	}
	if !judge.Typed(v, true) && !(judge.Token(v) && judge.Random(v)) {
		return d.taken(t, k, end, r, false, p)
	}
	if d.token(t, k, end) {
		return 0
	}
	d.found(t, k, end, r)
	return end
}

// maxTie is the length of the longest of ties, in bytes.
const maxTie = len("temporária") + len("المؤقتة")

// ties are words between the one for a password and the sign behind it.
const ties = " anda Anda baru sementara dvs este này mới của bạn là é è provisória temporária provisoria temporánea temporal " +
	"temporanea provisional nouă tymczasowe для входа to je jest es est provisoire שלך הזמנית החדשה المؤقتة الجديدة " +
	"الخاصة بك है "

// tieBefore gives where the word begins that ends at j, where it is one that may stand
// between the word for a password and the sign behind: whose, which, is. In a script
// without blanks that is a letter.
func tieBefore(b []byte, j int) int {
	if j > 0 && b[j-1] >= 0x80 {
		for _, w := range [...]string{"是", "为", "為", "は"} {
			if bytes.HasSuffix(b[:j], []byte(w)) {
				return j - len(w)
			}
		}
	}
	s := j
	for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80) && j-s < maxTie {
		s--
	}
	if s > 1 && b[s-1] == ' ' && rule.Among(ties, b[s:j]) {
		return s
	}
	return j
}

// headerLine takes the header field that the name B[i:j] begins in a log, a
// message or a command: to the end of the line, or of the quotes around it.
func (d *Detector) headerLine(t *decode.Text, i, j int, p place) int {
	b := t.B
	quote := byte(0)
	if i > 0 {
		quote = b[i-1]
	}
	quoted := quote == '"' || quote == '\''
	if p.code && !quoted || i > 0 && !quoted && quote > ' ' || j+1 >= len(b) {
		return 0
	}
	name := b[i:j]
	if string(name) == "Content-Disposition" {
		return d.formPart(t, i, p)
	}
	r := d.name(rule.Header, name)
	if r == nil || r.Treat != rule.Secret {
		return 0
	}
	family := r.ID == "header.authorization" || r.ID == "header.cookie"
	if !family && (bytes.IndexByte(name, '-') < 0 || d.name(rule.Key, name) != nil) {
		return 0
	}
	k := j + 1
	for k < len(b) && b[k] == ' ' {
		k++
	}
	end, most := k, d.reach()
	for end < len(b) && end-k < most && (b[end] != '\n' && b[end] != '\r' || r.ID == "header.cookie" && folds(b, end)) && b[end] != '<' && !(quoted && b[end] == quote) {
		end++
	}
	v := b[k:end]
	d.vain.bytes += len(v)
	if len(v) == most && most < maxValue {
		d.arena.Skipped += int64(len(v))
	}
	if !family {
		// The rest of the line may be another thing.
		end = k + scheme(v)
		for end < len(b) && b[end] > ' ' && !(quoted && b[end] == quote) {
			end++
		}
		v = b[k:end]
	} else if sp := bytes.IndexByte(v, ' '); sp > 0 && r.ID == "header.authorization" && !hasParams(v[sp+1:]) {
		end = k + sp + 1
		end += indexAny(b[end:k+len(v)], " ")
		if !judge.Token(b[k+sp+1 : end]) {
			return 0
		}
		v = b[k:end]
	}
	if len(v) < 6 || bytes.IndexByte([]byte("{[$%\"'`"), v[0]) >= 0 || bytes.Contains(v, []byte("${")) || bytes.Contains(v, []byte("{{")) {
		return 0
	}
	eq := bytes.IndexByte(v, '=')
	switch sp := bytes.IndexByte(v, ' '); {
	case r.Kind == "cookie" && eq <= 0:
		return 0
	case sp > 0 && eq < 0 && bytes.IndexByte(v[sp+1:], ' ') >= 0:
		return 0 // a sentence
	case sp < 0 && !judge.Token(v) && !(r.Judge == rule.Code && judge.Code(v)):
		return 0
	}
	d.vain.bytes -= len(v)
	d.sub(t, decode.None, k, end, func(c *decode.Text) { d.header(name, c, p) })
	return end
}

// formPart takes the part of a form of which the header begins at i, in a text that
// does not begin as one, and gives where it ends.
func (d *Detector) formPart(t *decode.Text, i int, p place) int {
	b := t.B[:min(len(t.B), i+d.reach())]
	gap := bytes.Index(b[i:min(len(b), i+maxHeader)], []byte("\n\r\n"))
	if gap < 0 {
		gap = bytes.Index(b[i:min(len(b), i+maxHeader)], []byte("\n\n"))
	}
	if gap < 0 {
		return 0
	}
	end := bytes.Index(b[i+gap+2:], []byte("\n--"))
	if end < 0 {
		d.vain.bytes += len(b) - i
		return 0
	}
	end += i + gap + 2
	d.part(t, i, end, p)
	return end
}

// maxHeader is how long the header of a part of a form may be.
const maxHeader = 512

// folds tells whether the line that ends at i goes on in the next one, as the fields
// of headers could (RFC 9112 5.2): between two cookies.
func folds(b []byte, i int) bool {
	if b[i] == '\n' && i > 0 && b[i-1] == '\r' {
		i--
	}
	rest := bytes.TrimPrefix(bytes.TrimPrefix(b[i:min(len(b), i+3)], []byte("\r")), []byte("\n"))
	return i > 0 && b[i-1] == ';' && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t')
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
		return d.taken(t, k, end, d.name(rule.Key, []byte("password")), true, place{request: true})
	}
	if j-i == 1+len(name) && len(name) < 3 && b[k] != '-' && b[k] != '$' && end-k > 2 && takesPassword(b, i, name, false) {
		d.found(t, k, end, d.name(rule.Key, []byte("password")))
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

// labelled takes the text of the element behind one that names it, or the value of
// a field, where the end tag of what names it begins at i: <dt>API key</dt><dd>…</dd>,
// <label>API key</label><input value="…">.
func (d *Detector) labelled(t *decode.Text, i int, p place) {
	b := t.B
	// Another element must begin right behind it.
	k := i + 2 + indexAny(b[i+2:min(len(b), i+40)], ">") + 1
	for k < len(b) && b[k] <= ' ' {
		k++
	}
	if k+2 < len(b) && b[k] == ':' && b[k+1] == ' ' {
		// <b>API key</b>: x
		if r := d.labelOf(b, i); r != nil {
			d.shown(t, k+1, r, p)
		}
		return
	}
	if k+1 >= len(b) || b[k] != '<' || b[k+1] == '/' {
		return
	}
	// Or of a list of properties, and no label of a page.
	value := len(b)-k > 8 && (bytes.EqualFold(b[k:k+7], []byte("<value>")) || string(b[k:k+8]) == "<string>")
	var start, end int
	if bytes.HasPrefix(b[k:], []byte("<input ")) {
		start, end = valueOf(b, k+len("<input "))
	} else {
		k = skipMarkup(b, k)
		if k >= len(b) || b[k] == '<' || b[k-1] != '>' && b[k-1] > ' ' && b[k-1] != '"' && b[k-1] != '\'' {
			return
		}
		start, end = elementText(b, k)
		if string(b[start:end]) == "=" || string(b[start:end]) == ":" {
			// The sign has an element of its own where a program is shown in colours.
			next := end + indexAny(b[end:min(len(b), end+40)], ">") + 1
			if k = skipMarkup(b, min(next, len(b))); k >= len(b) || b[k] == '<' {
				return
			}
			start, end = elementText(b, k)
		}
	}
	if start >= end || !value && !hasDigit(b[start:min(end, start+64)]) && !likely(b[start:end]) {
		return
	}
	r := d.labelOf(b, i)
	if r == nil || !isLabel(b[i+2:]) {
		return
	}
	p.code = false
	d.taken(t, start, end, r, true, p)
}

// likely tells whether a text without a digit can be what its label says.
func likely(v []byte) bool {
	if bytes.IndexByte(v, ' ') >= 0 {
		return judge.Words(v)
	}
	return len(v) <= maxSigned && (judge.Random(v) || judge.Shuffled(v) || judge.Odd(v))
}

// maxElement is how long the names of elements are that hold a label: th, strong,
// property.
const maxElement = 8

// isLabel tells whether the element of which the name begins b can hold the label of
// another one. One that is called by several words says itself what its text is, as
// token_type does, and so does a type.
func isLabel(b []byte) bool {
	for k, c := range b[:min(len(b), maxElement+1)] {
		switch {
		case c == '>' || c == ' ':
			return string(b[:k]) != "type"
		case class[c] != word || c == '_' || c == '-' || k > 1 && (c^b[k-1])&0x20 != 0 && c > '9':
			return false
		}
	}
	return bytes.HasPrefix(b, []byte("ParameterKey>"))
}

// labelOf gives the rule for the text of an element that ends at i.
func (d *Detector) labelOf(b []byte, i int) *rule.Rule {
	j := i
	for j > 0 && (b[j-1] == ':' || b[j-1] == ' ') && i-j < 3 {
		j--
	}
	member := j > 2 && b[j-1] == ']' && (b[j-2] == '\'' || b[j-2] == '"')
	if member {
		j -= 2 // $_COOKIE['PHPSESSID']
	}
	if j == 0 || class[b[j-1]] != word && b[j-1] < 0x80 {
		return nil
	}
	var buf [40]byte
	s := j
	for s > 0 && (class[b[s-1]] == word || b[s-1] >= 0x80 || b[s-1] == ' ' || b[s-1] == '.') {
		if s--; j-s >= len(buf) {
			dot := bytes.LastIndexByte(b[s:j], '.')
			if dot < 0 {
				return nil
			}
			return d.secretName(b[s+dot+1 : j]) // the last of many
		}
	}
	if s == 0 || b[s-1] != '>' && b[s-1] != '*' && !member || j-s < 3 {
		return nil
	}
	name := append(buf[:0], bytes.TrimSpace(b[s:j])...)
	for k, c := range name {
		if c == ' ' {
			name[k] = '_'
		}
	}
	if judge.Random(name) {
		return nil
	}
	return d.secretName(name)
}

// behindTag takes the value that a page shows behind a label with a colon, of which the
// end tag is at k: <b>API key:</b> x.
func (d *Detector) behindTag(t *decode.Text, k int, r *rule.Rule, p place) int {
	b := t.B
	for n := 0; n < 2 && k+1 < len(b) && b[k] == '<' && b[k+1] == '/'; n++ {
		stop := bytes.IndexByte(b[k:min(len(b), k+40)], '>')
		if stop < 0 {
			return 0
		}
		k += stop + 1
	}
	return d.shown(t, k, r, p)
}

// strong takes the value behind a label in bold of Markdown, of which the colon is at i:
// **API key**: x.
func (d *Detector) strong(t *decode.Text, i int, p place) {
	if r := d.labelOf(t.B, i-2); r != nil {
		d.shown(t, i+1, r, p)
	}
}

// phraseEnd gives where the words end that begin at k, where they are as many as a key is
// made from; otherwise it is end.
func phraseEnd(b []byte, k, end int) int {
	words, stop := 0, k
	for n := k; n < len(b) && words < 24; {
		s := n
		for n < len(b) && b[n] >= 'a' && b[n] <= 'z' {
			n++
		}
		if n == s || n < len(b) && b[n] > ' ' && bytes.IndexByte([]byte("\"'`.,;<"), b[n]) < 0 {
			break
		}
		if words++; words%3 == 0 {
			stop = n
		}
		if n >= len(b) || b[n] != ' ' {
			break
		}
		n++
	}
	if judge.Phrase(b[k:stop]) {
		return stop
	}
	return end
}

// shown takes a value that a page shows at k, where it is nothing but one.
func (d *Detector) shown(t *decode.Text, k int, r *rule.Rule, p place) int {
	b := t.B
	k = skipMarkup(b, k)
	if rest, ok := bytes.CutPrefix(b[k:], []byte("&nbsp;")); ok {
		k = skipMarkup(b, len(b)-len(rest))
	}
	end := saidEnd(b, k)
	if v := b[k:end]; r.Treat != rule.Secret || !told(r, v) {
		return 0
	}
	p.code = false
	return d.taken(t, k, end, r, true, p)
}

// told tells whether a value that no sign ties to its name, of which r speaks, is
// one rather than the next word.
func told(r *rule.Rule, v []byte) bool {
	switch r.Judge {
	case rule.Any, rule.Measured, rule.Typed, rule.Mixed:
		return len(v) >= 4 && judge.Password(v) && (judge.Typed(v, true) || judge.Odd(v) || judge.Words(v))
	case rule.Code:
		return len(v) >= 4 && judge.Code(v) && hasDigit(v)
	case rule.Digits:
		return isDigits(v) && judge.CardCode(v)
	}
	return judge.Token(v) && (judge.Random(v) || judge.Shuffled(v))
}

// valueOf gives the value attribute of the tag of which the attributes begin at i.
func valueOf(b []byte, i int) (start, end int) {
	var attrs [24]attr
	n, _ := attributes(b, i, &attrs)
	for _, a := range attrs[:n] {
		if string(b[a.n1:a.n2]) == "value" {
			return a.v1, a.v2
		}
	}
	return 0, 0
}

// inProse tells whether the word at i stands in the text of an element, among
// words and no signs of a program.
func inProse(b []byte, i int) bool {
	k := i
	for k > 0 && i-k < 160 && (class[b[k-1]] == word || b[k-1] == ' ' || b[k-1] == ',' || b[k-1] == '.' || b[k-1] >= 0x80) {
		k--
	}
	if k == 0 || b[k-1] != '>' {
		return false
	}
	open := bytes.LastIndexByte(b[max(0, k-200):k], '<')
	if open < 0 {
		return false
	}
	open += max(0, k-200) + 1
	return b[open] == '/' || b[open]|0x20 >= 'a' && b[open]|0x20 <= 'z'
}

// hasDigit tells whether a digit stands in the text of an element that begins
// with b.
func hasDigit(b []byte) bool {
	for _, c := range b {
		if c >= '0' && c <= '9' {
			return true
		}
		if c == '<' {
			break
		}
	}
	return false
}

// blockScalar gives where the text of a block of YAML begins, the sign of which
// is at k.
func blockScalar(b []byte, k int) int {
	n := k + 1
	for n < len(b) && (b[n] == '-' || b[n] == '+' || b[n] == ' ' || b[n] >= '1' && b[n] <= '9') {
		n++
	}
	if n >= len(b) || b[n] != '\n' && b[n] != '\r' {
		return k
	}
	for n < len(b) && b[n] <= ' ' {
		n++
	}
	if n >= len(b) {
		return k
	}
	return n
}

// nodeProperty gives where a scalar of YAML begins behind its anchor or tag at k.
func nodeProperty(b []byte, k int) int {
	n := k + 1
	for n < len(b) && (class[b[n]] == word || b[n] == '!') {
		n++
	}
	if n+1 >= len(b) || b[n] != ' ' || b[n+1] <= ' ' {
		return k
	}
	return n + 1
}

// above gives the rule for the name that stands in the line above the word value,
// B[i:j]:
//
//   - name: DB_PASSWORD
//     value: secret
func (d *Detector) above(b []byte, i, j int, p place) *rule.Rule {
	if r := d.beside(b, i); r != nil {
		return r
	}
	if p.code || b[j] != ':' {
		if sign := skipSpace(b, j, len(b)); sign < len(b) && b[sign] == '=' {
			return d.whose(b, j)
		}
		return nil
	}
	line := bytes.LastIndexByte(b[max(0, i-40):i], '\n')
	if line < 0 {
		return nil
	}
	end := max(0, i-40) + line
	start := max(0, end-80)
	start += bytes.LastIndexByte(b[start:end], '\n') + 1
	above := bytes.TrimLeft(bytes.TrimSpace(b[start:end]), "- ")
	name, ok := bytes.CutPrefix(above, []byte("name:"))
	if !ok {
		if name, ok = bytes.CutPrefix(above, []byte("key:")); !ok {
			return nil
		}
	}
	r := d.name(rule.Key, bytes.Trim(name, " \"'\r"))
	if r == nil || r.Treat != rule.Secret {
		return nil
	}
	return r
}

// variable gives the rule for the name of the variable of Terraform that the word
// default, B[i:j], gives a value to:
//
//	variable "db_password" {
//	  default = "secret"
func (d *Detector) variable(b []byte, i, j int) *rule.Rule {
	const opens = "variable "
	if b[j] != ' ' {
		return nil
	}
	before := b[max(0, i-maxBlock):i]
	k := bytes.LastIndex(before, []byte(opens))
	if k < 0 || bytes.IndexByte(before[k:], '}') >= 0 {
		return nil
	}
	name := before[k+len(opens):]
	return d.secretName(bytes.Trim(name[:indexAny(name, "{\n")], " \"\\"))
}

// maxBlock is how much of a block is read for its name.
const maxBlock = 400

// beside gives the rule for the name that stands before the word value at i in an
// object that no walk has come upon: {"name":"password","value":"…"}, its quotes
// however written.
func (d *Detector) beside(b []byte, i int) *rule.Rule {
	// From the end: the quote of the key, the comma, the name, a colon, its key.
	k := skipBack(b, i, " \"'\\")
	if k == i || k == 0 || b[k-1] != ',' {
		return nil
	}
	end := skipBack(b, k-1, " \"'\\")
	start := end
	for start > 0 && end-start < 48 && (class[b[start-1]] == word || b[start-1] == '.') {
		start--
	}
	if start == end {
		return nil
	}
	k = skipBack(b, start, " \"'\\")
	if k == start || k == 0 || b[k-1] != ':' {
		return nil
	}
	k = skipBack(b, k-1, " \"'\\")
	key := k
	for key > 0 && k-key < 16 && class[b[key-1]] == word {
		key--
	}
	switch string(b[key:k]) {
	case "name", "Name", "key", "Key", "field", "id", "label", "type":
	default:
		return nil
	}
	r := d.name(rule.Key, b[start:end])
	if r == nil || r.Treat != rule.Secret {
		return nil
	}
	return r
}

// skipBack gives where the signs begin that end at i.
func skipBack(b []byte, i int, signs string) int {
	for i > 0 && strings.IndexByte(signs, b[i-1]) >= 0 {
		i--
	}
	return i
}

// isSetting tells whether a name is written as settings of an environment are.
func isSetting(name []byte) bool {
	for _, c := range name {
		if c >= 'a' && c <= 'z' {
			return false
		}
	}
	return len(name) > 0
}

// tallies tells whether the name at i, behind which a colon stands at k, is a word that
// a log tells what was done with: --- PASS: TestToken/step2, Cache restored from key: x;
// or of which there is a fingerprint: Release GPG key: 9554F04D…. Tests that passed are
// told one a line.
func tallies(b []byte, i, k int, r *rule.Rule) bool {
	if b[k] != ':' {
		return false
	}
	switch before := b[max(0, i-maxType):i]; r.Kind {
	case "password":
		if string(b[i:k]) != "PASS" || bytes.HasSuffix(before, []byte("--- ")) {
			return bytes.HasSuffix(before, []byte("--- "))
		}
		behind := b[k:min(len(b), k+maxLine)]
		behind = behind[min(len(behind), indexAny(behind, "\n")+1):]
		return isOutcome(behind) || isOutcome(lineAbove(b, i))
	case "key":
		line := b[k:min(len(b), k+2*maxType)]
		line = line[:indexAny(line, "\r\n")]
		before = before[bytes.LastIndexByte(before, '\n')+1:]
		return bytes.HasSuffix(before, []byte("GPG ")) || bytes.HasSuffix(before, []byte("PGP ")) || bytes.Contains(before, []byte("ache ")) || bytes.Contains(line, []byte("-cache-"))
	}
	return false
}

// isOutcome tells whether a line says how a test ended.
func isOutcome(line []byte) bool {
	for _, w := range [...]string{"PASS: ", "FAIL: ", "SKIP: ", "XFAIL: ", "ERROR: ", "Running "} {
		if bytes.HasPrefix(line, []byte(w)) {
			return true
		}
	}
	return false
}

// lineAbove gives the line above that of b[i].
func lineAbove(b []byte, i int) []byte {
	above := b[max(0, i-maxLine):i]
	end := bytes.LastIndexByte(above, '\n')
	if end < 0 {
		return nil
	}
	above = above[:end]
	return above[bytes.LastIndexByte(above, '\n')+1:]
}
