import { html, raw } from 'hono/html';
import { locales } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import type { HeldBadge } from '../../../domain/badges/held.ts';
import { nameFor } from '../../../domain/badges/shown-name.ts';
import { termsFor } from '../../../lang/index.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import { withLang, type Html } from '../layout.ts';
import type { MineView } from './mine-state.ts';

/** What a badge shows: its holder's name, their circle, in which language. */
export function choicesForm(view: MineView, { badge }: HeldBadge): Html {
  const { locale, deps, member, token } = view;
  const { choices } = myBadges[locale].mine;
  const failure = view.failure?.id === badge.publicId ? view.failure : undefined;
  const posted = failure?.values.has('language') ? failure.values : undefined;
  const ticked = (name: 'showsName' | 'showsCircle') => (posted ? posted.has(name) : badge[name]);
  const language = posted?.get('language') ?? badge.language;
  const circle = deps.club.circles.find(({ id }) => id === badge.circle)?.name[locale];
  const refused = failure?.errors.find(({ field }) => field === 'showsName')?.code;
  const shown = nameFor(member, badge.kind);
  const id = (name: string) => `${name}-${badge.publicId}`;
  return html`<form
    class="join choices"
    method="post"
    action="${withLang(`${paths.myBadgesPage}/${badge.publicId}/choices`, locale)}"
  >
    <h3>${choices.title}</h3>
    <p class="hint">${choices.lead}</p>
    <input type="hidden" name="token" value="${token}" />
    <div class="field box">
      ${refused ? html`<p class="error" id="${id('name-error')}">${sentence(choices.refused, refused)}</p>` : ''}
      <label for="${id('showsName')}">
        <input
          type="checkbox"
          id="${id('showsName')}"
          name="showsName"
          aria-describedby="${id('name-hint')}${refused ? ` ${id('name-error')}` : ''}"
          ${refused ? raw('aria-invalid="true"') : ''}
          ${ticked('showsName') ? raw('checked') : ''}
        />
        <span>${choices.showsName[badge.kind]}${'name' in shown ? html` – <bdi>${shown.name}</bdi>` : ''}</span>
      </label>
      <p class="hint" id="${id('name-hint')}">${choices.showsNameHint}</p>
    </div>
    ${
      circle === undefined
        ? ''
        : html`<div class="field box">
            <label for="${id('showsCircle')}">
              <input
                type="checkbox"
                id="${id('showsCircle')}"
                name="showsCircle"
                ${ticked('showsCircle') ? raw('checked') : ''}
              />
              <span>${choices.showsCircle(circle)}</span>
            </label>
          </div>`
    }
    <div class="field">
      <label for="${id('language')}">${choices.language}</label>
      <select id="${id('language')}" name="language">
        ${locales.map(
          (one) =>
            html`<option value="${one}" lang="${one}" ${one === language ? raw('selected') : ''}>
              ${termsFor(one).site.languageName}
            </option>`,
        )}
      </select>
    </div>
    <button class="button">${choices.save}</button>
  </form>`;
}

function sentence(refused: Record<'required' | 'unsignable' | 'invalid', string>, code: string): string {
  return code === 'required' || code === 'unsignable' ? refused[code] : refused.invalid;
}
