import { html, raw } from 'hono/html';
import type { Club } from '../../../contract/club.ts';
import type { FieldProblem } from '../../../contract/codes.ts';
import { embedPaths } from '../../../contract/embed.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import { webhookEvents } from '../../../contract/webhook.ts';
import { partnerName } from '../../../domain/partners/name.ts';
import type { Keys } from '../../../domain/ports.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import type { Webhook, WebhookDelivery } from '../../../domain/webhooks/ports.ts';
import { isRotating, secretOf } from '../../../domain/webhooks/sign.ts';
import { webhooksIn, type WebhookNote, type WebhookTexts } from '../../../lang/webhooks/index.ts';
import { exportsIn } from '../../../lang/exports/index.ts';
import { fieldErrors } from '../field-errors.ts';
import { withLang, type Html } from '../layout.ts';
import { momentOf } from '../moment.ts';

export interface WebhooksView {
  locale: Locale;
  now: number;
  keys: Keys;
  club: Club;
  token: string;
  webhooks: { webhook: Webhook; deliveries: WebhookDelivery[] }[];
  /** The newest of all. */
  dead: WebhookDelivery[];
  deadCounts: { webhookId: number; count: number }[];
  partners: Partner[];
  note?: WebhookNote | undefined;
  /** What was typed and not taken. */
  sent?: { url: string; partner: string; events: readonly string[]; errors: readonly FieldProblem[] };
}

const events = webhookEvents.filter((event) => event !== 'ping');

export function webhooksView(view: WebhooksView): Html {
  const { locale, webhooks, dead, note } = view;
  const texts = webhooksIn[locale];
  return html`<div class="partner-desk webhooks">
    <p class="back"><a href="${withLang(paths.console, locale)}">${exportsIn[locale].console}</a></p>
    <h1>${texts.title}</h1>
    <p class="lead">${texts.lead}</p>
    ${note ? html`<p class="said-so" role="status">${texts.notes[note]}</p>` : ''}
    ${
      dead.length === 0
        ? ''
        : html`<section class="card">
            <h2>${texts.dead.title}</h2>
            <p>${texts.dead.text}</p>
            ${view.deadCounts.map((one) => deadOf(view, one))} ${deliveryTable(view, dead, texts.dead.newest, true)}
          </section>`
    }
    ${webhooks.length === 0 ? html`<p>${texts.none}</p>` : ''}
    ${webhooks.map(({ webhook, deliveries }) => card(view, webhook, deliveries))} ${addForm(view)}
    <section>
      <h2>${texts.check.title}</h2>
      <p>${texts.check.text}</p>
    </section>
  </div>`;
}

function card(view: WebhooksView, webhook: Webhook, deliveries: WebhookDelivery[]): Html {
  const { locale, partners, keys, now } = view;
  const texts = webhooksIn[locale];
  const of = partners.find(({ id }) => id === webhook.partnerId);
  const rotating = isRotating(webhook, now);
  const field = `secret-${webhook.publicId}`;
  return html`<section class="card" aria-labelledby="url-${webhook.publicId}">
    <h2 class="webhook-url" id="url-${webhook.publicId}">${webhook.url}</h2>
    <p class="meta">
      <span class="state is-${webhook.status}">${texts.states[webhook.status]}</span>
      <span>${of ? texts.ofPartner(partnerName(of, locale)) : texts.ofClub}</span>
    </p>
    <ul>
      ${webhook.events.map((event) => (event === 'ping' ? '' : html`<li>${texts.events[event]}</li>`))}
    </ul>
    <p class="actions">
      ${action(view, webhook, 'try')} ${action(view, webhook, webhook.status === 'active' ? 'pause' : 'resume')}
    </p>
    <details>
      <summary>${texts.secret.title}</summary>
      <p>${texts.secret.text} ${rotating ? texts.secret.rotating : ''}</p>
      <p class="field">
        <label for="${field}">${texts.secret.label}</label>
        <input id="${field}" readonly value="${secretOf(keys, webhook, webhook.generation)}" autocomplete="off" />
      </p>
      ${rotating ? '' : action(view, webhook, 'rotate')}
    </details>
    <details>
      <summary>${texts.deliveries.title}</summary>
      ${
        deliveries.length === 0
          ? html`<p>${texts.deliveries.none}</p>`
          : deliveryTable(view, deliveries, texts.deliveries.title)
      }
    </details>
    <details>
      <summary>${texts.removal.title}</summary>
      <p>${texts.removal.text}</p>
      ${action(view, webhook, 'remove')}
    </details>
  </section>`;
}

/** How many of a webhook's messages were given up, and all of them once more. */
function deadOf(view: WebhooksView, { webhookId, count }: { webhookId: number; count: number }): Html {
  const { webhook } = view.webhooks.find((one) => one.webhook.id === webhookId) ?? {};
  if (!webhook) return html``;
  return html`<div class="dead-of">
    <p><span class="webhook-url">${webhook.url}</span> ${webhooksIn[view.locale].dead.count(count)}</p>
    ${action(view, webhook, 'replay-all')}
  </div>`;
}

