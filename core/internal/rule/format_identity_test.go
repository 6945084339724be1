package rule

import (
	"encoding/base64"
	"testing"
)

// samlExample is the base64 of a SAML message, for the templates.
func samlExample(xml string) string {
	return base64.StdEncoding.EncodeToString([]byte(xml + ` xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0" IssueInstant="2024-01-01T00:00:00Z"><saml:Issuer>https://idp.example</saml:Issuer>`))
}

func gssExample(der ...byte) string {
	return base64.StdEncoding.EncodeToString(der)
}

var identityExamples = []formatExample{
	{"identity.cas", "«ST-{d4}-{A19}4-cas01».example.org", "TGT-{d21}-{A32}7", "ST-{d4}-{A8}"},
	{"identity.phoenix", "SFMyNTY.g2gD{w80}.{w43}", "SFMyNTY.{w200}.{w43}", "SFMyNTY.{w200}"},
	{"identity.duo", "TX|{b40}|«{h40}»", "AUTH|{b40}|«{h128}»", "TX|{b40}|{h20}"},
	{"identity.view-state", "/«wEPDwUK{b100}»", "/«wEdAA{b100}==»", "/wEPDwUK{b20}"},
	{"identity.saml", samlExample("<samlp:Response"), samlExample(`<?xml version="1.0"?><Assertion`), samlExample("<samlp:AuthnRequest")},
	{"identity.kerberos", gssExample(0x60, 0x82, 6, 1, 6, 6, 0x2b, 6, 1, 5, 5, 2) + "{b400}", gssExample(0xa1, 0x82, 1, 0, 0x30, 0x82, 1, 0, 0xa0, 3, 10, 1) + "{b200}", "YII{A200}"},
	{"identity.kerberos-raw", gssExample(0x60, 0x7b, 6, 6, 0x2b, 6, 1, 5, 5, 2, 0xa0, 0x71) + "{b140}", gssExample(0x60, 0x7b, 6, 6, 0x2b, 6, 1, 5, 5, 2, 0xa0, 0x71) + "{b100}==", "YHs{A120}"},
	{"identity.negotiate", "Negotiate «YII{b80}»", "Negotiate «oYG{b40}==»", "Negotiate them"},
	{"identity.ntlm", "TlRMTVNTUAAD{b200}=", "TlRMTVNTUAAB{b40}", "TlRMTVNTUx{b40}"},
	{"identity.django", "eyJ{w60}:{A6}:{w43}", "eJx{w80}:{A6}:{w27}", "eyJ{w60}:{A5}:{w43}"},
	{"identity.flask", "eyJ{w60}.{w6}.{w27}", "eJw{w80}.{w6}.{w27}", "eyJ{w60}.{w40}.{w43}"},
	{"identity.express", "s:{w32}.{b43}", "s%3A{w32}.{A20}%2B{A22}", "s:{w10}.{b43}"},
	{"identity.rails", "{b200}--{b16}--{b22}==", "{A60}%2B{A40}%3D--{A16}--{A10}%2F{A11}%3D%3D", "{b200}--{b15}--{b22}=="},
	{"identity.rails-signed", "{A200}==--{h40}", "{A100}%3D--{h64}", "{A200}==--{h39}"},
	{"identity.laravel", "eyJpdiI6{A200}=", "eyJpdiI6{b200}%3D", "eyJpdiI6{A40}"},
	{"identity.aspnet", "CfDJ8{w150}", "CfDJ8{w900}", "CfDJ8{w20}"},
	{"identity.paseto", "v4.local.{w120}", "v2.public.{w120}.{w20}", "v9.local.{w120}"},
	{"identity.fernet", "gAAAAAB{w96}==", "gAAAAAB{w120}", "gAAAAAB{w30}AAAA{w40}"},
	{"identity.iron", "Fe26.2*1*{h64}*{w22}*{w80}**{h64}*{w43}", "Fe26.2**{h64}*{w22}*{w80}**{h64}*{w43}", "Fe26.2*{h20}"},
	{"identity.entra", "0.A{w30}.{w400}", "1.A{w30}.Ag{w60}.{w80}", "0.A{w30}.{w20}"},
	{"identity.msa-code", "M.C{d3}_BAY.2.U.{uuid}", "M.R3_BAY.-{A120}", "M.X{d3}_BAY.{A60}"},
	{"identity.msa", "EwB{A400}", "EwA{b800}==", "EwB{A60}"},
	{"identity.okta", "00{A36}aZbY", "00{w36}aZbY", "01{A36}aZbY"},
	{"identity.duo-activation", "{A20}-YXBpL{A31}", "duo://«{A20}-YXBpL{A27}»", "{A20}-YXBpL{A6}"},
	{"identity.stytch", "secret-live-{w27}=", "secret-test-{w32}", "secret-live-{w10}"},
	{"identity.ory-token", "ory_at_{w43}.{w43}", "ory_rt_{w43}.{w43}", "ory_at_{w43}"},
	{"identity.ory-session", "ory_st_{A32}", "ory_pat_{A32}", "ory_st_{A12}"},
	{"identity.auth0-state", "hKFo2SB{A120}", "hXFo2SB{w100}", "hKFo2SB{A20}"},
	{"identity.par", "urn:ietf:params:oauth:request_uri:«{w43}»", "urn:ietf:params:oauth:request_uri:«{uuid}»", "urn:ietf:params:oauth:grant-type:{w43}"},
	{"identity.par-escaped", "urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A«{w43}»", "urn%3aietf%3aparams%3aoauth%3arequest_uri%3a«{w43}»", "urn%3Aietf%3Aparams%3Aoauth%3A{w43}"},
	{"identity.sapisidhash", "SAPISIDHASH 17{d8}_«{h40}»", "SAPISID1PHASH 17{d8}_«{h40}»", "SAPISIDHASH 17{d8}_{h30}"},
	{"identity.clerk-browser", "dvb_{A25}aZ", "dvb_{A25}Zb", "dvb_{A12}"},
}

func TestSessionsBehindADot(t *testing.T) {
	// The dot of a compressed Django session may be taken for its own word.
	r := exampleRand("dot")
	for _, template := range []string{".eJx{w80}:{A6}:{w43}", ".eJw{w80}.{w6}.{w27}"} {
		v, _, _ := fillTemplate(template, r)
		for i := range 2 {
			if m, ok := FormatAt([]byte(v), i); !ok || m.Start != i || m.End != len(v) {
				t.Errorf("FormatAt(%q, %d) = %v, %v", v, i, m, ok)
			}
		}
	}
}
