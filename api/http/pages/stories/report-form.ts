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
import { storyPages } from '../../../lang/stories-pages/index.ts';
import { fieldErrors } from '../field-errors.ts';
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

function refusedOf({ locale, errors, problem }: ReportView) {
  const sentences = storyPages[locale].report.errors;
  return fieldErrors({ locale, errors, problem, fields, sentences, groups: ['reason'] });
}

export function reportForm(view: ReportView): Html {
  const { story, locale, values } = view;
  const { report } = storyPages[locale];
  const { join } = termsFor(locale);
  const refused = refusedOf(view);
  return html`<section class="report-page">
    <h1>${report.title}</h1>
    <p class="lead">${report.lead}</p>
    ${refused.summary()}
    <p>${report.about(story.author.name)}</p>
    <blockquote class="reported" lang="${story.language}" dir="${directionOf(story.language)}">
      <p>${excerptOf(story.text, 280).text}</p>
    </blockquote>
    <form class="join" method="post" action="${withLang(view.action, locale)}" novalidate>
      <input type="hidden" name="token" value="${view.token}" />
      <input type="hidden" name="url" value="${values.get('url') ?? ''}" />
      <fieldset id="reason" ${refused.described('reason', false)}>
        <legend>${report.labels.reason} <span class="mark">${join.required}</span></legend>
        ${refused.errorOf('reason')}
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
        ${refused.errorOf('text')}
        <textarea id="text" name="text" rows="5" ${refused.described('text', true)}>
${values.get('text') ?? ''}</textarea>
      </div>
      ${input(view, 'name', 'text', 'name')} ${input(view, 'email', 'email', 'email')}
      <p class="hint">${report.nameless}</p>
      <div class="field box">
        ${refused.errorOf('goodFaith')}
        <label for="goodFaith">
          <input
            type="checkbox"
            id="goodFaith"
            name="goodFaith"
            value="on"
            ${values.get('goodFaith') === 'on' ? raw('checked') : ''}
            ${refused.described('goodFaith', false)}
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
  const refused = refusedOf(view);
  return html`<div class="field">
    <label for="${name}">${report.labels[name]}</label>
    <p class="hint" id="${name}-hint">${report.hints[name]}</p>
    ${refused.errorOf(name)}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${view.values.get(name) ?? ''}"
      ${refused.described(name, true)}
    />
  </div>`;
}
