// The engine stands in the page as printable characters: what web/tool writes,
// web/src/compile.js reads. Both are held against one table.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { decoded } from '../src/compile.js';

const table = JSON.parse(readFileSync(new URL('testdata/printable.json', import.meta.url), 'utf8'));

test('bytes come back from printable characters', () => {
  for (const [hex, text] of Object.entries(table)) assert.equal(Buffer.from(decoded(text)).toString('hex'), hex, text);
});
