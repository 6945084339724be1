// The Go core in linear memory: loads it and calls the bridge (wasm/main.go).
// Runs inside the worker.

import 'go:wasm_exec';
import { RedactError, crashed } from './error.js';

/**
 * @typedef {object} Bridge
 * @property {WebAssembly.Memory} mem
 * @property {(n: number) => number} room
 * @property {(policyLen: number) => number} start
 * @property {(n: number) => number} commit
 * @property {() => number} endPass
 * @property {() => number} report
 * @property {() => number} outPtr
 * @property {() => number} outLen
 */

export class Engine {
  /** @type {Bridge} */ #bridge;
  #exited = false;

  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.#bridge = bridge;
  }

  /**
   * Inflates, compiles and starts the engine, all as a stream.
   * @param {ArrayBuffer} gzipped
   */
  static async load(gzipped) {
    const bytes = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip'));
    const go = new Go();
    // What Go's runtime says when it dies could hold values from the file, and
    // a console is a place that people copy from.
    globalThis.fs.writeSync = (_fd, buf) => buf.length;
    const { instance } = await WebAssembly.instantiateStreaming(
      new Response(bytes, { headers: { 'content-type': 'application/wasm' } }),
      go.importObject,
    );
    const engine = new Engine(/** @type {any} */ (instance.exports));
    // The promise of run is settled only by an exit outside of a call; exit is
    // called for each. Neither ever happens in a run that goes well.
    const exit = () => void (engine.#exited = true);
    go.exit = exit;
    go.run(instance).then(exit, exit);
    return engine;
  }

  /** @param {string} policy a JSON document */
  start(policy) {
    const doc = new TextEncoder().encode(policy);
    this.#copyIn(doc);
    this.#call(() => this.#bridge.start(doc.length));
  }

  /**
   * Gives the engine the next bytes of the file.
   * @param {Uint8Array} chunk
   * @returns {Uint8Array} what came out: a view, valid until the next call
   */
  feed(chunk) {
    this.#copyIn(chunk);
    return this.#call(() => this.#bridge.commit(chunk.length));
  }

  /** @returns {Uint8Array} what came out: a view, valid until the next call */
  endPass() {
    return this.#call(() => this.#bridge.endPass());
  }

  /** @returns {import('./protocol.js').Report} */
  report() {
    return JSON.parse(new TextDecoder().decode(this.#call(() => this.#bridge.report())));
  }

  /** @param {Uint8Array} bytes */
  #copyIn(bytes) {
    const at = this.#guard(() => this.#bridge.room(bytes.length));
    if (at === 0) this.#call(() => 1);
    // A view is made anew each time: growth of the memory detaches the old one.
    new Uint8Array(this.#bridge.mem.buffer, at >>> 0, bytes.length).set(bytes);
  }

  /**
   * @param {() => number} f a call of the bridge that gives a status
   * @returns {Uint8Array}
   */
  #call(f) {
    const status = this.#guard(f);
    const at = this.#guard(() => this.#bridge.outPtr());
    const n = this.#guard(() => this.#bridge.outLen());
    const out = new Uint8Array(this.#bridge.mem.buffer, at >>> 0, n);
    if (status === 0) return out;
    /** @type {import('./protocol.js').Failure} */
    const failure = JSON.parse(new TextDecoder().decode(out));
    throw new RedactError(failure.code, failure.message, failure.offset);
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
