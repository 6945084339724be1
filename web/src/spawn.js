// Makes workers from the program text that the build put into the page.

import { RedactError } from './error.js';

/**
 * @param {string} program
 * @param {number} n
 * @returns {Worker[]}
 */
export function newWorkers(program, n) {
  const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  /** @type {Worker[]} */
  const workers = [];
  try {
    while (workers.length < n) workers.push(newWorker(url));
    return workers;
  } catch (error) {
    for (const worker of workers) worker.terminate();
    throw error;
  } finally {
    // A worker has its program once it was made.
    URL.revokeObjectURL(url);
  }
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
