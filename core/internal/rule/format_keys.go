package rule

import "bytes"

// keyFormats are private keys and seeds that belong to no vendor.
var keyFormats = []Format{
	// The pattern says what it begins with; findPEM finds where it ends.
	secretFormat("keys.pem", "key", "a private key (PEM)", `-{4,5} ?BEGIN[ +%A-Z0-9]{0,60}PRIVATE[ +%20]{1,3}KEY`, "-----BEGIN", "----BEGIN", "---- BEGIN").within(64 << 10).where(privateKeyBody),
	secretFormat("keys.openssh", "key", "an OpenSSH private key", `b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=\s]*(?:(?:\\n|\\r|%0[AaDd])[A-Za-z0-9+/=]+)*[A-Za-z0-9+/=]{50,}`, "b3BlbnNzaC1rZXktdjE").within(32 << 10),
	secretFormat("keys.putty", "key", "a PuTTY private key", `(?s)PuTTY-User-Key-File-[23]: .*?Private-Lines: ?\d+(?:[\s\\rn]|%0[AaDd])+([A-Za-z0-9+/=\s\\%]{40,})`, "PuTTY-User-Key-File-").within(16 << 10),
	secretFormat("keys.age", "key", "an age secret key", `AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}`, "AGE-SECRET-KEY-1"),
	secretFormat("keys.age-plugin", "key", "an age post-quantum secret key", `AGE-SECRET-KEY-PQ-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58,}`, "AGE-SECRET-KEY-PQ-1"),
	innerFormat("keys.bitcoin-wif", "key", "a Bitcoin private key", `[5KL][1-9A-HJ-NP-Za-km-z]{50,51}`, "5").where(mixedCase),
	secretFormat("keys.xprv", "key", "a wallet's extended private key", `[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{107,108}`, "xprv", "yprv", "zprv", "tprv", "uprv", "vprv"),
	secretFormat("keys.secret-token", "token", "a secret-token URI", `secret-token:[A-Za-z0-9._~%!$&'()*+,;=:@-]{8,}`, "secret-token:").within(4 << 10).where(varied),
	secretFormat("keys.otpauth", "seed", "the seed of a one-time password", `otpauth://[^\s"'<>]*?[?&]secret=([A-Za-z2-7]{8,})`, "otpauth://").where(varied),
	secretFormat("keys.otpauth-escaped", "seed", "the seed of a one-time password", `otpauth%3[Aa]%2[Ff]%2[Ff][^\s"'<>]*?(?:%3[Ff]|%26)secret%3[Dd]([A-Za-z2-7]{8,})`, "otpauth%3A%2F%2F", "otpauth%3a%2f%2f").where(varied),
	secretFormat("keys.otpauth-migration", "seed", "the seeds of one-time passwords", `otpauth-migration://offline\?data=([A-Za-z0-9+/%=_-]{20,})`, "otpauth-migration://"),
	secretFormat("keys.nats", "key", "a NATS seed", `S[ACNOUX][AU][A-Z2-7]{55}`, "SUA", "SAA", "SCA", "SNA", "SOA", "SXA").where(mixed),
	secretFormat("keys.stellar", "seed", "a Stellar secret seed", `S[A-Z2-7]{55}`, eachOf("SA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")...).where(mixed),
	secretFormat("keys.bcrypt", "password", "the hash of a password (bcrypt): the password can be guessed from it", `\$2[abxy]\$\d\d\$[./A-Za-z0-9]{52}[A-Za-z0-9]?`, "$2a$", "$2b$", "$2x$", "$2y$"),
	secretFormat("keys.phpass", "password", "the hash of a password (phpass): the password can be guessed from it", `\$[PH]\$[./A-Za-z0-9]{30}[A-Za-z0-9]?`, "$P$", "$H$"),
	secretFormat("keys.crypt", "password", "the hash of a password (crypt): the password can be guessed from it", `\$(?:[156y]|apr1)\$(?:[A-Za-z0-9=,]{1,20}\$)?[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{22,86}`, "$1$", "$5$", "$6$", "$y$", "$apr1$"),
	secretFormat("keys.argon2", "password", "the hash of a password (Argon2): the password can be guessed from it", `\$argon2(?:i|d|id)\$[A-Za-z0-9=,$]{5,40}\$[+/A-Za-z0-9]{8,90}\$[+/A-Za-z0-9=]{16,90}`, "$argon2"),
	secretFormat("keys.django", "password", "the hash of a password (PBKDF2): the password can be guessed from it", `pbkdf2_sha(?:1|256|512)\$\d{3,8}\$[./A-Za-z0-9]{1,64}\$[+/A-Za-z0-9=]{24,90}`, "pbkdf2_sha"),
	secretFormat("keys.scram", "password", "the verifier of a password (SCRAM): the password can be guessed from it", `SCRAM-SHA-(?:1|256|512)\$\d{3,8}:([A-Za-z0-9+/=]{16,90}\$[A-Za-z0-9+/=]{20,90}:[A-Za-z0-9+/=]{20,90})`, "SCRAM-SHA-"),
	secretFormat("keys.alfresco", "ticket", "a ticket of Alfresco: it signs the user in", `TICKET_([0-9a-f]{40})`, "TICKET_"),
	secretFormat("keys.cpanel", "session", "the session of cPanel in a path", `cpsess(\d{10})`, "cpsess").where(anything),
	secretFormat("keys.ldap-hash", "password", "the hash of a password (LDAP): the password can be guessed from it", `S(?:HA|SHA|MD5|SHA256|SHA512)\}([+/A-Za-z0-9]{20,120}={0,2})`, "SHA}", "SSHA}", "SSHA256}", "SSHA512}", "SMD5}"),
	secretFormat("keys.openvpn", "key", "a key that all peers of a VPN share (OpenVPN)", `-----BEGIN OpenVPN Static key V1-----([0-9a-f\s\\rn]{96,})`, "-----BEGIN OpenVPN").within(8 << 10),
	secretFormat("keys.network", "password", "a password in the configuration of a network device, encrypted with a key that is known", `\$[89]\$([./A-Za-z0-9-]{8,64})`, "$8$", "$9$").where(mixed),
	// A line of a switch says what the password is for, and whether it is encrypted.
	secretFormat("keys.network-line", "password", "a password in the configuration of a network device", `(?:snmp-server community|snmp community|crypto isakmp key|tacacs-server key|radius-server key|key-string|wpa-psk ascii|message-digest-key \d+ md5|authentication-key \d+ md5|pre-shared-key ascii-text) (?:[0-9] )?"?([^\s"<>]{3,80})`,
		"snmp-server community ", "snmp community ", "crypto isakmp key ", "tacacs-server key ", "radius-server key ", "key-string ", "wpa-psk ascii ", "message-digest-key ", "authentication-key ", "pre-shared-key ascii-text ").where(networkKey),
	secretFormat("keys.enc", "password", "a password in the configuration of a firewall or a program, encrypted", `ENC[ (]([A-Za-z0-9+/]{20,}={0,2})`, "ENC ", "ENC(").where(mixedCase),
	secretFormat("keys.jenkins", "password", "a secret of Jenkins, encrypted", `AQAAABAAAA([A-Za-z0-9+/]{24,}={0,2})`, "AQAAABAAAA").where(mixedCase),
	secretFormat("keys.aes", "password", "a password of a server, encrypted with its key", `AES\}([A-Za-z0-9+/]{22,}={0,2})`, "AES}").where(mixedCase),
	secretFormat("keys.rdp", "password", "the password of a remote desktop, encrypted", `password 51:b:([0-9A-Fa-f]{32,})`, "password 51:b:").within(4 << 10),
	secretFormat("keys.openvpn-user", "password", "the user name's password in the profile of a VPN", `auth-user-pass>\s+[^\s<]{1,64}\s+([^\s<]{3,64})`, "auth-user-pass>").where(anything),
	secretFormat("keys.wifi", "password", "the password of a wireless network", `WIFI:[^\s"'<>]{0,80}?;P:([^;"<>\s]{8,63})`, "WIFI:").where(anything),
	secretFormat("keys.nostr", "key", "a Nostr private key", `nsec1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}`, "nsec1"),
}

