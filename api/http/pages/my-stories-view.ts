/** Markup of an author's stories without JavaScript: native controls, real labels, errors beside fields and on top. */
import { html, raw } from 'hono/html';
import type { FieldProblem, ProblemCode } from '../../contract/codes.ts';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import type { MyStories, MyStoryView } from '../../contract/story.ts';
import { storyLanguages, storyUses } from '../../contract/vocabulary.ts';
import type { Member } from '../../domain/ports.ts';
import { excerptOf } from '../../domain/stories/excerpt.ts';
import { reasons } from '../../lang/reasons/index.ts';
import { termsFor, type ServerTerms } from '../../lang/index.ts';
import type { MyStoriesTerms } from '../../lang/my-stories/terms.ts';
import { withLang, type Html } from './layout.ts';

/** What went well, said on the page that follows. */
export const notes = ['saved', 'sent', 'withdrawn', 'removed'] as const;
export type Note = (typeof notes)[number];

export interface StoriesView {
  locale: Locale;
  /** Whose stories they are: what the form for another one begins with. */
  member: Pick<Member, 'firstName' | 'circle' | 'place'>;
  mine: MyStories;
  /** The story that is open; nothing on the first page. */
  story?: MyStoryView | undefined;
  /** What was typed and could not be kept. */
  values?: Map<string, string> | undefined;
  errors: FieldProblem[];
  problem?: ProblemCode | undefined;
  note?: Note | undefined;
  token: string;
}

/** The address of one story of the author. */
export const myStoryPath = (id: string): string => `${paths.myStoriesPage}/${encodeURIComponent(id)}`;

/** All stories and the form for another one, or one story and what can be done about it. */
export function storiesView(view: StoriesView): Html {
  const terms = termsFor(view.locale);
  const { myStories } = terms;
  const { story } = view;
  const said = view.note ? html`<p class="notice" role="status">${myStories[view.note]}</p>` : '';
  if (!story)
    return html`${said}
      <p>${myStories.lead}</p>
      <p class="hint">${myStories.without}</p>
      <h2>${myStories.list}</h2>
      ${list(view, myStories)}
      <h2>${myStories.fresh}</h2>
      ${form(view, terms)}`;
  return html`${said}
    <p><a href="${withLang(paths.myStoriesPage, view.locale)}">${myStories.back}</a></p>
    <p class="state">${myStories.states[story.status]}</p>
    ${story.statement ? statement(view, story, myStories) : ''} ${form(view, terms)} ${ways(view, story, myStories)}`;
}

