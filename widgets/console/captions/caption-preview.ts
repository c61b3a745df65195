import type { Cue } from './webvtt.ts';

/** Shows lines on a film while they are being written: no file, nothing fetched. */
export class CaptionPreview {
  readonly #film: () => HTMLVideoElement | null;
  #shown = '';
  #track: TextTrack | undefined;
  #of: HTMLVideoElement | undefined;

  constructor(film: () => HTMLVideoElement | null) {
    this.#film = film;
  }

  /** Replaces what is shown, when it has changed. */
  show(cues: readonly Cue[], language: string): void {
    const film = this.#film();
    if (!film) return;
    if (film !== this.#of) {
      this.#of = film;
      // A track cannot be taken out of a film again: one for all languages, written anew.
      this.#track = film.addTextTrack('captions', '', language);
      this.#track.mode = 'showing';
      this.#shown = '';
    }
    const track = this.#track!;
    const shown = JSON.stringify(cues);
    if (shown === this.#shown) return;
    this.#shown = shown;
    for (const old of Array.from(track.cues ?? [])) track.removeCue(old);
    for (const { start, end, text } of cues) if (end > start) track.addCue(plainCue(start, end, text));
  }
}

/** A cue whose words are words: what looks like a tag is shown as it was typed. */
function plainCue(start: number, end: number, text: string): VTTCue {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return new VTTCue(start / 1000, end / 1000, escaped);
}
