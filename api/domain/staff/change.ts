import type { StaffRole } from '../../contract/vocabulary.ts';
import { parseAddress, type Address } from '../addresses.ts';
import { refuseField } from '../errors.ts';
import type { Deps, Transaction } from '../ports.ts';
import type { Staff } from '../sessions/ports.ts';

type StaffDeps = Pick<Deps, 'storage' | 'clock'>;

/** Nobody of the staff has this address. */
export type Changed = 'changed' | 'unknown';

/** Shuts somebody out, at once and wherever they are signed in. */
export function suspendStaff(deps: StaffDeps, address: Address): Promise<Changed> {
  return change(deps, address, 'staff.suspended', { status: 'suspended' });
}

/** Lets somebody in again; they sign in anew. */
export function resumeStaff(deps: StaffDeps, address: Address): Promise<Changed> {
  return change(deps, address, 'staff.resumed', { status: 'active' });
}

export function setStaffRole(deps: StaffDeps, address: Address, role: StaffRole): Promise<Changed> {
  return change(deps, address, `staff.role.${role}`, { role });
}

/**
 * @returns `taken` when somebody else of the staff has the new address
 * @throws {DomainError} invalid_request (email)
 */
export async function changeStaffAddress(deps: StaffDeps, from: Address, email: string): Promise<Changed | 'taken'> {
  const address = parseAddress(email)?.canonical;
  if (address === undefined) refuseField('email', 'email_invalid');
  const other = await deps.storage.sessions.staffByAddress(address);
  if (other && other.address !== from.canonical) return 'taken';
  return change(deps, from, 'staff.address_changed', { email, address });
}

/**
 * Somebody works here no longer: their name, address and passkeys are erased, and no partner is theirs. Their number
 * stays, so that who decided what can still be told apart.
 */
export async function removeStaff(deps: StaffDeps, address: Address): Promise<Changed> {
  return change(deps, address, 'staff.removed', { status: 'suspended' }, async (tx, { id }) => {
    const nobody = `removed-${id}@invalid`;
    await tx.sessions.changeStaff(id, { name: '–', email: nobody, address: nobody });
    await tx.sessions.dropPasskeys(id);
    for (const partner of await deps.storage.access.partnersOf(id)) await tx.partners.revoke(id, partner.id);
  });
}

/** Forgets the passkeys of somebody who lost theirs: the next sign-in by code makes a new one. */
export function resetPasskeys(deps: StaffDeps, address: Address): Promise<Changed> {
  return change(deps, address, 'staff.passkeys_reset', {}, (tx, { id }) => tx.sessions.dropPasskeys(id));
}

type Change = Partial<Pick<Staff, 'role' | 'status' | 'email' | 'address'>>;

/** Whatever is changed about somebody of the staff, every session they have ends with it. */
async function change(
  deps: StaffDeps,
  address: Address,
  action: string,
  what: Change,
  more?: (tx: Transaction, staff: Staff) => Promise<void>,
): Promise<Changed> {
  const staff = await deps.storage.sessions.staffByAddress(address.canonical);
  if (!staff) return 'unknown';
  const now = deps.clock.now();
  await deps.storage.write(async (tx) => {
    await tx.sessions.changeStaff(staff.id, what);
    await more?.(tx, staff);
    await tx.sessions.endAll({ staffId: staff.id });
    await tx.audit(action, `staff:${staff.id}`, now);
  });
  return 'changed';
}
