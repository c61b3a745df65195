import type { QueueStory } from '../../../api/contract/moderation.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { actionButton, type Action } from '../actions-template.ts';
import { formatMoment } from '../dates.ts';
import type { Desk } from '../desk.ts';
import { emptyTemplate, pileList } from '../pile-template.ts';
import type { QueueView } from '../staff-client.ts';
import type { Statement } from '../statement/statement.ts';
import { statementTemplate } from '../statement/statement-template.ts';
import { storyTemplate } from '../story/story-template.ts';
import type { Decisions } from './decisions.ts';
import type { StoryPile } from './story-pile.ts';

/** Stories one after the other, and what can be done with the one at hand. */
export interface QueueWork {
  readonly desk: Desk;
  readonly view: QueueView;
  readonly pile: StoryPile;
  readonly decisions: Decisions;
  /** What one must know of the story before deciding. */
  readonly notice: string | undefined;
  /** The form of a refusal or a removal, while it is open. */
  readonly statement: Statement | undefined;
  /** The tags that are chosen, while one chooses. */
  readonly tagging: readonly string[] | undefined;
  /** The film that captions can be written for. */
  readonly film: QueueStory['media'][number] | undefined;
  again(): Promise<void>;
  go(index: number): void;
  step(steps: number): void;
  approve(): void;
  feature(): void;
  refuse(): void;
  sendStatement(): void;
  openTags(): void;
  toggleTag(id: string): void;
  saveTags(): void;
  openCaptions(): void;
  close(): void;
}

/** The list, the story that is looked at, and what can be decided about it. */
export function queueTemplate(panel: QueueWork): unknown {
  const { desk, pile, view } = panel;
  const { terms, locale } = desk;
  const story = pile.current;
  if (!pile.loaded) return html`<p class="hint">${terms.loading}</p>`;
  if (!story) return emptyTemplate(desk, terms.empty[view], () => void panel.again());
  const lines = pile.items.map(({ author, text, submittedAt, publishedAt }) => ({
    title: author.name,
    text: text.slice(0, 140),
    note: formatMoment((view === 'pending' ? submittedAt : publishedAt) ?? submittedAt ?? 0, locale),
  }));
  const total = pile.next ? `${pile.items.length}+` : `${pile.items.length}`;
  return html`<div class="desk">
    ${pileList(desk, lines, pile.index, (index) => panel.go(index))}
    <div class="at-hand">
      ${storyTemplate(desk, story, {
        position: terms.queue.position(pile.index + 1, total),
        notice: panel.notice,
      })}
      ${work(panel, story)}
    </div>
  </div>`;
}

function work(panel: QueueWork, story: QueueStory): TemplateResult {
  const { desk, statement, decisions } = panel;
  if (statement)
    return statementTemplate(desk, statement, story.author.name, decisions.busy, {
      send: () => panel.sendStatement(),
      cancel: () => panel.close(),
    });
  return panel.tagging ? tagsTemplate(panel, story, panel.tagging) : actionBar(panel, story);
}

function actionBar(panel: QueueWork, story: QueueStory): TemplateResult {
  const { desk, view, pile, decisions } = panel;
  const { queue } = desk.terms;
  const off = decisions.busy;
  const canChange = view !== 'refused';
  const actions: (Action | false)[] = [
    view === 'pending' && {
      label: queue.approve,
      key: 'a',
      main: true,
      off: off || story.blockers.length > 0,
      run: () => panel.approve(),
    },
    canChange && { label: view === 'pending' ? queue.refuse : queue.remove, key: 'r', off, run: () => panel.refuse() },
    canChange && {
      label: view === 'pending' ? queue.approveAndFeature : story.featured ? queue.unfeature : queue.feature,
      key: 'f',
      off: off || story.blockers.length > 0,
      run: () => panel.feature(),
    },
    canChange && { label: queue.tags, key: 't', off, run: () => panel.openTags() },
    !!panel.film && { label: queue.captions, key: 'c', off, run: () => panel.openCaptions() },
  ];
  const steps: Action[] = [
    { label: queue.previous, sign: '‹', key: 'k', off: pile.index === 0, run: () => panel.step(-1) },
    { label: queue.next, sign: '›', key: 'j', off: pile.index === pile.items.length - 1, run: () => panel.step(1) },
  ];
  const buttons = (list: (Action | false)[]) =>
    list.map((action) => (action ? actionButton(action, desk.keys) : nothing));
  return html`<div class="actions" part="actions" role="group" aria-label=${queue.actions}>
    <p class="ways">${buttons(actions)}</p>
    <p class="ways steps">${buttons(steps)}</p>
  </div>`;
}

function tagsTemplate(panel: QueueWork, story: QueueStory, chosen: readonly string[]): TemplateResult {
  const { desk, decisions } = panel;
  const { terms, tags } = desk;
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    panel.saveTags();
  };
  return html`<form class="statement" part="tags" aria-labelledby="tags" @submit=${handleSubmit}>
    <h3 id="tags" tabindex="-1">${terms.queue.tagsLegend(story.author.name)}</h3>
    ${tags.length === 0 ? html`<p>${terms.queue.noTags}</p>` : nothing}
    <div class="grid">
      ${tags.map(
        ({ id, name }) =>
          html`<label class="check">
            <input type="checkbox" value=${id} .checked=${chosen.includes(id)} @change=${() => panel.toggleTag(id)} />
            <span>${name}</span>
          </label>`,
      )}
    </div>
    <p class="ways">
      <button class="button" part="button" aria-disabled=${decisions.busy ? 'true' : 'false'}>
        ${terms.queue.saveTags}
      </button>
      <button type="button" class="button quiet" @click=${() => panel.close()}>${terms.cancel}</button>
    </p>
  </form>`;
}
