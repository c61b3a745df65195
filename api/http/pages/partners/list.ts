import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import { clubPartnerSlug, partnerName } from '../../../domain/partners/name.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { partnerPages, type PartnerNote } from '../../../lang/partners/index.ts';
import type { AppDeps } from '../../env.ts';
import { withLang, type Html } from '../layout.ts';
import { kindOf, markBox, placesOf, said } from './parts.ts';

export interface ListView {
  deps: AppDeps;
  locale: Locale;
  partners: { partner: Partner; members: number }[];
  mayChange: boolean;
  note: PartnerNote | undefined;
}

export function listView(view: ListView): Html {
  const { locale, partners, mayChange, note } = view;
  const { desk } = partnerPages[locale];
  return html`<div class="partner-desk">
    <p class="back"><a href="${withLang(paths.console, locale)}">${desk.console}</a></p>
    <h1>${desk.title}</h1>
    <p class="lead">${desk.lead}</p>
    ${said(locale, note)}
    ${
      mayChange
        ? html`<p>
            <a class="button" href="${withLang(embedPaths.newPartner, locale)}">${desk.add.link}</a>
          </p>`
        : html`<p class="hint">${desk.readOnly}</p>`
    }
    <ul class="partner-list">
      ${partners.map((one) => entry(view, one))}
    </ul>
  </div>`;
}

function entry({ deps, locale }: ListView, { partner, members }: ListView['partners'][number]): Html {
  const { states, desk, members: brought } = partnerPages[locale];
  const isClub = partner.slug === clubPartnerSlug;
  return html`<li>
    ${markBox(deps, locale, partner)}
    <div>
      <h2>
        <a href="${withLang(embedPaths.partner(partner.slug), locale)}"><bdi>${partnerName(partner, locale)}</bdi></a>
      </h2>
      <p class="meta">
        <span>${kindOf(locale, partner)}</span>
        <span class="state is-${partner.status}">${states[partner.status]}</span>
        <span>${brought(members)}</span>
      </p>
      <p class="places">${isClub ? desk.club : placesOf(locale, partner).map((place) => html`<bdi>${place}</bdi> `)}</p>
    </div>
  </li>`;
}
