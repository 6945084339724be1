// What could not be looked into: what, where, how large, and the switch that
// removes it.

import { el, table, toggle } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   change: (work: () => Promise<unknown>) => void,
 *   openRequest: (index: number) => void,
 * }} use
 */
export function uninspectedView(t, { it, change, openRequest }) {
  const list = it.report.notInspected ?? [];
  if (list.length === 0) return el('p', { class: 'empty' }, t.uninspected.none);
  const removed = it.decisions.policy.bodies === REMOVE;
  const where = list.some((n) => (n.entries ?? []).length > 0);
  return el(
    'div',
    { class: 'narrow' },
    el('p', {}, removed ? t.uninspected.removed : t.uninspected.text),
    table(
      'tab-uninspected',
      [t.uninspected.what, ...(where ? [t.uninspected.where] : []), t.uninspected.count, t.uninspected.size],
      list.map((n) => [t.what(n.what), ...(where ? [links(t, n.entries ?? [], openRequest)] : []), t.number(n.count), t.bytes(n.bytes)]),
      [t.uninspected.total, ...(where ? [''] : []), ...sums(t, list)],
    ),
    bodiesToggle(t, it, change),
  );
}

/** What the policy calls it. */
export const REMOVE = 'remove-uninspected';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @param {(work: () => Promise<unknown>) => void} change
 */
export function bodiesToggle(t, it, change) {
  const list = it.report.notInspected ?? [];
  const count = list.reduce((sum, n) => sum + n.count, 0);
  const bytes = list.reduce((sum, n) => sum + n.bytes, 0);
  return toggle(
    t.settings.bodies,
    it.decisions.policy.bodies === REMOVE,
    (on) => change(() => it.policy({ bodies: on ? REMOVE : 'keep' })),
    t.settings.bodiesCount(count, bytes),
  );
}

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./protocol.js').Report['notInspected']} list
 */
function sums(t, list) {
  const sum = { count: 0, bytes: 0 };
  for (const n of list ?? []) {
    sum.count += n.count;
    sum.bytes += n.bytes;
  }
  return [t.number(sum.count), t.bytes(sum.bytes)];
}

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {number[]} entries
 * @param {(index: number) => void} openRequest
 */
function links(t, entries, openRequest) {
  return el(
    'span',
    { class: 'chips' },
    ...entries.map((i) => el('button', { type: 'button', class: 'chip', click: () => openRequest(i), 'aria-label': t.requests.title(i + 1) }, t.number(i + 1))),
  );
}
