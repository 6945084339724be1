package rule

// personalNames are about people. They give no access: they are counted, and
// replaced where the policy says so.
var personalNames = []Names{
	{Rule{"personal.email", "an e-mail address", "email", Personal, Any}, Param | Key, []string{
		"email", "e-mail", "e_mail", "mail", "emailAddress", "email_address", "email-address", "userEmail", "user_email", "contactEmail", "contact_email", "work_email", "workEmail", "customer_email", "customerEmail", "billing_email", "billingEmail", "primaryEmail", "primary_email", "secondaryEmail", "recipientEmail",
		"recipient_email", "senderEmail", "fromEmail", "toEmail", "replyTo", "reply_to", "loginEmail", "recovery_email", "recoveryEmail", "user[email]", "client_email", "verified_email", "newEmail", "new_email", "old_email", "ownerEmail", "createdByEmail",
		"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
	}},
	{Rule{"personal.email-header", "an e-mail address", "email", Personal, Any}, Header | Key, []string{
		"X-Auth-Email", "X-Forwarded-Email", "X-Goog-Authenticated-User-Email", "X-User-Email", "X-Auth-Request-Email", "Cf-Access-Authenticated-User-Email", "X-Authentik-Email", "Remote-Email", "X-Pomerium-Claim-Email", "X-AnchorMailbox",
	}},
	{Rule{"personal.login", "the name someone signs in with", "user", Personal, Any}, Param | Key, []string{
		"username", "user_name", "user-name", "loginName", "login_name", "loginId", "login_id", "login_hint", "loginHint", "logout_hint", "logoutHint", "loginfmt", "j_username", "pf.username", "preferred_username", "preferredUsername", "upn", "userPrincipalName", "unique_name", "samAccountName", "screen_name",
		"screenName", "userLogin", "user_login", "user[login]", "user[username]", "httpd_username", "cognito:username", "nt_user", "winaccountname", "SRP_USERNAME", "USER_ID_FOR_SRP",
	}},
	{Rule{"personal.login-param", "the name someone signs in with", "user", Personal, Any}, Param, []string{
		"user", "login", "log", "uname", "usr", "identifier", "un",
	}},
	{Rule{"personal.user-id", "the id of a user", "user", Personal, Any}, Param | Key, []string{
		"userId", "user_id", "user-id", "userGuid", "user_guid", "userUuid", "user_uuid", "sub", "NameID", "saml:NameID", "saml2:NameID", "subjectNameId", "subject_id", "subjectId", "personId", "person_id", "memberId", "member_id", "employeeId", "employee_id", "employeeNumber", "employee_number", "patientId", "patient_id",
		"customerId", "customer_id", "studentId", "student_id", "onPremisesSid", "immutableId", "homeAccountId", "localAccountId", "puid", "ajs_user_id", "distinct_id", "authorId", "author_id", "actorId", "actor_id", "assigneeId", "assignee_id", "reporterId", "createdById", "updatedById",
	}},
	{Rule{"personal.user-header", "the name or id of a user", "user", Personal, Any}, Header | Key, []string{
		"X-Forwarded-User", "X-Forwarded-Preferred-Username", "X-Auth-Request-User", "X-Auth-Request-Preferred-Username", "X-Goog-Authenticated-User-ID", "X-Amzn-Oidc-Identity", "X-MS-CLIENT-PRINCIPAL", "X-MS-CLIENT-PRINCIPAL-NAME", "X-MS-CLIENT-PRINCIPAL-ID", "X-ClickHouse-User", "X-Impersonate-User",
		"X-User", "X-User-Id", "X-Username", "X-User-Name", "X-Remote-User", "Remote-User", "Remote-Name", "X-Authenticated-User", "X-Authenticated-Userid", "X-Consumer-Username", "X-Credential-Username", "X-WEBAUTH-USER", "Impersonate-User", "X-Authentik-Username", "X-Authentik-Uid", "X-Customer-Id", "X-Account-Name",
	}},
	{Rule{"personal.phone", "a phone number", "phone", Personal, Any}, Param | Key, []string{
		"phone", "phoneNumber", "phone_number", "phone-number", "phoneNumbers", "mobile", "mobileNumber", "mobile_number", "mobilePhone", "mobile_phone", "cellPhone", "cell_phone", "telephone", "telephoneNumber", "tel", "msisdn", "homePhone", "home_phone", "workPhone", "work_phone", "businessPhone", "contactPhone", "contact_phone",
		"faxNumber", "fax", "callerId", "caller_id", "callerNumber", "whatsapp", "user[phone]", "billing_phone", "shipping_phone",
	}},
	{Rule{"personal.ip", "the IP address of a person", "ip", Personal, Any}, Param | Key, []string{
		"ip", "ipAddress", "ip_address", "ip-address", "ipAddr", "ip_addr", "ipv4", "ipv6", "clientIp", "client_ip", "clientIpAddress", "client_ip_address", "remoteAddr", "remote_addr", "remoteIp", "remote_ip", "remoteAddress", "userIp", "user_ip", "sourceIp", "source_ip", "src_ip", "publicIp", "public_ip", "lastLoginIp",
		"last_login_ip", "last_sign_in_ip", "current_sign_in_ip", "loginIp", "login_ip", "visitorIp", "visitor_ip", "requestIp", "uip",
	}},
	{Rule{"personal.ip-header", "the IP address of a person", "ip", Personal, Any}, Header | Key, []string{
		"X-Forwarded-For", "Forwarded", "X-Real-IP", "CF-Connecting-IP", "CF-Connecting-IPv6", "CF-Pseudo-IPv4", "True-Client-IP", "X-Client-IP", "X-Cluster-Client-IP", "Fastly-Client-IP", "Fly-Client-IP", "X-Original-Forwarded-For", "X-Forwarded", "Forwarded-For", "X-Remote-IP", "X-Remote-Addr", "X-Azure-ClientIP", "X-Azure-SocketIP",
		"X-Appengine-User-IP", "X-Envoy-External-Address", "X-Originating-IP", "X-Nf-Client-Connection-Ip", "Cloudfront-Viewer-Address", "X-ProxyUser-Ip", "Wl-Proxy-Client-Ip", "Proxy-Client-Ip", "X-Vercel-Forwarded-For", "X-Host-Ip",
	}},
	{Rule{"personal.name", "a person's name", "name", Personal, Any}, Param | Key, []string{
		"firstName", "first_name", "first-name", "fname", "lastName", "last_name", "last-name", "lname", "fullName", "full_name", "full-name", "givenName", "given_name", "given-name", "familyName", "family_name", "family-name", "surname", "middleName", "middle_name", "maidenName", "maiden_name", "displayName", "display_name",
		"nickname", "nick_name", "realName", "real_name", "preferredName", "preferred_name", "personName", "contactName", "contact_name", "customerName", "customer_name", "patientName", "patient_name", "cardholderName", "cardholder_name", "cardHolder", "nameOnCard", "name_on_card", "cc-name", "card[name]",
		"user_full_name", "userFullName", "userDisplayName", "vorname", "nachname", "prenom", "authorName", "author_name", "senderName", "sender_name", "recipientName", "recipient_name", "employeeName", "ownerName", "createdByName",
	}},
	{Rule{"personal.address", "a postal address", "address", Personal, Any}, Param | Key, []string{
		"address", "street", "streetAddress", "street_address", "street-address", "streetName", "street_name", "address1", "address2", "address3", "addressLine1", "addressLine2", "address_line1", "address_line2", "address_line_1", "address_line_2", "address-line1", "address-line2", "homeAddress", "home_address", "postalAddress", "postal_address",
		"mailingAddress", "mailing_address", "billingAddress", "billing_address", "shippingAddress", "shipping_address", "postalCode", "postal_code", "postal-code", "zip", "zipCode", "zip_code", "zip-code", "postcode", "post_code", "city", "town", "houseNumber", "house_number", "card[address_zip]", "billing_postcode", "formatted_address", "formattedAddress", "plz",
	}},
	{Rule{"personal.position", "the place where a person is", "address", Personal, Any}, Param | Key, []string{
		"latitude", "longitude", "gps", "latlng", "latLong", "geolocation",
	}},
	{Rule{"personal.birthdate", "a date of birth", "birthdate", Personal, Any}, Param | Key, []string{
		"birthdate", "birth_date", "birth-date", "dateOfBirth", "date_of_birth", "date-of-birth", "dob", "birthday", "bday", "birthYear", "birth_year", "yearOfBirth", "year_of_birth", "geburtsdatum", "geburtstag",
	}},
}
