// The look at large files that the benches go by (lib/stream.js) sees what
// JSON.parse sees, however a file is cut.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { har } from './lib/hars.js';
import { HarStream } from './lib/stream.js';

function look(text, cut) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const stream = new HarStream();
  for (let i = 0; i < bytes.length; i += cut) stream.push(bytes.subarray(i, i + cut));
  stream.end();
  return { entries: stream.entries, largest: stream.largest };
}

test('entries are counted, and the largest is measured', () => {
  const entries = [{ a: 1 }, { response: { content: { text: '"]},{\\ é 注' } } }, {}];
  const text = JSON.stringify({ entries: [{}], log: { pages: [{ entries: [{}] }], entries, comment: '', none: [[], [{}]] } });
  const largest = Buffer.byteLength(JSON.stringify(entries[1]));
  for (const cut of [1, 2, 7, 1 << 20]) assert.deepEqual(look(text, cut), { entries: 3, largest });
  const made = har().text;
  assert.equal(look(made, 3).entries, JSON.parse(made).log.entries.length);
});

test('what JSON.parse takes is taken, and nothing else', () => {
  const values = ['0', '-0.5e+3', '01', '1.', '-', '1e', '.5', 'tru', 'true', 'nulls', '"a', '"\\u12g4"', '"\\u12a4"', '"\\x"', '"\t"', '[1,]', '[,1]', '[1 2]', '[]', '{}', '{,}', '{"a":1,}', '{"a"}', '{"a":}', '{a:1}', '{"a":1]', '[1}', '}', ''];
  for (const value of values) {
    for (const text of [`{"log":{"entries":[${value}]}}`, `{"log":{"x":${value},"entries":[]}}`, ` [${value}] `]) {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      for (const cut of [1, 100]) {
        if (valid) assert.doesNotThrow(() => look(text, cut), text);
        else assert.throws(() => look(text, cut), text);
      }
    }
  }
  for (const text of ['{"log":{}', '{"log":{}}}', '{} {}', '{},', 'x']) assert.throws(() => look(text, 3), text);
  assert.throws(() => look(Buffer.from('{"a":"\xc3"}', 'latin1'), 3), 'not UTF-8');
});
