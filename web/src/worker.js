// The worker: reads the file twice, feeds the engine, gathers what comes out.
// It serves one run and is ended then, which gives the engine's memory back.
//
// The output becomes a File only after the last call of the engine went well;
// on any failure there is none.

import { Engine } from './engine.js';
import { RedactError, crashed } from './error.js';
import { Parts } from './parts.js';
import { HAR_TYPE, HEARTBEAT_MS, PROGRESS_MS, redactedName } from './protocol.js';
import { chunks } from './reader.js';

/** @param {import('./protocol.js').Answer} answer */
const tell = (answer) => self.postMessage(answer);

self.onmessage = async (/** @type {MessageEvent<import('./protocol.js').Run>} */ { data }) => {
  const { id } = data;
  try {
    const { file, report } = await run(data);
    tell({ id, type: 'done', file, report });
  } catch (error) {
    const { code, offset, message } = error instanceof RedactError ? error : crashed();
    tell({ id, type: 'failed', failure: { code, offset, message } });
  }
};

/** @param {import('./protocol.js').Run} run */
async function run({ id, wasm, file, name, policy }) {
  const progress = new Reporter(id, file.size);
  try {
    const engine = await Engine.load(wasm);
    engine.start(policy);

    progress.enter('find');
    await pass(engine, file, (n) => progress.add(n), () => {});

    progress.enter('write');
    const parts = new Parts();
    await pass(engine, file, (n) => progress.add(n), (bytes) => parts.add(bytes));

    const report = engine.report();
    return { file: parts.file(redactedName(name), HAR_TYPE), report };
  } finally {
    progress.stop();
  }
}

/**
 * @param {Engine} engine
 * @param {Blob} file
 * @param {(n: number) => void} read is told how many bytes were read
 * @param {(bytes: Uint8Array) => void} write takes what comes out
 */
async function pass(engine, file, read, write) {
  for await (const chunk of chunks(file)) {
    write(engine.feed(chunk));
    read(chunk.length);
  }
  write(engine.endPass());
}

/** Tells the page how far the run is: not too often, and not too seldom. */
class Reporter {
  #id;
  #told = 0;
  #heartbeat;
  /** @type {import('./protocol.js').Progress} */ #progress;

  /**
   * @param {number} id
   * @param {number} size
   */
  constructor(id, size) {
    this.#id = id;
    this.#progress = { phase: 'start', done: 0, total: 2 * size };
    this.#heartbeat = setInterval(() => this.#tell(), HEARTBEAT_MS);
  }

  /** @param {import('./protocol.js').Phase} phase */
  enter(phase) {
    this.#progress.phase = phase;
  }

  /** @param {number} n */
  add(n) {
    this.#progress.done += n;
    this.#tell();
  }

  stop() {
    clearInterval(this.#heartbeat);
  }

  #tell() {
    const now = performance.now();
    if (this.#told > 0 && now - this.#told < PROGRESS_MS) return;
    this.#told = now;
    tell({ id: this.#id, type: 'progress', progress: this.#progress });
  }
}
