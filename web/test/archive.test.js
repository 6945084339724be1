// A HAR inside gzip or zip: found by its first bytes, unpacked under a bound,
// and redacted to the bytes that native core gives for it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { browsers, launch, temp } from './lib/browsers.js';
import { har } from './lib/hars.js';
import { onDiskAs, pick, saved, state } from './lib/page.js';
import { onDisk, pagePolicy, redactNatively } from './lib/tool.js';

const { text } = har();
const native = join(temp(), 'native.har');
redactNatively(onDiskAs('plain.har', text), native, pagePolicy);
const wanted = readFileSync(native);

/** A zip of some entries, as small as one can be (APPNOTE 6.3). */
function zip(entries) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const { name, data, method = 8, flags = 0 } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : Buffer.from(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(0, 10); // the checksum: JSON is judged by its grammar
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(Buffer.byteLength(data), 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, rest, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  const size = directory.reduce((n, d) => n + d.length, 0);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

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
      ['several', zip([{ name: 'a.har', data: text }, { name: 'b.har', data: text }]), 'several'],
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
