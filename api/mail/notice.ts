import type { Deps, OutgoingMail, QueuedMail } from '../domain/ports.ts';
import { automaticHeaders } from './compose.ts';
import type { Letter } from './templates/letter.ts';

/** A mail without links that do something: nobody's token is in it. */
export function noticeMail(
  { club }: Pick<Deps, 'club'>,
  order: QueuedMail,
  recipient: string,
  { subject, text, html }: Letter,
): OutgoingMail {
  return {
    from: club.sender,
    to: recipient,
    subject,
    text,
    html,
    messageId: order.messageId,
    headers: automaticHeaders(order),
  };
}
