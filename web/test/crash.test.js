// The engine breaks in every way that it can: nothing is saved, and the page
// says so and offers to start again. A core that breaks on demand stands in for
// the real one (testdata/fakecore).

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { assertNoFile, onDiskAs, pick, state } from './lib/page.js';
import { buildBroken, onDisk } from './lib/tool.js';

const dist = buildBroken();

const ways = [
  { marker: 'panic', code: 'internal', title: 'Something went wrong in this tool' },
  { marker: 'exit', code: 'crashed', title: 'The redaction stopped' },
  { marker: 'overflow', code: 'crashed', title: 'The redaction stopped' },
  { marker: 'hang', code: 'crashed', title: 'The redaction stopped' },
  { marker: 'verify', code: 'verify', title: 'The check of the result failed' },
];

/** Runs the page's clock fast, so that its watchdog need not be waited for. */
function fastClock() {
  const real = setInterval;
  globalThis.setInterval = (f, ms) => real(f, ms / 100);
}

for (const name of browsers) {
  describe(name, () => {
    let browser, page, messages;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    async function open(...scripts) {
      await page?.close();
      page = await browser.newPage();
      messages = [];
      page.on('console', (m) => messages.push(m.text()));
      for (const script of scripts) await page.evaluateOnNewDocument(script);
      await page.goto(onDisk(dist));
    }

    for (const way of ways) {
      for (const pass of [1, 2]) {
        test(`${way.marker} in pass ${pass}`, async () => {
          await open(...(way.marker === 'hang' ? [fastClock] : []));
          await pick(page, onDiskAs('capture.har', `{"x":"${way.marker}-in-pass-${pass}"}`));
          const shown = await state(page, 'failed');
          assert.equal(await page.$eval('[data-state]', (s) => s.dataset.code), way.code);
          assert.equal(await page.$eval('h1', (h) => h.textContent), way.title);
          assert.match(shown, /Nothing was saved/);
          await assertNoFile(page, browser);
          // The panic's own text holds what could be a value: it is nowhere.
          assert.ok(![await page.content(), ...messages].some((s) => s.includes('swordfish')));
          assert.deepEqual(messages, []);
          await page.click('button');
          await pick(page, onDiskAs('capture.har', '{}'));
          await state(page, 'done');
        });
      }
    }

    test('the worker is gone', async () => {
      await open(fastClock, () => {
        const Real = Worker;
        globalThis.Worker = class extends Real {
          postMessage() {
            this.terminate();
          }
        };
      });
      await pick(page, onDiskAs('capture.har', '{}'));
      await state(page, 'failed');
      assert.equal(await page.$eval('[data-state]', (s) => s.dataset.code), 'crashed');
      await assertNoFile(page, browser);
    });

    test('the worker throws as it starts', async () => {
      await open(() => {
        globalThis.Blob = new Proxy(Blob, {
          construct: (Real, [parts, options]) =>
            new Real(options?.type === 'text/javascript' ? ['throw new Error("swordfish");', ...parts] : parts, options),
        });
      });
      await pick(page, onDiskAs('capture.har', '{}'));
      await state(page, 'failed');
      assert.equal(await page.$eval('[data-state]', (s) => s.dataset.code), 'crashed');
      await assertNoFile(page, browser);
    });
  });
}
