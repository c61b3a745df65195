/** What browsers on a partner's page send: the requests of the benches. */
import { createChallenge } from 'altcha-lib/v1';
import { badgePaths, badgePicture } from '../../api/contract/badge.ts';
import { durations } from '../../api/contract/limits.ts';
import { paths } from '../../api/contract/paths.ts';
import { createKeys } from '../../api/keys.ts';
import { signUpBody } from '../support/app.ts';
import { benchBadge, partnerOrigin, publicUrl, secret, slug } from './club.ts';
import { requestBytes } from './http-client.ts';

const headers = {
  host: new URL(publicUrl).host,
  connection: 'keep-alive',
  'user-agent': 'Mozilla/5.0 (Linux; Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0',
  accept: 'application/json',
  'accept-language': 'fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3',
  'accept-encoding': 'gzip, deflate, br, zstd',
  referer: `${partnerOrigin}/`,
  origin: partnerOrigin,
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'cross-site',
};

/** Asks for the counter. */
export function counterRequest(): Buffer {
  return requestBytes('GET', `${paths.counter}?partner=${slug}`, headers);
}

/** Asks for the first page of stories, as the widget does. */
export function feedRequest(): Buffer {
  return requestBytes('GET', `${paths.stories}?partner=${slug}&lang=fr`, headers);
}

/** Asks for a badge's picture, as a page of another site does. The body comes as it is, so that both sides send the same. */
export function pictureRequest(id = benchBadge): Buffer {
  const { origin: _none, ...rest } = headers;
  return requestBytes('GET', badgePicture(id, 'svg'), { ...rest, accept: 'image/*', 'accept-encoding': 'identity' });
}

/** Asks for a badge's state, as the widget does. */
export function badgeStatusRequest(id = benchBadge): Buffer {
  return requestBytes('GET', badgePaths.status(id), headers);
}

/** A sign-up of a person with this address, its proof solved: whoever has the key knows the number. */
export async function signUpRequest(email: string): Promise<Buffer> {
  const now = Date.now();
  const number = 25_000;
  const challenge = await createChallenge({
    hmacKey: createKeys(secret).derive('proof'),
    number,
    maxNumber: 50_000,
    params: {
      expires: String(now + durations.challengeLife),
      issued: String(now - 2 * durations.minimumFill),
      partner: slug,
      origin: partnerOrigin,
    },
  });
  const { algorithm, salt, signature } = challenge;
  const payload = { algorithm, challenge: challenge.challenge, number, salt, signature };
  const body = {
    ...signUpBody(),
    partner: slug,
    email,
    public: true,
    page: { path: '/vie-locale/agenda', referrer: 'https://search.example', widget: '1.0.0' },
    proof: Buffer.from(JSON.stringify(payload)).toString('base64'),
  };
  return requestBytes(
    'POST',
    paths.memberships,
    { ...headers, 'content-type': 'application/json' },
    JSON.stringify(body),
  );
}
