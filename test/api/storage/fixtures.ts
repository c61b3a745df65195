import { createHash } from 'node:crypto';
import type {
  AttributionRecord,
  ConsentRecord,
  MailOrder,
  NewMember,
  PurgeBefore,
  Transaction,
} from '../../../api/domain/ports.ts';
import type { Partner } from '../../../api/domain/partners/partner.ts';
import type { StoryUse } from '../../../api/contract/vocabulary.ts';
import type { Permissions } from '../../../api/domain/stories/ports.ts';
import type { Staff } from '../../../api/domain/sessions/ports.ts';
import type { OpenStorage } from '../../../api/storage/index.ts';
import { newMember } from '../../support/new-member.ts';

/** A database of one test, with its tables made. */
export interface Opened {
  storage: OpenStorage;
  /** What `openStorage` takes to come to the same database, in this process or in another. */
  place: { databaseUrl?: string; dataDir: string };
  /** Looks into the tables past the port, for what the port only writes. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Closes everything and removes the database. */
  remove(): Promise<void>;
}

export type Open = () => Promise<Opened>;

export const now = 1_790_000_000_000;
export const minute = 60_000;
export const day = 24 * 60 * minute;
export const textHash = 'c0ffee'.repeat(10);

export const city: Omit<Partner, 'id'> = {
  slug: 'ville',
  kind: 'city',
  name: 'Ville de Mulhouse',
  names: {},
  origins: ['https://ville.example', 'https://www.ville.example'],
  allowsLocal: false,
  returnUrls: [],
  accent: null,
  languages: [],
  contacts: [],
  logo: null,
  status: 'active',
};

export const employee: Omit<Staff, 'id'> = {
  name: 'Odile',
  email: 'Odile@Club.example',
  address: 'odile@club.example',
  role: 'moderator',
  language: 'fr',
  status: 'active',
};

export const person = (name: string, changes: Partial<NewMember> = {}): NewMember =>
  newMember(`${name}@Example.org`, now, { firstName: name, ...changes });

export function consent(memberId: number, changes: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    memberId,
    partnerId: 1,
    language: 'fr',
    charterVersion: '2026-01',
    noticeVersion: '2026-02',
    textHash,
    newsletter: true,
    public: false,
    introductions: false,
    method: 'widget',
    page: 'https://ville.example/club',
    ipPrefix: '203.0.113.0/24',
    at: now,
    ...changes,
  };
}

export function attribution(memberId: number, changes: Partial<AttributionRecord> = {}): AttributionRecord {
  return {
    memberId,
    partnerId: 1,
    pageOrigin: 'https://ville.example',
    pagePath: '/club',
    referrerOrigin: null,
    utmSource: null,
    utmMedium: null,
    utmCampaign: 'voeux',
    utmTerm: null,
    utmContent: null,
    widget: '1.0.0',
    at: now,
    ...changes,
  };
}

export function mail(memberId: number, changes: Partial<MailOrder> = {}): MailOrder {
  return {
    kind: 'confirmation',
    memberId,
    partnerId: 1,
    language: 'fr',
    addressKey: 'key',
    formPrefix: '203.0.113.0/24',
    messageId: '<one@club.example>',
    createdAt: now,
    ...changes,
  };
}

/** Stands for the keyed fingerprint: the address cannot be read from it. */
export const key = (address: string) => createHash('sha256').update(address).digest('base64url');

/** A whole sign-up, as the `join` verb writes it. */
export async function signUp(tx: Transaction, member: NewMember, addressKey = key(member.address)): Promise<number> {
  await tx.keepConsentText(textHash, 'J’accepte la charte.');
  const id = await tx.insertMember(member);
  await tx.recordConsent(consent(id, { at: member.joinedAt }));
  await tx.recordAttribution(attribution(id));
  await tx.enqueueMail(mail(id, { addressKey, messageId: `<${id}@club.example>`, createdAt: member.joinedAt }));
  return id;
}

type NewStory = Parameters<Transaction['stories']['insert']>[0];

/** A story of member 1 told on the pages of partner 1. */
export function told(publicId: string, changes: Partial<NewStory> = {}): NewStory {
  return {
    publicId,
    memberId: 1,
    partnerId: 1,
    text: 'La plus belle place du monde, un soir de marché.',
    language: 'fr',
    circle: 'habitants',
    signature: 'Anne',
    place: null,
    prompt: null,
    link: null,
    people: null,
    adult: true,
    ...changes,
  };
}

export const nothingAllowed: Permissions = {
  club_site: false,
  partner_sites: false,
  newsletter: false,
  social: false,
  print: false,
};

/** Takes in an active member, who can tell stories. */
export async function author(tx: Transaction, name = 'anne'): Promise<number> {
  return (await tx.insertActiveMember(person(name), now))!;
}

/** Tells a story and publishes it, on the club's site and its partners' unless said otherwise. */
export async function publish(
  tx: Transaction,
  publicId: string,
  at: number,
  { allows = ['club_site', 'partner_sites'], ...changes }: Partial<NewStory> & { allows?: StoryUse[] } = {},
): Promise<number> {
  await tx.keepConsentText(textHash, 'J’accepte la charte.');
  const id = await tx.stories.insert(told(publicId, changes), at);
  const permissions = { ...nothingAllowed, ...Object.fromEntries(allows.map((use) => [use, true])) };
  await tx.stories.setPermissions(id, permissions, textHash, at);
  await tx.stories.move(id, ['draft'], 'pending', at);
  await tx.stories.move(id, ['pending'], 'published', at);
  return id;
}

/** A purge that finds nothing over, save what `before` says. */
export const purgeBefore = (before: Partial<PurgeBefore> = {}): PurgeBefore => ({
  pendingBefore: 0,
  mailsBefore: 0,
  signInsBefore: 0,
  uploadsBefore: 0,
  reportsBefore: 0,
  ...before,
});

/** Numbers from `from` on, as many as wanted. */
export const range = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);
