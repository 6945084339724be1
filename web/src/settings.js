// How much goes: the presets, and switches with what each of them changes.

import { isPersonal } from './case.js';
import { el, newId, table, toggle } from './dom.js';
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
  const strict = policy.preset === 'strict';
  const name = newId();
  // Whoever runs the page may have a policy of their own.
  const own = asksForMore(it.opened);
  /**
   * @param {string} value
   * @param {string} label
   * @param {string} text
   */
  const option = (value, label, text) => {
    const input = el('input', {
      type: 'radio', name, id: newId(), value,
      // What a host locks stays locked under any preset.
      change: () => change(() => it.policy(value === OWN ? it.opened : { preset: value, personal: false, bodies: 'keep' })),
    });
    input.checked = value === (own && same(policy, it.opened) ? OWN : policy.preset);
    const hint = el('span', { class: 'muted small', id: newId() }, text);
    input.setAttribute('aria-describedby', hint.id);
    return el('div', { class: 'toggle' }, input, el('div', {}, el('label', { for: input.id }, label), hint));
  };
  const personal = toggle(
    t.settings.personal,
    strict || policy.personal === true,
    (on) => change(() => it.policy({ personal: on })),
    personalCount(t, it, strict || policy.personal === true),
  );
  // The strict preset implies it.
  if (strict) personal.querySelector('input')?.toggleAttribute('disabled', true);

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
    el('fieldset', {}, el('legend', {}, t.settings.more), personal, bodiesToggle(t, it, change)),
    ...(it.effectOfPolicy === undefined ? [] : [el('p', { class: 'effect' }, t.settings.effect(it.effectOfPolicy))]),
    ...(it.decisions.keep.size > 0 ? [el('p', { class: 'muted small' }, t.settings.dropsKept)] : []),
    leftView(t, it),
  );
}

const OWN = 'own';

/** @param {import('./case.js').Policy} policy */
const asksForMore = (policy) => policy.preset !== 'standard' || policy.personal === true || (policy.bodies ?? 'keep') !== 'keep';

/**
 * @param {import('./case.js').Policy} a
 * @param {import('./case.js').Policy} b
 */
const same = (a, b) => a.preset === b.preset && (a.personal ?? false) === (b.personal ?? false) && (a.bodies ?? 'keep') === (b.bodies ?? 'keep');

/**
 * What was found of people: removed where the policy says so, else left.
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @param {boolean} removed
 */
function personalCount(t, it, removed) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  /** @param {string} kind @param {number} n */
  const add = (kind, n) => sums.set(kind, (sums.get(kind) ?? 0) + n);
  if (removed) for (const f of it.findings) isPersonal(f.kind) && add(f.kind, f.occurrences);
  else for (const { kind, count } of left(it.report)) isPersonal(kind) && add(kind, count);
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  return t.settings.personalCount(total, [...sums.keys()].map((kind) => t.kinds(kind)));
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
