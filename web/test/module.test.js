// redact() of har-redactor.js, imported by a page that is not ours.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, launch, temp } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { serveHost } from './lib/host.js';
import { onDiskAs } from './lib/page.js';
import { redactNatively } from './lib/tool.js';

const { text } = har();
const output = join(temp(), 'native.har');
const nativeReport = redactNatively(onDiskAs('capture.har', text), output);
const wanted = readFileSync(output, 'utf8');

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
    });
    after(() => browser.close());

    /** Calls redact in the page and gives what it resolves or rejects with. */
    const call = (text, options = '{}', prelude = '') =>
      page.evaluate(
        async (text, options, prelude) => {
          const { redact, RedactError } = globalThis.module;
          const seen = [];
          const controller = new AbortController();
          const given = { signal: { signal: controller.signal }, progress: { onProgress: (p) => seen.push({ ...p }) } };
          if (prelude === 'abort') setTimeout(() => controller.abort('enough'), 20);
          if (prelude === 'aborted') controller.abort('enough');
          const file = text === null ? 'a string' : new File(Array.isArray(text) ? text : [text], 'a.har');
          try {
            const outcome = await redact(file, { ...JSON.parse(options), ...given[prelude === 'progress' ? 'progress' : 'signal'] });
            const { file: out, report } = outcome;
            return { name: out.name, type: out.type, text: await out.text(), report, seen, keys: Object.keys(outcome) };
          } catch (e) {
            return { typed: e instanceof RedactError, code: e.code, offset: e.offset, message: e.message, cause: e.cause };
          }
        },
        text,
        options,
        prelude,
      );

    test('gives the file and the report', async () => {
      const got = await call(text, '{"policy":{"preset":"standard"}}', 'progress');
      assert.equal(got.text, wanted);
      assert.deepEqual(got.report, nativeReport);
      assert.deepEqual([got.name, got.type], ['a.redacted.har', 'application/json']);
      assert.deepEqual(got.keys.sort(), ['file', 'report']);
      assert.equal(got.seen.at(-1)?.total, 2 * Buffer.byteLength(text));
    });

    test('two at once do not disturb each other', async () => {
      const [a, b] = await Promise.all([call(text), call(text)]);
      assert.equal(a.text, wanted);
      assert.equal(b.text, wanted);
    });

    test('rejects with a typed error', async () => {
      const got = await call('{"log":');
      assert.equal(got.typed, true);
      assert.equal(got.code, 'truncated');
      assert.equal(got.offset, 7);
      assert.ok(got.message);
    });

    test('refuses what it does not know, by name', async () => {
      const unknown = await call(text, '{"polcy":{}}');
      assert.equal(unknown.code, 'option');
      assert.match(unknown.message, /"polcy"/);
      const member = await call(text, '{"policy":{"presett":"strict"}}');
      assert.equal(member.code, 'policy');
      assert.match(member.message, /presett/);
      assert.equal((await call(text, '{"policy":"strict"}')).code, 'option');
      assert.equal((await call(null)).code, 'option');
    });

    test('abort', async () => {
      for (const how of ['abort', 'aborted']) {
        const big = how === 'abort' ? Array(200).fill(text) : text;
        const got = await call(big, '{}', how);
        assert.deepEqual([got.typed, got.code, got.cause], [true, 'aborted', 'enough']);
      }
    });
  });
}
