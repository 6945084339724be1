// What each worker of a run can do with its engine: scan batches, and rewrite
// the ones that it scanned. The lead calls its own, and those of others through
// their ports (remote.js). All that it gives can be posted.

import { RedactError } from './error.js';
import { chunks } from './reader.js';

/** @typedef {import('./engine.js').Place} Place */

export class Member {
  /** @type {import('./engine.js').Engine} */ engine;
  /** @type {Blob[]} */ #files;
  /** @type {Place[]} the batches that were scanned here */ #batches = [];

  /**
   * @param {import('./engine.js').Engine} engine
   * @param {Blob[]} files
   */
  constructor(engine, files) {
    this.engine = engine;
    this.#files = files;
  }

  /** @param {object} options of the bridge's start */
  start(options) {
    this.engine.give('start', new TextEncoder().encode(JSON.stringify(options)));
  }

  /**
   * The lead scans a batch where it stands in its own engine.
   * @param {number} i
   * @param {Place} place
   */
  scanOwn(i, place) {
    this.#batches.push(place);
    this.engine.call('scanOwn', i);
  }

  /**
   * @param {Place} place
   * @param {Uint8Array} description
   * @param {Uint8Array} bytes
   */
  scan(place, description, bytes) {
    this.#batches.push(place);
    this.engine.give('expect', description);
    this.engine.give('scan', bytes);
  }

  /** What was found here, for all engines to know. It never becomes text. */
  findings() {
    return this.engine.call('findings').slice();
  }

  /** @param {Uint8Array[]} findings of all */
  know(findings) {
    for (const f of findings) this.engine.give('know', f);
  }

  /** @param {Uint8Array[]} findings of files that are no part of the run */
  hint(findings) {
    for (const f of findings) this.engine.give('hint', f);
  }

  /** @param {string} decisions a JSON document */
  resolve(decisions) {
    this.engine.give('resolve', new TextEncoder().encode(decisions));
  }

  /**
   * Rewrites all batches that were scanned here.
   * @param {(n: number) => void} read is told how many bytes of the file are done
   * @returns {Promise<{ parts: Blob[], outcome: Uint8Array }>} a part for each batch
   */
  async rewrite(read) {
    /** @type {Blob[]} */
    const parts = [];
    for (const run of adjoining(this.#batches)) {
      const { file, offset } = run[0];
      const last = run[run.length - 1];
      let at = offset;
      let k = 0;
      let filled = 0;
      // One stream for all of a run: to open one costs as much as to read a batch.
      for await (const chunk of chunks(this.#files[file].slice(offset, last.offset + last.size), file)) {
        for (let used = 0; used < chunk.length && k < run.length; ) {
          const { offset: start, size } = run[k];
          const left = chunk.length - used;
          if (at < start) {
            // What stands between two batches is the frame's.
            const n = Math.min(start - at, left);
            used += n;
            at += n;
            continue;
          }
          const n = Math.min(size - filled, left);
          this.engine.room(size).set(chunk.subarray(used, used + n), filled);
          filled += n;
          used += n;
          at += n;
          if (filled < size) continue;
          // Wrapped in a Blob the bytes are kept elsewhere by the browser, and the
          // engine's one buffer serves for the whole output.
          parts.push(new Blob([this.engine.call('rewrite', parts.length, size)]));
          read(size);
          k++;
          filled = 0;
        }
      }
      if (k < run.length) throw new RedactError('read', 'the browser could not read the file; pick it again').about(file);
    }
    return { parts, outcome: this.engine.call('outcome').slice() };
  }

  /**
   * One entry as it was, masked, and as it is.
   * @param {number} index
   * @returns {Promise<Uint8Array | undefined>} a JSON document, if the entry was scanned here
   */
  async view(index) {
    const k = this.#batches.findIndex((b) => index >= b.first && index < b.first + b.units);
    if (k < 0) return undefined;
    await this.#read(this.#batches[k]);
    return this.engine.call('view', k, index, this.#batches[k].size).slice();
  }

  /**
   * Reads a batch into the engine's memory, for the next call.
   * @param {Place} place
   */
  async #read({ file, offset, size }) {
    let at = 0;
    for await (const chunk of chunks(this.#files[file].slice(offset, offset + size))) {
      if (at + chunk.length > size) break;
      this.engine.room(size).set(chunk, at);
      at += chunk.length;
    }
    if (at !== size) throw new RedactError('read', 'the browser could not read the file; pick it again');
  }
}

/** How much may stand between two batches that are read in one go. */
const GAP = 64 << 10;

/**
 * Batches in groups that stand one behind the other in one file.
 * @param {Place[]} batches in file order
 */
function adjoining(batches) {
  /** @type {Place[][]} */
  const runs = [];
  /** @type {Place | undefined} */
  let last;
  for (const b of batches) {
    if (last && last.file === b.file && b.offset - (last.offset + last.size) <= GAP) runs[runs.length - 1].push(b);
    else runs.push([b]);
    last = b;
  }
  return runs;
}
