/** From an order to a mail: which words, which links, which headers. Nothing is looked up and nothing written. */
import { paths } from '../contract/paths.ts';
import type { Deps, Member, OutgoingMail, QueuedMail, TokenPurpose } from '../domain/ports.ts';
import type { Partner } from '../domain/partners/partner.ts';
import { partnerName } from '../domain/partners/name.ts';
import { alreadyMember } from './templates/already-member.ts';
import { confirmation } from './templates/confirmation.ts';
import { pageUrl, type Letter, type LetterFacts } from './templates/letter.ts';
import { welcome } from './templates/welcome.ts';

/** The mails of joining. */
export interface MembershipMail {
  kind: 'confirmation' | 'welcome' | 'already_member';
}

/** Everything one of them is made of. */
export interface Occasion {
  order: QueuedMail & MembershipMail;
  member: Member;
  partner: Partner | undefined;
  /** A plain address, checked. */
  recipient: string;
  tokens: Tokens;
}

export type Tokens = Partial<Record<TokenPurpose, string>>;

/** What the links of a mail can do. */
export function purposes({ kind }: MembershipMail, member: Member): TokenPurpose[] {
  if (kind === 'confirmation') return ['confirm'];
  return kind === 'welcome' && member.newsletter ? ['leave', 'unsubscribe'] : ['leave'];
}

/** Writes the mail of an order. */
export function compose({ club, publicUrl }: Pick<Deps, 'club' | 'publicUrl'>, occasion: Occasion): OutgoingMail {
  const { order, recipient } = occasion;
  const facts = { club, publicUrl, locale: order.language };
  const { subject, text, html } = write(facts, occasion);
  return {
    from: club.sender,
    to: recipient,
    subject,
    text,
    html,
    messageId: order.messageId,
    headers: headers(facts, occasion),
  };
}

function write(facts: LetterFacts, { order, member, partner, tokens }: Occasion): Letter {
  const via = partner ? partnerName(partner, facts.locale) : null;
  const leave = tokens.leave ?? '';
  switch (order.kind) {
    case 'confirmation':
      return confirmation(facts, via, tokens.confirm ?? '');
    case 'welcome':
      return welcome(facts, member, { leave, unsubscribe: tokens.unsubscribe });
    case 'already_member':
      return alreadyMember(facts, via, leave);
  }
}

const ipPrefix = /^[0-9a-f.:]{2,45}(?:\/\d{1,3})?$/i;

/** What every mail of ours says of itself. */
export function automaticHeaders({ language, formPrefix }: QueuedMail): Record<string, string> {
  const set: Record<string, string> = {
    'Content-Language': language,
    // RFC 3834: holiday notices do not answer it.
    'Auto-Submitted': 'auto-generated',
  };
  // draft-levine-mailbomb-header: lets mailbox operators see a flood of forms for what it is.
  if (formPrefix !== null && ipPrefix.test(formPrefix)) set['Form-Sub'] = `v=1; ip=${formPrefix}`;
  return set;
}

function headers(facts: LetterFacts, { order, tokens }: Occasion): Record<string, string> {
  const set = automaticHeaders(order);
  if (tokens.unsubscribe !== undefined) {
    // RFC 8058: one click in the mail program, answered by a POST.
    set['List-Unsubscribe'] = `<${pageUrl(facts, paths.unsubscribe, tokens.unsubscribe)}>`;
    set['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  return set;
}
