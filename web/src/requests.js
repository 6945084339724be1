// All requests as a list, and one of them in full beside it.

import { el, field, select, toggle } from './dom.js';
import { virtualList } from './list.js';
import { requestView } from './request.js';
import { split } from './split.js';
import { bar, span } from './waterfall.js';

/**
 * @typedef {import('./case.js').RequestRow} RequestRow
 * @typedef {import('./messages/messages.js').Messages} Messages
 */

/** What the person looks for; it outlives the view. */
export const newRequestSearch = () => ({ text: '', changed: false, sides: false, file: -1 });

/**
 * @param {Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   search: ReturnType<typeof newRequestSearch>,
 *   change: (work: () => Promise<unknown>) => void,
 *   failed: (error: unknown) => void,
 *   openFinding: (secret: number) => void,
 *   opened: (index: number | undefined) => void,
 * }} use
 */
export function requestsView(t, { it, search, change, failed, openFinding, opened }) {
  /** @type {RequestRow[]} */
  let rows = [];
  const files = it.files.filter((file) => file.entries > 0);
  /** Of each request, which of the files it is in. */
  /** @type {number[]} */
  const fileOf = [];
  for (const [k, { entries }] of files.entries()) for (let n = 0; n < entries; n++) fileOf.push(k);
  /** Each file has a time line of its own: they may be days apart. */
  /** @type {{ from: number, length: number }[]} */
  let spans = [];
  let closed = false;
  let closeDetail = () => {};

  const list = virtualList({
    label: t.requests.label,
    className: 'requests-list',
    render: (/** @type {RequestRow} */ r) => row(t, r, spans[fileOf[r.index]], it.several ? files[fileOf[r.index]].name : ''),
    onOpen: (r) => open(r, 'row'),
  });
  const panes = split(t, list.element, back, 'wide');
  const shown = el('p', { class: 'muted small', role: 'status' });
  const text = el('input', {
    type: 'search', placeholder: t.requests.searchHint, autocomplete: 'off', spellcheck: 'false',
    input: () => ((search.text = text.value), refresh()),
  });
  text.value = search.text;

  function refresh() {
    const words = search.text.toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter(
      (r) => (!search.changed || r.edits > 0) && (search.file < 0 || fileOf[r.index] === search.file) && words.every((word) => `${r.method} ${r.url} ${r.status} ${r.mimeType}`.toLowerCase().includes(word)),
    );
    shown.textContent = found.length === 0 && rows.length > 0 ? t.list.nothing : t.list.shown(found.length, rows.length);
    list.show(found);
  }

  function back() {
    closeDetail();
    opened(undefined);
    list.clear();
    list.focus();
  }

  /**
   * @param {RequestRow} r
   * @param {'row' | 'elsewhere' | ''} from
   */
  function open(r, from) {
    closeDetail();
    opened(r.index);
    const view = requestView(t, { it, row: r, search, change, failed, openFinding });
    closeDetail = view.close;
    panes.show(view.element, from);
  }

  const loaded = it.requests().then((got) => {
    if (closed) return;
    rows = got;
    spans = files.map(({ first, entries }) => span(rows.slice(first, first + entries)));
    refresh();
  });
  loaded.catch(failed);

  /** @type {[string, string][]} */
  const options = [['-1', t.files.all], ...files.map(({ name }, k) => /** @type {[string, string]} */ ([`${k}`, name]))];
  const choice = it.several && select(options, `${search.file}`, (value) => ((search.file = Number(value)), refresh()));
  const changed = toggle(t.requests.onlyChanged, search.changed, (on) => ((search.changed = on), refresh()));
  return {
    element: el(
      'div',
      {},
      el('div', { class: 'tools' }, field(t.list.search, text, 'grow'), ...(choice ? [field(t.report.file, choice)] : []), changed),
      el('div', { class: 'tools under' }, shown),
      panes.element,
    ),
    /** @param {number} index */
    async open(index) {
      await loaded;
      const r = rows.find((r) => r.index === index);
      if (!r || closed) return;
      Object.assign(search, { text: '', changed: false, file: -1 });
      text.value = '';
      if (choice) choice.value = '-1';
      const box = changed.querySelector('input');
      if (box) box.checked = false;
      refresh();
      list.reveal(r);
      open(r, 'elsewhere');
    },
    /**
     * As it was before a change: the search stays, and so does the focus.
     * @param {number} index
     */
    async reopen(index) {
      await loaded;
      const r = rows.find((r) => r.index === index);
      if (!r || closed) return;
      list.reveal(r);
      open(r, '');
    },
    close() {
      closed = true;
      closeDetail();
      list.close();
    },
  };
}

/**
 * @param {Messages} t
 * @param {RequestRow} r
 * @param {{ from: number, length: number }} all
 * @param {string} file its name, where there are several
 */
function row(t, r, all, file) {
  const { host, path } = address(r.url);
  const failed = r.status === 0 || r.status >= 400;
  return [
    el(
      'span',
      { class: 'row-main' },
      el('span', { class: 'row-title url' }, el('span', { class: 'method' }, r.method), ' ', el('bdi', {}, path)),
      el('span', { class: 'row-sub' }, el('bdi', {}, host), ...(file ? [' · ', el('bdi', {}, file)] : [])),
    ),
    el(
      'span',
      { class: 'row-side' },
      el('span', { class: failed ? 'status bad' : 'status' }, r.status > 0 ? `${r.status}` : t.requests.noStatus),
      el('span', { class: 'row-sub' }, r.edits > 0 ? t.requests.edits(r.edits) : '', r.edits > 0 && r.mimeType ? ' · ' : '', type(r.mimeType)),
    ),
    el(
      'span',
      { class: 'row-time' },
      bar(r, all),
      // In a language that runs the other way each figure stays in one piece.
      el('span', { class: 'row-sub' }, ...(r.size >= 0 ? [el('bdi', {}, t.bytes(r.size)), ' · '] : []), el('bdi', {}, t.duration(Math.max(0, r.time)))),
    ),
  ];
}

/**
 * Not every URL in a capture is one that a browser would parse.
 * @param {string} url
 */
export function address(url) {
  const m = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^]*)$/i.exec(url);
  return m ? { host: m[1], path: m[2] || '/' } : { host: '', path: url };
}

/** @param {string} mimeType */
const type = (mimeType) => mimeType.split(';')[0].replace(/^(application|text)\//, '');
