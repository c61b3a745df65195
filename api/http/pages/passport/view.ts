import { html } from 'hono/html';
import type { Club } from '../../../contract/club.ts';
import { embeddable, embedPaths } from '../../../contract/embed.ts';
import type { Locale } from '../../../contract/locales.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import { passportTerms, type PassportTerms } from '../../../lang/passport/index.ts';
import { termsFor } from '../../../lang/index.ts';
import { copyField } from '../badges/tools.ts';
import { withLang, type Html } from '../layout.ts';
import type { Passport, WeighedFile } from './facts.ts';

/** What the page shows beside the facts. */
interface Shown {
  locale: Locale;
  club: Club;
  /** Name of the partner, where the address names one. */
  partner: string | undefined;
  /** Adds the partner to a path of ours. */
  path: (path: string) => string;
}

export function passportView(facts: Passport, shown: Shown): Html {
  const terms = passportTerms[shown.locale];
  const { weight } = facts;
  const number = new Intl.NumberFormat(shown.locale === 'gsw' ? 'de' : shown.locale);
  const key: [string, string | Html][] = [
    [terms.key.weight, terms.bytes(number.format(weight.firstBytes))],
    [terms.key.requests, String(weight.requests)],
    [terms.key.cookies, terms.none],
    [terms.key.storage, terms.none],
    [terms.key.thirdParties, terms.none],
    [terms.key.languages, facts.languages.map((one) => termsFor(one).site.languageName).join(', ')],
  ];
  return html`<article class="passport">
    <p class="via"><code>&lt;${facts.tag}&gt;</code> ${facts.version}</p>
    <h1>${terms.title(terms.widgets[facts.widget])}</h1>
    <p class="lead">${terms.lead}</p>
    <dl class="key">
      ${key.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${policyPart(facts, terms, shown)} ${privacyPart(facts, terms, shown)} ${sendsPart(facts, terms, shown)}
    ${weightPart(facts, terms, (bytes) => number.format(bytes))} ${accessPart(facts, terms)} ${rest(facts, terms)}
    <nav aria-labelledby="others">
      <h2 id="others">${terms.others}</h2>
      <ul class="others">
        ${embeddable.map((one) =>
          one === facts.widget
            ? ''
            : html`<li>
                <a href="${withLang(shown.path(embedPaths.passport(one)), shown.locale)}">${terms.widgets[one]}</a>
              </li>`,
        )}
      </ul>
      <p>
        <a href="${withLang(shown.path(`${embedPaths.passport(facts.widget)}.json`), shown.locale)}">${terms.data}</a>
      </p>
    </nav>
  </article>`;
}

