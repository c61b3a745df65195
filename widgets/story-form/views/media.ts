import { mediaLimits, photoTypes, storyLimits, videoTypes } from '../../../api/contract/limits.ts';
import type { MyMediaView, MyStories } from '../../../api/contract/story.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import type { Draft, Fields } from '../draft.ts';
import type { Item } from '../parts/upload.ts';
import type { ToldProblem } from '../../lang/story-form/terms.ts';
import { quietButton, textField, tick, type View } from './controls.ts';

/** What photos and films tell the element. */
export interface MediaHandlers {
  choose(event: Event): void;
  film(): void;
  cancel(item: Item): void;
  retry(item: Item): void;
  alt(one: MyMediaView, text: string): void;
  move(one: MyMediaView, by: 1 | -1): void;
  drop(one: MyMediaView): void;
  type(change: Partial<Fields>): void;
}

/** What is drawn of the files. */
export interface MediaState {
  draft: Draft;
  mine: MyStories;
  items: readonly Item[];
  preview(id: string): HTMLCanvasElement | undefined;
  /** The camera, when it is open. */
  recorder: unknown;
}

const megabytes = (bytes: number) => bytes / 1_000_000;
const problemText = ({ terms }: View, problem: string) =>
  (terms.problems as Record<string, string>)[problem satisfies ToldProblem | string] ?? terms.problems.media_failed;

/** Photos or a film: what is taken is said first, and nothing leaves before the author says that they are of age. */
export function mediaView(view: View, state: MediaState, on: MediaHandlers): unknown {
  const { terms } = view;
  const { draft, mine, items } = state;
  const { kind, fields, media } = draft;
  if (kind === 'text') return nothing;
  const photo = kind === 'photo';
  const full = media.length + items.length >= (photo ? storyLimits.photos : storyLimits.videos);
  const hint = photo
    ? terms.photosHint(storyLimits.photos, megabytes(mediaLimits.photoBytes))
    : terms.filmHint(mediaLimits.fileDuration / 1000, megabytes(mediaLimits.videoBytes));
  return html`${tick(view, 'adult', {
      value: 'on',
      text: mine.terms.adult,
      checked: fields.adult,
      disabled: fields.adult && media.length > 0,
      input: () => on.type({ adult: !fields.adult }),
    })}
    ${fields.adult ? nothing : html`<p class="hint">${terms.adultNeeded} ${terms.minor}</p>`}
    <ol class="media">
      ${media.map((one, index) => mediaItem(view, state, one, index, on))} ${items.map((item) => fileItem(view, item, on))}
    </ol>
    ${fields.adult && !full ? state.recorder || chooser(view, photo, hint, on) : nothing}
    ${photo || media.length || items.length
      ? nothing
      : textField(view, {
          name: 'link',
          label: terms.link,
          hint: terms.linkHint,
          value: fields.link ?? '',
          type: 'url',
          input: (link) => on.type({ link: link || null }),
        })}`;
}

function chooser({ terms }: View, photo: boolean, hint: string, on: MediaHandlers): TemplateResult {
  return html`<p class="hint" id="file-hint">${hint} ${photo ? nothing : terms.filmAdvice}</p>
    <p class="actions">
      <label class="button quiet file">
        ${photo ? terms.addPhotos : terms.chooseFilm}
        <input
          type="file"
          id="file"
          accept=${(photo ? photoTypes : videoTypes).join()}
          ?multiple=${photo}
          aria-describedby="file-hint"
          @change=${on.choose}
        />
      </label>
      ${photo ? nothing : quietButton(terms.record, on.film)}
    </p>`;
}

/** A file that the club has. */
function mediaItem(
  view: View,
  { draft, preview }: MediaState,
  one: MyMediaView,
  index: number,
  on: MediaHandlers,
): TemplateResult {
  const { terms } = view;
  const { id, kind, status, images, problem } = one;
  const photo = kind === 'photo';
  const name = photo ? terms.photo(index + 1) : terms.film;
  const image = images.find(({ type }) => type === 'image/jpeg') ?? images[0];
  const last = draft.media.length - 1;
  return html`<li id="media-${id}">
    <div class="preview">
      ${preview(id) ??
      (image && /^https?:/.test(image.url)
        ? html`<img src=${image.url} width=${image.width} height=${image.height} alt=""/>`
        : nothing)}
    </div>
    <div class="facts">
      <p><strong id="name-${id}">${name}</strong> ${one.fileName}</p>
      ${status === 'processing' ? html`<p class="hint">${terms.doing.processing}…</p>` : nothing}
      ${status === 'uploading' ? html`<p class="error">${terms.unfinished}</p>` : nothing}
      ${problem ? html`<p class="error">${problemText(view, problem)}</p>` : nothing}
      ${photo
        ? textField(view, {
            name: `alt-${id}`,
            label: terms.alt,
            hint: terms.altHint,
            value: draft.alts.get(id) ?? one.alt,
            required: true,
            rows: 2,
            input: (text) => on.alt(one, text),
          })
        : nothing}
      <p class="actions">
        ${photo && index > 0 ? quietButton(terms.earlier, () => on.move(one, -1), `name-${id}`) : nothing}
        ${photo && index < last ? quietButton(terms.later, () => on.move(one, 1), `name-${id}`) : nothing}
        ${quietButton(terms.drop, () => on.drop(one), `name-${id}`)}
      </p>
    </div>
  </li>`;
}

/** A file on its way. */
function fileItem(view: View, item: Item, on: MediaHandlers): TemplateResult {
  const { terms } = view;
  const { key, name, step, part, problem, preview } = item;
  const wrong = step === 'failed' ? problemText(view, problem ?? '') : step === 'doubt' && terms.unplayable;
  const doing = step === 'sending' ? 'sending' : step === 'waiting' ? 'waiting' : 'preparing';
  return html`<li>
    <div class="preview">${preview ?? nothing}</div>
    <div class="facts">
      <p><strong id="file-${key}">${name}</strong></p>
      ${wrong
        ? html`<p class="error">${wrong} ${step === 'doubt' ? terms.filmAdvice : nothing}</p>`
        : html`<p class="hint">${terms.doing[doing]}</p>
            <progress aria-labelledby="file-${key}" max="1" .value=${part}></progress>`}
      <p class="actions">
        ${wrong && item.problem !== 'media_type'
          ? quietButton(step === 'doubt' ? terms.sendAnyway : terms.tryAgain, () => on.retry(item), `file-${key}`)
          : nothing}
        ${quietButton(wrong ? terms.drop : terms.cancel, () => on.cancel(item), `file-${key}`)}
      </p>
    </div>
  </li>`;
}
