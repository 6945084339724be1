package decode

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"io"
)

// A press compresses and decompresses. What it uses is made when it is first
// needed, and kept: a new writer takes 800 KiB, a new reader 40.
//
// The frames around a deflate stream are written and read here, since compress/gzip
// tells times, and what writes those out would be a fortieth of the page.
type press struct {
	source  bytes.Reader
	inflate io.ReadCloser
	deflate *flate.Writer
}

// reader gives what b, a deflate stream, holds. It is valid until the next call.
func (p *press) reader(b []byte) io.Reader {
	p.source.Reset(b)
	if p.inflate == nil {
		p.inflate = flate.NewReader(&p.source)
	} else if err := p.inflate.(flate.Resetter).Reset(&p.source, nil); err != nil {
		panic("internal error: " + err.Error())
	}
	return p.inflate
}

// unpack appends to buf what b, compressed by c, holds, at most limit bytes and one
// more. A checksum that is wrong is no error, for what can be read can leak.
func (p *press) unpack(buf *bytes.Buffer, c Codec, b []byte, limit int64) error {
	switch c {
	case Zlib:
		b = b[2:]
	case Gzip:
		b = gzipBody(b)
	}
	before := buf.Len()
	for {
		_, err := io.Copy(buf, io.LimitReader(p.reader(b), limit+1-int64(buf.Len()-before)))
		if err != nil || c != Gzip || int64(buf.Len()-before) > limit {
			return err
		}
		// Behind a checksum and a length another member may follow.
		if b = b[min(len(b), len(b)-p.source.Len()+8):]; len(b) == 0 {
			return nil
		}
		if b = gzipBody(b); b == nil {
			return io.ErrUnexpectedEOF
		}
	}
}

// gzipBody gives what stands behind the head of a member of gzip (RFC 1952 2.3),
// nil where b does not begin with a whole one.
func gzipBody(b []byte) []byte {
	const hasCRC, hasExtra, hasName, hasComment = 1 << 1, 1 << 2, 1 << 3, 1 << 4
	if len(b) < 10 || b[0] != 0x1F || b[1] != 0x8B || b[2] != 8 {
		return nil
	}
	flags := b[3]
	b = b[10:]
	if flags&hasExtra != 0 {
		if len(b) < 2 || len(b) < 2+int(binary.LittleEndian.Uint16(b)) {
			return nil
		}
		b = b[2+int(binary.LittleEndian.Uint16(b)):]
	}
	for _, has := range [...]byte{hasName, hasComment} {
		if flags&has != 0 {
			end := bytes.IndexByte(b, 0)
			if end < 0 {
				return nil
			}
			b = b[end+1:]
		}
	}
	if flags&hasCRC != 0 {
		if len(b) < 2 {
			return nil
		}
		b = b[2:]
	}
	return b
}

// pack gives plain, compressed by c.
func (p *press) pack(c Codec, plain []byte) []byte {
	var buf bytes.Buffer
	switch c {
	case Gzip:
		buf.WriteString("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\xFF") // no flags, no time, no system
	case Zlib:
		buf.WriteString("\x78\x9C") // the usual window and level
	}
	if p.deflate == nil {
		w, err := flate.NewWriter(&buf, flate.DefaultCompression)
		if err != nil {
			panic("internal error: the default compression is a level")
		}
		p.deflate = w
	} else {
		p.deflate.Reset(&buf)
	}
	// Writing to a bytes.Buffer does not fail.
	if _, err := p.deflate.Write(plain); err != nil {
		panic("internal error: packing failed")
	}
	if err := p.deflate.Close(); err != nil {
		panic("internal error: packing failed")
	}
	out := buf.Bytes()
	switch c {
	case Gzip:
		out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(plain))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(plain)))
	case Zlib:
		out = binary.BigEndian.AppendUint32(out, adler32.Checksum(plain))
	}
	return out
}
