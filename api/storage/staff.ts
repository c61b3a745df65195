import { sql } from 'kysely';
import type { StaffRole } from '../contract/vocabulary.ts';
import type { ClubStaff, Passkey, SessionReads, SessionWrites, Staff } from '../domain/sessions/ports.ts';
import { inserted, query, type Executor } from './query.ts';

export const staffColumns = [
  'staff.id',
  'staff.name',
  'staff.email',
  'staff.address',
  'staff.role',
  'staff.of_partner as ofPartner',
  'staff.language',
  'staff.status',
] as const;

type StaffRow = ClubStaff & { ofPartner: number };

export function toStaff({ ofPartner, ...row }: StaffRow): Staff {
  return ofPartner === 1 ? { ...row, role: 'partner' } : row;
}

const byId = query<{ id: number }>()((db, p) => db.selectFrom('staff').select(staffColumns).where('id', '=', p.id));
const byAddress = query<{ address: string }>()((db, p) =>
  db.selectFrom('staff').select(staffColumns).where('address', '=', p.address),
);
const every = query()((db) => db.selectFrom('staff').select(staffColumns).where('of_partner', '=', 0).orderBy('id'));

const insert = query<Omit<ClubStaff, 'id'> & { ofPartner: boolean; at: number }>()((db, p) =>
  db
    .insertInto('staff')
    .values({
      name: p.name,
      email: p.email,
      address: p.address,
      role: p.role,
      of_partner: p.ofPartner,
      language: p.language,
      status: p.status,
      created_at: p.at,
    })
    .returning('id'),
);

type StaffChange = { [K in 'name' | 'role' | 'status' | 'email' | 'address']: ClubStaff[K] | null } & {
  ofPartner: number | null;
};

// What is not to change comes as null and stays.
const change = query<StaffChange & { id: number }>()((db, p) =>
  db
    .updateTable('staff')
    .set({
      name: sql`coalesce(${p.name}, name)`,
      role: sql`coalesce(${p.role}, role)`,
      of_partner: sql`coalesce(cast(${p.ofPartner} as bigint), of_partner)`,
      status: sql`coalesce(${p.status}, status)`,
      email: sql`coalesce(${p.email}, email)`,
      address: sql`coalesce(${p.address}, address)`,
    })
    .where('id', '=', p.id),
);

const passkeyColumns = [
  'id',
  'staff_id as staffId',
  'public_key as publicKey',
  'counter',
  'transports',
  'name',
  'created_at as createdAt',
] as const;

const passkeysOf = query<{ staffId: number }>()((db, p) =>
  db.selectFrom('passkey').select(passkeyColumns).where('staff_id', '=', p.staffId).orderBy('created_at').orderBy('id'),
);
const passkeyById = query<{ id: string }>()((db, p) =>
  db.selectFrom('passkey').select(passkeyColumns).where('id', '=', p.id),
);

const insertPasskey = query<Passkey>()((db, p) =>
  db.insertInto('passkey').values({
    id: p.id,
    staff_id: p.staffId,
    public_key: p.publicKey,
    counter: p.counter,
    transports: p.transports,
    name: p.name,
    created_at: p.createdAt,
  }),
);

const usePasskey = query<{ id: string; counter: number; at: number }>()((db, p) =>
  db.updateTable('passkey').set({ counter: p.counter, used_at: p.at }).where('id', '=', p.id),
);

const dropPasskeys = query<{ staffId: number }>()((db, p) =>
  db.deleteFrom('passkey').where('staff_id', '=', p.staffId),
);

/** How a role is written down: see the migration that brought people of partners. */
function written(role: StaffRole): { role: ClubStaff['role']; ofPartner: boolean } {
  return role === 'partner' ? { role: 'moderator', ofPartner: true } : { role, ofPartner: false };
}

async function one(found: Promise<StaffRow | undefined>): Promise<Staff | undefined> {
  const row = await found;
  return row && toStaff(row);
}

/** Who works for the club, and their passkeys. */
export function staffReads(
  on: Executor,
): Pick<SessionReads, 'staffById' | 'staffByAddress' | 'staff' | 'passkeys' | 'passkey'> {
  return {
    staffById: (id) => one(on.get(byId, { id })),
    staffByAddress: (address) => one(on.get(byAddress, { address })),
    staff: async () => (await on.all(every, {})).map(({ ofPartner: _never, ...row }) => row),
    passkeys: (staffId) => on.all(passkeysOf, { staffId }),
    passkey: (id) => on.get(passkeyById, { id }),
  };
}

export function staffWrites(
  on: Executor,
): Pick<SessionWrites, 'findStaff' | 'insertStaff' | 'changeStaff' | 'insertPasskey' | 'usePasskey' | 'dropPasskeys'> {
  return {
    findStaff: (id) => one(on.get(byId, { id })),
    async insertStaff(staff, at) {
      return inserted(await on.get(insert, { ...staff, ...written(staff.role), at }));
    },
    async changeStaff(id, { name = null, role = null, status = null, email = null, address = null }) {
      const as = role === null ? { role, ofPartner: null } : written(role);
      return (
        (await on.run(change, {
          id,
          name,
          ...as,
          ofPartner: as.ofPartner === null ? null : Number(as.ofPartner),
          status,
          email,
          address,
        })) === 1
      );
    },
    async insertPasskey(passkey) {
      await on.run(insertPasskey, passkey);
    },
    async usePasskey(id, counter, at) {
      await on.run(usePasskey, { id, counter, at });
    },
    async dropPasskeys(staffId) {
      await on.run(dropPasskeys, { staffId });
    },
  };
}
