// Compiles the engine: once for all workers of all runs of a page, because what
// the browser learns of the hot loops of a compiled engine stays with it.

import { RedactError } from './error.js';
import { turn } from './remote.js';

/** How many digits of base64, whole fours, are decoded in one task of the page, where it has to do so itself. */
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
  try {
    const bytes = new Blob(await decoded(text.trim())).stream().pipeThrough(new DecompressionStream('gzip'));
    return await WebAssembly.compileStreaming(new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
  } catch (error) {
    throw new RedactError('unsupported', "WebAssembly could not be compiled here; allow 'wasm-unsafe-eval' in the page's script-src", -1, error);
  }
}

/**
 * The browser takes a few milliseconds; where it has no decoder, a script takes fifty times as long.
 * @param {string} base64
 * @returns {Promise<BlobPart[]>}
 */
async function decoded(base64) {
  const { fromBase64 } = /** @type {{ fromBase64?: (digits: string) => Uint8Array<ArrayBuffer> }} */ (/** @type {unknown} */ (Uint8Array));
  if (fromBase64) return [fromBase64(base64)];
  const parts = [];
  for (let i = 0; i < base64.length; i += SLICE) {
    parts.push(Uint8Array.from(atob(base64.slice(i, i + SLICE)), (c) => c.charCodeAt(0)));
    await turn();
  }
  return parts;
}
