import type { DecisionView, QueueStory } from '../../../api/contract/moderation.ts';
import { storyUses } from '../../../api/contract/vocabulary.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { formatMoment } from '../dates.ts';
import type { Desk } from '../desk.ts';

/** What stands beside a story: where it comes from, who is in it, what its author allows. */
export function factsTemplate({ terms, tags }: Desk, story: QueueStory): TemplateResult {
  const words = terms.story;
  const hasMedia = story.media.length > 0;
  return html`<section class="facts" aria-labelledby="facts">
    <h3 id="facts">${words.facts}</h3>
    <dl>
      ${fact(words.partner, html`<bdi>${story.partner ?? words.noPartner}</bdi>`)}
      ${hasMedia ? fact(words.people, story.people ? words.peopleShown[story.people] : words.peopleUnknown) : nothing}
      ${hasMedia ? fact(words.adult, story.adult ? words.adultYes : words.adultNo) : nothing}
      ${fact(
        words.permissions,
        html`<ul class="uses">
          ${storyUses.map((use) => {
            const given = story.permissions[use];
            return html`<li class=${given ? 'given' : 'not-given'}>
              <span>${words.uses[use]}</span> <span class="answer">${given ? words.given : words.notGiven}</span>
            </li>`;
          })}
        </ul>`,
      )}
      ${fact(words.tags, story.tags.map((tag) => tags.find(({ id }) => id === tag)?.name ?? tag).join(', ') || words.none)}
    </dl>
  </section>`;
}

const fact = (term: string, value: unknown) =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

/** What was decided about a story before, by whom and why. */
export function historyTemplate(desk: Desk, history: readonly DecisionView[]): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  return html`<section class="history" aria-labelledby="history">
    <h3 id="history">${desk.terms.story.history}</h3>
    <ol>
      ${history.map((one) => html`<li>${decisionTemplate(desk, one)}</li>`)}
    </ol>
  </section>`;
}

/** One decision, whole. */
export function decisionTemplate({ terms, locale }: Desk, decision: DecisionView): TemplateResult {
  const { story, statement } = terms;
  const { action, reason, text, by, at, undoneAt } = decision;
  return html`<p>
      <strong>${story.decisions[action]}</strong>${reason ? html` · ${statement.reasons[reason]}` : nothing}
      ${undoneAt === null ? nothing : html`<em>(${story.undone})</em>`}
      <span class="hint"><bdi>${story.by(by, formatMoment(at, locale))}</bdi></span>
    </p>
    ${text ? html`<p class="verbatim" dir="auto">${text}</p>` : nothing}`;
}
