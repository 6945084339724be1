// The page as some need it: without motion, in colours that the system forces, and
// on paper, also the report. Chromium can be told to show each of these.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, describe, test } from 'node:test';
import { browsers, launch } from './lib/browsers.js';
import { onDiskAs, pick, saved, state } from './lib/page.js';
import { bringUp, fileName, states } from './lib/states.js';
import { buildFake, onDisk } from './lib/tool.js';

const url = onDisk(buildFake());
const path = onDiskAs(fileName, '{}');

/** A sheet of A4 has so many pixels of CSS in width, without its margins. */
const A4 = 718;
const REDUCED = { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] };
const FORCED = { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'dark' }] };
/** On paper a dark screen counts for nothing. */
const PRINT = { media: 'print', features: [{ name: 'prefers-color-scheme', value: 'dark' }] };

if (browsers.includes('chromium')) describe('chromium', () => {
  let browser, page;
  before(async () => (browser = await launch('chromium')));
  after(() => browser.close());
  afterEach(() => page?.close());

  async function open(name, width = 1280) {
    page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await bringUp(page, states.find((s) => s.name === name), { url, pick, state, path });
  }
  async function emulate(media) {
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', media);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
  }
  /** How many pages a sheet has on paper. */
  const sheets = async () => Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;

  /** The elements that would move, those within the browser's own controls among them. */
  async function moving() {
    const client = await page.createCDPSession();
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { nodes } = await client.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    const list = [];
    for (const { nodeId, nodeType, nodeName } of nodes) {
      if (nodeType !== 1) continue;
      const { computedStyle } = await client.send('CSS.getComputedStyleForNode', { nodeId });
      const { 'transition-duration': transition, 'animation-name': animation, 'scroll-behavior': scroll } = Object.fromEntries(computedStyle.map(({ name, value }) => [name, value]));
      // What is not shown has no style.
      if (transition && (!/^0s(, 0s)*$/.test(transition) || animation !== 'none' || scroll === 'smooth')) list.push(nodeName);
    }
    await client.detach();
    return list;
  }

  test('nothing moves for who asked for that', async () => {
    await open('working');
    assert.notDeepEqual(await moving(), [], 'the bar moves for others');
    await emulate(REDUCED);
    assert.deepEqual(await moving(), []);
  });

  for (const name of ['start', 'done', 'finding', 'decision', 'request', 'settings', 'several', 'failed']) {
    test(`forced colours: ${name}`, async () => {
      await open(name);
      await emulate(FORCED);
      assert.deepEqual(await page.evaluate(edges), []);
    });
  }

  test('forced colours: what is chosen looks other than what is not', async () => {
    await open('finding');
    await emulate(FORCED);
    const sides = await page.evaluate(() =>
      [['.tabs button[aria-selected=true]', '.tabs button[aria-selected=false]'], ['.row[aria-current]', '.row:not([aria-current])']].map((pair) =>
        pair.map((selector) => {
          const { borderBlockEndColor, borderInlineStartColor } = getComputedStyle(document.querySelector(selector));
          return [borderBlockEndColor, borderInlineStartColor];
        }),
      ),
    );
    for (const [chosen, other] of sides) assert.notDeepEqual(chosen, other);
    const [line, canvas] = await page.evaluate(() => [getComputedStyle(document.querySelector('.row')).borderBlockEndColor, getComputedStyle(document.body).backgroundColor]);
    assert.notEqual(line, canvas, 'a line is between two rows');
  });

  test('forced colours: how far it is can be seen', async () => {
    await open('working');
    await emulate(FORCED);
    const picture = await (await page.$('progress')).screenshot({ encoding: 'base64' });
    const blank = await browser.newPage();
    const [done, rest] = await blank.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      return [0.1, 0.9].map((at) => [...canvas.getImageData(Math.floor(image.width * at), Math.floor(image.height / 2), 1, 1).data]);
    }, picture);
    await blank.close();
    assert.ok(Math.max(...done.map((c, i) => Math.abs(c - rest[i]))) > 100, `${done} and ${rest}`);
  });

  for (const [name, count] of [['done', 41], ['requests', 312]]) {
    test(`on paper: ${name}`, async () => {
      await open(name, A4);
      const rows = () => page.$$eval('.room:not([hidden]) .row', (list) => list.length);
      const before = await rows();
      assert.ok(before < count, `${before} rows are there at first`);
      await emulate(PRINT);
      // As printing does, which gives no chance to look.
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      assert.equal(await rows(), count);
      assert.deepEqual(await page.evaluate(onPaper), []);
      await emulate({});
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.ok((await rows()) < count, 'as before');
      // Twenty rows and more are on a sheet.
      const n = await sheets();
      assert.ok(n > count / 40 && n < count / 10 + 2, `${n} sheets`);
    });
  }

  for (const name of ['request', 'several', 'settings', 'report', 'failed']) {
    test(`on paper: ${name}`, async () => {
      await open(name, A4);
      await emulate(PRINT);
      assert.deepEqual(await page.evaluate(onPaper), []);
    });
  }

  test('the report on paper', async () => {
    await open('report');
    await page.evaluate(() => [...document.querySelectorAll('#room-report button')].find((b) => /HTML/.test(b.innerText)).click());
    const name = fileName.replace('.har', '.redacted.report.html');
    await saved(browser, name);
    await page.goto(pathToFileURL(join(browser.downloads, name)).href);
    rmSync(join(browser.downloads, name));
    await page.setViewport({ width: A4, height: 900 });
    await emulate(PRINT);
    assert.deepEqual(await page.evaluate(onPaper), []);
    const tables = await page.$$eval('table', (list) => list.map((t) => t.rows.length));
    assert.ok(tables.some((n) => n > 41), 'all secrets are in it');
    assert.deepEqual(await page.$$eval('tr', (rows) => rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length), 0, 'no row is torn');
    const n = await sheets();
    assert.ok(n >= 2 && n <= 4, `${n} sheets`);
  });
});

