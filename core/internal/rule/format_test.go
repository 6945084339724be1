package rule

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// A formatExample shows one format: templates of two values it takes and of one
// it does not. In a template {a12} is twelve bytes of class a, see
// exampleClasses; what stands between « and », or all of it, is the credential.
type formatExample struct{ id, hit, hit2, miss string }

// formatExamples gathers the examples of every family.
func formatExamples() []formatExample {
	return slices.Concat(vcsExamples, cloudExamples, chatExamples, paymentExamples, aiExamples, saasExamples,
		infraExamples, identityExamples, keyExamples, webhookExamples, publicExamples)
}

// exampleClasses are the letters of templates: what each stands for.
var exampleClasses = map[byte]string{
	'A': letters + digits,
	'a': "abcdefghijklmnopqrstuvwxyz" + digits,
	'U': "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + digits,
	'h': digits + "abcdef",
	'H': digits + "ABCDEF",
	'd': digits,
	'w': urlsafe64,
	'L': letters,
	'l': "abcdefghijklmnopqrstuvwxyz",
	'b': letters + digits + "+/",
	'2': "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
	'5': "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
	'z': "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
	'Z': "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
	'Q': "AQgw",
	'4': "AEIMQUYcgkosw048",
}

var templatePart = regexp.MustCompile(`\{(.)(\d+)\}`)

// fillTemplate writes a value after a template, its random parts from r.
func fillTemplate(template string, r *rand.Rand) (value string, start, end int) {
	value = templatePart.ReplaceAllStringFunc(template, func(part string) string {
		class := exampleClasses[part[1]]
		if class == "" {
			panic("no class in " + template)
		}
		n, _ := strconv.Atoi(part[2 : len(part)-1])
		body := make([]byte, n)
		for i := range body {
			body[i] = class[r.IntN(len(class))]
		}
		// The first and last byte of a body are no marks of another part.
		for _, i := range []int{0, n - 1} {
			for n > 0 && !isAlnum(body[i]) {
				body[i] = class[r.IntN(len(class))]
			}
		}
		return string(body)
	})
	if strings.Contains(value, "{uuid}") {
		value = strings.ReplaceAll(value, "{uuid}", uuidOf(r))
	}
	before, rest, ok := strings.Cut(value, "«")
	if !ok {
		return value, 0, len(value)
	}
	secret, after, _ := strings.Cut(rest, "»")
	return before + secret + after, len(before), len(before) + len(secret)
}

func uuidOf(r *rand.Rand) string {
	return fmt.Sprintf("%08x-%04x-4%03x-a%03x-%012x", r.Uint32(), r.IntN(1<<16), r.IntN(1<<12), r.IntN(1<<12), r.Uint64()>>16)
}

func exampleRand(seed string) *rand.Rand {
	var key [32]byte
	copy(key[:], seed)
	return rand.New(rand.NewChaCha8(key))
}

// formatsOf does what the caller does: it asks at the begin of every word, and
// in every run.
func formatsOf(text []byte) []Match {
	var all []Match
	word := func(i int) bool { return isAlnum(text[i]) || text[i] == '_' }
	for i := 0; i < len(text); i++ {
		if i > 0 && word(i-1) {
			continue
		}
		if m, ok := FormatAt(text, i); ok {
			if !MayBegin(text, i) {
				panic("MayBegin denies " + m.Format.ID)
			}
			all = append(all, m)
		}
	}
	run := func(i int) bool { return word(i) || text[i] == '-' }
	for i := 0; i < len(text); i++ {
		j := i
		for j < len(text) && run(j) {
			j++
		}
		if j-i >= 16 {
			if m, ok := FormatIn(text, i, j); ok {
				all = append(all, m)
			}
		}
		i = max(i, j)
	}
	return all
}

