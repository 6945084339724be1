// The distinct secrets: a list to filter, and one of them in full beside it.

import { el, field, select, toggle } from './dom.js';
import { findingView } from './finding.js';
import { virtualList } from './list.js';
import { split } from './split.js';

/**
 * @typedef {import('./case.js').Finding} Finding
 * @typedef {import('./messages/messages.js').Messages} Messages
 */

/** What the person looks for; it outlives the view. */
export const newSearch = () => ({ text: '', kind: '', sort: 'file', decisions: false });

/** @type {Record<string, (a: Finding, b: Finding) => number>} */
const orders = {
  file: (a, b) => a.secret - b.secret,
  places: (a, b) => b.occurrences - a.occurrences || a.secret - b.secret,
  kind: (a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.secret - b.secret),
};

/**
 * @param {Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   search: ReturnType<typeof newSearch>,
 *   change: (work: () => Promise<unknown>) => void,
 *   openRequest: (index: number) => void,
 *   opened: (secret: number) => void,
 * }} use
 */
export function findingsView(t, { it, search, change, openRequest, opened }) {
  if (it.findings.length === 0) {
    return { element: el('div', {}, el('p', { class: 'empty' }, t.findings.none)), open() {}, reopen() {}, focus() {}, close() {} };
  }

  const list = virtualList({
    label: t.findings.label,
    className: 'findings-list',
    render: (/** @type {Finding} */ f) => row(t, f, it.waits(f)),
    onOpen: (f) => open(f, 'row'),
  });
  const panes = split(t, list.element, () => list.focus());

  const shown = el('p', { class: 'muted small', role: 'status' });
  const text = el('input', {
    type: 'search', placeholder: t.findings.searchHint, autocomplete: 'off', spellcheck: 'false',
    input: () => ((search.text = text.value), refresh()),
  });
  text.value = search.text;
  const kinds = [...new Set(it.findings.map((f) => f.kind))].map((kind) => ({ kind, name: t.kinds(kind) }));
  kinds.sort((a, b) => a.name.localeCompare(b.name, t.language));
  const kind = select([['', t.findings.allKinds], ...kinds.map((k) => /** @type {[string, string]} */ ([k.kind, k.name]))], search.kind, (value) => {
    search.kind = value;
    refresh();
  });
  search.kind = kind.value;
  const sort = select(
    [['file', t.findings.byFile], ['places', t.findings.byPlaces], ['kind', t.findings.byKind]],
    search.sort,
    (value) => {
      search.sort = value;
      refresh();
    },
  );
  if (it.undecided.length === 0) search.decisions = false;

  function refresh() {
    const words = search.text.toLowerCase().split(/\s+/).filter(Boolean);
    const found = it.findings.filter(
      (f) =>
        (search.kind === '' || f.kind === search.kind) &&
        (!search.decisions || it.waits(f)) &&
        words.every((word) => matches(t, f, word)),
    );
    found.sort(orders[search.sort]);
    shown.textContent = found.length === 0 ? t.list.nothing : t.list.shown(found.length, it.findings.length);
    list.show(found);
  }

  /**
   * @param {Finding} f
   * @param {'row' | 'elsewhere' | ''} from
   */
  function open(f, from) {
    opened(f.secret);
    panes.show(findingView(t, { it, finding: f, change, openRequest }), from);
  }

  refresh();
  return {
    element: el(
      'div',
      {},
      el(
        'div',
        { class: 'tools' },
        field(t.list.search, text, 'grow'),
        field(t.findings.kind, kind),
        field(t.findings.sort, sort),
      ),
      el(
        'div',
        { class: 'tools under' },
        shown,
        ...(it.undecided.length > 0
          ? [toggle(t.findings.onlyDecisions, search.decisions, (on) => ((search.decisions = on), refresh()))]
          : []),
      ),
      panes.element,
    ),
    /** @param {number} secret */
    open(secret) {
      const f = it.finding(secret);
      if (!f) return;
      Object.assign(search, { text: '', kind: '', decisions: false });
      text.value = kind.value = '';
      refresh();
      list.reveal(f);
      open(f, 'elsewhere');
    },
    /**
     * As it was before a change: the search stays, and so does the focus.
     * @param {number} secret
     */
    reopen(secret) {
      const f = it.finding(secret);
      if (!f) return;
      list.reveal(f);
      open(f, '');
    },
    /** To the first row. */
    focus: () => list.focus(),
    close: () => list.close(),
  };
}

/**
 * @param {Messages} t
 * @param {Finding} f
 * @param {boolean} waits
 */
function row(t, f, waits) {
  return [
    el(
      'span',
      { class: 'row-main' },
      el('span', { class: 'row-title' }, t.kind(f.kind)),
      ...(f.kept ? [el('span', { class: 'badge bad' }, t.findings.keptBadge)] : []),
      ...(waits ? [el('span', { class: 'badge' }, t.findings.decideBadge)] : []),
      el('span', { class: 'row-sub mono' }, mask(t, f)),
    ),
    el('span', { class: 'row-side' }, el('span', {}, t.findings.places(f.occurrences)), el('span', { class: 'row-sub mono' }, f.placeholder)),
  ];
}

/**
 * @param {Messages} t
 * @param {Finding} f
 */
export function mask(t, f) {
  // It stands for all of one sort.
  if (f.kind === 'body') return t.body(f.rules[0]);
  return t.findings.masked(f.mask.head, f.mask.tail, f.mask.length);
}

/**
 * A number looks for a request, anything else for what the row says.
 * @param {Messages} t
 * @param {Finding} f
 * @param {string} word
 */
function matches(t, f, word) {
  if (/^\d+$/.test(word) && f.entries.includes(Number(word) - 1)) return true;
  return [t.kind(f.kind), f.placeholder, f.reason, ...f.rules].some((s) => s.toLowerCase().includes(word));
}
