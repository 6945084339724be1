package rule

import (
	"bytes"
	"strings"
	"sync"

	"github.com/har-redactor/har-redactor/core/internal/judge"
)

// Names that no table has are judged by their words: X-Acme-Session,
// vendorApiSecret, user_password, accesstoken. The last words decide, because
// names in English put what a thing is at the end and whose it is before:
// a session token is a token, a token type is a type.

// The rules of the word judge. IDs begin with "word".
var (
	wordToken    = Rule{"word.token", "its name says that it is a token", "token", Secret, Token}
	wordSecret   = Rule{"word.secret", "its name says that it is a secret", "secret", Secret, Token}
	wordPassword = Rule{"word.password", "its name says that it is a password", "password", Secret, Any}
	wordPass     = Rule{"word.pass", "its name says that it is a password", "password", Secret, Measured}
	wordEnvKey   = Rule{"word.env-key", "the name of a setting says that it is a key", "key", Secret, Strong}
	wordNamedKey = Rule{"word.named-key", "its name says that it is a key of something, and it is random", "key", Secret, Strong}
	wordKey      = Rule{"word.key", "its name says that it is an API key or a private key", "key", Secret, Token}
	wordSession  = Rule{"word.session", "its name says that it is a session", "session", Secret, Token}
	wordCSRF     = Rule{"word.csrf", "its name says that it guards against forged requests", "csrf", Secret, Token}
	wordJWT      = Rule{"word.jwt", "its name says that it is a JSON Web Token", "jwt", Secret, Token}
	wordAuth     = Rule{"word.auth", "its name says that it proves who is asking", "credential", Secret, Token}
	wordSign     = Rule{"word.signature", "its name says that it is a signature", "signature", Secret, Token}
	wordCode     = Rule{"word.code", "its name says that it is a one-time code", "otp", Secret, Code}
	wordCard     = Rule{"word.card", "its name says that it is a payment card's number or code", "card", Secret, Any}
	wordTicket   = Rule{"word.ticket", "its name says that it is a ticket", "ticket", Secret, Token}
	wordNonce    = Rule{"word.nonce", "its name says that it is a nonce", "nonce", Secret, Token}
	wordCookie   = Rule{"word.cookie", "its name says that it is a cookie", "cookie", Secret, Token}

	// Words that also mean other things: what stands under them must be random.
	wordPossible = Rule{"word.possible", "its name says that it may be a token or a key", "token", Secret, Strong}
	wordPhrase   = Rule{"word.phrase", "its name says that it may be a password", "password", Secret, Mixed}
)

// A meaning is what one word at the end of a name says.
type meaning struct {
	word string
	rule *Rule
	// places is where the word says so by itself; elsewhere it needs one of
	// the words before it.
	places Place
	before string // words, each between blanks, one of which must stand before
}

const everywhere = Header | Param | Key

