import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import { locales } from '../../../contract/locales.ts';
import { clubPartnerSlug, partnerName } from '../../../domain/partners/name.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import type { Staff } from '../../../domain/sessions/ports.ts';
import { termsFor } from '../../../lang/index.ts';
import { partnerPages, type PartnerNote } from '../../../lang/partners/index.ts';
import type { AppDeps } from '../../env.ts';
import { raw } from 'hono/html';
import { withLang, type Html } from '../layout.ts';
import {
  contactFields,
  kindField,
  lineField,
  lookFields,
  nameFields,
  placeFields,
  refusedOf,
  type FieldsView,
} from './fields.ts';
import { factList, heading, kindOf, logoForms, placesOf, said, toolLinks } from './parts.ts';

export interface EditView extends FieldsView {
  deps: AppDeps;
  partner: Partner;
  members: number;
  people: Staff[];
  mayChange: boolean;
  token: string;
  note: PartnerNote | undefined;
}

/** The form of a partner that is not there yet. */
export function newView(view: FieldsView & { token: string }): Html {
  const { locale, token } = view;
  const { desk, labels, hints } = partnerPages[locale];
  const refused = refusedOf(view);
  return html`<div class="partner-desk">
    <p class="back"><a href="${withLang(embedPaths.partners, locale)}">${desk.back}</a></p>
    <h1>${desk.add.title}</h1>
    <p class="lead">${desk.add.text}</p>
    ${refused.summary()}
    <form class="join card" method="post" action="${withLang(embedPaths.newPartner, locale)}" novalidate>
      <input type="hidden" name="token" value="${token}" />
      ${lineField(view, refused, {
        name: 'slug',
        label: labels.slug,
        hint: hints.slug,
        required: true,
        attributes: raw('type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="64"'),
      })}
      ${kindField(view, refused)} ${nameFields(view, refused)} ${placeFields(view, refused)}
      ${lookFields(view, refused)} ${contactFields(view, refused)}
      <button class="button">${desk.add.submit}</button>
    </form>
  </div>`;
}

export function editView(view: EditView): Html {
  const { deps, locale, partner, members, mayChange, note } = view;
  const { desk } = partnerPages[locale];
  const statistics = `${embedPaths.statistics}?partner=${encodeURIComponent(partner.slug)}`;
  return html`<div class="partner-desk">
    <p class="back"><a href="${withLang(embedPaths.partners, locale)}">${desk.back}</a></p>
    ${heading(deps, locale, partner, members)} ${said(locale, note)} ${refusedOf(view).summary()}
    ${mayChange ? '' : html`<p class="hint">${desk.readOnly}</p>`} ${toolLinks(locale, partner, statistics)}
    ${mayChange ? forms(view) : facts(view)}
  </div>`;
}

function forms(view: EditView): Html {
  const { deps, locale, partner, token } = view;
  const { save } = partnerPages[locale];
  const refused = refusedOf(view);
  const base = embedPaths.partner(partner.slug);
  return html`<form class="join card" method="post" action="${withLang(base, locale)}" novalidate>
      <input type="hidden" name="token" value="${token}" />
      ${nameFields(view, refused)} ${kindField(view, refused)} ${placeFields(view, refused)}
      ${lookFields(view, refused)} ${contactFields(view, refused)}
      <button class="button">${save}</button>
    </form>
    ${logoForms(deps, partner, view, base, token)} ${peopleForms(view, base)} ${stateLink(view, base)}`;
}

