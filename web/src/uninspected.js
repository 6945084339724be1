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
    ...(list.length > 0 ? [listed(t, list, openRequest)] : []),
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
 * What there is of each sort, and under it where: beside it there is no room on
 * a narrow screen.
 * @param {import('./messages/messages.js').Messages} t
 * @param {NonNullable<import('./protocol.js').Report['notInspected']>} list
 * @param {(index: number) => void} openRequest
 */
function listed(t, list, openRequest) {
  const element = table(
    'tab-uninspected',
    [t.uninspected.what, t.uninspected.count, t.uninspected.size],
    list.map((n) => [t.what(n.what), t.number(n.count), t.bytes(n.bytes)]),
    [t.uninspected.total, ...sums(t, list)],
  );
  const rows = [...element.tBodies[0].rows];
  list.forEach(({ count, entries }, k) => {
    if (entries && entries.length > 0) rows[k].after(el('tr', { class: 'places' }, el('td', { colspan: '3' }, links(t, entries, count, openRequest))));
  });
  return element;
}

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {number[]} entries the first of them
 * @param {number} count
 * @param {(index: number) => void} openRequest
 */
function links(t, entries, count, openRequest) {
  return el(
    'span',
    { class: 'chips' },
    el('span', { class: 'muted small' }, t.uninspected.where),
    ...entries.map((i) => el('button', { type: 'button', class: 'chip', click: () => openRequest(i), 'aria-label': t.requests.title(i + 1) }, t.number(i + 1))),
    // The report names the first twenty.
    ...(entries.length >= 20 && count > entries.length ? [el('span', { class: 'muted small' }, t.findings.more)] : []),
  );
}
