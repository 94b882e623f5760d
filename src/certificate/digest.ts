import { canonicalJson } from './canonical-json.js';

/*
 * SHA-256 (FIPS 180-4). The platform's own is asynchronous or Node's, and the library must be neither.
 */

const ROUNDS = 64;
const BLOCK_BYTES = 64;

/** The first 32 bits of the fractional parts of the roots of the first primes; exact, by integer root. */
function fractionalRootBits(root: 2n | 3n, count: number): Int32Array {
  const words = new Int32Array(count);
  for (let candidate = 2n, found = 0; found < count; candidate += 1n) {
    let prime = true;
    for (let divisor = 2n; divisor * divisor <= candidate; divisor += 1n)
      prime &&= candidate % divisor !== 0n;
    if (!prime) continue;
    const scaled = candidate << (32n * root);
    let low = 0n;
    let high = 1n << 40n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle ** root <= scaled) low = middle;
      else high = middle;
    }
    words[found++] = Number(BigInt.asIntN(32, low));
  }
  return words;
}

/** Worked out when first needed, so that importing costs nothing. */
let tables: { readonly constants: Int32Array; readonly start: Int32Array } | undefined;

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The SHA-256 of a text's UTF-8 bytes, in 64 hexadecimal digits. */
export function sha256(text: string): string {
  const message = utf8(text);
  const bitLength = message.length * 8;
  message.push(0x80);
  while (message.length % BLOCK_BYTES !== BLOCK_BYTES - 8) message.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) message.push(Math.floor(bitLength / 2 ** shift) & 255);

  tables ??= { constants: fractionalRootBits(3n, ROUNDS), start: fractionalRootBits(2n, 8) };
  const { constants } = tables;
  const state = Int32Array.from(tables.start);
  const schedule = new Int32Array(ROUNDS);
  const word = (array: ArrayLike<number>, index: number): number => array[index] ?? 0;
  for (let block = 0; block < message.length; block += BLOCK_BYTES) {
    for (let t = 0; t < 16; t += 1) {
      const at = block + 4 * t;
      schedule[t] =
        (word(message, at) << 24) |
        (word(message, at + 1) << 16) |
        (word(message, at + 2) << 8) |
        word(message, at + 3);
    }
    for (let t = 16; t < ROUNDS; t += 1) {
      const w15 = word(schedule, t - 15);
      const w2 = word(schedule, t - 2);
      const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
      const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
      schedule[t] = (word(schedule, t - 16) + s0 + word(schedule, t - 7) + s1) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let t = 0; t < ROUNDS; t += 1) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const first = (h + s1 + ((e & f) ^ (~e & g)) + word(constants, t) + word(schedule, t)) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => {
      state[index] = (word(state, index) + value) | 0;
    });
  }
  return [...state].map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The digest of a value: the SHA-256 of its canonical JSON. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
