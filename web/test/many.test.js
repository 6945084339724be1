// The page under a file of 5,000 requests and 2,000 secrets and more, which is made
// up and goes through the real engine: each list has all of it and holds only the
// rows in sight, and its end can be reached. How fast that is, and that the page
// answers meanwhile, is measured by the bench (bench-page.js).

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, launch, temp } from './lib/browsers.js';
import { pick, state } from './lib/page.js';
import { generate, onDisk } from './lib/tool.js';

const many = { entries: 5000, secrets: 2000 };
/** More rows than a window of 900 px shows, with some beyond its edges. */
const IN_SIGHT = 60;
const path = generate(0, join(temp(), 'many.har'), { entries: many.entries, body: 4000 });

for (const name of browsers) {
  describe(name, () => {
    let browser, page;
    before(async () => {
      browser = await launch(name);
      page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(onDisk());
      await pick(page, path);
      await state(page, 'done', 180_000);
    });
    after(() => browser.close());

    test('the verdict counts all', async () => {
      const [secrets, entries] = await page.evaluate(() => document.querySelector('h1').textContent.match(/[\d,]+/g).map((s) => Number(s.replace(',', ''))));
      assert.equal(entries, many.entries);
      assert.ok(secrets >= many.secrets, `${secrets} secrets`);
    });

    for (const id of ['findings', 'requests']) {
      test(`the ${id}: rows in sight, as far as the last`, async () => {
        await page.click(`#tab-${id}`);
        await page.waitForSelector(`#room-${id} .row`);
        const size = await page.$eval(`#room-${id} .rows > li`, (li) => Number(li.ariaSetSize));
        assert.ok(size >= (id === 'requests' ? many.entries : many.secrets), `${size} rows`);
        for (const part of [0.5, 1]) {
          await page.$eval(`#room-${id} .scroller`, (s, part) => (s.scrollTop = s.scrollHeight * part), part);
          await page.waitForFunction(
            (id, from) => [...document.querySelectorAll(`#room-${id} .rows > li`)].some((li) => Number(li.ariaPosInSet) >= from),
            {},
            id,
            size * part,
          );
          assert.ok((await page.$$('.row')).length < IN_SIGHT, 'only the rows in sight exist');
        }
      });
    }

    // Both are at their end, and a list that does not show has no height.
    test('a room that is opened again draws the rows in sight alone', async () => {
      const most = await page.evaluate(async () => {
        let most = 0;
        const observer = new MutationObserver(() => (most = Math.max(most, document.querySelectorAll('.room:not([hidden]) .row').length)));
        observer.observe(document.querySelector('main'), { childList: true, subtree: true });
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        for (const room of ['findings', 'requests', 'findings']) {
          document.getElementById(`tab-${room}`).click();
          for (let i = 0; i < 5; i++) await frame();
        }
        observer.disconnect();
        return most;
      });
      assert.ok(most > 0 && most < IN_SIGHT, `${most} rows`);
    });
  });
}
