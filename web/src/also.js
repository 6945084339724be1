// "Also remove": a text that the person types, which goes everywhere.

import { MIN_ALSO } from './case.js';
import { el, newId } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {(value: string) => void} onRemove
 */
export function alsoView(t, onRemove) {
  const error = el('p', { class: 'field-error', id: newId(), role: 'alert' });
  const input = el('input', {
    type: 'text', id: newId(), autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', 'aria-describedby': error.id,
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter') remove();
    },
  });

  function remove() {
    const value = input.value.trim();
    const ok = [...value].length >= MIN_ALSO;
    error.textContent = ok ? '' : t.also.short(MIN_ALSO);
    input.setAttribute('aria-invalid', `${!ok}`);
    if (!ok) return input.focus();
    input.value = '';
    onRemove(value);
  }

  return el(
    'section',
    { class: 'also', 'aria-labelledby': 'also' },
    el('h3', { id: 'also' }, t.also.title),
    el('p', { class: 'muted small' }, t.also.text),
    el(
      'div',
      { class: 'field' },
      el('label', { for: input.id }, t.also.label),
      el('div', { class: 'with-button' }, input, el('button', { type: 'button', class: 'quiet small', click: remove }, t.also.button)),
    ),
    error,
  );
}
