import type { Locale } from '../../contract/locales.ts';
import type { StaffRole } from '../../contract/vocabulary.ts';
import { parseAddress } from '../addresses.ts';
import { refuseField } from '../errors.ts';
import type { Deps } from '../ports.ts';

export interface NewStaff {
  name: string;
  email: string;
  role: StaffRole;
  language: Locale;
}

/**
 * Lets somebody work for the club. They sign in by a code to this address and make a passkey the first time.
 * @returns their id; nothing when somebody of this address is there already
 * @throws {DomainError} invalid_request (email)
 */
export async function addStaff(deps: Pick<Deps, 'storage' | 'clock'>, staff: NewStaff): Promise<number | undefined> {
  const address = parseAddress(staff.email)?.canonical;
  if (address === undefined) refuseField('email', 'email_invalid');
  if (await deps.storage.sessions.staffByAddress(address)) return undefined;
  const now = deps.clock.now();
  return deps.storage.write(async (tx) => {
    const id = await tx.sessions.insertStaff({ ...staff, address, status: 'active' }, now);
    await tx.audit(`staff.added.${staff.role}`, `staff:${id}`, now);
    return id;
  });
}
