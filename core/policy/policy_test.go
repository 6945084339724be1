package policy_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/har-redactor/har-redactor/core/policy"
)

func TestParse(t *testing.T) {
	standard, strict := policy.Standard(), policy.Strict()
	with := func(change func(*policy.Policy)) policy.Policy {
		p := standard
		change(&p)
		return p
	}
	for _, c := range []struct {
		doc  string
		want policy.Policy
	}{
		{``, standard}, {" \n", standard}, {`null`, standard}, {`{}`, standard}, {`{"preset":"standard"}`, standard},
		{`{"preset":"strict"}`, strict},
		// The preset is what it says, whatever stands beside it.
		{`{"preset":"strict","personal":false,"queries":"keep","bodies":"keep"}`, strict},
		{`{"personal":true}`, with(func(p *policy.Policy) { p.Personal = true })},
		{`{"queries":"keep"}`, standard},
		{`{"queries":"remove-unlisted"}`, with(func(p *policy.Policy) { p.Queries = policy.RemoveQueries })},
		{`{"bodies":"remove-uninspected"}`, with(func(p *policy.Policy) { p.Bodies = policy.RemoveUninspected })},
		{`{"preset":null,"personal":null,"lock":null}`, standard},
		{"{ \"lock\" : [\"tok\\u0065n\", \"key\"] ,\n\"comment\":true}", with(func(p *policy.Policy) { p.Lock, p.Comment = []string{"token", "key"}, true })},
		{`{"bodies":"remove"}`, with(func(p *policy.Policy) { p.Bodies = policy.RemoveBodies })},
	} {
		got, err := policy.Parse([]byte(c.doc))
		require.NoError(t, err, c.doc)
		require.Equal(t, c.want, got, c.doc)
		require.Equal(t, c.want.Hash(), got.Hash(), c.doc)
	}
}

// A document that asks for what is not known asks for nothing.
func TestParseIsStrict(t *testing.T) {
	for doc, says := range map[string]string{
		`{"presett":"strict"}`:           "presett",
		`{"preset":"tight"}`:             `use "standard" or "strict"`,
		`{"queries":"remove"}`:           `use "keep" or "remove-unlisted"`,
		`{"queries":true}`:               "queries is not a text",
		`{"personal":"yes"}`:             "personal is not true or false",
		`{"lock":["token",1]}`:           "lock is not a list of texts",
		`{"lock":{"token":true}}`:        "lock",
		`{"Preset":"strict"}`:            "Preset",
		`{"bodies":"all"}`:               `use "keep", "remove-uninspected" or "remove"`,
		`{"preset":"strict"} {}`:         "not one JSON object",
		`{"preset":"strict"`:             "not one JSON object",
		`["strict"]`:                     "not one JSON object",
		`"strict"`:                       "not one JSON object",
		`{"preset":"strict","lock":"x"}`: "lock",
	} {
		_, err := policy.Parse([]byte(doc))
		require.ErrorContains(t, err, says, doc)
	}
}

func TestHash(t *testing.T) {
	require.NotEqual(t, policy.Standard().Hash(), policy.Strict().Hash())
	// What reports of earlier versions have.
	for _, p := range []policy.Policy{policy.Standard(), policy.Strict(), {Preset: "standard", Comment: true, Lock: []string{"token"}}} {
		doc, err := json.Marshal(p)
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("%x", sha256.Sum256(doc)), p.Hash())
	}
	require.True(t, policy.Policy{Lock: []string{"session"}}.Locked("session"))
	require.False(t, policy.Policy{Lock: []string{"session"}}.Locked("token"))
}
