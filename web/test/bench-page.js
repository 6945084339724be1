// The page under a file of 5,000 requests and 2,000 secrets and more, which is made
// up and goes through the real engine: the review is on the screen in under 300 ms
// after the work ends, and neither it nor a run of 50 MB ever holds the page up for
// 50 ms. A run in which another program held the processor shows nothing, so the
// best of several counts; in Chromium it is the work of a task that counts.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, launch, temp } from './lib/browsers.js';
import { pick, state } from './lib/page.js';
import { generate, onDisk } from './lib/tool.js';
import { traced } from './lib/trace.js';

const REQUESTS = 5000;
const SECRETS = 2000;
const dir = temp();
const many = generate(0, join(dir, 'many.har'), { entries: REQUESTS, body: 4000 });
const large = generate(50, join(dir, 'large.har'));

const LONG = 50;
const SOON = 200;
const RUNS = 3;
const TRIES = 8;
const WAIT = 180_000;

/** Runs in the page: notes when what happened there. */
function note() {
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

for (const name of browsers) {
  describe(name, () => {
    let browser, page;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    async function start() {
      await page?.close();
      page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.evaluateOnNewDocument(note);
      await page.goto(onDisk());
    }

    /** Opens the review of the file with many requests, and gives how long its first paint took. */
    async function review() {
      await pick(page, many);
      await state(page, 'done', WAIT);
      return page.evaluate(async () => Math.round((await globalThis.painted) - globalThis.endedAt));
    }

    /** The longest time that the page did not answer while something happened, in ms. */
    async function longest(work) {
      if (name === 'chromium') return (await traced(page, work)).work;
      return work();
    }

    /** The least of several tries, as soon as one is short enough. */
    async function least(what, work) {
      const runs = [];
      while (runs.length < TRIES && !(Math.min(...runs) < LONG)) runs.push(Math.round(await longest(work)));
      console.log(`${name}: longest task, ${what}: ${runs.join(', ')} ms`);
      assert.ok(Math.min(...runs) < LONG, `${what}: ${runs} ms`);
    }

    test('first paint of the review', async () => {
      const times = [];
      while (times.length < RUNS) {
        await start();
        times.push(await review());
      }
      const [entries, secrets] = await page.evaluate(() => document.querySelector('h1').textContent.match(/[\d,]+/g).map((s) => Number(s.replace(',', ''))).reverse());
      console.log(`${name}: first paint of ${entries} requests and ${secrets} secrets: ${times.join(', ')} ms after the work ended`);
      assert.equal(entries, REQUESTS);
      assert.ok(secrets >= SECRETS, `${secrets} secrets`);
      assert.ok(Math.min(...times) < 300, `${times} ms`);
      assert.ok((await page.$$('.row')).length < 60, 'only the rows in sight exist');
    });

    // Only Chromium tells what its main thread did.
    if (name === 'chromium') test('no long task from the end of the work to the review', async () => {
      const runs = [];
      while (runs.length < RUNS && !(Math.min(...runs.map((r) => r.work)) < LONG)) {
        await start();
        runs.push(await traced(page, review));
      }
      console.log(`${name}: longest task of a run and its review: ${runs.map((r) => `${r.work} ms of work in ${r.task} ms`).join(', ')}`);
      assert.ok(runs.some((r) => r.work < LONG), JSON.stringify(runs));
    });

    for (const id of ['findings', 'requests']) {
      test(`scrolling the ${id}`, async () => {
        await start();
        await review();
        await page.click(`#tab-${id}`);
        await page.waitForSelector(`#room-${id} .row`);
        await least(`scrolling the ${id}`, () => page.evaluate(scroll, `#room-${id} .scroller`));
        // The last row is where the list ends.
        assert.equal(
          await page.$eval(`#room-${id} .scroller`, (s) => [...s.querySelectorAll('.rows > li')].some((li) => li.ariaPosInSet === li.ariaSetSize)),
          true,
        );
      });
    }

    test('the rooms, a search, and requests one after the other', async () => {
      await start();
      await review();
      const open = (room) => page.evaluate(use, room);
      for (const room of ['requests', 'uninspected', 'settings', 'report', 'revocations', 'findings']) await least(`opening the room ${room}`, () => open(room));
      await open('requests');
      await page.waitForSelector('#room-requests .row');
      await least('a search in the requests', () => page.evaluate(search, '#room-requests'));
      await least('opening requests', () => page.evaluate(openRows, '#room-requests', '.request .part'));
      await open('findings');
      await least('a search in the findings', () => page.evaluate(search, '#room-findings'));
      await least('opening findings', () => page.evaluate(openRows, '#room-findings', '.finding'));
    });

    test('a large run: progress is on the screen at once, no long task, cancel', async () => {
      const shown = [];
      const engine = [];
      const cancels = [];
      while (shown.length < RUNS) {
        await start();
        await pick(page, large);
        await page.waitForFunction(() => globalThis.progressAt !== undefined, { polling: 20 });
        shown.push(await page.evaluate(async () => Math.round((await globalThis.working) - globalThis.pickedAt)));
        engine.push(await page.evaluate(() => Math.round(globalThis.progressAt - globalThis.pickedAt)));
        await new Promise((resolve) => setTimeout(resolve, 250));
        cancels.push(
          await page.evaluate(async () => {
            const from = performance.now();
            [...document.querySelectorAll('[data-state=working] button')].at(-1).click();
            return Math.round((await globalThis.shown('start')) - from);
          }),
        );
      }
      console.log(`${name}: progress shown after ${shown.join(', ')} ms, of the engine after ${engine.join(', ')} ms, cancelled in ${cancels.join(', ')} ms`);
      assert.ok(Math.min(...shown) < SOON, `${shown} ms`);
      assert.ok(Math.min(...cancels) < SOON, `${cancels} ms`);
      if (name !== 'chromium') return;
      await start();
      const run = await traced(page, async () => {
        await pick(page, large);
        await state(page, 'done', WAIT);
      });
      console.log(`${name}: longest task of a run of 50 MB: ${run.work} ms of work in ${run.task} ms`);
      assert.ok(run.work < LONG, `${run.work} ms`);
    });
  });
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
