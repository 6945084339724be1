// Tells the page how far a run is: not too often, and not too seldom. Runs
// inside the lead.

import { PROGRESS_MS } from './protocol.js';

export class Meter {
  #tell;
  #told = 0;
  /** @type {import('./protocol.js').Progress} */ #progress = { phase: 'start', done: 0, total: 0, file: -1 };

  /** @param {(progress: import('./protocol.js').Progress) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /**
   * @param {import('./protocol.js').Phase} phase
   * @param {number} done
   * @param {number} total
   * @param {number} [file] that is read now, -1 for all
   */
  enter(phase, done, total, file = -1) {
    this.#progress = { phase, done, total, file };
    this.#send();
  }

  /** @param {number} file that is read now */
  read(file) {
    this.#progress.file = file;
    this.add(0);
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
