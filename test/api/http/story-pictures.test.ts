/** What social networks show of a story. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { StoryPictures } from '../../../api/domain/pictures/ports.ts';
import { createPictures } from '../../../api/pictures/pictures.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addPhoto, allowOnly, tell } from '../../support/told.ts';

/** Counts what is drawn. */
function counted(pictures: StoryPictures): StoryPictures & { drawn: string[] } {
  const drawn: string[] = [];
  return {
    drawn,
    draw: (key, shape, content, photo) =>
      pictures.draw(key, shape, content, () => {
        drawn.push(`${shape} ${content.text}`);
        return photo();
      }),
  };
}

const pictures = counted(createPictures());
let app: TestApp;
before(async () => {
  app = await openTestApp({ pictures });
});
after(() => app.remove());

const get = (id: string, shape = 'og', headers: Record<string, string> = {}) =>
  app.request(`/stories/${id}/${shape}.png`, { headers });

test('what is taken back, or forbidden there, while it is drawn is not sent', async () => {
  let id = '';
  let meanwhile: () => Promise<unknown> = () => Promise.resolve();
  const slow: StoryPictures = {
    async draw() {
      await meanwhile();
      return new Uint8Array(1);
    },
  };
  const own = await openTestApp({ pictures: slow });
  const status = async () => (await own.request(`/stories/${id}/og.png`)).status;
  try {
    id = await tell(own);
    assert.equal(await status(), 200);
    meanwhile = () => allowOnly(own, id, ['partner_sites']);
    assert.equal(await status(), 404);
    id = await tell(own);
    meanwhile = () =>
      own.deps.storage.write(async (tx) => {
        const story = (await tx.stories.find(id))!;
        // Changed, and approved again: another picture than the one that was drawn.
        await tx.stories.bump(story.id, own.clock.now());
      });
    assert.equal(await status(), 404);
  } finally {
    await own.remove();
  }
});

async function pixels(response: Response) {
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/png');
  const { data, info } = await sharp(Buffer.from(await response.arrayBuffer()))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    Array.from(data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3));
  const colours = new Set<number>();
  for (let index = 0; index < data.length; index += 3)
    colours.add((data[index]! << 16) | (data[index + 1]! << 8) | data[index + 2]!);
  return { width: info.width, height: info.height, at, colours };
}

const accent = [0xb3, 0x26, 0x1e];

test('a wide one and an upright one, with words on the club’s colour', async () => {
  const id = await tell(app);
  const wide = await pixels(await get(id));
  assert.deepEqual([wide.width, wide.height], [1200, 630]);
  assert.deepEqual(wide.at(4, 4), accent);
  const upright = await pixels(await get(id, 'portrait'));
  assert.deepEqual([upright.width, upright.height], [1080, 1350]);
  // A picture without letters has four flat colours and the edges of two flames.
  assert.ok(wide.colours.size > 40, `${wide.colours.size}`);
});

test('letters are drawn on a machine without fonts, in Arabic too, from right to left', async () => {
  const id = await tell(app, { text: 'جئتُ إلى مولوز في الشتاء ولم أكن أعرف أحدًا.', language: 'ar', signature: 'نورا' });
  const { at, colours } = await pixels(await get(id));
  assert.ok(colours.size > 40);
  const white = (from: number, to: number) => {
    let found = 0;
    for (let x = from; x < to; x += 1)
      for (let y = 120; y < 420; y += 1) if (at(x, y).every((part) => part > 235)) found += 1;
    return found;
  };
  assert.ok(white(700, 1150) > white(0, 450), 'the words do not begin at the right');
});

test('a photo of the story is in it, on the side where reading ends', async () => {
  const green = [0x2f, 0x5a, 0x56];
  const near = (one: number[]) => one.every((part, index) => Math.abs(part - green[index]!) < 6);
  const id = await tell(app);
  await addPhoto(app, id);
  const wide = await pixels(await get(id));
  assert.ok(near(wide.at(1150, 300)) && !near(wide.at(50, 300)));
  const arabic = await tell(app, { language: 'ar', text: 'صباح الخير يا مولوز، أنا هنا منذ الشتاء.' });
  await addPhoto(app, arabic);
  assert.ok(near((await pixels(await get(arabic))).at(50, 300)));
});

describe('who gets one', () => {
  test('nobody, of what is not public', async () => {
    for (const status of ['draft', 'pending'] as const) {
      const id = await tell(app, { status });
      assert.equal((await get(id)).status, 404);
      assert.equal((await get(id, 'portrait')).status, 404);
    }
    for (const id of ['unknown', 'x'.repeat(22), '%2e%2e']) assert.equal((await get(id)).status, 404);
  });

  test('the wide one stands for the club’s page, the upright one is for networks: each has its permission', async () => {
    const id = await tell(app, { uses: ['club_site', 'social'] });
    assert.equal((await get(id, 'portrait')).status, 200);
    await allowOnly(app, id, ['club_site']);
    assert.equal((await get(id)).status, 200);
    assert.equal((await get(id, 'portrait')).status, 404);
    await allowOnly(app, id, ['social']);
    assert.equal((await get(id)).status, 404);
  });

  test('whoever asks too often waits', async () => {
    const hurried = await openTestApp({ pictures, trustedProxies: 1 });
    const id = await tell(hurried);
    const ask = (ip: string) => hurried.request(`/stories/${id}/og.png`, { headers: { 'x-forwarded-for': ip } });
    let last = await ask('192.0.2.7');
    for (let times = 0; times < 130 && last.status === 200; times += 1) last = await ask('192.0.2.7');
    assert.equal(last.status, 429);
    assert.equal((await ask('192.0.2.8')).status, 200);
    await hurried.remove();
  });
});

describe('drawn once', () => {
  test('until the author changes something', async () => {
    const id = await tell(app, { text: 'La première version de ce récit.' });
    const [first] = await Promise.all([get(id), get(id), get(id)]);
    const etag = first.headers.get('etag')!;
    assert.equal((await get(id, 'og', { 'if-none-match': etag })).status, 304);
    const before = pictures.drawn.filter((one) => one.includes('première version')).length;
    assert.equal(before, 1);
    await app.deps.storage.write(async (tx) => {
      const story = (await tx.stories.find(id))!;
      const { language, circle, signature, place, prompt, link, people, adult } = story;
      const words = {
        text: 'La seconde version de ce récit.',
        language,
        circle,
        signature,
        place,
        prompt,
        link,
        people,
        adult,
      };
      await tx.stories.change(story.id, story.version, words, app.clock.now());
    });
    const second = await get(id, 'og', { 'if-none-match': etag });
    assert.equal(second.status, 200);
    assert.equal(pictures.drawn.filter((one) => one.includes('seconde version')).length, 1);
  });

  test('and not given any more once the story is gone', async () => {
    const id = await tell(app);
    assert.equal((await get(id)).status, 200);
    await app.deps.storage.write(async (tx) => {
      const story = (await tx.stories.find(id))!;
      await tx.stories.move(story.id, ['published'], 'withdrawn', app.clock.now());
    });
    assert.equal((await get(id)).status, 404);
  });
});
