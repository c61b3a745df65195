/**
 * Mail addresses: one form for sending, one for knowing a person again, one for counting mails.
 * All three are made here, before any mail library sees what a visitor typed.
 */
import { domainToASCII } from 'node:url';
import { emailProblem } from '../contract/text.ts';
import type { Keys } from './ports.ts';

export interface Address {
  /** Local part as typed, domain in punycode: what the envelope gets. */
  deliverable: string;
  /** Lower case: what makes a member unique. */
  canonical: string;
  /** Where it ends up, without sub-address (`+tag`): what the mail caps count, since one inbox has many tags. */
  inbox: string;
}

// Google delivers to one inbox however its name is dotted, under both names: without this, twenty
// letters are half a million addresses of one person.
const undotted: Record<string, string> = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' };

// Letters, digits, hyphen; RFC 1035 lengths; a last label that is not a number (no IP addresses).
const domainName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{2,59}|[a-z]{2,63})$/;

/**
 * The forms of a mail address, or nothing when no mail could be sent to it safely.
 * @param email what was typed
 */
export function parseAddress(email: string): Address | undefined {
  if (emailProblem(email)) return undefined;
  const at = email.indexOf('@');
  const local = email.slice(0, at);
  const domain = domainToASCII(email.slice(at + 1)).toLowerCase();
  if (!domainName.test(domain)) return undefined;
  const deliverable = `${local}@${domain}`;
  if (deliverable.length > 254) return undefined;
  const lower = local.toLowerCase();
  return { deliverable, canonical: `${lower}@${domain}`, inbox: inboxOf(lower, domain) };
}

function inboxOf(local: string, domain: string): string {
  const name = local.split('+', 1)[0] || local;
  const google = undotted[domain];
  return google ? `${name.replaceAll('.', '')}@${google}` : `${name}@${domain}`;
}

/** Keyed fingerprint of the inbox behind an address: what the mail caps count by. */
export function addressKey(keys: Keys, address: Address): string {
  return keys.sign('address', address.inbox);
}

/**
 * Keyed fingerprint of exactly this address, for the list of those that get no more mail. Not of its inbox:
 * whoever signs up `anna+x@` and has it refused must not silence `anna@`.
 */
export function suppressionKey(keys: Keys, address: Address): string {
  return keys.sign('suppression', address.canonical);
}

/**
 * Keyed fingerprint of someone who left. It stands on the objection list under a purpose of its own: no list
 * may bring them back, and they themselves may come back whenever they like.
 */
export function departureKey(keys: Keys, address: Address): string {
  return keys.sign('departure', address.inbox);
}

/**
 * Keyed fingerprint of someone who left while they were suspended: coming back does not end a suspension. It stands
 * on the objection list under a purpose of its own.
 */
export function suspendedKey(keys: Keys, address: Address): string {
  return keys.sign('suspension', address.inbox);
}
