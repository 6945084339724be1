package judge

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRandom(t *testing.T) {
	for _, v := range []string{
		"f7Qk2LmP9xTz4VbN8wRc", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "550e8400-e29b-41d4-a716-446655440000", "Tr0ub4dor&3", "hunter2!",
		"aZbYcXdWeVfUgThS", "qzxwvkjhqzpxkwvjbnmtrs", "123456789012345678", "s:Zm9vYmFyYmF6.c2lnbmF0dXJl+/", "AKIA2E0A8F3B244C9986",
		"QBFYNXPBLTKVLDWM", "PbqHrykkLQRObFslqzgw", "gzqYJXrtTpwaVhcsnyea", "KqDNTUPfuvemhwqLCAXT", "mdrqabtjzeqlvucyiasd", "ZFRVNJTJT6NMYAJW", "BJBEAUDS4WHRGTMP", "ARDH7OUDEHSIOTQX", "ISIBFUOYLPLNWEWO", `GS.I/[.@#?~J~.:e'@Y)z[tUnh`, `M%oU?(d;\[<;:r>-znHw`,
	} {
		require.True(t, Random([]byte(v)), v)
	}
	for _, v := range []string{
		"", "1", "2026", "1234", "dark", "hunter2", "en-US", "2026-11-24", "2026-11-24T10:11:12.345Z", "Wed, 21 Oct 2026 07:28:00 GMT", "1700000000", "1700000000000",
		"https://example.com/path", "https://cdn.example/f7Qk2LmP9xTz4VbN8wRc?sig=1", "/api/v1/users", "www.example.com", "application/json", "authorization_code", "client_credentials", "getAccessTokenSilently",
		"user@example.com", "1920x1080", "undefined", "text/html; charset=utf-8", "GA1.2.3", "aaaaaaaaaaaaaaaaaaaaaaaa", "00000000-0000-0000-0000-000000000000",
		"correct horse battery staple", "password1", "some-long-css-class-name-here",
		"internationalization", "serviceAccountCredentials", "XMLHttpRequestEventTarget", "resourcegroupdeployment", "SUBSCRIPTIONREQUIRED", "==========", "||{}&&[];",
		"policyref=", "getAByIdOfTheXAndY", "IsItOnOrOffAtTheEnd", "RegQueryInfoKeyExW", "isTooManyPkgOrNoMap", "tp_728x90_bnr_btf_02", "top-banner-300x600-v2", "eu-west-1-orders-2026",
	} {
		require.False(t, Random([]byte(v)), v)
	}
}

func TestShuffled(t *testing.T) {
	for _, v := range []string{"AuZgEfnnhiFPICUHSTtA", "PsetSevkYIApondUdMLloF", "OMtLrfENYDEGRmeTOBtVUDOLtS", "AuZgEfnnhiFPICU", "cwupzYEJnRzF", "hqVarmkPewAdzxTL", "iGxLymzCobq7fh", "AuZgEfnnhi-FPICUHSTA"} {
		require.True(t, Shuffled([]byte(v)), v)
	}
	for _, v := range []string{"", "AuZgEfnnhiF", "getElementById", "NoSuchKeyInMap", "InvalidS3Configuration", "getAByIdOfTheXAndY", "IsItOnOrOffAtTheEnd", "getAccessTokenSilently", "XMLHttpRequestEventTarget", "internationalization", "Content-Security-Policy-Report-Only", "fa-Solid-fa-Eye-Slash", "MuiButton-containedPrimary"} {
		require.False(t, Shuffled([]byte(v)), v)
	}
}

func TestChoice(t *testing.T) {
	for _, v := range []string{"", "1", "de", "true", "no", "118", "1920x1080", "2.3.4", "~0.9.0", "de-DE", "en_US", "Grid", "dismissed", "%7B%7D"} {
		require.True(t, Choice([]byte(v)), v)
	}
	for _, v := range []string{"1234", "hunter2", "letmein", "ab1-2", "203.0.113.7", "x1920", ".123", "1796602134", "abc", "48.29.11.07.33"} {
		require.False(t, Choice([]byte(v)), v)
	}
}

