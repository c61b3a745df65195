import { z } from 'zod';
import { badgeReportReasons } from './badge-words.ts';
import { badgeLimits } from './limits.ts';
import { locales } from './locales.ts';

/** What the holder shows. Everything that is personal is off until they say so. */
export const BadgeChoices = z.strictObject({
  showsName: z.boolean(),
  showsCircle: z.boolean(),
  /** Language of the picture and of the signed texts. */
  language: z.enum(locales),
});
export type BadgeChoices = z.infer<typeof BadgeChoices>;

/** A business asks for a badge on its domain: a host name, in Unicode or punycode. A pasted address will do, www too. */
export const BusinessBadgeRequest = z.strictObject({
  domain: z.string().min(1, 'domain_invalid').max(badgeLimits.url, 'domain_invalid'),
});
export type BusinessBadgeRequest = z.infer<typeof BusinessBadgeRequest>;

/** Somebody reports a badge. Only the reason is required. */
export const BadgeReportRequest = z.strictObject({
  reason: z.enum(badgeReportReasons),
  /** Where it was seen. */
  url: z.string().max(badgeLimits.url).optional(),
  text: z.string().max(badgeLimits.reportText).optional(),
});
export type BadgeReportRequest = z.infer<typeof BadgeReportRequest>;

/** A badge as its holder sees it, `GET /v1/me/badges`. Times are ISO 8601; addresses are absolute. */
export interface MyBadge extends BadgeChoices {
  id: string;
  kind: 'person' | 'business';
  status: 'waiting' | 'active' | 'ended';
  domain: string | null;
  /** The line of a DNS TXT record, and the file, either of which proves the domain; null for a person's badge. */
  proof: { name: string; value: string; file: string; content: string } | null;
  /** When the domain was last found proven; when it was last looked for; since when it is missing. */
  provenAt: string | null;
  checkedAt: string | null;
  missingSince: string | null;
  awardedAt: string | null;
  validUntil: string | null;
  page: string;
}
