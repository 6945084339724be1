package rule

var webauthnNameExamples = map[string]example{
	"webauthn.assertion": {[]string{"assertionSignature", "u2f_response"}, []string{"authenticatorData", "attestationObject"}},
	"push.token":         {[]string{"deviceToken", "fcm_token"}, []string{"deviceId"}},
	"push.secret":        {[]string{"pushAuth", "keys.auth"}, []string{"p256dh"}},
	"webrtc.password":    {[]string{"turnPassword", "ice-pwd"}, []string{"ice-ufrag"}},
	"webrtc.token":       {[]string{"roomToken", "meeting_token"}, []string{"roomId"}},
}
