import { durations } from '../../contract/limits.ts';
import { addressKey, parseAddress, suppressionKey, type Address } from '../addresses.ts';
import { DomainError, refuseField } from '../errors.ts';
import { hashInvitation } from '../invitations.ts';
import { messageId } from '../messages.ts';
import type { Deps, NewMember, Standing, Transaction } from '../ports.ts';
import { attributionOf } from './attribution.ts';
import type { JoinInput } from './join-input.ts';
import { consentTexts, recordProof } from './proof-of-consent.ts';
import { memberOf } from './referral.ts';
import { tellWebhooks } from '../webhooks/tell.ts';
import { countJoin } from '../statistics/count-joins.ts';
import { mayWriteToStranger } from '../strangers.ts';

type JoinDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'club' | 'texts' | 'publicUrl'>;

/**
 * Takes a sign-up: member, proof of consent, attribution and confirmation mail in one transaction.
 * The outcome is the same for an address that is new, pending, a member or suppressed, so nothing is
 * returned; a member gets an "already in" mail instead, under the same cap. A sign-up never moves a
 * member backwards. It replaces what a pending person told us before only together with a new mail, whose
 * link then is the one that works.
 * @throws {DomainError} invalid_request (circle, invitation, charter, e-mail), proof_spent
 */
export async function join(deps: JoinDeps, input: JoinInput): Promise<void> {
  const { fields } = input;
  const circle = deps.club.circles.find((one) => one.id === fields.circle);
  if (!circle) refuseField('circle', 'circle_unknown');
  if (circle.byInvitation && !fields.invitation) refuseField('invitation', 'invitation_required');
  if (fields.charter !== deps.club.charter.version) refuseField('charter', 'charter_outdated');
  if (input.notice !== deps.club.notice.version) refuseField('notice', 'charter_outdated');
  const address = parseAddress(fields.email);
  if (!address) refuseField('email', 'email_invalid');

  const now = deps.clock.now();
  const key = addressKey(deps.keys, address);
  const refusedKey = suppressionKey(deps.keys, address);
  const texts = consentTexts(deps, input.language, input.partner);
  const invitationHash = circle.byInvitation ? hashInvitation(fields.invitation ?? '') : undefined;

  const referredBy = await memberOf(deps, input.page?.ambassador);

  const recorded = await deps.storage.write(async (tx) => {
    if (!(await tx.spend(input.spendable.key, input.spendable.expiresAt))) throw new DomainError('proof_spent');
    await tx.lockAddress(key);
    const standing = await tx.standing(address.canonical, key, refusedKey, now - durations.mailDay);
    // Looked up whoever signs up: the answer to a code must not depend on who the address belongs to.
    const invitationId = invitationHash === undefined ? null : await findInvitation(tx, invitationHash, circle.id, now);
    const known = standing.member;
    const attribution = attributionOf(input, referredBy, now);
    // Partners see the numbers of their pages: they are the same whoever the address belongs to, as the answer is.
    await countJoin(tx, deps, 'signup', attribution);
    const isNew = mayWriteToStranger(standing, now) && known?.status !== 'active' && known?.status !== 'pending';
    const wish = { partnerId: input.partner.id, at: now, data: { circle: circle.id, language: input.language } };
    // So is what their webhooks are told. For the club, nothing has happened.
    if (!isNew) await tellWebhooks(tx, 'membership.requested', { ...wish, isOutside: true });
    // What may not be mailed is not stored either. A mailed link stands for what was said before it went
    // out: if a stranger could still change that, people would confirm what they never said.
    if (!mayWriteToStranger(standing, now)) return false;

    const isMember = known?.status === 'active';
    const memberId = isMember ? known.id : await keepMember(tx, standing, newMember(input, address, invitationId, now));
    if (!isMember) {
      await recordProof(tx, input, memberId, texts, now);
      await tx.recordAttribution({ ...attribution, memberId });
    }
    if (isNew) await tellWebhooks(tx, 'membership.requested', { ...wish, inside: { member: memberId } });
    await tx.enqueueMail({
      kind: isMember ? 'already_member' : 'confirmation',
      memberId,
      partnerId: input.partner.id,
      // A member reads us in the language they chose, whoever filled in this form.
      language: isMember ? known.language : input.language,
      addressKey: key,
      formPrefix: input.ipPrefix,
      messageId: messageId(deps),
      createdAt: now,
    });
    return !isMember;
  });
  if (recorded) texts.kept = true;
}

/** An invitation with a place left. The place is taken by who confirms, so that asking uses nothing up. */
async function findInvitation(tx: Transaction, codeHash: string, circle: string, now: number): Promise<number> {
  return (await tx.findInvitation(codeHash, circle, now)) ?? refuseField('invitation', 'invitation_unknown');
}

async function keepMember(tx: Transaction, standing: Standing, member: NewMember): Promise<number> {
  if (!standing.member) return tx.insertMember(member);
  await tx.replacePending(standing.member.id, member);
  // Whoever confirms now confirms what was said last: earlier links and proofs end with what they stood for.
  await tx.dropTokens(standing.member.id, 'confirm');
  await tx.withdrawConsents(standing.member.id, member.joinedAt);
  return standing.member.id;
}

function newMember(input: JoinInput, address: Address, invitationId: number | null, now: number): NewMember {
  const { fields } = input;
  return {
    firstName: fields.firstName,
    lastName: fields.lastName || null,
    email: fields.email,
    address: address.canonical,
    circle: fields.circle,
    place: fields.place || null,
    organisation: fields.organisation || null,
    sentence: fields.sentence || null,
    language: input.language,
    newsletter: fields.newsletter,
    public: fields.public,
    introductions: fields.introductions,
    partnerId: input.partner.id,
    invitationId,
    joinedAt: now,
  };
}
