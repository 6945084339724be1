// Text that is selected in a request can be removed everywhere. The bar with the
// button shows while there is such a selection.

import { MIN_ALSO } from './case.js';
import { el } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {HTMLElement} within
 * @param {(value: string) => void} onRemove
 */
export function selectionBar(t, within, onRemove) {
  let value = '';
  const button = el('button', { type: 'button', class: 'small', click: () => onRemove(value) }, t.also.selectionButton);
  const element = el('div', { class: 'selection', hidden: true }, el('span', { class: 'small' }, t.also.selection), button);

  function look() {
    // The press of the button itself may clear the selection before the click.
    if (element.contains(document.activeElement)) return;
    value = selected(within);
    element.hidden = [...value].length < MIN_ALSO;
  }
  document.addEventListener('selectionchange', look);
  return {
    element,
    close: () => document.removeEventListener('selectionchange', look),
  };
}

/**
 * The value that is selected, as it is before any writing of JSON; empty where
 * the selection is of no use.
 * @param {HTMLElement} within
 */
function selected(within) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  if (!within.contains(range.commonAncestorContainer)) return '';
  const node = range.commonAncestorContainer;
  const holder = node instanceof Element ? node : node.parentElement;
  // What is already removed cannot be part of it.
  if (holder?.closest('.edit') || range.cloneContents().querySelector('.edit')) return '';
  const text = selection.toString().trim();
  return holder?.closest('[data-escaped]') ? unescaped(text) : text;
}

/** @param {string} text a piece of JSON text */
function unescaped(text) {
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    return text;
  }
}
