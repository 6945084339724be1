// har-redactor: takes live secrets out of a HAR file, in this browser alone.
// An ES module with no further asset: the engine travels inside.
//
//	import { redact } from './har-redactor.js';
//	const { file, report } = await redact(input.files[0]);

import WASM from 'build:wasm';
import WORKER from 'build:worker';
import { redactWith } from './client.js';
import { compiledOnce } from './compile.js';
import { prepare as prepareWith } from './prepare.js';
import { Session } from './session.js';

export { RedactError } from './error.js';

const assets = { worker: WORKER, engine: compiledOnce(() => WASM) };

/**
 * Gives a copy of the file without its secrets, and a report that holds no
 * secret value. Rejects with a RedactError, and then there is no file.
 *
 * A list of files, or a zip that holds several HARs, is one run: what is secret in
 * one is gone from all, under one placeholder. The copy is a zip then, `files` are
 * the HARs in it, and `report.files` tells which requests are whose. Where one
 * cannot be redacted there is nothing: the error's `file` is its place among them.
 * @param {Blob | Blob[]} file
 * @param {import('./client.js').Options} [options]
 * @returns {Promise<import('./client.js').Outcome>}
 */
export async function redact(file, options) {
  return redactWith(assets, file, options);
}

/**
 * Redacts, and keeps the files open for a review by a program of one's own: what
 * was found, what to keep, what else to remove. Where one of several files cannot
 * be redacted the others are, and `files` of the session has the reason. Close the
 * session after it.
 * @param {Blob | Blob[]} file
 * @param {import('./client.js').Options} [options]
 */
export async function open(file, options) {
  return Session.open(assets, file, options);
}

/**
 * Gets the engine ready, so that the first file takes little longer than others: for a
 * program that knows before its user has a file, when the picker opens or something
 * is dragged over the page. It takes a core for about a second.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<void>}
 */
export async function prepare({ signal } = {}) {
  return prepareWith(assets, signal);
}
