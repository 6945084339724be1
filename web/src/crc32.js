// The CRC-32 of zip (APPNOTE 4.4.7), four bytes at a time.

const TABLES = tables();

/** @returns {Int32Array[]} for each byte of four what it does to the sum */
function tables() {
  const all = [0, 1, 2, 3].map(() => new Int32Array(256));
  for (let i = 0; i < 256; i++) {
    let c = i;
    for (let bit = 0; bit < 8; bit++) c = (c >>> 1) ^ (c & 1 ? 0xedb88320 : 0);
    all[0][i] = c;
  }
  for (let k = 1; k < 4; k++) {
    for (let i = 0; i < 256; i++) all[k][i] = (all[k - 1][i] >>> 8) ^ all[0][all[k - 1][i] & 255];
  }
  return all;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} [crc] of what stands before them
 * @returns {number} from 0 to 2^32 - 1
 */
export function crc32(bytes, crc = 0) {
  const [t0, t1, t2, t3] = TABLES;
  let c = ~crc;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    c ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    c = t3[c & 255] ^ t2[(c >>> 8) & 255] ^ t1[(c >>> 16) & 255] ^ t0[c >>> 24];
  }
  for (; i < bytes.length; i++) c = (c >>> 8) ^ t0[(c ^ bytes[i]) & 255];
  return ~c >>> 0;
}
