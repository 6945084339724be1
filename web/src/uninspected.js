// What could not be looked into: what, where, how large, and the switch that
// removes it.

import { el, table, toggle } from './dom.js';
import { KEEP, REMOVE_BODIES, REMOVE_UNINSPECTED, asked } from './policy.js';

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
  const { bodies } = asked(it.decisions.policy);
  const gone = removedBodies(it);
  const where = list.some((n) => (n.entries ?? []).length > 0);
  const said = [
    ...(bodies === REMOVE_BODIES ? [t.uninspected.all] : []),
    ...(gone > 0 ? [t.uninspected.removed(gone)] : []),
    ...(list.length > 0 ? [t.uninspected.text] : []),
    ...(list.some((n) => n.what !== NO_BODY) ? [t.uninspected.advice] : []),
  ];
  return el(
    'div',
    { class: 'narrow' },
    el('p', said.length === 0 ? { class: 'empty' } : {}, said.join(' ') || t.uninspected.none),
    ...(list.length === 0
      ? []
      : [
          table(
            'tab-uninspected',
            [t.uninspected.what, ...(where ? [t.uninspected.where] : []), t.uninspected.count, t.uninspected.size],
            list.map((n) => [t.what(n.what), ...(where ? [links(t, n.entries ?? [], openRequest)] : []), t.number(n.count), t.bytes(n.bytes)]),
            [t.uninspected.total, ...(where ? [''] : []), ...sums(t, list)],
          ),
        ]),
    ...(list.length + gone > 0 && bodies !== REMOVE_BODIES ? [bodiesToggle(t, t.uninspected.remove, it, change)] : []),
  );
}

/**
 * How many bodies that could not be inspected are gone.
 * @param {import('./case.js').Case} it
 */
function removedBodies(it) {
  let n = 0;
  for (const f of it.findings) if (!f.kept && f.rules.includes('shape.body')) n += f.occurrences;
  return n;
}

/** What is no body, so that no switch removes it. */
const NO_BODY = 'too-deep';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {string} label
 * @param {import('./case.js').Case} it
 * @param {(work: () => Promise<unknown>) => void} change
 */
export function bodiesToggle(t, label, it, change) {
  const on = asked(it.decisions.policy).bodies === REMOVE_UNINSPECTED;
  let count = removedBodies(it);
  let bytes = 0;
  for (const n of it.report.notInspected ?? []) {
    if (n.what === NO_BODY) continue;
    count += n.count;
    bytes += n.bytes;
  }
  return toggle(
    label,
    on,
    (on) => change(() => it.policy({ bodies: on ? REMOVE_UNINSPECTED : KEEP })),
    t.settings.uninspectedCount(count, bytes),
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
