package rule

// passwordNames are passwords in forms and documents.
var passwordNames = []Names{
	{Rule{"password.password", "a password", "password", Secret, Any}, Param | Key, []string{
		"password", "passwd", "pwd", "passphrase", "new_password", "newPassword", "old_password", "oldPassword", "current_password", "currentPassword", "confirm_password", "confirmPassword", "password_confirmation", "passwordConfirm",
		"passwordConfirmation", "password1", "password2", "userPassword", "user_password", "login_password", "j_password", "pf.pass", "proxyPassword", "dbPassword", "turnPassword", "ice-pwd", "credential_password", "passwort", "kennwort", "contrasena", "mot_de_passe", "user[password]"}},
	{Rule{"password.param", "a password", "password", Secret, Any}, Param, []string{"pass", "pw", "passw", "upass", "userpass", "user_pass", "login_pass", "secret", "answer", "security_answer"}},
	{Rule{"password.hash", "the hash of a password", "password", Secret, Token}, Param | Key, []string{"passwordHash", "password_hash", "pwhash", "passhash", "password_digest", "encrypted_password", "hashedPassword", "hashed_password"}},
	{Rule{"password.secret", "a secret", "secret", Secret, Token}, Key, []string{"secret", "shared_secret", "credential", "prf", "largeBlob"}},
	{Rule{"password.security-answer", "the answer to a security question", "password", Secret, Any}, Key, []string{"securityAnswer", "security_answer", "secretAnswer"}},
}