var (
	pemBegin = []byte("BEGIN")
	pemEnd   = []byte("END")
	pemKey   = []byte("PRIVATE")
)

// upToParameter matches s up to where another parameter of a form or a path begins: the signs
// of a token may be any of a URI's (RFC 8959 2).
func (s *formatShape) upToParameter(text []byte) (start, end int, ok bool) {
	if start, end, ok = s.pattern().match(text); !ok {
		return 0, 0, false
	}
	for i := start; i < end; i++ {
		if text[i] != '&' && text[i] != ';' {
			continue
		}
		k := i + 1
		for k < end && (isAlnum(text[k]) || text[k] == '_' || text[k] == '-' || text[k] == '.') {
			k++
		}
		if k > i+1 && k < end && text[k] == '=' {
			return start, i, true
		}
	}
	return start, end, true
}

// findPEM encloses a private key from its BEGIN line to the end of its END
// line. Where the END line is missing, because the text was cut, the key goes
// as far as anything that may stand in one.
func findPEM(text []byte) (start, end int, ok bool) {
	at := bytes.Index(text[:min(len(text), 12)], pemBegin)
	if at < 0 {
		return 0, 0, false
	}
	body, ok := pemLine(text, at+len(pemBegin))
	if !ok {
		return 0, 0, false
	}
	stop := len(text)
	if next := bytes.Index(text[body:], pemBegin); next >= 0 {
		stop = body + next
	}
	for from := body; ; {
		at := bytes.Index(text[from:stop], pemEnd)
		if at < 0 {
			break
		}
		from += at + len(pemEnd)
		if text[from-len(pemEnd)-1] != '-' && text[from-len(pemEnd)-1] != ' ' {
			continue
		}
		if end, ok := pemLine(text[:stop], from); ok {
			return 0, end, true
		}
	}
	end = body
	for end < stop && mayStandInPEM(text[end]) {
		end++
	}
	return 0, end, true
}

