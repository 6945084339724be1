package decode

import "bytes"

// quoted reads one escape of quoted-printable at the start of s: the byte it
// stands for, how many bytes it takes, 0 where it is none, and how many it
// makes, none for the end of a line that goes on.
func quoted(s []byte) (c byte, from, to int) {
	if len(s) < 2 {
		return 0, 0, 0
	}
	if s[1] == '\n' {
		return 0, 2, 0
	}
	if len(s) < 3 {
		return 0, 0, 0
	}
	if s[1] == '\r' && s[2] == '\n' {
		return 0, 3, 0
	}
	// Encoders write capitals (RFC 2045 6.7 rule 1); a small letter is a value's.
	if s[1] >= 'a' || s[2] >= 'a' {
		return 0, 0, 0
	}
	if c, ok := hexByte(s[1], s[2]); ok {
		return c, 3, 1
	}
	return 0, 0, 0
}

// appendQuoted undoes quoted-printable.
func appendQuoted(dst []byte, marks []mark, src []byte, base int) ([]byte, []mark) {
	next := len(dst) + markEvery
	for i := 0; i < len(src); {
		k := bytes.IndexByte(src[i:], '=')
		if k < 0 {
			return append(dst, src[i:]...), marks
		}
		dst = append(dst, src[i:i+k]...)
		i += k
		c, n, m := quoted(src[i:])
		if n == 0 {
			dst = append(dst, '=')
			i++
			continue
		}
		if m > 0 {
			dst = append(dst, c)
		}
		i += n
		if len(dst) >= next {
			marks = append(marks, mark{uint32(len(dst)), uint32(base + i)})
			next = len(dst) + markEvery
		}
	}
	return dst, marks
}

// mailBody gives where the body begins of a message (RFC 5322) that says that it
// is quoted-printable, 0 where a text is no such message.
func mailBody(b []byte) int {
	if len(b) < 64 || b[0] < 'A' || b[0] > 'Z' {
		return 0
	}
	if colon := bytes.IndexByte(b[:40], ':'); colon < 2 || bytes.IndexByte(b[:colon], ' ') >= 0 {
		return 0
	}
	head := b[:min(len(b), 4<<10)]
	says := bytes.Index(head, []byte("ransfer-Encoding: quoted-printable"))
	if says < 0 {
		return 0
	}
	for _, gap := range [...]string{"\r\n\r\n", "\n\n"} {
		if k := bytes.Index(head[says:], []byte(gap)); k >= 0 {
			return says + k + len(gap)
		}
	}
	return 0
}

// isQuoted tells whether a text is quoted-printable: every equals sign begins an
// escape, of a byte that text has, and there are two at least, or a line of mail
// that goes on.
func isQuoted(b []byte) bool {
	n := 0
	for i := 0; ; n++ {
		k := bytes.IndexByte(b[i:], '=')
		if k < 0 {
			return n > 1
		}
		c, size, made := quoted(b[i+k:])
		if size == len("=\r\n") && made == 0 {
			n++
		}
		if size == 0 || made > 0 && (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c != '=' && endsName(b[:i+k])) {
			return false
		}
		i += k + size
	}
}

// endsName tells whether a text ends with the name of a parameter of an address,
// whose equals sign is itself: of ?page=20&size=50 no encoder leaves that as it is.
func endsName(b []byte) bool {
	k := len(b)
	for k > 0 && (b[k-1]|0x20 >= 'a' && b[k-1]|0x20 <= 'z' || b[k-1] == '_') {
		k--
	}
	return k > 0 && k < len(b) && (b[k-1] == '?' || b[k-1] == '&')
}
