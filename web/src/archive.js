// Takes a HAR out of gzip or zip before a run. Runs inside the lead.
//
// A run reads its file twice and from any place, so what is packed is inflated
// once, into a Blob whose parts the browser keeps outside of this process. What
// a file is says its first bytes, not its name.

import { RedactError } from './error.js';

/** The most that is inflated, and from where on how much of it one packed byte may give. */
const MAX_BYTES = 4 * 2 ** 30;
const MAX_RATIO = 1000;
const RATIO_FROM = 16 << 20;

/**
 * What is inflated at a time. All that comes of it is held before anybody can
 * count it, and deflate gives up to 1,032 bytes for one: 16 MiB at most.
 */
const PIECE = 16 << 10;

/**
 * The HAR that a file holds: the file itself, unless it is packed.
 * @param {Blob} file
 * @param {string} name
 * @returns {Promise<{ file: Blob, name: string }>}
 */
export async function unpacked(file, name) {
  const head = await bytes(file, 0, 4);
  if (head.byteLength < 4) return { file, name };
  switch (head.getUint32(0, true) & 0xffffff) {
    case 0x088b1f: // RFC 1952, with deflate
      return { file: await inflated(file, 'gzip'), name: name.replace(/\.(gz|gzip)$/i, '') };
    case 0x034b50:
      return fromZip(file);
  }
  return { file, name };
}

/**
 * A view of some bytes of a file, few enough to hold; fewer at its end.
 * @param {Blob} file
 * @param {number} from
 * @param {number} to
 */
async function bytes(file, from, to) {
  try {
    return new DataView(await file.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new RedactError('read', 'the browser could not read the file; pick it again', -1, error);
  }
}

/**
 * @param {Blob} packed
 * @param {'gzip' | 'deflate-raw'} format
 */
async function inflated(packed, format) {
  /** @type {Blob[]} */
  const parts = [];
  let size = 0;
  const reader = packed.stream().pipeThrough(pieces()).pipeThrough(new DecompressionStream(format)).getReader();
  for (;;) {
    let read;
    try {
      read = await reader.read();
    } catch (error) {
      throw damaged(error);
    }
    if (read.done) return new Blob(parts);
    size += read.value.length;
    if (size > MAX_BYTES || (size > RATIO_FROM && size > MAX_RATIO * packed.size)) {
      await reader.cancel().catch(() => {});
      throw new RedactError('bomb', 'the archive unpacks to far more than a recording would hold; choose the HAR file itself');
    }
    parts.push(new Blob([read.value]));
  }
}

/**
 * Cuts what a file's stream gives.
 * @returns {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>}
 */
function pieces() {
  return new TransformStream({
    transform(chunk, controller) {
      for (let at = 0; at < chunk.length; at += PIECE) controller.enqueue(chunk.subarray(at, at + PIECE));
    },
  });
}

// PKWARE's APPNOTE 6.3: the end record, at the end with a comment of up to 64 KiB
// behind it, says where the directory is; the directory says where entries are.
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MAX_DIRECTORY = 64 << 20;

/** @param {Blob} file */
async function fromZip(file) {
  const tailAt = Math.max(file.size - 65557, 0);
  const tail = await bytes(file, tailAt, file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw damaged();
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const at = tail.getUint32(end + 16, true);
  if (at === 0xffffffff || count === 0xffff) throw unusable('is of the kind zip64');
  if (size > MAX_DIRECTORY || at + size > tailAt + end) throw damaged();
  const directory = await bytes(file, at, at + size);

  const entries = [];
  for (let i = 0, p = 0; i < count; i++) {
    if (p + 46 > directory.byteLength || directory.getUint32(p, true) !== ENTRY) throw damaged();
    const nameLength = directory.getUint16(p + 28, true);
    if (p + 46 + nameLength > directory.byteLength) throw damaged();
    entries.push({
      flags: directory.getUint16(p + 8, true),
      method: directory.getUint16(p + 10, true),
      packed: directory.getUint32(p + 20, true),
      offset: directory.getUint32(p + 42, true),
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + p + 46, nameLength)),
    });
    p += 46 + nameLength + directory.getUint16(p + 30, true) + directory.getUint16(p + 32, true);
  }
  // Beside the HAR there may be the bodies that it names; a folder is no file.
  const hars = entries.filter(({ name }) => /\.har$/i.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name));
  if (hars.length === 0) throw unusable('holds no file whose name ends in .har');
  if (hars.length > 1) throw new RedactError('several', 'the archive holds more than one HAR; unpack it, and choose one at a time');
  const [{ flags, method, packed, offset, name }] = hars;
  if (flags & 1) throw unusable('is encrypted');
  if (method !== 0 && method !== 8) throw unusable('is packed by a method other than deflate');
  const local = await bytes(file, offset, offset + 30);
  if (local.byteLength < 30) throw damaged();
  const start = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + packed > file.size) throw damaged();
  const data = file.slice(start, start + packed);
  return { file: method === 0 ? data : await inflated(data, 'deflate-raw'), name: name.replace(/^.*\//, '') };
}

/** @param {unknown} [cause] */
function damaged(cause) {
  return new RedactError('archive', 'the archive is damaged or cut off; unpack it yourself, and choose the HAR file', -1, cause);
}

/** @param {string} why */
function unusable(why) {
  return new RedactError('archive', `the archive ${why}; unpack it yourself, and choose the HAR file`);
}
