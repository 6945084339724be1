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
// and is run once. A long task is one of the page's own thread: it should have
// none over 50 ms.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { launch } from './lib/browsers.js';
import { onDiskAs } from './lib/page.js';
import { buildFloor, dist, generate } from './lib/tool.js';

const mb = atLeastOne('BENCH_MB', 100);
const runs = atLeastOne('BENCH_RUNS', 5);

const captures = [
  { name: 'mixed text', path: generate(mb, onDiskAs('mixed.har', '')), runs },
  { name: 'ASCII alone', path: generate(mb, onDiskAs('ascii.har', ''), { ascii: true }), runs },
  { name: 'mixed text, 20,000 secrets', path: generate(mb, onDiskAs('secrets.har', ''), { secrets: 20_000 }), runs },
  { name: 'mixed text', path: generate(5 * mb, onDiskAs('large.har', '')), runs: 1 },
];

const pipelines = [
  { label: '(a) do nothing, in JavaScript', run: javascript },
  { label: '(b) floor, 1 worker', run: redact, module: 'floor', workers: 1 },
  { label: '(b) floor, 2 workers', run: redact, module: 'floor', workers: 2 },
  { label: '(c) redact(), 1 worker', run: redact, module: 'product', workers: 1 },
  { label: '(c) redact(), 2 workers', run: redact, module: 'product', workers: 2 },
];

const module = (dir) => ['text/javascript', readFileSync(join(dir, 'har-redactor.js'))];
const files = {
  '/': ['text/html', '<!doctype html><title>bench</title><input type="file"><script type="module" src="/main.js"></script>'],
  '/main.js': [
    'text/javascript',
    `import * as product from '/product.js';
    import * as floor from '/floor.js';
    globalThis.modules = { product, floor };`,
  ],
  '/product.js': module(dist),
  '/floor.js': module(buildFloor()),
};
const server = createServer((req, res) => {
  const [type, body] = files[req.url] ?? ['text/plain', ''];
  res.writeHead(200, { 'content-type': type }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await launch('chromium');
const system = await browser.target().createCDPSession();
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction(() => globalThis.modules);
// A worker is ended by the bench, after its memory was measured.
await page.evaluate(() => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: 'longtask' });
  globalThis.ended = [];
  globalThis.end = Worker.prototype.terminate;
  Worker.prototype.terminate = function () {
    globalThis.ended.push(this);
  };
});

console.log(`${await browser.version()}; ${cpus().length} cores; median of ${runs} interleaved runs`);
for (const { name, path, runs } of captures) {
  await (await page.$('input')).uploadFile(path);
  const size = statSync(path).size;
  const results = pipelines.map(() => []);
  for (let i = 0; i < runs; i++) {
    for (const [k, pipeline] of pipelines.entries()) results[k].push(await measured(pipeline, size));
  }
  print(name, size, results);
}
await browser.close();
server.close();
server.closeAllConnections();

/** Runs a pipeline once: how long it takes, and what memory it has at its end and at its peak. */
async function measured({ run, module, workers }, size) {
  const renderers = await forgetPeaks();
  const { ms, size: out } = await page.evaluate(run, module, workers);
  // What comes out is nearly as long as what goes in, or it was not done.
  if (!(out > size * 0.9 && out < size * 1.1)) throw new Error(`of ${size} bytes ${out} came out`);
  const task = await page.evaluate(() => globalThis.longest);
  const result = { ms, task, wasm: module ? await wasmMemory(workers) : undefined, renderer: peak(renderers) };
  await page.evaluate(() => {
    for (const worker of globalThis.ended.splice(0)) globalThis.end.call(worker);
    globalThis.longest = 0;
  });
  return result;
}

/** The largest linear memory of the workers that are there. It never shrinks, so it is the peak. */
async function wasmMemory(workers) {
  const sizes = [];
  for (const worker of page.workers()) {
    const { result: prototype } = await worker.client.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
    const { objects } = await worker.client.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
    const { result } = await worker.client.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.reduce((n, memory) => n + memory.buffer.byteLength, 0); }',
      returnByValue: true,
    });
    sizes.push(result.value);
  }
  if (sizes.length !== workers) throw new Error(`${sizes.length} workers are there, and ${workers} were asked for`);
  return Math.max(...sizes);
}

/** Begins to measure peaks anew. Gives the renderers, where the system tells of their memory (Linux). */
async function forgetPeaks() {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/clear_refs`));
  for (const { id } of renderers) writeFileSync(`/proc/${id}/clear_refs`, '5');
  return renderers.map(({ id }) => id);
}

/** The largest renderer is the one that works. */
function peak(renderers) {
  const kib = renderers.map((id) => Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]));
  return kib.length > 0 ? Math.max(...kib) * 1024 : undefined;
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
  const { file: out } = await globalThis.modules[module].redact(file, { workers });
  return { ms: performance.now() - start, size: out.size };
}

function print(name, size, results) {
  const times = results.map((list) => list.map(({ ms }) => ms));
  const [base, ...others] = times.map(median);
  const floor = Math.min(others[0], others[1]);
  const mib = (list) => (list[0] === undefined ? '-' : (Math.max(...list) / 2 ** 20).toFixed(0));
  console.log(`\n${(size / 1e6).toFixed(1)} MB, ${name}`);
  console.log('pipeline                           ms    MB/s    / (a)   / (b)     min ..   max ms  MiB wasm  MiB renderer  long task ms');
  for (const [k, { label }] of pipelines.entries()) {
    const ms = median(times[k]);
    console.log(
      label.padEnd(30),
      ms.toFixed(0).padStart(6),
      (size / 1000 / ms).toFixed(1).padStart(7),
      `${(base / ms).toFixed(2)} x`.padStart(8),
      (k === 0 ? '' : (floor / ms).toFixed(2)).padStart(7),
      Math.min(...times[k]).toFixed(0).padStart(7),
      '..',
      Math.max(...times[k]).toFixed(0).padStart(5),
      mib(results[k].map(({ wasm }) => wasm)).padStart(11),
      mib(results[k].map(({ renderer }) => renderer)).padStart(13),
      (Math.max(...results[k].map(({ task }) => task)).toFixed(0)).padStart(13),
    );
  }
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function atLeastOne(name, otherwise) {
  const n = Number(process.env[name] ?? otherwise);
  if (!(Number.isInteger(n) && n >= 1)) throw new Error(`${name} is not a whole number above 0`);
  return n;
}
