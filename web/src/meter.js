// Tells the page how far a run is: not too often, and not too seldom. Runs
// inside the lead.

import { PROGRESS_MS } from './protocol.js';

export class Meter {
  #tell;
  #told = 0;
  #size;
  /** @type {import('./protocol.js').Progress} */ #progress;

  /**
   * @param {number} size of all files
   * @param {(progress: import('./protocol.js').Progress) => void} tell
   */
  constructor(size, tell) {
    this.#size = size;
    this.#tell = tell;
    this.#progress = { phase: 'start', done: 0, total: 2 * size };
  }

  /** @param {import('./protocol.js').Phase} phase */
  enter(phase) {
    this.#progress.phase = phase;
    if (phase === 'write') this.#progress.done = this.#size;
    this.#send();
  }

  /** @param {number} n bytes more */
  add(n) {
    this.#progress.done = Math.min(this.#progress.done + n, this.#progress.total);
    if (performance.now() - this.#told >= PROGRESS_MS) this.#send();
  }

  #send() {
    this.#told = performance.now();
    this.#tell({ ...this.#progress });
  }
}
