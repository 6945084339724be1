// Calls from one worker to another over a MessagePort, and from the page to the
// lead: a request carries an id and the name of a method, the answer the same id
// and what the method gave, or why it failed.

import { RedactError, crashed } from './error.js';

/** @typedef {{ id: number, method: string, args: unknown[] }} Request */
/** @typedef {{ id: number, result?: any, failure?: import('./protocol.js').Failure, progress?: any }} Answer */
/** @typedef {{ postMessage: (message: any, options?: { transfer?: Transferable[] }) => void }} Port */

/** The calling side. */
export class Caller {
  /** @type {Port} */ #port;
  #last = 0;
  /** @type {Map<number, { resolve: (x: any) => void, reject: (e: unknown) => void, progress: (x: any) => void }>} */
  #open = new Map();

  /** @param {Port} port whose messages the owner passes on to heard */
  constructor(port) {
    this.#port = port;
  }

  /** How many calls have no answer yet. */
  get waiting() {
    return this.#open.size;
  }

  /**
   * @param {string} method
   * @param {unknown[]} [args]
   * @param {{ transfer?: Transferable[], progress?: (x: any) => void }} [options]
   * @returns {Promise<any>}
   */
  call(method, args = [], { transfer = [], progress = () => {} } = {}) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject, progress });
      try {
        this.#port.postMessage({ id, method, args }, { transfer });
      } catch (error) {
        this.#open.delete(id);
        throw error;
      }
    });
  }

  /** @param {Answer} answer */
  heard(answer) {
    const call = this.#open.get(answer.id);
    if (!call) return;
    if (answer.progress !== undefined) {
      call.progress(answer.progress);
      return;
    }
    this.#open.delete(answer.id);
    if (answer.failure) call.reject(rebuilt(answer.failure));
    else call.resolve(answer.result);
  }

  /** @param {unknown} error ends all calls */
  fail(error) {
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}

/**
 * The called side: answers a request.
 * @param {Port} port
 * @param {Request} request
 * @param {(progress: (x: unknown) => void) => unknown} run
 */
export async function answer(port, { id }, run) {
  try {
    const result = await run((progress) => port.postMessage({ id, progress }));
    port.postMessage({ id, result });
  } catch (error) {
    port.postMessage({ id, failure: failureOf(error) });
  }
}

/** Lets in the messages that have come. */
export function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  }).finally(() => port1.close());
}

/**
 * @param {unknown} error
 * @returns {import('./protocol.js').Failure}
 */
export function failureOf(error) {
  // What is not ours could hold anything in its message.
  const { code, offset, file, message, found } = error instanceof RedactError ? error : crashed();
  return { code, offset, file, message, ...(found.length > 0 && { found }) };
}

/** @param {import('./protocol.js').Failure} failure */
export function rebuilt(failure) {
  const error = new RedactError(failure.code, failure.message, failure.offset).about(failure.file);
  error.found = failure.found ?? [];
  return error;
}
