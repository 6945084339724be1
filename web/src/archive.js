// Takes the HARs out of what a person gave: files as they are, in gzip, and in
// zip archives. Runs inside the lead, before a run.
//
// A run reads its files twice and from any place, so what is packed is inflated
// once, into a Blob. What a file is say its first bytes, not its name. A HAR that
// cannot be unpacked keeps its place in the list, with the reason.

import { inflated, summed } from './deflate.js';
import { RedactError } from './error.js';
import { redactedName, zipName } from './protocol.js';
import { failureOf } from './remote.js';
import { MAX_SIZE, bytesOf, damaged, dataOf, entriesOf, tooLarge, unusable } from './zip.js';

/** The most that is inflated, and from where on how much of it one packed byte may give. */
const MAX_BYTES = 4 * 2 ** 30;
const MAX_RATIO = 1000;
const RATIO_FROM = 16 << 20;

/** What stands around the requests of each is held. */
const MAX_HARS = 1000;

/** @typedef {import('./protocol.js').Item} Item */
/** @typedef {{ read: (n: number) => void, gave: (n: number) => void }} Watch */

/**
 * The HARs of some files, in their order.
 * @param {Blob[]} files
 * @param {string[]} names
 * @param {import('./meter.js').Meter} progress
 * @returns {Promise<import('./protocol.js').Unpacked>}
 */
export async function unpacked(files, names, progress) {
  const kinds = await Promise.all(files.map(kindOf));
  const size = files.reduce((n, file, i) => (kinds[i] === 'plain' ? n : n + file.size), 0);
  if (size > 0) progress.enter('unpack', 0, size);
  /** @type {Item[]} */
  const items = [];
  /** @type {string[]} */
  const leftOut = [];
  let all = 0;
  for (const [i, file] of files.entries()) {
    let own = 0;
    /** @type {Watch} */
    const watch = {
      read: (n) => progress.add(n),
      // Once it is too much, it is too much for all that comes.
      gave(n) {
        all += n;
        own += n;
        if (all > MAX_BYTES || (own > RATIO_FROM && own > MAX_RATIO * file.size)) throw bomb();
      },
    };
    if (kinds[i] === 'zip') {
      const among = files.length === 1 ? '' : `${names[i].replace(/\.zip$/i, '')}/`;
      const got = await fromZip(file, names[i], among, watch);
      items.push(...got.items);
      leftOut.push(...got.leftOut);
    } else {
      const name = kinds[i] === 'gzip' ? names[i].replace(/\.(gz|gzip)$/i, '') : names[i];
      items.push(await item(name, redactedName(name), file.size, async () => (kinds[i] === 'gzip' ? (await inflated(file, 'gzip', watch)).data : file)));
    }
    if (items.length > MAX_HARS) throw new RedactError('several', `there are more than ${MAX_HARS} files; choose fewer at a time`);
  }
  if (items.length === 1) {
    const [only] = items;
    return { items: [{ ...only, as: redactedName(only.name.replace(/^.*\//, '')) }], leftOut, zip: '' };
  }
  if (items.reduce((n, it) => n + it.size, 0) > MAX_SIZE) throw tooLarge();
  return { items, leftOut, zip: zipName(files.length === 1 ? names[0] : '') };
}

/**
 * @param {Blob} file
 * @returns {Promise<'gzip' | 'zip' | 'plain'>}
 */
async function kindOf(file) {
  /** @type {DataView} */
  let head;
  try {
    head = await bytesOf(file, 0, 4);
  } catch {
    // It cannot be read: the run says so.
    return 'plain';
  }
  if (head.byteLength < 4) return 'plain';
  switch (head.getUint32(0, true) & 0xffffff) {
    case 0x088b1f: // RFC 1952, with deflate
      return 'gzip';
    case 0x034b50:
      return 'zip';
  }
  return 'plain';
}

/**
 * @param {string} name
 * @param {string} as
 * @param {number} size
 * @param {() => Promise<Blob>} open
 * @returns {Promise<Item>}
 */
async function item(name, as, size, open) {
  try {
    const file = await open();
    return { name, as, size: file.size, file };
  } catch (error) {
    return { name, as, size, failure: failureOf(error instanceof RedactError ? error : damaged(error)) };
  }
}

/**
 * Beside the HARs there may be the bodies that they name; a folder is no file.
 * @param {Blob} file
 * @param {string} archive its name
 * @param {string} folder where they go in the output
 * @param {Watch} watch
 * @returns {Promise<{ items: Item[], leftOut: string[] }>}
 */
async function fromZip(file, archive, folder, watch) {
  /** @type {Item[]} */
  const items = [];
  /** @type {string[]} */
  const leftOut = [];
  /** @type {import('./zip.js').Entry[]} */
  const hars = [];
  const listed = await item(archive, redactedName(archive), file.size, async () => {
    for (const entry of await entriesOf(file)) {
      // Folders, and what macOS notes of its own.
      if (/\/$|(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(entry.name)) continue;
      if (/\.har$/i.test(entry.name)) hars.push(entry);
      else leftOut.push(entry.name);
    }
    if (hars.length === 0) throw unusable('holds no file whose name ends in .har');
    // Entries that lie over each other are no work of an archiver's.
    if (hars.reduce((n, entry) => n + entry.packed, 0) > file.size) throw damaged();
    return file;
  });
  if (listed.failure) return { items: [listed], leftOut: [] };
  for (const entry of hars) {
    items.push(await item(entry.name, folder + within(entry.name), entry.size, () => unzipped(file, entry, watch)));
  }
  return { items, leftOut };
}

/**
 * @param {Blob} file
 * @param {import('./zip.js').Entry} entry
 * @param {Watch} watch
 */
async function unzipped(file, entry, watch) {
  const { data, deflated } = await dataOf(file, entry);
  const got = deflated ? await inflated(data, 'deflate-raw', watch) : { data, ...(await summed(data, watch.read)) };
  if (got.size !== entry.size || got.crc !== entry.crc) {
    throw new RedactError('archive', 'a file in the archive is not what it was when it was packed; unpack it yourself, and choose the HAR file');
  }
  return got.data;
}

/**
 * A path that leads nowhere but into the folder where it is unpacked.
 * @param {string} name
 */
function within(name) {
  const parts = name.replaceAll('\\', '/').split('/');
  return parts.filter((part) => !/^(\.{0,2}|[a-z]:)$/i.test(part)).join('/').replace(/[\0-\x1f\x7f]/g, '_');
}

function bomb() {
  return new RedactError('bomb', 'the archive unpacks to far more than a recording would hold; choose the HAR file itself');
}
