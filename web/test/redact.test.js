// The main job, end to end: a HAR goes in by pick, drop or keyboard, and a clean
// one comes out, with the bytes that native core gives. Served and from disk.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { browsers, launch, temp } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { onDiskAs, pick, saved, scriptWorker, state } from './lib/page.js';
import { generate, onDisk, pagePolicy, redactNatively, serve } from './lib/tool.js';

const { text, secrets } = har();
const input = onDiskAs('capture.har', text);
const native = join(temp(), 'native.har');
const nativeReport = redactNatively(input, native, pagePolicy);
const wanted = readFileSync(native);

let server;
before(async () => (server = await serve()));
after(() => server.stop());

test('native core takes the secrets out of the test file', () => {
  for (const secret of secrets) assert.ok(!wanted.includes(secret));
  assert.ok(nativeReport.verified);
});

for (const name of browsers) {
  for (const from of ['http', 'file']) {
    describe(`${name}, ${from}`, () => {
      let browser, page, messages;
      before(async () => (browser = await launch(name)));
      after(() => browser.close());
      afterEach(async () => {
        await page?.close();
        for (const file of ['capture.redacted.har', 'second.redacted.har', 'large.redacted.har']) {
          rmSync(join(browser.downloads, file), { force: true });
        }
      });

      async function open() {
        page = await browser.newPage();
        messages = [];
        // Firefox asks for a favicon of its own accord, and says that the policy blocks it.
        page.on('console', (m) => !m.text().includes('/favicon.ico') && messages.push(m.text()));
        page.on('pageerror', (e) => !String(e).includes('/favicon.ico') && messages.push(String(e)));
        await page.goto(from === 'http' ? server.url : onDisk());
        await state(page, 'start');
      }

      async function saveAndCompare(name = 'capture.redacted.har', bytes = wanted) {
        await page.click('#save');
        assert.ok(Buffer.compare(await saved(browser, name), bytes) === 0, 'the bytes differ from native core');
      }

      test('pick, summary, save', async () => {
        await open();
        await pick(page, input);
        const shown = await state(page, 'done');
        assert.match(shown, new RegExp(`${nativeReport.secrets.length} secrets removed from 40 requests`));
        assert.match(shown, /The output was read again, and none of the \d+ secrets is in it/);
        assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'the heading has the focus');
        await saveAndCompare();
        // No value of the file is anywhere that a person or program could read.
        const places = await page.evaluate(() => [
          document.documentElement.outerHTML.replace(/<script[^]*?<\/script>/g, ''),
          document.title,
          location.href,
        ]);
        for (const secret of secrets) {
          for (const place of [...places, ...messages]) assert.ok(!place.includes(secret));
        }
        assert.deepEqual(messages, []);
      });

      test('drop anywhere on the page', async () => {
        await open();
        await drop(page, input, text);
        await state(page, 'done');
        await saveAndCompare();
      });

      test('two runs in a row, each with a worker of its own', async () => {
        page = await browser.newPage();
        await page.evaluateOnNewDocument(() => {
          globalThis.made = 0;
          const Real = Worker;
          globalThis.Worker = class extends Real {
            constructor(...args) {
              super(...args);
              globalThis.made++;
            }
          };
        });
        await page.goto(from === 'http' ? server.url : onDisk());
        await pick(page, input);
        await state(page, 'done');
        await saveAndCompare();
        await press(page, 'Start again');
        await state(page, 'start');
        await pick(page, onDiskAs('second.har', text));
        await state(page, 'done');
        await saveAndCompare('second.redacted.har');
        assert.equal(await page.evaluate(() => globalThis.made), 2);
      });

      test('all can be used before the engine is compiled, and a file waits for it', async () => {
        page = await browser.newPage();
        await page.evaluateOnNewDocument(() => {
          const compile = WebAssembly.compileStreaming;
          WebAssembly.compileStreaming = async (response) => {
            await new Promise((resolve) => (globalThis.release = resolve));
            return compile.call(WebAssembly, response);
          };
        });
        await page.goto(from === 'http' ? server.url : onDisk());
        await page.waitForFunction(() => globalThis.release);
        const english = await state(page, 'start');
        await page.select('#language', 'de');
        assert.notEqual(await state(page, 'start'), english);
        await page.select('#language', 'en');
        assert.equal(await state(page, 'start'), english);
        await pick(page, input);
        await state(page, 'working');
        assert.equal(await page.$('main [data-state="done"]'), null);
        await page.evaluate(() => globalThis.release());
        await state(page, 'done');
        await saveAndCompare();
      });

      test('by keyboard alone', async () => {
        await open();
        // Tab reaches the language, then the file input; what a picker does then is the browser's.
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'language');
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'file');
        await pick(page, input);
        await state(page, 'done');
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'save');
        // A browser may stop at a table that scrolls on the way.
        for (let stops = 0; stops < 6; stops++) {
          await page.keyboard.press('Tab');
          if (await page.evaluate(() => document.activeElement.textContent.includes('Start again'))) break;
        }
        await page.keyboard.press('Enter');
        await state(page, 'start');
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'file', 'the focus is before the input');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        assert.equal(await page.$eval('details', (d) => d.open), true);
        await pick(page, input);
        await state(page, 'done');
        await page.keyboard.press('Tab');
        // Last, because Firefox's panel of downloads takes the keyboard with it.
        await page.keyboard.press('Enter');
        assert.ok(Buffer.compare(await saved(browser, 'capture.redacted.har'), wanted) === 0);
      });

      test('a larger file shows progress, seldom enough, and comes out the same', async () => {
        page = await browser.newPage();
        await page.evaluateOnNewDocument(() => {
          globalThis.progress = [];
          const Real = Worker;
          globalThis.Worker = class extends Real {
            constructor(...args) {
              super(...args);
              this.addEventListener('message', ({ data }) => {
                if (data.progress) globalThis.progress.push({ ...data.progress, at: performance.now() });
              });
            }
          };
        });
        await page.goto(from === 'http' ? server.url : onDisk());
        const large = generate(24, onDiskAs('large.har', ''));
        redactNatively(large, native, pagePolicy);
        await pick(page, large);
        await state(page, 'working');
        await state(page, 'done', 120_000);
        const progress = await page.evaluate(() => globalThis.progress);
        const total = 2 * readFileSync(large).length;
        assert.ok(progress.length > 1, 'more than one message');
        assert.deepEqual(new Set(progress.map((p) => p.total)), new Set([total]));
        const phases = progress.map((p) => p.phase);
        assert.ok(phases.includes('find') && phases.includes('write'), `phases ${phases}`);
        for (const [i, p] of progress.entries()) {
          assert.ok(p.done <= total && (i === 0 || p.done >= progress[i - 1].done), 'it only grows');
        }
        const span = progress.at(-1).at - progress[0].at;
        assert.ok(progress.length <= 2 + span / 95, `${progress.length} messages in ${span} ms`);
        await saveAndCompare('large.redacted.har', readFileSync(native));
      });

      test('cancel ends the run and gives no file', async () => {
        page = await browser.newPage();
        await scriptWorker(page, [{ type: 'progress', progress: { phase: 'find', done: 5, total: 10 } }]);
        await page.goto(from === 'http' ? server.url : onDisk());
        await pick(page, input);
        await state(page, 'working');
        // What the worker says comes a moment after.
        await page.waitForFunction(() => document.querySelector('main')?.innerText.includes('5 bytes of 10 bytes'));
        await press(page, 'Cancel');
        await state(page, 'start');
        assert.equal(await page.$eval('p.live', (p) => p.textContent), 'Cancelled. Nothing was saved.');
        assert.equal(await page.$('a[download]'), null);
      });

      test('cancel in the middle of a real run', async () => {
        await open();
        await pick(page, generate(24, onDiskAs('large.har', '')));
        await state(page, 'working');
        await press(page, 'Cancel');
        await state(page, 'start');
        // And the page is as good as new.
        await pick(page, input);
        await state(page, 'done');
        await saveAndCompare();
      });
    });
  }
}

/** Presses the button that says so. */
async function press(page, label) {
  const pressed = await page.evaluate((label) => {
    const button = [...document.querySelectorAll('button')].find((b) => b.innerText === label);
    button?.click();
    return Boolean(button);
  }, label);
  assert.ok(pressed, `there is no button ${label}`);
}

/** Drops a file: as the system does in Chromium, by an event in Firefox, where no driver can. */
async function drop(page, path, text) {
  if (page.browser().browserName === 'chromium') {
    const cdp = await page.createCDPSession();
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await cdp.send('Input.dispatchDragEvent', { type, x: 40, y: 40, data });
    }
  } else {
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'capture.har'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
  }
}
