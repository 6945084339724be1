package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/jsonread"
	"github.com/har-redactor/har-redactor/core/internal/jsonscan"
	"github.com/har-redactor/har-redactor/core/internal/judge"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// token takes B[i:j] if it is, as a whole, a token with an inner structure of
// its own: a JSON Web Token, or one under a prefix.
func (d *Detector) token(t *decode.Text, i, j int) bool {
	if j-i < 20 || t.B[i] != 'e' && t.B[i] != 'E' {
		return false
	}
	end := d.jwt(t, i)
	return end > 0 && end >= j
}

// jwt takes the JSON Web Token that begins at i (RFC 7519) and returns its
// end, 0 where there is none. Of a signed one the signature goes; header and
// claims stay, and what is secret in them is found when they are read as
// nested texts. An encrypted one (RFC 7516) goes whole.
func (d *Detector) jwt(t *decode.Text, i int) int {
	b := t.B
	var dots [5]int
	n, j := 0, i
	for ; j < len(b); j++ {
		if b[j] == '.' {
			if n == 4 {
				break
			}
			dots[n] = j
			n++
			continue
		}
		if c := b[j]; class[c] != word || c == '$' {
			break
		}
	}
	if n < 2 {
		return 0
	}
	var buf [512]byte
	if dots[0]-i > 4096 {
		return 0
	}
	head, ok := decode.AppendBase64(buf[:0], b[i:dots[0]])
	if !ok || len(head) < 8 || head[0] != '{' || !jsonscan.Valid(head) {
		return d.broken(t, i, dots[:n], j)
	}
	header := jsonread.Of(head)
	if !header.Get("alg").Exists() {
		return d.broken(t, i, dots[:n], j)
	}
	if n == 4 && header.Get("enc").Exists() {
		d.found(t, i, j, rule.JWE)
		d.arenaNested(t, i, dots[0])
		return j
	}
	// Behind a third dot stands something else: the end of a sentence, a
	// signed cookie's own signature.
	end := j
	if n > 2 {
		end = dots[2]
	}
	sig := dots[1] + 1
	switch {
	case sig >= end || judge.Placeholder(b[sig:end]):
	case isAnonymous(b[dots[0]+1 : dots[1]]):
		d.kept(d.called("publishableKey"))
	default:
		d.found(t, sig, end, rule.JWT)
	}
	d.claims(t, dots[0]+1, dots[1])
	return end
}

// isAnonymous tells whether the claims of a token are those of the publishable key of a
// project of Supabase, which every visitor of its pages has.
func isAnonymous(v []byte) bool {
	var buf [512]byte
	if len(v) > len(buf) {
		return false
	}
	claims, ok := decode.AppendBase64(buf[:0], v)
	return ok && jsonscan.Valid(claims) && jsonread.Of(claims).Get("iss").Text() == "supabase" && jsonread.Of(claims).Get("role").Text() == "anon"
}

// broken takes what has the look of a JSON Web Token at i, but a header that
// cannot be read: what proves something in it is the last part all the same.
func (d *Detector) broken(t *decode.Text, i int, dots []int, j int) int {
	b := t.B
	sig := dots[len(dots)-1] + 1
	if !bytes.HasPrefix(b[i:], []byte("eyJ")) {
		return 0
	}
	if len(dots) == 4 && j-i > 60 && judge.Random(b[dots[2]+1:dots[3]]) {
		d.found(t, i, j, rule.JWE)
		return j
	}
	if !bytes.HasPrefix(b[dots[0]+1:], []byte("eyJ")) || j-sig < 16 || !judge.Random(b[sig:j]) {
		return 0
	}
	d.found(t, sig, j, rule.JWT)
	return j
}

// jwtHead tells whether a value is the header of a JSON Web Token, or the
// begin of one, or that with some of its claims: what is left of a token where
// one of its dots is written in another way. It proves nothing.
func jwtHead(v []byte) bool {
	if len(v) < 12 || string(v[:2]) != "ey" || bytes.Count(v, []byte(".")) > 1 {
		return false
	}
	k := indexAny(v, ".")
	if k+1 < len(v) && v[k+1] != 'e' && !bytes.HasPrefix(v[k:], []byte(".REDACTED-")) {
		return false // what is behind it are no claims
	}
	v = v[:k]
	if len(v) > 4096 {
		return false
	}
	var buf [512]byte
	head, ok := decode.AppendBase64(buf[:0], v)
	return ok && head[0] == '{' && (bytes.Contains(head, []byte(`"alg":"`)) || bytes.Contains(head, []byte(`"typ":"`)) || bytes.HasPrefix(head, []byte(`{"kid":"`)))
}

// signatureOf gives the signature of a value that is a whole JSON Web Token, nil
// where it is none.
func signatureOf(v []byte) []byte {
	k := bytes.LastIndexByte(v, '.')
	if k < 0 || bytes.Count(v, []byte(".")) != 2 || !jwtHead(v[:k]) || len(v)-k < 16 {
		return nil
	}
	return v[k+1:]
}

// claims reads what a token says.
func (d *Detector) claims(t *decode.Text, i, j int) {
	if j-i < 4 {
		return
	}
	d.sub(t, decode.Base64, i, j, func(c *decode.Text) {
		if len(c.B) > 0 && c.B[0] == '{' {
			d.content(c, 0, len(c.B), nil, place{names: rule.Key})
		}
	})
}

func (d *Detector) arenaNested(t *decode.Text, i, j int) {
	d.sub(t, decode.None, i, j, func(c *decode.Text) {
		d.arena.Nested(c, func(n *decode.Text) { d.nested(n, place{names: rule.Key}) })
	})
}
