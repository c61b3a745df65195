import { mediaLimits, videoTypes } from '../../../api/contract/limits.ts';
import type { TemplateResult } from '../../core.ts';
import type { StoryFormMediaTerms } from '../../lang/story-form/media/terms.ts';
import type { View } from '../views/controls.ts';
import type { MediaTools } from './media-tools.ts';
import type { Recorder } from './recorder.ts';

/** What the camera tells its desk. */
export interface RecorderHandlers {
  keep(): void;
  end(): void;
  choose(event: Event): void;
}

/** The template of the camera, made with the tools of the core. */
export function recorderViews({ html, nothing, quietButton }: MediaTools) {
  /** The camera: looked through, counted down, recorded, seen again. Without one, a file that a phone may film. */
  function recorderView(
    { terms: common }: View,
    terms: StoryFormMediaTerms,
    recorder: Recorder,
    on: RecorderHandlers,
  ): TemplateResult {
    const { phase, stream, seconds, address } = recorder;
    if (phase === 'refused')
      return html`<p class="notice">${terms.noCamera}</p>
        <p class="actions">
          <label class="button quiet file">
            ${common.chooseFilm}
            <input type="file" id="file" accept=${videoTypes.join()} capture="user" @change=${on.choose} />
          </label>
          ${quietButton(terms.cancel, on.end)}
        </p>`;
    const total = mediaLimits.duration / 1000;
    return html`<div class="camera">
      ${
        phase === 'recorded'
          ? html`<video controls playsinline src=${address ?? nothing} aria-label=${terms.film}></video>`
          : html`<video muted autoplay playsinline .srcObject=${stream ?? null} aria-label=${terms.film}></video>`
      }
      <p class="hint">
        ${
          phase === 'asking'
            ? terms.asking
            : phase === 'recording'
              ? terms.gone(seconds, total)
              : phase === 'countdown'
                ? html`<strong>${seconds}</strong>`
                : phase === 'recorded'
                  ? terms.recorded
                  : terms.ready
        }
      </p>
      ${phase === 'recording' ? html`<progress aria-label=${terms.recording} max=${total} .value=${seconds}></progress>` : nothing}
      <p class="actions">
        ${phase === 'ready' ? quietButton(terms.begin, () => recorder.begin()) : nothing}
        ${/^(?:count|recording)/.test(phase) ? quietButton(terms.stop, () => recorder.stop()) : nothing}
        ${
          phase === 'recorded'
            ? [quietButton(terms.use, on.keep), quietButton(terms.retake, () => void recorder.retake())]
            : nothing
        }
        ${quietButton(terms.cancel, on.end)}
      </p>
    </div>`;
  }

  return recorderView;
}
