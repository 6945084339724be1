// Package capture makes up HARs for tests and measurements, of any size. The
// same seed gives the same file. Every value in one is random, so none is
// anybody's.
package capture

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Kind says what the made-up capture holds.
type Kind struct {
	Seed uint64
	// ASCII leaves the words out that are not Latin, which JavaScript holds in
	// half the memory and reads in half the time.
	ASCII bool
	// Entries is how many requests it has, 0 for as many as its size takes.
	Entries int
	// Body is about how many bytes the largest body has, 0 for 62,000.
	Body int
	// Secrets is how many cookies it sets besides, each with a value of its own,
	// spread over all of its size.
	Secrets int
	// One makes all of it one request, whose response body is one string.
	One bool
}

// Write writes a made-up HAR of about size bytes, or of so many entries.
func Write(w io.Writer, size int64, k Kind) error {
	g := &generator{rng: rand.New(rand.NewPCG(k.Seed, 0)), vocabulary: vocabulary, least: 2000, most: 62_000, cookies: k.Secrets, size: size}
	if k.Body > 0 {
		g.least, g.most = k.Body/10, k.Body
	}
	if k.ASCII {
		g.vocabulary = slices.DeleteFunc(slices.Clone(vocabulary), func(word string) bool { return word[0] >= utf8.RuneSelf })
	}
	if k.One {
		return g.writeOne(w, size)
	}
	return g.write(w, size, k.Entries)
}

// A generator plays one user of one web application: a few sessions, many
// requests, bodies as browsers see them.
type generator struct {
	rng         *rand.Rand
	vocabulary  []string
	least, most int   // bytes of a body
	cookies     int   // still to be set
	size        int64 // that is still to be written
	session     string
	bearer      string
}

type pair struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type object = map[string]any

const head = `{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[`

func (g *generator) write(w io.Writer, size int64, entries int) error {
	g.session, g.bearer = g.token(32), g.jwt()
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	var doc bytes.Buffer
	enc := json.NewEncoder(&doc)
	enc.SetEscapeHTML(false)
	written := int64(len(head))
	for i := 0; i < entries || entries == 0 && (written < size || i == 0); i++ {
		doc.Reset()
		if i > 0 {
			doc.WriteByte(',')
		}
		// A session ends now and then, so that there is more than one.
		if i%400 == 399 {
			g.session, g.bearer = g.token(32), g.jwt()
		}
		if err := enc.Encode(g.entry(i)); err != nil {
			return err
		}
		n, err := w.Write(doc.Bytes())
		if err != nil {
			return err
		}
		written += int64(n)
		g.size -= int64(n)
	}
	_, err := io.WriteString(w, "]}}\n")
	return err
}

// writeOne holds one piece of the body at a time.
func (g *generator) writeOne(w io.Writer, size int64) error {
	g.session, g.bearer = g.token(32), g.jwt()
	const body = "the body"
	entry, err := json.Marshal(g.entryWith(0, "application/json", body, ""))
	if err != nil {
		return err
	}
	before, after, _ := bytes.Cut(entry, []byte(body))
	if _, err := fmt.Fprintf(w, "%s%s[", head, before); err != nil {
		return err
	}
	for written := int64(0); written < size; {
		doc, err := json.Marshal(g.json(g.most))
		if err != nil {
			return err
		}
		if written > 0 {
			doc[0] = ','
		} else {
			doc = doc[1:]
		}
		n, err := w.Write(doc[:len(doc)-1])
		if err != nil {
			return err
		}
		written += int64(n)
	}
	_, err = fmt.Fprintf(w, "]%s]}}\n", after)
	return err
}

func (g *generator) entry(i int) object {
	mime, text, encoding := g.body()
	return g.entryWith(i, mime, text, encoding)
}

// entryWith makes an entry around a response body.
func (g *generator) entryWith(i int, mime, text, encoding string) object {
	url := fmt.Sprintf("https://app%d.example.com/%s/%s?v=%d&lang=en", g.rng.IntN(4), g.word(), g.word(), g.rng.IntN(1000))
	request := object{
		"method": "GET", "url": url, "httpVersion": "h2",
		"headers": []pair{
			{":authority", "app.example.com"}, {"accept", "*/*"},
			{"accept-language", "en-GB,en;q=0.9,de;q=0.8"},
			{"authorization", "Bearer " + g.bearer},
			{"cookie", "theme=dark; sid=" + g.session + "; lang=en"},
			{"user-agent", "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"},
		},
		"queryString": []pair{{"v", "1"}, {"lang", "en"}},
		"cookies":     []pair{{"theme", "dark"}, {"sid", g.session}, {"lang", "en"}},
		"headersSize": -1, "bodySize": 0,
	}
	if i%5 == 0 {
		request["method"] = "POST"
		request["postData"] = object{
			"mimeType": "application/x-www-form-urlencoded",
			"text":     "user=" + g.word() + "&password=" + g.token(14) + "&csrf_token=" + g.token(24) + "&page=" + fmt.Sprint(i),
		}
	}
	content := object{"size": len(text), "mimeType": mime, "text": text}
	if encoding != "" {
		content["encoding"] = encoding
	}
	headers := []pair{{"content-type", mime}, {"x-request-id", g.uuid()}, {"cache-control", "no-store"}}
	if i%20 == 0 {
		headers = append(headers, pair{"set-cookie", "sid=" + g.session + "; Path=/; HttpOnly; Secure; SameSite=Lax"})
	}
	// As many of the cookies as this entry is of what is to be written.
	for n := int64(g.cookies) * int64(len(text)) / max(g.size, int64(len(text)), 1); n > 0; n-- {
		headers = append(headers, pair{"set-cookie", fmt.Sprintf("visit%d=%s; Path=/", g.cookies, g.token(24+g.rng.IntN(40)))})
		g.cookies--
	}
	return object{
		"startedDateTime": fmt.Sprintf("2026-01-15T10:%02d:%02d.%03dZ", i/60%60, i%60, i%1000),
		"time":            g.rng.Float64() * 300,
		"request":         request,
		"response": object{
			"status": 200, "statusText": "", "httpVersion": "h2", "headers": headers,
			"cookies": []pair{}, "content": content, "redirectURL": "", "headersSize": -1, "bodySize": -1,
		},
		"cache":   object{},
		"timings": object{"blocked": 1.2, "dns": -1, "connect": -1, "send": .2, "wait": g.rng.Float64() * 200, "receive": g.rng.Float64() * 20},
	}
}

