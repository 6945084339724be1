// A session: any number of workers gives the bytes of the native core; and what
// a review shows and decides.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, launch, temp } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { serveHost } from './lib/host.js';
import { onDiskAs } from './lib/page.js';
import { generate, redactNatively } from './lib/tool.js';

const { text, secrets } = har();
const big = generate(24, onDiskAs('big.har', ''));
const output = join(temp(), 'native.har');
const bigReport = redactNatively(big, output);
const bigHash = createHash('sha256').update(readFileSync(output)).digest('hex');

let host;
before(async () => (host = await serveHost()));
after(() => host.stop());

for (const name of browsers) {
  describe(name, () => {
    let browser, page;
    before(async () => {
      browser = await launch(name);
      page = await browser.newPage();
      await host.open(page);
      await (await page.$('input')).uploadFile(big);
    });
    after(() => browser.close());

    for (const workers of [1, 2, 3, 7]) {
      test(`${workers} workers give the bytes of the native core`, async () => {
        const got = await page.evaluate(async (workers) => {
          // Counts the workers, and the batches that the lead hands to others.
          const { Worker: RealWorker, Blob: RealBlob } = globalThis;
          let made = 0;
          let handed = 0;
          const spy = `{
            const { postMessage } = MessagePort.prototype;
            MessagePort.prototype.postMessage = function (message, ...rest) {
              if (message.method === 'scan') self.postMessage({ id: -1, handed: 1 });
              return postMessage.call(this, message, ...rest);
            };
          }`;
          globalThis.Blob = new Proxy(RealBlob, {
            construct: (Real, [parts, options]) => new Real(options?.type === 'text/javascript' ? [spy, ...parts] : parts, options),
          });
          globalThis.Worker = class extends RealWorker {
            constructor(...args) {
              super(...args);
              made++;
              this.addEventListener('message', ({ data }) => (handed += data.handed ?? 0));
            }
          };
          const phases = new Set();
          try {
            const session = await globalThis.module.open(document.querySelector('input').files[0], {
              workers,
              onProgress: (p) => phases.add(p.phase),
            });
            const hash = await session.digest();
            const { report } = session.outcome;
            session.close();
            return { hash, report, made, handed, phases: [...phases] };
          } finally {
            Object.assign(globalThis, { Worker: RealWorker, Blob: RealBlob });
          }
        }, workers);
        assert.equal(got.made, workers);
        assert.ok(workers === 1 ? got.handed === 0 : got.handed > 0, `${got.handed} batches were handed on`);
        assert.equal(got.hash, bigHash);
        assert.deepEqual(got.report, bigReport);
        assert.deepEqual(got.phases, ['find', 'write']);
      });
    }

    test('a helper that breaks ends the run', async () => {
      const got = await page.evaluate(async () => {
        const Real = Worker;
        let n = 0;
        globalThis.Worker = class extends Real {
          constructor(...args) {
            super(...args);
            // The second one is told to throw as soon as it has a port.
            if (n++ === 1) setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })), 30);
          }
        };
        try {
          await globalThis.module.open(document.querySelector('input').files[0], { workers: 3 });
          return 'a session';
        } catch (e) {
          return e.code;
        } finally {
          globalThis.Worker = Real;
        }
      });
      assert.equal(got, 'crashed');
    });

    test('a review', async () => {
      const got = await page.evaluate(async (text) => {
        const phases = [];
        const session = await globalThis.module.open(new File([text], 'a.har'), { onProgress: (p) => phases.at(-1) === p.phase || phases.push(p.phase) });
        const first = await session.outcome.file.text();
        const findings = await session.findings();
        const requests = await session.requests();
        const values = [];
        for (const f of findings) values.push(await session.reveal(f.secret));
        const entry = await session.request(3);
        const revocations = await session.revocations();
        const digest = await session.digest();
        const code = async (f) => f().then(() => 'done', (e) => e.code);
        const refused = [
          await code(() => session.revise({ also: ['ab'] })),
          await code(() => session.revise({ keep: [{ secret: 4711, reason: '' }] })),
          await code(() => session.revise({ keep: [{ secret: 0, reason: `it is ${values[0]}` }] })),
        ];
        phases.length = 0;
        const revised = await session.revise({ keep: [{ secret: 0, reason: 'support asked for it' }], also: ['application/json', 'größe'] });
        const passes = [...phases];
        const second = await revised.file.text();
        const later = await session.findings();
        const strict = await session.revise({ policy: { personal: true } });
        const third = await strict.file.text();
        const undone = await (await session.revise({ policy: undefined })).file.text();
        session.close();
        const closed = await code(() => session.findings());
        return { first, findings, requests, values, entry, revocations, digest, refused, second, report: revised.report, later, third, undone, closed, passes };
      }, text);

      assert.deepEqual(got.values.slice().sort(), secrets.slice().sort());
      const listed = JSON.stringify([got.findings, got.requests, got.entry, got.revocations, got.report]);
      for (const s of secrets) assert.ok(!listed.includes(s), 'a list holds a value');
      assert.equal(got.digest, createHash('sha256').update(got.first).digest('hex'));

      const password = got.findings.find((f) => f.kind === 'password');
      assert.deepEqual(password.mask, { length: 18, head: '', tail: '' });
      const session = got.findings.find((f) => f.kind === 'session');
      const value = got.values[got.findings.indexOf(session)];
      assert.deepEqual(session.mask, { length: 40, head: value.slice(0, 4), tail: value.slice(-4) });

      const entries = JSON.parse(got.first).log.entries;
      assert.equal(got.requests.length, entries.length);
      for (const [i, row] of got.requests.entries()) {
        const e = entries[i];
        assert.deepEqual(
          [row.index, row.method, row.url, row.status, row.mimeType, row.size, row.started, row.time, row.timings],
          [i, e.request.method, e.request.url, 200, 'application/json', 60, e.startedDateTime, e.time, e.timings],
        );
        assert.ok(row.edits >= 5);
      }
      const shown = got.entry.segments.map((s) => s.text ?? s.after).join('');
      assert.deepEqual(JSON.parse(shown), entries[3]);
      assert.ok(got.first.includes(shown));
      for (const s of got.entry.segments) if (s.secret !== undefined) assert.match(s.before, /^(.{4})?•••(.{4})?$/);

      const revocation = got.revocations.find((r) => r.secret === session.secret);
      assert.deepEqual([revocation.host, revocation.bearer], ['app.example.com', true]);
      assert.equal(revocation.sha256, createHash('sha256').update(value).digest('hex'));
      assert.ok(!got.revocations.some((r) => r.kind === 'password'));

      assert.deepEqual(got.refused, ['decision', 'decision', 'decision']);
      assert.deepEqual(got.passes, ['write'], 'nothing is searched anew');
      assert.ok(got.second.includes(got.values[0]), 'what is kept stays');
      assert.ok(!got.second.includes('application/json') && !got.second.includes('größe'));
      assert.match(got.second, /REDACTED-manual-\d/);
      assert.deepEqual(got.report.kept.filter((k) => k.reason).map((k) => [k.placeholder, k.reason]), [[got.findings[0].placeholder, 'support asked for it']]);
      assert.equal(got.later.find((f) => f.secret === 0).kept, true);
      assert.ok(got.later.some((f) => f.kind === 'manual'));
      assert.ok(!got.third.includes(got.values[0]));
      assert.equal(got.undone, got.third, 'no policy named: the one there is');
      assert.equal(got.closed, 'closed');
    });

    test('abort ends an idle session', async () => {
      const got = await page.evaluate(async (text) => {
        const controller = new AbortController();
        const session = await globalThis.module.open(new File([text], 'a.har'), { signal: controller.signal });
        controller.abort('enough');
        return session.findings().then(() => 'done', (e) => [e.code, e.cause]);
      }, text);
      assert.deepEqual(got, ['aborted', 'enough']);
    });
  });
}
