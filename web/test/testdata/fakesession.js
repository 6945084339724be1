// A session that is not one: it stands in for web/src/session.js in a page that
// is built for tests (lib/tool.js), where figures must be the same each time, or
// larger than a real run would give in good time. What it does is said by
// globalThis.fake, which a test sets before the page loads.
//
//	{ requests, findings, progress: [], stay, failure, report, slow, failed: [], leftOut: [] }
//
// Of several files those fail that `failed` has a failure for at their place.

import { RedactError } from './error.js';

/** The same numbers each time: mulberry32. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const KINDS = [
  ['session', 'cookie.session', 'a session cookie: whoever has it is signed in as the user', 40],
  ['token', 'header.access-token', 'an access token: whoever has it can act as the user', 86],
  ['cookie', 'cookie.any', 'a cookie: it may keep someone signed in', 24],
  ['jwt', 'shape.jwt', 'the signature of a JSON Web Token: without it the token is worthless', 342],
  ['csrf', 'csrf.header', 'a token against forged requests: with the session it lets one act as the user', 32],
  ['key', 'header.api-key', 'an API key: whoever has it can call the service as its owner', 39],
  ['password', 'password.password', 'a password', 9],
  ['otp', 'otp.code', 'a one-time code', 6],
];
const MASKED = new Set(['password', 'otp', 'manual']);
const PATHS = [
  '/api/v2/conversations/8841/messages?page=3', '/oauth/token', '/assets/app.4f9c01b2.js', '/login', '/api/v2/me', '/favicon.ico',
  '/api/v2/search?q=invoice&sort=date&access_token={T}', '/static/fonts/inter-var.woff2', '/api/v2/attachments/118/preview.png', '/socket/negotiate',
];
const TYPES = ['application/json', 'application/json', 'text/javascript', 'text/html; charset=utf-8', 'application/json', 'image/x-icon', 'application/json', 'font/woff2', 'image/png', 'application/json'];

/** What a policy asks for, as the core reads it. */
function asked({ preset, personal, queries, bodies }) {
  const strict = preset === 'strict';
  return { personal: strict || personal === true, queries: strict || queries === 'remove-unlisted', bodies: strict || bodies === 'remove', uninspected: !strict && bodies === 'remove-uninspected' };
}

const failure = ({ code, offset }) => new RedactError(code, '', offset);

export class Session {
  #fake;
  #values = [];
  #findings = [];
  #revision = { keep: [], also: [], policy: { preset: 'standard' } };

