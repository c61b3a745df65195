import { paths } from '../../contract/paths.ts';
import { didDocument } from '../../domain/badges/did-document.ts';
import { listTag } from '../../domain/badges/forget-cached.ts';
import { readStatusList } from '../../domain/badges/sign-lists.ts';
import { DomainError } from '../../domain/errors.ts';
import { keyCaching, listCaching } from '../badges/caching.ts';
import { credentialType } from '../badges/signed.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { apiHeaders, fingerprint, readyBody, readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

const listNumber = /^[1-9]\d{0,8}$/;

/** What verifiers need of us as the issuer: our keys, which badges were revoked, our mark. */
export function issuerRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  return [
    { method: 'GET', path: '/status/:number', role: 'public', handler: (c) => sendList(c, deps, cache) },
    { method: 'GET', path: paths.did, role: 'public', handler: (c) => sendKeys(c, deps, cache) },
    { method: 'GET', path: paths.badgeMark, role: 'public', handler: markSender(deps) },
  ];
}

async function sendList(c: AppContext, deps: AppDeps, cache: ReadCache<ReadyBody>): Promise<Response> {
  const number = c.req.param('number') ?? '';
  const key = `status-list|${number}`;
  const read = async (): Promise<ReadyBody> => {
    const list = listNumber.test(number) ? await readStatusList(deps, Number(number)) : undefined;
    if (!list) throw new DomainError('not_found');
    const headers = { ...apiHeaders, 'content-type': credentialType, ...listCaching(deps, listTag(Number(number))) };
    return readyBody(list.credential, `"status-${number}-${fingerprint(list.credential)}"`, headers);
  };
  return sendReady(c, cache.get(key) ?? (await cache.load(key, read)));
}

async function sendKeys(c: AppContext, deps: AppDeps, cache: ReadCache<ReadyBody>): Promise<Response> {
  const key = 'did-document';
  const read = async () => readyJson(await didDocument(deps), 0, keyCaching(deps));
  return sendReady(c, cache.get(key) ?? (await cache.load(key, read)));
}

/** Drawn once, when it is first asked for. */
function markSender(deps: AppDeps): (c: AppContext) => Promise<Response> {
  let ready: Promise<ReadyBody> | undefined;
  const draw = async () => {
    const png = await deps.badgePictures.mark();
    const headers = { ...apiHeaders, 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' };
    return readyBody(png, `"mark-${fingerprint(png)}"`, headers);
  };
  return async (c) => {
    ready ??= draw().catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    return sendReady(c, await ready);
  };
}
