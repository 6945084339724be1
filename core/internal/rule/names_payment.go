package rule

// paymentNames are cards, accounts and the tokens of payment services.
var paymentNames = []Names{
	{Rule{"payment.card", "the number of a payment card", "card", Secret, Any}, Param | Key, []string{
		"card[number]", "cardNumber", "card_number", "card-number", "ccNumber", "cc_number", "cc-number", "cc-num", "creditCardNumber", "credit_card_number", "credit-card-number", "creditcard", "credit_card", "pan", "primaryAccountNumber", "card_no", "cardNo", "ccno",
		"payment_method_data[card][number]", "source[number]", "credit_card[number]", "fundingPan", "cardPan", "encryptedCardNumber", "debitCardNumber",
	}},
	{Rule{"payment.cvc", "the security code of a payment card", "card", Secret, Digits}, Param | Key, []string{
		"card[cvc]", "cvc", "cvv", "cvv2", "cvc2", "csc", "card_cvc", "cardCvc", "card_cvv", "cardCvv", "cc_cvv", "ccCvv", "cc-csc", "cc_cvc", "card_code", "cardCode", "cardSecurityCode", "card_security_code", "verification_value",
		"payment_method_data[card][cvc]", "source[cvc]", "credit_card[cvv]", "encryptedSecurityCode", "cvvCode", "cvcCode", "cvv_code", "cvc_code", "cvNumber", "cvvNumber", "cvcNumber", "cvnNumber", "cvn", "cardVerificationValue", "cardVerificationCode", "cardVerificationNumber", "cryptogramme", "guvenlik_kodu", "kartenpruefnummer", "pruefziffer", "pruefnummer", "codeSecurite", "code_securite", "セキュリティコード", "安全码", "codigo_seguridad", "codigoSeguridad", "codice_sicurezza",
	}},
	{Rule{"payment.account", "a bank account", "card", Secret, Token}, Param | Key, []string{
		"iban", "IBANNumber", "account_iban", "accountIban", "bankAccountNumber", "bank_account_number", "bank_account[account_number]", "sepa_debit[iban]",
	}},
	{Rule{"payment.identity", "a number by which the state knows a person", "pin", Secret, Code}, Param | Key, []string{
		"ssn", "social_security_number", "socialSecurityNumber", "ssn_last_4", "ssnLast4", "sin_number", "nationalId", "national_id", "nationalIdentificationNumber", "passportNumber", "passport_number", "driversLicenseNumber", "taxpayerId", "tax_id_number",
	}},
	{Rule{"payment.token", "a payment token: it can be charged", "token", Secret, Token}, Param | Key, []string{
		"paymentMethodNonce", "payment_method_nonce", "payment_nonce", "paymentNonce", "paymentToken", "payment_token", "stripeToken", "stripe_token", "cardToken", "card_token", "card_nonce", "sourceToken", "source_token", "networkToken", "payment_intent_client_secret",
		"setup_intent_client_secret", "checkout_token", "cart_token", "cryptogram", "cavv", "authenticationValue", "onlinePaymentCryptogram", "billingToken", "authorizationFingerprint",
	}},
}
