/** Markup of a holder's page: what each badge is now, and what can be done about it. */
import { html } from 'hono/html';
import { badgeDurations, badgeLimits } from '../../../contract/limits.ts';
import { paths } from '../../../contract/paths.ts';
import { shownDomain } from '../../../domain/badges/domain-name.ts';
import type { HeldBadge } from '../../../domain/badges/held.ts';
import { isShown, stateOf } from '../../../domain/badges/view.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import { termsFor } from '../../../lang/index.ts';
import { myBadges, type MyBadgesTexts } from '../../../lang/my-badges/index.ts';
import { withLang, type Html } from '../layout.ts';
import { choicesForm } from './mine-choices.ts';
import { askForm, findingPlace, giveUpForm, proofSection } from './mine-business.ts';
import { filesAndPictures } from './mine-files.ts';
import type { MineView } from './mine-state.ts';
import { badgeTools } from './tools.ts';
import { momentOf } from '../moment.ts';
import { altOf, badgeImage, viewOf } from './view.ts';

/** Everything under the heading. */
export function mineView(view: MineView): Html {
  const { locale, member, held, done } = view;
  const { mine } = myBadges[locale];
  const isSuspended = member.suspendedAt !== null;
  const open = held.filter(({ badge }) => badge.kind === 'business' && badge.status !== 'ended').length;
  return html`<p class="lead">${mine.lead}</p>
    <p>
      <a href="${withLang(paths.badges, locale)}">${badgePages[locale].page.meaning}</a>
    </p>
    ${held.some(({ badge }) => badge.publicId === done?.id) ? '' : noteOf(view)} ${problemOf(view)}
    ${
      isSuspended
        ? html`<section class="errors">
            <h2>${mine.states.suspended.title}</h2>
            <p>${mine.states.suspended.text}</p>
          </section>`
        : ''
    }
    ${held.some(({ badge }) => badge.kind === 'person') || isSuspended ? '' : html`<p>${mine.none}</p>`}
    ${held.map((one) => badgeSection(view, one, isSuspended))}
    ${isSuspended ? '' : open >= badgeLimits.business ? html`<p class="hint">${mine.ask.full}</p>` : askForm(view)}
    <p><a href="${withLang(paths.mySpace, locale)}">${mine.back}</a></p>`;
}

/** What was done, said where the reader is led to: on the badge itself, or on top when there is none. */
function noteOf({ done, locale }: MineView): Html | string {
  return done ? html`<p class="said-so" role="status">${myBadges[locale].mine.notes[done.note]}</p>` : '';
}

/** A refusal that is no field's: said on top, where the reader begins. */
function problemOf({ failure, locale }: MineView): Html | string {
  if (!failure) return '';
  const { title, text } =
    failure.errors.length > 0
      ? { title: myBadges[locale].mine.errorsTitle, text: '' }
      : termsFor(locale).problems[failure.code];
  // Where it can be mended; a sixth badge is asked for nowhere.
  const place = failure.finding ? findingPlace(failure.id) : `b-${failure.id}`;
  const href = failure.id !== '' ? `#${place}` : failure.errors.length > 0 ? '#ask' : undefined;
  return html`<div class="errors" role="alert">
    <h2>${href === undefined ? title : html`<a href="${href}">${title}</a>`}</h2>
    ${text === '' ? '' : html`<p>${text}</p>`}
  </div>`;
}

function badgeSection(view: MineView, one: HeldBadge, isSuspended: boolean): Html {
  const { locale, deps, now } = view;
  const { badge } = one;
  const { mine } = myBadges[locale];
  const domain = badge.domain === null ? null : shownDomain(badge.domain);
  const isValid = stateOf(badge, now) === 'valid';
  const seen = isShown(badge) ? viewOf(deps, badge, locale) : undefined;
  const title = badge.kind === 'person' ? mine.person : domain === null ? mine.businessWithout : mine.business(domain);
  return html`<section class="my-badge card" id="b-${badge.publicId}" aria-labelledby="title-${badge.publicId}">
    <h2 id="title-${badge.publicId}"><bdi>${title}</bdi></h2>
    ${view.done?.id === badge.publicId ? noteOf(view) : ''}
    ${seen ? html`<p class="sample">${badgeImage(seen, 'line', { alt: altOf(seen) })}</p>` : ''}
    ${stateSection(view, one, mine)}
    ${seen ? html`<p><a href="${withLang(`/b/${badge.publicId}`, locale)}">${mine.see}</a></p>` : ''}
    ${isSuspended || badge.status === 'ended' || badge.kind === 'person' ? '' : proofSection(view, one)}
    ${
      isValid && seen && !isSuspended
        ? html`${choicesForm(view, one)}
            <h3>${mine.show}</h3>
            ${badgeTools(seen, { live: true })} ${filesAndPictures(seen)}`
        : ''
    }
    ${isSuspended || badge.status === 'ended' || badge.kind === 'person' ? '' : giveUpForm(view, one)}
  </section>`;
}

/** How it stands, in one sentence, and what to do where something is to be done. */
function stateSection({ deps, now }: MineView, { badge }: HeldBadge, { states }: MyBadgesTexts['mine']): Html {
  if (badge.status === 'waiting') return html`<p class="state">${states.waiting}</p>`;
  if (stateOf(badge, now) === 'valid') {
    if (badge.missingSince !== null) {
      const until = momentOf(deps.club, badge.missingSince + badgeDurations.domainGrace).day;
      return html`<p class="said-so warning">${states.missing(momentOf(deps.club, badge.missingSince).day, until)}</p>`;
    }
    // Of what is valid, the days are always known.
    const until = new Date(badge.validUntil!).toISOString().slice(0, 10);
    return html`<p class="state">${states.active(until)}</p>`;
  }
  const reason = badge.endReason ?? 'expired';
  return html`<p class="state">
      ${states.endedOn(momentOf(deps.club, badge.endedAt ?? badge.validUntil ?? now).day)} ${states.ended[reason]}
    </p>
    <p>${states.again[reason]}</p>`;
}