// endings are the words that end the names of secrets.
var endings = [...]meaning{
	{"token", &wordToken, everywhere, ""}, {"tokens", &wordToken, everywhere, ""}, {"tok", &wordToken, everywhere, ""}, {"tkt", &wordTicket, everywhere, ""}, {"tkn", &wordToken, everywhere, ""},
	{"jwt", &wordJWT, everywhere, ""}, {"bearer", &wordToken, everywhere, ""},
	{"secret", &wordSecret, everywhere, ""}, {"secrets", &wordSecret, everywhere, ""},
	{"password", &wordPassword, everywhere, ""}, {"passwd", &wordPassword, everywhere, ""}, {"pwd", &wordPassword, everywhere, ""},
	{"passphrase", &wordPassword, everywhere, ""}, {"passcode", &wordCode, everywhere, ""}, {"pass", &wordPass, Header | Param, " user usr db sql redis smtp ftp sftp ssh mail admin root login bind old new current repeat confirm api app auth acct account client enc http proxy wifi key keystore store master service become ansible default imap pop pop3 ldap h323 gpg signing cert snmp radius tacacs ppp pppoe pptp l2tp wan wlan sip voip ddns dyndns smb cifs mqtt rtsp onvif idrac ilo vpn ipmi bmc web webui truststore crypto trans vnc rdp rpc amqp access temporary temp rabbitmq broker mq mongo mongodb pg postgres postgresql mariadb oracle sa server mailserver dbuser "},
	{"passwords", &wordPassword, everywhere, ""}, {"psk", &wordPassword, everywhere, ""}, {"pw", &wordPhrase, everywhere, ""}, {"passwort", &wordPassword, everywhere, ""}, {"kennwort", &wordPassword, everywhere, ""}, {"mdp", &wordPhrase, everywhere, ""},
	{"contraseña", &wordPassword, everywhere, ""}, {"contrasena", &wordPassword, everywhere, ""}, {"senha", &wordPassword, everywhere, ""}, {"wachtwoord", &wordPassword, everywhere, ""}, {"пароль", &wordPassword, everywhere, ""},
	{"passwrd", &wordPassword, everywhere, ""}, {"passw", &wordPassword, everywhere, ""}, {"pswd", &wordPassword, everywhere, ""}, {"psw", &wordPassword, everywhere, ""},
	{"apikey", &wordKey, everywhere, ""}, {"apikeys", &wordKey, everywhere, ""}, {"apitoken", &wordToken, everywhere, ""},
	{"apisecret", &wordSecret, everywhere, ""}, {"authtoken", &wordToken, everywhere, ""}, {"accesstoken", &wordToken, everywhere, ""},
	{"refreshtoken", &wordToken, everywhere, ""}, {"idtoken", &wordToken, everywhere, ""}, {"usertoken", &wordToken, everywhere, ""},
	{"sessiontoken", &wordSession, everywhere, ""}, {"clienttoken", &wordToken, everywhere, ""}, {"securitytoken", &wordToken, everywhere, ""},
	{"sessionid", &wordSession, everywhere, ""}, {"sessid", &wordSession, everywhere, ""}, {"jsessionid", &wordSession, everywhere, ""},
	{"phpsessid", &wordSession, everywhere, ""}, {"sessionkey", &wordSession, everywhere, ""}, {"sess", &wordSession, Header | Param, " user enc auth login "},
	{"session", &wordSession, everywhere, ""}, {"sessions", &wordSession, Key, ""}, {"sid", &wordSession, Header | Param, " session connect user auth login "},
	{"clientsecret", &wordSecret, everywhere, ""}, {"appsecret", &wordSecret, everywhere, ""}, {"secretkey", &wordKey, everywhere, ""},
	{"privatekey", &wordKey, everywhere, ""}, {"accesskey", &wordKey, everywhere, ""}, {"signingkey", &wordKey, everywhere, ""},
	{"encryptionkey", &wordKey, everywhere, ""}, {"masterkey", &wordKey, everywhere, ""}, {"userpassword", &wordPassword, everywhere, ""},
	{"key", &wordKey, Header, " acct api access secret private signing encryption enc master shared account service server functions function tsig rndc auth license activation subscription storage admin app application client session security write read ingest webhook deploy recovery ephemeral autologin login share unseal hmac merchant partner sign crypto priv root reset wifi wlan wpa wep sess sas binding encrypt decrypt mac recover unlock invite handshake tunnel vpn temp backup impersonation sudo sharing join cluster "},
	{"keys", &wordKey, 0, " api access secret private signing encryption recovery unseal "},
	{"csrf", &wordCSRF, everywhere, ""}, {"xsrf", &wordCSRF, everywhere, ""}, {"csrftoken", &wordCSRF, everywhere, ""}, {"xsrftoken", &wordCSRF, everywhere, ""},
	{"antiforgery", &wordCSRF, everywhere, ""}, {"authenticity", &wordCSRF, Param, ""},
	{"auth", &wordAuth, Header | Param, " basic http x "}, {"authorization", &wordAuth, everywhere, ""}, {"authentication", &wordAuth, Header, ""},
	{"credential", &wordAuth, everywhere, ""}, {"credentials", &wordAuth, everywhere, ""}, {"creds", &wordAuth, everywhere, ""}, {"cred", &wordAuth, everywhere, ""},
	{"signature", &wordSign, everywhere, ""}, {"sig", &wordSign, Header | Param, " request webhook payload url mobile device client "}, {"hmac", &wordSign, everywhere, ""},
	{"sign", &wordSign, Param | Header, ""},
	{"otp", &wordCode, everywhere, ""}, {"totp", &wordCode, everywhere, ""}, {"mfa", &wordCode, Param, ""}, {"pin", &wordCode, Param, " one time vm door gate room guest online alte alter neue neuer tele user card login security access sim new old confirm atm wallet device account mobile konto karten kiosk bank telefon transaction voicemail host pickup "},
	{"code", &wordCode, 0, " sms email mail confirm abruf aktivierungs zugangs freischalt bestaetigungs bestätigungs sicherheits einmal toegangs verificatie bevestigings beveiligings otp totp mfa verification verify auth authentication authorization factor security backup recovery reset sms login invite invitation matrix claim setup revocation access device user magic activation confirmation one 2fa tfa passcode pin sso grant door gate alarm unlock puk tan rescue "},
	{"tan", &wordCode, 0, " sms mobile push photo chip app "}, {"tk", &wordToken, 0, " xsrf csrf auth access refresh id session api login "}, {"pepper", &wordPossible, everywhere, ""}, {"phrase", &wordPassword, 0, " pass "},
	{"codes", &wordCode, 0, " backup recovery "},
	{"cvv", &wordCard, everywhere, ""}, {"cvc", &wordCard, everywhere, ""}, {"cvv2", &wordCard, everywhere, ""}, {"cvc2", &wordCard, everywhere, ""}, {"cvn", &wordCard, everywhere, ""},
	{"pan", &wordCard, 0, " card "}, {"cardnumber", &wordCard, everywhere, ""}, {"number", &wordCard, 0, " card cc creditcard "},
	{"ticket", &wordTicket, Header | Param, " auth login session sso service proxy krb krb5 kerberos cas granting access join entry eligibility launch logon grant mfa security "}, {"nonce", &wordNonce, everywhere, ""},
	{"verifier", &wordToken, Header | Param, " code oauth pkce "}, {"assertion", &wordToken, Header | Param, " client saml jwt "}, {"proof", &wordToken, Header, ""},
	{"seed", &wordSecret, 0, " totp otp mfa 2fa tfa authenticator factor ed25519 master root wallet hd private "}, {"cookie", &wordCookie, Header, " session auth login sso "}, {"cookies", &wordCookie, Header, ""},
	{"hash", &wordPassword, 0, " password passwd pwd login auth session "}, {"salt", &wordSecret, 0, " password auth nonce logged "},
	{"link", &wordToken, 0, " magic "}, {"sec", &wordSecret, 0, " client cl app consumer "}, {"pat", &wordPossible, 0, " gh github gitlab git azure ado devops my personal access bot user "},
	{"authn", &wordPossible, everywhere, ""}, {"tgt", &wordPossible, everywhere, ""}, {"authz", &wordPossible, everywhere, ""}, {"xauth", &wordPossible, everywhere, ""}, {"answer", &wordPassword, 0, " secret security hint challenge recovery "},
	{"токен", &wordPossible, everywhere, ""}, {"令牌", &wordPossible, everywhere, ""}, {"トークン", &wordPossible, everywhere, ""}, {"토큰", &wordPossible, everywhere, ""},
	{"jeton", &wordPossible, everywhere, ""}, {"schluessel", &wordPossible, everywhere, ""}, {"schlüssel", &wordPossible, everywhere, ""}, {"sleutel", &wordPossible, everywhere, ""},
	{"passe", &wordPassword, 0, " mot "}, {"khau", &wordPassword, 0, " mat "}, {"المرور", &wordPassword, 0, " كلمة "}, {"السر", &wordPassword, 0, " كلمة "}, {"community", &wordPass, 0, " snmp "}, {"yanzhengma", &wordCode, everywhere, ""}, {"klic", &wordKey, 0, " api "}, {"anahtari", &wordKey, 0, " api oturum gizli "}, {"jetonu", &wordToken, everywhere, ""}, {"khẩu", &wordPassword, 0, " mật "}, {"parola", &wordPassword, 0, " nuova noua veche confirma repeta yeni eski "}, {"κωδικός", &wordPassword, 0, " νέος παλιός μυστικός "},
	{"kodu", &wordCode, 0, " dogrulama doğrulama onay guvenlik güvenlik sms giris giriş erisim "}, {"kod", &wordCode, 0, " engangs engångs engång verifierings sakerhets säkerhets bezpecnostni overovaci potvrzovaci weryfikacyjny autoryzacyjny bezpieczenstwa sms blik "},
	{"kode", &wordCode, 0, " engangs bekraeftelses bekræftelses verifikasi verifikations sikkerheds verifiserings "}, {"koodi", &wordCode, 0, " vahvistus turva kertakaytto "},
	{"geheimnis", &wordPossible, everywhere, ""}, {"geheim", &wordPossible, everywhere, ""}, {"segreto", &wordPossible, everywhere, ""}, {"secreto", &wordPossible, everywhere, ""}, {"segredo", &wordPossible, everywhere, ""}, {"jws", &wordJWT, everywhere, ""}, {"jwe", &wordJWT, everywhere, ""},
}