/** In the page: what a person could press or write into, and shows no edge, line or underline. */
function edges() {
  const list = [];
  const canvas = getComputedStyle(document.documentElement).backgroundColor;
  const seen = (style, side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Color`] !== canvas;
  for (const e of document.querySelectorAll('main button, main a, main select, main input, .verdict, .notice, .card, .drop label')) {
    if (!e.checkVisibility() || e.closest('.tabs')) continue;
    const style = getComputedStyle(e);
    if ([...e.children].some((child) => getComputedStyle(child).textDecorationLine !== 'none')) continue;
    if (e.matches('input[type=file]') || parseFloat(style.opacity) === 0) continue;
    if (['Top', 'Right', 'Bottom', 'Left'].some((side) => seen(style, side)) || style.textDecorationLine !== 'none' || style.outlineStyle !== 'none') continue;
    // The browser draws these.
    if (e.matches('input[type=checkbox], input[type=radio]') && style.appearance !== 'none') continue;
    list.push(e.outerHTML.slice(0, 120));
  }
  return list;
}

/** In the page, as it is on paper: what should not be there, or cannot be read. */
function onPaper() {
  const list = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) list.push(`it is ${document.documentElement.scrollWidth} wide`);
  const visible = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  for (const e of document.querySelectorAll('button:not(.row), select, input, textarea, .also, summary')) {
    // A link in a sentence stays, as its words.
    if (visible(e) && !e.matches('button.link, .mark')) list.push(`there is ${e.outerHTML.slice(0, 80)}`);
  }
  const rows = [...document.querySelectorAll('.row')].filter(visible).map((e) => e.getBoundingClientRect());
  for (let i = 1; i < rows.length; i++) if (rows[i].top < rows[i - 1].bottom - 1) list.push(`row ${i} lies over the one before`);
  // Backgrounds are not printed, so all is dark enough for white.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const light = new Set();
  while (texts.nextNode()) {
    const e = texts.currentNode.parentElement;
    if (!texts.currentNode.textContent.trim() || !visible(e)) continue;
    const [r, g, b] = getComputedStyle(e).color.match(/[\d.]+/g).map(Number);
    if (0.2126 * r + 0.7152 * g + 0.0722 * b > 128) light.add(`${e.tagName}.${e.className} is light`);
  }
  return [...list, ...light];
}
