package rule

// otpNames are one-time codes and the seeds that make them.
var otpNames = []Names{
	{Rule{"otp.code", "a one-time code", "otp", Secret, Code}, Param | Key, []string{
		"otp", "totp", "hotp", "otp_code", "otpCode", "totp_code", "totpCode", "mfa_code", "mfaCode", "verification_code", "verificationCode", "passcode", "passCode", "pass_code", "two_factor_code", "twoFactorCode", "tfa_code", "2fa_code", "twofactor", "sms_code", "smsCode",
		"auth_code_sms", "one_time_code", "oneTimeCode", "onetimecode", "one_time_password", "oneTimePassword", "otc", "security_code", "securityCode", "confirmation_code", "confirmationCode", "backup_code", "backupCode", "recovery_code", "recoveryCode", "otp_attempt", "pinCode", "pin_code", "login_code"}},
	{Rule{"otp.pin", "a PIN", "pin", Secret, Code}, Param | Key, []string{"pin", "user_pin", "userPin", "card_pin", "cardPin"}},
	{Rule{"otp.codes", "codes that open an account without its second factor", "otp", Secret, Code}, Key, []string{"backupCodes", "backup_codes", "recoveryCodes", "recovery_codes", "scratchCodes", "scratch_codes"}},
	{Rule{"otp.seed", "the seed of one-time codes: with it anyone can make them", "seed", Secret, Token}, Param | Key, []string{"totpSecret", "totp_secret", "otp_secret", "otpSecret", "sharedSecret", "mfa_secret", "mfaSecret", "totp_seed", "totpSeed", "seed_secret", "otpauth", "otp_seed"}},
}