// abroad are the words for a password that other languages have, as they are written
// and as programs spell them. Whose it is stands before them as in English, or behind.
const abroad = "heslo hesla haslo hasło hasla lozinka lozinke lozinku geslo jelszo jelszó sifre şifre sifresi şifresi sifreniz şifreniz parol parolya пароль пароля парола contrasena contraseña contrasenia contrasenya senha wachtwoord " +
	"adgangskode kodeord losenord lösenord passord salasana parool slaptazodis matkhau sandi katasandi mima pasuwado bimilbeonho jelszava συνθηματικό סיסמה סיסמא הסיסמה पासवर्ड лозинка"

// meanings has the endings by their words. A map that is written down would be
// made by code, at the start; rows are data.
var meanings = sync.OnceValue(func() map[string]*meaning {
	m := make(map[string]*meaning, len(endings))
	for i := range endings {
		m[endings[i].word] = &endings[i]
	}
	password := *m["password"]
	password.word = "" // of no use in English: it says so wherever it stands
	for _, w := range strings.Fields(abroad) {
		m[w] = &password
	}
	return m
})

// Words before the last that make a name harmless all the same.
const (
	// A function's or a flag's name begins with a verb: parseToken, isPassword.
	verbs = " parse get set create make is has use with without validate check generate fetch require requires required no show hide toggle handle on " +
		"update delete remove add find load save store clear format render encode decode strip enable disable allow "
	flags = " is has use show no require requires required enable disable allow "
	// What is public by design, or counted.
	nouns = " csp pub public publishable num number count total max min error err label placeholder tooltip "
	// Cursors, whatever they are made of; a secret or a password is none.
	cursors = " page paging next prev previous forward backward continuation sync cursor scroll delta pagination skip offset since resumption bookmark checkpoint watermark start starting snapshot batch more "
	// By these a row, a place or a file is found and nothing is opened.
	places = " cache row group dedup dedupe file asset object unique lookup natural render react sort route routing partition surrogate shard image item field foreign message translation issue project restore "
	finds  = " primary i18n locale lang segment site client widget app product variant event trace correlation idempotency media page post story tab menu theme style component search query filter hash range sort local browser user device element tree node entity folder path drive video image photo " +
		"verification fingerprint measurement tracking pixel analytics map tile embed player channel room board document doc sheet form survey quiz poll short link url s3 object blob bucket "
	// Of an outcome there is a code as well, which nobody types.
	outcomes = " failed failure fail status exit reason response return result "
	// What is recorded or played in a session that nobody signs in with.
	watching = " play playback replay rum micro "
	// How a value is written.
	writings = " b64 base64 base32 b32 hex pem encoded enc "
	// What else is counted or drawn in tokens.
	counted = " trace correlation tracking input output prompt completion cached reasoning thinking audio used remaining css theme design syntax lexer start end eos bos pad "
)

