/**
 * The pictures of badges, as they are sent. The address of a badge that is known never answers with an error: other
 * sites show what comes from there, and proxies keep an error for hours.
 */
import type { BadgePictureContent } from '../../domain/pictures/badge-ports.ts';
import { pictureOf, readBadge, stateOf, type ShownBadge } from '../../domain/badges/view.ts';
import { badgeTag } from '../../domain/badges/forget-cached.ts';
import { DomainError } from '../../domain/errors.ts';
import { paths } from '../../contract/paths.ts';
import type { AppDeps } from '../env.ts';
import { apiHeaders, fingerprint, readyBody, withHeaders, type ReadyBody } from '../respond.ts';
import { briefCaching } from './caching.ts';
import { PictureMemory, type KnownPicture } from './picture-memory.ts';
import type { PictureName } from './picture-name.ts';

const types = { svg: 'image/svg+xml', png: 'image/png' } as const;
/** Milliseconds. Any cache may keep a picture so long: whoever is cut off from the database knows no more than one. */
const trusted = 120_000;
/** A picture takes from 4 to 40 kB: some thousands of the first, some hundreds of the last. */
const remembered = 12_000_000;

/** What is drawn: one of a badge's pictures, or the one for social networks, with the holder's name if they show it. */
export type Wanted = Omit<PictureName, 'id'> | 'social';

/** No badge has this address, or we could not look whether one has. */
type Nobodys = 'unknown' | 'unchecked';
type Drawing = Pick<KnownPicture, 'plain' | 'type'>;
/** Who may keep a picture, and how long. */
export interface PictureCaching {
  /** @param remaining milliseconds until the badge ends by itself, if it has not */
  known(tag: string, remaining: number | undefined): Record<string, string>;
  /** Of one that may be another in a moment. */
  brief: Record<string, string>;
}

export interface BadgePictureSender {
  /**
   * A badge's picture; nothing when no badge has this id. When the database is away: as it was seen last, for two
   * minutes, and then a picture that says that nobody knows. Others may have ended the badge meanwhile.
   */
  ready(id: string, wanted: Wanted, caching: PictureCaching): Promise<ReadyBody | undefined>;
  /** What is shown where no badge is. */
  unknown(wanted: Wanted): Promise<ReadyBody>;
}

