package core_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/policy"
)

var update = flag.Bool("update", false, "write the wanted outputs of the vectors anew")

// TestVectors holds the output to the byte: natively, and in a browser. Each
// vector is NAME.har, NAME.want.har, NAME.never.txt with a value a line that
// must not be anywhere in the output, and perhaps NAME.policy.json.
func TestVectors(t *testing.T) {
	for _, name := range []string{"login", "bodies", "shapes", "queries", "strict"} {
		t.Run(name, func(t *testing.T) {
			base := "../testdata/vectors/" + name
			in, err := os.ReadFile(base + ".har")
			require.NoError(t, err)
			p := policy.Standard()
			if doc, err := os.ReadFile(base + ".policy.json"); err == nil {
				p, err = policy.Parse(doc)
				require.NoError(t, err)
			}
			out, _ := redactUnder(t, p, string(in))
			if *update {
				require.NoError(t, os.WriteFile(base+".want.har", []byte(out), 0o644))
			}
			want, err := os.ReadFile(base + ".want.har")
			require.NoError(t, err)
			require.Equal(t, string(want), out)
			never, err := os.ReadFile(base + ".never.txt")
			require.NoError(t, err)
			for v := range strings.FieldsSeq(string(never)) {
				require.Contains(t, string(in), v)
				require.NotContains(t, out, v)
			}
			again, _ := redactUnder(t, p, out)
			require.Equal(t, out, again)
		})
	}
}
