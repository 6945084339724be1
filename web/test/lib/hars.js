// HARs for the tests, made up on the spot. Every value comes from a seeded
// generator, so that each run has the same bytes and none is anybody's secret.

/** A small generator of numbers in [0, 1): mulberry32. */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function token(rng, n) {
  let s = '';
  while (s.length < n) s += letters[Math.floor(rng() * letters.length)];
  return s;
}

/** A HAR of n requests of one session, and the secrets that are in it. */
export function har(n = 40, seed = 7) {
  const rng = random(seed);
  const session = token(rng, 40);
  const bearer = token(rng, 64);
  const password = token(rng, 18);
  const entries = [];
  for (let i = 0; i < n; i++) {
    entries.push({
      startedDateTime: '2026-01-15T10:00:00.000Z',
      time: 12.5,
      request: {
        method: i % 7 === 3 ? 'POST' : 'GET',
        url: `https://app.example.com/seite/${i}?page=${i}&access_token=${bearer}`,
        httpVersion: 'h2',
        headers: [
          { name: 'Cookie', value: `theme=dark; sid=${session}` },
          { name: 'Authorization', value: `Bearer ${bearer}` },
          { name: 'Accept', value: '*/*' },
        ],
        queryString: [
          { name: 'page', value: `${i}` },
          { name: 'access_token', value: bearer },
        ],
        cookies: [{ name: 'sid', value: session }],
        ...(i % 7 === 3 && {
          postData: { mimeType: 'application/x-www-form-urlencoded', text: `user=anna&password=${password}` },
        }),
        headersSize: -1,
        bodySize: 0,
      },
      response: {
        status: 200,
        statusText: '',
        httpVersion: 'h2',
        headers: [{ name: 'Set-Cookie', value: `sid=${session}; Path=/; HttpOnly` }],
        cookies: [],
        content: { size: 60, mimeType: 'application/json', text: JSON.stringify({ größe: i, name: '注文', note: 'x'.repeat(i * 37) }) },
        redirectURL: '',
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: { send: 1, wait: 2, receive: 3 },
    });
  }
  const text = JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } }, null, 1);
  return { text, secrets: [session, bearer, password] };
}

/** Bytes that look like a picture: 50 KB with a PNG's first bytes. */
export function png() {
  const rng = random(3);
  const bytes = Uint8Array.from({ length: 50_000 }, () => rng() * 256);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return bytes;
}
