// A HAR inside gzip or zip: found by its first bytes, unpacked under a bound,
// and redacted to the bytes that native core gives for it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browsers, launch, temp } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { onDiskAs, pick, saved, state } from './lib/page.js';
import { onDisk, pagePolicy, redactNatively } from './lib/tool.js';
import { zip } from './lib/zip.js';

const { text } = har();
const native = join(temp(), 'native.har');
redactNatively(onDiskAs('plain.har', text), native, pagePolicy);
const wanted = readFileSync(native);

const body = { name: 'bodies/1.bin', data: Buffer.from([1, 2, 3]) };

for (const name of browsers) {
  describe(name, () => {
    let browser, page;
    before(async () => {
      browser = await launch(name);
      page = await browser.newPage();
    });
    after(() => browser.close());

    async function drop(file, data) {
      await page.goto(onDisk());
      await state(page, 'start');
      await pick(page, onDiskAs(file, data));
    }

    for (const [what, file, data, result] of [
      ['gzip', 'one.har.gz', gzipSync(text), 'one.redacted.har'],
      ['gzip under another name', 'two.har', gzipSync(text), 'two.redacted.har'],
      ['zip, deflated', 'three.zip', zip([{ name: 'a/three.har', data: text }]), 'three.redacted.har'],
      ['zip, stored, beside other files', 'four.zip', zip([body, { name: 'four.har', data: text, method: 0 }]), 'four.redacted.har'],
    ]) {
      test(what, async () => {
        await drop(file, data);
        await state(page, 'done');
        await page.click('#save');
        assert.ok(Buffer.compare(await saved(browser, result), wanted) === 0, 'the bytes differ from native core');
      });
    }

    for (const [what, data, code] of [
      ['a bomb', gzipSync(Buffer.alloc(64 << 20)), 'bomb'],
      ['cut gzip', gzipSync(text).subarray(0, 500), 'archive'],
      ['cut zip', zip([{ name: 'a.har', data: text }]).subarray(0, 500), 'archive'],
      ['encrypted', zip([{ name: 'a.har', data: text, flags: 1 }]), 'archive'],
      ['another method', zip([{ name: 'a.har', data: text, method: 12 }]), 'archive'],
      ['no HAR', zip([body]), 'archive'],
      ['another checksum', zip([{ name: 'a.har', data: text, crc: 1 }]), 'archive'],
      ['another checksum, stored', zip([{ name: 'a.har', data: text, method: 0, crc: 1 }]), 'archive'],
      ['another size', zip([{ name: 'a.har', data: text, size: text.length - 1 }]), 'archive'],
      ['another size, stored', zip([{ name: 'a.har', data: text, method: 0, size: 17 }]), 'archive'],
      ['entries over each other', zip(Array.from({ length: 9 }, (_, k) => ({ name: `${k}.har`, data: text, offset: 0, ...(k > 0 && { data: text.slice(0, 900), packedSize: 4000 }) }))), 'archive'],
      ['gzip of something else', gzipSync('hello'), 'not-json'],
    ]) {
      test(`refused: ${what}`, async () => {
        await drop('broken.zip', data);
        await state(page, 'failed');
        assert.equal(await page.$eval('[data-state]', (s) => s.dataset.code), code);
        assert.equal(await page.$('a[download]'), null);
      });
    }
  });
}
