// The report, to read on the page and to save.

import { el, facts, newId, table } from './dom.js';
import { described } from './policy.js';
import { asJSON, reportOf } from './report.js';
import { reportPage } from './report-page.js';
import { besides, saveText } from './save.js';

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   build: string,
 *   failed: (error: unknown) => void,
 * }} use
 */
export function reportRoom(t, { it, build, failed }) {
  const { report, file } = it;
  const digest = el('span', { class: 'mono wrap' }, t.report.computing);
  it.digest().then((sha256) => (digest.textContent = sha256), failed);

  /** @param {(doc: import('./report.js').ReportDocument) => void} save */
  const saving = (save) => () => {
    reportOf(it, build, new Date()).then(save, failed);
  };
  const kinds = report.kinds ?? [];
  const digests = it.files.flatMap(({ output }) => (output ? [{ name: output.name, cell: el('span', { class: 'mono wrap' }, t.report.computing) }] : []));
  if (digests.length > 0) it.digests().then((each) => digests.forEach(({ cell }, k) => (cell.textContent = each[k])), failed);
  const heading = newId();
  return el(
    'div',
    { class: 'narrow' },
    el('p', {}, t.report.text),
    el(
      'p',
      { class: 'actions' },
      el('button', {
        type: 'button', class: 'small', id: 'report-html',
        click: saving((doc) => saveText(besides(file.name, 'report.html'), 'text/html', reportPage(t, doc, it.beyond))),
      }, t.report.saveHtml),
      el('button', {
        type: 'button', class: 'quiet small', id: 'report-json',
        click: saving((doc) => saveText(besides(file.name, 'report.json'), 'application/json', asJSON(doc))),
      }, t.report.saveJson),
    ),
    facts([
      [t.report.file, [el('bdi', {}, file.name), ' ', el('bdi', {}, `(${t.bytes(file.size)})`)]],
      [t.report.digest, [digest]],
      [t.report.tool, report.tool],
      [t.report.build, [el('span', { class: 'mono wrap' }, build)]],
      [t.report.policy, described(t, it.decisions.policy)],
      [t.report.policyHash, [el('span', { class: 'mono wrap' }, report.policyHash)]],
    ]),
    ...(digests.length === 0
      ? []
      : [
          el('h2', {}, t.report.files),
          el('ul', { class: 'digests' }, ...digests.map(({ name, cell }) => el('li', {}, el('div', {}, el('bdi', {}, name)), cell))),
        ]),
    ...(kinds.length === 0
      ? []
      : [
          el('h2', { id: heading }, t.report.removed),
          table(
            heading,
            [t.report.kind, t.report.secrets, t.report.places],
            kinds.map((k) => [t.kinds(k.kind), t.number(k.secrets), t.number(k.occurrences)]),
            [t.report.total, t.number((report.secrets ?? []).length), t.number(report.occurrences)],
          ),
          el('p', { class: 'muted small' }, t.report.note),
        ]),
  );
}
