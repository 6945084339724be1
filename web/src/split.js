// A list with one of its rows in full: side by side where there is room, one
// after the other where there is not.

import { el, icon, icons } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {HTMLElement} list
 * @param {() => void} onBack gives the focus back to the list
 * @param {string} [className]
 */
export function split(t, list, onBack, className = '') {
  const content = el('div', { class: 'detail-content' }, el('p', { class: 'muted choose' }, t.list.choose));
  const detail = el(
    'div',
    { class: 'detail' },
    el(
      'button',
      {
        type: 'button',
        class: 'quiet small back',
        click: () => {
          element.classList.remove('open');
          content.replaceChildren();
          onBack();
        },
      },
      icon(icons.back),
      t.list.back,
    ),
    content,
  );
  const element = el('div', { class: `split ${className}` }, el('div', { class: 'split-list' }, list), detail);
  return {
    element,
    /**
     * @param {HTMLElement} view whose first heading takes the focus
     * @param {'row' | 'elsewhere' | ''} from where the focus was that is to be moved
     */
    show(view, from) {
      content.replaceChildren(view);
      detail.scrollTop = 0;
      element.classList.add('open');
      // Where there is room the list keeps the focus, so that the arrows go on.
      const covered = list.offsetParent === null;
      if (from === 'elsewhere' || (from === 'row' && covered)) view.querySelector('h3')?.focus();
    },
  };
}
