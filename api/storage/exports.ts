import { sql } from 'kysely';
import type { ExportKind } from '../contract/exports.ts';
import type { ExportReads, ExportRow } from '../domain/exports/ports.ts';
import { literal, query, type Executor } from './query.ts';

type Page = { after: number; max: number };

const members = query<Page>()((db, p) =>
  db
    .selectFrom('member')
    .innerJoin('partner', 'partner.id', 'member.partner_id')
    .select([
      'member.id',
      'member.status',
      'first_name',
      'last_name',
      // Who has left has an address that only keeps the place.
      sql<string | null>`case member.status when 'left' then null else email end`.as('email'),
      'circle',
      'place',
      'organisation',
      'sentence',
      'language',
      'newsletter',
      'public',
      'introductions',
      'partner.slug as partner',
      'joined_at',
      'confirmed_at',
      'left_at',
      'suspended_at',
    ])
    .where('member.id', '>', p.after)
    .orderBy('member.id')
    .limit(p.max),
);

/** What its author has not handed in, or has taken back, is nobody else's to read. */
const stories = query<Page>()((db, p) =>
  db
    .selectFrom('story')
    .innerJoin('partner', 'partner.id', 'story.partner_id')
    .select([
      'story.id',
      'public_id',
      'member_id',
      'story.status',
      'story.kind',
      'language',
      'signature',
      'place',
      'text',
      'circle',
      'partner.slug as partner',
      'link',
      'story.created_at',
      'updated_at',
      'published_at',
    ])
    .where('story.status', 'not in', [literal('draft'), literal('withdrawn')])
    .where('story.id', '>', p.after)
    .orderBy('story.id')
    .limit(p.max),
);

const consents = query<Page>()((db, p) =>
  db
    .selectFrom('consent')
    .innerJoin('partner', 'partner.id', 'consent.partner_id')
    .innerJoin('consent_text', 'consent_text.id', 'consent.text_id')
    .select([
      'consent.id',
      'member_id',
      'partner.slug as partner',
      'language',
      'charter_version',
      'notice_version',
      'consent_text.hash as text_sha256',
      'newsletter',
      'public',
      'introductions',
      'method',
      'page',
      'ip_prefix',
      'given_at',
      'confirmed_at',
      'newsletter_withdrawn_at',
      'withdrawn_at',
    ])
    .where('consent.id', '>', p.after)
    .orderBy('consent.id')
    .limit(p.max),
);

const attribution = query<Page>()((db, p) =>
  db
    .selectFrom('attribution')
    .innerJoin('partner', 'partner.id', 'attribution.partner_id')
    .select([
      'member_id as id',
      'member_id',
      'partner.slug as partner',
      'page_origin',
      'page_path',
      'referrer_origin',
      'utm_source',
      'utm_medium',
      'utm_campaign',
      'utm_term',
      'utm_content',
      'first_path',
      'first_utm_source',
      'first_utm_medium',
      'first_utm_campaign',
      'first_utm_term',
      'first_utm_content',
      'referred_by',
      'widget',
      'attribution.created_at',
    ])
    .where('member_id', '>', p.after)
    .orderBy('member_id')
    .limit(p.max),
);

const kinds = { members, stories, consents, attribution } satisfies Record<ExportKind, unknown>;

export function exportReads(on: Executor): ExportReads {
  return {
    async page(kind, after, max) {
      const rows: (ExportRow & { id: number })[] = await on.all(kinds[kind] as typeof attribution, { after, max });
      return { rows, last: rows.at(-1)?.id ?? after };
    },
  };
}
