/**
 * Links to films elsewhere. What is kept is a link of our own making: site and film, and nothing else of what was
 * pasted, so that no tracking parameter, no fragment and no second address travels with a story.
 */
import type { LinkSite } from './vocabulary.ts';

export interface FilmLink {
  site: LinkSite;
  /** The film's one address; always https. Reading it again gives the same. */
  url: string;
}

/** Exact names: no other host, no sub-domain, whatever it ends with. */
const hosts: Record<string, (url: URL) => string | undefined> = {
  'www.youtube.com': youtube,
  'youtube.com': youtube,
  'm.youtube.com': youtube,
  'music.youtube.com': youtube,
  'www.youtube-nocookie.com': youtube,
  'youtu.be': shortYoutube,
  'vimeo.com': vimeo,
  'www.vimeo.com': vimeo,
  'player.vimeo.com': vimeo,
  'www.instagram.com': instagram,
  'instagram.com': instagram,
  'www.facebook.com': facebook,
  'facebook.com': facebook,
  'm.facebook.com': facebook,
  'fb.watch': shortFacebook,
};

/** The site of each canonical address. */
const sites: Record<string, LinkSite> = {
  'www.youtube.com': 'youtube',
  'vimeo.com': 'vimeo',
  'www.instagram.com': 'instagram',
  'www.facebook.com': 'facebook',
  'fb.watch': 'facebook',
};

/**
 * Reads a link to one film on a site that we know, or nothing.
 * @param text what was pasted; white space around it does not count
 */
export function parseLink(text: string): FilmLink | undefined {
  const trimmed = text.trim();
  // The parser forgives much (`https:\\host`, line breaks inside): what does not begin as a link is none.
  if (!/^https:\/\/[^\s\\]+$/i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  if (url.username !== '' || url.password !== '' || url.port !== '') return undefined;
  const canonical = Object.hasOwn(hosts, url.hostname) ? hosts[url.hostname]!(url) : undefined;
  return canonical === undefined ? undefined : { site: sites[new URL(canonical).hostname]!, url: canonical };
}

const segments = (url: URL) => url.pathname.split('/').filter((part) => part !== '');

function youtube(url: URL): string | undefined {
  const [first, second] = segments(url);
  if (first === 'watch') return youtubeFilm(url.searchParams.get('v'));
  return ['shorts', 'live', 'embed', 'v'].includes(first ?? '') ? youtubeFilm(second) : undefined;
}

function shortYoutube(url: URL): string | undefined {
  return youtubeFilm(segments(url)[0]);
}

function youtubeFilm(id: string | null | undefined): string | undefined {
  return /^[A-Za-z0-9_-]{11}$/.test(id ?? '') ? `https://www.youtube.com/watch?v=${id}` : undefined;
}

/** A film that is not listed is found only with the second part of its address. */
function vimeo(url: URL): string | undefined {
  const parts = segments(url);
  const at = parts.findIndex((part) => /^\d{1,15}$/.test(part));
  // `/123`, `/video/123`, `/channels/name/123`: whatever else has a number is no film.
  const isFilm = at === 0 || (at === 1 && parts[0] === 'video') || (at === 2 && parts[0] === 'channels');
  if (!isFilm) return undefined;
  const key = parts[at + 1] ?? url.searchParams.get('h') ?? '';
  return `https://vimeo.com/${parts[at]}${/^[0-9a-f]{6,20}$/.test(key) ? `/${key}` : ''}`;
}

function instagram(url: URL): string | undefined {
  const parts = segments(url);
  const at = parts.findIndex((part) => ['p', 'reel', 'reels', 'tv'].includes(part));
  const id = parts[at + 1] ?? '';
  // Before it there may be the name of an account, and nothing else.
  if (at < 0 || at > 1 || !/^[A-Za-z0-9_-]{5,40}$/.test(id)) return undefined;
  return `https://www.instagram.com/${parts[at] === 'reels' ? 'reel' : parts[at]}/${id}/`;
}

function facebook(url: URL): string | undefined {
  const parts = segments(url);
  const [first, second, third] = parts;
  if (first === 'watch' || first === 'video.php') return facebookFilm(url.searchParams.get('v'));
  if (first === 'reel') return /^\d{5,25}$/.test(second ?? '') ? `https://www.facebook.com/reel/${second}` : undefined;
  if (first === 'share') {
    const isFilm = ['v', 'r'].includes(second ?? '') && /^[A-Za-z0-9_-]{5,40}$/.test(third ?? '');
    return isFilm ? `https://www.facebook.com/share/${second}/${third}/` : undefined;
  }
  // `/page/videos/123`, `/page/videos/a-title/123`.
  return second === 'videos' && parts.length <= 4 ? facebookFilm(parts.at(-1)) : undefined;
}

function facebookFilm(id: string | null | undefined): string | undefined {
  return /^\d{5,25}$/.test(id ?? '') ? `https://www.facebook.com/watch/?v=${id}` : undefined;
}

function shortFacebook(url: URL): string | undefined {
  const [id = '', more] = segments(url);
  return more === undefined && /^[A-Za-z0-9_-]{5,40}$/.test(id) ? `https://fb.watch/${id}/` : undefined;
}
