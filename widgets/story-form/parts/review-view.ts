import type { MyStoryView } from '../../../api/contract/story.ts';
import type { StoryFormReviewTerms } from '../../lang/story-form/review/terms.ts';
import type { View } from '../views/controls.ts';
import type { ReviewTools } from './review-tools.ts';

/** What the statement of a decision tells. */
export interface StatementHandlers {
  ask(story: string | undefined): void;
  appeal(event: Event): void;
}

/** The templates of what comes after the writing, made with the tools of the core. */
export function reviewViews(tools: ReviewTools) {
  const { html, flame, formatDate, box, textField, mainButton, quietButton, host } = tools;
  const day = (at: number) => formatDate(new Date(at).toISOString().slice(0, 10), host.locale);

  const summary = ({ messages }: View, terms: StoryFormReviewTerms, go: (field: string) => void) => {
    const link = ([field, message]: [string, string]) => {
      const press = (event: Event) => {
        event.preventDefault();
        go(field);
      };
      return html`<li><a class="link" href="#${field}" @click=${press}>${message}</a></li>`;
    };
    return box(
      terms.summary(messages.size),
      html`<ul>
          ${[...messages].map(link)}
        </ul>
        <p>${terms.notSent}</p>`,
    );
  };

  const thanks = (terms: StoryFormReviewTerms, back: () => void) =>
    html`<div class="done" part="success">
      ${flame()}
      <h3 tabindex="-1">${terms.thanks}</h3>
      <p>${terms.thanksText}</p>
      ${quietButton(terms.toMine, back)}
    </div>`;

  const conflict = (terms: StoryFormReviewTerms, theirs: string, decide: (mine: boolean) => void) =>
    box(
      terms.changed,
      html`<p class="hint">${terms.theirs}</p>
        <blockquote>${theirs}</blockquote>
        ${quietButton(terms.keepMine, () => decide(true))} ${quietButton(terms.takeTheirs, () => decide(false))}`,
    );

  const form = (view: View, terms: StoryFormReviewTerms, on: StatementHandlers) =>
    html`<form novalidate @submit=${on.appeal}>
      ${textField(view, {
        name: 'appeal',
        label: terms.appeal,
        hint: terms.appealHint,
        value: '',
        required: true,
        rows: 4,
      })}
      <p class="actions">${mainButton(view, terms.sendAppeal)} ${quietButton(terms.no, () => on.ask(undefined))}</p>
    </form>`;

  const statement = (
    view: View,
    terms: StoryFormReviewTerms,
    { id, statement }: MyStoryView,
    appealing: boolean,
    on: StatementHandlers,
  ) => {
    const { appeal, reason, text, appealUntil } = statement!;
    const button = () => quietButton(terms.appeal, () => on.ask(id), `title-${id}`);
    return html`<div class="statement">
      <p><strong>${terms.reasons[reason]}</strong></p>
      <p class="said">${text}</p>
      ${
        appeal
          ? html`<p>${terms.appeals[appeal.status]}</p>
              <p class="said">${appeal.answer}</p>`
          : html`<p>${terms.appealUntil(day(appealUntil))}</p>
              ${appealing ? form(view, terms, on) : button()}`
      }
    </div>`;
  };

  const question = (terms: StoryFormReviewTerms, id: string, on: { remove(): void; cancel(): void }) =>
    html`<p class="sure" tabindex="-1">${terms.sure}</p>
      <p class="actions">${quietButton(terms.yes, on.remove, `title-${id}`)} ${quietButton(terms.no, on.cancel)}</p>`;

  return { summary, thanks, conflict, statement, question };
}
