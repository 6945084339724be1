// A body in the form in which it is read best. For the eye alone: nothing of
// this goes back into a file.

/**
 * @param {string} type the media type that the file names
 * @param {string} text
 * @returns {{ text: string, escaped: boolean, pairs?: { name: string, value: string }[] }}
 */
export function readable(type, text) {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const pairs = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
    if (pairs.length > 0) return { text, escaped: false, pairs };
  }
  if (/^[\s]*[[{]/.test(text) && isJSON(text)) return { text: indented(text), escaped: true };
  return { text, escaped: false };
}

/** @param {string} text */
function isJSON(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Valid JSON with a line for each member. The text itself is set anew rather
 * than parsed and written, which would round numbers and drop double keys.
 * @param {string} text
 */
export function indented(text) {
  let out = '';
  let depth = 0;
  const line = () => `\n${'  '.repeat(Math.min(depth, 40))}`;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]|[^\s"[\]{},:]+/g)) {
    switch (token) {
      case '{':
      case '[':
        depth++;
        out += token + line();
        break;
      case '}':
      case ']':
        depth--;
        out += line() + token;
        break;
      case ',':
        out += token + line();
        break;
      case ':':
        out += ': ';
        break;
      default:
        out += token;
    }
  }
  return out;
}
