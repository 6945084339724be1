package rule

// passwordNames are passwords in forms and documents.
var passwordNames = []Names{
	{Rule{"password.password", "a password", "password", Secret, Any}, Param | Key, []string{
		"IDToken2", "password", "passwd", "pwd", "passphrase", "pass_phrase", "user[password]", "user[password_confirmation]", "user[current_password]", "userPassword", "user_password", "userpwd", "user_pwd", "accountPassword", "account_password",
		"login_password", "loginPassword", "loginpwd", "j_password", "pf.pass", "httpd_password", "vb_login_password", "session_password", "session[password]", "ctl00$password", "plainPassword", "plain_password", "plaintextPassword", "rawPassword",
		"passwort", "kennwort", "contrasena", "contraseña", "mot_de_passe", "motdepasse", "senha", "wachtwoord", "haslo", "parola", "salasana", "lozinka", "heslo",
		"hasło", "jelszó", "jelszo", "lösenord", "losenord", "adgangskode", "passord", "şifre", "sifre", "contrasenya", "palavra-passe", "palavrapasse", "пароль", "parol", "密码", "密碼", "口令", "パスワード", "暗証番号", "비밀번호", "비번", "matkhau", "mật khẩu", "katasandi", "geslo", "slaptazodis", "parool", "pskey", "ipsecpsk", "memorableWord", "memorable_word", "passnumber", "pass_number", "κωδικός", "סיסמה", "كلمة المرور", "كلمة_المرور", "رمز عبور", "รหัสผ่าน", "पासवर्ड",
		"storepass", "keypass", "storePassword", "store_password", "requirepass", "masterauth", "enablePassword", "enable_password", "SecureString", "passwordfld", "userident", "paswoord", "motpasse", "paroli", "құпиясөз", "գաղտնաբառ", "პაროლი", "পাসওয়ার্ড", "ពាក្យសម្ងាត់", "கடவுச்சொல்", "စကားဝှက်", "matKhauMoi", "รหัสผ่านใหม่", "新しいパスワード", "パスワード確認", "确认密码", "密码确认", "비밀번호확인", "كلمة السر",
	}},
	{Rule{"password.change", "a password, old or new", "password", Secret, Any}, Param | Key, []string{
		"new_password", "newPassword", "*passwordnew", "*passwordrepeat", "old_password", "oldPassword", "current_password", "currentPassword", "confirm_password", "confirmPassword", "password_confirmation", "passwordConfirmation", "passwordConfirm", "password_confirm", "password_again",
		"passwordAgain", "password1", "password2", "new_password1", "new_password2", "password_repeat", "passwordRepeat", "repeat_password", "repeatPassword", "retype_password", "verify_password", "verifyPassword", "newpwd", "oldpwd", "existing_password",
		"temporaryPassword", "temporary_password", "tempPassword", "temp_password", "initialPassword", "initial_password", "proposedPassword", "previousPassword", "PROPOSED_PASSWORD", "defaultPassword",
	}},
	{Rule{"password.service", "the password of a service that the application uses", "password", Secret, Any}, Param | Key, []string{
		"dbPassword", "db_password", "DB_PASS", "databasePassword", "database_password", "mysql_pwd", "pgpassword", "PGPASS", "redisPassword", "redis_password", "mongoPassword", "smtpPassword", "smtp_password", "smtpPass", "imapPassword", "mailPassword", "mail_password",
		"ftpPassword", "ftp_password", "sshPassword", "ssh_password", "ldapPassword", "bindPassword", "bind_password", "bindCredential", "adminPassword", "admin_password", "rootPassword", "root_password", "masterPassword", "master_password", "MasterUserPassword", "proxyPassword", "proxy_password",
		"keystorePassword", "truststorePassword", "keyPassword", "keyPassphrase", "key_passphrase", "certificatePassword", "pfxPassword", "appPassword", "app_password", "application_password", "ssh_key_unlock", "ClearPassword",
	}},
	{Rule{"password.network", "the password of a network", "password", Secret, Any}, Param | Key, []string{
		"wifiPassword", "wifi_password", "wifiKey", "wifi_key", "wlanKey", "wlan_key", "wlanPassword", "wlan_password", "wpaPassphrase", "wpa_passphrase", "wpaKey", "wpa_key", "wepKey", "wep_key", "WifiWpapsk", "wpapsk", "wpa_psk", "psk", "pskKey", "*psk_key", "preSharedKey", "pre_shared_key",
	}},
	{Rule{"password.param", "a password", "password", Secret, Any}, Param, []string{
		"pass", "passw", "upass", "userpass", "user_pass", "login_pass", "pass1", "pass2", "pass1-text", "new_pass", "old_pass", "secret", "log_pwd", "psw", "pswd", "clave", "credential",
	}},
	{Rule{"password.key", "a password", "password", Secret, Mixed}, Key, []string{
		"pass", "passw", "upass", "userpass", "pass1", "pass2", "psw", "pswd", "clave",
	}},
	{Rule{"password.short", "a password", "password", Secret, Measured}, Param, []string{
		"pw",
	}},
	{Rule{"password.community", "the password of a network device (SNMP)", "password", Secret, Measured}, Key, []string{
		"snmp_community", "snmpCommunity", "rocommunity", "rwcommunity", "communityString", "community_string", "readCommunity", "read_community", "writeCommunity", "write_community",
	}},
	{Rule{"password.answer", "the answer to a security question", "password", Secret, Any}, Param | Key, []string{
		"securityAnswer", "security_answer", "sicherheitsantwort", "respuestaSeguridad", "respuesta_secreta", "reponse_secrete", "secretAnswer", "secret_answer", "challengeAnswer", "recovery_answer", "memorableInformation", "memorable_information", "memorableInfo", "mothers_maiden_name", "mothersMaidenName",
	}},
	{Rule{"password.answer-param", "the answer to a security question", "password", Secret, Typed}, Param, []string{
		"answer", "challenge_answer",
	}},
	{Rule{"password.hash", "the hash of a password: the password can be guessed from it", "password", Secret, Token}, Param | Key, []string{
		"passwordHash", "password_hash", "pwhash", "pw_hash", "passhash", "pass_hash", "password_digest", "passwordDigest", "encrypted_password", "encryptedPassword", "hashedPassword", "hashed_password", "passwordMd5", "password_md5", "crypted_password", "enc_password", "encPassword",
		"passwordSalt", "password_salt", "ntlm_hash", "ntHash", "lmHash", "lm_hash", "passwordVerifier", "password_verifier", "storedKey", "stored_key", "client_proof", "clientProof",
	}},
	{Rule{"password.secret", "a secret", "secret", Secret, Token}, Key, []string{
		"secret", "shared_secret", "credential", "prf", "largeBlob", "secretValue", "secret_value", "SecretString", "SecretBinary", "plaintextSecret", "secretText", "enable_secret", "erlang_cookie",
	}},
}
