package main

// Scenes of text: commands, files of clients, statements, addresses, logs.

var (
	plainCommands = []string{
		"docker run -p 8080:80 [[img-{h12}]]", "mkdir -p [[build-{h12}/out]]", "curl -u [[ada.{a6}]] https://{host}/v1", "ssh -p 2222 [[web-{a8}.internal]]", "cp -p [[{a10}.txt]] /tmp/", "grep -w [[word{d4}]] notes.txt",
		"git commit -m [[fix-token-{d5}]]", "kubectl get secret [[app-{a8}]] -o name", "psql -U [[app_{a6}]] -W shop", "openssl rand -hex 16 # [[{word}{d4}]]",
	}
	commandScenes = []scene{
		{"command", typedPassword, []string{
			"curl -u ada:<<>> https://{host}/v1/items/[[{h24}]]", "curl --user ada:<<>> -H 'X-Request-Id: [[{uuid}]]' https://{host}/", "mysql -h db.internal -u root -p<<>> shop -e 'select [[{word}_{a8}]]'",
			"mysqldump --user=root --password=<<>> shop > [[dump-{a8}.sql]]", "docker login -u ada -p <<>> registry.{brand}.example/[[{a10}]]", "sshpass -p <<>> ssh ada@[[web-{a8}.internal]]", "PGPASSWORD=<<>> psql -h db -U app [[shop_{a8}]]",
			"redis-cli -h cache -a <<>> GET [[{word}:{h16}]]", "wget --user=ada --password=<<>> https://{host}/[[{a10}.zip]]", "openssl pkcs12 -in [[{a8}.p12]] -passin pass:<<>>", "ldapsearch -x -D cn=admin -w <<>> -b dc=[[{a8}]]",
			"mongosh -u ada -p <<>> --host [[db-{a8}.internal]]", "curl -d 'user=ada&password=<<>>' https://{host}/login?v=[[{h12}]]", "curl -X POST -d '{\"user\":\"ada\",\"password\":\"<<>>\"}' https://{host}/[[{a12}]]", "az login -u ada@{brand}.example -p <<>> --tenant [[{uuid}]]",
			"export DB_PASSWORD=<<>>", "set SMTP_PASSWORD=<<>>", "$env:ADMIN_PASSWORD = '<<>>'", "helm install db [[chart-{a6}]] --set auth.password=<<>>",
		}, plainCommands, sceneLines},
		{"command with a token", sceneToken, []string{
			"curl -H 'Authorization: Bearer <<>>' https://{host}/v1/items/[[{h24}]]", "curl -H \"X-Api-Key: <<>>\" https://{host}/[[{a10}]]", "curl --cookie 'session=<<>>' https://{host}/[[{a10}]]", "http GET https://{host}/[[{a10}]] 'Authorization: Token <<>>'",
			"vault login -method=token token=<<>>", "kubectl config set-credentials ada --token=<<>>", "kubectl --token <<>> get pods -n [[{word}-{a6}]]", "sentry-cli --auth-token <<>> releases new [[{h40}]]", "helm registry login -u ada --password <<>> [[reg-{a8}.example]]",
			"curl --oauth2-bearer <<>> https://{host}/[[{a10}]]", "export GITHUB_TOKEN=<<>>", "npm publish --//registry.npmjs.org/:_authToken=<<>>",
		}, plainCommands, sceneLines},
	}

	fileScenes = []scene{
		{"client file", typedPassword, []string{
			"machine {host} login ada password <<>>", "machine {host}\nlogin ada\npassword <<>>", "db-{a6}.{brand}.example:5432:shop:ada:<<>>", "https://ada:<<>>@git-{a6}.{brand}.example", "[mail]\nhost = smtp.{brand}.example\nusername = ada\npassword = <<>>",
			"index-url = https://ada:<<>>@pypi.{brand}.example/simple", "<server><id>[[central-{a6}]]</id><username>ada</username><password><<>></password></server>", "spring.datasource.password=<<>>", "username ada secret 0 <<>>",
			"enable secret 0 <<>>", "define('DB_PASSWORD', '<<>>');", "$db_password = \"<<>>\";", "db.password: <<>>", "  password: '<<>>'", "password <<>>",
		}, []string{"machine [[{host}-{a6}]]", "# password policy: [[min{d2}chars-{a6}]]", "port: 54{d2} # [[{a10}]]", "10:11:12:[[{word}{d4}]]:login", "username [[ada-{a6}]] privilege 15"}, sceneLines},
		{"client file with a token", sceneToken, []string{
			"//registry.{brand}.example/:_authToken=<<>>", "[default]\naws_access_key_id = AKIA{B16}\naws_secret_access_key = <<>>", "oauth_token: <<>>", "[github]\n\tuser = ada\n\ttoken = <<>>", "credentials \"app.{brand}.example\" {\n  token = \"<<>>\"\n}", "    token: <<>>\n    user: [[ada-{a6}]]",
			"hub.{brand}.example:\n- user: ada\n  oauth_token: <<>>", "api_key: \"<<>>\"", "NODE_AUTH_TOKEN=<<>>", "const API_KEY = '<<>>';", "let token = \"<<>>\"", "String apiKey = \"<<>>\";", "@token=<<>>",
		}, []string{"registry=https://registry.{brand}.example/[[{a10}]]/", "# rotate with [[rotate-token-{a6}]]", "user.name=[[ada-{a6}]]", "etag: [[{h32}]]", "commit = [[{h40}]]"}, sceneLines},
	}

	statementScenes = []scene{
		{"statement", typedPassword, []string{
			"CREATE USER 'ada'@'%' IDENTIFIED BY '<<>>';", "ALTER ROLE ada WITH PASSWORD '<<>>';", "ALTER USER ada IDENTIFIED BY '<<>>' REPLACE 'x';", "UPDATE users SET password = '<<>>' WHERE id = [[{d9}]];", "GRANT ALL ON *.* TO 'a'@'b' IDENTIFIED BY '<<>>';",
			"SELECT id FROM users WHERE login='ada' AND password='<<>>';", "CREATE LOGIN ada WITH PASSWORD = '<<>>';", "SET PASSWORD FOR 'ada'@'%' = PASSWORD('<<>>');", "CREATE USER ada PASSWORD '<<>>' LOGIN;", "db.createUser({user: \"ada\", pwd: \"<<>>\", roles: []})",
		}, []string{"SELECT password_hint FROM users WHERE id = [[{d9}]];", "ALTER TABLE users ADD COLUMN [[password_{a6}]] text;", "SELECT '[[{h24}]]' AS token_type;", "INSERT INTO films (id, title) VALUES (7, '[[{word} {a8}]]');"}, sceneLines},
	}

	addressScenes = []scene{
		{"address", typedPassword, []string{
			"jdbc:mysql://ada:<<>>@db-{a8}.internal:3306/[[shop_{a6}]]", "jdbc:postgresql://db-{a8}.internal/shop?user=ada&password=<<>>&ssl=[[{word}{d4}]]", "jdbc:sqlserver://db-{a8}.internal;user=sa;password=<<>>;databaseName=[[shop{a6}]]", "ssh://ada:<<>>@git-{a6}.{brand}.example/[[{a10}.git]]",
			"redis://:<<>>@cache-{a6}.internal:6379/0", "amqp://ada:<<>>@mq-{a6}.internal/[[vhost{a6}]]", "mongodb://ada:<<>>@db-{a8}.internal:27017/[[shop{a6}]]?authSource=admin", "ftp://ada:<<>>@files.{brand}.example/[[{a10}.csv]]", "smtps://ada:<<>>@smtp.{brand}.example:465",
			"rtsp://admin:<<>>@cam-{a6}.local/[[stream{d4}]]", "sftp://ada:<<>>@files.{brand}.example:22/[[{a10}]]", "postgresql+psycopg2://ada:<<>>@db-{a8}.internal/[[shop{a6}]]", "https://ada:<<>>@{host}/[[{a10}]]", "Server=tcp:db-{a6}.internal,1433;User ID=ada;Password=<<>>;Encrypt=True;",
			"ldap://cn=admin:<<>>@ldap-{a6}.internal", "mysql://ada:<<>>@db-{a8}.internal/[[shop{a6}]]",
		}, []string{"mailto:ada@{brand}.example?subject=[[password%20reset%20{a8}]]", "ssh://git@git.{brand}.example/[[{a10}.git]]", "postgres://db-{a6}.internal:5432/[[shop_{a8}]]", "otpauth-migration docs [[v{d4}-{a6}]]", "https://{host}:8443/[[{a10}]]@2x.png", "geo:52.5,13.4;u=[[{d4}]]", "tel:+49-30-[[{d8}]]"}, sceneLines},
	}

	logScenes = []scene{
		{"log", sceneToken, []string{
			"DEBUG headers={Authorization=[Bearer <<>>], Accept=[*/*]}", "Authorization: Bearer <<>>", "Set-Cookie: sid=<<>>; Path=/; HttpOnly", "Cookie: theme=dark; session=<<>>", "auth_token=<<>> user_id=42 trace=[[{h32}]]", "\"GET /cb?access_token=<<>>&lang=en HTTP/1.1\" 302 0 \"-\" \"[[agent-{a6}]]\"",
			"token='<<>>' expires=3600", "{'access_token': '<<>>', 'expires_in': 3600, 'ref': '[[{h24}]]'}", "{\"session_id\"=>\"<<>>\", \"id\"=>\"[[{h24}]]\"}", "map[ref:[[{a10}]] token:<<>> user:ada]", "[\"token\"]=>\n  string(32) \"<<>>\"", "Config { token: \"<<>>\", retries: 3, name: \"[[{a10}]]\" }",
			"[token] => <<>>", "Session(user=ada, accessToken=<<>>, ref=[[{a10}]])", "#<User token: \"<<>>\", id: [[{d9}]]>", "&{Token:<<>> Ref:[[{a10}]]}", "got refresh_token: <<>>", "token -> <<>>", "access_token := \"<<>>\"", "X-Api-Key: <<>>",
			"2024-05-01T10:00:00Z INFO auth=Bearer <<>> status=200 id=[[{uuid}]]", "level=debug msg=\"login ok\" api_key=<<>> ref=[[{a10}]]", "| access_token | <<>> |", "**Token:** `<<>>`", "Access token\n<<>>\n", "new session <<>> for ada", "sessionid: <<>>",
		}, []string{"token expired [[{d5} s ago]]", "request id [[{uuid}]]", "tokens used: [[{d6}]] of 200000", "deployed [[{h40}]] to eu-west-1", "session closed after [[{d5}]] ms", "GET /tokens/[[{h24}]] 200", "cache key [[{h32}]]", "trace=[[{h32}]] span=[[{h16}]]", "api_key_id=[[{d9}]] rotated"}, sceneLines},
		{"path", sceneToken, []string{
			"GET /reset-password/<<>> HTTP/1.1\" 200 ref=[[{a10}]]", "Location: /invite/<<>>?lang=en", "path=/users/confirm/<<>> status=302 id=[[{uuid}]]", "<a href=\"/magic-link/<<>>\">[[{word} {a8}]]</a>", "fetch('/verify-email/<<>>')", "{\"url\":\"/account/activate/[[{d5}]]/<<>>\"}", "redirected to /unsubscribe/<<>>",
		}, []string{"GET /assets/[[{A20}.js]] 200", "path=/commit/[[{h40}]]", "GET /api/sessions/[[{uuid}]] 200", "fetch('/static/[[{h20}.css]]')", "/docs/reset-password/[[{word}-{a6}]]"}, sceneLines},
		{"log of a password", typedPassword, []string{
			"login failed for user=ada password=<<>> ip=10.0.0.7 ref=[[{a10}]]", "{'username': 'ada', 'password': '<<>>'}", "Login(user=ada, password=<<>>)", "params: {\"user\"=>\"ada\", \"password\"=>\"<<>>\"}", "map[password:<<>> user:ada]", "[password] => <<>>", "| password | <<>> |", "**Password:** `<<>>`",
			"PASS <<>>", "Password: <<>>", "Credentials { user: \"ada\", password: \"<<>>\" }", "pwd=<<>>; ref=[[{a10}]]", "passwd: <<>>", "user ada, password <<>>", "\"password\" : \"<<>>\"", "password = <<>>",
		}, []string{"password check took [[{d5} ms]]", "[[password authentication failed for user svc_{a6}]]", "password_policy=[[strict{d4}]]", "passwords do not match ([[{a8}]])", "| password | [[varchar({d3})]] |", "reset link sent, ref [[{a10}]]"}, sceneLines},
	}
)
