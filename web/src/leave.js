// The question to who would leave decisions behind that are in no saved file.

import { el, newId } from './dom.js';

/**
 * Asks in front of everything else. Resolves to whether to go on.
 * @param {import('./messages/messages.js').Messages} t
 * @param {HTMLElement} within the view that may be left; what ends it ends the question
 * @returns {Promise<boolean>}
 */
export function askToLeave(t, within) {
  return new Promise((resolve) => {
    const [title, text] = [newId(), newId()];
    const dialog = el(
      'dialog',
      {
        'aria-labelledby': title, 'aria-describedby': text,
        close: () => {
          dialog.remove();
          resolve(dialog.returnValue === GO);
        },
      },
      el('h2', { id: title }, t.leave.title),
      el('p', { id: text }, t.leave.text),
      el(
        'p',
        { class: 'actions' },
        // The first one has the focus: it loses nothing.
        el('button', { type: 'button', click: () => dialog.close() }, t.leave.stay),
        el('button', { type: 'button', class: 'quiet', click: () => dialog.close(GO) }, t.leave.go),
      ),
    );
    within.append(dialog);
    dialog.showModal();
  });
}

const GO = 'go';
