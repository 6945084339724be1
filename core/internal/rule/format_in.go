package rule

import "bytes"

// A formatMark tells a format by a run's length and a few bytes in it.
type formatMark struct {
	least, most int    // the run's length
	at          int    // where the mark stands, counted from the run's begin
	text        string // the mark
	back        int    // the value begins so many bytes before the run
	id          string
}

// formatMarks are the formats whose run is the value, or ends it. One without
// bytes to compare is told by its pattern alone.
var formatMarks = []formatMark{
	{84, 84, 52, "JQQJ9", 0, "cloud.azure-key"},
	{84, 84, 76, "AZDO", 0, "vcs.azure-devops"},
	{52, 52, 42, "AzSe", 0, "cloud.azure-search"},
	{43, 43, 33, "AzCa", 0, "cloud.azure-cache"},
	{53, 54, 44, "AzFu", 0, "cloud.azure-functions"},
	{50, 84, 20, "-YXBpL", 0, "identity.duo-activation"},
	{31, 37, -2, "Q~", 6, "cloud.azure-client-secret"},
	{60, 70, -9, ".atlasv1.", 23, "infra.terraform"},
	{36, 37, 32, "-us", 0, "chat.mailchimp"},
	{40, 40, 36, "_mmk", 0, "saas.maxmind"},
	{40, 40, 36, "NRAL", 0, "infra.newrelic-license"},
	{50, 50, 35, "jsn", 0, "saas.rapidapi"},
	{51, 51, 36, "jsn", 0, "saas.rapidapi"},
	{42, 42, 0, "00", 0, "identity.okta"},
	{51, 52, 0, "5", 0, "keys.bitcoin-wif"},
	{51, 52, 0, "K", 0, "keys.bitcoin-wif"},
	{51, 52, 0, "L", 0, "keys.bitcoin-wif"},
	{43, 43, -1, ":", 14, "chat.ably"},
	{64, 64, -1, ":", 25, "saas.ghost"},
	{16, 16, -1, ".", 7, "infra.kubernetes-bootstrap"},
	{24, 28, 0, "M", 0, "chat.discord-bot"},
	{24, 28, 0, "N", 0, "chat.discord-bot"},
	{24, 28, 0, "O", 0, "chat.discord-bot"},
}

// formatMarkLongest is the greatest length in formatMarks.
const formatMarkLongest = 84

// What FormatIn and FormatAt hold of the index.
var (
	marksOfLength     [formatMarkLongest + 1][]boundMark
	azureClientSecret *formatShape
	azureStorage      *formatShape
	azureAccount      *formatShape
	azureBus          *formatShape
	azureRegistry     *formatShape
	asanaToken        *formatShape
	telegramToken     *formatShape
	openAIKey         *formatShape
	railsEncrypted    *formatShape
	railsSignedCookie *formatShape
)

type boundMark struct {
	*formatMark
	shape *formatShape
}

func bindInner(named map[string]*formatShape) {
	for i := range formatMarks {
		m := &formatMarks[i]
		for n := m.least; n <= m.most; n++ {
			marksOfLength[n] = append(marksOfLength[n], boundMark{m, named[m.id]})
		}
	}
	azureClientSecret = named["cloud.azure-client-secret"]
	azureStorage = named["cloud.azure-storage"]
	azureAccount = named["cloud.azure-account"]
	azureBus = named["cloud.azure-bus"]
	azureRegistry = named["cloud.azure-registry"]
	asanaToken = named["saas.asana"]
	telegramToken = named["chat.telegram-bot"]
	openAIKey = named["ai.openai"]
	railsEncrypted = named["identity.rails"]
	railsSignedCookie = named["identity.rails-signed"]
}

