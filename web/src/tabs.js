// The rooms of the review: one shows at a time. A room is built when it is first
// opened.

import { el } from './dom.js';

/**
 * @typedef {{ id: string, label: string, count?: string, build: () => HTMLElement }} Room
 */

/**
 * @param {string} label
 * @param {Room[]} rooms
 * @param {string} first the room to open
 * @param {(id: string) => void} onOpen
 */
export function tabs(label, rooms, first, onOpen) {
  let current = '';
  const parts = rooms.map(({ id, label, count, build }) => {
    const tab = el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `room-${id}`, click: () => open(id) },
      label,
      ...(count ? [el('span', { class: 'count' }, count)] : []),
    );
    const panel = el('div', { role: 'tabpanel', id: `room-${id}`, class: 'room', 'aria-labelledby': `tab-${id}`, tabindex: '-1', hidden: true });
    return { id, label, tab, panel, build, built: false };
  });

  /** @param {string} id */
  function open(id) {
    if (!parts.some((part) => part.id === id)) id = parts[0].id;
    current = id;
    for (const part of parts) {
      const here = part.id === id;
      part.tab.setAttribute('aria-selected', `${here}`);
      part.tab.tabIndex = here ? 0 : -1;
      part.panel.hidden = !here;
      if (here && !part.built) {
        part.built = true;
        // The tab names the room; the heading is for who goes by headings.
        part.panel.replaceChildren(el('h2', { class: 'live' }, part.label), part.build());
      }
    }
    // The bar scrolls sideways on a narrow screen.
    if (list.isConnected) shown();
    onOpen(id);
  }

  /** Brings the open room's tab into sight, once it is in the page. */
  function shown() {
    parts.find((part) => part.id === current)?.tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const i = parts.findIndex((part) => part.id === current);
    const step = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: i + step, ArrowLeft: i - step, Home: 0, End: parts.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const part = parts[(to + parts.length) % parts.length];
    open(part.id);
    part.tab.focus();
  }

  const list = el('div', { role: 'tablist', class: 'tabs', 'aria-label': label, keydown: onKey }, ...parts.map((part) => part.tab));
  const element = el('div', { class: 'review' }, list, ...parts.map((part) => part.panel));
  open(first);
  return {
    element,
    open,
    shown,
    get current() {
      return current;
    },
  };
}