// body gives a response body: mostly JSON, HTML and scripts, some pictures.
func (g *generator) body() (mime, text, encoding string) {
	n := g.least + g.rng.IntN(g.most-g.least)
	switch k := g.rng.IntN(10); {
	case k < 4:
		return "application/json", g.json(n), ""
	case k < 6:
		return "text/html; charset=utf-8", g.html(n), ""
	case k < 9:
		return "text/javascript", g.script(n), ""
	default:
		raw := make([]byte, n)
		for i := range raw {
			raw[i] = byte(g.rng.Uint32())
		}
		copy(raw, "\x89PNG\r\n\x1a\n")
		return "image/png", base64.StdEncoding.EncodeToString(raw), "base64"
	}
}

func (g *generator) json(n int) string {
	var items []object
	for size := 0; size < n; size += 260 {
		items = append(items, object{
			"id": g.uuid(), "name": g.words(2), "text": g.words(12), "count": g.rng.IntN(100000),
			"price": g.rng.Float64() * 1000, "active": g.rng.IntN(2) == 0, "tags": []string{g.word(), g.word()}, "parent": nil,
		})
	}
	doc, err := json.Marshal(object{"items": items, "next_cursor": g.token(20), "access_token": g.bearer})
	if err != nil {
		panic("internal error: made-up JSON")
	}
	return string(doc)
}

func (g *generator) html(n int) string {
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"en\"><head><title>" + g.words(3) + "</title>\n<meta name=\"csrf-token\" content=\"" + g.token(32) + "\">\n</head><body>\n")
	for b.Len() < n {
		fmt.Fprintf(&b, "<div class=\"row %s\" id=\"%s-%d\"><a href=\"/%s/%s?tab=%d\">%s</a>\n\t<p>%s</p></div>\n",
			g.word(), g.word(), g.rng.IntN(1000), g.word(), g.word(), g.rng.IntN(9), g.words(3), g.words(25))
	}
	return b.String() + "</body></html>\n"
}

func (g *generator) script(n int) string {
	var b strings.Builder
	for b.Len() < n {
		fmt.Fprintf(&b, "function %s(a,b){var c=a.%s||{};if(c[\"%s\"]!==b){return %s(\"%s\",c,%d)}for(let i=0;i<%d;i++){c.%s+=i}}\n",
			g.word(), g.word(), g.word(), g.word(), g.words(4), g.rng.IntN(10000), g.rng.IntN(100), g.word())
	}
	return b.String()
}

// vocabulary is about one seventh not Latin, as a capture of a translated
// application is: each such letter takes two or three bytes.
var vocabulary = strings.Fields(`account address answer basket billing button cancel change client colour
	company contact content country create customer delete detail device display document download element
	export filter folder format group header history image import invoice item label language layout level
	list message method model month name number object option order owner page panel parent password payment
	person phone picture plan policy price profile project query reason record refresh region render report
	request result review role route schema search section select service session setting shipping status
	street submit table team template theme title token total update upload user value version view window
	заказ счёт клиент сообщение 注文 設定 検索 言語 προφίλ λογαριασμός הודעה अनुरोध`)

func (g *generator) word() string { return g.vocabulary[g.rng.IntN(len(g.vocabulary))] }

func (g *generator) words(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = g.word()
	}
	return strings.Join(words, " ")
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

func (g *generator) token(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[g.rng.IntN(len(letters))]
	}
	return string(b)
}

func (g *generator) uuid() string {
	b := make([]byte, 16)
	for i := range b {
		b[i] = byte(g.rng.Uint32())
	}
	h := hex.EncodeToString(b)
	return h[:8] + "-" + h[8:12] + "-4" + h[13:16] + "-a" + h[17:20] + "-" + h[20:]
}

func (g *generator) jwt() string {
	part := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	return part(`{"alg":"RS256","typ":"JWT"}`) + "." +
		part(`{"iss":"https://id.example.com","sub":"`+g.uuid()+`","exp":1768470000,"scope":"read write"}`) + "." + g.token(86)
}
