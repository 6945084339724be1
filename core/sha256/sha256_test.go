package sha256_test

import (
	stdlib "crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/sha256"
)

func TestVectors(t *testing.T) {
	// NIST's examples of SHA-256, and the sum of nothing.
	for text, sum := range map[string]string{
		"":    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		"abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq": "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
	} {
		require.Equal(t, sum, sha256.Hex([]byte(text)))
	}
}

// Every length up to some blocks, written at once and in pieces.
func TestLikeTheStandardLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, 300)
	for n := range b {
		b[n] = byte(r.Uint32())
		want := stdlib.Sum256(b[:n])
		require.Equal(t, hex.EncodeToString(want[:]), sha256.Hex(b[:n]), n)
		h := sha256.New()
		for rest := b[:n]; len(rest) > 0; {
			k := 1 + r.IntN(len(rest))
			wrote, err := h.Write(rest[:k])
			require.NoError(t, err)
			require.Equal(t, k, wrote)
			rest = rest[k:]
		}
		require.Equal(t, want, h.Sum(), n)
	}
}

func BenchmarkWrite(b *testing.B) {
	data := make([]byte, 1<<20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		sha256.New().Write(data)
	}
}
