// The states that the page can show, each with what a scripted worker says to
// bring it up. The figures are made up.

const report = {
  tool: 'har-redactor', policy: 'standard', policyHash: '', inputBytes: 18_402_113, outputBytes: 18_390_412,
  creator: '', verified: true, entries: 312, occurrences: 487,
  secrets: Array.from({ length: 41 }, (_, i) => ({ placeholder: `REDACTED-token-${i + 1}`, kind: 'token' })),
  kinds: [
    { kind: 'cookie', secrets: 19, occurrences: 388 },
    { kind: 'token', secrets: 14, occurrences: 71 },
    { kind: 'jwt', secrets: 5, occurrences: 22 },
    { kind: 'password', secrets: 2, occurrences: 4 },
    { kind: 'code', secrets: 1, occurrences: 2 },
  ],
  kept: [
    { kind: 'email', rule: 'personal.email', count: 6 },
    { kind: 'ip', rule: 'personal.ip', count: 12 },
  ],
  notInspected: [
    { what: 'image', count: 18, bytes: 1_482_330 },
    { what: 'font', count: 4, bytes: 222_018 },
    { what: 'too-deep', count: 1, bytes: 812 },
  ],
};

export const states = [
  { name: 'start', state: 'start' },
  { name: 'dropping', state: 'start', dropping: true },
  { name: 'how', state: 'start', open: true },
  {
    name: 'working', state: 'working',
    answers: [{ type: 'progress', progress: { phase: 'find', done: 12_648_430, total: 36_804_226 } }],
  },
  { name: 'done', state: 'done', answers: [{ type: 'done', size: 18_390_412, report }] },
  {
    name: 'nothing', state: 'done',
    answers: [{ type: 'done', size: 4_213, report: { ...report, entries: 1, occurrences: 0, secrets: null, kinds: null, kept: null, notInspected: null } }],
  },
  {
    name: 'failed', state: 'failed',
    answers: [{ type: 'failed', failure: { code: 'truncated', offset: 18_402_113, message: '' } }],
  },
  {
    name: 'crashed', state: 'failed',
    answers: [{ type: 'failed', failure: { code: 'crashed', offset: -1, message: '' } }],
  },
];

/** A name as long as some are. */
export const fileName = 'portal.example.com_Archive [26-01-15 10-22-41].har';
