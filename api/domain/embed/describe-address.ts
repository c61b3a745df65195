import { badgePaths, badgeSizes } from '../../contract/badge.ts';
import { frameHeights, type Embeddable } from '../../contract/embed.ts';
import { isLocale, type Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { storyLanguages } from '../../contract/vocabulary.ts';
import { readBadge } from '../badges/view.ts';
import { DomainError } from '../errors.ts';
import { findPartner } from '../partners/admit.ts';
import { clubPartnerSlug } from '../partners/name.ts';
import { pictureSizes } from '../pictures/ports.ts';
import type { Deps } from '../ports.ts';
import { readStory, siteOf } from '../stories/read.ts';
import { frameUrl } from './addresses.ts';
import { readOwnAddress, type OwnAddress } from './own-address.ts';

interface Picture {
  url: string;
  width: number;
  height: number;
}

/** What a page may show in place of an address of ours. */
export interface EmbedDescription {
  locale: Locale;
  /** What it is; the title of its frame, in words of the language. */
  widget: Embeddable;
  /** In place of the widget's own title: a story is named by who tells it. */
  author?: string;
  /** Nothing for what can be linked to alone. */
  frame?: { src: string; width: number; height: number };
  thumbnail?: Picture;
}

type Describe = Pick<Deps, 'storage' | 'club' | 'publicUrl' | 'mediaOrigin'>;

/** As wide as a column of text: pages that are narrower say so. */
const usualWidth = 640;

/**
 * Says what to show in place of an address that somebody pasted.
 * @throws {DomainError} not_found, for everything that is not ours, not public, or nobody may show
 */
export async function describeAddress(deps: Describe, text: string): Promise<EmbedDescription> {
  const known = { circles: deps.club.circles.map(({ id }) => id), languages: storyLanguages };
  const address = readOwnAddress(deps.publicUrl, text, known);
  if (!address) throw new DomainError('not_found');
  if (address.kind === 'badge') return describeBadge(deps, address.id);
  const { partner: slug, language } = address.choice;
  const locale = isLocale(language) ? language : deps.club.defaultLanguage;
  // The club's own frames are shown by the club's own pages alone, and those ask nobody.
  const isPartners = slug !== '' && slug !== clubPartnerSlug;
  if (isPartners) await findPartner(deps, slug).catch(asNotFound);
  if (address.kind === 'story') return describeStory(deps, address, locale, isPartners);
  if (!isPartners) throw new DomainError('not_found');
  const { choice } = address;
  const { badge, story } = choice.attributes;
  if (choice.widget === 'badge' && !(await readBadge(deps, badge ?? ''))) throw new DomainError('not_found');
  // One story that was chosen is there for partners, or there is nothing to show.
  if (story !== undefined) await readStory(deps, story, siteOf({ slug }), locale);
  return { locale, widget: choice.widget, frame: frameOf(deps, choice) };
}

const frameOf = ({ publicUrl }: Describe, choice: Parameters<typeof frameUrl>[1]) => ({
  src: frameUrl(publicUrl, choice),
  width: usualWidth,
  height: frameHeights[choice.widget],
});

/** Whom its author allowed: a partner's page may show it whole, any other links to it. */
async function describeStory(
  deps: Describe,
  { id, choice }: Extract<OwnAddress, { kind: 'story' }>,
  locale: Locale,
  isPartners: boolean,
): Promise<EmbedDescription> {
  const story = await readStory(deps, id, isPartners ? 'partners' : 'club', locale);
  const url = new URL(paths.storyPicture(id, 'og'), deps.publicUrl).href;
  const whole = { ...choice, attributes: { story: id } };
  return {
    locale,
    widget: 'testimonials',
    author: story.author.name,
    thumbnail: { url, ...pictureSizes.og },
    ...(isPartners && { frame: frameOf(deps, whole) }),
  };
}

/** A badge has a frame of its own, which browsers show where it is valid. */
async function describeBadge(deps: Describe, id: string): Promise<EmbedDescription> {
  const badge = await readBadge(deps, id);
  if (!badge) throw new DomainError('not_found');
  const src = new URL(`${badgePaths.page(id)}/frame`, deps.publicUrl).href;
  return { locale: badge.language, widget: 'badge', frame: { src, ...badgeSizes.line } };
}

/** Who asks about a partner that is paused learns no more than about one that never was. */
function asNotFound(error: unknown): never {
  const code = error instanceof DomainError ? error.code : '';
  throw code === 'partner_unknown' || code === 'partner_paused' ? new DomainError('not_found') : error;
}
