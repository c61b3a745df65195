import type { AttributionRecord, ConsentRecord } from '../domain/ports.ts';
import { query, type Executor } from './query.ts';

const keepText = query<{ hash: string; text: string }>()((db, p) =>
  db
    .insertInto('consent_text')
    .values({ hash: p.hash, text: p.text })
    .onConflict((conflict) => conflict.column('hash').doNothing()),
);

const insert = query<Required<ConsentRecord>>()((db, p) =>
  db.insertInto('consent').values({
    member_id: p.memberId,
    partner_id: p.partnerId,
    // A text that was not kept gives null, which the column refuses: no proof without its text.
    text_id: db.selectFrom('consent_text').select('id').where('hash', '=', p.textHash),
    language: p.language,
    charter_version: p.charterVersion,
    notice_version: p.noticeVersion,
    newsletter: p.newsletter,
    public: p.public,
    introductions: p.introductions,
    method: p.method,
    page: p.page,
    ip_prefix: p.ipPrefix,
    source: p.source,
    given_at: p.at,
  }),
);

const confirm = query<{ memberId: number; at: number }>()((db, p) =>
  db
    .updateTable('consent')
    .set({ confirmed_at: p.at })
    .where('member_id', '=', p.memberId)
    .where('confirmed_at', 'is', null)
    .where('withdrawn_at', 'is', null),
);

const withdraw = query<{ memberId: number; at: number }>()((db, p) =>
  db
    .updateTable('consent')
    .set({ withdrawn_at: p.at })
    .where('member_id', '=', p.memberId)
    .where('withdrawn_at', 'is', null),
);

const withdrawNewsletter = query<{ memberId: number; at: number }>()((db, p) =>
  db
    .updateTable('consent')
    .set({ newsletter_withdrawn_at: p.at })
    .where('member_id', '=', p.memberId)
    .where('newsletter', '=', 1)
    .where('newsletter_withdrawn_at', 'is', null)
    .where('withdrawn_at', 'is', null),
);

const pages = query<{ memberId: number }>()((db, p) =>
  db.selectFrom('consent').select(['id', 'page']).where('member_id', '=', p.memberId),
);

const anonymise = query<{ id: number; page: string | null }>()((db, p) =>
  db.updateTable('consent').set({ page: p.page, ip_prefix: null, source: null }).where('id', '=', p.id),
);

const forget = query<{ memberId: number }>()((db, p) =>
  db.deleteFrom('attribution').where('member_id', '=', p.memberId),
);

const from = query<{ memberId: number }>()((db, p) =>
  db
    .selectFrom('attribution')
    .select(['page_origin as pageOrigin', 'page_path as pagePath', 'utm_campaign as utmCampaign'])
    .where('member_id', '=', p.memberId),
);

const forgetReferrals = query<{ memberId: number }>()((db, p) =>
  db.updateTable('attribution').set({ referred_by: null }).where('referred_by', '=', p.memberId),
);

const attribute = query<Required<AttributionRecord>>()((db, p) =>
  db
    .insertInto('attribution')
    .values({
      member_id: p.memberId,
      partner_id: p.partnerId,
      page_origin: p.pageOrigin,
      page_path: p.pagePath,
      referrer_origin: p.referrerOrigin,
      utm_source: p.utmSource,
      utm_medium: p.utmMedium,
      utm_campaign: p.utmCampaign,
      utm_term: p.utmTerm,
      utm_content: p.utmContent,
      first_path: p.firstPath,
      first_utm_source: p.firstUtmSource,
      first_utm_medium: p.firstUtmMedium,
      first_utm_campaign: p.firstUtmCampaign,
      first_utm_term: p.firstUtmTerm,
      first_utm_content: p.firstUtmContent,
      referred_by: p.referredBy,
      widget: p.widget,
      created_at: p.at,
    })
    .onConflict((conflict) =>
      conflict.column('member_id').doUpdateSet((eb) => ({
        partner_id: eb.ref('excluded.partner_id'),
        page_origin: eb.ref('excluded.page_origin'),
        page_path: eb.ref('excluded.page_path'),
        referrer_origin: eb.ref('excluded.referrer_origin'),
        utm_source: eb.ref('excluded.utm_source'),
        utm_medium: eb.ref('excluded.utm_medium'),
        utm_campaign: eb.ref('excluded.utm_campaign'),
        utm_term: eb.ref('excluded.utm_term'),
        utm_content: eb.ref('excluded.utm_content'),
        first_path: eb.ref('excluded.first_path'),
        first_utm_source: eb.ref('excluded.first_utm_source'),
        first_utm_medium: eb.ref('excluded.first_utm_medium'),
        first_utm_campaign: eb.ref('excluded.first_utm_campaign'),
        first_utm_term: eb.ref('excluded.first_utm_term'),
        first_utm_content: eb.ref('excluded.first_utm_content'),
        referred_by: eb.ref('excluded.referred_by'),
        widget: eb.ref('excluded.widget'),
        created_at: eb.ref('excluded.created_at'),
      })),
    ),
);

/** Keeps the exact text once, whoever brings it. */
export async function keepConsentText(on: Executor, hash: string, text: string): Promise<void> {
  await on.run(keepText, { hash, text });
}

/** Adds one proof of consent; its text must have been kept before. */
export async function recordConsent(on: Executor, record: ConsentRecord): Promise<void> {
  await on.run(insert, { ...record, source: record.source ?? null });
}

export async function confirmConsents(on: Executor, memberId: number, at: number): Promise<void> {
  await on.run(confirm, { memberId, at });
}

/** The rows stay: that consent was given once, and until when, has to be provable. */
export async function withdrawConsents(on: Executor, memberId: number, at: number): Promise<void> {
  await on.run(withdraw, { memberId, at });
}

/** The same for the newsletter alone: the rest of the consent goes on. */
export async function withdrawNewsletterConsent(on: Executor, memberId: number, at: number): Promise<void> {
  await on.run(withdrawNewsletter, { memberId, at });
}

/**
 * Takes out of the proofs what tells more than that consent was given, to what, when and on whose site:
 * the page becomes its origin; network and source go.
 */
export async function anonymiseConsents(on: Executor, memberId: number): Promise<void> {
  for (const { id, page } of await on.all(pages, { memberId })) {
    await on.run(anonymise, { id, page: page !== null && URL.canParse(page) ? new URL(page).origin : null });
  }
}

/** Where the sign-up came from. A second sign-up of someone pending takes the place of the first. */
export async function recordAttribution(on: Executor, record: AttributionRecord): Promise<void> {
  const first = {
    firstPath: null,
    firstUtmSource: null,
    firstUtmMedium: null,
    firstUtmCampaign: null,
    firstUtmTerm: null,
    firstUtmContent: null,
    referredBy: null,
  };
  await on.run(attribute, { ...first, ...record });
}

/** The page and the campaign that a member came by last. */
export function attributionOf(on: Executor, memberId: number) {
  return on.get(from, { memberId });
}

/** Where somebody came from, and that others came by them. */
export async function forgetAttribution(on: Executor, memberId: number): Promise<void> {
  await on.run(forget, { memberId });
  await on.run(forgetReferrals, { memberId });
}
