// Every language says the same things: the tables have one shape, no text is
// empty, and counts have the plurals of their language.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formats } from '../src/messages/format.js';
import { choose, languages } from '../src/messages/messages.js';

/** The paths of a table, with what stands at each. */
function shape(table, path = '') {
  return Object.entries(table).flatMap(([key, value]) => {
    const at = `${path}/${key}`;
    if (Array.isArray(value)) return [`${at}: ${value.length} texts`];
    if (typeof value === 'object') return shape(value, at);
    return [`${at}: ${typeof value}`];
  });
}

/** All texts that are not made by a function. */
function texts(table) {
  return Object.values(table).flatMap((value) => (typeof value === 'string' ? [value] : typeof value === 'object' ? texts(value) : []));
}

const [en, ...others] = languages;
const kinds = 'address birthdate body card code cookie credential csrf email ip jwt key manual name nonce otp password phone pin query saml secret seed session signature state ticket token user webhook';
const failures = 'empty not-json syntax truncated not-har too-deep too-large bomb archive policy changed read verify crashed internal unsupported several';

for (const t of others) {
  describe(t.language, () => {
    test('has the shape of en', () => assert.deepEqual(shape(t), shape(en)));
    test('is not English', () => {
      const same = texts(t).filter((s) => s.length > 12 && texts(en).includes(s));
      assert.deepEqual(same, []);
      for (const kind of kinds.split(' ')) assert.ok(t.why(kind, '') !== '' && t.why(kind, 'english reason') !== en.why(kind, 'english reason'), kind);
    });
  });
}

for (const t of languages) {
  describe(`${t.language}, texts`, () => {
    test('none is empty', () => {
      for (const s of texts(t)) assert.ok(s.trim() !== '');
      for (const code of failures.split(' ')) {
        const { title, what, todo } = t.failed.text(code);
        assert.ok(title && what && todo, code);
        assert.ok(code === 'internal' || title !== t.failed.text('internal').title, `${code} has a text of its own`);
      }
      // The plain name of an unknown kind is its id, so a known one must differ.
      for (const kind of kinds.split(' ')) assert.ok(t.kind(kind) && t.kinds(kind) && t.why(kind, ''), kind);
    });
    test('one and many', () => {
      assert.match(t.verdict.title(1, 1), /^1 \D*1 \D*$/);
      assert.notEqual(t.verdict.title(1, 1).replaceAll('1', '2'), t.verdict.title(2, 2));
      assert.notEqual(t.findings.places(1).replace('1', '2'), t.findings.places(2));
    });
  });
}

test('numbers are written as the language writes them', () => {
  assert.equal(formats('en').bytes(1_482_330), '1.5 MB');
  assert.equal(formats('de').bytes(1_482_330), '1,5 MB');
  assert.equal(formats('de').number(1234567), '1.234.567');
  assert.equal(formats('pl').count(3, { one: '# plik', few: '# pliki', many: '# plików', other: '# pliku' }), '3 pliki');
  assert.equal(formats('en').duration(999), '999 ms');
  assert.equal(formats('en').duration(1234), '1.23 sec');
});

test('the first wanted language that there is', () => {
  assert.equal(choose(['fr-FR', 'de-CH', 'en']).language, 'de');
  assert.equal(choose(['EN-us']).language, 'en');
  assert.equal(choose(['xx']).language, 'en');
  assert.equal(choose([]).language, 'en');
});
