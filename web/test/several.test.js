// Several HARs at once, dropped or in a zip: one run, in which a secret of one is
// gone from all under one placeholder. What comes out is a zip of what the native
// core gives; what fails is named, and the others are as if it had not been there.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browsers, launch, temp } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { serveHost } from './lib/host.js';
import { listen, onDiskAs, pick, saved, state } from './lib/page.js';
import { violations } from './lib/schema.js';
import { generate, onDisk, pagePolicy, redactNatively, root } from './lib/tool.js';
import { unzip, zip } from './lib/zip.js';

const schema = JSON.parse(readFileSync(join(root, 'web/src/report.schema.json'), 'utf8'));

/** A HAR that says something in a body, where no name tells that it is a secret. */
const mention = (text) => JSON.stringify({ log: { version: '1.2', entries: [{ request: { method: 'GET', url: 'https://b.example/' }, response: { status: 200, content: { text: `it was ${text} before` } } }] } });

const one = har(40, 7);
const two = har(12, 8);
const three = mention(two.secrets[1]);
const secrets = [...one.secrets, ...two.secrets];
const cut = Buffer.from(one.text).subarray(0, 3000);

/** What the native core makes of some HARs in one run: their texts, and the report. */
function natively(hars, policy) {
  const dir = temp();
  const out = join(dir, 'out');
  mkdirSync(out);
  const paths = hars.map(([name, text]) => {
    const path = join(dir, name);
    writeFileSync(path, text);
    return path;
  });
  const report = redactNatively(paths, out, policy);
  return { texts: paths.map((path) => readFileSync(join(out, basename(path)), 'utf8')), report };
}

const sha256 = (data) => createHash('sha256').update(data).digest('hex');

const hars = [['1.har', one.text], ['2.har', two.text], ['3.har', three]];
const native = natively(hars, pagePolicy);
const plain = natively(hars);

test('the native core takes what is secret in one out of all', () => {
  for (const text of native.texts) for (const secret of secrets) assert.ok(!text.includes(secret));
  const placeholder = /it was (REDACTED-token-\d+) before/.exec(native.texts[2])[1];
  assert.ok(native.texts[1].includes(placeholder));
});

