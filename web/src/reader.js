// Reads a File piece by piece. Runs inside the worker.
//
// A BYOB reader with a reused buffer of 1 MiB is by far the fastest way to read
// a File in Chromium. But a pending read there stalls for ever if the garbage
// collector runs while only local variables hold the stream, so everything is
// pinned to a property of self; and should a read stall all the same, the rest
// is read by slices.

import { RedactError } from './error.js';

const VIEW = 1 << 20;
const SLICE = 4 << 20;

/** A read that takes longer is given up for a slice, which loses nothing. */
const STALL_MS = 5000;

const pins = /** @type {{ reading?: unknown }} */ (/** @type {unknown} */ (self));

/**
 * The file's bytes in order. A chunk is valid until the next one is asked for.
 * @param {Blob} file
 * @param {number} [number] of the file among several, for errors
 * @returns {AsyncGenerator<Uint8Array, void, void>}
 */
export async function* chunks(file, number = -1) {
  let at = 0;
  try {
    for await (const chunk of streamed(file)) {
      at += chunk.length;
      yield chunk;
    }
    while (at < file.size) {
      const chunk = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
      // A file that has shrunk since it was picked.
      if (chunk.length === 0) throw unreadable();
      at += chunk.length;
      yield chunk;
    }
  } catch (error) {
    // A DOMException of the browser: moved, changed or forbidden.
    throw (error instanceof RedactError ? error : unreadable(error)).about(number);
  } finally {
    pins.reading = undefined;
  }
}

/**
 * Reads by BYOB as far as that goes: to the end, or to a stall, or nowhere in a
 * browser whose File streams are not byte streams.
 * @param {Blob} file
 * @returns {AsyncGenerator<Uint8Array, void, void>}
 */
async function* streamed(file) {
  const stream = file.stream();
  let reader;
  try {
    reader = stream.getReader({ mode: 'byob' });
  } catch {
    return;
  }
  let buffer = new ArrayBuffer(VIEW);
  for (;;) {
    const read = reader.read(new Uint8Array(buffer));
    pins.reading = { file, stream, reader, read };
    const result = await unlessStalled(read);
    if (result === undefined || result.done || result.value === undefined) return;
    yield result.value;
    buffer = /** @type {ArrayBuffer} */ (result.value.buffer);
  }
}

/**
 * @template T
 * @param {Promise<T>} read
 * @returns {Promise<T | undefined>}
 */
async function unlessStalled(read) {
  let timer = 0;
  const stalled = new Promise((resolve) => {
    timer = setTimeout(resolve, STALL_MS);
  });
  try {
    return /** @type {T | undefined} */ (await Promise.race([read, stalled]));
  } finally {
    clearTimeout(timer);
  }
}

/** @param {unknown} [cause] */
function unreadable(cause) {
  return new RedactError('read', 'the browser could not read the file; pick it again', -1, cause);
}
