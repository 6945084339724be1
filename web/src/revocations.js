// For who has already sent the original: what to revoke, and how its issuer
// finds it. It is shown and saved on this computer alone, and is no part of the
// report: it names subjects and token ids.

import { el, facts } from './dom.js';
import { besides, saveText } from './save.js';

/** More at once would hold up the page. */
const STEP = 40;

/**
 * @typedef {import('./protocol.js').Revocation} Revocation
 * @typedef {import('./messages/messages.js').Messages} Messages
 */

/**
 * @param {Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   failed: (error: unknown) => void,
 *   openFinding: (secret: number) => void,
 * }} use
 */
export function revocationsView(t, { it, failed, openFinding }) {
  const content = el('div', {}, el('p', { class: 'muted' }, t.revocations.loading));
  it.session.revocations().then((list) => content.replaceChildren(...filled(t, it, list, openFinding)), failed);
  return el(
    'div',
    {},
    el('h2', { class: 'quiet-heading' }, t.revocations.title),
    el('p', { class: 'narrow' }, t.revocations.text),
    content,
  );
}

/**
 * @param {Messages} t
 * @param {import('./case.js').Case} it
 * @param {Revocation[]} list
 * @param {(secret: number) => void} openFinding
 */
function filled(t, it, list, openFinding) {
  if (list.length === 0) return [el('p', {}, t.revocations.none)];
  const rows = el('ol', { class: 'cards' });
  const more = el('button', { type: 'button', class: 'quiet small', click: () => add() }, t.revocations.more);
  let at = 0;
  function add() {
    const next = list.slice(at, at + STEP);
    at += next.length;
    rows.append(...next.map((r) => card(t, it, r, openFinding)));
    more.hidden = at >= list.length;
  }
  add();
  return [
    el('p', { class: 'muted small narrow' }, t.revocations.also),
    el(
      'p',
      { class: 'actions' },
      el('button', {
        type: 'button', class: 'quiet small', id: 'revocations-save',
        click: () => saveText(besides(it.file.name, 'revocations.json'), 'application/json', `${JSON.stringify(list.map((r) => saved(it, r)), null, 2)}\n`),
      }, t.revocations.save),
    ),
    el('p', { class: 'muted small' }, t.revocations.shown(list.length)),
    rows,
    more,
  ];
}

/**
 * @param {import('./case.js').Case} it
 * @param {Revocation} r
 */
function saved(it, { secret, ...rest }) {
  return { placeholder: it.finding(secret)?.placeholder ?? '', ...rest };
}

/**
 * @param {Messages} t
 * @param {import('./case.js').Case} it
 * @param {Revocation} r
 * @param {(secret: number) => void} openFinding
 */
function card(t, it, r, openFinding) {
  const placeholder = it.finding(r.secret)?.placeholder ?? '';
  return el(
    'li',
    { class: 'card' },
    el(
      'h3',
      {},
      t.kind(r.kind),
      ' ',
      el('button', { type: 'button', class: 'link mono', click: () => openFinding(r.secret) }, placeholder),
    ),
    facts([
      [t.revocations.host, r.host],
      [t.revocations.issuer, r.issuer],
      [t.revocations.subject, r.subject],
      [t.revocations.id, r.id],
      [t.revocations.expires, expires(t, r.expires)],
      [t.revocations.use, r.bearer ? t.revocations.bearer : t.revocations.bound],
      [t.revocations.digest, r.sha256 ? [el('span', { class: 'mono wrap' }, r.sha256)] : t.revocations.noDigest],
    ]),
  );
}

/**
 * @param {Messages} t
 * @param {number} seconds since 1970, 0 where it is not known
 */
function expires(t, seconds) {
  if (seconds <= 0) return '';
  const date = new Date(1000 * seconds);
  if (Number.isNaN(date.getTime())) return '';
  return date.getTime() < Date.now() ? `${t.date(date)} (${t.revocations.expired})` : t.date(date);
}
