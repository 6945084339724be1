package rule

import "bytes"

// paymentFormats are payment, banking, shop and shipping services.
var paymentFormats = []Format{
	secretFormat("payment.stripe-secret", "key", "a secret API key of Stripe or a service that writes its keys alike (Clerk, WorkOS, Paystack)", `sk_(?:live|test|prod|org)_[A-Za-z0-9_]{10,247}`, "sk_live_", "sk_test_", "sk_prod_", "sk_org_").where(afterMode),
	secretFormat("payment.stripe-restricted", "key", "a Stripe restricted API key", `rk_(?:live|test|prod)_[A-Za-z0-9]{10,247}`, "rk_live_", "rk_test_", "rk_prod_").where(afterMode),
	secretFormat("payment.paypal-access", "token", "a PayPal access token", `A21AA[\w-]{60,200}`, "A21AA"),
	secretFormat("payment.fints", "password", "the PIN and the TAN in a message of FinTS", `HNSHA:\d+:\d+\+[^+']{0,40}\+[^+']{0,40}\+([^']{4,100})`, "HNSHA:").where(anything),
	secretFormat("payment.webhook-secret", "secret", "a webhook signing secret", `whsec_[A-Za-z0-9+/=]{24,88}`, "whsec_"),
	secretFormat("payment.stripe-client-secret", "secret", "a Stripe client secret", `(?:pi|seti|src|cs|pst|cuss)_[A-Za-z0-9_]{14,80}_secret_[A-Za-z0-9_]{10,}`, "pi_", "seti_", "src_", "cs_", "pst_", "cuss_").where(afterSecret),
	secretFormat("payment.stripe-ephemeral", "key", "a Stripe ephemeral key", `ek_(?:live|test)_[\w-]{20,}`, "ek_live_", "ek_test_"),
	secretFormat("payment.square", "token", "a Square access token", `EAAA[\w-]{60}`, "EAAA"),
	secretFormat("payment.square-legacy", "token", "a Square access token", `sq0atp-[\w-]{22}`, "sq0atp-"),
	secretFormat("payment.square-secret", "secret", "a Square OAuth application secret", `sq0csp-[\w-]{43}`, "sq0csp-"),
	secretFormat("payment.braintree", "token", "a Braintree access token", `access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}`, "access_token$"),
	secretFormat("payment.shopify", "token", "a Shopify access token", `shp(?:at|ca|pa|ua|tka|it)_[a-fA-F0-9]{32}`, "shpat_", "shpca_", "shppa_", "shpua_", "shptka_", "shpit_"),
	secretFormat("payment.woocommerce-order", "key", "the key of an order: it opens without signing in", `wc_order_[A-Za-z0-9]{13}`, "wc_order_"),
	secretFormat("payment.shopify-secret", "secret", "a Shopify shared secret", `shpss_[a-fA-F0-9]{32}`, "shpss_"),
	secretFormat("payment.shopify-partner", "token", "a Shopify partner API token", `prtapi_[a-fA-F0-9]{32}`, "prtapi_"),
	secretFormat("payment.plaid", "token", "a Plaid token", `(?:access|public|link|processor)-(?:sandbox|development|production)-[0-9a-f-]{36}`, "access-sandbox-", "access-development-", "access-production-", "public-sandbox-", "public-development-", "public-production-", "link-sandbox-", "link-development-", "link-production-", "processor-sandbox-", "processor-development-", "processor-production-").where(mixed),
	secretFormat("payment.duffel", "token", "a Duffel access token", `duffel_(?:test|live)_[\w=-]{43}`, "duffel_test_", "duffel_live_"),
	secretFormat("payment.shippo", "token", "a Shippo API token", `shippo_(?:live|test)_[a-f0-9]{40}`, "shippo_live_", "shippo_test_"),
	secretFormat("payment.easypost", "key", "an EasyPost API key", `EZ[AT]K[A-Za-z0-9]{54}`, "EZAK", "EZTK"),
	secretFormat("payment.flutterwave", "key", "a Flutterwave secret key", `FLWSECK(?:_TEST|_LIVE)?-[a-zA-Z0-9]{12,40}(?:-X)?`, "FLWSECK"),
	secretFormat("payment.razorpay", "key", "a Razorpay key id", `rzp_(?:live|test)_[A-Za-z0-9]{14,24}`, "rzp_live_", "rzp_test_"),
	secretFormat("payment.mode-key", "key", "a payment API key (Mollie, GoCardless, Lob)", `(?:live|test|sandbox)_[\w=-]{30,48}`, "live_", "test_", "sandbox_").where(mixedMode),
	secretFormat("payment.paddle", "key", "a Paddle API key", `pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}`, "pdl_live_apikey_", "pdl_sdbx_apikey_"),
	secretFormat("payment.paddle-webhook", "secret", "a Paddle webhook secret", `pdl_ntfset_[a-z0-9]{26}_[A-Za-z0-9+/]{32}`, "pdl_ntfset_"),
	secretFormat("payment.polar", "token", "a Polar access token", `polar_(?:pat|oat|at_[a-z]|rt_[a-z]|cs|cst)_[A-Za-z0-9]{32,60}`, "polar_"),
	secretFormat("payment.xendit", "key", "a Xendit API key", `xnd_(?:production|development)_[A-Za-z0-9]{30,90}`, "xnd_production_", "xnd_development_"),
	secretFormat("payment.midtrans", "key", "a Midtrans server key", `(?:SB-)?Mid-server-[\w-]{20,40}`, "SB-Mid-server-", "Mid-server-"),
	secretFormat("payment.omise", "key", "an Omise secret key", `skey_(?:test_)?[a-z0-9]{19}`, "skey_").where(mixed),
	secretFormat("payment.mercadopago", "token", "a Mercado Pago access token", `(?:APP_USR|TEST)-\d{12,20}-\d{6}-[a-f0-9]{32}(?:__[A-Z_]{5}__)?-\d{5,12}`, "APP_USR-", "TEST-").where(varied),
	secretFormat("payment.cashfree", "key", "a Cashfree secret key", `cfsk_ma_(?:prod|test)_[a-f0-9]{32}_[a-f0-9]{8}`, "cfsk_ma_"),
	secretFormat("payment.klaviyo", "key", "a Klaviyo private API key", `pk_[a-f0-9]{34}`, eachOf("pk_", "0123456789abcdef")...),
	secretFormat("payment.checkout", "key", "a Checkout.com secret key", `sk_(?:sbox_)?[a-z0-9]{26,30}[a-z0-9*#$=-]?`, "sk_").where(mixed),
}

