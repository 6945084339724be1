// A list of which only the rows in sight exist, so that thousands scroll as
// smoothly as ten. Each row is one button; the arrow keys go from row to row,
// and the list is one stop of the Tab key.

import { el } from './dom.js';

/** Rows that are kept beyond the edges, so that a fast scroll shows no gap. */
const MARGIN = 8;

/**
 * @template T
 * @param {{
 *   label: string,
 *   className: string,
 *   render: (item: T) => (Node | string)[],
 *   onOpen: (item: T) => void,
 * }} how
 */
export function virtualList({ label, className, render, onOpen }) {
  /** @type {T[]} */
  let items = [];
  /** @type {Map<number, { row: HTMLLIElement, button: HTMLButtonElement }>} */
  const rows = new Map();
  /** The row that Tab reaches, and the one that is open; -1 for none. */
  let active = 0;
  /** @type {T | undefined} */
  let open;
  let height = 1;
  let queued = false;
  /** On paper nothing scrolls, so that all rows have to exist. */
  let printing = false;

  // As high as a row is under the present font and width.
  const probe = el('div', { class: 'row-probe', 'aria-hidden': 'true' });
  const list = el('ol', { class: 'rows', role: 'list', 'aria-label': label, keydown: onKey });
  const element = el('div', { class: `scroller ${className}`, scroll: () => queue() }, probe, list);

  const observer = new ResizeObserver(() => layout());
  observer.observe(element);
  observer.observe(probe);
  /** @param {Event} event */
  const onPrint = ({ type }) => {
    printing = type === 'beforeprint' && element.getClientRects().length > 0;
    draw();
  };
  addEventListener('beforeprint', onPrint);
  addEventListener('afterprint', onPrint);

  function layout() {
    // While it is hidden it has none, and is as high as before when it shows again.
    height = probe.getBoundingClientRect().height || height;
    list.style.blockSize = `${items.length * height}px`;
    // No higher than what there is to show, and its two borders.
    element.style.maxBlockSize = `${Math.max(1, items.length) * height + 2}px`;
    for (const [i, { row }] of rows) row.style.transform = `translateY(${i * height}px)`;
    draw();
  }

  function queue() {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      draw();
    });
  }

  function draw() {
    const first = printing ? 0 : Math.max(0, Math.floor(element.scrollTop / height) - MARGIN);
    const last = printing ? items.length : Math.min(items.length, Math.ceil((element.scrollTop + element.clientHeight) / height) + MARGIN);
    // The active row stays, wherever it is: it may hold the focus.
    for (const [i, { row }] of rows) {
      if ((i < first || i >= last) && i !== active) {
        row.remove();
        rows.delete(i);
      }
    }
    // From the last one on: each then stands before one that is there.
    for (let i = last - 1; i >= first; i--) ensure(i);
    if (items.length > 0) ensure(active);
  }

  /** @param {number} i */
  function ensure(i) {
    const known = rows.get(i);
    if (known) return known.button;
    const item = items[i];
    const button = el(
      'button',
      { type: 'button', class: 'row', tabindex: i === active ? '0' : '-1', click: () => openRow(i) },
      ...render(item),
    );
    if (item === open) button.setAttribute('aria-current', 'true');
    const row = el('li', { 'aria-setsize': `${items.length}`, 'aria-posinset': `${i + 1}` }, button);
    row.style.transform = `translateY(${i * height}px)`;
    // In their order, for who reads them one after the other.
    let next = rows.has(i + 1) ? i + 1 : Infinity;
    if (next === Infinity) for (const j of rows.keys()) if (j > i && j < next) next = j;
    list.insertBefore(row, rows.get(next)?.row ?? null);
    rows.set(i, { row, button });
    return button;
  }

  /** @param {number} i */
  function activate(i) {
    rows.get(active)?.button.setAttribute('tabindex', '-1');
    active = i;
    const button = ensure(i);
    button.setAttribute('tabindex', '0');
    return button;
  }

  /** @param {number} i */
  function openRow(i) {
    activate(i);
    mark(items[i]);
    onOpen(items[i]);
  }

  /** @param {T | undefined} item */
  function mark(item) {
    open = item;
    for (const [i, { button }] of rows) {
      if (items[i] === open) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  /** @param {number} i */
  function reach(i) {
    const top = i * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight) element.scrollTop = top + height - element.clientHeight;
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || items.length === 0) return;
    const page = Math.max(1, Math.floor(element.clientHeight / height) - 1);
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const i = Math.min(items.length - 1, Math.max(0, to));
    reach(i);
    activate(i).focus({ preventScroll: true });
    queue();
  }

  return {
    element,
    /**
     * Shows these instead. The row that is open stays open if it is among them.
     * @param {T[]} next
     */
    show(next) {
      items = next;
      for (const { row } of rows.values()) row.remove();
      rows.clear();
      active = Math.max(0, open === undefined ? 0 : items.indexOf(open));
      element.scrollTop = 0;
      layout();
      if (open !== undefined && active > 0) reach(active);
    },
    /**
     * Marks a row as the open one and brings it into sight, without the focus.
     * @param {T} item
     */
    reveal(item) {
      mark(item);
      const i = items.indexOf(item);
      if (i < 0) return;
      activate(i);
      reach(i);
      queue();
    },
    /** Gives the focus back to the open row. */
    focus() {
      if (items.length > 0) ensure(active).focus();
    },
    clear() {
      mark(undefined);
    },
    close() {
      observer.disconnect();
      removeEventListener('beforeprint', onPrint);
      removeEventListener('afterprint', onPrint);
    },
  };
}
