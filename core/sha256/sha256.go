// Package sha256 is SHA-256 (FIPS 180-4) and nothing else. The standard library's
// comes with a whole module of FIPS 140, which tests itself when it starts: AES,
// SHA-3, SHA-512, HMAC and a generator of random numbers are a thirtieth of the page.
// The tests hold this one against it.
package sha256

import (
	"encoding/binary"
	"encoding/hex"
	"math/bits"
)

// Size is how many bytes a sum has.
const Size = 32

const block = 64

// A Hash takes bytes by Write, and gives their sum. New makes one.
type Hash struct {
	state [8]uint32
	rest  [block]byte // what has been written and is less than a block
	n     int         // of it
	all   uint64      // bytes written
}

// New starts a hash.
func New() *Hash {
	return &Hash{state: [8]uint32{
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	}}
}

// Write adds b. It never fails.
func (h *Hash) Write(b []byte) (int, error) {
	size := len(b)
	h.all += uint64(size)
	if h.n > 0 {
		k := copy(h.rest[h.n:], b)
		h.n += k
		b = b[k:]
		if h.n < block {
			return size, nil
		}
		h.blocks(h.rest[:])
	}
	whole := len(b) / block * block
	h.blocks(b[:whole])
	h.n = copy(h.rest[:], b[whole:])
	return size, nil
}

// Sum gives the sum of what was written, and ends the hash.
func (h *Hash) Sum() (sum [Size]byte) {
	all := h.all
	var pad [block + 8]byte
	pad[0] = 0x80
	// Up to the length, which ends a block.
	n := block - 8 - h.n
	if n <= 0 {
		n += block
	}
	binary.BigEndian.PutUint64(pad[n:], 8*all)
	h.Write(pad[:n+8])
	for i, x := range h.state {
		binary.BigEndian.PutUint32(sum[4*i:], x)
	}
	return sum
}

// Hex gives the sum of b in small hex digits.
func Hex(b []byte) string {
	h := New()
	h.Write(b)
	sum := h.Sum()
	return hex.EncodeToString(sum[:])
}

var keys = [block]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

// blocks works off p, which is whole blocks (FIPS 180-4 6.2.2).
func (h *Hash) blocks(p []byte) {
	var w [block]uint32
	for ; len(p) >= block; p = p[block:] {
		for t := range 16 {
			w[t] = binary.BigEndian.Uint32(p[4*t:])
		}
		for t := 16; t < block; t++ {
			x, y := w[t-2], w[t-15]
			w[t] = w[t-7] + w[t-16] +
				(bits.RotateLeft32(x, -17) ^ bits.RotateLeft32(x, -19) ^ x>>10) +
				(bits.RotateLeft32(y, -7) ^ bits.RotateLeft32(y, -18) ^ y>>3)
		}
		s := &h.state
		a, b, c, d, e, f, g, i := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
		for t := range block {
			x := i + keys[t] + w[t] + (e&f ^ ^e&g) +
				(bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25))
			y := (a&b ^ a&c ^ b&c) +
				(bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22))
			a, b, c, d, e, f, g, i = x+y, a, b, c, d+x, e, f, g
		}
		*s = [8]uint32{s[0] + a, s[1] + b, s[2] + c, s[3] + d, s[4] + e, s[5] + f, s[6] + g, s[7] + i}
	}
}