// FormatIn looks for the formats that nothing tells at their first byte, in
// the run text[i:j] of [A-Za-z0-9_-] characters, at least 16 of them, and in
// what stands right before and behind it. The match may begin before i.
func FormatIn(text []byte, i, j int) (Match, bool) {
	n := j - i
	if n <= formatMarkLongest {
		for _, m := range marksOfLength[n] {
			at := i + m.at
			if at < 0 || at+len(m.text) > len(text) || string(text[at:at+len(m.text)]) != m.text {
				continue
			}
			if len(m.text) < 3 && (inBase64(text, i-1, -1) || inBase64(text, j, 1)) {
				continue // such a mark says nothing in the midst of base64
			}
			if match, ok := m.shape.inner(text, i-m.back); ok {
				return match, true
			}
		}
	}
	if i > 0 && text[i-1] == ':' {
		if match, ok := behindNumber(text, i, n); ok {
			return match, true
		}
	}
	if j < len(text) {
		switch text[j] {
		case '+', '/', '=':
			if match, ok := azureBase64(text, j); ok {
				return match, true
			}
		}
	}
	if n < 19 {
		return Match{}, false
	}
	run := text[i:j]
	if n >= 51 {
		if at := bytes.Index(run, []byte("T3BlbkFJ")); at >= 23 {
			if sk := bytes.LastIndex(run[:at-20], []byte("sk-")); sk >= 0 {
				if match, ok := openAIKey.inner(text, i+sk); ok {
					return match, true
				}
			}
		}
	}
	for from := 0; ; {
		at := bytes.Index(run[from:], []byte("--"))
		if at < 0 {
			return Match{}, false
		}
		from += at + 2
		if match, ok := railsCookie(text, i+from); ok {
			return match, true
		}
	}
}

// inner matches a shape at text[start:], where no character of a word may
// stand before.
func (s *formatShape) inner(text []byte, start int) (Match, bool) {
	if start < 0 || start > 0 && (isAlnum(text[start-1]) || text[start-1] == '_') && s != openAIKey && !isLength(text, start-1) {
		return Match{}, false
	}
	from, end, ok := s.at(text, start, 0)
	return Match{Format: s.Format, Start: from, End: end}, ok
}

// isLength says whether the letter or digit text[i] can be the length of what
// follows it in a binary format: behind a control character that is no blank.
func isLength(text []byte, i int) bool {
	return i > 0 && text[i-1] < ' ' && text[i-1] != '\n' && text[i-1] != '\r' && text[i-1] != '\t'
}

// inBase64 says whether text[i], beside a run, is a plus or slash of base64:
// what is on its other side, in the direction step, is no word of a path.
func inBase64(text []byte, i, step int) bool {
	if i < 0 || i >= len(text) || text[i] != '/' {
		return i >= 0 && i < len(text) && text[i] == '+'
	}
	n, k := 0, i+step
	for n < 12 && k >= 0 && k < len(text) && isAlnum(text[k]) {
		n++
		k += step
	}
	return n >= 4 && !wordy(text[min(i+1, k+1):max(i, k)])
}

// behindNumber looks at a run of n bytes behind a number and a colon: Telegram
// bot tokens (also right behind the word bot in a URL) and Asana tokens.
func behindNumber(text []byte, i, n int) (Match, bool) {
	if n != 35 && n != 32 {
		return Match{}, false
	}
	start := i - 1
	for start > 0 && isDigit(text[start-1]) && i-start < 20 {
		start--
	}
	number := i - 1 - start
	if n == 35 && number >= 8 && number <= 10 && text[i] == 'A' && text[i+1] == 'A' {
		from, end, ok := telegramToken.at(text, start, 0)
		return Match{Format: telegramToken.Format, Start: from, End: end}, ok
	}
	if n == 32 && (number == 16 || number == 17) {
		// One number or two, behind 1/ or 2/.
		for range 2 {
			if start < 2 || text[start-1] != '/' {
				break
			}
			if match, ok := asanaToken.inner(text, start-2); ok {
				return match, true
			}
			for start--; start > 0 && isDigit(text[start-1]) && i-start < 40; start-- {
			}
		}
	}
	return Match{}, false
}

