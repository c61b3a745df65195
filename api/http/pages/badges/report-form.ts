import { html, raw } from 'hono/html';
import { badgePaths } from '../../../contract/badge.ts';
import { badgeReportReasons } from '../../../contract/badge-words.ts';
import type { FieldProblem, ProblemCode } from '../../../contract/codes.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Badge } from '../../../domain/badges/ports.ts';
import { badgePages, type BadgeReportField } from '../../../lang/badge-pages/index.ts';
import { termsFor } from '../../../lang/index.ts';
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
  return html`<section class="badge-report">
    <h1>${report.title}</h1>
    <p class="lead">${report.lead}</p>
    ${summary(view)}
    <p>${report.about}<br /><span class="address">${address}</span></p>
    <form class="join" method="post" action="${withLang(badgePaths.report(badge.publicId), locale)}" novalidate>
      <input type="hidden" name="token" value="${view.token}" />
      <fieldset ${described(view, 'reason')}>
        <legend>${report.labels.reason} <span class="mark">${join.required}</span></legend>
        ${errorOf(view, 'reason')}
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
        ${errorOf(view, 'url')}
        <input id="url" name="url" value="${values.get('url') ?? ''}" spellcheck="false" ${described(view, 'url')} />
      </div>
      <div class="field">
        <label for="text">${report.labels.text}</label>
        <p class="hint" id="text-hint">${report.hints.text}</p>
        ${errorOf(view, 'text')}
        <textarea id="text" name="text" rows="5" ${described(view, 'text')}>${values.get('text') ?? ''}</textarea>
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

const isWrong = (view: BadgeReportView, name: BadgeReportField): boolean =>
  view.errors.some(({ field }) => field === name);

function errorOf(view: BadgeReportView, name: BadgeReportField): Html | string {
  if (!isWrong(view, name)) return '';
  return html`<p class="error" id="${name}-error">${badgePages[view.locale].report.errors[name]}</p>`;
}

/** Hint and error of a field, as screen readers find them. */
function described(view: BadgeReportView, name: BadgeReportField): Html | string {
  const wrong = isWrong(view, name);
  const ids = [name === 'reason' ? '' : `${name}-hint`, wrong ? `${name}-error` : ''].filter(Boolean).join(' ');
  if (!ids) return '';
  return html`aria-describedby="${ids}" ${wrong && name !== 'reason' ? raw('aria-invalid="true"') : ''}`;
}

function summary(view: BadgeReportView): Html | string {
  const terms = termsFor(view.locale);
  if (view.problem) {
    const { title, text } = terms.problems[view.problem];
    return html`<div class="errors" role="alert">
      <h2>${title}</h2>
      <p>${text}</p>
    </div>`;
  }
  const wrong = fields.filter((name) => isWrong(view, name));
  if (wrong.length === 0) return '';
  const { errors } = badgePages[view.locale].report;
  return html`<div class="errors" role="alert">
    <h2>${terms.join.errorsTitle(wrong.length)}</h2>
    <ul>
      ${wrong.map((name) => html`<li><a href="#${name === 'reason' ? 'reason-0' : name}">${errors[name]}</a></li>`)}
    </ul>
  </div>`;
}
