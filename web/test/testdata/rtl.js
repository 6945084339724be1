// A language that nobody speaks: the English texts in Arabic letters, which are
// written from right to left, and a third longer. It stands in for
// web/src/messages/de.js in a page that is built for tests.

import { en } from './en.js';

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';

/** @param {string} text */
function pseudo(text) {
  const words = text.replace(/[a-z]/gi, (c) => LETTERS[c.toLowerCase().charCodeAt(0) - 97]);
  return `${words} ${'ـ'.repeat(Math.ceil(text.length / 6))}${LETTERS[text.length % 26]}`;
}

function turned(value) {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') return (...args) => turned(value(...args));
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, turned(v)]));
  return value;
}

const { number, bytes, duration, count, date } = en;

export const de = { ...turned(en), number, bytes, duration, count, date, language: 'ar', name: 'العربية', direction: 'rtl' };
