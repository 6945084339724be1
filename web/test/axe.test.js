// axe-core finds nothing to mend in any state.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { after, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { onDiskAs, pick, state } from './lib/page.js';
import { bringUp, fileName, states } from './lib/states.js';
import { buildFake, onDisk } from './lib/tool.js';

const path = onDiskAs(fileName, '{}');
const url = onDisk(buildFake());

for (const name of browsers) {
  describe(name, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    // Only Chromium's driver can switch the scheme; the colours are the same.
    const schemes = name === 'chromium' ? ['light', 'dark'] : ['light'];
    for (const s of states) {
      test(`${s.name}, ${schemes.join(' and ')}`, async () => {
        const page = await browser.newPage();
        for (const [k, scheme] of schemes.entries()) {
          if (name === 'chromium') {
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          }
          if (k === 0) {
            await bringUp(page, s, { url, pick, state, path });
            await page.evaluate(axe.source);
          }
          const { violations, passes } = await page.evaluate(async () => {
            const { violations, passes } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
            return { violations, passes: passes.length };
          });
          assert.ok(passes > 10, 'axe looked at the page');
          assert.deepEqual(violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), [], scheme);
        }
        // Nothing is wider than the narrowest screen.
        await page.setViewport({ width: 320, height: 640 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'no sideways scrolling');
        await page.close();
      });
    }
  });
}
