package rule

// webauthnNames are WebAuthn, push messages and WebRTC.
var webauthnNames = []Names{
	{Rule{"webauthn.assertion", "the signature of a security key or passkey", "signature", Secret, Token}, Param | Key, []string{
		"assertionSignature", "assertion_signature", "webauthn_signature", "response[signature]", "response.signature", "u2f_response", "u2f_signature",
	}},
	{Rule{"push.token", "a token by which messages reach a device", "token", Secret, Token}, Param | Key, []string{
		"deviceToken", "device_token", "pushToken", "push_token", "fcmToken", "fcm_token", "apnsToken", "apns_token", "apns_device_token", "registration_token", "registrationToken", "gcmToken", "gcm_token", "notificationToken", "notification_token", "expoPushToken", "expo_push_token", "voipToken", "voip_token",
		"instanceIdToken", "push_subscription_token", "subscriptionToken", "subscription_token", "gcm_registration_id", "registration_id",
	}},
	{Rule{"push.secret", "the secret that protects push messages", "secret", Secret, Token}, Key, []string{
		"pushAuth", "push_auth", "auth_secret", "authSecret", "keys.auth", "vapidPrivateKey", "vapid_private_key",
	}},
	{Rule{"webrtc.password", "the password of a relay or a peer", "password", Secret, Any}, Param | Key, []string{
		"turnPassword", "turn_password", "turnCredential", "turn_credential", "ice-pwd", "icePwd", "ice_pwd", "icePassword", "relayPassword", "stunPassword", "turnSecret", "turn_secret", "sframeKey",
	}},
	{Rule{"webrtc.token", "a token that lets one join a call", "token", Secret, Token}, Param | Key, []string{
		"roomToken", "room_token", "meetingToken", "meeting_token", "callToken", "call_token", "rtcToken", "rtc_token", "zak", "zpk", "conferenceToken", "attendeeJoinToken", "videoToken", "video_token", "liveToken", "streamKey", "stream_key",
	}},
}
