// The lead of a run: reads the files and cuts them into batches, which all
// workers scan, itself among them; lets all know what all found; has each batch
// rewritten by the worker that scanned it; and puts together what comes out.
//
// The output becomes a File only after the last call of the last engine went
// well; on any failure there is none, and the page ends all workers. Several
// files become one archive.

import { deflated } from './deflate.js';
import { Engine } from './engine.js';
import { RedactError } from './error.js';
import { Member } from './member.js';
import { HAR_TYPE, ZIP_TYPE, apart } from './protocol.js';
import { chunks } from './reader.js';
import { Helper } from './helper.js';
import { turn } from './remote.js';
import { zipped } from './zip.js';

/** @typedef {import('./engine.js').Place} Place */
/** @typedef {{ place: Place, who: number, nth: number }} Batch who scanned it, and the how manieth there */

/** A helper has one batch to work on and one to go on with. */
const AHEAD = 2;

/**
 * So many bytes one worker takes in a row: it reads them again in the second pass,
 * and to open a stream costs as much as to read a batch.
 */
const STREAK = 16 << 20;

/** Of a small file all have some. */
const LEAST_STREAKS = 16;

export class Lead {
  /** @type {Blob[]} */ #files;
  /** @type {string[]} */ #names;
  /** @type {string} */ #zip;
  /** @type {Member} */ #own;
  /** @type {Helper[]} */ #helpers;
  /** @type {Batch[]} */ #batches = [];
  /** @type {number[]} how many batches each has; the lead is the last */ #counts;
  /** who takes the next bytes, and how many */ #streak = { who: 0, left: 0 };
  /** @type {import('./protocol.js').Outcome | undefined} */ #outcome;
  #progress;

  /**
   * @param {Member} own
   * @param {Helper[]} helpers
   * @param {import('./protocol.js').Open} open
   * @param {import('./meter.js').Meter} progress
   */
  constructor(own, helpers, open, progress) {
    this.#own = own;
    this.#helpers = helpers;
    this.#files = open.files;
    this.#names = open.names;
    this.#zip = open.zip;
    this.#counts = new Array(helpers.length + 1).fill(0);
    this.#progress = progress;
  }

