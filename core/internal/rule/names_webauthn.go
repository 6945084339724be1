package rule

// webauthnNames are WebAuthn, Web Push and WebRTC.
var webauthnNames = []Names{
	{Rule{"push.token", "a token by which messages reach a device", "token", Secret, Token}, Param | Key, []string{"deviceToken", "device_token", "pushToken", "push_token", "fcmToken", "fcm_token", "apnsToken", "registration_token"}},
	{Rule{"webrtc.password", "the password of a relay or a peer", "password", Secret, Any}, Key, []string{"turnCredential", "icePwd"}},
}
