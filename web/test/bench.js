// Measures the page's redact() against a pipeline that does nothing with the
// file but what any JavaScript tool must do: read, decode, parse, stringify,
// encode, wrap, in a worker too. Both start their worker anew, as a person would
// meet it. Runs are interleaved, so that a busy machine slows both.

import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { launch } from './lib/browsers.js';
import { onDiskAs } from './lib/page.js';
import { dist, generate } from './lib/tool.js';

const mb = Number(process.env.BENCH_MB ?? 50);
const runs = Number(process.env.BENCH_RUNS ?? 5);

// One capture with text in several scripts, and one in ASCII alone, which
// JavaScript holds in half the memory.
const captures = [
  { label: 'mixed text', path: generate(mb, onDiskAs('mixed.har', '')) },
  { label: 'ASCII alone', path: generate(mb, onDiskAs('ascii.har', ''), 1, ['-ascii']) },
];

const files = {
  '/': ['text/html', '<!doctype html><title>bench</title><input type="file"><script type="module" src="/main.js"></script>'],
  '/main.js': ['text/javascript', "import { redact } from '/har-redactor.js'; globalThis.redact = redact;"],
  '/har-redactor.js': ['text/javascript', readFileSync(join(dist, 'har-redactor.js'))],
};
const server = createServer((req, res) => {
  const [type, body] = files[req.url] ?? ['text/plain', ''];
  res.writeHead(200, { 'content-type': type }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await launch('chromium');
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction(() => globalThis.redact);
const pipelines = {
  javascript: () =>
    page.evaluate(async () => {
      const program = `onmessage = async ({ data }) => {
        const text = await data.text();
        const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(text)));
        postMessage(new Blob([bytes]));
      }`;
      const file = document.querySelector('input').files[0];
      const start = performance.now();
      const worker = new Worker(URL.createObjectURL(new Blob([program])));
      const out = await new Promise((resolve) => {
        worker.onmessage = (event) => resolve(event.data);
        worker.postMessage(file);
      });
      worker.terminate();
      if (!(out.size > 0)) throw new Error('no output');
      return performance.now() - start;
    }),
  one: () => redact(1),
  two: () => redact(2),
};

const redact = (workers) =>
  page.evaluate(async (workers) => {
    const file = document.querySelector('input').files[0];
    const start = performance.now();
    const { file: out } = await globalThis.redact(file, { workers });
    if (!(out.size > 0)) throw new Error('no output');
    return performance.now() - start;
  }, workers);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const version = await browser.version();
for (const { label, path } of captures) {
  await (await page.$('input')).uploadFile(path);
  const size = statSync(path).size;
  const times = Object.fromEntries(Object.keys(pipelines).map((name) => [name, []]));
  for (let i = 0; i < runs; i++) {
    for (const name of Object.keys(pipelines)) times[name].push(await pipelines[name]());
  }
  const base = median(times.javascript);
  console.log(`${(size / 1e6).toFixed(1)} MB, ${label}; ${version}; ${cpus().length} cores; median of ${runs} interleaved runs`);
  console.log('pipeline                             ms    MB/s   ratio     min ..   max ms');
  for (const [name, title] of [
    ['javascript', '(a) do nothing, in JavaScript'],
    ['one', '(c) redact(), 1 worker'],
    ['two', '(c) redact(), 2 workers'],
  ]) {
    const ms = median(times[name]);
    console.log(
      title.padEnd(32),
      ms.toFixed(0).padStart(6),
      (size / 1000 / ms).toFixed(1).padStart(7),
      `${(base / ms).toFixed(2)} x`.padStart(8),
      Math.min(...times[name]).toFixed(0).padStart(7),
      '..',
      Math.max(...times[name]).toFixed(0).padStart(5),
    );
  }
}
await browser.close();
server.close();
server.closeAllConnections();
