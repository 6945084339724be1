// Every text of the page in English, and the shape that each language has.

import { formats } from './format.js';

const f = formats('en');
const { number, count } = f;

/**
 * A failure in three parts: what is wrong, and what to do about it. Where it is
 * wrong comes from the failure's offset.
 * @typedef {{ title: string, what: string, todo: string }} FailureText
 */

/** @type {Record<string, FailureText>} */
const failures = {
  empty: {
    title: 'This file is empty',
    what: 'It has no bytes at all.',
    todo: 'Export the HAR again, wait until the export has finished, and choose the new file.',
  },
  'not-json': {
    title: 'This is not a HAR file',
    what: 'A HAR file is text that begins with a curly bracket. This one begins with something else; it may be an image, an archive or a web page.',
    todo: 'Choose the file that your browser saved with “Save all as HAR”.',
  },
  syntax: {
    title: 'This file is damaged',
    what: 'It begins like a HAR file and then stops being valid JSON.',
    todo: 'If somebody has edited the file, use the original. Otherwise export it again.',
  },
  truncated: {
    title: 'This file is cut off',
    what: 'It ends in the middle, as a download does that was interrupted.',
    todo: 'Export the HAR again, wait until the export has finished, and choose the new file.',
  },
  'not-har': {
    title: 'This is not a HAR file',
    what: 'It is valid JSON, but it holds no list of requests (log.entries).',
    todo: 'Choose the file that your browser saved with “Save all as HAR”.',
  },
  'too-deep': {
    title: 'This file is nested too deeply',
    what: 'It has brackets within brackets past any depth that a browser writes, so it cannot be checked to the end.',
    todo: 'Export the HAR again with your browser’s own export.',
  },
  'too-large': {
    title: 'This file is too large',
    what: 'One request in it, the whole file, or all files together, is larger than this page can check.',
    todo: 'Choose fewer files at a time. If it is one file, record again, and stop the recording soon after the problem shows.',
  },
  bomb: {
    title: 'This archive is not what it seems',
    what: 'It unpacks to far more than any recording would hold, so it was not read to its end.',
    todo: 'Choose the HAR file itself instead of an archive.',
  },
  archive: {
    title: 'This archive cannot be used',
    what: 'It is damaged, it is encrypted or packed in an unusual way, or no file in it has a name that ends in .har.',
    todo: 'Unpack it on your computer and choose the HAR files that were inside.',
  },
  policy: {
    title: 'The settings are not valid',
    what: 'The redaction policy that this page was given cannot be read.',
    todo: 'Tell whoever runs this page.',
  },
  changed: {
    title: 'The file changed while it was read',
    what: 'It is read twice, and the two reads did not give the same bytes.',
    todo: 'Wait until the export has finished, then choose the file again.',
  },
  read: {
    title: 'The file could not be read',
    what: 'Your browser was not able to read it to the end. It may have been moved, deleted or changed, or it is a folder.',
    todo: 'Choose the file again. If it is on a network drive, copy it to this computer first.',
  },
  verify: {
    title: 'The check of the result failed',
    what: 'The redacted file was read again, and a secret was still in it. So it was thrown away.',
    todo: 'Please do not send the original. Tell whoever maintains this tool which program made the file.',
  },
  crashed: {
    title: 'The redaction stopped',
    what: 'The part that reads the file came to a sudden end; this computer may have run out of memory.',
    todo: 'Close other tabs and programs, then start again.',
  },
  internal: {
    title: 'Something went wrong in this tool',
    what: 'It met a state that should not be possible, and stopped to be safe.',
    todo: 'Start again. If it happens again, tell whoever maintains this tool which program made the file.',
  },
  unsupported: {
    title: 'This browser cannot do it',
    what: 'It lacks WebAssembly, workers or decompression, or they are switched off.',
    todo: 'Use a current version of Chrome, Edge, Firefox or Safari.',
  },
  several: {
    title: 'These are too many files',
    what: 'There are more HAR files than this page can take at once.',
    todo: 'Choose fewer of them, save the result, and go on with the others.',
  },
};

