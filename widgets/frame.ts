/**
 * `frame.js`: gives frames of the club the height that they ask for. One script for all frames of a page, wherever and
 * whenever they come; without it, they scroll. It listens to the club's own frames alone, and writes one number.
 */
import type { FrameMessage, FrameQuestion } from '../api/contract/embed.ts';

const { origin } = new URL(import.meta.url);
/** Taller than any of our pages: what asks for more is broken. */
const most = 20_000;
const question: FrameQuestion = { type: 'ambassador-frame-question', version: 1 };

/** Heights that were asked for and not given yet: however many messages come, a frame is sized once per picture. */
const wanted = new Map<HTMLIFrameElement, number>();
/** Frames that have been heard need not be asked. */
const heard = new WeakSet<EventTarget>();

// Pages may have named a form or a picture like a method of `document`.
const frames = (): HTMLIFrameElement[] =>
  [...Document.prototype.querySelectorAll.call(document, 'iframe')].filter((frame): frame is HTMLIFrameElement =>
    (frame as HTMLIFrameElement).src.startsWith(`${origin}/embed/`),
  );

function give(): void {
  for (const [frame, height] of wanted) {
    const set = (pixels: number) => frame.style.setProperty('height', `${pixels}px`, 'important');
    set(height);
    // A border within the box takes its part.
    const missing = height - frame.clientHeight;
    if (missing > 0) set(height + missing);
  }
  wanted.clear();
}

addEventListener('message', (event: MessageEvent<Partial<FrameMessage> | null | undefined>) => {
  if (event.origin !== origin) return;
  const frame = frames().find(({ contentWindow }) => contentWindow && contentWindow === event.source);
  const { type, version, height } = Object(event.data) as Partial<FrameMessage>;
  if (!frame || type !== 'ambassador-frame' || version !== 1) return;
  if (!Number.isInteger(height) || !(height! > 0 && height! <= most)) return;
  heard.add(frame);
  if (!wanted.size) requestAnimationFrame(give);
  wanted.set(frame, height!);
});

function ask(frame: HTMLIFrameElement): void {
  // A page that names no scheme is light, whatever its reader prefers: its frames are told, or they would be dark boxes.
  if (getComputedStyle(frame).colorScheme === 'normal') frame.style.setProperty('color-scheme', 'light');
  // Before our page is there, the frame has an empty one of the page's own, which nobody has to be asked.
  if (!heard.has(frame) && frame.contentDocument?.URL !== 'about:blank')
    frame.contentWindow?.postMessage(question, origin);
}

frames().forEach(ask);
// `load` does not bubble.
EventTarget.prototype.addEventListener.call(
  document,
  'load',
  ({ target }) => frames().includes(target as HTMLIFrameElement) && ask(target as HTMLIFrameElement),
  true,
);