// afterMode judges what follows sk_live_ and the like.
func afterMode(value []byte) bool {
	underscores := 0
	for i, c := range value {
		if c == '_' {
			if underscores++; underscores == 2 {
				return mixed(value[i+1:])
			}
		}
	}
	return false
}

// mixedMode judges what follows live_ or test_: those stand before program
// names too, so it must not look like one at all.
func mixedMode(value []byte) bool {
	for i, c := range value {
		if c != '_' {
			continue
		}
		body := value[i+1:]
		if len(body) == 32 && bytes.Equal(body, bytes.ToUpper(body)) {
			return false // of Adyen, for pages
		}
		number := 0
		for _, c := range body {
			if c == '_' || c == '-' {
				number -= 2
			}
			if isDigit(c) {
				number++
			}
		}
		return number >= 2 && mixed(body)
	}
	return false
}

// afterSecret judges both random parts of pi_…_secret_….
func afterSecret(value []byte) bool {
	return mixed(value) && random(value[bytes.LastIndex(value, []byte("_secret_"))+len("_secret_"):])
}

// Luhn says whether a run of digits ends with the right Luhn check digit.
func Luhn(digits []byte) bool {
	sum := 0
	for i := range digits {
		c := digits[len(digits)-1-i]
		if !isDigit(c) {
			return false
		}
		d := int(c - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return len(digits) > 1 && sum%10 == 0
}

// CardNumber says whether text is a payment card number and nothing else: 13
// to 19 digits, bare or in the usual groups with single spaces or hyphens
// between, in a known issuer's range and of its length, with a right check
// digit.
func CardNumber(text []byte) bool {
	var number [19]byte
	var groups [5]int
	var between byte
	n, g, same := 0, 0, true
	for i, c := range text {
		switch {
		case isDigit(c):
			if n == len(number) {
				return false
			}
			number[n] = c
			same = same && c == number[0]
			n++
			groups[g]++
		case c != ' ' && c != '-', between != 0 && c != between, groups[g] == 0, g+1 == len(groups), i+1 == len(text):
			return false
		default:
			between = c
			g++
		}
	}
	return n >= 13 && !same && grouped(groups[:g+1], n) && issued(number[:n]) && Luhn(number[:n])
}

// grouped says whether a card number of n digits is written in such groups.
func grouped(groups []int, n int) bool {
	switch {
	case len(groups) == 1:
		return true
	case n == 15 && len(groups) == 3 && groups[0] == 4:
		return groups[1] == 6
	case n == 14 && len(groups) == 3 && groups[0] == 4:
		return groups[1] == 6
	case n == 19 && len(groups) == 2:
		return groups[0] == 6
	}
	for _, size := range groups[:len(groups)-1] {
		if size != 4 {
			return false
		}
	}
	return groups[len(groups)-1] <= 4
}

// cardRanges are the issuers' ranges, by the first digits, with the lengths of
// the cards that they give out. The standard lets many have 19 digits; so do the
// ids of users and messages, and but for a few issuers no card does.
var cardRanges = []struct{ first, last, digits, shortest, longest int }{
	{4, 4, 1, 13, 16},                            // Visa: 13 and 16, see issued
	{51, 55, 2, 16, 16}, {2221, 2720, 4, 16, 16}, // Mastercard
	{34, 34, 2, 15, 15}, {37, 37, 2, 15, 15}, // American Express
	{6011, 6011, 4, 16, 16}, {644, 649, 3, 16, 16}, {65, 65, 2, 16, 16}, // Discover
	{300, 305, 3, 14, 16}, {3095, 3095, 4, 14, 16}, {36, 36, 2, 14, 16}, {38, 39, 2, 14, 16}, // Diners Club
	{3528, 3589, 4, 16, 16},                  // JCB
	{62, 62, 2, 16, 19}, {81, 81, 2, 16, 16}, // UnionPay
	{2200, 2204, 4, 16, 16},                                                                                             // Mir
	{50, 50, 2, 16, 16}, {56, 58, 2, 16, 16}, {6304, 6304, 4, 16, 19}, {6759, 6759, 4, 16, 19}, {6761, 6763, 4, 16, 19}, // Maestro
	{60, 60, 2, 16, 16}, {82, 82, 2, 16, 16}, // RuPay, Hipercard
	{9792, 9792, 4, 16, 16}, // Troy
}

func issued(number []byte) bool {
	n := len(number)
	for _, r := range cardRanges {
		first := 0
		for _, c := range number[:r.digits] {
			first = first*10 + int(c-'0')
		}
		if r.first <= first && first <= r.last && r.shortest <= n && n <= r.longest {
			return r.first != 4 || n == 13 || n == 16
		}
	}
	return false
}

// ibanLengths are the lengths of account numbers by country.
const ibanLengths = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24" +
	"FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25" +
	"MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23" +
	"ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30"

// IBAN says whether text is an international bank account number and nothing
// else, bare or in groups of four with single spaces between: of a country's
// length and with right check digits.
func IBAN(text []byte) bool {
	if len(text) < 15 || len(text) > 42 {
		return false
	}
	var number [34]byte
	n, spaced := 0, len(text) > 4 && text[4] == ' '
	for i, c := range text {
		if spaced && i%5 == 4 {
			if c != ' ' || i+1 == len(text) {
				return false
			}
			continue
		}
		if !isAlnum(c) || n == len(number) {
			return false
		}
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		number[n] = c
		n++
	}
	want := 0
	for i := 0; i < len(ibanLengths); i += 4 {
		if ibanLengths[i] == number[0] && ibanLengths[i+1] == number[1] {
			want = int(ibanLengths[i+2]-'0')*10 + int(ibanLengths[i+3]-'0')
		}
	}
	if n != want || !isDigit(number[2]) || !isDigit(number[3]) {
		return false
	}
	rest := 0
	for i := range n {
		c := number[(i+4)%n]
		if isDigit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}
