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
			ends = ends || endsKey([]byte{'<', 'a', byte(c), byte(next), ':'}, 1, 2)
			if c == ' ' {
				require.Equal(t, endsKey([]byte{'a', ' ', byte(next)}, 0, 1), behindKey[next], "%q", next)
			}
		}
		require.Equal(t, ends, mayEndKey[c] || c == ' ', "%q", c)
	}
}
