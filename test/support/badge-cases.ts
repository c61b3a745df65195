/** Answers of the routes of badges that the description of the API has to be true of. */
import { award } from '../../api/domain/badges/award.ts';
import type { TestApp } from './app.ts';
import { signedInWidget, type SignedIn } from './session.ts';

type Case = [method: string, what: string, described: string, status: number, send: () => Promise<Response>];

const mine = '/v1/me/badges';
const choices = { showsName: false, showsCircle: true, language: 'de' };

/** Somebody with a badge of their own; answers its id too. */
async function holder(app: TestApp): Promise<SignedIn & { badge: string }> {
  const person = await signedInWidget(app);
  const { storage, clock } = app.deps;
  const { publicId } = await storage.write(async (tx) =>
    award(tx, app.deps, (await tx.findMember(person.id))!, clock.now()),
  );
  return { ...person, badge: publicId };
}

async function asked(person: SignedIn): Promise<string> {
  const response = await person.request('POST', mine, { domain: 'shop.example' });
  return ((await response.json()) as { id: string }).id;
}

/** @param of the application, once it is open */
export function badgeCases(of: () => TestApp): Case[] {
  const person = () => holder(of());
  return [
    [
      'get',
      'my badges',
      mine,
      200,
      async () => {
        const one = await person();
        await asked(one);
        return one.request('GET', mine);
      },
    ],
    ['get', 'nobody’s badges', mine, 401, async () => of().request(mine)],
    [
      'post',
      'a badge of a business',
      mine,
      201,
      async () => (await person()).request('POST', mine, { domain: 'a.example' }),
    ],
    ['post', 'a badge of no domain', mine, 422, async () => (await person()).request('POST', mine, { domain: 'a' })],
    [
      'put',
      'what a badge shows',
      `${mine}/{id}`,
      200,
      async () => {
        const one = await person();
        return one.request('PUT', `${mine}/${one.badge}`, choices);
      },
    ],
    ['put', 'no badge', `${mine}/{id}`, 404, async () => (await person()).request('PUT', `${mine}/unknown`, choices)],
    [
      'delete',
      'my own badge',
      `${mine}/{id}`,
      409,
      async () => {
        const one = await person();
        return one.request('DELETE', `${mine}/${one.badge}`);
      },
    ],
    [
      'post',
      'a look at a domain without a proof',
      `${mine}/{id}/checks`,
      409,
      async () => {
        const one = await person();
        return one.request('POST', `${mine}/${await asked(one)}/checks`);
      },
    ],
    ['get', 'a badge', '/v1/badges/{id}', 200, async () => of().request(`/v1/badges/${(await person()).badge}`)],
    ['get', 'no badge', '/v1/badges/{id}', 404, async () => of().request('/v1/badges/unknown')],
  ];
}
