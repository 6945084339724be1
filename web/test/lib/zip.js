// Zip archives for the tests, by other code than the page's (APPNOTE 6.3).

import assert from 'node:assert/strict';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * An archive of some entries, as small as one can be. What an entry says of
 * itself can be said otherwise: { crc, size, packedSize, offset }.
 */
export function zip(entries) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const { name, data, method = 8, flags = 0, ...said } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : Buffer.from(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(said.crc ?? crc32(data), 10);
    fields.writeUInt32LE(said.packedSize ?? packed.length, 14);
    fields.writeUInt32LE(said.size ?? Buffer.byteLength(data), 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(said.offset ?? offset, 10);
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

/** The entries of an archive that is as it should be: [name, text] in order. */
export function unzip(archive) {
  const end = archive.length - 22;
  assert.equal(archive.toString('latin1', end, end + 4), 'PK\x05\x06', 'the end record stands at the end');
  const count = archive.readUInt16LE(end + 10);
  assert.equal(archive.readUInt16LE(end + 8), count);
  const entries = [];
  let p = archive.readUInt32LE(end + 16);
  const directory = p;
  let next = 0;
  for (let i = 0; i < count; i++) {
    assert.equal(archive.toString('latin1', p, p + 4), 'PK\x01\x02');
    const nameLength = archive.readUInt16LE(p + 28);
    assert.deepEqual([archive.readUInt16LE(p + 30), archive.readUInt16LE(p + 32)], [0, 0], 'no extra field, no comment');
    const offset = archive.readUInt32LE(p + 42);
    assert.equal(offset, next, 'the entries stand one behind the other');
    assert.equal(archive.toString('latin1', offset, offset + 4), 'PK\x03\x04');
    // Version, flags, method, time, sums, sizes and lengths are the same in both.
    assert.deepEqual(archive.subarray(offset + 4, offset + 30), archive.subarray(p + 6, p + 32));
    const name = archive.subarray(p + 46, p + 46 + nameLength);
    assert.deepEqual(archive.subarray(offset + 30, offset + 30 + nameLength), name);
    const start = offset + 30 + nameLength;
    const packed = archive.subarray(start, start + archive.readUInt32LE(p + 20));
    const data = archive.readUInt16LE(p + 10) === 8 ? inflateRawSync(packed) : packed;
    assert.equal(data.length, archive.readUInt32LE(p + 24), 'the size');
    assert.equal(crc32(data), archive.readUInt32LE(p + 16), 'the CRC-32');
    entries.push([name.toString(), data.toString()]);
    next = start + packed.length;
    p += 46 + nameLength;
  }
  assert.equal(next, directory, 'nothing stands between the entries and the directory');
  assert.equal(archive.readUInt32LE(end + 12), end - directory);
  return entries;
}
