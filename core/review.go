package core

import (
	"bytes"
	"encoding/base64"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/har-redactor/har-redactor/core/internal/jsonread"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
	"github.com/har-redactor/har-redactor/core/internal/secrets"
	"github.com/har-redactor/har-redactor/core/report"
	"github.com/har-redactor/har-redactor/core/sha256"
)

// What a person is shown of a run, beyond the report. Values stay behind
// here: they are told apart by number, and Reveal alone gives one.

// A Finding is one distinct secret, as a review lists it.
type Finding struct {
	Secret      int      `json:"secret"`
	Placeholder string   `json:"placeholder"`
	Kind        string   `json:"kind"`
	Rules       []string `json:"rules"`
	Reason      string   `json:"reason"`
	Occurrences int      `json:"occurrences"` // places replaced, or found where it is kept
	Entries     []int    `json:"entries"`
	Everywhere  bool     `json:"everywhere"`
	Mask        Mask     `json:"mask"`
	Kept        bool     `json:"kept"`
	Locked      bool     `json:"locked"` // the policy does not allow to keep it
	Asked       bool     `json:"asked"`  // goes because the policy asks for more than credentials
}

// asked tells whether a secret is none by itself: personal data, a value in a
// query, a body.
func asked(s *secrets.Secret) bool {
	for _, r := range s.Rules {
		if r.Treat != rule.Personal && !rule.Vague(r.Kind) && r.Kind != rule.Body.Kind {
			return false
		}
	}
	return true
}

// A Mask is what may be shown of a value.
type Mask struct {
	Length int    `json:"length"` // in characters
	Head   string `json:"head"`
	Tail   string `json:"tail"`
}

// shownKinds are kinds of values that no person makes up and whose ends help
// to know them again without being any use. Passwords, codes and cards are not
// among them, nor is anything new before somebody thought about it.
var shownKinds = map[string]bool{
	"cookie": true, "csrf": true, "jwt": true, "key": true, "nonce": true, "saml": true, "secret": true,
	"session": true, "signature": true, "state": true, "ticket": true, "token": true, "webhook": true,
}

const (
	minShown = 20 // bytes
	maxEnds  = 4
)

func mask(s *secrets.Secret) Mask {
	if s.Kind == rule.Body.Kind {
		return Mask{} // it stands for many bodies
	}
	m := Mask{Length: utf8.RuneCount(s.Value)}
	if len(s.Value) < minShown || !random(s) || !shownKinds[s.Kind] {
		return m
	}
	head, tail := s.Value[:maxEnds], s.Value[len(s.Value)-maxEnds:]
	if printable(head) && printable(tail) {
		m.Head, m.Tail = string(head), string(tail)
	}
	return m
}

func printable(b []byte) bool {
	for _, c := range b {
		if c <= ' ' || c > '~' {
			return false
		}
	}
	return true
}

// text is the mask in one line, for where a value stood.
func (m Mask) text() string { return m.Head + "•••" + m.Tail }

func ruleIDs(s *secrets.Secret) []string {
	ids := make([]string, len(s.Rules))
	for i, r := range s.Rules {
		ids[i] = r.ID
	}
	return ids
}

func entries(s *secrets.Secret) []int {
	list := []int{}
	for _, u := range s.Units {
		if u >= 0 {
			list = append(list, int(u))
		}
	}
	return list
}

// Review lists the secrets of the run, after Frames.
func (l *Lead) Review() []Finding {
	sum := l.sum()
	list := []Finding{}
	for i := range l.set.Secrets {
		s, n := &l.set.Secrets[i], sum.counts[i]
		if s.Kept && !s.Part {
			n = max(1, s.Count)
		}
		if n == 0 {
			continue
		}
		list = append(list, Finding{
			Secret: i, Placeholder: string(s.Placeholder), Kind: s.Kind, Rules: ruleIDs(s), Reason: s.Rules[0].Reason,
			Occurrences: n, Entries: entries(s), Everywhere: s.Everywhere, Mask: mask(s), Kept: s.Kept, Locked: l.policy.Locked(s.Kind), Asked: asked(s),
		})
	}
	return list
}

// Reveal gives a secret's value. It is the one way out for one.
func (w *Worker) Reveal(secret int) (string, error) {
	if secret < 0 || secret >= len(w.set.Secrets) {
		return "", report.Errorf(report.CodeDecision, -1, "there is no secret %d to show; take a number from the findings", secret)
	}
	return string(bytes.ToValidUTF8(w.set.Secrets[secret].Value, []byte("\uFFFD"))), nil
}

