// The one error that a run rejects with.

/**
 * Why no file was given out. `code` is stable: the core's codes (core/report),
 * and those below. The message never holds a value from the file.
 *
 * - `aborted`: the caller's signal said so
 * - `crashed`: the engine stopped (a fault, or no memory left); nothing was saved
 * - `read`: the browser could not read the file
 * - `archive`: a zip or gzip is damaged, or of a kind that is not read
 * - `bomb`: what is packed unpacks to too much
 * - `several`: there are too many files
 * - `option`: an option is unknown or of the wrong type
 * - `closed`: the session was closed
 * - `unsupported`: this browser lacks something that is needed
 */
export class RedactError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {number} [offset] byte offset in the input, -1 where none applies
   * @param {unknown} [cause]
   */
  constructor(code, message, offset = -1, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RedactError';
    this.code = code;
    this.offset = offset;
    /** Which of several files it is about, from 0; -1 for none of them. */
    this.file = -1;
    /**
     * For a run without that file: what was found until then. It holds values,
     * never leaves a session, and is not looked into there.
     * @type {Blob[]}
     */
    this.found = [];
  }

  /**
   * Says which file it is about.
   * @param {number} file
   */
  about(file) {
    this.file = file;
    return this;
  }
}

/** What any sudden end of the engine is reported as. */
export function crashed() {
  return new RedactError('crashed', 'the engine stopped; nothing was saved, start again');
}
