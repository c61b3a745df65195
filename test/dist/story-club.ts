/** A real club, where members tell stories in a widget on somebody else's page. */
import { fileURLToPath } from 'node:url';
import { readWidgetFiles } from '../../api/http/widget-files.ts';
import { gpsPhoto } from '../api/media/samples.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openTestApp } from '../support/app.ts';
import { freePorts } from '../support/demo.ts';
import { deliver } from '../support/post.ts';
import { serveTestApp } from '../support/server.ts';
import { addMember } from '../support/session.ts';
import { codeIn } from '../support/sign-in.ts';
import { decodeAll } from '../support/uploads.ts';
import { appears } from '../support/until.ts';

const tag = 'ambassador-story-form';
const film = fileURLToPath(new URL('../api/media/fixtures/vp9.webm', import.meta.url));

export interface StoryClub {
  url: string;
  /** Where its photos lie: an origin of their own. */
  media: string;
  /** Signs in, sends a photo and sees it again as the club has it, sends a film: all that loads something. */
  tell(page: Page): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a club on a free port of this machine.
 * @param widgets folder of the built files
 * @param origin of the page that is its partner's
 */
export async function openStoryClub(widgets: string, origin: string): Promise<StoryClub> {
  const port = await freePorts(1);
  const url = `http://localhost:${port}`;
  const media = `http://127.0.0.1:${port}`;
  const app = await openTestApp({
    publicUrl: url,
    mediaOrigin: media,
    mode: 'demo',
    widgets: readWidgetFiles(widgets),
    // The form asks how long somebody took, of a visitor who takes real time.
    clock: { now: () => Date.now() },
  });
  const { id, slug: _slug, ...ville } = (await app.deps.storage.partnerBySlug('ville'))!;
  await app.deps.storage.write((tx) => tx.partners.change(id, { ...ville, origins: [origin] }));
  const server = await serveTestApp(app, { port });
  const photo = join(app.dir, 'photo.jpg');
  writeFileSync(photo, await gpsPhoto({ width: 640, height: 480 }));
  let members = 0;

  async function tell(page: Page): Promise<void> {
    const inside = (selector: string) => appears(page, `${tag} >>> ${selector}`);
    const press = async (selector: string) => (await inside(selector)).evaluate((one) => (one as HTMLElement).click());
    const choose = async (path: string) =>
      ((await inside('#file')) as ElementHandle<HTMLInputElement>).uploadFile(path);
    const send = async () => (await inside('form')).evaluate((one) => (one as HTMLFormElement).requestSubmit());
    const until = (test: (root: ShadowRoot) => unknown) =>
      page.waitForFunction(`(${test.toString()})(document.querySelector('${tag}').shadowRoot)`);

    // Somebody new each time: codes are few.
    const email = `told-${++members}@example.org`;
    await addMember(app, { email });
    await (await inside('#email')).type(email);
    await send();
    const field = await inside('#code');
    await field.type(codeIn((await deliver(app)).findLast(({ to }) => to === email)));
    await send();

    // Who has told nothing yet begins at once.
    await (await inside('#text')).type('Le marché du canal couvert, un samedi matin, et l’odeur du pain.');
    await press('#kind-photo');
    await press('#adult-on');
    await choose(photo);
    await until((root) => root.querySelector('.media textarea') && !root.querySelector('progress'));
    await decodeAll(app);
    await until((root) => /enregistré/.test(root.querySelector('.save')?.textContent ?? ''));
    // Opened again, the photo is the club's.
    await press('.bar .link');
    await press('.stories .actions button');
    await until((root) => root.querySelector<HTMLImageElement>('.media img')?.naturalWidth);

    await press('.bar .link');
    await press('.stories + .actions .button');
    await (await inside('#text')).type('Trois secondes de mon atelier, et tout le bruit qu’il fait.');
    await press('#kind-video');
    await press('#adult-on');
    await choose(film);
    await until((root) => root.querySelector('.media [id^=media-] canvas'));
  }

  return {
    url,
    media,
    tell,
    async close() {
      await server.close();
      await app.remove();
    },
  };
}
