// One request in full: what the redacted file says of it, with a mark at each
// edit, and what stood there before, masked. The view is made from the output
// alone, so it cannot hold a value that was removed.

import { address } from './requests.js';
import { el, newId, toggle } from './dom.js';
import { marker } from './mark.js';
import { readable } from './readable.js';
import { selectionBar } from './selection.js';
import { timings } from './waterfall.js';

/**
 * @typedef {import('./case.js').RequestRow} RequestRow
 * @typedef {import('./messages/messages.js').Messages} Messages
 * @typedef {ReturnType<typeof import('./mark.js').marker>} Marker
 * @typedef {{ name: unknown, value: unknown }} Pair
 */

/** A longer text is cut, with a button for the rest: it would hold up the page. */
const SHOWN = 20_000;

/**
 * @param {Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   row: RequestRow,
 *   search: { sides: boolean },
 *   change: (work: () => Promise<unknown>) => void,
 *   failed: (error: unknown) => void,
 *   openFinding: (secret: number) => void,
 * }} use
 */
export function requestView(t, { it, row, search, change, failed, openFinding }) {
  const mark = marker(t, it, openFinding);
  const content = el('div', { class: 'request-content' }, el('p', { class: 'muted' }, t.requests.loading));
  const bar = selectionBar(t, content, (value) => change(() => it.also(value)));
  const sides = toggle(t.requests.sides, search.sides, (on) => {
    search.sides = on;
    draw();
  });
  let closed = false;
  /** @type {import('./protocol.js').Segment[] | undefined} */
  let segments;

  function draw() {
    if (!segments) return;
    const entry = entryOf(segments.map((s) => s.text ?? s.after ?? '').join(''));
    const marks = search.sides
      ? [marker(t, it, openFinding, 'before'), marker(t, it, openFinding, 'after')]
      : [mark];
    content.replaceChildren(
      ...(search.sides ? [el('div', { class: 'sides-heads', 'aria-hidden': 'true' }, el('span', {}, t.requests.before), el('span', {}, t.requests.after))] : []),
      ...parts(t, entry).flatMap(({ title, build }) => part(t, title, marks.map(build))),
      raw(segments, mark, t),
    );
  }

  it.session.request(row.index).then(
    (got) => {
      if (closed) return;
      ({ segments } = got);
      draw();
    },
    (error) => {
      if (!closed) failed(error);
    },
  );

  const { host, path } = address(row.url);
  const file = it.several ? it.fileOf(row.index) : undefined;
  return {
    element: el(
      'section',
      { class: 'request' },
      el('h3', { tabindex: '-1' }, t.requests.title(row.index + 1)),
      ...(file ? [el('p', { class: 'muted small of-file' }, el('bdi', {}, t.files.place(file.name, row.index - file.first + 1, file.entries)))] : []),
      el('p', { class: 'url mono' }, `${row.method} `, el('bdi', {}, ...mark.text(host ? `${host}${path}` : path))),
      timings(t, row),
      el('div', { class: 'tools under' }, el('p', { class: 'muted small' }, t.also.selectionHint), sides),
      bar.element,
      content,
    ),
    close() {
      closed = true;
      bar.close();
    },
  };
}

/**
 * The entry, as far as it can be shown by its parts; the raw text shows all.
 * @param {string} text
 * @returns {any}
 */
function entryOf(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/**
 * What there is to show, each part with what builds it under a given mark.
 * @typedef {{ title: string, build: (mark: Marker) => HTMLElement | undefined }} Part
 */

/**
 * @param {Messages} t
 * @param {any} entry
 * @returns {Part[]}
 */
function parts(t, entry) {
  const request = entry.request ?? {};
  const response = entry.response ?? {};
  const post = typeof request.postData === 'string' ? { text: request.postData } : (request.postData ?? {});
  const messages = list(entry._webSocketMessages).map((m) => ({ name: m?.type ?? '', value: m?.data }));
  return [
    pairs(t.requests.general, [{ name: request.method ?? '', value: request.url }]),
    pairs(t.requests.query, list(request.queryString)),
    pairs(t.requests.requestHeaders, list(request.headers)),
    pairs(t.requests.requestCookies, list(request.cookies)),
    body(t, t.requests.requestBody, { type: post.mimeType, text: post.text, params: list(post.params) }),
    pairs(t.requests.responseHeaders, list(response.headers)),
    pairs(t.requests.responseCookies, list(response.cookies)),
    body(t, t.requests.responseBody, { type: response.content?.mimeType, ...decoded(response.content), params: [] }),
    pairs(t.requests.messages, messages),
  ];
}

/**
 * @param {unknown} value
 * @returns {any[]}
 */
const list = (value) => (Array.isArray(value) ? value : []);

/**
 * The text of a body; undefined for what is no text.
 * @param {any} content
 * @returns {{ text: unknown, size?: number }}
 */
function decoded(content) {
  if (content?.encoding !== 'base64' || typeof content.text !== 'string') return { text: content?.text };
  try {
    const binary = atob(content.text);
    const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), size: bytes.length };
  } catch {
    return { text: undefined, size: Math.floor((content.text.length * 3) / 4) };
  }
}

