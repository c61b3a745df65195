import type { QueueMediaView, QueueStory } from '../../../api/contract/moderation.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import { longTextProblem } from '../../../api/contract/text.ts';
import { storyLanguages, type StoryLanguage } from '../../../api/contract/vocabulary.ts';
import type { Desk } from '../desk.ts';
import { CaptionPreview } from './caption-preview.ts';
import {
  cueProblems,
  formatTime,
  formatVtt,
  parseTime,
  parseVtt,
  transcriptOf,
  type Cue,
  type CueProblem,
} from './webvtt.ts';

/** A line as it is being typed: times are texts until they can be read. */
export interface Row {
  start: string;
  end: string;
  text: string;
}

/** How long a new line stays when nothing says otherwise, in milliseconds. */
const usualLength = 2500;

const rowOf = ({ start, end, text }: Cue): Row => ({ start: formatTime(start), end: formatTime(end), text });
const cueOf = ({ start, end, text }: Row): Cue => ({
  start: parseTime(start) ?? Number.NaN,
  end: parseTime(end) ?? Number.NaN,
  text,
});

/** What a film says in writing, being written: lines by language, and the transcript. */
export class CaptionsEditor {
  /** Its address ages: whoever comes back to the editor brings the film anew. */
  media: QueueMediaView;
  readonly #desk: Desk;
  readonly #saved: (story: QueueStory) => void;
  readonly #tracks = new Map<StoryLanguage, Row[]>();
  readonly #preview: CaptionPreview;
  language: StoryLanguage;
  transcript: string;
  /** What filled the transcript last: only what nobody has changed is filled again. */
  #filled: string;
  problems: ReadonlyMap<number, CueProblem> = new Map();
  /** What keeps everything from being saved, in words. */
  problem = '';
  busy = false;

  /**
   * @param desk the console
   * @param media a film
   * @param saved called with the story once everything is stored
   */
  constructor(desk: Desk, media: QueueMediaView, saved: (story: QueueStory) => void) {
    this.#desk = desk;
    this.media = media;
    this.#saved = saved;
    this.#preview = new CaptionPreview(() => desk.query('video'));
    for (const { language, vtt } of media.captions) this.#tracks.set(language, (parseVtt(vtt) ?? []).map(rowOf));
    this.language = media.captions[0]?.language ?? 'fr';
    this.transcript = media.transcript ?? '';
    this.#filled = this.transcript && transcriptOf(this.cues);
  }

  get rows(): readonly Row[] {
    return this.#tracks.get(this.language) ?? [];
  }

  get cues(): Cue[] {
    return this.rows.map(cueOf);
  }