func TestBlank(t *testing.T) {
	for _, v := range []string{"***", "[***]", "•••••••", "...", "---", "[REDACTED]", "<redacted>", "***MASKED***", "__REDACTED__", "{{Filtered}}", "removed", "xxxxxxxx", "XXXX-XXXX-XXXX", "(hidden)", "%REDACTED%", "*** masked ***", "undefined", "null", "[object Object]",
		"{{token}}", "${API_TOKEN}", "<YOUR_TOKEN>", "{access-token}", "%TOKEN%", "<%= token %>"} {
		require.True(t, Blank([]byte(v)), v)
	}
	for _, v := range []string{"", "*", "**", "***a1b2", "[hunter2]", "xxxxx", "xxxxxx1", "*hidden7*", "redactedly", "<token9>", "{hunter2}", "<qXzvKwTjRbNm>", "x9xx-xxxx", "[REDACTED] f7Qk2LmP", "%$#*()_-", "-_.-_.", "[]{}", "[*]", strings.Repeat("*", 65)} {
		require.False(t, Blank([]byte(v)), v)
	}
}

func TestConsent(t *testing.T) {
	for _, v := range []string{
		"CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA", "CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA.II7Nd_X__bX9n-_7_6ft0eY1f9_r37uQzDhfNs-8F3L_W_LwX32E7NF36",
		"DBABMA~CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA",
	} {
		require.True(t, Consent([]byte(v)), v)
	}
	for _, v := range []string{
		"", "CPXxRfAPXxRfAAfKABENB", "CZXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA", "CPXxRfAPWxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA", "CPXxRfAPXxRfAAfKABe9B-CgAAAAAAAAAAYgAAAAAAAA",
		"CPXxRfAPXxRfAAfKABENB-9gAAAAAAAAAAYgAAAAAAAA", "CPvYSDqWuFpuQOmVctSYafmRFq0NplZsHVpqsrhih_pRYpmfsvd5", "BPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA", "CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA&sid=1", "DBABMA~1YNN~f7Qk2LmP9xTz4VbN8wRcZk3mP4sYb8dHfJ6gA1eU",
	} {
		require.False(t, Consent([]byte(v)), v)
	}
}

func TestNamed(t *testing.T) {
	for _, v := range []string{"sessionId", "_options", "cfgFile2", "os.environ"} {
		require.True(t, Named([]byte(v)), v)
	}
	for _, v := range []string{"", "cfg", "x7Qz", "7session", "$session", "XqKzWvT"} {
		require.False(t, Named([]byte(v)), v)
	}
}

func TestMingled(t *testing.T) {
	for _, v := range []string{"XHUK)fob:MyC.RSNew", "ab,CD;ef:GH.ijkl", "ElGFim1iJPFi"} {
		require.True(t, Mingled([]byte(v)), v)
	}
	for _, v := range []string{"", "XHUK)fob:MyC", "Some-Words_With-Hyphens", "www.Example.com/Some/Path", "correct Horse, battery: Staple!", "https://a.example/XHUK)fob:MyC.RS", "${Xhuk.Fob}:{My}.RSNew", "com.example.Foo.BarBaz", "InvalidS3Config", "Summer2026Rocks", "Chapter12-Part3X"} {
		require.False(t, Mingled([]byte(v)), v)
	}
}

func TestCardCode(t *testing.T) {
	for _, v := range []string{"123", "4829", "0627|hm", "123 ", "adyenjs_0_1_25$f7Qk2LmP9xTz4VbN8wRcf7Qk2LmP9xTz4VbN8wRc"} {
		require.True(t, CardCode([]byte(v)), v)
	}
	for _, v := range []string{"", "12", "12345", "s3b", "invoice", "required", "123px", "300.5", "2026-11-24", "cfcrfGVfb"} {
		require.False(t, CardCode([]byte(v)), v)
	}
}

