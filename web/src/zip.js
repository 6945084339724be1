// Reads and writes zip archives (PKWARE's APPNOTE 6.3), as far as a capture needs
// it: no zip64, no encryption, nothing but deflate.
//
// The end record stands at the end, with a comment of up to 64 KiB behind it, and
// says where the directory is; the directory says where the entries are.

import { RedactError } from './error.js';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_DIRECTORY = 64 << 20;

/** Sizes and offsets have 32 bits; the highest number points to zip64. */
export const MAX_SIZE = 0xfffffffe;

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const UTF8 = 1 << 11;

/**
 * @typedef {object} Entry
 * @property {string} name with its folders
 * @property {number} flags
 * @property {number} method
 * @property {number} crc
 * @property {number} packed bytes in the archive
 * @property {number} size bytes when unpacked
 * @property {number} offset of its local header
 */

/**
 * What the directory lists.
 * @param {Blob} file
 * @returns {Promise<Entry[]>}
 */
export async function entriesOf(file) {
  const tailAt = Math.max(file.size - 65557, 0);
  const tail = await bytesOf(file, tailAt, file.size);
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw damaged();
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const at = tail.getUint32(end + 16, true);
  if (at === 0xffffffff || count === 0xffff) throw unusable('is of the kind zip64');
  if (size > MAX_DIRECTORY || at + size > tailAt + end) throw damaged();
  const directory = await bytesOf(file, at, at + size);

  /** @type {Entry[]} */
  const entries = [];
  for (let i = 0, p = 0; i < count; i++) {
    if (p + ENTRY_SIZE > directory.byteLength || directory.getUint32(p, true) !== ENTRY) throw damaged();
    const nameLength = directory.getUint16(p + 28, true);
    if (p + ENTRY_SIZE + nameLength > directory.byteLength) throw damaged();
    entries.push({
      flags: directory.getUint16(p + 8, true),
      method: directory.getUint16(p + 10, true),
      crc: directory.getUint32(p + 16, true),
      packed: directory.getUint32(p + 20, true),
      size: directory.getUint32(p + 24, true),
      offset: directory.getUint32(p + 42, true),
      name: text(new Uint8Array(directory.buffer, directory.byteOffset + p + ENTRY_SIZE, nameLength)),
    });
    p += ENTRY_SIZE + nameLength + directory.getUint16(p + 30, true) + directory.getUint16(p + 32, true);
  }
  return entries;
}

/**
 * The bytes of an entry as they stand in the archive.
 * @param {Blob} file
 * @param {Entry} entry
 * @returns {Promise<{ data: Blob, deflated: boolean }>}
 */
export async function dataOf(file, { flags, method, packed, size, offset }) {
  if (flags & ENCRYPTED) throw unusable('is encrypted');
  if (method !== STORED && method !== DEFLATED) throw unusable('is packed by a method other than deflate');
  if (packed > MAX_SIZE || size > MAX_SIZE || offset > MAX_SIZE) throw unusable('is of the kind zip64');
  const local = await bytesOf(file, offset, offset + LOCAL_SIZE);
  if (local.byteLength < LOCAL_SIZE || local.getUint32(0, true) !== LOCAL) throw damaged();
  const start = offset + LOCAL_SIZE + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + packed > file.size) throw damaged();
  return { data: file.slice(start, start + packed), deflated: method === DEFLATED };
}

/**
 * An archive of what was deflated already. All entries have one date, the first
 * that there is in a zip, so that equal files give equal archives.
 * @param {{ name: string, packed: Blob, size: number, crc: number }[]} entries
 * @returns {Blob[]} its parts
 */
export function zipped(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  let directorySize = 0;
  for (const { name, packed, size, crc } of entries) {
    if (Math.max(size, packed.size, offset) > MAX_SIZE) throw tooLarge();
    const utf8 = new TextEncoder().encode(name);
    const local = new DataView(new ArrayBuffer(LOCAL_SIZE));
    const entry = new DataView(new ArrayBuffer(ENTRY_SIZE));
    local.setUint32(0, LOCAL, true);
    entry.setUint32(0, ENTRY, true);
    entry.setUint16(4, 20, true); // made by version 2.0, on MS-DOS
    for (const [header, at] of /** @type {[DataView, number][]} */ ([[local, 4], [entry, 6]])) {
      header.setUint16(at, 20, true); // wants version 2.0
      header.setUint16(at + 2, UTF8, true);
      header.setUint16(at + 4, DEFLATED, true);
      header.setUint16(at + 8, (1 << 5) | 1, true); // 1 January 1980
      header.setUint32(at + 10, crc, true);
      header.setUint32(at + 14, packed.size, true);
      header.setUint32(at + 18, size, true);
      header.setUint16(at + 22, utf8.length, true);
    }
    entry.setUint32(42, offset, true);
    parts.push(new Blob([local, utf8]), packed);
    directory.push(new Blob([entry, utf8]));
    offset += LOCAL_SIZE + utf8.length + packed.size;
    directorySize += ENTRY_SIZE + utf8.length;
  }
  if (offset > MAX_SIZE) throw tooLarge();
  const end = new DataView(new ArrayBuffer(END_SIZE));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return [...parts, ...directory, new Blob([end])];
}

/**
 * A view of some bytes of a file, few enough to hold; fewer at its end.
 * @param {Blob} file
 * @param {number} from
 * @param {number} to
 */
export async function bytesOf(file, from, to) {
  try {
    return new DataView(await file.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new RedactError('read', 'the browser could not read the file; pick it again', -1, error);
  }
}

/**
 * A name: UTF-8, which many write without the flag that says so, or something
 * older, of which no more is wanted than that two names stay two.
 * @param {Uint8Array} name
 */
function text(name) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('windows-1252').decode(name);
  }
}

/** @param {unknown} [cause] */
export function damaged(cause) {
  return new RedactError('archive', 'the archive is damaged or cut off; unpack it yourself, and choose the HAR file', -1, cause);
}

/** @param {string} why */
export function unusable(why) {
  return new RedactError('archive', `the archive ${why}; unpack it yourself, and choose the HAR file`);
}

export function tooLarge() {
  return new RedactError('too-large', 'the files are larger together than a zip can be; choose fewer at a time');
}
