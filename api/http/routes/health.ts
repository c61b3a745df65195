import { createBadgeHealth } from '../badges/health.ts';
import type { AppDeps } from '../env.ts';
import { apiHeaders } from '../respond.ts';
import type { Route } from '../router.ts';

const headers = { ...apiHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/**
 * `/healthz`: the process answers. `/readyz`: the database does too; its answer is kept for a second, so
 * that an open address is no lever against the database. Neither touches the mail server. `/healthz/badges` is for
 * whoever watches: badges that cannot be checked are a reason to call somebody, not to send visitors elsewhere, so
 * it has no part in the other two.
 */
export function healthRoutes(deps: AppDeps): Route[] {
  let checkedAt = Number.NEGATIVE_INFINITY;
  let check: Promise<boolean> = Promise.resolve(false);
  function databaseAnswers(): Promise<boolean> {
    const now = deps.clock.now();
    if (Math.abs(now - checkedAt) >= 1000) {
      checkedAt = now;
      check = deps.storage.ping().then(
        () => true,
        () => false,
      );
    }
    return check;
  }
  const badgeTroubles = createBadgeHealth(deps);
  return [
    { method: 'GET', path: '/healthz', role: 'public', handler: () => new Response('ok\n', { headers }) },
    {
      method: 'GET',
      path: '/readyz',
      role: 'public',
      handler: async () =>
        (await databaseAnswers())
          ? new Response('ready\n', { headers })
          : new Response('the database does not answer\n', {
              status: 503,
              headers: { ...headers, 'retry-after': '5' },
            }),
    },
    {
      method: 'GET',
      path: '/healthz/badges',
      role: 'public',
      handler: async () => {
        const wrong = await badgeTroubles();
        return wrong.length === 0
          ? new Response('ok\n', { headers })
          : new Response(`${wrong.join('\n')}\n`, { status: 503, headers: { ...headers, 'retry-after': '60' } });
      },
    },
  ];
}
