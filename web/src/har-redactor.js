// har-redactor: takes live secrets out of a HAR file, in this browser alone.
// An ES module with no further asset: the engine travels inside.
//
//	import { redact } from './har-redactor.js';
//	const { file, report } = await redact(input.files[0]);

import WASM from 'build:wasm';
import WORKER from 'build:worker';
import { redactWith } from './client.js';
import { compiledOnce } from './compile.js';
import { Session } from './session.js';

export { RedactError } from './error.js';

const assets = { worker: WORKER, engine: compiledOnce(() => WASM) };

/**
 * Gives a copy of the file without its secrets, and a report that holds no
 * secret value. Rejects with a RedactError, and then there is no file.
 * @param {File | Blob} file
 * @param {import('./client.js').Options} [options]
 * @returns {Promise<import('./client.js').Outcome>}
 */
export async function redact(file, options) {
  return redactWith(assets, file, options);
}

/**
 * Redacts a file, and keeps it open for a review by a program of one's own: what
 * was found, what to keep, what else to remove. Close the session after it.
 * @param {File | Blob} file
 * @param {import('./client.js').Options} [options]
 */
export async function open(file, options) {
  return Session.open(assets, file, options);
}
