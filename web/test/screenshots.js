// Takes a picture of every state, light and dark, narrow and wide, into
// web/screenshots. For a person to look at; nothing is asserted.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/browsers.js';
import { onDiskAs, pick, scriptWorker, state } from './lib/page.js';
import { fileName, states } from './lib/states.js';
import { onDisk, root } from './lib/tool.js';

const out = join(root, 'web/screenshots');
mkdirSync(out, { recursive: true });
const path = onDiskAs(fileName, '{}');

const browser = await launch('chromium');
for (const s of states) {
  for (const width of [320, 1440]) {
    for (const scheme of ['light', 'dark']) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: width === 320 ? 640 : 900, deviceScaleFactor: width === 320 ? 2 : 1 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      if (s.answers) await scriptWorker(page, s.answers);
      await page.goto(onDisk());
      if (s.answers) await pick(page, path);
      await state(page, s.state);
      if (s.dropping) await page.evaluate(() => dispatchEvent(new DragEvent('dragenter')));
      if (s.open) await page.click('summary');
      await new Promise((resolve) => setTimeout(resolve, 250));
      await page.screenshot({ path: join(out, `${s.name}-${scheme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
console.log(`pictures are in ${out}`);
