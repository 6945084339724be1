package secrets

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/internal/rule"
)

var (
	token  = &rule.Rule{ID: "t.token", Kind: "token", Treat: rule.Secret}
	cookie = &rule.Rule{ID: "t.cookie", Kind: "cookie", Treat: rule.Secret}
)

func TestResolveNumbersInFileOrder(t *testing.T) {
	var c Collector
	require.EqualValues(t, 0, c.Add([]byte("second-value-A1b2C3d4"), token, 200, 1))
	require.EqualValues(t, 1, c.Add([]byte("dark"), cookie, 100, 0))
	require.EqualValues(t, 0, c.Add([]byte("second-value-A1b2C3d4"), cookie, 300, 2))
	set, to := c.Resolve(1)
	require.Equal(t, []int32{1, 0}, to)
	require.Equal(t, "REDACTED-cookie-1", string(set.Secrets[0].Placeholder))
	require.False(t, set.Secrets[0].Everywhere)
	require.Equal(t, "REDACTED-token-2", string(set.Secrets[1].Placeholder))
	require.True(t, set.Secrets[1].Everywhere)
	require.Equal(t, 2, set.Secrets[1].Count)
	require.Equal(t, []int32{1, 2}, set.Secrets[1].Units)
}

// The order of findings, as several workers would change it, does not matter.
func TestResolveDoesNotDependOnOrder(t *testing.T) {
	type add struct {
		value  string
		rule   *rule.Rule
		offset int64
	}
	r := rand.New(rand.NewPCG(5, 6))
	var adds []add
	for i := range 200 {
		adds = append(adds, add{fmt.Sprintf("value-%d-x9Y8z7W6", i%70), []*rule.Rule{token, cookie}[i%2], int64(i * 10)})
	}
	names := func() string {
		var c Collector
		for _, a := range adds {
			c.Add([]byte(a.value), a.rule, a.offset, 0)
		}
		set, _ := c.Resolve(1)
		var b strings.Builder
		for _, s := range set.Secrets {
			fmt.Fprintf(&b, "%s=%s\n", s.Placeholder, s.Value)
		}
		return b.String()
	}
	want := names()
	for range 20 {
		r.Shuffle(len(adds), func(i, j int) { adds[i], adds[j] = adds[j], adds[i] })
		require.Equal(t, want, names())
	}
}