// heads are the words that begin the names of secrets in languages that put
// what a thing is before whose it is: clave_api, jetonAcces. All that follows
// must be of qualifiers.
var heads = [...]meaning{
	{word: "jeton", rule: &wordToken}, {word: "token", rule: &wordToken}, {word: "cle", rule: &wordKey}, {word: "clé", rule: &wordKey}, {word: "clef", rule: &wordKey}, {word: "clave", rule: &wordKey}, {word: "chave", rule: &wordKey}, {word: "chiave", rule: &wordKey},
	{word: "password", rule: &wordPassword}, {word: "passwd", rule: &wordPassword}, {word: "pwd", rule: &wordPassword}, {word: "pass", rule: &wordPassword}, {word: "pw", rule: &wordPassword},
	{word: "parola", rule: &wordPassword}, {word: "كلمة", rule: &wordPassword}, {word: "رمز", rule: &wordCode}, {word: "کد", rule: &wordCode}, {word: "קוד", rule: &wordCode}, {word: "код", rule: &wordCode}, {word: "kod", rule: &wordCode}, {word: "kode", rule: &wordCode}, {word: "ключ", rule: &wordKey},
	{word: "klucz", rule: &wordKey}, {word: "klic", rule: &wordKey}, {word: "токен", rule: &wordToken}, {word: "llave", rule: &wordKey}, {word: "cod", rule: &wordCode}, {word: "pin", rule: &wordCode}, {word: "cvv", rule: &wordCard}, {word: "cvc", rule: &wordCard}, {word: "codigo", rule: &wordCode}, {word: "código", rule: &wordCode}, {word: "codice", rule: &wordCode}, {word: "palavra", rule: &wordPassword}, {word: "contrasena", rule: &wordPassword}, {word: "contraseña", rule: &wordPassword}, {word: "senha", rule: &wordPassword}, {word: "kata", rule: &wordPassword}, {word: "mật", rule: &wordPassword},
}

