import { html, raw } from 'hono/html';
import { badgePaths } from '../../../contract/badge.ts';
import { badgeReportReasons } from '../../../contract/badge-words.ts';
import type { FieldProblem, ProblemCode } from '../../../contract/codes.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Badge } from '../../../domain/badges/ports.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import { termsFor } from '../../../lang/index.ts';
import { fieldErrors } from '../field-errors.ts';
import { withLang, type Html } from '../layout.ts';

export interface BadgeReportView {
  badge: Pick<Badge, 'publicId'>;
  /** Of its page, whole. */
  address: string;
  locale: Locale;
  /** As typed. */
  values: Map<string, string>;
  errors: FieldProblem[];
  problem: ProblemCode | undefined;
  token: string;
}

const fields = ['reason', 'url', 'text'] as const;

export function reportForm(view: BadgeReportView): Html {
  const { badge, address, locale, values } = view;
  const { report } = badgePages[locale];
  const { join } = termsFor(locale);
  const { errors, problem } = view;
  const sentences = report.errors;
  const refused = fieldErrors({ locale, errors, problem, fields, sentences, groups: ['reason'] });
  return html`<section class="badge-report">
    <h1>${report.title}</h1>
    <p class="lead">${report.lead}</p>
    ${refused.summary()}
    <p>${report.about}<br /><span class="address">${address}</span></p>
    <form class="join" method="post" action="${withLang(badgePaths.report(badge.publicId), locale)}" novalidate>
      <input type="hidden" name="token" value="${view.token}" />
      <fieldset ${refused.described('reason', false)}>
        <legend>${report.labels.reason} <span class="mark">${join.required}</span></legend>
        ${refused.errorOf('reason')}
        ${badgeReportReasons.map(
          (reason, index) =>
            html`<label class="choice" for="reason-${index}">
              <input
                type="radio"
                id="reason-${index}"
                name="reason"
                value="${reason}"
                ${values.get('reason') === reason ? raw('checked') : ''}
              />
              <span>${report.reasons[reason]}</span>
            </label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="url">${report.labels.url}</label>
        <p class="hint" id="url-hint">${report.hints.url}</p>
        ${refused.errorOf('url')}
        <input
          id="url"
          name="url"
          value="${values.get('url') ?? ''}"
          spellcheck="false"
          ${refused.described('url', true)}
        />
      </div>
      <div class="field">
        <label for="text">${report.labels.text}</label>
        <p class="hint" id="text-hint">${report.hints.text}</p>
        ${refused.errorOf('text')}
        <textarea id="text" name="text" rows="5" ${refused.described('text', true)}>
${values.get('text') ?? ''}</textarea>
      </div>
      <p class="trap" aria-hidden="true">
        <label for="website">${join.trap}</label>
        <input id="website" name="website" tabindex="-1" autocomplete="off" />
      </p>
      <button class="button">${report.submit}</button>
    </form>
    <p><a href="${withLang(badgePaths.page(badge.publicId), locale)}">${report.back}</a></p>
  </section>`;
}

export function reportDone({ publicId }: Pick<Badge, 'publicId'>, locale: Locale): Html {
  const { done, back } = badgePages[locale].report;
  return html`<section class="message">
    <h1>${done.title}</h1>
    <p class="lead">${done.text}</p>
    <p><a href="${withLang(badgePaths.page(publicId), locale)}">${back}</a></p>
  </section>`;
}
