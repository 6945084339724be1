// Runs the page's redact() in Chromium over what is as large as it gets: a capture
// of one entry whose body is one string, and one that no program can hold whole.
// Each is made up, redacted, saved as a person saves it, and looked at as it is
// read from the disk: it is JSON, it has the entries that it had, and nothing that
// was secret is in it. It fails where any of that is not so, or where a worker
// holds more than it may.
//
// LARGE_ENTRY_MB is the size of the one entry, LARGE_MB that of the capture of
// many, LARGE_WORKERS the numbers of workers to run with. All is on the disk in
// the temporary folder, twice, and is removed.

import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { atLeastOne, memoryBound, mib, openBench } from './lib/bench.js';
import { temp } from './lib/browsers.js';
import { HarStream } from './lib/stream.js';
import { dist, generate } from './lib/tool.js';

const workers = (process.env.LARGE_WORKERS ?? '1 2').split(/[ ,]+/).map(Number);
const captures = [
  { name: 'one entry', mb: atLeastOne('LARGE_ENTRY_MB', 300), kind: { one: true } },
  // More bytes than a number of 32 bits counts; 20,000 secrets are the bench's.
  { name: 'many entries', mb: atLeastOne('LARGE_MB', 2200), kind: { body: 600_000 } },
];
const HOUR = 3_600_000;

/** Behind what the values stand that the generator makes secret. */
const TOLD = /(?:sid=|"sid","value":"|password=|csrf_token=|name=\\"csrf-token\\" content=\\"|eyJ[\w-]+\.[\w-]+\.)([\w-]+)/g;
const WORD = /[\w-]{14,}/g;

const dir = temp();
const bench = await openBench({ product: dist }, { protocolTimeout: HOUR });
const problems = [];
try {
  console.log(`${await bench.browser.version()}; ${cpus().length} cores`);
  for (const { name, mb, kind } of captures) await run(name, generate(mb, join(dir, 'capture.har'), kind));
} finally {
  await bench.close();
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

async function run(name, path) {
  const size = statSync(path).size;
  const before = await look(path);
  const bound = memoryBound(before.largest);
  console.log(`\n${(size / 1e6).toFixed(1)} MB, ${name}: ${before.entries}, the largest of ${(before.largest / 1e6).toFixed(1)} MB; ${before.values.size} secrets in ${before.told} places`);
  console.log('workers       s    MB/s  MiB wasm, each  of  MiB renderer  first progress ms  long task ms');
  await bench.pick(path);
  for (const n of workers) {
    const { ms, progress, wasm, renderer, task, out, error } = await bench.measured(redact, 'product', n);
    if (error) {
      problems.push(`${name}, ${n} workers: ${error}`);
      continue;
    }
    console.log(
      `${n}`.padStart(7),
      (ms / 1000).toFixed(1).padStart(7),
      (size / 1000 / ms).toFixed(1).padStart(7),
      wasm.map(mib).join(' + ').padStart(15),
      mib(bound).padStart(4),
      mib(renderer).padStart(12),
      progress.toFixed(0).padStart(18),
      task.toFixed(0).padStart(13),
    );
    if (Math.max(...wasm) > bound) problems.push(`${name}, ${n} workers: more memory than the bound`);
    const saved = await save(out);
    const after = await look(saved, before.values);
    rmSync(saved);
    if (after.entries !== before.entries) problems.push(`${name}, ${n} workers: ${after.entries} entries came out`);
    if (after.told !== before.told) problems.push(`${name}, ${n} workers: secrets stood in ${before.told} places, and placeholders in ${after.told}`);
    const kept = [...after.values].filter((value) => !value.startsWith('REDACTED-')).length;
    if (kept + after.left > 0) problems.push(`${name}, ${n} workers: ${kept} secrets are left where they are told, secrets in ${after.left} places`);
  }
  rmSync(path);
}

/** In the page: redacts what was picked, and keeps what came out. */
async function redact(module, workers) {
  globalThis.out = undefined;
  const file = document.querySelector('input').files[0];
  const start = performance.now();
  let progress;
  const onProgress = () => (progress ??= performance.now() - start);
  try {
    const { file: out } = await globalThis.modules[module].redact(file, { workers, onProgress });
    globalThis.out = out;
    return { ms: performance.now() - start, progress, out: { name: out.name, size: out.size } };
  } catch (e) {
    return { error: `${e.code}: ${e.message}` };
  }
}

/** Saves what came out, and gives its path once it is whole. */
async function save({ name, size }) {
  await bench.page.evaluate(() => {
    const url = URL.createObjectURL(globalThis.out);
    Object.assign(document.createElement('a'), { href: url, download: globalThis.out.name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  const from = join(bench.browser.downloads, name);
  for (let i = 0; !(existsSync(from) && statSync(from).size === size); i++) {
    if (i > 3000) throw new Error('the output was not saved');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await bench.page.evaluate(() => (globalThis.out = undefined));
  const to = join(dir, 'saved.har');
  renameSync(from, to);
  return to;
}

/**
 * Reads a capture of the generator's, piece by piece: its entries, the values that
 * are told, in how many places, and in how many there is one of `secrets`.
 */
async function look(path, secrets = new Set()) {
  const stream = new HarStream();
  const values = new Set();
  let told = 0;
  let left = 0;
  let rest = '';
  const search = (text) => {
    for (const [, value] of text.matchAll(TOLD)) {
      told++;
      // A copy, since a part of a string holds all of it.
      values.add(Buffer.from(value, 'latin1').toString('latin1'));
    }
    if (secrets.size > 0) for (const [word] of text.matchAll(WORD)) if (secrets.has(word)) left++;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    stream.push(chunk);
    // No brace stands within what tells a value.
    const text = rest + chunk.toString('latin1');
    const cut = text.lastIndexOf('{') + 1;
    search(text.slice(0, cut));
    rest = text.slice(cut);
  }
  search(rest);
  stream.end();
  return { entries: stream.entries, largest: stream.largest, values, told, left };
}
