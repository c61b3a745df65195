/**
 * What happens from the first touch of the form on: checking, proving, asking the page, sending.
 * This file is loaded then, not before, and draws nothing. It keeps no values: the controls do.
 */
import type { Challenge } from '../../../api/contract/challenge.ts';
import type { FieldProblem } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import { widgetPaths } from '../../../api/contract/paths.ts';
import type { PartnerView } from '../../../api/contract/partner.ts';
import type { ApiFailure, ApiRequest } from '../../core.ts';
import type { SignupTerms } from '../../lang/terms.ts';
import { controlOf } from '../controls.ts';
import { AmbassadorSignupRequestEvent } from '../signup.events.ts';
import { fieldMessage } from './messages.ts';
import { Proof } from '../../internal/proof/proof.ts';
import { requestOf, type Origin } from './request.ts';
import { problemsOf } from './validation.ts';
import { checks, texts, valuesOf } from './values.ts';

/** Asks the club's API; fails with an `ApiFailure`. */
export type Ask = <T>(path: string, request?: ApiRequest) => Promise<T>;

/** What was sent, and how long its confirmation may wait. */
export interface Sent {
  partner: string;
  circle: string;
  language: string;
  firstName: string;
  email: string;
  hours: number;
}

const timeout = 15_000;
const visible: readonly string[] = [...texts, 'circle', ...checks];

/** The sign-up of one form, over as many attempts as it takes. */
export class Submission {
  readonly #page: EventTarget;
  readonly #ask: Ask;
  readonly #proof: Proof;
  /** Nothing is called wrong before the first attempt to send. */
  #checked = false;
  /** What the club refused and nobody has touched since. */
  #refused: FieldProblem[] = [];

  /**
   * @param page where the request event is dispatched
   * @param ask the API
   * @param partner on whose page this happens
   */
  constructor(page: EventTarget, ask: Ask, partner: string) {
    this.#page = page;
    this.#ask = ask;
    this.#proof = new Proof((signal) => ask<Challenge>(widgetPaths.challenges, { query: { partner }, signal }));
    this.#proof.begin();
  }

  /** Ends what is under way: the form is gone. */
  stop(): void {
    this.#proof.stop();
  }

  /** Forgets the attempts that were made. */
  reset(): void {
    this.#checked = false;
    this.#refused = [];
  }

  /** A person has changed a field: what the club said about it no longer holds. */
  touch(name: string): void {
    const stale = name === 'circle' ? ['circle', 'invitation'] : [name];
    this.#refused = this.#refused.filter(({ field }) => !stale.includes(field));
  }

  /**
   * Makes the platform agree with us: `:invalid`, `form.checkValidity()` and what password managers ask.
   * @returns what is wrong, by field in the order of the page, once it may be said
   */
  judge(form: HTMLFormElement, shown: PartnerView, terms: SignupTerms): Map<string, string> {
    const messages = new Map<string, string>();
    for (const problem of [...this.#refused, ...problemsOf(valuesOf(form), shown.circles)])
      if (!messages.has(problem.field)) messages.set(problem.field, fieldMessage(terms, problem));
    for (const name of visible) controlOf(form, name)!.setCustomValidity(messages.get(name) ?? '');
    return this.#checked ? messages : new Map<string, string>();
  }

  /**
   * One attempt: checks, tells the page, sends.
   * @param sending called when it is really sent
   * @returns what was sent; the fields to correct; or nothing, when the page cancelled it
   * @throws {ApiFailure} when the club did not take it and no field is to blame
   */
  async attempt(
    form: HTMLFormElement,
    shown: PartnerView,
    origin: Origin,
    signal: AbortSignal,
    sending: () => void,
  ): Promise<Sent | FieldProblem[] | undefined> {
    this.#checked = true;
    this.#refused = [];
    const values = valuesOf(form);
    const problems = problemsOf(values, shown.circles);
    if (problems.length) return problems;

    const request = requestOf(values, shown, origin);
    // The page gets a copy: what it does to it does not change what a person has agreed to.
    if (!this.#page.dispatchEvent(new AmbassadorSignupRequestEvent(structuredClone(request)))) return undefined;
    sending();
    const website = controlOf(form, 'website')!.value;
    try {
      await this.#send(website ? { ...request, website } : request, signal);
    } catch (error) {
      this.#refused = ((error as ApiFailure).errors ?? []).filter(({ field }) => visible.includes(field));
      // What was accepted is no longer what there is: the new version has to be shown and ticked.
      if (this.#refused.some(({ code }) => code === 'charter_outdated')) controlOf(form, 'charter')!.checked = false;
      if (this.#refused.length) return this.#refused;
      throw error;
    }
    this.#checked = false;
    const { partner, circle, language, firstName, email } = request;
    return { partner, circle, language, firstName, email, hours: durations.confirmationLife / 3_600_000 };
  }

  /** One silent second try: a proof can be too old or spent without anybody having done anything wrong. */
  async #send(request: object, signal: AbortSignal, again = true): Promise<void> {
    try {
      const body = { ...request, proof: await this.#proof.take() };
      await this.#ask(widgetPaths.memberships, { body, signal, timeout });
    } catch (error) {
      if (!again || !/^(proof_|too_fast)/.test((error as ApiFailure).code ?? '')) throw error;
      await this.#send(request, signal, false);
    }
  }
}
