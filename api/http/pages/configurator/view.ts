/** The page: a form that works by itself, the preview, the lines to copy. What its script renews has `data-shows`. */
import { html } from 'hono/html';
import { paths } from '../../../contract/paths.ts';
import { snippetKinds, type SnippetKind } from '../../../domain/embed/snippets.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { configuratorPages, type ConfiguratorTerms } from '../../../lang/configurator/index.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import type { AppDeps } from '../../env.ts';
import { copyField } from '../badges/tools.ts';
import { withLang, type Html } from '../layout.ts';
import { choiceForm, radios } from './form.ts';
import { looks, type AccentView, type ConfiguratorState } from './state.ts';

type Deps = Pick<AppDeps, 'club'>;

export function configurator(deps: Deps, state: ConfiguratorState, partners: Partner[]): Html {
  const terms = configuratorPages[state.locale];
  return html`<h1>${terms.title}</h1>
    <p class="lead">${terms.lead}</p>
    <form
      class="configurator"
      action="/embed"
      method="get"
      data-updated="${terms.status.updated}"
      data-failed="${terms.status.failed}"
    >
      ${choiceForm(deps, state, partners)} ${preview(state, terms)}
    </form>
    ${snippets(state, terms)} ${more(state, terms)}`;
}

function preview({ look, previewAddress, accent, refused }: ConfiguratorState, terms: ConfiguratorTerms): Html {
  const { preview: words } = terms;
  const labels = {
    width: { phone: words.phone, desktop: words.desktop },
    scheme: { light: words.light, dark: words.dark },
    script: { on: words.withScript, off: words.withoutScript },
  };
  return html`<section class="looking" aria-labelledby="looking">
    <h2 id="looking">${words.title}</h2>
    <div class="refused" data-shows="refused" ${refused.length === 0 ? 'hidden' : ''}>
      <h3>${terms.refused.title}</h3>
      <ul>
        ${refused.map((text) => html`<li>${text}</li>`)}
      </ul>
    </div>
    <div class="looks">
      ${(['width', 'scheme', 'script'] as const).map((name) =>
        radios({
          name,
          legend: words[name],
          chosen: look[name],
          options: looks[name].map((value) => [value, (labels[name] as Record<string, string>)[value]!]),
        }),
      )}
    </div>
    <div
      class="stage"
      tabindex="0"
      role="group"
      aria-label="${words.title}"
      data-width="${look.width}"
      data-scheme="${look.scheme}"
    >
      <iframe
        src="${previewAddress}"
        title="${words.title}"
        ${look.script === 'off' ? html`sandbox="${onlyLooks}"` : ''}
        data-shows="preview"
      ></iframe>
    </div>
    <p class="hint">${words.note}</p>
    ${contrastOf(accent, terms)}
    <p class="said" role="status" data-shows="status"></p>
  </section>`;
}

/** No script, and nothing else but to be measured by the page around it. */
const onlyLooks = 'allow-same-origin';

const nothing: AccentView = {
  chosen: '#000000',
  light: '#000000',
  dark: '#000000',
  corrected: false,
  onLight: '',
  onDark: '',
};

/** Drawn as pictures: a colour that somebody chose is not a style of this page. */
function contrastOf(given: AccentView | undefined, terms: ConfiguratorTerms): Html {
  const { contrast: words } = terms;
  const accent = given ?? nothing;
  const swatch = (name: 'chosen' | 'light' | 'dark', ground: string, text: string) =>
    html`<li>
      <svg viewBox="0 0 96 48" width="96" height="48" aria-hidden="true" focusable="false">
        <rect width="96" height="48" rx="8" fill="${ground}" />
        <rect x="10" y="10" width="28" height="28" rx="6" fill="${accent[name]}" data-fill="${name}" />
        <text x="48" y="31" font-size="20" font-weight="700" fill="${accent[name]}" data-fill="${name}">Aa</text>
      </svg>
      <span>${text} <code data-shows="${name}">${accent[name]}</code></span>
    </li>`;
  return html`<div class="contrast" data-shows="contrast" ${given ? '' : 'hidden'}>
    <h3>${words.title}</h3>
    <p>
      <span data-shows="on-light" data-text="${words.onLight('{}')}">${words.onLight(accent.onLight)}</span> ·
      <span data-shows="on-dark" data-text="${words.onDark('{}')}">${words.onDark(accent.onDark)}</span>
    </p>
    <p data-shows="fine" ${accent.corrected ? 'hidden' : ''}>${words.fine}</p>
    <p data-shows="corrected" ${accent.corrected ? '' : 'hidden'}>${words.corrected}</p>
    <ul class="swatches">
      ${swatch('light', '#ffffff', words.light)} ${swatch('dark', '#1e1e1e', words.dark)}
    </ul>
  </div>`;
}

function snippets(state: ConfiguratorState, terms: ConfiguratorTerms): Html {
  const { snippets: words } = terms;
  const { notes, kit, sheet } = state;
  const tools = myBadges[state.locale].tools;
  const field = (id: string, label: string, value: string, rows: number) =>
    copyField({ id, label, value, rows }, tools);
  const isThere = state.snippets !== undefined;
  return html`<section class="copying" aria-labelledby="copying">
    <h2 id="copying">${words.title}</h2>
    <p>${words.lead}</p>
    <p class="missing" data-shows="missing" ${isThere ? 'hidden' : ''}>${words.missing}</p>
    <div data-shows="snippets" ${isThere ? '' : 'hidden'}>
      <ul class="notes" data-shows="notes" ${notes.length === 0 ? 'hidden' : ''}>
        ${notes.map((text) => html`<li>${text}</li>`)}
      </ul>
      ${snippetKinds.map((kind) => {
        const { title, text } = words.kinds[kind];
        return html`<details class="way" name="way" ${kind === 'pinned' ? 'open' : ''}>
          <summary>${title}</summary>
          <p>${text}</p>
          ${field(`code-${kind}`, `${words.label}: ${title}`, state.snippets?.[kind] ?? '', rowsOf(kind))}
        </details>`;
      })}
      <div class="sheet" data-shows="sheet" ${sheet === '' ? 'hidden' : ''}>
        <h3>${terms.contrast.sheet.label}</h3>
        <p>${terms.contrast.sheet.text}</p>
        ${field('code-sheet', 'CSS', sheet, 4)}
      </div>
      <div class="kit">
        <h3>${words.kit.title}</h3>
        <p>${words.kit.text}</p>
        ${field('code-kit', `${words.label}: ${words.kit.title}`, kit ?? '', 3)}
      </div>
    </div>
  </section>`;
}

const rowsOf = (kind: SnippetKind) => ({ oembed: 2, wordpress: 2, react: 12 })[kind as string] ?? 7;

function more({ passportAddress, locale }: ConfiguratorState, { more: words }: ConfiguratorTerms): Html {
  return html`<section class="more" aria-labelledby="more">
    <h2 id="more">${words.title}</h2>
    <ul class="link-row">
      <li><a href="${passportAddress}" data-shows="passport">${words.passport}</a></li>
      <li><a href="${withLang(paths.privacy, locale)}">${words.privacy}</a></li>
    </ul>
    <p class="hint">${words.doctor} <code>?ambassador-doctor</code></p>
  </section>`;
}