// english are the heads that are words of English, too, in which whose a thing is stands
// before it: an API token new.
const english = " password passwd pwd pass pw pin cvv cvc cod kode "

var qualifiers = judge.SetOf(" de di da du d acces accès access acceso acesso accesso api app secret secrete secrète secreta secreto segreta segreto privee privée privada privata " +
	"session sesion sesión sessao sessão sessione seguridad seguranca segurança securite sécurité sicurezza utilisateur usuario usuário utente verificacion verificación verificacao verificação verifica " +
	"confirmacion confirmación autenticacion autenticación autenticacao autenticação authentification connexion refresh maestra mestra passe sandi khẩu new old current confirm repeat again verify retype nueva actual nova atual anterior actualizacion actualización renovacion " +
	"firma operaciones acesso sms otp confidentiel cartao transacao eletronica dispositiva nuova noua veche confirma repeta neu alt wiederholen wiederholung bestaetigen bestätigen confirmacao confirmação repetir znovu potvrzeni ujra újra tekrar tekrari powtorz igen toista " +
	"laluan khau moi cu baru lama xac nhan thuc blik weryfikacyjny autoryzacyjny verifikasi podtverzhdeniya dostupa доступа подтверждения підтвердження из смс з новый новий нова المرور السر الجديدة الحالية التحقق عبور تایید dostepu odswiezania aggiornamento atualizacao atualização refresco rafraichissement rafraîchissement обновления relace חדשה אימות з сессии attuale vecchia ancienne antiga verificare recuperacion recuperación recuperacao recuperação recupero reinitialisation réinitialisation restablecimiento usage unique unico único ")

// headOf has the heads by their words.
var headOf = sync.OnceValue(func() map[string]*Rule {
	m := make(map[string]*Rule, len(heads))
	for i := range heads {
		m[heads[i].word] = heads[i].rule
	}
	return m
})

// byHead judges a name of n words by its first one, nil where it says nothing.
func byHead(b []byte, ends *[maxWords + 1]int, n int) *Rule {
	first := 0
	if n > 1 && string(b[:ends[1]]) == "x" {
		first = 1 // of a header
	}
	if n < first+2 {
		return nil
	}
	// Of most words for a password none is another word of English.
	said := (*Rule)(nil)
	for i := first; i < n; i++ {
		w := b[ends[i]:ends[i+1]]
		if !mayEnd(w) {
			continue
		}
		if m := meanings()[string(w)]; m != nil && m.word == "" || i > first && string(w) == "passe" && string(b[ends[i-1]:ends[i]]) == "de" || string(w) == "mdp" || string(w) == "khau" {
			said = &wordPhrase
		}
	}
	head := b[ends[first]:ends[first+1]]
	r := headOf()[string(head)]
	if r == nil && mayEnd(head) {
		if m := meanings()[string(head)]; m != nil && m.rule == &wordPassword && m.places == everywhere {
			r = m.rule
		}
	}
	// Whose it is may stand before it all the same: vendorClaveApi.
	for i := first + 1; r == nil && i+1 < n; i++ {
		w := b[ends[i]:ends[i+1]]
		if said := headOf()[string(w)]; said != nil && !Among(english, w) && qualifiers()[string(b[ends[i+1]:ends[i+2]])] {
			first, head, r = i, w, said
		}
	}
	if r == nil {
		return said
	}
	for i := first + 1; i < n; i++ {
		w := b[ends[i]:ends[i+1]]
		if !qualifiers()[string(w)] {
			return said
		}
		if r == &wordKey && string(head) == "clave" && Among(" nueva actual anterior firma operaciones acceso ", w) {
			r = &wordPassword
		}
	}
	return r
}

// maxWords is how many words of a name are looked at, from its end.
const maxWords = 8

// Words that may stand behind the one that tells.
const (
	repeats = " confirmation confirm confirmed again repeat repeated retype verify new old current "
	// In other languages, and as some shorten it.
	repeatsAbroad = " wiederholung wiederholen bestaetigung bestätigung confirmacion confirmacao tekrar tekrari znovu ujra chk "
	fields        = " field box textbox input "
	handles       = " id identifier ref reference guid uuid hash handle "
	values        = " value string str raw blob "
)

