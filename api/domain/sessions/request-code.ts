import { codesPerDay, codesPerHour, durations } from '../../contract/limits.ts';
import type { Locale } from '../../contract/locales.ts';
import type { CodeAccepted } from '../../contract/session.ts';
import { addressKey, parseAddress, type Address } from '../addresses.ts';
import { DomainError, refuseField } from '../errors.ts';
import { messageId } from '../messages.ts';
import type { Deps, Transaction } from '../ports.ts';
import type { Spendable } from '../proofs/challenge.ts';
import { hashToken } from '../tokens.ts';
import { sideOf, type StaffSide } from './side.ts';

type CodeDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'publicUrl'>;

/** Somebody who wants to sign in, by an address, before anything is known of them. */
export interface CodeInput {
  email: string;
  /** The partner whose page asked; none on the club's own. */
  partnerId: number | null;
  ipPrefix: string | null;
  /** Proof of work or form token: spent in the same transaction. */
  spendable: Spendable;
  /**
   * The same form sent twice is answered twice and does its work once: people press a button twice, and a
   * phone loads a page again that it dropped while they read their mail.
   */
  repeatable?: boolean;
}

interface Holder {
  memberId: number | null;
  staffId: number | null;
  language: Locale;
}

/**
 * Takes a member's wish to sign in. The answer is the same for a member, a stranger and an address that has
 * had its codes for now; only a member gets a mail.
 * @throws {DomainError} invalid_request (email), proof_spent
 */
export function requestCode(deps: CodeDeps, input: CodeInput): Promise<CodeAccepted> {
  return takeWish(deps, input, async (tx, { canonical }) => {
    const member = await tx.findMemberByAddress(canonical);
    return member?.status === 'active' ? { memberId: member.id, staffId: null, language: member.language } : undefined;
  });
}

/**
 * The same for a partner's people.
 * @throws {DomainError} invalid_request (email), proof_spent
 */
export async function requestPartnerCode(deps: CodeDeps, input: CodeInput): Promise<CodeAccepted> {
  const holder = await staffHolder(deps, parseAddress(input.email), 'partner');
  return takeWish(deps, input, async () => holder);
}

async function takeWish(
  deps: CodeDeps,
  input: CodeInput,
  find: (tx: Transaction, address: Address) => Promise<Holder | undefined>,
): Promise<CodeAccepted> {
  const address = parseAddress(input.email);
  if (!address) refuseField('email', 'email_invalid');
  const { key, expiresAt } = input.spendable;
  const request = input.repeatable
    ? deps.keys.sign('sign-in-request', `${key}:${address.canonical}`)
    : deps.ids.token();
  const accepted = { request, expiresAt: deps.clock.now() + durations.codeLife };
  await deps.storage.write(async (tx) => {
    const isFirst = await tx.spend(key, expiresAt);
    if (input.repeatable) {
      const isOther = await tx.spend(`asked:${hashToken(request).slice(0, 32)}`, expiresAt);
      if (!isFirst && !isOther) return;
    }
    if (!isFirst) throw new DomainError('proof_spent');
    await order(deps, tx, address, { ...input, ...accepted }, () => find(tx, address));
  });
  return accepted;
}

/**
 * The same for staff, who have no proof of work: they ask from the club's own pages.
 * @throws {DomainError} invalid_request (email)
 */
export async function requestStaffCode(
  deps: CodeDeps,
  { email, ipPrefix }: Pick<CodeInput, 'email' | 'ipPrefix'>,
): Promise<CodeAccepted> {
  const address = parseAddress(email);
  if (!address) refuseField('email', 'email_invalid');
  const holder = await staffHolder(deps, address, 'club');
  const accepted = { request: deps.ids.token(), expiresAt: deps.clock.now() + durations.codeLife };
  await deps.storage.write((tx) =>
    order(deps, tx, address, { partnerId: null, ipPrefix, ...accepted }, async () => holder),
  );
  return accepted;
}

/** Whose code it would be. Each side signs in at its own door: the other one's people are strangers there. */
async function staffHolder(
  { storage }: CodeDeps,
  address: Address | undefined,
  side: StaffSide,
): Promise<Holder | undefined> {
  const staff = address && (await storage.sessions.staffByAddress(address.canonical));
  if (staff?.status !== 'active' || sideOf(staff) !== side) return undefined;
  return { memberId: null, staffId: staff.id, language: staff.language };
}

const hour = 3_600_000;

/** Writes the sign-in, and the order of its mail when there is somebody to write to. */
async function order(
  deps: CodeDeps,
  tx: Transaction,
  address: Address,
  asked: CodeAccepted & Pick<CodeInput, 'partnerId' | 'ipPrefix'>,
  find: () => Promise<Holder | undefined>,
): Promise<void> {
  const now = deps.clock.now();
  const key = addressKey(deps.keys, address);
  await tx.lockAddress(key);
  // Looked up before the caps: whoever asks twice must not learn by the time it takes who is a member.
  const holder = await find();
  if (await isCapped(tx, key, now)) return;
  const id = await tx.sessions.insertSignIn({
    requestHash: hashToken(asked.request),
    addressKey: key,
    memberId: holder?.memberId ?? null,
    staffId: holder?.staffId ?? null,
    createdAt: now,
    expiresAt: asked.expiresAt,
  });
  if (!holder) return;
  await tx.enqueueMail({
    kind: 'sign_in',
    memberId: holder.memberId,
    staffId: holder.staffId,
    subjectId: id,
    partnerId: asked.partnerId,
    language: holder.language,
    addressKey: key,
    formPrefix: asked.ipPrefix,
    messageId: messageId(deps),
    createdAt: now,
  });
}

async function isCapped(tx: Transaction, key: string, now: number): Promise<boolean> {
  const inDay = await tx.sessions.signInsSince(key, now - 24 * hour);
  const inHour = await tx.sessions.signInsSince(key, now - hour);
  const isSoon = inDay.lastAt !== null && inDay.lastAt > now - durations.codeGap;
  return isSoon || inHour.count >= codesPerHour || inDay.count >= codesPerDay;
}