// pemLine reads the rest of a BEGIN or END line from its label on, and gives
// the place behind its hyphens.
func pemLine(text []byte, i int) (int, bool) {
	label := text[i:min(len(text), i+80)]
	at := bytes.Index(label, pemKey)
	hyphens := bytes.Index(label, []byte("--"))
	if at < 0 || hyphens < at {
		return 0, false
	}
	for _, c := range label[:hyphens] {
		if !isDigit(c) && (c < 'A' || c > 'Z') && c != ' ' && c != '+' && c != '%' {
			return 0, false
		}
	}
	i += hyphens
	for n := 0; i < len(text) && text[i] == '-' && n < 5; n++ {
		i++
	}
	return i, true
}

func mayStandInPEM(c byte) bool {
	return isAlnum(c) || bytes.IndexByte([]byte("+/=\\% \t\r\n:,.-_();&#"), c) >= 0
}

// privateKeyBody wants a long run of base64, which the mere words BEGIN
// PRIVATE KEY in program text are not followed by.
func privateKeyBody(value []byte) bool {
	run, upper, lower, digit := 0, false, false, false
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case isAlnum(c) || c == '+' || c == '/':
			run++
			upper = upper || 'A' <= c && c <= 'Z'
			lower = lower || 'a' <= c && c <= 'z'
			digit = digit || isDigit(c)
			if run >= 24 && upper && lower && digit {
				return true
			}
		case c == '%' && i+2 < len(value) && value[i+1] == '2' && (value[i+2]|0x20 == 'b' || value[i+2]|0x20 == 'f'):
			i += 2
			run++
		default:
			run, upper, lower, digit = 0, false, false, false
		}
	}
	return false
}

// networkKey refuses the words that stand in place of a key: which of them it is, or how
// it is written.
func networkKey(value []byte) bool {
	switch string(value) {
	case "name", "string", "encrypted", "plain", "set", "hex", "WORD", "public", "host":
		return false
	}
	return value[0] != '<' && value[0] != '['
}

// anything takes every value: its surroundings alone tell it.
func anything([]byte) bool { return true }
