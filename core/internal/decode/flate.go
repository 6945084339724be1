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

	gzip    *gzip.Writer
	zlib    *zlib.Writer
	deflate *flate.Writer
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
	var w io.WriteCloser
	switch c {
	case Gzip:
		if p.gzip == nil {
			p.gzip = gzip.NewWriter(dst)
		} else {
			p.gzip.Reset(dst)
		}
		w = p.gzip
	case Zlib:
		if p.zlib == nil {
			p.zlib = zlib.NewWriter(dst)
		} else {
			p.zlib.Reset(dst)
		}
		w = p.zlib
	default:
		if p.deflate == nil {
			var err error
			if p.deflate, err = flate.NewWriter(dst, flate.DefaultCompression); err != nil {
				panic("internal error: the default compression is a level")
			}
		} else {
			p.deflate.Reset(dst)
		}
		w = p.deflate
	}
	// Writing to a bytes.Buffer does not fail.
	if _, err := w.Write(plain); err != nil {
		panic("internal error: packing failed")
	}
	if err := w.Close(); err != nil {
		panic("internal error: packing failed")
	}
}
