// What a person decided is not lost by a slip: who leaves a review whose decisions
// are in no saved file is asked, and nobody else is.

import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { listen, onDiskAs, pick, saved, state } from './lib/page.js';
import { bringUp } from './lib/states.js';
import { buildFake, onDisk } from './lib/tool.js';

const url = onDisk(buildFake());
const path = onDiskAs('capture.har', '{}');

for (const name of browsers) {
  describe(name, () => {
    let browser, page, messages;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());
    afterEach(() => page?.close());

    async function open(fake = {}, files = 0) {
      page = await browser.newPage();
      messages = listen(page);
      await page.setViewport({ width: 1280, height: 900 });
      await bringUp(page, { state: 'done', fake, files }, { url, pick, state, path });
    }

    const until = (f, ...args) => page.waitForFunction(f, { timeout: 5000 }, ...args);
    const changes = (n) => until((n) => document.querySelectorAll('.changes li').length === n, n);
    const asked = () => page.$eval('body', () => document.querySelector('dialog')?.open === true);
    const question = () => page.waitForSelector('dialog[open]', { timeout: 5000 });
    const gone = () => until(() => !document.querySelector('dialog'));
    const press = (label) =>
      page.evaluate((label) => [...document.querySelectorAll('button')].find((b) => b.innerText.trim() === label).click(), label);
    const title = () => page.$eval('h1', (h) => h.innerText);
    /** Whether the browser would ask who closes the page or goes to another. */
    const guarded = () =>
      page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    const drop = () =>
      page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['{}'], 'other.har'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      });
    const also = async (text = 'acme corp') => {
      const n = await page.$$eval('.changes li', (list) => list.length);
      await page.type('.also input', text);
      await page.keyboard.press('Enter');
      await changes(n + 1);
    };

    test('without a decision nobody is asked', async () => {
      await open();
      assert.equal(await guarded(), false);
      await page.click('#again');
      await state(page, 'start');
      assert.equal(await asked(), false);
    });

    const decisions = {
      'something removed': () => also(),
      'a finding kept': async () => {
        await page.evaluate(() => document.querySelectorAll('.row')[2].click());
        await press('Keep it in the file …');
        await page.type('.notice.bad input', 'it has expired');
        await page.keyboard.press('Enter');
        await changes(1);
      },
      'a switch changed': async () => {
        await page.click('#tab-settings');
        await page.evaluate(() => document.querySelector('.room:not([hidden]) input[type=checkbox]').click());
        await changes(1);
      },
    };
    for (const [what, decide] of Object.entries(decisions)) {
      test(`${what}: asked, and what was decided is there for who stays`, async () => {
        await open();
        await decide();
        const before = [await title(), await page.$eval('.changes', (c) => c.innerText)];
        assert.equal(await guarded(), true);
        await page.click('#again');
        await question();
        assert.match(await page.$eval('dialog', (d) => d.innerText), /Go on without saving\?[^]*lost/);
        await page.keyboard.press('Escape');
        await gone();
        assert.equal(await page.evaluate(() => document.activeElement.id), 'again', 'the focus is back');
        await page.click('#again');
        await question();
        // The first that Enter finds is the one that loses nothing.
        await page.keyboard.press('Enter');
        await gone();
        assert.deepEqual([await title(), await page.$eval('.changes', (c) => c.innerText)], before);
        assert.equal(await page.evaluate(() => globalThis.fakeClosed), undefined, 'the session is still open');
        assert.deepEqual(messages, []);
      });
    }

    test('who goes on begins anew, and is asked no more', async () => {
      await open();
      await also();
      await page.click('#again');
      await question();
      await press('Go on without them');
      await state(page, 'start');
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
      assert.equal(await page.evaluate(() => globalThis.fakeClosed), 1);
      assert.equal(await asked(), false);
      assert.equal(await guarded(), false);
    });

    test('a file that is dropped on the review is taken after the question', async () => {
      await open();
      await also();
      await drop();
      await question();
      await drop();
      assert.equal((await page.$$('dialog')).length, 1, 'asked once');
      await press('Stay here');
      await gone();
      assert.match(await page.$eval('.filename', (f) => f.innerText), /capture\.redacted\.har/);
      await drop();
      await question();
      await press('Go on without them');
      await until(() => document.querySelector('main [data-state=done] .filename')?.innerText.includes('other.redacted.har'));
      assert.equal(await page.$('.changes'), null);
      // And at once where there is nothing to lose.
      await page.evaluate(() => delete globalThis.fakeSession);
      await drop();
      await until(() => globalThis.fakeSession && document.querySelector('main [data-state=done]'));
      assert.equal(await asked(), false);
    });

    test('what is saved, or taken back, is not asked about', async () => {
      await open();
      await also();
      await page.click('#save');
      await saved(browser, 'capture.redacted.har');
      rmSync(join(browser.downloads, 'capture.redacted.har'));
      assert.equal(await guarded(), false);
      // Another decision is in no file again.
      await also('something else');
      assert.equal(await guarded(), true);
      await page.click('#undo');
      await changes(1);
      assert.equal(await guarded(), false, 'as it was saved');
      await page.click('#undo');
      await changes(0);
      assert.equal(await guarded(), false, 'as it was opened');
      await page.click('#again');
      await state(page, 'start');
    });

    test('several files that were saved one by one are saved', async () => {
      // One of four could not be redacted, and so cannot be saved.
      await open({ failed: [, { code: 'truncated', offset: 4, file: 1, message: '' }] }, 4);
      await also();
      const save = (k) => page.evaluate((k) => document.querySelectorAll('.files button')[k].click(), k);
      const count = await page.$$eval('.files button', (buttons) => buttons.length);
      assert.equal(count, 3);
      await save(0);
      await save(0);
      await save(2);
      assert.equal(await guarded(), true, 'one is left');
      await save(1);
      assert.equal(await guarded(), false);
      await saved(browser, 'capture-4.redacted.har');
      for (const file of readdirSync(browser.downloads)) rmSync(join(browser.downloads, file));
      // Another decision is in none of them.
      await also('something else');
      assert.equal(await guarded(), true);
      await save(1);
      assert.equal(await guarded(), true, 'two are left');
      for (const file of readdirSync(browser.downloads)) rmSync(join(browser.downloads, file));
    });

    test('a change that is under way counts', async () => {
      await open({ slow: 1e6 });
      await page.type('.also input', 'acme corp');
      await page.keyboard.press('Enter');
      await until(() => document.querySelector('.busy:not([hidden])'));
      assert.equal(await guarded(), true);
      await drop();
      await question();
      await press('Go on without them');
      await until(() => document.querySelector('main [data-state=done] .filename')?.innerText.includes('other.redacted.har'));
    });

    test('the browser asks who closes the page', async () => {
      await open();
      await also();
      const kinds = [];
      page.on('dialog', async (dialog) => {
        kinds.push(dialog.type());
        await dialog.accept();
      });
      await page.reload();
      await state(page, 'start');
      assert.deepEqual(kinds, ['beforeunload']);
    });
  });
}
