// What the page and its workers say to each other: calls (remote.js), to the
// lead of a run alone. The page also gives each helper its engine, and its port to
// the lead; all workers tell the page that they are alive.

/**
 * The phases of a run: what is packed is unpacked; the engine starts; pass one
 * finds, pass two writes; several files are packed into one.
 * @typedef {'unpack' | 'start' | 'find' | 'write' | 'pack'} Phase
 */

/**
 * How far a run is. `done` and `total` count bytes. While it finds and writes they
 * go over both passes: a file is read twice, so `total` is twice the size of all.
 * Else they count what is unpacked or packed. `file` is the one that is read,
 * where it is of interest, else -1.
 * @typedef {{ phase: Phase, done: number, total: number, file: number }} Progress
 */

/**
 * A failure as it crosses the worker's edge. `offset` is a byte offset in the
 * file, or -1 where none applies, and `file` which one it is about, or -1.
 * `message` never holds a value from a file, nor its name. `found` is RedactError's.
 * @typedef {{ code: string, offset: number, file: number, message: string, found?: Blob[] }} Failure
 */

/**
 * A HAR that a person gave. Its name is theirs, and treated like a value: the page
 * may show it, and no message says it. `as` is what it would be called in the
 * output if it held no secret, `size` that of the HAR itself where it is known. It has a `file`, or a `failure`.
 * @typedef {{ name: string, as: string, size: number, file?: Blob, failure?: Failure }} Item
 */

/**
 * What came out of the files that were given: the HARs, the names of what is left
 * out of the archives, and the name of the archive to give back; empty where there
 * is one HAR alone, which is given back as it is.
 * @typedef {{ items: Item[], leftOut: string[], zip: string }} Unpacked
 */

/** @typedef {{ kind: string, secrets: number, occurrences: number }} Kind */
/**
 * Found and left in place: by the policy, or, with a placeholder, because a
 * person decided so, for a reason.
 * @typedef {{ kind: string, rule: string, count: number, placeholder: string, reason: string }} Kept
 */
/**
 * One file of the run; entries are counted over all files.
 * @typedef {{ first: number, entries: number, inputBytes: number }} ReportFile
 */
/** @typedef {{ what: string, count: number, bytes: number, entries?: number[] | null }} NotInspected */
/**
 * @typedef {object} Secret
 * @property {string} placeholder
 * @property {string} kind
 * @property {string[] | null} rules
 * @property {string} reason
 * @property {number} occurrences
 * @property {number[] | null} entries
 * @property {boolean} everywhere
 */
/**
 * What a run did: core/report's Report. Go writes an empty list as null.
 * @typedef {object} Report
 * @property {string} tool
 * @property {string} policy
 * @property {string} policyHash
 * @property {number} inputBytes
 * @property {number} outputBytes
 * @property {number} entries
 * @property {string} creator
 * @property {number} occurrences
 * @property {Secret[] | null} secrets
 * @property {Kind[] | null} kinds
 * @property {Kept[] | null} kept
 * @property {NotInspected[] | null} notInspected
 * @property {ReportFile[] | null} files each that was read, in order
 * @property {boolean} verified
 * @property {boolean} [earlier] placeholders of an earlier run stood in it
 * @property {boolean} [sanitized] Chrome left the cookies and credentials out when it exported it
 */

/**
 * What the lead's `open` is called with.
 * @typedef {object} Open
 * @property {WebAssembly.Module} engine
 * @property {Blob[]} files
 * @property {string[]} names of the files that come out, if they hold no secret
 * @property {string} zip name of the archive that they go into; empty where there is one file
 * @property {object | undefined} policy
 * @property {boolean} review gather what a review needs
 * @property {Blob[]} hints what was found in files that are no part of the run
 * @property {MessagePort[]} ports to the helpers
 */

/**
 * `file` is what to pass on: the HAR, or the archive of several. `files` are the
 * HARs, where there were several.
 * @typedef {{ file: File, report: Report, files?: File[] }} Outcome
 */

/**
 * One distinct secret, as a review lists it. `mask` is what may be shown of the
 * value: its length in characters, and its ends where they tell nothing.
 * @typedef {object} Finding
 * @property {number} secret
 * @property {string} placeholder
 * @property {string} kind
 * @property {string[]} rules
 * @property {string} reason
 * @property {number} occurrences places replaced, or found where it is kept
 * @property {number[]} entries the first ones it stands in
 * @property {boolean} everywhere looked for in the whole file
 * @property {{ length: number, head: string, tail: string }} mask
 * @property {boolean} kept
 * @property {boolean} locked the policy does not allow to keep it
 * @property {boolean} asked goes because the policy asks for more than credentials
 */
/**
 * One request of the redacted output.
 * @typedef {object} RequestRow
 * @property {number} index
 * @property {string} method
 * @property {string} url
 * @property {number} status
 * @property {string} mimeType
 * @property {number} size
 * @property {string} started
 * @property {number} time
 * @property {Partial<Record<'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive', number>>} timings
 * @property {number} edits
 */
/**
 * A stretch of an entry's JSON text: `text` is the same before and after; with
 * `secret`, an edit put `after` in the place of what `before` masks. `note` is
 * "encoded" where the secret stood inside an encoding.
 * @typedef {{ text?: string, secret?: number, before?: string, after?: string, note?: string }} Segment
 */
/**
 * @typedef {object} Revocation
 * @property {number} secret
 * @property {string} kind
 * @property {string} host of the first request it was found in, or empty
 * @property {string} issuer from the claims of a JSON Web Token, or empty
 * @property {string} subject likewise
 * @property {string} id likewise (jti)
 * @property {number} expires seconds since 1970, 0 where it is not known
 * @property {boolean} bearer whoever holds it can use it
 * @property {string} sha256 of the credential as it is sent, in hex; empty for a
 *   token whose claims held a secret themselves
 */
/**
 * What a person decided: secrets that stay, and texts that go everywhere.
 * @typedef {{ keep?: { secret: number, reason: string }[], also?: string[] }} Decisions
 */

/** Progress is told at most ten times a second. */
export const PROGRESS_MS = 100;

/**
 * A worker tells its progress at least this often, also while it waits for the
 * disk, so that silence means that it hangs or is gone.
 */
export const HEARTBEAT_MS = 1000;

/** The types of the file that is given back. */
export const HAR_TYPE = 'application/json';
export const ZIP_TYPE = 'application/zip';

/**
 * The name of the file that is given back: capture.har → capture.redacted.har.
 * @param {string} name
 */
export function redactedName(name) {
  const stem = name.replace(/\.(har|json|txt)$/i, '').replace(/\.redacted$/i, '');
  return `${stem || 'capture'}.redacted.har`;
}

/**
 * The names, or where one is taken another like it.
 * @param {string[]} names
 */
export function apart(names) {
  const taken = new Set();
  return names.map((name) => {
    let other = name;
    // Not every system tells capitals from small letters.
    for (let n = 2; taken.has(other.toLowerCase()); n++) other = name.replace(/(\.redacted)?(\.[^./]*)?$/, (end) => `-${n}${end}`);
    taken.add(other.toLowerCase());
    return other;
  });
}

/**
 * The name of the archive that is given back: captures.zip → captures.redacted.zip.
 * @param {string} name of the one that was given, or empty
 */
export function zipName(name) {
  const stem = name.replace(/\.zip$/i, '').replace(/\.redacted$/i, '');
  return `${stem ? `${stem}.` : ''}redacted.zip`;
}
