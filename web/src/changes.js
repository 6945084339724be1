// What the person changed, each with a way back. A text that was removed by hand
// is told by its length alone: the screen may be shared.

import { el, icon, icons } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @param {(work: () => Promise<unknown>) => void} change
 */
export function changesView(t, it, change) {
  const { keep, also } = it.decisions;
  /** @type {HTMLElement[]} */
  const rows = [];
  for (const [secret, reason] of keep) {
    const f = it.finding(secret);
    rows.push(row(t, t.changes.kept(f ? t.kind(f.kind) : '', f?.placeholder ?? ''), reason, () => change(() => it.unkeep(secret))));
  }
  also.forEach((value, i) => {
    const n = it.effect(value);
    const note = n === undefined ? '' : n === 0 ? t.changes.notFound : t.changes.found(n);
    rows.push(row(t, t.changes.removed([...value].length), note, () => change(() => it.unalso(i))));
  });
  if (rows.length === 0 && !it.canUndo) return undefined;
  return el(
    'section',
    { class: 'changes', 'aria-labelledby': 'changes' },
    el('h2', { id: 'changes' }, t.changes.title),
    ...(rows.length > 0 ? [el('ul', {}, ...rows)] : []),
    ...(it.canUndo
      ? [el('button', { type: 'button', class: 'quiet small', id: 'undo', click: () => change(() => it.undo()) }, icon(icons.undo), t.changes.undo)]
      : []),
  );
}

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {string} text
 * @param {string} note
 * @param {() => void} onBack
 */
function row(t, text, note, onBack) {
  return el(
    'li',
    {},
    el('span', {}, text, ...(note ? [el('span', { class: 'muted small' }, note)] : [])),
    el('button', { type: 'button', class: 'link', click: onBack, 'aria-label': `${t.changes.takeBack}: ${text}` }, t.changes.takeBack),
  );
}
