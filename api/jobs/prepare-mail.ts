import type { OutgoingMail, QueuedMail } from '../domain/ports.ts';
import { badgeMail } from './mails/badges.ts';
import type { MailDeps } from './mails/deps.ts';
import { membershipMail } from './mails/membership.ts';
import { signInMail } from './mails/sign-in.ts';
import { storyMail } from './mails/stories.ts';

/**
 * The mail of an order; or, in words, why nobody needs it any more. Whose address it goes to, its links and
 * its codes are found and made now: an order holds none of them.
 */
export async function prepareMail(deps: MailDeps, order: QueuedMail): Promise<OutgoingMail | string> {
  const { kind } = order;
  switch (kind) {
    case 'confirmation':
    case 'welcome':
    case 'already_member':
      return membershipMail(deps, { ...order, kind });
    case 'sign_in':
      return signInMail(deps, order);
    case 'story_published':
    case 'story_refused':
    case 'story_removed':
    case 'appeal_decided':
    case 'report_receipt':
    case 'report_decided':
      return storyMail(deps, { ...order, kind });
    case 'badge_ending':
    case 'badge_domain_missing':
    case 'badge_domain_lost':
    case 'badge_reported':
      return badgeMail(deps, { ...order, kind });
  }
}