func TestPartsAreSecrets(t *testing.T) {
	for _, c := range []struct {
		value, kind string
		want        []string
	}{
		{"s:Zm9vYmFyYmF6cXV4MTIz.c2lnbmF0dXJlOTg3NjU0", "cookie", []string{"Zm9vYmFyYmF6cXV4MTIz", "c2lnbmF0dXJlOTg3NjU0"}},
		{"BAh7CEkiD3Nlc3Npb25f--0a1b2c3d4e5f60718293", "cookie", []string{"BAh7CEkiD3Nlc3Npb25f", "0a1b2c3d4e5f60718293"}},
		{"f7Qk2LmP9xTz4VbN8wRc", "token", nil},
		{"www.example.com:8080", "token", nil},
		// A path is one value, but for a webhook: its last segment opens it, the ids before do not.
		{"T0A1B2C3D/B0E1F2G3H/f7Qk2LmP9xTz4VbN8wRcQ1w2", "webhook", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w2"}},
		{"T0A1B2C3D/B0E1F2G3H/f7Qk2LmP9xTz4VbN8wRcQ1w2", "token", nil},
		{"3f1d2c4b-0a9b-4c8d-9e7f-112233445566/f7Qk2LmP9xTz4VbN8wRcQ1w2", "webhook", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w2"}},
		// {"alg":"HS256"}.{"sub":"12345678"}: only the signature proves anything.
		{"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3OCJ9.f7Qk2LmP9xTz4VbN8wRcQ1w2", "cookie", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w2"}},
		{"ref eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3OCJ9.f7Qk2LmP9xTz4VbN8wRcQ1w2;n=1", "cookie", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w2"}},
		{"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=f7Qk2LmP9xTz4VbN8wRcQ1w2", "cookie", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w2"}},
		// An address was read for itself; so was what is JSON in base64, also a cut one.
		{"mongodb+srv://svc:Qk2@db.internal/history?retryWrites=true&w=majority", "cookie", nil},
		{"see https://a.example/f7Qk2LmP9xTz4VbN8wRcQ1w2 f7Qk2LmP9xTz4VbN8wRcQ1w3", "cookie", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w3"}},
		{"eyJ1c2VyIjoiMDQzNTM2In0.q4asy2.pomNo7xae1Ol8L6sauaKlJ8R5Rn", "cookie", []string{"pomNo7xae1Ol8L6sauaKlJ8R5Rn"}},
		{"eyJhbGciOiJSUzI1NiIsInR5cCI6Ikp;eyJpc3MiOiJodHRwczovL2FwaS5", "token", nil},
		{"e2SceTuIYYpzR2X63VYgY5S7.f7Qk2LmP9xTz4VbN8wRc", "token", []string{"e2SceTuIYYpzR2X63VYgY5S7", "f7Qk2LmP9xTz4VbN8wRc"}},
		{"AccountName=massivestore2kb2o1;AccountKey=f7Qk2LmP9xTz4VbN8wRcQ1==", "secret", []string{"f7Qk2LmP9xTz4VbN8wRcQ1=="}},
		{"e2SceTuIYYpzR2X6--3VYgY5S7:f7Qk2LmP9xTz4VbN8wRc", "token", []string{"e2SceTuIYYpzR2X6", "e2SceTuIYYpzR2X6--3VYgY5S7", "f7Qk2LmP9xTz4VbN8wRc"}},
		{"a=1&token=f7Qk2LmP9xTz4VbN8wRcQ1w2&b=MTIzNDU2Nzg5MDEyMzQ1Ng==", "cookie", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w2", "MTIzNDU2Nzg5MDEyMzQ1Ng=="}},
		{"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0N;TY3ODkwMTIzNDU2Nzg5MCJ9.f7Qk2LmP9xTz4VbN8wRcQ1w2", "token", []string{"f7Qk2LmP9xTz4VbN8wRcQ1w2"}},
		// The quotes of JSON are no part of what they enclose, and what its names say counts.
		{`{"distinct_id": "25c8b00e7f8298-1aedb06e0-5450153e", "$initial_referrer": "$direct"}`, "cookie", []string{"25c8b00e7f8298-1aedb06e0-5450153e"}},
		{`{"traceId": "9f86d081884c7d659a2feaa0c55ad015","s":"f7Qk2LmP9xTz4VbN8wRc"}`, "cookie", []string{"f7Qk2LmP9xTz4VbN8wRc"}},
	} {
		var got []string
		for _, p := range Parts([]byte(c.value), c.kind) {
			got = append(got, string(p))
		}
		require.Equal(t, c.want, got, c.value)
	}
}

// Of a list of named values those that are random are looked for, and not the
// list with its names.
func TestAListOfNamedValuesIsNoSecretOfItsOwn(t *testing.T) {
	for _, c := range []struct {
		value  string
		hunted []string
	}{
		{"id=0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", []string{"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"}},
		{"SignIn=LoggedOut&Language=en&Region=US", nil},
		{"z=1&bcn=//0a41d73e.cdn.example/&ld=1", nil},
		{"ID=3d9e41c7a0b2586f:T=1793145600:S=Zk3LmP9xTz4VbN8wRc", []string{"3d9e41c7a0b2586f", "Zk3LmP9xTz4VbN8wRc"}},
		{"X-Amz-Algorithm=AWS4-HMAC-SHA256&k=f7Qk2LmP9xTz4VbN8wRc", []string{"f7Qk2LmP9xTz4VbN8wRc"}},
		{"f7Qk2LmP9xTz4VbN8wRcQ1==", []string{"f7Qk2LmP9xTz4VbN8wRcQ1==", "f7Qk2LmP9xTz4VbN8wRcQ1"}},
		{"f7Qk2LmP9+Tz4VbN8/RcQ1", []string{"f7Qk2LmP9+Tz4VbN8/RcQ1", "f7Qk2LmP9-Tz4VbN8_RcQ1"}},
		{"f7Qk2LmP9xTz4VbN8wRc=x", []string{"f7Qk2LmP9xTz4VbN8wRc=x", "f7Qk2LmP9xTz4VbN8wRc"}},
		{"=f7Qk2LmP9xTz4VbN8wRc", []string{"=f7Qk2LmP9xTz4VbN8wRc", "f7Qk2LmP9xTz4VbN8wRc"}},
	} {
		var s Collector
		s.Add([]byte(c.value), cookie, 0, 0)
		set, _ := s.Resolve(1)
		var hunted []string
		long, _, _ := set.Hunted()
		for _, v := range long {
			hunted = append(hunted, string(v))
		}
		require.Equal(t, c.hunted, hunted, c.value)
	}
}

func TestFindFindsEveryForm(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!$&=+/ >?\xff"
	var values []string
	var d Decisions // hunted whatever they look like
	for i := range 300 {
		b := make([]byte, 8+r.IntN(60))
		for k := range b {
			b[k] = alphabet[r.IntN(len(alphabet))]
		}
		copy(b, fmt.Sprintf("%03d!aZ9", i)) // distinct
		values, d.Also = append(values, string(b)), append(d.Also, b)
	}
	set, _ := new(Collector).ResolveWith(1, d)
	for i, v := range values {
		for pad := range 7 {
			junk := strings.Repeat("x", pad)
			packed := []byte(junk + v + junk)
			for _, c := range []struct {
				form Form
				text string
			}{
				{Plain, junk + v + junk},
				{Plus, junk + strings.ReplaceAll(v, " ", "+") + junk},
				{HexLower, junk + hex.EncodeToString([]byte(v)) + junk},
				{HexUpper, junk + strings.ToUpper(hex.EncodeToString([]byte(v))) + junk},
				{Packed64, junk + base64.StdEncoding.EncodeToString(packed)},
				{Packed64, junk + base64.URLEncoding.EncodeToString(packed)},
			} {
				if c.form == Plus && !strings.Contains(v, " ") {
					continue
				}
				hits := 0
				look := func(m Match) {
					if m.Secret == int32(i) && m.Form == c.form {
						hits++
					}
				}
				if c.form == Plain || c.form == Plus {
					set.Find([]byte(c.text), look)
				} else {
					set.FindPacked([]byte("="+c.text+"="), 1, 1+len(c.text), look)
				}
				require.Equal(t, 1, hits, "%q in %q", v, c.text)
			}
		}
	}
	nothing := bytes.Repeat([]byte("nothing to see here, 1234567890 "), 100)
	set.Find(nothing, func(m Match) { t.Errorf("%+v", m) })
	set.FindPacked(nothing, 0, len(nothing), func(m Match) { t.Errorf("%+v", m) })
}

// A match lies within the run that is asked for.
func TestFindPackedStaysInside(t *testing.T) {
	var c Collector
	c.Add([]byte("f7Qk2LmP9xTz4VbN8wRc"), token, 0, 0)
	set, _ := c.Resolve(1)
	run := []byte(hex.EncodeToString([]byte("f7Qk2LmP9xTz4VbN8wRc")))
	count := func(from, to int) (n int) {
		set.FindPacked(run, from, to, func(Match) { n++ })
		return n
	}
	require.Equal(t, 1, count(0, len(run)))
	require.Zero(t, count(1, len(run)))
	require.Zero(t, count(0, len(run)-1))
}

// A secret that is another one packed is not looked for: it would be taken out
// whole where only the other one must go.
func TestPackedSecretsAreNotHunted(t *testing.T) {
	inner := []byte("f7Qk2LmP9xTz4VbN8wRc")
	var c Collector
	c.Add(inner, token, 1, 0)
	c.Add([]byte(hex.EncodeToString(inner)), cookie, 2, 0)
	c.Add([]byte(base64.StdEncoding.EncodeToString(append([]byte("user:"), inner...))), cookie, 3, 0)
	c.Add([]byte(hex.EncodeToString([]byte("another-Secret-0123456789"))), cookie, 4, 0)
	set, _ := c.Resolve(1)
	var everywhere []bool
	for _, s := range set.Secrets {
		everywhere = append(everywhere, s.Everywhere)
	}
	// Behind the four: the second in capitals, the third without its padding, the fourth in capitals.
	require.Equal(t, []bool{true, false, false, true, false, false, true}, everywhere)
}

// What a person keeps stays however it is written: with its parts, and in its other forms.
func TestWhatIsKeptStaysInItsOtherForms(t *testing.T) {
	value, other := []byte("9f3c1e7ab02d48c65e71fa90bd2c4837"), []byte("9F3C1E7AB02D48C65E71FA90BD2C4837")
	var c Collector
	c.Add(value, token, 1, 0)
	found := func(d Decisions) (n int) {
		set, _ := c.ResolveWith(1, d)
		set.Find(other, func(Match) { n++ })
		return n
	}
	require.Equal(t, 1, found(Decisions{}))
	require.Zero(t, found(Decisions{Keep: []int32{0}}))
}
