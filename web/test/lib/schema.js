// As much of JSON Schema as the published schemas use. A word that it does not
// know is an error, so that a schema cannot say more than is checked.

const KNOWN = new Set([
  '$schema', '$id', 'title', 'description', 'type', 'const', 'enum', 'pattern', 'minimum', 'minLength', 'items', 'properties', 'required', 'additionalProperties',
]);

const types = {
  object: (v) => typeof v === 'object' && v !== null && !Array.isArray(v),
  array: Array.isArray,
  string: (v) => typeof v === 'string',
  integer: Number.isInteger,
  boolean: (v) => typeof v === 'boolean',
};

/** What is wrong with the value, each with its place; empty when nothing is. */
export function violations(schema, value, at = '') {
  for (const word of Object.keys(schema)) if (!KNOWN.has(word)) throw new Error(`the checker does not know ${word}`);
  const wrong = [];
  const say = (what) => wrong.push(`${at || '/'}: ${what}`);
  if (schema.type && !types[schema.type](value)) return [`${at || '/'}: not of type ${schema.type}`];
  if ('const' in schema && value !== schema.const) say(`not ${schema.const}`);
  if (schema.enum && !schema.enum.includes(value)) say('none of those allowed');
  if (schema.pattern && !new RegExp(schema.pattern).test(value)) say(`does not match ${schema.pattern}`);
  if (schema.minimum !== undefined && value < schema.minimum) say(`less than ${schema.minimum}`);
  if (schema.minLength !== undefined && value.length < schema.minLength) say('too short');
  if (schema.items) value.forEach((v, i) => wrong.push(...violations(schema.items, v, `${at}/${i}`)));
  if (schema.properties) {
    for (const name of schema.required ?? []) if (!(name in value)) say(`lacks ${name}`);
    for (const [name, v] of Object.entries(value)) {
      if (schema.properties[name]) wrong.push(...violations(schema.properties[name], v, `${at}/${name}`));
      else if (schema.additionalProperties === false) say(`has ${name}, which is not known`);
    }
  }
  return wrong;
}
