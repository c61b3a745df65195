/**
 * Addresses of media that are not public, for their author and for moderators: signed, and good for a few
 * minutes. Pictures in a widget on a partner's page are fetched without any session, so who may see them is
 * decided when the address is handed out, to somebody who was known.
 */
import { paths } from '../../contract/paths.ts';
import type { Deps } from '../ports.ts';

const purpose = 'media-preview';

/** Addresses made in the same span are the same: a list that is read again loads no picture twice. */
const span = 10 * 60_000;

/** Good for ten to twenty minutes. */
export function previewUrl(
  { keys, clock, mediaOrigin }: Pick<Deps, 'keys' | 'clock' | 'mediaOrigin'>,
  name: string,
): string {
  const expiry = (Math.floor(clock.now() / span) + 2) * span;
  return `${mediaOrigin}${paths.media}${name}?t=${expiry}.${keys.sign(purpose, `${name} ${expiry}`)}`;
}

/** Was this made by us for this file, and is it still good? */
export function isPreviewToken({ keys, clock }: Pick<Deps, 'keys' | 'clock'>, name: string, token: string): boolean {
  const [, expiry, signature] = /^(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (expiry === undefined || signature === undefined) return false;
  return Number(expiry) > clock.now() && keys.verify(purpose, `${name} ${expiry}`, signature);
}
