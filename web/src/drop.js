// The place to drop or pick files.

import { el, icon, icons } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {(files: File[]) => void} onFiles
 * @param {() => void} onLook a person looks for files
 */
export function dropZone(t, onFiles, onLook) {
  // Visually hidden, not display: none, so that the keyboard reaches it; its
  // label is the whole zone.
  const input = el('input', {
    type: 'file',
    id: 'file',
    multiple: true,
    accept: '.har,.json,.gz,.zip,application/json',
    'aria-labelledby': 'choose',
    click: onLook,
    change: () => onFiles([...(input.files ?? [])]),
  });
  return el(
    'div',
    { class: 'drop' },
    input,
    el(
      'label',
      { for: 'file' },
      icon(icons.file),
      el('span', { class: 'drop-title' }, t.start.drop),
      el('span', { class: 'muted small drop-several' }, t.start.several),
      el('span', { class: 'drop-now', 'aria-hidden': 'true' }, t.start.dropNow),
      el('span', { class: 'button', id: 'choose' }, t.start.choose),
    ),
  );
}

/**
 * Takes files dropped anywhere in the window. Without this a browser would leave
 * the page and show the file.
 * @param {(files: File[]) => void} onFiles
 * @param {() => void} onLook a person brings files
 */
export function dropAnywhere(onFiles, onLook) {
  const root = document.documentElement;
  let depth = 0;
  const mark = () => root.classList.toggle('dropping', depth > 0);
  addEventListener('dragenter', () => {
    onLook();
    depth++;
    mark();
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    mark();
  });
  addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    mark();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
}