/** What may appear on social networks, with the way to its pictures and text. */
export function shareList({ mine, locale }: StoriesView): Html | string {
  const shared = mine.stories.filter(({ status, permissions }) => status === 'published' && permissions.social);
  if (shared.length === 0) return '';
  const { share } = termsFor(locale).myStories;
  return html`<section class="share-list">
    <h2>${share.title}</h2>
    <p>${share.text}</p>
    <ul class="told">
      ${shared.map(
        ({ id, fields }) =>
          html`<li>
            <a href="${withLang(paths.myShareKit(id), locale)}"
              ><bdi lang="${fields.language}">${excerptOf(fields.text, 120).text}</bdi></a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

function list({ mine, locale }: StoriesView, terms: MyStoriesTerms): Html {
  if (mine.stories.length === 0) return html`<p>${terms.none}</p>`;
  return html`<ul class="told">
    ${mine.stories.map(
      ({ id, status, fields }) =>
        html`<li>
          <p class="state">${terms.states[status]}</p>
          <p>
            <a href="${withLang(myStoryPath(id), locale)}"
              ><bdi lang="${fields.text ? fields.language : locale}"
                >${excerptOf(fields.text, 120).text || terms.wordless}</bdi
              ></a
            >
          </p>
        </li>`,
    )}
  </ul>`;
}

const action = (view: StoriesView, what = '') =>
  withLang(`${view.story ? myStoryPath(view.story.id) : paths.myStoriesPage}${what}`, view.locale);

const token = (view: StoriesView) => html`<input type="hidden" name="token" value="${view.token}" />`;

/** What a field holds: as it was typed, else as it is kept, else what is known of its author. */
function valueOf({ values, story, member, locale }: StoriesView, name: keyof MyStoryView['fields']): string {
  const { firstName: signature, circle, place } = member;
  const kept = (story?.fields ?? { language: locale, signature, circle, place, text: '', link: '' })[name];
  return values?.get(name) ?? (typeof kept === 'string' ? kept : '');
}

function form(view: StoriesView, terms: ServerTerms): Html {
  const { myStories } = terms;
  const { story, mine, locale } = view;
  const shown = story?.status === 'published' || story?.status === 'pending';
  const names = new Intl.DisplayNames([locale === 'gsw' ? 'de' : locale], { type: 'language' });
  const languages = storyLanguages.map((code) => [code, names.of(code) ?? code] as const);
  const circles = mine.circles.map(({ id, name }) => [id, name] as const);
  return html`${summary(view, terms)}
    <form method="post" action="${action(view)}" class="join" novalidate>
      ${token(view)} ${story ? html`<input type="hidden" name="version" value="${story.version}" />` : ''}
      ${shown ? html`<p class="notice">${myStories.reread}</p>` : ''}
      <div class="field">
        <label for="text">${myStories.labels.text}</label>
        <p class="hint" id="text-hint">${myStories.hints.text}</p>
        <textarea id="text" name="text" rows="10" dir="auto" aria-describedby="text-hint" ${invalid(view, 'text')}>
${valueOf(view, 'text')}</textarea>
      </div>
      ${select('language', myStories.labels.language, languages, valueOf(view, 'language'))}
      ${circles.length > 1 ? select('circle', myStories.labels.circle, circles, valueOf(view, 'circle')) : ''}
      ${(['signature', 'place', 'link'] as const).map((name) => textField(view, myStories, name))}
      <fieldset id="permissions" tabindex="-1">
        <legend>${myStories.uses}</legend>
        <p class="hint">${myStories.usesHint}</p>
        ${storyUses.map((use) => {
          const ticked = view.values ? view.values.has(`use-${use}`) : (story?.permissions[use] ?? false);
          return html`<div class="field box">
            <label for="use-${use}">
              <input type="checkbox" id="use-${use}" name="use-${use}" ${ticked ? raw('checked') : ''} />
              <span>${mine.terms.uses[use]}</span>
            </label>
          </div>`;
        })}
      </fieldset>
      <p class="actions">
        <button class="button" name="next" value="submit">${myStories.submit}</button>
        ${shown ? '' : html`<button class="button quiet" name="next" value="save">${myStories.save}</button>`}
      </p>
    </form>`;
}

const invalid = (view: StoriesView, name: string) =>
  view.errors.some(({ field }) => field === name) ? raw('aria-invalid="true"') : '';

function textField(view: StoriesView, terms: MyStoriesTerms, name: 'signature' | 'place' | 'link'): Html {
  return html`<div class="field">
    <label for="${name}">${terms.labels[name]}</label>
    <p class="hint" id="${name}-hint">${terms.hints[name]}</p>
    <input
      id="${name}"
      name="${name}"
      type="${name === 'link' ? 'url' : 'text'}"
      value="${valueOf(view, name)}"
      aria-describedby="${name}-hint"
      ${invalid(view, name)}
    />
  </div>`;
}

function select(name: string, label: string, options: (readonly [string, string])[], value: string): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(
        ([code, text]) => html`<option value="${code}" ${code === value ? raw('selected') : ''}>${text}</option>`,
      )}
    </select>
  </div>`;
}

function summary(view: StoriesView, terms: ServerTerms): Html | string {
  const { errors, problem } = view;
  if (problem)
    return html`<div class="errors" role="alert">
      <h2>${terms.problems[problem].title}</h2>
      <p>${terms.problems[problem].text}</p>
    </div>`;
  if (errors.length === 0) return '';
  const texts: Record<string, string> = terms.myStories.errors;
  return html`<div class="errors" role="alert">
    <h2>${terms.myStories.errorsTitle(errors.length)}</h2>
    <ul>
      ${errors.map(({ field }) => html`<li><a href="#${field}">${texts[field] ?? texts['other']}</a></li>`)}
    </ul>
  </div>`;
}

/** A way on: one button, and what it means where it cannot be taken back. */
function way(view: StoriesView, what: string, label: string, sure = ''): Html {
  const button = html`<form method="post" action="${action(view, `/${what}`)}">
    ${token(view)}
    <button class="button quiet">${label}</button>
  </form>`;
  return sure === ''
    ? html`${button}`
    : html`<details>
        <summary>${label}</summary>
        <p>${sure}</p>
        ${button}
      </details>`;
}

function ways(view: StoriesView, { status, url }: MyStoryView, terms: MyStoriesTerms): Html {
  const shown = status === 'published' || status === 'pending';
  return html`${url ? html`<p><a href="${url}">${terms.view}</a></p>` : ''}
  ${shown ? way(view, 'withdraw', terms.withdraw) : ''} ${way(view, 'remove', terms.remove, terms.sure)}`;
}

/** Why a story was refused or removed, and how to object. */
function statement(view: StoriesView, story: MyStoryView, terms: MyStoriesTerms): Html {
  const { reason, text, appeal, appealUntil, decision } = story.statement!;
  const until = new Intl.DateTimeFormat(view.locale === 'gsw' ? 'de' : view.locale, { dateStyle: 'long' });
  return html`<section class="notice">
    <h2>${terms.decision}</h2>
    <p>${reasons[view.locale].refusal[reason]}</p>
    <blockquote>${text}</blockquote>
    ${
      appeal
        ? html`<p>${terms.appeals[appeal.status]}</p>
            <blockquote>${appeal.answer ?? ''}</blockquote>`
        : html`<p>${terms.appealUntil(until.format(appealUntil))}</p>
            <form method="post" action="${action(view, '/appeal')}">
              ${token(view)} <input type="hidden" name="decision" value="${decision}" />
              <div class="field">
                <label for="appeal">${terms.appeal}</label>
                <p class="hint" id="appeal-hint">${terms.appealHint}</p>
                <textarea id="appeal" name="appeal" rows="4" aria-describedby="appeal-hint">
${view.values?.get('appeal') ?? ''}</textarea>
              </div>
              <button class="button quiet">${terms.sendAppeal}</button>
            </form>`
    }
  </section>`;
}