func TestFormatTables(t *testing.T) {
	kinds := strings.Fields("token key secret password session cookie webhook seed ticket saml signature jwt credential")
	id := regexp.MustCompile(`^[a-z]+\.[a-z0-9-]+$`)
	seen := map[string]bool{}
	vendors := 0
	for _, f := range Formats() {
		if seen[f.ID] {
			t.Errorf("%s: id twice", f.ID)
		}
		seen[f.ID] = true
		if !id.MatchString(f.ID) {
			t.Errorf("%s: id is not family.name", f.ID)
		}
		if !slices.Contains(kinds, f.Kind) {
			t.Errorf("%s: kind %q", f.ID, f.Kind)
		}
		if r := []rune(f.Reason); len(r) == 0 || unicode.IsUpper(r[0]) || strings.HasSuffix(f.Reason, ".") {
			t.Errorf("%s: reason %q", f.ID, f.Reason)
		}
		if f.Treat != Secret && f.Treat != Publishable {
			t.Errorf("%s: treat %d", f.ID, f.Treat)
		}
		if len(f.Prefix) == 0 && f.Infix == "" {
			t.Errorf("%s: neither prefix nor infix", f.ID)
		}
		for _, p := range f.Prefix {
			if len(p) < 3 {
				t.Errorf("%s: prefix %q is too short for the index", f.ID, p)
			}
		}
		if _, err := regexp.Compile(f.Pattern); err != nil {
			t.Errorf("%s: %v", f.ID, err)
		}
		vendors++
	}
	if vendors < 200 {
		t.Errorf("%d formats", vendors)
	}
	t.Logf("%d formats, %d prefixes", vendors, len(prefixes))
}

func TestFormatExamples(t *testing.T) {
	shown := map[string]bool{}
	for _, e := range formatExamples() {
		if shown[e.id] {
			t.Errorf("%s: examples twice", e.id)
		}
		shown[e.id] = true
		if e.hit == "" || e.hit2 == "" || e.miss == "" {
			t.Errorf("%s: an example is missing", e.id)
			continue
		}
		r := exampleRand(e.id)
		missed := 0
		for range 20 {
			for _, hit := range []string{e.hit, e.hit2} {
				value, start, end := fillTemplate(hit, r)
				for _, around := range [][2]string{{"", ""}, {`{"k":"`, `","n":1}`}, {"k=", "&x=1"}, {"a ", "\nb"}, {"see ", ". The"}} {
					text := around[0] + value + around[1]
					at := len(around[0])
					all := formatsOf([]byte(text))
					if !slices.ContainsFunc(all, func(m Match) bool {
						return m.Format.ID == e.id && m.Start <= at+start && m.End >= at+end && m.Start >= at+start-1 &&
							(m.End <= at+end+1 || reachesOn[e.id])
					}) {
						if missed++; missed == maxMissed+1 {
							t.Errorf("%s: not found in %q (want %d:%d, have %s)", e.id, text, at+start, at+end, idsOf(all))
						}
					}
				}
			}
			value, _, _ := fillTemplate(e.miss, r)
			for _, m := range formatsOf([]byte(`{"k":"` + value + `"}`)) {
				if m.Format.ID == e.id {
					t.Fatalf("%s: found in the near miss %q", e.id, value)
				}
			}
		}
	}
	for _, f := range Formats() {
		if !shown[f.ID] {
			t.Errorf("%s: no examples", f.ID)
		}
	}
	for id := range shown {
		if !slices.ContainsFunc(Formats(), func(f *Format) bool { return f.ID == id }) {
			t.Errorf("%s: examples of no format", id)
		}
	}
}

func idsOf(all []Match) string {
	var ids []string
	for _, m := range all {
		ids = append(ids, fmt.Sprintf("%s %d:%d", m.Format.ID, m.Start, m.End))
	}
	return strings.Join(ids, ", ")
}

// TestEveryPrefixLeads holds each prefix of each row to its pattern: some value
// the pattern takes begins so.
func TestEveryPrefixLeads(t *testing.T) {
	for _, f := range Formats() {
		for _, p := range f.Prefix {
			if !mayStartWith(f.Pattern, p) {
				t.Errorf("%s: nothing that %s takes begins with %q", f.ID, f.Pattern, p)
			}
		}
	}
}

