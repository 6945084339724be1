// How the page gets a file under review. This goes over the one-shot run, which
// ends its worker: there are findings, and nothing more can be asked.

import { redactWith } from './client.js';

/**
 * @typedef {Omit<import('./protocol.js').Report, 'notInspected'> & {
 *   earlier?: boolean, sanitized?: boolean,
 *   notInspected: { what: string, count: number, bytes: number, entries?: number[] }[] | null,
 * }} Report
 * @typedef {{ length: number, head: string, tail: string }} Mask
 * @typedef {{
 *   secret: number, placeholder: string, kind: string, rules: string[], reason: string, occurrences: number,
 *   entries: number[], everywhere: boolean, mask: Mask, kept: boolean,
 * }} Finding
 * @typedef {{ blocked?: number, dns?: number, connect?: number, ssl?: number, send?: number, wait?: number, receive?: number }} Timings
 * @typedef {{
 *   index: number, method: string, url: string, status: number, mimeType: string, size: number,
 *   started: string, time: number, timings: Timings, edits: number,
 * }} RequestRow
 * @typedef {{ text: string } | { secret: number, before: string, after: string }} Segment
 * @typedef {{
 *   secret: number, kind: string, host: string, issuer: string, subject: string, id: string,
 *   expires: string | number, bearer: boolean, sha256: string,
 * }} Revocation
 * @typedef {{ file: File, report: Report }} Outcome
 * @typedef {{ keep: { secret: number, reason: string }[], also: string[], policy?: object }} Revision
 * @typedef {{
 *   outcome: Outcome,
 *   limited?: boolean,
 *   findings(): Promise<Finding[]>,
 *   reveal(secret: number): Promise<string>,
 *   requests(): Promise<RequestRow[]>,
 *   request(index: number): Promise<{ segments: Segment[] }>,
 *   revise(revision: Revision): Promise<Outcome>,
 *   revocations(): Promise<Revocation[]>,
 *   digest(): Promise<string>,
 *   close(): void,
 * }} Session
 */

/**
 * @param {import('./client.js').Assets} assets
 * @param {File[]} files
 * @param {{ policy: object, signal: AbortSignal, onProgress: (p: import('./protocol.js').Progress) => void }} options
 * @returns {Promise<Session>}
 */
export async function open(assets, files, { policy, signal, onProgress }) {
  const outcome = await redactWith(assets, files[0], { policy, signal, onProgress });
  const none = async () => {
    throw new Error('the run has ended');
  };
  return {
    outcome,
    limited: true,
    findings: async () =>
      (outcome.report.secrets ?? []).map((s, i) => ({
        ...s, secret: i, rules: s.rules ?? [], entries: s.entries ?? [], mask: { length: 0, head: '', tail: '' }, kept: false,
      })),
    reveal: none, requests: none, request: none, revise: none, revocations: none, digest: none,
    close() {},
  };
}
