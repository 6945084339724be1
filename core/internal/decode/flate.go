package decode

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
)

// A press compresses and decompresses. What it uses is made when it is first
// needed, and kept: a new writer takes 800 KiB, a new reader 40.
type press struct {
	source bytes.Reader

	gunzip  *gzip.Reader
	unzlib  io.ReadCloser
	inflate io.ReadCloser
	writers map[Codec]writer
}

// writer is one of compress/gzip, zlib or flate.
type writer interface {
	io.WriteCloser
	Reset(io.Writer)
}

// reader gives what b, compressed by c, holds. It is valid until the next call.
func (p *press) reader(c Codec, b []byte) (r io.Reader, err error) {
	p.source.Reset(b)
	switch c {
	case Gzip:
		if p.gunzip == nil {
			p.gunzip = new(gzip.Reader)
		}
		return p.gunzip, p.gunzip.Reset(&p.source)
	case Zlib:
		if p.unzlib == nil {
			p.unzlib, err = zlib.NewReader(&p.source)
			return p.unzlib, err
		}
		return p.unzlib, p.unzlib.(zlib.Resetter).Reset(&p.source, nil)
	}
	if p.inflate == nil {
		p.inflate = flate.NewReader(&p.source)
		return p.inflate, nil
	}
	return p.inflate, p.inflate.(flate.Resetter).Reset(&p.source, nil)
}

// pack appends plain to dst, compressed by c.
func (p *press) pack(dst *bytes.Buffer, c Codec, plain []byte) {
	w, made := p.writers[c]
	if !made {
		w = newWriter(c)
		if p.writers == nil {
			p.writers = map[Codec]writer{}
		}
		p.writers[c] = w
	}
	w.Reset(dst)
	// Writing to a bytes.Buffer does not fail.
	if _, err := w.Write(plain); err != nil {
		panic("internal error: packing failed")
	}
	if err := w.Close(); err != nil {
		panic("internal error: packing failed")
	}
}

func newWriter(c Codec) writer {
	switch c {
	case Gzip:
		return gzip.NewWriter(io.Discard)
	case Zlib:
		return zlib.NewWriter(io.Discard)
	}
	w, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
	if err != nil {
		panic("internal error: the default compression is a level")
	}
	return w
}
