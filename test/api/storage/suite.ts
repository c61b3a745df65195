import { describe } from 'node:test';
import { badgeCases } from './cases/badges.ts';
import { erasureCases } from './cases/erasure.ts';
import { membershipCases } from './cases/memberships.ts';
import { outboxCases } from './cases/outbox.ts';
import { kitCases } from './cases/partner-kit.ts';
import { partnerCases } from './cases/partners.ts';
import { posterCases } from './cases/posters.ts';
import { processCases } from './cases/processes.ts';
import { purgeCases } from './cases/purge.ts';
import { sessionCases } from './cases/sessions.ts';
import { storyCases } from './cases/stories.ts';
import { mediaCases } from './cases/media.ts';
import { statusListCases } from './cases/status-lists.ts';
import { moderationCases } from './cases/moderation.ts';
import { feedCases } from './cases/feed.ts';
import { textCases } from './cases/texts.ts';
import { transactionCases } from './cases/transactions.ts';
import type { Open } from './fixtures.ts';

/** What every storage must do, on whatever engine: the port, with real tables. */
export function storageSuite(name: string, open: Open): void {
  describe(name, () => {
    partnerCases(open);
    kitCases(open);
    membershipCases(open);
    erasureCases(open);
    outboxCases(open);
    transactionCases(open);
    purgeCases(open);
    sessionCases(open);
    storyCases(open);
    feedCases(open);
    mediaCases(open);
    posterCases(open);
    moderationCases(open);
    badgeCases(open);
    statusListCases(open);
    textCases(open);
    processCases(open);
  });
}
