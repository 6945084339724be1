// The engine is made ready while a person looks for a file, and that is in nobody's
// way: what is given meanwhile is redacted as ever, and no worker stays behind.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { serveHost } from './lib/host.js';
import { listen, onDiskAs, pick, state } from './lib/page.js';
import { onDisk } from './lib/tool.js';

const path = onDiskAs('capture.har', har().text);

let host;
before(async () => (host = await serveHost()));
after(() => host.stop());

/** Runs in a page before all else: counts the workers, ever made and still there. */
function count() {
  globalThis.workers = { made: 0, there: 0 };
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(...args) {
      super(...args);
      globalThis.workers.made++;
      globalThis.workers.there++;
    }
    terminate() {
      globalThis.workers.there--;
      super.terminate();
    }
  };
}

/** How a person shows that files are coming. */
const looks = {
  'the picker opens': () => document.getElementById('file')?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
  'something is dragged over the page': () => dispatchEvent(new DragEvent('dragenter')),
};

for (const name of browsers) {
  describe(name, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    const opened = async (go) => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(count);
      await go(page);
      return page;
    };
    const workers = (page) => page.evaluate(() => globalThis.workers);
    const until = (page, there) => page.waitForFunction((there) => globalThis.workers.there === there, { timeout: 60_000 }, there);

    for (const [what, look] of Object.entries(looks)) {
      test(`${what}: once, and a file may come at any time`, async () => {
        const page = await opened((page) => page.goto(onDisk()));
        assert.equal((await workers(page)).made, 0, 'nobody looks for a file');
        await page.evaluate(look);
        await until(page, 1);
        // In its midst.
        await pick(page, path);
        const inMidst = await state(page, 'done', 60_000);
        await page.evaluate(look);
        const { made } = await workers(page);

        const patient = await opened((page) => page.goto(onDisk()));
        const messages = listen(patient);
        await patient.evaluate(look);
        await until(patient, 1);
        await until(patient, 0);
        await patient.evaluate(look);
        await pick(patient, path);
        assert.equal(await state(patient, 'done', 60_000), inMidst);
        assert.deepEqual([made, (await workers(patient)).made], [2, 2], 'one to prepare, one to redact');
        assert.deepEqual(messages.filter((m) => !m.includes('user activation')), []);
        await page.close();
        await patient.close();
      });
    }

    test('prepare() of the module settles, ends early, and leaves no worker', async () => {
      const page = await opened((page) => host.open(page));
      const ends = await page.evaluate(async () => {
        const { prepare, redact } = globalThis.module;
        const abort = new AbortController();
        const early = prepare({ signal: abort.signal });
        while (globalThis.workers.there === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        abort.abort();
        await early;
        const ends = [globalThis.workers.there];
        await prepare({ signal: abort.signal });
        await prepare();
        ends.push(globalThis.workers.there);
        const { report } = await redact(new Blob(['{"log":{"entries":[]}}']));
        return [...ends, report.entries, globalThis.workers.there];
      });
      assert.deepEqual(ends, [0, 0, 0, 0]);
      await page.close();
    });
  });
}
