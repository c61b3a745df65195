import type { QueueStory } from '../../../api/contract/moderation.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import { storyLanguages } from '../../../api/contract/vocabulary.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { languageName } from '../dates.ts';
import type { Desk } from '../desk.ts';
import type { CaptionsEditor } from './captions.ts';
import { cueTemplate } from './cue-template.ts';

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

/** The film beside its lines, and the transcript below. */
export function captionsTemplate(
  desk: Desk,
  editor: CaptionsEditor,
  { author }: QueueStory,
  back: () => void,
): TemplateResult {
  const words = desk.terms.captions;
  const save = (event: Event) => {
    event.preventDefault();
    void editor.save();
  };
  return html`<section class="captions" part="captions" aria-labelledby="captions">
    <button type="button" class="link" @click=${back}>‹ ${words.back}</button>
    <h2 id="captions" tabindex="-1">${words.title(author.name)}</h2>
    <p class="hint">${words.lead}</p>
    <form novalidate @submit=${save}>
      <div class="columns">
        <div class="film-side">${film(desk, editor)} ${importTemplate(desk, editor)}</div>
        <div class="lines-side">
          ${languageField(desk, editor)}
          <h3 id="lines">${words.lines}</h3>
          ${
            editor.rows.length === 0
              ? html`<p class="hint">${words.noLines}</p>`
              : html`<p class="hint">${words.timeHint} · ${words.addHint}</p>`
          }
          <ol class="cues" aria-labelledby="lines">
            ${editor.rows.map((row, index) => cueTemplate(desk, editor, row, index))}
          </ol>
        </div>
      </div>
      ${transcriptField(desk, editor)}
      <p class="error" id="captions-error" role="alert">${editor.problem}</p>
      <p class="ways">
        <button class="button" part="button" aria-disabled=${editor.busy ? 'true' : 'false'}>${words.save}</button>
        <button type="button" class="button quiet" @click=${back}>${words.back}</button>
      </p>
    </form>
  </section>`;
}

function film({ terms }: Desk, editor: CaptionsEditor): TemplateResult {
  const words = terms.captions;
  // Not in a frame: the lines need to know where the film is. A film element runs nothing of what it plays.
  return html`<video controls playsinline preload="metadata" src=${editor.media.film?.url ?? ''}></video>
    <p class="ways">
      <button id="add" type="button" class="button" part="button" @click=${() => editor.add()}>${words.add}</button>
      <button type="button" class="button quiet" part="button" @click=${() => editor.playOrPause()}>
        ${words.play}
      </button>
    </p>`;
}

function languageField({ terms, locale }: Desk, editor: CaptionsEditor): TemplateResult {
  return html`<div class="field">
    <label for="language">${terms.captions.language}</label>
    <select id="language" @change=${(event: Event) => editor.speak(valueOf(event))}>
      ${storyLanguages.map(
        (language) =>
          html`<option value=${language} .selected=${editor.language === language}>
            ${languageName(language, locale)}${editor.written(language) ? ' ✓' : nothing}
          </option>`,
      )}
    </select>
  </div>`;
}

function importTemplate({ terms }: Desk, editor: CaptionsEditor): TemplateResult {
  const words = terms.captions;
  const takeFile = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    // More than could ever be saved is not read: a film that somebody took for its captions.
    editor.import(file.size > storyLimits.captions * 4 ? '' : await file.text());
    input.value = '';
  };
  const takeText = (event: Event) => {
    const text = (event.target as Element).closest('details')?.querySelector('textarea');
    if (!text) return;
    editor.import(text.value);
  };
  return html`<details class="import">
    <summary>${words.import}</summary>
    <div class="field">
      <label for="import-file">${words.importFile}</label>
      <input
        id="import-file"
        type="file"
        accept=".vtt,.srt,text/vtt"
        @change=${(event: Event) => void takeFile(event)}
      />
    </div>
    <div class="field">
      <label for="import-text">${words.importText}</label>
      <textarea id="import-text" rows="4" spellcheck="false"></textarea>
    </div>
    <button type="button" class="button quiet" part="button" @click=${takeText}>${words.importButton}</button>
  </details>`;
}

function transcriptField({ terms }: Desk, editor: CaptionsEditor): TemplateResult {
  const words = terms.captions;
  return html`<div class="field transcript">
    <div class="between">
      <label for="transcript">${words.transcript}</label>
      <button type="button" class="link" @click=${() => editor.fillTranscript()}>${words.fill}</button>
    </div>
    <p class="hint" id="transcript-hint">${words.transcriptHint}</p>
    <textarea
      id="transcript"
      rows="5"
      lang=${editor.language}
      dir="auto"
      required
      aria-describedby="transcript-hint captions-error"
      .value=${editor.transcript}
      @input=${(event: Event) => editor.writeTranscript(valueOf(event))}
    ></textarea>
  </div>`;
}
