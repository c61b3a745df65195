import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import type { Locale } from '../../../contract/locales.ts';
import { partnerName } from '../../../domain/partners/name.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import type { Staff } from '../../../domain/sessions/ports.ts';
import { partnerPages, type PartnerNote } from '../../../lang/partners/index.ts';
import type { AppDeps } from '../../env.ts';
import { withLang, type Html } from '../layout.ts';
import { contactFields, lookFields, nameFields, refusedOf, type FieldsView } from '../partners/fields.ts';
import { factList, heading, kindOf, logoForms, markBox, placesOf, said, toolLinks } from '../partners/parts.ts';

export interface SpaceView extends FieldsView {
  deps: AppDeps;
  partner: Partner;
  members: number;
  person: Pick<Staff, 'name' | 'email'>;
  /** All that they may see. */
  partners: readonly Partner[];
  token: string;
  note: PartnerNote | undefined;
}

/** One partner, for its own people. */
export function spaceView(view: SpaceView): Html {
  const { deps, locale, partner, members, note, token } = view;
  const { space, save, sections } = partnerPages[locale];
  const refused = refusedOf(view);
  const base = embedPaths.partnerHome(partner.slug);
  return html`<div class="partner-desk">
    ${heading(deps, locale, partner, members)} ${said(locale, note)} ${refused.summary()}
    ${
      partner.status === 'paused'
        ? html`<div class="errors">
            <h2>${space.paused.title}</h2>
            <p>${space.paused.text}</p>
            <p>${space.write(deps.club.legal.email)}</p>
          </div>`
        : ''
    }
    ${toolLinks(locale, partner, embedPaths.partnerStatistics(partner.slug))} ${known(view)}
    <form class="join card" method="post" action="${withLang(base, locale)}" novalidate>
      <h2>${sections.own}</h2>
      <input type="hidden" name="token" value="${token}" />
      ${nameFields(view, refused)} ${lookFields(view, refused)} ${contactFields(view, refused)}
      <button class="button">${save}</button>
    </form>
    ${logoForms(deps, partner, view, base, token)} ${ways(view)}
  </div>`;
}

/** What stays with the club, and whom to write to. */
function known({ deps, locale, partner }: SpaceView): Html {
  const { labels, sections, space } = partnerPages[locale];
  return html`<section class="card">
    <h2>${sections.facts}</h2>
    ${factList([
      [labels.slug, partner.slug],
      [labels.kind, kindOf(locale, partner)],
      [labels.origins, placesOf(locale, partner)],
    ])}
    <p class="hint">${space.staffOnly(deps.club.legal.email)}</p>
  </section>`;
}

/** Who is here, the other partners, and the way out. */
function ways({ locale, partner, partners, person }: SpaceView): Html {
  const { space } = partnerPages[locale];
  return html`<section class="ways">
    <p><bdi>${space.signedInAs(person.name, person.email)}</bdi></p>
    ${
      partners.length > 1
        ? html`<p>${space.others}</p>
            ${chooser(locale, partners, partner.slug)}`
        : ''
    }
    ${signOutForm(locale)}
  </section>`;
}

function chooser(locale: Locale, partners: readonly Partner[], except?: string): Html {
  return html`<ul class="link-row">
    ${partners
      .filter(({ slug }) => slug !== except)
      .map(
        (partner) =>
          html`<li>
            <a href="${withLang(embedPaths.partnerHome(partner.slug), locale)}"
              ><bdi>${partnerName(partner, locale)}</bdi></a
            >
          </li>`,
      )}
  </ul>`;
}

export function signOutForm(locale: Locale): Html {
  return html`<form method="post" action="${withLang(embedPaths.partnerSignOut, locale)}">
    <button class="button quiet">${partnerPages[locale].space.signOut}</button>
  </form>`;
}

/** The partners of somebody who has several, or none any more. */
export function choiceView(deps: AppDeps, locale: Locale, partners: readonly Partner[]): Html {
  const { space, states } = partnerPages[locale];
  if (partners.length === 0) {
    return html`<section class="message">
      <h1>${space.none.title}</h1>
      <p>${space.none.text}</p>
      <p>${space.write(deps.club.legal.email)}</p>
      ${signOutForm(locale)}
    </section>`;
  }
  return html`<div class="partner-desk">
    <h1>${space.title}</h1>
    <p class="lead">${space.lead}</p>
    <ul class="partner-list">
      ${partners.map(
        (partner) =>
          html`<li>
            ${markBox(deps, locale, partner)}
            <div>
              <h2>
                <a href="${withLang(embedPaths.partnerHome(partner.slug), locale)}"
                  ><bdi>${partnerName(partner, locale)}</bdi></a
                >
              </h2>
              <p class="meta">
                <span>${kindOf(locale, partner)}</span>
                <span class="state is-${partner.status}">${states[partner.status]}</span>
              </p>
            </div>
          </li>`,
      )}
    </ul>
    ${signOutForm(locale)}
  </div>`;
}
