package main

// Scenes of data and of speech: calls whose arguments have no names, names in
// other languages, sentences, what browsers and sign-in libraries store.

var (
	callScenes = []scene{
		{"call", typedPassword, []string{
			`{"jsonrpc":"2.0","id":[[{d9}]],"method":"auth.login","params":["ada","<<>>"]}`, `{"jsonrpc":"2.0","method":"call","params":{"service":"common","method":"login","args":["db","ada","<<>>"]},"id":"[[{h16}]]"}`,
			`{"params":{"service":"object","method":"execute_kw","args":["db",2,"<<>>","res.partner","read",[ [1] ]]}}`, `{"type":1,"invocationId":"[[{d9}]]","target":"Login","arguments":["ada","<<>>"]}`, `{"action":"login","args":["ada","<<>>"]}`, `{"method":"signIn","args":["ada","<<>>",true],"id":"[[{h16}]]"}`,
			`{"jsonrpc":"2.0","method":"user.changePassword","params":["<<>>","n3wer-one"],"id":1}`, `{"method":"user.login","params":{"username":"Admin","password":"<<>>"},"id":1,"auth":null}`, `{"params":["ada","<<>>"],"method":"authenticate","id":"[[{h16}]]"}`, `{"target":"Authenticate","arguments":["ada","<<>>"],"type":1}`,
		}, []string{`{"method":"items.search","params":["[[{h24}]]","page2"],"id":4}`, `{"type":1,"target":"Join","arguments":["[[room-{a10}]]","ada"]}`, `{"method":"authors.list","params":["[[{word}{d4}x]]"]}`, `{"action":"rename","args":["[[{a12}]]","b2"]}`}, sceneJSON},
		{"call in XML", typedPassword, []string{
			`<?xml version="1.0"?><methodCall><methodName>login</methodName><params><param><value><string>ada</string></value></param><param><value><string><<>></string></value></param></params></methodCall>`,
			`<?xml version="1.0"?><methodCall><methodName>wp.getPosts</methodName><params><param><value><int>1</int></value></param><param><value><string>ada</string></value></param><param><value><string><<>></string></value></param></params></methodCall>`,
			`<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header><wsse:Security><wsse:UsernameToken wsu:Id="[[{h16}]]"><wsse:Username>ada</wsse:Username><wsse:Password Type="x#PasswordText"><<>></wsse:Password></wsse:UsernameToken></wsse:Security></soap:Header></soap:Envelope>`,
		}, nil, sceneXML},
	}

	namedScenes = []scene{
		{"name in another language", typedPassword, []string{
			`{"benutzername":"ada","passwort":"<<>>"}`, `{"usuario":"ada","contraseña":"<<>>"}`, `{"usuario":"ada","contrasena":"<<>>"}`, `{"utilisateur":"ada","mot_de_passe":"<<>>"}`, `{"motDePasse":"<<>>","ref":"[[{h24}]]"}`, `{"usuario":"ada","senha":"<<>>"}`, `{"логин":"ada","пароль":"<<>>"}`,
			`{"用户名":"ada","密码":"<<>>"}`, `{"パスワード":"<<>>"}`, `{"비밀번호":"<<>>"}`, `{"uzytkownik":"ada","haslo":"<<>>"}`, `{"hasło":"<<>>"}`, `{"wachtwoord":"<<>>"}`, `{"lösenord":"<<>>"}`, `{"kennwort":"<<>>"}`, `{"clave":"<<>>","usuario":"ada"}`, `{"heslo":"<<>>"}`, `{"salasana":"<<>>"}`, `{"jelszo":"<<>>"}`, `{"sifre":"<<>>"}`, `{"parola":"<<>>"}`, `{"adgangskode":"<<>>"}`,
		}, []string{`{"benutzername":"[[ada-{a8}]]"}`, `{"nutzungsbedingungen":"[[v{d4}-{a6}]]"}`, `{"identifiant":"[[{word}{d5}]]"}`, `{"titulo":"[[{word} {a8}]]"}`}, sceneJSON},
		{"token in another language", sceneToken, []string{
			`{"jeton":"<<>>"}`, `{"zugriffstoken":"<<>>"}`, `{"claveApi":"<<>>"}`, `{"chave_api":"<<>>"}`, `{"токен":"<<>>"}`, `{"令牌":"<<>>"}`, `{"cle_api":"<<>>"}`, `{"sitzungsschluessel":"<<>>"}`, `{"geheimnis":"<<>>"}`, `{"トークン":"<<>>"}`,
		}, []string{`{"sitzungsnummer":"[[{d9}]]"}`, `{"bestellung":"[[{h24}]]"}`}, sceneJSON},
	}

	spokenScenes = []scene{
		{"spoken code", spokenCode, []string{
			"Your verification code is <<>>.", "<<>> is your Acme verification code.", "Use <<>> to verify your account", "Enter code <<>> to sign in", "Your one-time password is <<>>. Do not share it.", "OTP: <<>>", "Your security code: <<>>", "Use code <<>> to log in to Acme.", "Your login code is <<>>", "Your Acme code is <<>>", "<<>> is your one-time passcode.",
			"Ihr Bestätigungscode lautet <<>>", "Ihre TAN lautet <<>>", "Verwenden Sie den Code <<>>, um sich anzumelden.", "Dein Anmeldecode ist <<>>", "Ihr Sicherheitscode: <<>>", "<<>> ist dein Acme-Bestätigungscode",
			"Votre code de vérification est <<>>", "Votre code de sécurité : <<>>", "<<>> est votre code de connexion", "Votre code de confirmation est le <<>>",
			"Tu código de verificación es <<>>", "Su código de seguridad es <<>>", "<<>> es tu código de acceso", "Tu código de inicio de sesión es <<>>", "Il tuo codice di verifica è <<>>", "Seu código de verificação é <<>>", "Uw verificatiecode is <<>>", "Je inlogcode is <<>>",
			"Twój kod weryfikacyjny to <<>>", "Doğrulama kodunuz: <<>>", "Din verifieringskod är <<>>", "您的验证码是<<>>，5分钟内有效", "验证码：<<>>", "認証コードは<<>>です", "認証コード：<<>>", "Ваш код подтверждения: <<>>", "인증번호 [<<>>]",
		}, []string{"Your order number is [[{d6}]].", "Your postal code is [[{d5}]]", "Error code [[{d6}]]", "Ihr Fehlercode lautet [[{d6}]]", "Votre code postal est [[75{d3}]]", "Booking reference [[{d6}]]", "Your referral code is [[{d6}]]", "Build [[{d6}]] passed", "Su código postal es [[28{d3}]]", "订单编号 [[{d8}]]", "Ihre Kundennummer lautet [[{d8}]]"}, sceneProse},
		{"spoken password", typedPassword, []string{
			"Your temporary password is <<>>", "The password was reset to <<>>.", "Password: <<>>", "Ihr neues Passwort lautet <<>>", "Passwort: <<>>", "Votre mot de passe est <<>>", "Mot de passe : <<>>", "Senha: <<>>", "La tua password è <<>>", "Your new password: <<>>", "Log in with user ada and password <<>>",
		}, []string{"Your password must have [[8 to {d2} characters ({a6})]].", "Reset your password within [[{d2} hours, ref {a8}]]", "Ihr Passwort läuft in [[{d2} Tagen ({a6})]] ab.", "[[Mot de passe oublié ? {a6}]]"}, sceneProse},
	}

	storeScenes = []scene{
		{"store", sceneToken, []string{
			`{"homeAccountId":"[[{uuid}.{uuid}]]","credentialType":"RefreshToken","clientId":"[[{uuid}]]","secret":"<<>>","environment":"login.windows.net"}`,
			`{"{uuid}.{uuid}-login.windows.net-refreshtoken-{uuid}----":"{\"credentialType\":\"RefreshToken\",\"clientId\":\"[[{uuid}]]\",\"secret\":\"<<>>\"}"}`,
			`{"@@auth0spajs@@::{A32}::default::openid profile":"{\"body\":{\"client_id\":\"[[{A32}]]\",\"access_token\":\"<<>>\",\"scope\":\"openid\",\"expires_in\":86400},\"expiresAt\":{ts}}"}`,
			`{"okta-token-storage":"{\"accessToken\":{\"accessToken\":\"<<>>\",\"expiresAt\":{ts},\"scopes\":[\"openid\"],\"userinfoUrl\":\"https://[[{host}]]/v1/userinfo\"}}"}`,
			`{"CognitoIdentityServiceProvider.{a26}.ada.accessToken":"<<>>","CognitoIdentityServiceProvider.{a26}.LastAuthUser":"[[ada-{a6}]]"}`, `{"CognitoIdentityServiceProvider.{a26}.ada.refreshToken":"<<>>"}`,
			`{"fbase_key":"firebase:authUser:AIza{u35}:[DEFAULT]","value":{"uid":"[[{A28}]]","stsTokenManager":{"refreshToken":"<<>>","expirationTime":{ms}},"lastLoginAt":"[[{ms}]]"}}`,
			`{"sb-{a20}-auth-token":"{\"refresh_token\":\"<<>>\",\"expires_in\":3600,\"token_type\":\"bearer\",\"user\":{\"id\":\"[[{uuid}]]\"}}"}`,
			`{"cacheName":"v1-[[{h8}x]]","requests":[{"url":"https://{host}/[[{a10}.json]]","headers":{"authorization":"Bearer <<>>","accept":"*/*"}}]}`, `{"cacheName":"api","requests":[{"url":"https://{host}/a","headers":[ ["authorization","Bearer <<>>"],["etag","[[{h32}]]"]]}]}`,
			`{"name":"keyval-store","version":1,"stores":{"keyval":[{"key":"auth","value":{"token":"<<>>","ref":"[[{h24}]]"}}]}}`, `{"name":"app","stores":[{"name":"session","records":[{"key":"accessToken","value":"<<>>"},{"key":"deviceName","value":"[[{word}{d5}]]"}]}]}`,
			`{"persist:root":"{\"auth\":\"{\\\"token\\\":\\\"<<>>\\\",\\\"user\\\":\\\"[[ada-{a6}]]\\\"}\"}"}`, `{"auth":{"state":{"accessToken":"<<>>","isAuthenticated":true,"ref":"[[{h24}]]"},"version":0}}`, `{"keycloak":{"realm":"[[{word}-{a6}]]","token":"<<>>","timeSkew":0}}`,
			`{"oidc.user:https://{host}/:[[spa-{a6}]]":"{\"access_token\":\"<<>>\",\"token_type\":\"Bearer\",\"session_state\":\"{uuid}\",\"profile\":{\"sub\":\"[[{d9}]]\"}}"}`, `{"aws-amplify-federatedInfo":"{\"provider\":\"google\",\"token\":\"<<>>\"}"}`, `{"ember_simple_auth-session":"{\"authenticated\":{\"authenticator\":\"authenticator:[[oauth-{a6}]]\",\"access_token\":\"<<>>\"}}"}`,
			`{"auths":{"registry-{a6}.example":{"identitytoken":"<<>>"}},"credsStore":"[[store-{a6}]]"}`,
		}, []string{`{"theme":"dark","lastSync":"[[{ms}]]"}`, `{"featureFlags":{"[[flag_{a10}]]":true}}`, `{"queryCache":{"queryHash":"[[{h32}]]"}}`}, sceneJSON},
	}
)
