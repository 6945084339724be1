// Nothing leaves: a whole redaction makes no request, and what would make one on
// purpose, in the page and in the very worker, is blocked by the policy.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { onDiskAs, pick, saved, state } from './lib/page.js';
import { onDisk, serve } from './lib/tool.js';

const input = onDiskAs('capture.har', har().text);
const bare = onDiskAs('bare.html', '<!doctype html><title>no policy</title>');

/** A server that must hear nothing. It counts connections, not only requests. */
let canary, server, connections, heard = [];
before(async () => {
  canary = createServer((req, res) => {
    heard.push(req.url);
    res.writeHead(200, { 'access-control-allow-origin': '*' }).end('heard');
  });
  canary.on('upgrade', (req, socket) => {
    heard.push(req.url);
    socket.destroy();
  });
  canary.on('connection', () => connections++);
  await new Promise((resolve) => canary.listen(0, '127.0.0.1', resolve));
  server = await serve();
});
after(() => {
  canary.close();
  canary.closeAllConnections();
  server.stop();
});
const host = () => `127.0.0.1:${canary.address().port}`;

/** Tries each way out and gives what came of it. Runs in a page or in a worker. */
async function tryAll(host) {
  const soon = (f) => Promise.race([f, new Promise((r) => setTimeout(r, 3000, 'timeout'))]);
  const results = {};
  results.fetch = await fetch(`http://${host}/fetch`).then(() => 'out', () => 'blocked');
  results.socket = await soon(
    new Promise((resolve) => {
      try {
        const socket = new WebSocket(`ws://${host}/socket`);
        socket.onopen = () => resolve('out');
        socket.onerror = () => resolve('blocked');
      } catch {
        resolve('blocked');
      }
    }),
  );
  if (typeof Image === 'function') {
    results.image = await soon(
      new Promise((resolve) => {
        const image = new Image();
        // The canary gives no picture: the load fails here or there. Only the
        // count of connections tells; so a failure is not called blocked yet.
        image.onload = image.onerror = () => resolve('ended');
        image.src = `http://${host}/image.png`;
      }),
    );
  } else {
    try {
      importScripts(`http://${host}/script.js`);
      results.script = 'out';
    } catch {
      results.script = 'blocked';
    }
  }
  return results;
}

for (const name of browsers) {
  describe(name, () => {
    let browser, page, requests;
    before(async () => {
      // Chromium has a guard of its own for loopback; here the policy is on trial.
      browser = await launch(name, { args: name === 'chromium' ? ['--disable-features=LocalNetworkAccessChecks'] : [] });
    });
    after(() => browser.close());

    async function open(address) {
      await page?.close();
      page = await browser.newPage();
      requests = [];
      page.on('request', (r) => requests.push(r.url()));
      connections = 0;
      if (address) await page.goto(address);
    }

    for (const from of ['http', 'file']) {
      test(`a whole redaction makes no request, ${from}`, async () => {
        await open(from === 'http' ? server.url : onDisk());
        await state(page, 'start');
        assert.ok(requests.length > 0, 'the log sees the page itself');
        requests.length = 0;
        await pick(page, input);
        await state(page, 'done');
        await page.click('#save');
        await saved(browser, 'capture.redacted.har');
        // The worker's text and the result are blobs: they live in this browser.
        assert.deepEqual(requests.filter((url) => !url.startsWith('blob:')), []);
      });
    }

    for (const from of ['http', 'file']) {
      test(`the control: without a policy it connects, ${from}`, async () => {
        // Else silence would prove nothing.
        await open(from === 'http' ? `http://${host()}/` : pathToFileURL(bare).href);
        connections = 0;
        heard = [];
        assert.equal((await page.evaluate(tryAll, host())).fetch, 'out');
        assert.deepEqual(heard.filter((p) => p !== '/favicon.ico').sort(), ['/fetch', '/image.png', '/socket']);
        assert.ok(requests.some((url) => url.includes('/fetch')), 'the log sees it');

        heard = [];
        requests.length = 0;
        await page.evaluate(async (program) => {
          const worker = new Worker(URL.createObjectURL(new Blob([program])));
          await new Promise((resolve) => (worker.onmessage = resolve));
        }, `(${tryAll})(${JSON.stringify(host())}).then(postMessage);`);
        assert.deepEqual(heard.sort(), ['/fetch', '/script.js', '/socket']);
        assert.ok(requests.some((url) => url.includes('/fetch')), 'the log sees the worker too');
      });

      test(`the page cannot connect, ${from}`, async () => {
        await open(from === 'http' ? server.url : onDisk());
        await state(page, 'start');
        connections = 0;
        const results = await page.evaluate(tryAll, host());
        assert.deepEqual(results, { fetch: 'blocked', socket: 'blocked', image: 'ended' });
        assert.equal(connections, 0);
      });

      test(`the worker cannot connect, ${from}`, async () => {
        await open();
        await page.evaluateOnNewDocument(
          (attack) => {
            // The page's own worker, with the attempts put before its text.
            globalThis.Blob = new Proxy(Blob, {
              construct: (Real, [parts, options]) =>
                new Real(options?.type === 'text/javascript' ? [attack, ...parts] : parts, options),
            });
            const RealWorker = Worker;
            globalThis.Worker = class extends RealWorker {
              constructor(...args) {
                super(...args);
                this.addEventListener('message', ({ data }) => {
                  if (data.type === 'attack') globalThis.attack = data.results;
                });
              }
            };
          },
          `(${tryAll})(${JSON.stringify(host())}).then((results) => postMessage({ id: -1, type: 'attack', results }));`,
        );
        await page.goto(from === 'http' ? server.url : onDisk());
        connections = 0;
        await page.evaluate(() => {
          // The run is kept from ending before the attempts are over.
          const { terminate } = Worker.prototype;
          Worker.prototype.terminate = function () {
            setTimeout(() => terminate.call(this), 10_000);
          };
        });
        await pick(page, input);
        // Not waitForFunction: it needs eval, which the policy forbids.
        let results;
        for (let i = 0; i < 150 && !results; i++) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          results = await page.evaluate(() => globalThis.attack);
        }
        assert.deepEqual(results, { fetch: 'blocked', socket: 'blocked', script: 'blocked' });
        assert.equal(connections, 0);
      });
    }

    test('the policy lets no other script, style or worker in', async () => {
      await open(onDisk());
      // In a task of its own: a driver's evaluation is let past the policy's ban on eval.
      const results = await page.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve));
        const tried = {};
        for (const [what, f] of Object.entries({
          markup: () => (document.body.innerHTML += '<p>x</p>'),
          evaluated: () => (0, eval)('1'),
          policy: () => globalThis.trustedTypes.createPolicy('other', {}),
          worker: () => new Worker('data:text/javascript,0'),
        })) {
          try {
            f();
            tried[what] = 'went through';
          } catch {
            tried[what] = 'refused';
          }
        }
        return tried;
      });
      assert.deepEqual(results, { markup: 'refused', evaluated: 'refused', policy: 'refused', worker: 'refused' });
    });
  });
}