  /** Languages that have lines, for the list of languages. */
  written(language: StoryLanguage): boolean {
    return (this.#tracks.get(language)?.length ?? 0) > 0;
  }

  speak(language: string): void {
    this.language = storyLanguages.find((one) => one === language) ?? this.language;
    this.#changed();
  }

  change(index: number, change: Partial<Row>): void {
    this.#put(this.rows.map((row, place) => (place === index ? { ...row, ...change } : row)));
  }

  /** Writes a time as all others are written, once somebody has typed it. */
  tidy(index: number, field: 'start' | 'end'): void {
    const time = parseTime(this.rows[index]?.[field] ?? '');
    if (time !== undefined) this.change(index, { [field]: formatTime(time) });
  }

  /** Adds a line where the film is. */
  add(): void {
    const start = this.now;
    const row = rowOf({ start, end: start + usualLength, text: '' });
    const place = this.cues.findIndex((cue) => cue.start > start);
    const index = place < 0 ? this.rows.length : place;
    this.#put(this.rows.toSpliced(index, 0, row));
    void this.#desk.focus(`#words-${index}`);
  }

  /** This line ends where the film is, and the next one begins. */
  split(index: number): void {
    const now = this.now;
    this.change(index, { end: formatTime(now) });
    const next = rowOf({ start: now, end: now + usualLength, text: '' });
    this.#put(this.rows.toSpliced(index + 1, 0, next));
    void this.#desk.focus(`#words-${index + 1}`);
  }

  remove(index: number): void {
    this.#put(this.rows.toSpliced(index, 1));
    const last = this.rows.length - 1;
    void this.#desk.focus(last < 0 ? '#add' : `#words-${Math.min(index, last)}`);
  }

  setNow(index: number, field: 'start' | 'end'): void {
    this.change(index, { [field]: formatTime(this.now) });
  }

  /** Plays the film from a line on. */
  listen(index: number): void {
    const film = this.#film;
    const start = parseTime(this.rows[index]?.start ?? '');
    if (!film || start === undefined) return;
    film.currentTime = start / 1000;
    void film.play().catch(() => undefined);
  }

  playOrPause(): void {
    const film = this.#film;
    if (film?.paused) void film.play().catch(() => undefined);
    else film?.pause();
  }

  /** Takes over a WebVTT or SubRip text; what is no such text changes nothing. */
  import(file: string): void {
    const { terms } = this.#desk;
    const cues = parseVtt(file);
    if (cues) this.#put(cues.map(rowOf));
    this.#desk.tell(cues ? terms.captions.imported(cues.length) : terms.captions.importFailed);
  }

  writeTranscript(text: string): void {
    this.transcript = text;
    this.problem = '';
    this.#desk.redraw();
  }

  fillTranscript(): void {
    this.transcript = this.#filled = transcriptOf(this.cues);
    this.#changed();
  }

  async save(): Promise<void> {
    const desk = this.#desk;
    if (this.busy || !this.#check()) return;
    this.busy = true;
    desk.redraw();
    const captions = Array.from(this.#tracks, ([language, rows]) => ({ language, vtt: formatVtt(rows.map(cueOf)) }));
    try {
      const body = { captions: captions.filter(({ language }) => this.written(language)), transcript: this.transcript };
      this.#saved(await desk.client.saveCaptions(this.media.id, body));
    } catch (error) {
      desk.fail(error);
    } finally {
      this.busy = false;
      desk.redraw();
    }
  }

  /** Shows the lines on the film, after each drawing. */
  drawn(): void {
    this.#preview.show(this.cues, this.language);
  }

  get now(): number {
    // Tenths are finer than anybody hears, and shorter to read.
    return Math.round((this.#film?.currentTime ?? 0) * 10) * 100;
  }

  get #film(): HTMLVideoElement | null {
    return this.#desk.query('video');
  }

  #put(rows: readonly Row[]): void {
    this.#tracks.set(this.language, [...rows]);
    const text = transcriptOf(this.cues);
    if (this.transcript === this.#filled) this.transcript = text;
    this.#filled = this.transcript === text ? text : this.#filled;
    this.#changed();
  }

  #changed(): void {
    this.problem = '';
    // A line that was told to be wrong is looked at again as it is mended; no other is found fault with yet.
    if (this.problems.size > 0) this.problems = cueProblems(this.cues, this.media.duration);
    this.#desk.redraw();
  }

  /** Looks at every language; what is wrong first is put on screen. */
  #check(): boolean {
    const { terms } = this.#desk;
    const words = terms.captions;
    for (const language of this.#tracks.keys()) {
      const problems = cueProblems((this.#tracks.get(language) ?? []).map(cueOf), this.media.duration);
      if (problems.size === 0) continue;
      this.language = language;
      this.problems = problems;
      this.problem = words.wrong(problems.size);
      void this.#desk.focus('.cue [aria-invalid=true]');
      return false;
    }
    this.problems = new Map();
    const vtt = formatVtt(this.cues);
    const tooLong = vtt.length > storyLimits.captions || longTextProblem(this.transcript, storyLimits.transcript);
    this.problem = tooLong
      ? words.tooLong
      : this.rows.length === 0
        ? words.noLines
        : /\S/.test(this.transcript)
          ? ''
          : words.transcriptMissing;
    if (this.problem) void this.#desk.focus(this.rows.length === 0 ? '#add' : '#transcript');
    return !this.problem;
  }
}
