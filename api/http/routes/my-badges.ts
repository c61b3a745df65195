import { BadgeChoices, BusinessBadgeRequest } from '../../contract/badge-requests.ts';
import { askBusiness } from '../../domain/badges/ask-business.ts';
import { chooseShown } from '../../domain/badges/choose.ts';
import { giveUp } from '../../domain/badges/give-up.ts';
import { myBadgeView, readMyBadges } from '../../domain/badges/my-badges.ts';
import type { Badge } from '../../domain/badges/ports.ts';
import { lookNow } from '../badges/look-now.ts';
import { readJson } from '../body.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { memberActor } from '../guard.ts';
import type { RateLimits } from '../rate-limits.ts';
import { empty, json } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';

type Verb<T> = (c: AppContext, id: string) => Promise<T>;

/** A member's badges. Whose they are comes from the session alone; what is not theirs is not there. */
export function myBadgeRoutes(deps: AppDeps, limits: RateLimits, changed: () => void): Route[] {
  /** What every write has around it. */
  async function written<T>(c: AppContext, verb: Verb<T>): Promise<T> {
    await limits.member(`member-${memberActor(c).memberId}`);
    const result = await verb(c, c.req.param('id') ?? '');
    changed();
    deps.wakeSigner();
    return result;
  }

  /** A verb on a badge, answered with the badge as it is then. */
  const changing =
    (verb: Verb<Badge>, status = 200): Route['handler'] =>
    async (c) =>
      json(myBadgeView(await written(c, verb), deps), status);

  const ask: Verb<Badge> = async (c) => {
    const { domain } = validate(BusinessBadgeRequest, await readJson(c));
    return askBusiness(deps, memberActor(c), domain);
  };

  const choose: Verb<Badge> = async (c, id) =>
    chooseShown(deps, memberActor(c), id, validate(BadgeChoices, await readJson(c)));

  const check: Verb<Badge> = (c, id) => lookNow(deps, limits, memberActor(c), id);

  async function list(c: AppContext): Promise<Response> {
    return json(await readMyBadges(deps, memberActor(c)));
  }

  async function remove(c: AppContext): Promise<Response> {
    await written(c, (_, id) => giveUp(deps, memberActor(c), id));
    return empty();
  }

  const mine = '/v1/me/badges';
  const one = `${mine}/:id`;
  const route = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path,
    role: 'member',
    handler,
  });
  return [
    route('GET', mine, list),
    route('POST', mine, changing(ask, 201)),
    route('PUT', one, changing(choose)),
    route('DELETE', one, remove),
    route('POST', `${one}/checks`, changing(check)),
  ];
}
