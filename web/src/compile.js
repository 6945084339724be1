// Compiles the engine: once for all workers of all runs of a page, because what
// the browser learns of the hot loops of a compiled engine stays with it.

import { RedactError } from './error.js';

/**
 * Compiles when it is first asked.
 * @param {() => string} text the engine, gzipped, as the build wrote it (web/tool/printable.go)
 * @returns {() => Promise<WebAssembly.Module>} rejects with a RedactError
 */
export function compiledOnce(text) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let module;
  return () => (module ??= compiled(text()));
}

/** @param {string} text */
async function compiled(text) {
  try {
    const bytes = new Blob([decoded(text.trim())]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await WebAssembly.compileStreaming(new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
  } catch (error) {
    throw new RedactError('unsupported', "WebAssembly could not be compiled here; allow 'wasm-unsafe-eval' in the page's script-src", -1, error);
  }
}

/** What printable characters stand for: all but those that mean something in a script. */
const DIGITS = new Uint8Array(128);
for (let c = 33, digit = 0; c < 127; c++) {
  if (!'"<\\'.includes(String.fromCharCode(c))) DIGITS[c] = digit++;
}

/**
 * Reads bytes that were written as printable characters: thirteen bits in two, six
 * in one that is left.
 * @param {string} text
 */
export function decoded(text) {
  const pairs = text.length >> 1;
  const bytes = new Uint8Array((13 * pairs + 6 * (text.length & 1)) >> 3);
  // What is shifted out at the top was written before.
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < 2 * pairs; i += 2) {
    held = (held << 13) | (91 * DIGITS[text.charCodeAt(i)] + DIGITS[text.charCodeAt(i + 1)]);
    bits += 13;
    while (bits >= 8) bytes[at++] = held >> (bits -= 8);
  }
  if (at < bytes.length) bytes[at] = ((held << 6) | DIGITS[text.charCodeAt(2 * pairs)]) >> (bits - 2);
  return bytes;
}
