/**
 * Stories as people tell, read and take them back: a phone, a desk at the club, three partners' sites on their own
 * origins. Real ports, real mails, a real decoder, and files that hold a place and a maker which nobody may see.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import type { StoryFeed, StoryView } from '../../api/contract/story.ts';
import { gpsPhoto } from '../api/media/samples.ts';
import { Author } from '../support/author.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';
import { addByCommand, Moderator } from '../support/moderator.ts';
import { partnerPages, pictureWidths, playFilm } from '../support/partner-pages.ts';
import { tabTo } from '../support/person.ts';
import { tempDir } from '../support/temp.ts';
import { until } from '../support/until.ts';
import { openWatched, type Watched } from '../support/watched.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../api/media/fixtures/${name}`, import.meta.url));

/** What the files say before they are sent, and no answer of the club may. */
const secrets = ['Secretmaker', 'Exif\0', 'EXIF', '+47.', '\xa9xyz', 'com.apple.quicktime', 'Phone'];
const said = { photo: 'Le quai au petit matin, quand la ville ne fait encore que murmurer.', film: 'Trois secondes de mon atelier, et tout le bruit qu’il fait quand il est content.' }; // prettier-ignore
const alts = ['Un quai désert sous un ciel rose', 'Le même quai, une heure plus tard'];
const email = 'apolline@example.org';

let browser: Browser;
let demo: TestDemo;
let author: Author;
let visitor: Watched;
const temp = tempDir();

before(async () => {
  demo = await openDemo();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
  temp.remove();
});

/** The author's story of a kind, as a partner's pages are told of it. */
async function shown(slug: string, kind: string): Promise<StoryView | undefined> {
  const query = new URLSearchParams({ partner: slug, order: 'newest', lang: 'fr', kind });
  const response = await fetch(`${demo.club}/v1/stories?${query}`, { headers: { origin: demo.origins[slug]! } });
  const { stories } = (await response.json()) as StoryFeed;
  return stories.find(({ author: { name } }) => name === 'Apolline');
}

/** Every file of a story that somebody could ask for. */
function filesOf({ media }: StoryView): string[] {
  return media.flatMap(({ images, film, captions }) => [...images, ...(film ? [film] : []), ...captions].map(({ url }) => url)); // prettier-ignore
}

const statusOf = async (url: string) => (await fetch(url)).status;

describe('a photo and a film, from a phone to every partner’s page', () => {
  let photo: StoryView;
  let film: StoryView;

  test('the author signs in by six digits, and tells with two photos that know where they were taken', async () => {
    const jpeg = join(temp.path, 'quai.jpg');
    writeFileSync(jpeg, await gpsPhoto({ width: 1600, height: 1200 }));
    for (const file of [jpeg, fixture('photo-gps.heic')])
      assert.ok(readFileSync(file).includes('Secretmaker'), 'there is something to hide');
    // A file that became ready meanwhile made a newer version: the club says so once, and the form goes on with both.
    author = await Author.join(demo, browser, { firstName: 'Apolline', email, expected: /status of 409/ });
    await author.arrive();
    assert.equal(new URL(author.page.url()).pathname, '/me/stories');
    await author.begin('photo', said.photo, [fixture('photo-gps.heic'), jpeg]);
    await author.ready(2);
    await author.writeEach('.media textarea', alts);
    await author.tap('#people-nobody');
    assert.deepEqual(await violations(author.page), []);
    await author.handIn();
  });

  test('and with a film, from the same phone', async () => {
    assert.ok(readFileSync(fixture('avc-gps.mp4')).includes('+47.'), 'there is something to hide');
    await author.press('Vers vos récits');
    await author.begin('video', said.film, [fixture('avc-gps.mp4')]);
    await author.ready(1);
    await author.handIn('me');
    await author.press('Vers vos récits');
    await author.until('.stories', 'En relecture');
    assert.deepEqual(await violations(author.page), []);
    await author.watched.assertQuiet();
  });

  test('a moderator, added while the club runs, approves both with the keyboard; the film once it can be read', async () => {
    await addByCommand(demo, 'noemie@example.org', 'Noémie', 'moderator');
    const moderator = await Moderator.arrive(demo, browser, 'noemie@example.org');
    await moderator.goTo('.told', said.photo);
    assert.deepEqual(await violations(moderator.page), []);
    await moderator.key('a');
    await moderator.until('.status', 'Le récit d’Apolline est publié');

    await moderator.goTo('.told', said.film);
    await moderator.key('a');
    await moderator.until('.status', 'n’a pas de sous-titres');
    assert.equal(await shown('club', 'video'), undefined, 'nothing was published');
    await moderator.key('c');
    await tabTo(moderator.page, ({ text }) => text === 'Ajouter une ligne ici', 'a new line');
    await moderator.key('Enter');
    await moderator.untilFocus('words-0');
    await moderator.page.keyboard.type('La machine ronronne.');
    await tabTo(moderator.page, ({ text }) => text === 'Enregistrer', 'the button');
    assert.deepEqual(await violations(moderator.page), []);
    await moderator.key('Enter');
    await moderator.until('.status', 'sont enregistrés');
    await moderator.key('a');
    await moderator.until('.status', 'Le récit d’Apolline est publié');
    await moderator.watched.assertQuiet();
  });

  test('three partners show both, whole, and no byte says where or with what they were made', async () => {
    visitor = await openWatched(browser, demo);
    for (const partner of partnerPages) {
      photo = (await shown(partner.slug, 'photo'))!;
      film = (await shown(partner.slug, 'video'))!;
      assert.ok(photo && film, `${partner.slug} is told of both`);
      const seen = await partner.open(demo, visitor.page, { id: photo.id, text: said.photo });
      assert.ok(seen, `${partner.slug} shows the photos`);
      const widths = await pictureWidths(seen);
      assert.ok(widths.length === 2 && widths.every((width) => width > 0), `${partner.slug}: ${widths}`);
      assert.deepEqual(await seen.$$eval('img', (all) => all.map(({ alt }) => alt)), alts);
      const told = await partner.open(demo, visitor.page, { id: film.id, text: said.film });
      assert.ok(told, `${partner.slug} shows the film`);
      const played = await playFilm(visitor.page, told);
      assert.ok(played.readyState >= 1, `${partner.slug} plays the film`);
      assert.deepEqual(played.cues, ['La machine ronronne.']);
      assert.deepEqual(await visitor.context.cookies(), []);
      await visitor.assertQuiet();
    }
    const files = [...filesOf(photo), ...filesOf(film)];
    assert.ok(files.length >= 2 * 2 + 1 + 1, 'pictures in two types, a film, captions');
    for (const url of files) {
      const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
      assert.ok(bytes.length > 0);
      for (const secret of secrets) assert.ok(!bytes.includes(Buffer.from(secret, 'latin1')), `${url} says ${secret}`);
    }
  });

  test('the club’s own pages show them too, to everyone', async () => {
    for (const path of ['/stories', `/stories/${photo.id}`, `/stories/${film.id}`]) {
      await visitor.page.goto(`${demo.club}${path}?lang=fr`);
      assert.deepEqual(await violations(visitor.page), [], path);
    }
    await visitor.assertQuiet();
  });

  test('the author takes the photos back, and within a minute they are gone from everywhere', async () => {
    const files = filesOf(photo);
    for (const url of files) assert.equal(await statusOf(url), 200);
    await author.press('Retirer', said.photo);
    await author.until('.stories', 'Retiré par vous');
    const isGone = async () => {
      if ((await statusOf(photo.url)) !== 404) return false;
      for (const url of files) if ((await statusOf(url)) !== 404) return false;
      for (const partner of partnerPages)
        if (await partner.open(demo, visitor.page, { id: photo.id, text: said.photo })) return false;
      return true;
    };
    const end = Date.now() + 60_000;
    for (let begun = Date.now(); !(await isGone()); begun = Date.now()) {
      // A look at three pages takes a while, and says how it was when it began.
      assert.ok(begun < end, 'it is still somewhere after a minute');
      await delay(500);
    }
    // The other one stays.
    for (const partner of partnerPages)
      assert.ok(await partner.open(demo, visitor.page, { id: film.id, text: said.film }), partner.slug);
    await author.watched.assertQuiet();
  });
});