/**
 * What a kind is called: many of them, one of them, and why it is not for
 * everyone's eyes. One that is not listed shows as it is.
 * @typedef {{ many: string, one: string, why: string }} KindText
 */

/** @type {Record<string, KindText>} */
const kinds = {
  address: { many: 'Postal addresses', one: 'Postal address', why: 'It tells where a person lives or is.' },
  birthdate: { many: 'Dates of birth', one: 'Date of birth', why: 'It is personal, and some services ask for it as a proof.' },
  body: { many: 'Bodies', one: 'Body', why: 'You chose to remove bodies.' },
  card: { many: 'Payment card and account numbers', one: 'Payment card or account number', why: 'With it somebody can pay.' },
  code: { many: 'Sign-in codes', one: 'Sign-in code', why: 'It can be changed into access to the account.' },
  cookie: { many: 'Cookies', one: 'Cookie', why: 'A cookie may keep somebody signed in.' },
  credential: { many: 'Credentials', one: 'Credential', why: 'Whoever has it can act as the sender of the request.' },
  csrf: { many: 'Form tokens (CSRF)', one: 'Form token (CSRF)', why: 'With the session it lets one act as the user.' },
  email: { many: 'E-mail addresses', one: 'E-mail address', why: 'It names a person.' },
  ip: { many: 'IP addresses', one: 'IP address', why: 'It tells where a person’s computer is.' },
  jwt: { many: 'Signed tokens (JWT)', one: 'Signed token (JWT)', why: 'With its signature, whoever has it can act as the user. Its header and claims stay.' },
  key: { many: 'Keys', one: 'Key', why: 'Whoever has it can use the service as its owner.' },
  manual: { many: 'What you removed by hand', one: 'Removed by you', why: 'You asked for it to be removed.' },
  name: { many: 'Names of people', one: 'Name of a person', why: 'It names a person.' },
  nonce: { many: 'Nonces', one: 'Nonce', why: 'It ties a sign-in to one request.' },
  otp: { many: 'One-time codes', one: 'One-time code', why: 'It confirms a sign-in.' },
  password: { many: 'Passwords', one: 'Password', why: 'With it somebody can sign in.' },
  phone: { many: 'Phone numbers', one: 'Phone number', why: 'It leads to a person.' },
  pin: { many: 'PINs and identity numbers', one: 'PIN or identity number', why: 'It proves who somebody is.' },
  query: { many: 'Values in addresses', one: 'Value in an address', why: 'It says what was asked for, under a name that is not known to be harmless.' },
  saml: { many: 'Sign-in assertions (SAML)', one: 'Sign-in assertion (SAML)', why: 'Whoever has it can sign in as the user.' },
  secret: { many: 'Other secrets', one: 'Secret', why: 'It is shared by two parties, and nobody else should have it.' },
  seed: { many: 'Seeds of one-time codes', one: 'Seed of one-time codes', why: 'With it anyone can make one-time codes.' },
  session: { many: 'Sessions', one: 'Session', why: 'Whoever has it is signed in as the user.' },
  signature: { many: 'Signatures', one: 'Signature', why: 'With it a link or message is taken for genuine.' },
  state: { many: 'States of a sign-in', one: 'State of a sign-in', why: 'Whoever has it can go on with a sign-in that is under way.' },
  ticket: { many: 'Sign-in tickets', one: 'Sign-in ticket', why: 'It signs the user in.' },
  token: { many: 'Tokens', one: 'Token', why: 'Whoever has it can act as the user.' },
  user: { many: 'User names and ids', one: 'User name or id', why: 'It names a person.' },
  webhook: { many: 'Webhooks', one: 'Webhook', why: 'Whoever has it can post to it.' },
};

/** What a finding of bodies stands for, by its rule. @type {Record<string, string>} */
const bodies = {
  'body.request': 'Bodies of requests',
  'body.response': 'Bodies of responses',
  'body.field': 'What was sent in fields of forms',
  'body.message': 'Messages of WebSockets and event streams',
  'shape.body': 'What could not be inspected',
};

