import type { Challenge } from '../../api/contract/challenge.ts';
import type { Locale } from '../../api/contract/locales.ts';
import type { CodeAccepted, CodeRequest, MeView, SessionRequest, SessionView } from '../../api/contract/session.ts';
import { memberPaths, widgetPaths } from '../../api/contract/paths.ts';
import type { ApiFailure, ReactiveController, ReactiveControllerHost } from '../core.ts';
import type { Proof } from '../internal/proof/proof.ts';
import { loadPart } from './load-part.ts';
import type { MemberApi } from './member-api.ts';

type Host = ReactiveControllerHost & HTMLElement & { partner?: string | null; locale: Locale };

/**
 * Who is writing. `out`: an address is asked for; `code`: a code was mailed; `in`: signed in. Nothing of it
 * outlives the page.
 */
export class SessionController implements ReactiveController {
  readonly #host: Host;
  readonly #api: MemberApi;
  #proof: Promise<Proof> | undefined;
  #request: string | undefined;
  state: 'out' | 'code' | 'in' = 'out';
  /** Where the code went. */
  email = '';
  me: MeView | undefined;
  /** The session has ended by itself, while somebody was at work. */
  lost = false;

  constructor(host: Host, api: MemberApi) {
    this.#host = host;
    this.#api = api;
    host.addController(this);
  }

  hostDisconnected(): void {
    queueMicrotask(() => this.#host.isConnected || this.#forgetProof());
  }

  /** Starts the proof of work, so that it is there when the address is typed. */
  readonly touch = (): void => {
    this.#prove().catch(() => {});
  };

  /** Asks for a code by mail. @throws {ApiFailure} */
  async askCode(email: string, website: string, again = true): Promise<void> {
    const proof = await this.#prove();
    const body: CodeRequest = {
      email,
      partner: this.#host.partner!,
      language: this.#host.locale,
      proof: await proof.take(),
      ...(website && { website }),
    };
    try {
      const { request } = await this.#api.ask<CodeAccepted>(memberPaths.sessionCodes, { method: 'POST', body });
      this.#request = request;
    } catch (error) {
      // A proof can be too old or spent without anybody having done anything wrong.
      if (again && /^(proof_|too_fast)/.test((error as ApiFailure).code ?? ''))
        return this.askCode(email, website, false);
      throw error;
    }
    this.email = email;
    this.#become('code');
  }

  /** Signs in. @throws {ApiFailure} */
  async enter(code: string): Promise<void> {
    const body: SessionRequest = { request: this.#request!, code };
    const { token, me } = await this.#api.ask<SessionView>(memberPaths.sessions, { method: 'POST', body });
    this.#api.token = token;
    this.me = me;
    this.#forgetProof();
    this.begin();
  }

  /** Somebody is signed in, by a code or by the club's own cookie. */
  begin(): void {
    this.lost = false;
    this.#become('in');
  }

  /** Back to the address. */
  readonly restart = (): void => this.#become('out');

  /** The club no longer knows this session. What was typed stays. */
  expire(): void {
    this.lost = this.state === 'in';
    this.#api.token = undefined;
    this.#become('out');
  }

  /** Ends the session, here and at the club. */
  async leave(): Promise<void> {
    await this.#api.ask(memberPaths.session, { method: 'DELETE' }).catch(() => {});
    this.expire();
    this.lost = false;
    this.email = '';
  }

  #prove(): Promise<Proof> {
    this.#proof ??= loadPart('proof').then(({ Proof }) => {
      const query = { partner: this.#host.partner! };
      const proof = new Proof((signal) => this.#api.ask<Challenge>(widgetPaths.challenges, { query, signal }));
      proof.begin();
      return proof;
    });
    this.#proof.catch(() => (this.#proof = undefined));
    return this.#proof;
  }

  #forgetProof(): void {
    this.#proof?.then(
      (proof) => proof.stop(),
      () => {},
    );
    this.#proof = undefined;
  }

  #become(state: SessionController['state']): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