function action({ locale, token }: WebhooksView, webhook: Webhook, what: keyof WebhookTexts['actions']): Html {
  const to = withLang(`${embedPaths.webhooks}/${webhook.publicId}/${what}`, locale);
  return html`<form method="post" action="${to}">
    <input type="hidden" name="token" value="${token}" />
    <button class="button quiet" aria-describedby="url-${webhook.publicId}">${webhooksIn[locale].actions[what]}</button>
  </form>`;
}

/** @param isOfAll whether a row has to say which webhook it is of */
function deliveryTable(view: WebhooksView, deliveries: WebhookDelivery[], caption: string, isOfAll = false): Html {
  const { locale, token, club, webhooks } = view;
  const texts = webhooksIn[locale];
  const { columns } = texts.deliveries;
  const urlOf = ({ webhookId }: WebhookDelivery) =>
    webhooks.find(({ webhook }) => webhook.id === webhookId)?.webhook.url;
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <thead>
        <tr>
          <th scope="col">${columns.when}</th>
          <th scope="col">${columns.event}</th>
          <th scope="col">${columns.tries}</th>
          <th scope="col">${columns.outcome}</th>
        </tr>
      </thead>
      <tbody>
        ${deliveries.map((one) => {
          const { day, time } = momentOf(club, one.createdAt);
          return html`<tr>
            <td><time datetime="${new Date(one.createdAt).toISOString()}">${day} ${time}</time></td>
            <td><code>${one.event}</code> ${isOfAll ? html`<span class="webhook-url">${urlOf(one)}</span>` : ''}</td>
            <td data-head="${columns.tries}">${one.attempts}</td>
            <td>
              ${outcomeOf(texts, one)}
              ${
                one.status === 'dead'
                  ? html`<form
                      method="post"
                      action="${withLang(`${embedPaths.webhooks}/deliveries/${one.id}`, locale)}"
                    >
                      <input type="hidden" name="token" value="${token}" />
                      <button class="button quiet">${texts.actions.replay}</button>
                    </form>`
                  : ''
              }
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** Where it stands, and what came of its last try: a status by number, the rest in words. */
function outcomeOf({ outcomes }: WebhookTexts, { status, outcome }: WebhookDelivery): string {
  const why = outcome !== null && Object.hasOwn(outcomes, outcome) ? outcomes[outcome as 'refused'] : outcome;
  return why === null ? outcomes[status] : `${outcomes[status]} (${why})`;
}

function addForm({ locale, token, partners, sent }: WebhooksView): Html {
  const { add, events: names, ofClub } = webhooksIn[locale];
  const isPrivate = sent?.errors.some(({ code }) => code === 'url_private');
  const refused = fieldErrors({
    locale,
    errors: sent?.errors ?? [],
    fields: ['url', 'partner', 'events'],
    groups: ['events'],
    sentences: {
      url: isPrivate ? add.errors.url_private : add.errors.url,
      partner: add.errors.partner,
      events: add.errors.events,
    },
  });
  return html`<form class="join card" method="post" action="${withLang(embedPaths.webhooks, locale)}" novalidate>
    <h2>${add.title}</h2>
    ${refused.summary()}
    <input type="hidden" name="token" value="${token}" />
    <div class="field">
      <label for="url">${add.url}</label>
      <p class="hint" id="url-hint">${add.urlHint}</p>
      ${refused.errorOf('url')}
      <input
        id="url"
        name="url"
        type="url"
        required
        value="${sent?.url ?? ''}"
        autocomplete="off"
        spellcheck="false"
        ${refused.described('url', true)}
      />
    </div>
    <div class="field">
      <label for="partner">${add.partner}</label>
      ${refused.errorOf('partner')}
      <select id="partner" name="partner" ${refused.described('partner', false)}>
        <option value="">${ofClub}</option>
        ${partners.map(
          (one) =>
            html`<option value="${one.slug}" ${sent?.partner === one.slug ? raw('selected') : ''}>
              ${partnerName(one, locale)}
            </option>`,
        )}
      </select>
    </div>
    <fieldset ${refused.described('events', false)}>
      <legend>${add.events}</legend>
      ${refused.errorOf('events')}
      ${events.map(
        (event, at) =>
          html`<label class="choice" for="events-${at}">
            <input
              id="events-${at}"
              type="checkbox"
              name="events-${event}"
              value="on"
              ${sent?.events.includes(event) ? raw('checked') : ''}
            />
            <span>${names[event]}</span>
          </label>`,
      )}
    </fieldset>
    <button class="button">${add.submit}</button>
  </form>`;
}
