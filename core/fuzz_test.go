package core_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// blind rewriting is in leak_test.go; here: whatever comes in, what comes out
// is valid JSON, and redacting it again changes nothing.
func FuzzRedact(f *testing.F) {
	f.Add([]byte(entry(`"headers":[{"name":"Cookie","value":"sid=f7Qk2LmP9xTz4VbN8wRc; a=b"}],"url":"https://u:p4ss@a.example/reset/0a1b2c3d4e5f60718293?token=x1y2z3w4v5#access_token=q"`, `"content":{"text":"{\"password\":\"hunter2\",\"otp\":123456}","mimeType":"application/json"}`)))
	f.Add([]byte(entry(`"postData":{"text":"a=%7B%22token%22%3A%22f7Qk2LmP9xTz4VbN8wRc%22%7D","mimeType":"application/x-www-form-urlencoded"}`, `"content":{"text":"eyJ0b2tlbiI6ImY3UWsyTG1QOXhUejRWYk44d1JjIn0=","encoding":"base64"}`)))
	f.Add([]byte(entry(`"url":"https://a.example/?q=anna&page=2&next=https%3A%2F%2Fb.example%2F%3Fx%3Dy#k=v","queryString":[{"name":"q","value":"anna"}],"postData":{"params":[{"name":"a","value":"b"}]}`, `"redirectURL":"/?to=b","content":{"text":"eyJ0b2tlbiI6ImY3UWsyTG1QOXhUejRWYk44d1JjIn0=","encoding":"base64"}`)))
	f.Add([]byte(`{"log":{"entries":[{"0":"00000%00token%B100000000000000000A"}]}}`))
	for _, c := range hostileFiles() {
		if len(c.in) < 4096 {
			f.Add([]byte(c.in))
		}
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		for _, p := range []policy.Policy{policy.Standard(), policy.Strict()} {
			var out, again bytes.Buffer
			_, err := core.Redact(&out, bytes.NewReader(in), int64(len(in)), p)
			if err != nil {
				var e *report.Error
				require.True(t, errors.As(err, &e))
				require.NotEqual(t, report.CodeInternal, e.Code)
				require.NotEqual(t, report.CodeVerify, e.Code)
				return
			}
			require.True(t, json.Valid(bytes.TrimPrefix(out.Bytes(), []byte("\xEF\xBB\xBF"))))
			_, err = core.Redact(&again, bytes.NewReader(out.Bytes()), int64(out.Len()), p)
			require.NoError(t, err)
			require.Equal(t, out.String(), again.String())
		}
	})
}
