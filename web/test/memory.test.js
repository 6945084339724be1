// What a run held is given back when it has ended, was cancelled or has failed:
// its workers are ended, and no address of a blob is kept. In Chromium on Linux it
// is seen that the page's process then has no more memory than before; what the
// browser itself says of a page's memory leaves out that of WebAssembly.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { serveHost } from './lib/host.js';
import { onDiskAs } from './lib/page.js';
import { generate } from './lib/tool.js';

const big = generate(24, onDiskAs('big.har', ''));
const WORKERS = 2;
const MIB = 2 ** 20;

/** Less than a worker has. */
const LEFT = 12 * MIB;

let host;
before(async () => (host = await serveHost()));
after(() => host.stop());

/** Runs in the page: counts workers and addresses of blobs that are there. */
function count() {
  globalThis.workers = 0;
  globalThis.urls = new Set();
  globalThis.Worker = class extends Worker {
    #there = true;
    constructor(...args) {
      super(...args);
      globalThis.workers++;
    }
    terminate() {
      super.terminate();
      if (this.#there) globalThis.workers--;
      this.#there = false;
    }
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    globalThis.urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    revokeObjectURL.call(URL, url);
    globalThis.urls.delete(url);
  };
}

for (const name of browsers) {
  describe(name, () => {
    let browser, page;
    before(async () => {
      browser = await launch(name);
      page = await browser.newPage();
      await page.evaluateOnNewDocument(count);
      await host.open(page);
      await (await page.$('input')).uploadFile(big);
      // The engine is compiled once, and stays; so does what the browser makes of it.
      await run('end');
      await run('end');
    });
    after(() => browser.close());

    const there = () => page.evaluate(() => ({ workers: globalThis.workers, urls: globalThis.urls.size }));
    /** What the page's process has, in bytes; undefined where the system does not tell. */
    async function memory() {
      if (name !== 'chromium' || !existsSync('/proc/self/status')) return undefined;
      const system = await browser.target().createCDPSession();
      const { processInfo } = await system.send('SystemInfo.getProcessInfo');
      await system.detach();
      const sizes = processInfo
        .filter(({ type }) => type === 'renderer')
        .map(({ id }) => Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) * 1024);
      return Math.max(...sizes);
    }

    /** A process does not give all back at once, nor to the last page. */
    async function back(before) {
      const TRIES = 50;
      let more = Infinity;
      for (let i = 0; i < TRIES && !(more < LEFT); i++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        more = (await memory()) - before;
      }
      assert.ok(more < LEFT, `${(more / MIB).toFixed(1)} MiB are kept`);
    }

    /** Redacts, and gives how that ended and how many workers there were in its midst. */
    function run(how) {
      return page.evaluate(
        async (how, workers) => {
          const abort = new AbortController();
          let most = 0;
          const onProgress = ({ phase }) => {
            most = Math.max(most, globalThis.workers);
            if (phase === how) abort.abort();
          };
          const file = document.querySelector('input').files[0];
          const given = how === 'failure' ? new Blob([file.slice(0, file.size - 1000)]) : file;
          try {
            await globalThis.module.redact(given, { workers, onProgress, signal: abort.signal });
            return { code: 'end', most };
          } catch (e) {
            return { code: e.code, most };
          }
        },
        how,
        WORKERS,
      );
    }

    for (const [how, code] of [['end', 'end'], ['find', 'aborted'], ['write', 'aborted'], ['failure', 'truncated']]) {
      test(`after a run: ${how === code ? how : `${how}, ${code}`}`, async () => {
        const before = await memory();
        assert.deepEqual(await run(how), { code, most: WORKERS });
        assert.deepEqual(await there(), { workers: 0, urls: 0 });
        if (before !== undefined) await back(before);
      });
    }

    test('a session holds its workers until it is closed', async () => {
      const before = await memory();
      await page.evaluate(async (workers) => {
        globalThis.session = await globalThis.module.open(document.querySelector('input').files[0], { workers });
      }, WORKERS);
      assert.deepEqual(await there(), { workers: WORKERS, urls: 0 });
      const during = await memory();
      await page.evaluate(() => {
        globalThis.session.close();
        globalThis.session = undefined;
      });
      assert.deepEqual(await there(), { workers: 0, urls: 0 });
      if (before === undefined) return;
      // So it is seen where a worker stays.
      assert.ok(during - before > 2 * LEFT, `the workers had ${((during - before) / MIB).toFixed(1)} MiB`);
      await back(before);
    });
  });
}
