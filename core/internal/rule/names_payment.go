package rule

// paymentNames are cards and accounts.
var paymentNames = []Names{
	{Rule{"payment.card", "the number of a payment card", "card", Secret, Any}, Param | Key, []string{"card[number]", "cardNumber", "card_number", "card-number", "cardnumber", "ccNumber", "cc_number", "cc-number", "creditCardNumber", "credit_card_number", "creditcard", "pan", "card_no", "cardNo"}},
	{Rule{"payment.cvc", "the security code of a payment card", "card", Secret, Any}, Param | Key, []string{"card[cvc]", "cvc", "cvv", "cvv2", "cvc2", "csc", "card_cvc", "cardCvc", "card_cvv", "cardCvv", "securityCodeCvv", "cc_cvv", "cc-csc", "card_code", "verification_value"}},
	{Rule{"payment.account", "a bank account", "card", Secret, Token}, Param | Key, []string{"iban", "account_iban"}},
	{Rule{"payment.ssn", "a social security number", "pin", Secret, Code}, Param | Key, []string{"ssn", "social_security_number", "socialSecurityNumber"}},
}
