// A page in Chromium on which built modules are measured: their time, the memory
// of their workers, how long they hold the page's own thread up.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { launch } from './browsers.js';

const html = '<!doctype html><title>bench</title><input type="file"><script type="module" src="/main.js"></script>';

/** How much a worker may hold for an entry as large as this. */
export const memoryBound = (largest) => 64 * 2 ** 20 + 4 * largest;

/**
 * Opens the page.
 * @param {Record<string, string>} dirs of the builds, by the name under which the module of each is in `modules`
 */
export async function openBench(dirs, options) {
  const names = Object.keys(dirs);
  const main = `${names.map((name) => `import * as ${name} from '/${name}.js';`).join('\n')}\nglobalThis.modules = { ${names.join(', ')} };`;
  const files = { '/': ['text/html', html], '/main.js': ['text/javascript', main] };
  for (const name of names) files[`/${name}.js`] = ['text/javascript', readFileSync(join(dirs[name], 'har-redactor.js'))];
  const server = createServer((req, res) => {
    const [type, body] = files[req.url] ?? ['text/plain', ''];
    res.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launch('chromium', options);
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
  return new Bench(browser, page, server, await browser.target().createCDPSession());
}

class Bench {
  #server;
  #system;

  constructor(browser, page, server, system) {
    this.browser = browser;
    this.page = page;
    this.#server = server;
    this.#system = system;
  }

  async pick(path) {
    await (await this.page.$('input')).uploadFile(path);
  }

  /**
   * Runs a pipeline once, a function that is called on the page with the name of a
   * module and a number of workers: what it gives, and what memory it has at its peak.
   */
  async measured(run, module, workers) {
    const renderers = await this.#forgetPeaks();
    const result = await this.page.evaluate(run, module, workers);
    const task = await this.page.evaluate(() => globalThis.longest);
    const wasm = module ? await this.#wasmMemory(workers) : [];
    await this.page.evaluate(() => {
      for (const worker of globalThis.ended.splice(0)) globalThis.end.call(worker);
      globalThis.longest = 0;
    });
    return { ...result, task, wasm, renderer: peak(renderers) };
  }

  /** The linear memory of each worker, the lead's first. It never shrinks, so it is the peak. */
  async #wasmMemory(workers) {
    const sizes = [];
    for (const worker of this.page.workers()) {
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
    return sizes;
  }

  /** Begins to measure peaks anew. Gives the renderers, where the system tells of their memory (Linux). */
  async #forgetPeaks() {
    const { processInfo } = await this.#system.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/clear_refs`));
    for (const { id } of renderers) writeFileSync(`/proc/${id}/clear_refs`, '5');
    return renderers.map(({ id }) => id);
  }

  async close() {
    await this.browser.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** The largest renderer is the one that works. */
function peak(renderers) {
  const kib = renderers.map((id) => Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]));
  return kib.length > 0 ? Math.max(...kib) * 1024 : undefined;
}

/** In MiB, for a table. */
export const mib = (bytes) => (bytes === undefined ? '-' : (bytes / 2 ** 20).toFixed(0));

/** A whole number above 0 out of the environment. */
export function atLeastOne(name, otherwise) {
  const n = Number(process.env[name] ?? otherwise);
  if (!(Number.isInteger(n) && n >= 1)) throw new Error(`${name} is not a whole number above 0`);
  return n;
}
