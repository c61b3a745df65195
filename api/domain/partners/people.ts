/** Who signs in for a partner, and sees what is that partner's and nothing else. */
import { partnerLimits } from '../../contract/limits.ts';
import type { FieldProblem } from '../../contract/codes.ts';
import type { Locale } from '../../contract/locales.ts';
import { requiredTextProblem } from '../../contract/text.ts';
import { actorName } from '../actor.ts';
import { parseAddress } from '../addresses.ts';
import { DomainError, refuseField } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from './partner.ts';
import type { Staff } from '../sessions/ports.ts';
import type { By } from './manage.ts';

export interface NewPerson {
  name: string;
  email: string;
  language: Locale;
}

/** The people of a partner who can sign in. */
export function peopleOf({ storage }: Pick<Deps, 'storage'>, { id }: Pick<Partner, 'id'>): Promise<Staff[]> {
  return storage.access.peopleOf(id);
}

/**
 * Lets somebody see a partner. They sign in by a code to their address; who sees another partner already, sees both.
 * @returns `there` when they could before
 * @throws {DomainError} invalid_request (personName, personEmail): `invalid` for somebody of the club's own staff, who
 * see every partner at the console
 */
export async function addPerson(
  deps: Pick<Deps, 'storage' | 'clock'>,
  by: By,
  partner: Pick<Partner, 'id'>,
  person: NewPerson,
): Promise<'added' | 'there'> {
  const name = person.name.trim();
  const email = person.email.trim();
  const address = parseAddress(email)?.canonical;
  const wrongName = requiredTextProblem(name, partnerLimits.contactName);
  const errors: FieldProblem[] = wrongName ? [{ field: 'personName', code: wrongName }] : [];
  if (address === undefined) errors.push({ field: 'personEmail', code: 'email_invalid' });
  if (address === undefined || errors.length > 0) throw new DomainError('invalid_request', { errors });
  const people = await peopleOf(deps, partner);
  if (people.some((one) => one.address === address && one.status === 'active')) return 'there';
  if (people.length >= partnerLimits.people) refuseField('personEmail', 'too_many');
  const known = await deps.storage.sessions.staffByAddress(address);
  if (known && known.role !== 'partner') refuseField('personEmail', 'invalid');
  const now = deps.clock.now();
  await deps.storage.write(async (tx) => {
    const added = { name, email, address, role: 'partner', language: person.language, status: 'active' } as const;
    const id = known?.id ?? (await tx.sessions.insertStaff(added, now));
    if (known?.status === 'suspended') await tx.sessions.changeStaff(id, { status: 'active' });
    await tx.partners.grant(id, partner.id, now);
    await tx.audit(`partner.person_added.${id}`, `partner:${partner.id}`, now, by && actorName(by));
  });
  return 'added';
}

/**
 * Takes a partner away from somebody, at once. Who sees none any more can sign in no longer.
 * @throws {DomainError} not_found: they could not see it
 */
export async function removePerson(
  deps: Pick<Deps, 'storage' | 'clock'>,
  by: By,
  partner: Pick<Partner, 'id'>,
  staffId: number,
): Promise<void> {
  const now = deps.clock.now();
  await deps.storage.write(async (tx) => {
    // One after the other: of two who take one partner each, the second has to see that none is left.
    await tx.lockAddress(`staff:${staffId}`);
    if (!(await tx.partners.revoke(staffId, partner.id))) throw new DomainError('not_found');
    await tx.sessions.endAll({ staffId });
    if (!(await tx.partners.seesAny(staffId))) await tx.sessions.changeStaff(staffId, { status: 'suspended' });
    await tx.audit(`partner.person_removed.${staffId}`, `partner:${partner.id}`, now, by && actorName(by));
  });
}
