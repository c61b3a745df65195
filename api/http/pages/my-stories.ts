import { html } from 'hono/html';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { AppealRequest, StoryFields, type MyStoryView } from '../../contract/story.ts';
import { storyUses, type StoryUse } from '../../contract/vocabulary.ts';
import type { MemberActor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { clubPartnerSlug } from '../../domain/partners/name.ts';
import { createFormToken, requireFormToken } from '../../domain/proofs/form-token.ts';
import { signedInMember } from '../../domain/sessions/me.ts';
import { appealDecision } from '../../domain/stories/appeal.ts';
import { changeStory } from '../../domain/stories/change.ts';
import { createStory } from '../../domain/stories/create.ts';
import { deleteStory } from '../../domain/stories/delete.ts';
import { myStories, myStory } from '../../domain/stories/mine.ts';
import { permit } from '../../domain/stories/permit.ts';
import { submitStory } from '../../domain/stories/submit.ts';
import { withdrawStory } from '../../domain/stories/withdraw.ts';
import { termsFor } from '../../lang/index.ts';
import { readForm } from '../body.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { memberActor } from '../guard.ts';
import { statusOf, toDomainError } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ReadCache } from '../read-cache.ts';
import type { ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';
import { flame, page, pageLocale, seeOther, withLang } from './layout.ts';
import { myStoryPath, notes, shareList, storiesView, type Note, type StoriesView } from './my-stories-view.ts';

/** 2,000 characters of any script, percent-encoded, and the rest of the form. */
const formBytes = 32_768;

/** Does something with what was posted, and answers where that leads and what is said there. */
type Work = (posted: Posted) => Promise<{ to: string; note: Note }>;

interface Posted {
  actor: MemberActor;
  id: string;
  values: Map<string, string>;
  locale: Locale;
}

/**
 * An author's stories on a page of the club: the story form, and between its tags the same without JavaScript –
 * words alone, as files take the form. Camera and microphone are allowed on this page and on no other.
 */
export function myStoriesPageRoutes(deps: AppDeps, limits: RateLimits, cache: ReadCache<ReadyBody>): Route[] {
  const { form, withdraw, remove, appeal } = verbs(deps, cache);

  async function show(
    c: AppContext,
    id = c.req.param('id') ?? '',
    more: Partial<StoriesView> = {},
    status = 200,
  ): Promise<Response> {
    const actor = onPage(c);
    const locale = pageLocale(c, deps);
    const story = id === '' ? undefined : await myStory(deps, actor, id);
    const member = await signedInMember(deps, actor);
    const mine = await myStories(deps, member, locale);
    const note = notes.find((one) => one === c.req.query('done'));
    const token = createFormToken(deps, boundTo(actor));
    const said = { ...(status === 200 && { note }), ...more };
    const view: StoriesView = { locale, member, mine, story, errors: [], token, ...said };
    const { title } = termsFor(locale).myStories;
    const main = html`<article class="my-stories">
      <h1>${flame}${title}</h1>
      <ambassador-story-form partner="${clubPartnerSlug}" lang="${locale}" open
        >${storiesView(view)}</ambassador-story-form
      >
      ${story ? '' : shareList(view)}
    </article>`;
    const languagePath = story ? myStoryPath(story.id) : paths.myStoriesPage;
    const open = { widgets: true, media: true, camera: true, noindex: true };
    return page(c, deps, { title, locale, status, languagePath, ...open }, main);
  }

  /** A form of ours, from our page, in this session; what cannot be kept is shown again as it was typed. */
  const taking = (work: Work): Route['handler'] =>
    async function take(c) {
      const actor = onPage(c);
      await limits.member(`member-${actor.memberId}`);
      const values = await readForm(c, formBytes);
      const locale = pageLocale(c, deps);
      const posted: Posted = { actor, id: c.req.param('id') ?? '', values, locale };
      try {
        requireFormToken(deps, values.get('token'), boundTo(actor));
        const { to, note } = await work(posted);
        return seeOther(deps, `${withLang(to, locale)}&done=${note}`);
      } catch (error) {
        const { code, errors } = toDomainError(error);
        if (statusOf(code) >= 500 || code === 'not_found') throw error;
        const problem = errors ? undefined : code;
        return show(c, posted.id, { values, errors: errors ?? [], problem }, statusOf(code));
      }
    };

  const one = `${paths.myStoriesPage}/:id`;
  const route = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path,
    role: 'member',
    handler,
  });
  return [
    route('GET', paths.myStoriesPage, (c) => show(c)),
    route('POST', paths.myStoriesPage, taking(form)),
    route('GET', one, (c) => show(c)),
    route('POST', one, taking(form)),
    route('POST', `${one}/withdraw`, taking(withdraw)),
    route('POST', `${one}/remove`, taking(remove)),
    route('POST', `${one}/appeal`, taking(appeal)),
  ];
}

