// A value that shows for as long as its button is held. It is asked for on the
// press and taken out of the page on the release; nothing keeps it in between.

import { el, icon, icons } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {string} masked what shows while it is hidden
 * @param {() => Promise<string>} ask
 */
export function reveal(t, masked, ask) {
  const output = el('span', { class: 'value mono' }, masked);
  /** Counts the presses: an answer that comes after the release is dropped. */
  let press = 0;
  let shown = false;

  const hide = () => {
    press++;
    if (!shown) return;
    shown = false;
    output.textContent = masked;
    output.classList.remove('shown');
    button.setAttribute('aria-pressed', 'false');
  };

  const show = async () => {
    const mine = ++press;
    const value = await ask().catch(() => undefined);
    if (mine !== press || value === undefined || !output.isConnected) return;
    shown = true;
    output.textContent = value;
    output.classList.add('shown');
    button.setAttribute('aria-pressed', 'true');
  };

  /** @param {KeyboardEvent} event */
  const isPress = (event) => event.key === ' ' || event.key === 'Enter';

  // A press by hand ends with a click of its own, which is not another press.
  let held = false;
  const release = () => {
    hide();
    setTimeout(() => (held = false), 50);
  };
  const button = el(
    'button',
    {
      type: 'button',
      class: 'quiet small',
      'aria-pressed': 'false',
      title: t.findings.revealHint,
      pointerdown: (/** @type {PointerEvent} */ event) => {
        if (event.button !== 0) return;
        held = true;
        // So that the release is heard wherever it happens.
        button.setPointerCapture(event.pointerId);
        void show();
      },
      pointerup: release,
      pointercancel: release,
      lostpointercapture: hide,
      // A long press on a touch screen would open a menu and end the press.
      contextmenu: (/** @type {Event} */ event) => event.preventDefault(),
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (!isPress(event)) return;
        event.preventDefault();
        if (event.repeat) return;
        held = true;
        void show();
      },
      keyup: (/** @type {KeyboardEvent} */ event) => {
        if (!isPress(event)) return;
        event.preventDefault();
        release();
      },
      blur: release,
      // A screen reader or a voice presses without holding: once to show, once
      // more to hide.
      click: () => {
        if (held) return;
        if (shown) hide();
        else void show();
      },
    },
    icon(icons.eye),
    t.findings.reveal,
  );
  return el('span', { class: 'reveal' }, output, button);
}
