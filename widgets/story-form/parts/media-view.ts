import type { MyMediaView } from '../../../api/contract/story.ts';
import type { TemplateResult } from '../../core.ts';
import type { StoryFormMediaTerms } from '../../lang/story-form/media/terms.ts';
import type { Draft } from '../draft.ts';
import type { View } from '../views/controls.ts';
import type { MediaTools } from './media-tools.ts';
import type { Item } from './upload.ts';

/** What photos and films tell their desk. */
export interface MediaHandlers {
  cancel(item: Item): void;
  retry(item: Item): void;
  alt(one: MyMediaView, text: string): void;
  move(one: MyMediaView, by: 1 | -1): void;
  drop(one: MyMediaView): void;
}

/** The templates of files, made with the tools of the core. */
export function mediaViews({ html, nothing, textField, quietButton }: MediaTools) {
  const problemText = (terms: StoryFormMediaTerms, problem: string | undefined) =>
    (terms.problems as Record<string, string>)[problem ?? ''] ?? terms.problems.media_failed;

  /** A file that the club has. */
  function mediaItem(
    view: View,
    terms: StoryFormMediaTerms,
    draft: Draft,
    one: MyMediaView,
    index: number,
    preview: HTMLCanvasElement | undefined,
    on: MediaHandlers,
  ): TemplateResult {
    const { id, kind, status, images, problem } = one;
    const photo = kind === 'photo';
    const name = photo ? terms.photo(index + 1) : terms.film;
    const image = images.find(({ type }) => type === 'image/jpeg') ?? images[0];
    const last = draft.media.length - 1;
    return html`<li id="media-${id}">
      <div class="preview">
        ${
          preview ??
          (image && /^https?:/.test(image.url)
            ? html`<img src=${image.url} width=${image.width} height=${image.height} alt="" />`
            : nothing)
        }
      </div>
      <div class="facts">
        <p><strong id="name-${id}">${name}</strong> ${one.fileName}</p>
        ${status === 'processing' ? html`<p class="hint">${terms.doing.processing}…</p>` : nothing}
        ${status === 'uploading' ? html`<p class="error">${terms.unfinished}</p>` : nothing}
        ${problem ? html`<p class="error">${problemText(terms, problem)}</p>` : nothing}
        ${
          photo
            ? textField(view, {
                name: `alt-${id}`,
                label: terms.alt,
                hint: terms.altHint,
                value: draft.alts.get(id) ?? one.alt,
                required: true,
                rows: 2,
                input: (text) => on.alt(one, text),
              })
            : nothing
        }
        <p class="actions">
          ${photo && index > 0 ? quietButton(terms.earlier, () => on.move(one, -1), `name-${id}`) : nothing}
          ${photo && index < last ? quietButton(terms.later, () => on.move(one, 1), `name-${id}`) : nothing}
          ${quietButton(terms.drop, () => on.drop(one), `name-${id}`)}
        </p>
      </div>
    </li>`;
  }

  /** A file on its way. */
  function fileItem(view: View, terms: StoryFormMediaTerms, item: Item, on: MediaHandlers): TemplateResult {
    const { key, name, step, part, problem, preview } = item;
    const wrong = step === 'failed' ? problemText(terms, problem) : step === 'doubt' && terms.unplayable;
    const doing = step === 'sending' ? 'sending' : step === 'waiting' ? 'waiting' : 'preparing';
    return html`<li>
      <div class="preview">${preview ?? nothing}</div>
      <div class="facts">
        <p><strong id="file-${key}">${name}</strong></p>
        ${
          wrong
            ? html`<p class="error">${wrong} ${step === 'doubt' ? view.terms.filmAdvice : nothing}</p>`
            : html`<p class="hint">${terms.doing[doing]}</p>
                <progress aria-labelledby="file-${key}" max="1" .value=${part}></progress>`
        }
        <p class="actions">
          ${
            wrong && item.problem !== 'media_type'
              ? quietButton(
                  step === 'doubt' ? terms.sendAnyway : view.terms.tryAgain,
                  () => on.retry(item),
                  `file-${key}`,
                )
              : nothing
          }
          ${quietButton(wrong ? terms.drop : terms.cancel, () => on.cancel(item), `file-${key}`)}
        </p>
      </div>
    </li>`;
  }

  return (
    view: View,
    terms: StoryFormMediaTerms,
    draft: Draft,
    items: readonly Item[],
    previews: ReadonlyMap<string, HTMLCanvasElement>,
    on: MediaHandlers,
  ): TemplateResult =>
    html`<ol class="media">
      ${draft.media.map((one, index) => mediaItem(view, terms, draft, one, index, previews.get(one.id), on))}
      ${items.map((item) => fileItem(view, terms, item, on))}
    </ol>`;
}
