// What is known of the files under review, and what the person decided: the
// views show it, and ask it for changes. It outlives a view, so that a change
// of language loses nothing. It never holds the value of a finding; what the
// person typed to be removed it must hold, and shows to nobody.

import { alike, isLocal, plain, tally } from './policy.js';

/**
 * @typedef {import('./session.js').Session} Session
 * @typedef {import('./protocol.js').Finding} Finding
 * @typedef {import('./protocol.js').RequestRow} RequestRow
 * @typedef {import('./policy.js').Policy} Policy
 * @typedef {import('./protocol.js').Progress} Progress
 */

/**
 * What the person chose. Never changed in place, so that the last one is there
 * to go back to.
 * @typedef {object} Decisions
 * @property {ReadonlyMap<number, string>} keep secret to reason
 * @property {readonly string[]} also values to remove
 * @property {Policy} policy
 */

/** Kinds of which a short value may well stand somewhere without a name. */
const DECIDABLE = new Set(['password', 'code', 'otp', 'pin', 'secret', 'credential']);

/** Fires "change" after each change that went well, and "progress" before. */
export class Case extends EventTarget {
  /** @type {Session} */ session;
  /** @type {Finding[]} */ findings = [];
  /** @type {Decisions} */ decisions;
  /** The policy that the file was opened with. */
  /** @type {Policy} */ opened;
  /** In how many places more the last change of the policy took out what. */
  /** @type {ReturnType<typeof tally> | undefined} */ effectOfPolicy;
  /** @type {Decisions[]} */ #past = [];
  /** What is in the file that was saved last. */
  /** @type {Decisions | undefined} */ #saved;
  /** Those of several files that were saved alone, as they are. */
  /** @type {Set<number>} */ #alone = new Set();
  /** Whether the file is being written again. */
  #writing = false;
  /** @type {Map<string, Finding>} */ #byPlaceholder = new Map();
  /** @type {Map<number, Finding>} */ #bySecret = new Map();
  /** Findings that the person left where they were found. */
  /** @type {Set<number>} */ #settled = new Set();
  /** @type {Map<string, number>} */ #effect = new Map();
  /** @type {Promise<RequestRow[]> | undefined} */ #requests;
  /** @type {Promise<string> | undefined} */ #digest;
  /** @type {Promise<string[]> | undefined} */ #digests;

  /**
   * @param {Session} session
   * @param {Policy} policy
   */
  constructor(session, policy) {
    super();
    this.session = session;
    this.opened = policy;
    this.decisions = { keep: new Map(), also: [], policy };
  }

  /**
   * @param {Session} session
   * @param {Policy} policy
   */
  static async of(session, policy) {
    const it = new Case(session, policy);
    await it.#load();
    return it;
  }

  /** How many distinct secrets are out of the file. */
  get removed() {
    return this.findings.reduce((n, f) => (f.kept ? n : n + 1), 0);
  }

  /** How many of those are looked for, and not found, in the whole output. */
  get hunted() {
    return this.findings.reduce((n, f) => (f.kept || !f.everywhere ? n : n + 1), 0);
  }

  /** How many were removed only where they were found. */
  get local() {
    return this.findings.reduce((n, f) => (!f.kept && isLocal(f) ? n + 1 : n), 0);
  }

  /** Whether more was taken out than what gives access. */
  get beyond() {
    return this.findings.some((f) => f.asked && !f.kept);
  }

  /** How many parts of the file could not be looked into. */
  get unread() {
    return (this.report.notInspected ?? []).reduce((n, part) => n + part.count, 0);
  }

  get report() {
    return this.session.outcome.report;
  }

  get file() {
    return this.session.outcome.file;
  }

  /**
   * The files that were given: those that were redacted with their first request,
   * how many they have, and what came out.
   * @returns {(import('./protocol.js').Item & { first: number, entries: number, output?: File })[]}
   */
  get files() {
    const { report, files = [] } = this.session.outcome;
    let n = 0;
    return this.session.files.map((item) => {
      if (item.failure) return { ...item, first: 0, entries: 0 };
      const { first, entries } = report.files?.[n] ?? { first: 0, entries: 0 };
      return { ...item, first, entries, output: files[n++] };
    });
  }

  /** Whether there was more than one file. */
  get several() {
    return this.session.files.length > 1;
  }

  /** How many files were redacted. */
  get redacted() {
    return this.session.files.reduce((n, file) => (file.failure ? n : n + 1), 0);
  }

  /**
   * The verdict in one sentence.
   * @param {import('./messages/messages.js').Messages} t
   */
  title(t) {
    return t.verdict.title(this.removed, this.report.entries, this.beyond, this.several ? this.redacted : 1);
  }

  /**
   * The file that a request is of.
   * @param {number} index
   */
  fileOf(index) {
    return this.files.find(({ first, entries }) => index >= first && index < first + entries);
  }

  /** @param {number} secret */
  finding(secret) {
    return this.#bySecret.get(secret);
  }

