// The languages of the page. Another one is a file of the shape of en.js, and a
// line here.

import { de } from './de.js';
import { en } from './en.js';

/** @typedef {import('./en.js').Messages} Messages */

/** @type {Messages[]} */
export const languages = [en, de];

/**
 * The first of the reader's languages that the page has.
 * @param {readonly string[]} wanted language tags, most wanted first
 */
export function choose(wanted) {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    const found = languages.find((t) => t.language.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return languages[0];
}
