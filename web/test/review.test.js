// What a person does in the review, with a scripted session: every value, figure
// and revision is known. The real session is looked at in decide.test.js.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { listen, onDiskAs, pick, saved, state } from './lib/page.js';
import { violations } from './lib/schema.js';
import { bringUp } from './lib/states.js';
import { buildFake, onDisk, root, withPolicy } from './lib/tool.js';

const fakeDist = buildFake();
const url = onDisk(fakeDist);
const locked = onDisk(withPolicy(fakeDist, '{"preset":"strict","lock":["session"]}'));
const broken = onDisk(withPolicy(fakeDist, '{"preset":'));
const path = onDiskAs('capture.har', '{}');
const schema = JSON.parse(readFileSync(join(root, 'web/src/report.schema.json'), 'utf8'));

for (const name of browsers) {
  describe(name, () => {
    let browser, page, messages;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());
    afterEach(() => page?.close());

    async function open(fake = {}, language = 'en', address = url) {
      page = await browser.newPage();
      messages = listen(page);
      await page.setViewport({ width: 1280, height: 900 });
      await bringUp(page, { state: fake.failure ? 'failed' : 'done', fake }, { url: address, pick, state, path, language });
    }

    const text = (selector) => page.$eval(selector, (e) => e.innerText.trim());
    const texts = (selector) => page.$$eval(selector, (list) => list.map((e) => e.innerText.trim()));
    const revision = () => page.evaluate(() => globalThis.fakeSession.revisions.at(-1));
    const value = (secret) => page.evaluate((s) => globalThis.fakeSession.reveal(s), secret);
    const room = '.room:not([hidden])';
    const tab = (id) => page.click(`#tab-${id}`);
    /** Waits until what f gives in the page is true. */
    const until = (f, ...args) => page.waitForFunction(f, { timeout: 5000 }, ...args);
    const press = (label, within = 'body') =>
      page.evaluate((label, within) => {
        const button = [...document.querySelectorAll(`${within} button`)].find((b) => b.innerText.trim() === label);
        if (!button) throw new Error(`there is no button ${label}`);
        button.click();
      }, label, within);
    const openRow = async (n) => {
      await page.waitForSelector(`${room} .row`);
      await page.evaluate((n, room) => document.querySelectorAll(`${room} .row`)[n].click(), n, room);
    };

    test('the verdict comes first, with what is left to decide and the proof', async () => {
      await open();
      const all = await page.evaluate(() => globalThis.fakeSession.findings());
      const hunted = all.filter((f) => f.everywhere).length;
      assert.equal(await text('h1'), '41 secrets removed from 312 requests');
      assert.match(await text('.facts-line'), /^\d+ need your decision\. 23 parts could not be read\.$/);
      // Of what is not looked for it cannot be said that it is nowhere.
      assert.ok(hunted < 41);
      assert.equal(await text('.verdict'), `The output was read again, and none of the ${hunted} secrets is in it.`);
      assert.equal(await text('.local'), `${41 - hunted} more are too short or too common to look for in other places: they were removed where they were found.`);
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
      assert.deepEqual(messages, []);
    });

    test('findings: one row a secret, masked; filter, search, sort', async () => {
      await open();
      const all = await page.evaluate(() => globalThis.fakeSession.findings());
      assert.equal(await text(`${room} .tools.under p`), '41 of 41');
      const first = await text(`${room} .row`);
      assert.match(first, new RegExp(all[0].placeholder));
      assert.match(first, new RegExp(`${all[0].mask.head}••••••${all[0].mask.tail} \\(${all[0].mask.length} characters\\)`));

      await page.select(`${room} .tools .field:nth-child(2) select`, 'password');
      const passwords = all.filter((f) => f.kind === 'password');
      assert.equal(await text(`${room} .tools.under p`), `${passwords.length} of 41`);
      // Nothing of a password shows, not even its ends.
      for (const row of await texts(`${room} .row`)) assert.match(row, /(^|\n|\s)•••••• \(9 characters\)/);

      await page.select(`${room} .tools .field:nth-child(2) select`, '');
      await page.type(`${room} input[type=search]`, all[5].placeholder);
      assert.equal(await text(`${room} .tools.under p`), '1 of 41');
      await page.$eval(`${room} input[type=search]`, (i) => {
        i.value = '';
        i.dispatchEvent(new Event('input'));
      });
      await page.select(`${room} .tools .field:nth-child(3) select`, 'places');
      const most = Math.max(...all.map((f) => f.occurrences));
      assert.match(await text(`${room} .row`), new RegExp(`${most} places`));
    });

    test('hold to reveal, by pointer, by keyboard, and by a press without holding', async () => {
      await open();
      await openRow(0);
      const secret = await value(0);
      const inPage = () => page.evaluate((s) => document.documentElement.outerHTML.includes(s), secret);
      const shows = () => until((s) => document.querySelector('.value').textContent === s, secret);
      const hides = () => until(() => document.querySelector('.value').textContent.includes('••••••'));
      assert.equal(await inPage(), false, 'the value is in the page before anybody asked');

      const box = await page.$('.reveal button');
      await box.scrollIntoView();
      await box.hover();
      await page.mouse.down();
      await shows();
      await page.mouse.move(5, 5);
      await page.mouse.up();
      await hides();
      assert.equal(await inPage(), false);

      await page.focus('.reveal button');
      await page.keyboard.down(' ');
      await shows();
      await page.keyboard.up(' ');
      await hides();
      assert.equal(await inPage(), false);

      // The focus goes while it is held.
      await page.keyboard.down(' ');
      await shows();
      await page.focus('#save');
      await hides();
      await page.keyboard.up(' ');

      // As a screen reader presses.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await page.$eval('.reveal button', (b) => b.click());
      await shows();
      await page.$eval('.reveal button', (b) => b.click());
      await hides();
      assert.equal(await inPage(), false);
      assert.deepEqual(messages, []);
    });

    test('keep a finding with a reason, see it in the report, and undo', async () => {
      await open();
      await openRow(2);
      await press('Keep it in the file …');
      await press('Keep it', '.finding');
      assert.equal(await text('.field-error:not(:empty)'), 'Please give a reason.');
      await page.type('.notice.bad input', 'it has expired');
      await page.keyboard.press('Enter');
      await until(() => document.querySelector('h1').textContent.startsWith('40 secrets'));
      assert.deepEqual((await revision()).keep, [{ secret: 2, reason: 'it has expired' }]);
      assert.match(await text('.verdict.bad'), /You chose to keep 1 secret/);
      assert.match(await text('.finding'), /You keep it in the file: it has expired/);
      assert.match(await text('.live:not(h2)'), /written again and checked/);

      await tab('report');
      await press('Save as data (JSON)');
      const doc = JSON.parse(await saved(browser, 'capture.redacted.report.json'));
      rmSync(join(browser.downloads, 'capture.redacted.report.json'));
      assert.deepEqual(doc.kept.map((k) => k.reason), ['it has expired']);
      assert.equal(doc.removed.secrets, 40);

      await page.click('#undo');
      await until(() => document.querySelector('h1').textContent.startsWith('41 secrets'));
      assert.deepEqual((await revision()).keep, []);
      assert.equal(await page.$('.changes'), null);
    });

    test('the policy of whoever runs the page: what it locks cannot be kept', async () => {
      await open({}, 'en', locked);
      assert.equal((await revision()).policy.preset, 'strict');
      const all = await page.evaluate(() => globalThis.fakeSession.findings());
      await openRow(all.findIndex((f) => f.kind === 'session'));
      assert.match(await text('.finding'), /this kind always goes/);
      assert.ok(!(await text('.finding')).includes('Keep it in the file'));
      await openRow(all.findIndex((f) => f.kind === 'cookie'));
      assert.match(await text('.finding'), /Keep it in the file/);
      await tab('settings');
      assert.equal(await page.$eval(`${room} input[type=radio]:checked`, (i) => i.value), 'own');
      await page.click(`${room} input[value=standard]`);
      await until(() => globalThis.fakeSession.revisions.at(-1).policy.preset === 'standard');
      assert.deepEqual((await revision()).policy.lock, ['session'], 'what is locked stays locked');
      await page.close();

      page = await browser.newPage();
      await bringUp(page, { state: 'failed', fake: {} }, { url: broken, pick, state, path });
      assert.equal(await page.$eval('[data-state]', (s) => s.dataset.code), 'policy');
    });

    test('decide: remove a short value everywhere, or leave it at that', async () => {
      await open();
      const before = Number(/^\d+/.exec(await text('.facts-line'))[0]);
      await press(`${before} need your decision.`);
      await until(() => document.querySelectorAll('.room:not([hidden]) .row').length > 0);
      assert.equal(await text(`${room} .tools.under p`), `${before} of 41`);
      await openRow(0);
      await press('Remove it everywhere');
      await until((n) => document.querySelector('.facts-line').textContent.startsWith(`${n} `), before - 1);
      const { also } = await revision();
      assert.equal(also.length, 1);
      const html = await page.content();
      assert.ok(!html.includes(also[0]), 'the value came into the page');
      await openRow(0);
      await press('Leave it at that');
      await until((n) => document.querySelector('.facts-line').textContent.startsWith(`${n} `), before - 2);
    });

    test('remove something else: typed, counted, taken back', async () => {
      await open();
      await page.type('.also input', 'ab');
      await page.keyboard.press('Enter');
      assert.equal(await text('.also .field-error'), 'Please give at least 3 characters.');
      await page.type('.also input', 'acme corp');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.changes li');
      assert.deepEqual((await revision()).also, ['abacme corp']);
      assert.match(await text('.changes'), /Removed everywhere: a text of 11 characters\s+Found in 3 places\./);
      assert.ok(!(await page.content()).includes('acme corp'), 'what was typed stands in the page');
      await page.type('.also input', 'nowhere');
      await page.keyboard.press('Enter');
      await until(() => document.querySelectorAll('.changes li').length === 2);
      assert.match(await text('.changes'), /It stands nowhere else/);
      await page.click('.changes li button');
      await until(() => document.querySelectorAll('.changes li').length === 1);
      assert.deepEqual((await revision()).also, ['nowhere']);
    });

    test('requests: search, open, before and after, each edit leads to its finding', async () => {
      await open();
      await tab('requests');
      await page.waitForSelector(`${room} .row`);
      assert.equal(await text(`${room} .tools.under p`), '312 of 312');
      await page.type(`${room} input[type=search]`, '401');
      await until(() => /^\d+ of 312$/.test(document.querySelector('.room:not([hidden]) .tools.under p').innerText) && !document.querySelector('.room:not([hidden]) .tools.under p').innerText.startsWith('312'));
      for (const row of await texts(`${room} .row`)) assert.match(row, /401/);
      await page.$eval(`${room} input[type=search]`, (i) => {
        i.value = '';
        i.dispatchEvent(new Event('input'));
      });
      await openRow(0);
      await page.waitForSelector('.part');
      assert.match(await text('.request'), /12345678901234567890/, 'a large number is shown as it is');
      assert.ok((await page.$$('.request .timeline, .request .timings li')).length > 0);
      const edit = await page.$eval('.request .edit', (b) => ({ before: b.querySelector('del').innerText, after: b.querySelector('ins').innerText }));
      assert.match(edit.before, /••••••/);
      assert.match(edit.after, /^REDACTED-[a-z]+-\d+$/);

      await page.click('.request .toggle input');
      await page.waitForSelector('.sided');
      assert.ok((await texts('.before .edit')).every((s) => s.includes('••••••') && !s.includes('REDACTED')));
      assert.ok((await texts('.after .edit')).every((s) => s.startsWith('REDACTED')));

      await page.click('.raw summary');
      await until(() => document.querySelector('.raw pre').childNodes.length > 0);
      const raw = await page.evaluate(async () => {
        const { segments } = await globalThis.fakeSession.request(0);
        const wanted = segments.map((s) => s.text ?? s.after).join('');
        const shown = [...document.querySelector('.raw pre').childNodes].map((n) => n.querySelector?.('ins')?.textContent ?? n.textContent).join('');
        return shown === wanted;
      });
      assert.ok(raw, 'the raw text is the entry to the byte');

      await page.$eval('.request .edit', (b) => b.click());
      await until((p) => document.querySelector('#tab-findings').ariaSelected === 'true' && document.querySelector('.finding')?.innerText.includes(p), edit.after);
      // And from the finding to a request.
      await page.$eval('.finding .chip', (b) => b.click());
      await page.waitForSelector('.request');
    });

    test('select text in a request to remove it everywhere', async () => {
      await open();
      await tab('requests');
      await openRow(0);
      await page.waitForSelector('pre.body');
      assert.equal(await page.$eval('.selection', (e) => e.hidden), true);
      const select = (wanted) =>
        page.evaluate((wanted) => {
          const walker = document.createTreeWalker(document.querySelector('pre.body'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(wanted);
            if (at < 0) continue;
            document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + wanted.length);
            return;
          }
          throw new Error('not there');
        }, wanted);
      await select('anna@example.com');
      await until(() => !document.querySelector('.selection').hidden);
      await press('Remove the selected text everywhere');
      await page.waitForSelector('.changes li');
      assert.deepEqual((await revision()).also, ['anna@example.com']);
      // Shown as JSON writes it, removed as it is.
      await page.waitForSelector('pre.body');
      await select('Hello\\nthere');
      await until(() => !document.querySelector('.selection').hidden);
      await press('Remove the selected text everywhere');
      await until(() => document.querySelectorAll('.changes li').length === 2);
      assert.equal((await revision()).also[1], 'Hello\nthere');
      // What is already out is no value.
      await page.waitForSelector('pre.body .edit');
      await page.evaluate(() => document.getSelection().selectAllChildren(document.querySelector('pre.body .edit')));
      await until(() => document.querySelector('.selection').hidden);
    });

    test('not inspected: what and how large, and the switch that removes it', async () => {
      await open();
      await press('23 parts could not be read.');
      assert.match(await text(room), /Images\s+18\s+1\.5 MB\s+Requests\s+9\s+19\s/);
      assert.match(await text(room), /Total\s+23\s+1\.7 MB/);
      await page.click(`${room} input[type=checkbox]`);
      await until(() => globalThis.fakeSession.revisions.at(-1).policy.bodies === 'remove-uninspected');
      await until(() => document.querySelector('.room:not([hidden])').innerText.includes('22 bodies that could not be looked into were removed.'));
      assert.equal(await page.$eval(`${room} input[type=checkbox]`, (i) => i.checked), true);
      assert.match(await text(room), /22 bodies\./, 'the switch says what it has removed');
      assert.match(await text(room), /Data packed too deeply\s+1\s+812 bytes\s+Requests\s+97/);
      await page.click(`${room} input[type=checkbox]`);
      await until(() => globalThis.fakeSession.revisions.at(-1).policy.bodies === undefined);
    });

    test('settings: presets and switches with what they change', async () => {
      await open();
      await tab('settings');
      assert.match(await text(room), /18 findings: E-mail addresses and IP addresses\./);
      await page.evaluate((room) => document.querySelectorAll(`${room} input[type=checkbox]`)[0].click(), room);
      await until(() => document.querySelector('h1').textContent.startsWith('47 values'));
      assert.equal((await revision()).policy.personal, true);
      assert.match(await text(room), /Now also removed: 18 findings of personal data\./);
      assert.match(await text('.changes'), /Also removed: Personal data/);
      await page.click(`${room} input[value=strict]`);
      await until(() => globalThis.fakeSession.revisions.at(-1).policy.preset === 'strict');
      await until(() => document.querySelector('.room:not([hidden]) input[type=checkbox]').disabled);
      assert.deepEqual(await page.$$eval(`${room} input[type=checkbox]`, (list) => list.map((i) => [i.checked, i.disabled])), [[true, true], [true, true], [true, true]]);
      assert.match(await text(room), /Now also removed: 3 values in addresses and 351 bodies\./);
      assert.equal(await text('h1'), '50 values removed from 312 requests');
      assert.match(await text(room), /Strict includes all of these\./);
      // A body goes as a whole; that is no matter of its being short.
      const local = (await page.evaluate(() => globalThis.fakeSession.findings())).filter((f) => !f.everywhere && f.kind !== 'body').length;
      assert.match(await text('.local'), new RegExp(`^${local} more are too short`));
      // In words, and with a way back that is not the last change alone.
      assert.match(await text('.changes'), /How much goes: Strict instead of Standard/);
      assert.equal((await page.$$('.changes li')).length, 1, 'what the preset implies is no change of its own');
      await page.click('#undo');
      await until(() => globalThis.fakeSession.revisions.at(-1).policy.preset === 'standard');
      assert.match(await text('.changes'), /Also removed: Personal data/);
      await press('Take back', '.changes');
      await until(() => globalThis.fakeSession.revisions.at(-1).policy.personal === undefined);
      assert.match(await text('.changes'), /There are none now\./);
    });

    test('after a change the focus is where it was', async () => {
      await open();
      await tab('settings');
      const focused = () => page.evaluate(() => document.activeElement.labels?.[0]?.textContent ?? document.activeElement.id);
      await page.focus(`${room} input[type=checkbox]`);
      await page.keyboard.press(' ');
      await page.waitForSelector('.changes');
      assert.equal(await focused(), 'Personal data');
      await page.keyboard.press(' ');
      await until(() => document.querySelector('.changes').innerText.includes('There are none now.'));
      assert.equal(await focused(), 'Personal data');
      await tab('findings');
      await page.type('.also input', 'acme corp');
      await page.keyboard.press('Enter');
      await until(() => document.querySelectorAll('.changes li').length === 1);
      assert.equal(await focused(), 'Text to remove');
      // What is gone gives the focus to the room.
      await page.focus('.changes li button');
      await page.keyboard.press('Enter');
      await until(() => document.querySelectorAll('.changes li').length === 0);
      assert.equal(await focused(), 'room-findings');
      // A change that cannot be followed changes nothing.
      await page.evaluate(() => (globalThis.fake.failRevision = { code: 'decision', offset: -1 }));
      await page.type('.also input', 'acme corp');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.refused:not([hidden])');
      assert.equal(await focused(), 'Text to remove');
    });

    test('who follows a link by keyboard comes to what it leads to', async () => {
      await open();
      const focused = () => page.evaluate(() => [document.activeElement.tagName, document.activeElement.innerText.split('\n')[0].trim()]);
      const enter = async (selector) => {
        await page.focus(selector);
        await page.keyboard.press('Enter');
      };
      const opened = (title) => until((title) => document.activeElement.tagName === 'H3' && document.activeElement.checkVisibility() && document.activeElement.textContent.startsWith(title), title);
      await enter('.facts-line button:nth-child(2)');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'room-uninspected');
      await enter(`${room} .chip`);
      await opened('Request 9');
      await openRow(0);
      await page.waitForSelector(`${room} .edit`);
      await enter(`${room} .edit`);
      await opened('Key');
      assert.equal(await page.$eval('#room-findings', (e) => e.hidden), false);
      await enter(`${room} .finding .chip`);
      await opened('Request ');
      await enter('.facts-line button');
      await until(() => document.activeElement.classList.contains('row'));
      assert.match((await focused())[1], /Password|code/);

      // What was done beside the list: the finding, or the request, has the focus.
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.deepEqual(await focused(), ['BUTTON', 'Remove it everywhere']);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.changes');
      await opened('Password');
      await openRow(1);
      await page.focus('.finding .notice button.quiet');
      await page.keyboard.press('Enter');
      await until(() => document.querySelectorAll('.finding .notice:not([hidden])').length === 0);
      assert.equal((await focused())[0], 'H3');
      await press('Keep it in the file …');
      await page.type('.notice.bad input', 'it has expired');
      await page.keyboard.press('Enter');
      await until(() => document.querySelector('.finding')?.innerText.includes('You keep it'));
      assert.equal((await focused())[0], 'H3');
      await tab('requests');
      await openRow(0);
      await page.waitForSelector('pre.body');
      await page.evaluate(() => document.getSelection().selectAllChildren(document.querySelector('.pairs dd')));
      await until(() => !document.querySelector('.selection').hidden);
      await page.focus('.selection button');
      await page.keyboard.press('Enter');
      await until(() => document.querySelectorAll('.changes li').length === 3);
      await opened('Request 1');
    });

    test('the switches of the strict preset, one by one', async () => {
      await open();
      await tab('settings');
      const said = await text(room);
      assert.match(said, /Values in addresses\s+3 values\. What stands/);
      assert.match(said, /All bodies\s+351 bodies\. What was sent/);
      assert.match(said, /Bodies that could not be inspected\s+22 bodies, 1\.7 MB\./);
      const flip = async (n, member, value) => {
        await page.evaluate((room, n) => document.querySelectorAll(`${room} input[type=checkbox]`)[n].click(), room, n);
        await until((m, v) => globalThis.fakeSession.revisions.at(-1).policy[m] === v, member, value);
      };
      await flip(1, 'queries', 'remove-unlisted');
      await until(() => document.querySelector('.effect')?.innerText === 'Now also removed: 3 values in addresses.');
      assert.match(await text(room), /Values in addresses\s+3 values\. What stands/);
      await tab('report');
      assert.match(await text(room), /Policy\s+Standard, and also removed: Values in addresses/);
      await tab('settings');
      await flip(2, 'bodies', 'remove');
      await until(() => document.querySelectorAll('.room:not([hidden]) input[type=checkbox]').length === 3);
      assert.match(await text('.changes'), /Also removed: Values in addresses[^]*Also removed: All bodies/);
      // What stands for many has no value to show.
      await tab('findings');
      await page.select(`${room} .tools .field:nth-child(2) select`, 'body');
      assert.match((await texts(`${room} .row`)).join(), /Bodies of requests[^]*Bodies of responses/);
      await openRow(0);
      assert.equal(await page.$('.reveal'), null);
      await tab('uninspected');
      assert.match(await text(room), /All bodies were removed/);
      await tab('settings');
      await flip(2, 'bodies', undefined);
      await until(() => document.querySelector('.effect')?.innerText === 'Back in the file: 351 bodies.');
    });

    test('the report as data follows its schema, and holds no value', async () => {
      await open();
      await tab('report');
      await press('Save as data (JSON)');
      const bytes = await saved(browser, 'capture.redacted.report.json');
      rmSync(join(browser.downloads, 'capture.redacted.report.json'));
      const doc = JSON.parse(bytes);
      assert.deepEqual(violations(schema, doc), []);
      assert.equal(doc.secrets.length, 41);
      assert.deepEqual({ ...doc.policy, sha256: '' }, { preset: 'standard', personal: false, queries: 'keep', bodies: 'keep', sha256: '' });
      // The checker can fail.
      assert.notDeepEqual(violations(schema, { ...doc, secrets: [{ ...doc.secrets[0], value: 'x' }] }), []);
      for (let i = 0; i < 41; i++) assert.ok(!bytes.includes(await value(i)));
    });

    test('the report for reading: one page, no script, no value', async () => {
      await open({}, 'de');
      await openRow(2);
      await press('In der Datei lassen …');
      await page.type('.notice.bad input', 'ist abgelaufen');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.changes li');
      await tab('report');
      await press('Zum Lesen und Drucken speichern (HTML)');
      const html = String(await saved(browser, 'capture.redacted.report.html'));
      rmSync(join(browser.downloads, 'capture.redacted.report.html'));
      assert.match(html, /^<!doctype html>/);
      assert.match(html, /<html lang="de"/);
      assert.match(html, /default-src 'none'/);
      assert.ok(!/<script|src=|href=/.test(html));
      assert.match(html, /40 Geheimnisse aus 312 Anfragen entfernt/);
      // The page that made it, the policy, and the file it speaks of, by their hashes.
      const policyHash = await page.evaluate(() => globalThis.fakeSession.outcome.report.policyHash);
      for (const hash of [await page.$eval('meta[name=build]', (m) => m.content), policyHash, /c0ffee[0-9a-f]{58}/.exec(html)[0]]) assert.ok(html.includes(hash));
      assert.match(html, /har-redactor 0\.1\.0/);
      assert.match(html, /ist abgelaufen/);
      assert.match(html, /Bilder<\/th><td>18<\/td><td>1,5.MB/);
      assert.match(html, /header\.access-token/);
      for (let i = 0; i < 41; i++) assert.ok(!html.includes(await value(i)));
    });

    test('already sent it: what to revoke, never what could be guessed', async () => {
      await open();
      await tab('revocations');
      await page.waitForSelector(`${room} .cards li`);
      const cards = await texts(`${room} .cards li`);
      const all = await page.evaluate(() => globalThis.fakeSession.findings());
      assert.equal(cards.length, all.filter((f) => f.mask.length >= 20).length);
      const jwt = cards.find((c) => c.startsWith('Signed token'));
      assert.match(jwt, /https:\/\/login\.example\.com/);
      assert.match(jwt, /user-8841/);
      assert.match(jwt, /has expired/);
      assert.match(jwt, /[0-9a-f]{64}/);
      assert.ok(cards.some((c) => c.includes('Bound to a key')) && cards.some((c) => c.includes('Whoever has it can use it')));
      await press('Save the list (JSON)');
      const list = JSON.parse(await saved(browser, 'capture.redacted.revocations.json'));
      rmSync(join(browser.downloads, 'capture.redacted.revocations.json'));
      assert.equal(list.length, cards.length);
      for (const r of list) assert.deepEqual(Object.keys(r), ['placeholder', 'kind', 'host', 'issuer', 'subject', 'id', 'expires', 'bearer', 'sha256']);
      for (const { secret } of all) assert.ok(!JSON.stringify(list).includes(await value(secret)));
    });

    test('verify this page: how, whether it is offline now, and the hash to compare', async () => {
      await open();
      const proof = '.proof';
      assert.equal(await page.$eval(proof, (d) => d.open), false);
      await page.focus(`${proof} summary`);
      await page.keyboard.press('Enter');
      // The event that fills the line comes after the element has opened.
      await until(() => document.querySelector('.proof[open] [role=status]')?.textContent);
      const said = await text(proof);
      for (const step of [/Disconnect from the network/, /developer tools/, /SHA256SUMS/]) assert.match(said, step);
      assert.ok(said.includes(await page.$eval('meta[name=build]', (m) => m.content)));
      const line = await text('.proof [role=status]');
      const now = (online) =>
        page.evaluate((online) => {
          Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
          dispatchEvent(new Event(online ? 'online' : 'offline'));
        }, online);
      await now(false);
      const offline = await text('.proof [role=status]');
      assert.match(offline, /offline/);
      assert.notEqual(offline, line);
      await now(true);
      assert.equal(await text('.proof [role=status]'), line);
    });

    test('a file that was redacted before, and one that Chrome sanitized, say so', async () => {
      await open({ findings: 0, report: { earlier: true, inputBytes: 5, outputBytes: 5, notInspected: null } });
      assert.equal(await text('h1'), 'This file has already been redacted');
      assert.match(await text('.verdict'), /byte for byte/);
      await page.close();
      await open({ findings: 7, report: { sanitized: true } });
      assert.match(await text('.aside'), /Chrome left cookies and sign-in headers out.*It left in, and this page took out: /);
    });

    test('the rooms by keyboard', async () => {
      await open();
      await page.focus('#tab-findings');
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-requests');
      assert.equal(await page.$eval('#room-findings', (e) => e.hidden), true);
      await page.keyboard.press('End');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-revocations');
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-findings');
      // Into the list, down to its end and back.
      await page.focus(`${room} .row[tabindex="0"]`);
      await page.keyboard.press('End');
      await until(() => document.activeElement.parentElement.ariaPosInSet === '41');
      await page.keyboard.press('Home');
      await until(() => document.activeElement.parentElement.ariaPosInSet === '1');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await until(() => document.querySelector('.finding'));
      assert.equal(await page.$eval('.row[aria-current]', (b) => b.parentElement.ariaPosInSet), '2');
      assert.equal((await page.$$(`${room} .row[tabindex="0"]`)).length, 1, 'the list is one stop of the Tab key');
    });

    test('on a narrow screen the row takes the place of its list, and gives it back', async () => {
      await open();
      await page.setViewport({ width: 320, height: 640 });
      await openRow(1);
      await until(() => document.activeElement.tagName === 'H3');
      assert.equal(await page.$eval(`${room} .split-list`, (e) => e.offsetParent), null);
      await press('Back to the list', room);
      await until(() => document.activeElement.classList.contains('row'));
    });

    test('on a narrow screen the tab of the open room stays in sight, also after a change', async () => {
      await open();
      await page.setViewport({ width: 320, height: 640 });
      const inSight = () =>
        page.$eval('[role=tab][aria-selected=true]', (e) => {
          const [tab, bar] = [e.getBoundingClientRect(), e.parentElement.getBoundingClientRect()];
          return tab.left >= bar.left - 1 && tab.right <= bar.right + 1;
        });
      await page.$eval('#tab-settings', (b) => b.click());
      assert.ok(await inSight());
      await page.evaluate((room) => document.querySelector(`${room} input[type=checkbox]`).click(), room);
      await page.waitForSelector('.changes');
      assert.equal(await page.$eval('[role=tab][aria-selected=true]', (e) => e.id), 'tab-settings');
      assert.ok(await inSight());
    });

    test('a change that fails ends the review without a file', async () => {
      await open();
      await page.evaluate(() => (globalThis.fake.failRevision = { code: 'verify', offset: 7 }));
      await page.type('.also input', 'acme corp');
      await page.keyboard.press('Enter');
      await state(page, 'failed');
      assert.equal(await text('h1'), 'The check of the result failed');
      assert.equal(await page.$('a[download]'), null);
      assert.equal(await page.evaluate(() => globalThis.fakeClosed), 1, 'the session is closed');
    });

    test('while the file is written again there is nothing to save', async () => {
      await open({ slow: 300 });
      await page.type('.also input', 'acme corp');
      await page.keyboard.press('Enter');
      await until(() => document.querySelector('.busy:not([hidden])'));
      assert.equal(await page.$eval('#save', (a) => a.closest('[inert]') !== null), true);
      await until(() => document.querySelector('.changes li'));
      assert.equal(await page.$eval('#save', (a) => a.closest('[inert]') !== null), false);
    });

    test('the language: chosen by the browser, switched on the page, nothing lost', async () => {
      await open({}, 'de-AT');
      assert.equal(await text('h1'), '41 Geheimnisse aus 312 Anfragen entfernt');
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
      await page.type('.also input', 'acme corp');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.changes li');
      await page.select('#language', 'en');
      assert.equal(await text('h1'), '42 secrets removed from 312 requests');
      assert.ok(await page.$('.changes li'), 'the decisions are still there');
      assert.equal(await page.evaluate(() => globalThis.fakeClosed), undefined, 'the session is still open');
    });
  });
}
