// The Go core in linear memory: loads it and calls the bridge (wasm/main.go).
// Runs inside a worker.

import 'go:wasm_exec';
import { RedactError, crashed } from './error.js';

/**
 * The bridge's functions give a status; those that take bytes take their number
 * last.
 * @typedef {Record<'start' | 'commit' | 'endFile' | 'scanOwn' | 'describe' | 'batch' | 'expect' | 'scan'
 *   | 'findings' | 'know' | 'hint' | 'resolve' | 'rewrite' | 'outcome' | 'took' | 'frames' | 'frame' | 'name' | 'report'
 *   | 'review' | 'requests' | 'revocations' | 'reveal' | 'view' | 'digestAdd' | 'digestEnd',
 *   (...args: number[]) => number>} Calls
 */
/**
 * @typedef {Calls & {
 *   mem: WebAssembly.Memory,
 *   room: (n: number) => number,
 *   fileRoom: (n: number) => number,
 *   outPtr: () => number,
 *   outLen: () => number,
 * }} Bridge
 */

export class Engine {
  /** @type {Bridge} */ #bridge;
  #exited = false;

  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.#bridge = bridge;
  }

  /** @param {WebAssembly.Module} module */
  static async load(module) {
    const go = new Go();
    // What Go's runtime says when it dies could hold values from the file, and
    // a console is a place that people copy from.
    globalThis.fs.writeSync = (_fd, buf) => buf.length;
    const instance = await WebAssembly.instantiate(module, go.importObject);
    const engine = new Engine(/** @type {any} */ (instance.exports));
    // The promise of run is settled only by an exit outside of a call; exit is
    // called for each. Neither ever happens in a run that goes well.
    const exit = () => void (engine.#exited = true);
    go.exit = exit;
    go.run(instance).then(exit, exit);
    return engine;
  }

  /**
   * Makes a call that takes no bytes.
   * @param {keyof Calls} name
   * @param {number[]} args
   * @returns {Uint8Array<ArrayBuffer>} what came out: a view, valid until the next call
   */
  call(name, ...args) {
    const status = this.#guard(() => this.#bridge[name](...args));
    const at = this.#guard(() => this.#bridge.outPtr());
    const n = this.#guard(() => this.#bridge.outLen());
    const out = this.#view(at, n);
    if (status === 0) return out;
    // The core counts files from 1, and has 0 for none.
    const { code, message, offset, file = 0 } = parse(out);
    throw new RedactError(code, message, offset).about(file - 1);
  }

  /**
   * Makes a call that takes bytes, after its other arguments.
   * @param {keyof Calls} name
   * @param {Uint8Array} bytes
   * @param {number[]} args
   * @returns {Uint8Array<ArrayBuffer>}
   */
  give(name, bytes, ...args) {
    this.room(bytes.length).set(bytes);
    return this.call(name, ...args, bytes.length);
  }

  /**
   * A place for n bytes of the next call that takes bytes; it goes with any other.
   * @param {number} n
   */
  room(n) {
    return this.#place(n, () => this.#bridge.room(n));
  }

  /**
   * Gives the lead's engine the next bytes of the file.
   * @param {Uint8Array} chunk
   * @returns {Place[]} the batches that they complete
   */
  feed(chunk) {
    this.#place(chunk.length, () => this.#bridge.fileRoom(chunk.length)).set(chunk);
    return places(this.call('commit', chunk.length));
  }

  /** Ends a file. @returns {Place[]} */
  endFile() {
    return places(this.call('endFile'));
  }

  /**
   * @param {keyof Calls} name
   * @param {number[]} args
   */
  json(name, ...args) {
    return parse(this.call(name, ...args));
  }

  /**
   * @param {number} n
   * @param {() => number} f
   */
  #place(n, f) {
    const at = this.#guard(f);
    // The bridge has failed: any call says why.
    if (at === 0) this.call('outcome');
    return this.#view(at, n);
  }

  /**
   * A view is made anew each time: growth of the memory detaches the old one.
   * @param {number} at
   * @param {number} n
   */
  #view(at, n) {
    return new Uint8Array(/** @type {ArrayBuffer} */ (this.#bridge.mem.buffer), at >>> 0, n);
  }

  /**
   * After a fatal error of Go's runtime the failing call may return as if all
   * were well, and the next one throws; so both are looked at.
   * @param {() => number} f
   */
  #guard(f) {
    if (this.#exited) throw crashed();
    let value;
    try {
      value = f();
    } catch {
      this.#exited = true;
      throw crashed();
    }
    if (this.#exited) throw crashed();
    return value;
  }
}

/**
 * Where a batch stands: the file of the run, the first unit and their number,
 * the stretch of the file.
 * @typedef {{ file: number, first: number, units: number, offset: number, size: number }} Place
 */

/**
 * @param {Uint8Array} out
 * @returns {Place[]}
 */
function places(out) {
  return out.length === 0 ? [] : parse(out);
}

/** @param {Uint8Array} bytes */
function parse(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}
