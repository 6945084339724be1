// Measures in both browsers how long the page itself takes and how long it does not
// answer: with a made-up capture of 5,000 requests and 2,000 secrets and more, which
// goes through the real engine, and in a run over one of 50 MB. And how long the first
// run of a page is over 5 MB: as soon as the engine is compiled, and when it was
// prepared while a person looked for the file (web/src/prepare.js).
//
// The least of BENCH_RUNS runs counts, because one in which another program held
// the processor shows nothing. Beside it stands what is wanted, and how many times a
// yardstick it is, which is measured between the runs: 2,000 plain rows are put on
// an empty page and laid out. The yardstick tells a slow machine from a slow page.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { atLeastOne } from './lib/bench.js';
import { browsers, launch, temp } from './lib/browsers.js';
import { pick, state } from './lib/page.js';
import { generate, onDisk } from './lib/tool.js';
import { traced } from './lib/trace.js';

const LONG = 50;
const SOON = 200;
const REVIEW = 300;
/** How long a person looks for a file. */
const LOOKING = 3000;
const WAIT = 600_000;
const runs = atLeastOne('BENCH_RUNS', 5);

const dir = temp();
const files = {
  many: generate(0, join(dir, 'many.har'), { entries: 5000, body: 4000 }),
  small: generate(5, join(dir, 'small.har')),
  large: generate(50, join(dir, 'large.har')),
  packed: packed(generate(200, join(dir, 'huge.har'))),
};
for (const name of browsers) await measure(name, files);

/** Packs a capture, and gives the path of what it became. */
function packed(path) {
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  return `${path}.gz`;
}

/** Measures a browser, and prints its table. */
async function measure(name, { many, small, large, packed }) {
  const rows = new Map();
  const yardstick = [];
  const note = (what, wanted, ms) => {
    if (!rows.has(what)) rows.set(what, { wanted, times: [] });
    rows.get(what).times.push(ms);
  };
  let browser, page;
  /** Opens the page in a browser of its own, where nothing is left of another one. */
  async function start() {
    await browser?.close();
    browser = await launch(name);
    yardstick.push(await onEmptyPage(browser, plainRows));
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.evaluateOnNewDocument(watch);
    await page.goto(onDisk());
  }
  /** Notes the longest task of something: its work where the browser tells, and otherwise what the page saw. */
  async function longest(what, work) {
    note(`longest task, ${what}`, LONG, name === 'chromium' ? (await traced(page, work)).work : await work());
  }
  async function review() {
    await pick(page, many);
    await state(page, 'done', WAIT);
    return page.evaluate(async () => (await globalThis.painted) - globalThis.endedAt);
  }

  try {
    for (let i = 0; i < runs; i++) {
      await start();
      note('first paint of the review, after the work ended', REVIEW, await review());
      if (name === 'chromium') {
        await start();
        note('longest task, a run and its review', LONG, (await traced(page, review)).work);
      }
      for (const room of ['findings', 'requests']) {
        await page.click(`#tab-${room}`);
        await page.waitForSelector(`#room-${room} .row`);
        await longest(`scrolling the ${room}`, () => page.evaluate(scroll, `#room-${room} .scroller`));
      }
      const open = (room) => page.evaluate(use, room);
      for (const room of ['requests', 'uninspected', 'settings', 'report', 'revocations', 'findings']) await longest(`opening the room ${room}`, () => open(room));
      for (const [room, part] of [['requests', '.request .part'], ['findings', '.finding']]) {
        await open(room);
        await page.waitForSelector(`#room-${room} .row`);
        await longest(`a search in the ${room}`, () => page.evaluate(search, `#room-${room}`));
        await longest(`opening ${room}`, () => page.evaluate(openRows, `#room-${room}`, part));
      }
      for (const [what, look] of [['compiled', () => {}], ['prepared', () => dispatchEvent(new DragEvent('dragenter'))]]) {
        await start();
        await page.evaluate(look);
        await new Promise((resolve) => setTimeout(resolve, LOOKING));
        await pick(page, small);
        await state(page, 'done', WAIT);
        note(`first run of 5 MB, ${what}`, Infinity, await page.evaluate(() => globalThis.endedAt - globalThis.pickedAt));
      }
      for (const [what, file] of [['', large], [', of what is unpacked', packed]]) {
        await start();
        await pick(page, file);
        await page.waitForFunction(() => globalThis.progressAt !== undefined, { polling: 20, timeout: WAIT });
        note(`progress on the screen${what}`, SOON, await page.evaluate(async () => (await globalThis.working) - globalThis.pickedAt));
        note(`progress of the engine${what}`, SOON, await page.evaluate(() => globalThis.progressAt - globalThis.pickedAt));
        await new Promise((resolve) => setTimeout(resolve, 250));
        note(`cancelled${what}`, SOON, await page.evaluate(cancel));
      }
      if (name === 'chromium') {
        await start();
        await longest('a run of 50 MB', async () => {
          await pick(page, large);
          await state(page, 'done', WAIT);
        });
      }
    }
  } finally {
    await browser?.close();
  }
  const ruler = Math.min(...yardstick);
  console.log(`\nthe page in ${name}; yardstick ${ruler.toFixed(1)} ms, of ${runs} runs`);
  console.log(`${''.padEnd(50)}least .. most ms  wanted under ms  yardsticks`);
  for (const [what, { wanted, times }] of rows) {
    const least = Math.min(...times);
    console.log(
      what.padEnd(48),
      least.toFixed(0).padStart(6),
      '..',
      Math.max(...times).toFixed(0).padStart(4),
      (wanted === Infinity ? '' : `${wanted}${least < wanted ? '' : ': not met'}`).padStart(18),
      (least / ruler).toFixed(1).padStart(11),
    );
  }
}

