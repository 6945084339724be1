// The line that says that nothing leaves, and how to check it.

import { el, icon, icons } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {string} build the page's own hash, as it names it
 */
export function proofLine(t, build) {
  const line = el('p', { role: 'status' });
  const look = () => (line.textContent = navigator.onLine ? t.proof.online : t.proof.offline);
  return el(
    'details',
    {
      class: 'proof',
      // Watched while it is open, and no longer.
      toggle: (/** @type {Event} */ event) => {
        const { open } = /** @type {HTMLDetailsElement} */ (event.target);
        const listen = open ? addEventListener : removeEventListener;
        listen('online', look);
        listen('offline', look);
        look();
      },
    },
    el(
      'summary',
      {},
      icon(icons.shield),
      el('span', {}, el('strong', {}, t.proof.line), ' ', el('span', { class: 'how' }, t.proof.how)),
    ),
    el('ul', {}, ...t.proof.steps.map((step) => el('li', {}, step))),
    line,
    el('p', {}, t.proof.note),
    el('p', { class: 'build' }, `${t.proof.build} `, el('span', { class: 'mono wrap' }, build)),
  );
}