/** @type {Record<string, string>} */
const presets = { standard: 'Standard', strict: 'Strict' };

/** @type {Record<string, string>} */
const notInspected = {
  audio: 'Audio',
  binary: 'Binary data',
  encrypted: 'Encrypted data',
  font: 'Fonts',
  image: 'Images',
  media: 'Audio and video',
  'too-deep': 'Data packed too deeply',
  'too-large': 'Data too large to look into',
  undecodable: 'Data that cannot be decoded',
  video: 'Video',
  wasm: 'WebAssembly',
};

/** @param {string} id */
const plain = (id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** @param {number} offset */
const at = (offset) => `at byte ${number(offset)}`;

/** @param {number} n */
const secrets = (n) => count(n, { one: '# secret', other: '# secrets' });
/** @param {number} n */
const values = (n) => count(n, { one: '# value', other: '# values' });
/** @param {number} n */
const requests = (n) => count(n, { one: '# request', other: '# requests' });
/** @param {number} n */
const places = (n) => count(n, { one: '# place', other: '# places' });
/** @param {number} n */
const characters = (n) => count(n, { one: '# character', other: '# characters' });

export const en = {
  language: 'en',
  name: 'English',
  direction: 'ltr',
  ...f,

  app: {
    language: 'Language',
  },

  /** @param {string} kind */
  kinds: (kind) => kinds[kind]?.many ?? plain(kind),
  /** @param {string} kind */
  kind: (kind) => kinds[kind]?.one ?? plain(kind),
  /**
   * Why a finding is one. The report's own reasons are in English and say more.
   * @param {string} kind
   * @param {string} reason
   */
  why: (kind, reason) => (reason ? `${plain(reason)}.` : (kinds[kind]?.why ?? '')),
  /** @param {string} rule */
  body: (rule) => bodies[rule] ?? kinds.body.many,
  /** @param {string} preset */
  preset: (preset) => presets[preset] ?? plain(preset),
  /** @param {string} what */
  what: (what) => notInspected[what] ?? plain(what),

  start: {
    title: 'Take the secrets out of a HAR file',
    lead: 'A HAR file records what your browser sent and received, and that includes your sign-in. This page takes cookies, tokens and passwords out, so that you can send the file to support.',
    drop: 'Drop your HAR file here',
    several: 'Or several, or a zip of them. A secret found in one is removed from all.',
    choose: 'Choose files',
    dropNow: 'Let go to start',
    goes: 'What goes',
    goesText: 'Session cookies, access tokens, API keys, passwords and one-time codes, wherever they stand in the file.',
    stays: 'What stays',
    staysText: 'Addresses, status codes, timings, sizes, and the names of cookies and headers: what support needs to find the problem.',
  },

  working: {
    /** @param {number} n @returns {string} */
    title: (n) => (n === 1 ? 'Redacting your file' : 'Redacting your files'),
    announced: 'Redacting.',
    label: 'Progress',
    phases: {
      unpack: 'Unpacking',
      start: 'Starting',
      find: 'Step 1 of 2: finding secrets',
      write: 'Step 2 of 2: taking them out and checking the result',
      pack: 'Packing the result',
    },
    /**
     * @param {number} done
     * @param {number} total
     */
    amount: (done, total) => `${f.bytes(done)} of ${f.bytes(total)}`,
    twice: 'Each file is read twice, so the total is twice the size.',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was saved.',
  },

  files: {
    title: 'Files',
    all: 'All files',
    waiting: 'waiting',
    reading: 'looking for secrets',
    read: 'searched',
    requests,
    /** @param {string} name */
    save: (name) => `Save alone: ${name}`,
    saveShort: 'Save alone',
    /** @param {number} n @param {number} of */
    failed: (n, of) => `${number(n)} of ${count(of, { one: '# file', other: '# files' })} could not be redacted. What you save is without ${n === 1 ? 'it' : 'them'}.`,
    /** @param {string[]} names @param {number} more */
    leftOut: (names, more) => `Left out, because a HAR file’s name ends in .har: ${f.list(more > 0 ? [...names, `${number(more)} more`] : names)}.`,
    /** @param {string} name @param {number} n @param {number} of */
    place: (name, n, of) => `${name}, request ${number(n)} of ${number(of)}`,
  },

  verdict: {
    /**
     * @param {number} n
     * @param {number} of
     * @param {boolean} beyond whether some of them give nobody access
     * @param {number} [files]
     */
    title: (n, of, beyond = false, files = 1) =>
      `${n === 0 ? `No secrets found in ${requests(of)}` : `${(beyond ? values : secrets)(n)} removed from ${requests(of)}`}${files === 1 ? '' : ` in ${number(files)} files`}`,
    /** @param {number} n */
    decisions: (n) => count(n, { one: '# needs your decision.', other: '# need your decision.' }),
    /** @param {number} n */
    unread: (n) => count(n, { one: '# part could not be read.', other: '# parts could not be read.' }),
    /**
     * @param {number} n that are looked for
     * @param {boolean} beyond
     */
    proof(n, beyond) {
      if (n === 0) return 'The output was read again and checked.';
      return n === 1
        ? `The output was read again, and the ${beyond ? 'value' : 'secret'} is not in it.`
        : `The output was read again, and none of the ${(beyond ? values : secrets)(n)} is in it.`;
    },
    /**
     * What is not looked for, since it could stand anywhere by chance.
     * @param {number} n
     * @param {boolean} all whether nothing else was removed
     */
    local: (n, all) =>
      all
        ? 'What was removed is too short or too common to look for in other places: it was removed where it was found.'
        : count(n, {
            one: '# more is too short or too common to look for in other places: it was removed where it was found.',
            other: '# more are too short or too common to look for in other places: they were removed where they were found.',
          }),
    unchanged: 'The output is the same file, byte for byte.',
    unchangedAll: 'Each file is the same, byte for byte.',
    /** @param {number} n */
    kept: (n) => count(n, { one: 'You chose to keep # secret in the file.', other: 'You chose to keep # secrets in the file.' }),
    earlierTitle: 'This file has already been redacted',
    earlier: 'It holds placeholders of this tool, and nothing that is left is a secret. It was not changed: what you save is the same file, byte for byte.',
    earlierSeveral: 'In these files are placeholders of an earlier run of this tool.',
    earlierMore: 'This file was redacted before. It held more, and that has been removed now.',
    sanitized: 'Chrome left cookies and sign-in headers out when it exported this file.',
    sanitizedLeft: (/** @type {string[]} */ kinds) => `It left in, and this page took out: ${f.list(kinds)}.`,
    sanitizedNothing: 'Nothing else was found that gives access.',
    save: 'Save the redacted file',
    saveAll: 'Save the redacted files',
    saved: 'It is on its way to your downloads.',
    again: 'Start again',
    busy: 'Writing the output again and checking it.',
    refused: 'That could not be done, and nothing was changed.',
    changed: 'Done. The output was written again and checked.',
  },

  leave: {
    title: 'Go on without saving?',
    text: 'Your changes are in no file that you have saved. If you go on, they are lost.',
    stay: 'Stay here',
    go: 'Go on without them',
  },

  changes: {
    title: 'Your changes',
    undo: 'Undo the last change',
    takeBack: 'Take back',
    /** @param {string} kind @param {string} placeholder */
    kept: (kind, placeholder) => `Kept in the file: ${kind}, ${placeholder}`,
    /** @param {number} length */
    removed: (length) => `Removed everywhere: a text of ${characters(length)}`,
    notFound: 'It stands nowhere else in the file.',
    /** @param {number} n */
    found: (n) => `Found in ${places(n)}.`,
    none: 'There are none now.',
    /** @param {string} now @param {string} before */
    preset: (now, before) => `How much goes: ${now} instead of ${before}`,
    /** @param {string} what */
    alsoRemoved: (what) => `Also removed: ${what}`,
    /** @param {string} what */
    notRemoved: (what) => `No longer removed: ${what}`,
  },

  tabs: {
    label: 'Review',
    findings: 'Removed',
    requests: 'Requests',
    uninspected: 'Not inspected',
    settings: 'Settings',
    report: 'Report',
    revocations: 'Already sent it?',
  },

  list: {
    /** @param {number} n @param {number} of */
    shown: (n, of) => `${number(n)} of ${number(of)}`,
    nothing: 'Nothing matches.',
    back: 'Back to the list',
    search: 'Search',
    choose: 'Choose a row to see it here.',
  },

  findings: {
    none: 'No secrets were found, so nothing was removed.',
    label: 'Secrets',
    kind: 'Kind',
    allKinds: 'All kinds',
    sort: 'Order',
    byFile: 'As in the file',
    byPlaces: 'Most places first',
    byKind: 'By kind',
    searchHint: 'Kind, rule or request',
    places,
    /** @param {number} n */
    requests: (n) => `in ${requests(n)}`,
    keptBadge: 'Kept',
    decideBadge: 'Your decision',
    /** @param {string} head @param {string} tail @param {number} length */
    masked: (head, tail, length) => `${head}••••••${tail} (${characters(length)})`,
    onlyDecisions: 'Only what needs my decision',
    why: 'Why',
    value: 'Value',
    placeholder: 'Placeholder',
    where: 'Where',
    rules: 'Rules',
    inRequests: 'Requests',
    everywhere: 'Removed wherever it stands.',
    /** @param {string} kind @returns {string} */
    local: (kind) =>
      kind === 'body'
        ? 'Each as a whole.'
        : kind === 'query'
          ? 'Removed only from addresses: the value is too short or too common to hunt for.'
          : 'Removed only where its name tells what it is: the value is too short or too common to hunt for.',
    more: 'and more',
    outside: 'outside of the requests',
    reveal: 'Hold to show',
    revealHint: 'Hold the button down, or hold the space bar, to see the value. It is hidden again when you let go.',
    hidden: 'Hidden',
    keep: 'Keep it in the file …',
    keepTitle: 'Keep this in the file?',
    keepWarning: 'Whoever gets the file can then read and use it.',
    keepReason: 'Reason, for the report',
    keepReasons: ['It is not a secret', 'It has expired or was revoked', 'Support needs it'],
    keepConfirm: 'Keep it',
    keepMissing: 'Please give a reason.',
    cancel: 'Cancel',
    unkeep: 'Remove it after all',
    locked: 'Whoever runs this page has decided that this kind always goes.',
    /** @param {string} reason */
    keptBecause: (reason) => `You keep it in the file: ${reason}`,
    decideTitle: 'Remove it everywhere?',
    decideText: 'The value is so short that it could stand in the file by chance. It was removed where a name tells what it is, and it may stand in other places too.',
    decideAll: 'Remove it everywhere',
    decideHere: 'Leave it at that',
  },

  also: {
    title: 'Remove something else',
    text: 'Your e-mail address, company or host name, for example. It is removed everywhere, however it is encoded.',
    label: 'Text to remove',
    button: 'Remove',
    /** @param {number} n */
    short: (n) => `Please give at least ${characters(n)}.`,
    selection: 'Selected text',
    selectionButton: 'Remove the selected text everywhere',
    selectionHint: 'Select any text to remove it everywhere in the file.',
  },

  requests: {
    label: 'Requests',
    search: 'Search',
    searchHint: 'Address, status or type',
    onlyChanged: 'Only those with something removed',
    method: 'Method',
    path: 'Path',
    status: 'Status',
    type: 'Type',
    size: 'Size',
    time: 'Time',
    waterfall: 'Timeline',
    /** @param {number} n */
    edits: (n) => count(n, { one: '# removed', other: '# removed' }),
    noStatus: 'no answer',
    /** @param {number} n */
    title: (n) => `Request ${number(n)}`,
    loading: 'Reading the request.',
    view: 'Show',
    inline: 'Changes in the text',
    sides: 'Before and after side by side',
    before: 'Before',
    after: 'After',
    general: 'Address',
    requestHeaders: 'Request headers',
    requestCookies: 'Request cookies',
    query: 'Query',
    requestBody: 'Request body',
    responseHeaders: 'Response headers',
    responseCookies: 'Response cookies',
    responseBody: 'Response body',
    messages: 'WebSocket messages',
    raw: 'All of it as it stands in the file',
    rest: 'Show all',
    /** @param {number} n */
    restSize: (n) => `${characters(n)} more`,
    /** @param {string} type @param {string} size */
    binary: (type, size) => `${type || 'Binary data'}, ${size}: not shown.`,
    /** @param {string} kind @param {string} placeholder */
    edit: (kind, placeholder) => `${kind}, ${placeholder}: show the finding`,
    timings: /** @type {Record<string, string>} */ ({
      blocked: 'Waiting for a connection', dns: 'Name lookup', connect: 'Connecting', ssl: 'Encryption',
      send: 'Sending', wait: 'Waiting for the answer', receive: 'Receiving',
    }),
  },

  uninspected: {
    none: 'Every part of the file was inspected.',
    text: 'These could not be looked into and are in the file as they were.',
    advice: 'If a picture shows something private, remove them or do not send the file.',
    /** @param {number} n */
    removed: (n) => count(n, { one: '# body that could not be looked into was removed.', other: '# bodies that could not be looked into were removed.' }),
    all: 'All bodies were removed, so none of them is in the file unread.',
    remove: 'Remove them from the file',
    what: 'What',
    count: 'Parts',
    size: 'Size',
    where: 'Requests',
    total: 'Total',
  },

  settings: {
    preset: 'How much goes',
    standard: 'Standard',
    standardText: 'Everything that gives access: cookies, tokens, keys, passwords, codes. Personal data stays.',
    strict: 'Strict',
    strictText: 'Also personal data, all bodies, and what stands behind the question mark of an address. What is left is who was asked for what, when, and what came of it.',
    portal: 'As the portal asks',
    portalText: 'What the support portal that shows this page has set.',
    more: 'Also remove',
    implied: 'Strict includes all of these.',
    personal: 'Personal data',
    /** @param {number} n @param {string[]} kinds */
    personalCount: (n, kinds) =>
      n === 0 ? 'None was found.' : `${count(n, { one: '# finding', other: '# findings' })}: ${f.list(kinds)}.`,
    queries: 'Values in addresses',
    queriesText: 'What stands behind the question mark of an address, but for plain settings such as a page or a language.',
    /** @param {number} n */
    queriesCount: (n) => (n === 0 ? 'None was found.' : `${count(n, { one: '# value', other: '# values' })}.`),
    bodies: 'All bodies',
    bodiesText: 'What was sent and received, also in forms and messages. Support often needs them.',
    /** @param {number} n */
    bodiesCount: (n) => (n === 0 ? 'There are none.' : `${count(n, { one: '# body', other: '# bodies' })}.`),
    uninspected: 'Bodies that could not be inspected',
    /** @param {number} n @param {number} size */
    uninspectedCount: (n, size) => (n === 0 ? 'There are none.' : `${count(n, { one: '# body', other: '# bodies' })}${size > 0 ? `, ${f.bytes(size)}` : ''}.`),
    part: {
      /** @param {number} n */
      personal: (n) => count(n, { one: '# finding of personal data', other: '# findings of personal data' }),
      /** @param {number} n */
      queries: (n) => count(n, { one: '# value in an address', other: '# values in addresses' }),
      /** @param {number} n */
      bodies: (n) => count(n, { one: '# body', other: '# bodies' }),
    },
    /** @param {string[]} parts */
    gone: (parts) => `Now also removed: ${f.list(parts)}.`,
    /** @param {string[]} parts */
    back: (parts) => `Back in the file: ${f.list(parts)}.`,
    /** @param {string} preset @param {string[]} more */
    with: (preset, more) => `${preset}, and also removed: ${f.list(more)}`,
    noEffect: 'This changes nothing in this file.',
    dropsKept: 'A change of these settings takes back what you chose to keep.',
    kept: 'Found and left in place',
    keptText: 'These give nobody access by themselves. Under the present settings they stay.',
    found: 'Found',
    kindHead: 'Kind',
  },

  report: {
    title: 'Report of a redaction',
    text: 'The report tells support what was removed and why. It holds no secret.',
    saveHtml: 'Save for reading and printing (HTML)',
    saveJson: 'Save as data (JSON)',
    file: 'File',
    files: 'Files in it',
    requests: 'Requests',
    failed: 'Not in it, because they could not be redacted',
    code: 'Error code',
    sha256: 'SHA-256',
    digest: 'SHA-256 of the redacted file',
    tool: 'Tool',
    build: 'Build',
    policy: 'Policy',
    policyHash: 'SHA-256 of the policy',
    made: 'Made',
    result: 'Result',
    removed: 'What was removed',
    kind: 'Kind',
    secrets: 'Different',
    places: 'Places',
    total: 'Total',
    note: 'Equal secrets have equal placeholders, so support can still follow a session.',
    all: 'Every placeholder',
    placeholder: 'Placeholder',
    reason: 'Reason',
    rules: 'Rules',
    kept: 'Kept by the sender',
    left: 'Found and left in place',
    found: 'Found',
    notInspected: 'Not inspected',
    computing: 'being computed',
  },

  revocations: {
    title: 'Already sent the original?',
    text: 'Then these are in somebody else’s hands. Give this list to whoever runs the service that issued them: by the SHA-256 they can find and revoke each without seeing it. The list stays on this computer.',
    none: 'There is no token in the file that could be looked up. Sign out of the sites in it, and change the passwords that you typed.',
    also: 'Passwords and short codes are never listed, because their SHA-256 could be guessed. Change them.',
    kind: 'Kind',
    host: 'Site',
    issuer: 'Issuer',
    subject: 'Subject',
    id: 'Token id',
    expires: 'Expires',
    expired: 'has expired',
    use: 'Use',
    bearer: 'Whoever has it can use it',
    bound: 'Bound to a key: useless without it',
    digest: 'SHA-256',
    noDigest: 'cannot be computed, because the token holds another secret',
    save: 'Save the list (JSON)',
    loading: 'Making the list.',
    /** @param {number} n */
    shown: (n) => count(n, { one: '# to revoke', other: '# to revoke' }),
    more: 'Show more',
  },

  failed: {
    none: 'None of these files could be redacted',
    notSaved: 'Nothing was saved, and nothing was sent.',
    todo: 'What to do',
    again: 'Choose another file',
    againSeveral: 'Choose other files',
    /**
     * @param {string} code
     * @returns {FailureText}
     */
    text: (code) => failures[code] ?? failures.internal,
    /** @param {number} offset */
    at: (offset) => `The problem is ${at(offset)} of the file.`,
    /**
     * @param {string} code
     * @param {number} offset
     */
    code: (code, offset) => `Error code: ${code}${offset < 0 ? '' : `, ${at(offset)}`}`,
  },

  proof: {
    line: 'Nothing leaves this page.',
    how: 'How to check',
    steps: [
      'Disconnect from the network, then redact your file. It works the same.',
      'Or open the developer tools of your browser, go to Network, and redact your file. The list stays empty.',
      "Or read the source of this page: its first lines forbid every connection (connect-src 'none'), and your browser enforces that.",
      'Or save this page and compute the SHA-256 of the file. It must be the one that the release’s SHA256SUMS names for index.html.',
    ],
    online: 'You are online now.',
    offline: 'You are offline now: nothing could leave.',
    note: 'The page keeps nothing either: close it, and the file is gone from its memory.',
    build: 'Build',
  },
};

/** @typedef {typeof en} Messages */
