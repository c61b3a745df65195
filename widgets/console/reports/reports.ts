import type { ReportView } from '../../../api/contract/moderation.ts';
import { html, type TemplateResult } from '../../core.ts';
import { formatMoment } from '../dates.ts';
import type { Desk } from '../desk.ts';
import { Inbox } from '../inbox.ts';
import { inboxTemplate } from '../inbox-template.ts';

/** What readers have reported. Upholding a report removes the story, with a reason that its author reads. */
export function reportsPanel(desk: Desk): Inbox<ReportView> {
  const { client } = desk;
  return new Inbox<ReportView>(
    desk,
    {
      counts: 'reports',
      fetch: async (after) => {
        const { reports, next } = await client.reports(after);
        return { items: reports, next };
      },
      send: ({ receipt }, { kind, reason, text }) =>
        client.decideReport(
          receipt,
          kind === 'uphold_report' && reason ? { action: 'uphold', reason, text } : { action: 'reject', text },
        ),
      id: ({ receipt }) => receipt,
      language: ({ story }) => story.language,
      done: ({ story }, kind) =>
        desk.terms.reports[kind === 'uphold_report' ? 'upheld' : 'rejected'](story.author.name),
    },
    ['reject_report', 'uphold_report'],
    reportsTemplate,
  );
}

function reportsTemplate(inbox: Inbox<ReportView>): TemplateResult {
  const { desk } = inbox;
  const { terms, locale } = desk;
  const words = terms.reports;
  return inboxTemplate(inbox, {
    empty: terms.empty.reports,
    story: ({ story }) => story,
    line: ({ reason, story, at, text }) => ({
      title: `${words.reasons[reason]} · ${story.author.name}`,
      text: text.slice(0, 140),
      note: formatMoment(at, locale),
    }),
    letter: (report) => letter(desk, report),
    actions: () => [
      { label: words.reject, key: 'a', off: inbox.busy, run: () => inbox.answer('reject_report') },
      { label: words.uphold, key: 'r', off: inbox.busy, run: () => inbox.answer('uphold_report') },
    ],
  });
}

function letter({ terms, locale }: Desk, report: ReportView): TemplateResult {
  const words = terms.reports;
  return html`<p class="eyebrow">${words.on(formatMoment(report.at, locale))} · ${words.receipt(report.receipt)}</p>
    <h2 id="letter" tabindex="-1">${words.reasons[report.reason]}</h2>
    ${report.text ? html`<p class="verbatim" dir="auto">${report.text}</p>` : html`<p class="hint">${words.noText}</p>`}
    <p class="hint">${words.seenAt} <bdi class="address">${report.url}</bdi></p>
    <p class="hint">${report.answerable ? words.answerable : words.notAnswerable}</p>`;
}
