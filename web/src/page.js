// The page: which state shows, and what leads from one to the next.
//
//	start ─file─▶ working ─▶ done | failed
//	  ▲──────────────┴─cancel──┴─start again

import WORKER from 'build:worker';
import { decodedOnce, redactWith } from './client.js';
import { el } from './dom.js';
import { dropAnywhere } from './drop.js';
import { RedactError } from './error.js';
import { failureView } from './failure.js';
import { en } from './messages.js';
import { progressView } from './progress.js';
import { startView } from './start.js';
import { summaryView } from './summary.js';

const t = en;

/** The engine stands in a block of its own, after this script, and is read on first use. */
const assets = {
  worker: WORKER,
  wasm: decodedOnce(() => document.getElementById('engine')?.textContent ?? ''),
};

/** @type {AbortController | undefined} */
let running;
/** Undoes what the state that shows holds. */
let close = () => {};

const main = el('main', {});
const live = el('p', { class: 'live', role: 'status' });

/**
 * @param {HTMLElement} view
 * @param {string} [announcement] for who does not see the page
 */
function show(view, announcement = '') {
  close();
  close = () => {};
  main.replaceChildren(view);
  live.textContent = announcement;
  scrollTo(0, 0);
}

/** @param {HTMLElement} view */
function focusHeading(view) {
  view.querySelector('h1')?.focus({ preventScroll: true });
}

/** @param {string} [announcement] */
function start(announcement) {
  const view = startView(t, { onFiles: take });
  show(view, announcement);
  return view;
}

/** @param {string} [announcement] */
function again(announcement) {
  focusHeading(start(announcement));
}

/** @param {File[]} files */
function take(files) {
  // One run at a time: what comes while one is under way is not taken.
  if (running || files.length === 0) return;
  if (files.length > 1) fail('several', -1);
  else void redact(files[0]);
}

/** @param {File} file */
async function redact(file) {
  const run = (running = new AbortController());
  const progress = progressView(t, { name: file.name, onCancel: () => run.abort() });
  progress.update({ phase: 'start', done: 0, total: 2 * file.size });
  show(progress.element, t.working.announced);
  focusHeading(progress.element);

  let phase = 'start';
  try {
    const outcome = await redactWith(assets, file, {
      signal: run.signal,
      onProgress(p) {
        progress.update(p);
        // Said once a phase: a screen reader that talks without a pause helps nobody.
        if (p.phase !== phase) live.textContent = t.working.phases[p.phase];
        phase = p.phase;
      },
    });
    const summary = summaryView(t, { ...outcome, onAgain: () => again() });
    show(summary.element);
    close = summary.close;
    focusHeading(summary.element);
  } catch (error) {
    const { code, offset } = error instanceof RedactError ? error : { code: 'internal', offset: -1 };
    if (code === 'aborted') again(t.working.cancelled);
    else fail(code, offset);
  } finally {
    running = undefined;
  }
}

/**
 * @param {string} code
 * @param {number} offset
 */
function fail(code, offset) {
  const view = failureView(t, { code, offset, onAgain: () => again() });
  show(view);
  focusHeading(view);
}

document.documentElement.lang = t.language;
document.documentElement.dir = t.direction;
document.getElementById('page')?.replaceChildren(main, live);
start();
dropAnywhere(take);
