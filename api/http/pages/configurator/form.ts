/** The form: one group per question, the options of every widget, of which those of the chosen one can be used. */
import { html, raw } from 'hono/html';
import { embeddable, embedOptions, embedThemes, type Embeddable, type EmbedOption } from '../../../contract/embed.ts';
import { isLocale, locales, type Locale } from '../../../contract/locales.ts';
import { storyLanguages } from '../../../contract/vocabulary.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { configuratorPages, type ConfiguratorTerms } from '../../../lang/configurator/index.ts';
import { termsFor } from '../../../lang/index.ts';
import type { AppDeps } from '../../env.ts';
import type { Html } from '../layout.ts';
import { languageField, optionsFor, type ConfiguratorState } from './state.ts';

interface Radios {
  name: string;
  legend: string;
  chosen: string;
  options: [value: string, label: string][];
}

/** A question with few answers. */
export function radios({ name, legend, chosen, options }: Radios): Html {
  return html`<fieldset class="segments">
    <legend>${legend}</legend>
    <div>
      ${options.map(
        ([value, label]) =>
          html`<label
            ><input type="radio" name="${name}" value="${value}" ${value === chosen ? 'checked' : ''} /><span
              >${label}</span
            ></label
          >`,
      )}
    </div>
  </fieldset>`;
}

export function choiceForm({ club }: Pick<AppDeps, 'club'>, state: ConfiguratorState, partners: Partner[]): Html {
  const { locale, choice } = state;
  const terms = configuratorPages[locale];
  const { form } = terms;
  const languages = locales.map((one): [string, string] => [one, termsFor(one).site.languageName]);
  return html`<section class="choosing" aria-labelledby="choosing">
    <h2 id="choosing">${form.title}</h2>
    <input type="hidden" name="lang" value="${locale}" />
    <input type="hidden" name="${optionsFor}" value="${choice.widget}" />
    ${partnerField(state, partners, terms)}
    <fieldset class="widgets">
      <legend>${form.widget}</legend>
      ${embeddable.map(
        (widget) =>
          html`<label class="choice"
            ><input type="radio" name="widget" value="${widget}" ${widget === choice.widget ? 'checked' : ''} /><span
              ><strong>${form.widgets[widget].name}</strong><small>${form.widgets[widget].text}</small></span
            ></label
          >`,
      )}
    </fieldset>
    ${select(languageField, form.language, languageField, choice.language ?? '', [['', form.asPage], ...languages])}
    ${radios({
      name: 'theme',
      legend: form.theme,
      chosen: choice.theme,
      options: embedThemes.map((theme) => [theme, form.themes[theme]]),
    })}
    <div class="field">
      <label for="accent">${form.accent.label}</label>
      <div class="colour">
        <input
          id="accent"
          name="accent"
          value="${choice.accent ?? ''}"
          placeholder="${club.colours.accent}"
          maxlength="32"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="accent-hint"
        />
        <input
          type="color"
          value="${state.accent?.chosen ?? club.colours.accent}"
          aria-label="${form.accent.pick}"
          hidden
        />
      </div>
      <p class="hint" id="accent-hint">${form.accent.hint}</p>
    </div>
    ${embeddable.map((widget) => options(widget, state, terms, club))}
    <button class="button">${form.update}</button>
  </section>`;
}

function partnerField({ choice, partner }: ConfiguratorState, partners: Partner[], terms: ConfiguratorTerms): Html {
  const { partner: words } = terms.form;
  const listed = partners.filter(({ slug, status }) => status === 'active' && slug !== clubPartnerSlug);
  return html`<div class="field">
    <label for="partner">${words.label}</label>
    <input
      id="partner"
      name="partner"
      value="${choice.partner}"
      list="partners"
      maxlength="64"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-describedby="partner-hint partner-says"
    />
    <datalist id="partners">${listed.map(({ slug, name }) => html`<option value="${slug}">${name}</option>`)}</datalist>
    <p class="hint" id="partner-hint">${words.hint}</p>
    <p class="partner-says" id="partner-says" data-shows="partner" data-known="${String(partner.isKnown)}">
      ${partner.text}
    </p>
  </div>`;
}

/** Those of another widget are not sent. The script changes which can be used; without it the next page does. */
function options(widget: Embeddable, state: ConfiguratorState, terms: ConfiguratorTerms, club: AppDeps['club']): Html {
  const isChosen = widget === state.choice.widget;
  return html`<fieldset class="options" data-widget="${widget}" ${raw(isChosen ? '' : 'hidden disabled')}>
    <legend>${terms.form.options}</legend>
    ${embedOptions[widget].map((option) => {
      const value = isChosen ? state.choice.attributes[option.name] : undefined;
      return optionField(option, { id: `${widget}-${option.name}`, value, locale: state.locale, club }, terms);
    })}
  </fieldset>`;
}

interface Field {
  id: string;
  value: string | undefined;
  locale: Locale;
  club: AppDeps['club'];
}

function optionField(option: EmbedOption, field: Field, terms: ConfiguratorTerms): Html {
  const { id, value, locale, club } = field;
  const { form } = terms;
  const label = form.labels[option.name] ?? option.name;
  const any: [string, string] = ['', form.any];
  switch (option.kind) {
    case 'flag':
      return html`<label class="flag"
        ><input type="checkbox" name="${option.name}" value="1" ${value === undefined ? '' : 'checked'} /><span
          >${label}</span
        ></label
      >`;
    case 'choice':
      return select(
        id,
        label,
        option.name,
        value ?? option.default,
        option.values.map((one) => [one, one === '' ? form.any : (form.values[`${option.name}.${one}`] ?? one)]),
      );
    case 'circle':
      return select(id, label, option.name, value ?? '', [
        any,
        ...club.circles.map((circle): [string, string] => [circle.id, circle.name[locale]]),
      ]);
    case 'tag':
      return select(id, label, option.name, value ?? '', [
        any,
        ...club.tags.map((tag): [string, string] => [tag.id, tag.name[locale]]),
      ]);
    case 'language':
      return select(id, label, option.name, value ?? '', [
        any,
        ...storyLanguages.map((one): [string, string] => [one, languageName(one, locale)]),
      ]);
    case 'number':
      return input(id, label, option.name, value ?? '', { min: option.min, max: option.max });
    default:
      return input(id, label, option.name, value ?? '');
  }
}

function languageName(language: string, locale: Locale): string {
  if (isLocale(language)) return termsFor(language).site.languageName;
  // No program knows names in Alsatian; what one reads instead is German.
  return new Intl.DisplayNames([locale === 'gsw' ? 'de' : locale], { type: 'language' }).of(language) ?? language;
}

function select(id: string, label: string, name: string, chosen: string, all: [string, string][]): Html {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${name}">
      ${all.map(
        ([value, text]) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}</option>`,
      )}
    </select>
  </div>`;
}

function input(id: string, label: string, name: string, value: string, range?: { min: number; max: number }): Html {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${name}"
      value="${value}"
      autocomplete="off"
      spellcheck="false"
      ${range ? html`type="number" min="${range.min}" max="${range.max}"` : raw('maxlength="80"')}
    />
  </div>`;
}
