/**
 * The staff's side of the API, in memory: enough of its rules to moderate against, in tests and when somebody
 * wants to look at the console. Knows no browser and no server.
 */
import type { Problem, ProblemCode } from '../../../api/contract/codes.ts';
import type {
  AppealView,
  DecisionRequest,
  DecisionView,
  QueueMediaView,
  QueueStory,
  ReportView,
} from '../../../api/contract/moderation.ts';
import { staffPaths } from '../../../api/contract/paths.ts';
import type { StaffMeView } from '../../../api/contract/session.ts';

const day = 24 * 60 * 60_000;
/** A moment that stands still, so that pictures of one day are like those of another. */
export const someday = Date.parse('2026-11-24T09:30:00Z');

let made = 0;
const newId = () => `${'x'.repeat(20)}${String(made++).padStart(4, '0')}`.slice(-22);

/** A story that waits; what is not said is made up. */
export function storyOf(more: Partial<QueueStory> = {}): QueueStory {
  return {
    id: newId(),
    version: 1,
    status: 'pending',
    kind: 'text',
    text: 'Le marché du canal couvert, le samedi à huit heures : le pain encore chaud, et tout le monde se salue.',
    language: 'fr',
    author: { name: 'Camille', place: 'Mulhouse', circle: { id: 'habitants', name: 'Habitants et cœurs d’ici' } },
    prompt: null,
    link: null,
    people: null,
    adult: true,
    permissions: { club_site: true, partner_sites: true, newsletter: false, social: true, print: false },
    partner: null,
    media: [],
    tags: [],
    featured: false,
    submittedAt: someday,
    publishedAt: null,
    publishedBefore: 0,
    openReports: 0,
    blockers: [],
    history: [],
    ...more,
  };
}

/** A photo or film of a story. */
export function mediaOf(more: Partial<QueueMediaView> = {}): QueueMediaView {
  const kind = more.kind ?? 'photo';
  const origin = 'http://127.0.0.1';
  return {
    id: newId(),
    kind,
    alt: '',
    width: 1600,
    height: 1067,
    duration: kind === 'video' ? 12_000 : null,
    placeholder: '#886644',
    images: [{ url: `${origin}/media/one.webp`, type: 'image/webp', width: 1600, height: 1067, bytes: 1000 }],
    film:
      kind === 'video'
        ? { url: `${origin}/media/one.mp4`, type: 'video/mp4', width: 1280, height: 720, bytes: 1000 }
        : null,
    status: 'ready',
    problem: null,
    position: 0,
    fileName: null,
    upload: null,
    captions: [],
    transcript: null,
    ...more,
  };
}

export const decisionOf = (more: Partial<DecisionView> = {}): DecisionView => ({
  id: newId(),
  action: 'refuse',
  reason: 'off_topic',
  text: 'Dites-nous ce qui vous attache à la ville.',
  by: 'Noémie',
  at: someday - day,
  undoneAt: null,
  undoUntil: someday - day + 120_000,
  ...more,
});

/** A request, as far as this API reads it. */
export interface StaffRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
}

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

const refusal = (code: ProblemCode, status: number) =>
  json({ type: 'about:blank', title: code, status, code, requestId: 'test' } satisfies Problem, status);

const passkeyOptions = {
  rp: { id: 'localhost', name: 'Club' },
  user: { id: 'AAAA', name: 'Noémie', displayName: 'Noémie' },
  challenge: 'BBBB',
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
};

export class FakeStaff {
  me: StaffMeView | undefined = { name: 'Noémie', role: 'moderator', language: 'fr', level: 'full', hasPasskey: true };
  stories: QueueStory[];
  reports: ReportView[] = [];
  appeals: AppealView[] = [];
  tags = [
    { id: 'gastronomie', name: 'Gastronomie' },
    { id: 'musees', name: 'Musées' },
    { id: 'nature', name: 'Nature' },
  ];
  /** Stories in one answer. */
  page = 20;
  now = () => Date.now();
  readonly #undo = new Map<string, () => QueueStory>();

  constructor(stories: QueueStory[] = [storyOf()]) {
    this.stories = stories;
  }

