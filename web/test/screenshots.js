// Takes a picture of every state, light and dark, narrow and wide, into
// web/screenshots. For a person to look at; nothing is asserted. The names of
// states may follow, to take those alone. Two of them are the README's.

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/browsers.js';
import { onDiskAs, pick, state } from './lib/page.js';
import { bringUp, fileName, states } from './lib/states.js';
import { buildMirrored, onDisk, root } from './lib/tool.js';

const out = join(root, 'web/screenshots');
mkdirSync(out, { recursive: true });
const path = onDiskAs(fileName, '{}');
const url = onDisk(buildMirrored());
const only = process.argv.slice(2);

const browser = await launch('chromium');
for (const s of states) {
  if (only.length > 0 && !only.includes(s.name)) continue;
  for (const width of [320, 1440]) {
    for (const scheme of ['light', 'dark']) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: width === 320 ? 640 : 900, deviceScaleFactor: width === 320 ? 2 : 1 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await bringUp(page, s, { url, pick, state, path });
      await new Promise((resolve) => setTimeout(resolve, 250));
      await page.screenshot({ path: join(out, `${s.name}-${scheme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
  // And from right to left, in a language that nobody speaks.
  const page = await browser.newPage();
  await page.setViewport({ width: 1024, height: 800 });
  await bringUp(page, s, { url, pick, state, path, language: 'ar' });
  await page.screenshot({ path: join(out, `${s.name}-rtl.png`), fullPage: true });
  await page.close();
}
await browser.close();
if (only.length === 0) {
  // What the README shows: the review, and one request of it.
  for (const [from, to] of [['done', 'review'], ['request', 'request']]) {
    copyFileSync(join(out, `${from}-light-1440.png`), join(root, 'web/pictures', `${to}.png`));
  }
}
console.log(`pictures are in ${out}`);
