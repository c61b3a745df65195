/** A whole application on a real database, with a clock that only the test moves and no network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../api/app.ts';
import { createCredentials } from '../../api/credentials/index.ts';
import { Club } from '../../api/contract/club.ts';
import type { Challenge } from '../../api/contract/challenge.ts';
import type { Log } from '../../api/domain/ports.ts';
import type { NewPartner } from '../../api/domain/partners/partner.ts';
import { startKeys } from '../../api/domain/badges/start-keys.ts';
import { ensureClubPartner } from '../../api/domain/partners/manage.ts';
import { dayIn } from '../../api/domain/statistics/days.ts';
import { TallyBook } from '../../api/domain/statistics/tally-book.ts';
import type { AppDeps } from '../../api/http/env.ts';
import { staticFile } from '../../api/http/widget-files.ts';
import { createDecoder } from '../../api/media/decoder.ts';
import { diskStore } from '../../api/media/disk-store.ts';
import { createUploadProtocol } from '../../api/media/tus.ts';
import { uploadFolder } from '../../api/media/upload-folder.ts';
import { paths } from '../../api/contract/paths.ts';
import { createKeys } from '../../api/keys.ts';
import { createTexts } from '../../api/lang/index.ts';
import { createPasskeys } from '../../api/passkeys.ts';
import { createBadgePictures } from '../../api/pictures/badges/index.ts';
import { createPictures } from '../../api/pictures/pictures.ts';
import { createPlots } from '../../api/pictures/plots/index.ts';
import { hash, randomBytes } from 'node:crypto';
import { openTestStorage } from './storage.ts';

export const publicUrl = 'https://club.example';
export const partnerOrigin = 'https://www.ville.example';

export const testClub = Club.parse(JSON.parse(readFileSync(new URL('../../demo/club.json', import.meta.url), 'utf8')));

/** Lines that were logged, for tests of what must not be in them. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const write = (fields: Record<string, unknown>, message: string) => {
    const err = fields['err'];
    lines.push(
      JSON.stringify({ ...fields, ...(err instanceof Error && { err: `${err.name}: ${err.message}` }) }) + message,
    );
  };
  return { lines, debug: write, info: write, warn: write, error: write };
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** Opens an application with one partner, `ville`, whose pages are on `partnerOrigin`. */
export async function openTestApp(overrides: Partial<AppDeps> = {}) {
  const store = await openTestStorage();
  const clock = { time: Date.parse('2026-11-23T08:00:00Z'), now: () => clock.time };
  const tokens: string[] = [];
  const log = memoryLog();
  const deps: AppDeps = {
    storage: store.storage,
    mailer: { send: () => Promise.reject(new Error('tests of the API send no mail')), close() {} },
    clock,
    ids: {
      token() {
        const token = randomBytes(32).toString('base64url');
        tokens.push(token);
        return token;
      },
    },
    keys: createKeys('a secret of tests, long enough to be one'),
    log,
    club: testClub,
    texts: createTexts(testClub),
    passkeys: createPasskeys(publicUrl, testClub.name.fr),
    credentials: createCredentials({
      publicUrl,
      keyFile: join(store.dir, 'credential-keys.json'),
      storage: store.storage,
    }),
    badgePictures: createBadgePictures({ accent: testClub.colours.accent }),
    domainProofs: { look: () => Promise.resolve('nothing_there') },
    webhookSender: { post: () => Promise.reject(new Error('tests of the API post to nobody')) },
    media: diskStore(join(store.dir, 'media')),
    decoder: createDecoder({ folder: join(store.dir, 'decoding'), accent: testClub.colours.accent, log }),
    uploads: uploadFolder(join(store.dir, 'uploads')),
    uploadProtocol: createUploadProtocol({ folder: join(store.dir, 'uploads'), path: paths.uploads }),
    mediaOrigin: publicUrl,
    publicUrl,
    mode: 'production',
    trustedProxies: 0,
    signupsPerMinute: 100_000,
    answerBeat: 0,
    widgets: new Map([['loader.js', staticFile('loader.js', Buffer.from('export {};'))]]),
    tallies: new TallyBook(() => clock.time, dayIn(testClub.timeZone)),
    pictures: createPictures(),
    plots: createPlots(),
    wakeMailer() {},
    wakeMedia() {},
    wakeSigner() {},
    ...overrides,
  };
  await ensureClubPartner(deps);
  await startKeys(deps);
  const partner: NewPartner = {
    slug: 'ville',
    kind: 'city',
    name: 'Ville de Mulhouse (démo)',
    origins: [partnerOrigin],
    status: 'active',
  };
  await deps.storage.insertPartner(partner, clock.now());
  const app = createApp(deps);

  /** A request as it arrives at the club's own host. */
  function request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const url = new URL(path, publicUrl);
    return Promise.resolve(app.request(url.href, { ...init, headers: { host: url.host, ...init.headers } }));
  }

  /** A solved challenge, old enough to be a person's. */
  async function proof(origin = partnerOrigin, slug = 'ville'): Promise<string> {
    const response = await request(`/v1/challenges?partner=${slug}`, { headers: { origin } });
    const challenge = (await response.json()) as Challenge;
    clock.time += challenge.minimumFill;
    return solve(challenge);
  }

  /** A sign-up from the partner's page, with whatever is changed, to this application or another. */
  async function signUp(
    changes: Record<string, unknown> = {},
    headers: Record<string, string> = {},
    on: Pick<typeof app, 'request'> = app,
  ): Promise<Response> {
    const body = { ...signUpBody(), ...('proof' in changes ? {} : { proof: await proof() }), ...changes };
    const url = new URL('/v1/memberships', publicUrl);
    return on.request(url.href, {
      method: 'POST',
      headers: { host: url.host, 'content-type': 'application/json', origin: partnerOrigin, ...headers },
      body: JSON.stringify(body),
    });
  }

  return { app, deps, clock, tokens, log, request, proof, signUp, dir: store.dir, remove: () => store.remove() };
}

/** The smallest sign-up that is taken. */
export function signUpBody(): Record<string, unknown> {
  return {
    partner: 'ville',
    language: 'fr',
    firstName: 'Odile',
    email: 'odile@example.org',
    circle: testClub.circles[0]!.id,
    age15: true,
    charter: testClub.charter.version,
    notice: testClub.notice.version,
  };
}

/** Finds the number, as a browser does, and packs it as ALTCHA's payload. */
export function solve(challenge: Challenge): string {
  for (let number = 0; number <= challenge.maxnumber; number += 1) {
    if (hash('sha256', challenge.salt + number) !== challenge.challenge) continue;
    const { algorithm, salt, signature } = challenge;
    const payload = { algorithm, challenge: challenge.challenge, number, salt, signature };
    return Buffer.from(JSON.stringify(payload)).toString('base64');
  }
  throw new Error('the challenge has no solution');
}
