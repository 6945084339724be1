// The state while a run is under way: how far it is, and a way out.

import { el, icon, icons, stateHeading } from './dom.js';
import { fileList } from './files.js';
import { proofLine } from './proof.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{ build: string, onCancel: () => void }} run
 */
export function progressView(t, { build, onCancel }) {
  const bar = el('progress', { max: '1', value: '0', 'aria-label': t.working.label });
  const phase = el('p', { class: 'phase' }, t.working.phases.start);
  const amount = el('p', { class: 'amount' });
  const twice = el('p', { class: 'muted small' }, t.working.twice);
  const heading = stateHeading('');
  const list = el('div', {});
  /** What the list shows, so that it is drawn no more often than it changes. */
  let drawn = '';
  const element = el(
    'section',
    { 'data-state': 'working' },
    heading,
    list,
    el('div', { class: 'card' }, phase, bar, amount, twice),
    el('p', { class: 'actions' }, el('button', { type: 'button', class: 'quiet', click: onCancel }, t.working.cancel)),
    proofLine(t, build),
  );

  /**
   * @param {import('./protocol.js').Progress} progress
   * @param {readonly import('./protocol.js').Item[]} files
   */
  function drawFiles({ phase, file }, files) {
    const state = `${files.length} ${phase} ${file} ${files.map((f) => f.failure?.code ?? '')}`;
    if (state === drawn) return;
    drawn = state;
    heading.textContent = t.working.title(files.length);
    if (files.length === 1) {
      list.replaceChildren(el('p', { class: 'filename' }, icon(icons.file), el('bdi', {}, files[0].name)));
      return;
    }
    const searched = phase === 'write' || phase === 'pack' ? files.length : file;
    list.replaceChildren(
      fileList(t, files, (_, k) => ({ note: k < searched ? t.files.read : k === file ? t.files.reading : t.files.waiting, done: k < searched })),
    );
  }

  return {
    element,
    /**
     * @param {import('./protocol.js').Progress} progress
     * @param {readonly import('./protocol.js').Item[]} files
     */
    update(progress, files) {
      drawFiles(progress, files);
      bar.max = Math.max(1, progress.total);
      bar.value = progress.done;
      phase.textContent = t.working.phases[progress.phase];
      twice.hidden = progress.phase === 'unpack' || progress.phase === 'pack';
      amount.textContent = t.working.amount(progress.done, progress.total);
    },
  };
}
