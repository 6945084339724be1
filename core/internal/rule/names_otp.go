package rule

// otpNames are one-time codes, PINs and the seeds that make codes.
var otpNames = []Names{
	{Rule{"otp.code", "a one-time code", "otp", Secret, Code}, Param | Key, []string{
		"otp", "totp", "hotp", "otp_code", "otpCode", "otpValue", "otp_value", "totp_code", "totpCode", "mfa_code", "mfaCode", "mfa_otp", "two_factor_code", "twoFactorCode", "tfa_code", "tfaCode", "2fa_code", "2faCode", "twofactor", "two_factor_token", "sms_code", "smsCode",
		"sign_in_code", "step_up_code", "2fa_token", "tfa_token", "auth_code_sms", "mtan", "smsTan", "pushTan", "one_time_code", "oneTimeCode", "one_time_password", "oneTimePassword", "otc", "otp_attempt", "otp_token", "otpToken", "totp_token", "totpToken", "hotp_token", "login_code", "loginCode", "app_otp", "SOFTWARE_TOKEN_MFA_CODE", "SMS_MFA_CODE", "EMAIL_OTP_CODE", "authenticatorCode", "authenticator_code", "user[otp_attempt]", "tanEingabe", "cardTan", "chipTan", "photoTan", "codeSms", "code_sms", "校验码", "动态码", "認証番号", "確認コード", "ओटीपी", "authNum", "certNum", "ninsyoCode", "ninshoCode", "maXacNhan", "maXacThuc", "maOtp", "blikCode", "itsmeCode", "grid_value", "scaAuthenticationData", "challengeDataEntry", "second_factor_token", "secondFactorToken", "totp_key", "totpKey", "AdditionalAuthData", "mfa_token", "mfaToken", "code_verification", "codeVerification", "code_confirmation", "codeConfirmation", "code_de_verification", "code_de_confirmation", "code_d_acces", "code_usage_unique", "code_a_usage_unique", "otc_verification", "challengeResponse", "challenge_response", "j_tokenNumber", "tokenNumber", "securid", "securid_code",
	}},
	{Rule{"otp.tan", "a one-time code of a bank", "otp", Secret, Code}, Param | Key, []string{
		"tan",
	}},
	{Rule{"otp.passcode", "a code or a password that somebody typed", "otp", Secret, Code}, Param | Key, []string{
		"passcode", "pass_code",
	}},
	{Rule{"otp.header", "a one-time code", "otp", Secret, Code}, Header, []string{
		"X-OTP", "X-GitHub-OTP", "X-GitLab-OTP", "X-2FA-Code", "X-2FA", "X-MFA-Code", "X-MFA", "X-TOTP", "X-TOTP-Code", "X-Verification-Code", "X-Mfa-Token", "X-Two-Factor-Code", "Npm-OTP", "X-Passcode", "X-Pin",
	}},
	{Rule{"otp.verification", "a code that confirms an address, a number or a step", "otp", Secret, Code}, Param | Key, []string{
		"verification_code", "verificationCode", "verify_code", "verifyCode", "security_code", "securityCode", "confirmation_code", "confirmationCode", "email_code", "emailCode", "phone_code", "phoneCode", "challenge_code", "challengeCode", "resetCode", "smsVerificationCode",
		"bindingCode", "binding_code", "emailVerificationCode", "activationCode", "pairing_code", "pairingCode", "linkCode", "link_code", "unlockCode", "inviteCode", "invitationCode", "zugangscode", "freischaltcode", "sicherheitscode", "einmalcode",
	}},
	{Rule{"otp.pin", "a PIN", "pin", Secret, Code}, Param | Key, []string{
		"pin", "pinCode", "pin_code", "user_pin", "userPin", "card_pin", "cardPin", "new_pin", "newPin", "neuePin", "neue_pin", "pinWiederholung", "neuePinWiederholung", "old_pin", "current_pin", "currentPin", "confirm_pin", "devicePin", "device_pin", "host_pin", "hostPin", "host_key", "hostKey", "wps_pin", "wpsPin", "*_pin", "accessPin", "simPin", "puk", "pinBlock", "pin_block", "mpin", "tpin", "ipin", "upiPin", "onlinePin", "pinNumber", "pin_number", "ansyoBango", "anshoBango", "ansho_bango", "geheimzahl", "رمز_دوم", "ramzPooya", "code_confidentiel",
	}},
	{Rule{"otp.backup", "codes that open an account without its second factor", "otp", Secret, Code}, Param | Key, []string{
		"backup_code", "backupCode", "backupCodes", "backup_codes", "recovery_code", "recoveryCode", "recoveryCodes", "recovery_codes", "scratchCodes", "scratch_codes", "scratch_code", "recoveryKey", "recovery_key", "emergencyCodes", "emergency_codes",
	}},
	{Rule{"otp.seed", "the seed of one-time codes: with it anyone can make them", "seed", Secret, Token}, Param | Key, []string{
		"totpSecret", "totp_secret", "otp_secret", "otpSecret", "sharedSecret", "mfa_secret", "mfaSecret", "SecretCode", "secret_code", "totp_seed", "totpSeed", "seed_secret", "otp_seed", "otpSeed", "otpauth", "otpauth_url", "otpauthUrl", "authenticatorKey", "authenticator_key",
		"Base32StringSeed", "mashedSecret", "manualEntryKey", "manual_entry_key", "twoFactorSecret", "two_factor_secret",
	}},
	{Rule{"otp.phrase", "the words that a wallet or an account is restored from", "seed", Secret, Phrase}, Param | Key, []string{
		"mnemonic", "mnemonicPhrase", "mnemonic_phrase", "seedPhrase", "seed_phrase", "seedWords", "seed_words", "recoveryPhrase", "recovery_phrase", "secretPhrase", "secret_phrase", "backupPhrase", "backup_phrase", "srp", "secretRecoveryPhrase", "secret_recovery_phrase", "сид_фраза", "助记词", "助記詞", "ニーモニック", "복구구문",
	}},
	{Rule{"otp.random-seed", "a seed, where it is random: what is made from it can be made again", "seed", Secret, Strong}, Param | Key, []string{
		"seed", "seedHex", "seed_hex",
	}},
}
