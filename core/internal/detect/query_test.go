package detect

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

// Of an address the values go that no table knows for harmless, in its query and
// its fragment and in those of an address inside of it; its path stays.
func TestValuesOfQueries(t *testing.T) {
	for url, want := range map[string][]string{
		"https://a.example/?q=socks&page=2&lang=de&x=":                                          {"socks"},
		"https://a.example/?a=1&b=42&c=true&d=null&e=x":                                         nil,
		"https://a.example/?page=anna&lang=f7Qk2LmP9xTz4VbN8wRc&limit=1e9":                      {"anna", "f7Qk2LmP9xTz4VbN8wRc", "1e9"},
		"https://a.example/?page%5Bsize%5D=20&sort[]=name&ids[]=100&f[x]=y7":                    {"100", "y7"},
		"https://a.example/?q=blue+socks%21":                                                    {"blue socks!"},
		"https://a.example/?next=https://b.example/c?to=anna&lang=de":                           {"anna"},
		"https://a.example/?next=https%3A%2F%2Fb.example%2Fc%3Fto%3Danna":                       {"anna"},
		"https://a.example/?next=%2Fhome":                                                       {"/home"},
		"https://a.example/?next=see%20https://b.example/":                                      {"see https://b.example/"},
		"https://a.example/?url=javascript:alert(1)":                                            {"javascript:alert(1)"},
		"https://a.example/#q=anna":                                                             {"anna"},
		"https://a.example/#/rows/7?who=anna&tab=open":                                          {"anna"},
		"https://a.example/;v=47113/b;c?debug&wsdl":                                             nil,
		"https://a.example/?47113":                                                              {"47113"},
		"https://a.example/p/anna/47113":                                                        nil,
		"/rows?who=anna":                                                                        {"anna"},
		"//a.example/rows?who=anna":                                                             {"anna"},
		"https://a.example/?request_id=3f1d2c4b-0a9b-4c8d-9e7f-112233445566&q=REDACTED-query-1": nil,
	} {
		doc, err := json.Marshal(map[string]any{"request": map[string]any{"url": url}})
		require.NoError(t, err)
		var s values
		New(&s, Policy{Queries: true}).Unit(doc)
		require.Equal(t, want, s.found, url)

		// Where they stay, each is counted.
		s = values{}
		New(&s, Policy{}).Unit(doc)
		require.Len(t, s.kept, len(want), url)
	}
}

func TestValuesOfQueryStrings(t *testing.T) {
	unit := []byte(`{"request":{"queryString":[{"name":"who","value":"anna"},{"name":"page","value":"2"},{"name":"id","value":47113},{"name":"n","value":7},{"value":"b%20c","name":"q"}],"postData":{"params":[{"name":"who","value":"bert"}]}}}`)
	var s values
	New(&s, Policy{Queries: true}).Unit(unit)
	require.Equal(t, []string{"anna", "47113", "b c"}, s.found)
}
