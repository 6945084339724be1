package policy_test

import (
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
		`{"queries":true}`:               "queries",
		`{"bodies":"all"}`:               `use "keep", "remove-uninspected" or "remove"`,
		`{"preset":"strict"} {}`:         "more than one JSON value",
		`["strict"]`:                     "policy",
		`{"preset":"strict","lock":"x"}`: "lock",
	} {
		_, err := policy.Parse([]byte(doc))
		require.ErrorContains(t, err, says, doc)
	}
}

func TestHash(t *testing.T) {
	require.NotEqual(t, policy.Standard().Hash(), policy.Strict().Hash())
	require.True(t, policy.Policy{Lock: []string{"session"}}.Locked("session"))
	require.False(t, policy.Policy{Lock: []string{"session"}}.Locked("token"))
}
