import type { MyStories, MyStoryView } from '../../../api/contract/story.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { quietButton, type View } from './controls.ts';

/** What the list tells the element. */
export interface ListHandlers {
  fresh(): void;
  edit(story: MyStoryView): void;
  withdraw(story: MyStoryView): void;
  /** Opens a question below a story, or closes it. */
  ask(question: Question | undefined): void;
  /** Asked before a story is deleted. */
  question(story: MyStoryView): unknown;
  /** Why a story was refused or removed. */
  statement(story: MyStoryView, appealing: boolean): unknown;
  leave(): void;
}

/** What is being asked about one story. */
export interface Question {
  story: string;
  about: 'remove' | 'appeal';
}

/** The author's stories, newest first, each with what can be done about it. */
export function listView(
  view: View,
  mine: MyStories,
  on: ListHandlers,
  more: { question: Question | undefined; box: unknown; atHome: boolean },
): TemplateResult {
  const { terms } = view;
  const stories = mine.stories.toSorted((a, b) => b.updatedAt - a.updatedAt);
  const item = (story: MyStoryView) => storyItem(view, story, on, more.question);
  return html`<h3 tabindex="-1">${terms.mine}</h3>
    ${more.box}
    ${
      stories.length
        ? html`<ul class="stories">
            ${stories.map(item)}
          </ul>`
        : html`<p>${terms.none}</p>`
    }
    <p class="actions">
      <button type="button" class="button" part="button" @click=${on.fresh}>${terms.fresh}</button>
      ${more.atHome ? nothing : html`<button type="button" class="link" @click=${on.leave}>${terms.signOut}</button>`}
    </p>`;
}

function storyItem(view: View, story: MyStoryView, on: ListHandlers, question: Question | undefined): TemplateResult {
  const { terms } = view;
  const { id, status, statement, url, fields } = story;
  const asked = question?.story === id ? question.about : undefined;
  const named = `title-${id}`;
  const shown = status.startsWith('p');
  return html`<li>
    <p class="state ${status}">${terms.states[status]} · ${terms.date(story.updatedAt)}</p>
    <h4 id=${named} lang=${fields.text ? fields.language : nothing} dir="auto">
      ${fields.text.slice(0, 120) || terms.wordless}
    </h4>
    ${statement ? on.statement(story, asked === 'appeal') : nothing}
    ${
      asked === 'remove'
        ? on.question(story)
        : html`<p class="actions">
            ${quietButton(terms.edit, () => on.edit(story), named)}
            ${shown ? quietButton(terms.withdraw, () => on.withdraw(story), named) : nothing}
            ${quietButton(terms.remove, () => on.ask({ story: id, about: 'remove' }), named)}
            ${
              /^https?:/.test(url ?? '')
                ? html`<a class="link" href=${url} target="_blank" rel="noopener">${terms.view} (${terms.newTab})</a>`
                : nothing
            }
          </p>`
    }
  </li>`;
}
