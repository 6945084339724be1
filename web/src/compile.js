// Compiles the engine: once for all workers of all runs of a page, because what
// the browser learns of the hot loops of a compiled engine stays with it.

import { RedactError } from './error.js';
import { turn } from './remote.js';

/** How many digits of base64, whole fours, are decoded in one task of the page. */
const SLICE = 1 << 17;

/**
 * Compiles when it is first asked.
 * @param {() => string} text the engine, gzipped, in base64
 * @returns {() => Promise<WebAssembly.Module>} rejects with a RedactError
 */
export function compiledOnce(text) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let module;
  return () => (module ??= compiled(text()));
}

/** @param {string} text */
async function compiled(text) {
  const base64 = text.trim();
  const gzipped = [];
  for (let i = 0; i < base64.length; i += SLICE) {
    gzipped.push(Uint8Array.from(atob(base64.slice(i, i + SLICE)), (c) => c.charCodeAt(0)));
    await turn();
  }
  try {
    const bytes = new Blob(gzipped).stream().pipeThrough(new DecompressionStream('gzip'));
    return await WebAssembly.compileStreaming(new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
  } catch (error) {
    throw new RedactError('unsupported', "WebAssembly could not be compiled here; allow 'wasm-unsafe-eval' in the page's script-src", -1, error);
  }
}
