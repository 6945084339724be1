package decode

import (
	"encoding/binary"
	"io"
	"math/bits"
	"unicode/utf8"
)

// textHead is how much of what a deflate stream holds is looked at to tell text
// from noise.
const textHead = 32

// compression tells how bytes are compressed, None where they are not.
func (a *Arena) compression(b []byte) Codec {
	switch {
	case len(b) < 8:
		return None
	case b[0] == 0x1F && b[1] == 0x8B && b[2] == 8:
		return Gzip
	case zlibHead(b) && a.inflates(b[2:min(len(b), 300)]):
		return Zlib
	case wide(b):
		return Wide
	}
	var head [16]byte
	copy(head[:], b)
	if deflates(&head) && a.inflates(b[:min(len(b), 300)]) {
		return Deflate
	}
	return None
}

// Compressed calls fn with what is compressed in t's bytes, if they are so. It
// tells whether that is sure: a deflate stream has no mark of its own, and the
// bytes may be something else.
func (a *Arena) Compressed(t *Text, fn func(*Text)) bool {
	c := a.compression(t.B)
	if c != None {
		a.try(t, c, 0, len(t.B), fn)
	}
	return c != None && c != Deflate
}

// Marked tells whether bytes are compressed in a format that says so.
func (a *Arena) Marked(b []byte) bool {
	c := a.compression(b)
	return c != None && c != Deflate
}

// zlibHead tells whether b begins with a header of zlib for deflate with its
// usual window (RFC 1950 2.2).
func zlibHead(b []byte) bool { return b[0] == 0x78 && binary.BigEndian.Uint16(b)%31 == 0 }

// maxHead64 is how many digits of base64 are decoded to tell what they hold.
const maxHead64 = 400

// compressed64 tells how what base64 digits hold is compressed, None where it is
// not. It is asked of every token of a text, and nearly always the first bytes
// tell.
func (a *Arena) compressed64(b []byte) Codec {
	if len(b) < minRun {
		return None
	}
	var first [16]byte
	head, _ := AppendBase64(first[:0], b[:min(len(b), 16)])
	if head[0] == 0x1F && head[1] == 0x8B && head[2] == 8 {
		return Gzip
	}
	if !zlibHead(head) && !deflates(&first) && first[2]|first[4] != 0 && first[3]|first[5] != 0 {
		return None
	}
	a.scratch, _ = AppendBase64(a.scratch[:0], b[:min(len(b), maxHead64)])
	return a.compression(a.scratch)
}

// HoldsCompressed tells whether base64 digits hold something compressed. A deflate
// stream that is short has to be whole: one token in some hundreds begins one.
func (a *Arena) HoldsCompressed(b []byte) bool {
	c := a.compressed64(b)
	if c != Deflate || len(b) > maxHead64 {
		return c != None
	}
	n, err := io.Copy(io.Discard, io.LimitReader(a.press.reader(a.scratch), maxWhole))
	return err == nil && (n == maxWhole || a.press.source.Len() < 4)
}

// maxWhole is up to where a short deflate stream is read to see whether it is whole.
const maxWhole = 64 << 10

// compressedHex is compressed64 for hex digits.
func (a *Arena) compressedHex(b []byte) bool {
	a.scratch, _ = appendHex(a.scratch[:0], b[:min(len(b), 600)&^1])
	return a.compression(a.scratch) != None
}

// maxPrefix is how long what stands before compressed bytes in the same run of
// digits may be: a path or a name.
const maxPrefix = 256