for (const browserName of browsers) {
  describe(`${browserName}, the module`, () => {
    let browser, page, host;
    const large = [generate(13, onDiskAs('large-1.har', ''), { seed: 3 }), onDiskAs('small.har', two.text), generate(9, onDiskAs('large-2.har', ''), { seed: 4 })];
    const largeNative = natively(large.map((path) => [basename(path), readFileSync(path)]));

    before(async () => {
      host = await serveHost();
      browser = await launch(browserName);
      page = await browser.newPage();
      await host.open(page);
    });
    after(async () => {
      await browser.close();
      host.stop();
    });

    /** Calls redact in the page: files are [name, base64]. */
    const redact = async (files, { alone = false, ...options } = {}) => {
      const got = await page.evaluate(
        async (files, alone, options) => {
          const { redact } = globalThis.module;
          const given = files.map(([name, data]) => new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name));
          try {
            const { file, report, files: each } = await redact(alone ? given[0] : given, options);
            const bytes = new Uint8Array(await file.arrayBuffer());
            let binary = '';
            for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
            return { name: file.name, type: file.type, data: btoa(binary), report, each: each?.map((f) => f.name) };
          } catch (e) {
            return { code: e.code, offset: e.offset, file: e.file, message: e.message };
          }
        },
        files.map(([name, data]) => [name, Buffer.from(data).toString('base64')]),
        alone,
        options,
      );
      return { ...got, data: got.data && Buffer.from(got.data, 'base64') };
    };

    test('a list of files gives a zip', async () => {
      const got = await redact(hars);
      assert.deepEqual([got.name, got.type], ['redacted.zip', 'application/zip']);
      assert.deepEqual(unzip(got.data), hars.map(([name], k) => [name.replace('.har', '.redacted.har'), plain.texts[k]]));
      assert.deepEqual(got.each, ['1.redacted.har', '2.redacted.har', '3.redacted.har']);
      assert.deepEqual(got.report, plain.report);
      assert.deepEqual(got.report.files.map((f) => [f.first, f.entries]), [[0, 40], [40, 12], [52, 1]]);
    });

    test('a list of one file gives the HAR', async () => {
      const got = await redact(hars.slice(0, 1));
      assert.deepEqual([got.name, got.type, got.each], ['1.redacted.har', 'application/json', undefined]);
    });

    test('a zip with several gives a zip with the same names', async () => {
      const entries = hars.map(([name, data], k) => ({ name: `day ${k}/größe-${name}`, data, method: k === 1 ? 0 : 8 }));
      const packed = zip([{ name: 'readme.txt', data: 'hello' }, { name: 'day 0/', data: '', method: 0 }, ...entries, { name: '__MACOSX/day 0/._1.har', data: 'x' }]);
      const got = await redact([['captures.zip', packed]], { alone: true });
      assert.equal(got.name, 'captures.redacted.zip');
      assert.deepEqual(unzip(got.data), entries.map(({ name }, k) => [name, plain.texts[k]]));
    });

    test('files, gzip and zips mixed, with names that meet or lead astray', async () => {
      const got = await redact([
        ['a.har', three],
        ['a.har.gz', gzipSync(three)],
        ['A.HAR', three],
        ['more.zip', zip([{ name: 'x/a.har', data: three }, { name: '../../etc/b.har', data: three }, { name: 'C:\\x\\a.har', data: three }])],
      ]);
      assert.deepEqual(unzip(got.data).map(([name]) => name), [
        'a.redacted.har', 'a-2.redacted.har', 'A-3.redacted.har', 'more/x/a.har', 'more/etc/b.har', 'more/x/a-2.har',
      ]);
    });

    test('a name holds no secret either', async () => {
      const [bearer] = two.secrets;
      const got = await redact([[`${bearer}.har`, one.text], ['b.har', two.text]]);
      const names = unzip(got.data).map(([name]) => name);
      assert.match(names[0], /^REDACTED-[a-z]+-\d+\.redacted\.har$/);
      assert.ok(!got.data.includes(bearer) && !JSON.stringify([got.each, got.report]).includes(bearer));
      const alone = await redact([[`x-${one.secrets[0]}.har`, one.text]]);
      assert.match(alone.name, /^x-REDACTED-[a-z]+-\d+\.redacted\.har$/);
      const zipped = await redact([[`${bearer}.zip`, zip([{ name: `${bearer}/1.har`, data: one.text }, { name: '2.har', data: two.text }])]]);
      assert.match(zipped.name, /^REDACTED-[a-z]+-\d+\.redacted\.zip$/);
      assert.ok(!zipped.data.includes(bearer));
    });

    test('one that fails is an error that names its place', async () => {
      const cases = [
        [[hars[0], ['cut.har', cut], hars[1]], ['truncated', 3000, 1]],
        [[hars[0], ['sid=f7Qk2LmP9xTz4VbN8wRc.png', '\x89PNG'], hars[1]], ['not-json', 0, 1]],
        [[hars[0], hars[1], ['a.zip', zip([{ name: 'a.har', data: three, crc: 3 }, { name: 'b.har', data: three }])]], ['archive', -1, 2]],
      ];
      for (const [files, wanted] of cases) {
        const { code, offset, file, message } = await redact(files);
        assert.deepEqual([code, offset, file], wanted);
        assert.ok(!/f7Qk|png/.test(message), message);
      }
      assert.equal((await redact([])).code, 'option');
    });

    test('a bound on what is unpacked stands for the sum', async () => {
      const zeros = Array.from({ length: 6 }, (_, k) => ({ name: `${k}.har`, data: Buffer.alloc(15 << 20) }));
      const codes = await page.evaluate(async (data) => {
        let files = [];
        const file = new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], 'bomb.zip');
        // A session tells of each.
        await globalThis.module.open([file, new File(['{"log":{"entries":[]}}'], 'good.har')]).then((s) => ((files = s.files), s.close()));
        return files.map((f) => f.failure?.code ?? null);
      }, zip(zeros).toString('base64'));
      assert.deepEqual(codes, ['not-json', 'not-json', 'not-json', 'not-json', 'not-json', 'bomb', null]);
    });

    test('too many files', async () => {
      const codes = await page.evaluate(async () => {
        const file = new File(['{"log":{"entries":[]}}'], 'a.har');
        return globalThis.module.redact(new Array(1001).fill(file)).then(() => 'done', (e) => e.code);
      });
      assert.equal(codes, 'several');
    });

    const zips = new Map();
    for (const workers of [1, 2, 3, 7]) {
      test(`${workers} workers give the bytes of the native core, and one zip`, async () => {
        await (await page.$('input')).evaluate((input) => (input.multiple = true));
        await (await page.$('input')).uploadFile(...large);
        const got = await page.evaluate(async (workers) => {
          const phases = [];
          const files = new Set();
          const session = await globalThis.module.open([...document.querySelector('input').files], {
            workers,
            onProgress: (p) => (phases.at(-1) !== p.phase && phases.push(p.phase), files.add(p.file)),
          });
          const { report, files: each } = session.outcome;
          const hash = await session.digest();
          const hashes = [];
          for (const k of each.keys()) hashes.push(await session.digest(k));
          session.close();
          return { hash, hashes, report, phases, files: [...files] };
        }, workers);
        assert.deepEqual(got.hashes, largeNative.texts.map(sha256));
        assert.deepEqual(got.report, largeNative.report);
        assert.deepEqual(got.phases, ['find', 'write', 'pack']);
        assert.ok(got.files.includes(0) && got.files.includes(-1), `${got.files}`);
        zips.set(workers, got.hash);
        assert.equal(new Set(zips.values()).size, 1, 'the zips differ');
      });
    }

    test('a session goes on without what fails, as if it had not been given', async () => {
      const got = await page.evaluate(async (texts) => {
        const names = ['1.har', 'cut.har', '2.har', 'picture.har', '3.har'];
        const session = await globalThis.module.open(texts.map((text, k) => new File([text], names[k])));
        const files = session.files.map(({ name, as, size, failure }) => ({ name, as, size, failure }));
        const first = await Promise.all(session.outcome.files.map((f) => f.text()));
        const rows = (await session.requests()).map((r) => [r.index, r.url]);
        const entry = await session.request(52);
        const revised = await session.revise({ also: ['before'] });
        const second = await Promise.all(revised.files.map((f) => f.text()));
        // The files are read anew for another policy, and the broken ones stay away.
        const strict = await session.revise({ policy: { personal: true } });
        const report = strict.report;
        session.close();
        return { files, first, rows, entry, second, report };
      }, [one.text, String(cut), two.text, '\x89PNG', three]);
      assert.deepEqual(got.first, plain.texts);
      assert.deepEqual(got.files.map((f) => [f.name, f.failure?.code, f.failure?.offset]), [
        ['1.har', undefined, undefined], ['cut.har', 'truncated', 3000], ['2.har', undefined, undefined], ['picture.har', 'not-json', 0], ['3.har', undefined, undefined],
      ]);
      assert.equal(got.rows.length, 53);
      assert.deepEqual(got.rows[52], [52, 'https://b.example/']);
      assert.match(got.entry.segments.map((s) => s.text ?? s.after).join(''), /it was REDACTED-token-\d+ before/);
      assert.ok(got.second[2].includes('REDACTED-manual-') && !got.second[2].includes('before'));
      assert.equal(got.report.files.length, 3);
    });

    test('what was read of one that fails is secret in the others', async () => {
      // The entry with the token is whole, and then the file is cut.
      const [, bearer] = two.secrets;
      const broken = two.text.slice(0, two.text.indexOf('"request"', two.text.indexOf('seite/1')));
      const got = await page.evaluate(async (texts) => {
        const session = await globalThis.module.open(texts.map((text, k) => new File([text], `${k}.har`)), { workers: 2 });
        const first = await session.outcome.files[0].text();
        const strict = await session.revise({ policy: { personal: true } });
        const second = await strict.files[0].text();
        const files = JSON.stringify(session.files);
        session.close();
        // One that is left alone with nothing good gives an error without any of it.
        const error = await globalThis.module.open([new File([texts[1]], 'a.har')]).catch((e) => e);
        return { first, second, files, error: [error.code, error.file, error.found] };
      }, [mention(bearer), broken]);
      assert.match(got.first, /it was REDACTED-token-\d+ before/);
      assert.match(got.second, /it was REDACTED-token-\d+ before/);
      assert.ok(!got.files.includes('found') && !got.files.includes(bearer));
      assert.deepEqual(got.error, ['truncated', 0, []]);
    });

    test('unpacking shows progress and can be cancelled', async () => {
      const big = Buffer.from(`{"log":{"entries":[${Array.from({ length: 300_000 }, (_, i) => `{"i":${i},"x":"${(i * 2654435761) % 4294967296}"}`).join(',')}]}}`);
      const packed = gzipSync(Buffer.concat(Array(8).fill(big)));
      await (await page.$('input')).uploadFile(onDiskAs('big.har.gz', packed));
      const got = await page.evaluate(async () => {
        const controller = new AbortController();
        const seen = [];
        const code = await globalThis.module
          .redact(document.querySelector('input').files[0], {
            signal: controller.signal,
            onProgress(p) {
              seen.push({ ...p });
              if (seen.length === 3) controller.abort();
            },
          })
          .then(() => 'done', (e) => e.code);
        return { code, seen };
      });
      assert.equal(got.code, 'aborted');
      assert.deepEqual(got.seen.map((p) => [p.phase, p.total]), Array(3).fill(['unpack', packed.length]));
      assert.ok(got.seen[0].done === 0 && got.seen[2].done > 0 && got.seen[2].done < packed.length);
    });

    test('workers are as many as what is unpacked is worth', async () => {
      const made = await page.evaluate(async (data) => {
        const Real = Worker;
        let made = 0;
        globalThis.Worker = class extends Real {
          constructor(...args) {
            super(...args);
            made++;
          }
        };
        Object.defineProperty(navigator, 'hardwareConcurrency', { value: 3, configurable: true });
        try {
          await globalThis.module.redact(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], 'a.zip'));
          return made;
        } finally {
          globalThis.Worker = Real;
          delete navigator.hardwareConcurrency;
        }
      }, zip(large.map((path) => ({ name: basename(path), data: readFileSync(path) }))).toString('base64'));
      assert.equal(made, 2, '22 MB are worth two workers, and packed they have 5');
    });
  });
}

