// Saving what was made here: the browser's own download, of a blob that is let
// go of afterwards.

import { el } from './dom.js';

/** A download has begun by then; nothing tells when it has ended. */
const KEEP_MS = 60_000;

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function saveText(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

/**
 * The name of a file that goes with another: capture.redacted.har →
 * capture.redacted.report.json.
 * @param {string} name
 * @param {string} suffix
 */
export const besides = (name, suffix) => `${name.replace(/\.(har|zip)$/i, '')}.${suffix}`;
