import { createHash } from 'node:crypto';
import { limits } from '../../contract/limits.ts';
import { isLocale } from '../../contract/locales.ts';
import { requiredTextProblem, textProblem } from '../../contract/text.ts';
import { addressKey, departureKey, parseAddress, suppressionKey } from '../addresses.ts';
import type { Deps, NewMember, Transaction } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';

/** One line of a founders' list, by column name, as text. */
export type ImportRow = Partial<Record<(typeof importColumns)[number], string>>;

export const importColumns = [
  'email',
  'first_name',
  'last_name',
  'circle',
  'language',
  'place',
  'organisation',
  'consent_date',
  'consent_source',
  'newsletter',
  'public',
] as const;

export type ImportOutcome = { result: 'added' | 'known' } | { result: 'refused'; reason: string };

type ImportDeps = Pick<Deps, 'storage' | 'clock' | 'keys' | 'club'>;

/** Undoes the transaction of a dry run. */
class DryRun extends Error {}

const added: ImportOutcome = { result: 'added' };
const known: ImportOutcome = { result: 'known' };
const refuse = (reason: string): ImportOutcome => ({ result: 'refused', reason });

/**
 * Brings in one person who joined before there was a website. They are a member at once, so their
 * consent must be named: when it was given and where it can be read. Nobody is mailed, and nobody comes
 * back in who left.
 * @param dryRun answer what would happen, and change nothing
 */
export async function importMember(
  deps: ImportDeps,
  partner: Partner,
  row: ImportRow,
  dryRun: boolean,
): Promise<ImportOutcome> {
  const read = readRow(deps, partner, row);
  if ('reason' in read) return refuse(read.reason);
  try {
    return await deps.storage.write(async (tx) => {
      const obstacle = await obstacleTo(tx, read, deps.clock.now());
      if (obstacle) return obstacle;
      const id = await tx.insertActiveMember(read.member, read.consentAt);
      if (id === undefined) return known;
      await recordImport(tx, deps, read, id);
      if (dryRun) throw new DryRun();
      return added;
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    return added;
  }
}

/** Why this person is not brought in, if they are not. */
async function obstacleTo(tx: Transaction, { member, keys }: ReadRow, now: number) {
  const standing = await tx.standing(member.address, keys.inbox, keys.refused, now);
  if (standing.suppressed) {
    return refuse('nobody has this address, its mail server says; if it works again: npm run cli -- suppression lift');
  }
  if (standing.member?.status === 'pending') {
    return refuse('this address has signed up by itself and must confirm by mail');
  }
  if (standing.member) return known;
  const gone = await tx.standing(member.address, keys.inbox, keys.gone, now);
  return gone.suppressed ? refuse('this person left the club and can only come back by themselves') : undefined;
}

async function recordImport(tx: Transaction, deps: ImportDeps, { member, consentAt, source }: ReadRow, id: number) {
  // The text is shared and kept for good: what is one person's own stands in their row.
  const text = JSON.stringify({ imported: true });
  const textHash = createHash('sha256').update(text).digest('hex');
  await tx.keepConsentText(textHash, text);
  await tx.recordConsent({
    memberId: id,
    partnerId: member.partnerId,
    language: member.language,
    charterVersion: deps.club.charter.version,
    noticeVersion: deps.club.notice.version,
    textHash,
    newsletter: member.newsletter,
    public: member.public,
    introductions: false,
    method: 'import',
    page: null,
    ipPrefix: null,
    source,
    at: consentAt,
  });
  await tx.confirmConsents(id, consentAt);
  await tx.count(member.partnerId, 1);
  await tx.audit('member.imported', `member:${id}`, deps.clock.now());
}

interface ReadRow {
  member: NewMember;
  consentAt: number;
  source: string;
  keys: {
    inbox: string;
    /** Suppressed when a mail server said that nobody has this address. */
    refused: string;
    /** Suppressed when this person has left before. */
    gone: string;
  };
}

function readRow(deps: ImportDeps, partner: Partner, row: ImportRow): ReadRow | { reason: string } {
  const unreadable = (reason: string) => ({ reason });
  const address = parseAddress(row.email ?? '');
  if (!address) return unreadable('email is missing or is no mail address');
  const firstName = row.first_name ?? '';
  if (requiredTextProblem(firstName, limits.firstName)) return unreadable('first_name is missing or too long');
  for (const [name, max] of [
    ['last_name', limits.lastName],
    ['place', limits.place],
    ['organisation', limits.organisation],
    ['consent_source', limits.sentence],
  ] as const) {
    if (textProblem(row[name] ?? '', max))
      return unreadable(`${name} is longer than ${max} characters or has control characters`);
  }
  const circle = deps.club.circles.find((one) => one.id === row.circle);
  if (!circle) {
    return unreadable(`circle must be one of ${deps.club.circles.map((one) => one.id).join(', ')}`);
  }
  const language = row.language || deps.club.defaultLanguage;
  if (!isLocale(language)) return unreadable('language must be fr, de, en or gsw');
  const consentAt = readDate(row.consent_date ?? '');
  if (consentAt === undefined)
    return unreadable('consent_date is missing: write the day of the consent, e.g. 2025-01-17');
  if (consentAt > deps.clock.now()) return unreadable('consent_date lies in the future');
  const source = row.consent_source ?? '';
  if (requiredTextProblem(source, limits.sentence)) {
    return unreadable(
      'consent_source is missing: write where the consent can be read, e.g. "form of the ceremony, folder 3"',
    );
  }
  const newsletter = readYesNo(row.newsletter);
  const isPublic = readYesNo(row.public);
  if (newsletter === undefined || isPublic === undefined)
    return unreadable('newsletter and public must be yes, no or empty');
  return {
    consentAt,
    source,
    keys: {
      inbox: addressKey(deps.keys, address),
      refused: suppressionKey(deps.keys, address),
      gone: departureKey(deps.keys, address),
    },
    member: {
      firstName,
      lastName: row.last_name || null,
      email: row.email!,
      address: address.canonical,
      circle: circle.id,
      place: row.place || null,
      organisation: row.organisation || null,
      sentence: null,
      language,
      newsletter,
      public: isPublic,
      introductions: false,
      partnerId: partner.id,
      invitationId: null,
      joinedAt: consentAt,
    },
  };
}

/** A calendar day as epoch milliseconds; a day that does not exist (30 February) is none. */
function readDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? undefined : at;
}

function readYesNo(text: string | undefined): boolean | undefined {
  if (!text || /^(?:no|non|nein|0|false)$/i.test(text)) return false;
  return /^(?:yes|oui|ja|1|true)$/i.test(text) ? true : undefined;
}
