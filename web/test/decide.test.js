// The review over the real session: what a person decides comes out in the file
// that is saved, to the byte, and nowhere else.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { browsers, launch, temp } from './lib/browsers.js';
import { har, png } from './lib/hars.js';
import { listen, onDiskAs, pick, saved, state } from './lib/page.js';
import { violations } from './lib/schema.js';
import { onDisk, pagePolicy, redactNatively, root } from './lib/tool.js';

const { text, secrets } = har();
const [session, bearer, password] = secrets;
const input = onDiskAs('capture.har', text);
const native = join(temp(), 'native.har');
const report = redactNatively(input, native, pagePolicy);
const wanted = readFileSync(native, 'utf8');
const schema = JSON.parse(readFileSync(join(root, 'web/src/report.schema.json'), 'utf8'));

for (const name of browsers) {
  describe(name, () => {
    let browser, page, messages;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());
    afterEach(() => page?.close());

    async function open(file = input) {
      page = await browser.newPage();
      messages = listen(page);
      await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'languages', { value: ['en'] }));
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(onDisk());
      await pick(page, file);
      await state(page, 'done');
    }

    async function take(name) {
      const bytes = await saved(browser, name);
      rmSync(join(browser.downloads, name));
      return bytes;
    }
    const save = async (name = 'capture.redacted.har') => {
      await page.click('#save');
      return String(await take(name));
    };
    const title = () => page.$eval('h1', (h) => h.textContent);
    const until = (f, ...args) => page.waitForFunction(f, { timeout: 10_000 }, ...args);
    const press = (label, within = 'body') =>
      page.evaluate((label, within) => {
        const button = [...document.querySelectorAll(`${within} button`)].find((b) => b.innerText.trim() === label);
        if (!button) throw new Error(`there is no button ${label}`);
        button.click();
      }, label, within);
    /** Opens the finding that bears the placeholder. */
    const openFinding = (placeholder) =>
      page.evaluate((placeholder) => {
        const row = [...document.querySelectorAll('#room-findings .row')].find((r) => r.innerText.split(/\s/).includes(placeholder));
        row.click();
      }, placeholder);
    /** The placeholder that stands in the output where a value stood. */
    const placeholderOf = (value) => {
      const at = text.indexOf(value);
      return /REDACTED-[a-z]+-\d+/.exec(wanted.slice(wanted.indexOf(text.slice(at - 12, at)) + 12))[0];
    };
    const also = async (value) => {
      const before = await page.$$eval('.changes li', (list) => list.length);
      await page.type('.also input', value);
      await page.keyboard.press('Enter');
      await until((n) => document.querySelectorAll('.changes li').length > n, before);
    };

    test('no value is in the page before one holds to see it, and none after', async () => {
      await open();
      const holds = () => page.evaluate((list) => list.filter((s) => document.documentElement.outerHTML.includes(s)), secrets);
      assert.deepEqual(await holds(), []);
      await openFinding(placeholderOf(session));
      await page.focus('.reveal button');
      await page.keyboard.down(' ');
      await until((s) => document.querySelector('.value').textContent === s, session);
      assert.deepEqual(await holds(), [session]);
      await page.keyboard.up(' ');
      await until(() => !document.querySelector('.value.shown'));
      assert.deepEqual(await holds(), []);
      for (const id of ['requests', 'uninspected', 'settings', 'report', 'revocations']) {
        await page.click(`#tab-${id}`);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      // Requests, their raw text, decisions, the report: whatever one does.
      await page.click('#tab-requests');
      await page.waitForSelector('#room-requests .row');
      await page.evaluate(() => document.querySelectorAll('#room-requests .row')[3].click());
      await page.waitForSelector('.request .part');
      await page.click('.raw summary');
      await page.click('.request .toggle input');
      await page.click('#tab-findings');
      await openFinding(placeholderOf(password));
      await also('anna');
      await save();
      await page.click('#tab-report');
      await press('Save as data (JSON)');
      await take('capture.redacted.report.json');
      assert.deepEqual(await holds(), []);
      // Nor where the page would leave it behind, or tell it to others.
      const elsewhere = await page.evaluate(async () =>
        JSON.stringify([
          document.title, location.href, history.state, history.length, document.cookie, { ...localStorage }, { ...sessionStorage }, globalThis.name,
          (await indexedDB.databases?.()) ?? [], [...document.querySelectorAll('input')].map((i) => i.value),
          performance.getEntries().map((e) => e.name),
        ]));
      for (const secret of [...secrets, 'anna']) assert.ok(!elsewhere.includes(secret), elsewhere);
      assert.match(elsewhere, /"HAR Redactor",/);
      assert.match(elsewhere, /,null,\d,"",\{\},\{\},"",\[\]/, 'nothing is stored');
      assert.deepEqual(messages, []);
    });

    test('the output again: already redacted, and the same to the byte', async () => {
      await open(onDiskAs('capture.redacted.har', wanted));
      assert.equal(await title(), 'This file has already been redacted');
      assert.ok((await save()) === wanted, 'and no second note in its comment');
      assert.equal(JSON.parse(wanted).log.comment.match(/har-redactor/g).length, 1);
    });

    test('an export that Chrome sanitized: what it left behind', async () => {
      const doc = JSON.parse(text);
      doc.log.creator = { name: 'WebInspector', version: '537.36' };
      for (const { request, response } of doc.log.entries) {
        request.headers = [{ name: 'user-agent', value: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36' }];
        request.cookies = response.headers = [];
      }
      await open(onDiskAs('sanitized.har', JSON.stringify(doc)));
      assert.match(
        await page.$eval('.aside', (p) => p.innerText),
        /^Chrome left cookies and sign-in headers out when it exported this file\. It left in, and this page took out: Tokens and Passwords\.$/,
      );
    });

    test('a row says what the request was, and its bar when', async () => {
      const doc = JSON.parse(text);
      doc.log.entries[1].startedDateTime = '2026-01-15T10:00:00.050Z';
      doc.log.entries[1].response.status = 404;
      await open(onDiskAs('rows.har', JSON.stringify(doc)));
      await page.click('#tab-requests');
      await page.waitForSelector('#room-requests .row');
      const [row, bars] = await page.evaluate(() => {
        const rows = [...document.querySelectorAll('#room-requests .row')];
        return [rows[1].innerText, rows.slice(0, 2).map((r) => r.querySelector('.timeline-bar').getBoundingClientRect().left)];
      });
      for (const part of ['GET', 'app.example.com', '/seite/1?page=1&access_token=REDACTED-', '404', 'json', '60 byte', '13 ms', '6 removed']) {
        assert.ok(row.includes(part), `${part} is not in ${row}`);
      }
      assert.ok(bars[1] > bars[0] + 20, 'what began later stands further on');
    });

    test('a body is shown as what it is: JSON, a form, text, or JSON that is no string', async () => {
      const doc = JSON.parse(text);
      const contents = [
        { mimeType: 'application/json', text: '{"a":{"n":12345678901234567890}}' },
        { mimeType: 'text/plain', text: 'one\ntwo' },
        { mimeType: 'application/json', text: { rows: [{ id: 7 }] } },
        { mimeType: 'image/png', encoding: 'base64', text: Buffer.from(png()).toString('base64') },
      ];
      contents.forEach((content, i) => (doc.log.entries[i].response.content = content));
      doc.log.entries[1].request.postData = 'colour=green';
      await open(onDiskAs('bodies.har', JSON.stringify(doc)));
      await page.click('#tab-requests');
      await page.waitForSelector('#room-requests .row');
      const bodies = [];
      for (let i = 0; i < 4; i++) {
        await page.evaluate((i) => document.querySelectorAll('#room-requests .row')[i].click(), i);
        await until((n) => document.querySelector('.request h3').textContent === `Request ${n}` && document.querySelector('.request .part'), i + 1);
        bodies.push(
          await page.$$eval('.request .part', (list) => Object.fromEntries(list.map((p) => [p.querySelector('h4').textContent, p.lastElementChild.innerText]))),
        );
      }
      assert.equal(bodies[0]['Response body'], '{\n  "a": {\n    "n": 12345678901234567890\n  }\n}');
      assert.equal(bodies[1]['Response body'], 'one\ntwo');
      assert.equal(bodies[1]['Request body'], 'colour=green');
      assert.equal(bodies[2]['Response body'], '{\n  "rows": [\n    {\n      "id": 7\n    }\n  ]\n}');
      assert.equal(bodies[3]['Response body'], 'image/png, 50 kB: not shown.');
      assert.match(bodies[3]['Request body'], /^user\s+anna\s+password\s+••••••/);

      // What could not be looked into is named with its place, and leads there.
      await page.click('#tab-uninspected');
      assert.match(await page.$eval('#room-uninspected table', (e) => e.innerText), /Images\s+1\s+66\.7 kB\s+Requests\s+4/);
      await page.click('#room-uninspected .chip');
      await until(() => document.querySelector('#room-requests:not([hidden]) .request h3')?.textContent === 'Request 4');
      await page.click('#tab-uninspected');
      await page.click('#room-uninspected input[type=checkbox]');
      await page.waitForSelector('.changes li');
      const out = JSON.parse(await save('bodies.redacted.har'));
      assert.match(Buffer.from(out.log.entries[3].response.content.text, 'base64').toString(), /^REDACTED-body-\d+$/);
      assert.deepEqual(out.log.entries[2].response.content, contents[2]);
    });

    test('keep one secret: it alone is back in the file; undo gives the first file', async () => {
      await open();
      assert.ok((await save()) === wanted);
      const placeholder = placeholderOf(bearer);
      await openFinding(placeholder);
      await press('Keep it in the file …');
      await page.type('.notice.bad input', 'it has expired');
      await page.keyboard.press('Enter');
      await until((n) => document.querySelector('h1').textContent.startsWith(`${n} secret`), report.secrets.length - 1);
      const kept = await save();
      assert.ok(kept.includes(bearer) && !kept.includes(placeholder));
      assert.ok(!kept.includes(session) && !kept.includes(password));

      await page.click('#tab-report');
      await press('Save as data (JSON)');
      const bytes = await take('capture.redacted.report.json');
      const doc = JSON.parse(bytes);
      assert.deepEqual(violations(schema, doc), []);
      assert.deepEqual(doc.kept.map((k) => [k.placeholder, k.reason]), [[placeholder, 'it has expired']]);
      assert.equal(doc.file.sha256, createHash('sha256').update(kept).digest('hex'));
      assert.equal(doc.tool.build, await page.$eval('meta[name=build]', (m) => m.content));
      assert.match(doc.tool.name, /^har-redactor \d/);
      assert.equal(doc.policy.sha256, report.policyHash);
      assert.deepEqual(doc.policy, { preset: 'standard', personal: false, queries: 'keep', bodies: 'keep', sha256: report.policyHash });
      for (const secret of secrets) assert.ok(!bytes.includes(secret));

      await page.click('#undo');
      await until((n) => document.querySelector('h1').textContent.startsWith(`${n} secret`), report.secrets.length);
      assert.ok((await save()) === wanted);
    });

    test('remove something else: it goes everywhere, in any encoding', async () => {
      const odd = 'acme größe';
      const encoded = text
        .replace('/seite/3?', `/seite/3?q=${encodeURIComponent(odd)}&`)
        .replace('"name": "Accept",\n       "value": "*/*"', `"name": "Accept",\n       "value": "${Buffer.from(`a=${odd}!`).toString('base64')}"`)
        .replace('user=anna', `user=${odd}`);
      await open(onDiskAs('capture.har', encoded));
      assert.ok((await save()).includes(odd));
      await also(odd);
      const out = await save();
      assert.ok(!out.includes(odd) && !out.includes(encodeURIComponent(odd)));
      assert.ok(!out.includes(Buffer.from(`a=${odd}!`).toString('base64')));
      assert.equal(out.match(/REDACTED-manual-\d+/g).length, 2, 'in the clear places');
      JSON.parse(out);
      onDiskAs('capture.har', text);
    });

    test('a request: before and after, and what is selected goes', async () => {
      await open();
      await page.click('#tab-requests');
      await page.waitForSelector('#room-requests .row');
      await page.evaluate(() => document.querySelectorAll('#room-requests .row')[3].click());
      await page.waitForSelector('.request .part');
      const shown = await page.$eval('.request', (r) => r.innerText);
      assert.match(shown, /user\s+anna/);
      assert.match(shown, new RegExp(`password\\s+••••••.*${placeholderOf(password)}`));
      await page.click('.raw summary');
      const raw = await page.$eval('.raw pre', (pre) => [...pre.childNodes].map((n) => n.querySelector?.('ins')?.textContent ?? n.textContent).join(''));
      assert.ok(wanted.includes(raw), 'the raw text is a piece of the output to the byte');
      await page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('.request-content'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) if (walker.currentNode.data === 'anna') return document.getSelection().selectAllChildren(walker.currentNode.parentNode);
        throw new Error('not there');
      });
      await until(() => !document.querySelector('.selection').hidden);
      await press('Remove the selected text everywhere');
      await page.waitForSelector('.changes li');
      assert.ok(!(await save()).includes('anna'));
    });

    test('strict takes more out, and the way back gives the first file', async () => {
      const personal = text.replace('user=anna', 'email=anna%40example.com').replace('/seite/3?', '/seite/3?kunde=47113&');
      const file = onDiskAs('person.har', personal);
      redactNatively(file, native, { ...pagePolicy, preset: 'strict' });
      const strict = readFileSync(native, 'utf8');
      await open(file);
      const before = await title();
      const first = await save('person.redacted.har');
      assert.ok(first.includes('anna%40example.com') && first.includes('kunde=47113&page=3') && first.includes('注文'));
      await page.click('#tab-settings');
      await page.click('input[value=strict]');
      await until((before) => document.querySelector('h1').textContent !== before, before);
      const second = await save('person.redacted.har');
      assert.ok(!second.includes('anna%40example.com'));
      assert.match(second, /kunde=REDACTED-query-\d+&page=3/);
      assert.ok(!second.includes('注文'), 'a body is in the file');
      assert.ok(second === strict, 'as native core does it');
      await page.click('#undo');
      await until((before) => document.querySelector('h1').textContent === before, before);
      assert.ok((await save('person.redacted.har')) === first);
    });

    test('what to revoke: the hash by which its owner finds it', async () => {
      await open();
      await page.click('#tab-revocations');
      await page.waitForSelector('.cards li');
      const cards = await page.$eval('#room-revocations', (r) => r.innerText);
      for (const secret of [session, bearer]) assert.ok(cards.includes(createHash('sha256').update(secret).digest('hex')));
      assert.ok(!cards.includes(createHash('sha256').update(password).digest('hex')), 'a password is listed');
    });

    test('the session ends with its review', async () => {
      page = await browser.newPage();
      await page.evaluateOnNewDocument(() => {
        globalThis.alive = 0;
        const Real = Worker;
        globalThis.Worker = class extends Real {
          constructor(...args) {
            super(...args);
            globalThis.alive++;
          }
          terminate() {
            super.terminate();
            globalThis.alive--;
          }
        };
      });
      await page.goto(onDisk());
      await pick(page, input);
      await state(page, 'done');
      assert.ok((await page.evaluate(() => globalThis.alive)) > 0);
      await page.click('#again');
      await state(page, 'start');
      assert.equal(await page.evaluate(() => globalThis.alive), 0);
    });
  });
}