  static async open(_assets, given, { policy, signal, onProgress }, { onFiles }) {
    const fake = globalThis.fake;
    await new Promise((resolve) => setTimeout(resolve, 0));
    const files = given.map(({ name }, k) => ({
      name, as: name.replace('.har', '.redacted.har'), size: Math.round((fake.size ?? 18_402_113) / (k + 1)), failure: fake.failed?.[k],
    }));
    onFiles({ files });
    for (const progress of fake.progress ?? []) onProgress(progress);
    if (fake.stay) {
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new RedactError('aborted', ''))));
    }
    if (fake.failure) throw failure(fake.failure);
    if (files.every((file) => file.failure)) throw failure(files[0].failure);
    const session = new Session(fake, files, policy);
    // Made beforehand, as a worker has it.
    session.list = session.requestRows();
    globalThis.openedAt = performance.now();
    return session;
  }

  constructor(fake, files, policy) {
    this.#fake = fake;
    this.files = files;
    this.leftOut = fake.leftOut ?? [];
    this.#revision.policy = policy;
    const rng = random(11);
    for (let i = 0; i < (fake.findings ?? 41); i++) {
      const [kind, rule, reason, length] = KINDS[Math.min(KINDS.length - 1, Math.floor(rng() ** 1.6 * KINDS.length))];
      let value = '';
      while (value.length < length) value += LETTERS[Math.floor(rng() * LETTERS.length)];
      const shown = MASKED.has(kind) ? 0 : 4;
      const occurrences = 1 + Math.floor(rng() ** 4 * 60);
      const entries = new Set();
      while (entries.size < Math.min(occurrences, 20, fake.requests ?? 312)) entries.add(Math.floor(rng() * (fake.requests ?? 312)));
      this.#values.push(value);
      this.#findings.push({
        secret: i, placeholder: `REDACTED-${kind}-${i + 1}`, kind, rules: [rule], reason, occurrences, entries: [...entries].sort((a, b) => a - b),
        everywhere: !MASKED.has(kind), mask: { length, head: value.slice(0, shown), tail: shown ? value.slice(-shown) : '' }, kept: false, asked: false,
      });
    }
    this.#outcome();
  }

  #outcome() {
    const { keep, also, policy } = this.#revision;
    const asks = asked(policy);
    const left = (kind, rule, count) => ({ kind, rule, count, placeholder: '', reason: '' });
    const out = this.#list().filter((f) => !f.kept);
    const kinds = new Map();
    for (const f of out) {
      const k = kinds.get(f.kind) ?? { kind: f.kind, secrets: 0, occurrences: 0 };
      kinds.set(f.kind, { kind: f.kind, secrets: k.secrets + 1, occurrences: k.occurrences + f.occurrences });
    }
    const several = this.files.length > 1;
    const good = this.files.filter((file) => !file.failure);
    const requests = this.#fake.requests ?? 312;
    const each = Math.ceil(requests / good.length);
    this.outcome = {
      file: new File([new Uint8Array(this.#fake.size ?? (several ? 2_118_004 : 18_390_412))], several ? 'redacted.zip' : good[0].as),
      ...(several && { files: good.map(({ as, size }) => new File([new Uint8Array(size)], as)) }),
      report: {
        tool: 'har-redactor 0.1.0', policy: policy.preset, policyHash: '6ec30c6ba1a9dc1e6b9ddac8dbb1a8b1ab1f6a6be8f20a0f0b2f5b5dfe7a9f33',
        inputBytes: 18_402_113, outputBytes: this.#fake.findings === 0 ? 18_402_113 : 18_390_412, creator: '', verified: true,
        files: good.map(({ size }, k) => ({ first: k * each, entries: Math.min(each, requests - k * each), inputBytes: size })),
        entries: requests, occurrences: out.reduce((n, f) => n + f.occurrences, 0),
        secrets: out, kinds: [...kinds.values()].sort((a, b) => b.secrets - a.secrets),
        kept: [
          ...(asks.personal ? [] : [left('email', 'personal.email', 6), left('ip', 'personal.ip', 12)]),
          ...(asks.queries ? [] : [left('query', 'query.value', 3)]),
          ...(asks.bodies ? [] : [left('body', 'body.request', 61), left('body', 'body.response', 290 - (asks.uninspected ? 22 : 0))]),
        ],
        notInspected: asks.bodies
          ? []
          : [
              ...(asks.uninspected ? [] : [{ what: 'image', count: 18, bytes: 1_482_330, entries: Array.from({ length: 18 }, (_, i) => 10 * i + 8) }, { what: 'font', count: 4, bytes: 222_018, entries: [7, 17, 27, 37] }]),
              { what: 'too-deep', count: 1, bytes: 812, entries: [96] },
            ],
        ...this.#fake.report,
      },
    };
    this.revisions = [...(this.revisions ?? []), { keep, also, policy }];
    globalThis.fakeSession = this;
    return this.outcome;
  }

  /** The findings under the present revision: kept ones marked, typed ones added. */
  #list() {
    const { keep, also, policy } = this.#revision;
    const list = this.#findings.map((f) => ({
      ...f,
      kept: keep.some((k) => k.secret === f.secret),
      locked: policy.lock?.includes(f.kind) ?? false,
      // What is asked to go everywhere does.
      everywhere: f.everywhere || also.includes(this.#values[f.secret]),
    }));
    const add = (kind, value, more) => {
      const n = list.length;
      list.push({
        secret: n, placeholder: `REDACTED-${kind}-${n + 1}`, kind, rules: [`${kind}.typed`], reason: '', occurrences: 3, entries: [0, 1, 2],
        everywhere: true, mask: { length: value.length, head: '', tail: '' }, kept: false, locked: false, asked: kind !== 'manual', ...more,
      });
      this.#values[n] = value;
    };
    for (const value of also) if (!this.#values.slice(0, this.#findings.length).includes(value) && value !== 'nowhere') add('manual', value);
    const asks = asked(policy);
    if (asks.personal) for (let i = 0; i < 6; i++) add('email', `person${i}@example.com`);
    if (asks.queries) add('query', 'invoice');
    const body = { mask: { length: 0, head: '', tail: '' }, everywhere: false };
    if (asks.bodies) add('body', 'the body of a request', { ...body, rules: ['body.request'], occurrences: 61 });
    if (asks.bodies) add('body', 'the body of a response', { ...body, rules: ['body.response'], occurrences: 290 });
    if (asks.uninspected) add('body', 'uninspected image', { ...body, rules: ['shape.body'], occurrences: 22 });
    return list;
  }

  async findings() {
    return this.#list();
  }

  async reveal(secret) {
    globalThis.revealed = (globalThis.revealed ?? 0) + 1;
    return this.#values[secret];
  }

  async requests() {
    return this.requestRows();
  }

  requestRows() {
    const rng = random(5);
    const start = Date.parse('2026-01-15T10:00:00.000Z');
    let at = 0;
    return Array.from({ length: this.#fake.requests ?? 312 }, (_, index) => {
      at += rng() * 90;
      const wait = rng() ** 3 * 900;
      const first = index % 9 === 0;
      const timings = { blocked: rng() * 12, dns: first ? 14 : -1, connect: first ? 48 : -1, ssl: first ? 31 : -1, send: 0.4, wait, receive: rng() * 60 };
      const time = timings.blocked + (first ? 62 : 0) + 0.4 + wait + timings.receive;
      return {
        index, method: index % 7 === 3 ? 'POST' : 'GET', url: `https://${index % 5 === 4 ? 'cdn.example.net' : 'app.example.com'}${this.#path(index)}`,
        status: index % 23 === 11 ? 401 : index % 31 === 17 ? 0 : 200, mimeType: TYPES[index % 10], size: Math.floor(rng() ** 4 * 400_000),
        started: new Date(start + at).toISOString(), time, timings, edits: this.#at(index).length,
      };
    });
  }

  #path(index) {
    return PATHS[index % 10].replace('{T}', this.#findings[1]?.placeholder ?? 'x');
  }

  #at(index) {
    return this.#list().filter((f) => !f.kept && f.entries.includes(index));
  }

  async request(index) {
    const url = `https://app.example.com${this.#path(index)}`;
    const list = this.#at(index);
    const segments = [];
    const text = (s) => segments.push({ text: s });
    const edit = (f) => segments.push({ secret: f.secret, before: `${f.mask.head}••••••${f.mask.tail}`, after: f.placeholder });
    text(`{"startedDateTime":"2026-01-15T10:00:00.000Z","request":{"method":"GET","url":${JSON.stringify(url)},"queryString":[{"name":"page","value":"3"}],"headers":[{"name":"Accept","value":"application/json"}`);
    for (const f of list) {
      text(`,{"name":"X-${f.kind}","value":"Bearer `);
      edit(f);
      text('"}');
    }
    text(`],"cookies":[]},"response":{"status":200,"headers":[{"name":"Content-Type","value":"application/json"},{"name":"X-Request-Id","value":"b7c1e0a2-55f0-4a39-9a6c-0b0d7f6f7f10"}],"content":{"mimeType":"application/json","text":"{\\"conversation\\":8841,\\"amount\\":12345678901234567890,\\"messages\\":[{\\"id\\":1,\\"from\\":\\"anna@example.com\\",\\"text\\":\\"Hello\\\\nthere\\"}],\\"token\\":\\"`);
    if (list[0]) edit(list[0]);
    text('\\"}"}}}');
    return { segments };
  }

  async revise({ keep, also, policy = this.#revision.policy }) {
    if (this.#fake.slow) await new Promise((resolve) => setTimeout(resolve, this.#fake.slow));
    if (globalThis.fake.failRevision) throw failure(globalThis.fake.failRevision);
    this.#revision = { keep, also, policy };
    return this.#outcome();
  }

  async revocations() {
    return this.#list()
      .filter((f) => f.mask.length >= 20)
      .map((f) => ({
        secret: f.secret, kind: f.kind, host: 'app.example.com', issuer: f.kind === 'jwt' ? 'https://login.example.com' : '', subject: f.kind === 'jwt' ? 'user-8841' : '',
        id: f.kind === 'jwt' ? `id-${f.secret}` : '', expires: f.kind === 'jwt' ? Date.parse('2026-01-15T11:00:00.000Z') / 1000 : 0, bearer: f.secret % 5 !== 3,
        sha256: '0123456789abcdef'.repeat(4).replace(/./g, (c, i) => ((parseInt(c, 16) * 7 + i * 5 + f.secret) % 16).toString(16)),
      }));
  }

  async name(name) {
    return name;
  }

  async digest() {
    return 'c0ffee'.padEnd(64, '0123456789abcdef');
  }

  close() {
    globalThis.fakeClosed = (globalThis.fakeClosed ?? 0) + 1;
  }
}
