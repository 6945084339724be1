// What the page and its worker say to each other. One worker serves one run, so
// there is one request; every message carries the run's id all the same, so that
// a late message of an ended run can never be taken for one of the next.

/**
 * The phases of a run: the engine starts, pass one finds, pass two writes.
 * @typedef {'start' | 'find' | 'write'} Phase
 */

/**
 * How far a run is. `done` and `total` count bytes over both passes: the file is
 * read twice, so `total` is twice its size.
 * @typedef {{ phase: Phase, done: number, total: number }} Progress
 */

/**
 * A failure as it crosses the worker's edge. `offset` is a byte offset in the
 * input, or -1 where none applies. `message` never holds a value from the file.
 * @typedef {{ code: string, offset: number, message: string }} Failure
 */

/** @typedef {{ kind: string, secrets: number, occurrences: number }} Kind */
/** @typedef {{ kind: string, rule: string, count: number }} Kept */
/** @typedef {{ what: string, count: number, bytes: number }} NotInspected */
/**
 * @typedef {object} Secret
 * @property {string} placeholder
 * @property {string} kind
 * @property {string[] | null} rules
 * @property {string} reason
 * @property {number} occurrences
 * @property {number[] | null} entries
 * @property {boolean} everywhere
 */
/**
 * What a run did: core/report's Report. Go writes an empty list as null.
 * @typedef {object} Report
 * @property {string} tool
 * @property {string} policy
 * @property {string} policyHash
 * @property {number} inputBytes
 * @property {number} outputBytes
 * @property {number} entries
 * @property {string} creator
 * @property {number} occurrences
 * @property {Secret[] | null} secrets
 * @property {Kind[] | null} kinds
 * @property {Kept[] | null} kept
 * @property {NotInspected[] | null} notInspected
 * @property {boolean} verified
 */

/**
 * Page to worker: do this run. `wasm` is the gzipped engine.
 * @typedef {{ id: number, type: 'run', wasm: ArrayBuffer, file: Blob, name: string, policy: string }} Run
 */

/**
 * Worker to page.
 * @typedef {{ id: number, type: 'progress', progress: Progress }
 *   | { id: number, type: 'done', file: File, report: Report }
 *   | { id: number, type: 'failed', failure: Failure }} Answer
 */

/** Progress is told at most ten times a second. */
export const PROGRESS_MS = 100;

/**
 * A worker tells its progress at least this often, also while it waits for the
 * disk, so that silence means that it hangs or is gone.
 */
export const HEARTBEAT_MS = 1000;

/** The type of the file that is given back. */
export const HAR_TYPE = 'application/json';

/**
 * The name of the file that is given back: capture.har → capture.redacted.har.
 * @param {string} name
 */
export function redactedName(name) {
  const stem = name.replace(/\.(har|json|txt)$/i, '').replace(/\.redacted$/i, '');
  return `${stem || 'capture'}.redacted.har`;
}
