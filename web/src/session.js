// A session: one run over files whose workers stay, so that a person can look at
// what was found, decide otherwise, and have the output written and verified
// again. Ending a session is ending its workers.
//
// First the lead takes the HARs out of what was given; then it is known how many
// workers they are worth. Where one of several files fails, all is started anew
// without it, as if it had not been given; but for what was found in it, which is
// secret in the others too.

import { RedactError, crashed } from './error.js';
import { Caller, failureOf, rebuilt } from './remote.js';
import { newWorkers } from './spawn.js';

/**
 * What a run needs, as the build put it into the page or the module.
 * @typedef {object} Assets
 * @property {string} worker the worker's program text
 * @property {() => Promise<WebAssembly.Module>} engine compiled on first use; rejects with a RedactError
 */

/**
 * @typedef {object} Options
 * @property {object} [policy] what to take out beyond credentials (core/policy); standard by default
 * @property {AbortSignal} [signal] ends the session, also while it is idle
 * @property {(progress: import('./protocol.js').Progress) => void} [onProgress]
 * @property {number} [workers] how many; by default as many as the machine has cores, at most 8, and fewer for little
 */

/**
 * What a session is for. Without a review the lists below are empty, and a file
 * that fails is the end of it.
 * @typedef {object} Purpose
 * @property {boolean} [review]
 * @property {(session: Session) => void} [onFiles] when it is known what files there
 *   are, and when one of them fails
 */

/** @typedef {import('./protocol.js').Outcome} Outcome */
/** @typedef {import('./protocol.js').Decisions} Decisions */

const OPTIONS = ['policy', 'signal', 'onProgress', 'workers'];
const MOST_WORKERS = 16;

/** A further worker costs some time to start, which so many bytes are worth. */
const BYTES_A_WORKER = 8 << 20;

/**
 * A worker that is silent for this long hangs or is gone. It is counted in
 * ticks, so that a machine that was asleep does not count.
 */
const TICK_MS = 5000;
const SILENT_TICKS = 24;

export class Session {
  #assets;
  #options;
  #purpose;
  /** @type {import('./protocol.js').Unpacked} */ #unpacked = { items: [], leftOut: [], zip: '' };
  /** @type {number[]} which of the files the run is over */ #good = [];
  /** @type {Blob[]} what was found in those that failed */ #hints = [];
  /** @type {Map<Worker, number>} for how many ticks each is silent */ #workers = new Map();
  /** @type {{ worker: Worker, caller: Caller } | undefined} */ #lead;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #watch;
  /** @type {unknown} why it ended */ #ended;
  #onAbort = () => this.#end(aborted(this.#options.signal));
  /** @type {Outcome | undefined} */ #outcome;
  /** @type {Promise<unknown>} */ #last = Promise.resolve();

  /**
   * Use open.
   * @param {Assets} assets
   * @param {Options} options
   * @param {Purpose} purpose
   */
  constructor(assets, options, purpose) {
    this.#assets = assets;
    this.#options = options;
    this.#purpose = purpose;
  }

  /**
   * Opens files, redacts, and keeps the workers for a review. Rejects with a
   * RedactError; then nothing is left behind.
   * @param {Assets} assets
   * @param {Blob | Blob[]} file
   * @param {Options} [options]
   * @param {Purpose} [purpose]
   */
  static async open(assets, file, options = {}, purpose = {}) {
    const files = Array.isArray(file) ? file : [file];
    const session = new Session(assets, checked(files, options), purpose);
    await session.#unpack(files);
    await session.#start(options.policy);
    return session;
  }

  /**
   * The HARs that were given, in order, those that failed among them with the
   * reason. Requests are counted over the others.
   * @returns {readonly import('./protocol.js').Item[]}
   */
  get files() {
    return this.#unpacked.items;
  }

  /** The names of what was left out of archives, since it is no HAR. */
  get leftOut() {
    return this.#unpacked.leftOut;
  }

