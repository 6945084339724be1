// The first state: what this is, and the place for the file.

import { el, stateHeading } from './dom.js';
import { dropZone } from './drop.js';
import { proofLine } from './proof.js';

/**
 * @param {import('./messages.js').Messages} t
 * @param {{ onFiles: (files: File[]) => void }} on
 */
export function startView(t, { onFiles }) {
  return el(
    'section',
    { 'data-state': 'start' },
    stateHeading(t.start.title),
    el('p', { class: 'lead' }, t.start.lead),
    dropZone(t, onFiles),
    proofLine(t),
    el(
      'dl',
      { class: 'pair' },
      el('div', {}, el('dt', {}, t.start.goes), el('dd', {}, t.start.goesText)),
      el('div', {}, el('dt', {}, t.start.stays), el('dd', {}, t.start.staysText)),
    ),
  );
}
