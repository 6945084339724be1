package rule

import "bytes"

// chatFormats are chat, mail, phone and social services.
var chatFormats = []Format{
	secretFormat("chat.slack-bot", "token", "a Slack bot token", `xoxb-[0-9]{8,16}-[A-Za-z0-9-]{14,}`, "xoxb-"),
	secretFormat("chat.slack-user", "token", "a Slack user token", `xox[pe](?:-[0-9]{8,14}){2,3}-[A-Za-z0-9-]{20,80}`, "xoxp-", "xoxe-"),
	secretFormat("chat.slack-client", "token", "a Slack client session token", `xoxc-\d{9,15}-\d{9,15}-\d{9,15}-[a-f0-9]{64}`, "xoxc-"),
	secretFormat("chat.slack-session", "cookie", "a Slack session cookie", `xoxd-[A-Za-z0-9%/+_-]{20,}={0,2}`, "xoxd-"),
	secretFormat("chat.slack-legacy", "token", "a Slack legacy token", `xox[aros]-(?:\d{1,40}-){0,3}[A-Za-z0-9]{8,80}`, "xoxa-", "xoxr-", "xoxo-", "xoxs-"),
	secretFormat("chat.slack-app", "token", "a Slack app token", `xapp-\d-[A-Z0-9]{4,}-\d+-[a-z0-9]{12,}`, "xapp-"),
	secretFormat("chat.slack-config", "token", "a Slack configuration token", `xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{146,190}`, "xoxe-", "xoxe."),
	secretFormat("chat.discord-mfa", "token", "a Discord user token", `mfa\.[\w-]{80,100}`, "mfa."),
	innerFormat("chat.discord-bot", "token", "a Discord bot or user token", `[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}`, ".").where(discordToken),
	innerFormat("chat.telegram-bot", "token", "a Telegram bot token", `\d{8,10}:AA[\w-]{33}`, ":AA"),
	secretFormat("chat.twilio-key", "key", "a Twilio API key", `SK[0-9a-f]{32}`, eachOf("SK", "0123456789abcdef")...),
	secretFormat("chat.sendgrid", "key", "a SendGrid API key", `SG\.[\w-]{22}\.[\w-]{43}`, "SG."),
	secretFormat("chat.mailgun", "key", "a Mailgun API key", `key-[0-9a-f]{32}`, "key-"),
	innerFormat("chat.mailchimp", "key", "a Mailchimp API key", `[0-9a-f]{32}-us\d{1,2}`, "-us"),
	secretFormat("chat.mandrill", "key", "a Mandrill API key", `md-[\w-]{22}`, "md-").where(mixedCase),
	secretFormat("chat.brevo", "key", "a Brevo API key", `xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}`, "xkeysib-"),
	secretFormat("chat.brevo-smtp", "password", "a Brevo SMTP key", `xsmtpsib-[a-f0-9]{64}-[A-Za-z0-9]{16}`, "xsmtpsib-"),
	secretFormat("chat.mailersend", "token", "a MailerSend token", `mlsn\.[A-Za-z0-9]{30,100}`, "mlsn."),
	secretFormat("chat.resend", "key", "a Resend API key", `re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,28}`, "re_").where(mixedCase),
	secretFormat("chat.telnyx", "key", "a Telnyx API key", `KEY[0-9A-F]{32}_[A-Za-z0-9]{22}`, "KEY"),
	secretFormat("chat.onesignal", "key", "a OneSignal API key", `os_v2_(?:app|org)_[a-z0-9]{103}`, "os_v2_app_", "os_v2_org_"),
	secretFormat("chat.courier", "key", "a Courier API key", `pk_(?:prod|test)_[A-Z0-9]{28}`, "pk_prod_", "pk_test_").where(mixed),
	secretFormat("chat.pubnub-secret", "key", "a PubNub secret key", `sec-c-[A-Za-z0-9]{48}`, "sec-c-"),
	innerFormat("chat.ably", "key", "an Ably API key", `[\w-]{6}\.[\w-]{6}:[\w-]{43}`, ":"),
	secretFormat("chat.facebook", "token", "a Facebook access token", `EAA[A-Za-z0-9]{30,}`, "EAA").where(func(value []byte) bool { return mixedCase(value) && noZeros(value) }),
	secretFormat("chat.instagram", "token", "an Instagram access token", `IG(?:QVJ|AA|QWR)[\w-]{40,}`, "IGQVJ", "IGAA", "IGQWR"),
	secretFormat("chat.twitter-bearer", "token", "an X (Twitter) bearer token", `A{18,24}[A-Za-z0-9%]{20,70}(?:%3D|=)?[A-Za-z0-9]{40,60}`, "AAAAAAAAAAAAAAAAAA").where(func(value []byte) bool { return mixedCase(value) && zeroRuns(value) <= 2 }),
	secretFormat("chat.linkedin", "token", "a LinkedIn token", `AQ[A-Z][\w-]{80,}`, eachOf("AQ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")...).where(func(value []byte) bool { return mixedCase(value) && noZeros(value[:8]) && !isItem(value) }),
	secretFormat("chat.linkedin-client-secret", "secret", "a LinkedIn client secret", `WPL_AP1\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6}={0,2}`, "WPL_AP1."),
	secretFormat("chat.twitch", "token", "a Twitch chat token", `oauth:[a-z0-9]{30}`, "oauth:").where(func(value []byte) bool { return mixed(value[len("oauth:"):]) }),
	secretFormat("chat.vk", "token", "a VK access token", `vk1\.a\.[\w-]{80,}`, "vk1.a."),
	secretFormat("chat.dropbox", "token", "a Dropbox access token", `sl\.(?:u\.)?[\w=-]{120,}`, "sl."),
	secretFormat("chat.srtp", "key", "the key of a call", `AES_CM_(?:128|256)_HMAC_SHA1_[38][02] inline:([A-Za-z0-9+/]{40,64}={0,2})`, "AES_CM_"),
	secretFormat("chat.x-flow", "token", "a step of a sign-in to X (Twitter)", `g;\d{15,20}:-?\d{10,16}:[A-Za-z0-9]{20,30}(?::\d{1,3})?`, eachOf("g;", digits)...),
	secretFormat("chat.tiktok", "token", "a TikTok access token", `(?:act|rft)\.[A-Za-z0-9]{40,80}(?:![A-Za-z0-9.]+)?`, "act.", "rft.").where(mixedCase),
	secretFormat("chat.firebase-device", "token", "the token of a device for messages of Firebase", `APA91b[\w-]{100,200}`, "APA91b"),
	secretFormat("chat.agora", "token", "a token of Agora", `007eJx[A-Za-z0-9+/]{80,}={0,2}`, "007eJx"),
}

