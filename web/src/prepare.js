// Gets the engine ready before there is a file: a browser runs a program slowly
// until it has seen what of it is hot, and a capture of a few megabytes is over
// before that. So a made-up one goes through first, while a person looks for theirs,
// and what comes out is thrown away.

import { redactWith } from './client.js';

/**
 * @param {import('./client.js').Assets} assets
 * @param {AbortSignal} [signal] ends it early
 * @returns {Promise<void>} settles when the engine is ready, or cannot be made so:
 *   who needs it is told of a failure then
 */
export async function prepare(assets, signal) {
  try {
    await redactWith(assets, await sample(assets.worker, signal), { signal, workers: 1 });
  } catch {
    // It was ended, or a run over a person's file meets the same and says it.
  }
}

/** How many requests there are, and how much text each is made from, in characters. */
const REQUESTS = 72;
const TEXT = 16 << 10;

/**
 * A capture with text of all kinds, made from a program: no stretch of it stands
 * there twice, because what is repeated is read once.
 * @param {string} program
 * @param {AbortSignal} [signal]
 */
async function sample(program, signal) {
  const parts = ['{"log":{"version":"1.2","creator":{"name":"har-redactor","version":"1"},"entries":['];
  for (let i = 0, at = 0, turn = 0; i < REQUESTS; i++, at += TEXT) {
    signal?.throwIfAborted();
    if (at >= program.length) {
      at = 0;
      turn++;
    }
    const text = program.slice(at, at + TEXT).replaceAll('e', String.fromCharCode(0x61 + (turn % 26)));
    parts.push(i > 0 ? ',' : '', JSON.stringify(request(text, i)));
    // The page has to stay alive.
    if (i % 4 === 3) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return new Blob([...parts, ']}}']);
}

/**
 * @param {string} text
 * @param {number} i
 */
function request(text, i) {
  const value = text.replace(/\W/g, '').slice(0, 40);
  const headers = [
    { name: 'accept', value: 'text/html,application/json;q=0.9,*/*;q=0.8' },
    { name: 'cookie', value: `theme=dark; sid=${value}; n=${i}` },
    { name: 'etag', value: `W/"${i.toString(16)}-${value.slice(0, 27)}"` },
  ];
  const [mimeType, body] = bodies[i % bodies.length](text.split(/(?<=[;}])/));
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 1,
    request: { method: 'GET', url: `https://example.com/${i}/app.js?v=${value}&q=${encodeURIComponent(text.slice(0, 80))}`, headers },
    response: { status: 200, headers, content: { size: body.length, mimeType, text: body } },
  };
}

/** @type {((statements: string[]) => [mimeType: string, body: string])[]} */
const bodies = [
  (list) => ['text/javascript', list.join('')],
  (list) => ['application/json', JSON.stringify(list.map((text, id) => ({ id, name: text.slice(0, 12), text, done: id % 2 > 0 })))],
  (list) => ['text/html', list.map((text, id) => `<p class="line" id="line-${id}">${text.replaceAll('<', '&lt;')}</p>`).join('\n')],
  (list) => ['text/plain', btoa(encodeURIComponent(list.join('')))],
];