const section = (id: string, title: string, content: Html): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`;

function policyPart({ policy }: Passport, terms: PassportTerms, { locale }: Shown): Html {
  const words = myBadges[locale].tools;
  return section(
    'policy',
    terms.headings.policy,
    html`<p>${terms.policy}</p>
      ${copyField({ id: 'policy-line', label: 'Content-Security-Policy', value: policy.line, rows: 3 }, words)}
      <p>${terms.trustedTypes}</p>
      ${copyField({ id: 'policy-types', label: 'Trusted Types', value: policy.trustedTypes, rows: 2 }, words)}
      <p class="hint">${terms.styles}</p>
      <p>${terms.frame}</p>
      ${copyField({ id: 'policy-frame', label: terms.frameLabel, value: policy.frame, rows: 2 }, words)}`,
  );
}

function privacyPart({ widget, sends }: Passport, terms: PassportTerms, { locale, club, partner }: Shown): Html {
  const fields = [...new Set(sends.flatMap((question) => question.fields).map((name) => nameOf(name, locale)))];
  const text = terms.notice(club, partner ?? terms.yourOrganisation, widget, fields).join('\n\n');
  return section(
    'privacy',
    terms.headings.privacy,
    html`<p>${terms.privacy}</p>
      ${copyField({ id: 'privacy-text', label: terms.headings.privacy, value: text, rows: 16 }, myBadges[locale].tools)}`,
  );
}

function sendsPart({ sends }: Passport, terms: PassportTerms, { locale }: Shown): Html {
  const { columns, moments } = terms;
  return section(
    'sends',
    terms.headings.sends,
    html`<p>${terms.sends}</p>
      ${table(
        terms.headings.sends,
        [columns.when, columns.question, columns.fields],
        sends.map(({ when, method, path, fields }) => [
          html`${moments[when]}`,
          html`<code>${method} ${path}</code>`,
          html`<ul class="fields">
            ${fields.map((name) => html`<li><code>${name}</code> ${nameOf(name, locale)}</li>`)}
          </ul>`,
        ]),
      )}
      <p class="hint">${terms.nothingKept}</p>`,
  );
}

function weightPart(
  { weight, files, evergreen }: Passport,
  terms: PassportTerms,
  format: (bytes: number) => string,
): Html {
  const { columns } = terms;
  const rows = (list: readonly WeighedFile[]) =>
    list.map(({ file, bytes }) => [html`<code>${file}</code>`, html`<span class="number">${format(bytes)}</span>`]);
  return html`${section(
    'weight',
    terms.headings.weight,
    html`<p>${terms.weight}</p>
      ${table(
        terms.first,
        [columns.file, columns.size],
        [
          ...rows(weight.first),
          [html`<strong>${terms.total}</strong>`, html`<strong class="number">${format(weight.firstBytes)}</strong>`],
        ],
      )}
      ${weight.later.length ? table(terms.later, [columns.file, columns.size], rows(weight.later)) : ''}`,
  )}
  ${section(
    'files',
    terms.headings.files,
    html`${table(
        terms.headings.files,
        [columns.file, columns.hash],
        files.map(({ url, integrity }) => [html`<code>${url}</code>`, html`<code>${integrity}</code>`]),
      )}
      <p>${terms.files} <code>${evergreen}</code></p>`,
  )}`;
}

function accessPart({ accessibility }: Passport, terms: PassportTerms): Html {
  const { columns, conformity, subjects } = terms;
  return section(
    'access',
    terms.headings.access,
    html`<p><strong>${conformity[accessibility.conformity as keyof typeof conformity]}</strong></p>
      <p>${terms.access}</p>
      ${table(
        terms.headings.access,
        [columns.subject, columns.criteria, columns.test],
        accessibility.checks.map(({ subject, criteria, file, test }) => [
          html`${subjects[subject]}`,
          html`${criteria}`,
          html`<code>${file}</code> <q lang="en">${test}</q>`,
        ]),
      )}
      <p>${terms.notAudited}</p>
      <p><a href="${accessibility.statement}">${terms.statement}</a></p>`,
  );
}

function rest({ browsers, licence, contact }: Passport, terms: PassportTerms): Html {
  const mail = (address: string) => html`<a href="mailto:${address}">${address}</a>`;
  return section(
    'more',
    terms.headings.more,
    html`<dl class="more">
      <dt>${terms.browsers}</dt>
      <dd>${terms.browserList(browsers.chrome, browsers.firefox, browsers.safari)}</dd>
      <dt>${terms.licence}</dt>
      <dd>${licence}</dd>
      <dt>${terms.contacts.club}</dt>
      <dd>${mail(contact.club)}</dd>
      <dt>${terms.contacts.dataProtection}</dt>
      <dd>${mail(contact.dataProtection)}</dd>
      <dt>${terms.contacts.accessibility}</dt>
      <dd>${mail(contact.accessibility)}</dd>
    </dl>`,
  );
}

/** A field in words: as the form names it, else as people speak of what it belongs to; else by its own name. */
function nameOf(field: string, locale: Locale): string {
  const labels: Record<string, string> = { ...passportTerms[locale].fields, ...termsFor(locale).join.labels };
  for (let name = field; name; name = name.replace(/\.?[^.]*$/, ''))
    if (Object.hasOwn(labels, name)) return labels[name] ?? field;
  return field;
}

/** On a narrow screen each row is a block of its own, and each cell says what it is. */
function table(caption: string, heads: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<table role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${row.map((cell, at) => html`<td role="cell" data-head="${heads[at] ?? ''}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
