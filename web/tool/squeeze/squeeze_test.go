package squeeze

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func unpacked(t *testing.T, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	require.NoError(t, err)
	plain, err := io.ReadAll(r)
	require.NoError(t, err)
	return plain
}

func TestWhatIsPackedIsThere(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	random := make([]byte, 200_000)
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	far := append(append(bytes.Clone(random[:window]), random[:300]...), random[:window-1]...)
	for name, b := range map[string][]byte{
		"nothing":        nil,
		"a byte":         []byte("x"),
		"two":            []byte("xx"),
		"a run":          bytes.Repeat([]byte("x"), 100_000),
		"zeros at spans": make([]byte, 2*span+1),
		"random":         random,
		"far matches":    far,
		"text":           []byte(strings.Repeat("a goroutine that was put to sleep; ", 10_000)),
		"mixed":          append(append(bytes.Clone(random[:1000]), make([]byte, 5000)...), "and so on and so on"...),
	} {
		require.True(t, bytes.Equal(b, unpacked(t, Gzip(b))), name)
	}
	for n := range 200 {
		b := make([]byte, r.IntN(3000))
		for i := range b {
			if b[i] = byte(r.IntN(1 + n)); i > 10 && r.IntN(3) > 0 {
				b[i] = b[i-1-r.IntN(10)]
			}
		}
		require.True(t, bytes.Equal(b, unpacked(t, Gzip(b))), n)
	}
}

func TestItIsSmaller(t *testing.T) {
	source, err := os.ReadFile("squeeze.go")
	require.NoError(t, err)
	var by bytes.Buffer
	w, err := gzip.NewWriterLevel(&by, gzip.BestCompression)
	require.NoError(t, err)
	_, err = w.Write(source)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.Less(t, len(Gzip(source)), by.Len()*98/100)
}

func TestSymbols(t *testing.T) {
	for n := minMatch; n <= maxMatch; n++ {
		s := lengthSymbol[n] - 257
		require.True(t, int(lengthBase[s]) <= n && n < int(lengthBase[s])+1<<lengthBits[s], n)
	}
	require.EqualValues(t, 284, lengthSymbol[257])
	require.EqualValues(t, 285, lengthSymbol[258])
	for _, c := range []struct{ dist, symbol, more int }{{1, 0, 0}, {4, 3, 0}, {5, 4, 1}, {7, 5, 1}, {9, 6, 2}, {24577, 29, 13}, {32768, 29, 13}} {
		require.Equal(t, c.symbol, distSymbol(uint16(c.dist)), fmt.Sprint(c.dist))
		require.Equal(t, c.more, distBits(uint16(c.dist)), fmt.Sprint(c.dist))
	}
	for x := uint64(1); x < 1<<40; x = x*5/3 + 1 {
		require.InDelta(t, math.Log2(float64(x)), float64(log2(x))/(1<<fraction), 0.01, fmt.Sprint(x))
	}
}

func TestCodesHaveABound(t *testing.T) {
	counts := make([]int, 40)
	for i, a, b := 0, 1, 1; i < len(counts); i++ {
		counts[i] = a
		a, b = b, a+b
	}
	for _, limit := range []int{7, 15} {
		sum := 0
		for _, n := range newCode(counts, limit).size {
			require.LessOrEqual(t, int(n), limit)
			sum += 1 << (limit - int(n))
		}
		require.Equal(t, 1<<limit, sum, "the code is complete")
	}
}
