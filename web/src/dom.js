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
};

/**
 * The heading of a state. It takes the focus when the state comes up, so that a
 * screen reader says it and the next Tab goes on from there.
 * @param {string} text
 */
export function stateHeading(text) {
  return el('h1', { tabindex: '-1' }, text);
}
