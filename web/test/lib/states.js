// The states that the page can show, each with what a scripted session
// (testdata/fakesession.js) does to bring it up. The figures are made up.

import { onDiskAs } from './page.js';

/** @typedef {{ name: string, state: string, fake?: object, files?: number, act?: (page: any) => Promise<void> }} State */

const tab = (id) => async (page) => {
  await page.click(`#tab-${id}`);
};
/** Opens the n-th row of the room that shows. */
const row = async (page, n) => {
  await page.waitForSelector('.room:not([hidden]) .row');
  await page.evaluate((n) => document.querySelectorAll('.room:not([hidden]) .row')[n].click(), n);
};
const nothing = { findings: 0, size: 4_213, requests: 1, report: { kept: null, notInspected: null, secrets: null, kinds: null, inputBytes: 4_213, outputBytes: 4_213 } };

const cut = { code: 'truncated', offset: 18_402_113, file: 1, message: '' };

/** @type {State[]} */
export const states = [
  { name: 'start', state: 'start' },
  { name: 'dropping', state: 'start', act: (page) => page.evaluate(() => dispatchEvent(new DragEvent('dragenter'))) },
  { name: 'how', state: 'start', act: (page) => page.click('summary') },
  { name: 'working', state: 'working', fake: { stay: true, progress: [{ phase: 'find', done: 12_648_430, total: 36_804_226 }] } },
  {
    name: 'cancelled', state: 'working', fake: { stay: true },
    act: async (page) => {
      await page.evaluate(() => document.querySelector('.actions button').click());
      await page.waitForSelector('main [data-state=start] .aside');
    },
  },
  { name: 'done', state: 'done', fake: {} },
  { name: 'finding', state: 'done', fake: {}, act: (page) => row(page, 1) },
  {
    name: 'revealed', state: 'done', fake: {},
    act: async (page) => {
      await row(page, 1);
      await page.focus('.reveal button');
      await page.keyboard.down(' ');
      await page.waitForSelector('.value.shown');
    },
  },
  {
    name: 'decision', state: 'done', fake: {},
    act: async (page) => {
      await page.click('.facts-line button');
      await row(page, 0);
    },
  },
  {
    name: 'keep', state: 'done', fake: {},
    act: async (page) => {
      await row(page, 2);
      await page.evaluate(() => document.querySelector('.finding > div:last-child > button').click());
    },
  },
  {
    name: 'changed', state: 'done', fake: {},
    act: async (page) => {
      await page.type('.also input', 'anna@example.com');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.changes');
      await row(page, 2);
      await page.evaluate(() => document.querySelector('.finding > div:last-child > button').click());
      await page.type('.notice.bad input', 'It has expired or was revoked');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.verdict.bad');
    },
  },
  {
    name: 'busy', state: 'done', fake: { slow: 1e6 },
    act: async (page) => {
      await page.type('.also input', 'anna@example.com');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'leaving', state: 'done', fake: {},
    act: async (page) => {
      await page.type('.also input', 'anna@example.com');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.changes');
      await page.click('#again');
      await page.waitForSelector('dialog[open]');
    },
  },
  { name: 'requests', state: 'done', fake: {}, act: tab('requests') },
  {
    name: 'request', state: 'done', fake: {},
    act: async (page) => {
      await tab('requests')(page);
      await row(page, 0);
      await page.waitForSelector('.part');
    },
  },
  {
    name: 'sides', state: 'done', fake: {},
    act: async (page) => {
      await tab('requests')(page);
      await row(page, 0);
      await page.waitForSelector('.part');
      await page.click('.request .toggle input');
    },
  },
  { name: 'uninspected', state: 'done', fake: {}, act: tab('uninspected') },
  {
    name: 'uninspected-removed', state: 'done', fake: {},
    act: async (page) => {
      await tab('uninspected')(page);
      await page.click('.room:not([hidden]) input[type=checkbox]');
      await page.waitForSelector('.changes');
    },
  },
  { name: 'settings', state: 'done', fake: {}, act: tab('settings') },
  {
    name: 'strict', state: 'done', fake: {},
    act: async (page) => {
      await tab('settings')(page);
      await page.click('input[value=strict]');
      await page.waitForSelector('.changes');
    },
  },
  { name: 'report', state: 'done', fake: {}, act: tab('report') },
  { name: 'revocations', state: 'done', fake: {}, act: tab('revocations') },
  { name: 'nothing', state: 'done', fake: nothing },
  { name: 'earlier', state: 'done', fake: { ...nothing, report: { ...nothing.report, earlier: true } } },
  { name: 'sanitized', state: 'done', fake: { findings: 7, report: { sanitized: true } } },
  { name: 'several-working', state: 'working', files: 4, fake: { stay: true, failed: [, cut], progress: [{ phase: 'find', done: 21_648_430, total: 67_474_414, file: 2 }] } },
  { name: 'several', state: 'done', files: 4, fake: { failed: [, cut], leftOut: ['notes.txt', 'bodies/1.bin', 'bodies/2.bin', 'bodies/3.bin', 'bodies/4.bin', 'bodies/5.bin', 'bodies/6.bin'] } },
  { name: 'several-requests', state: 'done', files: 3, fake: {}, act: tab('requests') },
  {
    name: 'several-request', state: 'done', files: 3, fake: {},
    act: async (page) => {
      await tab('requests')(page);
      await row(page, 2);
      await page.waitForSelector('.part');
    },
  },
  { name: 'several-report', state: 'done', files: 3, fake: {}, act: tab('report') },
  { name: 'many', state: 'done', files: 40, fake: {} },
  { name: 'several-failed', state: 'failed', files: 2, fake: { failed: [cut, { code: 'not-json', offset: 0, file: 1, message: '' }] } },
  { name: 'failed', state: 'failed', fake: { failure: { code: 'truncated', offset: 18_402_113 } } },
  { name: 'crashed', state: 'failed', fake: { failure: { code: 'crashed', offset: -1 } } },
];

/** A name as long as some are. */
export const fileName = 'portal.example.com_Archive [26-01-15 10-22-41].har';

/** The names of several. */
const names = (n) => Array.from({ length: n }, (_, k) => (k === 0 ? fileName : `capture-${k + 1}.har`));

/** Brings a state up on a page that was built with the scripted session. */
export async function bringUp(page, s, { url, pick, state, path, language = 'en' }) {
  await page.evaluateOnNewDocument((fake, language) => {
    globalThis.fake = fake;
    Object.defineProperty(navigator, 'languages', { value: [language] });
  }, s.fake ?? {}, language);
  await page.goto(url);
  if (s.fake) await pick(page, ...(s.files ? names(s.files).map((name) => onDiskAs(name, '{}')) : [path]));
  await state(page, s.state);
  await s.act?.(page);
}
