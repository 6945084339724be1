// No state is wider than its window: not on the narrowest screen, not at twice
// the text size, not from right to left; and in a row nothing lies over another.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { onDiskAs, pick, state } from './lib/page.js';
import { bringUp, fileName, states } from './lib/states.js';
import { buildMirrored, onDisk } from './lib/tool.js';

const path = onDiskAs(fileName, '{}');
const url = onDisk(buildMirrored());

/** What reaches out of the window, but for what scrolls in a frame of its own. */
function outside() {
  const width = document.documentElement.clientWidth;
  const list = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
  for (const e of document.querySelectorAll('main *, header *')) {
    const box = e.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || e.closest('.tabs, .live, .timeline, .drop input, svg, .row-title.url, .row-sub')) continue;
    if (box.left < -1 || box.right > width + 1) list.push(`${e.tagName}.${e.className} from ${box.left} to ${box.right}`);
  }
  // The cells of a row share it.
  for (const row of document.querySelectorAll('.row')) {
    const boxes = [...row.children].map((c) => c.getBoundingClientRect()).filter((b) => b.width > 0);
    boxes.sort((a, b) => a.left - b.left);
    for (let i = 1; i < boxes.length; i++) if (boxes[i].left < boxes[i - 1].right - 1) list.push(`cells of ${row.innerText} overlap`);
    if (row.scrollHeight > row.clientHeight + 1) list.push(`the row ${row.innerText} is too low`);
  }
  // A word in the head of a row is not cut to pieces.
  for (const head of document.querySelectorAll('th')) {
    for (const word of head.textContent.matchAll(/\S+/g)) {
      if (!head.firstChild || head.getClientRects().length === 0 || head.firstChild.nodeType !== Node.TEXT_NODE) continue;
      const range = document.createRange();
      range.setStart(head.firstChild, word.index);
      range.setEnd(head.firstChild, word.index + word[0].length);
      const tops = [...range.getClientRects()].map((r) => Math.round(r.top));
      if (new Set(tops).size > 1) list.push(`${word[0]} is cut`);
    }
  }
  return list;
}

/** A state is brought up once for each language, and then looked at in several windows. */
const pages = [
  {
    language: 'en',
    direction: 'ltr',
    looks: [
      { name: 'narrow', width: 320 },
      { name: 'between', width: 960 },
      { name: 'text twice as large', width: 1280, large: true },
    ],
  },
  {
    language: 'ar',
    direction: 'rtl',
    looks: [
      { name: 'from right to left', width: 1280 },
      { name: 'from right to left, narrow', width: 320 },
    ],
  },
];

for (const name of browsers) {
  describe(name, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    for (const s of states) {
      test(s.name, async () => {
        for (const { language, direction, looks } of pages) {
          const page = await browser.newPage();
          await page.setViewport({ width: looks[0].width, height: 800 });
          await bringUp(page, s, { url, pick, state, path, language });
          assert.equal(await page.evaluate(() => document.documentElement.dir), direction);
          for (const look of looks) {
            await page.setViewport({ width: look.width, height: 800 });
            await page.evaluate((large) => (document.documentElement.style.fontSize = large ? '200%' : ''), look.large);
            // What looks at its own size does so before the second frame is drawn.
            await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
            assert.deepEqual(await page.evaluate(outside), [], look.name);
          }
          await page.close();
        }
      });
    }
  });
}
