package rule

import "strings"

// webhookFormats are URLs whose path lets whoever has it post. The secret is
// the path behind the part that names the service; the host stays.
var webhookFormats = []Format{
	webhookFormat("webhook.slack", "a Slack webhook", `hooks\.slack\.com/(?:services|workflows|triggers|actions|commands)/([A-Za-z0-9+_/\\-]{20,120})`, "hooks.slack.com"),
	webhookFormat("webhook.slack-gov", "a Slack webhook", `hooks\.slack-gov\.com/(?:services|workflows|triggers)/([A-Za-z0-9+_/\\-]{20,120})`, "hooks.slack-gov.com"),
	webhookFormat("webhook.discord", "a Discord webhook", `discord(?:app)?\.com/api/(?:v\d{1,2}/)?(?:webhooks|interactions)/(\d{17,20}/[\w-]{60,300})`, "discord.com", "discordapp.com"),
	webhookFormat("webhook.guilded", "a Guilded webhook", `media\.guilded\.gg/webhooks/([0-9a-f-]{36}/[A-Za-z0-9]{60,90})`, "media.guilded.gg"),
	webhookFormat("webhook.teams", "a Microsoft Teams webhook", `webhook\.office\.com/webhookb2/([0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36}(?:/[\w-]+)?)`, "webhook.office.com"),
	webhookFormat("webhook.teams-legacy", "a Microsoft Teams webhook", `outlook\.office(?:365)?\.com/webhook/([0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36})`, "outlook.office"),
	webhookFormat("webhook.google-chat", "a Google Chat webhook", `chat\.googleapis\.com/v1/spaces/([\w-]+/messages\?[\w=&;%.~-]*token=[\w=%.~-]{20,}[\w=&;%.~-]*)`, "chat.googleapis.com"),
	webhookFormat("webhook.webex", "a Webex webhook", `webexapis\.com/v1/webhooks/incoming/([A-Za-z0-9_-]{60,200})`, "webexapis.com"),
	webhookFormat("webhook.zapier", "a Zapier webhook", `hooks\.zapier\.com/hooks/catch/(\d+/[A-Za-z0-9]{5,40})`, "hooks.zapier.com"),
	webhookFormat("webhook.make", "a Make webhook", `hook\.(?:[a-z]{2}\d\.)?(?:make|integromat)\.com/([a-z0-9]{24,40})`, "hook.eu", "hook.us", "hook.make.com", "hook.integromat.com"),
	webhookFormat("webhook.ifttt", "an IFTTT webhook", `maker\.ifttt\.com/(?:trigger/[\w-]+/(?:json/)?with/key|use)/([\w-]{20,70})`, "maker.ifttt.com"),
	webhookFormat("webhook.workato", "a Workato webhook", `webhooks\.workato\.com/webhooks/rest/([0-9a-f-]{36}/[\w-]+)`, "webhooks.workato.com"),
	webhookFormat("webhook.airtable", "an Airtable webhook", `hooks\.airtable\.com/workflows/v1/genericWebhook/(app[A-Za-z0-9]{14}/wfl[A-Za-z0-9]{14}/wtr[A-Za-z0-9]{14})`, "hooks.airtable.com"),
	webhookFormat("webhook.power-automate", "a Power Automate webhook", `logic\.azure\.com(?::443)?/workflows/[0-9a-f]{32}/triggers/[\w-]+/(?:paths/invoke|run)[\w/-]*\?[\w=&;%.-]*sig=([\w%-]{30,})`, "logic.azure.com"),
	webhookFormat("webhook.pagerduty", "a PagerDuty integration URL", `events\.pagerduty\.com/(?:integration|x-ere)/([A-Za-z0-9]{20,40})`, "events.pagerduty.com"),
	webhookFormat("webhook.feishu", "a Feishu or Lark webhook", `open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/v2/hook/([\w-]{20,60})`, "open.feishu.cn", "open.larksuite.com"),
	webhookFormat("webhook.dingtalk", "a DingTalk webhook", `oapi\.dingtalk\.com/robot/send\?access_token=([0-9a-f]{64})`, "oapi.dingtalk.com"),
	webhookFormat("webhook.wecom", "a WeCom webhook", `qyapi\.weixin\.qq\.com/cgi-bin/webhook/(?:send|upload_media)\?[\w=&]*?key=([0-9a-f-]{36})`, "qyapi.weixin.qq.com"),
	webhookFormat("webhook.jira-automation", "a Jira automation webhook", `automation\.atlassian\.com/pro/hooks/([0-9a-f]{40,64})`, "automation.atlassian.com"),
	webhookFormat("webhook.netlify", "a Netlify build hook", `api\.netlify\.com/build_hooks/([0-9a-f]{24})`, "api.netlify.com"),
	webhookFormat("webhook.vercel", "a Vercel deploy hook", `api\.vercel\.com/v1/integrations/deploy/(prj_[A-Za-z0-9]{20,40}/[A-Za-z0-9]{8,20})`, "api.vercel.com"),
	webhookFormat("webhook.cloudflare-pages", "a Cloudflare Pages deploy hook", `api\.cloudflare\.com/client/v4/pages/webhooks/deploy_hooks/([0-9a-f-]{36})`, "api.cloudflare.com"),
	webhookFormat("webhook.render", "a Render deploy hook", `api\.render\.com/deploy/srv-[a-z0-9]{15,30}\?key=([\w-]{8,40})`, "api.render.com"),
	webhookFormat("webhook.healthchecks", "a Healthchecks ping URL", `hc-ping\.com/([0-9a-f-]{36}|[\w-]{20,24}/[\w-]+)`, "hc-ping.com"),
	webhookFormat("webhook.betterstack", "a Better Stack heartbeat URL", `uptime\.better(?:stack|uptime)\.com/api/v1/heartbeat/([A-Za-z0-9]{20,40})`, "uptime.betterstack.com", "uptime.betteruptime.com"),
	webhookFormat("webhook.mattermost", "a Mattermost or Rocket.Chat webhook", `hooks/([a-z0-9]{26}|[A-Za-z0-9]{17}/[A-Za-z0-9]{48,64}|[0-9a-f]{24}/[A-Za-z0-9]{48,64})`, "hooks/").where(mixed),
	webhookFormat("webhook.zoom", "a Zoom chat webhook", `(?:inbots|integrations)\.zoom\.us/(?:incoming/hook|chat/webhooks/incomingwebhook)/([\w-]{16,60})`, "inbots.zoom.us", "integrations.zoom.us"),
	webhookFormat("webhook.sumologic", "a Sumo Logic collector's URL", `collect(?:ion|ors)(?:\.[a-z]{2,4}\d?)?\.sumologic\.com/receiver/v1/http/([\w-]{60,120}={0,2})`, "collection.", "collectors."),
	webhookFormat("webhook.push", "the address of a browser's push messages", `fcm\.googleapis\.com/(?:fcm/send|wp)/([\w:-]{60,300})`, "fcm.googleapis.com"),
	webhookFormat("webhook.telegram", "a Telegram bot token", `api\.telegram\.org/(?:file/)?bot(\d{8,10}:[\w-]{35})`, "api.telegram.org"),
}

// webhookFormat is a row for the URL of a webhook.
func webhookFormat(id, reason, pattern string, prefix ...string) Format {
	return addressFormat(id, "webhook", reason, pattern, prefix...)
}

// addressFormat is a row for a URL from its host on. A slash outside of a
// class stands for every way to write one: bare, escaped for JSON, or
// percent-encoded as a parameter.
func addressFormat(id, kind, reason, pattern string, prefix ...string) Format {
	var b strings.Builder
	class := false
	for _, c := range pattern {
		switch {
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			b.WriteString(`(?:\\?/|%2[Ff])`)
			continue
		}
		b.WriteRune(c)
	}
	return secretFormat(id, kind, reason, b.String(), prefix...).within(1024).where(varied)
}