describe('an upload that is cut half-way', () => {
  test('goes on where it stopped, over a restart of the club, and ends well', async () => {
    // As heavy as a film of a phone: what follows the film itself is room that a player skips.
    const room = Buffer.alloc(11_000_000);
    room.writeUInt32BE(room.length);
    room.write('free', 4, 'latin1');
    const heavy = join(temp.path, 'atelier.mp4');
    writeFileSync(heavy, Buffer.concat([readFileSync(fixture('avc-gps.mp4')), room]));

    const lucie = await Author.join(demo, browser, { firstName: 'Lucie', email: 'lucie@example.org' });
    const { page } = lucie;
    const sent: { method: string; url: string; offset: number }[] = [];
    page.on('request', (request) => {
      if (!new URL(request.url()).pathname.startsWith('/v1/uploads')) return;
      const [method, url] = [request.method(), request.url()];
      sent.push({ method, url, offset: Number(request.headers()['upload-offset'] ?? 0) });
    });
    // The film goes first, then a picture of it.
    const film = () => sent.filter(({ url, method }, _, [, first]) => method !== 'POST' && url === first?.url);
    const patches = () => film().filter(({ method }) => method === 'PATCH');

    await lucie.arrive();
    // So slow that the second part is under way for ten seconds: the cut never comes too late.
    await page.emulateNetworkConditions({ download: 10_000_000, upload: 500_000, latency: 5 });
    await lucie.begin('video', said.film, [heavy]);
    await until(
      () => patches().length >= 2,
      () => JSON.stringify(sent),
    );
    await page.setOfflineMode(true);
    await lucie.until('.media', 'En attente de connexion');
    await demo.stopClub();
    await demo.startClub();
    // Back, and as fast as it can be.
    await page.emulateNetworkConditions(null);
    await lucie.ready(1);
    assert.ok(
      film().some(({ method }) => method === 'HEAD'),
      'it asked where it stood',
    );
    assert.ok(patches().length >= 3, 'it was cut');
    assert.ok(patches().slice(2).every(({ offset }) => offset >= 5_000_000), JSON.stringify(sent)); // prettier-ignore
    assert.ok(sent.filter(({ method }) => method === 'POST').length <= 2, 'a film and a picture of it, once each');
    await lucie.handIn('nobody');
    const told = await page.evaluate(async () => (await fetch('/v1/me/stories')).json());
    const [{ media }] = (told as { stories: [{ media: { kind: string; status: string }[] }] }).stories;
    assert.deepEqual(media.map(({ kind, status }) => [kind, status]), [['video', 'ready']]); // prettier-ignore
  });
});
