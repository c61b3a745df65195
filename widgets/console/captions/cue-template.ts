import { html, type TemplateResult } from '../../core.ts';
import type { Desk } from '../desk.ts';
import type { CaptionsEditor, Row } from './captions.ts';
import { parseTime, type CueProblem } from './webvtt.ts';

/** One line of captions: when it begins and ends, and what is said. */
export function cueTemplate({ terms }: Desk, editor: CaptionsEditor, row: Row, index: number): TemplateResult {
  const words = terms.captions;
  const problem = editor.problems.get(index);
  const wrong = problem && wrongField(problem, row);
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    editor.split(index);
  };
  const time = (field: 'start' | 'end', label: string, nowLabel: string) =>
    html`<div class="time-field">
      <label for="${field}-${index}">${label}</label>
      <input
        id="${field}-${index}"
        inputmode="decimal"
        autocomplete="off"
        aria-describedby="cue-error-${index}"
        aria-invalid=${wrong === field ? 'true' : 'false'}
        .value=${row[field]}
        @input=${(event: Event) => editor.change(index, { [field]: (event.target as HTMLInputElement).value })}
        @change=${() => editor.tidy(index, field)}
      />
      <button type="button" class="link" @click=${() => editor.setNow(index, field)}>${nowLabel}</button>
    </div>`;
  return html`<li>
    <div class="cue" role="group" aria-label=${words.line(index + 1)} @keydown=${handleKey}>
      <div class="times">${time('start', words.start, words.startNow)} ${time('end', words.end, words.endNow)}</div>
      <div class="words">
        <label for="words-${index}" class="visually-hidden">${words.words}</label>
        <textarea
          id="words-${index}"
          rows="2"
          lang=${editor.language}
          dir="auto"
          placeholder=${words.words}
          aria-describedby="cue-error-${index}"
          aria-invalid=${wrong === 'text' ? 'true' : 'false'}
          .value=${row.text}
          @input=${(event: Event) => editor.change(index, { text: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        <p class="error" id="cue-error-${index}">${problem ? words.problems[problem] : ''}</p>
        <p class="ways">
          <button type="button" class="link" @click=${() => editor.listen(index)}>${words.listen}</button>
          <button type="button" class="link" @click=${() => editor.remove(index)}>${words.remove}</button>
        </p>
      </div>
    </div>
  </li>`;
}

/** Which field of a line has to be mended. */
function wrongField(problem: CueProblem, { start }: Row): keyof Row {
  if (problem === 'text_missing') return 'text';
  if (problem === 'end_before_start') return 'end';
  return problem === 'time_missing' && parseTime(start) !== undefined ? 'end' : 'start';
}
