// How much goes: the presets, and switches with what each of them changes.

import { el, newId, table, toggle } from './dom.js';
import { KEEP, REMOVE_BODIES, REMOVE_QUERIES, alike, asked, isPersonal } from './policy.js';
import { left } from './report.js';
import { bodiesToggle } from './uninspected.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   change: (work: () => Promise<unknown>) => void,
 * }} use
 */
export function settingsView(t, { it, change }) {
  const { policy } = it.decisions;
  const now = asked(policy);
  const name = newId();
  // Whoever runs the page may have a policy of their own.
  const own = !alike(it.opened, NOTHING_MORE);
  /**
   * @param {string} value
   * @param {string} label
   * @param {string} text
   */
  const option = (value, label, text) => {
    const input = el('input', {
      type: 'radio', name, id: newId(), value,
      // What a host locks stays locked under any preset.
      change: () => change(() => it.policy(value === OWN ? { ...NOTHING_MORE, ...it.opened } : { ...NOTHING_MORE, preset: value })),
    });
    input.checked = value === (own && alike(policy, it.opened) ? OWN : policy.preset);
    const hint = el('span', { class: 'muted small', id: newId() }, text);
    input.setAttribute('aria-describedby', hint.id);
    return el('div', { class: 'toggle' }, input, el('div', {}, el('label', { for: input.id }, label), hint));
  };
  const switches = [
    toggle(t.settings.personal, now.personal, (on) => change(() => it.policy({ personal: on })), personalCount(t, it, now.personal)),
    toggle(
      t.settings.queries,
      now.queries === REMOVE_QUERIES,
      (on) => change(() => it.policy({ queries: on ? REMOVE_QUERIES : KEEP })),
      `${t.settings.queriesCount(places(it, (kind) => kind === 'query'))} ${t.settings.queriesText}`,
    ),
    toggle(
      t.settings.bodies,
      now.bodies === REMOVE_BODIES,
      (on) => change(() => it.policy({ bodies: on ? REMOVE_BODIES : KEEP })),
      `${t.settings.bodiesCount(places(it, (kind) => kind === 'body'))} ${t.settings.bodiesText}`,
    ),
    // Where all of them go, these go too.
    ...(now.bodies === REMOVE_BODIES ? [] : [bodiesToggle(t, t.settings.uninspected, it, change)]),
  ];
  const implied = policy.preset === 'strict';
  if (implied) for (const s of switches) s.querySelector('input')?.toggleAttribute('disabled', true);

  return el(
    'div',
    { class: 'narrow' },
    el(
      'fieldset',
      {},
      el('legend', {}, t.settings.preset),
      option('standard', t.settings.standard, t.settings.standardText),
      option('strict', t.settings.strict, t.settings.strictText),
      ...(own ? [option(OWN, t.settings.portal, t.settings.portalText)] : []),
    ),
    el('fieldset', {}, el('legend', {}, t.settings.more), ...(implied ? [el('p', { class: 'muted small implied' }, t.settings.implied)] : []), ...switches),
    ...effectView(t, it),
    ...(it.decisions.keep.size > 0 ? [el('p', { class: 'muted small' }, t.settings.dropsKept)] : []),
    leftView(t, it),
  );
}

const OWN = 'own';
const NOTHING_MORE = { preset: 'standard', personal: false, queries: KEEP, bodies: KEEP };

/**
 * What the last change of these settings came to.
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 */
function effectView(t, it) {
  const effect = it.effectOfPolicy;
  if (!effect) return [];
  const parts = /** @type {import('./policy.js').Part[]} */ (['personal', 'queries', 'bodies']);
  const more = parts.filter((p) => effect[p] > 0).map((p) => t.settings.part[p](effect[p]));
  const fewer = parts.filter((p) => effect[p] < 0).map((p) => t.settings.part[p](-effect[p]));
  const said = [...(more.length > 0 ? [t.settings.gone(more)] : []), ...(fewer.length > 0 ? [t.settings.back(fewer)] : [])];
  return [el('p', { class: 'effect' }, said.join(' ') || t.settings.noEffect)];
}

/**
 * In how many places something of some kinds was removed, or found and left.
 * @param {import('./case.js').Case} it
 * @param {(kind: string) => boolean} of
 */
function places(it, of) {
  let n = 0;
  for (const f of it.findings) if (f.asked && of(f.kind)) n += f.occurrences;
  for (const { kind, count } of left(it.report)) if (of(kind)) n += count;
  return n;
}

/**
 * What was found of people: removed where the policy says so, else left.
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @param {boolean} removed
 */
function personalCount(t, it, removed) {
  const list = removed ? it.findings.filter((f) => f.asked) : left(it.report);
  const kinds = [...new Set(list.map(({ kind }) => kind).filter(isPersonal))];
  return t.settings.personalCount(places(it, isPersonal), kinds.map((kind) => t.kinds(kind)));
}

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 */
function leftView(t, it) {
  const rows = summedByKind(left(it.report));
  if (rows.length === 0) return '';
  return el(
    'section',
    {},
    el('h2', { id: 'left' }, t.settings.kept),
    table('left', [t.settings.kindHead, t.settings.found], rows.map(([kind, n]) => [t.kinds(kind), t.number(n)])),
    el('p', { class: 'muted small' }, t.settings.keptText),
  );
}

/**
 * One line a kind, whatever rules found it.
 * @param {{ kind: string, count: number }[]} kept
 */
export function summedByKind(kept) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const { kind, count } of kept) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return [...sums];
}
