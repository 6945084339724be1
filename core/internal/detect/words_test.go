package detect

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWhatMayEndKeys holds the tables that are asked before endsKey to what it says.
func TestWhatMayEndKeys(t *testing.T) {
	for c := range 256 {
		ends := false
		for next := range 256 {
			for _, before := range "<{" {
				ends = ends || endsKey([]byte{byte(before), 'a', byte(c), byte(next), ':'}, 1, 2)
			}
		}
		require.Equal(t, ends, mayEndKey[c] || c == ' ', "%q", c)
	}
	for next := range 256 {
		ends := false
		for _, rest := range []string{"", ` "x"`, "> x", "s x", "│"[1:]} {
			ends = ends || endsKey([]byte("(a "+string([]byte{byte(next)})+rest), 1, 2)
		}
		require.Equal(t, ends, behindKey[next], "%q", next)
	}
}
