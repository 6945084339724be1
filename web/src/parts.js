// Gathers output into a File without holding it in this process. Runs inside
// the worker.
//
// Each part is wrapped in a Blob of its own, whose bytes the browser keeps
// elsewhere, so one buffer serves for the whole output.

const PART = 8 << 20;

export class Parts {
  /** @type {Blob[]} */ #parts = [];
  #buffer = new Uint8Array(PART);
  #used = 0;

  /** @param {Uint8Array} bytes copied before this returns */
  add(bytes) {
    for (let at = 0; at < bytes.length; ) {
      const n = Math.min(bytes.length - at, PART - this.#used);
      this.#buffer.set(bytes.subarray(at, at + n), this.#used);
      this.#used += n;
      at += n;
      if (this.#used === PART) this.#wrap();
    }
  }

  /**
   * @param {string} name
   * @param {string} type
   */
  file(name, type) {
    this.#wrap();
    return new File(this.#parts, name, { type });
  }

  #wrap() {
    if (this.#used > 0) this.#parts.push(new Blob([this.#buffer.subarray(0, this.#used)]));
    this.#used = 0;
  }
}
