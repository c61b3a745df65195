import type { Challenge } from '../../../api/contract/challenge.ts';

/** A challenge whose answer is `number`. */
export async function challengeFor(number: number, more: Partial<Challenge> = {}): Promise<Challenge> {
  const salt = `5a17?expires=99&n=${number}&`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(salt + number));
  const challenge = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { algorithm: 'SHA-256', challenge, salt, maxnumber: 5000, signature: 'signed', minimumFill: 0, ...more };
}
