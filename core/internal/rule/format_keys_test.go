package rule

import (
	"strings"
	"testing"
)

var keyExamples = []formatExample{
	{"keys.pem", "-----BEGIN RSA PRIVATE KEY-----\n{b64}\n{b64}\n-----END RSA PRIVATE KEY-----", `-----BEGIN PRIVATE KEY-----\n{b64}\n-----END PRIVATE KEY-----`, "-----BEGIN PUBLIC KEY-----\n{b64}\n-----END PUBLIC KEY-----"},
	{"keys.openssh", "b3BlbnNzaC1rZXktdjE{b300}", "b3BlbnNzaC1rZXktdjE{b51}\n{b70}\n{b70}", "b3BlbnNzaC1rZXktdjE{b20}"},
	{"keys.putty", "PuTTY-User-Key-File-3: ssh-ed25519\nPublic-Lines: 1\n{b64}\nPrivate-Lines: 1\n«{b48}»", `PuTTY-User-Key-File-2: ssh-rsa\r\nPrivate-Lines: 8\r\n«{b64}»`, "PuTTY-User-Key-File-3: ssh-ed25519\nPublic-Lines: 1\n{b64}"},
	{"keys.age", "AGE-SECRET-KEY-1{Z58}", "AGE-SECRET-KEY-1{Z58}", "AGE-SECRET-KEY-1{Z50}"},
	{"keys.age-plugin", "AGE-SECRET-KEY-PQ-1{Z58}", "AGE-SECRET-KEY-PQ-1{Z70}", "AGE-SECRET-KEY-PQ-1{Z50}"},
	{"keys.bitcoin-wif", "K{546}aZbY7", "5J{545}aZb7", "M{546}aZbY7"},
	{"keys.xprv", "xprv{5107}", "tprv{5107}", "xprv{5100}"},
	{"keys.secret-token", "«secret-token:{A32}»&next=1", "«secret-token:{A12}%20{A12}&{A4}»;next=2", "secret-token"},
	{"keys.otpauth", "otpauth://totp/Example:ada?secret=«{232}»", "otpauth://hotp/Example?issuer=Example&secret=«{216}»", "otpauth://totp/Example:ada?issuer=Example"},
	{"keys.otpauth-escaped", "otpauth%3A%2F%2Ftotp%2FExample%3Fsecret%3D«{232}»", "otpauth%3A%2F%2Ftotp%2FExample%3Fissuer%3Dx%26secret%3D«{232}»", "otpauth%3A%2F%2Ftotp%2FExample"},
	{"keys.otpauth-migration", "otpauth-migration://offline?data=«{b80}»", "otpauth-migration://offline?data=«{A80}%3D»", "otpauth-migration://offline?data={A8}"},
	{"keys.nats", "SUA{255}", "SAA{255}", "SUA{250}"},
	{"keys.stellar", "SA{254}", "SAZ{253}", "SA{250}"},
	{"keys.bcrypt", "$2y$10${A53}", "$2b$12${A53}", "$2y$10${A20}"},
	{"keys.phpass", "$P$B{A30}", "$H$9{A30}", "$P$B{A12}"},
	{"keys.crypt", "$6${A8}${A86}", "$apr1${A8}${A22}", "$6${A8}"},
	{"keys.argon2", "$argon2id$v=19$m=65536,t=3,p=4${A22}${A43}", "$argon2i$m=4096,t=3,p=1${A16}${A43}", "$argon2id$v=19"},
	{"keys.django", "pbkdf2_sha256$260000${A22}${A43}=", "pbkdf2_sha1$1000${A12}${A27}=", "pbkdf2_sha256"},
	{"keys.openvpn", "-----BEGIN OpenVPN Static key V1-----«\n{h240}\n»-----END OpenVPN Static key V1-----", `-----BEGIN OpenVPN Static key V1-----«\n{h240}\n»-----END`, "-----BEGIN OpenVPN Static key V1-----\n{h32}"},
	{"keys.network", "$9$«{A32}»", "$8$«{A14}»", "$9$value"},
	{"keys.network-line", "snmp-server community «s3cretRO» RO", "message-digest-key 1 md5 7 «tulip48»", "snmp-server community WORD"},
	{"keys.enc", "ENC «{A40}=»", "ENC(«{A32}»)", "ENC (encrypted)"},
	{"keys.jenkins", "AQAAABAAAA«{A44}=»", "AQAAABAAAA«{A64}»", "AQAAABAAAA{A8}"},
	{"keys.aes", "AES}«{A43}=»", "AES}«{A24}»", "AES}{A8}"},
	{"keys.rdp", "password 51:b:«{h120}»", "password 51:b:«{h64}»", "password 51:b:{h8}"},
	{"keys.openvpn-user", "auth-user-pass>\nann\n«hunter2x»\n</auth-user-pass>", "auth-user-pass>\r\nann\r\n«letmein»\r\n</auth-user-pass>", "auth-user-pass>\n"},
	{"keys.scram", "SCRAM-SHA-256$4096:«{b24}${b44}:{b44}»", "SCRAM-SHA-1$4096:«{b24}${b28}:{b28}»", "SCRAM-SHA-256$4096"},
	{"keys.alfresco", "TICKET_«{h40}»", "TICKET_«{h40}»&a=1", "TICKET_{h8}"},
	{"keys.cpanel", "cpsess«2589904225»", "cpsess«1234567899»", "cpsess12"},
	{"keys.ldap-hash", "SSHA}«{A32}»", "SMD5}«{A27}=»", "SSHA}{A8}"},
	{"keys.wifi", "WIFI:T:WPA;S:home;P:«{A12}»;;", "WIFI:S:home;T:WPA;P:«hunter2hunter»;H:true;;", "WIFI:T:nopass;S:home;;"},
	{"keys.nostr", "nsec1{z58}", "nsec1{z58}", "nsec1{z50}"},
}

