// The state while a run is under way: how far it is, and a way out.

import { el, icon, icons, stateHeading } from './dom.js';
import { proofLine } from './proof.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{ build: string, names: string[], onCancel: () => void }} run
 */
export function progressView(t, { build, names, onCancel }) {
  const bar = el('progress', { max: '1', value: '0', 'aria-label': t.working.label });
  const phase = el('p', { class: 'phase' }, t.working.phases.start);
  const amount = el('p', { class: 'amount' });
  const element = el(
    'section',
    { 'data-state': 'working' },
    stateHeading(t.working.title),
    el('p', { class: 'filename' }, icon(icons.file), names.length === 1 ? el('bdi', {}, names[0]) : t.working.files(names.length)),
    el('div', { class: 'card' }, phase, bar, amount, el('p', { class: 'muted small' }, t.working.twice)),
    el('p', { class: 'actions' }, el('button', { type: 'button', class: 'quiet', click: onCancel }, t.working.cancel)),
    proofLine(t, build),
  );
  return {
    element,
    /** @param {import('./protocol.js').Progress} progress */
    update(progress) {
      bar.max = Math.max(1, progress.total);
      bar.value = progress.done;
      phase.textContent = t.working.phases[progress.phase];
      amount.textContent = t.working.amount(progress.done, progress.total);
    },
  };
}
