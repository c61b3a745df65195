/** What files and camera take, one by one. */
import { expect } from '@open-wc/testing';
import { mediaLimits } from '../../api/contract/limits.ts';
import { storyLanguages } from '../../api/contract/vocabulary.ts';
import type { MyStoryView } from '../../api/contract/story.ts';
import { draftOf, emptyDraft, isDirty, rebase, requestOf, same } from '../../widgets/story-form/draft.ts';
import { messageOf, problemsOf } from '../../widgets/story-form/parts/check.ts';
import { shrink } from '../../widgets/story-form/parts/film.ts';
import { lookAtFilm, preparePhoto } from '../../widgets/story-form/parts/pictures.ts';
import { Recorder, type Phase } from '../../widgets/story-form/parts/recorder.ts';
import { sniff } from '../../widgets/story-form/parts/sniff.ts';
import { countOf, languageName, lengthOf } from '../../widgets/story-form/views/editor.ts';
import { storyFormReview } from '../../widgets/lang/story-form/review/fr.ts';
import { storyForm } from '../../widgets/lang/story-form/fr.ts';
import { mediaView, storyView } from './story-form-club.ts';
import { colourAt, film, jpeg } from './story-form-files.ts';
import { eventually, story } from './story-form-support.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Blob(
    parts.map((part) => Uint8Array.from(typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );

describe('what a file is', () => {
  for (const [what, blob, type] of [
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['PNG', bytes([0x89], 'PNG\r\n\x1a\n'), 'image/png'],
    ['WebP', bytes('RIFF', [1, 2, 3, 10], 'WEBPVP8 '), 'image/webp'],
    ['HEIC', bytes([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
    ['AVIF', bytes([0, 0, 0, 24], 'ftypavif'), 'image/avif'],
    ['MP4', bytes([0, 0, 0, 24], 'ftypisom'), 'video/mp4'],
    ['MOV', bytes([0, 0, 0, 20], 'ftypqt  '), 'video/quicktime'],
    ['WebM', bytes([0x1a, 0x45, 0xdf, 0xa3]), 'video/webm'],
    ['sound', bytes([0, 0, 0, 24], 'ftypM4A '), undefined],
    ['GIF', bytes('GIF89a'), undefined],
    ['a page', bytes('<!doctype html>'), undefined],
    ['nothing', bytes(), undefined],
  ] as const)
    it(`is seen in its first bytes: ${what}`, async () => {
      expect((await sniff(blob))?.type).to.equal(type);
    });
});

describe('a photo before it leaves', () => {
  it('is turned upright, scaled down, and says nothing of where it was taken', async () => {
    const photo = await jpeg({ width: 400, height: 300, orientation: 6 });
    expect(await photo.text()).to.include('GPS-SECRET');
    const { blob, preview } = await preparePhoto(photo, 100);
    const bitmap = await createImageBitmap(blob);
    expect([bitmap.width, bitmap.height]).to.deep.equal([75, 100]);
    // Held on its side, the upper left corner of the sensor is the upper right one of the picture.
    const [red, green] = await colourAt(blob, 0.9, 0.1);
    expect(red - green).to.be.greaterThan(100);
    const [left, leftGreen] = await colourAt(blob, 0.1, 0.1);
    expect(left - leftGreen).to.be.lessThan(40);
    expect(await blob.text()).not.to.include('GPS-SECRET');
    expect(Math.max(preview!.width, preview!.height)).to.be.at.most(320);
  });

  it('is not made larger', async () => {
    const bitmap = await createImageBitmap((await preparePhoto(await jpeg({ width: 40, height: 30 }), 2560)).blob);
    expect([bitmap.width, bitmap.height]).to.deep.equal([40, 30]);
  });

  it('goes as it is when this browser cannot read it', async () => {
    const heic = bytes([0, 0, 0, 24], 'ftypheic');
    expect((await preparePhoto(heic, 100)).blob).to.equal(heic);
  });
});

describe('a film before it leaves', () => {
  it('is looked at: length or nothing, size, first picture', async () => {
    const looked = await lookAtFilm(await film());
    expect(looked).to.include({ playable: true, side: 48 });
    expect(looked.poster?.type).to.equal('image/jpeg');
    expect(looked.preview?.width).to.equal(64);
  });

  it('is known not to play', async () => {
    expect(await lookAtFilm(bytes([0, 0, 0, 20], 'ftypqt  '))).to.deep.equal({ playable: false });
  });

  it('becomes an MP4 where this browser can write one, and stays as it is otherwise', async () => {
    const parts: number[] = [];
    const made = await shrink!(await film('film.webm', 600), (part) => parts.push(part), new AbortController().signal);
    if (made) {
      expect((await sniff(made))?.type).to.equal('video/mp4');
      expect(parts.at(-1)).to.be.greaterThan(0);
    } else {
      const { supported } = await VideoEncoder.isConfigSupported({ codec: 'avc1.4d401f', width: 1280, height: 720 });
      expect(supported).to.equal(false);
    }
  });

  it('is left alone when it is no film, or no longer wanted', async () => {
    expect(await shrink!(bytes('nothing'), () => {}, new AbortController().signal)).to.equal(undefined);
    expect(await shrink!(await film(), () => {}, AbortSignal.abort())).to.equal(undefined);
  });
});

describe('the camera', () => {
  it('is looked through, counts down, records, stops, is let go of; and again', async () => {
    const phases: Phase[] = [];
    const recorder = new Recorder((phase) => phases.at(-1) === phase || phases.push(phase));
    await recorder.open();
    expect(recorder.phase).to.equal('ready');
    const [track] = recorder.stream!.getVideoTracks();
    recorder.begin();
    await eventually(() => recorder.phase === 'recording' && recorder.seconds > 0, 'it records');
    recorder.stop();
    await eventually(() => recorder.film, 'there is a film');
    expect((await sniff(recorder.film!))?.kind).to.equal('video');
    expect(recorder.duration).to.be.within(500, mediaLimits.duration);
    expect(track?.readyState).to.equal('ended');
    expect(phases).to.deep.equal(['asking', 'ready', 'countdown', 'recording', 'recorded']);
    await recorder.retake();
    expect(recorder.phase).to.equal('ready');
    expect(recorder.film).to.equal(undefined);
    recorder.close();
    expect(recorder.stream).to.equal(undefined);
  });

  it('ends a film at the agreed length by itself', async () => {
    const recorder = new Recorder(() => {});
    await recorder.open();
    recorder.begin();
    await eventually(() => recorder.phase === 'recording', 'it records');
    const now = Date.now();
    const real = Date.now;
    Date.now = () => now + mediaLimits.duration + 1000;
    try {
      await eventually(() => recorder.phase === 'recorded', 'it has stopped');
    } finally {
      Date.now = real;
    }
    expect(recorder.duration).to.equal(mediaLimits.duration);
    recorder.close();
  });

  it('is said to be missing when there is none, or when it is refused', async () => {
    const real = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    const recorder = new Recorder(() => {});
    await recorder.open();
    navigator.mediaDevices.getUserMedia = real;
    expect(recorder.phase).to.equal('refused');
  });

  it('is let go of when its author has left before it was allowed', async () => {
    const recorder = new Recorder(() => {});
    const opening = recorder.open();
    recorder.close();
    await opening;
    expect(recorder.stream).to.equal(undefined);
    expect(recorder.phase).to.equal('asking');
  });
});

describe('a draft', () => {
  const begun = () => draftOf(storyView({}, { text: story, place: 'Mulhouse' }));

  it('says what the club lacks, and nothing that is empty', () => {
    const draft = emptyDraft({ language: 'fr', circle: 'habitants', signature: '', place: null });
    expect(isDirty(draft)).to.equal(false);
    draft.fields.text = 'Le';
    expect(isDirty(draft)).to.equal(true);
    expect(requestOf(draft)).to.deep.equal({
      text: 'Le',
      language: 'fr',
      circle: 'habitants',
      people: null,
      adult: false,
    });
  });

  it('says what was emptied', () => {
    const draft = begun();
    draft.fields.place = null;
    expect(requestOf(draft)).to.include({ place: '' });
  });

  it('keeps what was typed when the club says what it has', () => {
    const draft = begun();
    draft.fields.text = 'Autre chose';
    const now: MyStoryView = { ...storyView({ version: 9 }, { text: story, place: 'Mulhouse' }), id: draft.id! };
    rebase(draft, now);
    expect(draft.fields.text).to.equal('Autre chose');
    expect(draft.version).to.equal(9);
    expect(isDirty(draft)).to.equal(true);
    expect(same(undefined, {})).to.equal(false);
  });

  it('is one of photos or of a film by what is in it', () => {
    expect(draftOf(storyView({ kind: 'photo', media: [mediaView()] })).kind).to.equal('photo');
    expect(draftOf(storyView({}, { link: 'https://youtu.be/x' })).kind).to.equal('video');
    expect(begun().kind).to.equal('text');
  });

  it('is told all that keeps it from being handed in', () => {
    const draft = draftOf(
      storyView({ kind: 'photo', media: [mediaView(), mediaView({ alt: 'Un pont', status: 'failed' })] }),
    );
    const problems = problemsOf(draft, false);
    expect(problems.map(({ field }) => field)).to.deep.equal(['text', 'media', 'alt', 'people', 'permissions']);
    for (const problem of problems) expect(messageOf(storyFormReview, problem)).to.match(/\.$/);
    expect(problemsOf(draft, true)).to.deep.include({ field: 'media', code: 'media_not_ready' });
  });

  it('counts as the club does', () => {
    expect(lengthOf('  a \n\n b ')).to.equal(3);
    expect(countOf({ terms: storyForm }, 'a')).to.match(/19/);
    expect(countOf({ terms: storyForm }, 'a'.repeat(2001))).to.match(/1 signe de trop/);
  });
});

describe('a language', () => {
  it('is named in itself', () => {
    expect(languageName('fr')).to.equal('français');
    // No name of a browser is its own code.
    for (const code of storyLanguages) expect(languageName(code)).not.to.equal(code);
  });
});
