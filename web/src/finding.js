// One finding in full: why, where, its value on demand, and what to do with it.

import { el, facts, newId } from './dom.js';
import { mask } from './findings.js';
import { reveal } from './reveal.js';

/**
 * @typedef {import('./case.js').Finding} Finding
 * @typedef {import('./messages/messages.js').Messages} Messages
 */

/**
 * @param {Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   finding: Finding,
 *   change: (work: () => Promise<unknown>) => void,
 *   openRequest: (index: number) => void,
 * }} use
 */
export function findingView(t, { it, finding: f, change, openRequest }) {
  return el(
    'section',
    { class: 'finding' },
    el('h3', { tabindex: '-1' }, t.kind(f.kind)),
    ...(it.waits(f) ? [decision(t, it, f, change)] : []),
    facts([
      [t.findings.why, t.why(f.kind, t.language === 'en' ? f.reason : '')],
      [t.findings.value, f.kind === 'body' ? mask(t, f) : [reveal(t, mask(t, f), () => it.session.reveal(f.secret))]],
      [t.findings.placeholder, [el('span', { class: 'mono' }, f.placeholder)]],
      [t.findings.where, [f.kept ? '' : f.everywhere ? t.findings.everywhere : t.findings.local(f.kind), ' ', el('strong', {}, `${t.findings.places(f.occurrences)}.`)]],
      [t.findings.inRequests, entries(t, f, openRequest)],
      [t.findings.rules, f.rules.map((rule) => el('code', { class: 'rule' }, rule))],
    ]),
    f.locked ? el('p', { class: 'muted small' }, t.findings.locked) : keeping(t, it, f, change),
  );
}

/**
 * @param {Messages} t
 * @param {Finding} f
 * @param {(index: number) => void} openRequest
 */
function entries(t, f, openRequest) {
  if (f.entries.length === 0) return t.findings.outside;
  return [
    el(
      'ul',
      { class: 'chips' },
      ...f.entries.map((i) =>
        el('li', {}, el('button', { type: 'button', class: 'chip', click: () => openRequest(i), 'aria-label': t.requests.title(i + 1) }, t.number(i + 1))),
      ),
      // The report names the first twenty.
      ...(f.entries.length >= 20 && f.occurrences > f.entries.length ? [el('li', { class: 'muted' }, t.findings.more)] : []),
    ),
  ];
}

/**
 * @param {Messages} t
 * @param {import('./case.js').Case} it
 * @param {Finding} f
 * @param {(work: () => Promise<unknown>) => void} change
 */
function decision(t, it, f, change) {
  return el(
    'div',
    { class: 'notice' },
    el('h4', {}, t.findings.decideTitle),
    el('p', {}, t.findings.decideText),
    el(
      'p',
      { class: 'actions' },
      el('button', { type: 'button', class: 'small', click: () => change(() => it.everywhere(f.secret)) }, t.findings.decideAll),
      el('button', { type: 'button', class: 'quiet small', click: () => it.settle(f.secret) }, t.findings.decideHere),
    ),
  );
}

/**
 * @param {Messages} t
 * @param {import('./case.js').Case} it
 * @param {Finding} f
 * @param {(work: () => Promise<unknown>) => void} change
 */
function keeping(t, it, f, change) {
  const reason = it.decisions.keep.get(f.secret);
  if (reason !== undefined) {
    return el(
      'div',
      { class: 'notice bad' },
      el('p', {}, t.findings.keptBecause(reason)),
      el('p', { class: 'actions' }, el('button', { type: 'button', class: 'small', click: () => change(() => it.unkeep(f.secret)) }, t.findings.unkeep)),
    );
  }

  const options = el('datalist', { id: newId() }, ...t.findings.keepReasons.map((value) => el('option', { value })));
  const input = el('input', {
    type: 'text', id: newId(), list: options.id, autocomplete: 'off', maxlength: '200', 'aria-required': 'true',
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter') confirm();
      if (event.key === 'Escape') toggle(false);
    },
  });
  const missing = el('p', { class: 'field-error', id: newId(), role: 'alert' });
  input.setAttribute('aria-describedby', missing.id);

  function confirm() {
    const reason = input.value.trim();
    if (reason !== '') return change(() => it.keep(f.secret, reason));
    missing.textContent = t.findings.keepMissing;
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  }

  // Not a form element: where the page is sandboxed, forms submit nothing, and
  // their events do not even begin.
  const form = el(
    'div',
    { class: 'notice bad', role: 'group', 'aria-label': t.findings.keepTitle, hidden: true },
    el('h4', {}, t.findings.keepTitle),
    el('p', {}, t.findings.keepWarning),
    el('div', { class: 'field' }, el('label', { for: input.id }, t.findings.keepReason), input, options),
    missing,
    el(
      'p',
      { class: 'actions' },
      el('button', { type: 'button', class: 'small', click: confirm }, t.findings.keepConfirm),
      el('button', { type: 'button', class: 'quiet small', click: () => toggle(false) }, t.findings.cancel),
    ),
  );
  const opener = el('button', { type: 'button', class: 'quiet small', click: () => toggle(true) }, t.findings.keep);

  /** @param {boolean} open */
  function toggle(open) {
    form.hidden = !open;
    opener.hidden = open;
    (open ? input : opener).focus();
  }
  return el('div', {}, opener, form);
}
