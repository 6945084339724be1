// The mark at an edit: what stood there, masked, and the placeholder that stands
// there now, as a link to the finding. A button would not flow with the text
// around it.

import { el } from './dom.js';
import { mask } from './findings.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @param {(secret: number) => void} openFinding
 * @param {'both' | 'before' | 'after'} [side] which of the two shows
 */
export function marker(t, it, openFinding, side = 'both') {
  /**
   * @param {number} secret
   * @param {string} before masked
   * @param {string} after
   */
  function edit(secret, before, after) {
    const f = it.finding(secret);
    return el(
      'a',
      {
        class: 'edit',
        href: `#finding-${secret}`,
        title: t.requests.edit(f ? t.kind(f.kind) : '', f?.placeholder ?? after),
        click: (/** @type {Event} */ event) => {
          // The address of the page stays as it is.
          event.preventDefault();
          openFinding(secret);
        },
      },
      ...(side === 'after' ? [] : [el('del', {}, before)]),
      ...(side === 'before' ? [] : [el('ins', {}, after)]),
    );
  }

  return {
    edit,
    /**
     * A text of the output with a mark at each placeholder of this run. It does
     * not matter in what encoding the text stands in the file.
     * @param {string} text
     * @returns {(Node | string)[]}
     */
    text(text) {
      const nodes = [];
      let end = 0;
      for (const m of text.matchAll(/REDACTED-[a-z]+-[0-9]+/g)) {
        const f = it.placed(m[0]);
        if (!f) continue;
        nodes.push(text.slice(end, m.index), edit(f.secret, mask(t, f), m[0]));
        end = m.index + m[0].length;
      }
      nodes.push(text.slice(end));
      return nodes;
    },
  };
}
