// The state after a run that failed: what is wrong, where, and what to do. There
// is no file here, and no way to one.

import { el, icon, icons, stateHeading } from './dom.js';
import { fileList } from './files.js';
import { proofLine } from './proof.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{ build: string, code: string, offset: number, file: number, files: readonly import('./protocol.js').Item[], onAgain: () => void }} failure
 */
export function failureView(t, { build, code, offset, file, files, onAgain }) {
  if (files.length > 1 && files.every((f) => f.failure)) return allFailedView(t, { build, files, onAgain });
  const text = t.failed.text(code);
  return el(
    'section',
    { 'data-state': 'failed', 'data-code': code },
    stateHeading(text.title),
    el('p', { class: 'verdict bad' }, icon(icons.warn), t.failed.notSaved),
    // Of one file alone everybody knows which it is.
    ...(files.length > 1 && files[file] ? [el('p', { class: 'filename' }, icon(icons.file), el('bdi', {}, files[file].name))] : []),
    el(
      'div',
      { class: 'prose' },
      el('p', {}, text.what, offset < 0 ? '' : ` ${t.failed.at(offset)}`),
      el('h2', {}, t.failed.todo),
      el('p', {}, text.todo),
    ),
    el('p', { class: 'actions' }, el('button', { type: 'button', click: onAgain }, t.failed.again)),
    el('p', { class: 'muted small' }, t.failed.code(code, offset)),
    proofLine(t, build),
  );
}

/**
 * Where there were several, each failed for a reason of its own.
 * @param {import('./messages/messages.js').Messages} t
 * @param {{ build: string, files: readonly import('./protocol.js').Item[], onAgain: () => void }} failure
 */
function allFailedView(t, { build, files, onAgain }) {
  return el(
    'section',
    { 'data-state': 'failed' },
    stateHeading(t.failed.none),
    el('p', { class: 'verdict bad' }, icon(icons.warn), t.failed.notSaved),
    fileList(t, files, () => ({ note: '' })),
    el('p', { class: 'actions' }, el('button', { type: 'button', click: onAgain }, t.failed.againSeveral)),
    proofLine(t, build),
  );
}
