package rule

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// example is what shows that a rule speaks for a name and not for its
// neighbours.
type example struct{ hits, misses []string }

// nameExamples has an example for every rule by name.
var nameExamples = func() map[string]example {
	all := map[string]example{}
	for _, family := range []map[string]example{
		headerNameExamples, settingNameExamples, cookieNameExamples, oauthNameExamples, samlNameExamples, sessionNameExamples, csrfNameExamples, cloudNameExamples, passwordNameExamples,
		otpNameExamples, paymentNameExamples, keyNameExamples, webauthnNameExamples, personalNameExamples, harmlessNameExamples, segmentNameExamples, queryNameExamples,
	} {
		maps.Copy(all, family)
	}
	return all
}()

// kinds are what a placeholder may call a value.
var kinds = strings.Fields("cookie token session password code otp csrf key secret signature jwt saml ticket nonce state card pin credential webhook seed " +
	"email phone ip name address birthdate user query")

func allNames(f func(n *Names)) {
	for _, table := range tables {
		for i := range table {
			f(&table[i])
		}
	}
}

func TestNameRulesAreWellFormed(t *testing.T) {
	ids := map[string]bool{}
	for _, f := range Formats() {
		ids[f.ID] = true
	}
	allNames(func(n *Names) {
		require.False(t, ids[n.ID], "%s twice", n.ID)
		ids[n.ID] = true
		require.Regexp(t, `^[a-z]+\.[a-z]+(-[a-z]+)*$`, n.ID)
		require.Contains(t, kinds, n.Kind, n.ID)
		require.NotEmpty(t, n.Names, n.ID)
		require.NotZero(t, n.Places, n.ID)
		require.NotEqual(t, Unknown, n.Treat, n.ID)
		require.NotEmpty(t, n.Reason, n.ID)
		require.NotContains(t, n.Reason, "\n", n.ID)
		require.False(t, strings.HasSuffix(n.Reason, "."), n.ID)
		first := strings.Fields(n.Reason)[0]
		if len(first) > 1 && first != strings.ToUpper(first) {
			require.Equal(t, strings.ToLower(first), first, n.ID)
		}
		for _, name := range n.Names {
			require.NotEmpty(t, strings.Trim(name, "* "), n.ID)
			require.LessOrEqual(t, strings.Count(name, "*"), 1, "%s: %s", n.ID, name)
			require.LessOrEqual(t, len(name), maxName, "%s: %s", n.ID, name)
		}
	})
}

func TestNoNameIsClaimedTwice(t *testing.T) {
	type claim struct {
		place Place
		name  string
	}
	by := map[claim]string{}
	allNames(func(n *Names) {
		for p := Header; p <= Query; p <<= 1 {
			if n.Places&p == 0 {
				continue
			}
			for _, name := range n.Names {
				c := claim{p, strings.ToLower(name)}
				if other, ok := by[c]; ok {
					t.Errorf("%s (place %d) is claimed by %s and %s", name, p, other, n.ID)
				}
				by[c] = n.ID
			}
		}
	})
}

// Names that mean everything and nothing in documents. Some are also those of
// what goes with a sign-in: there the value must tell.
func TestNoRuleClaimsBlandKeys(t *testing.T) {
	for _, key := range strings.Fields("id key name value hash data type url text title status error message d p q k n e x y") {
		require.Nil(t, Name(Key, []byte(key)), key)
	}
	for _, key := range strings.Fields("code state ticket refresh") {
		require.Equal(t, Strong, Name(Key, []byte(key)).Judge, key)
	}
}

func TestEveryNameFindsItsRule(t *testing.T) {
	allNames(func(n *Names) {
		for p := Header; p <= Query; p <<= 1 {
			if n.Places&p == 0 {
				continue
			}
			for _, name := range n.Names {
				if strings.Contains(name, "*") {
					continue
				}
				for _, as := range []string{name, strings.Map(asciiUpper, name), strings.ToLower(name)} {
					if r := Name(p, []byte(as)); r != &n.Rule {
						t.Errorf("%s at place %d: got %v, want %s", as, p, r, n.ID)
					}
				}
			}
		}
	})
}

func asciiUpper(c rune) rune {
	if c >= 'a' && c <= 'z' {
		return c - 0x20
	}
	return c
}

func TestNameExamples(t *testing.T) {
	known := map[string]bool{}
	allNames(func(n *Names) {
		known[n.ID] = true
		e := nameExamples[n.ID]
		require.GreaterOrEqual(t, len(e.hits), 2, "hits of %s", n.ID)
		require.NotEmpty(t, e.misses, "misses of %s", n.ID)
		for p := Header; p <= Query; p <<= 1 {
			if n.Places&p == 0 {
				continue
			}
			for _, name := range e.hits {
				if r := Name(p, []byte(name)); r != &n.Rule {
					t.Errorf("%s at place %d: got %v, want %s", name, p, r, n.ID)
				}
			}
			for _, name := range e.misses {
				if r := Name(p, []byte(name)); r == &n.Rule {
					t.Errorf("%s at place %d: %s speaks for it", name, p, n.ID)
				}
			}
		}
	})
	for id := range nameExamples {
		require.True(t, known[id], "an example of no rule: %s", id)
	}
}

// A cookie that no table knows goes all the same.
func TestUnknownCookies(t *testing.T) {
	for _, name := range []string{"", "acme", "x", "Z-9"} {
		require.Same(t, AnyCookie, Name(Cookie, []byte(name)), name)
	}
	for _, name := range []string{"acme_view", "lastVisit", "acme-sort", "ui_version2"} {
		require.Same(t, SettingCookie, Name(Cookie, []byte(name)), name)
	}
}

// What the words of a name would call a secret and the tables know better.
func TestTablesCorrectWords(t *testing.T) {
	for name, place := range map[string]Place{
		"Sec-WebSocket-Key": Header, "Idempotency-Key": Header, "X-Atlassian-Token": Header, "Surrogate-Key": Header, "DPoP-Nonce": Header,
		"Access-Control-Allow-Credentials": Header, "nextPageToken": Key, "continuationToken": Param, "oauth_consumer_key": Param, "api_key_id": Key, "$deltatoken": Param,
	} {
		r := Name(place, []byte(name))
		require.NotNil(t, r, name)
		require.Equal(t, Harmless, r.Treat, name)
	}
}