/** Runs in a page before all else: notes when what happened there. */
function watch() {
  const real = Worker;
  globalThis.Worker = class extends real {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', (event) => {
        if (event.data?.progress) globalThis.progressAt ??= performance.now();
        if (event.data?.result?.report) globalThis.endedAt = event.timeStamp;
      });
    }
  };
  globalThis.shown = (name) =>
    new Promise((resolve) => {
      const look = () => {
        if (!document.querySelector(`main [data-state=${name}]`)) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
      look();
    });
  globalThis.painted = globalThis.shown('done');
  globalThis.working = globalThis.shown('working');
  addEventListener('change', () => (globalThis.pickedAt = performance.now()), true);
}

/** Runs a function on a page of its own, which leaves nothing behind on the one that is measured. */
async function onEmptyPage(browser, run) {
  const page = await browser.newPage();
  const result = await page.evaluate(run);
  await page.close();
  return result;
}

/** The yardstick: the least of some times that plain rows take to be there. */
function plainRows() {
  let least = Infinity;
  for (let i = 0; i < 5; i++) {
    const list = document.createElement('ol');
    const from = performance.now();
    for (let k = 0; k < 2000; k++) {
      const row = document.createElement('li');
      row.textContent = `row ${k}`;
      list.append(row);
    }
    document.body.append(list);
    list.getBoundingClientRect();
    least = Math.min(least, performance.now() - from);
    list.remove();
  }
  return least;
}

/** Cancels the run, and gives how long it took until the page was at its start. */
async function cancel() {
  const from = performance.now();
  [...document.querySelectorAll('[data-state=working] button')].at(-1).click();
  return (await globalThis.shown('start')) - from;
}

/** Scrolls from the top to the end, and gives the longest time that the page did not answer. */
async function scroll(selector) {
  const scroller = document.querySelector(selector);
  scroller.scrollTop = 0;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  let worst = 0;
  const STEPS = 90;
  const channel = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
  for (let i = 1; i <= STEPS; i++) {
    scroller.scrollTop = (scroller.scrollHeight * i) / STEPS;
    await frame();
    // From the frame's callbacks to the next turn of the loop: drawing it.
    const before = performance.now();
    await turn();
    worst = Math.max(worst, performance.now() - before);
  }
  scroller.scrollTop = scroller.scrollHeight;
  await frame();
  await frame();
  return worst;
}

/** Opens a room, and gives how long the page did not answer. */
async function use(room) {
  const from = performance.now();
  document.getElementById(`tab-${room}`).click();
  const took = performance.now() - from;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return took;
}

/** Types a search and takes it back, and gives the longest time for a letter. */
async function search(room) {
  const input = document.querySelector(`${room} input[type=search]`);
  let worst = 0;
  for (const text of ['a', 'ap', 'app', 'app1', '']) {
    const from = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input'));
    worst = Math.max(worst, performance.now() - from);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  }
  return worst;
}

/** Opens rows one after the other, and gives the longest time of a press. */
async function openRows(room, wanted) {
  let worst = 0;
  for (const row of [...document.querySelectorAll(`${room} .row`)].slice(0, 10)) {
    const from = performance.now();
    row.click();
    worst = Math.max(worst, performance.now() - from);
    for (let i = 0; i < 100 && !document.querySelector(`${room} ${wanted}`); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    if (!document.querySelector(`${room} ${wanted}`)) throw new Error('the row did not open');
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  }
  return worst;
}
