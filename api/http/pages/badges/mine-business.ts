/** Badges of a business: the domain that is asked for, what proves it, and giving it up. */
import { html, raw } from 'hono/html';
import { paths } from '../../../contract/paths.ts';
import type { HeldBadge } from '../../../domain/badges/held.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import { withLang, type Html } from '../layout.ts';
import type { MineView } from './mine-state.ts';
import { copyField } from './tools.ts';
import { momentOf } from '../moment.ts';

export function askForm(view: MineView): Html {
  const { locale, token, failure } = view;
  const { ask } = myBadges[locale].mine;
  const typed = failure?.id === '' ? (failure.values.get('domain') ?? '') : '';
  const isWrong = failure?.id === '' && failure.errors.some(({ field }) => field === 'domain');
  return html`<section class="card" id="ask">
    <h2>${ask.title}</h2>
    <p>${ask.lead}</p>
    <form class="join" method="post" action="${withLang(paths.myBadgesPage, locale)}" novalidate>
      <input type="hidden" name="token" value="${token}" />
      <div class="field">
        <label for="domain">${ask.label}</label>
        <p class="hint" id="domain-hint">${ask.hint}</p>
        ${isWrong ? html`<p class="error" id="domain-error">${ask.invalid}</p>` : ''}
        <input
          id="domain"
          name="domain"
          value="${typed}"
          inputmode="url"
          autocapitalize="none"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="domain-hint${isWrong ? ' domain-error' : ''}"
          ${isWrong ? raw('aria-invalid="true"') : ''}
        />
      </div>
      <button class="button">${ask.submit}</button>
    </form>
  </section>`;
}

/** The id of where it is said why a proof was not found. */
export const findingPlace = (publicId: string): string => `b-${publicId}-finding`;

/** The line and the file, either of which proves the domain, and the button that has us look. */
export function proofSection(view: MineView, one: HeldBadge): Html {
  const { locale } = view;
  const { badge, mine } = one;
  const { proof: terms } = myBadges[locale].mine;
  const { tools } = myBadges[locale];
  const { proof } = mine;
  if (!proof) return html``;
  const field = (name: string, label: string, value: string) =>
    copyField({ id: `b-${badge.publicId}-${name}`, label, value }, tools);
  const isQuiet = badge.status === 'active' && badge.missingSince === null;
  const finding = view.failure?.id === badge.publicId ? view.failure.finding : undefined;
  const place = findingPlace(badge.publicId);
  const why = (text: string) => html`<p class="said-so warning" id="${place}">${text}</p>`;
  // A browser goes to what was found. When there is nothing there, the answer is on top, or leads elsewhere.
  const action = `${withLang(`${paths.myBadgesPage}/${badge.publicId}/check`, locale)}#${place}`;
  const ways = html`${finding ? why(terms.findings[finding]) : ''}
    <p>${terms.lead}</p>
    ${isQuiet ? '' : html`<p class="hint">${terms.help}</p>`}
    <h4>${terms.dns}</h4>
    <p class="hint">${terms.dnsHint}</p>
    ${field('dns-name', terms.dnsName, proof.name)} ${field('dns-value', terms.dnsValue, proof.value)}
    <h4>${terms.file}</h4>
    <p class="hint">${terms.fileHint}</p>
    ${field('file', terms.fileAddress, proof.file)} ${field('content', terms.fileContent, proof.content)}
    ${looked(view, one)} ${isQuiet ? '' : html`<p>${terms.next}</p>`}
    <form method="post" action="${action}">
      <input type="hidden" name="token" value="${view.token}" />
      <button class="button ${isQuiet ? 'quiet' : ''}">${terms.look}</button>
    </form>`;
  return isQuiet
    ? html`<details class="tool" ${finding ? raw('open') : ''}>
        <summary>${terms.keep}</summary>
        ${ways}
      </details>`
    : html`<div class="proof">
        <h3>${terms.title}</h3>
        ${ways}
      </div>`;
}

/** When we last looked, and what we found. */
function looked({ deps, locale }: MineView, { badge }: HeldBadge): Html {
  const { proof } = myBadges[locale].mine;
  const { provenAt, checkedAt } = badge;
  const isFound = provenAt !== null && (checkedAt === null || provenAt >= checkedAt);
  if (isFound) return html`<p class="hint">${proof.provenOn(momentOf(deps.club, provenAt).day)}</p>`;
  if (checkedAt === null) return html`<p class="hint">${proof.neverLooked}</p>`;
  const { day, time } = momentOf(deps.club, checkedAt);
  return html`<p class="hint">${proof.looked(day, time)}</p>`;
}

/** Asked once more before it is done: whoever has pressed cannot take it back. */
export function giveUpForm({ locale, token }: MineView, { badge }: HeldBadge): Html {
  const { giveUp } = myBadges[locale].mine;
  return html`<details class="tool">
    <summary>${giveUp.title}</summary>
    <p>${giveUp.sure}</p>
    <form method="post" action="${withLang(`${paths.myBadgesPage}/${badge.publicId}/give-up`, locale)}">
      <input type="hidden" name="token" value="${token}" />
      <button class="button quiet">${giveUp.button}</button>
    </form>
  </details>`;
}
