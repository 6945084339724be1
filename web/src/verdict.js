// The verdict: what was done in one sentence, the proof, what is left to decide,
// and the file to save.

import { el, icon, icons, stateHeading } from './dom.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case} it
 * @param {{
 *   say: (text: string) => void,
 *   onAgain: () => void,
 *   openRoom: (id: string) => void,
 *   openDecisions: () => void,
 * }} on
 */
export function verdictView(t, it, { say, onAgain, openRoom, openDecisions }) {
  const { report, file, removed, unread, hunted, beyond } = it;
  const undecided = it.undecided.length;
  const kept = it.decisions.keep.size;
  const url = URL.createObjectURL(file);
  const earlier = report.earlier === true;
  const unchanged = report.occurrences === 0 && report.inputBytes === report.outputBytes;
  const element = el(
    'div',
    { class: 'verdict-block' },
    stateHeading(earlier && unchanged ? t.verdict.earlierTitle : t.verdict.title(removed, report.entries, beyond)),
    ...(undecided + unread > 0
      ? [
          el(
            'p',
            { class: 'lead facts-line' },
            ...(undecided > 0 ? [link(t.verdict.decisions(undecided), openDecisions), ' '] : []),
            ...(unread > 0 ? [link(t.verdict.unread(unread), () => openRoom('uninspected'))] : []),
          ),
        ]
      : []),
    el(
      'p',
      { class: 'verdict' },
      icon(icons.check),
      el('span', {}, earlier && unchanged ? t.verdict.earlier : unchanged ? t.verdict.unchanged : t.verdict.proof(hunted, beyond)),
    ),
    ...(removed > hunted ? [el('p', { class: 'muted local' }, t.verdict.local(removed - hunted, hunted === 0))] : []),
    ...(kept > 0 ? [el('p', { class: 'verdict bad' }, icon(icons.warn), el('span', {}, t.verdict.kept(kept)))] : []),
    ...(earlier && !unchanged ? [el('p', { class: 'aside' }, t.verdict.earlierMore)] : []),
    ...(report.sanitized ? [el('p', { class: 'aside' }, sanitized(t, report))] : []),
    el(
      'p',
      { class: 'actions' },
      el('a', { class: 'button', id: 'save', href: url, download: file.name, click: () => say(t.verdict.saved) }, icon(icons.save), /\.zip$/i.test(file.name) ? t.verdict.saveAll : t.verdict.save),
      el('button', { type: 'button', class: 'quiet', id: 'again', click: onAgain }, t.verdict.again),
    ),
    el('p', { class: 'filename' }, icon(icons.file), el('bdi', {}, file.name), ' ', el('bdi', { class: 'size' }, `(${t.bytes(file.size)})`)),
  );
  return { element, close: () => URL.revokeObjectURL(url) };
}

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./protocol.js').Report} report
 */
function sanitized(t, report) {
  const kinds = (report.kinds ?? []).map((k) => t.kinds(k.kind));
  return `${t.verdict.sanitized} ${kinds.length > 0 ? t.verdict.sanitizedLeft(kinds) : t.verdict.sanitizedNothing}`;
}

/**
 * @param {string} text
 * @param {() => void} onClick
 */
const link = (text, onClick) => el('button', { type: 'button', class: 'link', click: onClick }, text);
