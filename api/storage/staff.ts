import { sql } from 'kysely';
import type { Passkey, SessionReads, SessionWrites, Staff } from '../domain/sessions/ports.ts';
import { inserted, query, type Executor } from './query.ts';

const columns = ['id', 'name', 'email', 'address', 'role', 'language', 'status'] as const;

const byId = query<{ id: number }>()((db, p) => db.selectFrom('staff').select(columns).where('id', '=', p.id));
const byAddress = query<{ address: string }>()((db, p) =>
  db.selectFrom('staff').select(columns).where('address', '=', p.address),
);
const every = query()((db) => db.selectFrom('staff').select(columns).orderBy('id'));

const insert = query<Omit<Staff, 'id'> & { at: number }>()((db, p) =>
  db
    .insertInto('staff')
    .values({
      name: p.name,
      email: p.email,
      address: p.address,
      role: p.role,
      language: p.language,
      status: p.status,
      created_at: p.at,
    })
    .returning('id'),
);

type StaffChange = { [K in 'role' | 'status' | 'email' | 'address']: Staff[K] | null };

// What is not to change comes as null and stays.
const change = query<StaffChange & { id: number }>()((db, p) =>
  db
    .updateTable('staff')
    .set({
      role: sql`coalesce(${p.role}, role)`,
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

/** Who works for the club, and their passkeys. */
export function staffReads(
  on: Executor,
): Pick<SessionReads, 'staffById' | 'staffByAddress' | 'staff' | 'passkeys' | 'passkey'> {
  return {
    staffById: (id) => on.get(byId, { id }),
    staffByAddress: (address) => on.get(byAddress, { address }),
    staff: () => on.all(every, {}),
    passkeys: (staffId) => on.all(passkeysOf, { staffId }),
    passkey: (id) => on.get(passkeyById, { id }),
  };
}

export function staffWrites(
  on: Executor,
): Pick<SessionWrites, 'findStaff' | 'insertStaff' | 'changeStaff' | 'insertPasskey' | 'usePasskey' | 'dropPasskeys'> {
  return {
    findStaff: (id) => on.get(byId, { id }),
    async insertStaff(staff, at) {
      return inserted(await on.get(insert, { ...staff, at }));
    },
    async changeStaff(id, { role = null, status = null, email = null, address = null }) {
      return (await on.run(change, { id, role, status, email, address })) === 1;
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
