/** What both sides see of a partner: who it is, its logo, and where one goes from there. */
import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import type { PartnerKind } from '../../../contract/vocabulary.ts';
import { partnerName } from '../../../domain/partners/name.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { partnerPages, type PartnerNote } from '../../../lang/partners/index.ts';
import type { AppDeps } from '../../env.ts';
import { withLang, type Html } from '../layout.ts';
import { refusedOf, type FieldsView } from './fields.ts';

const noteNames = Object.keys(partnerPages.en.notes) as PartnerNote[];

/** What went well just now, as the address says; nothing else can be said by an address. */
export function noteOf(text: string | undefined): PartnerNote | undefined {
  return noteNames.find((one) => one === text);
}

export function said(locale: Locale, note: PartnerNote | undefined): Html | string {
  return note ? html`<p class="said-so" role="status">${partnerPages[locale].notes[note]}</p>` : '';
}

/** The picture beside a name, which says the same. */
export function logoImage(deps: Pick<AppDeps, 'mediaOrigin'>, { logo }: Partner, alt = ''): Html | string {
  return logo === null
    ? ''
    : html`<img class="partner-logo" src="${deps.mediaOrigin}${paths.media}${logo}" alt="${alt}" />`;
}

/** The same in a list: its first letter where it has no logo. */
export function markBox(deps: Pick<AppDeps, 'mediaOrigin'>, locale: Locale, partner: Partner): Html {
  const [letter = ''] = partnerName(partner, locale);
  return html`<div class="mark-box" aria-hidden="true">
    ${partner.logo === null ? letter.toUpperCase() : logoImage(deps, partner)}
  </div>`;
}

export function kindOf(locale: Locale, { kind }: Partner): string {
  const { kinds } = partnerPages[locale];
  return Object.hasOwn(kinds, kind) ? kinds[kind as PartnerKind] : kinds.other;
}

/** Name, logo, kind, state and what was brought. */
export function heading(deps: AppDeps, locale: Locale, partner: Partner, members: number): Html {
  const { states, members: brought } = partnerPages[locale];
  return html`<header class="partner-head">
    ${logoImage(deps, partner)}
    <h1><bdi>${partnerName(partner, locale)}</bdi></h1>
    <p class="meta">
      <code translate="no">${partner.slug}</code>
      <span>${kindOf(locale, partner)}</span>
      <span class="state is-${partner.status}">${states[partner.status]}</span>
      <span>${brought(members)}</span>
    </p>
  </header>`;
}

/** The configurator and the numbers. */
export function toolLinks(locale: Locale, { slug }: Partner, statistics: string): Html {
  const { tools, sections } = partnerPages[locale];
  const configurator = `${embedPaths.configurator}?partner=${encodeURIComponent(slug)}`;
  return html`<section class="card">
    <h2>${sections.tools}</h2>
    <p>${tools.lead}</p>
    <p class="actions">
      <a class="button" href="${withLang(configurator, locale)}">${tools.configurator}</a>
      <a href="${withLang(statistics, locale)}">${tools.statistics}</a>
    </p>
  </section>`;
}

/**
 * The forms of the logo: files come in a body of their own kind, so it has a form of its own.
 * @param base path of the partner's page
 */
export function logoForms(deps: AppDeps, partner: Partner, view: FieldsView, base: string, token: string): Html {
  const { locale } = view;
  const { logo, labels, hints, sections } = partnerPages[locale];
  const refused = refusedOf(view);
  return html`<section class="card" id="logo-section">
    <h2>${sections.logo}</h2>
    ${logoImage(deps, partner, logo.alt(partnerName(partner, locale)))}
    <form class="join" method="post" enctype="multipart/form-data" action="${withLang(`${base}/logo`, locale)}">
      <input type="hidden" name="token" value="${token}" />
      <div class="field">
        <label for="logo">${labels.logo}</label>
        <p class="hint" id="logo-hint">${hints.logo}</p>
        ${refused.errorOf('logo')}
        <input
          id="logo"
          name="logo"
          type="file"
          accept="image/png,image/jpeg,image/webp,image/avif"
          ${refused.described('logo', true)}
        />
      </div>
      <button class="button quiet">${logo.send}</button>
    </form>
    ${
      partner.logo === null
        ? ''
        : html`<form method="post" action="${withLang(`${base}/logo/remove`, locale)}">
            <input type="hidden" name="token" value="${token}" />
            <button class="button quiet">${logo.remove}</button>
          </form>`
    }
  </section>`;
}

/** Facts of a partner as a list: what somebody may read and not change. */
export function factList(facts: readonly [label: string, value: string | readonly string[]][]): Html {
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          ${[value].flat().map((one) => html`<dd><bdi>${one}</bdi></dd>`)}
        </div>`,
    )}
  </dl>`;
}

/** Origins as people read them. */
export function placesOf(locale: Locale, { origins, allowsLocal }: Partner): string[] {
  return allowsLocal ? [...origins, partnerPages[locale].localToo] : origins;
}
