// The state after a run that failed: what is wrong, where, and what to do. There
// is no file here, and no way to one.

import { el, icon, icons, stateHeading } from './dom.js';
import { proofLine } from './proof.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{ build: string, code: string, offset: number, onAgain: () => void }} failure
 */
export function failureView(t, { build, code, offset, onAgain }) {
  const text = t.failed.text(code);
  return el(
    'section',
    { 'data-state': 'failed', 'data-code': code },
    stateHeading(text.title),
    el('p', { class: 'verdict bad' }, icon(icons.warn), t.failed.notSaved),
    el(
      'div',
      { class: 'prose' },
      el('p', {}, text.what, offset < 0 ? '' : ` ${t.failed.at(offset)}`),
      el('h2', {}, t.failed.todo),
      el('p', {}, text.todo),
    ),
    el('p', { class: 'actions' }, el('button', { type: 'button', click: onAgain }, t.failed.again)),
    el('p', { class: 'muted small' }, t.failed.code(code, offset)),
    proofLine(t, build),
  );
}
