/**
 * SHA-256 (FIPS 180-4), synchronous: `crypto.subtle` answers each hash in a task of its own and is
 * missing on pages without TLS. It knows one thing a general one does not: many messages here share
 * their beginning, so the state after the common blocks is computed once.
 */

/** First 32 bits of the fractional part of a root of a prime: where the constants come from. */
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;

const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const initial = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const schedule = new Int32Array(64);
const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** Takes the 64 bytes at `offset` into `state`. */
function absorb(state: Int32Array, block: DataView, offset: number): void {
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      schedule[i] = block.getInt32(offset + i * 4);
      continue;
    }
    const w15 = schedule[i - 15]!;
    const w2 = schedule[i - 2]!;
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
    schedule[i] = schedule[i - 16]! + s0 + schedule[i - 7]! + s1;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + schedule[i]!) | 0;
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/**
 * The SHA-256 of `prefix` followed by a short ASCII text, as eight 32-bit words that the next call overwrites.
 * @param prefix what every message begins with
 */
export function hasherFor(prefix: string): (suffix: string) => Int32Array {
  const head = new TextEncoder().encode(prefix);
  const shared = head.length - (head.length % 64);
  const rest = head.length - shared;
  const begun = initial.slice();
  for (let i = 0; i < shared; i += 64) absorb(begun, new DataView(head.buffer), i);

  const bytes = new Uint8Array(192);
  const block = new DataView(bytes.buffer);
  const state = new Int32Array(8);
  bytes.set(head.subarray(shared));
  return (suffix) => {
    const length = rest + suffix.length;
    const size = (((length + 8) >> 6) + 1) * 64;
    bytes.fill(0, rest);
    for (let i = 0; i < suffix.length; i++) bytes[rest + i] = suffix.charCodeAt(i);
    bytes[length] = 0x80;
    // Lengths here are far below 2 ** 29 bytes: the upper word of the bit count stays 0.
    block.setInt32(size - 4, (shared + length) * 8);
    state.set(begun);
    for (let i = 0; i < size; i += 64) absorb(state, block, i);
    return state;
  };
}

/** The eight words of a hash written in hexadecimal. */
export function wordsOf(hexadecimal: string): number[] {
  return Array.from({ length: 8 }, (_, i) => Number.parseInt(hexadecimal.slice(i * 8, i * 8 + 8), 16) | 0);
}
