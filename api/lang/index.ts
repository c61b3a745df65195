import type { Club } from '../contract/club.ts';
import type { Locale } from '../contract/locales.ts';
import type { BadgeTexts, StoryTexts, Texts } from '../domain/ports.ts';
import { badgeTexts as deBadge } from './badges/de.ts';
import { badgeTexts as enBadge } from './badges/en.ts';
import { badgeTexts as frBadge } from './badges/fr.ts';
import { badgeTexts as gswBadge } from './badges/gsw.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { gsw } from './gsw.ts';
import { storyTexts as frStory } from './stories/fr.ts';
import { storyTexts as deStory } from './stories/de.ts';
import { storyTexts as enStory } from './stories/en.ts';
import { storyTexts as gswStory } from './stories/gsw.ts';
import type { ServerTerms } from './terms.ts';

export type * from './terms.ts';

const all: Record<Locale, ServerTerms> = { fr, de, en, gsw };

const stories: Record<Locale, StoryTexts> = { fr: frStory, de: deStory, en: enStory, gsw: gswStory };

const badges: Record<Locale, BadgeTexts> = { fr: frBadge, de: deBadge, en: enBadge, gsw: gswBadge };

/** The server's texts in one language. */
export function termsFor(locale: Locale): ServerTerms {
  return all[locale];
}

/** The sentences that people agree to, for one club: what every form shows and what is kept as proof. */
export function createTexts(club: Club): Texts {
  return {
    story: (locale) => stories[locale],
    badge: (locale) => badges[locale],
    consent(locale, partnerName) {
      const terms = termsFor(locale);
      return { consents: terms.consents(club), notice: terms.notice(club, partnerName) };
    },
  };
}
