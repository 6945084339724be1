package rule

var paymentNameExamples = map[string]example{
	"payment.card":     {[]string{"cardNumber", "card[number]", "PAN"}, []string{"orderNumber", "cardType"}},
	"payment.cvc":      {[]string{"cvc", "card[cvc]", "CVV"}, []string{"cvcCheck"}},
	"payment.account":  {[]string{"iban", "bankAccountNumber"}, []string{"bankName"}},
	"payment.identity": {[]string{"ssn", "passport_number"}, []string{"passport"}},
	"payment.token":    {[]string{"paymentMethodNonce", "stripeToken"}, []string{"paymentMethod"}},
}
