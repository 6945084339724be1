// What the person changed, each with a way back. A text that was removed by hand
// is told by its length alone: the screen may be shared.

import { el, icon, icons } from './dom.js';
import { KEEP, REMOVE_BODIES, asked } from './policy.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @param {(work: () => Promise<unknown>) => void} change
 */
export function changesView(t, it, change) {
  const { keep, also } = it.decisions;
  const rows = policyChanges(t, it).map(({ text, back }) => row(t, text, '', () => change(() => it.policy(back))));
  for (const [secret, reason] of keep) {
    const f = it.finding(secret);
    rows.push(row(t, t.changes.kept(f ? t.kind(f.kind) : '', f?.placeholder ?? ''), reason, () => change(() => it.unkeep(secret))));
  }
  also.forEach((value, i) => {
    const n = it.effect(value);
    const note = n === undefined ? '' : n === 0 ? t.changes.notFound : t.changes.found(n);
    rows.push(row(t, t.changes.removed([...value].length), note, () => change(() => it.unalso(i))));
  });
  if (rows.length === 0 && !it.canUndo) return undefined;
  return el(
    'section',
    { class: 'changes', 'aria-labelledby': 'changes' },
    el('h2', { id: 'changes' }, t.changes.title),
    rows.length > 0 ? el('ul', {}, ...rows) : el('p', { class: 'muted small' }, t.changes.none),
    ...(it.canUndo
      ? [el('button', { type: 'button', class: 'quiet small', id: 'undo', click: () => change(() => it.undo()) }, icon(icons.undo), t.changes.undo)]
      : []),
  );
}

/**
 * How the settings differ from those that the file was opened with, in words.
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @returns {{ text: string, back: Partial<import('./policy.js').Policy> }[]}
 */
function policyChanges(t, { opened, decisions: { policy } }) {
  const preset = policy.preset !== opened.preset;
  // What a preset implies is no change of its own.
  const from = asked(preset ? { preset: policy.preset } : opened);
  const to = asked(policy);
  /** @type {ReturnType<typeof policyChanges>} */
  const list = [];
  if (preset) {
    const { personal, queries, bodies } = { personal: false, queries: KEEP, bodies: KEEP, ...opened };
    list.push({ text: t.changes.preset(t.preset(policy.preset), t.preset(opened.preset)), back: { preset: opened.preset, personal, queries, bodies } });
  }
  const said = (/** @type {boolean} */ on) => (on ? t.changes.alsoRemoved : t.changes.notRemoved);
  if (to.personal !== from.personal) list.push({ text: said(to.personal)(t.settings.personal), back: { personal: from.personal } });
  if (to.queries !== from.queries) list.push({ text: said(to.queries !== KEEP)(t.settings.queries), back: { queries: from.queries } });
  if (to.bodies !== from.bodies) {
    const what = (to.bodies === KEEP ? from : to).bodies === REMOVE_BODIES ? t.settings.bodies : t.settings.uninspected;
    list.push({ text: said(to.bodies !== KEEP)(what), back: { bodies: from.bodies } });
  }
  return list;
}

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {string} text
 * @param {string} note
 * @param {() => void} onBack
 */
function row(t, text, note, onBack) {
  return el(
    'li',
    {},
    el('span', {}, text, ...(note ? [el('span', { class: 'muted small' }, note)] : [])),
    el('button', { type: 'button', class: 'link', click: onBack, 'aria-label': `${t.changes.takeBack}: ${text}` }, t.changes.takeBack),
  );
}