/**
 * @param {string} title
 * @param {Pair[]} rows
 * @returns {Part}
 */
function pairs(title, rows) {
  return {
    title,
    build: (mark) =>
      rows.length === 0
        ? undefined
        : el(
            'dl',
            { class: 'pairs mono' },
            ...rows.map((row) => el('div', {}, el('dt', {}, ...mark.text(shown(row?.name))), el('dd', {}, ...mark.text(shown(row?.value))))),
          ),
  };
}

/** @param {unknown} value */
const shown = (value) => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));

/**
 * @param {Messages} t
 * @param {string} title
 * @param {{ type?: string, text: unknown, size?: number, params: Pair[] }} body
 * @returns {Part}
 */
function body(t, title, { type = '', text: given, size, params }) {
  if (size !== undefined && given === undefined) {
    return { title, build: () => el('p', { class: 'muted' }, t.requests.binary(type, t.bytes(size))) };
  }
  if (given === undefined || given === null) return pairs(title, params);
  // Some exporters write a body that is JSON as such.
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const { pairs: form, text: pretty, escaped } = readable(type, text);
  if (form) return pairs(title, form);
  return { title, build: (mark) => (text === '' ? undefined : long(t, pretty, mark, escaped)) };
}

/**
 * A text, and a button for the rest of it where it is long.
 * @param {Messages} t
 * @param {string} text
 * @param {Marker} mark
 * @param {boolean} escaped whether it shows as JSON writes it
 */
function long(t, text, mark, escaped) {
  let end = SHOWN;
  // A mark is not cut in two.
  const inside = /REDACTED-[A-Za-z0-9-]*$/.exec(text.slice(0, end));
  if (inside) end = inside.index;
  const pre = el('pre', { class: 'body mono', ...(escaped && { 'data-escaped': '' }) }, ...mark.text(text.slice(0, end)));
  if (text.length <= SHOWN) return pre;
  const more = el(
    'button',
    {
      type: 'button',
      class: 'quiet small',
      click: () => {
        pre.append(...mark.text(text.slice(end)));
        more.remove();
      },
    },
    `${t.requests.rest} (${t.requests.restSize(text.length - end)})`,
  );
  return el('div', {}, pre, more);
}

/**
 * A part under its title: as it is after, or before and after beside each other.
 * @param {Messages} t
 * @param {string} title
 * @param {(HTMLElement | undefined)[]} columns
 */
function part(t, title, columns) {
  const there = columns.filter((column) => column !== undefined);
  if (there.length === 0) return [];
  const id = newId();
  const [first, second] = there;
  return [
    el(
      'section',
      { class: 'part', 'aria-labelledby': id },
      el('h4', { id }, title),
      second
        ? el(
            'div',
            { class: 'sided' },
            el('div', { class: 'before' }, el('p', { class: 'side' }, t.requests.before), first),
            el('div', { class: 'after' }, el('p', { class: 'side' }, t.requests.after), second),
          )
        : first,
    ),
  ];
}

/**
 * The whole entry to the byte, built when it is opened.
 * @param {import('./protocol.js').Segment[]} segments
 * @param {Marker} mark
 * @param {Messages} t
 */
function raw(segments, mark, t) {
  const pre = el('pre', { class: 'body mono', 'data-escaped': '' });
  return el(
    'details',
    {
      class: 'raw',
      toggle: () => {
        if (pre.childNodes.length > 0) return;
        for (const s of segments) pre.append(s.secret === undefined ? (s.text ?? '') : mark.edit(s.secret, s.before ?? '', s.after ?? ''));
      },
    },
    el('summary', {}, t.requests.raw),
    pre,
  );
}
