// The page: which state shows, and what leads from one to the next.
//
//	start ─files─▶ working ─▶ done (review) | failed
//	  ▲──────────────┴─cancel──┴─start again

import WORKER from 'build:worker';
import { Case } from './case.js';
import { compiledOnce } from './compile.js';
import { el } from './dom.js';
import { dropAnywhere } from './drop.js';
import { RedactError } from './error.js';
import { failureView } from './failure.js';
import { languageSwitch } from './language.js';
import { askToLeave } from './leave.js';
import { choose, languages } from './messages/messages.js';
import { prepare } from './prepare.js';
import { progressView } from './progress.js';
import { newMemory, reviewView } from './review.js';
import { Session } from './session.js';
import { startView } from './start.js';

/** @typedef {import('./messages/messages.js').Messages} Messages */
/** @typedef {{ element: HTMLElement, close?: () => void }} View */

let t = choose(navigator.languages);

/** The engine stands in a block of its own, after this script. */
const assets = {
  worker: WORKER,
  engine: compiledOnce(() => document.getElementById('engine')?.textContent ?? ''),
};

/** The page's hash, which the build put in. */
const build = document.querySelector('meta[name=build]')?.getAttribute('content') ?? '';

/**
 * The policy of whoever runs the page: a block of data that they may change,
 * since it is no script.
 * @returns {import('./case.js').Policy}
 */
function ownPolicy() {
  try {
    return JSON.parse(document.getElementById('policy')?.textContent ?? '');
  } catch {
    throw new RedactError('policy', 'the policy in the page is not valid JSON; mend it');
  }
}

/** @type {AbortController | undefined} */
let running;
/** Undoes what the view that shows holds. */
let closeView = () => {};
/** Lets go of what the state holds; a view may be made anew within a state. */
let leave = () => {};
/** Whether the state holds decisions that are in no saved file. */
let unsaved = () => false;
/** Makes the view of the state, in the language of the moment. */
/** @type {() => View} */
let view = () => startView(t, { build, onLook: ready, onFiles: take });

const main = el('main', {});
const live = el('p', { class: 'live', role: 'status' });

/** @param {string} text for who does not see the page */
const say = (text) => void (live.textContent = text);

/** Shows the state, or shows it anew. */
function draw() {
  closeView();
  const shown = view();
  closeView = shown.close ?? (() => {});
  main.replaceChildren(shown.element);
}

/**
 * Goes to another state.
 * @param {() => View} next
 * @param {{ announce?: string, focus?: boolean, leave?: () => void, unsaved?: () => boolean }} [how]
 */
function go(next, how = {}) {
  leave();
  leave = how.leave ?? (() => {});
  unsaved = how.unsaved ?? (() => false);
  view = next;
  draw();
  say(how.announce ?? '');
  scrollTo(0, 0);
  if (how.focus !== false) main.querySelector('h1')?.focus({ preventScroll: true });
}

/** @param {boolean} [cancelled] whether a run was, which is said */
function start(cancelled = false) {
  go(() => startView(t, { build, onLook: ready, onFiles: take, cancelled }), { announce: cancelled ? t.working.cancelled : '' });
}

/**
 * Does something that ends the state, if the person agrees.
 * @param {() => void} next
 */
async function leaving(next) {
  // One question at a time.
  if (document.querySelector('dialog')) return;
  if (!unsaved() || (await askToLeave(t, main))) next();
}

/** Whether the engine is prepared, or has no need to be. */
let prepared = false;
const preparing = new AbortController();

/** Prepares the engine when a person is about to give files: before the first ones. */
function ready() {
  if (prepared) return;
  prepared = true;
  void prepare(assets, preparing.signal);
}

/** @param {File[]} files */
function take(files) {
  // One run at a time: what comes while one is under way is not taken.
  if (running || files.length === 0) return;
  // A system gives them in no order that a person would know.
  const sorted = [...files].sort((a, b) => a.name.localeCompare(b.name, t.language, { numeric: true }));
  void leaving(() => void redact(sorted));
}

/** @param {File[]} given */
async function redact(given) {
  const run = (running = new AbortController());
  prepared = true;
  preparing.abort();
  /** @type {import('./protocol.js').Progress} */
  let last = { phase: 'start', done: 0, total: 2 * given.reduce((sum, file) => sum + file.size, 0), file: -1 };
  /** @type {readonly import('./protocol.js').Item[]} */
  let files = given.map(({ name, size }) => ({ name, as: name, size }));
  /** @type {ReturnType<typeof progressView> | undefined} */
  let progress;
  /** @type {Case | undefined} */
  let it;
  go(
    () => {
      progress = progressView(t, { build, onCancel: () => run.abort() });
      progress.update(last, files);
      return progress;
    },
    { announce: t.working.announced },
  );

  /** @type {import('./session.js').Session | undefined} */
  let session;
  try {
    const policy = ownPolicy();
    session = await Session.open(
      assets,
      given,
      {
        policy,
        signal: run.signal,
        onProgress(p) {
          if (it) return it.progressed(p);
          // Said once a phase: a screen reader that talks without a pause helps nobody.
          if (p.phase !== last.phase) say(t.working.phases[p.phase]);
          // The worker's object may be one that it goes on to change.
          last = { ...p };
          progress?.update(last, files);
        },
      },
      {
        onFiles(opening) {
          files = opening.files;
          progress?.update(last, files);
        },
      },
    );
    it = await Case.of(session, policy);
    review(it);
  } catch (error) {
    session?.close();
    if (error instanceof RedactError && error.code === 'aborted') start(true);
    else fail(error, files);
  } finally {
    running = undefined;
  }
}

/** @param {Case} it */
function review(it) {
  const memory = newMemory();
  go(() => reviewView(t, { it, memory, build, say, failed: (error) => fail(error, it.session.files), onAgain: () => void leaving(start) }), {
    leave: () => it.session.close(),
    unsaved: () => it.unsaved,
  });
}

/**
 * @param {unknown} error
 * @param {readonly import('./protocol.js').Item[]} files
 */
function fail(error, files) {
  const { code, offset, file } = error instanceof RedactError ? error : { code: 'internal', offset: -1, file: -1 };
  // Somebody has gone on and left a question unanswered.
  if (code === 'closed') return;
  go(() => ({ element: failureView(t, { build, code, offset, file, files, onAgain: () => start() }) }));
}

/** @param {Messages} next */
function speak(next) {
  t = next;
  document.documentElement.lang = t.language;
  document.documentElement.dir = t.direction;
  const select = languageSwitch(t, languages, (chosen) => {
    speak(chosen);
    draw();
    document.getElementById('language')?.focus();
  });
  document.getElementById('languages')?.replaceChildren(select);
}

speak(t);
document.getElementById('page')?.replaceChildren(main, live);
go(view, { focus: false });
dropAnywhere(take, ready);
// Who closes the page or goes to another is asked by the browser.
addEventListener('beforeunload', (event) => {
  if (unsaved()) event.preventDefault();
});
// The engine compiles while a person looks for the file. Whoever needs it is
// told of a failure.
addEventListener('load', () => setTimeout(() => assets.engine().catch(() => {})));
