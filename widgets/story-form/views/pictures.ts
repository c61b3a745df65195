import { fileLimits, photoTypes, storyFormLimits, videoTypes } from '../../../api/contract/limits.ts';
import type { MyStories } from '../../../api/contract/story.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import type { Draft, Fields } from '../draft.ts';
import type { MediaController } from '../media.ts';
import { quietButton, textField, tick, type View } from './controls.ts';

/** What the choice of pictures tells the desk. */
export interface PictureHandlers {
  choose(event: Event): void;
  film(): void;
  type(change: Partial<Fields>): void;
}

/** Photos or a film: what is taken is said first, and nothing leaves before the author says that they are of age. */
export function picturesView(
  view: View,
  draft: Draft,
  mine: MyStories,
  media: MediaController,
  on: PictureHandlers,
): unknown {
  const { terms } = view;
  const { kind, fields } = draft;
  if (kind === 'text') return nothing;
  const photo = kind === 'photo';
  const count = draft.media.length + media.waiting;
  const full = count >= (photo ? storyFormLimits.photos : storyFormLimits.videos);
  return html`${tick(view, 'adult', {
    value: 'on',
    text: mine.terms.adult,
    checked: fields.adult,
    disabled: fields.adult && count > 0,
    input: () => on.type({ adult: !fields.adult }),
  })}
  ${fields.adult ? nothing : html`<p class="hint">${terms.adultNeeded} ${terms.minor}</p>`} ${media.render(view)}
  ${fields.adult && !full && !media.filming ? chooser(view, photo, on) : nothing}
  ${
    photo || count
      ? nothing
      : textField(view, {
          name: 'link',
          label: terms.link,
          hint: terms.linkHint,
          value: fields.link ?? '',
          type: 'url',
          input: (link) => on.type({ link: link || null }),
        })
  }`;
}

function chooser({ terms }: View, photo: boolean, on: PictureHandlers): TemplateResult {
  const { photoBytes, videoBytes, fileDuration } = fileLimits;
  return html`<p class="hint" id="file-hint">
      ${
        photo
          ? terms.photosHint(storyFormLimits.photos, photoBytes / 1e6)
          : [terms.filmHint(fileDuration / 1e3, videoBytes / 1e6), ' ', terms.filmAdvice]
      }
    </p>
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
