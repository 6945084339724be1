package detect

import (
	"bytes"
	"encoding/binary"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// maxItems bounds how deep the items of CBOR and MessagePack may nest.
const maxItems = 32

// packets takes the binary formats in which names or lengths cannot be told
// from the text around them. It tells whether all of t was read by that.
func (d *Detector) packets(t *decode.Text, p place) bool {
	b := t.B
	d.lengths(t)
	switch {
	case len(b) < 8:
	case b[0]>>5 == cborMap:
		return d.asItem(t, cborHead, p)
	case b[0] >= 0x80 && b[0] < 0xA0 || b[0] >= 0xDC && b[0] <= 0xDF:
		return d.asItem(t, msgpackHead, p)
	case b[0] == 0x10:
		if start, end := mqttPassword(b); start < end {
			d.found(t, start, end, d.name(rule.Key, []byte("password")))
		}
	}
	return false
}

// lengths takes the tokens of known formats that stand right behind their length,
// where that is written as a letter or a digit is (protobuf) and hides where the
// token begins.
func (d *Detector) lengths(t *decode.Text) {
	b := t.B
	for k := 1; k+minToken < len(b); k++ {
		n := int(b[k])
		if class[b[k]] != word || b[k-1] >= ' ' || b[k-1] == '\n' || b[k-1] == '\r' || b[k-1] == '\t' || n >= len(b)-k || !rule.MayBegin(b, k+1) {
			continue
		}
		if m, ok := rule.FormatAt(b[:k+1+n], k+1); ok {
			d.found(t, m.Start, m.End, &m.Format.Rule)
			k = max(k, m.End-1)
		}
	}
}

// The major types of CBOR (RFC 8949 3.1).
const (
	cborBytes = 2
	cborText  = 3
	cborArray = 4
	cborMap   = 5
	cborTag   = 6
)

// asItem takes a text that is one item, and tells whether it is.
func (d *Detector) asItem(t *decode.Text, head itemHead, p place) bool {
	end, ok := d.item(t, head, 0, nil, 0, p, false)
	if !ok || end != len(t.B) {
		return false
	}
	d.item(t, head, 0, nil, 0, p, true)
	return true
}

// An itemHead reads the head of an item: its major type, in those of CBOR, its
// length or value, and where what follows begins.
type itemHead func(b []byte, i int) (major, n, next int, ok bool)

// item reads the item at i, of whose name r speaks, and returns its end; where
// judge is set, its texts are judged.
func (d *Detector) item(t *decode.Text, head itemHead, i int, r *rule.Rule, depth int, p place, judge bool) (int, bool) {
	major, n, i, ok := head(t.B, i)
	if !ok || depth == maxItems {
		return 0, false
	}
	switch major {
	case cborBytes, cborText:
		if n > len(t.B)-i {
			return 0, false
		}
		if judge && n > 0 && (major == cborText || decode.Readable(t.B[i:i+n])) {
			d.sub(t, decode.None, i, i+n, func(v *decode.Text) { d.value(v, r, p) })
		}
		return i + n, true
	case cborArray, cborTag:
		if major == cborTag {
			n = 1
		}
		for range n {
			if i, ok = d.item(t, head, i, r, depth+1, p, judge); !ok {
				return 0, false
			}
		}
		return i, true
	case cborMap:
		for range n {
			var name *rule.Rule
			if km, kn, k, ok := head(t.B, i); ok && km == cborText && kn <= len(t.B)-k && judge {
				name = d.lookup(rule.Key, t.B[k:k+kn])
			}
			if i, ok = d.item(t, head, i, nil, depth+1, p, false); !ok {
				return 0, false
			}
			if i, ok = d.item(t, head, i, name, depth+1, p, judge); !ok {
				return 0, false
			}
		}
		return i, true
	}
	return i, true // numbers and simple values
}

// cborHead is that of CBOR.
func cborHead(b []byte, i int) (major, n, next int, ok bool) {
	if i >= len(b) {
		return 0, 0, 0, false
	}
	major, low := int(b[i]>>5), b[i]&31
	i++
	if low < 24 {
		return major, int(low), i, true
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
	if v > uint64(len(b)) && (major == cborBytes || major == cborText || major == cborArray || major == cborMap) {
		return 0, 0, 0, false
	}
	return major, int(min(v, 1<<30)), i + size, true
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
		return cborMap, int(c & 15), i, true
	case c < 0xA0:
		return cborArray, int(c & 15), i, true
	case c < 0xC0:
		return cborText, int(c & 31), i, true
	case c >= 0xC4 && c <= 0xC6:
		n, ok = number(1 << (c - 0xC4))
		return cborBytes, n, i, ok
	case c >= 0xC7 && c <= 0xC9:
		n, ok = number(1 << (c - 0xC7))
		return cborBytes, n + 1, i, ok // an extension, with its type before it
	case c >= 0xCA && c <= 0xD3:
		i += [...]int{4, 8, 1, 2, 4, 8, 1, 2, 4, 8}[c-0xCA]
		return 0, 0, i, i <= len(b)
	case c >= 0xD4 && c <= 0xD8:
		return cborBytes, 1 + 1<<(c-0xD4), i, true
	case c >= 0xD9 && c <= 0xDB:
		n, ok = number(1 << (c - 0xD9))
		return cborText, n, i, ok
	case c == 0xDC || c == 0xDD:
		n, ok = number(2 << (c - 0xDC))
		return cborArray, n, i, ok
	case c == 0xDE || c == 0xDF:
		n, ok = number(2 << (c - 0xDE))
		return cborMap, n, i, ok
	}
	return 0, 0, 0, false
}

// mqttPassword gives the password of an MQTT CONNECT packet (MQTT 3.1.3), which
// is its last field.
func mqttPassword(b []byte) (start, end int) {
	k := bytes.Index(b[:min(len(b), 16)], []byte("\x00\x04MQTT"))
	if k < 0 {
		return 0, 0
	}
	k += 6
	if k+4 > len(b) || b[k+1]&0x40 == 0 {
		return 0, 0
	}
	level, flags := b[k], b[k+1]
	k += 4
	properties := func() {
		if level < 5 {
			return
		}
		if n, w := binary.Uvarint(b[min(k, len(b)):]); w > 0 && n < uint64(len(b)) {
			k += w + int(n)
		}
	}
	field := func() (int, int) {
		if k+2 > len(b) {
			k = len(b)
			return k, k
		}
		n := int(binary.BigEndian.Uint16(b[k:]))
		s := k + 2
		k = min(s+n, len(b))
		return s, k
	}
	properties()
	field() // the client's id
	if flags&0x04 != 0 {
		properties()
		field()
		field()
	}
	if flags&0x80 != 0 {
		field()
	}
	return field()
}