func TestToken(t *testing.T) {
	for _, v := range []string{"f7Qk2LmP9xTz", "a1b2c3d4", "12345678", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "aZbYcXdWeVfUgThS", "abc.def.123456", "QmFzZTY0IQ==", "KT+qwLb)V_:^Bo$j@fftyK", `Ol{>|Zg#0>9/w=zR<&%*1+:8fz`, `N>\#&U\xsTPx+?&WFTNmS|DdH`,
		"0x1234567890abcdef1", "1.412680937.1710226471.1710559042", "x7k-2mq-9pz-04w", "tok_live_0a1b2c3d", "qzkvw-xkjqp-12-34"} {
		require.True(t, Token([]byte(v)), v)
	}
	for _, v := range []string{
		"", "true", "null", "Bearer", "invalid_token", "required", "access_token", "1700000000", "12345", "https://a.example/x1y2z3", "/oauth2/token12",
		"a sentence with 2 numbers", "getToken()", "{token}", "${TOKEN}", "oauth2", "2026-11-24", "application/vnd.api+json",
		"0x07064b50", "0x1234567890abcdef", "a[0].getToken({id:1})", "{{Token.Value1}}", "${env.Secret9}", "<b>Token9</b>", "e=>e.Token[1]",
		"tp_728x90_bnr_btf_02", "top-banner-300x600-v2", "eu-west-1-orders-2026",
	} {
		require.False(t, Token([]byte(v)), v)
	}
}

func TestPassword(t *testing.T) {
	for _, v := range []string{"hunter2", "Tr0ub4dor&3", "p@ssw0rd!", "abc123", "S3cure#Pass", "f7Qk2LmP9xTz4VbN8wRc", "1234", "M8:;LR24</@z<z&U&[yu5{>kVZ", `Sh-|0${cN,x\y_]yv/{!}PlN`} {
		require.True(t, Password([]byte(v)), v)
	}
	for _, v := range []string{
		"", "Password", "password", "Forgot your password?", "must be at least 8 characters", "Kennwort", "#password", ".pwd-field", "${password}", "true",
		"required", "userPassword", "Enter 8 or more characters", "6-20位", "8-16 signs", "/reset", "https://a.example/1",
		"<b>pass1</b>", "${env.Secret9}", "{{ user.pass1 | e }}", "<%= pass1 %>", "${e?t1:n}",
	} {
		require.False(t, Password([]byte(v)), v)
	}
}

func TestMixed(t *testing.T) {
	for _, v := range []string{"hunter2", "Winter28", "coffee12!", "Passw0rd6", "f7Qk2LmP9xTz4VbN8wRc"} {
		require.True(t, Mixed([]byte(v)), v)
	}
	for _, v := range []string{"", "12", "100%", "12/14", "passed", "3.25ms", "step-two", "hidden1", "www.a.example", "2026-11-24"} {
		require.False(t, Mixed([]byte(v)), v)
	}
}

func TestURL(t *testing.T) {
	for _, v := range []string{"https://a.example/", "/a?b", "/a/b;jsessionid=1", "/a;x=1;y=2?c"} {
		require.True(t, URL([]byte(v)), v)
	}
	for _, v := range []string{"", "/", "/a/b", "/a;b", "/;=f7", "/x;9(=1", "a;b=c", "/a b?c", "/a&b;c=1"} {
		require.False(t, URL([]byte(v)), v)
	}
}

func TestMessage(t *testing.T) {
	for _, v := range []string{"must be at least 8 characters", "Forgot your password? Click here", "The password is required here", "Please choose another one"} {
		require.True(t, Message([]byte(v)), v)
	}
	for _, v := range []string{"correct horse battery staple", "must be", "your password", "four words of mine", ""} {
		require.False(t, Message([]byte(v)), v)
	}
}

func TestCode(t *testing.T) {
	for _, v := range []string{"482913", "WDJB-MJHT", "123 456", "0a1b2c", "4/0AfJohXk29slDk29fjKd", "SplxlOBeZQQYbYS6WxSbIA"} {
		require.True(t, Code([]byte(v)), v)
	}
	for _, v := range []string{"", "US", "token", "id_token", "code id_token", "NOT_FOUND", "required", "none"} {
		require.False(t, Code([]byte(v)), v)
	}
}

