// Another worker of the run, as the lead sees it; and what that worker does.

import { deflated } from './deflate.js';
import { Engine } from './engine.js';
import { Member } from './member.js';
import { Caller, answer } from './remote.js';

/**
 * The lead's side. A helper is of use as soon as its engine runs; until then the
 * lead works alone. A failure here ends the run.
 */
export class Helper {
  /** @type {Caller} */ #caller;
  /** @type {unknown} */ #failed;
  ready = false;

  /**
   * @param {MessagePort} port
   * @param {Blob[]} files
   * @param {object} options
   */
  constructor(port, files, options) {
    this.#caller = new Caller(port);
    port.onmessage = ({ data }) => this.#caller.heard(data);
    this.#caller.call('start', [files, options]).then(() => (this.ready = true), (error) => (this.#failed = error));
  }

  /** How many calls it has not answered. */
  get busy() {
    return this.#caller.waiting;
  }

  /**
   * @param {string} method of Member
   * @param {unknown} [argument]
   * @param {(x: any) => void} [progress]
   */
  call(method, argument, progress) {
    return this.#caller.call(method, [argument], { progress });
  }

  /**
   * @param {import('./engine.js').Place} place
   * @param {Uint8Array<ArrayBuffer>} description
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  scan(place, description, bytes) {
    this.#caller
      .call('scan', [place, description, bytes], { transfer: [description.buffer, bytes.buffer] })
      .catch((error) => (this.#failed = error));
  }

  /** Throws if anything failed here. */
  check() {
    if (this.#failed !== undefined) throw this.#failed;
  }

  /** Waits until all batches are scanned. */
  async idle() {
    if (!this.ready) return;
    // Calls are answered in order.
    await this.#caller.call('idle', []);
    this.check();
  }
}

/**
 * The helper's side: serves the lead.
 * @param {MessagePort} port
 * @param {WebAssembly.Module} engine comes from the page: over a port that is itself
 *   on its way Firefox loses it
 */
export function help(port, engine) {
  /** @type {Member | undefined} */
  let member;
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  const methods = /** @type {Record<string, (args: any[], progress: (n: number) => void) => unknown>} */ ({
    async start([files, options]) {
      member = new Member(await Engine.load(engine), files);
      member.start(options);
    },
    idle: () => {},
    scan: ([place, description, bytes]) => member?.scan(place, description, bytes),
    findings: () => member?.findings(),
    know: ([findings]) => member?.know(findings),
    hint: ([findings]) => member?.hint(findings),
    resolve: ([decisions]) => member?.resolve(decisions),
    rewrite: (_, progress) => member?.rewrite(progress),
    view: ([index]) => member?.view(index),
    deflate: ([file], progress) => deflated(file, progress),
  });
  port.onmessage = ({ data }) => {
    // One after the other: a call may wait for the disk.
    last = last.then(() => answer(port, data, (progress) => methods[data.method](data.args, progress)));
  };
}