// azureBase64 looks at the base64 around text[j], a plus, slash or equals sign
// behind a run: Azure keys bear their mark close to the end.
func azureBase64(text []byte, j int) (Match, bool) {
	end := j
	for end < len(text) && isBase64(text[end]) {
		if end-j > 86 {
			return Match{}, false
		}
		end++
	}
	if end < len(text) && text[end] == '=' {
		if start := end - 86; start >= 0 && (start == 0 || !isBase64(text[start-1])) {
			if match, ok := azureStorage.inner(text, start); ok {
				return match, true
			}
			if isDigest(text[max(0, start-24):start]) {
				return Match{}, false
			}
			return azureAccount.inner(text, start)
		}
		if start := end - 43; start >= 0 && (start == 0 || !isBase64(text[start-1])) {
			return azureBus.inner(text, start)
		}
		return Match{}, false
	}
	if start := end - 52; start >= 0 && string(text[end-10:end-6]) == "+ACR" && (start == 0 || !isBase64(text[start-1])) {
		return azureRegistry.inner(text, start)
	}
	return Match{}, false
}

// isDigest tells whether what stands before a value says that it is a checksum.
func isDigest(before []byte) bool {
	var buf [24]byte
	low := append(buf[:0], before...)
	for i, c := range low {
		if c >= 'A' && c <= 'Z' {
			low[i] = c | 0x20
		}
	}
	for _, word := range [...]string{"sha512", "sha-512", "hash", "digest", "checksum", "integrity"} {
		if bytes.Contains(low, []byte(word)) {
			return true
		}
	}
	return false
}

func isBase64(c byte) bool { return isAlnum(c) || c == '+' || c == '/' }

// railsCookie looks at what stands behind -- at text[i-2:i]: a digest, or an
// initialisation vector and a tag. In front of it is base64.
func railsCookie(text []byte, i int) (Match, bool) {
	hex := i
	for hex < len(text) && hex-i <= 64 && isHex(text[hex]) {
		hex++
	}
	shape := railsEncrypted
	switch size, ok := base64Run(text, i); {
	case hex-i == 40 || hex-i == 64:
		shape = railsSignedCookie
	case !ok:
		return Match{}, false
	case size >= 22: // i is behind the second --
		back := i - 2
		for count := 0; count < 16; count++ {
			switch {
			case back >= 3 && text[back-3] == '%':
				back -= 3
			case back >= 1 && isBase64(text[back-1]):
				back--
			default:
				return Match{}, false
			}
		}
		if i = back; i < 2 || text[i-1] != '-' || text[i-2] != '-' {
			return Match{}, false
		}
	}
	start := i - 2
	for start > 0 && i-start < shape.MaxLen-200 && (isBase64(text[start-1]) || text[start-1] == '=' || text[start-1] == '%') {
		if text[start-1] == '/' && behindWord(text, start-1) {
			break // of a path
		}
		start--
	}
	for start < i && !isAlnum(text[start]) { // name=value: the equals sign is not of it
		start++
	}
	// In a name=value pair the name is base64 too: begin behind the last
	// equals sign that more than padding follows.
	for k := i - 5; k > start; k-- {
		if text[k] == '=' && text[k+1] != '=' && text[k+1] != '-' {
			start = k + 1
			break
		}
	}
	return shape.inner(text, start)
}

// behindWord tells whether a word of small letters stands before the slash
// text[i], behind another one.
func behindWord(text []byte, i int) bool {
	k := i
	for k > 0 && text[k-1] >= 'a' && text[k-1] <= 'z' {
		k--
	}
	return i-k >= 4 && k > 0 && text[k-1] == '/' && wordy(text[k:i])
}

// base64Run counts the characters of plain or percent-encoded base64 from i
// on, and says whether there are 16 before another --, or 22 before padding.
func base64Run(text []byte, i int) (size int, ok bool) {
	for i < len(text) && size <= 22 {
		switch {
		case isBase64(text[i]):
			i++
		case text[i] == '%' && i+2 < len(text) && text[i+1] == '2' && (text[i+2]|0x20 == 'b' || text[i+2]|0x20 == 'f'):
			i += 3
		default:
			switch size {
			case 16:
				return size, i+1 < len(text) && text[i] == '-' && text[i+1] == '-'
			case 22:
				return size, text[i] == '=' || text[i] == '%'
			}
			return size, false
		}
		size++
	}
	return size, false
}
