import type { MyStories } from '../../../api/contract/story.ts';
import { storyFormLimits } from '../../../api/contract/limits.ts';
import { peopleShown, storyKinds, storyLanguages, storyUses } from '../../../api/contract/vocabulary.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import type { Draft, Fields, Kind } from '../draft.ts';
import type { StoriesController } from '../stories.ts';
import { errorOf, mainButton, selectField, textField, tick, type View } from './controls.ts';

/** What the editor tells the element. */
export interface EditorHandlers {
  type(change: Partial<Fields>): void;
  prompt(prompt: string | null): void;
  kind(kind: Kind): void;
  permit(use: (typeof storyUses)[number]): void;
  back(): void;
  submit(event: Event): void;
}

// Browsers have no data of these.
const ownNames: Record<string, string> = { gsw: 'Elsässisch', kab: 'Taqbaylit' };

/** A language in itself. */
export const languageName = (code: string): string =>
  ownNames[code] ?? new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;

/** How many characters count: as the club counts them, white space in a row once. */
export const lengthOf = (text: string): number => text.replace(/\s+/gu, ' ').trim().length;

/** What the text still has room for, or still needs. */
export function countOf({ terms }: Pick<View, 'terms'>, text: string): string {
  const short = storyFormLimits.textMin - lengthOf(text);
  return short > 0 ? terms.short(short) : terms.left(storyFormLimits.text - text.length);
}

/** The whole editor. `slots` are what others have drawn. */
export function editorView(
  view: View,
  { draft, mine, stories }: { draft: Draft; mine: MyStories; stories: StoriesController },
  on: EditorHandlers,
  slots: { conflict: unknown; media: unknown; summary: unknown },
): TemplateResult {
  const { terms } = view;
  const { fields } = draft;
  const shown = draft.status.startsWith('p');
  return html`<form novalidate aria-label=${terms.text} @submit=${on.submit}>
    <p class="bar">
      <button type="button" class="link" @click=${on.back}>← ${terms.back}</button>
      <span class="save">${shown || (!draft.id && stories.save === 'saved') ? nothing : terms.save[stories.save]}</span>
    </p>
    <h3 tabindex="-1">${draft.id ? terms.edit : terms.fresh}</h3>
    ${shown ? html`<p class="notice">${terms.reread}</p>` : nothing} ${slots.conflict}
    ${prompts(view, mine.prompts[fields.circle] ?? [], fields.prompt, on)}
    ${textField(view, {
      name: 'text',
      label: fields.prompt ?? terms.text,
      hint: [terms.textHint, ' ', html`<span class="count">${countOf(view, fields.text)}</span>`],
      value: fields.text,
      required: true,
      rows: 9,
      lang: fields.language,
      input: (text) => on.type({ text }),
    })}
    <div class="row">${about(view, mine, fields, on)}</div>
    <fieldset>
      <legend>${terms.with}</legend>
      <div class="kinds">${storyKinds.map((kind) => kindTick(view, draft, kind, on))}</div>
      ${draft.media.length ? html`<p class="hint">${terms.oneKind}</p>` : nothing} ${slots.media}
      ${errorOf(view, 'media')}
    </fieldset>
    ${draft.media.length ? people(view, mine, fields, on) : nothing}
    <fieldset aria-describedby="permissions-hint">
      <legend>${terms.uses}</legend>
      <p class="hint" id="permissions-hint">${terms.usesHint}</p>
      ${storyUses.map((use) =>
        tick(view, 'permissions', {
          value: use,
          text: mine.terms.uses[use],
          checked: draft.permissions[use],
          input: () => on.permit(use),
        }),
      )}
      ${errorOf(view, 'permissions')}
    </fieldset>
    <div class="summary">${slots.summary}</div>
    <p class="actions">${mainButton(view, terms.submit)}</p>
  </form>`;
}

function kindTick(view: View, draft: Draft, kind: Kind, on: EditorHandlers): TemplateResult {
  const checked = draft.kind === kind;
  return tick(view, 'kind', {
    value: kind,
    text: view.terms.kinds[kind],
    checked,
    radio: true,
    disabled: !checked && draft.media.length > 0,
    input: () => on.kind(kind),
  });
}

/** Questions to begin with: one press, and the text answers it. */
function prompts(
  { terms }: View,
  questions: readonly string[],
  chosen: string | null,
  on: EditorHandlers,
): TemplateResult | typeof nothing {
  const all = chosen && !questions.includes(chosen) ? [chosen, ...questions] : questions;
  if (!all.length) return nothing;
  return html`<div class="prompts" role="group" aria-labelledby="prompts">
    <p id="prompts">${terms.prompts}</p>
    ${all.map(
      (question) =>
        html`<button
          type="button"
          class="button quiet"
          aria-pressed=${`${question === chosen}`}
          @click=${() => on.prompt(question === chosen ? null : question)}
        >
          ${question}
        </button>`,
    )}
  </div>`;
}

function about(view: View, mine: MyStories, fields: Fields, on: EditorHandlers): unknown {
  const { terms } = view;
  const languages = storyLanguages.map((code) => [code, languageName(code)] as const);
  const circles = mine.circles.map(({ id, name }) => [id, name] as const);
  return [
    selectField('language', terms.language, languages, fields.language, (language) =>
      on.type({ language: language as Fields['language'] }),
    ),
    circles.length > 1
      ? selectField('circle', terms.circle, circles, fields.circle, (circle) => on.type({ circle }))
      : nothing,
    textField(view, {
      name: 'signature',
      label: terms.signature,
      hint: terms.signatureHint,
      value: fields.signature,
      autocomplete: 'nickname',
      input: (signature) => on.type({ signature }),
    }),
    textField(view, {
      name: 'place',
      label: terms.place,
      hint: terms.placeHint,
      value: fields.place ?? '',
      autocomplete: 'address-level2',
      input: (place) => on.type({ place: place || null }),
    }),
  ];
}

function people(view: View, mine: MyStories, fields: Fields, on: EditorHandlers): TemplateResult {
  return html`<fieldset role="radiogroup" aria-required="true">
    <legend>${view.terms.people}</legend>
    ${peopleShown.map((one) =>
      tick(view, 'people', {
        value: one,
        text: mine.terms.people[one],
        checked: fields.people === one,
        radio: true,
        input: () => on.type({ people: one }),
      }),
    )}
    ${errorOf(view, 'people')}
  </fieldset>`;
}
