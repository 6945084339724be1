// The review of 5,000 requests and 2,000 findings: on the screen in under 300 ms
// after the work ends, and no long task while the lists scroll. The best
// of several counts, because other programs want the machine too.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { onDiskAs, pick, state } from './lib/page.js';
import { bringUp } from './lib/states.js';
import { buildFake, onDisk } from './lib/tool.js';

const path = onDiskAs('capture.har', '{}');
const url = onDisk(buildFake());
const fake = { requests: 5000, findings: 2000 };
const RUNS = 3;
/** A run in which another program held the processor for 50 ms shows nothing. */
const TRIES = 8;

for (const name of browsers) {
  describe(name, () => {
    let browser, page;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    async function open() {
      await page?.close();
      page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.evaluateOnNewDocument(() => {
        globalThis.painted = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector('[data-state=done]')) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
          }).observe(document, { childList: true, subtree: true });
        });
      });
      await bringUp(page, { state: 'done', fake }, { url, pick, state, path });
      return page.evaluate(async () => (await globalThis.painted) - globalThis.openedAt);
    }

    test('first paint of the review', async () => {
      const times = [];
      for (let i = 0; i < RUNS; i++) times.push(Math.round(await open()));
      console.log(`${name}: ${times.join(', ')} ms`);
      assert.ok(Math.min(...times) < 300, `${times} ms`);
      assert.ok((await page.$$('.row')).length < 60, 'only the rows in sight exist');
    });

    for (const id of ['findings', 'requests']) {
      test(`scrolling the ${id}`, async () => {
        await open();
        await page.click(`#tab-${id}`);
        await page.waitForSelector(`#room-${id} .row`);
        const runs = [];
        while (runs.length < TRIES && !(Math.min(...runs) < 50)) runs.push(Math.round(await page.evaluate(scroll, `#room-${id} .scroller`)));
        console.log(`${name}: longest task or gap while scrolling the ${id}: ${runs.join(', ')} ms`);
        assert.ok(Math.min(...runs) < 50, `${runs} ms`);
        // The last row is where the list ends.
        assert.equal(
          await page.$eval(`#room-${id} .scroller`, (s) => [...s.querySelectorAll('.rows > li')].some((li) => li.ariaPosInSet === li.ariaSetSize)),
          true,
        );
      });
    }
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
