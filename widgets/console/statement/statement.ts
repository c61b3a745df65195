import { matchLocale, type Locale } from '../../../api/contract/locales.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import { longTextProblem } from '../../../api/contract/text.ts';
import { refusalReasons, type RefusalReason } from '../../../api/contract/vocabulary.ts';
import { proposals } from '../../lang/console/refusals.ts';
import type { StatementKind } from '../../lang/console/terms.ts';

/** What keeps a statement from being sent. */
export type StatementProblem = 'reason' | 'text' | 'unreadable';

/**
 * Something that is being written to somebody: why their story is refused or removed, what becomes of
 * their report or appeal. Starts from a sentence in the reader's language; once somebody has changed that
 * sentence it is theirs, and no other choice writes over it.
 */
export class Statement {
  readonly kind: StatementKind;
  language: Locale;
  reason: RefusalReason | undefined;
  text = '';
  problem: StatementProblem | undefined;
  #proposal = '';

  /**
   * @param kind what it says
   * @param language the language of the story: its author reads it
   */
  constructor(kind: StatementKind, language: string) {
    this.kind = kind;
    this.language = matchLocale(language, 'fr');
    this.#propose();
  }

  /** Whether a reason is chosen from the charter's list, or words are enough. */
  get needsReason(): boolean {
    return this.kind === 'refuse' || this.kind === 'remove' || this.kind === 'uphold_report';
  }

  get reader(): 'author' | 'reporter' {
    return this.kind === 'reject_report' ? 'reporter' : 'author';
  }

  choose(reason: RefusalReason): void {
    this.reason = reason;
    this.problem = undefined;
    this.#propose();
  }

  /** Chooses by digit: `1` is the first reason, `0` the tenth. */
  chooseByDigit(digit: string): boolean {
    const reason = refusalReasons[(Number(digit) + 9) % 10];
    if (!this.needsReason || !reason) return false;
    this.choose(reason);
    return true;
  }

  speak(language: Locale): void {
    this.language = language;
    this.#propose();
  }

  write(text: string): void {
    this.text = text;
    this.problem = undefined;
  }

  /** Looks at what is written. True when it can go out. */
  check(): boolean {
    const says = /[\p{L}\p{N}]/u.test(this.text);
    this.problem =
      this.needsReason && !this.reason
        ? 'reason'
        : longTextProblem(this.text, storyLimits.reason)
          ? 'unreadable'
          : says
            ? undefined
            : 'text';
    return !this.problem;
  }

  #propose(): void {
    const { refusals, answers } = proposals[this.language];
    const { kind, reason } = this;
    const proposal = this.needsReason
      ? reason && reason !== 'other'
        ? refusals[reason]
        : ''
      : answers[kind as keyof typeof answers];
    if (this.text === this.#proposal) this.text = proposal;
    this.#proposal = proposal;
  }
}