  /** @param {string} placeholder */
  placed(placeholder) {
    return this.#byPlaceholder.get(placeholder);
  }

  /** The findings that wait for the person's word. */
  get undecided() {
    return this.findings.filter((f) => this.waits(f));
  }

  /** @param {Finding} f */
  waits(f) {
    return !f.everywhere && !f.kept && f.mask.length >= MIN_ALSO && DECIDABLE.has(f.kind) && !this.#settled.has(f.secret);
  }

  /** The rows of the redacted file, asked for once. */
  requests() {
    return (this.#requests ??= this.session.requests());
  }

  digest() {
    return (this.#digest ??= this.session.digest());
  }

  /** Those of the files in the output, where there are several. */
  digests() {
    return (this.#digests ??= Promise.all((this.session.outcome.files ?? []).map((_, k) => this.session.digest(k))));
  }

  /** @param {Progress} progress of a change */
  progressed(progress) {
    this.dispatchEvent(new CustomEvent('progress', { detail: progress }));
  }

  /** Says that the file was saved as it is. */
  saved() {
    this.#saved = this.decisions;
  }

  /**
   * Says that one of several files was saved alone. With the last of them all are.
   * @param {number} k
   */
  savedAlone(k) {
    this.#alone.add(k);
    if (this.#alone.size === this.redacted) this.saved();
  }

  /** Whether the person decided something that is in no saved file. */
  get unsaved() {
    const { keep, also, policy } = this.decisions;
    const decided = keep.size + also.length > 0 || !alike(policy, this.opened);
    return this.#writing || (decided && this.decisions !== this.#saved);
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  /** @param {number} secret @param {string} reason */
  keep(secret, reason) {
    return this.#decide({ ...this.decisions, keep: new Map(this.decisions.keep).set(secret, reason) });
  }

  /** @param {number} secret */
  unkeep(secret) {
    const keep = new Map(this.decisions.keep);
    keep.delete(secret);
    return this.#decide({ ...this.decisions, keep });
  }

  /** @param {string} value */
  async also(value) {
    if (this.decisions.also.includes(value)) return;
    const before = this.report.occurrences;
    await this.#decide({ ...this.decisions, also: [...this.decisions.also, value] }, () => {
      this.#effect.set(value, Math.max(0, this.report.occurrences - before));
    });
  }

  /**
   * In how many places more a value was removed when it was asked for.
   * @param {string} value
   */
  effect(value) {
    return this.#effect.get(value);
  }

  /** @param {number} index of decisions.also */
  unalso(index) {
    return this.#decide({ ...this.decisions, also: this.decisions.also.filter((_, i) => i !== index) });
  }

  /** @param {Partial<Policy>} change */
  policy(change) {
    const before = tally(this.findings);
    // Findings are numbered anew under another policy, so what was kept by
    // number cannot be carried over: it would name something else.
    return this.#decide({ ...this.decisions, keep: new Map(), policy: plain({ ...this.decisions.policy, ...change }) }, () => {
      const after = tally(this.findings);
      this.effectOfPolicy = { personal: after.personal - before.personal, queries: after.queries - before.queries, bodies: after.bodies - before.bodies };
    });
  }

  /**
   * Removes a finding that was too short to hunt for wherever it stands.
   * @param {number} secret
   */
  async everywhere(secret) {
    const value = await this.session.reveal(secret);
    this.#settled.add(secret);
    await this.also(value);
  }

  /** @param {number} secret */
  settle(secret) {
    this.#settled.add(secret);
    this.dispatchEvent(new Event('change'));
  }

  /** Goes back to how it was before the last change. */
  async undo() {
    const last = this.#past.pop();
    if (!last) return;
    await this.#revise(last);
    this.dispatchEvent(new Event('change'));
  }

  /**
   * @param {Decisions} next
   * @param {() => void} [done] before anybody is told
   */
  async #decide(next, done) {
    const last = this.decisions;
    await this.#revise(next);
    this.#past.push(last);
    done?.();
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Decisions} next */
  async #revise(next) {
    const { keep, also, policy } = next;
    const rescan = policy !== this.decisions.policy;
    this.effectOfPolicy = undefined;
    this.#writing = true;
    try {
      await this.session.revise({
        keep: [...keep].map(([secret, reason]) => ({ secret, reason })),
        also: [...also],
        ...(rescan && { policy }),
      });
    } finally {
      this.#writing = false;
    }
    if (rescan) this.#settled.clear();
    this.decisions = next;
    this.#alone.clear();
    this.#requests = this.#digest = this.#digests = undefined;
    await this.#load();
  }

  async #load() {
    this.findings = await this.session.findings();
    this.#bySecret = new Map(this.findings.map((f) => [f.secret, f]));
    this.#byPlaceholder = new Map(this.findings.map((f) => [f.placeholder, f]));
  }
}

/** Shorter values stand in any file by chance, thousands of times. */
export const MIN_ALSO = 3;
