import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from './shared/commands.ts';
import { click, get, open, press, write } from './console-support.ts';
import { decisionOf, FakeStaff, mediaOf, someday, storyOf } from './shared/fake-staff.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** A desk with one of everything on it. */
function full(): FakeStaff {
  const film = mediaOf({
    kind: 'video',
    captions: [{ language: 'fr', vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\nOui' }],
    transcript: 'Oui',
  });
  const staff = new FakeStaff([
    storyOf({
      author: { name: long, place: long, circle: { id: 'x', name: long } },
      text: `${long}\n\nمدينة ميلوز`,
      prompt: long,
      partner: long,
      media: [mediaOf({ alt: long }), mediaOf(), mediaOf({ status: 'processing' }), film],
      link: { site: 'vimeo', url: `https://vimeo.com/${long}` },
      people: 'agreed',
      publishedBefore: 3,
      openReports: 2,
      featured: true,
      blockers: ['media_not_ready'],
      history: [decisionOf({ undoneAt: someday })],
    }),
    storyOf(),
    storyOf({ status: 'published', publishedAt: someday }),
  ]);
  staff.me!.role = 'admin';
  staff.reports = [
    {
      receipt: long,
      reason: 'child_abuse',
      text: '',
      url: `https://${long}.example`,
      answerable: false,
      at: someday,
      story: storyOf(),
    },
  ];
  staff.appeals = [
    { id: 'a', text: long, at: someday, decision: decisionOf({ by: long }), own: true, story: storyOf() },
  ];
  return staff;
}

type Do = (element: Element) => Promise<unknown>;
const states: Record<string, Do> = {
  'a story': async () => {},
  'a refusal': async () => press('r', '4'),
  'a refusal that lacks something': async (element) => {
    await press('r');
    await click(element, 'Refuser et écrire');
  },
  topics: () => press('t'),
  captions: async (element) => {
    await press('c');
    await click(element, 'Ajouter');
    await click(element, 'Enregistrer');
  },
  'what was done, with the way back': () => press('j', 'a'),
  help: () => press('?'),
  'what is published': (element) => click(element, 'Publiés'),
  'what was refused: nothing': (element) => click(element, 'Refusés'),
  'a report': (element) => click(element, 'Signalements'),
  'an appeal': (element) => click(element, 'Recours'),
  'the log': (element) => click(element, 'Journal'),
  'the team': (element) => click(element, 'Équipe'),
  'signing in': async (element) => {
    await click(element, 'Se déconnecter');
    get(element, '.sign-in .button').click();
    await settle();
  },
  'the code': async (element) => {
    await click(element, 'Se déconnecter');
    write(element, '#email', 'n@example.org');
    get(element, '.sign-in .button').click();
    await settle();
  },
};

describe('every state of the console', () => {
  before(() => useSourceTerms('console'));
  afterEach(async () => {
    await emulateMedia({ colorScheme: 'light' });
    await setViewport({ width: 800, height: 600 });
    document.documentElement.removeAttribute('dir');
  });

  for (const [state, reach] of Object.entries(states))
    it(`is accessible in both schemes and fits 320 pixels: ${state}`, async () => {
      const { element } = await open(full(), undefined, 'theme="light"');
      await reach(element);
      await expect(element).to.be.accessible();
      element.setAttribute('theme', 'dark');
      await emulateMedia({ colorScheme: 'dark' });
      await settle();
      await expect(element).to.be.accessible();
      await setViewport({ width: 320, height: 640 });
      await settle();
      for (const direction of ['ltr', 'rtl']) {
        document.documentElement.dir = direction;
        expect(document.documentElement.scrollWidth, direction).to.be.at.most(320);
        expect(tooWide(element)).to.deep.equal([]);
      }
    });

  it('has targets of 24 pixels and more', async () => {
    const { element } = await open(full());
    for (const reach of [async () => {}, () => press('c'), () => press('Escape', 'r')]) {
      await reach();
      const small = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button, select, input, summary')]
        .filter((target) => target.checkVisibility())
        .map((target) => [target.textContent?.trim(), target.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 24);
      expect(small).to.deep.equal([]);
    }
  });

  it('is one heading above the other, without a gap', async () => {
    const { element } = await open(full());
    for (const keys of [[], ['r'], ['Escape', 'c']]) {
      await press(...keys);
      const levels = Array.from(element.shadowRoot!.querySelectorAll('h2, h3, h4'))
        .filter((heading) => heading.checkVisibility())
        .map(({ localName }) => Number(localName[1]));
      expect(levels[0]).to.equal(2);
      levels.reduce((before, level) => {
        expect(level - before).to.be.at.most(1);
        return level;
      });
    }
  });
});

/** What stands out of the console, and may not scroll. */
function tooWide(element: Element): string[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('.base *')]
    .filter((one) => one.checkVisibility() && !one.closest('.scroll, .visually-hidden, .pile, dialog'))
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > 321 || left < -1;
    })
    .map((one) => `${one.localName}.${one.className}: ${one.textContent?.slice(0, 40)}`);
}
