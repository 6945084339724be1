package rule

// sessionNames are sessions outside cookies.
var sessionNames = []Names{
	{Rule{"session.id", "a session: whoever has it is signed in", "session", Secret, Token}, Param | Key, []string{"sid", "session", "sessionid", "session_id", "session-id", "sessionId", "sessid", "sess_id", "jsessionid", "PHPSESSID", "phpsessid", "asp.net_sessionid", "session_token", "sessionToken", "session_key", "sessionKey", "cfid", "cftoken", "sessionHandle", "connect.sid", "user_session", "userSession", "sessionCookie", "session_cookie"}},
	{Rule{"session.connection", "the handle of a live connection", "session", Secret, Token}, Param | Key, []string{"connectionToken", "connection_token"}},
	{Rule{"session.param", "a token in a URL", "token", Secret, Token}, Param, []string{"auth", "authkey", "rlkey", "resourcekey", "wstoken", "private_token", "feed_token", "rss_token", "job_token", "tk", "tok", "at", "sso", "__clerk_db_jwt", "bewit", "X-Plex-Token", "access_key", "hapikey", "upload_id"}},
}
