package rule

import "testing"

var webhookExamples = []formatExample{
	{"webhook.push", "https://fcm.googleapis.com/fcm/send/«{w22}:APA91b{w134}»", "https://fcm.googleapis.com/wp/«{w22}:APA91b{w134}»", "https://fcm.googleapis.com/fcm/send"},
	{"webhook.slack", "https://hooks.slack.com/services/«T{U8}/B{U8}/{A24}»", "https://hooks.slack.com/workflows/«T{U8}/A{U8}/{d18}/{A24}»", "https://hooks.slack.com/services/{A8}"},
	{"webhook.slack-gov", "https://hooks.slack-gov.com/services/«T{U8}/B{U8}/{A24}»", "https://hooks.slack-gov.com/services/«T{U8}/B{U8}/{A24}»", "https://hooks.slack-gov.com/docs"},
	{"webhook.discord", "https://discord.com/api/webhooks/«{d18}/{w68}»", "https://canary.discordapp.com/api/v10/webhooks/«{d19}/{w68}»", "https://discord.com/api/webhooks/{d18}"},
	{"webhook.guilded", "https://media.guilded.gg/webhooks/«{uuid}/{A86}»", "https://media.guilded.gg/webhooks/«{uuid}/{A86}»", "https://media.guilded.gg/webhooks/{uuid}"},
	{"webhook.teams", "https://acme.webhook.office.com/webhookb2/«{uuid}@{uuid}/IncomingWebhook/{h32}/{uuid}»", "https://acme.webhook.office.com/webhookb2/«{uuid}@{uuid}/IncomingWebhook/{h32}/{uuid}/V2{A43}»", "https://acme.webhook.office.com/webhookb2/{uuid}"},
	{"webhook.teams-legacy", "https://outlook.office.com/webhook/«{uuid}@{uuid}/IncomingWebhook/{h32}/{uuid}»", "https://outlook.office365.com/webhook/«{uuid}@{uuid}/IncomingWebhook/{h32}/{uuid}»", "https://outlook.office.com/webhook/{uuid}"},
	{"webhook.google-chat", "https://chat.googleapis.com/v1/spaces/«{A11}/messages?key={A39}&token={w43}»", "https://chat.googleapis.com/v1/spaces/«{A11}/messages?threadKey=x&token={A43}%3D»", "https://chat.googleapis.com/v1/spaces/{A11}/messages"},
	{"webhook.webex", "https://webexapis.com/v1/webhooks/incoming/«{A80}»", "https://webexapis.com/v1/webhooks/incoming/«{A120}»", "https://webexapis.com/v1/webhooks/{A80}"},
	{"webhook.zapier", "https://hooks.zapier.com/hooks/catch/«{d7}/{a7}»", "https://hooks.zapier.com/hooks/catch/«{d8}/{a6}»", "https://hooks.zapier.com/hooks/standard/{d7}"},
	{"webhook.make", "https://hook.eu1.make.com/«{a32}»", "https://hook.integromat.com/«{a32}»", "https://hook.eu1.make.com/{a10}"},
	{"webhook.ifttt", "https://maker.ifttt.com/trigger/door/with/key/«{w43}»", "https://maker.ifttt.com/trigger/door/json/with/key/«{w22}»", "https://maker.ifttt.com/trigger/door"},
	{"webhook.workato", "https://webhooks.workato.com/webhooks/rest/«{uuid}/order»", "https://webhooks.workato.com/webhooks/rest/«{uuid}/a-b»", "https://webhooks.workato.com/webhooks/rest/x"},
	{"webhook.airtable", "https://hooks.airtable.com/workflows/v1/genericWebhook/«app{A14}/wfl{A14}/wtr{A14}»", "https://hooks.airtable.com/workflows/v1/genericWebhook/«app{A14}/wfl{A14}/wtr{A14}»", "https://hooks.airtable.com/workflows/v1/genericWebhook/app{A14}"},
	{"webhook.power-automate", "https://prod-07.westus.logic.azure.com:443/workflows/{h32}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=«{w43}»", "https://prod-07.westus.logic.azure.com/workflows/{h32}/triggers/manual/paths/invoke?sig=«{w43}»", "https://prod-07.westus.logic.azure.com:443/workflows/{h32}/triggers/manual/paths/invoke?sp=1"},
	{"webhook.pagerduty", "https://events.pagerduty.com/integration/«{h32}»/enqueue", "https://events.pagerduty.com/x-ere/«{A32}»", "https://events.pagerduty.com/v2/enqueue"},
	{"webhook.feishu", "https://open.feishu.cn/open-apis/bot/v2/hook/«{uuid}»", "https://open.larksuite.com/open-apis/bot/v2/hook/«{uuid}»", "https://open.feishu.cn/open-apis/bot/v2/{uuid}"},
	{"webhook.dingtalk", "https://oapi.dingtalk.com/robot/send?access_token=«{h64}»", "https://oapi.dingtalk.com/robot/send?access_token=«{h64}»", "https://oapi.dingtalk.com/robot/send?access_token={h60}"},
	{"webhook.wecom", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=«{uuid}»", "https://qyapi.weixin.qq.com/cgi-bin/webhook/upload_media?type=file&key=«{uuid}»", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"},
	{"webhook.jira-automation", "https://automation.atlassian.com/pro/hooks/«{h40}»", "https://automation.atlassian.com/pro/hooks/«{h40}»", "https://automation.atlassian.com/pro/hooks/{h30}"},
	{"webhook.netlify", "https://api.netlify.com/build_hooks/«{h24}»", "https://api.netlify.com/build_hooks/«{h24}»", "https://api.netlify.com/sites/{h24}"},
	{"webhook.vercel", "https://api.vercel.com/v1/integrations/deploy/«prj_{A28}/{A10}»", "https://api.vercel.com/v1/integrations/deploy/«prj_{A32}/{A10}»", "https://api.vercel.com/v1/integrations/prj_{A28}"},
	{"webhook.cloudflare-pages", "https://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/«{uuid}»", "https://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/«{uuid}»", "https://api.cloudflare.com/client/v4/zones/{uuid}"},
	{"webhook.render", "https://api.render.com/deploy/srv-{a20}?key=«{w11}»", "https://api.render.com/deploy/srv-{a20}?key=«{w20}»", "https://api.render.com/deploy/srv-{a20}"},
	{"webhook.healthchecks", "https://hc-ping.com/«{uuid}»", "https://hc-ping.com/«{A22}/nightly-backup»", "https://hc-ping.com/about"},
	{"webhook.betterstack", "https://uptime.betterstack.com/api/v1/heartbeat/«{A24}»", "https://uptime.betteruptime.com/api/v1/heartbeat/«{A24}»", "https://uptime.betterstack.com/api/v1/monitors/{A24}"},
	{"webhook.mattermost", "https://chat.example/hooks/«{a26}»", "https://chat.example/hooks/«{A17}/{A64}»", "https://chat.example/hooks/{a20}"},
	{"webhook.zoom", "https://inbots.zoom.us/incoming/hook/«{w24}»", "https://integrations.zoom.us/chat/webhooks/incomingwebhook/«{w22}»", "https://inbots.zoom.us/incoming/{w24}"},
	{"webhook.sumologic", "https://endpoint2.collection.sumologic.com/receiver/v1/http/«{w88}==»", "https://collectors.eu.sumologic.com/receiver/v1/http/«{w90}»", "https://collectors.sumologic.com/api/v1/{A80}"},
	{"webhook.telegram", "https://api.telegram.org/bot«{d10}:AA{w33}»/sendMessage", "https://api.telegram.org/file/bot«{d9}:AA{w33}»/x", "https://api.telegram.org/bot{d10}"},
}

func TestWebhookSlashes(t *testing.T) {
	r := exampleRand("slashes")
	for _, template := range []string{
		`https:\/\/hooks.slack.com\/services\/«T{U8}\/B{U8}\/{A24}»"`,
		`https:\/\/discord.com\/api\/webhooks\/«{d18}\/{w68}»"`,
		"discord.com%2Fapi%2Fwebhooks%2F«{d18}%2F{w68}»",
	} {
		value, start, end := fillTemplate(template, r)
		all := formatsOf([]byte(value))
		if len(all) != 1 || all[0].Start != start || all[0].End != end {
			t.Errorf("%q: %s, want %d:%d", value, idsOf(all), start, end)
		}
	}
}
