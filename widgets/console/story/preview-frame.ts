import type { QueueMediaView } from '../../../api/contract/moderation.ts';
import { staffPaths } from '../../../api/contract/paths.ts';

const frames = new WeakMap<QueueMediaView, HTMLIFrameElement>();

/**
 * A photo or film in a frame of its own, without scripts and without our origin: whatever those bytes may
 * turn out to be, they run nothing and reach nothing. One frame for each file, kept as long as its story is:
 * a frame that changes its address would fill the browser's history.
 * @param base origin of the API
 */
export function previewFrame(base: string, media: QueueMediaView, title: string): HTMLIFrameElement {
  const known = frames.get(media);
  const frame = known ?? document.createElement('iframe');
  frame.title = title;
  if (known) return known;
  frame.setAttribute('sandbox', '');
  frame.referrerPolicy = 'no-referrer';
  frame.loading = 'lazy';
  frame.className = media.kind;
  frame.src = previewUrl(base, media);
  frames.set(media, frame);
  return frame;
}

function previewUrl(base: string, { kind, images, film }: QueueMediaView): string {
  const url = new URL(staffPaths.preview, base);
  // The widest picture of the first type: what is looked at is what will be seen.
  const picture = images.filter(({ type }) => type === images[0]?.type).at(-1);
  if (kind === 'video' && film) url.searchParams.set('film', film.url);
  if (picture) url.searchParams.set('picture', picture.url);
  return url.href;
}
