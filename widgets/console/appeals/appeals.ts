import type { AppealView } from '../../../api/contract/moderation.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { formatMoment } from '../dates.ts';
import type { Desk } from '../desk.ts';
import { Inbox } from '../inbox.ts';
import { inboxTemplate } from '../inbox-template.ts';
import { decisionTemplate } from '../story/facts-template.ts';

/** What authors say against a decision. Who took it does not answer. */
export function appealsPanel(desk: Desk): Inbox<AppealView> {
  const { client } = desk;
  return new Inbox<AppealView>(
    desk,
    {
      counts: 'appeals',
      fetch: async (after) => {
        const { appeals, next } = await client.appeals(after);
        return { items: appeals, next };
      },
      send: ({ id }, { kind, text }) =>
        client.decideAppeal(id, { action: kind === 'uphold_appeal' ? 'uphold' : 'reject', text }),
      id: ({ id }) => id,
      language: ({ story }) => story.language,
      done: ({ story }, kind) =>
        desk.terms.appeals[kind === 'uphold_appeal' ? 'upheld' : 'rejected'](story.author.name),
      open: ({ own }) => !own,
    },
    ['uphold_appeal', 'reject_appeal'],
    appealsTemplate,
  );
}

function appealsTemplate(inbox: Inbox<AppealView>): TemplateResult {
  const { desk } = inbox;
  const { terms, locale } = desk;
  const words = terms.appeals;
  return inboxTemplate(inbox, {
    empty: terms.empty.appeals,
    story: ({ story }) => story,
    line: ({ story, at, text }) => ({
      title: story.author.name,
      text: text.slice(0, 140),
      note: formatMoment(at, locale),
    }),
    letter: (appeal) => letter(desk, appeal),
    actions: ({ own }) =>
      own
        ? undefined
        : [
            { label: words.uphold, key: 'a', off: inbox.busy, run: () => inbox.answer('uphold_appeal') },
            { label: words.reject, key: 'r', off: inbox.busy, run: () => inbox.answer('reject_appeal') },
          ],
  });
}

function letter(desk: Desk, { at, text, decision, own, story }: AppealView): TemplateResult {
  const words = desk.terms.appeals;
  return html`<p class="eyebrow">${words.on(formatMoment(at, desk.locale))}</p>
    <h2 id="letter" tabindex="-1"><bdi>${story.author.name}</bdi></h2>
    <h3>${words.words}</h3>
    <p class="verbatim told-words" lang=${story.language} dir="auto">${text}</p>
    <h3>${words.decision}</h3>
    ${decisionTemplate(desk, decision)} ${own ? html`<p class="box" part="box">${words.own}</p>` : nothing}`;
}
