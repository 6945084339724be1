// The state after a run that went well: the verdict, the proof, the file to
// save, and what was done. It shows names of kinds and figures, never a value.

import { el, icon, icons, stateHeading } from './dom.js';
import { proofLine } from './proof.js';

/**
 * @param {import('./messages.js').Messages} t
 * @param {{ file: File, report: import('./protocol.js').Report, onAgain: () => void }} outcome
 */
export function summaryView(t, { file, report, onAgain }) {
  const secrets = (report.secrets ?? []).length;
  const url = URL.createObjectURL(file);
  const element = el(
    'section',
    { 'data-state': 'done' },
    stateHeading(t.done.title(secrets, report.entries)),
    el('p', { class: 'verdict' }, icon(icons.check), secrets === 0 ? t.done.unchanged : t.done.proof(secrets)),
    el(
      'p',
      { class: 'actions' },
      el('a', { class: 'button', id: 'save', href: url, download: file.name }, icon(icons.save), t.done.save),
      el('button', { type: 'button', class: 'quiet', click: onAgain }, t.done.again),
    ),
    el('p', { class: 'filename' }, icon(icons.file), el('bdi', {}, file.name), ' ', el('span', { class: 'size' }, `(${t.bytes(file.size)})`)),
    removed(t, report),
    kept(t, report),
    notInspected(t, report),
    proofLine(t),
  );
  return { element, close: () => URL.revokeObjectURL(url) };
}

/**
 * @param {import('./messages.js').Messages} t
 * @param {import('./protocol.js').Report} report
 */
function removed(t, report) {
  const kinds = report.kinds ?? [];
  if (kinds.length === 0) return '';
  return el(
    'section',
    { 'aria-labelledby': 'removed' },
    el('h2', { id: 'removed' }, t.done.removed),
    table(
      'removed',
      [t.done.kind, t.done.secrets, t.done.places],
      kinds.map((k) => [t.done.kindName(k.kind), t.number(k.secrets), t.number(k.occurrences)]),
      [t.done.total, t.number((report.secrets ?? []).length), t.number(report.occurrences)],
    ),
    el('p', { class: 'muted small' }, t.done.removedNote),
  );
}

/**
 * @param {import('./messages.js').Messages} t
 * @param {import('./protocol.js').Report} report
 */
function kept(t, report) {
  // One line a kind: which rule found it belongs to the review.
  const sums = new Map();
  for (const { kind, count } of report.kept ?? []) sums.set(kind, (sums.get(kind) ?? 0) + count);
  if (sums.size === 0) return '';
  return el(
    'section',
    { 'aria-labelledby': 'kept' },
    el('h2', { id: 'kept' }, t.done.kept),
    table(
      'kept',
      [t.done.kind, t.done.found],
      [...sums].map(([kind, count]) => [t.done.kindName(kind), t.number(count)]),
    ),
    el('p', { class: 'muted small' }, t.done.keptNote),
  );
}

/**
 * @param {import('./messages.js').Messages} t
 * @param {import('./protocol.js').Report} report
 */
function notInspected(t, report) {
  const list = report.notInspected ?? [];
  return el(
    'section',
    { 'aria-labelledby': 'not-inspected' },
    el('h2', { id: 'not-inspected' }, t.done.notInspected),
    ...(list.length === 0
      ? [el('p', {}, t.done.nothingPassedOver)]
      : [
          table(
            'not-inspected',
            [t.done.what, t.done.count, t.done.size],
            list.map((n) => [t.done.whatName(n.what), t.number(n.count), t.bytes(n.bytes)]),
          ),
          el('p', { class: 'muted small' }, t.done.notInspectedNote),
        ]),
  );
}

/**
 * A table whose first column names the row and whose others hold figures.
 * @param {string} label the id of its heading
 * @param {string[]} head
 * @param {string[][]} rows
 * @param {string[]} [foot]
 */
function table(label, head, rows, foot) {
  /** @param {string[]} cells */
  const row = ([name, ...figures]) =>
    el('tr', {}, el('th', { scope: 'row' }, name), ...figures.map((f) => el('td', {}, f)));
  return el(
    'table',
    { 'aria-labelledby': label },
    el('thead', {}, el('tr', {}, ...head.map((h) => el('th', { scope: 'col' }, h)))),
    el('tbody', {}, ...rows.map(row)),
    ...(foot && rows.length > 1 ? [el('tfoot', {}, row(foot))] : []),
  );
}
