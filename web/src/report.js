// The report that goes to support beside the file: what was removed and why, in
// names, figures and placeholders. It is made of what can hold no value from the
// file, and of the reasons that the person typed.

import { asked } from './policy.js';

/** The shape of the JSON report: report.schema.json. */
export const REPORT_SCHEMA = 'har-redactor/report/1';

/**
 * @typedef {object} ReportDocument
 * @property {string} schema
 * @property {{ name: string, build: string }} tool
 * @property {string} made
 * @property {{ name: string, bytes: number, sha256: string }} file
 * @property {{ name: string, bytes: number, sha256: string, requests: number }[]} [files] those in the archive, in
 *   the order in which requests are counted
 * @property {{ name: string, code: string, offset: number }[]} [failed] those that could not be redacted
 * @property {{ preset: string, personal: boolean, queries: string, bodies: string, sha256: string }} policy
 * @property {number} requests
 * @property {boolean} verified
 * @property {{ secrets: number, occurrences: number }} removed
 * @property {{ kind: string, secrets: number, occurrences: number }[]} kinds
 * @property {{ placeholder: string, kind: string, reason: string, rules: string[], occurrences: number, entries: number[], everywhere: boolean }[]} secrets
 * @property {{ placeholder: string, kind: string, reason: string, rules: string[] }[]} kept
 * @property {{ kind: string, rule: string, count: number }[]} left
 * @property {{ what: string, count: number, bytes: number }[]} notInspected
 */

/**
 * @param {import('./case.js').Case} it
 * @param {string} build
 * @param {Date} now
 * @returns {Promise<ReportDocument>}
 */
export async function reportOf(it, build, now) {
  const { report, file } = it;
  const removed = it.findings.filter((f) => !f.kept);
  return {
    schema: REPORT_SCHEMA,
    tool: { name: report.tool, build },
    made: now.toISOString(),
    file: { name: file.name, bytes: file.size, sha256: await it.digest() },
    ...(it.several && (await filesOf(it))),
    policy: { preset: report.policy, ...asked(it.decisions.policy), sha256: report.policyHash },
    requests: report.entries,
    verified: report.verified,
    removed: { secrets: removed.length, occurrences: report.occurrences },
    kinds: (report.kinds ?? []).map(({ kind, secrets, occurrences }) => ({ kind, secrets, occurrences })),
    secrets: removed.map(({ placeholder, kind, reason, rules, occurrences, entries, everywhere }) => ({
      placeholder, kind, reason, rules, occurrences, entries, everywhere,
    })),
    kept: [...it.decisions.keep].flatMap(([secret, reason]) => {
      const f = it.finding(secret);
      return f ? [{ placeholder: f.placeholder, kind: f.kind, reason, rules: f.rules }] : [];
    }),
    left: left(report).map(({ kind, rule, count }) => ({ kind, rule, count })),
    notInspected: (report.notInspected ?? []).map(({ what, count, bytes }) => ({ what, count, bytes })),
  };
}

/** @param {import('./case.js').Case} it */
async function filesOf(it) {
  const digests = await it.digests();
  const files = [];
  const failed = [];
  for (const { name, entries, output, failure } of it.files) {
    if (output) files.push({ name: output.name, bytes: output.size, sha256: digests[files.length], requests: entries });
    // The name of one that came out was looked at with it.
    else if (failure) failed.push({ name: await it.session.name(name), code: failure.code, offset: failure.offset });
  }
  return { files, failed };
}

/** @param {ReportDocument} doc */
export function asJSON(doc) {
  return `${JSON.stringify(doc, null, 2)}\n`;
}

/**
 * What the policy leaves in place; what a person keeps has a placeholder.
 * @param {import('./protocol.js').Report} report
 */
export const left = (report) => (report.kept ?? []).filter((k) => k.placeholder === '');
