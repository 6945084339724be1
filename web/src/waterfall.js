// A request's bar in the time line of all requests: where it began, and how its
// time was spent.

import { el } from './dom.js';

const PHASES = /** @type {const} */ (['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive']);

/** @typedef {import('./case.js').RequestRow} RequestRow */

/**
 * From the first request's start to the last one's end.
 * @param {RequestRow[]} rows
 */
export function span(rows) {
  let from = Infinity;
  let to = -Infinity;
  for (const row of rows) {
    const at = Date.parse(row.started);
    if (Number.isNaN(at)) continue;
    from = Math.min(from, at);
    to = Math.max(to, at + Math.max(0, row.time));
  }
  return { from, length: Math.max(1, to - from) };
}

/**
 * Widths go through the style object: the page's policy allows no style
 * attribute.
 * @param {RequestRow} row
 * @param {{ from: number, length: number }} all
 */
export function bar(row, all) {
  const at = Date.parse(row.started);
  const element = el('span', { class: 'timeline', 'aria-hidden': 'true' });
  if (Number.isNaN(at)) return element;
  const inner = el('span', { class: 'timeline-bar' });
  inner.style.insetInlineStart = `${(100 * (at - all.from)) / all.length}%`;
  inner.style.inlineSize = `${(100 * Math.max(0, row.time)) / all.length}%`;
  for (const phase of PHASES) {
    const ms = spent(row, phase);
    if (ms <= 0) continue;
    const part = el('span', { class: `phase-${phase}` });
    part.style.flexGrow = `${ms}`;
    inner.append(part);
  }
  element.append(inner);
  return element;
}

/**
 * A legend with the times of one request.
 * @param {import('./messages/messages.js').Messages} t
 * @param {RequestRow} row
 */
export function timings(t, row) {
  const list = el('ul', { class: 'timings' });
  for (const phase of PHASES) {
    const ms = spent(row, phase);
    if (ms > 0) list.append(el('li', {}, el('span', { class: `swatch phase-${phase}`, 'aria-hidden': 'true' }), `${t.requests.timings[phase]} `, el('bdi', { class: 'figure' }, t.duration(ms))));
  }
  return list;
}

/**
 * HAR says -1 for what did not happen, and counts ssl within connect.
 * @param {RequestRow} row
 * @param {typeof PHASES[number]} phase
 */
function spent(row, phase) {
  const ms = row.timings[phase] ?? -1;
  if (phase === 'connect') return ms - Math.max(0, row.timings.ssl ?? 0);
  return ms;
}
