import type { Partner, PartnerStatus } from '../domain/ports.ts';
import { inserted, query, type Executor } from './query.ts';

const columns = ['id', 'slug', 'kind', 'name', 'origins', 'status'] as const;

const bySlug = query<{ slug: string }>()((db, p) =>
  db.selectFrom('partner').select(columns).where('slug', '=', p.slug),
);
const byId = query<{ id: number }>()((db, p) => db.selectFrom('partner').select(columns).where('id', '=', p.id));
const every = query()((db) => db.selectFrom('partner').select(columns).orderBy('id'));

const insert = query<Omit<Partner, 'id' | 'origins'> & { origins: string; at: number }>()((db, p) =>
  db
    .insertInto('partner')
    .values({
      slug: p.slug,
      kind: p.kind,
      name: p.name,
      origins: p.origins,
      status: p.status,
      created_at: p.at,
    })
    .returning('id'),
);

const setStatus = query<{ slug: string; status: PartnerStatus }>()((db, p) =>
  db.updateTable('partner').set({ status: p.status }).where('slug', '=', p.slug),
);

const setOrigins = query<{ slug: string; origins: string }>()((db, p) =>
  db.updateTable('partner').set({ origins: p.origins }).where('slug', '=', p.slug),
);

export async function partnerBySlug(on: Executor, slug: string): Promise<Partner | undefined> {
  return partner(await on.get(bySlug, { slug }));
}

export async function partnerById(on: Executor, id: number): Promise<Partner | undefined> {
  return partner(await on.get(byId, { id }));
}

/** In the order in which they came. */
export async function allPartners(on: Executor): Promise<Partner[]> {
  return (await on.all(every, {})).map((row) => partner(row));
}

export async function insertPartner(on: Executor, added: Omit<Partner, 'id'>, at: number): Promise<number> {
  return inserted(await on.get(insert, { ...added, origins: JSON.stringify(added.origins), at }));
}

/** False when there is no such partner. */
export async function setPartnerStatus(on: Executor, slug: string, status: PartnerStatus): Promise<boolean> {
  return (await on.run(setStatus, { slug, status })) === 1;
}

/** False when there is no such partner. */
export async function setPartnerOrigins(on: Executor, slug: string, origins: string[]): Promise<boolean> {
  return (await on.run(setOrigins, { slug, origins: JSON.stringify(origins) })) === 1;
}

type Row = Omit<Partner, 'origins'> & { origins: string };

function partner(row: Row): Partner;
function partner(row: Row | undefined): Partner | undefined;
function partner(row: Row | undefined): Partner | undefined {
  return row && { ...row, origins: JSON.parse(row.origins) as string[] };
}