// lastLetters has, as bits, the last three letters of all words that say something at
// the end of a name. Most names end in none.
var lastLetters = sync.OnceValue(func() *[1 << 16 / 64]uint64 {
	t := new([1 << 16 / 64]uint64)
	set := func(k int) { t[k/64] |= 1 << (k % 64) }
	add := func(word []byte) {
		switch word = bytes.TrimRight(word, "0123456789"); len(word) {
		case 0, 1:
		case 2:
			for c := range 256 {
				set(lettersOf([]byte{byte(c), word[0], word[1]})) // any may stand before it: dbpw
			}
			set(lettersOf(word))
		default:
			set(lettersOf(word))
		}
	}
	for i := range endings {
		add([]byte(endings[i].word))
	}
	for _, w := range joined {
		add([]byte(w))
	}
	for _, list := range [...]string{abroad, repeatsAbroad, fields, repeats, writings, handles, values} {
		for _, word := range bytes.Fields([]byte(list)) {
			add(word)
		}
	}
	return t
})

func lettersOf(word []byte) int {
	n := len(word)
	k := int(word[n-2])<<8 | int(word[n-1])
	if n > 2 {
		k ^= int(word[n-3]) * 0x9D // spread over the others
	}
	return k
}

// mayEnd tells whether a word at the end of a name can say something, or what is
// before it.
func mayEnd(word []byte) bool {
	for len(word) > 0 && word[len(word)-1]-'0' < 10 {
		word = word[:len(word)-1]
	}
	if len(word) < 2 || word[0] >= 0x80 || word[len(word)-1] >= 0x80 {
		return true
	}
	k := lettersOf(word)
	return lastLetters()[k/64]>>(k%64)&1 != 0
}

// byWords judges a name by its words, nil where they say nothing.
func byWords(place Place, name []byte) *Rule {
	var buf [maxName]byte
	var ends [maxWords + 1]int // of each word in buf; ends[0] is 0
	if !isASCII(name) && bytes.IndexFunc(name, isSmall) < 0 {
		name = bytes.ToLower(name) // CONTRASEÑA
	}
	n, b := split(name, &buf, &ends)
	if n == 0 {
		return nil
	}
	word := func(i int) []byte { return b[ends[i]:ends[i+1]] }
	last := n - 1
	if !mayEnd(word(last)) {
		return byHead(b, &ends, n)
	}
	// A number or one letter at the end numbers what is before it: token2.
	if last > 0 && (isNumber(word(last)) || len(word(last)) == 1 && word(last)[0] == 'x') {
		last--
	}
	// Nor does that it is asked for twice, or which one is meant: new_password_confirmation.
	if last > 0 && Among(repeats, word(last)) {
		if r := ruleOf(word(last - 1)); r == &wordPassword || r == &wordPass || r == &wordPhrase || string(word(last-1)) == "pin" {
			last--
		}
	}
	if w := word(last); last > 0 && w[0] == 'v' && isNumber(w[1:]) {
		last-- // smtp_password_v4
	}
	if place == Param && last > 0 && Among(fields, word(last)) {
		last-- // as the field of a form is called: PasswordTextBox
		if last > 0 && string(word(last)) == "text" {
			last--
		}
	}
	// How it is written says nothing of what it is: secret_b64.
	for last > 0 && Among(writings, word(last)) {
		last--
	}
	// An id of a session or token is one: session_id.
	if id := Among(handles, word(last)); last > 0 && (id || Among(values, word(last))) {
		switch string(word(last - 1)) {
		case "session", "sess", "sitzung", "sitzungs", "sesion", "sessao", "セッション":
			return qualified(place, meaning{rule: &wordSession, places: everywhere}, b, &ends, last-1)
		case "token", "jwt", "secret", "csrf", "xsrf", "password", "cookie", "otp":
			if !id {
				return qualified(place, meaning{rule: ruleOf(word(last - 1)), places: everywhere}, b, &ends, last-1)
			}
		case "auth":
			if !id {
				return qualified(place, meaning{rule: &wordPossible, places: everywhere}, b, &ends, last-1)
			}
		}
		if !id && last > 1 && last == n-1 {
			return Name(place, bytes.TrimRight(name[:len(name)-len(word(last))], "_-. "))
		}
		if string(word(last)) != "hash" {
			return nil
		}
	}
	m, ok := meaningOf(word(last))
	if !ok {
		if last > 0 && Among(repeatsAbroad, word(last)) {
			if m, ok = meaningOf(word(last - 1)); ok && m.rule.Kind == "password" {
				return qualified(place, m, b, &ends, last-1)
			}
		}
		return byHead(b, &ends, n)
	}
	if m.rule == &wordPhrase && last > 0 && Among(owners, word(last-1)) {
		m.rule = &wordPassword
	}
	if r := qualified(place, m, b, &ends, last); r != nil {
		return r
	}
	if last > 0 && string(word(last)) == "pass" && isSetting(name) {
		return qualified(place, meaning{rule: &wordPhrase, places: Key}, b, &ends, last) // MAILER_PASS
	}
	if last > 0 && string(word(last)) == "pat" && isSetting(name) {
		return qualified(place, meaning{rule: &wordPossible, places: Key}, b, &ends, last) // SNOW_PAT
	}
	if last > 0 && string(word(last)) == "key" {
		r := &wordNamedKey
		if Among(" gpg pgp ", word(last-1)) {
			return nil // the fingerprint of a public one
		}
		if isSetting(name) {
			r = &wordEnvKey
		} else if Among(places, word(last-1)) || Among(finds, word(last-1)) {
			return nil
		}
		return qualified(place, meaning{rule: r, places: Key}, b, &ends, last)
	}
	return nil
}

