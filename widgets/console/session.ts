import type { StaffMeView } from '../../api/contract/session.ts';
import { ApiFailure } from '../core.ts';
import type { Desk } from './desk.ts';
import { failureMessage } from './failure.ts';
import { canUsePasskeys, runPasskey } from './sign-in/passkeys.ts';

/** Where signing in stands. `unknown`: the API has not yet said; `down`: it gave no answer. */
export type SessionStep = 'unknown' | 'down' | 'address' | 'code' | 'passkey' | 'in';

/** Who is at the desk, and the three steps until they are: address, code, passkey. */
export class Session {
  readonly #desk: Desk;
  readonly #entered: () => void;
  step: SessionStep = 'unknown';
  me: StaffMeView | undefined;
  /** What the API gave with the code that was asked for. */
  #request = '';
  expiresAt = 0;
  busy = false;
  /** What is wrong with what was typed or shown, in words. */
  problem = '';

  /**
   * @param desk the console
   * @param entered called when somebody has come all the way in
   */
  constructor(desk: Desk, entered: () => void) {
    this.#desk = desk;
    this.#entered = entered;
  }

  /** Asks who is signed in. Answers with the failure when the API gave no answer. */
  async resume(): Promise<ApiFailure | undefined> {
    try {
      this.#know(await this.#desk.client.session());
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      this.step = error.code === 'unauthenticated' ? 'address' : 'down';
      this.#desk.redraw();
      return this.step === 'down' ? error : undefined;
    }
    return undefined;
  }

  askCode(email: string): Promise<void> {
    const { terms, client } = this.#desk;
    if (!/.@./.test(email)) return this.#say(terms.signIn.emailMissing, '#email');
    return this.#try('#email', async () => {
      const { request, expiresAt } = await client.requestCode(email);
      this.#request = request;
      this.expiresAt = expiresAt;
      this.step = 'code';
      await this.#desk.focus('#code');
    });
  }

  enterCode(typed: string): Promise<void> {
    const { terms, client } = this.#desk;
    // Mails show codes in groups.
    const code = typed.replace(/\s/g, '');
    if (!/^\d{6}$/.test(code)) return this.#say(terms.signIn.codeMissing, '#code');
    return this.#try('#code', async () => this.#know(await client.signIn({ request: this.#request, code })));
  }

  showPasskey(): Promise<void> {
    const { terms, client } = this.#desk;
    if (!canUsePasskeys()) return this.#say(terms.signIn.passkeyImpossible, '#passkey');
    return this.#try('#passkey', async () => {
      const { kind, options } = await client.passkeyOptions();
      const response = await runPasskey(kind, options);
      this.#know(await client.passkey({ kind, response }));
    });
  }

  /** Back to the first step: another address, or nobody. */
  restart(): void {
    this.step = 'address';
    this.problem = '';
    void this.#desk.focus('#email');
  }

  async leave(): Promise<void> {
    const { client, terms } = this.#desk;
    try {
      await client.signOut();
    } catch (error) {
      // A session that has ended is one that was left.
      if (!(error instanceof ApiFailure) || error.code !== 'unauthenticated') return this.#desk.fail(error);
    }
    this.me = undefined;
    this.restart();
    this.#desk.tell(terms.signIn.signedOut);
  }

  /** The API no longer knows who is here. What was being written stays where it is. */
  lost(): void {
    if (this.step !== 'in') return;
    this.restart();
    this.#desk.tell(this.#desk.terms.signIn.ended);
  }

  #know(me: StaffMeView): void {
    this.me = me;
    this.problem = '';
    this.step = me.level === 'full' ? 'in' : 'passkey';
    if (this.step === 'in') this.#entered();
    else void this.#desk.focus('#passkey');
    this.#desk.redraw();
  }

  #say(problem: string, selector: string): Promise<void> {
    this.problem = problem;
    return this.#desk.focus(selector);
  }

  /** One step; what goes wrong is said beside the field and the focus is put there. */
  async #try(field: string, step: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.#desk.redraw();
    try {
      await step();
    } catch (error) {
      this.problem = this.#explain(error);
      if (error instanceof ApiFailure && error.code === 'code_expired') this.step = 'address';
      await this.#desk.focus(this.step === 'address' ? '#email' : field);
    } finally {
      this.busy = false;
      this.#desk.redraw();
    }
  }

  #explain(error: unknown): string {
    const { terms } = this.#desk;
    if (error instanceof ApiFailure) return failureMessage(terms, error);
    // What the browser says when a person closes its dialogue, waits too long, or has a key already.
    if (error instanceof DOMException)
      return error.name === 'InvalidStateError' ? terms.signIn.passkeyKnown : terms.signIn.passkeyRefused;
    // Options that this browser cannot read.
    if (error instanceof TypeError) return terms.signIn.passkeyImpossible;
    throw error;
  }
}
