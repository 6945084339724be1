// Packs and unpacks a Blob, by the browser's own streams. Runs inside a worker.
//
// What comes out is kept in Blobs, whose bytes the browser holds outside of this
// process, so that memory does not grow with the file.

import { crc32 } from './crc32.js';
import { chunks } from './reader.js';

/**
 * What is inflated at a time. All that comes of it is held before anybody can
 * count it, and deflate gives up to 1,032 bytes for one: 16 MiB at most.
 */
const PIECE = 16 << 10;

/** From how many bytes on what came out is put away. */
const PART = 1 << 20;

/**
 * @param {Blob} packed
 * @param {'gzip' | 'deflate-raw'} format gzip has its sums checked by the browser
 * @param {{ read: (n: number) => void, gave: (n: number) => void }} on is told of
 *   the bytes that went in and came out; what it throws ends it
 * @returns {Promise<Sums & { data: Blob }>} the sums are those of data
 */
export async function inflated(packed, format, on) {
  const source = streamed(packed, (chunk) => on.read(chunk.length));
  let sums = { size: 0, crc: 0 };
  const data = await gathered(source.pipeThrough(new DecompressionStream(format)), (piece) => {
    on.gave(piece.length);
    sums = added(sums, piece);
  });
  return { data, ...sums };
}

/**
 * @param {Blob} data
 * @param {(n: number) => void} read is told of the bytes that went in
 * @returns {Promise<Sums & { packed: Blob }>} the sums are those of data
 */
export async function deflated(data, read) {
  let sums = { size: 0, crc: 0 };
  const source = streamed(data, (chunk) => {
    sums = added(sums, chunk);
    read(chunk.length);
  });
  const packed = await gathered(source.pipeThrough(new CompressionStream('deflate-raw')), () => {});
  return { packed, ...sums };
}

/**
 * The sums of data that is not packed.
 * @param {Blob} data
 * @param {(n: number) => void} read
 * @returns {Promise<Sums>}
 */
export async function summed(data, read) {
  let sums = { size: 0, crc: 0 };
  for await (const chunk of chunks(data)) {
    sums = added(sums, chunk);
    read(chunk.length);
  }
  return sums;
}

/** @typedef {{ size: number, crc: number }} Sums the bytes and their CRC-32 */

/**
 * @param {Sums} sums
 * @param {Uint8Array} bytes
 */
const added = ({ size, crc }, bytes) => ({ size: size + bytes.length, crc: crc32(bytes, crc) });

/**
 * @param {Blob} blob
 * @param {(chunk: Uint8Array) => void} onChunk
 * @returns {ReadableStream<Uint8Array<ArrayBuffer>>}
 */
function streamed(blob, onChunk) {
  const all = chunks(blob);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await all.next();
      if (done) return controller.close();
      onChunk(value);
      // A chunk is valid until the next one is asked for.
      const own = value.slice();
      for (let at = 0; at < own.length; at += PIECE) controller.enqueue(own.subarray(at, at + PIECE));
    },
    cancel: () => void all.return(),
  });
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {(piece: Uint8Array) => void} onPiece
 */
async function gathered(stream, onPiece) {
  /** @type {Blob[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  let pieces = [];
  let held = 0;
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return new Blob([...parts, ...pieces]);
    try {
      onPiece(value);
    } catch (error) {
      await reader.cancel().catch(() => {});
      throw error;
    }
    pieces.push(value);
    held += value.length;
    if (held < PART) continue;
    parts.push(new Blob(pieces));
    pieces = [];
    held = 0;
  }
}