for (const browserName of browsers) {
  describe(`${browserName}, the page`, () => {
    let browser, page, messages;
    before(async () => (browser = await launch(browserName)));
    after(() => browser.close());

    async function open(...paths) {
      await page?.close();
      page = await browser.newPage();
      messages = listen(page);
      await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'languages', { value: ['en'] }));
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(onDisk());
      await pick(page, ...paths);
    }
    const take = async (name) => {
      const bytes = await saved(browser, name);
      rmSync(join(browser.downloads, name));
      return bytes;
    };
    const list = () => page.$$eval('.file', (rows) => rows.map((row) => row.innerText.replaceAll(/\s+/g, ' ').trim()));
    const disk = hars.map(([name, data]) => onDiskAs(name, data));

    test('several files: one verdict, one zip, and each alone', async () => {
      // In no order that a person would know.
      await open(disk[2], disk[0], disk[1]);
      await state(page, 'done');
      assert.equal(await page.$eval('h1', (h) => h.textContent), `${native.report.secrets.length} secrets removed from 53 requests in 3 files`);
      const size = (n) => `${(Buffer.byteLength(native.texts[n]) / 1000).toFixed(1)} kB`;
      assert.deepEqual(await list(), [`1.har ${size(0)} · 40 requests Save alone`, `2.har ${size(1)} · 12 requests Save alone`, `3.har ${Buffer.byteLength(native.texts[2])} bytes · 1 request Save alone`]);
      await page.click('#save');
      assert.deepEqual(unzip(await take('redacted.zip')), hars.map(([name], k) => [name.replace('.har', '.redacted.har'), native.texts[k]]));
      await page.click('.file:nth-child(2) button');
      assert.equal(String(await take('2.redacted.har')), native.texts[1]);
      const shown = await page.evaluate(() => document.documentElement.outerHTML.replace(/<script[^]*?<\/script>/g, ''));
      for (const secret of secrets) assert.ok(![shown, ...messages].some((place) => place.includes(secret)));
    });

    test('the requests say of which file they are', async () => {
      await page.click('#tab-requests');
      await page.waitForSelector('#room-requests .row');
      await page.select('#room-requests select', '2');
      assert.match(await page.$eval('#room-requests .row', (r) => r.innerText), /b\.example · 3\.har/);
      assert.equal((await page.$$('#room-requests .row')).length, 1);
      await page.click('#room-requests .row');
      await page.waitForSelector('.part');
      assert.equal(await page.$eval('.request h3', (h) => h.textContent), 'Request 53');
      assert.equal(await page.$eval('.of-file', (p) => p.textContent), '3.har, request 1 of 1');
    });

    test('the report tells of each file', async () => {
      await page.click('#tab-report');
      await page.click('#report-json');
      const report = JSON.parse(await take('redacted.report.json'));
      assert.deepEqual(violations(schema, report), []);
      assert.deepEqual(report.files, hars.map(([name], k) => ({
        name: name.replace('.har', '.redacted.har'), bytes: Buffer.byteLength(native.texts[k]), requests: [40, 12, 1][k], sha256: sha256(native.texts[k]),
      })));
      assert.deepEqual(report.failed, []);
      await page.click('#save');
      assert.deepEqual(report.file.sha256, sha256(await take('redacted.zip')));
      await page.click('#report-html');
      assert.ok(String(await take('redacted.report.html')).includes(report.files[2].sha256));
    });

    test('one that fails is named with its reason, and the others come out', async () => {
      const broken = onDiskAs('2a.har', cut);
      await open(...disk, broken);
      const shown = await state(page, 'done');
      assert.match(shown, /1 of 4 files could not be redacted\. What you save is without it\./);
      const [, , row] = await list();
      assert.match(row, /^2a\.har This file is cut off\. .* Error code: truncated, at byte 3,000$/);
      await page.click('#save');
      assert.deepEqual(unzip(await take('redacted.zip')), hars.map(([name], k) => [name.replace('.har', '.redacted.har'), native.texts[k]]));
      await page.click('#tab-report');
      await page.click('#report-json');
      const report = JSON.parse(await take('redacted.report.json'));
      assert.deepEqual(violations(schema, report), []);
      assert.deepEqual(report.failed, [{ name: '2a.har', code: 'truncated', offset: 3000 }]);
      assert.equal(report.files.length, 3);
    });

    test('a zip with several, and what is left out of it', async () => {
      const path = onDiskAs('captures.zip', zip([...hars.map(([name, data]) => ({ name: `x/${name}`, data })), { name: 'bodies/1.bin', data: 'abc' }]));
      await open(path);
      const shown = await state(page, 'done');
      assert.match(shown, /Left out, because a HAR file’s name ends in \.har: bodies\/1\.bin\./);
      await page.click('#save');
      assert.deepEqual(unzip(await take('captures.redacted.zip')), hars.map(([name], k) => [`x/${name}`, native.texts[k]]));
      // A person decides for all of them.
      await page.type('.also input', 'b.example');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.changes');
      await page.click('#save');
      const [, , [, last]] = unzip(await take('captures.redacted.zip'));
      assert.match(last, /https:\/\/REDACTED-manual-\d+\//);
    });

    test('where all fail there is nothing to save, and each reason', async () => {
      await open(onDiskAs('a.har', cut), onDiskAs('b.har', '\x89PNG'));
      const shown = await state(page, 'failed');
      assert.match(shown, /None of these files could be redacted/);
      assert.match(shown, /a\.har[^]*truncated, at byte 3,000[^]*b\.har[^]*not-json, at byte 0/);
      assert.equal(await page.$('a[download]'), null);
      await page.click('.actions button');
      await pick(page, disk[0]);
      await state(page, 'done');
    });
  });
}
