import { matchLocale } from '../../contract/locales.ts';
import { addressKey, parseAddress } from '../addresses.ts';
import { messageId } from '../messages.ts';
import type { Deps, MailKind, Transaction } from '../ports.ts';
import type { Report, Story } from '../stories/ports.ts';

type MailDeps = Pick<Deps, 'clock' | 'ids' | 'keys' | 'club' | 'publicUrl'>;

/**
 * Orders a mail to the author of a story. No address is in the order: the mailer looks it up.
 * @param subjectId the decision or appeal that it is about
 * @param notBefore epoch milliseconds
 */
export async function orderAuthorMail(
  deps: MailDeps,
  tx: Transaction,
  story: Pick<Story, 'memberId' | 'partnerId'>,
  kind: Extract<MailKind, `story_${string}` | 'appeal_decided'>,
  subjectId: number,
  notBefore: number,
): Promise<void> {
  const member = await tx.findMember(story.memberId);
  const address = member && parseAddress(member.email);
  if (!address) return;
  await tx.enqueueMail({
    kind,
    memberId: member.id,
    subjectId,
    notBefore,
    partnerId: story.partnerId,
    language: member.language,
    addressKey: addressKey(deps.keys, address),
    formPrefix: null,
    messageId: messageId(deps),
    createdAt: deps.clock.now(),
  });
}

/** Orders a mail to somebody who reported a story and left an address. */
export async function orderReporterMail(
  deps: MailDeps,
  tx: Transaction,
  report: Pick<Report, 'id' | 'email' | 'language' | 'partnerId'>,
  kind: 'report_receipt' | 'report_decided',
  formPrefix: string | null = null,
): Promise<void> {
  const address = report.email === null ? undefined : parseAddress(report.email);
  if (!address) return;
  await tx.enqueueMail({
    kind,
    memberId: null,
    subjectId: report.id,
    partnerId: report.partnerId,
    language: matchLocale(report.language, deps.club.defaultLanguage),
    addressKey: addressKey(deps.keys, address),
    formPrefix,
    messageId: messageId(deps),
    createdAt: deps.clock.now(),
  });
}
