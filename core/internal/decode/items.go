package decode

import "bytes"

// Strings whose length stands before them, in the binary formats that base64 and
// hex hold: where one ends cannot be told from its bytes, for the length of the
// next one can be a digit like its own.

// The major types of items, which are those of CBOR (RFC 8949 3.1).
const (
	ItemBytes = 2
	ItemText  = 3
	ItemArray = 4
	ItemMap   = 5
	ItemTag   = 6
)

// maxItems bounds how deep the items of CBOR and MessagePack may nest.
const maxItems = 32

// An ItemHead reads the head of an item: its major type, in those of CBOR, its
// length or value, and where what follows begins. A tag has one item behind it.
type ItemHead func(b []byte, i int) (major, n, next int, ok bool)

// ItemOf tells which way to read items makes one of all of b, a map or an array
// of CBOR or MessagePack; nil where none does.
func ItemOf(b []byte) ItemHead {
	var head ItemHead
	switch {
	case len(b) < 8:
		return nil
	case b[0]>>5 == ItemMap:
		head = cborHead
	case b[0] >= 0x80 && b[0] < 0xA0 || b[0] >= 0xDC && b[0] <= 0xDF:
		head = msgpackHead
	default:
		return nil
	}
	if end, ok := itemEnd(head, b, 0, 0, nil); !ok || end != len(b) {
		return nil
	}
	return head
}

// ItemEnd gives the end of the item at i, in what ItemOf has told.
func ItemEnd(head ItemHead, b []byte, i int) int {
	end, _ := itemEnd(head, b, i, 0, nil)
	return end
}

// itemEnd gives the end of the item at i, and calls text, where it is set, for each
// text in it, with where its head begins.
func itemEnd(head ItemHead, b []byte, i, depth int, text func(from, start, end int)) (int, bool) {
	from := i
	major, n, i, ok := head(b, i)
	if !ok || depth == maxItems {
		return 0, false
	}
	switch major {
	case ItemBytes, ItemText:
		if n > len(b)-i {
			return 0, false
		}
		if text != nil {
			text(from, i, i+n)
		}
		return i + n, true
	case ItemMap:
		n *= 2
	case ItemArray, ItemTag:
	default:
		return i, true // numbers and simple values
	}
	for range n {
		if i, ok = itemEnd(head, b, i, depth+1, text); !ok {
			return 0, false
		}
	}
	return i, true
}

// items calls fn with each text of the item that t is, and tells whether it is one.
func (a *Arena) items(t *Text, fn func(*Text)) bool {
	head := ItemOf(t.B)
	if head == nil {
		return false
	}
	itemEnd(head, t.B, 0, 0, func(_, start, end int) {
		if end-start >= minRun {
			a.try(t, None, start, end, fn)
		}
	})
	return true
}

