import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from 'hono';
import type { Actor } from '../domain/actor.ts';
import type { StoryPictures } from '../domain/pictures/ports.ts';
import type { Deps } from '../domain/ports.ts';
import type { Plots } from '../domain/statistics/plot-ports.ts';
import type { TallyBook } from '../domain/statistics/tally-book.ts';
import type { Mail } from '../mail/mailbox.ts';
import type { MediaDecoder, UploadFiles } from '../domain/media/ports.ts';
import type { UploadProtocol } from '../media/tus.ts';
import type { WidgetArchive } from './widget-archive.ts';
import type { WidgetFiles } from './widget-files.ts';

/** What a request carries. `incoming` is missing when an app is called in a test without a server. */
export interface AppEnv {
  Bindings: { incoming?: IncomingMessage; outgoing?: ServerResponse };
  Variables: { requestId: string; actor?: Actor };
}

export type AppContext = Context<AppEnv>;

/** Everything that the HTTP side needs, beyond what the domain does. */
export interface AppDeps extends Deps {
  mode: 'demo' | 'production';
  /** How many proxies in front are ours. */
  trustedProxies: number;
  /** Sign-ups with proof of work that one network may send in a minute. */
  signupsPerMinute: number;
  /** Sign-ups are answered at whole multiples of so many milliseconds, so that time tells nothing; 0 at once. */
  answerBeat: number;
  /** The built widgets. */
  widgets: WidgetFiles;
  /** What was released, version by version. Without it, the build is all there is. */
  widgetArchive?: WidgetArchive;
  /** What is counted in memory, until it is written. */
  tallies: TallyBook;
  /** Draws statistics. */
  plots: Plots;
  /** Draws what social networks show of a story. */
  pictures: StoryPictures;
  /** Reads the demo's mailbox; absent when mails really go out. */
  readMailbox?: () => Promise<Mail[]>;
  /** The demo's documentation pages, by file name; absent in production. */
  demoPages?: (path: string) => Promise<{ body: string | Uint8Array<ArrayBuffer>; type: string } | undefined>;
  /** Makes small pictures of logos. */
  decoder: Pick<MediaDecoder, 'logo'>;
  /** The bytes of uploads, and the protocol that they come by. */
  uploads: UploadFiles;
  uploadProtocol: UploadProtocol;
  /** Tells the decoder that an upload is whole. */
  wakeMedia: () => void;
  /** Tells the sender that a mail was ordered, so that it goes out now and not at the next tick. */
  wakeMailer: () => void;
  /** Tells the signer that a badge has changed. */
  wakeSigner: () => void;
}

/**
 * One request header. Reads the socket's own record when there is one: asking the Request object
 * builds all its headers, which costs a hot read more than everything else in it.
 */
export function header(c: AppContext, name: string): string | undefined {
  const incoming = c.env?.incoming;
  if (!incoming) return c.req.header(name);
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
