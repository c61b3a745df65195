import type { CodeRequest, MeView, SessionRequest } from '../../api/contract/session.ts';
import type {
  MediaChange,
  MyMediaView,
  MyStories,
  MyStoryView,
  PermissionChange,
  StoryChange,
  StoryFields,
} from '../../api/contract/story.ts';
import type { Locale } from '../../api/contract/locales.ts';
import { fakeApi, json, problem, type Answer, type SeenRequest } from './shared/fake-api.ts';
import { challengeFor } from './shared/challenge.ts';
import { viewIn } from './signup-support.ts';

export const me: MeView = { firstName: 'Camille', circle: 'habitants', place: 'Mulhouse', language: 'fr' };
export const request = 'r'.repeat(43);
export const noUses = { club_site: false, partner_sites: false, newsletter: false, social: false, print: false };
let ids = 0;
export const newId = () => `id${`${++ids}`.padStart(20, '0')}`;

/** A photo or film as the club describes it. */
export function mediaView(more: Partial<MyMediaView> = {}): MyMediaView {
  return {
    id: newId(),
    kind: 'photo',
    alt: '',
    width: 4,
    height: 3,
    duration: null,
    placeholder: '#888888',
    images: [],
    film: null,
    status: 'ready',
    problem: null,
    position: 0,
    fileName: 'photo.jpg',
    upload: null,
    ...more,
  };
}

/** A story as its author sees it. */
export function storyView(more: Partial<MyStoryView> = {}, fields: Partial<MyStoryView['fields']> = {}): MyStoryView {
  return {
    id: newId(),
    version: 1,
    status: 'draft',
    kind: 'text',
    permissions: { ...noUses },
    media: [],
    statement: null,
    url: null,
    createdAt: 1_790_000_000_000,
    updatedAt: 1_790_000_000_000,
    fields: {
      text: '',
      language: 'fr',
      circle: 'habitants',
      signature: 'Camille',
      place: null,
      prompt: null,
      link: null,
      people: null,
      adult: false,
      ...fields,
    },
    ...more,
  };
}

const says = (language: string) => (text: string) => `${text} (${language})`;

/**
 * A small club in memory that keeps stories as the real one does: versions, permissions, states. What a test
 * wants otherwise it says in `answers`, by method and path.
 */
export class FakeClub {
  stories: MyStoryView[] = [];
  /** Whether a request without a token is somebody: a cookie. */
  cookie = false;
  token = 'bearer-1';
  seen: SeenRequest[] = [];
  answers: Record<string, Answer | undefined> = {};

  /** Takes the place of the network until the test ends. */
  open(): this {
    this.seen = fakeApi((one) => this.#answer(one));
    return this;
  }

  /** Requests by method and path, `PUT /v1/me/stories/…`. */
  made(pattern: RegExp): SeenRequest[] {
    return this.seen.filter(({ method, path }) => pattern.test(`${method} ${path}`));
  }

  async #answer(one: SeenRequest): Promise<Response> {
    const key = `${one.method} ${one.path.replace(/id\d{20}/g, ':id')}`;
    const other = await this.answers[key]?.(one);
    if (other) return other;
    if (one.path.startsWith('/v1/partners/')) return json(viewIn(one.query.lang as Locale));
    if (one.path === '/v1/challenges') return json(await challengeFor(42));
    if (key === 'POST /v1/session-codes') return this.#code(one.body as CodeRequest);
    if (key === 'POST /v1/sessions') return this.#session(one.body as SessionRequest);
    const token = (one.init.headers as Record<string, string> | undefined)?.['authorization'];
    const known = token ? token === `Bearer ${this.token}` : this.cookie && one.init.credentials === 'same-origin';
    if (!known) return problem('unauthenticated', 401);
    return this.#member(key, one);
  }

  #code({ email }: CodeRequest): Response {
    return email ? json({ request, expiresAt: 1 }, 202) : problem('invalid_request', 422);
  }

  #session({ request: given, code }: SessionRequest): Response {
    if (given !== request || code !== '042917') return problem('code_invalid', 422);
    return json({ token: this.token, expiresAt: 1, me }, 201);
  }

  #member(key: string, one: SeenRequest): Response {
    const [id = '', media = ''] = one.path.match(/id\d{20}/g) ?? [];
    const story = this.stories.find((each) => each.id === id);
    if (key === 'GET /v1/me') return json(me);
    if (key === 'GET /v1/me/stories') return json(this.mine(one.query.lang ?? 'fr'));
    if (key === 'POST /v1/me/stories') return this.#create(one.body as StoryFields);
    if (key === 'DELETE /v1/session') return new Response(null, { status: 204 });
    if (!story) return problem('not_found', 404);
    switch (key) {
      case 'PUT /v1/me/stories/:id':
        return this.#change(story, one.body as StoryChange);
      case 'DELETE /v1/me/stories/:id':
        this.stories = this.stories.filter((each) => each !== story);
        return new Response(null, { status: 204 });
      case 'PUT /v1/me/stories/:id/permissions':
        story.permissions = (one.body as PermissionChange).permissions;
        return json(story);
      case 'POST /v1/me/stories/:id/submit':
        story.status = 'pending';
        return json(story);
      case 'POST /v1/me/stories/:id/withdraw':
        story.status = 'withdrawn';
        return json(story);
      case 'POST /v1/me/stories/:id/appeals':
        story.statement!.appeal = { status: 'open', text: '', at: 1, answer: null };
        return json(story, 201);
      case 'PUT /v1/me/stories/:id/media/:id':
        this.#place(story, media, one.body as MediaChange);
        story.version++;
        return json(story);
      case 'DELETE /v1/me/stories/:id/media/:id':
        story.media = story.media.filter((each) => each.id !== media);
        story.version++;
        return json(story);
      default:
        return problem('not_found', 404);
    }
  }

  #place(story: MyStoryView, id: string, { alt, position }: MediaChange): void {
    const one = story.media.find((each) => each.id === id)!;
    one.alt = alt ?? one.alt;
    if (position === undefined) return;
    story.media = story.media.filter((each) => each !== one).toSpliced(position, 0, one);
    story.media.forEach((each, index) => (each.position = index));
  }

  #create(fields: StoryFields): Response {
    const story = storyView();
    Object.assign(story.fields, fields);
    this.stories.push(story);
    return json(story, 201);
  }

  #change(story: MyStoryView, { version, ...fields }: StoryChange): Response {
    if (version !== story.version) return problem('story_changed', 409);
    Object.assign(story.fields, fields);
    story.version++;
    if (story.status !== 'draft') story.status = story.status.startsWith('p') ? 'pending' : 'draft';
    return json(story);
  }

  /** What the author may read, in a language. */
  mine(language: string): MyStories {
    const say = says(language);
    return {
      stories: structuredClone(this.stories),
      terms: {
        version: '2026-11',
        uses: {
          club_site: say('Site du club'),
          partner_sites: say('Sites des partenaires'),
          newsletter: say('Lettre'),
          social: say('Réseaux'),
          print: say('Papier'),
        },
        people: { me: say('Moi seul'), agreed: say('D’autres, d’accord'), nobody: say('Personne') },
        adult: say('J’ai 18 ans ou plus'),
      },
      prompts: { habitants: [say('Votre lieu préféré ?'), say('Un souvenir ?')] },
      circles: [
        { id: 'habitants', name: say('Habitants') },
        { id: 'entrepreneurs', name: say('Entrepreneurs') },
      ],
      quota: { files: 40, bytes: 600_000_000 },
    };
  }
}
