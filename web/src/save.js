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
export const saveText = (name, type, text) => saveFile(new File([text], name, { type }));

/** @param {File} file */
export function saveFile(file) {
  const url = URL.createObjectURL(file);
  const link = el('a', { href: url, download: file.name });
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
