package rewrite

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/rule"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
)

// However often a secret was located at one place, what is looked at around it ends
// with its string, and what was located behind that goes as well.
func TestManyAtOnePlaceHideNothingBehindThem(t *testing.T) {
	const token = "f7Qk2LmP9xTz4VbN8wRc"
	packed := base64.StdEncoding.EncodeToString([]byte("pin 4829 now"))
	unit := `{"a":"` + token + `","b":"` + packed + `","c":"` + token + `"}`
	var found secrets.Collector
	long := found.Add([]byte(token), &rule.Rule{Kind: "token"}, 0, 0)
	short := found.Add([]byte("4829"), &rule.Rule{Kind: "pin"}, 1, 0)
	set, to := found.Resolve(1)
	for _, times := range []int{1, 2, 3, 12, 14, 40} {
		var located []Located
		for range times {
			for _, i := range []int{strings.Index(unit, token), strings.LastIndex(unit, token)} {
				located = append(located, Located{Start: i, End: i + len(token), Secret: to[long]})
			}
		}
		i := strings.Index(unit, packed)
		located = append(located, Located{Start: 4, End: 8, Secret: to[short], Path: []decode.Step{
			{Codec: decode.None, Start: i, End: i + len(packed)}, {Codec: decode.Base64, Start: 0, End: len(packed)},
		}})
		edits := New(set).Known([]byte(unit), located)
		want := `{"a":"REDACTED-token-1","b":"` + base64.StdEncoding.EncodeToString([]byte("pin REDACTED-pin-2 now")) + `","c":"REDACTED-token-1"}`
		require.Equal(t, want, string(Apply(nil, []byte(unit), edits, 0, len(unit))), "%d times", times)
	}
}
