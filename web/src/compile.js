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

/**
 * What a printable character stands for: how many bits, and which number they are.
 * Tables, because a branch would be guessed wrong at every other character.
 */
const WIDTH = new Uint8Array(128);
const NUMBER = new Uint8Array(128);
for (let c = 33, digit = 0; c < 127; c++) {
  // These three mean something in a script.
  if ('"<\\'.includes(String.fromCharCode(c))) continue;
  WIDTH[c] = digit < 37 ? 6 : 7;
  NUMBER[c] = digit < 37 ? digit : digit + 37;
  digit++;
}

/**
 * Reads bytes that were written as printable characters.
 * @param {string} text
 */
export function decoded(text) {
  const bytes = new Uint8Array((7 * text.length) >> 3);
  // What is shifted out at the top was written before.
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    held = (held << WIDTH[c]) | NUMBER[c];
    bits += WIDTH[c];
    if (bits >= 8) bytes[at++] = held >> (bits -= 8);
  }
  return bytes.subarray(0, at);
}
