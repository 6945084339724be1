package rule

var otpNameExamples = map[string]example{
	"otp.code":         {[]string{"otp", "mfaCode"}, []string{"otpLength"}},
	"otp.tan":          {[]string{"tan", "TAN"}, []string{"tanh"}},
	"otp.passcode":     {[]string{"passcode", "passCode"}, []string{"passcodeLength"}},
	"otp.header":       {[]string{"X-OTP", "x-2fa-code"}, []string{"X-OTP-Required"}},
	"otp.verification": {[]string{"verification_code", "securityCode"}, []string{"verificationStatus", "errorCode"}},
	"otp.pin":          {[]string{"pin", "pinCode"}, []string{"pinned"}},
	"otp.backup":       {[]string{"backupCodes", "recovery_codes"}, []string{"backupCount"}},
	"otp.phrase":       {[]string{"mnemonic", "seedPhrase", "recovery_phrase"}, []string{"phrase", "phraseCount"}},
	"otp.random-seed":  {[]string{"seed", "seed_hex"}, []string{"seeds", "seedCount"}},
	"otp.seed":         {[]string{"totpSecret", "sharedSecret"}, []string{"seeded"}},
}
