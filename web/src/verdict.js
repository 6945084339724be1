// The verdict: what was done in one sentence, the proof, what is left to decide,
// and the file to save.

import { el, icon, icons, stateHeading } from './dom.js';
import { fileList, leftOut } from './files.js';
import { redactedName } from './protocol.js';
import { saveFile } from './save.js';

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
  const { report, file, removed, unread, hunted, local, beyond, several, redacted } = it;
  const undecided = it.undecided.length;
  const kept = it.decisions.keep.size;
  const url = URL.createObjectURL(file);
  const earlier = report.earlier === true;
  const unchanged = report.occurrences === 0 && report.inputBytes === report.outputBytes;
  const nothingNew = earlier && unchanged && !several;
  const { files } = it;
  const failed = files.length - redacted;
  const onSave = () => {
    it.saved();
    say(t.verdict.saved);
  };
  const onSaveAlone = (/** @type {number} */ k) => {
    it.savedAlone(k);
    say(t.verdict.saved);
  };
  const element = el(
    'div',
    { class: 'verdict-block' },
    stateHeading(nothingNew ? t.verdict.earlierTitle : it.title(t)),
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
      el('span', {}, nothingNew ? t.verdict.earlier : !unchanged ? t.verdict.proof(hunted, beyond) : several ? t.verdict.unchangedAll : t.verdict.unchanged),
    ),
    ...(local > 0 ? [el('p', { class: 'muted local' }, t.verdict.local(local, local === removed))] : []),
    ...(failed > 0 ? [el('p', { class: 'verdict bad' }, icon(icons.warn), el('span', {}, t.files.failed(failed, files.length)))] : []),
    ...(kept > 0 ? [el('p', { class: 'verdict bad' }, icon(icons.warn), el('span', {}, t.verdict.kept(kept)))] : []),
    ...(earlier && !nothingNew ? [el('p', { class: 'aside' }, several ? t.verdict.earlierSeveral : t.verdict.earlierMore)] : []),
    ...(report.sanitized ? [el('p', { class: 'aside' }, sanitized(t, report))] : []),
    el(
      'p',
      { class: 'actions' },
      el('a', { class: 'button', id: 'save', href: url, download: file.name, click: onSave }, icon(icons.save), several ? t.verdict.saveAll : t.verdict.save),
      el('button', { type: 'button', class: 'quiet', id: 'again', click: onAgain }, t.verdict.again),
    ),
    el('p', { class: 'filename' }, icon(icons.file), el('bdi', {}, file.name), ' ', el('bdi', { class: 'size' }, `(${t.bytes(file.size)})`)),
    ...(several ? [fileList(t, files, (file, k) => saved(t, file, () => onSaveAlone(k)))] : []),
    ...leftOut(t, it.session.leftOut),
  );
  return { element, close: () => URL.revokeObjectURL(url) };
}

/**
 * What a file in the output has, and a way to save it alone.
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./case.js').Case['files'][number]} file
 * @param {() => void} onSave
 */
function saved(t, { entries, output }, onSave) {
  if (!output) return { note: '' };
  const action = el(
    'button',
    {
      type: 'button', class: 'quiet small', 'aria-label': t.files.save(output.name),
      click: () => {
        // Alone it has a name of its own, without the folders of the archive.
        saveFile(new File([output], redactedName(output.name.replace(/^.*\//, '')), { type: output.type }));
        onSave();
      },
    },
    t.files.saveShort,
  );
  return { note: t.files.requests(entries), size: output.size, done: true, action };
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
