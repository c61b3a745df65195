import { matchLocale } from '../../contract/locales.ts';
import { AppealRequest, MediaChange, PermissionChange, StoryChange, StoryFields } from '../../contract/story.ts';
import { DomainError } from '../../domain/errors.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { isOriginOf } from '../../domain/partners/origins.ts';
import { clubPartnerSlug } from '../../domain/partners/name.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { signedInMember } from '../../domain/sessions/me.ts';
import { appealDecision } from '../../domain/stories/appeal.ts';
import { changeMedia, removeMedia } from '../../domain/stories/change-media.ts';
import { changeStory } from '../../domain/stories/change.ts';
import { createStory } from '../../domain/stories/create.ts';
import { deleteStory } from '../../domain/stories/delete.ts';
import { myStories, myStory } from '../../domain/stories/mine.ts';
import { permit } from '../../domain/stories/permit.ts';
import { submitStory } from '../../domain/stories/submit.ts';
import { withdrawStory } from '../../domain/stories/withdraw.ts';
import { readJson } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import { memberActor } from '../guard.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ReadCache } from '../read-cache.ts';
import { empty, json, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';

type Handler = Route['handler'];
/** What a verb did: whether anything public may have changed. */
type Change = (c: AppContext, id: string) => Promise<boolean>;

/** An author's stories. Who they are comes from the session alone; what is not theirs is not there. */
export function myStoryRoutes(deps: AppDeps, limits: RateLimits, cache: ReadCache<ReadyBody>): Route[] {
  const view = async (c: AppContext, id: string, status = 200) => json(await myStory(deps, memberActor(c), id), status);

  /** A verb on one story, answered with the story as it is then. */
  function changing(change: Change, status = 200): Handler {
    return async (c) => {
      const id = await written(c, change);
      return view(c, id, status);
    };
  }

  async function written(c: AppContext, change: Change): Promise<string> {
    await limits.member(`member-${memberActor(c).memberId}`);
    const id = c.req.param('id') ?? '';
    if (await change(c, id)) cache.clear();
    return id;
  }

  async function list(c: AppContext): Promise<Response> {
    const member = await signedInMember(deps, memberActor(c));
    return json(await myStories(deps, member, matchLocale(c.req.query('lang'), member.language)));
  }

  async function create(c: AppContext): Promise<Response> {
    await limits.member(`member-${memberActor(c).memberId}`);
    const fields = validate(StoryFields, await readJson(c));
    return view(c, await createStory(deps, memberActor(c), await partnerOf(deps, c), fields), 201);
  }

  const change: Change = async (c, id) =>
    changeStory(deps, memberActor(c), id, validate(StoryChange, await readJson(c)));

  const allow: Change = async (c, id) => {
    const request = validate(PermissionChange, await readJson(c));
    const { language } = await signedInMember(deps, memberActor(c));
    return permit(deps, memberActor(c), id, request, matchLocale(c.req.query('lang'), language));
  };

  const submit: Change = async (c, id) => {
    await submitStory(deps, memberActor(c), id);
    return false;
  };

  const appeal: Change = async (c, id) => {
    await appealDecision(deps, memberActor(c), id, validate(AppealRequest, await readJson(c)));
    return false;
  };

  const mediaOf = (c: AppContext) => c.req.param('media') ?? '';

  async function remove(c: AppContext): Promise<Response> {
    await written(c, (_, id) => deleteStory(deps, memberActor(c), id));
    return empty();
  }

  const mine = '/v1/me/stories';
  const one = `${mine}/:id`;
  const media = `${one}/media/:media`;
  const route = (method: Route['method'], path: string, handler: Handler): Route => ({
    method,
    path,
    role: 'member',
    handler,
  });
  return [
    route('GET', mine, list),
    route('POST', mine, create),
    route('GET', one, (c) => view(c, c.req.param('id') ?? '')),
    route('PUT', one, changing(change)),
    route('DELETE', one, remove),
    route('POST', `${one}/submit`, changing(submit)),
    route(
      'POST',
      `${one}/withdraw`,
      changing((c, id) => withdrawStory(deps, memberActor(c), id)),
    ),
    route('PUT', `${one}/permissions`, changing(allow)),
    route('POST', `${one}/appeals`, changing(appeal, 201)),
    route(
      'PUT',
      media,
      changing(async (c, id) =>
        changeMedia(deps, memberActor(c), id, mediaOf(c), validate(MediaChange, await readJson(c))),
      ),
    ),
    route(
      'DELETE',
      media,
      changing((c, id) => removeMedia(deps, memberActor(c), id, mediaOf(c))),
    ),
  ];
}

/**
 * On whose page a story is told: the partner that is named, if the page may speak for it; else the one whose
 * page it is.
 * @throws {DomainError} partner_unknown, partner_paused, origin_not_allowed
 */
async function partnerOf(deps: AppDeps, c: AppContext): Promise<Partner> {
  const origin = header(c, 'origin') ?? null;
  const slug = c.req.query('partner');
  // The club's own pages send no origin with some requests; that this one came from them was checked before.
  if (origin === null || origin === new URL(deps.publicUrl).origin) {
    return admitPartner(deps, slug || clubPartnerSlug, { origin }, false);
  }
  if (slug) return admitPartner(deps, slug, { origin }, true);
  const partners = await deps.storage.partners();
  const here = partners.find((partner) => partner.status === 'active' && isOriginOf(partner, origin));
  if (!here) throw new DomainError('origin_not_allowed');
  return here;
}