// A Row is one request of the output, as a list shows it.
type Row struct {
	Index    int                `json:"index"`
	Method   string             `json:"method"`
	URL      string             `json:"url"`
	Status   int64              `json:"status"`
	MimeType string             `json:"mimeType"`
	Size     int64              `json:"size"`
	Started  string             `json:"started"`
	Time     float64            `json:"time"`
	Timings  map[string]float64 `json:"timings"`
	Edits    int                `json:"edits"`

	// Claims are what the tokens that were first found here say of themselves.
	Claims map[int32]Claims `json:"-"`
	// Origin tells what the exporter left in.
	Origin *origin `json:"-"`
}

// Claims are what a JSON Web Token says that helps to revoke it.
type Claims struct {
	Issuer  string
	Subject string
	ID      string
	Expires int64 // seconds since 1970, 0 where it does not say
	Bound   bool  // of use only with a key besides (RFC 7800)
	// Whole is the SHA-256 of the token as it is sent, in hex; empty where
	// its claims held a secret themselves.
	Whole string
}

var timings = []string{"blocked", "dns", "connect", "ssl", "send", "wait", "receive"}

// row notes a rewritten unit for the review.
func (w *Worker) row(index int, unit []byte, edits int) {
	r := Row{Index: index, Edits: edits, Timings: map[string]float64{}, Origin: &origin{}}
	jsonread.Of(unit).Each(func(name []byte, v jsonread.Value) {
		switch string(name) {
		case "startedDateTime":
			r.Started = v.Text()
		case "time":
			r.Time = v.Float()
		case "request":
			v.Each(func(name []byte, v jsonread.Value) {
				switch string(name) {
				case "method":
					r.Method = v.Text()
				case "url":
					r.URL = v.Text()
				case "headers":
					r.Origin.headers(v)
				}
			})
		case "response":
			v.Each(func(name []byte, v jsonread.Value) {
				switch string(name) {
				case "status":
					r.Status = v.Int()
				case "headers":
					r.Origin.headers(v)
				case "content":
					v.Each(func(name []byte, v jsonread.Value) {
						switch string(name) {
						case "mimeType":
							r.MimeType = v.Text()
						case "size":
							r.Size = v.Int()
						}
					})
				}
			})
		case "timings":
			v.Each(func(name []byte, v jsonread.Value) {
				if slices.Contains(timings, string(name)) && v.IsNumber() {
					r.Timings[string(name)] = v.Float()
				}
			})
		}
	})
	for _, id := range w.firsts[int32(index)] {
		if c, ok := claims(unit, &w.set.Secrets[id]); ok {
			if r.Claims == nil {
				r.Claims = map[int32]Claims{}
			}
			r.Claims[id] = c
		}
	}
	w.rows = append(w.rows, r)
}

// claims reads what stands before a token's signature in the output, where
// nothing secret is left to be read.
func claims(unit []byte, s *secrets.Secret) (Claims, bool) {
	end := bytes.Index(unit, append([]byte{'.'}, s.Placeholder...))
	if end < 0 {
		return Claims{}, false
	}
	start := end
	for start > 0 && (isWord(unit[start-1]) || unit[start-1] == '.') {
		start--
	}
	signed := string(unit[start:end])
	head, payload, ok := strings.Cut(signed, ".")
	if !ok || strings.Contains(payload, ".") {
		return Claims{}, false
	}
	header, errHead := base64.RawURLEncoding.DecodeString(head)
	doc, errDoc := base64.RawURLEncoding.DecodeString(payload)
	if errHead != nil || errDoc != nil || !jsonscan.Valid(header) || !jsonscan.Valid(doc) {
		return Claims{}, false
	}
	said := jsonread.Of(doc)
	c := Claims{
		Issuer: said.Get("iss").Text(), Subject: said.Get("sub").Text(), ID: said.Get("jti").Text(),
		Expires: said.Get("exp").Int(), Bound: said.Get("cnf").Exists(),
	}
	if !bytes.Contains(doc, []byte("REDACTED-")) && !bytes.Contains(header, []byte("REDACTED-")) {
		c.Whole = sha256.Hex(append([]byte(signed+"."), s.Value...))
	}
	return c, true
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '_'
}

