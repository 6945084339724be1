// The state after a run that went well: the verdict first, then the file to
// save, then the rooms in which one can see and decide. It shows names, figures
// and masks; a value comes into the page only where the person holds it to see.

import { alsoView } from './also.js';
import { changesView } from './changes.js';
import { el } from './dom.js';
import { RedactError } from './error.js';
import { findingsView, newSearch } from './findings.js';
import { newRequestSearch, requestsView } from './requests.js';
import { proofLine } from './proof.js';
import { reportRoom } from './report-room.js';
import { revocationsView } from './revocations.js';
import { settingsView } from './settings.js';
import { tabs } from './tabs.js';
import { uninspectedView } from './uninspected.js';
import { verdictView } from './verdict.js';

/** Where the person is in the review; it outlives a view. */
export const newMemory = () => ({
  room: 'findings',
  findings: newSearch(),
  requests: newRequestSearch(),
});

/**
 * @param {import('./messages/messages.js').Messages} t
 * @param {{
 *   it: import('./case.js').Case,
 *   memory: ReturnType<typeof newMemory>,
 *   build: string,
 *   say: (text: string) => void,
 *   failed: (error: unknown) => void,
 *   onAgain: () => void,
 * }} use
 */
export function reviewView(t, { it, memory, build, say, failed, onAgain }) {
  const element = el('section', { 'data-state': 'done' });
  const bar = el('progress', { 'aria-label': t.verdict.busy });
  const refused = el('p', { class: 'verdict bad refused', role: 'alert', hidden: true });
  const busy = el('div', { class: 'busy', hidden: true }, bar, el('p', {}, t.verdict.busy));
  const body = el('div', {});
  element.append(body, busy, refused);
  /** @type {(() => void)[]} */
  let closers = [];
  let working = false;
  /** What had the focus before a change, by its name: it is made anew. */
  let focused = '';
  /** Whether it stood beside a list, in the row that is open. */
  let inDetail = false;
  /** What is open in the rooms, so that it is open again after a change. */
  /** @type {number | undefined} */
  let secret;
  /** @type {number | undefined} */
  let request;

  /**
   * What acts on the file is held still; the verdict stays readable.
   * @param {boolean} on
   */
  function hold(on) {
    busy.hidden = !on;
    for (const part of body.querySelectorAll('.verdict-block > .actions, .changes, .review')) part.toggleAttribute('inert', on);
  }

  /** @param {Element | null} active what has the focus */
  function remember(active) {
    focused = nameOf(active);
    inDetail = active?.closest('.detail') != null;
  }

  /**
   * Makes a change of the file: one at a time, with the page held still.
   * @param {() => Promise<unknown>} work
   */
  async function change(work) {
    if (working) return;
    working = true;
    // What is held still loses the focus.
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    remember(active);
    refused.hidden = true;
    bar.removeAttribute('value');
    hold(true);
    say(t.verdict.busy);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof RedactError && error.code === 'decision')) return failed(error);
      // It could not be followed, and nothing has changed.
      refused.textContent = t.verdict.refused;
      refused.hidden = false;
      hold(false);
      active?.focus();
      return;
    } finally {
      working = false;
      hold(false);
    }
    say(`${t.verdict.changed} ${it.title(t)}`);
  }

  function close() {
    for (const close of closers) close();
    closers = [];
  }

  function draw() {
    close();
    const verdict = verdictView(t, it, { say, onAgain, openRoom, openDecisions });
    closers.push(verdict.close);
    /** @type {ReturnType<typeof findingsView> | undefined} */
    let findings;
    /** @type {ReturnType<typeof requestsView> | undefined} */
    let requests;

    /** @param {number} s */
    const openFinding = (s) => {
      secret = s;
      rooms.open('findings');
      findings?.open(s);
    };
    /** @param {number} i */
    const openRequest = (i) => {
      request = i;
      rooms.open('requests');
      requests?.open(i).catch(failed);
    };
    /** @param {string} id */
    function openRoom(id) {
      rooms.open(id);
      document.getElementById(`room-${id}`)?.focus();
    }

    /** @type {import('./tabs.js').Room[]} */
    const list = [
      {
        id: 'findings', label: t.tabs.findings, count: t.number(it.removed),
        build: () => {
          findings = findingsView(t, { it, search: memory.findings, change, openRequest, opened: (s) => (secret = s) });
          closers.push(findings.close);
          return el('div', {}, findings.element, alsoView(t, (value) => change(() => it.also(value))));
        },
      },
      {
        id: 'requests', label: t.tabs.requests, count: t.number(it.report.entries),
        build: () => {
          requests = requestsView(t, { it, search: memory.requests, change, failed, openFinding, opened: (i) => (request = i) });
          closers.push(requests.close);
          return requests.element;
        },
      },
      { id: 'uninspected', label: t.tabs.uninspected, count: t.number(it.unread), build: () => uninspectedView(t, { it, change, openRequest }) },
      { id: 'settings', label: t.tabs.settings, build: () => settingsView(t, { it, change }) },
      { id: 'report', label: t.tabs.report, build: () => reportRoom(t, { it, build, failed }) },
      { id: 'revocations', label: t.tabs.revocations, build: () => revocationsView(t, { it, failed, openFinding }) },
    ];
    const rooms = tabs(
      t.tabs.label,
      list,
      memory.room,
      (id) => (memory.room = id),
    );
    const changes = changesView(t, it, change);
    body.replaceChildren(verdict.element, ...(changes ? [changes] : []), rooms.element, proofLine(t, build));
    // What was open is open again, as far as it is still there.
    if (memory.room === 'findings' && secret !== undefined && it.finding(secret)) findings?.reopen(secret);
    if (memory.room === 'requests' && request !== undefined) {
      requests?.reopen(request).then(() => {
        // It comes after its room, which has the focus meanwhile.
        if (document.activeElement?.id === 'room-requests') heading()?.focus();
      }, failed);
    }
    return { rooms, focusFindings: () => findings?.focus() };
  }

  function openDecisions() {
    memory.findings.decisions = true;
    memory.room = 'findings';
    // Built anew, to show those alone.
    drawn = draw();
    drawn.rooms.element.scrollIntoView({ block: 'start' });
    drawn.focusFindings();
  }

  /** The heading of what is open beside a list. */
  const heading = () => (inDetail ? /** @type {HTMLElement | null} */ (body.querySelector('.room:not([hidden]) .detail h3')) : null);

  let drawn = draw();
  const redraw = () => {
    const scroll = scrollY;
    // What changes no file does not hold the page still.
    if (focused === '') remember(document.activeElement);
    drawn = draw();
    const { rooms } = drawn;
    rooms.shown();
    scrollTo(0, scroll);
    // The same again, if it is still there; else what is open, or the room.
    const again = focused === '' ? undefined : [...body.querySelectorAll('input, select, button')].find((e) => e.checkVisibility() && nameOf(e) === focused);
    (/** @type {HTMLElement | null} */ (again ?? heading() ?? document.getElementById(`room-${rooms.current}`)))?.focus({ preventScroll: true });
    focused = '';
  };
  /** @param {Event} event */
  const progressed = (event) => {
    const { done, total } = /** @type {CustomEvent<import('./protocol.js').Progress>} */ (event).detail;
    bar.max = Math.max(1, total);
    bar.value = done;
  };
  it.addEventListener('change', redraw);
  it.addEventListener('progress', progressed);

  return {
    element,
    close() {
      it.removeEventListener('change', redraw);
      it.removeEventListener('progress', progressed);
      close();
    },
  };
}

/**
 * What a control is known by after it was made anew: what it is called.
 * @param {Element | null} element
 */
function nameOf(element) {
  if (!(element instanceof HTMLElement) || element === document.body) return '';
  const labels = 'labels' in element ? /** @type {HTMLInputElement} */ (element).labels : undefined;
  return `${element.tagName} ${element.ariaLabel ?? labels?.[0]?.textContent ?? element.textContent}`;
}
