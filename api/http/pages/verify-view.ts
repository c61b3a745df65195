import { hash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { badgePaths, badgePicture, badgeSizes } from '../../contract/badge.ts';
import type { Verdict } from '../../contract/badge-words.ts';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { credentialId } from '../../domain/badges/credential.ts';
import { shownDomain } from '../../domain/badges/domain-name.ts';
import type { Verified } from '../../domain/badges/verify/verify-badge.ts';
import { statusOf, type ShownBadge } from '../../domain/badges/view.ts';
import { termsFor } from '../../lang/index.ts';
import { verdictKinds, verifyPages, type VerdictKind, type VerifyTerms } from '../../lang/verdicts/index.ts';
import type { AppDeps } from '../env.ts';
import { withLang, type Html } from './layout.ts';

/** What somebody filled in, to be shown again. */
export interface TypedIn {
  address: string;
  text: string;
  site: string;
  /** A file was sent, which no form can show again. */
  hadFile?: boolean;
}

export interface VerifyView {
  locale: Locale;
  typed: TypedIn;
  result: Verified | undefined;
  problem: Problem | undefined;
  now: number;
}

/** What can be wrong with the form itself. */
export type Problem = keyof VerifyTerms['form']['errors'];

/** Tells whether a field still holds what was checked before, without sending it twice. */
export function markOf(value: string): string {
  return hash('sha256', value.replaceAll('\r\n', '\n'), 'hex').slice(0, 16);
}

export const verifyStyle = html`<link rel="stylesheet" href="/assets/verify.css" />`;

/** No one's badge: shows how an address looks. */
const exampleId = '3vQB7B6MrGQZaxCuFg4oh2';

/** They fetch a credential from its address; without one they show an empty form. */
const secondOpinions = {
  verifierPlus: (credential) =>
    `https://verifierplus.org/${credential ? `#verify?vc=${encodeURIComponent(credential)}` : ''}`,
  oneEdTech: () => 'https://vc.1ed.tech/',
} satisfies Record<string, (credential: string | undefined) => string>;

export function verifyView(deps: AppDeps, view: VerifyView): Html {
  const terms = verifyPages[view.locale];
  return html`<section class="verify">
    ${
      view.result
        ? verdictPart(deps, view, view.result)
        : html`<h1>${terms.title}</h1>
            <p class="lead">${terms.lead}</p>`
    }
    ${form(deps, view)} ${secondPart(deps, view)}
  </section>`;
}

function verdictPart(deps: AppDeps, view: VerifyView, { verdict, badge }: Verified): Html {
  const terms = verifyPages[view.locale];
  const { title, reason, advice } = terms.verdicts[verdict];
  const kind = verdictKinds[verdict];
  return html`<div class="verdict is-${kind}" data-verdict="${verdict}">
    ${icons[kind]}
    <p class="verdict-kind">${terms.kinds[kind]}</p>
    <h1>${title}</h1>
    <p class="verdict-reason">${reason}</p>
    <p>${advice}</p>
    ${badge ? registerPart(deps, view, badge, verdict) : ''}
  </div>`;
}

/** The badge as it stands now: everything here comes from our register, nothing from what was given. */
function registerPart(deps: AppDeps, { locale, now }: VerifyView, badge: ShownBadge, verdict: Verdict): Html {
  const { register } = verifyPages[locale];
  const status = statusOf(badge, deps, now);
  const circle = deps.club.circles.find(({ id }) => id === badge.circle);
  const { width, height } = badgeSizes.line;
  const rows: [string, string | null][] = [
    [register.name, status.name],
    [register.circle, status.circle && (circle?.name[locale] ?? status.circle)],
    [register.domain, status.domain && shownDomain(status.domain)],
    [register.since, register.day(status.since)],
    [register.until, status.until && register.day(status.until)],
  ];
  return html`<section class="in-register" aria-labelledby="in-register">
    <h2 id="in-register">${register.title}</h2>
    <p class="standing">
      <img
        src="${badgePicture(badge.publicId, 'svg', { scheme: 'auto' })}"
        width="${width}"
        height="${height}"
        alt="${register.picture}"
      />
      ${verdict === 'wrong_domain' ? '' : html`<strong>${register.state[status.state]}</strong>`}
    </p>
    <dl>
      ${rows.map(([term, value]) =>
        value === null
          ? ''
          : html`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`,
      )}
    </dl>
    <p><a href="${withLang(badgePaths.page(badge.publicId), locale)}">${register.open}</a></p>
  </section>`;
}

function form(deps: AppDeps, { locale, typed, result, problem }: VerifyView): Html {
  const { form: terms } = verifyPages[locale];
  const example = `${new URL(deps.publicUrl).host}${badgePaths.page(exampleId)}`;
  return html`<form
    class="join check"
    method="post"
    enctype="multipart/form-data"
    action="${withLang(paths.verify, locale)}"
  >
    <h2>${result ? terms.again : terms.title}</h2>
    ${problem ? errorPart(locale, problem) : ''}
    ${result ? html`<input type="hidden" name="before" value="${markOf(typed.address || typed.text)}" />` : ''}
    <div class="field">
      <label for="file">${terms.file}</label>
      <div class="drop">
        <p class="hint" id="file-hint">${terms.fileHint}${typed.hadFile ? ` ${terms.fileAgain}` : ''}</p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".png,.svg,.json,.jwt,.txt,image/png,image/svg+xml,application/json"
          aria-describedby="file-hint${problem === 'nothing' ? ' problem' : ''}"
        />
      </div>
    </div>
    <p class="or" aria-hidden="true"><span>${terms.or}</span></p>
    <div class="field">
      <label for="address">${terms.address}</label>
      <p class="hint" id="address-hint">${terms.addressHint(example)}</p>
      <input
        id="address"
        name="address"
        type="text"
        inputmode="url"
        autocapitalize="none"
        autocomplete="off"
        spellcheck="false"
        value="${typed.address}"
        aria-describedby="address-hint${problem === 'several' ? ' problem' : ''}"
      />
    </div>
    <p class="or" aria-hidden="true"><span>${terms.or}</span></p>
    <div class="field">
      <label for="text">${terms.text}</label>
      <p class="hint" id="text-hint">${terms.textHint}</p>
      <textarea id="text" name="text" rows="4" spellcheck="false" autocomplete="off" aria-describedby="text-hint">
${typed.text}</textarea>
    </div>
    <div class="field site">
      <label for="site">${terms.site}</label>
      <p class="hint" id="site-hint">${terms.siteHint}</p>
      <input
        id="site"
        name="site"
        type="text"
        inputmode="url"
        autocapitalize="none"
        autocomplete="off"
        spellcheck="false"
        value="${typed.site}"
        aria-describedby="site-hint${problem === 'site' ? ' problem' : ''}"
        ${problem === 'site' ? raw('aria-invalid="true"') : ''}
      />
    </div>
    <button class="button">${terms.submit}</button>
    <p class="hint">${terms.privacy}</p>
  </form>`;
}

function errorPart(locale: Locale, problem: Problem): Html {
  const { errors } = verifyPages[locale].form;
  const target = { site: 'site', nothing: 'file', several: 'address' }[problem];
  return html`<div class="errors" role="alert">
    <h2>${termsFor(locale).join.errorsTitle(1)}</h2>
    <p id="problem"><a href="#${target}">${errors[problem]}</a></p>
  </div>`;
}

function secondPart({ publicUrl }: AppDeps, { locale, result }: VerifyView): Html {
  const { second } = verifyPages[locale];
  const isValid = result?.verdict === 'valid' && result.badge;
  const credential = isValid ? credentialId(publicUrl, isValid.publicId) : undefined;
  return html`<section class="second" aria-labelledby="second">
    <h2 id="second">${second.title}</h2>
    <p>${second.text}</p>
    <ul>
      ${(['verifierPlus', 'oneEdTech'] as const).map(
        (name) =>
          html`<li><a href="${secondOpinions[name](credential)}" rel="noopener noreferrer">${second[name]}</a></li>`,
      )}
    </ul>
  </section>`;
}

const icon = (shape: string) =>
  raw(`<svg class="verdict-icon" viewBox="0 0 48 48" aria-hidden="true" focusable="false">${shape}</svg>`);

/** Told apart by shape: a ring with a tick, a dial, a shield that is struck through, an open ring with a question. */
const icons: Record<VerdictKind, Html> = {
  good: icon('<circle cx="24" cy="24" r="21"/><path d="M14.500 24.500l6.800 6.800 12.800-13.600"/>'),
  over: icon('<circle cx="24" cy="24" r="21"/><path d="M24 12.500V24.500l7.500 5"/>'),
  wrong: icon('<path d="M16 3h16l13 13v16L32 45H16L3 32V16z"/><path d="M16.500 16.500l15 15m0-15l-15 15"/>'),
  unclear: icon(
    '<circle cx="24" cy="24" r="21" stroke-dasharray="6.6 4.4"/><path d="M18.500 19a5.600 5.600 0 1 1 8.400 4.900c-2 1.200-2.900 2.200-2.900 4.400m0 5.700v.1"/>',
  ),
};
