import { html, raw } from 'hono/html';
import type { FieldProblem, ProblemCode } from '../../../contract/codes.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import type { StoryView } from '../../../contract/story.ts';
import { reportReasons } from '../../../contract/vocabulary.ts';
import { excerptOf } from '../../../domain/stories/excerpt.ts';
import { directionOf } from '../../../domain/stories/direction.ts';
import { termsFor } from '../../../lang/index.ts';
import { reasons } from '../../../lang/reasons/index.ts';
import { storyPages, type ReportField } from '../../../lang/stories-pages/index.ts';
import { withLang, type Html } from '../layout.ts';

export interface ReportView {
  story: StoryView;
  locale: Locale;
  /** As typed. */
  values: Map<string, string>;
  errors: FieldProblem[];
  problem: ProblemCode | undefined;
  action: string;
  token: string;
}

const fields = ['reason', 'text', 'name', 'email', 'goodFaith'] as const;

export function reportForm(view: ReportView): Html {
  const { story, locale, values } = view;
  const { report } = storyPages[locale];
  const { join } = termsFor(locale);
  return html`<section class="report-page">
    <h1>${report.title}</h1>
    <p class="lead">${report.lead}</p>
    ${summary(view)}
    <p>${report.about(story.author.name)}</p>
    <blockquote class="reported" lang="${story.language}" dir="${directionOf(story.language)}">
      <p>${excerptOf(story.text, 280).text}</p>
    </blockquote>
    <form class="join" method="post" action="${withLang(view.action, locale)}" novalidate>
      <input type="hidden" name="token" value="${view.token}" />
      <input type="hidden" name="url" value="${values.get('url') ?? ''}" />
      <fieldset id="reason" ${described(view, 'reason')}>
        <legend>${report.labels.reason} <span class="mark">${join.required}</span></legend>
        ${errorOf(view, 'reason')}
        ${reportReasons.map(
          (reason, index) =>
            html`<label class="choice" for="reason-${index}">
              <input
                type="radio"
                id="reason-${index}"
                name="reason"
                value="${reason}"
                ${values.get('reason') === reason ? raw('checked') : ''}
              />
              <span>${reasons[locale].report[reason]}</span>
            </label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="text">${report.labels.text}</label>
        <p class="hint" id="text-hint">${report.hints.text}</p>
        ${errorOf(view, 'text')}
        <textarea id="text" name="text" rows="5" ${described(view, 'text', true)}>${values.get('text') ?? ''}</textarea>
      </div>
      ${input(view, 'name', 'text', 'name')} ${input(view, 'email', 'email', 'email')}
      <p class="hint">${report.nameless}</p>
      <div class="field box">
        ${errorOf(view, 'goodFaith')}
        <label for="goodFaith">
          <input
            type="checkbox"
            id="goodFaith"
            name="goodFaith"
            value="on"
            ${values.get('goodFaith') === 'on' ? raw('checked') : ''}
            ${described(view, 'goodFaith')}
          />
          <span>${report.labels.goodFaith} <span class="mark">${join.required}</span></span>
        </label>
      </div>
      <p class="trap" aria-hidden="true">
        <label for="website">${join.trap}</label>
        <input id="website" name="website" tabindex="-1" autocomplete="off" />
      </p>
      <button class="button">${report.submit}</button>
    </form>
  </section>`;
}

export function reportDone(story: StoryView, locale: Locale, receipt: string): Html {
  const { done, back } = storyPages[locale].report;
  return html`<section class="message">
    <h1>${done.title}</h1>
    <p>${done.text}</p>
    <p class="receipt">${done.number(receipt)}</p>
    <ul class="points">
      ${done.points.map((point) => html`<li>${point}</li>`)}
    </ul>
    <p><a href="${withLang(paths.storyPage(story.id), locale)}">${back}</a></p>
  </section>`;
}

function input(view: ReportView, name: 'name' | 'email', type: string, autocomplete: string): Html {
  const { report } = storyPages[view.locale];
  return html`<div class="field">
    <label for="${name}">${report.labels[name]}</label>
    <p class="hint" id="${name}-hint">${report.hints[name]}</p>
    ${errorOf(view, name)}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${view.values.get(name) ?? ''}"
      ${described(view, name, true)}
    />
  </div>`;
}

const isWrong = (view: ReportView, name: ReportField): boolean => view.errors.some(({ field }) => field === name);

function errorOf(view: ReportView, name: ReportField): Html | string {
  if (!isWrong(view, name)) return '';
  return html`<p class="error" id="${name}-error">${storyPages[view.locale].report.errors[name]}</p>`;
}

/** Hint and error of a field, as screen readers find them. */
function described(view: ReportView, name: ReportField, hasHint = false): Html | string {
  const wrong = isWrong(view, name);
  const ids = [hasHint ? `${name}-hint` : '', wrong ? `${name}-error` : ''].filter(Boolean).join(' ');
  if (!ids) return '';
  return html`aria-describedby="${ids}" ${wrong && name !== 'reason' ? raw('aria-invalid="true"') : ''}`;
}

function summary(view: ReportView): Html | string {
  const terms = termsFor(view.locale);
  if (view.problem) {
    const { title, text } = terms.problems[view.problem];
    return html`<div class="errors" role="alert">
      <h2>${title}</h2>
      <p>${text}</p>
    </div>`;
  }
  const wrong = fields.filter((name) => isWrong(view, name));
  if (view.errors.length === 0) return '';
  return html`<div class="errors" role="alert">
    <h2>${terms.join.errorsTitle(Math.max(1, wrong.length))}</h2>
    <ul>
      ${wrong.map((name) => html`<li><a href="#${name === 'reason' ? 'reason-0' : name}">${storyPages[view.locale].report.errors[name]}</a></li>`)}
    </ul>
  </div>`;
}
