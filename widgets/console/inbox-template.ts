import { html, nothing, type TemplateResult } from '../core.ts';
import type { QueueStory } from '../../api/contract/moderation.ts';
import { actionButton, type Action } from './actions-template.ts';
import type { Inbox } from './inbox.ts';
import { emptyTemplate, pileList, type PileLine } from './pile-template.ts';
import { statementTemplate } from './statement/statement-template.ts';
import { storyTemplate } from './story/story-template.ts';

/** What a letter is drawn from. */
export interface LetterView<T> {
  /** Said when nothing waits. */
  empty: string;
  line(item: T): PileLine;
  story(item: T): QueueStory;
  /** The letter itself; its heading is `#letter`. */
  letter(item: T): TemplateResult;
  /** What can be answered; nothing when somebody else has to. */
  actions(item: T): Action[] | undefined;
}

/** The list, the letter with its answers, and the story that it is about. */
export function inboxTemplate<T extends object>(inbox: Inbox<T>, view: LetterView<T>): TemplateResult {
  const { desk, pile } = inbox;
  const { terms } = desk;
  const item = pile.current;
  if (!inbox.loaded) return html`<p class="hint">${terms.loading}</p>`;
  if (!item) return emptyTemplate(desk, view.empty, () => void inbox.again());
  return html`<div class="desk">
    ${pileList(desk, pile.items.map(view.line), pile.index, (index) => inbox.go(index))}
    <div class="at-hand">
      <section class="letter" part="letter" aria-labelledby="letter">${view.letter(item)}</section>
      ${work(inbox, view, item)} ${storyTemplate(desk, view.story(item))}
    </div>
  </div>`;
}

function work<T extends object>(inbox: Inbox<T>, view: LetterView<T>, item: T): TemplateResult {
  const { desk, pile, statement } = inbox;
  const { queue } = desk.terms;
  if (statement)
    return statementTemplate(desk, statement, view.story(item).author.name, inbox.busy, {
      send: () => void inbox.send(),
      cancel: () => inbox.close(),
    });
  const steps: Action[] = [
    { label: queue.previous, sign: '‹', key: 'k', off: pile.index === 0, run: () => inbox.step(-1) },
    { label: queue.next, sign: '›', key: 'j', off: pile.index === pile.items.length - 1, run: () => inbox.step(1) },
  ];
  const actions = view.actions(item);
  return html`<div class="actions" part="actions" role="group" aria-label=${queue.actions}>
    ${actions ? html`<p class="ways">${actions.map((one) => actionButton(one, desk.keys))}</p>` : nothing}
    <p class="ways steps">${steps.map((one) => actionButton(one, desk.keys))}</p>
  </div>`;
}