// headed64 gives the place behind s where something compressed begins in the
// base64 run b[s:e], and how it is compressed, None where nothing is: gzip and
// zlib behind anything, deflate behind the segment of a path.
func (a *Arena) headed64(b []byte, s, e int) (int, Codec) {
	end := min(e-minRun+1, s+maxPrefix)
	for i := s + 1; i < end; i++ {
		// Most digits begin nothing.
		w := word(b, i)
		begins := equal(w, 'e') | equal(w, 'H') | equal(word(b, i-1), '/')
		if begins == 0 {
			i += 7
			continue
		}
		if i += bits.TrailingZeros64(begins) >> 3; i >= end {
			break
		}
		// 1F 8B 08 is H4sI; 78 is e, and one of A to P with two bits more.
		head := b[i] == 'e' && b[i+1]-'A' < 16 || b[i] == 'H' && b[i+1] == '4'
		if head && headAt(b[i:e]) || b[i-1] == '/' && behindSegment(b, s, i) {
			if c := a.compressed64(b[i:e]); c != None {
				return i, c
			}
		}
	}
	return e, None
}

func headAt(b []byte) bool {
	var first [6]byte
	head, _ := AppendBase64(first[:0], b[:4])
	return head[0] == 0x1F || zlibHead(head)
}

// behindSegment tells whether the digits at p, behind a slash, stand behind a
// segment of a path, all in small letters, rather than inside of base64.
func behindSegment(b []byte, s, p int) bool {
	k := p - 1
	for k > s && p-k < 32 && (b[k-1] >= 'a' && b[k-1] <= 'z' || b[k-1] == '-' || b[k-1] == '_') {
		k--
	}
	return k < p-3 && (k == s || b[k-1] == '/')
}

// deflates tells whether bytes can begin a raw deflate stream (RFC 1951) that is
// worth trying: of random bytes one in hundreds.
func deflates(head *[16]byte) bool {
	w := binary.LittleEndian.Uint64(head[:])
	switch w >> 1 & 3 {
	case 0:
		// Stored: a length and its complement.
		return binary.LittleEndian.Uint16(head[1:]) == ^binary.LittleEndian.Uint16(head[3:])
	case 1:
		return fixedHead(w >> 3)
	case 2:
		// The code for the lengths of the codes must be complete.
		literals, distances, count := w>>3&31, w>>8&31, int(w>>13&15)+4
		if literals > 29 || distances > 29 {
			return false
		}
		lengths := w >> 17 // 15 of them and two bits, then more
		sum := 0
		for i := range count {
			if i == 15 {
				lengths = binary.LittleEndian.Uint64(head[7:]) >> 6
			}
			if n := lengths & 7; n > 0 {
				sum += 128 >> n
			}
			lengths >>= 3
		}
		return sum == 128
	}
	return false
}

// fixedHead tells whether bits of the fixed code begin with text: no control
// character among the first literals, and no repetition of what is not there.
func fixedHead(w uint64) bool {
	for i := range uint64(6) {
		code := bits.Reverse8(uint8(w))
		switch {
		case code < 0x30:
			// 256 to 279 in seven bits: the end, or a length with up to four
			// bits more and a distance.
			n := code >> 1
			w >>= 7
			if n > 8 {
				w >>= (n - 5) / 4
			}
			return n > 0 && uint64(bits.Reverse8(uint8(w))>>3) < i
		case code < 0xC0:
			if c := code - 0x30; c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F {
				return false
			}
			w >>= 8
		case code < 0xC8: // 280 to 287: a long repetition
			return i > 0
		default: // 144 to 255 in nine bits
			w >>= 9
		}
	}
	return true
}

// inflates tells whether bytes begin a raw deflate stream of text.
func (a *Arena) inflates(b []byte) bool {
	// What is cut or broken is judged by what came out before.
	n, _ := io.ReadFull(a.press.reader(b), a.head[:])
	return n >= 12 && Readable(a.head[:n])
}

// Readable tells whether the head of some bytes is text.
func Readable(h []byte) bool {
	plain := 0
	for i := 0; i < len(h); {
		c := h[i]
		if c < utf8.RuneSelf {
			if c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0x7F {
				return false
			}
			plain++
			i++
			continue
		}
		r, n := utf8.DecodeRune(h[i:])
		if r == utf8.RuneError {
			if len(h)-i < utf8.UTFMax && !utf8.FullRune(h[i:]) {
				break
			}
			return false
		}
		plain += n
		i += n
	}
	return plain*4 >= len(h)*3
}