  /** What the last run gave. */
  get outcome() {
    if (!this.#outcome) throw this.#ended ?? crashed();
    return this.#outcome;
  }

  /**
   * The distinct secrets, in file order; also those that are kept.
   * @returns {Promise<import('./protocol.js').Finding[]>}
   */
  findings() {
    return this.#call('findings');
  }

  /**
   * A secret's value: the one place where one crosses to the page.
   * @param {number} secret
   * @returns {Promise<string>}
   */
  reveal(secret) {
    return this.#call('reveal', [secret]);
  }

  /**
   * The requests of the redacted output.
   * @returns {Promise<import('./protocol.js').RequestRow[]>}
   */
  requests() {
    return this.#call('requests');
  }

  /**
   * One entry: its JSON text in segments. The texts and afters together are the
   * entry in the output.
   * @param {number} index
   * @returns {Promise<{ segments: import('./protocol.js').Segment[] }>}
   */
  request(index) {
    return this.#call('request', [index]);
  }

  /**
   * Writes and verifies the output again under these decisions, which take the
   * place of earlier ones. `also`: texts of 3 bytes and more that go everywhere.
   * `keep`: secrets that stay, with their parts; the report lists them with the
   * reasons, which must not hold a secret. The files are not scanned anew, except
   * for another policy; that changes the numbers of secrets, and so the decisions
   * to keep are to be made anew with it.
   *
   * Rejects with the code "decision" where a decision cannot be followed (too
   * short, unknown, locked by the policy): nothing has changed then. Any other
   * rejection ends the session.
   * @param {Decisions & { policy?: object }} decisions
   * @returns {Promise<Outcome>}
   */
  async revise({ keep = [], also = [], policy }) {
    if (policy !== undefined && JSON.stringify(policy) !== JSON.stringify(this.#options.policy)) {
      this.#stop();
      this.#lead?.caller.fail(new RedactError('closed', 'the files are read anew'));
      this.#options = { ...this.#options, policy };
      // What fails does so again, and is then looked into under this policy.
      this.#hints = [];
      for (const item of this.#unpacked.items) if (item.file) delete item.failure;
      await this.#start(policy);
    } else if (this.#outcome && keep.length + also.length === 0 && !this.#decided) {
      return this.#outcome;
    }
    if (keep.length + also.length > 0 || this.#decided) {
      const outcome = await this.#call('revise', [JSON.stringify({ keep, also })]);
      this.#decided = keep.length + also.length > 0;
      this.#outcome = outcome;
    }
    return this.outcome;
  }
  #decided = false;

  /**
   * What makes the credentials worthless, for whoever has already sent the
   * original.
   * @returns {Promise<import('./protocol.js').Revocation[]>}
   */
  revocations() {
    return this.#call('revocations');
  }

  /**
   * SHA-256 of the output file, in hex; or of one of outcome.files.
   * @param {number} [file]
   * @returns {Promise<string>}
   */
  digest(file) {
    return this.#call('digest', [file]);
  }

  /**
   * The name of a file, without the secrets that stand in it.
   * @param {string} name
   * @returns {Promise<string>}
   */
  name(name) {
    return this.#call('name', [name]);
  }

  /** Ends the workers, which gives the memory back. The outcome stays. */
  close() {
    this.#end(new RedactError('closed', 'the session was closed'));
  }

  /**
   * Takes the HARs out of what was given.
   * @param {Blob[]} files
   */
  async #unpack(files) {
    this.#begin();
    // Meanwhile the engine compiles; the run is told of a failure.
    this.#assets.engine().catch(() => {});
    this.#unpacked = await this.#call('unpack', [files, files.map((file) => (file instanceof File ? file.name : ''))]);
    this.#purpose.onFiles?.(this);
  }

  /**
   * Runs over the files that are good, until none of them fails.
   * @param {object | undefined} policy
   */
  async #start(policy) {
    const { items, zip } = this.#unpacked;
    const { review = true } = this.#purpose;
    this.#decided = false;
    this.#outcome = undefined;
    while (!this.#outcome) {
      this.#good = [...items.keys()].filter((k) => items[k].file && !items[k].failure);
      const failed = items.findIndex((item) => item.failure);
      if (failed >= 0 && (this.#good.length === 0 || !review)) {
        const error = rebuilt(/** @type {import('./protocol.js').Failure} */ (items[failed].failure)).about(failed);
        this.#end(error);
        throw error;
      }
      this.#begin();
      const files = this.#good.map((k) => /** @type {Blob} */ (items[k].file));
      const size = files.reduce((n, file) => n + file.size, 0);
      const helpers = this.#spawn((this.#options.workers ?? workersFor(size)) - 1);
      const engine = await this.#assets.engine().catch((error) => this.#end(error));
      if (!engine || this.#ended) throw this.#ended;
      const ports = helpers.map((helper) => {
        const { port1, port2 } = new MessageChannel();
        helper.postMessage({ method: 'help', port: port1, engine }, [port1]);
        return port2;
      });
      /** @type {import('./protocol.js').Open} */
      const open = { engine, files, names: this.#good.map((k) => items[k].as), zip, policy, review, hints: this.#hints, ports };
      try {
        this.#outcome = await this.#call('open', [open], ports);
      } catch (error) {
        if (!review || !(error instanceof RedactError) || error.file < 0) throw error;
        // The others go on without it.
        const { found, ...failure } = failureOf(error);
        items[error.file].failure = failure;
        this.#hints.push(...(found ?? []));
        this.#purpose.onFiles?.(this);
      }
    }
  }

  /** Sees to it that there is a lead. */
  #begin() {
    const { signal } = this.#options;
    if (signal?.aborted) throw aborted(signal);
    this.#ended = undefined;
    if (this.#workers.size > 0) return;
    const [worker] = this.#spawn(1);
    this.#lead = { worker, caller: new Caller(worker) };
    signal?.addEventListener('abort', this.#onAbort);
    this.#watch = setInterval(() => {
      for (const [worker, ticks] of this.#workers) {
        this.#workers.set(worker, ticks + 1);
        if (ticks + 1 >= SILENT_TICKS) this.#end(crashed());
      }
    }, TICK_MS);
  }

  /** @param {number} n */
  #spawn(n) {
    const made = newWorkers(this.#assets.worker, n);
    for (const worker of made) {
      this.#workers.set(worker, 0);
      worker.onerror = (event) => {
        // Not to the console: it is told to the caller.
        event.preventDefault();
        this.#end(crashed());
      };
      worker.onmessageerror = () => this.#end(crashed());
      worker.onmessage = ({ data }) => {
        this.#workers.set(worker, 0);
        if (worker === this.#lead?.worker && !data.alive) this.#lead.caller.heard(data);
      };
    }
    return made;
  }

  /**
   * One call at a time: the lead does them in order anyway.
   * @param {string} method
   * @param {unknown[]} [args]
   * @param {Transferable[]} [transfer]
   */
  #call(method, args, transfer) {
    const made = this.#last.then(async () => {
      if (this.#ended || !this.#lead) throw this.#ended ?? crashed();
      try {
        return await this.#lead.caller.call(method, args, { transfer, progress: (p) => this.#progressed(p) });
      } catch (error) {
        if (error instanceof RedactError && error.file >= 0) error.about(this.#good[error.file]);
        if (!(error instanceof RedactError && error.code === 'decision')) this.#end(error);
        throw error;
      }
    });
    this.#last = made.catch(() => {});
    return made;
  }

  /** @param {import('./protocol.js').Progress} progress */
  #progressed(progress) {
    this.#options.onProgress?.({ ...progress, file: this.#good[progress.file] ?? -1 });
  }

  /** @param {unknown} error */
  #end(error) {
    this.#ended ??= error;
    this.#stop();
    this.#lead?.caller.fail(error);
  }

  #stop() {
    clearInterval(this.#watch);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    for (const worker of this.#workers.keys()) worker.terminate();
    this.#workers.clear();
  }
}

/** @param {number} size in bytes */
function workersFor(size) {
  const cores = navigator.hardwareConcurrency || 1;
  return Math.max(1, Math.min(cores, 8, Math.floor(size / BYTES_A_WORKER)));
}

/**
 * @param {unknown[]} files
 * @param {unknown} options
 * @returns {Options}
 */
function checked(files, options) {
  if (files.length === 0 || !files.every((file) => file instanceof Blob)) {
    throw new RedactError('option', 'file is not a File or Blob, nor a list of them');
  }
  if (typeof options !== 'object' || options === null) {
    throw new RedactError('option', 'options is not an object');
  }
  for (const name of Object.keys(options)) {
    if (!OPTIONS.includes(name)) {
      throw new RedactError('option', `unknown option ${JSON.stringify(name)}; known are ${OPTIONS.join(', ')}`);
    }
  }
  const { policy, signal, onProgress, workers } = /** @type {Options} */ (options);
  if (policy !== undefined && (typeof policy !== 'object' || policy === null)) {
    throw new RedactError('option', 'policy is not an object');
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new RedactError('option', 'signal is not an AbortSignal');
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new RedactError('option', 'onProgress is not a function');
  }
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS)) {
    throw new RedactError('option', `workers is not a number from 1 to ${MOST_WORKERS}`);
  }
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function') {
    throw new RedactError('unsupported', 'this browser is too old; update it and start again');
  }
  return { policy, signal, onProgress, workers };
}

/** @param {AbortSignal | undefined} signal */
function aborted(signal) {
  return new RedactError('aborted', 'cancelled; nothing was saved', -1, signal?.reason);
}
