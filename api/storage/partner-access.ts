import type { PartnerReads, PartnerWrites } from '../domain/partners/ports.ts';
import { changePartner, insertPartner, partnerById, partnerColumns, toPartner } from './partners.ts';
import { query, type Executor } from './query.ts';
import { staffColumns, toStaff } from './staff.ts';

const peopleOf = query<{ partnerId: number }>()((db, p) =>
  db
    .selectFrom('partner_access')
    .innerJoin('staff', 'staff.id', 'partner_access.staff_id')
    .select(staffColumns)
    .where('partner_access.partner_id', '=', p.partnerId)
    .orderBy('staff.id'),
);

const partnersOf = query<{ staffId: number }>()((db, p) =>
  db
    .selectFrom('partner_access')
    .innerJoin('partner', 'partner.id', 'partner_access.partner_id')
    .select(partnerColumns)
    .where('partner_access.staff_id', '=', p.staffId)
    .orderBy('partner.id'),
);

const grant = query<{ staffId: number; partnerId: number; at: number }>()((db, p) =>
  db
    .insertInto('partner_access')
    .values({ staff_id: p.staffId, partner_id: p.partnerId, created_at: p.at })
    .onConflict((conflict) => conflict.columns(['staff_id', 'partner_id']).doNothing()),
);

const revoke = query<{ staffId: number; partnerId: number }>()((db, p) =>
  db.deleteFrom('partner_access').where('staff_id', '=', p.staffId).where('partner_id', '=', p.partnerId),
);

export function partnerReads(on: Executor): PartnerReads {
  return {
    peopleOf: async (partnerId) => (await on.all(peopleOf, { partnerId })).map(toStaff),
    partnersOf: async (staffId) => (await on.all(partnersOf, { staffId })).map(toPartner),
  };
}

export function partnerWrites(on: Executor): PartnerWrites {
  return {
    find: (id) => partnerById(on, id),
    insert: (partner, at) => insertPartner(on, partner, at),
    change: (id, change) => changePartner(on, id, change),
    grant: async (staffId, partnerId, at) => void (await on.run(grant, { staffId, partnerId, at })),
    revoke: async (staffId, partnerId) => (await on.run(revoke, { staffId, partnerId })) === 1,
    seesAny: async (staffId) => (await on.get(partnersOf, { staffId })) !== undefined,
  };
}
