// The line that says that nothing leaves, and how to check it.

import { el, icon, icons } from './dom.js';

/** @param {import('./messages.js').Messages} t */
export function proofLine(t) {
  return el(
    'details',
    { class: 'proof' },
    el(
      'summary',
      {},
      icon(icons.shield),
      el('span', {}, el('strong', {}, t.proof.line), ' ', el('span', { class: 'how' }, t.proof.how)),
    ),
    el('ul', {}, ...t.proof.steps.map((step) => el('li', {}, step))),
    el('p', {}, t.proof.note),
  );
}
