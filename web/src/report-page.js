// The report as a page of its own that reads and prints well. It is built from
// elements like everything here, in a document that is never shown.

import { el, facts, table } from './dom.js';
import { described, isLocal } from './policy.js';
import { summedByKind } from './settings.js';

/** The page runs nothing and loads nothing, whoever opens it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
.sub { margin: 0 0 1.5rem; opacity: .75; }
dl { margin: 1rem 0; }
dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; padding: .25rem 0; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #8886; text-align: start; vertical-align: baseline; font-weight: 400; overflow-wrap: anywhere; }
thead th, tfoot th, tfoot td { font-weight: 600; }
.mono { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .8125em; }
tr { break-inside: avoid; }
h2 { break-after: avoid; }
@media (max-width: 36rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print { :root { color-scheme: light; } body { margin: 0; max-width: none; font-size: 10pt; } }
`;

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {import('./report.js').ReportDocument} doc
 * @param {boolean} beyond whether more was taken out than what gives access
 */
export function reportPage(t, doc, beyond) {
  const page = document.implementation.createHTMLDocument(t.report.title);
  page.documentElement.lang = t.language;
  page.documentElement.dir = t.direction;
  const charset = el('meta', { charset: 'utf-8' });
  page.head.prepend(charset, el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }), el('meta', { name: 'viewport', content: 'width=device-width' }));
  const style = page.createElement('style');
  style.textContent = STYLE;
  page.head.append(style);

  const hunted = doc.secrets.filter((s) => s.everywhere).length;
  const local = doc.secrets.filter(isLocal).length;
  page.body.append(
    el('h1', {}, t.report.title),
    el('p', { class: 'sub' }, t.verdict.title(doc.removed.secrets, doc.requests, beyond, doc.files?.length)),
    facts([
      [t.report.file, `${doc.file.name} (${t.bytes(doc.file.bytes)})`],
      [t.report.digest, [mono(doc.file.sha256)]],
      [t.report.result, doc.removed.secrets > 0 ? [t.verdict.proof(hunted, beyond), ' ', local > 0 ? t.verdict.local(local, local === doc.secrets.length) : ''] : null],
      [t.report.made, t.date(new Date(doc.made))],
      [t.report.tool, doc.tool.name],
      [t.report.build, [mono(doc.tool.build)]],
      [t.report.policy, described(t, doc.policy)],
      [t.report.policyHash, [mono(doc.policy.sha256)]],
    ]),
    ...section(
      'files', t.report.files, [t.report.file, t.report.requests, t.uninspected.size, t.report.sha256],
      (doc.files ?? []).map((f) => [f.name, t.number(f.requests), t.bytes(f.bytes), mono(f.sha256)]),
    ),
    ...section('failed', t.report.failed, [t.report.file, t.report.code], (doc.failed ?? []).map((f) => [f.name, t.failed.code(f.code, f.offset)])),
    ...section(
      'removed', t.report.removed, [t.report.kind, t.report.secrets, t.report.places],
      doc.kinds.map((k) => [t.kinds(k.kind), t.number(k.secrets), t.number(k.occurrences)]),
      [t.report.total, t.number(doc.removed.secrets), t.number(doc.removed.occurrences)],
    ),
    ...section(
      'kept', t.report.kept, [t.report.placeholder, t.report.kind, t.report.reason],
      doc.kept.map((k) => [mono(k.placeholder), t.kind(k.kind), k.reason]),
    ),
    ...section('left', t.report.left, [t.report.kind, t.report.found], summedByKind(doc.left).map(([kind, n]) => [t.kinds(kind), t.number(n)])),
    ...section(
      'not-inspected', t.report.notInspected, [t.uninspected.what, t.uninspected.count, t.uninspected.size],
      doc.notInspected.map((n) => [t.what(n.what), t.number(n.count), t.bytes(n.bytes)]),
    ),
    ...section(
      'all', t.report.all, [t.report.placeholder, t.report.places, t.report.rules],
      doc.secrets.map((s) => [mono(s.placeholder), t.number(s.occurrences), s.rules.join(', ')]),
    ),
    ...(doc.secrets.length > 0 ? [el('p', {}, t.report.note)] : []),
  );
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

/** @param {string} text */
const mono = (text) => el('span', { class: 'mono' }, text);

/**
 * @param {string} id
 * @param {string} title
 * @param {string[]} head
 * @param {(string | Node)[][]} rows
 * @param {string[]} [foot]
 */
function section(id, title, head, rows, foot) {
  return rows.length === 0 ? [] : [el('h2', { id }, title), table(id, head, rows, foot)];
}
