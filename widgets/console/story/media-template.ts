import type { QueueMediaView, QueueStory } from '../../../api/contract/moderation.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { formatTime, parseVtt } from '../captions/webvtt.ts';
import { languageName } from '../dates.ts';
import type { Desk } from '../desk.ts';
import { previewFrame } from './preview-frame.ts';

/** The photos and the film of a story, each with the words that stand in for it. */
export function mediaTemplate(desk: Desk, { media }: QueueStory): TemplateResult | typeof nothing {
  if (media.length === 0) return nothing;
  const photos = media.filter(({ kind }) => kind === 'photo');
  return html`<div class="media" part="media">
    ${media.map((one) =>
      one.kind === 'photo' ? photo(desk, one, photos.indexOf(one) + 1, photos.length) : film(desk, one),
    )}
  </div>`;
}

function frameOf(desk: Desk, media: QueueMediaView, title: string): unknown {
  const { status } = media;
  if (status === 'ready') return previewFrame(desk.base, media, title);
  return html`<p class="waiting-media">${desk.terms.story.mediaStatus[status]}</p>`;
}

function photo(desk: Desk, media: QueueMediaView, place: number, total: number): TemplateResult {
  const { story } = desk.terms;
  const title = story.photo(place, total);
  return html`<figure>
    ${frameOf(desk, media, title)}
    <figcaption>
      <span class="eyebrow">${title} · ${story.altLabel}</span>
      ${
        media.alt.trim()
          ? html`<span class="verbatim" dir="auto">${media.alt}</span>`
          : html`<strong class="missing">${story.altMissing}</strong>`
      }
    </figcaption>
  </figure>`;
}

function film(desk: Desk, media: QueueMediaView): TemplateResult {
  const { story } = desk.terms;
  const title = story.film(formatTime(Math.round((media.duration ?? 0) / 1000) * 1000));
  const { captions, transcript } = media;
  return html`<figure class="film">
    ${frameOf(desk, media, title)}
    <figcaption>
      <span class="eyebrow">${title}</span>
      ${captions.length > 0 ? captions.map((one) => captionList(desk, one)) : html`<strong class="missing">${story.noCaptions}</strong>`}
      ${
        transcript
          ? html`<details>
              <summary>${story.transcript}</summary>
              <p class="verbatim" dir="auto">${transcript}</p>
            </details>`
          : nothing
      }
    </figcaption>
  </figure>`;
}

function captionList({ terms, locale }: Desk, { language, vtt }: QueueMediaView['captions'][number]): TemplateResult {
  const cues = parseVtt(vtt) ?? [];
  return html`<details>
    <summary>${terms.story.captionLines(languageName(language, locale), cues.length)}</summary>
    <ol class="cue-list" lang=${language}>
      ${cues.map(
        ({ start, text }) =>
          html`<li>
            <span class="time">${formatTime(Math.floor(start / 1000) * 1000)}</span>
            <span class="verbatim" dir="auto">${text}</span>
          </li>`,
      )}
    </ol>
  </details>`;
}
