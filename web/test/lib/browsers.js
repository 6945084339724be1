// The browsers that the tests drive, as the system installed them.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const known = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

/** Which browsers to test: both, or those that BROWSERS names. */
export const browsers = (process.env.BROWSERS ?? 'chromium firefox').split(/[ ,]+/).filter(Boolean);
for (const name of browsers) if (!(name in known)) throw new Error(`unknown browser ${name}`);

/** @type {string[]} */
const temporary = [];
process.on('exit', () => {
  for (const dir of temporary) rmSync(dir, { recursive: true, force: true });
});

/** Makes a folder that is removed when the process ends. */
export function temp() {
  const dir = mkdtempSync(join(tmpdir(), 'har-redactor-test-'));
  temporary.push(dir);
  return dir;
}

/** Starts a browser that saves downloads to `browser.downloads`. */
export async function launch(name, { args = [], protocolTimeout = 120_000 } = {}) {
  const executablePath = known[name].find(existsSync);
  if (!executablePath) throw new Error(`${name} is not installed; run make test as root, or install it`);
  const downloads = temp();
  const browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    args: [...(name === 'chromium' ? chromiumArgs() : []), ...args],
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json',
    },
    protocolTimeout,
  });
  if (name === 'chromium') {
    const cdp = await browser.target().createCDPSession();
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  }
  return Object.assign(browser, { downloads, browserName: name });
}

function chromiumArgs() {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update', '--disable-sync'];
  // Chromium's own sandbox refuses to run as root, as containers do.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return args;
}
