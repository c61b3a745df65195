import { durations } from '../contract/limits.ts';
import { memberCookie, staffCookie } from './guard.ts';

/** Remembers which code was asked for, from the page that asks to the page where it is typed in. */
export const signInCookie = '__Host-sign-in';

/** `Lax`: a link to "my stories", in a mail or anywhere, finds its reader signed in. What writes is checked apart. */
const lax = 'Lax';
const strict = 'Strict';

/** What each cookie lives for, in milliseconds, and which requests of other sites bring it along. */
const kinds = {
  [memberCookie]: { sameSite: lax, life: durations.sessionLife },
  [staffCookie]: { sameSite: strict, life: durations.staffSessionLife },
  [signInCookie]: { sameSite: strict, life: durations.codeLife },
} as const;

export type CookieName = keyof typeof kinds;

/** A `Set-Cookie` (RFC 6265bis). Only tokens of ours are values, so nothing has to be escaped. */
export function setCookie(name: CookieName, value: string): string {
  return write(name, value, kinds[name].life / 1000);
}

/** Takes a cookie back. */
export function clearCookie(name: CookieName): string {
  return write(name, '', 0);
}

function write(name: CookieName, value: string, maxAge: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=${kinds[name].sameSite}`;
}
