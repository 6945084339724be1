package detect

import (
	"bytes"
	"encoding/binary"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/har"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// packets takes the binary formats in which names or lengths cannot be told
// from the text around them. It tells whether all of t was read by that.
func (d *Detector) packets(t *decode.Text, p place) bool {
	b := t.B
	d.lengths(t)
	if head := decode.ItemOf(b); head != nil {
		d.item(t, head, 0, nil, p)
		return true
	}
	if (d.asks == asksLogin || d.asks == asksKey && !p.request) && len(b) > 0 && b[0] < ' ' {
		d.protobuf(t, p) // a text can look like one, but for what its first field has before it
	}
	if len(b) >= 8 && b[0] == 0x10 {
		if start, end := mqttPassword(b); start < end {
			d.credential(t, start, end, d.called("password"))
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
		if class[b[k]] != word || b[k-1] >= ' ' || b[k-1] == '\n' || b[k-1] == '\r' || b[k-1] == '\t' || n < minToken || n >= len(b)-k {
			continue
		}
		var m rule.Match
		ok := false
		if rule.MayBegin(b, k+1) {
			m, ok = rule.FormatAt(b[:k+1+n], k+1)
		} else if isWord(b[k+1 : k+1+n]) {
			m, ok = rule.FormatIn(b[k+1:k+1+n], 0, n)
			m.Start, m.End = m.Start+k+1, m.End+k+1
		}
		if ok {
			d.found(t, m.Start, m.End, &m.Format.Rule)
			k = max(k, m.End-1)
		}
	}
}

// protobuf takes what stands by its position in the message of protobuf with which somebody
// signs in, and the sessions in the answer to it. The messages in it tell less than its own
// fields, of what device he has.
func (d *Detector) protobuf(t *decode.Text, p place) {
	var buf [maxArgs]har.Span
	args := protobufStrings(buf[:0], t.B, 0, len(t.B), 0)
	if p.request {
		if len(args) == 0 {
			args = protobufStrings(buf[:0], t.B, 0, len(t.B), 1)
		}
		kind := signIn
		if d.asked.changes {
			kind = change
		}
		d.positions(t, args, kind, p)
		return
	}
	for k, s := range args {
		if k > 0 && isName(t.B[args[k-1].Start:args[k-1].End]) {
			continue // it has a name, which says what it is
		}
		if v := t.B[s.Start:s.End]; d.opens(v) && !judge.ResourceID(v) {
			d.found(t, s.Start, s.End, d.called("session_token"))
		}
	}
}

// maxMessages is how many messages may stand one in another, below those whose texts are
// looked at, so that one of them is told from a text.
const maxMessages = 4

// protobufStrings appends to args where the texts stand in the message of protobuf
// b[i:j], or in the first one of gRPC, whose head is five bytes long, and in the messages
// in it where deep is more than zero; nil where it is none. args does not grow.
func protobufStrings(args []har.Span, b []byte, i, j, deep int) []har.Span {
	if j-i > 5 && b[i] == 0 && int(binary.BigEndian.Uint32(b[i+1:])) <= j-i-5 {
		j = i + 5 + int(binary.BigEndian.Uint32(b[i+1:]))
		i += 5
	}
	for i < j {
		tag, w := binary.Uvarint(b[i:j])
		if w <= 0 || tag>>3 == 0 || tag > 1<<32 {
			return nil
		}
		i += w
		switch tag & 7 {
		case 0:
			_, w := binary.Uvarint(b[i:j])
			if w <= 0 {
				return nil
			}
			i += w
		case 1:
			i += 8
		case 5:
			i += 4
		case 2:
			n, w := binary.Uvarint(b[i:j])
			if i += max(w, 0); w <= 0 || n > uint64(j-i) {
				return nil
			}
			end := i + int(n)
			var inner []har.Span
			if n > 2 && deep > -maxMessages && (b[i] < ' ' || !decode.Readable(b[i:end])) {
				inner = protobufStrings(args, b, i, end, deep-1)
			}
			switch {
			case inner != nil && deep > 0:
				args = inner
			case inner == nil && n > 0 && len(args) < cap(args) && decode.Readable(b[i:end]):
				args = append(args, har.Span{Start: i, End: end})
			}
			i = end
		default:
			return nil
		}
	}
	if i > j {
		return nil
	}
	return args
}

// isWord tells whether a text is one word of a name or token.
func isWord(b []byte) bool {
	for _, c := range b {
		if class[c] != word {
			return false
		}
	}
	return true
}

// item reads the item at i, of whose name r speaks, judges its texts, and returns
// its end.
func (d *Detector) item(t *decode.Text, head decode.ItemHead, i int, r *rule.Rule, p place) int {
	major, n, i, _ := head(t.B, i)
	switch major {
	case decode.ItemBytes, decode.ItemText:
		if n > 0 && (major == decode.ItemText || decode.Readable(t.B[i:i+n])) {
			d.sub(t, decode.None, i, i+n, func(v *decode.Text) { d.value(v, r, p) })
		}
		return i + n
	case decode.ItemArray, decode.ItemTag:
		for range n {
			i = d.item(t, head, i, r, p)
		}
	case decode.ItemMap:
		for range n {
			var name *rule.Rule
			if km, kn, k, _ := head(t.B, i); km == decode.ItemText {
				name = d.lookup(rule.Key, t.B[k:k+kn])
			}
			i = decode.ItemEnd(head, t.B, i)
			i = d.item(t, head, i, name, p)
		}
	}
	return i // of numbers and simple values the head is all
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
