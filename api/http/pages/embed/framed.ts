import type { Embeddable } from '../../../contract/embed.ts';
import { slugPattern } from '../../../contract/text.ts';
import { DomainError } from '../../../domain/errors.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Handler } from '../../router.ts';
import { choiceOf, frameView, type FrameView } from './asked.ts';
import { closedPartner } from './closed.ts';

/**
 * A frame of one partner, whose sites alone may show it. One that is unknown or paused has a short page instead; where
 * none is named, the club speaks for itself.
 */
export function framed(
  deps: AppDeps,
  widget: Embeddable,
  show: (c: AppContext, view: FrameView) => Promise<Response>,
): Handler {
  return async (c) => {
    const slug = c.req.query('partner') ?? clubPartnerSlug;
    const partner = slugPattern.test(slug) ? await deps.storage.partnerBySlug(slug) : undefined;
    if (partner?.status === 'active') return show(c, frameView(c, deps, widget, partner));
    const { theme } = choiceOf(c, deps, widget).choice;
    return closedPartner(c, deps, partner ? 'partner_paused' : 'partner_unknown', { partner, theme });
  };
}

/** What was sent from a frame is answered in it, also when its partner has been paused meanwhile. */
export function framedForm(deps: AppDeps, widget: Embeddable, take: Handler): Handler {
  return async (c, next) => {
    try {
      return await take(c, next);
    } catch (error) {
      const code = error instanceof DomainError ? error.code : undefined;
      if (code !== 'partner_unknown' && code !== 'partner_paused') throw error;
      return closedPartner(c, deps, code, { theme: choiceOf(c, deps, widget).choice.theme });
    }
  };
}