/** Who signs in for this partner: everybody with a way out, and a form for one more. */
function peopleForms(view: EditView, base: string): Html {
  const { deps, locale, people, token, values } = view;
  const { desk, sections } = partnerPages[locale];
  const refused = refusedOf(view);
  const language = values.get('personLanguage') ?? view.first;
  return html`<section class="card" id="people">
    <h2>${sections.people}</h2>
    <p>${desk.people.lead}</p>
    ${
      people.length === 0
        ? html`<p class="hint">${desk.people.none}</p>`
        : html`<ul class="people">
            ${people.map(
              ({ id, name, email }) =>
                html`<li>
                  <p><bdi>${name}</bdi><span>${email}</span></p>
                  <form method="post" action="${withLang(`${base}/people/${id}/remove`, locale)}">
                    <input type="hidden" name="token" value="${token}" />
                    <button class="button quiet">${desk.people.remove(name)}</button>
                  </form>
                </li>`,
            )}
          </ul>`
    }
    <form class="join" method="post" action="${withLang(`${base}/people`, locale)}" novalidate>
      <input type="hidden" name="token" value="${token}" />
      <div class="pairs">
        ${lineField(view, refused, { name: 'personName', label: desk.people.name })}
        ${lineField(view, refused, {
          name: 'personEmail',
          label: desk.people.email,
          attributes: raw('type="email" autocomplete="off"'),
        })}
      </div>
      <div class="field">
        <label for="personLanguage">${desk.people.language}</label>
        <select id="personLanguage" name="personLanguage">
          ${locales.map(
            (one) =>
              html`<option value="${one}" lang="${one}" ${one === language ? raw('selected') : ''}>
                ${termsFor(one).site.languageName}
              </option>`,
          )}
        </select>
      </div>
      <button class="button quiet">${desk.people.add}</button>
    </form>
    <p class="hint">${desk.people.where(new URL(embedPaths.partnerSpace, deps.publicUrl).href)}</p>
  </section>`;
}

/** Leads to the one question that pausing asks. */
function stateLink({ locale, partner }: EditView, base: string): Html | string {
  if (partner.slug === clubPartnerSlug) return '';
  const { desk, labels, states } = partnerPages[locale];
  const [what, path] = partner.status === 'active' ? [desk.pause, 'pause'] : [desk.resume, 'resume'];
  return html`<section class="card">
    <h2>${labels.state}</h2>
    <p>${states[partner.status]}</p>
    <p><a class="button quiet" href="${withLang(`${base}/${path}`, locale)}">${what.link}</a></p>
  </section>`;
}

/** What moderators read. */
function facts({ locale, partner, people }: EditView): Html {
  const { labels, sections, none, allLanguages, clubsOwnColour, desk } = partnerPages[locale];
  const list = (values: string[]) => (values.length === 0 ? none : values);
  const languages = partner.languages.map((one) => termsFor(one).site.languageName);
  return html`<section class="card">
    ${factList([
      [labels.slug, partner.slug],
      [labels.kind, kindOf(locale, partner)],
      [labels.names, [...new Set([partner.name, ...Object.values(partner.names)])]],
      [labels.origins, list(placesOf(locale, partner))],
      [labels.returnUrls, list(partner.returnUrls)],
      [labels.accent, partner.accent ?? clubsOwnColour],
      [labels.languages, languages.length === 0 ? allLanguages : languages],
      [labels.contacts, list(partner.contacts.map(({ name, email }) => `${name} ${email}`.trim()))],
      [sections.people, people.length === 0 ? desk.people.none : people.map(({ name, email }) => `${name}, ${email}`)],
    ])}
  </section>`;
}

/** The one question before a partner is paused, or runs again. */
export function askState(
  locale: Parameters<typeof withLang>[1],
  partner: Partner,
  token: string,
  paused: boolean,
): Html {
  const { desk } = partnerPages[locale];
  const question = paused ? desk.pause : desk.resume;
  const base = embedPaths.partner(partner.slug);
  return html`<section class="message">
    <h1>${question.title}</h1>
    <p>
      <strong><bdi>${partnerName(partner, locale)}</bdi></strong>
    </p>
    <p>${question.text}</p>
    <form method="post" action="${withLang(`${base}/${paused ? 'pause' : 'resume'}`, locale)}">
      <input type="hidden" name="token" value="${token}" />
      <button class="button">${question.button}</button>
    </form>
    <p class="back"><a href="${withLang(base, locale)}">${question.back}</a></p>
  </section>`;
}
