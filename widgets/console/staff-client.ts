import type { Problem } from '../../api/contract/codes.ts';
import type {
  Appeals,
  AppealDecision,
  AuditEntry,
  CaptionChange,
  DecisionRequest,
  DecisionResult,
  Queue,
  QueueStory,
  ReportDecision,
  Reports,
  StaffView,
  StoryResult,
} from '../../api/contract/moderation.ts';
import type { Locale } from '../../api/contract/locales.ts';
import { staffPaths } from '../../api/contract/paths.ts';
import type {
  CodeAccepted,
  PasskeyOptions,
  PasskeyRequest,
  SessionRequest,
  StaffMeView,
} from '../../api/contract/session.ts';
import { ApiFailure } from '../core.ts';

/** Milliseconds until a request counts as failed: staff work from an office, not from a tunnel. */
const timeout = 15_000;

/** Which stories of the queue. */
export type QueueView = 'pending' | 'published' | 'refused';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * The staff's side of the API. Not the core's client: staff are known by a cookie of the club's own
 * origin, which no other widget may send, and put and delete things.
 */
export class StaffClient {
  readonly #base: () => string;
  readonly #locale: () => Locale;

  /**
   * @param base answers with the origin of the API
   * @param locale answers with the language in which names are wanted
   */
  constructor(base: () => string, locale: () => Locale) {
    this.#base = base;
    this.#locale = locale;
  }

  session = (): Promise<StaffMeView> => this.#send('GET', staffPaths.session);
  requestCode = (email: string): Promise<CodeAccepted> => this.#send('POST', staffPaths.codes, { email });
  signIn = (body: SessionRequest): Promise<StaffMeView> => this.#send('POST', staffPaths.sessions, body);
  signOut = (): Promise<unknown> => this.#send('DELETE', staffPaths.session);
  passkeyOptions = (): Promise<PasskeyOptions> => this.#send('POST', staffPaths.passkeyOptions, {});
  passkey = (body: PasskeyRequest): Promise<StaffMeView> => this.#send('POST', staffPaths.passkeys, body);

  queue = (view: QueueView, after?: string | null): Promise<Queue> => this.#read(staffPaths.queue, { view, after });
  story = async (id: string): Promise<QueueStory> => (await this.#read<StoryResult>(staffPaths.story(id))).story;
  decide = (id: string, body: DecisionRequest): Promise<DecisionResult> =>
    this.#write<DecisionResult>('POST', staffPaths.decisions(id), body);
  undo = (decision: string): Promise<DecisionResult> =>
    this.#write<DecisionResult>('POST', staffPaths.undo(decision), {});
  saveCaptions = async (media: string, body: CaptionChange): Promise<QueueStory> =>
    (await this.#write<StoryResult>('PUT', staffPaths.captions(media), body)).story;

  reports = (after?: string | null): Promise<Reports> => this.#read(staffPaths.reports, { after });
  decideReport = (receipt: string, body: ReportDecision): Promise<unknown> =>
    this.#send('POST', staffPaths.report(receipt), body);
  appeals = (after?: string | null): Promise<Appeals> => this.#read(staffPaths.appeals, { after });
  decideAppeal = (id: string, body: AppealDecision): Promise<unknown> =>
    this.#send('POST', staffPaths.appeal(id), body);

  audit = (): Promise<{ entries: AuditEntry[] }> => this.#send('GET', staffPaths.audit);
  people = (): Promise<{ people: StaffView[] }> => this.#send('GET', staffPaths.staff);

  #read<T>(path: string, query: Record<string, string | null | undefined> = {}): Promise<T> {
    return this.#send('GET', withQuery(path, { ...query, lang: this.#locale() }));
  }

  /** Writes, and has the names in what comes back in the reader's language. */
  #write<T>(method: Method, path: string, body: unknown): Promise<T> {
    return this.#send(method, withQuery(path, { lang: this.#locale() }), body);
  }

  /** @throws {ApiFailure} when there is no usable answer */
  async #send<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const late = AbortSignal.timeout(timeout);
    let response, text;
    try {
      response = await fetch(new URL(path, this.#base()).href, {
        method,
        credentials: 'same-origin',
        referrerPolicy: 'strict-origin',
        cache: 'no-store',
        signal: late,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      text = await response.text();
    } catch {
      throw new ApiFailure(late.aborted ? 'timeout' : 'offline');
    }
    const { ok, status, headers } = response;
    const answer = parse(text);
    // Nothing is an answer too: what was asked for is done.
    if (ok && (answer || text === '')) return answer as T;
    const kind = status >= 400 && status < 500 ? 'refused' : 'server';
    throw new ApiFailure(kind, answer as Partial<Problem>, Number(headers.get('retry-after')) || undefined);
  }
}

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

/** What a body says, or nothing when it is not JSON: a page of something in between. */
function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