// mayStartWith feeds the prefix to the pattern's program and says whether any
// of its threads lives on.
func mayStartWith(pattern, prefix string) bool {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return false
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return false
	}
	var alive map[uint32]bool
	var follow func(pc uint32)
	follow = func(pc uint32) {
		if alive[pc] {
			return
		}
		alive[pc] = true
		switch inst := prog.Inst[pc]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			follow(inst.Out)
			follow(inst.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			follow(inst.Out)
		}
	}
	alive = map[uint32]bool{}
	follow(uint32(prog.Start))
	for _, r := range prefix {
		before := alive
		alive = map[uint32]bool{}
		for pc := range before {
			switch inst := prog.Inst[pc]; inst.Op {
			case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
				if inst.MatchRune(r) {
					follow(inst.Out)
				}
			}
		}
	}
	return len(alive) > 0
}

func TestRandom(t *testing.T) {
	for _, name := range []string{
		"config_registry_something_or_other_x", "transformers_model", "button-primary-large", "key-value-pairs",
		strings.Repeat("a", 36), strings.Repeat("xX", 20), "TransformersModelConfigurationMixin", "SOME_CONSTANT_NAME",
		"getElementsByTagNameFromCache", "utf8-to-base64-converter", "2024-01-01-00-00-00",
	} {
		if random([]byte(name)) {
			t.Errorf("random(%q)", name)
		}
	}
	// What is random passes: of twenty random characters of any alphabet next to
	// none is taken for words.
	r := exampleRand("random")
	for _, class := range "AaUhHwLb25" {
		missed := 0
		for range 20000 {
			if v, _, _ := fillTemplate("{"+string(class)+"20}", r); !random([]byte(v)) {
				missed++
			}
		}
		if missed > 300 {
			t.Errorf("class %c: %d of 20000 refused", class, missed)
		}
	}
}

// reachesOn are the formats whose alphabet has the signs that the test puts
// behind them: they end where a reader would end them too, at a blank.
var reachesOn = map[string]bool{"keys.putty": true, "keys.secret-token": true, "webhook.google-chat": true}

// maxMissed is how many of an example's 200 texts may be missed: what keeps
// words and base64 of other things out also refuses a few random values.
const maxMissed = 28

