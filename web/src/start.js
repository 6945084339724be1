// The first state: what this is, and the place for the file.

import { el, stateHeading } from './dom.js';
import { dropZone } from './drop.js';
import { proofLine } from './proof.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{ build: string, onFiles: (files: File[]) => void, onLook: () => void, cancelled?: boolean }} use
 */
export function startView(t, { build, onFiles, onLook, cancelled = false }) {
  const element = el(
    'section',
    { 'data-state': 'start' },
    stateHeading(t.start.title),
    ...(cancelled ? [el('p', { class: 'aside' }, t.working.cancelled)] : []),
    el('p', { class: 'lead' }, t.start.lead),
    dropZone(t, onFiles, onLook),
    proofLine(t, build),
    el(
      'dl',
      { class: 'pair' },
      el('div', {}, el('dt', {}, t.start.goes), el('dd', {}, t.start.goesText)),
      el('div', {}, el('dt', {}, t.start.stays), el('dd', {}, t.start.staysText)),
    ),
  );
  return { element };
}