  /**
   * Starts a run and goes through with it.
   * @param {import('./protocol.js').Open} open
   * @param {MessagePort[]} ports to the helpers
   * @param {import('./meter.js').Meter} progress
   */
  static async open(open, ports, progress) {
    const options = { policy: open.policy, review: open.review };
    const helpers = ports.map((port) => new Helper(port, open.files, options));
    const own = new Member(await Engine.load(open.engine), open.files);
    own.start({ ...options, lead: true });
    const lead = new Lead(own, helpers, open, progress);
    try {
      progress.enter('find', 0, 2 * lead.#size, 0);
      for (const [k, file] of open.files.entries()) await lead.#scan(file, k);
      await lead.#share(open.hints);
      return { lead, outcome: await lead.revise('{}') };
    } catch (error) {
      if (open.review && error instanceof RedactError && error.file >= 0) {
        error.found = (await lead.#found()).map((doc) => new Blob([doc]));
      }
      throw error;
    }
  }

  get #size() {
    return this.#files.reduce((n, file) => n + file.size, 0);
  }

  /**
   * @param {Blob} file
   * @param {number} number
   */
  async #scan(file, number) {
    this.#progress.read(number);
    for await (const chunk of chunks(file, number)) {
      const places = this.#own.engine.feed(chunk);
      // Reading and working alone let no message in: the helpers would seem
      // busy to the end.
      if (places.length > 0 && this.#helpers.length > 0) await turn();
      this.#hand(places);
      this.#progress.add(chunk.length);
      // A failure elsewhere is not waited for.
      for (const helper of this.#helpers) helper.check();
    }
    this.#hand(this.#own.engine.endFile());
  }

  /** @param {Place[]} places */
  #hand(places) {
    const { engine } = this.#own;
    for (const [i, place] of places.entries()) {
      const streak = this.#streak;
      if (streak.left <= 0) {
        streak.who = this.#next();
        streak.left = Math.min(STREAK, this.#size / LEAST_STREAKS / this.#counts.length);
      }
      streak.left -= place.size;
      const { who } = streak;
      this.#batches.push({ place, who, nth: this.#counts[who]++ });
      if (who === this.#helpers.length) this.#own.scanOwn(i, place);
      else this.#helpers[who].scan(place, engine.call('describe', i).slice(), engine.call('batch', i).slice());
    }
  }

  /** Who takes the next batches: the helper that has least to do, or else the lead. */
  #next() {
    let who = this.#helpers.length;
    for (const [k, helper] of this.#helpers.entries()) {
      if (helper.ready && helper.busy < AHEAD && helper.busy < (this.#helpers[who]?.busy ?? AHEAD)) who = k;
    }
    return who;
  }

  /**
   * What all found.
   * @returns {Promise<Uint8Array<ArrayBuffer>[]>}
   */
  async #found() {
    await Promise.all(this.#helpers.map((helper) => helper.idle()));
    return Promise.all([...this.#working().map((helper) => helper.call('findings')), this.#own.findings()]);
  }

  /**
   * Lets every engine know what the others found.
   * @param {Blob[]} hints
   */
  async #share(hints) {
    const working = this.#working();
    // Alone, the lead knows what it found.
    const found = working.length > 0 ? await this.#found() : [];
    const others = (/** @type {number} */ k) => found.filter((_, who) => who !== k);
    const more = await Promise.all(hints.map(async (hint) => new Uint8Array(await hint.arrayBuffer())));
    await Promise.all([...working.map((helper, k) => helper.call('know', others(k))), this.#own.know(others(working.length))]);
    await Promise.all([...working.map((helper) => helper.call('hint', more)), this.#own.hint(more)]);
  }

  /** The helpers that have scanned something; a small file does not need all. */
  #working() {
    return this.#helpers.filter((_, k) => this.#counts[k] > 0);
  }

  /**
   * Rewrites all, under these decisions.
   * @param {string} decisions a JSON document
   * @returns {Promise<import('./protocol.js').Outcome>}
   */
  async revise(decisions) {
    const { engine } = this.#own;
    const working = this.#working();
    // The lead first: it refuses what the others would refuse, and then
    // nothing has changed anywhere.
    this.#own.resolve(decisions);
    await Promise.all(working.map((helper) => helper.call('resolve', decisions)));
    this.#outcome = undefined;
    this.#progress.enter('write', this.#size, 2 * this.#size);
    const read = (/** @type {number} */ n) => this.#progress.add(n);
    const done = await Promise.all([...this.#helpers.map((helper, k) => this.#counts[k] > 0 ? helper.call('rewrite', [], read) : undefined), this.#own.rewrite(read)]);
    for (const d of done.slice(0, -1)) if (d) engine.give('took', d.outcome);
    engine.call('frames');

    /** @type {Blob[][]} */
    const parts = this.#files.map(() => []);
    const next = this.#files.map(() => 0);
    for (const { place, who, nth } of this.#batches) {
      const part = done[who]?.parts[nth];
      if (!part) throw new RedactError('internal', 'internal error: a batch has no output');
      parts[place.file].push(new Blob([engine.call('frame', place.file, next[place.file]++)]), part);
    }
    for (const [k, list] of parts.entries()) list.push(new Blob([engine.call('frame', k, next[k])]));
    const report = engine.json('report');
    const names = apart(this.#names.map((name) => this.name(name)));
    const files = parts.map((list, k) => new File(list, names[k], { type: HAR_TYPE }));
    this.#outcome = this.#zip ? { file: await this.#packed(files), report, files } : { file: files[0], report };
    return this.#outcome;
  }

  /**
   * The archive of the files. Each worker takes the next one, as far as they go.
   * @param {File[]} files
   */
  async #packed(files) {
    this.#progress.enter('pack', 0, files.reduce((n, file) => n + file.size, 0));
    const read = (/** @type {number} */ n) => this.#progress.add(n);
    const sizes = files.map((file, k) => ({ k, size: file.size })).sort((a, b) => b.size - a.size);
    /** @type {{ name: string, packed: Blob, size: number, crc: number }[]} */
    const entries = [];
    const work = async (/** @type {(file: File) => Promise<any>} */ deflate) => {
      for (let next; (next = sizes.shift()); ) entries[next.k] = { name: files[next.k].name, ...(await deflate(files[next.k])) };
    };
    await Promise.all([
      ...this.#helpers.filter((helper) => helper.ready).map((helper) => work((file) => helper.call('deflate', file, read))),
      work((file) => deflated(file, read)),
    ]);
    return new File(zipped(entries), this.name(this.#zip), { type: ZIP_TYPE });
  }

  /**
   * The name of a file, without the secrets that stand in it.
   * @param {string} name
   */
  name(name) {
    return new TextDecoder().decode(this.#own.engine.give('name', new TextEncoder().encode(name)));
  }

  findings() {
    return this.#own.engine.json('review');
  }

  /** @param {number} secret */
  reveal(secret) {
    return new TextDecoder().decode(this.#own.engine.call('reveal', secret));
  }

  requests() {
    return this.#own.engine.json('requests');
  }

  revocations() {
    return this.#own.engine.json('revocations');
  }

  /** @param {number} index */
  async request(index) {
    const batch = this.#batches.find(({ place }) => index >= place.first && index < place.first + place.units);
    if (!batch) throw new RedactError('decision', 'there is no such request; take an index from the list');
    const who = batch.who === this.#helpers.length ? this.#own : this.#helpers[batch.who];
    const doc = who === this.#own ? await this.#own.view(index) : await this.#helpers[batch.who].call('view', index);
    return { segments: JSON.parse(new TextDecoder().decode(doc)) };
  }

  /**
   * The SHA-256 of the output, or of one of several files in it.
   * @param {number} [number]
   */
  async digest(number) {
    const file = number === undefined ? this.#outcome?.file : this.#outcome?.files?.[number];
    if (!file) throw new RedactError('internal', 'internal error: there is no output');
    for await (const chunk of chunks(file)) this.#own.engine.give('digestAdd', chunk);
    return new TextDecoder().decode(this.#own.engine.call('digestEnd'));
  }
}
