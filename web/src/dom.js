// The page is built by this one helper: elements and text nodes, never markup.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | ((event: any) => void)>} attributes a function is a listener
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A decorative line drawing in a box of 24 by 24.
 * @param {string} path
 */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const icons = {
  shield: 'M12 3 5 6v5c0 4.6 2.9 8.3 7 10 4.1-1.7 7-5.4 7-10V6z M9 12l2 2 4-4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4 2.8 20h18.4z M12 10v4.5 M12 17.2v.3',
  file: 'M13 3H6v18h12V8z M13 3v5h5',
  save: 'M12 4v11 M7 10.5l5 5 5-5 M5 20h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z',
  undo: 'M8 5 4 9l4 4 M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  back: 'M19 12H5 M11 6l-6 6 6 6',
};

/**
 * The heading of a state. It takes the focus when the state comes up, so that a
 * screen reader says it and the next Tab goes on from there.
 * @param {string} text
 */
export function stateHeading(text) {
  return el('h1', { tabindex: '-1' }, text);
}

/** Gives each piece of text that is wanted by a view its own id. */
let lastId = 0;
export const newId = () => `id-${++lastId}`;

/**
 * A text field or choice under its label.
 * @template {HTMLElement} T
 * @param {string} label
 * @param {T} control
 * @param {string} [className]
 */
export function field(label, control, className = '') {
  control.id ||= newId();
  return el('div', { class: `field ${className}` }, el('label', { for: control.id }, label), control);
}

/**
 * A switch: a checkbox with its text beside it.
 * @param {string} label
 * @param {boolean} checked
 * @param {(checked: boolean) => void} onChange
 * @param {string} [note]
 */
export function toggle(label, checked, onChange, note = '') {
  const input = el('input', { type: 'checkbox', id: newId(), change: () => onChange(input.checked) });
  input.checked = checked;
  const text = el('label', { for: input.id }, label);
  if (note === '') return el('div', { class: 'toggle' }, input, text);
  const hint = el('span', { class: 'muted small', id: newId() }, note);
  input.setAttribute('aria-describedby', hint.id);
  return el('div', { class: 'toggle' }, input, el('div', {}, text, hint));
}

/**
 * Terms with what is said of each; those of which nothing is said are left out.
 * @param {[string, (Node | string)[] | string | null | undefined][]} pairs
 */
export function facts(pairs) {
  const list = el('dl', { class: 'facts' });
  for (const [term, said] of pairs) {
    if (!said || said.length === 0) continue;
    list.append(el('div', {}, el('dt', {}, term), el('dd', {}, ...(typeof said === 'string' ? [said] : said))));
  }
  return list;
}

/**
 * A table whose first column names the row and whose others hold figures.
 * @param {string} label the id of its heading
 * @param {string[]} head
 * @param {(string | Node)[][]} rows
 * @param {string[]} [foot]
 */
export function table(label, head, rows, foot) {
  /** @param {(string | Node)[]} cells */
  const row = ([name, ...figures]) =>
    el('tr', {}, el('th', { scope: 'row' }, name), ...figures.map((f) => el('td', {}, f)));
  return el(
    'table',
    { 'aria-labelledby': label },
    el('thead', {}, el('tr', {}, ...head.map((h) => el('th', { scope: 'col' }, h)))),
    el('tbody', {}, ...rows.map(row)),
    ...(foot && rows.length > 1 ? [el('tfoot', {}, row(foot))] : []),
  );
}

/**
 * A choice of one of some values, each with its text.
 * @param {[string, string][]} options
 * @param {string} value
 * @param {(value: string) => void} onChange
 */
export function select(options, value, onChange) {
  const element = el(
    'select',
    { change: () => onChange(element.value) },
    ...options.map(([value, text]) => el('option', { value }, text)),
  );
  if (options.some(([v]) => v === value)) element.value = value;
  return element;
}
