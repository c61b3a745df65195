/**
 * Proof of consent (GDPR art. 7): the exact sentences are kept once, by their hash; each sign-up keeps the
 * hash with language, page and time.
 */
import { createHash } from 'node:crypto';
import type { Locale } from '../../contract/locales.ts';
import { sharedWith } from '../partners/name.ts';
import type { Deps, Transaction } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';
import type { JoinInput } from './join-input.ts';

export interface KeptTexts {
  hash: string;
  text: string;
  /** True once a committed transaction has written the text: later sign-ups need not try again. */
  kept: boolean;
}

// One entry per configuration, language and partner: bounded by what the club has, not by visitors.
const textCache = new WeakMap<object, Map<string, KeptTexts>>();

/** The exact sentences that were agreed to, as one text with its hash. */
export function consentTexts(
  deps: Pick<Deps, 'storage' | 'club' | 'texts'>,
  language: Locale,
  partner: Partner,
): KeptTexts {
  let cache = textCache.get(deps.storage);
  if (!cache) textCache.set(deps.storage, (cache = new Map()));
  const shared = sharedWith(partner, language);
  const name = `${language}:${partner.id}:${shared}`;
  let texts = cache.get(name);
  if (!texts) {
    const { consents, notice } = deps.texts.consent(language, shared);
    const { charter } = deps.club;
    const text = JSON.stringify({
      consents,
      charter: {
        version: charter.version,
        articles: charter.articles.map(({ title, text }) => ({ title: title[language], text: text[language] })),
      },
      notice: { version: deps.club.notice.version, sections: notice },
    });
    cache.set(name, (texts = { hash: createHash('sha256').update(text).digest('hex'), text, kept: false }));
  }
  return texts;
}

/** Writes what a person agreed to. */
export async function recordProof(tx: Transaction, input: JoinInput, memberId: number, texts: KeptTexts, now: number) {
  const { fields, page } = input;
  if (!texts.kept) await tx.keepConsentText(texts.hash, texts.text);
  await tx.recordConsent({
    memberId,
    partnerId: input.partner.id,
    language: input.language,
    charterVersion: fields.charter,
    noticeVersion: input.notice,
    textHash: texts.hash,
    newsletter: fields.newsletter,
    public: fields.public,
    introductions: fields.introductions,
    method: input.method,
    page: input.pageOrigin === null ? null : input.pageOrigin + (page?.path ?? ''),
    ipPrefix: input.ipPrefix,
    at: now,
  });
}