// joined are the words that others are joined to without a sign: mytoken.
var joined = [...]string{"token", "secret", "password", "passwd", "passwort", "kennwort", "apikey", "sessionid", "schluessel", "schlüssel", "wachtwoord", "pwd", "sleutel"}

// wideParts are those of scripts that set no blanks: 支付密码.
var wideParts = [...]meaning{
	{word: "密码", rule: &wordPassword, places: everywhere}, {word: "密碼", rule: &wordPassword, places: everywhere}, {word: "パスワード", rule: &wordPassword, places: everywhere}, {word: "비밀번호", rule: &wordPassword, places: everywhere},
	{word: "验证码", rule: &wordCode, places: everywhere}, {word: "驗證碼", rule: &wordCode, places: everywhere}, {word: "認証コード", rule: &wordCode, places: everywhere}, {word: "인증번호", rule: &wordCode, places: everywhere}, {word: "인증코드", rule: &wordCode, places: everywhere},
	{word: "令牌", rule: &wordPossible, places: everywhere}, {word: "トークン", rule: &wordPossible, places: everywhere}, {word: "토큰", rule: &wordPossible, places: everywhere}, {word: "会话", rule: &wordPossible, places: everywhere}, {word: "セッション", rule: &wordPossible, places: everywhere}, {word: "세션", rule: &wordPossible, places: everywhere},
}

// meaningOf gives what a word at the end of a name says: as it is, without a
// number, or where the word before it is joined to it (mytoken).
func meaningOf(w []byte) (meaning, bool) {
	all := meanings()
	if m, ok := all[string(w)]; ok {
		return *m, true
	}
	w = bytes.TrimRight(w, "0123456789")
	if m, ok := all[string(w)]; ok {
		return *m, true
	}
	if n := len(w); n > 0 && (w[0] >= 0x80 || w[n-1] >= 0x80) {
		for _, part := range wideParts {
			if k := bytes.Index(w, []byte(part.word)); k >= 0 {
				if k+len(part.word) < len(w) && part.rule == &wordPassword {
					return meaning{rule: &wordPhrase, places: everywhere}, true // 密码强度 is no password
				}
				return part, true
			}
		}
	}
	for _, end := range joined {
		if len(w) > len(end) && string(w[len(w)-len(end):]) == end && !Among(nouns, w[:len(w)-len(end)]) && !Among(cursors, w[:len(w)-len(end)]) {
			return *all[end], true
		}
	}
	// Of shorter words the one before must be known: x-logincode.
	for _, end := range [...]string{"key", "code", "kode", "kod", "koodi", "ticket", "hash", "pass", "pwd", "pw", "tok", "tkn", "session", "jwt", "csrf", "seed", "pin", "sid"} {
		if len(w) < len(end)+2 || string(w[len(w)-len(end):]) != end {
			continue
		}
		m, before := *all[end], w[:len(w)-len(end)]
		if Among(m.before, before) || m.places == everywhere && Among(owners, before) {
			m.places = everywhere
			return m, true
		}
	}
	return meaning{}, false
}

// owners are the words for whose a secret is that others are joined to.
const owners = " user usr my app api auth admin login access session sess sso client id bearer refresh db anti new old current confirm smtp mail ldap bind ssh ftp sftp http proxy wifi root master sql mysql pg unlock archive "

// versions are words at the end of a name that say which one of its kind it is, or whose.
var versions = judge.SetOf(" secured v1 v2 v3 v4 for user b64 value primary secondary default prod production live test testing staging stage dev development qa uat sandbox eu us apac emea current new old temp tmp temporary encrypted backup previous prev next active legacy local remote global main latest data ")

