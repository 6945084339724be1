// The page's side of a run: makes a worker, hands it the file, waits. Ending a
// run early is ending its worker; the next run gets a new one.

import { RedactError, crashed } from './error.js';

/**
 * What a run needs, as the build put it into the page or the module.
 * @typedef {object} Assets
 * @property {string} worker the worker's program text
 * @property {() => ArrayBuffer} wasm the gzipped engine, decoded on first use
 */

/**
 * @typedef {object} Options
 * @property {object} [policy] what to take out beyond credentials (core/policy); standard by default
 * @property {AbortSignal} [signal] ends the run
 * @property {(progress: import('./protocol.js').Progress) => void} [onProgress]
 */

/** @typedef {{ file: File, report: import('./protocol.js').Report }} Outcome */

const OPTIONS = ['policy', 'signal', 'onProgress'];

/**
 * A worker that is silent for this long hangs or is gone. It is counted in
 * ticks, so that a machine that was asleep does not count.
 */
const TICK_MS = 5000;
const SILENT_TICKS = 24;

let lastId = 0;

/**
 * @param {Assets} assets
 * @param {Blob} file
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export async function redactWith(assets, file, options = {}) {
  const { policy, signal, onProgress } = checked(file, options);
  if (signal?.aborted) throw aborted(signal);
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function') {
    throw new RedactError('unsupported', 'this browser is too old; update it and start again');
  }

  const url = URL.createObjectURL(new Blob([assets.worker], { type: 'text/javascript' }));
  const worker = newWorker(url);
  const id = ++lastId;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let watch;
  /** @type {(() => void) | undefined} */
  let onAbort;
  try {
    return await new Promise((resolve, reject) => {
      let silent = 0;
      watch = setInterval(() => {
        if (++silent >= SILENT_TICKS) reject(crashed());
      }, TICK_MS);
      onAbort = () => reject(aborted(signal));
      signal?.addEventListener('abort', onAbort);
      worker.onerror = (event) => {
        // Not to the console: it is told to the caller.
        event.preventDefault();
        reject(crashed());
      };
      worker.onmessageerror = () => reject(crashed());
      worker.onmessage = (/** @type {MessageEvent<import('./protocol.js').Answer>} */ { data }) => {
        if (data.id !== id) return;
        silent = 0;
        switch (data.type) {
          case 'progress':
            onProgress?.(data.progress);
            break;
          case 'done':
            resolve({ file: data.file, report: data.report });
            break;
          case 'failed':
            reject(new RedactError(data.failure.code, data.failure.message, data.failure.offset));
            break;
        }
      };
      /** @type {import('./protocol.js').Run} */
      const run = {
        id,
        type: 'run',
        wasm: assets.wasm(),
        file,
        name: file instanceof File ? file.name : '',
        policy: policy === undefined ? '' : JSON.stringify(policy),
      };
      worker.postMessage(run);
    });
  } finally {
    clearInterval(watch);
    if (onAbort) signal?.removeEventListener('abort', onAbort);
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

/**
 * @param {unknown} file
 * @param {unknown} options
 * @returns {Options}
 */
function checked(file, options) {
  if (!(file instanceof Blob)) throw new RedactError('option', 'file is not a File or Blob');
  if (typeof options !== 'object' || options === null) {
    throw new RedactError('option', 'options is not an object');
  }
  for (const name of Object.keys(options)) {
    if (!OPTIONS.includes(name)) {
      throw new RedactError('option', `unknown option ${JSON.stringify(name)}; known are ${OPTIONS.join(', ')}`);
    }
  }
  const { policy, signal, onProgress } = /** @type {Options} */ (options);
  if (policy !== undefined && (typeof policy !== 'object' || policy === null)) {
    throw new RedactError('option', 'policy is not an object');
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new RedactError('option', 'signal is not an AbortSignal');
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new RedactError('option', 'onProgress is not a function');
  }
  return { policy, signal, onProgress };
}

/** @param {AbortSignal | undefined} signal */
function aborted(signal) {
  return new RedactError('aborted', 'cancelled; nothing was saved', -1, signal?.reason);
}

/**
 * A worker from a blob: unlike one from a URL it inherits the page's policy, so
 * that it cannot reach the network either; and it exists on file://.
 * @param {string} url
 */
function newWorker(url) {
  try {
    return new Worker(/** @type {string} */ (trusted(url)), { name: 'har-redactor' });
  } catch (error) {
    URL.revokeObjectURL(url);
    throw new RedactError('unsupported', 'this page is not allowed to start a worker', -1, error);
  }
}

/**
 * @typedef {{ createScriptURL: (url: string) => unknown }} TrustedPolicy
 * @type {TrustedPolicy | undefined}
 */
let trustedPolicy;

/**
 * Trusted Types guard the one dangerous sink that is used here. The policy lets
 * a blob URL through and nothing else.
 * @param {string} url
 */
function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return url;
  try {
    trustedPolicy ??= /** @type {TrustedPolicy} */ (
      trustedTypes.createPolicy('har-redactor', {
        createScriptURL(/** @type {string} */ candidate) {
          if (!candidate.startsWith('blob:')) throw new TypeError('not a blob URL');
          return candidate;
        },
      })
    );
  } catch {
    // A host page that names other policies: the plain string works there
    // unless the page enforces Trusted Types, and then the worker is refused.
    return url;
  }
  return trustedPolicy.createScriptURL(url);
}

/**
 * Decodes base64 once, when it is first asked for.
 * @param {() => string} text
 * @returns {() => ArrayBuffer}
 */
export function decodedOnce(text) {
  /** @type {ArrayBuffer | undefined} */
  let buffer;
  return () => {
    if (buffer) return buffer;
    const binary = atob(text().trim());
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return (buffer = bytes.buffer);
  };
}