/** What the forms do, each by the verbs that the API uses. */
function verbs(deps: AppDeps, cache: ReadCache<ReadyBody>) {
  const told = (changed: boolean) => {
    if (changed) cache.clear();
  };

  const form: Work = async (posted) => {
    const { actor, values, locale } = posted;
    const before = posted.id === '' ? undefined : await myStory(deps, actor, posted.id);
    const fields = fieldsOf(values, locale, before);
    if (before) {
      told(await changeStory(deps, actor, before.id, { ...fields, version: Number(values.get('version')) }));
    } else {
      const partner = await deps.storage.partnerBySlug(clubPartnerSlug);
      // From here on the story is kept: what is missing is said on its own page.
      posted.id = await createStory(deps, actor, partner!, fields);
    }
    const { id } = posted;
    const permissions = Object.fromEntries(storyUses.map((use) => [use, values.has(`use-${use}`)]));
    const text = deps.club.storyTerms.version;
    const choice = { permissions: permissions as Record<StoryUse, boolean>, text };
    told(await permit(deps, actor, id, choice, locale));
    if (values.get('next') !== 'submit') return { to: myStoryPath(id), note: 'saved' };
    const { status } = await myStory(deps, actor, id);
    // What was shown or waits is in the queue already when it was changed.
    if (status !== 'published' && status !== 'pending') await submitStory(deps, actor, id);
    return { to: paths.myStoriesPage, note: 'sent' };
  };

  const withdraw: Work = async ({ actor, id }) => {
    told(await withdrawStory(deps, actor, id));
    return { to: myStoryPath(id), note: 'withdrawn' };
  };

  const remove: Work = async ({ actor, id }) => {
    told(await deleteStory(deps, actor, id));
    return { to: paths.myStoriesPage, note: 'removed' };
  };

  const appeal: Work = async ({ actor, id, values }) => {
    const text = lines(values.get('appeal'));
    const request = AppealRequest.safeParse({ decision: values.get('decision'), text });
    if (!request.success)
      throw new DomainError('invalid_request', { errors: [{ field: 'appeal', code: 'too_short' }] });
    await appealDecision(deps, actor, id, request.data);
    return { to: myStoryPath(id), note: 'saved' };
  };

  return { form, withdraw, remove, appeal };
}

/** Pages are for people with a cookie. */
function onPage(c: AppContext): MemberActor {
  const actor = memberActor(c);
  if (actor.via !== 'cookie') throw new DomainError('unauthenticated');
  return actor;
}

/** A form works in the session that it was drawn for. */
const boundTo = (actor: MemberActor) => `my-stories:${actor.session}`;

/** Forms end lines with two characters; here there is one. */
const lines = (text = '') => text.replace(/\r\n?/g, '\n');

/** What was typed, and of an older story what this form does not show. */
function fieldsOf(values: Map<string, string>, locale: Locale, before: MyStoryView | undefined): StoryFields {
  const { prompt, people = null, adult = false, circle } = before?.fields ?? {};
  return validate(StoryFields, {
    text: lines(values.get('text')),
    language: values.get('language') ?? locale,
    circle: values.get('circle') ?? circle ?? '',
    signature: values.get('signature') ?? '',
    place: values.get('place') ?? '',
    link: values.get('link') ?? '',
    people,
    adult,
    ...(prompt && { prompt }),
  });
}
