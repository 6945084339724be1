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
