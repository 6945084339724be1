// Every text of the page, in one table. Another language is another file of the
// same shape, chosen in page.js.

const number = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');

/**
 * @param {number} n
 * @param {string} one
 * @param {string} other
 */
function count(n, one, other) {
  return `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** @param {number} n */
function bytes(n) {
  let unit = 0;
  while (n >= 999.5 && unit < UNITS.length - 1) {
    n /= 1000;
    unit++;
  }
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: UNITS[unit],
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: unit === 0 || n >= 99.95 ? 0 : 1,
  }).format(n);
}

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
    todo: 'Choose the file that your browser saved with “Save all as HAR”. If it is inside an archive, unpack it first.',
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
    what: 'One request in it, or the whole file, is larger than this page can check.',
    todo: 'Record again, and stop the recording soon after the problem shows.',
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
    title: 'One file at a time',
    what: 'You dropped more than one file.',
    todo: 'Choose one of them, save its result, and go on with the next.',
  },
};

/** What a kind of secret is called; one that is not listed shows as it is. */
const kinds = /** @type {Record<string, string>} */ ({
  apikey: 'API keys',
  assertion: 'Sign-in assertions',
  authorization: 'Authorization values',
  basic: 'User names with passwords',
  card: 'Payment card numbers',
  code: 'One-time codes',
  cookie: 'Cookies',
  csrf: 'Form tokens (CSRF)',
  email: 'E-mail addresses',
  ip: 'IP addresses',
  jwt: 'Signed tokens (JWT)',
  key: 'Keys',
  name: 'Names',
  password: 'Passwords',
  phone: 'Phone numbers',
  privatekey: 'Private keys',
  saml: 'Sign-in assertions (SAML)',
  secret: 'Other secrets',
  session: 'Session ids',
  signature: 'Signatures',
  token: 'Tokens',
  url: 'Links that give access',
});

const notInspected = /** @type {Record<string, string>} */ ({
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
});

/** @param {string} id */
const plain = (id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** @param {number} offset */
const at = (offset) => `at byte ${number.format(offset)}`;

export const en = {
  language: 'en',
  direction: 'ltr',
  number: number.format,
  bytes,

  start: {
    title: 'Take the secrets out of a HAR file',
    lead: 'A HAR file records what your browser sent and received, and that includes your sign-in. This page takes cookies, tokens and passwords out, so that you can send the file to support.',
    drop: 'Drop your HAR file here',
    or: 'or',
    choose: 'Choose a file',
    dropNow: 'Let go to start',
    goes: 'What goes',
    goesText: 'Session cookies, access tokens, API keys, passwords and one-time codes, wherever they stand in the file.',
    stays: 'What stays',
    staysText: 'Addresses, status codes, timings, sizes, and the names of cookies and headers: what support needs to find the problem.',
  },

  working: {
    title: 'Redacting your file',
    announced: 'Redacting the file.',
    label: 'Progress',
    phases: {
      start: 'Starting',
      find: 'Step 1 of 2: finding secrets',
      write: 'Step 2 of 2: taking them out and checking the result',
    },
    /**
     * @param {number} done
     * @param {number} total
     */
    amount: (done, total) => `${bytes(done)} of ${bytes(total)}`,
    twice: 'The file is read twice, so the total is twice its size.',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was saved.',
  },

  done: {
    /**
     * @param {number} secrets
     * @param {number} requests
     */
    title: (secrets, requests) =>
      secrets === 0
        ? `No secrets found in ${count(requests, 'request', 'requests')}`
        : `${count(secrets, 'secret', 'secrets')} removed from ${count(requests, 'request', 'requests')}`,
    /** @param {number} secrets */
    proof: (secrets) =>
      secrets === 1
        ? 'The output was read again, and the secret is not in it.'
        : `The output was read again, and none of the ${number.format(secrets)} secrets is in it.`,
    unchanged: 'The output is the same file, byte for byte.',
    save: 'Save the redacted file',
    again: 'Start again',
    removed: 'What was removed',
    removedNote: 'Equal secrets have equal placeholders, so support can still follow a session through the file.',
    kind: 'Kind',
    secrets: 'Secrets',
    places: 'Places',
    total: 'Total',
    kept: 'Found and left in place',
    keptNote: 'These give nobody access. Some of them are personal data.',
    found: 'Found',
    notInspected: 'Not inspected',
    notInspectedNote: 'These could not be looked into and are in the file as they were. If a picture shows something private, do not send the file.',
    nothingPassedOver: 'Every part of the file was inspected.',
    what: 'What',
    count: 'Parts',
    size: 'Size',
    /** @param {string} kind */
    kindName: (kind) => kinds[kind] ?? plain(kind),
    /** @param {string} what */
    whatName: (what) => notInspected[what] ?? plain(what),
  },

  failed: {
    notSaved: 'Nothing was saved, and nothing was sent.',
    todo: 'What to do',
    again: 'Choose another file',
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
    ],
    note: 'The page keeps nothing either: close it, and the file is gone from its memory.',
  },
};

/** @typedef {typeof en} Messages */
