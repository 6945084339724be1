// What a policy asks for (core/policy), and what it came to in a file.

/**
 * @typedef {{ preset: string, personal?: boolean, queries?: string, bodies?: string, comment?: boolean, lock?: string[] }} Policy
 * @typedef {'personal' | 'queries' | 'bodies'} Part of what goes beyond credentials
 */

export const KEEP = 'keep';
export const REMOVE_QUERIES = 'remove-unlisted';
export const REMOVE_UNINSPECTED = 'remove-uninspected';
export const REMOVE_BODIES = 'remove';

/** Kinds that name a person rather than give access. */
const PERSONAL = new Set(['address', 'birthdate', 'email', 'ip', 'name', 'phone', 'user']);

/** @param {string} kind */
export const isPersonal = (kind) => PERSONAL.has(kind);

/**
 * Whether something was removed only where it was found, since it could stand
 * anywhere by chance. A body goes as a whole: there is nothing to look for.
 * @param {{ everywhere: boolean, kind: string }} finding
 */
export const isLocal = ({ everywhere, kind }) => !everywhere && kind !== 'body';

/**
 * Which part something of a kind belongs to, where it does not always go.
 * @param {string} kind
 * @returns {Part | undefined}
 */
function partOf(kind) {
  if (isPersonal(kind)) return 'personal';
  return kind === 'query' ? 'queries' : kind === 'body' ? 'bodies' : undefined;
}

/**
 * All that a policy asks for, also by its preset.
 * @param {Policy} policy
 */
export function asked({ preset, personal = false, queries = KEEP, bodies = KEEP }) {
  return preset === 'strict' ? { personal: true, queries: REMOVE_QUERIES, bodies: REMOVE_BODIES } : { personal, queries, bodies };
}

/**
 * Whether two policies let the same things go.
 * @param {Policy} a
 * @param {Policy} b
 */
export function alike(a, b) {
  const [x, y] = [asked(a), asked(b)];
  return a.preset === b.preset && x.personal === y.personal && x.queries === y.queries && x.bodies === y.bodies;
}

/**
 * What a policy removes, in words.
 * @param {import('./messages/messages.js').Messages} t
 * @param {Policy} policy
 */
export function described(t, policy) {
  const { personal, queries, bodies } = asked(policy);
  const more = [
    ...(personal ? [t.settings.personal] : []),
    ...(queries === REMOVE_QUERIES ? [t.settings.queries] : []),
    ...(bodies === REMOVE_BODIES ? [t.settings.bodies] : []),
    ...(bodies === REMOVE_UNINSPECTED ? [t.settings.uninspected] : []),
  ];
  return policy.preset === 'strict' || more.length === 0 ? t.preset(policy.preset) : t.settings.with(t.preset(policy.preset), more);
}

/**
 * Without the members that say nothing, so that equal policies have equal hashes.
 * @param {Policy} policy
 * @returns {Policy}
 */
export function plain({ personal, queries = KEEP, bodies = KEEP, ...rest }) {
  return { ...rest, ...(personal && { personal }), ...(queries !== KEEP && { queries }), ...(bodies !== KEEP && { bodies }) };
}

/**
 * In how many places each part was taken out.
 * @param {import('./protocol.js').Finding[]} findings
 * @returns {Record<Part, number>}
 */
export function tally(findings) {
  const sums = { personal: 0, queries: 0, bodies: 0 };
  for (const f of findings) {
    const part = f.asked ? partOf(f.kind) : undefined;
    if (part && !f.kept) sums[part] += f.occurrences;
  }
  return sums;
}
