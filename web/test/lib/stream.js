// Looks at a HAR of any size as it comes, piece by piece, by other code than the
// core's: whether it is JSON, how many entries it has, how large the largest is.

const [STRING, ESCAPE, HEX, NUMBER, WORD, VALUE, AFTER, KEY, COLON] = Array(9).keys();

/** The whole of each number and word is looked at when it has ended. */
const NUMBERS = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const WORDS = ['true', 'false', 'null'];

const code = (c) => c.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, LIST, END] = [...'"\\,{}[]'].map(code);
const space = (c) => c === 32 || c === 10 || c === 13 || c === 9;
const letter = (c) => c >= 97 && c <= 122;
const digit = (c) => (c >= 48 && c <= 57) || c === 43 || c === 45 || c === 46 || c === 69 || c === 101;

export class HarStream {
  entries = 0;
  /** Bytes of the largest entry. */
  largest = 0;
  #at = 0;
  #state = VALUE;
  /** The open brackets, outermost first, and of those of objects the key that was read last. */
  #open = [];
  #keys = [];
  /** What is read of a key, a number or a word. */
  #text = '';
  #isKey = false;
  #hex = 0;
  #first = false; // nothing stands in the last bracket yet
  #start = 0; // of the entry
  #decoder = new TextDecoder('utf-8', { fatal: true });

  /** Takes the next bytes, and throws where they cannot be part of a HAR. */
  push(bytes) {
    // Throws where it is no UTF-8.
    this.#decoder.decode(bytes, { stream: true });
    for (let i = 0; i < bytes.length; i++) {
      if (this.#state === STRING) {
        // Most of a file is inside of strings.
        const from = i;
        let c;
        while (i < bytes.length && (c = bytes[i]) !== QUOTE && c !== BACKSLASH && c >= 32) i++;
        if (this.#isKey) this.#text += String.fromCharCode(...bytes.subarray(from, i));
        if (i === bytes.length) break;
      }
      this.#byte(bytes[i], this.#at + i);
    }
    this.#at += bytes.length;
  }

  /** Ends it. */
  end() {
    this.#decoder.decode();
    if (this.#state !== AFTER || this.#open.length > 0) this.#fail(this.#at);
  }

  #fail(at) {
    throw new Error(`it is no JSON at byte ${at}`);
  }

  #byte(c, at) {
    switch (this.#state) {
      case STRING:
        if (c === BACKSLASH) this.#state = ESCAPE;
        else if (c === QUOTE) this.#state = this.#isKey ? COLON : AFTER;
        else this.#fail(at);
        return;
      case ESCAPE:
        if (c === code('u')) this.#hex = 4;
        else if (!'"\\/bfnrt'.includes(String.fromCharCode(c))) this.#fail(at);
        this.#state = c === code('u') ? HEX : STRING;
        return;
      case HEX:
        if (!/[0-9a-fA-F]/.test(String.fromCharCode(c))) this.#fail(at);
        if (--this.#hex === 0) this.#state = STRING;
        return;
      case NUMBER:
      case WORD:
        if (this.#state === NUMBER ? digit(c) : letter(c)) {
          this.#text += String.fromCharCode(c);
          return;
        }
        if (!(this.#state === NUMBER ? NUMBERS.test(this.#text) : WORDS.includes(this.#text))) this.#fail(at);
        this.#state = AFTER;
    }
    if (space(c)) return;
    switch (this.#state) {
      case COLON:
        if (c !== code(':')) this.#fail(at);
        this.#keys[this.#open.length - 1] = this.#text;
        this.#state = VALUE;
        return;
      case KEY:
        if (c === CLOSE && this.#first) return this.#close(OPEN, at);
        if (c !== QUOTE) this.#fail(at);
        this.#text = '';
        this.#isKey = true;
        this.#state = STRING;
        return;
      case AFTER:
        if (c === COMMA && this.#open.length > 0) {
          this.#first = false;
          this.#state = this.#open.at(-1) === OPEN ? KEY : VALUE;
        } else if (c === CLOSE) this.#close(OPEN, at);
        else if (c === END) this.#close(LIST, at);
        else this.#fail(at);
        return;
    }
    if (c === END && this.#first && this.#open.at(-1) === LIST) return this.#close(LIST, at);
    this.#isKey = false;
    if (c === QUOTE) this.#state = STRING;
    else if (c === OPEN || c === LIST) {
      if (c === OPEN && this.#isEntry()) this.#start = at;
      this.#open.push(c);
      this.#keys.length = this.#open.length;
      this.#first = true;
      this.#state = c === OPEN ? KEY : VALUE;
    } else if (digit(c) || letter(c)) {
      this.#text = String.fromCharCode(c);
      this.#state = letter(c) ? WORD : NUMBER;
    } else this.#fail(at);
  }

  #close(kind, at) {
    if (this.#open.pop() !== kind) this.#fail(at);
    this.#state = AFTER;
    this.#first = false;
    if (kind === OPEN && this.#isEntry()) {
      this.entries++;
      this.largest = Math.max(this.largest, at + 1 - this.#start);
    }
  }

  /** Whether what stands here is an element of log.entries. */
  #isEntry() {
    return this.#open.length === 3 && this.#open[2] === LIST && this.#keys[0] === 'log' && this.#keys[1] === 'entries';
  }
}
