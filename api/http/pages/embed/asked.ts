/** What a request for a frame asks for. */
import type { Embeddable, EmbedChoice } from '../../../contract/embed.ts';
import type { Locale } from '../../../contract/locales.ts';
import { storyLanguages } from '../../../contract/vocabulary.ts';
import { readChoice, type ReadChoice, type RefusedValue } from '../../../domain/embed/choice.ts';
import { isOriginOf } from '../../../domain/partners/origins.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { header, type AppContext, type AppDeps } from '../../env.ts';
import { pageLocale } from '../layout.ts';

/** Somebody's choice, and the partner on whose page it is shown. */
export interface FrameView {
  choice: EmbedChoice;
  refused: readonly RefusedValue[];
  partner: Partner;
  locale: Locale;
  /** Origin of the page around the frame, when the browser said so and it is one of the partner's. */
  around: string | undefined;
}

/** What the address says; of a form that was sent, too. */
export function choiceOf(c: AppContext, deps: Pick<AppDeps, 'club'>, widget: Embeddable): ReadChoice {
  const known = { circles: deps.club.circles.map(({ id }) => id), languages: storyLanguages };
  return readChoice((name) => c.req.query(name), known, widget);
}

/** @param referrer where the visitor came from, as a form brought it along; else the browser says it */
export function frameView(
  c: AppContext,
  deps: Pick<AppDeps, 'club'>,
  widget: Embeddable,
  partner: Partner,
  referrer = header(c, 'referer'),
): FrameView {
  const { choice, refused } = choiceOf(c, deps, widget);
  const origin = referrer !== undefined && URL.canParse(referrer) ? new URL(referrer).origin : undefined;
  const around = origin !== undefined && isOriginOf(partner, origin) ? origin : undefined;
  // A form names its partner in itself.
  const locale = pageLocale(c, deps, partner.languages);
  return { choice: { ...choice, partner: partner.slug }, refused, partner, locale, around };
}
