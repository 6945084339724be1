// The files of a run where there is more than one: each with its size, and what
// became of it.

import { el, icon, icons } from './dom.js';

/**
 * @typedef {import('./protocol.js').Item} Item
 * @typedef {import('./messages/messages.js').Messages} Messages
 */

/** From how many rows on the list may be higher than it is allowed to be. */
const SCROLLS = 3;

/**
 * @template {Item} T
 * @param {Messages} t
 * @param {readonly T[]} files
 * @param {(file: T, k: number) => { note: string, size?: number, done?: boolean, action?: HTMLElement }} say
 *   what there is to say of one that has not failed
 */
export function fileList(t, files, say) {
  return el(
    'ul',
    // It scrolls where there are many, and so the keyboard has to reach it.
    { class: 'files', role: 'list', 'aria-label': t.files.title, ...(files.length >= SCROLLS && { tabindex: '0' }) },
    ...files.map((file, k) => {
      if (file.failure) return row(file.name, icons.warn, failed(t, file.failure), true);
      const { note, size = file.size, done, action } = say(file, k);
      return row(file.name, done ? icons.check : icons.file, [el('span', { class: 'file-note' }, el('bdi', {}, t.bytes(size)), ' · ', el('bdi', {}, note))], false, action);
    }),
  );
}

/**
 * @param {string} name
 * @param {string} drawing
 * @param {Node[]} notes
 * @param {boolean} bad
 * @param {HTMLElement} [action]
 */
function row(name, drawing, notes, bad, action) {
  return el(
    'li',
    { class: bad ? 'file bad' : 'file' },
    icon(drawing),
    el('div', {}, el('span', { class: 'file-name' }, el('bdi', {}, name)), ...notes),
    ...(action ? [action] : []),
  );
}

/**
 * @param {Messages} t
 * @param {import('./protocol.js').Failure} failure
 */
function failed(t, { code, offset }) {
  const { title, todo } = t.failed.text(code);
  return [
    el('span', { class: 'file-note' }, el('strong', {}, `${title}.`), ` ${todo}`),
    el('span', { class: 'file-note muted' }, t.failed.code(code, offset)),
  ];
}

/** More names would be a list of their own. */
const NAMED = 5;

/**
 * What an archive held that is no HAR.
 * @param {Messages} t
 * @param {readonly string[]} names
 */
export function leftOut(t, names) {
  if (names.length === 0) return [];
  return [el('p', { class: 'muted small left-out' }, t.files.leftOut(names.slice(0, NAMED), Math.max(0, names.length - NAMED)))];
}