  readonly answer = (request: StaffRequest): Response => {
    const { method, path } = request;
    if (path === staffPaths.codes) return json({ request: 'r'.repeat(43), expiresAt: someday + 600_000 }, 202);
    if (path === staffPaths.sessions) {
      if ((request.body as { code: string }).code !== '042917') return refusal('code_invalid', 422);
      this.me = { name: 'Noémie', role: 'moderator', language: 'fr', level: 'code', hasPasskey: false };
      return json(this.me, 201);
    }
    if (!this.me) return refusal('unauthenticated', 401);
    if (path === staffPaths.session) {
      if (method === 'DELETE') this.me = undefined;
      return method === 'DELETE' ? new Response(null, { status: 204 }) : json(this.me);
    }
    if (path === staffPaths.passkeyOptions) return json({ kind: 'create', options: passkeyOptions });
    if (path === staffPaths.passkeys) return json((this.me = { ...this.me, level: 'full', hasPasskey: true }));
    if (this.me.level !== 'full') return refusal('unauthenticated', 401);
    return this.#work(request);
  };

  #work({ method, path, query, body }: StaffRequest): Response {
    const [, , , what = '', id = '', then = ''] = path.split('/').map(decodeURIComponent);
    if (what === 'queue') return this.#queue(query);
    if (what === 'stories' && method === 'GET') {
      const story = this.stories.find((one) => one.id === id);
      return story ? json({ story }) : refusal('not_found', 404);
    }
    if (what === 'stories' && then === 'decisions') return this.#decide(id, body as DecisionRequest);
    if (what === 'decisions') {
      const undo = this.#undo.get(id);
      this.#undo.delete(id);
      return undo ? json({ decision: decisionOf({ id }), story: undo() }) : refusal('wrong_state', 409);
    }
    if (what === 'media') return this.#caption(id, body as Pick<QueueMediaView, 'captions' | 'transcript'>);
    if (what === 'reports' && id) this.reports = this.reports.filter(({ receipt }) => receipt !== id);
    if (what === 'reports') return json(id ? {} : { reports: this.reports, next: null });
    if (what === 'appeals' && id) this.appeals = this.appeals.filter((one) => one.id !== id);
    if (what === 'appeals') return json(id ? {} : { appeals: this.appeals, next: null });
    const entry = { action: 'story.approve', subject: 'story:12', actor: 'staff:1', at: someday };
    if (what === 'audit')
      return json({ entries: [entry, { ...entry, action: 'staff.added', actor: null }], next: null });
    const person = { id: 1, name: 'Noémie', role: 'admin', status: 'active', passkeys: 2 };
    return what === 'people' ? json({ people: [person] }) : refusal('not_found', 404);
  }

  #queue({ view = 'pending', after }: Record<string, string>): Response {
    const statuses = view === 'refused' ? ['refused', 'removed'] : [view];
    const from = this.stories.findIndex(({ id }) => id === after) + 1;
    const rest = this.stories.slice(from).filter(({ status }) => statuses.includes(status));
    const shown = rest.slice(0, this.page);
    return json({
      stories: shown,
      next: rest.length > shown.length ? shown.at(-1)!.id : null,
      waiting: {
        stories: this.stories.filter(({ status }) => status === 'pending').length,
        reports: this.reports.length,
        appeals: this.appeals.length,
      },
      tags: this.tags,
    });
  }

  #decide(id: string, request: DecisionRequest): Response {
    const story = this.stories.find((one) => one.id === id);
    if (!story) return refusal('not_found', 404);
    if (story.version !== request.version) return refusal('story_changed', 409);
    const { action } = request;
    const from = action === 'approve' || action === 'refuse' ? 'pending' : 'published';
    if (action !== 'tag' && story.status !== from) return refusal('wrong_state', 409);
    if (action === 'approve' && story.blockers.includes('captions_missing')) return refusal('captions_missing', 409);
    const before = { ...story };
    const at = this.now();
    const decision = decisionOf({
      action,
      at,
      undoUntil: at + 120_000,
      reason: 'reason' in request ? request.reason : null,
      text: 'text' in request ? request.text : null,
    });
    if (action === 'approve') Object.assign(story, { status: 'published', publishedAt: at });
    else if (action === 'refuse') story.status = 'refused';
    else if (action === 'remove') story.status = 'removed';
    else if (action === 'tag') story.tags = request.tags;
    else story.featured = action === 'feature';
    story.history = [...story.history, decision];
    this.#undo.set(decision.id, () => Object.assign(story, before));
    return json({ decision, story });
  }

  #caption(id: string, { captions, transcript }: Pick<QueueMediaView, 'captions' | 'transcript'>): Response {
    const story = this.stories.find(({ media }) => media.some((one) => one.id === id));
    if (!story) return refusal('not_found', 404);
    story.media = story.media.map((one) => (one.id === id ? { ...one, captions, transcript } : one));
    story.blockers = story.blockers.filter((blocker) => blocker !== 'captions_missing');
    return json({ story });
  }
}
