/** Answers of the stories' routes that the description of the API has to be true of. */
import { testClub, type TestApp } from './app.ts';
import { addStaff, signedInWidget } from './session.ts';
import { addMedia, allow, approve, decide, draftOf, storyBody, submit, waitingStory } from './stories.ts';
import { mintProof } from './proof.ts';

type Case = [method: string, what: string, described: string, status: number, send: () => Promise<Response>];

/** A story with everything that one can have, published; answers its identifier. */
async function richStory(app: TestApp): Promise<string> {
  const person = await signedInWidget(app);
  const link = 'https://vimeo.com/76979871';
  const { id } = await draftOf(person, { people: 'me', adult: true, link, place: 'Dornach', prompt: 'Quoi ?' });
  await addMedia(app, id);
  await allow(person, id, ['club_site', 'partner_sites']);
  await submit(person, id);
  await approve(app, id);
  return id;
}

/** @param of the application, once it is open */
export function storyCases(of: () => TestApp): Case[] {
  const mine = '/v1/me/stories';
  const person = () => signedInWidget(of());
  const permissions = { club_site: true, partner_sites: false, newsletter: false, social: false, print: false };
  return [
    [
      'get',
      'a feed',
      '/v1/stories',
      200,
      async () => {
        await richStory(of());
        return of().request('/v1/stories?limit=24');
      },
    ],
    ['get', 'a feed of nobody', '/v1/stories', 404, async () => of().request('/v1/stories?partner=nobody')],
    ['get', 'a feed of nonsense', '/v1/stories', 422, async () => of().request('/v1/stories?kind=x')],
    ['get', 'a story', '/v1/stories/{id}', 200, async () => of().request(`/v1/stories/${await richStory(of())}`)],
    ['get', 'no story', '/v1/stories/{id}', 404, async () => of().request('/v1/stories/unknown')],
    [
      'post',
      'a report',
      '/v1/stories/{id}/reports',
      201,
      async () =>
        of().request(`/v1/stories/${await richStory(of())}/reports`, {
          method: 'POST',
          headers: { origin: 'https://www.ville.example', 'content-type': 'application/json' },
          body: JSON.stringify({
            reason: 'child_abuse',
            text: '',
            url: 'https://www.ville.example/',
            partner: 'ville',
            goodFaith: true,
            language: 'fr',
            proof: await mintProof(of()),
          }),
        }),
    ],
    [
      'get',
      'my stories',
      mine,
      200,
      async () => {
        const author = await person();
        const { id } = await waitingStory(author);
        const decision = await decide(of(), id, await addStaff(of()), 'refuse');
        await author.request('POST', `${mine}/${id}/appeals`, { decision, text: 'Je ne suis pas de cet avis, merci.' });
        await addMedia(of(), (await draftOf(author)).id, { ready: false });
        return author.request('GET', mine);
      },
    ],
    ['get', 'nobody’s stories', mine, 401, async () => of().request(mine)],
    ['post', 'a draft', mine, 201, async () => (await person()).request('POST', mine, storyBody())],
    ['post', 'no draft', mine, 422, async () => (await person()).request('POST', mine, {})],
    ['get', 'nothing of mine', `${mine}/{id}`, 404, async () => (await person()).request('GET', `${mine}/unknown`)],
    [
      'put',
      'a change of what is newer',
      `${mine}/{id}`,
      409,
      async () => {
        const author = await person();
        const { id } = await draftOf(author);
        return author.request('PUT', `${mine}/${id}`, { ...storyBody(), version: 7 });
      },
    ],
    [
      'post',
      'something unfinished',
      `${mine}/{id}/submit`,
      422,
      async () => {
        const author = await person();
        return submit(author, (await draftOf(author)).id);
      },
    ],
    [
      'put',
      'a permission',
      `${mine}/{id}/permissions`,
      200,
      async () => {
        const author = await person();
        const { id } = await draftOf(author);
        const text = testClub.storyTerms.version;
        return author.request('PUT', `${mine}/${id}/permissions`, { permissions, text });
      },
    ],
  ];
}