// discordToken wants the first part to be a number in base64, as the ids are,
// or no part to be like a name.
func discordToken(value []byte) bool {
	parts := bytes.Split(value, []byte("."))
	return number64(value) || mixedCase(parts[0]) && mixedCase(parts[2])
}

// number64 tells whether a value begins with digits in base64.
func number64(value []byte) bool {
	quad := [3]byte{}
	for i := 0; i+4 <= 24; i += 4 {
		if !decodeQuad(&quad, value[i:i+4]) {
			return false
		}
		for _, c := range quad {
			if !isDigit(c) {
				return i >= 20 // the last bytes may be padding
			}
		}
	}
	return true
}

// decodeQuad reads four base64 characters of either alphabet.
func decodeQuad(dst *[3]byte, src []byte) bool {
	var n uint32
	for _, c := range src {
		var v byte
		switch {
		case 'A' <= c && c <= 'Z':
			v = c - 'A'
		case 'a' <= c && c <= 'z':
			v = c - 'a' + 26
		case isDigit(c):
			v = c - '0' + 52
		case c == '+' || c == '-':
			v = 62
		case c == '/' || c == '_':
			v = 63
		default:
			return false
		}
		n = n<<6 | uint32(v)
	}
	dst[0], dst[1], dst[2] = byte(n>>16), byte(n>>8), byte(n)
	return true
}

// isItem tells whether a value is the id of a message or folder of Exchange, of which
// the first bytes are always the same.
func isItem(value []byte) bool {
	return bytes.HasPrefix(value, []byte("AQMkA")) || bytes.HasPrefix(value, []byte("AQQkA"))
}
