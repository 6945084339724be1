package rule

import (
	"strings"
	"testing"
)

var paymentExamples = []formatExample{
	{"payment.woocommerce-order", "wc_order_{A13}", "wc_order_{A13}", "wc_order_{A6}"},
	{"payment.stripe-secret", "sk_live_{A24}", "sk_test_51{A97}", "sk_live_{A6}"},
	{"payment.stripe-restricted", "rk_live_{A24}", "rk_test_{A99}", "rk_beta_{A24}"},
	{"payment.paypal-access", "A21AA{w90}", "A21AA{w70}", "A21AA{w40}"},
	{"payment.fints", "HNSHA:5:2+1234567++«{d5}»'", "HNSHA:4:2+{d7}++«{A10}:{d6}»'", "HNSHA:5:2+1234567'"},
	{"payment.webhook-secret", "whsec_{A32}", "whsec_{A43}=", "whsec_{A12}"},
	{"payment.stripe-client-secret", "pi_{A24}_secret_{A25}", "cs_test_{A24}_secret_{A25}", "pi_{A24}"},
	{"payment.stripe-ephemeral", "ek_live_{A60}", "ek_test_{A60}", "ek_live_{A10}"},
	{"payment.square", "EAAA{w60}", "EAAA{w60}", "EAAA{w50}"},
	{"payment.square-legacy", "sq0atp-{w22}", "sq0atp-{w22}", "sq0atp-{w20}"},
	{"payment.square-secret", "sq0csp-{w43}", "sq0csp-{w43}", "sq0csp-{w40}"},
	{"payment.braintree", "access_token$production${a16}${h32}", "access_token$sandbox${a16}${h32}", "access_token$staging${a16}${h32}"},
	{"payment.shopify", "shpat_{h32}", "shptka_{h32}", "shpat_{h30}"},
	{"payment.shopify-secret", "shpss_{h32}", "shpss_{h32}", "shpss_{h30}"},
	{"payment.shopify-partner", "prtapi_{h32}", "prtapi_{h32}", "prtapi_{h30}"},
	{"payment.plaid", "access-production-{uuid}", "link-sandbox-{uuid}", "access-staging-{uuid}"},
	{"payment.duffel", "duffel_live_{w43}", "duffel_test_{w43}", "duffel_live_{w40}"},
	{"payment.shippo", "shippo_live_{h40}", "shippo_test_{h40}", "shippo_live_{h39}"},
	{"payment.easypost", "EZAK{A54}", "EZTK{A54}", "EZAK{A50}"},
	{"payment.flutterwave", "FLWSECK-{h32}-X", "FLWSECK_TEST-{h32}-X", "FLWSECK-{h8}-X"},
	{"payment.razorpay", "rzp_live_{A14}", "rzp_test_{A24}", "rzp_live_{A10}"},
	{"payment.mode-key", "live_{A28}47", "test_{h33}77", "live_{A20}"},
	{"payment.paddle", "pdl_live_apikey_{a26}_{A22}_{A3}", "pdl_sdbx_apikey_{a26}_{A22}_{A3}", "pdl_live_apikey_{a26}"},
	{"payment.paddle-webhook", "pdl_ntfset_{a26}_{A32}", "pdl_ntfset_{a26}_{b32}", "pdl_ntfset_{a26}"},
	{"payment.polar", "polar_oat_{A43}", "polar_at_u_{A43}", "polar_oat_{A20}"},
	{"payment.xendit", "xnd_production_{A48}", "xnd_development_{A60}", "xnd_production_{A20}"},
	{"payment.midtrans", "Mid-server-{w24}", "SB-Mid-server-{w24}", "Mid-server-{w10}"},
	{"payment.omise", "skey_{a18}4", "skey_test_{a17}x4", "skey_{a15}"},
	{"payment.mercadopago", "APP_USR-{d16}-{d6}-{h32}-{d9}", "TEST-{d16}-{d6}-{h32}-{d9}", "APP_USR-{uuid}"},
	{"payment.cashfree", "cfsk_ma_prod_{h32}_{h8}", "cfsk_ma_test_{h32}_{h8}", "cfsk_ma_prod_{h32}"},
	{"payment.klaviyo", "pk_{h34}", "pk_{h34}", "pk_{h30}"},
	{"payment.checkout", "sk_{a25}z5", "sk_sbox_{a25}4z", "sk_{a20}"},
}

func TestCardNumber(t *testing.T) {
	// Test numbers that the networks publish.
	for _, number := range []string{
		"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "4222222222222", "5555555555554444", "2223003122003222",
		"378282246310005", "3782 822463 10005", "6011111111111117", "30569309025904", "3056 930902 5904", "3530111333300000", "6200000000000005",
	} {
		if !CardNumber([]byte(number)) {
			t.Errorf("CardNumber(%q) = false", number)
		}
	}
	for _, number := range []string{
		"", "4111", "4111111111111112", "4111  1111 1111 1111", "4111 1111-1111 1111", " 4111111111111111", "4111111111111111 ", "411 1111 1111 11111",
		"1111111111111117", "0000000000000000", "4444444444444444", "1700000000000", "41111111111111111111111", "378282246310005000", "9111111111111111",
		"4111 1111 1111 1111 1111 1111", "4111111a11111111", "4111-1111-1111-111-",
		// Ids of 19 digits.
		"3607543350714366368", "3912139044783684454", "4227663297925875598",
	} {
		if CardNumber([]byte(number)) {
			t.Errorf("CardNumber(%q) = true", number)
		}
	}
	if Luhn(nil) || Luhn([]byte("0")) || Luhn([]byte("7992739871x")) || !Luhn([]byte("79927398713")) || Luhn([]byte("79927398710")) {
		t.Error("Luhn")
	}
}

func TestIBAN(t *testing.T) {
	// The examples of the registry.
	for _, number := range []string{
		"GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432", "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "NO9386011117947", "fr1420041010050500013m02606",
		"MT84MALT011000012345MTLCAST001S",
	} {
		if !IBAN([]byte(number)) {
			t.Errorf("IBAN(%q) = false", number)
		}
	}
	for _, number := range []string{
		"", "GB82WEST12345698765433", "GB82WEST1234569876543", "ZZ82WEST12345698765432", "GB8 2WEST 1234 5698 7654 32", "DE89 3704 0044 0532 0130 00 ", "DEXX370400440532013000",
		"DE89-3704-0044-0532-0130-00", strings.Repeat("DE", 30),
	} {
		if IBAN([]byte(number)) {
			t.Errorf("IBAN(%q) = true", number)
		}
	}
}
