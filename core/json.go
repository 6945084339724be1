package core

import (
	"strconv"

	"github.com/har-redactor/har-redactor/core/internal/jsonread"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/jsonwrite"
	"github.com/har-redactor/har-redactor/core/policy"
	"github.com/har-redactor/har-redactor/core/report"
)

// What JavaScript and the core tell each other is JSON, by the names that the
// types have there.

// Start makes a worker, and the lead that it belongs to where this one leads, of a
// document {lead, review, batch, policy}, all of which may be left out.
func Start(doc []byte) (*Lead, *Worker, error) {
	if !jsonscan.Valid(doc) {
		return nil, nil, report.Errorf(report.CodeInternal, -1, "internal error: the options of a run are no JSON")
	}
	v := jsonread.Of(doc)
	p, err := policy.Parse(v.Get("policy").Raw())
	if err != nil {
		return nil, nil, &report.Error{Code: report.CodePolicy, Offset: -1, Message: err.Error()}
	}
	o := Options{Review: v.Get("review").Is('t'), Batch: v.Get("batch").Int()}
	if v.Get("lead").Is('t') {
		lead := NewLead(p, o)
		return lead, lead.Worker, nil
	}
	return nil, NewWorker(p, o), nil
}

// ParseDecisions reads what a person decided.
func ParseDecisions(doc []byte) (Decisions, error) {
	var d Decisions
	ok := jsonscan.Valid(doc)
	if ok {
		v := jsonread.Of(doc)
		ok = v.Is('{') && d.read(v.Get("keep"), v.Get("also"))
	}
	if !ok {
		return Decisions{}, report.Errorf(report.CodeDecision, -1, "what to keep and to remove is not what it should be; give lists of numbers with reasons, and of texts")
	}
	return d, nil
}

// read takes the two lists, and tells whether they are as they should be.
func (d *Decisions) read(keep, also jsonread.Value) bool {
	ok := true
	for _, list := range []jsonread.Value{keep, also} {
		ok = ok && (!list.Exists() || list.Is('[') || list.Is('n'))
	}
	keep.Each(func(_ []byte, v jsonread.Value) {
		n, err := strconv.Atoi(string(v.Get("secret").Raw()))
		reason := v.Get("reason")
		ok = ok && err == nil && (!reason.Exists() || reason.Is('"'))
		d.Keep = append(d.Keep, Keep{Secret: n, Reason: reason.Text()})
	})
	also.Each(func(_ []byte, v jsonread.Value) {
		ok = ok && v.Is('"')
		d.Also = append(d.Also, v.Text())
	})
	return ok
}

// AppendList appends a list of what the core tells.
func AppendList[T any, P interface {
	*T
	AppendJSON(b []byte) []byte
}](b []byte, list []T) []byte {
	return jsonwrite.List(b, list, func(b []byte, x *T) []byte { return P(x).AppendJSON(b) })
}

// AppendJSON appends where a batch stands, and not what it holds.
func (x *Batch) AppendJSON(b []byte) []byte {
	o := jsonwrite.Open(b)
	o.Number("file", int64(x.File))
	o.Number("first", int64(x.First))
	o.Number("units", int64(len(x.Spans)))
	o.Number("offset", x.Offset)
	o.Number("size", int64(x.size()))
	return o.Close()
}

// AppendJSON appends a finding.
func (f *Finding) AppendJSON(b []byte) []byte {
	o := jsonwrite.Open(b)
	o.Number("secret", int64(f.Secret))
	o.Text("placeholder", f.Placeholder)
	o.Text("kind", f.Kind)
	o.Texts("rules", f.Rules)
	o.Text("reason", f.Reason)
	o.Number("occurrences", int64(f.Occurrences))
	o.Numbers("entries", f.Entries)
	o.Flag("everywhere", f.Everywhere)
	o.Value("mask", func(b []byte) []byte {
		o := jsonwrite.Open(b)
		o.Number("length", int64(f.Mask.Length))
		o.Text("head", f.Mask.Head)
		o.Text("tail", f.Mask.Tail)
		return o.Close()
	})
	o.Flag("kept", f.Kept)
	o.Flag("locked", f.Locked)
	o.Flag("asked", f.Asked)
	return o.Close()
}

// AppendJSON appends what a list shows of a request.
func (r *Row) AppendJSON(b []byte) []byte {
	o := jsonwrite.Open(b)
	o.Number("index", int64(r.Index))
	o.Text("method", r.Method)
	o.Text("url", r.URL)
	o.Number("status", r.Status)
	o.Text("mimeType", r.MimeType)
	o.Number("size", r.Size)
	o.Text("started", r.Started)
	o.Float("time", r.Time)
	o.Value("timings", func(b []byte) []byte {
		o := jsonwrite.Open(b)
		for _, name := range timings {
			if t, ok := r.Timings[name]; ok {
				o.Float(name, t)
			}
		}
		return o.Close()
	})
	o.Number("edits", int64(r.Edits))
	return o.Close()
}

// AppendJSON appends what is needed to revoke a credential.
func (r *Revocation) AppendJSON(b []byte) []byte {
	o := jsonwrite.Open(b)
	o.Number("secret", int64(r.Secret))
	o.Text("kind", r.Kind)
	o.Text("host", r.Host)
	o.Text("issuer", r.Issuer)
	o.Text("subject", r.Subject)
	o.Text("id", r.ID)
	o.Number("expires", r.Expires)
	o.Flag("bearer", r.Bearer)
	o.Text("sha256", r.SHA256)
	return o.Close()
}

// AppendJSON appends a stretch of an entry, without what is empty of it.
func (s *Segment) AppendJSON(b []byte) []byte {
	o := jsonwrite.Open(b)
	text := func(name, s string) {
		if s != "" {
			o.Text(name, s)
		}
	}
	text("text", s.Text)
	if s.Secret != nil {
		o.Number("secret", int64(*s.Secret))
	}
	text("before", s.Before)
	text("after", s.After)
	text("note", s.Note)
	return o.Close()
}
