import type { PartnerChange } from '../domain/partners/ports.ts';
import type { NewPartner, Partner, PartnerStatus } from '../domain/partners/partner.ts';
import { inserted, query, type Bound, type Executor } from './query.ts';

/** As `partnersOf` reads them too, beside another table. */
export const partnerColumns = [
  'partner.id',
  'partner.slug',
  'partner.kind',
  'partner.name',
  'partner.names',
  'partner.origins',
  'partner.allows_local as allowsLocal',
  'partner.return_urls as returnUrls',
  'partner.accent',
  'partner.languages',
  'partner.contacts',
  'partner.logo',
  'partner.status',
] as const;

type Lists = 'names' | 'origins' | 'returnUrls' | 'languages' | 'contacts';
/** A partner with its lists as JSON. */
export type PartnerRow = Omit<Partner, Lists | 'allowsLocal'> & Record<Lists, string> & { allowsLocal: number };
type Written = Omit<PartnerRow, 'id' | 'allowsLocal'> & { allowsLocal: boolean };

const bySlug = query<{ slug: string }>()((db, p) =>
  db.selectFrom('partner').select(partnerColumns).where('slug', '=', p.slug),
);
const byId = query<{ id: number }>()((db, p) => db.selectFrom('partner').select(partnerColumns).where('id', '=', p.id));
const every = query()((db) => db.selectFrom('partner').select(partnerColumns).orderBy('id'));

const told = (p: Bound<Omit<Written, 'slug'>>) => ({
  kind: p.kind,
  name: p.name,
  names: p.names,
  origins: p.origins,
  allows_local: p.allowsLocal,
  return_urls: p.returnUrls,
  accent: p.accent,
  languages: p.languages,
  contacts: p.contacts,
  logo: p.logo,
  status: p.status,
});

const insert = query<Written & { at: number }>()((db, p) =>
  db
    .insertInto('partner')
    .values({ slug: p.slug, ...told(p), created_at: p.at })
    .returning('id'),
);

const update = query<Omit<Written, 'slug'> & { id: number }>()((db, p) =>
  db.updateTable('partner').set(told(p)).where('id', '=', p.id),
);

const setStatus = query<{ slug: string; status: PartnerStatus }>()((db, p) =>
  db.updateTable('partner').set({ status: p.status }).where('slug', '=', p.slug),
);

const setOrigins = query<{ slug: string; origins: string }>()((db, p) =>
  db.updateTable('partner').set({ origins: p.origins }).where('slug', '=', p.slug),
);

export async function partnerBySlug(on: Executor, slug: string): Promise<Partner | undefined> {
  const row = await on.get(bySlug, { slug });
  return row && toPartner(row);
}

export async function partnerById(on: Executor, id: number): Promise<Partner | undefined> {
  const row = await on.get(byId, { id });
  return row && toPartner(row);
}

/** In the order in which they came. */
export async function allPartners(on: Executor): Promise<Partner[]> {
  return (await on.all(every, {})).map(toPartner);
}

/** What is not said of a new partner is not there. */
export async function insertPartner(on: Executor, added: NewPartner, at: number): Promise<number> {
  const whole = { ...nothingSaid, ...added };
  return inserted(await on.get(insert, { ...toRow(whole), slug: added.slug, at }));
}

/** False when there is no such partner. */
export async function changePartner(on: Executor, id: number, change: PartnerChange): Promise<boolean> {
  const before = await partnerById(on, id);
  if (!before) return false;
  return (await on.run(update, { ...toRow({ ...before, ...change }), id })) === 1;
}

/** False when there is no such partner. */
export async function setPartnerStatus(on: Executor, slug: string, status: PartnerStatus): Promise<boolean> {
  return (await on.run(setStatus, { slug, status })) === 1;
}

/** False when there is no such partner. */
export async function setPartnerOrigins(on: Executor, slug: string, origins: string[]): Promise<boolean> {
  return (await on.run(setOrigins, { slug, origins: JSON.stringify(origins) })) === 1;
}

const nothingSaid: Omit<Partner, 'id' | 'slug' | 'kind' | 'name' | 'origins' | 'status'> = {
  names: {},
  allowsLocal: false,
  returnUrls: [],
  accent: null,
  languages: [],
  contacts: [],
  logo: null,
};

function toRow(partner: Omit<Partner, 'id' | 'slug'>): Omit<Written, 'slug'> {
  const { names, origins, returnUrls, languages, contacts } = partner;
  return {
    ...partner,
    names: JSON.stringify(names),
    origins: JSON.stringify(origins),
    returnUrls: JSON.stringify(returnUrls),
    languages: JSON.stringify(languages),
    contacts: JSON.stringify(contacts),
  };
}

export function toPartner(row: PartnerRow): Partner {
  return {
    ...row,
    names: JSON.parse(row.names) as Partner['names'],
    origins: JSON.parse(row.origins) as string[],
    allowsLocal: row.allowsLocal === 1,
    returnUrls: JSON.parse(row.returnUrls) as string[],
    languages: JSON.parse(row.languages) as Partner['languages'],
    contacts: JSON.parse(row.contacts) as Partner['contacts'],
  };
}
