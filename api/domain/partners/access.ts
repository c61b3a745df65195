import { slugPattern } from '../../contract/text.ts';
import type { StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from './partner.ts';

/** The partners that somebody of a partner's may see, in the order in which the partners came. */
export function partnersOf({ storage }: Pick<Deps, 'storage'>, { staffId }: StaffActor): Promise<Partner[]> {
  return storage.access.partnersOf(staffId);
}

/**
 * A partner that this person may see: every one for the club's own people, theirs for a partner's. Looked up at each
 * request, so that who was removed is out at once.
 * @throws {DomainError} not_found: also when it is there and not theirs
 */
export async function requirePartner(deps: Pick<Deps, 'storage'>, actor: StaffActor, slug: string): Promise<Partner> {
  // What is no name is not looked up: a database may refuse the very question.
  const isName = slugPattern.test(slug);
  const partner =
    actor.role === 'partner'
      ? isName && (await partnersOf(deps, actor)).find((one) => one.slug === slug)
      : isName && (await deps.storage.partnerBySlug(slug));
  if (!partner) throw new DomainError('not_found');
  return partner;
}
