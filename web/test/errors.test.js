// Files that are no HAR: a sentence that says what is wrong, where, and what to
// do, and no file.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { har, png } from './lib/hars.js';
import { assertNoFile, onDiskAs, pick, state } from './lib/page.js';
import { onDisk } from './lib/tool.js';

const { text, secrets } = har();
const cut = Math.floor(text.length * 0.6);

const cases = [
  { name: 'a picture', file: 'picture.png', data: png(), code: 'not-json', title: 'This is not a HAR file', where: /at byte 0\b/ },
  { name: 'an empty file', file: 'empty.har', data: '', code: 'empty', title: 'This file is empty', where: /no bytes at all/ },
  {
    name: 'a truncated file', file: 'cut.har', data: Buffer.from(text).subarray(0, cut), code: 'truncated',
    title: 'This file is cut off', where: new RegExp(`at byte ${cut.toLocaleString('en')}\\b`),
  },
  { name: 'JSON that is no HAR', file: 'other.json', data: '{"a":1}', code: 'not-har', title: 'This is not a HAR file', where: /log\.entries/ },
  {
    name: 'a damaged file', file: 'damaged.har', data: text.replace('"version":', '"version";'), code: 'syntax',
    title: 'This file is damaged', where: /at byte \d/,
  },
];

for (const name of browsers) {
  describe(name, () => {
    let browser, page, messages;
    before(async () => {
      browser = await launch(name);
      page = await browser.newPage();
      messages = [];
      page.on('console', (m) => messages.push(m.text()));
      await page.goto(onDisk());
    });
    after(() => browser.close());

    for (const c of cases) {
      test(c.name, async () => {
        await page.reload();
        await pick(page, onDiskAs(c.file, c.data));
        const shown = await state(page, 'failed');
        assert.equal(await page.$eval('[data-state]', (s) => s.dataset.code), c.code);
        assert.equal(await page.$eval('h1', (h) => h.textContent), c.title);
        assert.match(shown, c.where);
        assert.match(shown, /What to do\s+\S/);
        assert.match(shown, /Nothing was saved/);
        await assertNoFile(page, browser);
        assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
        const all = await page.content();
        for (const secret of secrets) assert.ok(![all, ...messages].some((s) => s.includes(secret)));
      });
    }

    test('after an error the next file works', async () => {
      await page.click('button');
      await pick(page, onDiskAs('capture.har', text));
      await state(page, 'done');
    });
  });
}
