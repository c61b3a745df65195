import type { Member } from '../ports.ts';
import type { Happening } from '../webhooks/tell.ts';

/** What webhooks are told of a membership: never a name nor an address. */
export function happened(
  { id, circle, language, partnerId }: Pick<Member, 'id' | 'circle' | 'language' | 'partnerId'>,
  at: number,
): Happening {
  return { partnerId, at, data: { circle, language }, inside: { member: id } };
}
