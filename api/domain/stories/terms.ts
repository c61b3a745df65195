import { createHash } from 'node:crypto';
import type { Locale } from '../../contract/locales.ts';
import type { Deps, Transaction } from '../ports.ts';

/**
 * Keeps the exact sentences that an author agrees to, once, and answers their hash: each permission points to
 * them (GDPR art. 7).
 */
export async function keepTerms(
  { club, texts }: Pick<Deps, 'club' | 'texts'>,
  tx: Transaction,
  locale: Locale,
): Promise<string> {
  const text = JSON.stringify({ storyTerms: club.storyTerms.version, ...texts.story(locale) });
  const hash = createHash('sha256').update(text).digest('hex');
  await tx.keepConsentText(hash, text);
  return hash;
}
