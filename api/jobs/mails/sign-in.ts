import { parseAddress, suppressionKey } from '../../domain/addresses.ts';
import type { OutgoingMail, QueuedMail } from '../../domain/ports.ts';
import { codeHash, isOpen, makeCode } from '../../domain/sessions/code.ts';
import type { SignInRow } from '../../domain/sessions/ports.ts';
import { automaticHeaders } from '../../mail/compose.ts';
import { signIn } from '../../mail/templates/sign-in.ts';
import type { MailDeps } from './deps.ts';

/**
 * The mail with a code. The digits exist here, in the mail, and nowhere else: what is kept is their keyed
 * fingerprint. Every try of sending makes new ones, so the last mail to arrive is the one that counts.
 */
export async function signInMail(deps: MailDeps, order: QueuedMail): Promise<OutgoingMail | string> {
  const { storage, keys, clock, club, publicUrl } = deps;
  const row = order.subjectId === null ? undefined : await storage.sessions.signIn(order.subjectId);
  if (!row) return 'sign-in gone';
  if (!isOpen(row, clock.now())) return 'sign-in over';
  const email = await emailOf(deps, row);
  const address = email === undefined ? undefined : parseAddress(email);
  if (!address) return 'nobody to write to';
  const code = makeCode();
  const suppressed = await storage.write(async (tx) => {
    const key = suppressionKey(keys, address);
    if ((await tx.standing(address.canonical, order.addressKey, key, clock.now())).suppressed) return true;
    await tx.sessions.setCode(row.id, codeHash(keys, row.id, code));
    return false;
  });
  if (suppressed) return 'address suppressed';
  const letter = signIn({ club, publicUrl, locale: order.language }, code);
  return {
    ...letter,
    from: club.sender,
    to: address.deliverable,
    messageId: order.messageId,
    headers: automaticHeaders(order),
  };
}

/** Where the code goes, if the person may still sign in. */
async function emailOf({ storage }: MailDeps, row: SignInRow): Promise<string | undefined> {
  if (row.memberId !== null) {
    const member = await storage.memberById(row.memberId);
    return member?.status === 'active' ? member.email : undefined;
  }
  const staff = row.staffId === null ? undefined : await storage.sessions.staffById(row.staffId);
  return staff?.status === 'active' ? staff.email : undefined;
}
