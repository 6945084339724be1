// Measures the page's redact() in Chromium, for made-up captures, in one run:
//
//	(a) a pipeline that does nothing with the file but what any JavaScript tool
//	    must do: read, decode, parse, stringify, encode, wrap, in a worker too
//	(b) the floor: redact() that neither scans nor rewrites nor verifies, but
//	    reads twice, splits, copies and wraps
//	(c) redact() as it is shipped
//
// All start their workers anew, as a person would meet it. Runs are interleaved,
// so that a busy machine slows all alike: the ratios tell more than the times.
//
// BENCH_MB is the size of a capture, BENCH_RUNS how many runs there are. The third
// capture has 20,000 more secrets than the first; the last is five times as large,
// and is run once. Beside each capture stands what a worker's linear memory may
// have, 64 MiB and four times the largest entry, and how long a cancelled run goes
// on. First progress is told within 200 ms; a long task is one of the page's own
// thread, which should have none over 50 ms.

import { createReadStream, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { atLeastOne, memoryBound, mib, openBench } from './lib/bench.js';
import { temp } from './lib/browsers.js';
import { HarStream } from './lib/stream.js';
import { buildFloor, dist, generate } from './lib/tool.js';
import { traced } from './lib/trace.js';

const mb = atLeastOne('BENCH_MB', 100);
const runs = atLeastOne('BENCH_RUNS', 5);

const captures = [
  { name: 'mixed text', kind: {}, mb, runs },
  { name: 'ASCII alone', kind: { ascii: true }, mb, runs },
  { name: 'mixed text, 20,000 secrets', kind: { secrets: 20_000 }, mb, runs },
  { name: 'mixed text', kind: {}, mb: 5 * mb, runs: 1 },
];

const pipelines = [
  { label: '(a) do nothing, in JavaScript', run: javascript },
  { label: '(b) floor, 1 worker', run: redact, module: 'floor', workers: 1 },
  { label: '(b) floor, 2 workers', run: redact, module: 'floor', workers: 2 },
  { label: '(c) redact(), 1 worker', run: redact, module: 'product', workers: 1 },
  { label: '(c) redact(), 2 workers', run: redact, module: 'product', workers: 2 },
];

const dir = temp();
const path = join(dir, 'capture.har');
const bench = await openBench({ product: dist, floor: buildFloor() });
try {
  console.log(`${await bench.browser.version()}; ${cpus().length} cores; median of ${runs} interleaved runs`);
  for (const { name, kind, mb, runs } of captures) {
    generate(mb, path, kind);
    await bench.pick(path);
    const size = statSync(path).size;
    const results = pipelines.map(() => []);
    for (let i = 0; i < runs; i++) {
      for (const [k, pipeline] of pipelines.entries()) results[k].push(await measured(pipeline));
    }
    print(name, size, memoryBound(await largest()), results, await cancelled());
    if (mb > captures[0].mb) await tasks();
  }
} finally {
  await bench.close();
}

async function measured({ run, module, workers }) {
  const result = await bench.measured(run, module, workers);
  const { size } = statSync(path);
  // What comes out is nearly as long as what goes in, or it was not done.
  if (!(result.size > size * 0.9 && result.size < size * 1.1)) throw new Error(`of ${size} bytes ${result.size} came out`);
  return result;
}

/** What the page's own thread does in a run of (c), where the clock of a busy machine tells little. */
async function tasks() {
  const { task, work } = await traced(bench.page, () => measured(pipelines.at(-1)));
  console.log(`longest task of one more run: ${work} ms of work in ${task} ms`);
}

/** How many bytes the largest entry has. */
async function largest() {
  const stream = new HarStream();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) stream.push(chunk);
  stream.end();
  return stream.largest;
}

/** In the page: (a). */
async function javascript() {
  const program = `onmessage = async ({ data }) => {
    const text = await data.text();
    postMessage(new Blob([JSON.stringify(JSON.parse(text))]));
  }`;
  const file = document.querySelector('input').files[0];
  const start = performance.now();
  const worker = new Worker(URL.createObjectURL(new Blob([program])));
  const out = await new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = () => reject(new Error('the JavaScript pipeline failed'));
    worker.postMessage(file);
  });
  worker.terminate();
  return { ms: performance.now() - start, size: out.size };
}

/** In the page: (b) and (c). */
async function redact(module, workers) {
  const file = document.querySelector('input').files[0];
  const start = performance.now();
  let progress;
  const onProgress = () => (progress ??= performance.now() - start);
  const { file: out } = await globalThis.modules[module].redact(file, { workers, onProgress });
  return { ms: performance.now() - start, progress, size: out.size };
}

/** How long (c) takes to end when it is cancelled in its midst, until no worker is there. */
async function cancelled() {
  const ms = await bench.page.evaluate(async () => {
    const file = document.querySelector('input').files[0];
    const abort = new AbortController();
    let from;
    const onProgress = ({ done, total }) => {
      if (from !== undefined || done < total / 8) return;
      from = performance.now();
      abort.abort();
    };
    try {
      await globalThis.modules.product.redact(file, { workers: 2, onProgress, signal: abort.signal });
    } catch (e) {
      for (const worker of globalThis.ended.splice(0)) globalThis.end.call(worker);
      if (e.code === 'aborted') return performance.now() - from;
    }
    throw new Error('it was not cancelled');
  });
  const from = performance.now();
  while (bench.page.workers().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return ms + performance.now() - from;
}

function print(name, size, bound, results, cancelled) {
  const times = results.map((list) => list.map(({ ms }) => ms));
  const [base, ...others] = times.map(median);
  const floor = Math.min(others[0], others[1]);
  console.log(`\n${(size / 1e6).toFixed(1)} MB, ${name}: a worker may have ${mib(bound)} MiB; cancelled in ${cancelled.toFixed(0)} ms`);
  console.log('pipeline                           ms    MB/s    / (a)   / (b)     min ..   max ms  MiB wasm, each  MiB renderer  first progress ms  long task ms');
  for (const [k, { label, module }] of pipelines.entries()) {
    const ms = median(times[k]);
    const most = (f) => Math.max(...results[k].map(f)).toFixed(0);
    console.log(
      label.padEnd(30),
      ms.toFixed(0).padStart(6),
      (size / 1000 / ms).toFixed(1).padStart(7),
      `${(base / ms).toFixed(2)} x`.padStart(8),
      (k === 0 ? '' : (floor / ms).toFixed(2)).padStart(7),
      Math.min(...times[k]).toFixed(0).padStart(7),
      '..',
      Math.max(...times[k]).toFixed(0).padStart(5),
      // The lead's first.
      results[k][0].wasm.map((_, w) => mib(Math.max(...results[k].map(({ wasm }) => wasm[w])))).join(' + ').padStart(15),
      mib(results[k][0].renderer && Math.max(...results[k].map(({ renderer }) => renderer))).padStart(13),
      (module ? most(({ progress }) => progress) : '').padStart(18),
      most(({ task }) => task).padStart(13),
    );
  }
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
