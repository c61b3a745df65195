/**
 * The report of a story (DSA article 16): what is asked, checked and sent. This file is loaded by
 * whoever presses "report", and brings what the widget does not have; what it has is handed in.
 */
import type { Challenge } from '../../../api/contract/challenge.ts';
import type { Locale } from '../../../api/contract/locales.ts';
import { widgetPaths, storyPaths } from '../../../api/contract/paths.ts';
import type { ReportReceipt, ReportRequest } from '../../../api/contract/story.ts';
import type { ApiFailure, html } from '../../core.ts';
import { Proof } from '../../internal/proof/proof.ts';
import { reportTerms } from '../../lang/report/index.ts';
import type { ReportTerms } from '../../lang/report/terms.ts';
import type { Ask } from '../stories.ts';
import { mayBeNameless, problemsOf, valuesOf, type Problems } from './fields.ts';
import { formTemplate } from './form-template.ts';

/** Who asks where no partner is named: the club, which is a partner of its own. */
const clubItself = 'club';

/** What the widget hands to its report form. */
export interface ReportHost {
  html: typeof html;
  /** Where the form stands. */
  root: ShadowRoot;
  ask: Ask;
  /** The story's id. */
  story: string;
  partner: string | undefined;
  /** Draws anew; resolves when that is done. */
  update(): Promise<void>;
  say(message: string): void;
}

/** What a person reads when nothing could be sent. */
function failureMessage(terms: ReportTerms, { kind, code, retryAfter = 60 }: Partial<ApiFailure>): string {
  if (/^(rate_|busy)/.test(code ?? '')) return terms.busy(Math.ceil(retryAfter / 60));
  return terms[kind ?? 'server'];
}

/** One report, over as many attempts as it takes. The controls keep what was typed. */
export class Report {
  readonly #host: ReportHost;
  readonly #proof: Proof;
  readonly #stop = new AbortController();
  #locale: Locale = 'fr';
  #reason = '';
  #problems: Problems = new Map();
  #failure: string | undefined;
  #sending = false;
  #receipt: string | undefined;

  constructor(host: ReportHost) {
    this.#host = host;
    const { ask, partner } = host;
    this.#proof = new Proof((signal) =>
      ask<Challenge>(widgetPaths.challenges, { query: { partner: partner ?? clubItself }, signal }),
    );
    this.#proof.begin();
  }

  /** Ends what is under way: nobody sees the form any more. */
  stop(): void {
    this.#stop.abort();
    this.#proof.stop();
  }

  /** The form, or the receipt. */
  render(locale: Locale): unknown {
    this.#locale = locale;
    const { html } = this.#host;
    const terms = reportTerms[locale];
    if (this.#receipt)
      return html`<div class="report" tabindex="-1">
        <strong>${terms.thanks}</strong>
        <p>${terms.receipt(this.#receipt)}</p>
        <p class="hint">${terms.later}</p>
      </div>`;
    return formTemplate(html, {
      terms,
      named: !mayBeNameless(this.#reason),
      problems: this.#problems,
      failure: this.#failure,
      sending: this.#sending,
      // Without query and fragment: what else they hold never leaves the page.
      page: `${location.origin}${location.pathname}#story-${this.#host.story}`,
      handleChange: this.#handleChange,
      handleSubmit: this.#handleSubmit,
    });
  }

  readonly #handleChange = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    this.#problems.delete(name as keyof ReportRequest);
    // Which fields must be filled in depends on the reason.
    if (name === 'reason') this.#reason = value;
    void this.#host.update();
  };

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#sending) return;
    const form = event.currentTarget as HTMLFormElement;
    const terms = reportTerms[this.#locale];
    const values = valuesOf(form);
    this.#failure = undefined;
    this.#problems = problemsOf(values, terms);
    if (this.#problems.size) return this.#show('[aria-invalid="true"]');
    this.#sending = true;
    this.#host.say(terms.sending);
    void this.#host.update();
    try {
      const { receipt } = await this.#send({ ...values, language: this.#locale });
      this.#receipt = receipt;
      this.#host.say(`${terms.thanks} ${terms.receipt(receipt)}`);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#failure = failureMessage(reportTerms[this.#locale], error as ApiFailure);
      this.#host.say(this.#failure);
    }
    this.#sending = false;
    await this.#show('.report');
  };

  /** Sends; a proof that the club no longer takes is replaced once, silently. */
  async #send(fields: Omit<ReportRequest, 'proof'>, again = true): Promise<ReportReceipt> {
    const { ask, story, partner } = this.#host;
    const { signal } = this.#stop;
    try {
      const body = { ...fields, ...(partner ? { partner } : {}), proof: await this.#proof.take() };
      return await ask<ReportReceipt>(storyPaths.storyReports(story), { body, signal, timeout: 15_000 });
    } catch (error) {
      if (!again || !/^(proof_|too_fast)/.test((error as ApiFailure).code ?? '')) throw error;
      return this.#send(fields, false);
    }
  }

  async #show(selector: string): Promise<void> {
    await this.#host.update();
    this.#host.root.querySelector<HTMLElement>(`${selector === '.report' ? '' : '.report '}${selector}`)?.focus();
  }
}