// Lengths gives fn the heads of b's texts that have another length behind edits, where
// b is an item of CBOR or MessagePack: grown tells by how much [start:end) grows.
func Lengths(b []byte, grown func(start, end int) int, fn func(start, end int, head []byte)) {
	head := ItemOf(b)
	if head == nil {
		return
	}
	itemEnd(head, b, 0, 0, func(from, start, end int) {
		by := grown(start, end)
		if by == 0 {
			return
		}
		n, tags, least := end-start+by, [4]byte{0xA0, 0xD9, 0xDA, 0xDB}, 32
		switch c := b[from]; {
		case b[0]>>5 == ItemMap:
			m := c &^ 31
			tags, least = [4]byte{m, m | 24, m | 25, m | 26}, 24
		case c >= 0xC7 && c < 0xD9:
			return // an extension
		case c >= 0xC4 && c < 0xC7:
			tags, least = [4]byte{0, 0xC4, 0xC5, 0xC6}, 0
		}
		switch {
		case n < least:
			fn(from, start, []byte{tags[0] | byte(n)})
		case n < 1<<8:
			fn(from, start, []byte{tags[1], byte(n)})
		case n < 1<<16:
			fn(from, start, []byte{tags[2], byte(n >> 8), byte(n)})
		default:
			fn(from, start, []byte{tags[3], byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
		}
	})
}

// counted calls fn with each string of a binary format that has an escape in it and
// its length right before it, written as a letter or digit is: when the escape is
// undone that is not its length any more.
func (a *Arena) counted(t *Text, fn func(*Text)) {
	b := t.B
	for k := 1; k+minRun < len(b); k++ {
		end := k + 1 + int(b[k])
		if b[k-1] >= ' ' || un64[b[k]] == 0xFF || end > len(b) || end < len(b) && (b[end] >= ' ' || b[end] == '\n') {
			continue
		}
		s := b[k+1 : end]
		if bytes.IndexFunc(s, func(r rune) bool { return r < ' ' }) < 0 && signs(s) != 0 {
			a.try(t, None, k+1, end, fn)
			k = end - 1
		}
	}
}

// maxFields bounds how many fields of a message are looked at.
const maxFields = 256

// fields64 tells whether the base64 run b[s:e] holds a message of protobuf and nothing
// else: its fields, of which one has a text or a message, end where it ends.
func fields64(b []byte, s, e int) bool {
	// The first field is one of the first two, and has a number or a length.
	if b[s] != 'C' && b[s] != 'E' {
		return false
	}
	k, n := 0, (e-s)*3/4
	number := func() (v int) {
		for shift := 0; k < n && shift < 64; shift += 7 {
			i, at := s+k/3*4, uint(k%3)
			c := un64[b[i+int(at)]]<<(2+2*at) | un64[b[i+int(at)+1]]>>(4-2*at)
			k++
			if v |= int(c&0x7F) << shift; c < 0x80 {
				return v
			}
		}
		return -1
	}
	texts := 0
	for fields := 0; k < n && fields < maxFields; fields++ {
		tag := number()
		if tag < 8 {
			return false
		}
		switch tag & 7 {
		case 0:
			if number() < 0 {
				return false
			}
		case 1:
			k += 8
		case 2:
			size := number()
			if size < 0 || size > n-k {
				return false
			}
			k += size
			if size > 2 {
				texts++
			}
		case 5:
			k += 4
		default:
			return false
		}
	}
	return k == n && texts > 0
}

// cborHead is that of CBOR.
func cborHead(b []byte, i int) (major, n, next int, ok bool) {
	if i >= len(b) {
		return 0, 0, 0, false
	}
	major, low := int(b[i]>>5), b[i]&31
	i++
	if low < 24 {
		return major, one(major, int(low)), i, true
	}
	if low > 27 {
		return 0, 0, 0, false // of indefinite length
	}
	size := 1 << (low - 24)
	if i+size > len(b) {
		return 0, 0, 0, false
	}
	var v uint64
	for _, c := range b[i : i+size] {
		v = v<<8 | uint64(c)
	}
	if v > uint64(len(b)) && (major == ItemBytes || major == ItemText || major == ItemArray || major == ItemMap) {
		return 0, 0, 0, false
	}
	return major, one(major, int(min(v, 1<<30))), i + size, true
}

// one is what a tag counts, whatever its number.
func one(major, n int) int {
	if major == ItemTag {
		return 1
	}
	return n
}

// msgpackHead is that of MessagePack.
func msgpackHead(b []byte, i int) (major, n, next int, ok bool) {
	if i >= len(b) {
		return 0, 0, 0, false
	}
	c := b[i]
	i++
	// number reads a length of so many bytes.
	number := func(size int) (int, bool) {
		if i+size > len(b) {
			return 0, false
		}
		v := 0
		for _, c := range b[i : i+size] {
			v = v<<8 | int(c)
		}
		i += size
		return v, v <= len(b)
	}
	switch {
	case c < 0x80 || c >= 0xE0 || c == 0xC0 || c == 0xC2 || c == 0xC3:
		return 0, 0, i, true
	case c < 0x90:
		return ItemMap, int(c & 15), i, true
	case c < 0xA0:
		return ItemArray, int(c & 15), i, true
	case c < 0xC0:
		return ItemText, int(c & 31), i, true
	case c >= 0xC4 && c <= 0xC6:
		n, ok = number(1 << (c - 0xC4))
		return ItemBytes, n, i, ok
	case c >= 0xC7 && c <= 0xC9:
		n, ok = number(1 << (c - 0xC7))
		return ItemBytes, n + 1, i, ok // an extension, with its type before it
	case c >= 0xCA && c <= 0xD3:
		i += [...]int{4, 8, 1, 2, 4, 8, 1, 2, 4, 8}[c-0xCA]
		return 0, 0, i, i <= len(b)
	case c >= 0xD4 && c <= 0xD8:
		return ItemBytes, 1 + 1<<(c-0xD4), i, true
	case c >= 0xD9 && c <= 0xDB:
		n, ok = number(1 << (c - 0xD9))
		return ItemText, n, i, ok
	case c == 0xDC || c == 0xDD:
		n, ok = number(2 << (c - 0xDC))
		return ItemArray, n, i, ok
	case c == 0xDE || c == 0xDF:
		n, ok = number(2 << (c - 0xDE))
		return ItemMap, n, i, ok
	}
	return 0, 0, 0, false
}