func TestGrant(t *testing.T) {
	for _, v := range []string{"4829", "482913", "48291357", "WDJB-MJHT", "4/0AfJohXk29slDk29fjKd", "SplxlOBeZQQYbYS6WxSbIA"} {
		require.True(t, Grant([]byte(v)), v)
	}
	for _, v := range []string{"", "1", "404", "6791772", "US", "NOT_FOUND"} {
		require.False(t, Grant([]byte(v)), v)
	}
}

func TestPlaceholder(t *testing.T) {
	for v, want := range map[string]bool{
		"REDACTED-token-1": true, "REDACTED-cookie-1234": true, "REDACTED-1": false, "REDACTED-token-": false, "REDACTED-token-1x": false, "xREDACTED-token-1": false, "REDACTED--1": false, "REDACTED-Token-1": false,
	} {
		require.Equal(t, want, Placeholder([]byte(v)), v)
	}
}

func TestPlaceholders(t *testing.T) {
	for v, want := range map[string]int{
		"REDACTED-token-1": 1, "REDACTED-jwt-1.REDACTED-jwt-12.": 2, "--REDACTED-jwt-1--": 1, "": 0, ".": 0, "REDACTED-jwt-1.a": 0, "REDACTED-jwt-1REDACTED-jwt-2": 2, "REDACTED-jwt-1xREDACTED-jwt-2": 0, "é.REDACTED-jwt-1": 0,
	} {
		n := 0
		require.Equal(t, want > 0, Placeholders([]byte(v), func(p []byte) {
			require.True(t, Placeholder(p))
			n++
		}), v)
		require.Equal(t, want, n, v)
	}
}

func TestTookApart(t *testing.T) {
	for v, want := range map[string]bool{
		"REDACTED-session-66;z": true, "7~>>;apikey=REDACTED-key-1": true, "REDACTED-key-1": true, "a=REDACTED-key-1&b=REDACTED-key-2": true,
		"": false, "abc": false, "REDACTED-": false, "REDACTED-key": false, "REDACTED-key-1.f7Qk2LmP9xTz4VbN8wRc": false, "f7Qk2LmP9xTz.REDACTED-key-1": false, "REDACTED-key-1 and more of a text": false,
	} {
		require.Equal(t, want, TookApart([]byte(v)), v)
	}
}

func TestResourceID(t *testing.T) {
	for v, want := range map[string]bool{
		"550e8400-e29b-41d4-a716-446655440000": true, "1234567": true, "507f1f77bcf86cd799439011": true, "01ARZ3NDEKTSV4RRFFQ69G5FAV": true,
		"f7Qk2LmP9xTz4VbN8wRc": false, "0a1b2c3d4e5f60718293a4b5c6d7e8f9": false,
	} {
		require.Equal(t, want, ResourceID([]byte(v)), v)
	}
}

func TestPlainAndFew(t *testing.T) {
	for value, want := range map[string]struct{ plain, few bool }{
		"": {true, true}, "true": {true, true}, "a": {true, true}, "99": {true, true}, "100": {true, false}, "ab": {true, false},
		"en-GB": {true, false}, "-created_at,name": {true, false}, "Europe/Berlin": {true, false}, "openid profile email": {true, false},
		"1.24.3": {true, false}, "2026-01-15T10:00:00.000Z": {true, false}, "20260115": {true, false}, "1793145600123": {true, false},
		"004943112345": {false, false}, "anna@example.com": {false, false}, "f7Qk2LmP9xTz4VbN8wRc": {false, false}, "Zoë": {false, false},
		`a"b`: {false, false}, strings.Repeat("a ", 40): {false, false},
	} {
		require.Equal(t, want.plain, Plain([]byte(value)), value)
		require.Equal(t, want.few, Few([]byte(value)), value)
	}
}
