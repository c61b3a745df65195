import { actorName, type StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import { StorageConflictError, type Deps } from '../ports.ts';
import type { Partner, PartnerStatus } from './partner.ts';
import { checkOwnFields, checkStaffFields, slugProblem, type OwnFields, type StaffFields } from './fields.ts';
import { clubPartnerSlug } from './name.ts';
import type { PartnerChange } from './ports.ts';

type ManageDeps = Pick<Deps, 'storage' | 'clock' | 'club'>;

/** Who does it, for the audit log; nobody for the command line. */
export type By = StaffActor | undefined;
const nameOf = (by: By) => by && actorName(by);

/**
 * Adds a partner.
 * @throws {DomainError} invalid_request, partner_taken
 */
export async function addPartner(deps: ManageDeps, by: By, slug: string, input: StaffFields): Promise<void> {
  const code = slugProblem(slug);
  const said = checkStaffFields(deps, input, code ? [{ field: 'slug', code }] : []);
  const partner = { ...said, slug, logo: null, status: 'active' as const };
  const now = deps.clock.now();
  try {
    await deps.storage.write(async (tx) => {
      const id = await tx.partners.insert(partner, now);
      await tx.audit('partner.added', `partner:${id}`, now, nameOf(by));
    });
  } catch (error) {
    if (error instanceof StorageConflictError && error.kind === 'unique') throw new DomainError('partner_taken');
    throw error;
  }
}

/**
 * Changes what staff say of a partner: everything but its short name, which is part of every snippet.
 * @throws {DomainError} invalid_request, not_found
 */
export async function changePartner(deps: ManageDeps, by: By, { id }: Partner, input: StaffFields): Promise<void> {
  await change(deps, by, id, 'partner.changed', checkStaffFields(deps, input));
}

/**
 * Changes what is a partner's own to say. Whose pages may carry the widgets is not.
 * @throws {DomainError} invalid_request, not_found
 */
export async function changeOwnPartner(deps: ManageDeps, by: By, partner: Partner, input: OwnFields): Promise<void> {
  await change(deps, by, partner.id, 'partner.changed_own', checkOwnFields(deps, input, partner));
}

/** Replaces the list of whose pages may carry the widgets. The origins were read by `readOrigins`. */
export async function setPartnerOrigins(
  deps: Pick<Deps, 'storage' | 'clock'>,
  by: By,
  { id }: Pick<Partner, 'id'>,
  place: Pick<Partner, 'origins' | 'allowsLocal'>,
): Promise<void> {
  await change(deps, by, id, 'partner.changed', place);
}

/**
 * Pauses a partner, or lets it go on: while it is paused its widgets show their fallback, and nothing is written for it.
 * @throws {DomainError} wrong_state: the club's own pages are never paused; not_found
 */
export async function setPartnerPaused(
  deps: Pick<Deps, 'storage' | 'clock'>,
  by: By,
  { id, slug }: Pick<Partner, 'id' | 'slug'>,
  paused: boolean,
): Promise<void> {
  if (slug === clubPartnerSlug) throw new DomainError('wrong_state');
  const status: PartnerStatus = paused ? 'paused' : 'active';
  await change(deps, by, id, paused ? 'partner.paused' : 'partner.resumed', { status });
}

async function change(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  by: By,
  id: number,
  action: string,
  what: PartnerChange,
): Promise<void> {
  const now = clock.now();
  await storage.write(async (tx) => {
    // A row is read and written as a whole: whoever saves a name must not undo a pause of the same moment.
    await tx.lockAddress(`partner:${id}`);
    if (!(await tx.partners.change(id, what))) throw new DomainError('not_found');
    await tx.audit(action, `partner:${id}`, now, nameOf(by));
  });
}

/** The club speaks for itself on its own pages: one partner that is always there. */
export async function ensureClubPartner(deps: Pick<Deps, 'storage' | 'clock' | 'club' | 'publicUrl'>): Promise<void> {
  if (await deps.storage.partnerBySlug(clubPartnerSlug)) return;
  await deps.storage.insertPartner(
    {
      slug: clubPartnerSlug,
      kind: 'club',
      name: deps.club.name[deps.club.defaultLanguage],
      origins: [new URL(deps.publicUrl).origin],
      status: 'active',
    },
    deps.clock.now(),
  );
}

/**
 * Follows the club to another public address. The one it had may be somebody else's tomorrow, so it is forgotten; among
 * several, which somebody has named, nobody knows which it was, and the operator is told.
 */
export async function moveClubPartner(deps: Pick<Deps, 'storage' | 'clock' | 'publicUrl' | 'log'>): Promise<void> {
  const partner = await deps.storage.partnerBySlug(clubPartnerSlug);
  const { origin } = new URL(deps.publicUrl);
  if (!partner || partner.origins.includes(origin)) return;
  const { origins, allowsLocal } = partner;
  const named = origins.length > 1 ? origins : [];
  await setPartnerOrigins(deps, undefined, partner, { origins: [origin, ...named], allowsLocal });
  if (named.length === 0) return;
  deps.log.warn(
    { origins: named },
    `The club's own pages are at ${origin} now. Is one of the others its old address? Say which are left: ` +
      `npm run cli -- partner origins ${clubPartnerSlug} --origin ${origin} …`,
  );
}