// unversioned gives a name without the words at its end that say which one of its kind it
// is, or whose, and nothing of what it is: access_token_primary, apiKeyForUser; nil where it
// has none, or nothing else.
func unversioned(name []byte) []byte {
	was := len(name)
	for len(name) > 0 {
		k := len(name)
		for k > 0 && isAlnum(name[k-1]) && !(k < len(name) && name[k-1] >= 'a' && name[k-1] <= 'z' && name[k] >= 'A' && name[k] <= 'Z') {
			k--
		}
		var buf [maxVersion]byte
		if k == 0 || k == len(name) || len(name)-k > len(buf) || !versions()[string(appendLower(buf[:0], name[k:]))] {
			break
		}
		name = bytes.TrimRight(name[:k], "_-. ")
	}
	if len(name) == was || len(name) < 2 {
		return nil
	}
	return name
}

// maxVersion is how long the longest of versions is.
const maxVersion = len("development")

// isSetting tells whether a name is written as settings of an environment are:
// STRIPE_KEY.
func isSetting(name []byte) bool {
	seen := false
	for _, c := range name {
		if c >= 'a' && c <= 'z' {
			return false
		}
		seen = seen || c == '_'
	}
	return seen
}

func ruleOf(word []byte) *Rule {
	if m, ok := meanings()[string(word)]; ok {
		return m.rule
	}
	return nil
}

// qualified judges the meaning of the word at last by those before it.
func qualified(place Place, m meaning, b []byte, ends *[maxWords + 1]int, last int) *Rule {
	said := m.places&place != 0 && !(m.rule == &wordKey && last > 0 && Among(places, b[ends[last-1]:ends[last]]))
	for i := range last {
		w := b[ends[i]:ends[i+1]]
		switch {
		case i == 0 && (place == Key && Among(verbs, w) || Among(flags, w)), Among(nouns, w), i == last-1 && m.rule != &wordSecret && m.rule != &wordPassword && Among(cursors, w), m.rule == &wordToken && Among(counted, w), m.rule == &wordSession && Among(watching, w), m.rule == &wordCode && Among(outcomes, w):
			return nil
		}
		said = said || m.before != "" && (Among(m.before, w) || m.rule == &wordCode && bytes.HasSuffix(w, []byte("2fa")))
	}
	if m.rule == &wordKey && said && last > 0 && Among(" wifi wlan wpa wep shared ", b[ends[last-1]:ends[last]]) {
		return &wordPassword // of a network, which people choose
	}
	if !said || m.rule == &wordSecret && last > 0 && string(b[ends[last-1]:ends[last]]) == "existing" {
		return nil // existingSecret: the name of one
	}
	return m.rule
}

// Among tells whether list, words between blanks, has w.
func Among(list string, w []byte) bool {
	for i := 0; i+len(w)+1 < len(list); i++ {
		if list[i] == ' ' && list[i+len(w)+1] == ' ' && list[i+1:i+1+len(w)] == string(w) {
			return true
		}
	}
	return false
}

func isASCII(name []byte) bool {
	for _, c := range name {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func isSmall(c rune) bool { return c >= 'a' && c <= 'z' }

func isNumber(w []byte) bool {
	for _, c := range w {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// split cuts a name into its last words, in lower case: at signs, where case
// rises, and between letters and digits.
func split(name []byte, buf *[maxName]byte, ends *[maxWords + 1]int) (int, []byte) {
	n, b := 0, buf[:0]
	const none, lowerCase, upperCase, digit = 0, 1, 2, 3
	prev := none
	end := func() {
		if len(b) == ends[n] {
			return
		}
		if n == maxWords-1 {
			// Forget the first word: the last ones decide.
			k := ends[1]
			b = b[:copy(b, b[k:])]
			for i := 1; i <= n; i++ {
				ends[i-1] = ends[i] - k
			}
			n--
		}
		n++
		ends[n] = len(b)
	}
	for i, c := range name {
		kind := none
		switch {
		case c >= 'a' && c <= 'z' || c >= 0x80:
			kind = lowerCase
		case c >= 'A' && c <= 'Z':
			kind = upperCase
		case c >= '0' && c <= '9':
			kind = digit
		}
		if kind == none {
			end()
			prev = none
			continue
		}
		switch {
		case kind == upperCase && prev == lowerCase:
			end()
		case kind == upperCase && prev == upperCase && i+1 < len(name) && name[i+1] >= 'a' && name[i+1] <= 'z':
			// The last capital of a run begins the next word: APIKey.
			end()
		case kind == upperCase && prev == digit:
			// Digits stay with the word before them, or with the small
			// letters behind: oauth2, cvv2, 2fa.
			end()
		}
		if kind == upperCase {
			c |= 0x20
		}
		b = append(b, c)
		prev = kind
	}
	end()
	return n, b
}
