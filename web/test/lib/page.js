// What a person does on the page, and what the page then shows.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temp } from './browsers.js';

const dir = temp();

/** Puts a file on disk and gives its path. */
export function onDiskAs(name, data) {
  const path = join(dir, name);
  writeFileSync(path, data);
  return path;
}

export async function pick(page, ...paths) {
  const input = await page.waitForSelector('#file');
  await input.uploadFile(...paths);
}

/** Gives the list of what the page says from now on, on its console and in errors that nobody caught. */
export function listen(page) {
  const messages = [];
  page.on('console', (m) => messages.push(m.text()));
  page.on('pageerror', (e) => messages.push(String(e)));
  return messages;
}

/** Waits for a state of the page and gives its text. */
export async function state(page, name, timeout = 20_000) {
  await page.waitForSelector(`main [data-state="${name}"]`, { timeout });
  return page.$eval('main', (main) => main.innerText);
}

/** The one file that was saved to the browser's download folder. */
export async function saved(browser, name) {
  for (let i = 0; i < 300; i++) {
    if (readdirSync(browser.downloads).includes(name)) {
      const before = readFileSync(join(browser.downloads, name));
      await new Promise((resolve) => setTimeout(resolve, 150));
      const after = readFileSync(join(browser.downloads, name));
      // Firefox makes an empty file first, and fills it in another step.
      const whole = !readdirSync(browser.downloads).some((n) => /\.(part|crdownload)$/.test(n));
      if (whole && after.length > 0 && after.length === before.length) return after;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${name} was not saved; there is ${readdirSync(browser.downloads)}`);
}

/** Fails if the page shows a failure with a way to a file. */
export async function assertNoFile(page, browser) {
  assert.equal(await page.$('a[download]'), null, 'there is a link to save');
  assert.equal(await page.$('a[href^="blob:"]'), null, 'there is a link to a blob');
  assert.deepEqual(readdirSync(browser.downloads), []);
}

/**
 * Puts a scripted worker in the place of the real one: it answers with the given
 * messages and nothing else. For states that a real run leaves too fast, or that
 * should show the same figures each time.
 */
export async function scriptWorker(page, answers) {
  await page.evaluateOnNewDocument((answers) => {
    globalThis.Worker = class {
      postMessage(run) {
        setTimeout(() => {
          if (run.method === 'unpack') {
            const items = run.args[0].map((file) => ({ name: file.name, as: file.name, size: file.size, file }));
            this.onmessage({ data: { id: run.id, result: { items, leftOut: [], zip: '' } } });
          }
          if (run.method !== 'open') return;
          const [{ names }] = run.args;
          for (const { type, progress, size, report, failure } of answers) {
            const said = { progress: { progress }, failed: { failure } }[type] ?? {
              result: { file: new File([new Uint8Array(size)], names[0].replace('.har', '.redacted.har')), report },
            };
            this.onmessage({ data: { ...said, id: run.id } });
          }
        }, 0);
      }
      terminate() {}
    };
  }, answers);
}