// lookAlikes writes about n bytes of text that holds no credential.
func lookAlikes(n int, r *rand.Rand) []byte {
	kinds := []string{
		"{uuid}", "{h40}", "{h64}", "{h32}", `W/"{h16}-{w27}"`, `"{h10}-{a13}"`, "{b76}", "{b343}=", "{w86}", "{b1200}",
		"css-{a6}", "sc-{L6}", "main.{h8}.chunk.js", "vendors-{h20}.js", "index-{w8}.js", "{U26}", "{h24}", "{d18}", "{d19}", "17{d11}",
		"00-{h32}-{h16}-01", "{w21}", "{w11}", "npm_config_registry_something_long_enough_here", "hf_transformers_model_configuration_x",
		"sk-button-primary-large-with-icon-and-text", "key-value-pairs", "pk_button_secondary_large_outlined",
		"ghp_component_with_a_very_long_name_in_it", "glpat-component-with-a-long-name", "block__element--modifier-very-long",
		"button--primary-and-large", "st.js", "sl.button", "pat-terns", "api-reference-guide-for-beginners-now",
		"test_should_return_a_list_of_registered_users", "live_region_announcement_for_screen_readers", "secret_santa_gift_exchange_planner_for_the_whole_office",
		"sandbox_allow_scripts_and_allow_same_origin", "access-control-allow-credentials", "public-sans-regular-webfont",
		"sess-ion", "cs_CZ_translation_bundle_for_secret_santa", "token-list:item", "xapp-store", "key_derivation_function_parameters",
		"getElementsByClassName", "re_validate_form_before_submit_button", "{L30}", "sha512-{b86}==", "sha256-{b43}=", "nonce-{b22}==",
		"data:image/png;base64,iVBORw0KGgo{b400}", "data:font/woff2;base64,d09GMgABAAAAA{b600}", "GA1.2.{d10}.{d10}",
		"https://example.com/hooks/list", "https://discord.com/api/webhooks", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
		"AC{h32}", "Root=1-{h8}-{h24}", "{A15}", "{A18}", "{a27}", "{L8}{d4}", "pageToken={w64}", "{w43}", "{w171}", "1/{d3}/2024", "s:{l5}", "cache-key-{h32}",
		"-----BEGIN CERTIFICATE-----\n{b64}\n-----END CERTIFICATE-----", `t.replace(/-----BEGIN PRIVATE KEY-----/,"")`, "PT-2023-{d8}", "ST-12-north-and-south",
		"-----BEGIN PUBLIC KEY-----\\n{b64}\\n-----END PUBLIC KEY-----", "eyJ{w40}", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
		"PD94bWwg{b200}", "otpauth://totp/Example", "urn:ietf:params:oauth:grant-type:jwt-bearer", "{h7}", "rev-{h20}", "{d13}_{d6}", "SKU{d8}", "AQ{a9}",
	}
	var b strings.Builder
	for b.Len() < n {
		v, _, _ := fillTemplate(kinds[r.IntN(len(kinds))], r)
		fmt.Fprintf(&b, "%s%s%s", []string{`"`, "=", " ", "/", ":\"", "("}[r.IntN(6)], v, []string{`",`, "&", " ", "\n", `"}`, ")"}[r.IntN(6)])
	}
	return []byte(b.String())
}

func TestLookAlikesAreNoFormats(t *testing.T) {
	text := lookAlikes(1<<20, exampleRand("look-alikes"))
	for _, m := range formatsOf(text) {
		t.Errorf("%s: %q", m.Format.ID, text[m.Start:min(m.End, m.Start+80)])
	}
}

func TestFormatsAtEveryEdge(t *testing.T) {
	// No index may be read beyond the text, wherever it is cut.
	r := exampleRand("edges")
	for _, e := range formatExamples() {
		v, _, _ := fillTemplate(e.hit, r)
		for i := range v {
			formatsOf([]byte(v[:i]))
			formatsOf([]byte(v[i:]))
			if i > 150 {
				break
			}
		}
	}
	all := []byte("a.b:c-d~e=f+g/h%i--j")
	for range 20000 {
		text := make([]byte, r.IntN(90))
		for i := range text {
			text[i] = all[r.IntN(len(all))]
		}
		for i := range text {
			FormatAt(text, i)
			for j := i + 16; j <= len(text); j++ {
				FormatIn(text, i, j)
			}
		}
	}
}

func BenchmarkFormats(b *testing.B) {
	text := lookAlikes(1<<20, exampleRand("benchmark"))
	var starts []int
	var runs [][2]int
	for i := range text {
		if i == 0 || !isAlnum(text[i-1]) && text[i-1] != '_' {
			starts = append(starts, i)
		}
	}
	for i := 0; i < len(text); i++ {
		j := i
		for j < len(text) && (isAlnum(text[j]) || text[j] == '_' || text[j] == '-') {
			j++
		}
		if j-i >= 16 {
			runs = append(runs, [2]int{i, j})
		}
		i = max(i, j)
	}
	b.Run("At", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			for _, i := range starts {
				if MayBegin(text, i) {
					FormatAt(text, i)
				}
			}
		}
	})
	b.Run("MayBeginAtEveryByte", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		n := 0
		for b.Loop() {
			for i := range text {
				if MayBegin(text, i) {
					n++
				}
			}
		}
	})
	b.Run("In", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			for _, r := range runs {
				FormatIn(text, r[0], r[1])
			}
		}
	})
}
