// The choice of the page's language.

import { el } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./messages/messages.js').Messages[]} languages
 * @param {(t: import('./messages/messages.js').Messages) => void} onChange
 */
export function languageSwitch(t, languages, onChange) {
  const select = el(
    'select',
    {
      id: 'language', 'aria-label': t.app.language,
      change: () => onChange(languages[select.selectedIndex]),
    },
    ...languages.map((l) => el('option', { value: l.language, lang: l.language }, l.name)),
  );
  select.selectedIndex = languages.indexOf(t);
  return select;
}