export function createPictureSender(deps: AppDeps): BadgePictureSender {
  const memory = new PictureMemory(remembered);

  async function ready(id: string, wanted: Wanted, caching: PictureCaching): Promise<ReadyBody | undefined> {
    const name = `${id} ${nameOf(wanted)}`;
    let badge: ShownBadge | undefined;
    try {
      badge = await readBadge(deps, id);
    } catch (error) {
      deps.log.error({ err: error }, 'A badge could not be read. Its picture is shown as it was seen last, or blank.');
      return lastSeen(name, wanted, caching);
    }
    if (!badge) return undefined;
    const now = deps.clock.now();
    const isValid = stateOf(badge, now) === 'valid';
    const until = isValid ? badge.validUntil : Number.POSITIVE_INFINITY;
    const picture = await current(name, badge, wanted, now);
    const known = { ...picture, seenAt: now, until };
    // One that stands in for another is not what this address shows.
    if (picture.isWhole) memory.set(name, known);
    return send(
      known,
      picture.isWhole ? caching.known(badgeTag(id), isValid ? until - now : undefined) : caching.brief,
    );
  }

  /** From memory while nothing in it has changed, drawn otherwise. */
  async function current(name: string, badge: ShownBadge, wanted: Wanted, now: number) {
    const { form, scheme } = wanted === 'social' ? social : wanted;
    const content = pictureOf(badge, deps, now, form, scheme);
    const shown = { ...content, name: content.state === 'valid' ? badge.name : null };
    const etag = etagOf(badge.publicId, wanted === 'social' ? shown : content, wanted);
    const known = memory.get(name);
    if (known?.etag === etag) return { ...known, isWhole: true };
    try {
      return { ...bodyOf(await draw(wanted, shown), etag), isWhole: true };
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'busy')) {
        deps.log.error({ err: error }, 'A badge could not be drawn as PNG. It was sent as SVG.');
      }
      // Too many are being drawn: the same picture in its other form, which a browser shows just as well.
      const svg = deps.badgePictures.svg(content);
      return {
        ...bodyOf({ plain: svg, type: types.svg }, etagOf(badge.publicId, content, wanted, 'svg')),
        isWhole: false,
      };
    }
  }

  async function draw(wanted: Wanted, content: BadgePictureContent & { name: string | null }): Promise<Drawing> {
    const { badgePictures } = deps;
    const { name, ...plain } = content;
    if (wanted === 'social') return { plain: await badgePictures.social({ ...plain, name }), type: types.png };
    if (wanted.type === 'svg') return { plain: badgePictures.svg(plain), type: types.svg };
    return { plain: await badgePictures.png(plain, wanted.scale), type: types.png };
  }

  /** A tag says what is in the picture: whatever changes in it, an old tag is not answered with 304. */
  function etagOf(id: string, content: BadgePictureContent, wanted: Wanted, more = ''): string {
    const rest = fingerprint(JSON.stringify([content, nameOf(wanted), more]));
    return `"${id}-${content.state}-${deps.badgePictures.art}-${rest}"`;
  }

  function lastSeen(name: string, wanted: Wanted, { brief }: PictureCaching): Promise<ReadyBody> | ReadyBody {
    const now = deps.clock.now();
    const known = memory.get(name);
    const isGood = known !== undefined && now - known.seenAt < trusted && now < known.until;
    return isGood ? send(known, brief) : nobodys(wanted, 'unchecked', brief);
  }

  async function nobodys(wanted: Wanted, state: Nobodys, brief: Record<string, string>): Promise<ReadyBody> {
    const { form, scheme } = wanted === 'social' ? social : wanted;
    const content = nobodysContent(deps, state, form, scheme);
    const name = `${state} ${nameOf(wanted)}`;
    const known = memory.get(name);
    if (known) return send(known, brief);
    const drawn = await draw(wanted, { ...content, name: null }).catch(() => undefined);
    const drawing = drawn ?? { plain: deps.badgePictures.svg(content), type: types.svg };
    const picture = bodyOf(drawing, etagOf('none', content, wanted, drawing.type));
    if (drawn) memory.set(name, { ...picture, seenAt: 0, until: Number.POSITIVE_INFINITY });
    return send(picture, brief);
  }

  return { ready, unknown: (wanted) => nobodys(wanted, 'unknown', briefCaching) };
}

const social = { form: 'seal', scheme: 'light' } as const;

function nameOf(wanted: Wanted): string {
  return wanted === 'social' ? wanted : `${wanted.form} ${wanted.scheme} ${wanted.scale} ${wanted.type}`;
}

function bodyOf({ plain, type }: Drawing, etag: string): Omit<KnownPicture, 'seenAt' | 'until'> {
  const { brotli } = readyBody(plain, etag, {});
  return { plain, brotli, etag, type };
}

function send(
  picture: Pick<KnownPicture, 'plain' | 'brotli' | 'etag' | 'type'>,
  caching: Record<string, string>,
): ReadyBody {
  const isSvg = picture.type === types.svg;
  return withHeaders(picture, {
    ...apiHeaders,
    'content-type': picture.type,
    // An SVG is drawn with styles of its own and may do nothing else, wherever it is opened.
    ...(isSvg && { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }),
    ...caching,
  });
}

/** Whatever was asked for, it is not repeated here. */
function nobodysContent(
  { club, publicUrl }: Pick<AppDeps, 'club' | 'publicUrl'>,
  state: Nobodys,
  form: PictureName['form'],
  scheme: PictureName['scheme'],
): BadgePictureContent {
  const language = club.defaultLanguage;
  return {
    form,
    scheme,
    state,
    language,
    city: club.city[language],
    club: club.name[language],
    circle: null,
    year: null,
    domain: null,
    address: new URL(publicUrl).host + paths.verify,
    accent: club.colours.accent,
    accentDark: club.colours.accentDark,
  };
}