// A Revocation is what somebody needs to make a credential worthless.
type Revocation struct {
	Secret  int    `json:"secret"`
	Kind    string `json:"kind"`
	Host    string `json:"host"` // of the first request it was found in
	Issuer  string `json:"issuer"`
	Subject string `json:"subject"`
	ID      string `json:"id"`
	Expires int64  `json:"expires"` // seconds since 1970, 0 where it is not known
	Bearer  bool   `json:"bearer"`  // whoever holds it can use it
	// SHA256 is of the credential as it is sent, in hex: of a JSON Web Token
	// the whole token, empty where it could not be put together.
	SHA256 string `json:"sha256"`
}

// revocable tells whether a secret is a credential that a service can revoke,
// and long and random enough that its hash tells nothing else of it.
func revocable(s *secrets.Secret) bool {
	if s.Part || !random(s) || len(s.Value) < 16 {
		return false
	}
	switch s.Kind {
	case "token", "session", "jwt", "key", "cookie", "secret", "credential", "ticket", "webhook":
		return true
	}
	return false
}

// Revocations lists the credentials of the run, after Frames.
func (l *Lead) Revocations() []Revocation {
	rows := map[int]*Row{}
	for _, o := range l.outcomes {
		for i := range o.Rows {
			rows[o.Rows[i].Index] = &o.Rows[i]
		}
	}
	list := []Revocation{}
	for i := range l.set.Secrets {
		s := &l.set.Secrets[i]
		if !revocable(s) {
			continue
		}
		x := Revocation{Secret: i, Kind: s.Kind, Bearer: true}
		if len(s.Units) > 0 {
			if row := rows[int(s.Units[0])]; row != nil {
				x.Host = host(row.URL)
				if c, ok := row.Claims[int32(i)]; ok {
					x.Issuer, x.Subject, x.ID, x.Expires, x.Bearer = c.Issuer, c.Subject, c.ID, c.Expires, !c.Bound
					x.SHA256 = c.Whole
				}
			}
		}
		if s.Kind != "jwt" {
			x.SHA256 = sha256.Hex(s.Value)
		}
		list = append(list, x)
	}
	return list
}

// Requests lists the requests of the output in order, after Frames.
func (l *Lead) Requests() []Row {
	list := []Row{}
	for _, o := range l.outcomes {
		for _, r := range o.Rows {
			r.Claims, r.Origin = nil, nil
			list = append(list, r)
		}
	}
	sort.Slice(list, func(a, b int) bool { return list[a].Index < list[b].Index })
	return list
}

// A Segment is a stretch of an entry's JSON text: Text, which is the same
// before and after; or, where Secret is not nil, what an edit put After in the
// place of Before, which is masked.
type Segment struct {
	Text   string `json:"text,omitempty"`
	Secret *int32 `json:"secret,omitempty"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	Note   string `json:"note,omitempty"` // "encoded" where the secret stands inside an encoding
}

// View gives one entry as it was and as it is: the texts and afters together
// are the entry in the output. n is the worker's number of the batch that
// holds it, and b that batch as it was read again.
func (w *Worker) View(n, index int, b []byte) ([]Segment, error) {
	batch := &w.batches[n]
	if err := w.same(n, b); err != nil {
		return nil, err
	}
	i := index - batch.First
	span := batch.Spans[i]
	unit := b[span[0]:span[1]:span[1]]
	// Looking is not counted: what was done here is not taken.
	_, edits, err := w.clean(nil, unit, batch.unit+i, batch.Offset+int64(span[0]))
	if err != nil {
		return nil, err
	}
	list, done := []Segment{}, 0
	text := func(end int) {
		if end > done {
			list = append(list, Segment{Text: string(unit[done:end])})
		}
	}
	for _, e := range edits {
		text(e.Start)
		done = e.End
		s := Segment{Secret: &e.Secret, Before: mask(&w.set.Secrets[e.Secret]).text(), After: string(e.With)}
		if e.Packed {
			s.Note = "encoded"
		}
		list = append(list, s)
	}
	text(len(unit))
	for i := range list {
		if !utf8.ValidString(list[i].Text) {
			list[i].Text = strings.ToValidUTF8(list[i].Text, "\uFFFD")
		}
	}
	return list, nil
}

// random tells whether a value is more than a word or a number that a person
// chose: only such are looked for everywhere, unless they are kept.
func random(s *secrets.Secret) bool { return judge.Random(s.Value) }

// host is the host of an absolute URL, without user and port.
func host(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	if k := strings.IndexAny(rest, "/?#"); k >= 0 {
		rest = rest[:k]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	if k := strings.LastIndexByte(rest, ':'); k > strings.LastIndexByte(rest, ']') {
		rest = rest[:k]
	}
	return rest
}
