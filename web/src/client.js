// redact(): opens a session, takes its outcome, and ends it.

import { Session } from './session.js';

/** @typedef {import('./session.js').Options} Options */
/** @typedef {import('./session.js').Assets} Assets */
/** @typedef {import('./protocol.js').Outcome} Outcome */

/**
 * @param {Assets} assets
 * @param {Blob | Blob[]} file
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export async function redactWith(assets, file, options = {}) {
  const session = await Session.open(assets, file, options, { review: false });
  session.close();
  return session.outcome;
}