func TestPEM(t *testing.T) {
	r := exampleRand("pem")
	fill := func(template string) string { v, _, _ := fillTemplate(template, r); return v }
	lines := "{b64}\n{b64}\n{b64}\n{b20}==\n"
	key := "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,{H32}\n\n" + lines + "-----END EC PRIVATE KEY-----"
	for name, tc := range map[string]struct{ before, key, after string }{
		"whole":             {"", key, "\n"},
		"openssh":           {"", "-----BEGIN OPENSSH PRIVATE KEY-----\n" + lines + "-----END OPENSSH PRIVATE KEY-----", "\nrest"},
		"pgp":               {"", "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n" + lines + "=aB3d\n-----END PGP PRIVATE KEY BLOCK-----", " x"},
		"ssh2":              {"", "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: \"x\"\n" + lines + "---- END SSH2 ENCRYPTED PRIVATE KEY ----", "\n"},
		"backslash n":       {`"k":"`, strings.ReplaceAll(key, "\n", `\n`), `","n":1`},
		"percent":           {"k=", strings.NewReplacer("\n", "%0A", "+", "%2B", "/", "%2F", " ", "%20").Replace(key), "&n=1"},
		"form":              {"k=", strings.NewReplacer("\n", "%0D%0A", "+", "%2B", " ", "+").Replace(key), "&n=1"},
		"crlf":              {"", strings.ReplaceAll(key, "\n", "\r\n"), "\r\n"},
		"HTML breaks":       {"<p>", strings.ReplaceAll(key, "\n", "<br>"), "</p>"},
		"concatenated":      {`x="`, strings.ReplaceAll(key, "\n", "\\n\"+\n\""), `";`},
		"cut":               {"", "-----BEGIN RSA PRIVATE KEY-----\n{b64}\n{b64}\n{b33}", ""},
		"cut, in quotes":    {`"`, `-----BEGIN RSA PRIVATE KEY-----\n{b64}\n{b20}`, `","next":"value"`},
		"two in a row":      {"", key, "\n-----BEGIN CERTIFICATE-----\n" + lines + "-----END CERTIFICATE-----"},
		"cut, then a cert":  {"", "-----BEGIN RSA PRIVATE KEY-----\n{b64}\n-----", "BEGIN CERTIFICATE-----\n{b64}\n-----END CERTIFICATE-----"},
		"after a backslash": {`\n-`, key[1:], ""},
	} {
		t.Run(name, func(t *testing.T) {
			before, value, after := fill(tc.before), fill(tc.key), fill(tc.after)
			text := []byte(before + value + after)
			m, ok := FormatAt(text, len(before))
			if !ok || m.Format.ID != "keys.pem" || string(text[m.Start:m.End]) != value {
				t.Errorf("got %v %d:%d, want %d:%d in %q", ok, m.Start, m.End, len(before), len(before)+len(value), text)
			}
		})
	}
	for _, none := range []string{
		`-----BEGIN PRIVATE KEY-----`, `"-----BEGIN PRIVATE KEY-----\n"+t+"\n-----END PRIVATE KEY-----"`, "-----BEGIN RSA PRIVATE KEY-----\nREDACTED\n-----END RSA PRIVATE KEY-----",
		"-----BEGIN", "-----BEGIN PRIVATE", "-----BEGIN CERTIFICATE-----\n{b64}\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----", "-----BEGIN a PRIVATE KEY-----{b64}",
	} {
		if m, ok := FormatAt([]byte(fill(none)), 0); ok {
			t.Errorf("%q: %s", none, m.Format.ID)
		}
	}
}
