// Numbers, sizes, times and plurals as a language writes them.

/**
 * A text for each plural category that a language has, with # for the number.
 * @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Forms
 */

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** @param {string} language */
export function formats(language) {
  const numbers = new Intl.NumberFormat(language);
  const plural = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  // Made once: a formatter costs more than what it formats, and lists are long.
  /** @type {Map<string, Intl.NumberFormat>} */
  const units = new Map();

  /**
   * @param {number} n
   * @param {string} unit
   * @param {number} digits after the point
   */
  function measure(n, unit, digits) {
    const key = `${unit} ${digits}`;
    let format = units.get(key);
    if (!format) {
      format = new Intl.NumberFormat(language, {
        style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: digits,
      });
      units.set(key, format);
    }
    return format.format(n);
  }

  return {
    /** @param {number} n */
    number: (n) => numbers.format(n),
    /**
     * @param {number} n
     * @param {Forms} forms
     */
    count: (n, forms) => (forms[plural.select(n)] ?? forms.other).replace('#', numbers.format(n)),
    /** @param {number} n */
    bytes(n) {
      let unit = 0;
      while (n >= 999.5 && unit < UNITS.length - 1) {
        n /= 1000;
        unit++;
      }
      return measure(n, UNITS[unit], unit === 0 || n >= 99.95 ? 0 : 1);
    },
    /** @param {number} ms */
    duration: (ms) => (ms < 999.5 ? measure(ms, 'millisecond', 0) : measure(ms / 1000, 'second', ms < 9995 ? 2 : 1)),
    /** @param {string[]} items */
    list: (items) => lists.format(items),
    /** @param {Date} date */
    date: (date) => dates.format(date),
  };
}
