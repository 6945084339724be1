package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// url takes a URL or a reference (RFC 3986): user information, path segments
// with their matrix parameters, query and fragment.
func (d *Detector) url(t *decode.Text, i, j int, p place) {
	b := t.B
	if k := judge.Authority(b[i:min(j, i+40)]); k > 0 {
		host := i + k
		end := host + indexAny(b[host:j], "/?#")
		if at := userEnd(b[:j], host); at > end {
			end = at + indexAny(b[at:j], "/?#")
		}
		if at := bytes.LastIndexByte(b[host:end], '@'); at > 0 {
			d.userInfo(t, host, host+at, b[host+at+1:end])
			host += at + 1
		}
		d.service(t, host, end, j)
		i = end
	} else if bytes.HasPrefix(b[i:j], []byte("data:")) {
		d.text2(t, i, j, p)
		return
	}
	path := i + indexAny(b[i:j], "?#")
	d.path(t, i, path, p)
	i = path
	if i < j && b[i] == '?' {
		end := i + indexAny(b[i:j], "#")
		d.pairs(t, i+1, end, p)
		i = end
	}
	if i < j {
		d.fragment(t, i+1, j, p)
	}
}

// service looks for the addresses of known services of which the path is the
// secret, by the labels of the host B[i:end]; the URL ends at j.
func (d *Detector) service(t *decode.Text, i, end, j int) {
	b := t.B[:j]
	for i < end {
		if rule.MayBegin(b, i) {
			if m, ok := rule.FormatAt(b, i); ok && m.Start >= end {
				d.found(t, m.Start, m.End, &m.Format.Rule)
				return
			}
		}
		i += indexAny(b[i:end], ".") + 1
	}
}

func (d *Detector) userInfo(t *decode.Text, i, j int, host []byte) {
	if bytes.Contains(host, []byte("sentry")) {
		d.sink.Kept(rule.DSN)
		return
	}
	if k := bytes.IndexByte(t.B[i:j], ':'); k >= 0 {
		if k+1 < j-i {
			d.found(t, i+k+1, j, rule.UserInfo)
		}
		j = i + k
	}
	if judge.Token(t.B[i:j]) && judge.Random(t.B[i:j]) {
		d.found(t, i, j, rule.UserInfo)
	}
}

// path takes a path's segments: a name before a value (/reset/<token>), and
// matrix parameters (;jsessionid=<id>).
func (d *Detector) path(t *decode.Text, i, j int, p place) {
	if i >= j {
		return
	}
	b := t.B
	all := i
	var last *rule.Rule
	for i < j {
		end := i + indexAny(b[i:j], "/")
		seg := i + indexAny(b[i:end], ";")
		if bytes.Contains(b[i:seg], []byte("&#")) || bytes.Contains(b[i:seg], []byte("&%23")) {
			seg = end // the end of a character reference begins no parameter
		}
		if last != nil && last.Treat == rule.Secret && d.segment(b[i:seg], last) {
			d.found(t, i, seg, last)
		}
		last = d.lookup(rule.Segment, b[i:seg])
		for k := seg; k < end; {
			stop := k + 1 + indexAny(b[k+1:end], ";")
			d.pair(t, k+1, stop, p)
			k = stop
		}
		i = end + 1
	}
	p.path = true
	d.text2(t, all, j, p)
}

// segment tells whether a path segment behind a telling one is a token. Behind
// the name of a collection (/tokens/, /sessions/, /webhooks/) an id is just an
// id; behind a verb (/reset/, /invite/) it opens what it names.
func (d *Detector) segment(v []byte, r *rule.Rule) bool {
	v = d.canonical(v)
	if !judge.Token(v) || judge.FileName(v) {
		return false
	}
	switch r.Kind {
	case "session":
		return !judge.ResourceID(v)
	case "webhook":
		return len(v) == 36 || !judge.ResourceID(v)
	}
	return len(v) == 36 && r.ID != "segment.token" || !judge.ResourceID(v)
}

func (d *Detector) fragment(t *decode.Text, i, j int, p place) {
	b := t.B[i:j]
	// A client-side route has a path and a query of its own.
	if k := bytes.IndexByte(b, '?'); k >= 0 {
		d.path(t, i, i+k, p)
		d.pairs(t, i+k+1, j, p)
		return
	}
	if bytes.IndexByte(b, '=') > 0 {
		d.pairs(t, i, j, p)
		return
	}
	d.path(t, i, j, p)
}

// pairs takes name=value joined by &.
func (d *Detector) pairs(t *decode.Text, i, j int, p place) {
	for i < j {
		end := i + indexAny(t.B[i:j], "&")
		d.pair(t, i, end, p)
		i = end + 1
	}
}

func (d *Detector) pair(t *decode.Text, i, j int, p place) {
	b := t.B
	if bytes.HasPrefix(b[i:j], []byte("amp;")) {
		i += 4 // the rest of &amp; in a URL that was copied out of markup
	}
	if i >= j {
		return
	}
	eq := bytes.IndexByte(b[i:j], '=')
	p.names, p.query, p.request = rule.Param, true, true
	if eq < 0 {
		if j-i >= 8 {
			d.sub(t, decode.None, i, j, func(v *decode.Text) { d.text(v, p) })
		}
		return
	}
	name := b[i : i+eq]
	if eq >= 20 {
		d.sub(t, decode.None, i, i+eq, func(v *decode.Text) { d.text(v, p) })
	}
	i += eq + 1
	if i >= j {
		return
	}
	r := d.lookup(rule.Param, name)
	if r == nil {
		// user[password], card.number: the last name tells.
		if k := bytes.LastIndexAny(bytes.TrimRight(name, "]"), "[."); k >= 0 {
			r = d.lookup(rule.Param, bytes.TrimRight(name[k+1:], "]"))
		}
	}
	c := decode.None
	if bytes.IndexByte(b[i:j], '%') >= 0 {
		c = decode.Form
		if bytes.IndexByte(b[i:j], '+') >= 0 && decode.IsBase64(d.canonical(b[i:j])) {
			c = decode.Percent // base64 has no blanks
		}
	} else if bytes.IndexByte(b[i:j], '+') >= 0 && !decode.IsBase64(b[i:j]) {
		c = decode.Form
	}
	d.sub(t, c, i, j, func(v *decode.Text) { d.value(v, r, p) })
}

// isForm tells whether a text is a form: name=value joined by &.
func isForm(b []byte) bool {
	eq := bytes.IndexByte(b[:min(len(b), 200)], '=')
	if eq <= 0 {
		return false
	}
	for _, c := range b[:eq] {
		if c <= ' ' || c == '<' || c == '{' || c == '"' || c == '(' || c == ';' || c == ':' || c == '/' {
			return false
		}
	}
	return bytes.IndexByte(b, ' ') < 0 && bytes.IndexByte(b, '\n') < 0 && bytes.IndexByte(b, '"') < 0
}

// text2 reads a stretch of t as text of its own.
func (d *Detector) text2(t *decode.Text, i, j int, p place) {
	d.sub(t, decode.None, i, j, func(v *decode.Text) { d.text(v, p) })
}
