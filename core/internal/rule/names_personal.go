package rule

// personalNames are about people. They give no access: they are counted, and
// replaced where the policy says so.
var personalNames = []Names{
	{Rule{"personal.email", "an e-mail address", "email", Personal, Any}, Param | Key | Header, []string{"email", "e-mail", "mail", "emailAddress", "email_address", "userEmail", "user_email", "X-Auth-Email", "X-Forwarded-Email", "X-Goog-Authenticated-User-Email", "login_hint", "client_email", "loginfmt", "contactEmail"}},
	{Rule{"personal.phone", "a phone number", "phone", Personal, Any}, Param | Key, []string{"phone", "phoneNumber", "phone_number", "mobile", "mobileNumber", "mobile_number", "telephone", "tel", "msisdn", "homePhone", "workPhone"}},
	{Rule{"personal.ip", "an IP address of a person", "ip", Personal, Any}, Param | Key | Header, []string{"X-Forwarded-For", "Forwarded", "X-Real-IP", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP", "Fastly-Client-IP", "ipAddress", "ip_address", "clientIp", "client_ip", "remoteAddr", "remote_addr", "userIp", "user_ip"}},
	{Rule{"personal.name", "a person's name", "name", Personal, Any}, Param | Key, []string{"firstName", "first_name", "lastName", "last_name", "fullName", "full_name", "givenName", "given_name", "familyName", "family_name", "surname", "middleName", "middle_name", "displayName", "display_name", "nickname"}},
	{Rule{"personal.address", "a postal address", "address", Personal, Any}, Param | Key, []string{"street", "streetAddress", "street_address", "address1", "address2", "addressLine1", "addressLine2", "address_line1", "postalCode", "postal_code", "zip", "zipCode", "zip_code", "postcode"}},
	{Rule{"personal.birthdate", "a date of birth", "birthdate", Personal, Any}, Param | Key, []string{"birthdate", "birth_date", "birthDate", "dateOfBirth", "date_of_birth", "dob", "birthday"}},
	{Rule{"personal.user", "the name or id of a user", "user", Personal, Any}, Param | Key | Header, []string{"username", "userName", "user_name", "loginName", "login_name", "userId", "user_id", "preferred_username", "upn", "unique_name", "sub", "NameID", "j_username", "pf.username", "X-Forwarded-User", "X-MS-CLIENT-PRINCIPAL-NAME", "X-MS-CLIENT-PRINCIPAL-ID", "X-ClickHouse-User", "X-Impersonate-User"}},
}
